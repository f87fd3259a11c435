internal import CKernels

/// Roots and powers of one input.
package struct PowerOperations {
  package let sqrt = Elementwise(
    .sqrt, "sqrt", formula: #"\sqrt{x}"#, partial: #"\frac{1}{2y}"#, domain: .positive
  ) { 0.5 / $0.y }
  package let rsqrt = Elementwise(
    .rsqrt, "rsqrt", formula: #"\frac{1}{\sqrt{x}}"#, partial: #"-\frac{y^3}{2}"#, domain: .positive
  ) { -0.5 * ($0.y * $0.y * $0.y) }
  package let square = Elementwise(
    .square, "square", formula: "x^2", partial: "2x", acceptsIntegers: true
  ) { 2.0 * $0.x }
  package let reciprocal = Elementwise(
    .reciprocal, "reciprocal", formula: #"\frac{1}{x}"#, partial: "-y^2", domain: .positive
  ) { -($0.y * $0.y) }
}

extension Tensor {
  /// The square root of each element: NaN below 0; its derivative at 0 is ∞.
  public func sqrt() -> Tensor { operations.power.sqrt.apply(self) }

  /// 1/√x of each element.
  public func rsqrt() -> Tensor { operations.power.rsqrt.apply(self) }

  /// x² of each element.
  public func square() -> Tensor { operations.power.square.apply(self) }

  /// 1/x of each element.
  public func reciprocal() -> Tensor { operations.power.reciprocal.apply(self) }
}

/// The square root of each element: NaN below 0; its derivative at 0 is ∞.
public func sqrt(_ x: Tensor) -> Tensor { x.sqrt() }

/// 1/√x of each element.
public func rsqrt(_ x: Tensor) -> Tensor { x.rsqrt() }

/// x² of each element.
public func square(_ x: Tensor) -> Tensor { x.square() }

/// 1/x of each element.
public func reciprocal(_ x: Tensor) -> Tensor { x.reciprocal() }
