internal import CKernels

/// RMSprop: steps by the gradient over the root of a decaying mean of its squares.
///
/// v ← αv + (1 − α)g², w ← w − η·g/(√v + ε).
public final class RMSprop: Optimizer {
  /// α: how slowly the mean of the squares decays.
  @exclusivity(unchecked) public var alpha: Double
  /// ε: keeps the division finite.
  @exclusivity(unchecked) public var eps: Double
  /// The strength of the pull toward 0.
  @exclusivity(unchecked) public var weightDecay: Double
  /// How much of the last step is kept.
  @exclusivity(unchecked) public var momentum: Double
  /// Whether the squares are taken about a running mean.
  public let centered: Bool
  @exclusivity(unchecked) private var square: Memory
  @exclusivity(unchecked) private var velocity: Memory
  @exclusivity(unchecked) private var mean: Memory

  /// RMSprop on these parameters.
  public init(
    _ parameters: [Tensor], lr: Double = 0.01, alpha: Double = 0.99, eps: Double = 1e-8, weightDecay: Double = 0.0,
    momentum: Double = 0.0, centered: Bool = false
  ) {
    self.alpha = alpha
    self.eps = eps
    self.weightDecay = weightDecay
    self.momentum = momentum
    self.centered = centered
    square = Memory(parameters.count)
    velocity = Memory(parameters.count)
    mean = Memory(parameters.count)
    super.init(parameters, lr: lr, name: "RMSprop")
  }

  package override var writer: StaticString { "RMSprop.step" }

  package override func update(_ index: Int, _ parameter: Node, _ gradient: Unmanaged<Node>) throws(TensorError) {
    let v = try square.array(index, like: parameter)
    let buffer = momentum == 0 ? nil : try velocity.array(index, like: parameter)
    let mean = centered ? try mean.array(index, like: parameter) : nil
    nk_rmsprop(
      parameter.dtype.kernel, parameter.count, parameter.pointer, gradient.values, v.pointer, buffer?.pointer,
      mean?.pointer, lr, alpha, eps, weightDecay, momentum)
  }
}

/// Adagrad: steps by the gradient over the root of the sum of all its squares so far.
///
/// s ← s + g², w ← w − η/(1 + (t − 1)·`lrDecay`)·g/(√s + ε) at step t.
public final class Adagrad: Optimizer {
  /// How fast the learning rate falls with the steps.
  @exclusivity(unchecked) public var lrDecay: Double
  /// The strength of the pull toward 0.
  @exclusivity(unchecked) public var weightDecay: Double
  /// What the sums begin with.
  public let initialAccumulator: Double
  /// ε: keeps the division finite.
  @exclusivity(unchecked) public var eps: Double
  @exclusivity(unchecked) private var sums: Memory
  @exclusivity(unchecked) private var counts: [Int64]

  /// Adagrad on these parameters.
  public init(
    _ parameters: [Tensor], lr: Double = 0.01, lrDecay: Double = 0.0, weightDecay: Double = 0.0,
    initialAccumulator: Double = 0.0, eps: Double = 1e-10
  ) {
    self.lrDecay = lrDecay
    self.weightDecay = weightDecay
    self.initialAccumulator = initialAccumulator
    self.eps = eps
    sums = Memory(parameters.count)
    counts = Array(repeating: 0, count: parameters.count)
    super.init(parameters, lr: lr, name: "Adagrad")
  }

  package override var writer: StaticString { "Adagrad.step" }

  package override func update(_ index: Int, _ parameter: Node, _ gradient: Unmanaged<Node>) throws(TensorError) {
    let sum = try sums.array(index, like: parameter, filling: initialAccumulator)
    counts[index] += 1
    nk_adagrad(
      parameter.dtype.kernel, parameter.count, parameter.pointer, gradient.values, sum.pointer, lr, lrDecay,
      weightDecay, eps, counts[index])
  }
}
