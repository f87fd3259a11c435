package import CKernels

/// y = f(x, a) for each element and one plain number, `attributes.a`.
package final class ScalarArithmetic: Operation, @unchecked Sendable {
  private let kernel: NKBinary
  private let isScalarLeft: Bool
  private let isTrueDivision: Bool
  private let gradient: @Sendable (Step, Double) -> Tensor

  package init(
    _ kernel: NKBinary, _ name: String, isScalarLeft: Bool = false, formula: String, partial: String,
    domain: GradientCase.Domain = .real, isTrueDivision: Bool = false,
    gradient: @escaping @Sendable (Step, Double) -> Tensor
  ) {
    self.kernel = kernel
    self.isScalarLeft = isScalarLeft
    self.isTrueDivision = isTrueDivision
    self.gradient = gradient
    let box = Box()
    let cases = [[2, 3], [], [0]].map { shape in
      GradientCase("\(shape)", .init(shape: shape, domain: domain)) { inputs in
        box.operation?.apply(inputs[0], 1.5) ?? inputs[0]
      }
    }
    super.init(name, formula: formula, partials: [partial], cases: cases)
    box.operation = self
  }

  private final class Box: @unchecked Sendable {
    /// Operations live as long as the program. A weak reference would make every other reference to one slow.
    unowned(unsafe) var operation: ScalarArithmetic?
  }

  @inline(__always)
  package func apply(_ x: Tensor, _ a: Double) -> Tensor {
    attempt { () throws(TensorError) in try forward(x.node, a, isInteger: false) }
  }

  @inline(__always)
  package func apply(_ x: Tensor, _ a: Int) -> Tensor {
    attempt { () throws(TensorError) in try forward(x.node, Double(a), isInteger: true) }
  }

  private func forward(_ x: Node, _ a: Double, isInteger: Bool) throws(TensorError) -> Node {
    if let planned = Replay.take(self, x, key: Replay.Key(a, 0, isInteger ? 1 : 0)) { return planned }
    var x = x
    if !x.dtype.isFloatingPoint {
      x = try x.cast(to: isInteger && !isTrueDivision ? .int64 : .float32)
      if isInteger, a == 0, kernel == .remainder || kernel == .fmod { throw .integerDivision(name) }
    }
    let values = try x.contiguous()
    let result = try Node.make(values.shape, values.dtype)
    nk_binary_scalar(
      kernel, values.dtype.kernel, values.count, values.pointer, a, isScalarLeft ? 1 : 0, result.pointer)
    result.attributes.a = a
    return try result.made(by: self, from: x)
  }

  package override func backward(_ step: Step) { step.give(0, gradient(step, step.node.attributes.a)) }
}

/// Arithmetic of a tensor and a plain number.
package struct ScalarOperations {
  package let add = ScalarArithmetic(.add, "addScalar", formula: "x + c", partial: "1") { step, _ in step.gradient }
  package let subtract = ScalarArithmetic(
    .sub, "subScalar", formula: "x - c", partial: "1"
  ) { step, _ in step.gradient }
  package let subtractFrom = ScalarArithmetic(
    .sub, "rsubScalar", isScalarLeft: true, formula: "c - x", partial: "-1"
  ) { step, _ in -step.gradient }
  package let multiply = ScalarArithmetic(
    .mul, "mulScalar", formula: "c x", partial: "c"
  ) { step, a in step.gradient * a }
  package let divide = ScalarArithmetic(
    .div, "divScalar", formula: #"\frac{x}{c}"#, partial: #"\frac{1}{c}"#, isTrueDivision: true
  ) { step, a in step.gradient / a }
  package let divideInto = ScalarArithmetic(
    .div, "rdivScalar", isScalarLeft: true, formula: #"\frac{c}{x}"#, partial: #"-\frac{c}{x^2}"#,
    domain: .positive, isTrueDivision: true
  ) { step, _ in -(step.gradient * (step.output / step.input(0))) }
  package let remainder = ScalarArithmetic(
    .remainder, "remainderScalar", formula: #"x - c \lfloor\tfrac{x}{c}\rfloor"#, partial: "1"
  ) { step, _ in step.gradient }
  package let raise = ScalarArithmetic(
    .pow, "rpowScalar", isScalarLeft: true, formula: "c^{x}", partial: #"y \ln c"#, isTrueDivision: true
  ) { step, a in step.gradient * (step.output * logarithm(a)) }
  package let pow = Elementwise(
    .pow, "powScalar", formula: "x^{c}", partial: "c x^{c-1}", domain: .positive,
    parameters: [(2, 0), (3, 0), (0.5, 0), (-1, 0), (0, 0)]
  ) { $0.a == 0 ? 0.0 * $0.x : $0.a * $0.x.pow($0.a - 1) }
}

private func logarithm(_ a: Double) -> Double {
  // The kernel's logarithm, so that the result does not depend on the C library.
  var (x, y) = (a, 0.0)
  nk_unary(.log, .F64, 1, &x, &y, 0, 0)
  return y
}

extension Tensor {
  /// Adds a number to each element.
  public static func + (a: Tensor, b: Double) -> Tensor { operations.scalar.add.apply(a, b) }

  /// Adds a number to each element.
  public static func + (a: Tensor, b: Int) -> Tensor { operations.scalar.add.apply(a, b) }

  /// Adds a number to each element.
  public static func + (a: Double, b: Tensor) -> Tensor { operations.scalar.add.apply(b, a) }

  /// Adds a number to each element.
  public static func + (a: Int, b: Tensor) -> Tensor { operations.scalar.add.apply(b, a) }

  /// Subtracts a number from each element.
  public static func - (a: Tensor, b: Double) -> Tensor { operations.scalar.subtract.apply(a, b) }

  /// Subtracts a number from each element.
  public static func - (a: Tensor, b: Int) -> Tensor { operations.scalar.subtract.apply(a, b) }

  /// Subtracts each element from a number.
  public static func - (a: Double, b: Tensor) -> Tensor { operations.scalar.subtractFrom.apply(b, a) }

  /// Subtracts each element from a number.
  public static func - (a: Int, b: Tensor) -> Tensor { operations.scalar.subtractFrom.apply(b, a) }

  /// Multiplies each element by a number.
  public static func * (a: Tensor, b: Double) -> Tensor { operations.scalar.multiply.apply(a, b) }

  /// Multiplies each element by a number.
  public static func * (a: Tensor, b: Int) -> Tensor { operations.scalar.multiply.apply(a, b) }

  /// Multiplies each element by a number.
  public static func * (a: Double, b: Tensor) -> Tensor { operations.scalar.multiply.apply(b, a) }

  /// Multiplies each element by a number.
  public static func * (a: Int, b: Tensor) -> Tensor { operations.scalar.multiply.apply(b, a) }

  /// Divides each element by a number; integers are divided as Float32.
  public static func / (a: Tensor, b: Double) -> Tensor { operations.scalar.divide.apply(a, b) }

  /// Divides each element by a number; integers are divided as Float32.
  public static func / (a: Tensor, b: Int) -> Tensor { operations.scalar.divide.apply(a, b) }

  /// Divides a number by each element.
  public static func / (a: Double, b: Tensor) -> Tensor { operations.scalar.divideInto.apply(b, a) }

  /// Divides a number by each element.
  public static func / (a: Int, b: Tensor) -> Tensor { operations.scalar.divideInto.apply(b, a) }

  /// The remainder of each element by a number, with the sign of the number.
  public static func % (a: Tensor, b: Double) -> Tensor { operations.scalar.remainder.apply(a, b) }

  /// The remainder of each element by a number, with the sign of the number.
  public static func % (a: Tensor, b: Int) -> Tensor { operations.scalar.remainder.apply(a, b) }

  /// Raises each element to a power; the gradient of x⁰ is 0.
  public static func ** (a: Tensor, b: Double) -> Tensor { operations.scalar.pow.apply(a, b) }

  /// Raises each element to a power; the gradient of x⁰ is 0.
  public static func ** (a: Tensor, b: Int) -> Tensor { a.pow(b) }

  /// A number raised to each element.
  public static func ** (a: Double, b: Tensor) -> Tensor { operations.scalar.raise.apply(b, a) }

  /// A number raised to each element.
  public static func ** (a: Int, b: Tensor) -> Tensor { operations.scalar.raise.apply(b, a) }

  /// Raises each element to a power; the gradient of x⁰ is 0.
  public func pow(_ exponent: Double) -> Tensor { operations.scalar.pow.apply(self, exponent) }

  /// Raises each element to a power; integers stay integers when the power is not negative.
  public func pow(_ exponent: Int) -> Tensor {
    if !dtype.isFloatingPoint, exponent >= 0 {
      return operations.arithmetic.pow.apply(self, Tensor.full([], Double(exponent), dtype: .int64))
    }
    return operations.scalar.pow.apply(self, Double(exponent))
  }
}

/// Raises each element to a power; the gradient of x⁰ is 0.
public func pow(_ x: Tensor, _ exponent: Double) -> Tensor { x.pow(exponent) }

/// Raises each element to a power; integers stay integers when the power is not negative.
public func pow(_ x: Tensor, _ exponent: Int) -> Tensor { x.pow(exponent) }

/// xᵉ for each pair of elements, with broadcasting.
public func pow(_ x: Tensor, _ exponent: Tensor) -> Tensor { x.pow(exponent) }
