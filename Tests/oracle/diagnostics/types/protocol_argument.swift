protocol Shape {}
struct A {}
func f(_ s: any Shape) {}
f(A())
