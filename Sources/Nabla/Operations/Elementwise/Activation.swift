internal import CKernels

/// The nonlinearities of networks.
package struct ActivationOperations {
  package let sigmoid = Elementwise(
    .sigmoid, "sigmoid", formula: #"\sigma(x)"#, partial: "y(1 - y)"
  ) { $0.y * (1 - $0.y) }
  package let logSigmoid = Elementwise(
    .logSigmoid, "logSigmoid", formula: #"\ln \sigma(x)"#, partial: #"1 - \sigma(x)"#
  ) { (-$0.x).sigmoid() }
  package let relu = Elementwise(
    .relu, "relu", formula: #"\max(x, 0)"#, partial: "[x > 0]"
  ) { step($0.x .> 0, 1, 0, like: $0.x) }
  package let relu6 = Elementwise(
    .relu6, "relu6", formula: #"\min(\max(x, 0), 6)"#, partial: "[0 < x < 6]"
  ) { step(($0.x .> 0).logicalAnd($0.x .< 6), 1, 0, like: $0.x) }
  package let leakyRelu = Elementwise(
    .leakyRelu, "leakyRelu", formula: #"\max(x, 0) + a\min(x, 0)"#,
    partial: #"[x > 0] + a[x \le 0]"#, parameters: [(0.01, 0.0)]
  ) { step($0.x .> 0, 1, $0.a, like: $0.x) }
  package let elu = Elementwise(
    .elu, "elu", formula: #"[x > 0]\,x + [x \le 0]\,a(e^{x} - 1)"#,
    partial: #"[x > 0] + [x \le 0]\,a e^{x}"#, parameters: [(1.0, 0.0), (0.5, 0.0)]
  ) { branch($0.x .> 0, 1.0, $0.a * $0.x.exp()) }
  package let selu = Elementwise(
    .selu, "selu", formula: #"\lambda([x > 0]\,x + [x \le 0]\,\alpha(e^{x} - 1))"#,
    partial: #"\lambda([x > 0] + [x \le 0]\,\alpha e^{x})"#
  ) { branch($0.x .> 0, 1.0507009873554805, 1.7580993408473766 * $0.x.exp()) }
  package let gelu = Elementwise(
    .gelu, "gelu", formula: #"x\,\Phi(x)"#, partial: #"\Phi(x) + x\,\varphi(x)"#
  ) { 0.5 * (1 + ($0.x * 0.7071067811865476).erf()) + 0.3989422804014327 * $0.x * ($0.x * $0.x * -0.5).exp() }
  package let geluTanh = Elementwise(
    .geluTanh, "geluTanh", formula: #"\tfrac{x}{2}(1 + \tanh u),\ u = \sqrt{\tfrac{2}{\pi}}(x + 0.044715x^3)"#,
    partial: #"\tfrac{1}{2}(1 + \tanh u) + \tfrac{x}{2}(1 - \tanh^2 u)\,u'"#
  ) { geluTanhDerivative($0.x) }
  package let silu = Elementwise(
    .silu, "silu", formula: #"x\,\sigma(x)"#, partial: #"\sigma(x)(1 + x(1 - \sigma(x)))"#
  ) { siluDerivative($0.x) }
  package let mish = Elementwise(
    .mish, "mish", formula: #"x\tanh(\ln(1 + e^{x}))"#,
    partial: #"\tanh s + x(1 - \tanh^2 s)\,\sigma(x),\ s = \ln(1 + e^{x})"#
  ) { mishDerivative($0.x) }
  package let softplus = Elementwise(
    .softplus, "softplus", formula: #"\tfrac{1}{\beta}\ln(1 + e^{\beta x})"#,
    partial: #"\sigma(\beta x)"#, parameters: [(1.0, 20.0), (2.0, 20.0)]
  ) { branch($0.x * $0.a .> $0.b, 1.0, ($0.x * $0.a).sigmoid()) }
  package let softsign = Elementwise(
    .softsign, "softsign", formula: #"\frac{x}{1 + |x|}"#, partial: #"\frac{1}{(1 + |x|)^2}"#
  ) { (1 + $0.x.abs()).square().reciprocal() }
  package let hardSigmoid = Elementwise(
    .hardsigmoid, "hardSigmoid", formula: #"\min(\max(\tfrac{x}{6} + \tfrac{1}{2}, 0), 1)"#,
    partial: #"\tfrac{1}{6}[|x| < 3]"#
  ) { step(($0.x .> -3).logicalAnd($0.x .< 3), 1.0 / 6, 0, like: $0.x) }
  package let hardSwish = Elementwise(
    .hardswish, "hardSwish", formula: #"x\min(\max(\tfrac{x}{6} + \tfrac{1}{2}, 0), 1)"#,
    partial: #"[|x| < 3](\tfrac{x}{3} + \tfrac{1}{2}) + [x \ge 3]"#
  ) { hardSwishDerivative($0.x) }
}

extension Tensor {
  /// The logistic function of each element, between 0 and 1: 1/(1 + e⁻ˣ).
  ///
  /// Every Float32 comes within 0.91 units in the last place, every Float64 that was sampled within 0.89.
  public func sigmoid() -> Tensor { operations.activation.sigmoid.apply(self) }

  /// The logarithm of the logistic function: −ln(1 + e⁻ˣ), without overflow.
  public func logSigmoid() -> Tensor { operations.activation.logSigmoid.apply(self) }

  /// max(x, 0) of each element; its derivative at 0 is 0.
  public func relu() -> Tensor { operations.activation.relu.apply(self) }

  /// min(max(x, 0), 6) of each element.
  public func relu6() -> Tensor { operations.activation.relu6.apply(self) }

  /// x where x is positive, else `negativeSlope`·x.
  public func leakyRelu(negativeSlope: Double = 0.01) -> Tensor {
    operations.activation.leakyRelu.apply(self, negativeSlope)
  }

  /// x where x is positive, else `alpha`·(eˣ − 1).
  public func elu(alpha: Double = 1.0) -> Tensor { operations.activation.elu.apply(self, alpha) }

  /// λ·x where x is positive, else λα(eˣ − 1), with the constants of Klambauer et al. 2017.
  public func selu() -> Tensor { operations.activation.selu.apply(self) }

  /// x·Φ(x), where Φ is the distribution function of the normal distribution.
  public func gelu() -> Tensor { operations.activation.gelu.apply(self) }

  /// The approximation of GELU by tanh: x/2·(1 + tanh(√(2/π)(x + 0.044715x³))).
  public func geluTanh() -> Tensor { operations.activation.geluTanh.apply(self) }

  /// x·σ(x) of each element, also called swish.
  public func silu() -> Tensor { operations.activation.silu.apply(self) }

  /// x·tanh(ln(1 + eˣ)) of each element.
  public func mish() -> Tensor { operations.activation.mish.apply(self) }

  /// ln(1 + e^(βx))/β of each element; x itself where βx is above `threshold`.
  public func softplus(beta: Double = 1.0, threshold: Double = 20.0) -> Tensor {
    operations.activation.softplus.apply(self, beta, threshold)
  }

  /// x/(1 + |x|) of each element.
  public func softsign() -> Tensor { operations.activation.softsign.apply(self) }

  /// x/6 + 1/2 clamped to 0…1.
  public func hardSigmoid() -> Tensor { operations.activation.hardSigmoid.apply(self) }

  /// x·hardSigmoid(x) of each element.
  public func hardSwish() -> Tensor { operations.activation.hardSwish.apply(self) }
}

/// The logistic function of each element, between 0 and 1: 1/(1 + e⁻ˣ).
///
/// Every Float32 comes within 0.91 units in the last place, every Float64 that was sampled within 0.89.
public func sigmoid(_ x: Tensor) -> Tensor { x.sigmoid() }

/// The logarithm of the logistic function: −ln(1 + e⁻ˣ), without overflow.
public func logSigmoid(_ x: Tensor) -> Tensor { x.logSigmoid() }

/// max(x, 0) of each element; its derivative at 0 is 0.
public func relu(_ x: Tensor) -> Tensor { x.relu() }

/// min(max(x, 0), 6) of each element.
public func relu6(_ x: Tensor) -> Tensor { x.relu6() }

/// x where x is positive, else `negativeSlope`·x.
public func leakyRelu(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor {
  x.leakyRelu(negativeSlope: negativeSlope)
}

/// x where x is positive, else `alpha`·(eˣ − 1).
public func elu(_ x: Tensor, alpha: Double = 1.0) -> Tensor { x.elu(alpha: alpha) }

/// λ·x where x is positive, else λα(eˣ − 1), with the constants of Klambauer et al. 2017.
public func selu(_ x: Tensor) -> Tensor { x.selu() }

/// x·Φ(x), where Φ is the distribution function of the normal distribution.
public func gelu(_ x: Tensor) -> Tensor { x.gelu() }

/// The approximation of GELU by tanh: x/2·(1 + tanh(√(2/π)(x + 0.044715x³))).
public func geluTanh(_ x: Tensor) -> Tensor { x.geluTanh() }

/// x·σ(x) of each element, also called swish.
public func silu(_ x: Tensor) -> Tensor { x.silu() }

/// x·tanh(ln(1 + eˣ)) of each element.
public func mish(_ x: Tensor) -> Tensor { x.mish() }

/// ln(1 + e^(βx))/β of each element; x itself where βx is above `threshold`.
public func softplus(_ x: Tensor, beta: Double = 1.0, threshold: Double = 20.0) -> Tensor {
  x.softplus(beta: beta, threshold: threshold)
}

/// x/(1 + |x|) of each element.
public func softsign(_ x: Tensor) -> Tensor { x.softsign() }

/// x/6 + 1/2 clamped to 0…1.
public func hardSigmoid(_ x: Tensor) -> Tensor { x.hardSigmoid() }

/// x·hardSigmoid(x) of each element.
public func hardSwish(_ x: Tensor) -> Tensor { x.hardSwish() }

/// One of two constants for each element.
private func step(_ mask: Tensor, _ whenTrue: Double, _ whenFalse: Double, like x: Tensor) -> Tensor {
  mask.to(x.dtype) * (whenTrue - whenFalse) + whenFalse
}

/// A constant where the mask is true, else `other`.
private func branch(_ mask: Tensor, _ constant: Double, _ other: Tensor) -> Tensor {
  Tensor.full(other.shape, constant, dtype: other.dtype).where(mask, other)
}

private func hardSwishDerivative(_ x: Tensor) -> Tensor {
  let ramp = (x * (1.0 / 3) + 0.5).maskedFill(x .<= -3, 0)
  return branch(x .>= 3, 1.0, ramp)
}

private func siluDerivative(_ x: Tensor) -> Tensor {
  let s = x.sigmoid()
  return s * (1 + x * (1 - s))
}

private func mishDerivative(_ x: Tensor) -> Tensor {
  let t = x.softplus().tanh()
  return t + x * (1 - t * t) * x.sigmoid()
}

private func geluTanhDerivative(_ x: Tensor) -> Tensor {
  let slope = 0.7978845608028654  // √(2/π)
  let t = ((x + 0.044715 * (x * x * x)) * slope).tanh()
  let inner = (1 + (3 * 0.044715) * (x * x)) * slope
  return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * inner
}
