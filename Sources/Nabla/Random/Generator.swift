/// A stream of random numbers, the same for the same seed on every machine, and bit for bit that of another library.
///
///     let g = Generator(.numpy, seed: 1)
///     g.rand(3)          // what numpy.random.seed(1); numpy.random.rand(3) gives
///
/// Python's `random.randint(a, b)` includes b: it is `randint(a, b + 1)` here.
public final class Generator {
  /// Whose numbers a generator makes.
  public enum Kind: String, CaseIterable, Sendable {
    /// PyTorch's CPU generator: `torch.manual_seed`.
    case torch
    /// NumPy's `RandomState`: `numpy.random.seed`.
    case numpy
    /// Python's `random` module: `random.seed`, and `gauss` for normal numbers.
    case python
    /// Philox4x32-10, a counter-based generator.
    case philox
    /// Threefry2x32-20, the counter-based generator of JAX.
    case threefry
  }

  /// Whose numbers this generator makes.
  public let kind: Kind
  /// The seed that the stream began with.
  public private(set) var seed: Int
  private var source: any RandomSource

  /// Begins a stream. PyTorch and NumPy use the lower 32 bits of the seed, Python its absolute value.
  public init(_ kind: Kind = .torch, seed: Int = 0) {
    self.kind = kind
    self.seed = seed
    source = Self.source(kind, seed)
  }

  private static func source(_ kind: Kind, _ seed: Int) -> any RandomSource {
    switch kind {
    case .torch: TorchSource(seed: seed)
    case .numpy: NumPySource(seed: seed)
    case .python: PythonSource(seed: seed)
    case .philox: CounterSource(philox: seed)
    case .threefry: CounterSource(threefry: seed)
    }
  }

  /// Begins the stream of another seed.
  public func manualSeed(_ seed: Int) {
    self.seed = seed
    source = Self.source(kind, seed)
  }

  /// The generator that everything uses which is given no other; `manualSeed(_:)` seeds it.
  /// Each thread has its own, so that two threads cannot disturb each other's stream.
  package static var shared: Generator {
    get {
      if let generator = engine.pointee.generator { return generator }
      let generator = Generator(.torch, seed: 0)
      engine.pointee.generator = generator
      return generator
    }
    set { engine.pointee.generator = newValue }
  }
}

// MARK: - Numbers

extension Generator {
  /// A number in [0, 1): `random.random()`, `numpy.random.random()`, `torch.rand(1)` (a Float32).
  public func random() -> Double {
    rand(1)[0]
  }

  /// `count` numbers in [0, 1): `numpy.random.rand(count)`, `torch.rand(count)` (Float32 values).
  public func rand(_ count: Int) -> [Double] {
    uniform(0, 1, count)
  }

  /// `count` numbers of the standard normal distribution: `numpy.random.randn(count)`, `torch.randn(count)` (Float32
  /// values), `random.gauss(0, 1)`.
  public func randn(_ count: Int) -> [Double] {
    normal(0, 1, count)
  }

  /// A number from `low` to below `high`: `random.uniform(low, high)`, `torch.empty(1).uniform_(low, high)`.
  public func uniform(_ low: Double, _ high: Double) -> Double {
    uniform(low, high, 1)[0]
  }

  /// `count` numbers from `low` to below `high`.
  public func uniform(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    numbers(count, { fillUniform($0, count: $1, from: low, to: high) }, { fillUniform($0, count: $1, from: low, to: high) })
  }

  /// A normal number: `random.gauss(mean, deviation)`, `numpy.random.normal(mean, deviation)`.
  public func normal(_ mean: Double = 0, _ deviation: Double = 1) -> Double {
    normal(mean, deviation, 1)[0]
  }

  /// `count` normal numbers: `numpy.random.normal(mean, deviation, count)`, `torch.empty(count).normal_(mean, deviation)`.
  public func normal(_ mean: Double, _ deviation: Double, _ count: Int) -> [Double] {
    numbers(
      count, { fillNormal($0, count: $1, mean: mean, deviation: deviation) },
      { fillNormal($0, count: $1, mean: mean, deviation: deviation) })
  }

  /// An integer from `low` to below `high`; `low` where there is none.
  public func randint(_ low: Int, _ high: Int) -> Int {
    guard high > low else { return low }
    let width = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low))
    return low &+ Int(truncatingIfNeeded: source.integer(below: width))
  }

  /// `count` integers from `low` to below `high`: `numpy.random.randint(low, high, count)`, `torch.randint`.
  public func randint(_ low: Int, _ high: Int, _ count: Int) -> [Int] {
    (0..<max(count, 0)).map { _ in randint(low, high) }
  }

  /// 0..<count in random order: `torch.randperm(count)`, `numpy.random.permutation(count)`, a shuffled
  /// `list(range(count))` of Python.
  public func permutation(_ count: Int) -> [Int] {
    source.permutation(max(count, 0))
  }

  /// `count` different numbers of 0..<n: `random.sample(range(n), count)`; all of them where n is less than `count`.
  public func sample(_ n: Int, _ count: Int) -> [Int] {
    source.sample(max(n, 0), min(max(count, 0), max(n, 0)))
  }

  /// The values in random order, as `random.shuffle` and `numpy.random.shuffle` order a list.
  public func shuffled(_ values: [Int]) -> [Int] {
    permutation(values.count).map { values[$0] }
  }

  /// The values in random order.
  public func shuffled(_ values: [Double]) -> [Double] {
    permutation(values.count).map { values[$0] }
  }

  /// The values in random order.
  public func shuffled(_ values: [String]) -> [String] {
    permutation(values.count).map { values[$0] }
  }

  /// Draws through the float of the library: PyTorch's default is Float32, the others' Float64.
  private func numbers(
    _ count: Int, _ floats: (UnsafeMutablePointer<Float>, Int) -> Void,
    _ doubles: (UnsafeMutablePointer<Double>, Int) -> Void
  ) -> [Double] {
    let count = max(count, 0)
    if kind == .torch {
      return [Float](unsafeUninitializedCapacity: count) { buffer, filled in
        if let base = buffer.baseAddress, count > 0 { floats(base, count) }
        filled = count
      }.map(Double.init)
    }
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress, count > 0 { doubles(base, count) }
      filled = count
    }
  }
}

// MARK: - Filling tensors

extension Generator {
  /// Fills with numbers in [from, to), as torch's `uniform_` of Float32.
  package func fillUniform(_ out: UnsafeMutablePointer<Float>, count: Int, from low: Double, to high: Double) {
    source.fillUniform(out, count, low, high)
  }

  /// Fills with numbers in [from, to), as torch's `uniform_` of Float64.
  package func fillUniform(_ out: UnsafeMutablePointer<Double>, count: Int, from low: Double, to high: Double) {
    source.fillUniform(out, count, low, high)
  }

  /// Fills with normal numbers, as torch's `normal_` (and so `randn`) of a contiguous Float32 tensor.
  package func fillNormal(_ out: UnsafeMutablePointer<Float>, count: Int, mean: Double, deviation: Double) {
    source.fillNormal(out, count, mean, deviation)
  }

  /// Fills with normal numbers, as torch's `normal_` (and so `randn`) of a contiguous Float64 tensor.
  package func fillNormal(_ out: UnsafeMutablePointer<Double>, count: Int, mean: Double, deviation: Double) {
    source.fillNormal(out, count, mean, deviation)
  }

  /// Fills with integers in low..<high, as torch's `randint`.
  package func fillIntegers(_ out: UnsafeMutablePointer<Int64>, count: Int, from low: Int, to high: Int) {
    for i in 0..<count { out[i] = Int64(randint(low, high)) }
  }

  /// Fills with 1 where a coin of that probability falls, else 0, as torch's `bernoulli_(p)` (and so `dropout`).
  package func fillBernoulli(_ out: UnsafeMutablePointer<UInt8>, count: Int, probability: Double) {
    for i in 0..<count { out[i] = source.uniform() < probability ? 1 : 0 }
  }

  /// Fills with numbers of the exponential distribution, as torch's `exponential_` of Float64.
  package func fillExponential(_ out: UnsafeMutablePointer<Double>, count: Int, rate: Double) {
    for i in 0..<count { out[i] = -Elementary.log1p(-source.uniform()) / rate }
  }
}

/// Seeds the generator behind `Tensor.rand`, `Linear` and everything else that draws at random, like
/// `torch.manual_seed`: the same numbers follow as in PyTorch.
public func manualSeed(_ seed: Int) {
  if Generator.shared.kind == .torch {
    Generator.shared.manualSeed(seed)
  } else {
    Generator.shared = Generator(.torch, seed: seed)
  }
}
