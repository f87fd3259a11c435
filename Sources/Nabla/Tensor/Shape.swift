/// The sizes of a tensor's dimensions, or its strides, without a heap allocation.
package struct Shape: Equatable, Sendable, CustomStringConvertible {
  /// The greatest number of dimensions; the kernels know no more.
  package static let maximumRank = 8

  private var values: InlineArray<8, Int>
  /// How many dimensions there are.
  package private(set) var rank: Int

  /// The shape of a single number.
  @inline(__always)
  package init() {
    values = InlineArray(repeating: 0)
    rank = 0
  }

  /// One dimension.
  @inline(__always)
  package init(_ size: Int) {
    values = InlineArray(repeating: 0)
    values[0] = size
    rank = 1
  }

  /// Two dimensions.
  @inline(__always)
  package init(_ rows: Int, _ columns: Int) {
    values = InlineArray(repeating: 0)
    values[0] = rows
    values[1] = columns
    rank = 2
  }

  /// The same number for every dimension.
  package init(repeating value: Int, rank: Int) {
    values = InlineArray(repeating: value)
    self.rank = min(rank, Shape.maximumRank)
  }

  /// Sizes a user wrote: not negative, not too many, and their product a number of elements that can exist.
  package init(checking sizes: [Int]) throws(TensorError) {
    guard sizes.count <= Shape.maximumRank else { throw .rankTooHigh(sizes) }
    self.init()
    for size in sizes {
      guard size >= 0 else { throw .negativeSize(sizes) }
      append(size)
    }
    try validate()
  }

  /// Fails when the number of elements is beyond what memory can address.
  package func validate() throws(TensorError) {
    var count = 1
    for i in 0..<rank where values[i] != 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: values[i])
      guard !overflow, product <= 1 << 56 else { throw .tooManyElements(self) }
      count = product
    }
  }

  @inline(__always)
  package subscript(_ i: Int) -> Int {
    get { values[i] }
    set { values[i] = newValue }
  }

  /// Adds a last dimension; what is beyond the greatest rank is for the caller to have refused.
  @inline(__always)
  package mutating func append(_ size: Int) {
    values[rank] = size
    rank += 1
  }

  /// Takes out dimension `i`.
  package mutating func remove(at i: Int) {
    for j in i..<(rank - 1) { values[j] = values[j + 1] }
    rank -= 1
    values[rank] = 0
  }

  /// Puts a dimension before dimension `i`.
  package mutating func insert(_ size: Int, at i: Int) {
    var j = rank
    while j > i {
      values[j] = values[j - 1]
      j -= 1
    }
    values[i] = size
    rank += 1
  }

  /// The number of elements.
  @inline(__always)
  package var count: Int {
    var count = 1
    for i in 0..<rank { count &*= values[i] }
    return count
  }

  /// The product of the sizes in a range of dimensions.
  package func count(in range: Range<Int>) -> Int {
    var count = 1
    for i in range { count &*= values[i] }
    return count
  }

  /// The strides of a row-major array of this shape.
  @inline(__always)
  package var contiguousStrides: Shape {
    var strides = self
    var step = 1
    var i = rank - 1
    while i >= 0 {
      strides.values[i] = step
      step &*= max(values[i], 1)
      i -= 1
    }
    return strides
  }

  /// The sizes as an array.
  package var array: [Int] { (0..<rank).map { values[$0] } }

  package var description: String { array.description }

  /// The sizes as the kernels read them.
  @inline(__always)
  package func withPointer<R>(_ body: (UnsafePointer<Int>) -> R) -> R {
    withUnsafePointer(to: values) { pointer in
      pointer.withMemoryRebound(to: Int.self, capacity: Shape.maximumRank) { body($0) }
    }
  }

  @inline(__always)
  package static func == (a: Shape, b: Shape) -> Bool {
    guard a.rank == b.rank else { return false }
    for i in 0..<a.rank where a.values[i] != b.values[i] { return false }
    return true
  }

  /// The shape in which two operands meet: from the last dimension on, sizes are equal or one of them is 1.
  package static func broadcast(_ a: Shape, _ b: Shape, operation: String) throws(TensorError) -> Shape {
    if a == b { return a }
    let rank = max(a.rank, b.rank)
    var result = Shape(repeating: 1, rank: rank)
    for i in 0..<rank {
      let x = i < rank - a.rank ? 1 : a[i - (rank - a.rank)]
      let y = i < rank - b.rank ? 1 : b[i - (rank - b.rank)]
      guard x == y || x == 1 || y == 1 else { throw .broadcast(operation, a, b, dimension: i - rank, x, y) }
      result[i] = x == 1 ? y : x
    }
    try result.validate()
    return result
  }

  /// The dimension a user means: −1 is the last.
  package func dimension(_ dim: Int, operation: String, extra: Int = 0) throws(TensorError) -> Int {
    let limit = rank + extra
    let bound = max(limit, 1)
    guard dim >= -bound, dim < bound else { throw .dimension(operation, dim, self, extra: extra) }
    return dim < 0 ? dim + bound : dim
  }
}
