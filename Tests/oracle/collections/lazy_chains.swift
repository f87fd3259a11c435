var calls = 0
func expensive(_ n: Int) -> Int {
  calls += 1
  return n * n
}
let squares = (1...).lazy.map(expensive)
print(squares.first { $0 > 50 }!, calls)
calls = 0
let some = [1, 2, 3, 4, 5, 6].lazy.filter { $0 % 2 == 0 }.map(expensive)
print(calls, some.first!, calls, Array(some), calls)
print(Array((1...10).lazy.map { $0 * 2 }.filter { $0 % 3 == 0 }.prefix(2).map { $0 + 1 }))
print(Array((1...3).lazy.flatMap { Array(repeating: $0, count: $0) }), Array(["1", "x", "3"].lazy.compactMap { Int($0) }))
print((1...).lazy.filter { $0 % 7 == 0 }.prefix { $0 < 30 }.reduce(0, +), Array((1...6).lazy.drop { $0 < 4 }))
print([3, 1, 2].lazy.sorted(), [3, 1, 2].lazy.map { $0 * -1 }.max()!, [1, 2].lazy.contains(2), [1, 2, 3].lazy.reversed().map { $0 * 10 }.count)
let view = [10, 20, 30].lazy.map { $0 / 10 }
print(view[1], view.count, view.last!, view.isEmpty, Array(view.enumerated()).map { $0.offset + $0.element }, Array(view.dropFirst()))
print(Array(zip((1...).lazy.map { $0 * $0 }, ["a", "b", "c"]).map { "\($0)\($1)" }))
for (i, c) in "abc".lazy.map({ $0.uppercased() }).enumerated() { print(i, c, terminator: ";") }
print()
print(["b": 2, "a": 1].lazy.map { $0.value }.reduce(0, +), ["x", "yy"].lazy.map(\.count).reduce(0, +))
print([[1], [2, 3], []].lazy.joined().map { $0 + 1 }, Array([1, 2, 3, 4].lazy.prefix(while: { $0 < 3 })))
print((0..<5).lazy.allSatisfy { $0 < 5 }, (0..<5).lazy.min()!, Array((0..<5).lazy.suffix(2)), (1...4).lazy.map(Double.init).reduce(1, *))
func primes() -> some Sequence<Int> { (2...).lazy.filter { n in !(2..<n).contains { n % $0 == 0 } } }
print(Array(primes().prefix(8)))
