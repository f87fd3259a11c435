var a: Int? = nil
print(a as Any, a == nil, a ?? 3)
a = 4
print(a!, a.map { $0 * 2 } as Any, a.flatMap { $0 > 9 ? $0 : nil } as Any)
struct A { var b: B? }; struct B { var c: [Int]; var d: String? ; func f() -> Int { c.count } }
var x = A(b: B(c: [1, 2], d: nil))
print(x.b?.c.first ?? 0, x.b?.f() ?? -1, x.b?.d?.count ?? -2, x.b?.c[1] ?? 0)
x.b?.c.append(9); x.b?.d = "hey"
print(x.b!.c, x.b?.d ?? "none", x)
x.b = nil
x.b?.c.append(1)
print(x.b?.c.count as Any)
let nested: Int?? = .some(nil)
print(nested as Any, nested == nil, [1, nil, 3].compactMap { $0 })
let s: String? = "5"
if let s, let n = Int(s) { print(n + 1) }
func f(_ x: Int?) -> String { guard let x else { return "nil" }; return "\(x)" }
print(f(nil), f(1), Optional(3), [Optional("a")], Optional<Int>.none as Any)
let d = ["k": 1]
print(d["k"].map { $0 + 1 } ?? 0, d["z"] ?? 0)
switch a { case .some(let v) where v > 3: print("big", v); case .some: print("some"); case .none: print("none") }
switch a { case 4?: print("four"); case nil: print("nil"); default: print("else") }
var i: Int! = 5; print(i + 1); i = nil; print(i == nil)
print((try? Int("3") ?? 0) as Any, Optional(1) == 1, Optional(1) < Optional(2) ? 1 : 0)
extension Optional where Wrapped: Comparable { static func < (a: Wrapped?, b: Wrapped?) -> Bool { switch (a, b) { case let (x?, y?): x < y; case (nil, _?): true; default: false } } }
