#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The numbers of Python's `random.Random`.
final class PythonSource: RandomSource {
  private let engine: MersenneTwister
  private var spare: Double?

  init(seed: Int) {
    let magnitude = UInt64(seed.magnitude)
    let low = UInt32(truncatingIfNeeded: magnitude)
    let high = UInt32(truncatingIfNeeded: magnitude >> 32)
    engine = MersenneTwister(key: high == 0 ? [low] : [low, high])
  }

  func uniform() -> Double { engine.fraction() }

  /// `random.gauss`.
  func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    let angle = engine.fraction() * 2 * Double.pi
    let radius = (-2 * log(1 - engine.fraction())).squareRoot()
    spare = sin(angle) * radius
    return cos(angle) * radius
  }

  /// `getrandbits` of as many bits as `bound` has, until they are below it.
  func integer(below bound: UInt64) -> UInt64 {
    let bits = 64 - bound.leadingZeroBitCount
    while true {
      let value: UInt64
      if bits <= 32 {
        value = UInt64(engine.word() >> UInt32(32 - bits))
      } else {
        let low = UInt64(engine.word())
        value = UInt64(engine.word() >> UInt32(64 - bits)) << 32 | low
      }
      if value < bound { return value }
    }
  }

  /// `random.sample(range(n), count)`: from a pool where that is smaller than a set, else by rejection.
  func sample(_ n: Int, _ count: Int) -> [Int] {
    var setSize = 21.0
    if count > 5 { setSize += pow(4, ceil(log(Double(count) * 3) / log(4))) }
    if Double(n) <= setSize {
      var pool = Array(0..<n)
      return (0..<count).map { i in
        let j = Int(truncatingIfNeeded: integer(below: UInt64(n - i)))
        let chosen = pool[j]
        pool[j] = pool[n - i - 1]
        return chosen
      }
    }
    var seen = Set<Int>()
    return (0..<count).map { _ in
      while true {
        let j = Int(truncatingIfNeeded: integer(below: UInt64(n)))
        if seen.insert(j).inserted { return j }
      }
    }
  }
}
