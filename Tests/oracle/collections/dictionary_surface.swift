let inventory = ["apples": 3, "pears": 0, "plums": 12]
func show<V>(_ d: [String: V]) -> String { d.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ") }
print(show(inventory.mapValues { $0 * 2 }), show(inventory.filter { $0.value > 0 }), show(inventory.compactMapValues { $0 > 0 ? String($0) : nil }))
var merged = inventory.merging(["apples": 1, "figs": 5]) { old, new in old + new }
print(show(merged), show(merged.merging(["figs": 0]) { a, _ in a }), show(merged.merging([("kiwis", 1)], uniquingKeysWith: max)))
merged.merge([("pears", 7), ("apples", 9)]) { _, new in new }
print(show(merged))
let byLength = Dictionary(grouping: ["a", "bb", "cc", "d", "eee"], by: \.count)
print(byLength.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }, byLength[2]?.first ?? "", byLength[9, default: []].isEmpty)
let counts = Dictionary("mississippi".map { ($0, 1) }, uniquingKeysWith: +)
print(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key)\($0.value)" }.joined())
let squares = Dictionary(uniqueKeysWithValues: (1...4).map { ($0, $0 * $0) })
print(squares[3]!, squares.values.sorted(), squares.keys.sorted(by: >), squares.count, squares.keys.contains(2), squares.values.contains(7))
let pairs = Dictionary(uniqueKeysWithValues: zip(["x", "y"], [1.5, 2.5]))
print(pairs["x"]!, pairs.max { $0.value < $1.value }!.key, pairs.min { $0.value < $1.value }!)
var scores: [String: [Int]] = [:]
for (name, score) in [("ann", 3), ("bob", 5), ("ann", 8)] { scores[name, default: []].append(score) }
scores["bob"]?.append(6)
scores["bob"]?[0] += 100
scores["zoe"]?.append(1)
print(show(scores), scores["zoe"] as Any, scores.removeValue(forKey: "ann") ?? [], scores.count)
print(scores.updateValue([1], forKey: "new") as Any, scores.updateValue([2], forKey: "new") as Any)
scores["bob"] = nil
print(scores, scores.isEmpty, scores.first!.key, scores.keys.first!, scores.values.first!)
print(inventory.contains { $0.value == 12 }, inventory.allSatisfy { $0.value >= 0 }, inventory.reduce(0) { $0 + $1.value }, inventory.map { $0.value }.sorted())
print(inventory == ["plums": 12, "apples": 3, "pears": 0], inventory != [:], inventory.first { $0.value == 0 }!.key)
if let index = inventory.index(forKey: "plums") { print(inventory[index], inventory[index].value, inventory.keys[index]) }
var nested: [String: [String: Int]] = ["a": ["x": 1]]
nested["a"]?["y"] = 2
nested["b", default: [:]]["z", default: 10] += 5
print(nested["a"]!.count, nested["b"]!, nested["c"]?["q"] as Any, nested["a"]?["x"] ?? 0)
var optionals: [String: Int?] = ["a": 1, "b": nil]
print(optionals.count, optionals["b"]! as Any, optionals["c"] as Any)
optionals["a"] = nil
optionals.updateValue(nil, forKey: "d")
print(optionals.count, optionals.keys.sorted())
struct Point: Hashable { var x, y: Int }
var grid: [Point: Character] = [Point(x: 0, y: 0): "a"]
grid[Point(x: 1, y: 0)] = "b"
grid[.init(x: 0, y: 0)] = "c"
print(grid.count, grid[Point(x: 0, y: 0)]!, Set(grid.keys) == [Point(x: 0, y: 0), Point(x: 1, y: 0)])
var counter: [Character: Int] = [:]
"hello".forEach { counter[$0, default: 0] += 1 }
for key in counter.keys { counter[key]! *= 2 }
for (key, value) in counter where value > 2 { counter.removeValue(forKey: key) }
print(counter.keys.sorted(), counter.values.reduce(0, +), type(of: counter), [String: Int]().isEmpty)
print(["one": 1], ["k": ["v": 1.0]], [1: nil as Int?], [:] as [Int: Int])
var d = [3: "c", 1: "a"]
d.reserveCapacity(10)
print(d.popFirst() != nil, d.count)
d.removeAll(keepingCapacity: true)
print(d)
