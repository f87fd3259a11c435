struct A { var n: Int; var b: B; var list = [1, 2] }
struct B { var s: String; var opt: Int? }
var a = A(n: 1, b: B(s: "x", opt: 4))
let k = \A.n
print(a[keyPath: k], a[keyPath: \.b.s], a[keyPath: \A.list[1]], a[keyPath: \.b.opt!])
a[keyPath: k] = 10; a[keyPath: \.b.s] += "y"
print(a.n, a.b.s, [a, a].map(\.n), ["a", "bb"].map(\.count), [3, 1].sorted(by: <).map(\.description))
func get<T, V>(_ x: T, _ p: KeyPath<T, V>) -> V { x[keyPath: p] }
print(get(a, \.b.s.count), get("hello", \.count))
print([A(n: 2, b: B(s: "q")), a].max { $0.n < $1.n }!.n, [1, 2, 3].filter(\.isOdd))
extension Int { var isOdd: Bool { self % 2 == 1 } }
