/// Fewer points that draw the same picture.
package enum Thinning {
  /// The indices to draw of a long series: of every bucket its first, lowest, highest and last value, so that no spike
  /// is lost.
  package static func indices(_ y: [Double], limit: Int) -> [Int] {
    guard y.count > limit, limit >= 8 else { return Array(y.indices) }
    let buckets = limit / 4
    var kept: [Int] = []
    kept.reserveCapacity(limit)
    for bucket in 0..<buckets {
      let start = bucket * y.count / buckets
      let end = (bucket + 1) * y.count / buckets
      var lowest = start
      var highest = start
      var broken: Int?
      for index in start..<end {
        if y[index] < y[lowest] || y[lowest].isNaN { lowest = index }
        if y[index] > y[highest] || y[highest].isNaN { highest = index }
        if !y[index].isFinite { broken = index }
      }
      var picks = [start, lowest, highest, end - 1]
      if let broken { picks.append(broken) }
      picks.sort()
      for index in picks where kept.last != index { kept.append(index) }
    }
    return kept
  }
}
