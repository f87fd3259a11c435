#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The numbers of NumPy's legacy `RandomState`, that is of `numpy.random.seed(…)`.
final class NumPySource: RandomSource {
  private let engine: MersenneTwister
  private var spare: Double?

  init(seed: Int) {
    engine = MersenneTwister(word: UInt32(truncatingIfNeeded: seed))
  }

  func uniform() -> Double { engine.fraction() }

  /// Marsaglia's polar method; the first of the pair is kept and the second given.
  func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let x = 2 * engine.fraction() - 1
      let y = 2 * engine.fraction() - 1
      let square = x * x + y * y
      if square < 1 && square != 0 {
        let factor = (-2 * log(square) / square).squareRoot()
        spare = factor * x
        return factor * y
      }
    }
  }

  /// Draws as many bits as `bound` − 1 has until they are below `bound`.
  func integer(below bound: UInt64) -> UInt64 {
    let top = bound - 1
    guard top > 0 else { return 0 }
    let mask = UInt64.max >> UInt64(top.leadingZeroBitCount)
    while true {
      let value = (top <= 0xffff_ffff ? UInt64(engine.word()) : engine.twoWords()) & mask
      if value <= top { return value }
    }
  }
}
