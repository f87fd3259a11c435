package import CKernels

/// y = f(a, b) for each pair of elements, with broadcasting.
package final class Binary: Operation, @unchecked Sendable {
  private let kernel: NKBinary
  private let derivativeA: @Sendable (Point) -> Tensor
  private let derivativeB: @Sendable (Point) -> Tensor
  private let isTrueDivision: Bool

  /// Where a derivative is taken: the operands broadcast as they were, the result, and the gradient that arrived.
  package struct Point {
    package let a: Tensor
    package let b: Tensor
    package let y: Tensor
    package let gradient: Tensor
  }

  /// - Parameters:
  ///   - gradientA: the gradient that a receives, in terms of tensors.
  ///   - isTrueDivision: whether integers are converted to Float32 first.
  package init(
    _ kernel: NKBinary, _ name: String, formula: String, partials: [String],
    domain: (GradientCase.Domain, GradientCase.Domain) = (.real, .real), isTrueDivision: Bool = false,
    gradientA: @escaping @Sendable (Point) -> Tensor, gradientB: @escaping @Sendable (Point) -> Tensor
  ) {
    self.kernel = kernel
    self.isTrueDivision = isTrueDivision
    derivativeA = gradientA
    derivativeB = gradientB
    let box = Box()
    let shapes: [([Int], [Int])] = [
      ([2, 3], [2, 3]), ([2, 3], [3]), ([2, 3], [2, 1]), ([], [2, 3]), ([2, 1, 3], [4, 1]), ([0, 3], [3]), ([], []),
    ]
    let cases = shapes.map { (a, b) in
      GradientCase("\(a) \(b)", .init(shape: a, domain: domain.0), .init(shape: b, domain: domain.1)) { inputs in
        box.operation?.apply(inputs[0], inputs[1]) ?? inputs[0]
      }
    }
    super.init(name, formula: formula, partials: partials, cases: cases)
    box.operation = self
  }

  private final class Box: @unchecked Sendable {
    /// Operations live as long as the program. A weak reference would make every other reference to one slow.
    unowned(unsafe) var operation: Binary?
  }

  @inline(__always)
  package func apply(_ a: Tensor, _ b: Tensor) -> Tensor {
    attempt { () throws(TensorError) in try forward(a.node, b.node) }
  }

  package func forward(_ a: Node, _ b: Node) throws(TensorError) -> Node {
    if let planned = Replay.take(self, a, b) { return planned }
    var (a, b) = (a, b)
    if a.dtype != b.dtype || !a.dtype.isFloatingPoint {
      var dtype = DType.promoted(a.dtype, rank: a.shape.rank, b.dtype, rank: b.shape.rank)
      if dtype == .bool { dtype = .int64 }
      if isTrueDivision, !dtype.isFloatingPoint { dtype = .float32 }
      a = try a.cast(to: dtype)
      b = try b.cast(to: dtype)
      if dtype == .int64 { try checkIntegers(b) }
    }
    if a.isContiguous && b.isContiguous && a.shape == b.shape {
      let result = try Node.make(a.shape, a.dtype)
      nk_binary(kernel, a.dtype.kernel, result.count, a.pointer, b.pointer, result.pointer)
      return try result.made(by: self, from: a, b)
    }
    let shape = try Shape.broadcast(a.shape, b.shape, operation: name)
    let result = try Node.make(shape, a.dtype)
    shape.withPointer { sizes in
      a.strides(broadcastTo: shape).withPointer { aStrides in
        b.strides(broadcastTo: shape).withPointer { bStrides in
          nk_binary_strided(
            kernel, a.dtype.kernel, Int32(shape.rank), sizes, a.pointer, aStrides, b.pointer, bStrides, result.pointer)
        }
      }
    }
    return try result.made(by: self, from: a, b)
  }

  private func checkIntegers(_ b: Node) throws(TensorError) {
    guard kernel == .fmod || kernel == .remainder else {
      if kernel == .atan2 || kernel == .hypot || kernel == .logaddexp { throw .needsFloat(name, .int64) }
      return
    }
    let values = try b.contiguous()
    let integers = values.pointer.assumingMemoryBound(to: Int64.self)
    for i in 0..<values.count where integers[i] == 0 { throw .integerDivision(name) }
  }

  package override func backward(_ step: Step) {
    let isLinear = kernel == .add || kernel == .sub
    if step.isDifferentiable || isLinear {
      // What add and subtract pass on needs no value, so a change of their operands is no error.
      let point = isLinear
        ? Point(a: step.gradient, b: step.gradient, y: step.gradient, gradient: step.gradient)
        : Point(a: step.input(0), b: step.input(1), y: step.output, gradient: step.gradient)
      if step.needs(0) { step.give(0, derivativeA(point)) }
      if step.needs(1) { step.give(1, derivativeB(point)) }
      return
    }
    do throws(TensorError) {
      let (a, b) = (step.input(0).node, step.input(1).node)
      let gradient = try step.gradient.node.contiguous()
      let shape = gradient.shape
      let da = step.needs(0) ? try Node.make(shape, gradient.dtype) : nil
      let db = step.needs(1) ? try Node.make(shape, gradient.dtype) : nil
      shape.withPointer { sizes in
        a.strides(broadcastTo: shape).withPointer { aStrides in
          b.strides(broadcastTo: shape).withPointer { bStrides in
            nk_binary_backward(
              kernel, gradient.dtype.kernel, Int32(shape.rank), sizes, a.pointer, aStrides, b.pointer, bStrides,
              gradient.pointer, da?.pointer, db?.pointer, 0)
          }
        }
      }
      if let da { step.give(0, Tensor(da)) }
      if let db { step.give(1, Tensor(db)) }
    } catch { Failure.report(error) }
  }
}
