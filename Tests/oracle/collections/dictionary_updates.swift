var d: [String: [String: Int]] = [:]
d["x", default: [:]]["a", default: 0] += 1
d["x"]!["b"] = 2
d["y"] = ["c": 3]
print(d["x"]!.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }, d["y"]?["c"] ?? 0, d["z"]?["q"] as Any)
d["x"]?["a"]? += 10; print(d["x"]!["a"]!)
d["y"] = nil; print(d.count, d["y"] == nil)
var c = ["a": 1, "b": 2]
for (k, v) in c { c[k] = v * 10 }
print(c["a"]!, c["b"]!, c.reduce(0) { $0 + $1.value }, c.keys.contains("a"), c.values.max()!, c.first(where: { $0.value == 20 })!.key)
if let i = c.index(forKey: "a") { print(c[i].value) }
print(c.removeValue(forKey: "zz") as Any, c.filter { $0.key == "a" }, c.count, c.isEmpty)
let inv = Dictionary(uniqueKeysWithValues: c.map { ($0.value, $0.key) }); print(inv[10]!)
c.merge(["a": 5, "n": 1]) { old, new in old + new }; print(c["a"]!, c["n"]!)
