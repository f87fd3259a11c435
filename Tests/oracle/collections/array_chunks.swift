extension Array {
  func chunked(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } }
  func rotated(_ k: Int) -> [Element] { isEmpty ? [] : Array(self[(k % count)...] + self[..<(k % count)]) }
}
print([1, 2, 3, 4, 5].chunked(2), [1, 2, 3].rotated(1), [Int]().chunked(3), ["a", "b"].rotated(5))
func windows(_ xs: [Int], _ n: Int) -> [[Int]] { xs.count < n ? [] : (0...(xs.count - n)).map { Array(xs[$0..<$0 + n]) } }
print(windows([1, 2, 3, 4], 2).map { $0.reduce(0, +) })
