print((17).isMultiple(of: 17), 17.description, (-17).magnitude, 17.advanced(by: 3), 3.distance(to: 10), (5).clamped(to: 1...3))
extension Comparable { func clamped(to r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }
print((1...5).map { 1 << $0 }, Int.random(in: 5...5), (10).hashValue == (10).hashValue)
