internal import CKernels

/// Trigonometric functions and their inverses.
package struct TrigonometricOperations {
  package let sin = Elementwise(
    .sin, "sin", formula: #"\sin x"#, partial: #"\cos x"#
  ) { $0.x.cos() }
  package let cos = Elementwise(
    .cos, "cos", formula: #"\cos x"#, partial: #"-\sin x"#
  ) { -$0.x.sin() }
  package let tan = Elementwise(
    .tan, "tan", formula: #"\tan x"#, partial: "1 + y^2", domain: .unit
  ) { 1 + $0.y * $0.y }
  package let asin = Elementwise(
    .asin, "asin", formula: #"\arcsin x"#, partial: #"\frac{1}{\sqrt{1 - x^2}}"#, domain: .unit
  ) { (1 - $0.x * $0.x).rsqrt() }
  package let acos = Elementwise(
    .acos, "acos", formula: #"\arccos x"#, partial: #"-\frac{1}{\sqrt{1 - x^2}}"#, domain: .unit
  ) { -(1 - $0.x * $0.x).rsqrt() }
  package let atan = Elementwise(
    .atan, "atan", formula: #"\arctan x"#, partial: #"\frac{1}{1 + x^2}"#
  ) { 1 / (1 + $0.x * $0.x) }
}

extension Tensor {
  /// The sine of each element, in radians.
  public func sin() -> Tensor { operations.trigonometric.sin.apply(self) }

  /// The cosine of each element, in radians.
  public func cos() -> Tensor { operations.trigonometric.cos.apply(self) }

  /// The tangent of each element, in radians.
  public func tan() -> Tensor { operations.trigonometric.tan.apply(self) }

  /// The angle in −π/2…π/2 whose sine is x; NaN outside −1…1.
  public func asin() -> Tensor { operations.trigonometric.asin.apply(self) }

  /// The angle in 0…π whose cosine is x; NaN outside −1…1.
  public func acos() -> Tensor { operations.trigonometric.acos.apply(self) }

  /// The angle in −π/2…π/2 whose tangent is x.
  public func atan() -> Tensor { operations.trigonometric.atan.apply(self) }
}

/// The sine of each element, in radians.
public func sin(_ x: Tensor) -> Tensor { x.sin() }

/// The cosine of each element, in radians.
public func cos(_ x: Tensor) -> Tensor { x.cos() }

/// The tangent of each element, in radians.
public func tan(_ x: Tensor) -> Tensor { x.tan() }

/// The angle in −π/2…π/2 whose sine is x; NaN outside −1…1.
public func asin(_ x: Tensor) -> Tensor { x.asin() }

/// The angle in 0…π whose cosine is x; NaN outside −1…1.
public func acos(_ x: Tensor) -> Tensor { x.acos() }

/// The angle in −π/2…π/2 whose tangent is x.
public func atan(_ x: Tensor) -> Tensor { x.atan() }
