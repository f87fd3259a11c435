internal import CKernels

/// The sizes of a pooling, and for a maximum the places it came from, kept for backward.
private final class PoolingSizes: SavedNodes {
  let sizes: NKPooling
  let input: Shape
  let output: Shape
  var places: Node?
  var nodes: [Node] { places.map { [$0] } ?? [] }

  init(_ sizes: NKPooling, input: Shape, output: Shape) {
    self.sizes = sizes
    self.input = input
    self.output = output
  }
}

/// One number for each window of an image.
package struct PoolingOperations {
  package let maxPool2d = ComposedOperation(
    "maxPool2d", formula: #"\max_{i \in \text{window}} x_i"#, partials: ["[x_i = y]"],
    cases: [
      GradientCase("halves", .of(.distinct, 1, 2, 4, 4)) { Nabla.maxPool2d($0[0], 2) },
      GradientCase("overlapping, padded", .of(.distinct, 1, 1, 5, 5)) {
        Nabla.maxPool2d($0[0], 3, stride: 2, padding: 1)
      },
    ]
  ) { step in
    guard let saved = step.node.saved as? PoolingSizes, let places = saved.places else { return }
    let (planes, windows) = (saved.sizes.planes, places.count / max(saved.sizes.planes, 1))
    if step.isDifferentiable {
      let target = Tensor.zeros([planes, saved.input.count / max(planes, 1)], dtype: step.gradient.dtype)
      let source = step.gradient.reshaped(to: Shape(planes, windows))
      let index = Tensor(places).reshaped(to: Shape(planes, windows))
      return step.give(0, target.scatterAdd(1, index, source).reshaped(to: saved.input))
    }
    step.give(
      0,
      attempt { () throws(TensorError) in
        let gradient = try step.gradient.node.contiguous()
        let result = try Node.make(saved.input, gradient.dtype)
        withUnsafePointer(to: saved.sizes) {
          nk_max_pool2d_backward(
            gradient.dtype.kernel, $0, gradient.pointer, places.pointer.assumingMemoryBound(to: Int64.self),
            result.pointer)
        }
        return result
      })
  }

  package let avgPool2d = ComposedOperation(
    "avgPool2d", formula: #"\frac{1}{k^2} \sum_{i \in \text{window}} x_i"#, partials: [#"\frac{1}{k^2}"#],
    cases: [
      GradientCase("halves", .real(1, 2, 4, 4)) { Nabla.avgPool2d($0[0], 2) },
      GradientCase("overlapping, padded", .real(1, 1, 5, 5)) { Nabla.avgPool2d($0[0], 3, stride: 2, padding: 1) },
    ]
  ) { step in
    guard let saved = step.node.saved as? PoolingSizes else { return }
    step.give(0, distribute(step.gradient, saved))
  }

  /// The adjoint of avgPool2d.
  package let avgPool2dInput = ComposedOperation(
    "avgPool2dInput", formula: #"\frac{1}{k^2} \sum_{\text{window} \ni i} x"#, partials: [#"\frac{1}{k^2}"#],
    cases: [
      GradientCase("halves", .real(1, 1, 2, 2)) { inputs in
        let sizes = NKPooling(
          planes: 1, height: 4, width: 4, kernel_height: 2, kernel_width: 2, stride_height: 2, stride_width: 2,
          padding_height: 0, padding_width: 0)
        return distribute(
          inputs[0],
          PoolingSizes(sizes, input: Tensor.zeros([1, 1, 4, 4]).node.shape, output: inputs[0].node.shape))
      }
    ]
  ) { step in
    guard let saved = step.node.saved as? PoolingSizes else { return }
    step.give(0, average(step.gradient, saved))
  }
}

/// What distinguishes the poolings of one input.
private func key(_ sizes: NKPooling) -> Replay.Key {
  Replay.Key(Double(sizes.kernel_height), Double(sizes.stride_height), sizes.padding_height)
}

private func average(_ x: Tensor, _ saved: PoolingSizes) -> Tensor {
  attempt { () throws(TensorError) in
    if let planned = Replay.take(operations.pooling.avgPool2d, x.node, key: key(saved.sizes)) { return planned }
    let values = try x.node.contiguous()
    let result = try Node.make(saved.output, x.dtype)
    withUnsafePointer(to: saved.sizes) { nk_avg_pool2d(x.dtype.kernel, $0, values.pointer, result.pointer) }
    result.saved = saved
    return try result.made(by: operations.pooling.avgPool2d, from: x.node)
  }
}

private func distribute(_ g: Tensor, _ saved: PoolingSizes) -> Tensor {
  attempt { () throws(TensorError) in
    let values = try g.node.contiguous()
    let result = try Node.make(saved.input, g.dtype)
    withUnsafePointer(to: saved.sizes) { nk_avg_pool2d_backward(g.dtype.kernel, $0, values.pointer, result.pointer) }
    result.saved = saved
    return try result.made(by: operations.pooling.avgPool2dInput, from: g.node)
  }
}

/// The sizes of a pooling of images [..., height, width].
private func sizes(
  _ x: Tensor, _ kernel: Int, _ stride: Int?, _ padding: Int, _ operation: String
) throws(TensorError) -> PoolingSizes {
  let shape = x.node.shape
  let stride = stride ?? kernel
  guard shape.rank >= 3, kernel > 0, stride > 0, padding >= 0, padding <= kernel / 2, kernel < 1 << 31,
    stride < 1 << 31
  else {
    throw .shapes(
      operation, "needs images [batch, channels, height, width], a window and stride of at least 1 and a padding of "
        + "at most half the window", [shape])
  }
  guard x.dtype.isFloatingPoint else { throw .needsFloat(operation, x.dtype) }
  let (height, width) = (shape[shape.rank - 2], shape[shape.rank - 1])
  let pooling = NKPooling(
    planes: shape.count(in: 0..<(shape.rank - 2)), height: height, width: width, kernel_height: kernel,
    kernel_width: kernel, stride_height: stride, stride_width: stride, padding_height: padding,
    padding_width: padding)
  var output = shape
  (output[shape.rank - 2], output[shape.rank - 1]) = withUnsafePointer(to: pooling) {
    (nk_pool2d_height($0), nk_pool2d_width($0))
  }
  guard output[shape.rank - 2] > 0, output[shape.rank - 1] > 0 else {
    throw .shapes(operation, "a window of \(kernel) does not fit the image", [shape])
  }
  return PoolingSizes(pooling, input: shape, output: output)
}

/// The greatest element of each window of `kernel` × `kernel`, which moves by `stride` (the window's size by default).
public func maxPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
  attempt { () throws(TensorError) in
    let saved = try sizes(x, kernel, stride, padding, "maxPool2d")
    if let planned = Replay.take(operations.pooling.maxPool2d, x.node, key: key(saved.sizes)) { return planned }
    let values = try x.node.contiguous()
    let result = try Node.make(saved.output, x.dtype)
    let places = try Node.make(saved.output, .int64)
    withUnsafePointer(to: saved.sizes) {
      nk_max_pool2d(
        x.dtype.kernel, $0, values.pointer, result.pointer, places.pointer.assumingMemoryBound(to: Int64.self))
    }
    saved.places = places
    result.saved = saved
    return try result.made(by: operations.pooling.maxPool2d, from: x.node)
  }
}

/// The mean of each window of `kernel` × `kernel`, which moves by `stride` (the window's size by default).
public func avgPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
  attempt { () throws(TensorError) in
    average(x, try sizes(x, kernel, stride, padding, "avgPool2d")).node
  }
}
