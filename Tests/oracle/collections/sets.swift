var s: Set = [3, 1, 2, 3]
print(s.count, s.contains(2), s.insert(4).inserted, s.insert(4).inserted, s.remove(1) as Any, s.remove(99) as Any)
let t: Set<Int> = [2, 3, 10]
print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted())
print(s.isSubset(of: [2, 3, 4, 5]), s.isDisjoint(with: [7]), s.isSuperset(of: [2]), s == [4, 3, 2])
s.formUnion([100])
s.subtract([2])
print(s.sorted(), s.map { $0 * 2 }.sorted(), s.filter { $0 > 3 }.sorted(), s.isEmpty)
print(Set("mississippi").sorted(), Set([1, 1, 1]).count)
var seen = Set<String>()
print(["a", "b", "a", "c", "b"].filter { seen.insert($0).inserted })
