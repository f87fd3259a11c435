// State machine, OptionSet, RawRepresentable, Comparable enums, switch expressions
struct Permissions: OptionSet, Hashable { let rawValue: Int
  static let read = Permissions(rawValue: 1 << 0), write = Permissions(rawValue: 1 << 1), exec = Self(rawValue: 4)
  static let all: Permissions = [.read, .write, .exec] }
var p: Permissions = [.read]
p.insert(.exec)
print(p.rawValue, p.contains(.write), p.isSubset(of: .all), p.union(.write) == .all, Permissions.all.subtracting(p).rawValue, p.symmetricDifference([.read, .write]).rawValue)
enum Priority: Int, Comparable, CaseIterable { case low = 1, medium, high
  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
print(Priority.allCases.max()!, Priority(rawValue: 2)!, Priority.low...Priority.medium ~= .high, Priority.allCases.map(\.rawValue))
enum State: Hashable { case idle, running(Int), done(result: String, code: Int)
  mutating func step() { self = switch self { case .idle: .running(1); case .running(let n) where n < 3: .running(n + 1); case .running: .done(result: "ok", code: 0); case .done: .idle } } }
var s = State.idle
for _ in 1...6 { print(s, terminator: " "); s.step() }
print()
let grade = { (n: Int) -> String in switch n { case 90...: "A"; case 80..<90: "B"; case ..<0: "?"; default: "C" } }
print([95, 85, 10, -1].map(grade))
let label = if p.isEmpty { "none" } else if p == .all { "all" } else { "some" }
print(label)
func classify(_ v: Any) -> String {
  switch v {
  case let n as Int where n > 10: "big \(n)"
  case is Int: "int"
  case let s as String: "text \(s.count)"
  case let (a, b) as (Int, Int): "pair \(a + b)"
  case let xs as [Int]: "ints \(xs)"
  case let f as () -> Int: "closure \(f())"
  case Optional<Any>.none: "nil"
  default: "other \(type(of: v))"
  }
}
print([1, 42, "hi", (1, 2), [3], { 7 } as () -> Int, 2.5, nil as Int? as Any].map(classify))
if case .done(let r, code: 0) = State.done(result: "x", code: 0), r.count == 1 { print("matched", r) }
let points = [(0, 1), (2, 0), (3, 3)]
for case let (x, y) in points where x != y { print(x, y) }
for case (let x, 0) in points { print("on axis", x) }
outer: for i in 1... { for j in 1...i where i * j == 12 { print(i, j); break outer } }
var n = 27, steps = 0
repeat { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps += 1 } while n != 1
print(steps)
print(type(of: s), "\(State.done(result: "r", code: 2))", [s: 1][.idle] as Any)
