internal import CKernels

extension Tensor {
  /// A single number.
  public init(_ value: Double, dtype: DType = .float32, requiresGrad: Bool = false) {
    self.init(flat: [value], shape: [], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A vector.
  public init(_ values: [Double], dtype: DType = .float32, requiresGrad: Bool = false) {
    self.init(flat: values, shape: [values.count], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A matrix, row by row.
  public init(_ rows: [[Double]], dtype: DType = .float32, requiresGrad: Bool = false) {
    let (values, shape) = Tensor.flatten(rows)
    self.init(flat: values, shape: shape, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// An array of three dimensions.
  public init(_ matrices: [[[Double]]], dtype: DType = .float32, requiresGrad: Bool = false) {
    let (rows, outer) = Tensor.flatten(matrices)
    let (values, inner) = Tensor.flatten(rows)
    self.init(flat: values, shape: outer + [inner[1]], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// An array of four dimensions.
  public init(_ blocks: [[[[Double]]]], dtype: DType = .float32, requiresGrad: Bool = false) {
    let (matrices, outer) = Tensor.flatten(blocks)
    let (rows, middle) = Tensor.flatten(matrices)
    let (values, inner) = Tensor.flatten(rows)
    self.init(flat: values, shape: outer + [middle[1], inner[1]], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A single number, of Float32 as a number written with a point is.
  @_disfavoredOverload
  public init(_ value: Int, dtype: DType = .float32, requiresGrad: Bool = false) {
    self.init(flat: [value], shape: [], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A vector of integers. An array written in place (`Tensor([1, 2])`) is one of Float32.
  @_disfavoredOverload
  public init(_ values: [Int], dtype: DType = .int64, requiresGrad: Bool = false) {
    self.init(flat: values, shape: [values.count], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A matrix of integers, row by row. An array written in place is one of Float32.
  @_disfavoredOverload
  public init(_ rows: [[Int]], dtype: DType = .int64, requiresGrad: Bool = false) {
    let (values, shape) = Tensor.flatten(rows)
    self.init(flat: values, shape: shape, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A single truth value.
  public init(_ value: Bool) { self.init(flat: [value], shape: []) }

  /// A vector of truth values.
  public init(_ values: [Bool]) { self.init(flat: values, shape: [values.count]) }

  /// A matrix of truth values, row by row.
  public init(_ rows: [[Bool]]) {
    let (values, shape) = Tensor.flatten(rows)
    self.init(flat: values, shape: shape)
  }

  /// The elements row by row, in a shape of their number.
  public init(_ values: [Double], shape: [Int], dtype: DType = .float32, requiresGrad: Bool = false) {
    self.init(flat: values, shape: shape, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// All zeros.
  public static func zeros(_ shape: [Int], dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor {
    full(shape, 0, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// All ones.
  public static func ones(_ shape: [Int], dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor {
    full(shape, 1, dtype: dtype, requiresGrad: requiresGrad)
  }

  /// The same number everywhere.
  public static func full(
    _ shape: [Int], _ value: Double, dtype: DType = .float32, requiresGrad: Bool = false
  ) -> Tensor {
    make(shape, dtype, requiresGrad) { nk_fill(dtype.kernel, $0.count, value, $0.pointer) }
  }

  /// Zeros in the shape and type of another tensor.
  public static func zerosLike(_ other: Tensor) -> Tensor { zeros(other.shape, dtype: other.dtype) }

  /// Ones in the shape and type of another tensor.
  public static func onesLike(_ other: Tensor) -> Tensor { ones(other.shape, dtype: other.dtype) }

  /// The identity matrix of n rows, and of m columns when given.
  public static func eye(_ n: Int, _ m: Int? = nil, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor {
    make([n, m ?? n], dtype, requiresGrad) { node in
      nk_fill(dtype.kernel, node.count, 0, node.pointer)
      let (rows, columns) = (node.shape[0], node.shape[1])
      for i in 0..<Swift.min(rows, columns) {
        nk_fill(dtype.kernel, 1, 1, node.pointer + (i * columns + i) * dtype.byteCount)
      }
    }
  }

  /// 0, 1, 2, … below `end`, as Int64.
  public static func arange(_ end: Int) -> Tensor { arange(0, end) }

  /// From `start`, in steps of `step`, below `end`, as Int64 unless another type is given.
  public static func arange(_ start: Int, _ end: Int, step: Int = 1, dtype: DType = .int64) -> Tensor {
    attempt { () throws(TensorError) in
      guard step != 0 else { throw .argument("arange", "the step must not be 0") }
      let count = step > 0
        ? (end > start ? (Double(end) - Double(start)) / Double(step) : 0)
        : (end < start ? (Double(end) - Double(start)) / Double(step) : 0)
      return try arange(Double(start), Double(step), count: count.rounded(.up), dtype)
    }
  }

  /// From `start`, in steps of `step`, below `end`.
  public static func arange(_ start: Double, _ end: Double, step: Double = 1.0, dtype: DType = .float32) -> Tensor {
    attempt { () throws(TensorError) in
      guard step != 0, start.isFinite, end.isFinite, step.isFinite else {
        throw .argument("arange", "needs finite numbers and a step other than 0")
      }
      return try arange(start, step, count: Swift.max((end - start) / step, 0).rounded(.up), dtype)
    }
  }

  private static func arange(
    _ start: Double, _ step: Double, count: Double, _ dtype: DType
  ) throws(TensorError) -> Node {
    guard count < 1e15 else { throw .outOfMemory(bytes: Int.max, used: 0, limit: engine.pointee.pool.useLimit) }
    let node = try Node.make(Shape(Int(count)), dtype)
    nk_arange(dtype.kernel, node.count, start, step, node.pointer)
    return node
  }

  /// `count` numbers from `start` to `end`, both included, at equal distances.
  public static func linspace(_ start: Double, _ end: Double, _ count: Int, dtype: DType = .float32) -> Tensor {
    make([count], dtype, false) { node in
      let step = count > 1 ? (end - start) / Double(count - 1) : 0
      // From both ends, as PyTorch does, so that the last number is `end` exactly.
      let half = count / 2
      nk_arange(dtype.kernel, half, start, step, node.pointer)
      for i in half..<Swift.max(count, half) {
        nk_fill(dtype.kernel, 1, end - step * Double(count - 1 - i), node.pointer + i * dtype.byteCount)
      }
    }
  }

  /// Rows of zeros with a one at each class number: shape [..., classes], of Float32 unless another type is given.
  public static func oneHot(_ classes: Tensor, count: Int, dtype: DType = .float32) -> Tensor {
    attempt { () throws(TensorError) in
      let index = try classes.node.converted(to: .int64).contiguous()
      guard index.shape.rank < Shape.maximumRank else { throw .rankTooHigh(index.shape.array + [count]) }
      let result = try Node.make(Shape(checking: index.shape.array + [count]), dtype)
      let values = index.pointer.assumingMemoryBound(to: Int64.self)
      let bad = nk_find_out_of_range(index.count, values, count, 0)
      if bad >= 0 { throw .classValue("oneHot", Int(values[bad]), position: bad, count: count) }
      nk_one_hot(dtype.kernel, index.count, count, values, result.pointer)
      return result
    }
  }

  /// A new tensor whose elements `fill` sets.
  package static func make(
    _ shape: [Int], _ dtype: DType, _ requiresGrad: Bool, fill: (Node) -> Void
  ) -> Tensor {
    attempt { () throws(TensorError) in
      if requiresGrad, !dtype.isFloatingPoint { throw .requiresGradOfType(dtype) }
      let node = try Node.make(Shape(checking: shape), dtype)
      fill(node)
      node.requiresGrad = requiresGrad
      return node
    }
  }

  package init(flat values: [Double], shape: [Int], dtype: DType, requiresGrad: Bool) {
    self = attempt { () throws(TensorError) in
      try Tensor.fill(shape, dtype, requiresGrad, count: values.count) { node in
        values.withUnsafeBytes { nk_cast(.F64, dtype.kernel, values.count, $0.baseAddress, node.pointer) }
      }
    }
  }

  package init(flat values: [Int], shape: [Int], dtype: DType, requiresGrad: Bool = false) {
    self = attempt { () throws(TensorError) in
      try Tensor.fill(shape, dtype, requiresGrad, count: values.count) { node in
        values.withUnsafeBytes { nk_cast(.I64, dtype.kernel, values.count, $0.baseAddress, node.pointer) }
      }
    }
  }

  package init(flat values: [Bool], shape: [Int]) {
    self = attempt { () throws(TensorError) in
      try Tensor.fill(shape, .bool, false, count: values.count) { node in
        values.withUnsafeBytes { nk_cast(.bool, .bool, values.count, $0.baseAddress, node.pointer) }
      }
    }
  }

  private static func fill(
    _ shape: [Int], _ dtype: DType, _ requiresGrad: Bool, count: Int, _ body: (Node) -> Void
  ) throws(TensorError) -> Node {
    if requiresGrad, !dtype.isFloatingPoint { throw .requiresGradOfType(dtype) }
    let shape = try Shape(checking: shape)
    guard shape.count == count else { throw .valueCount(count, shape) }
    let node = try Node.make(shape, dtype)
    // The values come from an array that will be gone when a recording is replayed.
    nk_spoil_recording()
    body(node)
    node.requiresGrad = requiresGrad
    return node
  }

  /// The elements of rows of equal length, one after another, and the two sizes. Rows of different lengths are
  /// reported; they give no elements.
  private static func flatten<Element>(_ rows: [[Element]]) -> (values: [Element], shape: [Int]) {
    let length = rows.first?.count ?? 0
    if let other = rows.first(where: { $0.count != length }) {
      Failure.report(.ragged(length, other.count))
      return ([], [0, 0])
    }
    return (rows.flatMap { $0 }, [rows.count, length])
  }
}
