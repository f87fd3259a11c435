let n = 5
let d: Double = n * 1.5
