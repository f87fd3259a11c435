enum Dir: CaseIterable { case north, south, east, west
  var opposite: Dir { switch self { case .north: .south; case .south: .north; case .east: .west; case .west: .east } } }
print(Dir.north.opposite, Dir.allCases.count, Dir.allCases, Dir.east == .east)
enum Planet: Int { case mercury = 1, venus, earth }
print(Planet.earth.rawValue, Planet(rawValue: 2)!, Planet(rawValue: 9) == nil)
enum Suit: String, CaseIterable { case hearts, spades = "S" }
print(Suit.hearts.rawValue, Suit.spades.rawValue, Suit(rawValue: "S")!)
enum Shape { case circle(Double), rect(w: Double, h: Double), unit
  var area: Double { switch self { case .circle(let r): return 3 * r * r; case let .rect(w, h): return w * h; case .unit: return 1 } } }
let shapes: [Shape] = [.circle(2), .rect(w: 2, h: 3), .unit]
for s in shapes { print(s, s.area) }
indirect enum Expr { case num(Int), add(Expr, Expr), mul(Expr, Expr) }
func eval(_ e: Expr) -> Int { switch e { case .num(let n): n; case .add(let a, let b): eval(a) + eval(b); case .mul(let a, let b): eval(a) * eval(b) } }
print(eval(.add(.num(2), .mul(.num(3), .num(4)))))
enum List { case empty; indirect case node(Int, List) }
var list = List.empty
for i in 1...3 { list = .node(i, list) }
func sum(_ l: List) -> Int { if case .node(let v, let rest) = l { return v + sum(rest) }; return 0 }
print(sum(list), list)
if case .rect(let w, _) = shapes[1] { print(w) }
enum State { case idle, running(Int); mutating func next() { switch self { case .idle: self = .running(1); case .running(let n): self = n > 1 ? .idle : .running(n + 1) } } }
var st = State.idle; st.next(); st.next(); print(st); st.next(); print(st)
enum Op: String { case plus = "+", minus = "-"; func apply(_ a: Int, _ b: Int) -> Int { self == .plus ? a + b : a - b } }
print(Op(rawValue: "-")!.apply(5, 3), Op.plus)
enum Size: Int, Comparable { case s, m, l; static func < (a: Size, b: Size) -> Bool { a.rawValue < b.rawValue } }
print(Size.s < .l, [Size.l, .s, .m].sorted(), max(Size.s, .m))
enum Tok: Equatable { case int(Int), op(Character), end }
print(Tok.int(3) == .int(3), Tok.op("+") == .end, [Tok.int(1), .end].contains(.end))
