/// What can be said of many numbers in one line.
package struct Digest {
  package var count = 0
  package var finite = 0
  package var zeros = 0
  package var nans = 0
  package var infinities = 0
  package var minimum = Double.infinity
  package var maximum = -Double.infinity
  package var mean = Double.nan
  /// The deviation of all elements from their mean, divided by their number.
  package var deviation = Double.nan
  /// The root of the sum of squares.
  package var norm = 0.0
  /// How many values lie in each of equal parts between minimum and maximum.
  package var histogram: [Int] = []

  /// Of more elements than this, one in so many is looked at that this many remain, evenly spaced; the counts then are
  /// those of the sample.
  private static let sampleLimit = 1 << 20

  package init(_ node: Node, bins: Int = 12) {
    self.init(node.sample(limit: Self.sampleLimit), of: node.count, bins: bins)
  }

  package init(_ values: [Double], of count: Int? = nil, bins: Int = 12) {
    self.count = count ?? values.count
    var sum = 0.0
    var squares = 0.0
    for value in values {
      if value == 0 { zeros += 1 }
      guard value.isFinite else {
        if value.isNaN { nans += 1 } else { infinities += 1 }
        continue
      }
      finite += 1
      sum += value
      squares += value * value
      minimum = min(minimum, value)
      maximum = max(maximum, value)
    }
    guard finite > 0 else {
      if !values.isEmpty { norm = .nan }
      return
    }
    let mean = sum / Double(finite)
    self.mean = mean
    var spread = 0.0
    histogram = Array(repeating: 0, count: max(bins, 1))
    let width = (maximum - minimum) / Double(histogram.count)
    for value in values where value.isFinite {
      spread += (value - mean) * (value - mean)
      let bin = width > 0 ? (value - minimum) / width : 0
      histogram[min(max(bin.isFinite ? Int(bin) : 0, 0), histogram.count - 1)] += 1
    }
    deviation = (spread / Double(finite)).squareRoot()
    norm = nans + infinities > 0 ? .nan : (squares * Double(self.count) / Double(values.count)).squareRoot()
  }

  /// The share of the values looked at that are exactly zero.
  package var zeroShare: Double {
    let seen = finite + nans + infinities
    return seen > 0 ? Double(zeros) / Double(seen) : 0
  }

  /// The histogram in a line of blocks: `▁▂▅█▅▂▁`.
  package var sparkline: String { Digest.sparkline(histogram.map { Double($0) }) }

  /// Numbers as a line of blocks, the largest as the tallest; what is above zero is seen.
  package static func sparkline(_ values: [Double]) -> String {
    let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard let top = values.filter(\.isFinite).max(), top > 0 else {
      return String(repeating: "▁", count: values.count)
    }
    return String(
      values.map { value in
        guard value.isFinite, value > 0 else { return value > 0 ? "█" : "▁" }
        return blocks[min(1 + Int(value / top * 6.999), 7)]
      })
  }
}

extension Node {
  /// The elements row by row, or evenly spaced ones of a large tensor.
  package func sample(limit: Int) -> [Double] {
    guard !isValueReleased else { return [] }
    guard count > limit, limit > 0 else { return (try? doubles()) ?? [] }
    // Strides of the contiguous order; a view is read where it lies, without copying the whole.
    let step = (count + limit - 1) / limit
    return stride(from: 0, to: count, by: step).map { element(atRow: $0) }
  }

  /// The element with a place in the order row by row.
  package func element(atRow place: Int) -> Double {
    if isContiguous { return element(at: place) }
    var rest = place
    var at = 0
    for dim in stride(from: shape.rank - 1, through: 0, by: -1) {
      let size = max(shape[dim], 1)
      at += rest % size * strides[dim]
      rest /= size
    }
    return element(at: at)
  }

  /// A number that changes with any bit of the value: FNV-1a over its elements.
  package var fingerprint: UInt64 {
    guard !isValueReleased, let values = try? contiguous() else { return 0 }
    let bytes = UnsafeRawBufferPointer(start: values.pointer, count: values.count * values.dtype.byteCount)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
