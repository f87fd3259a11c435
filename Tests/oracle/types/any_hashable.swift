var d: [AnyHashable: Any] = ["a": 1, 2: "b", 3.5: true]
print(d.count, d["a"]!, d[2]!, d[3.5] as! Bool)
d["z"] = [1, 2]
print(d["z"] as? [Int] ?? [])
let s: Set<AnyHashable> = [1, "x", 2.5, 1]
print(s.count, s.contains("x"), s.contains(1), s.contains(9))
let k: AnyHashable = 5
print(k, k == AnyHashable(5), k == AnyHashable("5"))
if let n = k.base as? Int { print("int", n) }
func show(_ h: AnyHashable) -> String { "<\(h)>" }
print(show(3), show("q"), show([1, 2]))
let arr: [AnyHashable] = [1, "two", 3.0]
print(arr.map { "\($0)" }.joined(separator: ","))
print(arr)
struct P: Hashable { var x: Int }
let m: [AnyHashable] = [P(x: 1), P(x: 1), P(x: 2)]
print(Set(m).count, m[0] as? P == P(x: 1), m.contains(P(x: 2)))

print((k as? Int) ?? -1, k as? String ?? "none", k is Int)
let grouped = Dictionary(grouping: arr) { $0 is String }
print(grouped[true]?.count ?? 0)
