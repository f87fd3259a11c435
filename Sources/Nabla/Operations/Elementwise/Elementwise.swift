package import CKernels

/// y = f(x) for each element; its parameters, if any, are `attributes.a` and `attributes.b`.
package final class Elementwise: Operation, @unchecked Sendable {
  private let kernel: NKUnary
  private let needs: Int32
  private let derivative: @Sendable (Point) -> Tensor
  private let acceptsIntegers: Bool

  /// Where a derivative is taken.
  package struct Point {
    package let x: Tensor
    package let y: Tensor
    package let a: Double
    package let b: Double
  }

  /// - Parameters:
  ///   - derivative: f′ in terms of tensors, for gradients of gradients; the kernel has its own.
  ///   - domain: where the gradient check may take x.
  package init(
    _ kernel: NKUnary, _ name: String, formula: String, partial: String, domain: GradientCase.Domain = .real,
    parameters: [(Double, Double)] = [(0, 0)], acceptsIntegers: Bool = false,
    derivative: @escaping @Sendable (Point) -> Tensor
  ) {
    self.kernel = kernel
    self.derivative = derivative
    self.acceptsIntegers = acceptsIntegers
    needs = nk_unary_needs(kernel)
    // The operation does not exist before `super.init`, so the cases find it through a box.
    let box = Box()
    let cases = parameters.flatMap { (a, b) in
      [[2, 3], [0, 3], []].map { shape in
        GradientCase("\(shape) \(a) \(b)", .init(shape: shape, domain: domain)) { inputs in
          box.operation?.apply(inputs[0], a, b) ?? inputs[0]
        }
      }
    }
    super.init(name, formula: formula, partials: [partial], cases: cases)
    box.operation = self
  }

  private final class Box: @unchecked Sendable {
    /// Operations live as long as the program. A weak reference would make every other reference to one slow.
    unowned(unsafe) var operation: Elementwise?
  }

  /// f of each element of x.
  @inline(__always)
  package func apply(_ x: Tensor, _ a: Double = 0, _ b: Double = 0) -> Tensor {
    attempt { () throws(TensorError) in try forward(x.node, a, b) }
  }

  package func forward(_ x: Node, _ a: Double, _ b: Double) throws(TensorError) -> Node {
    if let planned = Replay.take(self, x, key: Replay.Key(a, b)) { return planned }
    var x = x
    if !x.dtype.isFloatingPoint, !(acceptsIntegers && x.dtype == .int64) {
      x = try x.converted(to: acceptsIntegers ? .int64 : .float32)
    }
    let values = try x.contiguous()
    let result = try Node.make(values.shape, values.dtype)
    nk_unary(kernel, values.dtype.kernel, values.count, values.pointer, result.pointer, a, b)
    result.attributes.a = a
    result.attributes.b = b
    return try result.made(by: self, from: x)
  }

  package override func backward(_ step: Step) {
    let attributes = step.node.attributes
    if step.isDifferentiable {
      let point = Point(x: step.input(0), y: step.output, a: attributes.a, b: attributes.b)
      return step.give(0, step.gradient * derivative(point))
    }
    let result = attempt { () throws(TensorError) in
      let gradient = try step.gradient.node.contiguous()
      let x = needs & Int32(NKNeedsX) == 0 ? nil : try step.input(0).node.contiguous()
      let y = needs & Int32(NKNeedsY) == 0 ? nil : step.output.node
      let result = try Node.make(gradient.shape, gradient.dtype)
      nk_unary_backward(
        kernel, gradient.dtype.kernel, gradient.count, x?.pointer, y?.pointer, gradient.pointer, result.pointer,
        attributes.a, attributes.b, 0)
      return result
    }
    step.give(0, result)
  }
}
