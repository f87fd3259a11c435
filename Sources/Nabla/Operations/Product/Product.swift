internal import CKernels

/// Products of matrices and vectors.
package struct ProductOperations {
  package let matmul = ComposedOperation(
    "matmul", formula: "A B", partials: [#"B^{\mathsf{T}}"#, #"A^{\mathsf{T}}"#],
    cases: [
      GradientCase("matrices", .real(2, 3), .real(3, 4)) { $0[0].matmul($0[1]) },
      GradientCase("transposed views", .real(3, 2), .real(4, 3)) { $0[0].T.matmul($0[1].T) },
      GradientCase("matrix and vector", .real(2, 3), .real(3)) { $0[0].matmul($0[1]) },
      GradientCase("vector and matrix", .real(3), .real(3, 2)) { $0[0].matmul($0[1]) },
      GradientCase("vectors", .real(3), .real(3)) { $0[0].matmul($0[1]) },
      GradientCase("batch and matrix", .real(2, 3, 2), .real(2, 3)) { $0[0].matmul($0[1]) },
      GradientCase("matrix and batch", .real(3, 2), .real(2, 2, 3)) { $0[0].matmul($0[1]) },
      GradientCase("broadcast batches", .real(2, 1, 2, 3), .real(3, 3, 2)) { $0[0].matmul($0[1]) },
      GradientCase("vector and batch", .real(3), .real(2, 3, 2)) { $0[0].matmul($0[1]) },
      GradientCase("inner size zero", .real(2, 0), .real(0, 3)) { $0[0].matmul($0[1]) },
    ]
  ) { step in
    let (a, b) = (step.input(0), step.input(1))
    if !step.isDifferentiable, a.rank == 2, b.rank == 2 { return matrixGradients(step, a.node, b.node) }
    // As matrices: a vector on the left is a row, on the right a column.
    let left = a.rank == 1 ? a.unsqueeze(0) : a
    let right = b.rank == 1 ? b.unsqueeze(1) : b
    var gradient = step.gradient
    if b.rank == 1 { gradient = gradient.unsqueeze(-1) }
    if a.rank == 1 { gradient = gradient.unsqueeze(-2) }
    if step.needs(0) {
      let share = gradient.matmul(right.T)
      step.give(0, share.summed(to: left.node.shape).reshaped(to: a.node.shape))
    }
    if step.needs(1) {
      let share = right.rank == 2 && left.rank > 2
        ? left.flatten(0, -2).T.matmul(gradient.flatten(0, -2))  // one product for the whole batch
        : left.T.matmul(gradient)
      step.give(1, share.summed(to: right.node.shape).reshaped(to: b.node.shape))
    }
  }

  package let linear = ComposedOperation(
    "linear", formula: #"x W^{\mathsf{T}} + b"#, partials: ["W", "x", "1"],
    cases: [
      GradientCase("batch", .real(2, 3), .real(4, 3), .real(4)) { Nabla.linear($0[0], $0[1], bias: $0[2]) },
      GradientCase("one vector", .real(3), .real(4, 3), .real(4)) { Nabla.linear($0[0], $0[1], bias: $0[2]) },
      GradientCase("three dimensions, no bias", .real(2, 2, 3), .real(4, 3)) { Nabla.linear($0[0], $0[1]) },
      GradientCase("empty batch", .real(0, 3), .real(4, 3), .real(4)) { Nabla.linear($0[0], $0[1], bias: $0[2]) },
    ]
  ) { step in
    guard let x = step.node.input0, let weight = step.node.input1 else { return }
    if !step.isDifferentiable { return layerGradients(step, x, weight) }
    let gradient = step.gradient.reshaped(to: Shape(rowCount(x, weight), weight.shape[0]))
    if step.needs(0) { step.give(0, gradient.matmul(step.input(1)).reshaped(to: x.shape)) }
    if step.needs(1) {
      let rows = step.input(0).reshaped(to: Shape(gradient.node.shape[0], weight.shape[1]))
      step.give(1, gradient.T.matmul(rows))
    }
    if step.node.inputCount > 2, step.needs(2) { step.give(2, gradient.sum(dim: 0)) }
  }
}

/// How many vectors a layer of that weight sees in x.
private func rowCount(_ x: Node, _ weight: Node) -> Int { weight.shape[1] == 0 ? 0 : x.count / weight.shape[1] }

/// The gradients of a layer, each by one kernel: dx = g·W, dW = gᵀ·x, db = the column sums of g.
private func layerGradients(_ step: Step, _ x: Node, _ weight: Node) {
  do throws(TensorError) {
    let gradient = try step.gradient.node.contiguous()
    let type = gradient.dtype.kernel
    let (rows, inputs, outputs) = (rowCount(x, weight), weight.shape[1], weight.shape[0])
    if step.node.inputCount > 2, step.needs(2) {
      let share = try Node.make(Shape(outputs), gradient.dtype)
      nk_reduce(.sum, type, 1, rows, outputs, gradient.pointer, share.pointer, 0)
      step.give(2, Tensor(share))
    }
    if step.needs(1) {
      let values = try step.input(0).node.contiguous()
      let share = try Node.make(weight.shape, gradient.dtype)
      nk_gemm(
        type, 1, 0, outputs, inputs, rows, gradient.pointer, max(outputs, 1), values.pointer, max(inputs, 1),
        share.pointer, max(inputs, 1), 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
      step.give(1, Tensor(share))
    }
    if step.needs(0) {
      let matrix = try Matrix(step.input(1).node)
      let share = try Node.make(x.shape, gradient.dtype)
      nk_gemm(
        type, 0, matrix.isTransposed ? 1 : 0, rows, inputs, outputs, gradient.pointer, max(outputs, 1),
        matrix.node.pointer, matrix.leading, share.pointer, max(inputs, 1), 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
      step.give(0, Tensor(share))
    }
  } catch { Failure.report(error) }
}

/// The gradients of a product of two matrices, each by one kernel: dA = g·Bᵀ, dB = Aᵀ·g.
private func matrixGradients(_ step: Step, _ a: Node, _ b: Node) {
  do throws(TensorError) {
    let gradient = try step.gradient.node.contiguous()
    let type = gradient.dtype.kernel
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    if step.needs(0) {
      let matrix = try Matrix(b)
      let share = try Node.make(a.shape, gradient.dtype)
      nk_gemm(
        type, 0, matrix.isTransposed ? 0 : 1, m, k, n, gradient.pointer, max(n, 1), matrix.node.pointer,
        matrix.leading, share.pointer, max(k, 1), 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
      step.give(0, Tensor(share))
    }
    if step.needs(1) {
      let matrix = try Matrix(a)
      let share = try Node.make(b.shape, gradient.dtype)
      nk_gemm(
        type, matrix.isTransposed ? 0 : 1, 0, k, n, m, matrix.node.pointer, matrix.leading, gradient.pointer,
        max(n, 1), share.pointer, max(n, 1), 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
      step.give(1, Tensor(share))
    }
  } catch { Failure.report(error) }
}

/// A matrix as the kernels read it.
private struct Matrix {
  let node: Node
  let isTransposed: Bool
  /// Elements from one row to the next, as stored.
  let leading: Int

  /// The last two dimensions, of which the first `rank − 2` must be contiguous for a batch.
  init(_ x: Node) throws(TensorError) {
    let rank = x.shape.rank
    let (rows, columns) = (x.shape[rank - 2], x.shape[rank - 1])
    if rank == 2 {
      if x.strides[1] == 1 || columns == 1, x.strides[0] >= columns, x.strides[0] >= 1 {
        (node, isTransposed, leading) = (x, false, x.strides[0])
        return
      }
      if x.strides[0] == 1 || rows == 1, x.strides[1] >= rows, x.strides[1] >= 1 {
        (node, isTransposed, leading) = (x, true, x.strides[1])
        return
      }
    } else if !x.isContiguous, x.strides[rank - 2] == 1, x.strides[rank - 1] == rows, rows > 0 {
      // The transpose of contiguous matrices, as backward of a batched product has it.
      var (shape, strides) = (x.shape, x.strides)
      (shape[rank - 2], shape[rank - 1]) = (columns, rows)
      (strides[rank - 2], strides[rank - 1]) = (x.strides[rank - 1], x.strides[rank - 2])
      let plain = Node(viewOf: x, shape: shape, strides: strides, offset: x.offset)
      if plain.isContiguous {
        (node, isTransposed, leading) = (plain, true, Swift.max(rows, 1))
        return
      }
    }
    (node, isTransposed, leading) = (try x.contiguous(), false, Swift.max(columns, 1))
  }
}

/// The product of two tensors of at least one dimension each.
private func product(_ a: Node, _ b: Node) throws(TensorError) -> Node {
  if let planned = Replay.take(operations.product.matmul, a, b) { return planned }
  guard a.shape.rank > 0, b.shape.rank > 0 else { throw .matmulRank(a.shape, b.shape) }
  let dtype = DType.promoted(a.dtype, rank: a.shape.rank, b.dtype, rank: b.shape.rank)
  guard dtype.isFloatingPoint else { throw .needsFloat("matmul", dtype) }
  let (a, b) = (try a.cast(to: dtype), try b.cast(to: dtype))
  let left = a.shape.rank == 1 ? a.asMatrix(row: true) : a
  let right = b.shape.rank == 1 ? b.asMatrix(row: false) : b
  let (ra, rb) = (left.shape.rank, right.shape.rank)
  let (m, k, n) = (left.shape[ra - 2], left.shape[ra - 1], right.shape[rb - 1])
  guard k == right.shape[rb - 2] else { throw .matmul(a.shape, b.shape, k, right.shape[rb - 2]) }

  let leftBatch = left.shape.prefix(ra - 2)
  let rightBatch = right.shape.prefix(rb - 2)
  let batch = try Shape.broadcast(leftBatch, rightBatch, operation: "matmul")
  guard batch.rank + 2 <= Shape.maximumRank else { throw .rankTooHigh(batch.array + [m, n]) }
  var shape = batch
  if a.shape.rank > 1 { shape.append(m) }
  if b.shape.rank > 1 { shape.append(n) }
  try shape.validate()
  let result = try Node.make(shape, dtype)

  if batch.rank == 0 {
    let (x, y) = (try Matrix(left), try Matrix(right))
    nk_gemm(
      dtype.kernel, x.isTransposed ? 1 : 0, y.isTransposed ? 1 : 0, m, n, k, x.node.pointer, x.leading,
      y.node.pointer, y.leading, result.pointer, Swift.max(n, 1), 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
  } else if rb == 2 {
    // One matrix on the right: the batch is only more rows.
    let (x, y) = (try left.contiguous(), try Matrix(right))
    nk_gemm(
      dtype.kernel, 0, y.isTransposed ? 1 : 0, batch.count &* m, n, k, x.pointer, Swift.max(k, 1), y.node.pointer,
      y.leading, result.pointer, Swift.max(n, 1), 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
  } else {
    let (x, xDistance) = try spread(left, leftBatch, to: batch, m, k)
    let (y, yDistance) = try spread(right, rightBatch, to: batch, k, n)
    nk_gemm_batched(
      dtype.kernel, x.isTransposed ? 1 : 0, y.isTransposed ? 1 : 0, batch.count, m, n, k, x.node.pointer, xDistance,
      x.leading, y.node.pointer, yDistance, y.leading, result.pointer, m &* n, Swift.max(n, 1), 0)
  }
  return try result.made(by: operations.product.matmul, from: a, b)
}

/// The matrices of a batch at equal distances; one matrix for all is at distance 0.
private func spread(
  _ x: Node, _ own: Shape, to batch: Shape, _ rows: Int, _ columns: Int
) throws(TensorError) -> (Matrix, Int) {
  if own.count == 1, batch.count != 1 {
    let single = Node(
      viewOf: x, shape: Shape(rows, columns),
      strides: Shape(x.strides[x.shape.rank - 2], x.strides[x.shape.rank - 1]), offset: x.offset)
    return (try Matrix(single), 0)
  }
  if own == batch { return (try Matrix(x), rows &* columns) }
  var target = batch
  target.append(rows)
  target.append(columns)
  let wide = Node(viewOf: x, shape: target, strides: x.strides(broadcastTo: target), offset: x.offset)
  return (try Matrix(wide), rows &* columns)
}

extension Node {
  /// A vector looked at as a row or a column.
  fileprivate func asMatrix(row: Bool) -> Node {
    Node(
      viewOf: self, shape: row ? Shape(1, shape[0]) : Shape(shape[0], 1),
      strides: row ? Shape(Swift.max(shape[0], 1) &* strides[0], strides[0]) : Shape(strides[0], 1), offset: offset)
  }
}

extension Shape {
  /// The first dimensions.
  package func prefix(_ count: Int) -> Shape { keeping { $0 < count } }
}

extension Tensor {
  /// The product of matrices; a batch of them when there are more than two dimensions. A vector on the left is a row,
  /// on the right a column, and two vectors give their inner product.
  public func matmul(_ other: Tensor) -> Tensor {
    attempt { () throws(TensorError) in try product(node, other.node) }
  }

  /// The inner product of two vectors of the same length.
  public func dot(_ other: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      guard rank == 1, other.node.shape == node.shape else {
        throw .shapes("dot", "needs two vectors of the same length", [node.shape, other.node.shape])
      }
      return try product(node, other.node)
    }
  }

  /// The products of two batches of matrices: [b, n, m] by [b, m, p] gives [b, n, p].
  public func bmm(_ other: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      guard rank == 3, other.rank == 3, shape[0] == other.shape[0] else {
        throw .shapes("bmm", "needs two batches of matrices, [b, n, m] and [b, m, p]", [node.shape, other.node.shape])
      }
      return try product(node, other.node)
    }
  }

  /// The outer product of two vectors: each element of the first by each of the second.
  public func outer(_ other: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      guard rank == 1, other.rank == 1 else {
        throw .shapes("outer", "needs two vectors", [node.shape, other.node.shape])
      }
      return (unsqueeze(1) * other.unsqueeze(0)).node
    }
  }
}

/// The product of matrices; see `Tensor.matmul`.
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor { a.matmul(b) }

/// The inner product of two vectors of the same length.
public func dot(_ a: Tensor, _ b: Tensor) -> Tensor { a.dot(b) }

/// The products of two batches of matrices: [b, n, m] by [b, m, p] gives [b, n, p].
public func bmm(_ a: Tensor, _ b: Tensor) -> Tensor { a.bmm(b) }

/// The outer product of two vectors: each element of the first by each of the second.
public func outer(_ a: Tensor, _ b: Tensor) -> Tensor { a.outer(b) }

/// A layer's weighted sums: x·Wᵀ + b, where x is [..., in], W is [out, in] and b is [out].
public func linear(_ x: Tensor, _ weight: Tensor, bias: Tensor? = nil) -> Tensor {
  attempt { () throws(TensorError) in
    if let planned = Replay.take(operations.product.linear, x.node, weight.node, bias?.node) { return planned }
    let (shape, weightShape) = (x.node.shape, weight.node.shape)
    guard shape.rank > 0, weightShape.rank == 2, shape[shape.rank - 1] == weightShape[1] else {
      throw .linear(shape, weightShape)
    }
    if let bias, bias.node.shape != Shape(weightShape[0]) {
      throw .shapes("linear", "the bias must have one element for each row of the weight",
        [weightShape, bias.node.shape])
    }
    let dtype = DType.promoted(x.dtype, rank: shape.rank, weight.dtype, rank: 2)
    guard dtype.isFloatingPoint else { throw .needsFloat("linear", dtype) }
    let (input, matrix) = (try x.node.cast(to: dtype), try weight.node.cast(to: dtype))
    let offsets = try bias?.node.cast(to: dtype)
    let (rows, w) = (try input.contiguous(), try Matrix(matrix))
    let b = try offsets?.contiguous()
    let (k, n) = (weightShape[1], weightShape[0])
    var target = shape
    target[shape.rank - 1] = n
    try target.validate()
    let result = try Node.make(target, dtype)
    nk_gemm(
      dtype.kernel, 0, w.isTransposed ? 0 : 1, n == 0 ? 0 : result.count / n, n, k, rows.pointer, Swift.max(k, 1),
      w.node.pointer, w.leading, result.pointer, Swift.max(n, 1), 0, b?.pointer, 0, NK_NO_ACTIVATION, 0, 0)
    if let offsets { return try result.made(by: operations.product.linear, from: input, matrix, offsets) }
    return try result.made(by: operations.product.linear, from: input, matrix)
  }
}
