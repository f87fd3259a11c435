/// Takes a data set in batches, in a new random order each time where asked for.
///
/// ```swift
/// let loader = DataLoader(.iris, batchSize: 16, shuffle: true)
/// for epoch in 1...10 {
///   for (x, y) in loader { … }
/// }
/// ```
///
/// After `manualSeed(s)`, or with a generator of PyTorch's, the order is that of PyTorch's `DataLoader` after
/// `torch.manual_seed(s)`, and as many numbers are drawn.
public final class DataLoader: Sequence {
  /// The library's `Generator`; the standard library gives sequences an alias of that name for their iterator.
  public typealias Generator = Nabla.Generator

  /// What is taken.
  public let dataset: Dataset
  /// How many examples a batch has; the last one may have fewer.
  public let batchSize: Int
  /// Whether each pass has a new random order.
  public let shuffle: Bool
  /// Whether a last batch with fewer examples is left out.
  public let dropLast: Bool
  private let generator: Generator?

  /// Takes a data set in batches.
  /// - Parameters:
  ///   - generator: where the order comes from; the one that `manualSeed` seeds where none is given
  public init(
    _ dataset: Dataset, batchSize: Int = 1, shuffle: Bool = false, dropLast: Bool = false, generator: Generator? = nil
  ) {
    if batchSize < 1 {
      Failure.report(.argument("DataLoader", "the batch size is \(batchSize); it must be at least 1"))
    }
    self.dataset = dataset
    self.batchSize = Swift.max(batchSize, 1)
    self.shuffle = shuffle
    self.dropLast = dropLast
    self.generator = generator
  }

  /// How many batches a pass has.
  public var count: Int {
    let whole = dataset.count / batchSize
    return dropLast || dataset.count % batchSize == 0 ? whole : whole + 1
  }

  /// How many batches a pass has, for `progress`.
  public var underestimatedCount: Int { count }

  /// Begins a pass.
  public func makeIterator() -> BatchIterator {
    BatchIterator(dataset, shuffle ? order() : nil, batchSize: batchSize, count: count)
  }

  /// The random order of one pass.
  private func order() -> [Int] {
    let generator = self.generator ?? Generator.shared
    guard generator.kind == .torch else { return generator.permutation(dataset.count) }
    // PyTorch draws the seed of its worker processes first, whether or not there are any. Without a generator of its
    // own the sampler then seeds a new one; with one it draws from it, and a second order whose numbers go unused.
    _ = DataLoader.seed(from: generator)
    guard self.generator == nil else {
      let order = generator.permutation(dataset.count)
      _ = generator.permutation(dataset.count)
      return order
    }
    return Generator(.torch, seed: DataLoader.seed(from: generator)).permutation(dataset.count)
  }

  /// `torch.empty((), dtype=torch.int64).random_()`: 63 random bits.
  private static func seed(from generator: Generator) -> Int { generator.randint(.min, 0) &- .min }
}

/// One pass over a data set, batch by batch.
public final class BatchIterator: IteratorProtocol {
  private let dataset: Dataset
  private let order: [Int]?
  private let batchSize: Int
  private let count: Int
  private var position = 0

  init(_ dataset: Dataset, _ order: [Int]?, batchSize: Int, count: Int) {
    self.dataset = dataset
    self.order = order
    self.batchSize = batchSize
    self.count = count
  }

  /// The next batch, x and y; nil at the end.
  public func next() -> (Tensor, Tensor)? {
    guard position < count else { return nil }
    let range = (position * batchSize)..<Swift.min(position * batchSize + batchSize, dataset.count)
    position += 1
    let batch = order.map { dataset.select(Array($0[range])) } ?? dataset.part(range)
    return (batch.x, batch.y)
  }
}
