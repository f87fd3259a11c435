let letters = ["a", "b", "c", "d"]
let reversed = letters.reversed()
print(type(of: reversed), reversed.count, reversed.first!, reversed.last!)
for (i, letter) in reversed.enumerated() { print(i, letter, terminator: " ") }
print()
print(Array(reversed), reversed.map { $0 + $0 }, reversed.joined())
let backwards: [String] = letters.reversed()
print(backwards, backwards.reversed().elementsEqual(letters))
print(reversed[reversed.startIndex], Array(reversed.dropFirst()), Array(reversed.prefix(2)), reversed.contains("c"))
print(Array((1...5).reversed()), (0..<3).reversed().map { $0 * $0 }, Array(stride(from: 0, to: 10, by: 3).reversed()))
print(String("hello".reversed()), "hello".reversed().map(String.init), Array("abc".reversed()))
for i in (0..<3).reversed() where i != 1 { print(i, terminator: ",") }
print()
print(letters.reversed().reversed() == letters, letters.reversed().firstIndex(of: "b") != nil)
print(zip(letters, letters.reversed()).map { $0 + $1 })
print([1, 2, 3].reversed().reduce(0) { $0 * 10 + $1 }, [3, 1, 2].sorted().reversed() as [Int])
var total = 0
for x in [1, 2, 3][1...].reversed() { total = total * 10 + x }
print(total, [[1, 2], [3]].reversed().flatMap { $0.reversed() })
print(letters.indices.reversed().map { letters[$0] }, Set([1, 2]).sorted().reversed().first!)
