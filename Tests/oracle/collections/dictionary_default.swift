var counts: [Character: Int] = [:]
for c in "abracadabra" { counts[c, default: 0] += 1 }
print(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key)\($0.value)" })
var groups: [Int: [String]] = [:]
for w in ["a", "bb", "cc", "d"] { groups[w.count, default: []].append(w) }
print(groups[1]!, groups[2]!, groups[3, default: ["none"]])
var nested: [String: [String: Int]] = [:]
nested["x", default: [:]]["y", default: 10] += 5
print(nested["x"]!["y"]!)
