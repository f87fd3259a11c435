func greet(_ name: String, from place: String = "here", times n: Int = 1, loud: Bool = false) -> String {
  let s = Array(repeating: "hi \(name) from \(place)", count: n).joined(separator: ", ")
  return loud ? s.uppercased() : s
}
print(greet("a"), greet("b", times: 2), greet("c", from: "x", loud: true), greet("d", from: "y", times: 1, loud: false), separator: " | ")
func sum(_ xs: Int..., scaledBy k: Int = 1) -> Int { xs.reduce(0, +) * k }
print(sum(), sum(1, 2, 3), sum(1, 2, scaledBy: 10), sum(scaledBy: 5))
func format(_ items: Any..., separator: String = ",") -> String { items.map { "\($0)" }.joined(separator: separator) }
print(format(1, "a", 2.5), format(nil as Int? as Any, [1], separator: "/"))
func update(_ xs: inout [Int], at i: Int, by f: (inout Int) -> Void) { f(&xs[i]) }
var xs = [1, 2, 3]
update(&xs, at: 1) { $0 *= 50 }
print(xs)
func minMax<C: Collection>(_ c: C) -> (min: C.Element, max: C.Element)? where C.Element: Comparable {
  guard var low = c.first else { return nil }
  var high = low
  for x in c.dropFirst() { if x < low { low = x } else if x > high { high = x } }
  return (low, high)
}
if let (lo, hi) = minMax([3, 9, -2]) { print(lo, hi) }
print(minMax("hello")!, minMax([Double]()) as Any, minMax(1...5)!.max)
@discardableResult func log(_ s: @autoclosure () -> String, if condition: Bool = true) -> Bool { if condition { print(s()) }; return condition }
log("shown")
log(String(fatalErrorName()), if: false)
func fatalErrorName() -> String { fatalError("never") }
func apply(_ f: (Int) -> Int, to x: Int, then g: ((Int) -> String)? = nil) -> String { g?(f(x)) ?? "\(f(x))" }
print(apply({ $0 + 1 }, to: 1), apply({ $0 * 2 }, to: 4) { "<\($0)>" }, apply(abs, to: -3), apply(-, to: 3))
func pick(_ x: Int) -> String { "int" }
func pick(_ x: Double) -> String { "double" }
func pick<T>(_ x: T) -> String { "generic" }
func pick(_ x: String...) -> String { "strings \(x.count)" }
print(pick(1), pick(1.0), pick("a"), pick("a", "b"), pick([1]), pick(1 as Any))
func outer(_ n: Int) -> Int {
  var calls = 0
  func inner(_ k: Int) -> Int {
    calls += 1
    return k == 0 ? 0 : k + inner(k - 1)
  }
  return inner(n) * 100 + calls
}
print(outer(4))
func first<T>(_ x: T, _ rest: T...) -> [T] { [x] + rest }
print(first(1), first("a", "b"), type(of: first(1.5, 2)))
func nothing() {}
print(nothing(), type(of: nothing), type(of: sum))
struct Grid { subscript(row r: Int, col c: Int = 0) -> Int { r * 10 + c }; subscript(_ rs: Int...) -> [Int] { rs }; static subscript(n: Int) -> String { "static \(n)" } }
print(Grid()[row: 2, col: 3], Grid()[row: 4], Grid()[1, 2, 3], Grid[7])
let f: (String, String, Int, Bool) -> String = greet(_:from:times:loud:)
print(f("z", "q", 1, false), [3, 1, 2].sorted(by: >), zip([1, 2], [3, 4]).map(+), ["1", "x"].compactMap(Int.init))
