Print("hello")
let x = True
