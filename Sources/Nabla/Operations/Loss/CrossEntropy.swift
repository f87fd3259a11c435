internal import CKernels

/// The cross entropy of logits with class numbers: softmax, logarithm and choice of the class in one.
package final class CrossEntropy: Operation, @unchecked Sendable {
  /// What backward needs beside the logits.
  private final class Saved {
    let weight: Node?
    let logsumexp: Node
    let ignoreIndex: Int
    let labelSmoothing: Double
    let scale: Double

    init(weight: Node?, logsumexp: Node, ignoreIndex: Int, labelSmoothing: Double, scale: Double) {
      self.weight = weight
      self.logsumexp = logsumexp
      self.ignoreIndex = ignoreIndex
      self.labelSmoothing = labelSmoothing
      self.scale = scale
    }
  }

  package init() {
    let target = [2, 0]
    super.init(
      "crossEntropy", formula: #"-\frac{1}{n}\sum_i \ln \operatorname{softmax}(x_i)_{t_i}"#,
      partials: [#"\frac{1}{n}(\operatorname{softmax}(x_i)_j - [j = t_i])"#],
      cases: [
        GradientCase("mean", .real(2, 3)) { Nabla.crossEntropy($0[0], Tensor(target)) },
        GradientCase("each", .real(2, 3)) { Nabla.crossEntropy($0[0], Tensor(target), reduction: .none) },
        GradientCase("weights and smoothing", .real(2, 3)) {
          Nabla.crossEntropy(
            $0[0], Tensor(target), weight: Tensor([1, 2, 0.5], dtype: .float64), labelSmoothing: 0.1)
        },
        GradientCase("one ignored", .real(2, 3)) { Nabla.crossEntropy($0[0], Tensor(target), ignoreIndex: 2) },
        GradientCase("probabilities", .real(2, 3)) {
          Nabla.crossEntropy($0[0], Tensor([[0.2, 0.5, 0.3], [1, 0, 0]], dtype: .float64))
        },
      ])
  }

  package func forward(
    _ logits: Node, _ target: Node, weight: Node?, ignoreIndex: Int, reduction: LossReduction, labelSmoothing: Double
  ) throws(TensorError) -> Node {
    let (rows, columns) = (logits.shape[0], logits.shape[1])
    let t = try target.converted(to: .int64).contiguous()
    let classes = t.pointer.assumingMemoryBound(to: Int64.self)
    var ignored = 0
    for i in 0..<rows {
      if classes[i] == Int64(ignoreIndex) {
        ignored += 1
      } else if classes[i] < 0 || classes[i] >= Int64(columns) {
        throw .classValue("crossEntropy", Int(classes[i]), position: i, count: columns)
      }
    }
    // The divisor of the mean depends on the classes where they have weights and where some are ignored.
    let isPlain = weight == nil && ignored == 0
    let key = isPlain
      ? Replay.Key(labelSmoothing, 0, ignoreIndex &* 4 &+ reduction.ordinal)
      : Replay.Key(labelSmoothing, ignoreIndex &* 4 &+ reduction.ordinal, versionsOf: t, weight)
    if t === target, let planned = Replay.take(self, logits, t, weight, key: key) { return planned }
    let x = try logits.contiguous()
    let w = try weight?.converted(to: x.dtype).contiguous()
    let losses = try Node.make(Shape(rows), x.dtype)
    let logsumexp = try Node.make(Shape(rows), x.dtype)
    let weights = try Node.make(Shape(rows), x.dtype)
    nk_cross_entropy(
      x.dtype.kernel, rows, columns, x.pointer, classes, w?.pointer, Int64(ignoreIndex), labelSmoothing,
      losses.pointer, logsumexp.pointer, weights.pointer)
    var (result, scale) = (losses, 1.0)
    if reduction != .none {
      result = try Node.make(Shape(), x.dtype)
      nk_reduce(.sum, x.dtype.kernel, 1, rows, 1, losses.pointer, result.pointer, 0)
      if reduction == .mean {
        let total = try Node.make(Shape(), x.dtype)
        nk_reduce(.sum, x.dtype.kernel, 1, rows, 1, weights.pointer, total.pointer, 0)
        scale = 1 / total.element(at: 0)
        nk_binary(.div, x.dtype.kernel, 1, result.pointer, total.pointer, result.pointer)
      }
    }
    result.keepData(t)
    result.saved = Saved(
      weight: w, logsumexp: logsumexp, ignoreIndex: ignoreIndex, labelSmoothing: labelSmoothing, scale: scale)
    return try result.made(by: self, from: logits)
  }

  package override func replaceData(of node: Node, _ old: Node, by new: Node) {
    guard let saved = node.saved as? Saved else { return }
    if saved.weight === old {
      node.saved = Saved(
        weight: new, logsumexp: saved.logsumexp, ignoreIndex: saved.ignoreIndex,
        labelSmoothing: saved.labelSmoothing, scale: saved.scale)
    }
    super.replaceData(of: node, old, by: new)
  }

  package override func backward(_ step: Step) {
    guard let saved = step.node.saved as? Saved, let target = step.data else { return }
    let x = step.input(0)
    if step.isDifferentiable {
      return step.give(0, gradient(x, step.gradient, Tensor(target), saved))
    }
    step.give(
      0,
      attempt { () throws(TensorError) in
        let logits = try x.node.contiguous()
        let gradient = try step.gradient.node.contiguous()
        let result = try Node.make(logits.shape, logits.dtype)
        nk_cross_entropy_backward(
          logits.dtype.kernel, logits.shape[0], logits.shape[1], logits.pointer,
          target.pointer.assumingMemoryBound(to: Int64.self), saved.weight?.pointer, Int64(saved.ignoreIndex),
          saved.labelSmoothing, saved.logsumexp.pointer, gradient.pointer, gradient.shape.rank == 0 ? 1 : 0,
          saved.scale, result.pointer, 0)
        return result
      })
  }

  /// Σ over the class distribution q of a row: w·q summed times softmax, less w·q.
  private func gradient(_ x: Tensor, _ gradient: Tensor, _ target: Tensor, _ saved: Saved) -> Tensor {
    let classes = x.shape[1]
    let ignored = target .== Double(saved.ignoreIndex)
    let chosen = Tensor.oneHot(target.maskedFill(ignored, 0), count: classes, dtype: x.dtype)
    var q = chosen * (1 - saved.labelSmoothing) + saved.labelSmoothing / Double(classes)
    if let weight = saved.weight { q = q * Tensor(weight) }
    q = q.maskedFill(ignored.unsqueeze(1), 0)
    let row = gradient.rank == 0 ? gradient : gradient.unsqueeze(1)
    return row * saved.scale * (q.sum(dim: 1, keepDim: true) * x.softmax(dim: 1) - q)
  }
}

/// The cross entropy of logits with targets: −ln of the probability that softmax gives the target's class.
///
/// - Parameters:
///   - logits: [rows, classes], [classes], or [rows, classes, …].
///   - target: class numbers (Int64), one for each row; or probabilities in the shape of the logits.
///   - weight: a weight for each class; the mean is then weighted.
///   - ignoreIndex: rows whose target is this number count for nothing.
///   - labelSmoothing: the share of the target given to all classes alike.
public func crossEntropy(
  _ logits: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
  reduction: LossReduction = .mean, labelSmoothing: Double = 0.0
) -> Tensor {
  attempt { () throws(TensorError) in
    guard logits.rank > 0, logits.dtype.isFloatingPoint else {
      throw logits.rank == 0
        ? .shapes("crossEntropy", "needs logits for each class", [logits.node.shape])
        : .needsFloat("crossEntropy", logits.dtype)
    }
    guard labelSmoothing >= 0, labelSmoothing <= 1 else {
      throw .argument("crossEntropy", "labelSmoothing \(labelSmoothing) must be in 0...1")
    }
    let classDimension = logits.rank == 1 ? 0 : 1
    let classes = logits.node.shape[classDimension]
    if let weight, weight.node.shape != Shape(classes) {
      throw .shapes("crossEntropy", "the weight must have one element for each of \(classes) classes",
        [weight.node.shape])
    }
    let expected = logits.node.shape.keeping { $0 != classDimension }
    let target = target.node.shape == expected ? try target.indices(of: "crossEntropy: class numbers") : target
    if target.dtype.isFloatingPoint {
      guard target.node.shape == logits.node.shape else {
        throw .sameShape("crossEntropy", logits.node.shape, target.node.shape)
      }
      var q = target * (1 - labelSmoothing) + labelSmoothing / Double(max(classes, 1))
      if let weight {
        q = q * weight.reshape([classes] + Array(repeating: 1, count: logits.rank - classDimension - 1))
      }
      let each = -(q * logits.logSoftmax(dim: classDimension)).sum(dim: classDimension)
      switch reduction {
      case .none: return each.node
      case .sum: return each.sum().node
      case .mean: return each.mean().node
      }
    }
    guard target.node.shape == expected else {
      throw .shapes(
        "crossEntropy", "logits [rows, classes] need class numbers [rows], or probabilities [rows, classes]",
        [logits.node.shape, target.node.shape])
    }
    // As rows of classes: the dimension of the classes goes last.
    let order = (0..<logits.rank).filter { $0 != classDimension } + [classDimension]
    let rows = logits.rank <= 2 ? logits : logits.permute(order)
    let flat = rows.reshaped(to: Shape(expected.count, classes))
    let labels = target.reshaped(to: Shape(expected.count))
    let loss = try operations.loss.crossEntropy.forward(
      flat.node, labels.node, weight: weight?.node, ignoreIndex: ignoreIndex, reduction: reduction,
      labelSmoothing: labelSmoothing)
    return reduction == .none ? try loss.reshaped(to: expected) : loss
  }
}
