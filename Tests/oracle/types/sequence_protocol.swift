struct Fibonacci: Sequence {
  let limit: Int
  struct Iterator: IteratorProtocol {
    var a = 0, b = 1
    var left: Int
    mutating func next() -> Int? {
      guard left > 0 else { return nil }
      left -= 1
      defer { (a, b) = (b, a + b) }
      return a
    }
  }
  func makeIterator() -> Iterator { Iterator(left: limit) }
}
let f = Fibonacci(limit: 10)
print(Array(f), f.reduce(0, +), f.max()!, f.contains(21), f.filter { $0 % 2 == 0 }, f.dropFirst(7).map { $0 })
for (i, x) in f.enumerated() where i > 7 { print(i, x) }
print(zip(f, f.dropFirst()).map { $1 - $0 }, f.sorted(by: >).prefix(2), f.first { $0 > 5 } as Any, f.min()!)
struct Countdown: Collection {
  let from: Int
  var startIndex: Int { 0 }
  var endIndex: Int { from }
  func index(after i: Int) -> Int { i + 1 }
  subscript(i: Int) -> Int { from - i }
}
let c = Countdown(from: 4)
print(Array(c), c.count, c.first!, c.map { $0 * $0 }, c[1], c.isEmpty, c.firstIndex(of: 2)!, c.prefix(2).map { $0 })
let gen = AnyIterator<Int> { nil }
print(Array(gen), AnySequence([1, 2]).map { $0 }.count)
