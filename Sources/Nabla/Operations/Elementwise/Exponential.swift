internal import CKernels

/// Exponentials and logarithms.
package struct ExponentialOperations {
  package let exp = Elementwise(
    .exp, "exp", formula: "e^{x}", partial: "y"
  ) { $0.y }
  package let exp2 = Elementwise(
    .exp2, "exp2", formula: "2^{x}", partial: #"y \ln 2"#
  ) { $0.y * 0.6931471805599453 }
  package let expm1 = Elementwise(
    .expm1, "expm1", formula: "e^{x} - 1", partial: "y + 1"
  ) { $0.y + 1 }
  package let log = Elementwise(
    .log, "log", formula: #"\ln x"#, partial: #"\frac{1}{x}"#, domain: .positive
  ) { 1 / $0.x }
  package let log1p = Elementwise(
    .log1p, "log1p", formula: #"\ln(1 + x)"#, partial: #"\frac{1}{1 + x}"#, domain: .unit
  ) { 1 / (1 + $0.x) }
  package let log2 = Elementwise(
    .log2, "log2", formula: #"\log_2 x"#, partial: #"\frac{1}{x \ln 2}"#, domain: .positive
  ) { 1.4426950408889634 / $0.x }
  package let log10 = Elementwise(
    .log10, "log10", formula: #"\log_{10} x"#, partial: #"\frac{1}{x \ln 10}"#, domain: .positive
  ) { 0.4342944819032518 / $0.x }
}

extension Tensor {
  /// eˣ of each element.
  ///
  /// Every Float32 comes within 0.88 units in the last place, every Float64 that was sampled within 0.91.
  public func exp() -> Tensor { operations.exponential.exp.apply(self) }

  /// 2ˣ of each element.
  public func exp2() -> Tensor { operations.exponential.exp2.apply(self) }

  /// eˣ − 1 of each element, accurate near 0.
  public func expm1() -> Tensor { operations.exponential.expm1.apply(self) }

  /// The natural logarithm of each element: −∞ at 0, NaN below.
  ///
  /// Every Float32 comes within 0.84 units in the last place, every Float64 that was sampled within 0.82.
  public func log() -> Tensor { operations.exponential.log.apply(self) }

  /// ln(1 + x) of each element, accurate near 0.
  public func log1p() -> Tensor { operations.exponential.log1p.apply(self) }

  /// The logarithm to base 2 of each element.
  public func log2() -> Tensor { operations.exponential.log2.apply(self) }

  /// The logarithm to base 10 of each element.
  public func log10() -> Tensor { operations.exponential.log10.apply(self) }
}

/// eˣ of each element.
///
/// Every Float32 comes within 0.88 units in the last place, every Float64 that was sampled within 0.91.
public func exp(_ x: Tensor) -> Tensor { x.exp() }

/// 2ˣ of each element.
public func exp2(_ x: Tensor) -> Tensor { x.exp2() }

/// eˣ − 1 of each element, accurate near 0.
public func expm1(_ x: Tensor) -> Tensor { x.expm1() }

/// The natural logarithm of each element: −∞ at 0, NaN below.
///
/// Every Float32 comes within 0.84 units in the last place, every Float64 that was sampled within 0.82.
public func log(_ x: Tensor) -> Tensor { x.log() }

/// ln(1 + x) of each element, accurate near 0.
public func log1p(_ x: Tensor) -> Tensor { x.log1p() }

/// The logarithm to base 2 of each element.
public func log2(_ x: Tensor) -> Tensor { x.log2() }

/// The logarithm to base 10 of each element.
public func log10(_ x: Tensor) -> Tensor { x.log10() }
