var d = [1: "a", 2: "b", 3: "c"]
d[1] = nil
print(d.count, d.removeValue(forKey: 2) as Any, d.removeValue(forKey: 9) as Any, d)
d.merge([3: "z", 4: "w"]) { old, new in old + new }
print(d[3]!, d[4]!)
d.removeAll()
print(d.isEmpty, d)
