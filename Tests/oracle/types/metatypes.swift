protocol Shape { init(); static var name: String { get } }
struct Dot: Shape { static let name = "dot" }
final class Ring: Shape { static let name = "ring"; required init() {} }
let kinds: [any Shape.Type] = [Dot.self, Ring.self]
for k in kinds { print(k.name, type(of: k.init())) }
func create<T: Shape>(_ t: T.Type) -> T { t.init() }
print(type(of: create(Dot.self)), Dot.self == Dot.self, Int.self is Any.Type, "\(Int?.self)", "\([String: [Int]].self)")
let t: Any.Type = String.self
print(t == String.self, t == Int.self, t)
class A { class var level: Int { 1 }; func kind() -> A.Type { type(of: self) } }
class B: A { override class var level: Int { 2 } }
let a: A = B()
print(a.kind().level, type(of: a) == B.self, type(of: a) == A.self, String(describing: type(of: a)))
print(type(of: 1.5), type(of: "c"), type(of: [1: "a"]), type(of: (1, "a")), type(of: { (x: Int) -> Bool in x > 1 }), type(of: Optional(1)))
