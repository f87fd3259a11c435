internal import CKernels

/// The recording of one step of training.
final class StepRecording {
  /// Larger steps gain nothing by being replayed, and would hold their memory.
  private static let greatestByteCount = 16 << 20
  private static let greatestEntryCount = 4096

  /// An operation that was called.
  private struct Entry {
    let node: Node
    let call: Plan.Call
    let inputs: Plan.Inputs
    let begin: Int
    let end: Int
    /// Those of the pinned nodes that it made.
    let pinned: Range<Int>
    /// Which inputs are data.
    let dataInputs: UInt64
  }

  private let recording: OpaquePointer
  private var entries: [Entry] = []
  private var pinned: [Node] = []
  private var byteCount = 0
  private var pending: (operation: Operation, call: Plan.Call, inputs: Plan.Inputs, begin: Int, pinned: Int)?
  private var backwardBegin = 0
  private var backwardEnd = 0
  private var backwards: [ObjectIdentifier: Range<Int>] = [:]
  private var isTaken = false
  private(set) var isInBackward = false
  /// Whether no plan can come of it.
  private(set) var isUseless = false

  init?() {
    guard let recording = nk_recording_create() else { return nil }
    self.recording = recording
  }

  deinit { if !isTaken { nk_recording_destroy(recording) } }

  func pin(_ node: Node, _ byteCount: Int) {
    pinned.append(node)
    self.byteCount += byteCount
    if self.byteCount > StepRecording.greatestByteCount { isUseless = true }
  }

  /// An operation begins.
  func willCall(_ operation: Operation, _ inputs: Plan.Inputs, _ call: Plan.Call) {
    pending = (operation, call, inputs, nk_recording_size(recording), pinned.count)
    nk_record(recording)
    engine.pointee.isPinning = true
  }

  /// An operation ends.
  func didCall(_ node: Node, _ operation: Operation) {
    // The operations that make up the backward of another are part of it, as are those on data within a call, such as
    // their conversion.
    guard let pending, !isInBackward, operation === pending.operation || node.operation != nil else { return }
    nk_record(nil)
    engine.pointee.isPinning = false
    self.pending = nil
    guard pending.operation === operation, node.operation === operation else {
      // Not on a tape: what it made is the program's.
      pinned.removeLast(pinned.count - pending.pinned)
      return
    }
    entries.append(
      Entry(
        node: node, call: pending.call, inputs: pending.inputs, begin: pending.begin,
        end: nk_recording_size(recording), pinned: pending.pinned..<pinned.count,
        dataInputs: StepRecording.dataInputs(pending.inputs)))
    if entries.count > StepRecording.greatestEntryCount { isUseless = true }
  }

  /// Data that no other input of the call shares.
  private static func dataInputs(_ inputs: Plan.Inputs) -> UInt64 {
    var mask: UInt64 = 0
    for i in 0..<min(inputs.count, UInt64.bitWidth) {
      if let input = inputs[i], input.isData, !inputs.shares(input.storage, exceptAt: i) { mask |= 1 << UInt64(i) }
    }
    return mask
  }

  /// The backward of one operation ends.
  func didDifferentiate(_ node: Node) {
    let size = nk_recording_size(recording)
    backwards[ObjectIdentifier(node)] = backwardEnd..<size
    backwardEnd = size
  }

  func willRunBackward() {
    isInBackward = true
    pending = nil
    backwardBegin = nk_recording_size(recording)
    backwardEnd = backwardBegin
    nk_record(recording)
    engine.pointee.isPinning = true
  }

  func end() { nk_record(nil) }

  /// Whether all operations of the tape were recorded, and no gradient is there to be added to.
  func covers(_ room: borrowing WalkRoom) -> Bool {
    guard !isUseless, room.nodes.count <= entries.count else { return false }
    let known = Set(entries.map { ObjectIdentifier($0.node) })
    for i in 0..<room.nodes.count {
      let isCovered = room.nodes[i]._withUnsafeGuaranteedRef { node in
        known.contains(ObjectIdentifier(node)) && node.count <= Backward.keptElements && !node.hasGrad
      }
      if !isCovered { return false }
    }
    for i in 0..<room.leaves.count where room.leaves[i]._withUnsafeGuaranteedRef({ $0.hasGrad }) { return false }
    return true
  }

  /// Lets the product before an activation compute it too: on several threads that is one hand-over less, and its values
  /// are still at hand.
  private func joins(_ step: Entry, to before: Entry) -> Bool {
    guard step.node.operation is Elementwise, step.node.input0 === before.node else { return false }
    return nk_recording_join(recording, before.begin, before.end, step.begin, step.end) != 0
  }

  /// The plan of the step, after its backward; nil when something of it cannot be repeated.
  func plan(_ room: borrowing WalkRoom, _ signature: UInt64) -> Plan? {
    nk_record(nil)
    let backward = backwardBegin..<nk_recording_size(recording)
    guard !isUseless, nk_recording_is_spoilt(recording) == 0 else { return nil }

    var onTape: Set<ObjectIdentifier> = []
    for i in 0..<room.nodes.count { onTape.insert(ObjectIdentifier(room.nodes[i].takeUnretainedValue())) }
    let steps = entries.filter { onTape.contains(ObjectIdentifier($0.node)) }
    guard steps.count == room.nodes.count, steps.count > 0 else { return nil }

    // Each node is held once.
    var planned: [Node] = []
    var known: Set<ObjectIdentifier> = []
    func plan(_ node: Node) { if known.insert(ObjectIdentifier(node)).inserted { planned.append(node) } }
    for step in steps { plan(step.node) }
    // What was made for a result beside the loss is the program's, and holds what it was made from.
    var isBeside = [Bool](repeating: false, count: pinned.count)
    for entry in entries where !onTape.contains(ObjectIdentifier(entry.node)) {
      for i in entry.pinned { isBeside[i] = true }
    }
    let pinned = zip(self.pinned, isBeside).compactMap { node, isBeside in isBeside ? nil : node }
    for node in pinned { plan(node) }
    // The gradients, each with the parameters that have it.
    var leaves: [ObjectIdentifier: [Unmanaged<Node>]] = [:]
    var gradients: [Node] = []
    func note(_ gradient: Node, of leaf: Node?) {
      if leaves[ObjectIdentifier(gradient)] == nil { gradients.append(gradient) }
      leaves[ObjectIdentifier(gradient), default: []] += leaf.map { [.passUnretained($0)] } ?? []
      plan(gradient)
    }
    for step in steps { if let gradient = step.node.grad { note(gradient, of: nil) } }
    for i in 0..<room.leaves.count {
      let leaf = room.leaves[i].takeUnretainedValue()
      guard let gradient = leaf.grad else { return nil }
      note(gradient, of: leaf)
    }
    let guards = steps.map { step in
      (0..<step.inputs.count).map { i in step.inputs[i].flatMap { known.contains(ObjectIdentifier($0)) ? nil : $0 } }
    }

    // References to the planned nodes and to their memory that are the plan's own.
    var references: [ObjectIdentifier: UInt] = [:]
    var storageReferences: [ObjectIdentifier: UInt] = [:]
    for node in planned {
      references[ObjectIdentifier(node), default: 0] += 1
      storageReferences[ObjectIdentifier(node.storage), default: 0] += 1
    }
    for step in steps {
      for input in step.node.inputs { references[ObjectIdentifier(input), default: 0] += 1 }
      if let gradient = step.node.grad { references[ObjectIdentifier(gradient), default: 0] += 1 }
    }
    let written = Set(pinned.map { ObjectIdentifier($0.storage) })
    let saved = steps.flatMap { ($0.node.saved as? any SavedNodes)?.nodes ?? [] }
      .filter { written.contains(ObjectIdentifier($0.storage)) }
    for node in saved { references[ObjectIdentifier(node), default: 0] += 1 }
    func claim(_ node: Node) -> Plan.Claim {
      let storage = ObjectIdentifier(node.storage)
      return Plan.Claim(
        node: .passUnretained(node), references: references[ObjectIdentifier(node)] ?? 0,
        storage: node.unmanagedStorage,
        storageReferences: written.contains(storage) ? storageReferences[storage] ?? 0 : 0,
        // Unlike what there are, so that the first look counts those that the recorded step has left.
        sharers: node.storage.sharers &- 1)
    }
    let planEntries = steps.enumerated().map { i, step in
      let node = step.node
      let isJoined = i > 0 && joins(step, to: steps[i - 1])
      return Plan.Entry(
        call: step.call, node: .passUnretained(node), begin: step.begin, end: step.end,
        backward: backwards[ObjectIdentifier(node)] ?? 0..<0, isJoined: isJoined,
        storage0: node.input0?.unmanagedStorage, storage1: node.input1?.unmanagedStorage,
        storage2: node.input2?.unmanagedStorage, readsData: node.data != nil,
        dataInputs: step.dataInputs, gradient: node.grad.map { .passUnretained($0) }, memory: claim(node))
    }
    var planLeaves: [Unmanaged<Node>] = []
    let planGradients = gradients.map { gradient in
      let own = leaves[ObjectIdentifier(gradient)] ?? []
      planLeaves += own
      return Plan.Gradient(memory: claim(gradient), leaves: (planLeaves.count - own.count)..<planLeaves.count)
    }
    isTaken = true
    return Plan(
      signature: signature, entries: planEntries, gradients: planGradients, saved: saved.map(claim),
      leaves: planLeaves, recording: recording, backward: backward, planned: planned, guards: guards,
      more: steps.map { $0.inputs.more.map { Unmanaged.passUnretained($0).toOpaque() } })
  }
}

extension WalkRoom {
  /// A number that is the same for tapes of the same operations on the same leaves; 0 for one too long to plan.
  var signature: UInt64 {
    guard nodes.count <= 4096 else { return 0 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01b3 }
    for i in 0..<nodes.count {
      nodes[i]._withUnsafeGuaranteedRef { node in
        if let operation = node.operation { add(UInt64(UInt(bitPattern: ObjectIdentifier(operation).hashValue))) }
        add(UInt64(truncatingIfNeeded: node.shape.rank))
        for d in 0..<node.shape.rank { add(UInt64(truncatingIfNeeded: node.shape[d])) }
      }
    }
    for i in 0..<leaves.count { add(UInt64(UInt(bitPattern: leaves[i].toOpaque()))) }
    return hash | 1
  }
}
