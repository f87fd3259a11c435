let d = ["b": 2, "a": 1, "c": 3]
for (k, v) in d.sorted(by: { $0.key < $1.key }) { print(k, v) }
for (i, pair) in d.sorted(by: { $0.value > $1.value }).enumerated() { print(i, pair.key, pair.value) }
print(d.keys.sorted(), d.values.sorted(), d.map { $0.value * 2 }.sorted(), d.max { $0.value < $1.value }!.key)
print(d.reduce(0) { $0 + $1.value }, d.contains { $0.value == 2 }, d.allSatisfy { $0.value > 0 }, d.compactMapValues { $0 > 1 ? $0 : nil }.count)
