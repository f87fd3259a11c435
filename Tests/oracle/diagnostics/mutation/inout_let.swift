func inc(_ x: inout Int) { x += 1 }
let n = 1
inc(&n)
