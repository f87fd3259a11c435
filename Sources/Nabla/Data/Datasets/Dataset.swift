/// Examples for training: inputs x and what is known about each, y. The first dimension of both numbers the examples.
///
/// Two classes are told apart by one number, 0 or 1, in y of shape [n, 1]; more classes by their number in y of shape
/// [n], an Int64, as `crossEntropy` takes it.
public struct Dataset {
  /// The inputs, [n, …].
  public let x: Tensor
  /// What is to be learned, [n] or [n, …].
  public let y: Tensor
  /// What the numbers of an input are, where that is known.
  public let featureNames: [String]
  /// What the classes are, where that is known.
  public let classNames: [String]

  /// Examples x with what is to be learned about each, y.
  public init(_ x: Tensor, _ y: Tensor, featureNames: [String] = [], classNames: [String] = []) {
    let fits = x.rank > 0 && y.rank > 0 && x.shape[0] == y.shape[0]
    if !fits { Failure.report(.examples(x.node.shape, y.node.shape)) }
    self.x = fits ? x : Tensor.zeros([0])
    self.y = fits ? y : Tensor.zeros([0])
    self.featureNames = featureNames
    self.classNames = classNames
  }

  /// How many examples there are.
  public var count: Int { x.shape.first ?? 0 }

  /// Example i.
  public subscript(_ i: Int) -> (Tensor, Tensor) { (x[i], y[i]) }

  /// The examples with these numbers, in this order.
  public func select(_ indices: [Int]) -> Dataset {
    let places = Tensor(indices)
    return Dataset(
      x.indexSelect(0, places), y.indexSelect(0, places), featureNames: featureNames, classNames: classNames)
  }

  /// The examples in random order.
  public func shuffled(generator: Generator? = nil) -> Dataset {
    select((generator ?? Generator.shared).permutation(count))
  }

  /// The first part of the examples and the rest, for training and for testing; shuffle before.
  /// - Parameter share: the first part's share of the examples, rounded down to whole ones
  public func split(_ share: Double) -> (Dataset, Dataset) {
    guard share >= 0, share <= 1 else {
      Failure.report(.split(share))
      return (self, self)
    }
    // A share of 0.29 of 100 is 29, though the product is a little below it.
    let middle = min(Int((share * Double(count) + 1e-9).rounded(.down)), count)
    return (part(0..<middle), part(middle..<count))
  }

  func part(_ range: Range<Int>) -> Dataset {
    Dataset(x[range], y[range], featureNames: featureNames, classNames: classNames)
  }
}

extension Dataset: CustomStringConvertible {
  /// The shapes, and the names of the classes.
  public var description: String {
    let classes = classNames.isEmpty ? "" : ", classes \(classNames.joined(separator: ", "))"
    return "Dataset of \(count) examples: x \(x.shape), y \(y.shape)\(classes)"
  }
}
