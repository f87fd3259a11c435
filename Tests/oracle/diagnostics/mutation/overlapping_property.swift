struct P { var a = 1, b = 2; var c: Int { get { a } set { a = newValue } } }
var p = P()
func f(_ x: inout Int, _ y: inout Int) { x += y }
f(&p.a, &p.b)
f(&p.a, &p.a)
