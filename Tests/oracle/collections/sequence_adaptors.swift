struct Chunks<Base: Collection>: Sequence, IteratorProtocol {
  private var rest: Base.SubSequence
  let size: Int
  init(_ base: Base, _ size: Int) { rest = base[...]; self.size = size }
  mutating func next() -> Base.SubSequence? {
    guard !rest.isEmpty else { return nil }
    let chunk = rest.prefix(size)
    rest = rest[chunk.endIndex...]
    return chunk
  }
}
struct Pairs<Base: Sequence>: Sequence {
  let base: Base
  struct Iterator: IteratorProtocol {
    var inner: Base.Iterator
    var last: Base.Element?
    mutating func next() -> (Base.Element, Base.Element)? {
      if last == nil { last = inner.next() }
      guard let a = last, let b = inner.next() else { return nil }
      last = b
      return (a, b)
    }
  }
  func makeIterator() -> Iterator { Iterator(inner: base.makeIterator()) }
}
extension Collection {
  func chunked(_ n: Int) -> Chunks<Self> { Chunks(self, n) }
  func rotated(by n: Int) -> [Element] {
    guard !isEmpty else { return [] }
    let k = index(startIndex, offsetBy: (n % count + count) % count)
    return Array(self[k...]) + self[..<k]
  }
  subscript(safe i: Index) -> Element? { i >= startIndex && i < endIndex ? self[i] : nil }
}
extension Sequence {
  func pairs() -> Pairs<Self> { Pairs(base: self) }
  func scan<R>(_ initial: R, _ f: (R, Element) -> R) -> [R] {
    var results = [initial]
    for e in self { results.append(f(results.last!, e)) }
    return results
  }
  func uniqued<K: Hashable>(by key: (Element) -> K) -> [Element] {
    var seen = Set<K>()
    return filter { seen.insert(key($0)).inserted }
  }
  func grouped<K: Hashable>(_ key: (Element) -> K) -> [(K, [Element])] {
    var order: [K] = [], groups: [K: [Element]] = [:]
    for e in self {
      let k = key(e)
      if groups[k] == nil { order.append(k) }
      groups[k, default: []].append(e)
    }
    return order.map { ($0, groups[$0]!) }
  }
}
print((1...7).chunked(3).map(Array.init), "abcdefg".chunked(2).map(String.init), [Int]().chunked(4).map(Array.init))
print(Array([1, 4, 9].pairs()).map { $1 - $0 }, "xyz".pairs().map { "\($0)\($1)" }, Array([5].pairs()).isEmpty)
print([1, 2, 3, 4].scan(0, +), ["a", "b"].scan("", +), [3, 1, 2].rotated(by: 1), "hello".rotated(by: -2), [1, 2][safe: 5] as Any, [1, 2][safe: 1]!)
print(["apple", "bob", "avocado", "cat", "blue"].uniqued { $0.first! }, ["apple", "bob", "avocado"].grouped { $0.count }.map { "\($0):\($1)" })
let fibonacci = sequence(state: (0, 1)) { s -> Int? in
  defer { s = (s.1, s.0 + s.1) }
  return s.0
}
print(Array(fibonacci.prefix(10)), fibonacci.lazy.filter { $0 % 2 == 0 }.first { $0 > 50 }!, fibonacci.first { $0 > 1000 }!)
print(Array(sequence(first: 100) { $0 > 10 ? $0 / 2 : nil }), sequence(first: "a", next: { $0.count < 4 ? $0 + "b" : nil }).joined(separator: " "))
var iterator = [1, 2, 3].makeIterator()
while let x = iterator.next(), x < 3 { print(x, terminator: " ") }
print(iterator.next() as Any)
let countdown = AnySequence { () -> AnyIterator<Int> in
  var n = 3
  return AnyIterator { n -= 1; return n >= 0 ? n : nil }
}
print(Array(countdown), countdown.map { $0 * 2 }, countdown.contains(1), zip(countdown, "abc").map { "\($1)\($0)" })
print(stride(from: 1.0, through: 2, by: 0.25).map { $0 }, stride(from: 10, to: 0, by: -4).reversed(), Array(zip(stride(from: 0, to: 100, by: 33), "pqrs")).last!)
print((1...3).flatMap { i in (i...3).map { j in i * j } }, (1...4).reduce(into: []) { $0.insert($1, at: 0) }, [[1, 2], [3]].joined().reversed() as [Int])
