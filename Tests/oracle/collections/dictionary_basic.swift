var ages = ["Ann": 30, "Bob": 25]
ages["Cid"] = 41
ages["Ann"]! += 1
print(ages["Ann"]!, ages["Zed"] as Any, ages["Zed", default: -1], ages.count)
print(ages.updateValue(26, forKey: "Bob") as Any, ages.removeValue(forKey: "Cid") as Any, ages["Bob"]!)
ages["Bob"] = nil
print(ages, ages.isEmpty, ages.keys.contains("Ann"), ages.values.reduce(0, +))
for (name, age) in ["x": 1] { print(name, age) }
let squares = Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })
print(squares.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
let grouped = Dictionary(grouping: 1...6) { $0 % 3 }
for key in grouped.keys.sorted() { print(key, grouped[key]!) }
print(squares.mapValues { $0 + 1 }[2]!, squares.filter { $0.value > 3 }.count, squares.first { $0.key == 9 } as Any)
let merged = ["a": 1, "b": 2].merging(["b": 3, "c": 4]) { $0 + $1 }
print(merged.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }, merged == ["c": 4, "a": 1, "b": 5])
