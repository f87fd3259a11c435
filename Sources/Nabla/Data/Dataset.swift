#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Examples: inputs, and what is to be learned of each.
public struct Dataset: CustomStringConvertible {
  /// The inputs, one example for each slice of the first dimension.
  public let inputs: Tensor
  /// What is to be learned of each: numbers, or classes (Int64).
  public let targets: Tensor
  /// The names of the classes, where there are such.
  public let classNames: [String]

  /// Examples of these inputs and targets.
  public init(_ inputs: Tensor, _ targets: Tensor, classNames: [String] = []) {
    self.inputs = inputs
    self.targets = targets
    self.classNames = classNames
    if inputs.rank == 0 || targets.rank == 0 || inputs.shape[0] != targets.shape[0] {
      Failure.report(
        .shapes("Dataset", "needs as many targets as inputs", [inputs.node.shape, targets.node.shape]))
    }
  }

  /// How many examples there are.
  public var count: Int { min(inputs.shape.first ?? 0, targets.shape.first ?? 0) }

  /// The examples with these numbers.
  public func select(_ indices: [Int]) -> Dataset {
    let index = Tensor(indices)
    return Dataset(inputs.indexSelect(0, index), targets.indexSelect(0, index), classNames: classNames)
  }

  /// The examples in random order divided in two, of which the first has this share.
  public func split(_ share: Double, generator: Generator? = nil) -> (train: Dataset, test: Dataset) {
    let order = (generator ?? Generator.shared).permutation(count)
    let first = Int((min(max(share.isNaN ? 0 : share, 0), 1) * Double(count)).rounded())
    return (select(Array(order.prefix(first))), select(Array(order.dropFirst(first))))
  }

  /// The number of examples and the shapes.
  public var description: String {
    "Dataset of \(count) examples: inputs \(inputs.shape), targets \(targets.shape) \(targets.dtype)"
  }

  // MARK: - Sets that come with the library

  /// The exclusive or: four points, 1 where one coordinate is 1 and the other 0. Targets are [4, 1].
  public static var xor: Dataset {
    Dataset(Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), Tensor([[0], [1], [1], [0]]))
  }

  /// Two half circles that reach into each other, as scikit-learn's `make_moons` makes them with this seed for NumPy.
  ///
  /// Inputs are [count, 2], targets classes 0 and 1.
  public static func moons(_ count: Int = 100, noise: Double = 0.1, seed: Int = 0) -> Dataset {
    moons(count, noise: noise, generator: Generator(.numpy, seed: seed))
  }

  /// Two half circles that reach into each other, drawn from a generator.
  public static func moons(_ count: Int, noise: Double, generator: Generator) -> Dataset {
    attempt(or: .empty) { () throws(TensorError) in
      _ = try Shape(checking: [count, 2])
      guard count <= 1 << 28 else { throw .argument("moons", "\(count) points are too many") }
      let outer = count / 2
      let inner = count - outer
      func angle(_ i: Int, _ n: Int) -> Double { n > 1 ? Double(i) * (Double.pi / Double(n - 1)) : 0 }
      var points: [(Double, Double)] = (0..<outer).map { (cos(angle($0, outer)), sin(angle($0, outer))) }
      points += (0..<inner).map { (1 - cos(angle($0, inner)), 1 - sin(angle($0, inner)) - 0.5) }
      let order = generator.permutation(count)
      let noises = noise > 0 ? generator.normal(0, noise, 2 * count) : Array(repeating: 0, count: 2 * count)
      var values: [Double] = []
      for (place, i) in order.enumerated() {
        values.append(points[i].0 + noises[2 * place])
        values.append(points[i].1 + noises[2 * place + 1])
      }
      return Dataset(
        Tensor(values, shape: [count, 2]), Tensor(order.map { $0 < outer ? 0 : 1 }), classNames: ["outer", "inner"])
    }
  }

  /// Arms of a spiral, as the notes of Stanford's CS231n draw them with this seed for NumPy.
  ///
  /// Inputs are [classes · perClass, 2], targets the number of the arm.
  public static func spiral(
    _ perClass: Int = 100, classes: Int = 3, noise: Double = 0.2, seed: Int = 0
  ) -> Dataset {
    attempt(or: .empty) { () throws(TensorError) in
      _ = try Shape(checking: [classes, perClass, 2])
      guard classes <= 1 << 20, perClass <= 1 << 24 else { throw .argument("spiral", "there are too many points") }
      let generator = Generator(.numpy, seed: seed)
      var values: [Double] = []
      var labels: [Int] = []
      for arm in 0..<classes {
        let noises = generator.normal(0, 1, perClass)
        for i in 0..<perClass {
          let share = perClass > 1 ? Double(i) / Double(perClass - 1) : 0
          let angle = Double(arm) * 4 + 4 * share + noises[i] * noise
          values.append(share * sin(angle))
          values.append(share * cos(angle))
          labels.append(arm)
        }
      }
      return Dataset(Tensor(values, shape: [labels.count, 2]), Tensor(labels))
    }
  }

  /// Fisher's iris flowers: 150 flowers of 3 kinds, four lengths in centimetres each.
  ///
  /// R. A. Fisher (1936); UCI Machine Learning Repository, CC BY 4.0.
  public static var iris: Dataset {
    let rows = IrisData.text.split(separator: "\n").map { line in line.split(separator: " ").map { Double($0) ?? 0 } }
    return Dataset(
      Tensor(rows.map { row in row.prefix(4).map { $0 / 10 } }), Tensor(rows.map { Int($0[4]) }),
      classNames: ["setosa", "versicolor", "virginica"])
  }

  /// Handwritten digits: 1797 pictures [8, 8] of a darkness from 0 to 16; inputs are [1797, 64].
  ///
  /// E. Alpaydin and C. Kaynak (1998); UCI Machine Learning Repository, CC BY 4.0.
  public static var digits: Dataset {
    var values: [Double] = []
    var labels: [Int] = []
    for line in DigitsData.text.utf8.split(separator: UInt8(ascii: "\n")) {
      values.append(contentsOf: line.prefix(64).map { Double($0) - 65 })
      labels.append(Int(line.last ?? 48) - 48)
    }
    return Dataset(
      Tensor(values, shape: [labels.count, 64]), Tensor(labels), classNames: (0..<10).map(String.init))
  }

  private static var empty: Dataset { Dataset(Tensor.zeros([0, 2]), Tensor([] as [Int])) }
}

/// The examples of a data set in batches; each pass over it may have an order of its own.
///
/// ```swift
/// for (x, y) in DataLoader(dataset, batchSize: 32, shuffle: true) { … }
/// ```
public struct DataLoader: Sequence {
  /// The examples.
  public let dataset: Dataset
  /// How many examples a batch has; the last may have fewer.
  public let batchSize: Int
  /// Whether each pass has a random order, that of PyTorch's loader.
  public let shuffle: Bool
  /// Whether a last batch of fewer examples is left out.
  public let dropLast: Bool
  private let seed: Int?

  /// Batches of a data set; the order is drawn from the generator that `manualSeed` seeds, unless a seed is given.
  public init(
    _ dataset: Dataset, batchSize: Int = 1, shuffle: Bool = false, dropLast: Bool = false, seed: Int? = nil
  ) {
    self.dataset = dataset
    self.batchSize = batchSize
    self.shuffle = shuffle
    self.dropLast = dropLast
    self.seed = seed
    if batchSize < 1 { Failure.report(.argument("DataLoader", "a batch needs at least one example, not \(batchSize)")) }
  }

  /// How many batches a pass has.
  public var count: Int {
    guard batchSize > 0 else { return 0 }
    return dropLast || dataset.count % batchSize == 0 ? dataset.count / batchSize : dataset.count / batchSize + 1
  }

  /// A pass over the examples.
  public func makeIterator() -> DataLoaderIterator {
    let source = seed.map { Nabla.Generator(.torch, seed: $0) } ?? Nabla.Generator.shared
    // PyTorch's loader draws a seed for its workers, and its sampler one for a generator of the order.
    _ = source.randint(-1, Int.max)
    var order = Array(0..<dataset.count)
    if shuffle { order = Nabla.Generator(.torch, seed: source.randint(-1, Int.max) &+ 1).permutation(dataset.count) }
    return DataLoaderIterator(dataset, order: order, batchSize: Swift.max(batchSize, 1), count: count)
  }
}

/// A pass of a `DataLoader`.
public struct DataLoaderIterator: IteratorProtocol {
  private let dataset: Dataset
  private let order: [Int]
  private let batchSize: Int
  private let count: Int
  private var position = 0

  init(_ dataset: Dataset, order: [Int], batchSize: Int, count: Int) {
    self.dataset = dataset
    self.order = order
    self.batchSize = batchSize
    self.count = count
  }

  /// The next batch, or nil at the end.
  public mutating func next() -> (inputs: Tensor, targets: Tensor)? {
    guard position < count else { return nil }
    let start = position * batchSize
    position += 1
    let batch = dataset.select(Array(order[start..<min(start + batchSize, order.count)]))
    return (batch.inputs, batch.targets)
  }
}
