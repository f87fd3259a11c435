internal import CKernels

/// Elements chosen by index.
package struct IndexOperations {
  /// Along `attributes.i`, by the indices saved.
  package let indexSelect = ComposedOperation(
    "indexSelect", formula: "x_{k}", partials: ["[i = k]"],
    cases: [
      GradientCase("rows, one twice", .real(3, 2)) { $0[0].indexSelect(0, Tensor([2, 0, 2] as [Int])) },
      GradientCase("columns", .real(2, 3)) { $0[0].indexSelect(1, Tensor([1, 1] as [Int])) },
    ]
  ) { step in
    guard let input = step.node.input0, let index = step.data else { return }
    step.give(0, step.gradient.indexAdded(step.node.attributes.i, index, into: input.shape))
  }

  /// The adjoint of indexSelect: rows added up at the indices saved, among zeros.
  package let indexAdd = ComposedOperation(
    "indexAdd", formula: #"\sum_{k_j = i} x_j"#, partials: ["[i = k_j]"],
    cases: [
      GradientCase("rows, one twice", .real(3, 2)) { inputs in
        attempt { () throws(TensorError) in
          inputs[0].indexAdded(0, Tensor([2, 0, 2] as [Int]).node, into: Shape(4, 2)).node
        }
      }
    ]
  ) { step in
    guard let index = step.data else { return }
    step.give(0, step.gradient.indexSelect(step.node.attributes.i, Tensor(index)))
  }

  /// Along `attributes.i`, by the indices saved.
  package let gather = ComposedOperation(
    "gather", formula: "x_{k_i}", partials: ["[i = k_i]"],
    cases: [
      GradientCase("rows", .real(2, 3)) { $0[0].gather(1, Tensor([[0, 0], [2, 1]] as [[Int]])) },
      GradientCase("columns, fewer", .real(3, 3)) { $0[0].gather(0, Tensor([[0, 2]] as [[Int]])) },
    ]
  ) { step in
    guard let input = step.node.input0, let index = step.data else { return }
    let zero = Tensor.zeros(input.shape.array, dtype: input.dtype)
    step.give(0, zero.scatterAdded(step.node.attributes.i, index, step.gradient))
  }

  /// Along `attributes.i`, by the indices saved; inputs are what is added to, and what is added.
  package let scatterAdd = ComposedOperation(
    "scatterAdd", formula: #"a_i + \sum_{k_j = i} b_j"#, partials: ["1", "[i = k_j]"],
    cases: [
      GradientCase("repeated", .real(2, 3), .real(2, 2)) {
        $0[0].scatterAdd(1, Tensor([[0, 0], [2, 1]] as [[Int]]), $0[1])
      }
    ]
  ) { step in
    guard let index = step.data, let source = step.node.input1 else { return }
    step.give(0, step.gradient)
    if step.needs(1) {
      let share = step.gradient.gathered(step.node.attributes.i, index)
      step.give(1, share.node.shape == source.shape ? share : share.unslicedFromOrigin(into: source.shape))
    }
  }
}

extension Tensor {
  /// Numbers of rows, places or classes as Int64: whole numbers of a floating-point type, which an array written in place
  /// has (`Tensor([0, 2])`), will do.
  package func indices(of operation: String) throws(TensorError) -> Tensor {
    if dtype == .int64 { return self }
    let values = try node.contiguous()
    guard dtype.isFloatingPoint,
      (0..<values.count).allSatisfy({
        let value = values.element(at: $0)
        return value.rounded() == value && value.magnitude < 0x1p53
      })
    else { throw .needsType(operation, .int64, dtype) }
    return Tensor(try values.converted(to: .int64))
  }

  /// The slices with the given numbers (Int64) of a dimension; a number may appear several times.
  public func indexSelect(_ dim: Int, _ index: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "indexSelect")
      let index = try index.indices(of: "indexSelect")
      guard index.rank == 1, rank > 0 else {
        throw .shapes("indexSelect", "needs a tensor with dimensions and a vector of indices",
          [node.shape, index.node.shape])
      }
      let places = try index.node.wrapped(to: node.shape, d, operation: "indexSelect")
      if let planned = Replay.take(operations.index.indexSelect, node, places, key: Replay.Key(0, 0, d)) {
        return planned
      }
      let values = try node.contiguous()
      var shape = node.shape
      shape[d] = places.count
      try shape.validate()
      let result = try Node.make(shape, dtype)
      nk_index_select(
        dtype.kernel, node.shape.count(in: 0..<d), node.shape[d], node.shape.count(in: (d + 1)..<rank), places.count,
        places.pointer.assumingMemoryBound(to: Int64.self), values.pointer, result.pointer)
      result.attributes.i = d
      result.keepData(places)
      return try result.made(by: operations.index.indexSelect, from: node)
    }
  }

  /// Slices added up at indices known to be right, among zeros.
  package func indexAdded(_ dim: Int, _ index: Node, into shape: Shape) -> Tensor {
    attempt { () throws(TensorError) in
      var sizes = shape
      if dim < shape.rank { sizes[dim] = index.count }
      guard sizes == node.shape else {
        throw .shapes("indexAdd", "needs a slice for each of \(index.count) indices", [node.shape, shape])
      }
      let values = try node.contiguous()
      let result = try Node.make(shape, dtype)
      nk_fill(dtype.kernel, result.count, 0, result.pointer)
      nk_index_add(
        dtype.kernel, shape.count(in: 0..<dim), shape[dim], shape.count(in: (dim + 1)..<shape.rank), index.count,
        index.pointer.assumingMemoryBound(to: Int64.self), values.pointer, result.pointer)
      result.attributes.i = dim
      result.keepData(index)
      return try result.made(by: operations.index.indexAdd, from: node)
    }
  }

  /// For each index the element at its own position, but at the index along the dimension.
  ///
  /// `y[i, j] = x[i, index[i, j]]` for dimension 1. The index (Int64) has as many dimensions as the tensor, and is in
  /// no other dimension longer.
  public func gather(_ dim: Int, _ index: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "gather")
      return gathered(d, try node.shape.checkedIndex(index, d, operation: "gather")).node
    }
  }

  /// Elements at indices known to be right.
  fileprivate func gathered(_ d: Int, _ places: Node) -> Tensor {
    attempt { () throws(TensorError) in
      if let planned = Replay.take(operations.index.gather, node, places, key: Replay.Key(0, 0, d)) { return planned }
      let result = try Node.make(places.shape, dtype)
      places.shape.withPointer { sizes in
        node.strides.withPointer { strides in
          nk_gather(
            dtype.kernel, Int32(rank), sizes, Int32(d), places.pointer.assumingMemoryBound(to: Int64.self),
            node.pointer, strides, result.pointer)
        }
      }
      result.attributes.i = d
      result.keepData(places)
      return try result.made(by: operations.index.gather, from: node)
    }
  }

  /// The elements of `source` added at the indices along the dimension; repeated indices add up.
  ///
  /// `y[i, index[i, j]] += source[i, j]` for dimension 1.
  public func scatterAdd(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "scatterAdd")
      let places = try node.shape.checkedIndex(index, d, operation: "scatterAdd")
      guard source.rank == rank, (0..<rank).allSatisfy({ places.shape[$0] <= source.node.shape[$0] }) else {
        throw .shapes("scatterAdd", "the source must be at least as large as the index",
          [source.node.shape, places.shape])
      }
      guard source.dtype == dtype else { throw .needsType("scatterAdd: source", dtype, source.dtype) }
      return scatterAdded(d, places, source).node
    }
  }

  /// Elements added at indices known to be right.
  fileprivate func scatterAdded(_ d: Int, _ places: Node, _ source: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      let operation = operations.index.scatterAdd
      if let planned = Replay.take(operation, node, source.node, places, key: Replay.Key(0, 0, d)) { return planned }
      let part = Node(
        viewOf: source.node, shape: places.shape, strides: source.node.strides, offset: source.node.offset)
      let values = try part.contiguous()
      let result = try node.copied()
      places.shape.withPointer { sizes in
        result.strides.withPointer { strides in
          nk_scatter(
            dtype.kernel, Int32(rank), sizes, Int32(d), places.pointer.assumingMemoryBound(to: Int64.self),
            values.pointer, result.pointer, strides, 1)
        }
      }
      result.attributes.i = d
      result.keepData(places)
      return try result.made(by: operation, from: node, source.node)
    }
  }

  /// At the origin of a larger shape, among zeros.
  fileprivate func unslicedFromOrigin(into shape: Shape) -> Tensor {
    var result = self
    for dim in 0..<rank where result.node.shape[dim] != shape[dim] {
      var target = result.node.shape
      target[dim] = shape[dim]
      result = result.unsliced(dim, start: 0, step: 1, into: target)
    }
    return result
  }
}

extension Node {
  /// Indices of places of a dimension: negative ones count from the end, others are refused.
  fileprivate func wrapped(to shape: Shape, _ dim: Int, operation: String) throws(TensorError) -> Node {
    let count = shape[dim]
    let indices = try contiguous()
    let values = indices.pointer.assumingMemoryBound(to: Int64.self)
    let bad = nk_find_out_of_range(indices.count, values, count, 1)
    if bad >= 0 { throw .indexValue(operation, Int(values[bad]), position: bad, dimension: dim, of: shape) }
    if nk_find_out_of_range(indices.count, values, count, 0) < 0 { return indices }
    let result = try indices.copied()
    let target = result.pointer.assumingMemoryBound(to: Int64.self)
    for i in 0..<result.count where target[i] < 0 { target[i] &+= Int64(count) }
    return result
  }
}

extension Shape {
  /// The index of gather and scatter, checked against the tensor's own shape.
  fileprivate func checkedIndex(_ index: Tensor, _ dim: Int, operation: String) throws(TensorError) -> Node {
    let index = try index.indices(of: operation)
    guard index.rank == rank, rank > 0, (0..<rank).allSatisfy({ $0 == dim || index.node.shape[$0] <= self[$0] }) else {
      throw .shapes(operation, "the index must have as many dimensions as the tensor and be no longer in any but "
        + "dimension \(dim)", [self, index.node.shape])
    }
    return try index.node.wrapped(to: self, dim, operation: operation)
  }
}
