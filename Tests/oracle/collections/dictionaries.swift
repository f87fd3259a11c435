var d = ["a": 1, "b": 2]
d["c"] = 3
d["a"] = nil
print(d.count, d["b"] ?? 0, d["zz"] ?? -1, d["a"] == nil)
print(d.keys.sorted(), d.values.sorted())
for (k, v) in d.sorted(by: { $0.key < $1.key }) { print(k, v) }
d["b", default: 0] += 10
d["n", default: 5] += 1
print(d["b"]!, d["n"]!)
var counts: [Character: Int] = [:]
for c in "hello" { counts[c, default: 0] += 1 }
print(counts["l"]!, counts.count)
let g = Dictionary(grouping: 1...6) { $0 % 3 }
print(g[0]!, g[1]!, g[2]!)
print(d.mapValues { $0 * 2 }["b"]!, d.filter { $0.value > 5 }.count, d.isEmpty)
print(["x": 1], [Int: String](), ["k": ["n": 1]])
print(d.removeValue(forKey: "b") ?? 0, d.updateValue(7, forKey: "c") ?? 0, d.contains { $0.key == "c" })
let m = Dictionary(uniqueKeysWithValues: [("p", 1), ("q", 2)])
print(m["q"]!, m == ["q": 2, "p": 1])
print(m.merging(["q": 5, "r": 6]) { $0 + $1 }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
var nested: [String: [Int]] = [:]
nested["a", default: []].append(1)
nested["a"]?.append(2)
print(nested)
print(Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +), m.map { $0.value }.sorted(), m.max { $0.value < $1.value }!.key)
