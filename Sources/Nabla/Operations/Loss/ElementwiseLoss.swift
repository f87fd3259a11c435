package import CKernels

/// How the losses of single elements make the result.
public enum LossReduction: Sendable {
  /// Each element's loss, unreduced.
  case none
  /// The mean of all.
  case mean
  /// The sum of all.
  case sum

  @inline(__always)
  package var ordinal: Int {
    switch self {
    case .none: 0
    case .mean: 1
    case .sum: 2
    }
  }
}

/// A loss of each pair of prediction and target; `attributes.a` is its parameter, `attributes.b` the scale of the sum.
package final class ElementwiseLoss: Operation, @unchecked Sendable {
  private let kernel: NKLoss
  private let slopeX: @Sendable (Point) -> Tensor
  private let slopeT: @Sendable (Point) -> Tensor

  /// Where a derivative is taken.
  package struct Point {
    package let x: Tensor
    package let t: Tensor
    package let p: Double
  }

  package init(
    _ kernel: NKLoss, _ name: String, formula: String, partials: [String],
    domain: (GradientCase.Domain, GradientCase.Domain) = (.real, .positive), parameter: Double = 0,
    slopeX: @escaping @Sendable (Point) -> Tensor, slopeT: @escaping @Sendable (Point) -> Tensor
  ) {
    self.kernel = kernel
    self.slopeX = slopeX
    self.slopeT = slopeT
    let box = Box()
    let cases = [LossReduction.mean, .sum, .none].map { reduction in
      GradientCase("\(reduction)", .init(shape: [2, 3], domain: domain.0), .init(shape: [2, 3], domain: domain.1)) {
        box.operation?.apply($0[0], $0[1], parameter, reduction) ?? $0[0]
      }
    }
    super.init(name, formula: formula, partials: partials, cases: cases)
    box.operation = self
  }

  private final class Box: @unchecked Sendable {
    /// Operations live as long as the program. A weak reference would make every other reference to one slow.
    unowned(unsafe) var operation: ElementwiseLoss?
  }

  /// - Parameter scale: replaces the divisor of the mean when given.
  package func apply(
    _ x: Tensor, _ t: Tensor, _ parameter: Double, _ reduction: LossReduction, scale: Double? = nil
  ) -> Tensor {
    attempt { () throws(TensorError) in
      let key = Replay.Key(parameter, scale ?? .nan, reduction.ordinal)
      if let planned = Replay.take(self, x.node, t.node, key: key) { return planned }
      guard x.node.shape == t.node.shape else { throw .sameShape(name, x.node.shape, t.node.shape) }
      var dtype = DType.promoted(x.dtype, rank: x.rank, t.dtype, rank: t.rank)
      if !dtype.isFloatingPoint { dtype = .float32 }
      let (input, target) = (try x.node.cast(to: dtype), try t.node.cast(to: dtype))
      let (a, b) = (try input.contiguous(), try target.contiguous())
      let result: Node
      if reduction == .none {
        result = try Node.make(a.shape, dtype)
        nk_loss(kernel, dtype.kernel, a.count, a.pointer, b.pointer, parameter, result.pointer)
        result.attributes.b = 1
      } else {
        result = try Node.make(Shape(), dtype)
        let factor = scale ?? (reduction == .mean ? 1 / Double(a.count) : 1)
        nk_loss_sum(kernel, dtype.kernel, a.count, a.pointer, b.pointer, parameter, factor, result.pointer)
        result.attributes.b = factor
      }
      result.attributes.a = parameter
      return try result.made(by: self, from: input, target)
    }
  }

  package override func backward(_ step: Step) {
    let attributes = step.node.attributes
    let (x, t) = (step.input(0), step.input(1))
    if step.isDifferentiable {
      let point = Point(x: x, t: t, p: attributes.a)
      let gradient = attributes.b == 1 ? step.gradient : step.gradient * attributes.b
      if step.needs(0) { step.give(0, gradient * slopeX(point)) }
      if step.needs(1) { step.give(1, gradient * slopeT(point)) }
      return
    }
    do throws(TensorError) {
      let (a, b) = (try x.node.contiguous(), try t.node.contiguous())
      let gradient = try step.gradient.node.contiguous()
      let dx = step.needs(0) ? try Node.make(a.shape, a.dtype) : nil
      let dt = step.needs(1) ? try Node.make(b.shape, b.dtype) : nil
      nk_loss_backward(
        kernel, a.dtype.kernel, a.count, a.pointer, b.pointer, attributes.a, gradient.pointer,
        gradient.shape.rank == 0 ? 1 : 0, attributes.b, dx?.pointer, dt?.pointer, 0)
      if let dx { step.give(0, Tensor(dx)) }
      if let dt { step.give(1, Tensor(dt)) }
    } catch { Failure.report(error) }
  }
}

/// Losses.
package struct LossOperations {
  package let mse = ElementwiseLoss(
    .mse, "mseLoss", formula: #"\frac{1}{n}\sum_i (x_i - t_i)^2"#,
    partials: [#"\frac{2}{n}(x_i - t_i)"#, #"-\frac{2}{n}(x_i - t_i)"#],
    slopeX: { 2.0 * ($0.x - $0.t) }, slopeT: { -2.0 * ($0.x - $0.t) })

  package let l1 = ElementwiseLoss(
    .l1, "l1Loss", formula: #"\frac{1}{n}\sum_i |x_i - t_i|"#,
    partials: [#"\frac{1}{n}\operatorname{sign}(x_i - t_i)"#, #"-\frac{1}{n}\operatorname{sign}(x_i - t_i)"#],
    slopeX: { ($0.x - $0.t).sign() }, slopeT: { -($0.x - $0.t).sign() })

  package let huber = ElementwiseLoss(
    .huber, "huberLoss", formula: #"\frac{1}{n}\sum_i h_\delta(x_i - t_i)"#,
    partials: [#"\frac{1}{n}\operatorname{clamp}(x_i - t_i, -\delta, \delta)"#,
      #"-\frac{1}{n}\operatorname{clamp}(x_i - t_i, -\delta, \delta)"#], parameter: 1,
    slopeX: { ($0.x - $0.t).clamp(min: -$0.p, max: $0.p) },
    slopeT: { -($0.x - $0.t).clamp(min: -$0.p, max: $0.p) })

  package let smoothL1 = ElementwiseLoss(
    .smoothL1, "smoothL1Loss", formula: #"\frac{1}{n}\sum_i \tfrac{1}{\beta} h_\beta(x_i - t_i)"#,
    partials: [#"\frac{1}{n}\operatorname{clamp}(\tfrac{x_i - t_i}{\beta}, -1, 1)"#,
      #"-\frac{1}{n}\operatorname{clamp}(\tfrac{x_i - t_i}{\beta}, -1, 1)"#], parameter: 1,
    slopeX: { (($0.x - $0.t) / $0.p).clamp(min: -1, max: 1) },
    slopeT: { -(($0.x - $0.t) / $0.p).clamp(min: -1, max: 1) })

  package let bce = ElementwiseLoss(
    .bce, "bceLoss", formula: #"-\frac{1}{n}\sum_i t_i \ln x_i + (1 - t_i)\ln(1 - x_i)"#,
    partials: [#"\frac{1}{n}\frac{x_i - t_i}{x_i(1 - x_i)}"#, #"\frac{1}{n}\ln\frac{1 - x_i}{x_i}"#],
    domain: (.probability, .probability),
    slopeX: { ($0.x - $0.t) / ($0.x * (1 - $0.x)).clamp(min: 1e-12) },
    slopeT: { (1 - $0.x).log().clamp(min: -100) - $0.x.log().clamp(min: -100) })

  package let bceWithLogits = ElementwiseLoss(
    .bceWithLogits, "bceWithLogits",
    formula: #"-\frac{1}{n}\sum_i t_i \ln \sigma(x_i) + (1 - t_i)\ln(1 - \sigma(x_i))"#,
    partials: [#"\frac{1}{n}(\sigma(x_i) - t_i)"#, #"-\frac{1}{n} x_i"#], domain: (.real, .probability),
    slopeX: { $0.x.sigmoid() - $0.t }, slopeT: { -$0.x })

  package let klDiv = ElementwiseLoss(
    .klDiv, "klDiv", formula: #"\frac{1}{n}\sum_i t_i(\ln t_i - x_i)"#,
    partials: [#"-\frac{1}{n} t_i"#, #"\frac{1}{n}(\ln t_i - x_i + 1)"#],
    slopeX: { -$0.t }, slopeT: { $0.t.log() - $0.x + 1 })

  package let klDivLog = ElementwiseLoss(
    .klDivLog, "klDivLog", formula: #"\frac{1}{n}\sum_i e^{t_i}(t_i - x_i)"#,
    partials: [#"-\frac{1}{n} e^{t_i}"#, #"\frac{1}{n} e^{t_i}(t_i - x_i + 1)"#],
    slopeX: { -$0.t.exp() }, slopeT: { $0.t.exp() * ($0.t - $0.x + 1) })

  package let hinge = ElementwiseLoss(
    .hinge, "hingeLoss", formula: #"\frac{1}{n}\sum_i \max(0, 1 - t_i x_i)"#,
    partials: [#"-\frac{1}{n} t_i [t_i x_i < 1]"#, #"-\frac{1}{n} x_i [t_i x_i < 1]"#], domain: (.unit, .unit),
    slopeX: { -($0.t * ($0.t * $0.x .< 1).to($0.x.dtype)) }, slopeT: { -($0.x * ($0.t * $0.x .< 1).to($0.x.dtype)) })

  package let crossEntropy = CrossEntropy()
}

/// The squared error: the mean of (prediction − target)². Both must have the same shape.
public func mseLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
  operations.loss.mse.apply(prediction, target, 0, reduction)
}

/// The absolute error: the mean of |prediction − target|.
public func l1Loss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
  operations.loss.l1.apply(prediction, target, 0, reduction)
}

/// Half the squared error up to a distance `delta`, from there on linear.
public func huberLoss(
  _ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean, delta: Double = 1.0
) -> Tensor {
  operations.loss.huber.apply(prediction, target, delta, reduction)
}

/// The squared error divided by 2·`beta` up to a distance `beta`, from there on linear with slope 1.
public func smoothL1Loss(
  _ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean, beta: Double = 1.0
) -> Tensor {
  operations.loss.smoothL1.apply(prediction, target, beta, reduction)
}

/// The cross entropy of probabilities in 0…1 with targets in 0…1; logarithms are clamped at −100.
///
/// Prefer `bceWithLogits`, which takes what comes before the sigmoid and does not lose digits.
public func bceLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
  operations.loss.bce.apply(prediction, target, 0, reduction)
}

/// The cross entropy of sigmoid(logits) with targets in 0…1, without overflow.
public func bceWithLogits(_ logits: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
  operations.loss.bceWithLogits.apply(logits, target, 0, reduction)
}

/// The Kullback-Leibler divergence: target·(ln target − x), where x is the logarithm of a distribution. PyTorch's
/// "batchmean" is `reduction: .sum` divided by the number of rows.
public func klDiv(
  _ logPrediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean, logTarget: Bool = false
) -> Tensor {
  (logTarget ? operations.loss.klDivLog : operations.loss.klDiv).apply(logPrediction, target, 0, reduction)
}

/// max(0, 1 − target·prediction), for targets −1 and 1.
public func hingeLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
  operations.loss.hinge.apply(prediction, target, 0, reduction)
}
