/// MT19937 of Matsumoto and Nishimura (1998): the engine behind the CPU generators of PyTorch, NumPy's `RandomState`
/// and Python's `random`. They share the words and differ in how they seed it and what they make of the words.
final class MersenneTwister {
  private static let size = 624
  private static let middle = 397
  private var state: [UInt32] = []
  private var next = 0

  /// Seeds by one word, with Knuth's recurrence (PyTorch, NumPy).
  init(word: UInt32) {
    seed(word: word)
  }

  /// Seeds by a key of any length (Python).
  init(key: [UInt32]) {
    seed(word: 19_650_218)
    let size = Self.size
    var i = 1
    for step in 0..<max(size, key.count) {
      let last = state[i - 1]
      let j = step % key.count
      state[i] = (state[i] ^ ((last ^ (last >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      i = advance(i)
    }
    for _ in 1..<size {
      let last = state[i - 1]
      state[i] = (state[i] ^ ((last ^ (last >> 30)) &* 1_566_083_941)) &- UInt32(truncatingIfNeeded: i)
      i = advance(i)
    }
    state[0] = 0x8000_0000
  }

  private func seed(word: UInt32) {
    state = [word]
    state.reserveCapacity(Self.size)
    for i in 1..<Self.size {
      let last = state[i - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(truncatingIfNeeded: i))
    }
    next = Self.size
  }

  private func advance(_ i: Int) -> Int {
    guard i + 1 == Self.size else { return i + 1 }
    state[0] = state[Self.size - 1]
    return 1
  }

  private func refill() {
    let size = Self.size
    let middle = Self.middle
    state.withUnsafeMutableBufferPointer { s in
      func twist(_ i: Int, _ j: Int, _ k: Int) {
        let y = (s[i] & 0x8000_0000) | (s[j] & 0x7fff_ffff)
        s[i] = s[k] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
      }
      for i in 0..<(size - middle) { twist(i, i + 1, i + middle) }
      for i in (size - middle)..<(size - 1) { twist(i, i + 1, i + middle - size) }
      twist(size - 1, 0, middle - 1)
    }
    next = 0
  }

  /// The next 32 bits.
  func word() -> UInt32 {
    if next == Self.size { refill() }
    var y = state[next]
    next += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  /// The next 64 bits, the first word on top (PyTorch's `random64`, NumPy's `next_uint64`).
  func twoWords() -> UInt64 {
    let high = UInt64(word())
    return high << 32 | UInt64(word())
  }

  /// A double in [0, 1) with 53 bits, as the authors' `genrand_res53` makes it (NumPy, Python).
  func fraction() -> Double {
    let high = Double(word() >> 5)
    return (high * 67_108_864 + Double(word() >> 6)) / 9_007_199_254_740_992
  }
}
