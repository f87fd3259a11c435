func bump(_ x: inout Int) { x += 1 }
var n = 1
bump(n)
let m = 2
bump(&m)
