/// The negative log-likelihood: −x at the target's class, for x the logarithms of probabilities.
///
/// - Parameters:
///   - logProbabilities: [rows, classes] or [classes].
///   - target: class numbers (Int64), one for each row.
///   - weight: a weight for each class; the mean is then weighted.
///   - ignoreIndex: rows whose target is this number count for nothing.
public func nllLoss(
  _ logProbabilities: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
  reduction: LossReduction = .mean
) -> Tensor {
  attempt { () throws(TensorError) in
    let single = logProbabilities.rank == 1
    let x = single ? logProbabilities.unsqueeze(0) : logProbabilities
    let t = single ? target.reshape([-1]) : target
    guard x.rank == 2, t.node.shape == Shape(x.node.shape[0]) else {
      throw .shapes("nllLoss", "[rows, classes] need class numbers [rows]",
        [logProbabilities.node.shape, target.node.shape])
    }
    let numbers = try t.indices(of: "nllLoss")
    let ignored = numbers .== Double(ignoreIndex)
    let classes = numbers.maskedFill(ignored, 0)
    var weights = weight.map { $0.to(x.dtype).indexSelect(0, classes) } ?? Tensor.ones(t.shape, dtype: x.dtype)
    weights = weights.maskedFill(ignored, 0)
    let losses = -(x.gather(1, classes.unsqueeze(1)).squeeze(1) * weights)
    switch reduction {
    case .none: return single ? losses.squeeze(0).node : losses.node
    case .sum: return losses.sum().node
    case .mean: return (losses.sum() / weights.sum()).node
    }
  }
}
