protocol Counter { var n: Int { get set }; mutating func inc() }
extension Counter { mutating func inc() { n += 1 }; mutating func inc(by k: Int) { for _ in 0..<k { inc() } } }
struct A: Counter { var n = 0 }
class B: Counter { var n = 10; func inc() { n += 2 } }
var a = A(); a.inc(); a.inc(by: 3)
var b: any Counter = B(); b.inc(); b.n += 1
var e: any Counter = a; e.inc(); 
print(a.n, b.n, e.n)
func bump<T: Counter>(_ x: inout T) { x.inc() }
bump(&a); print(a.n)
var list: [any Counter] = [A(), B()]; list[0].inc(); list[1].inc(); print(list.map { $0.n })
