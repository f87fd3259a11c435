internal import CKernels

// Rearrangements made of other operations: their gradients are those of their parts.

extension Tensor {
  /// The elements in reverse order along these dimensions.
  public func flip(_ dims: [Int]) -> Tensor {
    attempt { () throws(TensorError) in
      var result = self
      for dim in dims {
        let d = try node.shape.dimension(dim, operation: "flip")
        if rank > 0 { result = result.indexSelect(d, reversedIndices(node.shape[d])) }
      }
      return result.node
    }
  }

  private func reversedIndices(_ count: Int) -> Tensor { Tensor.arange(count - 1, -1, step: -1) }

  /// The elements moved by `shift` places along a dimension; what leaves at the end comes in at the beginning.
  public func roll(_ shift: Int, dim: Int) -> Tensor {
    attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "roll")
      guard rank > 0, node.shape[d] > 0 else { return node }
      let size = node.shape[d]
      let start = (size - shift % size) % size
      if start == 0 { return node }
      let tail = try node.sliced(d, start: start, step: 1, count: size - start)
      let head = try node.sliced(d, start: 0, step: 1, count: start)
      return concatenated([Tensor(tail), Tensor(head)], d).node
    }
  }

  /// The tensor repeated this many times along each dimension, as tiles.
  public func tile(_ counts: [Int]) -> Tensor {
    attempt { () throws(TensorError) in
      guard counts.allSatisfy({ $0 >= 0 }) else { throw .negativeSize(counts) }
      var counts = counts
      while counts.count < rank { counts.insert(1, at: 0) }
      guard counts.count <= Shape.maximumRank else { throw .rankTooHigh(counts) }
      var result = reshape(Array(repeating: 1, count: counts.count - rank) + shape)
      for (dim, count) in counts.enumerated() where count != 1 {
        var sizes = result.shape
        sizes[dim] = 0
        result =
          count == 0
          ? Tensor.zeros(sizes, dtype: dtype)
          : result.unsqueezedAndRepeated(dim, count)
      }
      return result.node
    }
  }

  /// Dimension `dim` repeated as a whole, `count` times.
  private func unsqueezedAndRepeated(_ dim: Int, _ count: Int) -> Tensor {
    attempt { () throws(TensorError) in
      guard rank < Shape.maximumRank else { return concatenated(Array(repeating: self, count: count), dim).node }
      var wide = shape
      wide.insert(count, at: dim)
      var joined = node.shape
      joined[dim] = joined[dim] &* count
      try joined.validate()
      return unsqueeze(dim).expand(wide).reshaped(to: joined).node
    }
  }

  /// The lower triangle of matrices, zeros above diagonal number `diagonal`.
  public func tril(_ diagonal: Int = 0) -> Tensor { triangle(diagonal, upper: false) }

  /// The upper triangle of matrices, zeros below diagonal number `diagonal`.
  public func triu(_ diagonal: Int = 0) -> Tensor { triangle(diagonal, upper: true) }

  private func triangle(_ diagonal: Int, upper: Bool) -> Tensor {
    attempt { () throws(TensorError) in
      guard rank >= 2 else { throw .shapes(upper ? "triu" : "tril", "needs a matrix", [node.shape]) }
      let rows = Tensor.arange(node.shape[rank - 2]).unsqueeze(1)
      let columns = Tensor.arange(node.shape[rank - 1])
      let distance = columns - rows
      let outside = upper ? distance .< Double(diagonal) : distance .> Double(diagonal)
      return maskedFill(outside, 0).node
    }
  }

  /// The elements of a matrix where row and column are equal, of each matrix in a batch.
  public func diagonal() -> Tensor {
    attempt { () throws(TensorError) in
      guard rank >= 2 else { throw .shapes("diagonal", "needs a matrix", [node.shape]) }
      let (rows, columns) = (node.shape[rank - 2], node.shape[rank - 1])
      let count = Swift.min(rows, columns)
      return try flatten(rank - 2, rank - 1).node.sliced(rank - 2, start: 0, step: columns + 1, count: count)
    }
  }

  /// The sum of the elements of a matrix where row and column are equal.
  public func trace() -> Tensor { diagonal().sum(dim: -1) }

  /// The slices along a dimension, each without it.
  public func unbind(_ dim: Int = 0) -> [Tensor] {
    attempt(or: []) { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "unbind")
      guard rank > 0 else { throw .argument("unbind", "a single number has no dimension to take apart") }
      var parts: [Tensor] = []
      for i in 0..<node.shape[d] {
        parts.append(Tensor(try node.sliced(d, start: i, step: 1, count: 1)).squeeze(d))
      }
      return parts
    }
  }

  /// The elements in order along a dimension, and where each stood; NaN comes last.
  public func sort(dim: Int = -1, descending: Bool = false) -> (values: Tensor, indices: Tensor) {
    let indices = attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "sort")
      let source = try node.contiguous()
      let index = try Node.make(node.shape, .int64)
      if rank == 0 {
        index.fill(0)
        return index
      }
      nk_sort(
        dtype.kernel, node.shape.count(in: 0..<d), node.shape[d], node.shape.count(in: (d + 1)..<rank),
        source.pointer, descending ? 1 : 0, nil, index.pointer.assumingMemoryBound(to: Int64.self))
      return index
    }
    return (rank == 0 ? self : gather(dim, indices), indices)
  }

  /// Where each element of the sorted tensor stood.
  public func argsort(dim: Int = -1, descending: Bool = false) -> Tensor {
    noGrad { sort(dim: dim, descending: descending).indices }
  }

  /// The k greatest elements along a dimension in order, and where each stood.
  public func topk(_ k: Int, dim: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor) {
    let indices = attempt { () throws(TensorError) in
      let d = try node.shape.dimension(dim, operation: "topk")
      guard rank > 0, k >= 0, k <= node.shape[d] else {
        throw .argument("topk", "there are no \(k) elements in dimension \(dim) of a tensor of shape \(node.shape)")
      }
      return try argsort(dim: d, descending: largest).node.sliced(d, start: 0, step: 1, count: k).contiguous()
    }
    return (gather(dim, indices), indices)
  }

  /// This tensor's elements moved toward another's by a share: a + weight·(b − a).
  public func lerp(_ other: Tensor, _ weight: Double) -> Tensor { self + weight * (other - self) }
}

/// The cosine of the angle between vectors along a dimension: a·b / max(|a|·|b|, eps).
public func cosineSimilarity(_ a: Tensor, _ b: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor {
  (a * b).sum(dim: dim) / (a.norm(dim: dim) * b.norm(dim: dim)).clamp(min: eps)
}
