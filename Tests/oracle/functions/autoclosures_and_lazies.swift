var log: [String] = []
func noisy<T>(_ name: String, _ value: T) -> T { log.append(name); return value }
func choose<T>(_ condition: Bool, _ a: @autoclosure () throws -> T, or b: @autoclosure () throws -> T) rethrows -> T { condition ? try a() : try b() }
print(choose(true, noisy("a", 1), or: noisy("b", 2)), choose(false, noisy("c", "x"), or: noisy("d", "y")), log)
log = []
_ = noisy("left", false) && noisy("right", true)
_ = noisy("l2", true) || noisy("r2", true)
_ = (noisy("opt", nil as Int?)) ?? noisy("default", 3)
_ = (noisy("opt2", 4 as Int?)) ?? noisy("never", 3)
print(log)
struct Once<T> {
  private var make: (() -> T)?
  private var value: T?
  init(_ make: @autoclosure @escaping () -> T) { self.make = make }
  mutating func get() -> T {
    if let value { return value }
    let made = make!()
    value = made
    make = nil
    return made
  }
}
log = []
var once = Once(noisy("made", 42))
print(log, once.get(), once.get(), log)
struct Config {
  lazy var expensive: [Int] = { noisy("expensive", [3, 1, 2].sorted()) }()
  lazy var total = expensive.reduce(0, +)
  static let shared = noisy("shared", Config())
  var plain = noisy("plain", 1)
}
log = []
var config = Config()
print(log, config.total, config.expensive, log)
config.expensive.append(10)
print(config.total, config.expensive.count, Config.shared.plain, log)
func check(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String) { if !condition() { print("failed:", message()) } }
check(1 + 1 == 2, log[99])
check([1, 2].isEmpty, "list has \(2) items")
func measure(_ body: () throws -> Void) rethrows -> Int { let before = log.count; try body(); return log.count - before }
print(measure { _ = noisy("x", 0); _ = noisy("y", 0) })
let deferred: [() -> Int] = (1...3).map { i in { noisy("d\(i)", i * i) } }
print(deferred[1](), deferred.last!(), log.suffix(2))
