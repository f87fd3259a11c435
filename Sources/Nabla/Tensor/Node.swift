internal import CKernels

/// A value and how it came to be: what a `Tensor` refers to, and an entry of the tape at once.
///
/// The tape is the graph of these objects. Each holds its inputs, so it lives as long as a result that needs it; there
/// is no list to clear and no closure to run.
package final class Node {
  // The value.
  package private(set) var storage: Storage
  package let shape: Shape
  package let strides: Shape
  package let offset: Int
  package let dtype: DType
  /// Whether the elements lie row by row without gaps.
  package let isContiguous: Bool

  // The history.
  package var requiresGrad = false
  /// Whether a backward without `retainGraph` has passed here.
  package var isConsumed = false
  /// Whether the value was given up after backward, because nothing but the tape held it.
  package private(set) var isValueReleased = false
  /// The walk over a tape that met this node last.
  package var walk: UInt32 = 0
  /// The version of the storage that this node's value is.
  package var version: UInt32
  package var inputVersion0: UInt32 = 0
  package var inputVersion1: UInt32 = 0
  package var inputVersion2: UInt32 = 0
  /// The operation that made it, nil for a leaf. Operations live as long as the program.
  package unowned(unsafe) var operation: Operation?
  package var input0: Node?
  package var input1: Node?
  package var input2: Node?
  /// Inputs beyond the third.
  package var moreInputs: [Node] = []
  package var inputCount = 0
  /// The operation's own parameters and what it saved.
  package var attributes = Attributes()
  package var saved: AnyObject?
  package var sequence: UInt64 = 0
  /// The place that made it.
  package var site: UInt64 = 0
  /// The place of the backward that consumed it.
  package var consumedSite: UInt64 = 0
  /// The gradient that has arrived in the running backward.
  package var arriving: Node?
  /// The gradient that is kept.
  package var grad: Node?
  /// What people call it: the name it was given or the variable it was bound to.
  package var name: String?
  /// The module whose call made it.
  package var moduleScope = ModuleScope.none

  /// The parameters of an operation that are not tensors; each operation says what it keeps in them.
  package struct Attributes {
    package var a = 0.0
    package var b = 0.0
    package var i = 0
    package var j = 0
    package var k = 0
  }

  /// A new contiguous tensor; its elements are not set.
  @inline(__always)
  package init(_ shape: Shape, _ dtype: DType) throws(TensorError) {
    if nk_interrupted() != 0 { throw .interrupted }
    let storage = try Storage(byteCount: shape.count &* dtype.byteCount)
    self.storage = storage
    self.shape = shape
    self.dtype = dtype
    strides = shape.contiguousStrides
    offset = 0
    isContiguous = true
    version = 0
  }

  /// Another look at the memory of `base`.
  package init(viewOf base: Node, shape: Shape, strides: Shape, offset: Int) {
    storage = base.storage
    dtype = base.dtype
    self.shape = shape
    self.strides = strides
    self.offset = offset
    version = base.storage.version
    isContiguous = Node.isContiguous(shape, strides)
  }

  /// One number for the life of the program, outside the pool.
  package init(permanent value: Float) {
    storage = Storage(permanentByteCount: 64)
    shape = Shape()
    strides = Shape()
    dtype = .float32
    offset = 0
    isContiguous = true
    version = 0
    storage.pointer.storeBytes(of: value, as: Float.self)
  }

  private static func isContiguous(_ shape: Shape, _ strides: Shape) -> Bool {
    var step = 1
    var i = shape.rank - 1
    while i >= 0 {
      if shape[i] != 1 {
        if shape[i] == 0 { return true }
        if strides[i] != step { return false }
        step &*= shape[i]
      }
      i -= 1
    }
    return true
  }

  @inline(__always)
  package var count: Int { shape.count }

  @inline(__always)
  package var isLeaf: Bool { operation == nil }

  /// Where the first element lies.
  @inline(__always)
  package var pointer: UnsafeMutableRawPointer { storage.pointer + offset &* dtype.byteCount }

  /// Input `i` of the operation.
  package func input(_ i: Int) -> Node? {
    switch i {
    case 0: input0
    case 1: input1
    case 2: input2
    default: i - 3 < moreInputs.count ? moreInputs[i - 3] : nil
    }
  }

  /// All inputs of the operation.
  package var inputs: [Node] { (0..<inputCount).compactMap { input($0) } }

  /// Whether no view shares its memory.
  package var storageIsUnique: Bool { isKnownUniquelyReferenced(&storage) }

  /// Gives up the value and keeps the history.
  package func releaseValue(to empty: Storage) {
    storage = empty
    isValueReleased = true
  }

  deinit {
    // A tape is a chain as long as the program made it. Released by plain recursion, one of a million operations
    // overflowed the stack, so what lies deep is put off to a list that the outermost release empties.
    guard operation != nil else { return }
    let state = engine
    if state.pointee.releaseDepth >= 200 {
      if let input0 { state.pointee.released.append(input0) }
      if let input1 { state.pointee.released.append(input1) }
      if let input2 { state.pointee.released.append(input2) }
      if !moreInputs.isEmpty { state.pointee.released.append(contentsOf: moreInputs) }
      return
    }
    state.pointee.releaseDepth += 1
    input0 = nil
    input1 = nil
    input2 = nil
    if !moreInputs.isEmpty { moreInputs = [] }
    saved = nil
    state.pointee.releaseDepth -= 1
    if state.pointee.releaseDepth == 0 {
      while state.pointee.released.popLast() != nil {}
    }
  }
}
