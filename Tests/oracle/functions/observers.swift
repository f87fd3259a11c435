// Observable, publisher style closures, generics with where
final class Observable<T> {
  private var observers: [Int: (T, T) -> Void] = [:]
  private var next = 0
  var value: T { didSet { for k in observers.keys.sorted() { observers[k]?(oldValue, value) } } }
  init(_ value: T) { self.value = value }
  func observe(_ f: @escaping (_ old: T, _ new: T) -> Void) -> () -> Void {
    defer { next += 1 }
    let id = next
    observers[id] = f
    return { [weak self] in self?.observers[id] = nil }
  }
  func map<U>(_ f: @escaping (T) -> U) -> Observable<U> {
    let o = Observable<U>(f(value))
    _ = observe { _, new in o.value = f(new) }
    return o
  }
}
extension Observable where T: Numeric { static func += (o: Observable, x: T) { o.value = o.value + x } }
extension Observable: CustomStringConvertible where T: CustomStringConvertible { var description: String { "<\(value.description)>" } }
let o = Observable(1)
let cancel = o.observe { print("\($0) -> \($1)") }
let doubled = o.map { Double($0) * 2 }
o += 4
cancel()
o.value = 10
print(o, doubled, doubled.value)
