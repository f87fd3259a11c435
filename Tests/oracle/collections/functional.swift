let words = ["swift", "is", "a", "compiled", "language"]
print(words.map(\.count), words.filter { $0.count > 2 }, words.reduce("") { $0 + $1.prefix(1) })
print(words.flatMap { Array($0.prefix(2)) }, ["1", "x", "3"].compactMap { Int($0) })
print(words.sorted(), words.sorted { $0.count < $1.count }, words.sorted(by: >))
print(words.reduce(into: [:]) { (counts: inout [Int: Int], w) in counts[w.count, default: 0] += 1 }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
print(zip(words, words.dropFirst()).map { "\($0)>\($1)" })
print((1...3).flatMap { n in (1...n).map { "\(n)\($0)" } })
print(words.lazy.map { $0.uppercased() }.filter { $0.contains("A") }.first!)
words.enumerated().forEach { print($0, $1, terminator: " ") }
print()
print([[1], [2, 3], []].joined().map { $0 * 10 }, [3, 1, 2].min(by: >)!)
print((1...5).reduce(1, *), (1...10).filter { $0.isMultiple(of: 3) }.map { $0 * $0 }.reduce(0, +))
