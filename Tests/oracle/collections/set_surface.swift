var a: Set = [1, 2, 3, 4], b: Set<Int> = [3, 4, 5]
print(a.union(b).sorted(), a.intersection(b).sorted(), a.subtracting(b).sorted(), a.symmetricDifference(b).sorted())
print(a.isSubset(of: [1, 2, 3, 4, 5]), a.isSuperset(of: [1]), a.isDisjoint(with: [9]), a.isStrictSubset(of: a), Set([1]).isStrictSubset(of: a), a.isStrictSuperset(of: [1, 2]))
print(a.insert(9), a.insert(9).inserted, a.remove(9) as Any, a.remove(9) as Any, a.contains(2), a.count)
a.formUnion(b)
a.formIntersection([1, 3, 5, 7])
print(a.sorted(), a == [5, 3, 1], a.hashValue == Set([1, 3, 5]).hashValue)
a.subtract([1])
a.formSymmetricDifference([5, 6])
print(a.sorted(), a.map { $0 * 2 }.sorted(), a.filter { $0 > 3 }, a.min()!, a.max()!, a.first != nil)
print(a.update(with: 3) as Any, a.update(with: 77) as Any, a.sorted(), Set(a.sorted().reversed()) == a)
print(Set("mississippi").sorted(), Set(["b", "a", "b"]).count, Set([1, 2]).isEmpty, Set<String>().isEmpty, ([] as Set<Int>).count)
let words: Set<String> = ["swift", "kotlin", "rust"]
print(words.sorted(), words.contains("rust"), words.reduce(0) { $0 + $1.count }, words.allSatisfy { $0.count > 3 }, words.sorted { $0.count < $1.count }[0])
enum Suit: CaseIterable { case hearts, spades }
let suits = Set(Suit.allCases)
print(suits.count, suits.contains(.hearts), suits == [.spades, .hearts])
var seen = Set<Int>()
print([1, 2, 1, 3, 2].filter { seen.insert($0).inserted }, seen.count)
let nested: Set<Set<Int>> = [[1, 2], [2, 1], [3]]
print(nested.count, nested.contains([2, 1]))
if let i = words.firstIndex(of: "rust") { print(words[i]) }
var copy = words
copy.removeAll()
print(words.count, copy.count, copy.popFirst() as Any, Set([5]).first!, Set([5]).randomElement()!)
for x in b.sorted() where b.contains(x + 1) { print(x, terminator: " ") }
print(type(of: b), Set([1]), Set(["x"]))
switch Set([1, 2]) {
case let s where s.count == 2: print("two of", s.sorted())
default: print("other")
}
