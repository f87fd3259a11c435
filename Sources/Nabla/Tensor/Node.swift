internal import CKernels

/// A value and how it came to be: what a `Tensor` refers to, and an entry of the tape at once.
///
/// The tape is the graph of these objects. Each holds its inputs, so it lives as long as a result that needs it; there
/// is no list to clear and no closure to run.
package final class Node {
  // Exclusivity is not checked at run time: a node is used by one thread, no access to a property calls anything, and
  // the checks took a fifth of the time of a small training step.

  // The value.
  @exclusivity(unchecked) package private(set) var storage: Storage
  /// Where the first element lies; kept here, since asking the storage costs a reference to it.
  @exclusivity(unchecked) package private(set) var pointer: UnsafeMutableRawPointer
  @exclusivity(unchecked) package private(set) var shape: Shape
  @exclusivity(unchecked) package private(set) var strides: Shape
  @exclusivity(unchecked) package private(set) var offset: Int
  @exclusivity(unchecked) package private(set) var dtype: DType
  /// Whether the elements lie row by row without gaps.
  @exclusivity(unchecked) package private(set) var isContiguous: Bool

  // The history.
  @exclusivity(unchecked) package var requiresGrad = false
  /// Whether a backward without `retainGraph` has passed here.
  @exclusivity(unchecked) package var isConsumed = false
  /// Whether the value was given up after backward, because nothing but the tape held it.
  @exclusivity(unchecked) package private(set) var isValueReleased = false
  /// How often the recycler found it in use.
  @exclusivity(unchecked) package var survivals: UInt8 = 0
  /// The walk over a tape that met this node last.
  @exclusivity(unchecked) package var walk: UInt32 = 0
  /// The version of the storage that this node's value is.
  @exclusivity(unchecked) package var version: UInt32
  @exclusivity(unchecked) package var inputVersion0: UInt32 = 0
  @exclusivity(unchecked) package var inputVersion1: UInt32 = 0
  @exclusivity(unchecked) package var inputVersion2: UInt32 = 0
  @exclusivity(unchecked) package private(set) var dataVersion: UInt32 = 0
  /// The operation that made it, nil for a leaf. Operations live as long as the program.
  @exclusivity(unchecked) package unowned(unsafe) var operation: Operation?
  @exclusivity(unchecked) package var input0: Node?
  @exclusivity(unchecked) package var input1: Node?
  @exclusivity(unchecked) package var input2: Node?
  /// Inputs beyond the third.
  @exclusivity(unchecked) package var moreInputs: [Node]?
  @exclusivity(unchecked) package var inputCount = 0
  /// What backward reads beside the inputs, and the program may hold: class numbers, indices, a mask.
  @exclusivity(unchecked) package private(set) var data: Node?
  /// The operation's own parameters and what it saved.
  @exclusivity(unchecked) package var attributes = Attributes()
  @exclusivity(unchecked) package var saved: AnyObject?
  @exclusivity(unchecked) package var sequence: UInt64 = 0
  /// The place that made it.
  @exclusivity(unchecked) package var site: UInt64 = 0
  /// The place of the backward that consumed it.
  @exclusivity(unchecked) package var consumedSite: UInt64 = 0
  /// The gradient that has arrived in the running backward.
  @exclusivity(unchecked) package var arriving: Node?
  /// Whether that is a sum which the walk has made, so that more can be added in its place.
  @exclusivity(unchecked) package var arrivingIsSum = false
  /// The gradient that is kept, while `hasGrad`; a plan leaves its own here for the next time.
  @exclusivity(unchecked) package var storedGrad: Node?
  @exclusivity(unchecked) package var hasGrad = false
  /// Whether a plan writes its value again in each step.
  @exclusivity(unchecked) package var isPlanned = false
  /// What people call it: the name it was given or the variable it was bound to.
  @exclusivity(unchecked) package var name: String?
  /// The module whose call made it.
  @exclusivity(unchecked) package var moduleScope = ModuleScope.none

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
  package static func make(_ shape: Shape, _ dtype: DType) throws(TensorError) -> Node {
    if nk_interrupted() != 0 { throw .interrupted }
    let byteCount = shape.count &* dtype.byteCount
    let state = engine
    if state.pointee.isPinning { return try makePinned(shape, dtype, byteCount: byteCount) }
    if byteCount > NodeRecycler.greatestByteCount { return try Node(shape, dtype, byteCount: byteCount) }
    if let node = state.pointee.recycler.take(byteCount) {
      node.reuse(shape, dtype)
      return node
    }
    let node = try Node(shape, dtype, byteCount: byteCount)
    state.pointee.recycler.watch(node)
    return node
  }

  /// A node of the step that is being recorded: the recording holds it, and the recycler does not.
  @inline(never)
  private static func makePinned(_ shape: Shape, _ dtype: DType, byteCount: Int) throws(TensorError) -> Node {
    let node = try Node(shape, dtype, byteCount: byteCount)
    engine.pointee.replay.pin(node, byteCount)
    return node
  }

  /// Keeps what backward reads beside the inputs: as it is now, or as it was.
  package func keepData(_ data: Node, version: UInt32? = nil) {
    self.data = data
    dataVersion = version ?? data.storage.version
  }

  /// Takes the values that the data have now for those that backward reads.
  @inline(__always)
  package func noteDataVersion() { if let data { dataVersion = data.storage.version } }

  /// The gradient that is kept.
  @inline(__always)
  package var grad: Node? {
    get { hasGrad ? storedGrad : nil }
    set {
      if isPlanned { engine.pointee.replay.forget() }
      storedGrad = newValue
      hasGrad = newValue != nil
    }
  }

  /// The gradient that is kept, for a look without a reference.
  @inline(__always)
  package var unmanagedGrad: Unmanaged<Node>? {
    guard hasGrad, let storedGrad else { return nil }
    return Unmanaged.passUnretained(storedGrad)
  }

  /// Forgets the gradient; the node of a plan's gradient stays for its next step.
  @inline(__always)
  package func dropGrad() {
    if !hasGrad { return }
    hasGrad = false
    if storedGrad?.isPlanned == false { storedGrad = nil }
  }

  @inline(__always)
  private init(_ shape: Shape, _ dtype: DType, byteCount: Int) throws(TensorError) {
    let storage = try Storage(byteCount: byteCount)
    self.storage = storage
    pointer = storage.pointer
    self.shape = shape
    self.dtype = dtype
    strides = shape.contiguousStrides
    offset = 0
    isContiguous = true
    version = 0
  }

  /// The memory, for a look without a reference.
  @inline(__always)
  package var unmanagedStorage: Unmanaged<Storage> { Unmanaged.passUnretained(storage) }

  /// Becomes a new contiguous tensor of a size that its memory holds.
  @inline(__always)
  private func reuse(_ shape: Shape, _ dtype: DType) {
    self.shape = shape
    self.dtype = dtype
    strides = shape.contiguousStrides
    offset = 0
    pointer = storage.pointer
    isContiguous = true
    version = storage.version
  }

  /// Forgets its history and its name, and what it refers to.
  package func clear() {
    if inputCount > 0 {
      input0 = nil
      input1 = nil
      input2 = nil
      moreInputs = nil
      inputCount = 0
    }
    operation = nil
    data = nil
    saved = nil
    storedGrad = nil
    hasGrad = false
    arriving = nil
    name = nil
    requiresGrad = false
    isConsumed = false
    attributes = Attributes()
    sequence = 0
    site = 0
    consumedSite = 0
    moduleScope = ModuleScope.none
    survivals = 0
  }

  /// Another look at the memory of `base`.
  package init(viewOf base: Node, shape: Shape, strides: Shape, offset: Int) {
    storage = base.storage
    pointer = base.storage.pointer + offset &* base.dtype.byteCount
    dtype = base.dtype
    base.storage.sharers &+= 1
    self.shape = shape
    self.strides = strides
    self.offset = offset
    version = base.storage.version
    isContiguous = Node.isContiguous(shape, strides)
  }

  /// One number for the life of the program, outside the pool.
  package init(permanent value: Float) {
    storage = Storage(permanentByteCount: 64)
    pointer = storage.pointer
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

  /// Input `i` of the operation.
  package func input(_ i: Int) -> Node? {
    switch i {
    case 0: input0
    case 1: input1
    case 2: input2
    default: moreInputs.flatMap { i - 3 < $0.count ? $0[i - 3] : nil }
    }
  }

  /// All inputs of the operation.
  package var inputs: [Node] { (0..<inputCount).compactMap { input($0) } }

  /// Whether no view shares its memory.
  package var storageIsUnique: Bool { isKnownUniquelyReferenced(&storage) }

  /// The class of its memory in the pool.
  package var sizeClass: Int { storage.sizeClass }

  /// Gives up the value and keeps the history.
  package func releaseValue(to empty: Storage) {
    storage = empty
    pointer = empty.pointer
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
      if let moreInputs { state.pointee.released.append(contentsOf: moreInputs) }
      return
    }
    state.pointee.releaseDepth += 1
    input0 = nil
    input1 = nil
    input2 = nil
    moreInputs = nil
    saved = nil
    state.pointee.releaseDepth -= 1
    if state.pointee.releaseDepth == 0 {
      while state.pointee.released.popLast() != nil {}
    }
  }
}
