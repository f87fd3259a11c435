struct P: Equatable, Hashable, Comparable, CustomStringConvertible { var x: Int, y: Int
  static func < (a: P, b: P) -> Bool { (a.x, a.y) < (b.x, b.y) }
  var description: String { "<\(x),\(y)>" } }
print(P(x: 1, y: 2) == P(x: 1, y: 2), P(x: 1, y: 2) < P(x: 1, y: 3), [P(x: 2, y: 0), P(x: 1, y: 9)].sorted(), Set([P(x: 1, y: 1), P(x: 1, y: 1)]).count)
print([P(x: 1, y: 1): "a"][P(x: 1, y: 1)]!, "\(P(x: 0, y: 0))", [P(x: 5, y: 5)], Optional(P(x: 1, y: 1)) as Any, max(P(x: 1, y: 1), P(x: 0, y: 5)))
struct D: CustomDebugStringConvertible { var debugDescription: String { "dbg" } }
print(D(), [D()], String(reflecting: D()))
enum E: Hashable { case a(Int), b }
print(Set([E.a(1), .a(1), .b]).count, E.a(2) != .a(3))
struct Poly: ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral { var c: [Double]
  init(arrayLiteral e: Double...) { c = e }
  init(integerLiteral v: Int) { c = [Double(v)] } }
let p: Poly = [1, 2, 3], k: Poly = 5
print(p.c, k.c)
struct Name: ExpressibleByStringLiteral { let v: String; init(stringLiteral s: String) { v = s } }
func hi(_ n: Name) -> String { "hi " + n.v }
print(hi("Lan"))
struct Id: Identifiable { let id: Int }
print([Id(id: 1), Id(id: 2)].map(\.id))
extension P { static let zero = P(x: 0, y: 0); init(_ v: Int) { self.init(x: v, y: v) } }
let z: P = .zero; print(z, P(4))
struct LCG: RandomNumberGenerator { var s: UInt64; mutating func next() -> UInt64 { s = s &* 6364136223846793005 &+ 1442695040888963407; return s } }
var rng = LCG(s: 42)
print(Int.random(in: 0..<100, using: &rng), Double.random(in: 0..<1, using: &rng), [1, 2, 3, 4, 5].shuffled(using: &rng), Bool.random(using: &rng), [7, 8, 9].randomElement(using: &rng)!)
