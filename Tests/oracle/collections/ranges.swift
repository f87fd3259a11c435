let r = 1..<5
print(r.count, r.contains(5), r.lowerBound, r.upperBound, r.isEmpty, Array(r), r.reversed().map { $0 })
print((1...5).sum(), (0...0).count, r.overlaps(4...9), r.clamped(to: 2..<10))
print((2...).contains(100), (..<3).contains(3), ("a"..."f").contains("c"), (0.5...1.5).contains(1))
for i in (0...10).filter({ $0 % 5 == 0 }) { print(i, terminator: " ") }
print()
print(r == 1..<5, r.map { $0 * $0 }, r.dropLast(), r.min()!, r.randomElement() != nil)
for x in stride(from: 1, through: 2, by: 0.5) { print(x, terminator: " ") }
print()
extension ClosedRange where Bound == Int { func sum() -> Int { reduce(0, +) } }
