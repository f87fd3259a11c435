indirect enum List<T> {
  case empty
  case node(T, List<T>)
  func prepending(_ x: T) -> List { .node(x, self) }
  var array: [T] {
    switch self {
    case .empty: return []
    case let .node(x, rest): return [x] + rest.array
    }
  }
  func map<U>(_ f: (T) -> U) -> List<U> {
    switch self {
    case .empty: return .empty
    case let .node(x, rest): return .node(f(x), rest.map(f))
    }
  }
  func fold<R>(_ initial: R, _ f: (R, T) -> R) -> R {
    guard case let .node(x, rest) = self else { return initial }
    return rest.fold(f(initial, x), f)
  }
}
let list = List<Int>.empty.prepending(3).prepending(2).prepending(1)
print(list.array, list.map { "n\($0)" }.array, list.fold(0, +))
extension List: Sequence {
  func makeIterator() -> AnyIterator<T> {
    var current = self
    return AnyIterator {
      guard case let .node(x, rest) = current else { return nil }
      current = rest
      return x
    }
  }
}
print(list.map { $0 * 2 }.array, list.filter { $0 > 1 }, Array(list))
