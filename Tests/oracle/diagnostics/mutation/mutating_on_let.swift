struct P { var x = 1; mutating func f() { x = 2 } }
let p = P()
p.f()
