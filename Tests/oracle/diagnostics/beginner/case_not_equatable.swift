enum E { case a(Int) }
let e = E.a(1)
if e == .a(1) {}
