internal import CKernels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The numbers of PyTorch's CPU generator (checked against PyTorch 2.13 on a CPU with AVX2). Its builds fuse the last
/// multiply and add of a distribution, so these do.
final class TorchSource: RandomSource {
  private let engine: MersenneTwister
  /// The second of a pair of normal numbers, kept for the next call.
  private var spare: Double?

  init(seed: Int) {
    engine = MersenneTwister(word: UInt32(truncatingIfNeeded: seed))
  }

  private func fraction24() -> Float {
    Float(engine.word() & 0xff_ffff) * 0x1p-24
  }

  private func fraction53() -> Double {
    Double(engine.twoWords() & 0x1f_ffff_ffff_ffff) * 0x1p-53
  }

  func uniform() -> Double { fraction53() }

  func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    let angle = 2 * Double.pi * fraction53()
    let radius = (-2 * log1p(-fraction53())).squareRoot()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  func integer(below bound: UInt64) -> UInt64 {
    bound >= 1 << 28 ? engine.twoWords() % bound : UInt64(engine.word()) % bound
  }

  func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for i in 0..<(count - 1) {
      order.swapAt(i, i + Int(truncatingIfNeeded: UInt64(engine.word()) % UInt64(count - i)))
    }
    return order
  }

  func fillUniform(_ out: UnsafeMutablePointer<Double>, _ count: Int, _ low: Double, _ high: Double) {
    for i in 0..<count { out[i] = low.addingProduct(fraction53(), high - low) }
  }

  func fillUniform(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ low: Double, _ high: Double) {
    let (low, high) = (Float(low), Float(high))
    for i in 0..<count { out[i] = low.addingProduct(fraction24(), high - low) }
  }

  func fillNormal(_ out: UnsafeMutablePointer<Double>, _ count: Int, _ mean: Double, _ deviation: Double) {
    guard count >= 16 else {
      for i in 0..<count { out[i] = mean.addingProduct(normal(), deviation) }
      return
    }
    for i in 0..<count { out[i] = fraction53() }
    inBlocksOf16(count) { block, redraw in
      let data = out + block
      for i in 0..<(redraw ? 16 : 0) { data[i] = fraction53() }
      for j in 0..<8 {
        let radius = (-2 * log(1 - data[j])).squareRoot()
        let angle = 2 * Double.pi * data[j + 8]
        data[j] = mean.addingProduct(radius * cos(angle), deviation)
        data[j + 8] = mean.addingProduct(radius * sin(angle), deviation)
      }
    }
  }

  func fillNormal(_ out: UnsafeMutablePointer<Float>, _ count: Int, _ mean: Double, _ deviation: Double) {
    guard count >= 16 else {
      for i in 0..<count { out[i] = Float(mean.addingProduct(normal(), deviation)) }
      return
    }
    for i in 0..<count { out[i] = fraction24() }
    inBlocksOf16(count) { block, redraw in
      for i in 0..<(redraw ? 16 : 0) { out[block + i] = fraction24() }
      nk_torch_normal(1, mean, deviation, out + block)
    }
  }

  /// Visits the blocks in PyTorch's order: whole ones, then, where the count is no multiple of 16, the last 16 elements
  /// once more with fresh numbers.
  private func inBlocksOf16(_ count: Int, _ body: (_ start: Int, _ redraw: Bool) -> Void) {
    for start in stride(from: 0, through: count - 16, by: 16) { body(start, false) }
    if count % 16 != 0 { body(count - 16, true) }
  }
}
