import CKernels
import Testing

/// Every kernel gives the same bits on every path and with every number of threads.
@Suite(.serialized)
struct PathTests {
  static let kernels = (0..<nk_kernel_count()).map { String(cString: nk_kernel_name($0)) }
  static let types: [NKType] = [.F32, .F64]

  @Test(arguments: kernels, types)
  func theBitsAreTheSame(_ kernel: String, _ type: NKType) throws {
    let cases = try #require(KernelCases.all[kernel], "no case covers the kernel \(kernel)")
    let (path, threads) = (nk_path(), nk_threads())
    defer {
      _ = nk_set_path(path)
      nk_set_threads(threads)
      nk_set_sharing_threshold(20_000)
    }
    // So low that every call is shared.
    nk_set_sharing_threshold(1)
    _ = nk_set_path(0)
    nk_set_threads(1)
    let expected = cases(type)
    #expect(expected.contains { !$0.bits.isEmpty })
    for path in 0..<nk_path_count() {
      for threads in [1, 3] as [Int32] {
        #expect(nk_set_path(path) != 0)
        nk_set_threads(threads)
        for (one, other) in zip(expected, cases(type)) where one.bits != other.bits {
          let first = zip(one.bits, other.bits).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? -1
          let name = String(cString: nk_path_name(path))
          Issue.record("\(one.name), path \(name), \(threads) threads: differs at \(first)")
        }
      }
    }
  }

  /// Of one filter the gradient is got another way than of many, and so are results of narrow and of wide images.
  @Test(arguments: types) func aConvolutionDoesNotShowHowItWasComputed(_ type: NKType) {
    func sizes(width: Int, filters: Int) -> NKConvolution {
      NKConvolution(
        batch: 2, channels: 31, height: 22, width: width, filters: filters, kernel_height: 3, kernel_width: 3,
        stride_height: 1, stride_width: 1, padding_height: 1, padding_width: 1, dilation_height: 1,
        dilation_width: 1, groups: 1)
    }
    let (channels, height, taps, filters) = (31, 22, 279, 17)
    /// An image whose columns from the fourth on are zeros, which wider images only have more of.
    func image(_ width: Int) -> Floats {
      let values = numbers(2 * channels * height * 4)
      let x = Floats(type, 2 * channels * height * width)
      for (i, value) in values.enumerated() { x[i / 4 * width + i % 4] = value }
      return x
    }
    let w = Floats(type, numbers(filters * taps, seed: 2))
    func output(_ width: Int) -> [UInt64] {
      var shape = sizes(width: width, filters: filters)
      let y = Floats(type, 2 * filters * height * width)
      nk_conv2d(type, &shape, image(width).memory, w.memory, nil, y.memory)
      return y.bits.enumerated().filter { $0.offset % width < 4 }.map(\.element)
    }
    let narrow = output(5)
    #expect(narrow.contains { $0 != 0 })
    for width in [4, 8, 14, 31] { #expect(output(width) == narrow, "\(width) columns") }

    let dy = Floats(type, numbers(2 * filters * height * 14, seed: 3))
    func gradient(_ filters: Int, _ dy: Floats) -> [UInt64] {
      var shape = sizes(width: 14, filters: filters)
      let dw = Floats(type, filters * taps)
      nk_conv2d_backward_weight(type, &shape, image(14).memory, dy.memory, dw.memory, nil, 0)
      return dw.bits
    }
    let together = gradient(filters, dy)
    let plane = height * 14
    for filter in 0..<filters {
      let own = Floats(type, 2 * plane)
      for i in 0..<(2 * plane) { own[i] = dy[(i / plane * filters + filter) * plane + i % plane] }
      #expect(gradient(1, own) == Array(together[(filter * taps)..<((filter + 1) * taps)]), "filter \(filter)")
    }
  }

  /// Bits on every path, the first being the baseline's.
  private func onEveryPath(_ bits: () -> [UInt64]) -> [[UInt64]] {
    let path = nk_path()
    defer { _ = nk_set_path(path) }
    return (0..<nk_path_count()).map { path in
      _ = nk_set_path(path)
      return bits()
    }
  }

  /// Several vectors at once where all numbers are near, or only some; then single ones, and a part of one.
  @Test(arguments: types) func vectorsSideBySideAreThoseAlone(_ type: NKType) {
    let near = numbers(150)
    for values in [near, near.enumerated().map { $0 % 70 == 69 ? -200 : $1 }] {
      let (x, dy) = (Floats(type, values), Floats(type, numbers(150, seed: 4)))
      for op in KernelCases.unaries {
        let bits = onEveryPath {
          let (y, dx) = (Floats(type, 150), Floats(type, numbers(150, seed: 9)))
          nk_unary(op, type, 150, x.memory, y.memory, 0.7, 1.5)
          nk_unary_backward(op, type, 150, x.memory, y.memory, dy.memory, dx.memory, 0.7, 1.5, 1)
          return y.bits + dx.bits
        }
        for other in bits { #expect(other == bits[0], "\(KernelCases.name(op))") }
      }
    }
  }

  /// Rows that stay in registers: of each number of vectors, in pairs and alone, with far and with infinite numbers.
  @Test(arguments: types) func softmaxOfShortRows(_ type: NKType) {
    for columns in 1...140 {
      let near = numbers(11 * columns, seed: columns)
      let far = near.enumerated().map { $0 % 97 == 5 ? -300 : $0 % 89 == 7 ? -.infinity : $1 }
      for (values, logarithm) in [(near, 0), (near, 1), (far, 0), (far, 1)] as [([Double], Int32)] {
        let bits = onEveryPath {
          let (x, y) = (Floats(type, values), Floats(type, values.count))
          nk_softmax(type, logarithm, 11, columns, x.memory, y.memory)
          return y.bits
        }
        for other in bits { #expect(other == bits[0], "\(columns) columns") }
      }
    }
  }

  @Test func pathsAreNamedAndRefused() {
    #expect(nk_path_count() >= 1)
    #expect(nk_path_name(0) != nil && nk_path_name(nk_path_count()) == nil && nk_path_name(-1) == nil)
    let path = nk_path()
    #expect(nk_set_path(nk_path_count()) == 0 && nk_set_path(-1) == 0)
    #expect(nk_path() == path)
  }
}

/// What a call wrote, as bits; every NaN is one NaN, since which NaN is left open.
struct Output {
  var name: String
  var bits: [UInt64]
}

/// An array of one of the float types, aligned as tensors are. Its memory is not given back: a pointer in C's hands would
/// not keep the array alive, and the tests are soon over.
struct Floats {
  let type: NKType
  let count: Int
  let memory: UnsafeMutableRawPointer

  init(_ type: NKType, _ count: Int) {
    self.type = type
    self.count = count
    memory = .allocate(byteCount: max(count, 1) * 8, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 1) * 8)
  }

  init(_ type: NKType, _ values: [Double]) {
    self.init(type, values.count)
    for (i, value) in values.enumerated() { self[i] = value }
  }

  subscript(i: Int) -> Double {
    get {
      type == .F32
        ? Double(memory.assumingMemoryBound(to: Float.self)[i]) : memory.assumingMemoryBound(to: Double.self)[i]
    }
    nonmutating set {
      if type == .F32 {
        memory.assumingMemoryBound(to: Float.self)[i] = Float(newValue)
      } else {
        memory.assumingMemoryBound(to: Double.self)[i] = newValue
      }
    }
  }

  var values: [Double] { (0..<count).map { self[$0] } }

  var bits: [UInt64] { values.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern } }
}

/// Numbers that look random and are the same everywhere.
func numbers(_ count: Int, seed: Int = 1, low: Double = -3, high: Double = 3) -> [Double] {
  var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
  return (0..<count).map { _ in
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return low + (high - low) * Double(state >> 11) * 0x1p-53
  }
}

/// Numbers with everything among them that a float can be.
func wildNumbers(_ count: Int, seed: Int = 1) -> [Double] {
  let rare: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, 0.5, 2, 1e-40, -1e-40, 0x1p-1060, 3e38, -3e38, 1e30, 88, -88, 104, -104,
    709, -745, 1e5, -12345.678, 0x1p-24, 0x1p-149, 2.5, -1.5, 1e8,
  ]
  let plain = numbers(count, seed: seed, low: -20, high: 20)
  return plain.enumerated().map { i, value in i % 3 == 0 ? rare[(i / 3 + seed) % rare.count] : value }
}
