var a = Array(0..<10)
let s = a[3..<7]
print(s, s.startIndex, s.endIndex, s[3], s.first!, s.count, Array(s), s.map { $0 * 2 })
print(s.reduce(0, +), s.dropFirst(), s.prefix(2), s.reversed(), s.contains(5), s.firstIndex(of: 5)!)
a[2...4] = [100]; print(a)
a.replaceSubrange(0..<2, with: [7, 7, 7]); print(a)
for x in a[1...].prefix(2) { print(x) }
func sum(_ x: ArraySlice<Int>) -> Int { x.isEmpty ? 0 : x.first! + sum(x.dropFirst()) }
print(sum(a[...]), sum([1, 2, 3][1...]))
print(a.suffix(3), a.dropLast(5), a[a.count - 1], a[..<3] == [7, 7, 7])
