/// Attention by several heads at once, each on a share of the features.
///
/// Parameters are named as in PyTorch: in_proj_weight [3·features, features], in_proj_bias, out_proj.weight and
/// out_proj.bias.
public final class MultiHeadAttention: Module, CustomStringConvertible {
  /// How many features a token has.
  public let features: Int
  /// How many heads share them.
  public let heads: Int
  /// Whether sequences are [batch, tokens, features] and not [tokens, batch, features].
  public let batchFirst: Bool
  private let inputWeight: Tensor
  private let inputBias: Tensor?
  private let output: Linear

  /// Attention over tokens of `features` numbers, which `heads` must divide.
  public init(_ features: Int, _ heads: Int, bias: Bool = true, batchFirst: Bool = false, dtype: DType = .float32) {
    self.features = features
    self.heads = heads
    self.batchFirst = batchFirst
    // PyTorch draws the output layer first and zeroes its bias after.
    output = Linear(features, features, bias: bias, dtype: dtype)
    // Glorot's bound, in PyTorch's order of arithmetic: fan in + fan out = 4·features.
    let bound = features > 0 ? 3.0.squareRoot() * (2.0 / Double(4 &* features)).squareRoot() : 0
    inputWeight = .uniform([3 &* features, features], -bound, bound, dtype: dtype, requiresGrad: true)
    inputBias = bias ? Tensor.zeros([3 &* features], dtype: dtype, requiresGrad: true) : nil
    noGrad { output.bias.map { $0.overwrite(with: Tensor.zeros([features], dtype: dtype), as: "MultiHeadAttention") } }
    if heads <= 0 || features % heads != 0 {
      Failure.report(.argument("MultiHeadAttention", "\(heads) heads cannot share \(features) features evenly"))
    }
  }

  /// The parameters, named as in PyTorch.
  public var members: [(name: String, value: Any)] {
    var members: [(name: String, value: Any)] = [(name: "in_proj_weight", value: inputWeight)]
    if let inputBias { members.append((name: "in_proj_bias", value: inputBias)) }
    return members + [(name: "out_proj", value: output)]
  }

  /// What each query takes from the values, and how much it looked at each key, the mean over the heads.
  ///
  /// - Parameter mask: of Bool, true where a query may **not** look, as in PyTorch; or numbers added to the scores.
  public func callAsFunction(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil
  ) -> (output: Tensor, weights: Tensor) {
    attempt(or: (.fallback, .fallback)) { () throws(TensorError) in
      guard heads > 0, features % heads == 0, q.rank == 2 || q.rank == 3, k.rank == q.rank, v.rank == q.rank,
        [q, k, v].allSatisfy({ $0.shape[$0.rank - 1] == features })
      else {
        throw .shapes("MultiHeadAttention", "needs queries, keys and values of \(features) features",
          [q, k, v].map(\.node.shape))
      }
      // All as [batch, tokens, features].
      func ordered(_ x: Tensor) -> Tensor { x.rank == 2 ? x.unsqueeze(0) : batchFirst ? x : x.transpose(0, 1) }
      let weights = inputWeight.chunk(3)
      let biases = inputBias?.chunk(3)
      let width = features / heads
      let parts = [q, k, v].enumerated().map { i, x -> Tensor in
        let y = linear(ordered(x), weights[i], bias: biases?[i])
        return y.reshape([y.shape[0], y.shape[1], heads, width]).transpose(1, 2)
      }
      var allowed = mask
      if let mask, mask.dtype == .bool { allowed = mask.logicalNot() }
      let attention = try attentionWeights(parts[0], parts[1], mask: allowed, isCausal: false, scale: nil)
      let mixed = attention.matmul(parts[2]).transpose(1, 2).flatten(2)
      let result = output(mixed)
      let mean = attention.mean(dim: 1)
      if q.rank == 2 { return (result.squeeze(0), mean.squeeze(0)) }
      return (batchFirst ? result : result.transpose(0, 1), mean)
    }
  }

  /// MultiHeadAttention(features, heads).
  public var description: String { "MultiHeadAttention(\(features), \(heads))" }
}
