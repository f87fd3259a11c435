internal import CKernels

/// Tensors put together.
package struct JoiningOperations {
  /// Along `attributes.i`.
  package let cat = ComposedOperation(
    "cat", formula: "[a, b]", partials: ["1", "1"],
    cases: [
      GradientCase("rows", .real(2, 3), .real(1, 3)) { Nabla.cat($0) },
      GradientCase("columns, four", .real(2, 1), .real(2, 3), .real(2, 0), .real(2, 2)) { Nabla.cat($0, dim: 1) },
      GradientCase("stack", .real(2, 3), .real(2, 3)) { Nabla.stack($0, dim: 1) },
    ]
  ) { step in
    let dim = step.node.attributes.i
    var start = 0
    for i in 0..<step.node.inputCount {
      guard let input = step.node.input(i) else { continue }
      let size = input.shape[dim]
      if input.requiresGrad { step.give(i, step.gradient.sliced(dim, start: start, step: 1, count: size)) }
      start += size
    }
  }
}

/// Tensors joined along a dimension that is known to exist.
package func concatenated(_ tensors: [Tensor], _ dim: Int) -> Tensor {
  attempt { () throws(TensorError) in
    guard let first = tensors.first else { throw .emptyList("cat") }
    var dtype = first.dtype
    for tensor in tensors { dtype = DType.promoted(dtype, rank: 1, tensor.dtype, rank: 1) }
    let d = try first.node.shape.dimension(dim, operation: "cat")
    guard first.rank > 0 else { throw .shapes("cat", "numbers have no dimension to join along; use `stack`", tensors.map(\.node.shape)) }
    var shape = first.node.shape
    shape[d] = 0
    var inputs: [Node] = []
    for tensor in tensors {
      var other = tensor.node.shape
      guard other.rank == shape.rank else {
        throw .shapes("cat", "all tensors must have the same number of dimensions", tensors.map(\.node.shape))
      }
      shape[d] += other[d]
      other[d] = shape[d]
      guard other == shape else {
        throw .shapes("cat", "sizes may differ only in dimension \(dim)", tensors.map(\.node.shape))
      }
      inputs.append(try tensor.node.cast(to: dtype))
    }
    try shape.validate()
    if let planned = Replay.take(operations.joining.cat, all: inputs, key: Replay.Key(0, 0, d)) { return planned }
    let result = try Node.make(shape, dtype)
    var start = 0
    for input in inputs {
      try input.contiguous().put(into: result, d, start: start, step: 1, adds: false)
      start += input.shape[d]
    }
    result.attributes.i = d
    return try result.made(by: operations.joining.cat, fromAll: inputs)
  }
}

/// Tensors joined along a dimension they have; the other sizes must be equal.
public func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor { concatenated(tensors, dim) }

/// Tensors of one shape joined along a new dimension.
public func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  attempt { () throws(TensorError) in
    guard let first = tensors.first else { throw .emptyList("stack") }
    guard tensors.allSatisfy({ $0.node.shape == first.node.shape }) else {
      throw .shapes("stack", "all tensors must have the same shape", tensors.map(\.node.shape))
    }
    let d = try first.node.shape.dimension(dim, operation: "stack", extra: 1)
    return concatenated(tensors.map { $0.unsqueeze(d) }, d).node
  }
}

extension Tensor {
  /// Parts of this many slices along a dimension; the last may be shorter.
  public func split(_ size: Int, dim: Int = 0) -> [Tensor] {
    attempt(or: []) { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "split")
      guard size > 0, rank > 0 else { throw .argument("split", "needs a positive size and a dimension to split") }
      let total = node.shape[d]
      var parts: [Tensor] = []
      var start = 0
      repeat {
        let count = Swift.min(size, total - start)
        parts.append(Tensor(try node.sliced(d, start: start, step: 1, count: count)))
        start += count
      } while start < total
      return parts
    }
  }

  /// Parts of the given sizes along a dimension; the sizes must sum to its own.
  public func split(_ sizes: [Int], dim: Int = 0) -> [Tensor] {
    attempt(or: []) { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "split")
      guard rank > 0, sizes.allSatisfy({ $0 >= 0 }), sizes.reduce(0, &+) == node.shape[d] else {
        throw .argument("split", "the sizes \(sizes) must sum to the size of dimension \(dim) of \(node.shape)")
      }
      var parts: [Tensor] = []
      var start = 0
      for count in sizes {
        parts.append(Tensor(try node.sliced(d, start: start, step: 1, count: count)))
        start += count
      }
      return parts
    }
  }

  /// About this many parts of equal size along a dimension; the last may be shorter, and there may be fewer.
  public func chunk(_ count: Int, dim: Int = 0) -> [Tensor] {
    attempt(or: []) { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "chunk")
      guard count > 0, rank > 0 else { throw .argument("chunk", "needs a positive count and a dimension to split") }
      let size = node.shape[d]
      return split(Swift.max(size / count + (size % count == 0 ? 0 : 1), 1), dim: d)
    }
  }
}
