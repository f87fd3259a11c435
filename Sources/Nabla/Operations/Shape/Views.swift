internal import CKernels

/// Other looks at the same elements.
package struct ViewOperations {
  package let reshape = ComposedOperation(
    "reshape", formula: #"\operatorname{reshape} x"#, partials: ["1"],
    cases: [
      GradientCase("contiguous", .real(2, 3)) { $0[0].reshape([3, -1]) },
      GradientCase("of a view", .real(2, 3)) { $0[0].T.reshape([6]) },
      GradientCase("empty", .real(0, 3)) { $0[0].reshape([3, 0]) },
    ]
  ) { step in
    guard let input = step.node.input0 else { return }
    step.give(0, step.gradient.reshaped(to: input.shape))
  }

  /// `attributes.i` holds the permutation, four bits for each dimension.
  package let permute = ComposedOperation(
    "permute", formula: #"x^{\mathsf{T}}"#, partials: ["1"],
    cases: [
      GradientCase("rotation", .real(2, 3, 4)) { $0[0].permute([2, 0, 1]) },
      GradientCase("transpose", .real(2, 3)) { $0[0].T },
    ]
  ) { step in
    let rank = step.node.shape.rank
    var inverse = [Int](repeating: 0, count: rank)
    for i in 0..<rank { inverse[(step.node.attributes.i >> (4 * i)) & 15] = i }
    step.give(0, step.gradient.permute(inverse))
  }

  package let expand = ComposedOperation(
    "expand", formula: #"\operatorname{expand} x"#, partials: ["1"],
    cases: [GradientCase("rows and a dimension", .real(3, 1)) { $0[0].expand([2, 3, 4]) }]
  ) { step in step.give(0, step.gradient) }

  /// Dimension `attributes.i` from `attributes.j` in steps of `attributes.k`.
  package let slice = ComposedOperation(
    "slice", formula: #"x_{i:j}"#, partials: [#"[i \le \cdot < j]"#],
    cases: [
      GradientCase("rows", .real(4, 3)) { $0[0][1...2] },
      GradientCase("columns", .real(4, 3)) { $0[0][.all, 1...] },
      GradientCase("one row", .real(4, 3)) { $0[0][-1] },
    ]
  ) { step in
    let attributes = step.node.attributes
    step.give(0, step.gradient, toSlices: attributes.i, from: attributes.j, by: attributes.k)
  }

  /// The adjoint of slice: the elements put back among zeros.
  package let unslice = ComposedOperation(
    "unslice", formula: #"\operatorname{pad} x"#, partials: ["1"],
    cases: [
      GradientCase("among zeros", .real(2, 3)) { $0[0].unsliced(0, start: 1, step: 2, into: Shape(5, 3)) },
      GradientCase("pad", .real(2, 3)) { $0[0].pad([1, 2, 0, 1], value: 3) },
    ]
  ) { step in
    guard let input = step.node.input0 else { return }
    let attributes = step.node.attributes
    step.give(
      0,
      step.gradient.sliced(attributes.i, start: attributes.j, step: attributes.k, count: input.shape[attributes.i]))
  }
}

extension Tensor {
  /// The same elements in another shape; one size may be −1 and is computed.
  public func reshape(_ shape: [Int]) -> Tensor {
    attempt { () throws(TensorError) in
      var sizes = shape
      if let unknown = shape.firstIndex(of: -1) {
        let known = shape.reduce(1) { $1 == -1 ? $0 : $0 &* $1 }
        guard shape.filter({ $0 == -1 }).count == 1, known > 0, count % known == 0 else {
          throw .inferredSize(node.shape, shape)
        }
        sizes[unknown] = count / known
      }
      let target = try Shape(checking: sizes)
      guard target.count == count else { throw .elementCount("reshape", node.shape, shape) }
      return try node.reshaped(to: target)
    }
  }

  /// The same elements in another shape, whose number of elements is known to be right.
  package func reshaped(to shape: Shape) -> Tensor {
    attempt { () throws(TensorError) in try node.reshaped(to: shape) }
  }

  /// The dimensions in another order: `permute([2, 0, 1])` puts the last first.
  public func permute(_ dims: [Int]) -> Tensor {
    attempt { () throws(TensorError) in
      guard dims.count == rank else { throw .permutation(dims, node.shape) }
      var (shape, strides) = (node.shape, node.strides)
      var (seen, packed) = (0, 0)
      for (i, dim) in dims.enumerated() {
        let d = try node.shape.dimension(dim, operation: "permute")
        guard seen & (1 << d) == 0 else { throw .permutation(dims, node.shape) }
        seen |= 1 << d
        packed |= d << (4 * i)
        shape[i] = node.shape[d]
        strides[i] = node.strides[d]
      }
      return try node.permuted(packed, shape: shape, strides: strides)
    }
  }

  /// Two dimensions exchanged.
  public func transpose(_ dim0: Int, _ dim1: Int) -> Tensor {
    attempt { () throws(TensorError) in
      let a = try node.shape.dimension(dim0, operation: "transpose")
      let b = try node.shape.dimension(dim1, operation: "transpose")
      return try node.transposed(a, b)
    }
  }

  /// The transposed matrix: the last two dimensions exchanged. A vector or a number is its own.
  public var T: Tensor {
    rank < 2 ? self : attempt { () throws(TensorError) in try node.transposed(rank - 2, rank - 1) }
  }

  /// Dimensions of size 1 repeated, without copying; −1 keeps a size, and new dimensions may come first.
  public func expand(_ shape: [Int]) -> Tensor {
    attempt { () throws(TensorError) in
      let added = shape.count - rank
      guard added >= 0 else { throw .expand(node.shape, shape, dimension: 0) }
      var sizes = shape
      for i in 0..<shape.count where i >= added || shape[i] < 0 {
        let own = i >= added ? node.shape[i - added] : -1
        if shape[i] == -1, own >= 0 {
          sizes[i] = own
        } else if own != 1, own != shape[i] {
          throw .expand(node.shape, shape, dimension: Swift.max(i - added, 0))
        }
      }
      return try node.expanded(to: Shape(checking: sizes))
    }
  }

  /// Repeats dimensions of size 1 to the shape of another tensor.
  public func expandAs(_ other: Tensor) -> Tensor { expand(other.shape) }

  /// Without the dimensions of size 1.
  public func squeeze() -> Tensor {
    reshaped(to: node.shape.keeping { node.shape[$0] != 1 })
  }

  /// Without a dimension, if it is of size 1.
  public func squeeze(_ dim: Int) -> Tensor {
    attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "squeeze")
      return try rank > 0 && node.shape[d] == 1 ? node.reshaped(to: node.shape.keeping { $0 != d }) : node
    }
  }

  /// With a new dimension of size 1 at a place; −1 is the last.
  public func unsqueeze(_ dim: Int) -> Tensor {
    attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "unsqueeze", extra: 1)
      guard rank < Shape.maximumRank else { throw .rankTooHigh(node.shape.array + [1]) }
      var shape = node.shape
      shape.insert(1, at: d)
      return try node.reshaped(to: shape)
    }
  }

  /// The dimensions from `startDim` to `endDim` made one.
  public func flatten(_ startDim: Int = 0, _ endDim: Int = -1) -> Tensor {
    attempt { () throws(TensorError) in
      if rank == 0 { return try node.reshaped(to: Shape(1)) }
      let a = try node.shape.dimension(startDim, operation: "flatten")
      let b = try node.shape.dimension(endDim, operation: "flatten")
      guard a <= b else { throw .argument("flatten", "dimension \(startDim) stands after dimension \(endDim)") }
      var shape = Shape()
      for i in 0..<a { shape.append(node.shape[i]) }
      shape.append(node.shape.count(in: a..<(b + 1)))
      for i in (b + 1)..<Swift.max(rank, b + 1) { shape.append(node.shape[i]) }
      return try node.reshaped(to: shape)
    }
  }

  /// Numbers put around: pairs of (before, after) counts, for the last dimension first.
  public func pad(_ padding: [Int], value: Double = 0.0) -> Tensor {
    attempt { () throws(TensorError) in
      guard padding.count % 2 == 0, padding.count / 2 <= rank, padding.allSatisfy({ $0 >= 0 && $0 < 1 << 40 }) else {
        throw .argument(
          "pad", "\(padding) must be pairs of counts (before, after), not negative, one pair for each of the last "
            + "dimensions of \(node.shape)")
      }
      var result = self
      var outside = value == 0 ? nil : Tensor.zeros(shape, dtype: dtype)
      for pair in 0..<(padding.count / 2) where padding[2 * pair] + padding[2 * pair + 1] > 0 {
        let dim = rank - 1 - pair
        var target = result.node.shape
        target[dim] += padding[2 * pair] + padding[2 * pair + 1]
        try target.validate()
        result = result.unsliced(dim, start: padding[2 * pair], step: 1, into: target)
        if let mask = outside {
          outside = mask.unsliced(dim, start: padding[2 * pair], step: 1, into: target, filler: value)
        }
      }
      if let outside { result = result + outside }
      return result.node
    }
  }

  /// Every `step`-th element of a dimension, `count` of them from `start`; the range is known to be right.
  package func sliced(_ dim: Int, start: Int, step: Int, count: Int) -> Tensor {
    attempt { () throws(TensorError) in try node.sliced(dim, start: start, step: step, count: count) }
  }

  /// The elements put into dimension `dim` of a wider shape, `step` places apart from `start`, among `filler`.
  package func unsliced(_ dim: Int, start: Int, step: Int, into shape: Shape, filler: Double = 0) -> Tensor {
    attempt { () throws(TensorError) in
      let source = try node.contiguous()
      // Written beyond its end, memory that is not the result's would change.
      var room = shape
      if dim < shape.rank, dim < rank, start >= 0, step > 0 {
        let last = (source.shape[dim] - 1).multipliedReportingOverflow(by: step)
        if source.count == 0 || (!last.overflow && last.partialValue < shape[dim] - start) {
          room[dim] = source.shape[dim]
        }
      }
      guard room == source.shape else {
        throw .shapes("unslice", "the elements do not fit dimension \(dim) from \(start) in steps of \(step)",
          [source.shape, shape])
      }
      let result = try Node.make(shape, source.dtype)
      nk_fill(source.dtype.kernel, result.count, filler, result.pointer)
      source.put(into: result, dim, start: start, step: step, adds: false)
      result.attributes.i = dim
      result.attributes.j = start
      result.attributes.k = step
      return try result.made(by: operations.view.unslice, from: node)
    }
  }
}

extension Node {
  /// Puts contiguous elements into dimension `dim` of a wider contiguous tensor, `step` places apart from `start`.
  ///
  /// - Parameter adds: whether they are added to what is there.
  package func put(into target: Node, _ dim: Int, start: Int, step: Int, adds: Bool) {
    var strides = target.strides
    let offset = count == 0 ? 0 : start &* strides[dim]
    strides[dim] = strides[dim] &* step
    shape.withPointer { sizes in
      strides.withPointer { strides in
        nk_copy_to_view(
          dtype.kernel, Int32(shape.rank), sizes, pointer, target.pointer + offset &* dtype.byteCount, strides,
          adds ? 1 : 0)
      }
    }
  }

  /// The same elements in another shape of as many.
  package func reshaped(to target: Shape) throws(TensorError) -> Node {
    if target == shape { return self }
    if let key = Replay.Key(target), let planned = Replay.take(operations.view.reshape, self, key: key) {
      return planned
    }
    let source = try contiguous()
    let view = Node(viewOf: source, shape: target, strides: target.contiguousStrides, offset: source.offset)
    return try view.made(by: operations.view.reshape, from: self)
  }

  package func transposed(_ a: Int, _ b: Int) throws(TensorError) -> Node {
    var (shape, strides) = (shape, strides)
    guard shape.rank > 0 else { return self }
    var packed = 0
    for i in 0..<shape.rank { packed |= (i == a ? b : i == b ? a : i) << (4 * i) }
    (shape[a], shape[b]) = (self.shape[b], self.shape[a])
    (strides[a], strides[b]) = (self.strides[b], self.strides[a])
    return try permuted(packed, shape: shape, strides: strides)
  }

  package func permuted(_ packed: Int, shape: Shape, strides: Shape) throws(TensorError) -> Node {
    if let planned = Replay.take(operations.view.permute, self, key: Replay.Key(0, 0, packed)) { return planned }
    let view = Node(viewOf: self, shape: shape, strides: strides, offset: offset)
    view.attributes.i = packed
    return try view.made(by: operations.view.permute, from: self)
  }

  /// Repeated to a shape that it fits.
  package func expanded(to target: Shape) throws(TensorError) -> Node {
    if target == shape { return self }
    if let key = Replay.Key(target), let planned = Replay.take(operations.view.expand, self, key: key) {
      return planned
    }
    let view = Node(viewOf: self, shape: target, strides: strides(broadcastTo: target), offset: offset)
    return try view.made(by: operations.view.expand, from: self)
  }

  package func sliced(_ dim: Int, start: Int, step: Int, count: Int) throws(TensorError) -> Node {
    let key = Replay.Key(Double(start), Double(count), dim << 32 ^ step)
    if let planned = Replay.take(operations.view.slice, self, key: key) { return planned }
    var (shape, strides) = (shape, strides)
    let offset = offset + (count == 0 ? 0 : start &* strides[dim])
    shape[dim] = count
    strides[dim] = strides[dim] &* step
    let view = Node(viewOf: self, shape: shape, strides: strides, offset: offset)
    view.attributes.i = dim
    view.attributes.j = start
    view.attributes.k = step
    return try view.made(by: operations.view.slice, from: self)
  }
}

extension Shape {
  /// The sizes of the dimensions that `isKept` says yes to.
  package func keeping(_ isKept: (Int) -> Bool) -> Shape {
    var result = Shape()
    for i in 0..<rank where isKept(i) { result.append(self[i]) }
    return result
  }
}
