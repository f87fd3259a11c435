final class Button {
  var onTap: (() -> Void)?
  private var observers: [String: (Int) -> Bool] = [:]
  func observe(_ name: String, _ body: @escaping (Int) -> Bool) { observers[name] = body }
  func tap(_ n: Int) -> [String] {
    onTap?()
    return observers.filter { $0.value(n) }.keys.sorted()
  }
}
let button = Button()
var taps = 0
button.onTap = { taps += 1 }
button.observe("even") { $0 % 2 == 0 }
button.observe("big") { n in n > 10 }
print(button.tap(4), button.tap(11), button.tap(12), taps)

func memoize<A: Hashable, R>(_ f: @escaping (A) -> R) -> (A) -> R {
  var cache: [A: R] = [:]
  return { a in
    if let r = cache[a] { return r }
    let r = f(a)
    cache[a] = r
    return r
  }
}
var computed = 0
let slowSquare = memoize { (n: Int) -> Int in computed += 1; return n * n }
print(slowSquare(4), slowSquare(4), slowSquare(5), computed)

func debounce(_ limit: Int, _ body: @escaping () -> Void) -> () -> Bool {
  var calls = 0
  return {
    calls += 1
    guard calls % limit == 0 else { return false }
    body()
    return true
  }
}
var fired = 0
let tick = debounce(3) { fired += 1 }
print((1...7).map { _ in tick() }, fired)

typealias Transform<T> = (T) -> T
func compose<T>(_ fs: Transform<T>...) -> Transform<T> { fs.reduce({ $0 }) { f, g in { g(f($0)) } } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
func flip<A, B, C>(_ f: @escaping (A) -> (B) -> C) -> (B) -> (A) -> C { { b in { a in f(a)(b) } } }
print(compose({ $0 + 1 }, { $0 * 2 }, { $0 - 3 })(5), curry(+)(1)(2), flip(curry(-))(1)(10), [1, 2].map(curry(*)(3)))
let adders = (1...3).map { n in { (x: Int) in x + n } }
print(adders.map { $0(10) }, compose(adders[0], adders[2])(0))

func retry<T>(_ times: Int, _ body: (Int) throws -> T) rethrows -> T {
  for attempt in 1..<times { if let value = try? body(attempt) { return value } }
  return try body(times)
}
struct Flaky: Error { let attempt: Int }
print(try retry(3) { n in if n < 3 { throw Flaky(attempt: n) }; return "ok after \(n)" })
do { _ = try retry(2) { throw Flaky(attempt: $0) } } catch { print("gave up:", error) }
var stack: [() -> String] = []
for name in ["a", "b", "c"] { stack.append { name.uppercased() } }
print(stack.reversed().map { $0() })
var value = 1
let capture = { [value] in value }
let live = { value }
value = 2
print(capture(), live(), { (a: inout Int) in a *= 10 }(&value), value)
let recursive: (Int) -> Int = { n in
  func go(_ k: Int) -> Int { k <= 1 ? 1 : k * go(k - 1) }
  return go(n)
}
print(recursive(6), { $0 + $1 }(1, 2), ((1...4).reduce { $0 * $1 }))
extension Sequence { func reduce(_ f: (Element, Element) -> Element) -> Element? { var r: Element?; for e in self { r = r.map { f($0, e) } ?? e }; return r } }
