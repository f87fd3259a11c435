internal import CKernels

/// The sizes of a convolution, kept for backward.
private final class ConvolutionSizes {
  let sizes: NKConvolution
  let input: Shape
  let weight: Shape
  let output: Shape

  init(_ sizes: NKConvolution, input: Shape, weight: Shape, output: Shape) {
    self.sizes = sizes
    self.input = input
    self.weight = weight
    self.output = output
  }
}

/// Convolutions: the product y = x ⋆ w, and its two adjoints, which are the derivatives of each other.
package struct ConvolutionOperations {
  package let conv2d = ComposedOperation(
    "conv2d", formula: #"x \star w + b"#, partials: [#"\cdot \star w^{\mathsf{T}}"#, #"x \star \cdot"#, "1"],
    cases: [
      GradientCase("bias", .real(2, 2, 4, 4), .real(3, 2, 2, 2), .real(3)) { Nabla.conv2d($0[0], $0[1], bias: $0[2]) },
      GradientCase("stride and padding", .real(1, 2, 5, 4), .real(2, 2, 3, 3)) {
        Nabla.conv2d($0[0], $0[1], stride: 2, padding: 1)
      },
      GradientCase("groups and dilation", .real(1, 4, 5, 5), .real(4, 2, 2, 2), .real(4)) {
        Nabla.conv2d($0[0], $0[1], bias: $0[2], dilation: 2, groups: 2)
      },
      GradientCase("no batch", .real(1, 3, 3), .real(2, 1, 2, 2)) { Nabla.conv2d($0[0], $0[1]) },
      GradientCase("one dimension", .real(2, 2, 5), .real(3, 2, 3), .real(3)) {
        Nabla.conv1d($0[0], $0[1], bias: $0[2], stride: 2, padding: 1)
      },
    ]
  ) { step in
    guard let sizes = step.node.saved as? ConvolutionSizes else { return }
    if step.needs(0) { step.give(0, spread(step.input(1), step.gradient, sizes)) }
    if !step.isDifferentiable { return filterGradients(step, sizes) }
    if step.needs(1) { step.give(1, correlate(step.input(0), step.gradient, sizes)) }
    if step.node.inputCount > 2, step.needs(2) { step.give(2, step.gradient.sum(dim: [0, 2, 3])) }
  }

  /// The adjoint by the input: inputs are the weight and what arrived at the output.
  package let conv2dInput = ComposedOperation(
    "convTranspose2d", formula: #"w^{\mathsf{T}} \star x"#, partials: ["x", "w"],
    cases: [
      GradientCase("transposed", .real(1, 3, 2, 2), .real(3, 2, 3, 3)) {
        Nabla.convTranspose2d($0[0], $0[1], stride: 2, padding: 1)
      }
    ]
  ) { step in
    guard let sizes = step.node.saved as? ConvolutionSizes else { return }
    if step.needs(0) { step.give(0, correlate(step.gradient, step.input(1), sizes)) }
    if step.needs(1) { step.give(1, convolve(step.gradient, step.input(0), nil, sizes)) }
  }

  /// The adjoint by the weight: inputs are the input and what arrived at the output.
  package let conv2dWeight = ComposedOperation(
    "conv2dWeight", formula: #"x \star g"#, partials: ["g", "x"],
    cases: [
      GradientCase("of a convolution", .real(1, 2, 3, 3), .real(1, 2, 2, 2)) { inputs in
        let (x, g) = (inputs[0], inputs[1])
        guard x.shape == [1, 2, 3, 3], g.shape == [1, 2, 2, 2], x.dtype == g.dtype else {
          return attempt { () throws(TensorError) in
            throw .shapes(
              "conv2dWeight", "needs an image and the gradient of its convolution, not \(x.dtype) and \(g.dtype)",
              [x.node.shape, g.node.shape])
          }
        }
        let sizes = NKConvolution(
          batch: 1, channels: 2, height: 3, width: 3, filters: 2, kernel_height: 2, kernel_width: 2, stride_height: 1,
          stride_width: 1, padding_height: 0, padding_width: 0, dilation_height: 1, dilation_width: 1, groups: 1)
        return correlate(
          inputs[0], inputs[1],
          ConvolutionSizes(
            sizes, input: inputs[0].node.shape, weight: Tensor.zeros([2, 2, 2, 2]).node.shape,
            output: inputs[1].node.shape))
      }
    ]
  ) { step in
    guard let sizes = step.node.saved as? ConvolutionSizes else { return }
    if step.needs(0) { step.give(0, spread(step.gradient, step.input(1), sizes)) }
    if step.needs(1) { step.give(1, convolve(step.input(0), step.gradient, nil, sizes)) }
  }
}

/// The gradients of the filters and of the bias by one kernel, which reads what arrived once and where it lies.
private func filterGradients(_ step: Step, _ sizes: ConvolutionSizes) {
  let needsBias = step.node.inputCount > 2 && step.needs(2)
  guard step.needs(1) || needsBias else { return }
  attempt(or: ()) { () throws(TensorError) in
    let (x, gradient) = (try step.input(0).node.contiguous(), try step.gradient.node.contiguous())
    let weight = step.needs(1) ? try Node.make(sizes.weight, gradient.dtype) : nil
    let bias = needsBias ? try Node.make(Shape(sizes.weight[0]), gradient.dtype) : nil
    withUnsafePointer(to: sizes.sizes) {
      nk_conv2d_backward_weight(
        gradient.dtype.kernel, $0, x.pointer, gradient.pointer, weight?.pointer, bias?.pointer, 0)
    }
    if let weight { step.give(1, Tensor(weight)) }
    if let bias { step.give(2, Tensor(bias)) }
  }
}

/// What distinguishes the convolutions of one pair of inputs; nil for sizes that do not fit.
private func key(_ s: NKConvolution) -> Replay.Key? {
  let greatest =
    s.stride_height | s.stride_width | s.padding_height | s.padding_width | s.dilation_height | s.dilation_width
    | s.groups
  guard greatest < 128, (s.height | s.width) < 1 << 24 else { return nil }
  var steps = s.stride_height << 8 | s.stride_width
  steps = steps << 16 | s.padding_height << 8 | s.padding_width
  steps = steps << 16 | s.dilation_height << 8 | s.dilation_width
  // The size is the input's, which those of the result do not tell where the filter is the first input.
  return Replay.Key(Double(s.height), Double(s.width), steps << 8 | s.groups)
}

private func convolve(_ x: Tensor, _ w: Tensor, _ bias: Tensor?, _ sizes: ConvolutionSizes) -> Tensor {
  attempt { () throws(TensorError) in
    if let key = key(sizes.sizes),
      let planned = Replay.take(operations.convolution.conv2d, x.node, w.node, bias?.node, key: key)
    {
      return planned
    }
    let (a, b) = (try x.node.contiguous(), try w.node.contiguous())
    let c = try bias?.node.contiguous()
    let result = try Node.make(sizes.output, x.dtype)
    withUnsafePointer(to: sizes.sizes) {
      nk_conv2d(x.dtype.kernel, $0, a.pointer, b.pointer, c?.pointer, result.pointer)
    }
    result.saved = sizes
    if let bias {
      return try result.made(by: operations.convolution.conv2d, from: x.node, w.node, bias.node)
    }
    return try result.made(by: operations.convolution.conv2d, from: x.node, w.node)
  }
}

private func spread(_ w: Tensor, _ g: Tensor, _ sizes: ConvolutionSizes) -> Tensor {
  attempt { () throws(TensorError) in
    if let key = key(sizes.sizes),
      let planned = Replay.take(operations.convolution.conv2dInput, w.node, g.node, key: key)
    {
      return planned
    }
    let (a, b) = (try w.node.contiguous(), try g.node.contiguous())
    let result = try Node.make(sizes.input, g.dtype)
    withUnsafePointer(to: sizes.sizes) {
      nk_conv2d_backward_input(g.dtype.kernel, $0, a.pointer, b.pointer, result.pointer, 0)
    }
    result.saved = sizes
    return try result.made(by: operations.convolution.conv2dInput, from: w.node, g.node)
  }
}

private func correlate(_ x: Tensor, _ g: Tensor, _ sizes: ConvolutionSizes) -> Tensor {
  attempt { () throws(TensorError) in
    let (a, b) = (try x.node.contiguous(), try g.node.contiguous())
    let result = try Node.make(sizes.weight, x.dtype)
    withUnsafePointer(to: sizes.sizes) {
      nk_conv2d_backward_weight(x.dtype.kernel, $0, a.pointer, b.pointer, result.pointer, nil, 0)
    }
    result.saved = sizes
    return try result.made(by: operations.convolution.conv2dWeight, from: x.node, g.node)
  }
}

/// A pair for height and width; one number stands for both.
private func pair(_ values: [Int], _ name: String, least: Int, _ operation: String) throws(TensorError) -> (Int, Int) {
  guard let first = values.first, values.count <= 2, values.allSatisfy({ $0 >= least && $0 < 1 << 31 }) else {
    throw .argument(operation, "\(name) \(values) must be one or two numbers of at least \(least)")
  }
  return (first, values.count == 2 ? values[1] : first)
}

private func convolution(
  _ x: Tensor, _ w: Tensor, _ bias: Tensor?, stride: [Int], padding: [Int], dilation: [Int], groups: Int,
  _ operation: String
) throws(TensorError) -> Tensor {
  if x.rank == 3 {
    return try convolution(
      x.unsqueeze(0), w, bias, stride: stride, padding: padding, dilation: dilation, groups: groups, operation
    ).squeeze(0)
  }
  let (s, p) = (try pair(stride, "stride", least: 1, operation), try pair(padding, "padding", least: 0, operation))
  let d = try pair(dilation, "dilation", least: 1, operation)
  let (input, weight) = (x.node.shape, w.node.shape)
  guard input.rank == 4, weight.rank == 4, groups > 0, weight[0] % groups == 0, input[1] == weight[1] &* groups else {
    throw .shapes(
      operation, "needs images [batch, channels, height, width] and filters [filters, channels / groups, height, "
        + "width], with \(groups) \(groups == 1 ? "group" : "groups")", [input, weight])
  }
  if let bias, bias.node.shape != Shape(weight[0]) {
    throw .shapes(operation, "the bias must have one element for each filter", [weight, bias.node.shape])
  }
  let dtype = DType.promoted(x.dtype, rank: 4, w.dtype, rank: 4)
  guard dtype.isFloatingPoint else { throw .needsFloat(operation, dtype) }
  let sizes = NKConvolution(
    batch: input[0], channels: input[1], height: input[2], width: input[3], filters: weight[0],
    kernel_height: weight[2], kernel_width: weight[3], stride_height: s.0, stride_width: s.1, padding_height: p.0,
    padding_width: p.1, dilation_height: d.0, dilation_width: d.1, groups: groups)
  let (height, width) = withUnsafePointer(to: sizes) { (nk_conv2d_height($0), nk_conv2d_width($0)) }
  guard height > 0, width > 0, weight[2] > 0, weight[3] > 0 else {
    throw .shapes(operation, "the filter does not fit the image with padding \(padding)", [input, weight])
  }
  let output = try Shape(checking: [input[0], weight[0], height, width])
  return convolve(
    x.to(dtype), w.to(dtype), bias?.to(dtype), ConvolutionSizes(sizes, input: input, weight: weight, output: output))
}

/// Slides filters over images: x [batch, channels, height, width] (or without the batch), weight [filters,
/// channels / groups, height, width].
public func conv2d(
  _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) -> Tensor {
  attempt { () throws(TensorError) in
    try convolution(
      x, weight, bias, stride: [stride], padding: [padding], dilation: [dilation], groups: groups, "conv2d"
    ).node
  }
}

/// The same with a stride, padding and dilation for height and width each.
public func conv2d(
  _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: [Int], padding: [Int] = [0, 0],
  dilation: [Int] = [1, 1], groups: Int = 1
) -> Tensor {
  attempt { () throws(TensorError) in
    try convolution(
      x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups, "conv2d"
    ).node
  }
}

/// Slides filters over sequences: x [batch, channels, length] (or without the batch), weight [filters,
/// channels / groups, length].
public func conv1d(
  _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) -> Tensor {
  attempt { () throws(TensorError) in
    guard x.rank == 2 || x.rank == 3, weight.rank == 3 else {
      throw .shapes("conv1d", "needs sequences [batch, channels, length] and filters [filters, channels, length]",
        [x.node.shape, weight.node.shape])
    }
    let flat = try convolution(
      x.unsqueeze(-2), weight.unsqueeze(-2), bias, stride: [1, stride], padding: [0, padding],
      dilation: [1, dilation], groups: groups, "conv1d")
    return flat.squeeze(-2).node
  }
}

/// The adjoint of `conv2d`, also called a transposed convolution: it enlarges images by the stride. The weight is
/// [channels, filters, height, width].
public func convTranspose2d(
  _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0
) -> Tensor {
  attempt { () throws(TensorError) in
    if x.rank == 3 {
      return convTranspose2d(
        x.unsqueeze(0), weight, bias: bias, stride: stride, padding: padding, outputPadding: outputPadding
      ).squeeze(0).node
    }
    let (input, w) = (x.node.shape, weight.node.shape)
    guard x.dtype.isFloatingPoint else { throw .needsFloat("convTranspose2d", x.dtype) }
    guard weight.dtype == x.dtype else { throw .needsType("convTranspose2d: weight", x.dtype, weight.dtype) }
    guard input.rank == 4, w.rank == 4, input[1] == w[0], stride >= 1, padding >= 0, outputPadding >= 0,
      outputPadding < stride, stride < 1 << 31, padding < 1 << 31
    else {
      throw .shapes("convTranspose2d", "needs images [batch, channels, height, width] and a weight [channels, "
        + "filters, height, width], and outputPadding below the stride", [input, w])
    }
    let height = (input[2] - 1) * stride - 2 * padding + w[2] + outputPadding
    let width = (input[3] - 1) * stride - 2 * padding + w[3] + outputPadding
    guard height > 0, width > 0, input[2] > 0, input[3] > 0, w[2] > 0, w[3] > 0 else {
      throw .shapes("convTranspose2d", "nothing is left after padding \(padding)", [input, w])
    }
    let output = try Shape(checking: [input[0], w[1], height, width])
    let sizes = NKConvolution(
      batch: input[0], channels: w[1], height: height, width: width, filters: w[0], kernel_height: w[2],
      kernel_width: w[3], stride_height: stride, stride_width: stride, padding_height: padding,
      padding_width: padding, dilation_height: 1, dilation_width: 1, groups: 1)
    let result = spread(weight, x, ConvolutionSizes(sizes, input: output, weight: w, output: input))
    if let bias {
      guard bias.node.shape == Shape(w[1]) else {
        throw .shapes("convTranspose2d", "the bias must have one element for each filter", [w, bias.node.shape])
      }
      return (result + bias.reshape([1, w[1], 1, 1])).node
    }
    return result.node
  }
}
