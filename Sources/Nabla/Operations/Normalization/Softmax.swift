internal import CKernels

/// Distributions over a dimension, `attributes.i`.
package struct SoftmaxOperations {
  package let softmax = ComposedOperation(
    "softmax", formula: #"\frac{e^{x_i}}{\sum_j e^{x_j}}"#, partials: [#"y_i([i = j] - y_j)"#],
    cases: [
      GradientCase("rows", .real(2, 3)) { $0[0].softmax(dim: 1) },
      GradientCase("columns", .real(2, 3)) { $0[0].softmax(dim: 0) },
      GradientCase("middle", .real(2, 3, 2)) { $0[0].softmax(dim: 1) },
    ]
  ) { step in
    if step.isDifferentiable {
      let weighted = step.gradient * step.output
      return step.give(0, weighted - step.output * weighted.sum(dim: step.node.attributes.i, keepDim: true))
    }
    step.give(0, rowGradient(step, logarithm: false))
  }

  package let logSoftmax = ComposedOperation(
    "logSoftmax", formula: #"x_i - \ln \sum_j e^{x_j}"#, partials: [#"[i = j] - e^{y_j}"#],
    cases: [
      GradientCase("rows", .real(2, 3)) { $0[0].logSoftmax(dim: -1) },
      GradientCase("columns", .real(2, 3)) { $0[0].logSoftmax(dim: 0) },
    ]
  ) { step in
    if step.isDifferentiable {
      let total = step.gradient.sum(dim: step.node.attributes.i, keepDim: true)
      return step.give(0, step.gradient - step.output.exp() * total)
    }
    step.give(0, rowGradient(step, logarithm: true))
  }
}

/// Runs a kernel for rows on any dimension: it is moved to the end and back.
private func overRows(
  _ inputs: [Node], _ dim: Int, _ body: (_ inputs: [Node], _ rows: Int, _ columns: Int, _ result: Node) -> Void
) throws(TensorError) -> Node {
  guard let shape = inputs.first?.shape else { throw .emptyList("softmax") }
  let last = Swift.max(shape.rank - 1, 0)
  var moved: [Node] = []
  for input in inputs { moved.append(try (dim == last ? input : input.exchanged(dim, last)).contiguous()) }
  let columns = shape.rank == 0 ? 1 : shape[dim]
  let result = try Node.make(moved[0].shape, moved[0].dtype)
  body(moved, columns == 0 ? 0 : shape.count / columns, columns, result)
  return dim == last ? result : try result.exchanged(dim, last).contiguous()
}

private func rowGradient(_ step: Step, logarithm: Bool) -> Tensor {
  attempt { () throws(TensorError) in
    try overRows([step.output.node, step.gradient.node], step.node.attributes.i) { inputs, rows, columns, result in
      nk_softmax_backward(
        result.dtype.kernel, logarithm ? 1 : 0, rows, columns, inputs[0].pointer, inputs[1].pointer, result.pointer)
    }
  }
}

extension Node {
  /// A view with two dimensions exchanged, without history.
  package func exchanged(_ a: Int, _ b: Int) -> Node {
    var (shape, strides) = (shape, strides)
    (shape[a], shape[b]) = (self.shape[b], self.shape[a])
    (strides[a], strides[b]) = (self.strides[b], self.strides[a])
    return Node(viewOf: self, shape: shape, strides: strides, offset: offset)
  }
}

extension Tensor {
  private func softmax(_ operation: Operation, logarithm: Bool, _ dim: Int) -> Tensor {
    attempt { () throws(TensorError) in
      let x = dtype.isFloatingPoint ? node : try node.converted(to: .float32)
      let d = try x.shape.dimension(dim, operation: operation.name)
      if let planned = Replay.take(operation, x, key: Replay.Key(0, 0, d)) { return planned }
      let result = try overRows([x], d) { inputs, rows, columns, result in
        nk_softmax(x.dtype.kernel, logarithm ? 1 : 0, rows, columns, inputs[0].pointer, result.pointer)
      }
      result.attributes.i = d
      return try result.made(by: operation, from: x)
    }
  }

  /// Positive numbers that sum to 1 along the dimension: eˣ divided by the sum of all eˣ, without overflow.
  public func softmax(dim: Int) -> Tensor { softmax(operations.softmax.softmax, logarithm: false, dim) }

  /// The logarithm of softmax along the dimension, without overflow.
  public func logSoftmax(dim: Int) -> Tensor { softmax(operations.softmax.logSoftmax, logarithm: true, dim) }
}

/// Positive numbers that sum to 1 along the dimension: eˣ divided by the sum of all eˣ, without overflow.
public func softmax(_ x: Tensor, dim: Int) -> Tensor { x.softmax(dim: dim) }

/// The logarithm of softmax along the dimension, without overflow.
public func logSoftmax(_ x: Tensor, dim: Int) -> Tensor { x.logSoftmax(dim: dim) }
