internal import CKernels

/// A step of training that was recorded: its operations in the order of the calls, the kernels that each launched, those
/// of its backward, and the nodes whose memory they all work on.
///
/// The nodes are those of an ordinary tape, with their histories; only they are written again in each step instead of
/// made anew. So a plan may run while nobody but itself refers to one of them.
package final class Plan {
  /// One operation of the step.
  package struct Entry {
    let call: Call
    let node: Unmanaged<Node>
    /// The launches of its kernels.
    let begin: Int
    let end: Int
    /// What the tape has as its inputs.
    let storage0: Unmanaged<Storage>?
    let storage1: Unmanaged<Storage>?
    let storage2: Unmanaged<Storage>?
    /// The gradient that backward leaves at it.
    let gradient: Unmanaged<Node>?
    var memory: Claim
  }

  /// A call of an operation, to be compared with another.
  package struct Call: Equatable {
    let operation: UnsafeMutableRawPointer
    let input0: UnsafeMutableRawPointer
    let input1: UnsafeMutableRawPointer?
    let input2: UnsafeMutableRawPointer?
    let key: Replay.Key

    @inline(__always)
    init(_ operation: Operation, _ a: Node, _ b: Node?, _ c: Node?, _ key: Replay.Key) {
      self.operation = Unmanaged.passUnretained(operation).toOpaque()
      input0 = Unmanaged.passUnretained(a).toOpaque()
      input1 = b.map { Unmanaged.passUnretained($0).toOpaque() }
      input2 = c.map { Unmanaged.passUnretained($0).toOpaque() }
      self.key = key
    }
  }

  /// How many references a node and its memory have when nobody but the plan has any.
  package struct Claim {
    let node: Unmanaged<Node>
    let references: UInt
    let storage: Unmanaged<Storage>
    let storageReferences: UInt
    /// The views that were made of the memory until now, none of which is left.
    var sharers: UInt32

    @inline(__always)
    mutating func isFree(extra: UInt = 0) -> Bool {
      guard retainCount(node.toOpaque()) == references &+ extra else { return false }
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
  /// The parameters, in the order of their gradients.
  package let leaves: UnsafeMutableBufferPointer<Unmanaged<Node>>
  package let recording: OpaquePointer
  private let backward: Range<Int>
  private let held: [Node]
  private let planned: [Node]

  /// - Parameters:
  ///   - planned: the nodes whose memory the launches write.
  ///   - held: what else must live as long as the plan.
  init(
    signature: UInt64, entries: [Entry], gradients: [Gradient], leaves: [Unmanaged<Node>],
    recording: OpaquePointer, backward: Range<Int>, planned: [Node], held: [Node]
  ) {
    self.signature = signature
    self.entries = .allocate(capacity: entries.count)
    _ = self.entries.initialize(from: entries)
    self.gradients = .allocate(capacity: gradients.count)
    _ = self.gradients.initialize(from: gradients)
    self.leaves = .allocate(capacity: leaves.count)
    _ = self.leaves.initialize(from: leaves)
    self.recording = recording
    self.backward = backward
    self.planned = planned
    self.held = held
    for node in planned { node.isPlanned = true }
  }

  deinit {
    for node in planned { node.isPlanned = false }
    entries.deallocate()
    gradients.deallocate()
    leaves.deallocate()
    nk_recording_destroy(recording)
  }

  /// Whether the step may begin: nobody looks at what the last one left.
  @inline(__always)
  func isFree() -> Bool {
    for i in entries.indices where !entries[i].memory.isFree() { return false }
    return true
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

extension Plan.Entry {
  /// Computes the value anew and makes the node that of a new call.
  @inline(__always)
  func run(_ recording: OpaquePointer, _ state: UnsafeMutablePointer<EngineState>) {
    nk_replay(recording, begin, end)
    state.pointee.sequence &+= 1
    node._withUnsafeGuaranteedRef { node in
      node.sequence = state.pointee.sequence
      node.site = state.pointee.site
      node.moduleScope = state.pointee.moduleScope
      node.isConsumed = false
      node.hasGrad = false
      if node.name != nil { node.name = nil }
      if let storage0 { node.inputVersion0 = storage0._withUnsafeGuaranteedRef { $0.version } }
      if let storage1 { node.inputVersion1 = storage1._withUnsafeGuaranteedRef { $0.version } }
      if let storage2 { node.inputVersion2 = storage2._withUnsafeGuaranteedRef { $0.version } }
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
