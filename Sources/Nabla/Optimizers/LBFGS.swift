/// L-BFGS: a quasi-Newton method that learns the curvature from its last steps. For small problems and whole batches.
///
/// A step runs up to `maxIter` iterations, each of which evaluates the loss again, so `step` is given a closure that
/// computes the loss; the optimizer calls `zeroGrad` and `backward` itself.
public final class LBFGS: Optimizer {
  private let maxIterations: Int
  private let maxEvaluations: Int
  private let gradientTolerance: Double
  private let changeTolerance: Double
  private let historySize: Int
  private var direction: Tensor?
  private var stepLength = 0.0
  private var oldDirections: [Tensor] = []
  private var oldSteps: [Tensor] = []
  private var curvatures: [Double] = []
  private var diagonal = 1.0
  private var previousGradient: Tensor?
  private var iterations = 0

  /// L-BFGS on these parameters.
  public init(
    _ parameters: [Tensor], lr: Double = 1.0, maxIter: Int = 20, maxEval: Int? = nil, toleranceGrad: Double = 1e-7,
    toleranceChange: Double = 1e-9, historySize: Int = 100
  ) {
    maxIterations = maxIter
    maxEvaluations = maxEval ?? maxIter * 5 / 4
    gradientTolerance = toleranceGrad
    changeTolerance = toleranceChange
    self.historySize = max(historySize, 1)
    super.init(parameters, lr: lr, name: "LBFGS")
  }

  package override var writer: StaticString { "LBFGS.step" }

  /// L-BFGS needs to evaluate the loss: use `step { … }`.
  public override func step() {
    Failure.report(.argument("LBFGS.step", "needs a closure that computes the loss: `step { mseLoss(model(x), y) }`"))
  }

  /// Minimizes for up to `maxIter` iterations, and gives back the loss at the beginning.
  @discardableResult
  public func step(_ loss: () -> Tensor) -> Tensor {
    var evaluations = 0
    func evaluate() -> Tensor {
      zeroGrad()
      let value = loss()
      value.backward()
      evaluations += 1
      return value.detach()
    }
    let original = evaluate()
    var value = original.item()
    noGrad {
      var gradient = flatGradient()
      if gradient.abs().max().item() <= gradientTolerance { return }
      var count = 0
      while count < maxIterations, Failure.pending == nil {
        count += 1
        iterations += 1
        let d = nextDirection(gradient)
        previousGradient = gradient
        let previousValue = value
        stepLength = iterations == 1 ? min(1, 1 / gradient.abs().sum().item()) * lr : lr
        let slope = gradient.dot(d).item()
        if slope > -changeTolerance { break }
        move(d, by: stepLength)
        if count != maxIterations {
          setGradEnabled(true)
          value = evaluate().item()
          setGradEnabled(false)
          gradient = flatGradient()
        }
        if count == maxIterations || evaluations >= maxEvaluations { break }
        if gradient.abs().max().item() <= gradientTolerance { break }
        if (d * stepLength).abs().max().item() <= changeTolerance { break }
        if (value - previousValue).magnitude < changeTolerance { break }
      }
    }
    return original
  }

  /// The direction of the next step, by the two loops of L-BFGS over the last steps.
  private func nextDirection(_ gradient: Tensor) -> Tensor {
    if iterations == 1 || previousGradient == nil {
      direction = -gradient
      oldDirections = []
      oldSteps = []
      curvatures = []
      diagonal = 1
    } else if let previousGradient, let last = direction {
      let y = gradient - previousGradient
      let s = last * stepLength
      let ys = y.dot(s).item()
      if ys > 1e-10 {
        if oldDirections.count == historySize {
          oldDirections.removeFirst()
          oldSteps.removeFirst()
          curvatures.removeFirst()
        }
        oldDirections.append(y)
        oldSteps.append(s)
        curvatures.append(1 / ys)
        diagonal = ys / y.dot(y).item()
      }
      var q = -gradient
      var factors = Array(repeating: 0.0, count: oldSteps.count)
      for i in oldSteps.indices.reversed() {
        factors[i] = oldSteps[i].dot(q).item() * curvatures[i]
        q = q - factors[i] * oldDirections[i]
      }
      var r = q * diagonal
      for i in oldSteps.indices {
        let beta = oldDirections[i].dot(r).item() * curvatures[i]
        r = r + oldSteps[i] * (factors[i] - beta)
      }
      direction = r
    }
    return direction ?? -gradient
  }

  private func flatGradient() -> Tensor {
    cat(parameters.map { ($0.grad ?? Tensor.zerosLike($0)).flatten() })
  }

  private func move(_ direction: Tensor, by length: Double) {
    var start = 0
    for parameter in parameters {
      let share = direction.sliced(0, start: start, step: 1, count: parameter.count)
      parameter.overwrite(with: parameter + share.reshaped(to: parameter.node.shape) * length, as: "LBFGS.step")
      start += parameter.count
    }
  }
}
