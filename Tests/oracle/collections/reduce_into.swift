let words = ["apple", "avocado", "banana", "blueberry", "cherry"]
print(words.reduce(into: [Character: [String]]()) { $0[$1.first!, default: []].append($1) }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.count)" })
print((1...5).reduce(into: [Int]()) { $0.insert($1, at: 0) }, [3, 1, 2].reduce(Int.min, max), [[1], [2, 3]].reduce([], +))
print((1...4).reduce((0, 1)) { ($0.0 + $1, $0.1 * $1) }, words.reduce("") { $0.isEmpty ? $1 : "\($0)/\($1)" })
