/// Scales all gradients so that together they are no longer than `maxNorm`, and gives back how long they were.
///
/// All are multiplied by min(1, maxNorm / (length + 10⁻⁶)), as in PyTorch.
@discardableResult
public func clipGradNorm(_ parameters: [Tensor], _ maxNorm: Double, p: Double = 2.0) -> Double {
  noGrad {
    let gradients = parameters.compactMap { $0.grad }
    if gradients.isEmpty { return 0 }
    let norms = stack(gradients.map { $0.norm(p: p).to(.float32) })
    let total = norms.norm(p: p).item()
    let factor = min(maxNorm / (total + 1e-6), 1)
    if factor < 1 {
      for parameter in parameters {
        if let gradient = parameter.grad { parameter.grad = gradient * factor }
      }
    }
    return total
  }
}

/// Clamps each element of all gradients to −limit…limit.
public func clipGradValue(_ parameters: [Tensor], _ limit: Double) {
  noGrad {
    for parameter in parameters {
      if let gradient = parameter.grad { parameter.grad = gradient.clamp(min: -limit, max: limit) }
    }
  }
}
