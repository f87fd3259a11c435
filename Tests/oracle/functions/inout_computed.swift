struct T { var c = 0.0; var f: Double { get { c * 2 } set { c = newValue / 2 } } ; subscript(i: Int) -> Double { get { c + Double(i) } set { c = newValue - Double(i) } } }
func add(_ x: inout Double) { x += 1 }
var t = T()
add(&t.f); print(t.c)
add(&t[3]); print(t.c)
t.f *= 4; print(t.c)
var obs = 0 { didSet { print("set", obs) } }
func inc(_ x: inout Int) { x += 1; x += 1 }
inc(&obs)
