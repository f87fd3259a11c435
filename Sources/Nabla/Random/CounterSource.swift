/// Numbers from the words of a counter-based generator in order: the counter starts at 0 and the seed is the key.
final class CounterSource: RandomSource {
  private let block: (_ counter: UInt64) -> [UInt32]
  private var counter: UInt64 = 0
  private var words: [UInt32] = []
  private var next = 0
  private var spare: Double?

  init(philox seed: Int) {
    let key = Self.halves(UInt64(bitPattern: Int64(seed)))
    block = { CounterBased.philox(counter: Self.halves($0) + [0, 0], key: key) }
  }

  init(threefry seed: Int) {
    // JAX's PRNGKey puts the upper half first.
    let key = Array(Self.halves(UInt64(bitPattern: Int64(seed))).reversed())
    block = { CounterBased.threefry(counter: Self.halves($0).reversed(), key: key) }
  }

  private static func halves(_ value: UInt64) -> [UInt32] {
    [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
  }

  private func word() -> UInt64 {
    if next == words.count {
      words = block(counter)
      counter &+= 1
      next = 0
    }
    next += 1
    return UInt64(words[next - 1])
  }

  private func twoWords() -> UInt64 {
    let high = word()
    return high << 32 | word()
  }

  func uniform() -> Double { Double(twoWords() >> 11) * 0x1p-53 }

  func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    let radius = (-2 * Elementary.log1p(-uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spare = radius * Elementary.sin(angle)
    return radius * Elementary.cos(angle)
  }

  /// The upper half of a product with 64 random bits (Lemire 2019), rejecting what would favour some values.
  func integer(below bound: UInt64) -> UInt64 {
    let threshold = (0 &- bound) % bound
    while true {
      let product = twoWords().multipliedFullWidth(by: bound)
      if product.low >= threshold { return product.high }
    }
  }

  func fillUniform(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ low: Double, _ high: Double) {
    let (low, high) = (Float(low), Float(high))
    for i in 0..<count { out[i] = low.addingProduct(Float(word() >> 8) * 0x1p-24, high - low) }
  }
}
