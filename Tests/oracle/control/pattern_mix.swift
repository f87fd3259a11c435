func classify(_ p: (Int, Int)) -> String {
  switch p {
  case (0, 0): "origin"
  case (let x, 0) where x < 0: "left \(x)"
  case (_, 0): "x axis"
  case (0, 1...): "up"
  case let (x, y) where x == y: "diagonal \(x)"
  case (-2...2, -2...2): "near"
  case (..<0, _), (_, ..<0): "negative"
  default: "far"
  }
}
for p in [(0, 0), (-3, 0), (5, 0), (0, 7), (4, 4), (1, 2), (-9, 3), (9, 3)] { print(p, classify(p)) }
outer: for i in 1... {
  for j in 1...i {
    if j == 7 { continue outer }
    if i * j > 50 { print(i, j); break outer }
  }
}
let xs: [Int?] = [1, nil, 3, nil, 5]
for case let x? in xs where x > 1 { print(x, terminator: " ") }
for case .some(let x) in xs { print(x, terminator: " ") }
print()
enum Token { case num(Double), op(Character), paren(open: Bool) }
let toks: [Token] = [.num(1), .op("+"), .paren(open: true), .num(2.5)]
for case .num(let v) in toks { print(v) }
if case .paren(open: let o) = toks[2], o { print("open") }
guard case .op(let c) = toks[1] else { fatalError() }
print(c)
let count = toks.filter { if case .num = $0 { true } else { false } }.count
print(count)
func grade(_ n: Int) -> Character { switch n { case 90...: return "A"; case 80..<90: return "B"; case Int.min..<0: return "?"; default: return "F" } }
print([95, 85, 12, -1].map(grade).map(String.init).joined())
switch "hello" { case "hi", "hello": print("greet"); fallthrough; case "bye": print("fell"); default: print("no") }
let any: [Any] = [1, "two", 3.0, [4], (5, "six"), { 7 }, Optional<Int>.none as Any, true, Character("c")]
for x in any { switch x { case 0 as Int: print("zero"); case let n as Int where n > 0: print("pos", n); case is Double: print("double"); case let s as String: print("str", s); case let a as [Int]: print("arr", a); case let (n, s) as (Int, String): print("tuple", n, s); case is Bool: print("bool"); case let f as () -> Int: print("fn", f()); case let c as Character: print("ch", c); default: print("other") } }
label: do { print("in"); if xs.count > 2 { break label }; print("never") }
var n = 27, steps = 0
repeat { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps += 1 } while n != 1
print(steps)
while let last = [1, 2, 3].dropLast(steps % 4).last, last > 1 { print("last", last); steps += 1; if steps > 120 { break } }
let msg = if steps > 100 { "long" } else if steps > 10 { "mid" } else { "short" }
let v = switch msg { case "long": 1; case "mid": 2; default: 3 }
print(msg, v)
struct Regex2 { let p: String }
func ~= (r: Regex2, s: String) -> Bool { s.contains(r.p) }
switch "foobar" { case Regex2(p: "ooz"): print("ooz"); case Regex2(p: "oba"): print("oba"); default: print("none") }
if let a = Int("4"), let b = Int("5"), case let s = a + b, s.isMultiple(of: 3) { print(s) }
func f(_ o: Int??) -> String { switch o { case .none: "none"; case .some(.none): "some none"; case let x??: "\(x)" } }
print(f(nil), f(.some(nil)), f(3))
