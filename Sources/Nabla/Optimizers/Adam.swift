internal import CKernels

/// Adam: steps by the mean of the gradients over the root of the mean of their squares, both decaying.
///
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε), where m̂ and v̂ are corrected for their
/// beginning at 0.
/// Weight decay adds `weightDecay`·w to g.
public class Adam: Optimizer {
  /// β₁ and β₂: how slowly the two means decay.
  @exclusivity(unchecked) public var betas: (Double, Double)
  /// ε: keeps the division finite.
  @exclusivity(unchecked) public var eps: Double
  /// The strength of the pull toward 0.
  @exclusivity(unchecked) public var weightDecay: Double
  /// Whether the greatest v so far is used, so that steps never grow again.
  public let amsgrad: Bool
  private let isDecoupled: Bool
  @exclusivity(unchecked) private var mean: Memory
  @exclusivity(unchecked) private var square: Memory
  @exclusivity(unchecked) private var greatest: Memory
  @exclusivity(unchecked) private var counts: [Int64]

  /// Adam on these parameters.
  public convenience init(
    _ parameters: [Tensor], lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0.0, amsgrad: Bool = false
  ) {
    self.init(
      parameters, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay, amsgrad: amsgrad, isDecoupled: false,
      name: "Adam")
  }

  package init(
    _ parameters: [Tensor], lr: Double, betas: (Double, Double), eps: Double, weightDecay: Double, amsgrad: Bool,
    isDecoupled: Bool, name: String
  ) {
    self.betas = betas
    self.eps = eps
    self.weightDecay = weightDecay
    self.amsgrad = amsgrad
    self.isDecoupled = isDecoupled
    mean = Memory(parameters.count)
    square = Memory(parameters.count)
    greatest = Memory(parameters.count)
    counts = Array(repeating: 0, count: parameters.count)
    super.init(parameters, lr: lr, name: name)
    for beta in [betas.0, betas.1] where !(beta >= 0 && beta < 1) {
      Failure.report(.argument(name, "betas \(betas) must be in 0..<1"))
    }
  }

  package override var writer: StaticString { "Adam.step" }

  package override func update(_ index: Int, _ parameter: Node, _ gradient: Unmanaged<Node>) throws(TensorError) {
    let m = try mean.array(index, like: parameter)
    let v = try square.array(index, like: parameter)
    let greatest = amsgrad ? try greatest.array(index, like: parameter) : nil
    counts[index] += 1
    nk_adam(
      parameter.dtype.kernel, parameter.count, parameter.pointer, gradient.values, m.pointer, v.pointer,
      greatest?.pointer, lr, betas.0, betas.1, eps, weightDecay, isDecoupled ? 1 : 0, counts[index])
  }
}

/// Adam with the weight decay taken out of the gradient: w ← w − η·`weightDecay`·w before the step.
public final class AdamW: Adam {
  /// AdamW on these parameters.
  public init(
    _ parameters: [Tensor], lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0.01, amsgrad: Bool = false
  ) {
    super.init(
      parameters, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay, amsgrad: amsgrad, isDecoupled: true,
      name: "AdamW")
  }

  package override var writer: StaticString { "AdamW.step" }
}
