internal import CKernels

/// What a normalization keeps for backward.
private final class Moments: SavedNodes {
  let mean: Node
  /// 1/√(variance + ε) of layer norm, the variance of batch norm.
  let spread: Node
  let eps: Double
  let isTraining: Bool
  let hasWeight: Bool
  let hasBias: Bool

  init(mean: Node, spread: Node, eps: Double, isTraining: Bool, hasWeight: Bool, hasBias: Bool) {
    self.mean = mean
    self.spread = spread
    self.eps = eps
    self.isTraining = isTraining
    self.hasWeight = hasWeight
    self.hasBias = hasBias
  }

  /// Statistics that were given are constants of gradients of gradients; a batch's own are computed there anew.
  var nodes: [Node] { isTraining ? [] : [mean, spread] }

  /// The weight and bias among the inputs, which follow x.
  func parameters(_ inputs: [Tensor]) -> (weight: Tensor?, bias: Tensor?) {
    (hasWeight ? inputs[1] : nil, hasBias ? inputs[hasWeight ? 2 : 1] : nil)
  }
}

/// Normalizations. Inputs are x, then the weight and the bias where there are such.
package struct NormalizationOperations {
  /// Over the last dimensions, as many elements as `attributes.i`.
  package let layerNorm = ComposedOperation(
    "layerNorm", formula: #"\gamma \frac{x - \bar{x}}{\sqrt{\sigma^2 + \epsilon}} + \beta"#,
    partials: [#"\frac{1}{\sigma}(\gamma - \overline{\gamma} - \hat{x}\,\overline{\gamma\hat{x}})"#, #"\hat{x}"#, "1"],
    cases: [
      GradientCase("weight and bias", .real(3, 4), .real(4), .real(4)) {
        Nabla.layerNorm($0[0], [4], weight: $0[1], bias: $0[2])
      },
      GradientCase("two dimensions, bare", .real(2, 2, 3)) { Nabla.layerNorm($0[0], [2, 3]) },
      GradientCase("weight alone", .real(2, 4), .real(4)) { Nabla.layerNorm($0[0], [4], weight: $0[1]) },
    ]
  ) { step in
    guard let saved = step.node.saved as? Moments else { return }
    let columns = step.node.attributes.i
    if step.isDifferentiable {
      return step.differentiate { inputs in
        let (weight, bias) = saved.parameters(inputs)
        let x = inputs[0].reshape([-1, columns])
        let centred = x - x.mean(dim: 1, keepDim: true)
        var y = centred * (centred.square().mean(dim: 1, keepDim: true) + saved.eps).rsqrt()
        if let weight { y = y * weight.flatten() }
        if let bias { y = y + bias.flatten() }
        return y.reshape(inputs[0].shape)
      }
    }
    gradients(step, saved) { x, weight, gradient, dx, dWeight, dBias in
      nk_layer_norm_backward(
        x.dtype.kernel, columns == 0 ? 0 : x.count / columns, columns, x.pointer, weight?.pointer,
        saved.mean.pointer, saved.spread.pointer, gradient.pointer, dx?.pointer, dWeight?.pointer, dBias?.pointer)
    }
  }

  /// Over all dimensions but the second.
  package let batchNorm = ComposedOperation(
    "batchNorm", formula: #"\gamma \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta"#,
    partials: [#"\frac{\gamma}{\sigma}(1 - \tfrac{1}{n} - \tfrac{1}{n}\hat{x}^2)"#, #"\hat{x}"#, "1"],
    cases: [
      GradientCase("of a batch", .real(4, 3), .real(3), .real(3)) {
        Nabla.batchNorm($0[0], mean: nil, variance: nil, weight: $0[1], bias: $0[2], training: true)
      },
      GradientCase("of images", .real(2, 2, 2, 2), .real(2), .real(2)) {
        Nabla.batchNorm($0[0], mean: nil, variance: nil, weight: $0[1], bias: $0[2], training: true)
      },
      GradientCase("by given statistics", .real(3, 2), .real(2)) {
        Nabla.batchNorm(
          $0[0], mean: Tensor([0.1, -0.2], dtype: .float64), variance: Tensor([1.5, 0.7], dtype: .float64),
          weight: $0[1])
      },
    ]
  ) { step in
    guard let saved = step.node.saved as? Moments else { return }
    let shape = step.node.shape
    let channels = shape[1]
    if step.isDifferentiable {
      return step.differentiate { inputs in
        let (weight, bias) = saved.parameters(inputs)
        let x = inputs[0]
        let dims = [0] + Array(2..<max(x.rank, 2))
        let sizes = [1, channels] + Array(repeating: 1, count: x.rank - 2)
        let mean = saved.isTraining ? x.mean(dim: dims, keepDim: true) : Tensor(saved.mean).reshape(sizes)
        let centred = x - mean
        let variance =
          saved.isTraining ? centred.square().mean(dim: dims, keepDim: true) : Tensor(saved.spread).reshape(sizes)
        var y = centred * (variance + saved.eps).rsqrt()
        if let weight { y = y * weight.reshape(sizes) }
        if let bias { y = y + bias.reshape(sizes) }
        return y
      }
    }
    gradients(step, saved) { x, weight, gradient, dx, dWeight, dBias in
      nk_batch_norm_backward(
        x.dtype.kernel, shape[0], channels, shape.count(in: 2..<shape.rank), saved.eps, saved.isTraining ? 1 : 0,
        x.pointer, saved.mean.pointer, saved.spread.pointer, weight?.pointer, gradient.pointer, dx?.pointer,
        dWeight?.pointer, dBias?.pointer)
    }
  }
}

/// Runs the kernel of a backward: it replaces dx, and adds to the others.
private func gradients(
  _ step: Step, _ saved: Moments,
  _ kernel: (
    _ x: Node, _ weight: Node?, _ gradient: Node, _ dx: Node?, _ dWeight: Node?, _ dBias: Node?
  ) -> Void
) {
  attempt(or: ()) { () throws(TensorError) in
    let x = try step.input(0).node.contiguous()
    let weight = saved.hasWeight ? try step.input(1).node.contiguous() : nil
    let gradient = try step.gradient.node.contiguous()
    let biasIndex = saved.hasWeight ? 2 : 1
    let dx = step.needs(0) ? try Node.make(x.shape, x.dtype) : nil
    var (dWeight, dBias): (Node?, Node?) = (nil, nil)
    if saved.hasWeight, step.needs(1), let weight {
      dWeight = try Node.make(weight.shape, x.dtype)
      dWeight?.fill(0)
    }
    if saved.hasBias, step.needs(biasIndex), let bias = step.node.input(biasIndex) {
      dBias = try Node.make(bias.shape, x.dtype)
      dBias?.fill(0)
    }
    kernel(x, weight, gradient, dx, dWeight, dBias)
    if let dx { step.give(0, Tensor(dx)) }
    if let dWeight { step.give(1, Tensor(dWeight)) }
    if let dBias { step.give(biasIndex, Tensor(dBias)) }
  }
}

/// Normalizes over the last dimensions: (x − mean)/√(variance + ε)·weight + bias, where the variance divides by n.
///
/// - Parameter shape: the sizes of the last dimensions; the weight and the bias have this shape.
public func layerNorm(
  _ x: Tensor, _ shape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
) -> Tensor {
  attempt { () throws(TensorError) in
    let size = x.node.shape
    guard !shape.isEmpty, x.shape.suffix(shape.count).elementsEqual(shape) else {
      throw .shapes("layerNorm", "the last dimensions must be \(shape)", [size])
    }
    for parameter in [weight, bias] {
      if let parameter, parameter.shape != shape {
        throw .shapes("layerNorm", "weight and bias must have the shape \(shape)", [parameter.node.shape])
      }
    }
    guard x.dtype.isFloatingPoint else { throw .needsFloat("layerNorm", x.dtype) }
    let columns = size.count(in: (size.rank - shape.count)..<size.rank)
    let rows = columns == 0 ? 0 : size.count / columns
    let (w, b) = (weight?.to(x.dtype), bias?.to(x.dtype))
    let operation = operations.normalization.layerNorm
    if let planned = Replay.take(operation, x.node, w?.node, b?.node, key: Replay.Key(eps, 0, columns)) {
      return planned
    }
    let (values, scale, offset) = (
      try x.node.contiguous(), try w?.node.contiguous(), try b?.node.contiguous()
    )
    let result = try Node.make(size, x.dtype)
    let (mean, spread) = (try Node.make(Shape(rows), x.dtype), try Node.make(Shape(rows), x.dtype))
    nk_layer_norm(
      x.dtype.kernel, rows, columns, eps, values.pointer, scale?.pointer, offset?.pointer, result.pointer,
      mean.pointer, spread.pointer)
    result.attributes.i = columns
    result.saved = Moments(
      mean: mean, spread: spread, eps: eps, isTraining: true, hasWeight: w != nil, hasBias: b != nil)
    return try result.made(by: operation, fromAll: [x.node] + [w, b].compactMap { $0?.node })
  }
}

/// Normalizes each channel (dimension 1) over the batch: (x − mean)/√(variance + ε)·weight + bias.
///
/// While training, mean and variance are those of the batch, and the given ones move toward them in place by
/// `momentum` (the variance by that which divides by n − 1). Otherwise the given ones are used.
public func batchNorm(
  _ x: Tensor, mean: Tensor?, variance: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil, training: Bool = false,
  momentum: Double = 0.1, eps: Double = 1e-5
) -> Tensor {
  attempt { () throws(TensorError) in
    let shape = x.node.shape
    guard shape.rank >= 2 else {
      throw .shapes("batchNorm", "needs a batch of channels: [batch, channels, …]", [shape])
    }
    guard x.dtype.isFloatingPoint else { throw .needsFloat("batchNorm", x.dtype) }
    let channels = shape[1]
    for parameter in [mean, variance, weight, bias] {
      if let parameter, parameter.node.shape != Shape(channels) {
        throw .shapes("batchNorm", "statistics and parameters have one element for each of \(channels) channels",
          [parameter.node.shape])
      }
    }
    let inner = shape.count(in: 2..<shape.rank)
    let count = shape[0] &* inner
    guard !training || count > 1 else {
      throw .shapes("batchNorm", "one value for each channel has no variance to train by", [shape])
    }
    let (w, b) = (weight?.to(x.dtype), bias?.to(x.dtype))
    if training {
      let result = try normalized(x.node, w?.node, b?.node, eps: eps)
      if let saved = result.saved as? Moments {
        try mean?.node.move(toward: saved.mean, by: momentum)
        try variance?.node.move(toward: saved.spread, times: Double(count) / Double(count - 1), by: momentum)
      }
      return result
    }
    guard let mean, let variance else {
      throw .argument("batchNorm", "without training, mean and variance must be given")
    }
    return try normalized(x.node, w?.node, b?.node, by: (mean.node, variance.node), eps: eps)
  }
}

/// The channels of a batch normalized by their own mean and variance, or by those given.
private func normalized(
  _ x: Node, _ weight: Node?, _ bias: Node?, by given: (mean: Node, variance: Node)? = nil, eps: Double
) throws(TensorError) -> Node {
  let operation = operations.normalization.batchNorm
  let statistics = given.map { [$0.mean, $0.variance] } ?? []
  if let planned = Replay.take(operation, x, weight, bias, more: statistics, key: Replay.Key(eps)) { return planned }
  let (shape, dtype) = (x.shape, x.dtype)
  let (channels, inner) = (shape[1], shape.count(in: 2..<shape.rank))
  let (values, scale, offset) = (try x.contiguous(), try weight?.contiguous(), try bias?.contiguous())
  let center, spread: Node
  if let given {
    // The program may change them before backward.
    center = try given.mean.converted(to: dtype).copied()
    spread = try given.variance.converted(to: dtype).copied()
  } else {
    (center, spread) = (try Node.make(Shape(channels), dtype), try Node.make(Shape(channels), dtype))
    nk_channel_moments(dtype.kernel, shape[0], channels, inner, values.pointer, center.pointer, spread.pointer)
  }
  let result = try Node.make(shape, dtype)
  nk_batch_norm(
    dtype.kernel, shape[0], channels, inner, eps, values.pointer, center.pointer, spread.pointer, scale?.pointer,
    offset?.pointer, result.pointer)
  result.saved = Moments(
    mean: center, spread: spread, eps: eps, isTraining: given == nil, hasWeight: weight != nil, hasBias: bias != nil)
  return try result.made(by: operation, fromAll: [x] + [weight, bias].compactMap { $0 })
}

extension Node {
  /// A running statistic, moved in place by `share` of the way toward that of a batch.
  fileprivate func move(toward batch: Node, times factor: Double = 1, by share: Double) throws(TensorError) {
    let value = noGrad { Tensor(self) * (1 - share) + Tensor(batch) * factor * share }
    // The statistics of a network take no part in its gradients, so this change does not end the step that runs.
    engine.pointee.replay.willWrite(storage)
    try write(value.node, as: "batchNorm")
  }
}
