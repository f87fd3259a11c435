struct Countdown: Sequence, IteratorProtocol {
  var n: Int
  mutating func next() -> Int? { if n == 0 { return nil }; defer { n -= 1 }; return n }
}
print(Array(Countdown(n: 3)), Countdown(n: 4).map { $0 * 2 }, Countdown(n: 3).reduce(0, +), Countdown(n: 3).contains(2))
for x in Countdown(n: 2) { print(x) }
struct Fib: Sequence {
  let n: Int
  func makeIterator() -> FibIterator { FibIterator(left: n) }
}
struct FibIterator: IteratorProtocol {
  var left: Int, a = 0, b = 1
  mutating func next() -> Int? {
    if left == 0 { return nil }
    left -= 1
    (a, b) = (b, a + b)
    return a
  }
}
print(Array(Fib(n: 8)), Fib(n: 5).sorted(by: >), Fib(n: 5).max()!)
print(sequence(first: 1) { $0 < 50 ? $0 * 2 : nil }.map { $0 })
print((1...9).lazy.map { $0 * $0 }.filter { $0 % 2 == 1 }.map { $0 })
print(zip(1..., ["a", "b"]).map { "\($0)\($1)" }, ["a", "b"].enumerated().map { $0.offset })
print([1, 2, 3, 4].prefix { $0 < 3 }, [1, 2, 3].drop { $0 < 2 }, repeatElement("x", count: 3).joined())
print([5, 3, 8].min { $0 > $1 }!, [1, 2, 3].forEach { _ in }, [[1], [2, 3]].joined().map { $0 })
print([3, 1, 2].reduce(into: [Int]()) { $0.append($1 * 2) })
