let x: Integer = 3
func f(_ s: Sting) {}
