/// Attention: softmax(q·kᵀ·scale + mask)·v, over the last two dimensions [tokens, features].
///
/// - Parameters:
///   - mask: of Bool, true where a query may look; or numbers that are added before the softmax.
///   - isCausal: a query looks at keys up to its own place only.
///   - scale: 1/√features unless given.
public func scaledDotProductAttention(
  _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil
) -> Tensor {
  attempt { () throws(TensorError) in
    try attentionWeights(q, k, mask: mask, isCausal: isCausal, scale: scale).matmul(v).node
  }
}

/// softmax(q·kᵀ·scale + mask): how much each query takes from each key.
package func attentionWeights(
  _ q: Tensor, _ k: Tensor, mask: Tensor?, isCausal: Bool, scale: Double?
) throws(TensorError) -> Tensor {
  guard q.rank >= 2, k.rank >= 2, q.shape[q.rank - 1] == k.shape[k.rank - 1] else {
    throw .shapes("scaledDotProductAttention", "queries and keys [..., tokens, features] must have the same features",
      [q.node.shape, k.node.shape])
  }
  let scale = scale ?? 1 / Double(max(q.shape[q.rank - 1], 1)).squareRoot()
  var scores = q.matmul(k.T) * scale
  if isCausal {
    let future = Tensor.full(Array(scores.shape.suffix(2)), 1, dtype: .bool).triu(1)
    scores = scores.maskedFill(future, -.infinity)
  }
  if let mask {
    scores = mask.dtype == .bool ? scores.maskedFill(mask.logicalNot(), -.infinity) : scores + mask
  }
  return scores.softmax(dim: -1)
}

/// Rows of a table by number: the weight [rows, features] at indices (Int64) of any shape gives [..., features].
public func embedding(_ indices: Tensor, _ weight: Tensor) -> Tensor {
  attempt { () throws(TensorError) in
    guard weight.rank == 2 else { throw .shapes("embedding", "the weight must be a matrix", [weight.node.shape]) }
    let indices = try indices.indices(of: "embedding")
    guard indices.rank < Shape.maximumRank else { throw .rankTooHigh(indices.shape + [weight.shape[1]]) }
    return weight.indexSelect(0, indices.flatten()).reshape(indices.shape + [weight.shape[1]]).node
  }
}
