func square(_ x: Int) { x * x }
let y: Int = square(3)
