internal import CKernels

/// Stochastic gradient descent: w ← w − η·g, with momentum v ← μv + (1 − dampening)g and w ← w − ηv when given.
///
/// Weight decay adds `weightDecay`·w to g; Nesterov's form steps by g + μv.
public final class SGD: Optimizer {
  /// μ: how much of the last step is kept.
  @exclusivity(unchecked) public var momentum: Double
  /// How much of the gradient momentum leaves out.
  @exclusivity(unchecked) public var dampening: Double
  /// The strength of the pull toward 0.
  @exclusivity(unchecked) public var weightDecay: Double
  /// Whether momentum looks ahead.
  @exclusivity(unchecked) public var nesterov: Bool
  @exclusivity(unchecked) private var velocity: Memory

  /// Gradient descent on these parameters.
  public init(
    _ parameters: [Tensor], lr: Double = 0.001, momentum: Double = 0.0, dampening: Double = 0.0,
    weightDecay: Double = 0.0, nesterov: Bool = false
  ) {
    self.momentum = momentum
    self.dampening = dampening
    self.weightDecay = weightDecay
    self.nesterov = nesterov
    velocity = Memory(parameters.count)
    super.init(parameters, lr: lr, name: "SGD")
    if nesterov, momentum <= 0 || dampening != 0 {
      Failure.report(.argument("SGD", "nesterov needs a momentum above 0 and no dampening"))
    }
  }

  package override var writer: StaticString { "SGD.step" }

  package override func update(_ index: Int, _ parameter: Node, _ gradient: Unmanaged<Node>) throws(TensorError) {
    let isFirst = momentum != 0 && velocity.isEmpty(index)
    let buffer = momentum == 0 ? nil : try velocity.array(index, like: parameter)
    nk_sgd(
      parameter.dtype.kernel, parameter.count, parameter.pointer, gradient.values, buffer?.pointer, lr, momentum,
      dampening, weightDecay, nesterov ? 1 : 0, isFirst ? 1 : 0)
  }
}
