internal import CKernels

/// Absolute value, sign and rounding.
package struct MagnitudeOperations {
  package let abs = Elementwise(
    .abs, "abs", formula: "|x|", partial: #"\operatorname{sign} x"#, acceptsIntegers: true
  ) { $0.x.sign() }
  package let sign = Elementwise(
    .sign, "sign", formula: #"\operatorname{sign} x"#, partial: "0", acceptsIntegers: true
  ) { 0.0 * $0.x }
  package let floor = Elementwise(
    .floor, "floor", formula: #"\lfloor x \rfloor"#, partial: "0"
  ) { 0.0 * $0.x }
  package let ceil = Elementwise(
    .ceil, "ceil", formula: #"\lceil x \rceil"#, partial: "0"
  ) { 0.0 * $0.x }
  package let round = Elementwise(
    .round, "round", formula: #"\operatorname{round} x"#, partial: "0"
  ) { 0.0 * $0.x }
  package let trunc = Elementwise(
    .trunc, "trunc", formula: #"\operatorname{trunc} x"#, partial: "0"
  ) { 0.0 * $0.x }
}

extension Tensor {
  /// The absolute value of each element; its derivative at 0 is 0.
  public func abs() -> Tensor { operations.magnitude.abs.apply(self) }

  /// −1, 0 or 1 as the element is negative, zero or positive; its derivative is 0.
  public func sign() -> Tensor { operations.magnitude.sign.apply(self) }

  /// The greatest integer not above each element; its derivative is 0.
  public func floor() -> Tensor { operations.magnitude.floor.apply(self) }

  /// The least integer not below each element; its derivative is 0.
  public func ceil() -> Tensor { operations.magnitude.ceil.apply(self) }

  /// The nearest integer, halves to the even one; its derivative is 0.
  public func round() -> Tensor { operations.magnitude.round.apply(self) }

  /// The integer part of each element; its derivative is 0.
  public func trunc() -> Tensor { operations.magnitude.trunc.apply(self) }
}

/// The absolute value of each element; its derivative at 0 is 0.
public func abs(_ x: Tensor) -> Tensor { x.abs() }

/// −1, 0 or 1 as the element is negative, zero or positive; its derivative is 0.
public func sign(_ x: Tensor) -> Tensor { x.sign() }

/// The greatest integer not above each element; its derivative is 0.
public func floor(_ x: Tensor) -> Tensor { x.floor() }

/// The least integer not below each element; its derivative is 0.
public func ceil(_ x: Tensor) -> Tensor { x.ceil() }

/// The nearest integer, halves to the even one; its derivative is 0.
public func round(_ x: Tensor) -> Tensor { x.round() }

/// The integer part of each element; its derivative is 0.
public func trunc(_ x: Tensor) -> Tensor { x.trunc() }
