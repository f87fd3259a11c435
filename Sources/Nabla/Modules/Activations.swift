/// max(x, 0) of each element, as a module.
public struct ReLU: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// max(x, 0) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.relu() }

  /// ReLU().
  public var description: String { "ReLU()" }
}

/// tanh x of each element, as a module.
public struct Tanh: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// tanh x of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.tanh() }

  /// Tanh().
  public var description: String { "Tanh()" }
}

/// 1/(1 + e⁻ˣ) of each element, as a module.
public struct Sigmoid: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// 1/(1 + e⁻ˣ) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.sigmoid() }

  /// Sigmoid().
  public var description: String { "Sigmoid()" }
}

/// ln(1/(1 + e⁻ˣ)) of each element, as a module.
public struct LogSigmoid: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// ln(1/(1 + e⁻ˣ)) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.logSigmoid() }

  /// LogSigmoid().
  public var description: String { "LogSigmoid()" }
}

/// min(max(x, 0), 6) of each element, as a module.
public struct ReLU6: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// min(max(x, 0), 6) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.relu6() }

  /// ReLU6().
  public var description: String { "ReLU6()" }
}

/// x where positive, else slope·x of each element, as a module.
public struct LeakyReLU: Module, CustomStringConvertible {
  /// The slope for negative x.
  public let negativeSlope: Double

  /// The module.
  public init(negativeSlope: Double = 0.01) {
    self.negativeSlope = negativeSlope
  }

  /// x where positive, else slope·x of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.leakyRelu(negativeSlope: negativeSlope) }

  /// LeakyReLU(negativeSlope).
  public var description: String { "LeakyReLU(negativeSlope: \(negativeSlope))" }
}

/// x where positive, else α(eˣ − 1) of each element, as a module.
public struct ELU: Module, CustomStringConvertible {
  /// The limit for large negative x, with its sign changed.
  public let alpha: Double

  /// The module.
  public init(alpha: Double = 1.0) {
    self.alpha = alpha
  }

  /// x where positive, else α(eˣ − 1) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.elu(alpha: alpha) }

  /// ELU(alpha).
  public var description: String { "ELU(alpha: \(alpha))" }
}

/// λx where positive, else λα(eˣ − 1) of each element, as a module.
public struct SELU: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// λx where positive, else λα(eˣ − 1) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.selu() }

  /// SELU().
  public var description: String { "SELU()" }
}

/// x·Φ(x) of each element, as a module.
public struct GELU: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// x·Φ(x) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.gelu() }

  /// GELU().
  public var description: String { "GELU()" }
}

/// x·σ(x) of each element, as a module.
public struct SiLU: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// x·σ(x) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.silu() }

  /// SiLU().
  public var description: String { "SiLU()" }
}

/// x·tanh(ln(1 + eˣ)) of each element, as a module.
public struct Mish: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// x·tanh(ln(1 + eˣ)) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.mish() }

  /// Mish().
  public var description: String { "Mish()" }
}

/// ln(1 + e^(βx))/β of each element, as a module.
public struct Softplus: Module, CustomStringConvertible {
  /// How steeply it bends.
  public let beta: Double

  /// Where βx is above, x itself is given.
  public let threshold: Double

  /// The module.
  public init(beta: Double = 1.0, threshold: Double = 20.0) {
    self.beta = beta
    self.threshold = threshold
  }

  /// ln(1 + e^(βx))/β of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.softplus(beta: beta, threshold: threshold) }

  /// Softplus(beta, threshold).
  public var description: String { "Softplus(beta: \(beta), threshold: \(threshold))" }
}

/// x/(1 + |x|) of each element, as a module.
public struct Softsign: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// x/(1 + |x|) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.softsign() }

  /// Softsign().
  public var description: String { "Softsign()" }
}

/// x/6 + 1/2 clamped to 0…1 of each element, as a module.
public struct HardSigmoid: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// x/6 + 1/2 clamped to 0…1 of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.hardSigmoid() }

  /// HardSigmoid().
  public var description: String { "HardSigmoid()" }
}

/// x·hardSigmoid(x) of each element, as a module.
public struct HardSwish: Module, CustomStringConvertible {
  /// The module.
  public init() {}

  /// x·hardSigmoid(x) of each element.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.hardSwish() }

  /// HardSwish().
  public var description: String { "HardSwish()" }
}

/// Softmax along a dimension, as a module.
public struct Softmax: Module, CustomStringConvertible {
  /// The dimension that sums to 1.
  public let dim: Int

  /// The module.
  public init(dim: Int = -1) { self.dim = dim }

  /// Softmax of x along the dimension.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.softmax(dim: dim) }

  /// Softmax(dim).
  public var description: String { "Softmax(dim: \(dim))" }
}

/// The logarithm of softmax along a dimension, as a module.
public struct LogSoftmax: Module, CustomStringConvertible {
  /// The dimension whose exponentials sum to 1.
  public let dim: Int

  /// The module.
  public init(dim: Int = -1) { self.dim = dim }

  /// The logarithm of softmax of x along the dimension.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.logSoftmax(dim: dim) }

  /// LogSoftmax(dim).
  public var description: String { "LogSoftmax(dim: \(dim))" }
}

/// All dimensions but the first few made one, as a module.
public struct Flatten: Module, CustomStringConvertible {
  /// The first dimension that is joined.
  public let startDim: Int
  /// The last dimension that is joined.
  public let endDim: Int

  /// The module; by default it keeps the batch and joins the rest.
  public init(_ startDim: Int = 1, _ endDim: Int = -1) {
    self.startDim = startDim
    self.endDim = endDim
  }

  /// x with the dimensions joined.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.flatten(startDim, endDim) }

  /// Flatten().
  public var description: String { "Flatten(\(startDim), \(endDim))" }
}
