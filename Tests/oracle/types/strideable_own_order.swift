// Strideable orders and compares by distance, unless the type says otherwise.
struct Step: Strideable {
  var n: Int
  func distance(to other: Step) -> Int { other.n - n }
  func advanced(by k: Int) -> Step { Step(n: n + k) }
}
struct Even: Strideable, Hashable {
  var n: Double
  static func < (a: Even, b: Even) -> Bool { print("own <"); return a.n < b.n }
  static func == (a: Even, b: Even) -> Bool { print("own =="); return a.n == b.n }
  func hash(into hasher: inout Hasher) { hasher.combine(n) }
  func distance(to other: Even) -> Double { other.n - n }
  func advanced(by k: Double) -> Even { Even(n: n + k) }
}
print(Step(n: 1) < Step(n: 2), Step(n: 1) == Step(n: 1), Step(n: 3) >= Step(n: 4), [Step(n: 2), Step(n: 1)].min()!.n)
print((Step(n: 0)..<Step(n: 3)).map(\.n), Even(n: 1) < Even(n: 2), Even(n: 1) == Even(n: 2))
func clamp<T: Strideable>(_ x: T, _ low: T, _ high: T) -> T { x < low ? low : x > high ? high : x }
print(clamp(5, 1, 3), clamp(0.5, 1.0, 2.0), clamp(Step(n: 9), Step(n: 1), Step(n: 4)).n)
