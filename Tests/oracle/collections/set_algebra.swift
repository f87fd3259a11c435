let a: Set = [1, 2, 3], b: Set = [3, 4]
print(a.union(b).count, a.intersection(b), a.subtracting(b).sorted(), a.isSuperset(of: [1]), a.isStrictSubset(of: [1, 2, 3, 4]))
var c = a
c.formIntersection([2, 3, 9])
c.remove(2)
print(c, c.contains(3), a.map { $0 * $0 }.sorted(), a.reduce(0, +), a.min()!, Set(a.map { $0 % 2 }).sorted())
