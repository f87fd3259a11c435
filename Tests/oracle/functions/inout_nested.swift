struct Inner { var v = [1, 2] }
struct Outer { var inner = Inner(); var t = (a: 1, b: 2) }
func bump(_ x: inout Int) { x += 10 }
func extend(_ x: inout [Int]) { x.append(99); bump(&x[0]) }
var o = Outer()
extend(&o.inner.v); bump(&o.t.b); bump(&o.inner.v[1])
print(o)
var d = ["k": [1]]
extend(&d["k"]!)
print(d)
func swapFirst(_ a: inout [Int], _ b: inout [Int]) { (a[0], b[0]) = (b[0], a[0]) }
var p = [1, 2], q = [3, 4]
swapFirst(&p, &q)
print(p, q)
