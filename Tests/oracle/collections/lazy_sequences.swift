let evens = (1...).lazy.filter { $0 % 2 == 0 }.map { $0 * $0 }
print(Array(evens.prefix(4)))
var calls = 0
let lazyMapped = [1, 2, 3].lazy.map { (x: Int) -> Int in calls += 1; return x * 10 }
print(calls, lazyMapped.first!, calls)
print(Array(lazyMapped), calls)
struct Countdown: Sequence, IteratorProtocol {
  var n: Int
  mutating func next() -> Int? {
    guard n > 0 else { return nil }
    defer { n -= 1 }
    return n
  }
}
print(Array(Countdown(n: 3)), Countdown(n: 4).map { $0 * 2 }, Countdown(n: 3).contains(2))
for (i, x) in Countdown(n: 2).enumerated() { print(i, x) }
print(Countdown(n: 5).reduce(0, +), Countdown(n: 5).sorted(), Countdown(n: 5).prefix(2).map { $0 }, Countdown(n: 3).min()!)
var it = [10, 20].makeIterator()
print(it.next() as Any, it.next() as Any, it.next() as Any)
