/// The counter-based generators of Salmon, Moraes, Dror and Shaw (2011): a block of words is a function of a counter and
/// a key, so that any part of a stream can be made without the parts before it.
package enum CounterBased {
  /// Philox4x32-10: four words from a counter of four and a key of two.
  package static func philox(counter: [UInt32], key: [UInt32]) -> [UInt32] {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let p0 = UInt64(c0) * 0xd251_1f53
      let p1 = UInt64(c2) * 0xcd9e_8d57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: p1 >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: p1),
        UInt32(truncatingIfNeeded: p0 >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: p0)
      )
      k0 &+= 0x9e37_79b9
      k1 &+= 0xbb67_ae85
    }
    return [c0, c1, c2, c3]
  }

  /// Threefry2x32-20, JAX's generator: two words from a counter of two and a key of two.
  package static func threefry(counter: [UInt32], key: [UInt32]) -> [UInt32] {
    let keys = [key[0], key[1], key[0] ^ key[1] ^ 0x1bd1_1bda]
    let rotations: [[UInt32]] = [[13, 15, 26, 6], [17, 29, 16, 24]]
    var x = counter[0] &+ keys[0]
    var y = counter[1] &+ keys[1]
    for round in 0..<5 {
      for r in rotations[round % 2] {
        x &+= y
        y = (y << r) | (y >> (32 - r))
        y ^= x
      }
      x &+= keys[(round + 1) % 3]
      y &+= keys[(round + 2) % 3] &+ UInt32(round + 1)
    }
    return [x, y]
  }
}
