extension Tensor {
  /// The length of the vector of all elements: (Σ|x|ᵖ)^(1/p). At 0 its gradient is 0.
  public func norm(p: Double = 2.0) -> Tensor { norm(p, nil, false) }

  /// The length along a dimension: (Σ|x|ᵖ)^(1/p). At 0 its gradient is 0.
  public func norm(p: Double = 2.0, dim: Int, keepDim: Bool = false) -> Tensor { norm(p, [dim], keepDim) }

  /// The length along several dimensions: (Σ|x|ᵖ)^(1/p). At 0 its gradient is 0.
  public func norm(p: Double = 2.0, dim: [Int], keepDim: Bool = false) -> Tensor { norm(p, dim, keepDim) }

  private func norm(_ p: Double, _ dims: [Int]?, _ keepDim: Bool) -> Tensor {
    let sum = operations.reduction.sum
    switch p {
    case .infinity: return operations.reduction.max.apply(abs(), dims, keepDim)
    case -.infinity: return operations.reduction.min.apply(abs(), dims, keepDim)
    case 0: return sum.apply((self .!= 0).to(dtype), dims, keepDim)
    case 1: return sum.apply(abs(), dims, keepDim)
    case 2: return root(sum.apply(square(), dims, keepDim)) { $0.sqrt() }
    default: return root(sum.apply(abs().pow(p), dims, keepDim)) { $0.pow(1 / p) }
    }
  }

  /// A root whose derivative at 0 is taken as 0: a root of 1 is taken there, and thrown away.
  private func root(_ x: Tensor, _ root: (Tensor) -> Tensor) -> Tensor {
    let isZero = x .== 0
    guard isZero.any().item() != 0 else { return root(x) }
    return root(x.maskedFill(isZero, 1)).maskedFill(isZero, 0)
  }
}
