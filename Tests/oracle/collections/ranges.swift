let r = 1..<5
print(r, r.count, r.contains(4), r.contains(5), r.lowerBound, r.upperBound, r.isEmpty)
print(1...3, (1...3).contains(3), (0..<0).isEmpty, (1...10).filter { $0.isMultiple(of: 3) })
print((1.0...2.0).contains(1.5), ("a"..."f").contains("c"))
print((1...5).reversed().map { $0 }, Array((1...3)), (1...4).map { $0 }.reduce(1, *))
let a = [10, 20, 30, 40]
print(a[1...], a[..<2], a[...1], a[1..<3].count)
print(r.clamped(to: 2..<10), r.overlaps(4..<9), r == 1..<5)
var sum = 0
for i in 5... { if i > 8 { break }; sum += i }
print(sum, (0..<10).randomElement() != nil, (3...3).count)
