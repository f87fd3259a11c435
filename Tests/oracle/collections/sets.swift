var s: Set = [1, 2, 3]
s.insert(3); s.insert(4)
print(s.count, s.contains(2), s.sorted())
print(s.union([9]).sorted(), s.intersection([2, 3, 10]).sorted(), s.subtracting([1]).sorted(), s.symmetricDifference([1, 5]).sorted())
print(s.remove(1) ?? 0, s.remove(100) == nil, s.isSubset(of: [2, 3, 4, 5]), s.isDisjoint(with: [7]))
print(Set("hello").count, Set([1, 2]) == [2, 1], Set<Int>().isEmpty, s.insert(2).inserted)
print(Set([5]), s.map { $0 * 2 }.sorted(), s.filter { $0 > 2 }.sorted(), s.min()!)
