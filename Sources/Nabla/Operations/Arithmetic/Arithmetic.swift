internal import CKernels

/// Arithmetic of two tensors.
package struct ArithmeticOperations {
  package let add = Binary(
    .add, "add", formula: "a + b", partials: ["1", "1"],
    gradientA: { $0.gradient }, gradientB: { $0.gradient })
  package let subtract = Binary(
    .sub, "sub", formula: "a - b", partials: ["1", "-1"],
    gradientA: { $0.gradient }, gradientB: { -$0.gradient })
  package let multiply = Binary(
    .mul, "mul", formula: "a b", partials: ["b", "a"],
    gradientA: { $0.gradient * $0.b }, gradientB: { $0.gradient * $0.a })
  package let divide = Binary(
    .div, "div", formula: #"\frac{a}{b}"#, partials: [#"\frac{1}{b}"#, #"-\frac{a}{b^2}"#],
    domain: (.real, .positive), isTrueDivision: true,
    gradientA: { $0.gradient / $0.b }, gradientB: { -($0.gradient * $0.y / $0.b) })
  package let pow = Binary(
    .pow, "pow", formula: "a^{b}", partials: ["b a^{b-1}", #"a^{b} \ln a"#], domain: (.positive, .real),
    gradientA: { $0.gradient * ($0.b * $0.a.pow($0.b - 1)) }, gradientB: { $0.gradient * ($0.y * $0.a.log()) })
  package let maximum = Binary(
    .maximum, "maximum", formula: #"\max(a, b)"#, partials: ["[a > b]", "[b > a]"],
    gradientA: { $0.gradient * share($0.a .> $0.b, $0.a .== $0.b, like: $0.y) },
    gradientB: { $0.gradient * share($0.b .> $0.a, $0.a .== $0.b, like: $0.y) })
  package let minimum = Binary(
    .minimum, "minimum", formula: #"\min(a, b)"#, partials: ["[a < b]", "[b < a]"],
    gradientA: { $0.gradient * share($0.a .< $0.b, $0.a .== $0.b, like: $0.y) },
    gradientB: { $0.gradient * share($0.b .< $0.a, $0.a .== $0.b, like: $0.y) })
  package let atan2 = Binary(
    .atan2, "atan2", formula: #"\operatorname{atan2}(a, b)"#,
    partials: [#"\frac{b}{a^2 + b^2}"#, #"-\frac{a}{a^2 + b^2}"#],
    gradientA: { $0.gradient * ($0.b / ($0.a * $0.a + $0.b * $0.b)) },
    gradientB: { -($0.gradient * ($0.a / ($0.a * $0.a + $0.b * $0.b))) })
  package let fmod = Binary(
    .fmod, "fmod", formula: #"a - b \operatorname{trunc}\tfrac{a}{b}"#,
    partials: ["1", #"-\operatorname{trunc}\tfrac{a}{b}"#], domain: (.real, .aboveOne),
    gradientA: { $0.gradient }, gradientB: { -($0.gradient * ($0.a / $0.b).trunc()) })
  package let remainder = Binary(
    .remainder, "remainder", formula: #"a - b \lfloor\tfrac{a}{b}\rfloor"#,
    partials: ["1", #"-\lfloor\tfrac{a}{b}\rfloor"#], domain: (.real, .aboveOne),
    gradientA: { $0.gradient }, gradientB: { -($0.gradient * ($0.a / $0.b).floor()) })
  package let hypot = Binary(
    .hypot, "hypot", formula: #"\sqrt{a^2 + b^2}"#, partials: [#"\frac{a}{y}"#, #"\frac{b}{y}"#],
    gradientA: { $0.gradient * ($0.a / $0.y) }, gradientB: { $0.gradient * ($0.b / $0.y) })
  package let logAddExp = Binary(
    .logaddexp, "logAddExp", formula: #"\ln(e^{a} + e^{b})"#, partials: ["e^{a - y}", "e^{b - y}"],
    gradientA: { $0.gradient * ($0.a - $0.y).exp() }, gradientB: { $0.gradient * ($0.b - $0.y).exp() })
  package let negate = Elementwise(
    .neg, "neg", formula: "-x", partial: "-1", acceptsIntegers: true
  ) { Tensor.full([], -1, dtype: $0.x.dtype) }
}

/// 1 where an operand wins, one half where they tie, else 0.
private func share(_ wins: Tensor, _ ties: Tensor, like y: Tensor) -> Tensor {
  wins.to(y.dtype) + 0.5 * ties.to(y.dtype)
}

/// Raises to a power; binds tighter than multiplication, from right to left as in mathematics.
precedencegroup ExponentiationPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}
infix operator ** : ExponentiationPrecedence

extension Tensor {
  /// The sum of each pair of elements, with broadcasting.
  public static func + (a: Tensor, b: Tensor) -> Tensor { operations.arithmetic.add.apply(a, b) }

  /// The difference of each pair of elements, with broadcasting.
  public static func - (a: Tensor, b: Tensor) -> Tensor { operations.arithmetic.subtract.apply(a, b) }

  /// The product of each pair of elements, with broadcasting; `matmul` is the product of matrices.
  public static func * (a: Tensor, b: Tensor) -> Tensor { operations.arithmetic.multiply.apply(a, b) }

  /// The quotient of each pair of elements, with broadcasting; integers are divided as Float32.
  public static func / (a: Tensor, b: Tensor) -> Tensor { operations.arithmetic.divide.apply(a, b) }

  /// aᵇ for each pair of elements, with broadcasting; the gradient of a⁰ by a is 0.
  public static func ** (a: Tensor, b: Tensor) -> Tensor { operations.arithmetic.pow.apply(a, b) }

  /// Each element with the other sign.
  public static prefix func - (x: Tensor) -> Tensor { operations.arithmetic.negate.apply(x) }

  /// Each element with the other sign.
  public func neg() -> Tensor { operations.arithmetic.negate.apply(self) }

  /// xᵉ for each pair of elements, with broadcasting; the gradient of x⁰ by x is 0.
  public func pow(_ exponent: Tensor) -> Tensor { operations.arithmetic.pow.apply(self, exponent) }

  /// The greater of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
  public func maximum(_ other: Tensor) -> Tensor { operations.arithmetic.maximum.apply(self, other) }

  /// The smaller of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
  public func minimum(_ other: Tensor) -> Tensor { operations.arithmetic.minimum.apply(self, other) }

  /// The angle of the point (x: other, y: self), in −π…π.
  public func atan2(_ other: Tensor) -> Tensor { operations.arithmetic.atan2.apply(self, other) }

  /// The remainder of the division with the sign of the dividend, as in C.
  public func fmod(_ divisor: Tensor) -> Tensor { operations.arithmetic.fmod.apply(self, divisor) }

  /// The remainder of the division with the sign of the divisor, as in Python.
  public func remainder(_ divisor: Tensor) -> Tensor { operations.arithmetic.remainder.apply(self, divisor) }

  /// √(a² + b²) for each pair of elements, without overflow.
  public func hypot(_ other: Tensor) -> Tensor { operations.arithmetic.hypot.apply(self, other) }

  /// ln(eᵃ + eᵇ) for each pair of elements, without overflow.
  public func logAddExp(_ other: Tensor) -> Tensor { operations.arithmetic.logAddExp.apply(self, other) }
}

/// The greater of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { a.maximum(b) }

/// The smaller of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { a.minimum(b) }

/// The angle of the point (x: b, y: a), in −π…π.
public func atan2(_ a: Tensor, _ b: Tensor) -> Tensor { a.atan2(b) }

/// √(a² + b²) for each pair of elements, without overflow.
public func hypot(_ a: Tensor, _ b: Tensor) -> Tensor { a.hypot(b) }

/// ln(eᵃ + eᵇ) for each pair of elements, without overflow.
public func logAddExp(_ a: Tensor, _ b: Tensor) -> Tensor { a.logAddExp(b) }
