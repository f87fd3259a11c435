let x = 3
let y: Int = x > 2 ? "big" : 0
