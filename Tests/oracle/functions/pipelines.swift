precedencegroup Pipe { associativity: left
  higherThan: AssignmentPrecedence
 lowerThan: TernaryPrecedence }
infix operator |>: Pipe
func |> <A, B>(a: A, f: (A) throws -> B) rethrows -> B { try f(a) }
precedencegroup Comp { associativity: right
  higherThan: Pipe }
infix operator >>>: Comp
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
infix operator **: MultiplicationPrecedence
func ** (b: Double, e: Int) -> Double { (0..<e).reduce(1) { a, _ in a * b } }
postfix operator %
postfix func % (x: Double) -> Double { x / 100 }
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
infix operator ≈: ComparisonPrecedence
func ≈ (a: Double, b: Double) -> Bool { abs(a - b) < 1e-9 }
print(5 |> { $0 + 1 } |> String.init, ({ $0 * 2 } >>> { "\($0)!" } >>> { $0.count })(50), 2 ** 10, 50%, √16, 0.1 + 0.2 ≈ 0.3)
struct V: Equatable { var x, y: Double
  static func + (a: V, b: V) -> V { V(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: V, b: V) -> V { V(x: a.x - b.x, y: a.y - b.y) }
  static prefix func - (a: V) -> V { V(x: -a.x, y: -a.y) }
  static func * (k: Double, a: V) -> V { V(x: k * a.x, y: k * a.y) }
  static func *= (a: inout V, k: Double) { a = k * a }
  static func • (a: V, b: V) -> Double { a.x * b.x + a.y * b.y }
  static let zero = V(x: 0, y: 0) }
infix operator •: MultiplicationPrecedence
extension V: AdditiveArithmetic {}
var v = V(x: 1, y: 2); v += V(x: 1, y: 1); v *= 2
print(v, v • V(x: 1, y: 0), -v, [v, v].sum(), v - .zero == v)
extension Sequence where Element: AdditiveArithmetic { func sum() -> Element { reduce(.zero, +) } }
print([1, 2, 3].sum(), [0.5, 0.25].sum(), (1...4).sum())
func compose<T>(_ fs: ((T) -> T)...) -> (T) -> T { { x in fs.reduce(x) { $1($0) } } }
print(compose({ $0 + 1 }, { $0 * 10 })(4))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print(curry(+)(3)(4), [1, 2, 3].map(curry(*)(2)), curry(max)(5)(9))
func memoize<K: Hashable, R>(_ body: @escaping ((K) -> R, K) -> R) -> (K) -> R {
  var memo: [K: R] = [:]
  func call(_ k: K) -> R { if let r = memo[k] { return r }; let r = body(call, k); memo[k] = r; return r }
  return call
}
let fib = memoize { (fib: (Int) -> Int, n: Int) -> Int in n < 2 ? n : fib(n - 1) + fib(n - 2) }
print(fib(80))
let ops: [(String, (Double, Double) -> Double)] = [("+", +), ("-", -), ("*", *), ("/", /)]
for (n, f) in ops { print(n, f(6, 4), terminator: "; ") }
print()
let opd: [String: (Int, Int) -> Int] = ["add": { $0 + $1 }, "max": max, "sub": (-)]
print(opd["add"]!(2, 3), opd["max"]?(2, 3) ?? 0, opd["no"]?(1, 1) as Any, opd["sub"]!(9, 4))
func when(_ c: @autoclosure () -> Bool, _ m: @autoclosure () -> String = "default") -> String { c() ? m() : "no" }
print(when(1 < 2), when(3 < 2, { fatalError() }()), when(true, "a" + "b"))
func makeAcc() -> (add: (Int) -> Void, get: () -> Int) { var t = 0; return ({ t += $0 }, { t }) }
let acc = makeAcc(); acc.add(4); acc.add(5); print(acc.get())
var fs: [() -> Int] = []; for i in 0..<3 { fs.append { i * i } }; print(fs.map { $0() })
var k = 1; let cap = { [k] in k }; let live = { k }; k = 5; print(cap(), live())
print((1...3).flatMap { a in (a...3).map { b in (a, b) } }.filter { $0 != $1 }.map { "\($0)\($1)" })
print(["b", "a"].sorted(by: <), [3, 1, 2].sorted { $0 > $1 }, ["aa", "b"].max { $0.count < $1.count }!, ["x", "y"].firstIndex { $0 == "y" }!)
let sq: (Int) -> Int = { n in
  let r = n * n
  return r
}
print([1, 2].map(sq), zip([1, 2], ["a", "b"]).map { "\($1)\($0)" }, (0..<3).map { _ in "x" })
