internal import CKernels

/// What may stand in a tensor's subscript: a position, a range, or `.all`.
public protocol TensorIndex {}

extension Int: TensorIndex {}
extension Range: TensorIndex where Bound == Int {}
extension ClosedRange: TensorIndex where Bound == Int {}
extension PartialRangeFrom: TensorIndex where Bound == Int {}
extension PartialRangeUpTo: TensorIndex where Bound == Int {}
extension PartialRangeThrough: TensorIndex where Bound == Int {}

/// The whole of a dimension, in a subscript: `x[.all, 2]`.
public struct AllIndex: TensorIndex, Sendable {
  /// The whole of a dimension.
  public init() {}
}

extension TensorIndex where Self == AllIndex {
  /// The whole of a dimension.
  public static var all: AllIndex { AllIndex() }
}

extension Tensor {
  /// The part at these positions and ranges of the first dimensions; negative positions count from the end.
  ///
  /// `x[0]` is the first row, `x[0, 1...]` the rest of it, `x[.all, -1]` the last column.
  ///
  /// Setting a part gives the variable a tensor with that part replaced; of a parameter inside `noGrad` it replaces
  /// the part for everyone who holds it.
  public subscript(_ indices: any TensorIndex...) -> Tensor {
    get { part(indices) }
    set { replace(indices, with: newValue) }
  }

  /// The elements where a mask of the same leading shape is true, or the rows with the given numbers (Int64).
  ///
  /// A mask of the tensor's own shape gives a vector. Numbers of shape [n, m] give rows in the shape [n, m, …].
  public subscript(_ selection: Tensor) -> Tensor {
    get { selected(by: selection) }
    set {
      if selection.dtype == .bool {
        let mask = selection.reshaped(to: selection.node.shape.padded(to: rank))
        assign(part: newValue.to(dtype).where(mask, self), in: self)
      } else {
        Failure.report(.argument("subscript", "rows cannot be set by a tensor of indices; use `scatterAdd`"))
      }
    }
  }

  /// Resolves the range of each index: the dimension it speaks of, start, count, and whether the dimension is dropped.
  private func ranges(_ indices: [any TensorIndex]) throws(TensorError) -> [(start: Int, count: Int, isDropped: Bool)] {
    guard indices.count <= rank else { throw .tooManyIndices(indices.count, node.shape) }
    var ranges: [(start: Int, count: Int, isDropped: Bool)] = []
    for (dim, index) in indices.enumerated() {
      let size = node.shape[dim]
      func range(_ low: Int, _ high: Int) throws(TensorError) -> (Int, Int, Bool) {
        let start = low < 0 ? low &+ size : low
        let end = high < 0 ? high &+ size : high
        guard start >= 0, start <= end, end <= size else {
          throw .range("\(index)", dimension: dim, node.shape)
        }
        return (start, end - start, false)
      }
      switch index {
      case let position as Int:
        let i = position < 0 ? position &+ size : position
        guard i >= 0, i < size else { throw .index(position, dimension: dim, node.shape) }
        ranges.append((i, 1, true))
      case let index as Range<Int>: ranges.append(try range(index.lowerBound, index.upperBound))
      case let index as ClosedRange<Int>:
        guard index.upperBound < Int.max else { throw .range("\(index)", dimension: dim, node.shape) }
        // −1 as the end means the last element, so the bound after it is the size.
        ranges.append(try range(index.lowerBound, index.upperBound == -1 ? size : index.upperBound + 1))
      case let index as PartialRangeFrom<Int>: ranges.append(try range(index.lowerBound, size))
      case let index as PartialRangeUpTo<Int>: ranges.append(try range(0, index.upperBound))
      case let index as PartialRangeThrough<Int>:
        guard index.upperBound < Int.max else { throw .range("\(index)", dimension: dim, node.shape) }
        ranges.append(try range(0, index.upperBound == -1 ? size : index.upperBound + 1))
      default: ranges.append((0, size, false))
      }
    }
    return ranges
  }

  private func part(_ indices: [any TensorIndex]) -> Tensor {
    attempt { () throws(TensorError) in
      let ranges = try ranges(indices)
      var result = node
      for (dim, range) in ranges.enumerated() where range.count != node.shape[dim] || range.isDropped {
        result = try result.sliced(dim, start: range.start, step: 1, count: range.count)
      }
      let shape = result.shape.keeping { $0 >= ranges.count || !ranges[$0].isDropped }
      return try result.dropped(to: shape, ranges.map(\.isDropped))
    }
  }

  private mutating func replace(_ indices: [any TensorIndex], with value: Tensor) {
    let result = attempt { () throws(TensorError) in
      let ranges = try ranges(indices)
      var shape = Shape()
      var kept = Shape()
      for dim in 0..<rank {
        let count = dim < ranges.count ? ranges[dim].count : node.shape[dim]
        shape.append(count)
        if dim >= ranges.count || !ranges[dim].isDropped { kept.append(count) }
      }
      // The value in the shape of the part, put among zeros, beside what is kept of the rest.
      let fitting = try value.to(dtype).node.expandedChecked(to: kept, operation: "subscript").reshaped(to: shape)
      var placed = Tensor(fitting)
      var inside = Tensor.full(shape.array, 1, dtype: .bool)
      for (dim, range) in ranges.enumerated() where range.count != node.shape[dim] {
        var target = placed.node.shape
        target[dim] = node.shape[dim]
        placed = placed.unsliced(dim, start: range.start, step: 1, into: target)
        inside = inside.unsliced(dim, start: range.start, step: 1, into: target)
      }
      return placed.where(inside, self).node
    }
    if result.node.shape == node.shape { assign(part: result, in: self) }
  }

  private mutating func assign(part value: Tensor, in original: Tensor) {
    if node.isLeaf, node.requiresGrad { overwrite(with: value, as: "subscript") } else { self = value }
  }

  private func selected(by selection: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      guard selection.dtype == .bool else {
        let selection = try selection.indices(of: "subscript")
        guard rank > 0 else { throw .tooManyIndices(1, node.shape) }
        let rows = indexSelect(0, selection.reshape([-1]))
        guard selection.rank + rank - 1 <= Shape.maximumRank else { throw .rankTooHigh(selection.shape + shape) }
        return rows.reshape(selection.shape + shape.dropFirst()).node
      }
      guard selection.rank <= rank, selection.rank > 0, selection.node.shape == node.shape.prefix(selection.rank) else {
        throw .maskShape(selection.node.shape, node.shape)
      }
      let mask = try selection.node.contiguous()
      let bytes = mask.pointer.assumingMemoryBound(to: UInt8.self)
      let places = try Node.make(Shape(nk_count_true(mask.count, bytes)), .int64)
      nk_nonzero(mask.count, bytes, places.pointer.assumingMemoryBound(to: Int64.self))
      var flat = Shape(mask.count)
      for i in selection.rank..<Swift.max(rank, selection.rank) { flat.append(node.shape[i]) }
      return reshaped(to: flat).indexSelect(0, Tensor(places)).node
    }
  }
}

extension Node {
  /// Without dimensions of size 1 that a subscript dropped.
  fileprivate func dropped(to shape: Shape, _ isDropped: [Bool]) throws(TensorError) -> Node {
    if shape == self.shape { return self }
    // Unlike `reshape` this never copies, so it is another call.
    var key = Replay.Key(shape)
    key?.b = 1
    if let key, let planned = Replay.take(operations.view.reshape, self, key: key) { return planned }
    var strides = Shape()
    for i in 0..<self.shape.rank where i >= isDropped.count || !isDropped[i] { strides.append(self.strides[i]) }
    let view = Node(viewOf: self, shape: shape, strides: strides, offset: offset)
    return try view.made(by: operations.view.reshape, from: self)
  }

  /// Repeated to a shape, or an error when it does not fit.
  package func expandedChecked(to target: Shape, operation: String) throws(TensorError) -> Node {
    let wide = try Shape.broadcast(shape, target, operation: operation)
    guard wide == target else {
      throw .shapes(operation, "the value does not fit the part of shape \(target)", [shape])
    }
    return try expanded(to: target)
  }
}

extension Shape {
  /// With dimensions of size 1 after the last.
  fileprivate func padded(to rank: Int) -> Shape {
    var shape = self
    while shape.rank < rank { shape.append(1) }
    return shape
  }
}
