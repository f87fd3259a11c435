/// Normalizes each channel over the batch; what `BatchNorm1d` and `BatchNorm2d` have in common.
public class BatchNorm: TrainableModule, CustomStringConvertible {
  /// γ, one for each channel, or nil.
  public let weight: Tensor?
  /// β, one for each channel, or nil.
  public let bias: Tensor?
  /// The mean that is used when not training.
  public let runningMean: Tensor?
  /// The variance that is used when not training.
  public let runningVariance: Tensor?
  /// ε: keeps the division finite.
  public let eps: Double
  /// How far the running statistics move toward those of a batch.
  public let momentum: Double
  /// Whether the batch's own statistics are used.
  public var isTraining = true
  private let features: Int
  private let ranks: [Int]

  package init(
    _ features: Int, eps: Double, momentum: Double, affine: Bool, trackRunningStats: Bool, dtype: DType, ranks: [Int]
  ) {
    weight = affine ? Tensor.ones([features], dtype: dtype, requiresGrad: true) : nil
    bias = affine ? Tensor.zeros([features], dtype: dtype, requiresGrad: true) : nil
    runningMean = trackRunningStats ? Tensor.zeros([features], dtype: dtype) : nil
    runningVariance = trackRunningStats ? Tensor.ones([features], dtype: dtype) : nil
    self.eps = eps
    self.momentum = momentum
    self.features = features
    self.ranks = ranks
  }

  /// The normalized batch.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard ranks.contains(x.rank) else {
      let expected = ranks.map(String.init).joined(separator: " or ")
      Failure.report(
        .shapes("\(type(of: self))", "needs a batch of \(expected) dimensions, channels second", [x.node.shape]))
      return x
    }
    return batchNorm(
      x, mean: runningMean, variance: runningVariance, weight: weight, bias: bias,
      training: isTraining || runningMean == nil, momentum: momentum, eps: eps)
  }

  /// The parameters and the running statistics.
  public var members: [(name: String, value: Any)] {
    let all: [(name: String, value: Tensor?)] = [
      ("weight", weight), ("bias", bias), ("running_mean", runningMean), ("running_var", runningVariance),
    ]
    return all.compactMap { member in member.value.map { (name: member.name, value: $0) } }
  }

  /// BatchNorm(features).
  public var description: String { "\(type(of: self))(\(features))" }
}

/// Normalizes each feature over a batch [batch, features] or [batch, channels, length].
public final class BatchNorm1d: BatchNorm {
  /// A layer for this many features or channels.
  public init(
    _ features: Int, eps: Double = 1e-5, momentum: Double = 0.1, affine: Bool = true, trackRunningStats: Bool = true,
    dtype: DType = .float32
  ) {
    super.init(
      features, eps: eps, momentum: momentum, affine: affine, trackRunningStats: trackRunningStats, dtype: dtype,
      ranks: [2, 3])
  }
}

/// Normalizes each channel over a batch of images [batch, channels, height, width].
public final class BatchNorm2d: BatchNorm {
  /// A layer for this many channels.
  public init(
    _ features: Int, eps: Double = 1e-5, momentum: Double = 0.1, affine: Bool = true, trackRunningStats: Bool = true,
    dtype: DType = .float32
  ) {
    super.init(
      features, eps: eps, momentum: momentum, affine: affine, trackRunningStats: trackRunningStats, dtype: dtype,
      ranks: [4])
  }
}

/// Normalizes over the last dimensions of each element of a batch.
public final class LayerNorm: Module, CustomStringConvertible {
  /// γ, in the shape that is normalized over, or nil.
  public let weight: Tensor?
  /// β, in the shape that is normalized over, or nil.
  public let bias: Tensor?
  /// The sizes of the dimensions that are normalized over.
  public let shape: [Int]
  /// ε: keeps the division finite.
  public let eps: Double

  /// A layer over the last dimension, of this many features.
  public convenience init(_ features: Int, eps: Double = 1e-5, bias: Bool = true, dtype: DType = .float32) {
    self.init([features], eps: eps, bias: bias, dtype: dtype)
  }

  /// A layer over the last dimensions, of these sizes.
  public init(_ shape: [Int], eps: Double = 1e-5, bias: Bool = true, dtype: DType = .float32) {
    weight = Tensor.ones(shape, dtype: dtype, requiresGrad: true)
    self.bias = bias ? Tensor.zeros(shape, dtype: dtype, requiresGrad: true) : nil
    self.shape = shape
    self.eps = eps
  }

  /// The normalized elements.
  public func callAsFunction(_ x: Tensor) -> Tensor { layerNorm(x, shape, weight: weight, bias: bias, eps: eps) }

  /// LayerNorm(shape).
  public var description: String { "LayerNorm(\(shape))" }
}

/// Leaves out elements at random while training.
public final class Dropout: TrainableModule, CustomStringConvertible {
  /// The probability that an element is left out.
  public let p: Double
  /// Whether elements are left out.
  public var isTraining = true

  /// A layer that leaves out each element with probability p.
  public init(_ p: Double = 0.5) { self.p = p }

  /// x with elements left out and the others divided by 1 − p; x itself when not training.
  public func callAsFunction(_ x: Tensor) -> Tensor { dropout(x, p: p, training: isTraining) }

  /// Dropout(p).
  public var description: String { "Dropout(\(p))" }
}
