internal import CKernels

/// A step of training that was recorded: its operations in the order of the calls, the kernels that each launched, those
/// of its backward, and the nodes whose memory they all work on.
///
/// The nodes are those of an ordinary tape, with their histories; only they are written again in each step instead of
/// made anew. So a plan may run while nobody but itself refers to one of them.
package final class Plan {
  /// One operation of the step.
  package struct Entry {
    var call: Call
    let node: Unmanaged<Node>
    /// The launches of its kernels, forward and backward.
    let begin: Int
    let end: Int
    let backward: Range<Int>
    /// Whether the matrix product before computes its value too.
    let isJoined: Bool
    /// The memory of what the tape has as its inputs.
    var storage0: Unmanaged<Storage>?
    var storage1: Unmanaged<Storage>?
    var storage2: Unmanaged<Storage>?
    /// Whether backward reads data that are no input on the tape.
    let readsData: Bool
    /// Bit i is set when input i is data, in whose place other data of the same shape may come.
    let dataInputs: UInt64
    /// The gradient that backward leaves at it.
    let gradient: Unmanaged<Node>?
    var memory: Claim
  }

  /// A call of an operation, to be compared with another.
  package struct Call: Equatable {
    let operation: UnsafeMutableRawPointer
    var input0: UnsafeMutableRawPointer
    var input1: UnsafeMutableRawPointer?
    var input2: UnsafeMutableRawPointer?
    /// How many inputs there are beyond the third.
    let moreCount: Int
    let key: Replay.Key

    @inline(__always)
    init(_ operation: Operation, _ a: Node, _ b: Node?, _ c: Node?, _ moreCount: Int, _ key: Replay.Key) {
      self.operation = Unmanaged.passUnretained(operation).toOpaque()
      input0 = Unmanaged.passUnretained(a).toOpaque()
      input1 = b.map { Unmanaged.passUnretained($0).toOpaque() }
      input2 = c.map { Unmanaged.passUnretained($0).toOpaque() }
      self.moreCount = moreCount
      self.key = key
    }

    subscript(_ i: Int) -> UnsafeMutableRawPointer? {
      get { i == 0 ? input0 : i == 1 ? input1 : input2 }
      set {
        switch i {
        case 0: if let newValue { input0 = newValue }
        case 1: input1 = newValue
        default: input2 = newValue
        }
      }
    }
  }

  /// What a call reads.
  package struct Inputs {
    let a: Node
    let b: Node?
    let c: Node?
    let more: [Node]

    @inline(__always)
    init(_ a: Node, _ b: Node?, _ c: Node?, _ more: [Node]) { (self.a, self.b, self.c, self.more) = (a, b, c, more) }

    /// At least three, of which some may be missing.
    var count: Int { 3 + more.count }

    subscript(_ i: Int) -> Node? {
      switch i {
      case 0: a
      case 1: b
      case 2: c
      default: i - 3 < more.count ? more[i - 3] : nil
      }
    }

    /// Whether one of them lies in that memory.
    func shares(_ storage: Storage, exceptAt i: Int) -> Bool {
      (0..<count).contains { $0 != i && self[$0]?.storage === storage }
    }
  }

  /// How many references a node and its memory have when nobody but the plan has any.
  package struct Claim {
    let node: Unmanaged<Node>
    let references: UInt
    let storage: Unmanaged<Storage>
    /// 0 where the memory is none that the plan writes, but a parameter's that a view shows.
    let storageReferences: UInt
    /// The views that were made of the memory until the last look, when none of them was left.
    var sharers: UInt32

    @inline(__always)
    mutating func isFree(extra: UInt = 0) -> Bool {
      guard retainCount(node.toOpaque()) == references &+ extra else { return false }
      if storageReferences == 0 { return true }
      let count = storage._withUnsafeGuaranteedRef { $0.sharers }
      return count == sharers || isFreeOfViews(count)
    }

    @inline(never)
    private mutating func isFreeOfViews(_ count: UInt32) -> Bool {
      guard retainCount(storage.toOpaque()) == storageReferences else { return false }
      sharers = count
      return true
    }
  }

  /// A gradient, and the parameters that have it: none for that of a result only, two for those of a sum.
  package struct Gradient {
    var memory: Claim
    let leaves: Range<Int>
  }

  package let signature: UInt64
  package let entries: UnsafeMutableBufferPointer<Entry>
  package let gradients: UnsafeMutableBufferPointer<Gradient>
  /// What operations keep for their backward, where it may be handed on.
  private var saved: [Claim]
  /// The parameters, in the order of their gradients.
  package let leaves: UnsafeMutableBufferPointer<Unmanaged<Node>>
  package let recording: OpaquePointer
  private let backward: Range<Int>
  /// What calls are compared with, which must live, or another could take its address: the inputs of each entry.
  private var guards: [[Node?]]
  /// The addresses of the inputs beyond the third of each entry.
  private var more: [[UnsafeMutableRawPointer]]
  private let planned: [Node]

  /// - Parameters:
  ///   - planned: the nodes whose memory the launches write.
  ///   - guards: the inputs of each call that are not planned.
  ///   - more: the inputs beyond the third of each call.
  init(
    signature: UInt64, entries: [Entry], gradients: [Gradient], saved: [Claim], leaves: [Unmanaged<Node>],
    recording: OpaquePointer, backward: Range<Int>, planned: [Node], guards: [[Node?]],
    more: [[UnsafeMutableRawPointer]]
  ) {
    self.signature = signature
    self.entries = .allocate(capacity: entries.count)
    _ = self.entries.initialize(from: entries)
    self.gradients = .allocate(capacity: gradients.count)
    _ = self.gradients.initialize(from: gradients)
    self.saved = saved
    self.leaves = .allocate(capacity: leaves.count)
    _ = self.leaves.initialize(from: leaves)
    self.recording = recording
    self.backward = backward
    self.planned = planned
    self.guards = guards
    self.more = more
    for node in planned { node.isPlanned = true }
  }

  deinit {
    for node in planned { node.isPlanned = false }
    for gradient in gradients {
      for i in gradient.leaves where leaves[i].stores(gradient.memory.node) {
        leaves[i]._withUnsafeGuaranteedRef { if !$0.hasGrad { $0.storedGrad = nil } }
      }
    }
    entries.deallocate()
    gradients.deallocate()
    leaves.deallocate()
    nk_recording_destroy(recording)
  }

  /// Whether the step may begin: nobody looks at what the last one left.
  @inline(__always)
  func isFree() -> Bool {
    for i in entries.indices where !entries[i].memory.isFree() { return false }
    for i in saved.indices where !saved[i].isFree() { return false }
    return true
  }

  /// Whether the step reads that memory and does not write it itself.
  func reads(_ storage: Storage) -> Bool {
    guards.contains { inputs in inputs.contains { $0?.storage === storage } }
  }

  /// Whether backward may run: no gradient is there to be added to, and nobody looks at the last ones.
  @inline(__always)
  func isFreeForBackward() -> Bool {
    for i in gradients.indices {
      var stored: UInt = 0
      for j in gradients[i].leaves {
        if leaves[j]._withUnsafeGuaranteedRef({ $0.hasGrad }) { return false }
        if leaves[j].stores(gradients[i].memory.node) { stored &+= 1 }
      }
      if !gradients[i].memory.isFree(extra: stored) { return false }
    }
    return true
  }

  /// Computes all gradients and leaves them where an ordinary backward does.
  func runBackward(site: UInt64) throws(TensorError) {
    nk_replay(recording, backward.lowerBound, backward.upperBound)
    if nk_interrupted() != 0 { throw .interrupted }
    for i in entries.indices {
      let hasGrad = entries[i].gradient != nil
      entries[i].node._withUnsafeGuaranteedRef { node in
        node.isConsumed = true
        node.consumedSite = site
        node.hasGrad = hasGrad
      }
    }
    for i in gradients.indices {
      let gradient = gradients[i].memory.node
      for j in gradients[i].leaves {
        if !leaves[j].stores(gradient) {
          leaves[j]._withUnsafeGuaranteedRef { $0.storedGrad = gradient.takeUnretainedValue() }
        }
        leaves[j]._withUnsafeGuaranteedRef { $0.hasGrad = true }
      }
    }
  }
}

extension Plan {
  /// Makes an entry that of a call which differs from it, if at all, in the data it reads.
  ///
  /// - Returns: whether it could be.
  func redirect(_ index: Int, _ call: Call, _ inputs: Inputs) -> Bool {
    let entry = entries[index]
    guard entry.call.operation == call.operation, entry.call.key == call.key, entry.call.moreCount == call.moreCount
    else { return false }
    var others: UInt64 = 0
    for i in 0..<inputs.count {
      let (old, new) = i < 3 ? (entry.call[i], call[i]) : (more[index][i - 3], inputs.more[i - 3].address)
      if old == new { continue }
      guard i < UInt64.bitWidth, entry.dataInputs & 1 << UInt64(i) != 0, !call.key.dependsOnValues else { return false }
      guard let input = inputs[i], let old = guards[index][i], input.isData(like: old) else { return false }
      // Addresses are found by the memory they lead to, one input after the other.
      guard !inputs.shares(input.storage, exceptAt: i) else { return false }
      for (j, other) in guards[index].enumerated() where j != i && other?.storage === input.storage { return false }
      others |= 1 << UInt64(i)
    }
    while others != 0 {
      let i = others.trailingZeroBitCount
      others &= others &- 1
      guard let input = inputs[i], let old = guards[index][i] else { continue }
      nk_recording_redirect(recording, entry.begin, entry.end, old.pointer, old.reach, input.pointer)
      nk_recording_redirect(
        recording, entry.backward.lowerBound, entry.backward.upperBound, old.pointer, old.reach, input.pointer)
      entry.node._withUnsafeGuaranteedRef { node in
        node.operation?.replaceData(of: node, old, by: input)
        entries[index].storage0 = node.input0?.unmanagedStorage
        entries[index].storage1 = node.input1?.unmanagedStorage
        entries[index].storage2 = node.input2?.unmanagedStorage
      }
      if i < 3 { entries[index].call[i] = input.address } else { more[index][i - 3] = input.address }
      guards[index][i] = input
    }
    return true
  }
}

extension Node {
  /// Whether it only lends its values to operations: no gradient flows here, and no plan writes here.
  var isData: Bool { operation == nil && !requiresGrad && !isPlanned }

  /// Whether it is data that lie as those of another tensor do.
  fileprivate func isData(like other: Node) -> Bool {
    isData && dtype == other.dtype && shape == other.shape
      && (isContiguous && other.isContiguous || strides == other.strides)
  }

  /// What calls are compared by.
  fileprivate var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// The bytes from the first element to the end of the last.
  fileprivate var reach: Int {
    if count == 0 { return 0 }
    var last = 0
    for i in 0..<shape.rank { last &+= (shape[i] &- 1) &* strides[i] }
    return (last &+ 1) &* dtype.byteCount
  }
}

extension Plan.Entry {
  /// Computes the value anew and makes the node that of a new call.
  ///
  /// - Parameter isUnchanged: whether nothing was changed in place since the step began.
  @inline(__always)
  func run(_ recording: OpaquePointer, isUnchanged: Bool, _ state: UnsafeMutablePointer<EngineState>) {
    if !isJoined || !isUnchanged { nk_replay(recording, begin, end) }
    state.pointee.sequence &+= 1
    node._withUnsafeGuaranteedRef { node in
      node.sequence = state.pointee.sequence
      node.site = state.pointee.site
      node.moduleScope = state.pointee.moduleScope
      node.isConsumed = false
      node.hasGrad = false
      if node.name != nil { node.name = nil }
      node.version = memory.storage._withUnsafeGuaranteedRef { $0.version }
      if let storage0 { node.inputVersion0 = storage0._withUnsafeGuaranteedRef { $0.version } }
      if let storage1 { node.inputVersion1 = storage1._withUnsafeGuaranteedRef { $0.version } }
      if let storage2 { node.inputVersion2 = storage2._withUnsafeGuaranteedRef { $0.version } }
      if readsData { node.noteDataVersion() }
    }
  }
}

extension Unmanaged<Node> {
  /// Whether that gradient is stored here, in use or not.
  @inline(__always)
  fileprivate func stores(_ gradient: Unmanaged<Node>) -> Bool {
    _withUnsafeGuaranteedRef { node in
      guard let stored = node.storedGrad else { return false }
      return Unmanaged.passUnretained(stored).toOpaque() == gradient.toOpaque()
    }
  }
}

/// The runtime's count of references; asked by address, so that asking makes none.
@_silgen_name("swift_retainCount")
private func retainCount(_ object: UnsafeMutableRawPointer) -> UInt
