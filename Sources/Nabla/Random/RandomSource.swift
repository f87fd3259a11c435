/// How one library turns the words of its engine into numbers. A `Generator` holds one.
protocol RandomSource: AnyObject {
  /// A double in [0, 1).
  func uniform() -> Double
  /// A double from the standard normal distribution.
  func normal() -> Double
  /// An integer in 0..<bound; `bound` is above 0.
  func integer(below bound: UInt64) -> UInt64
  /// 0..<count in random order.
  func permutation(_ count: Int) -> [Int]
  /// `count` of 0..<n without repetition; count ≤ n.
  func sample(_ n: Int, _ count: Int) -> [Int]
  /// `count` doubles, each in `low`..<`high`.
  func fillUniform(_ out: UnsafeMutablePointer<Double>, _ count: Int, _ low: Double, _ high: Double)
  /// `count` floats, each in `low`..<`high`.
  func fillUniform(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ low: Double, _ high: Double)
  /// `count` normal doubles.
  func fillNormal(_ out: UnsafeMutablePointer<Double>, _ count: Int, _ mean: Double, _ deviation: Double)
  /// `count` normal floats.
  func fillNormal(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ mean: Double, _ deviation: Double)
}

extension RandomSource {
  func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    // Fisher and Yates from the end, as NumPy and Python shuffle.
    for i in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(i, Int(truncatingIfNeeded: integer(below: UInt64(i) + 1)))
    }
    return order
  }

  func sample(_ n: Int, _ count: Int) -> [Int] {
    Array(permutation(n).prefix(count))
  }

  func fillUniform(_ out: UnsafeMutablePointer<Double>, _ count: Int, _ low: Double, _ high: Double) {
    for i in 0..<count { out[i] = low + (high - low) * uniform() }
  }

  func fillUniform(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ low: Double, _ high: Double) {
    for i in 0..<count { out[i] = Float(low + (high - low) * uniform()) }
  }

  func fillNormal(_ out: UnsafeMutablePointer<Double>, _ count: Int, _ mean: Double, _ deviation: Double) {
    for i in 0..<count { out[i] = mean + deviation * normal() }
  }

  func fillNormal(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ mean: Double, _ deviation: Double) {
    for i in 0..<count { out[i] = Float(mean + deviation * normal()) }
  }
}
