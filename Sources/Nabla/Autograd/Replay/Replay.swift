internal import CKernels

/// Steps of training that repeat are recorded and replayed.
///
/// Where backward sees a tape that it has seen before, the next step is recorded, and becomes a plan. From then on an
/// operation that is called as the plan expects it (the same operation, the very same inputs, the same parameters)
/// launches its recorded kernels on the memory of the last step and gives back the node of the last step; the plan's
/// backward launches all its kernels in a row. What is called otherwise is computed as ever, between or instead of what
/// was planned: a planned node is a node of an ordinary tape. The kernels and their order are the same, and so are
/// the bits; `verifyReplay` compares them.
package struct Replay {
  /// What distinguishes two calls of an operation on the same inputs.
  package struct Key: Equatable {
    package var a: UInt64
    package var b: UInt64
    package var i: Int
    /// Whether the call looked at the values of its inputs, so that it does not hold for other data.
    package var dependsOnValues = false

    @inline(__always)
    package init(_ a: Double = 0, _ b: Double = 0, _ i: Int = 0) {
      (self.a, self.b, self.i) = (a.bitPattern, b.bitPattern, i)
    }

    /// Of a call that needs a certain shape; nil for sizes that do not fit.
    package init?(_ shape: Shape) {
      var packed: UInt64 = 0
      for i in 0..<shape.rank {
        guard shape.rank <= 4, shape[i] < 1 << 16 else { return nil }
        packed = packed << 16 | UInt64(shape[i])
      }
      (a, b, i) = (packed, 0, shape.rank)
    }

    /// Of a call that looked at the values of inputs: it holds while they are unchanged.
    package init(_ parameter: Double, _ i: Int, versionsOf first: Node, _ second: Node?) {
      a = parameter.bitPattern
      b = UInt64(first.storage.version) | UInt64(second?.storage.version ?? 0) << 32
      self.i = i
      dependsOnValues = true
    }
  }

  /// Whether steps are recorded and replayed at all.
  package var isEnabled = true { didSet { reset() } }
  /// Whether each replayed result and gradient is computed a second time in the ordinary way, and compared.
  package var isVerifying = false { didSet { reset() } }
  /// How many steps were replayed, forward and backward.
  package private(set) var replayedSteps = 0

  private var plans: [Plan] = []
  private var recording: StepRecording?
  /// The plan whose step runs, and the operation it expects.
  private var active: Unmanaged<Plan>?
  private var cursor: UnsafeMutablePointer<Plan.Entry>?
  private var end: UnsafeMutablePointer<Plan.Entry>?
  private var writesAtStart: UInt64 = 0
  /// The planned result of the call that runs once more to be compared.
  private var unverified: Unmanaged<Node>?

  // When to record.
  private var signatures = InlineArray<4, UInt64>(repeating: 0)
  private var nextSignature = 0
  /// Backwards to wait before the next try, and how long it was at last.
  private var wait = 0
  private var lastWait = 0
  /// Backwards since a plan ran, with as many plans as there may be for one step.
  private var stuck = 0

  /// How many plans one step may have: while the results of one are looked at, another runs.
  private static let instances = 3
  private static let greatestPlanCount = 6

  package init() {}

  /// The planned result of a call, computed; nil when the call was not planned.
  ///
  /// - Parameter more: inputs beyond the third, and what else the call reads.
  @inline(__always)
  package static func take(
    _ operation: Operation, _ a: Node, _ b: Node? = nil, _ c: Node? = nil, more: [Node] = [], key: Key = Key()
  ) -> Node? {
    let state = engine
    guard state.pointee.isReplaying else { return nil }
    return take(state, Plan.Call(operation, a, b, c, more.count, key), operation, a, b, c, more)
  }

  /// The same of a call with any number of inputs.
  package static func take(_ operation: Operation, all inputs: [Node], key: Key) -> Node? {
    guard engine.pointee.isReplaying, let first = inputs.first else { return nil }
    return take(
      operation, first, inputs.count > 1 ? inputs[1] : nil, inputs.count > 2 ? inputs[2] : nil,
      more: Array(inputs.dropFirst(3)), key: key)
  }

  @inline(never)
  private static func take(
    _ state: UnsafeMutablePointer<EngineState>, _ call: Plan.Call, _ operation: Operation, _ a: Node, _ b: Node?,
    _ c: Node?, _ more: [Node]
  ) -> Node? {
    guard state.pointee.isGradEnabled, nk_interrupted() == 0 else { return nil }
    guard let entry = state.pointee.replay.expected(call, a, b, c, more, state),
      let plan = state.pointee.replay.active
    else {
      state.pointee.replay.recording?.willCall(operation, Plan.Inputs(a, b, c, more), call)
      return nil
    }
    let isUnchanged = state.pointee.replay.writesAtStart == state.pointee.writes
    entry.pointee.run(plan._withUnsafeGuaranteedRef { $0.recording }, isUnchanged: isUnchanged, state)
    state.pointee.replay.cursor = entry + 1
    if state.pointee.replay.isVerifying {
      // The call goes on in the ordinary way, and `verified` puts the planned node in the place of its result.
      state.pointee.replay.unverified = entry.pointee.node
      return nil
    }
    return entry.pointee.node.takeUnretainedValue()
  }

  /// The entry of a call that is the next one of the step that runs, or the first of a step.
  @inline(__always)
  private mutating func expected(
    _ call: Plan.Call, _ a: Node, _ b: Node?, _ c: Node?, _ more: [Node], _ state: UnsafeMutablePointer<EngineState>
  ) -> UnsafeMutablePointer<Plan.Entry>? {
    // Nodes are put together only when they have to be looked at: each costs a reference.
    if let cursor, cursor != end, cursor.pointee.call == call, more.isEmpty { return cursor }
    return others(call, Plan.Inputs(a, b, c, more), state)
  }

  @inline(never)
  private mutating func others(
    _ call: Plan.Call, _ inputs: Plan.Inputs, _ state: UnsafeMutablePointer<EngineState>
  ) -> UnsafeMutablePointer<Plan.Entry>? {
    if let cursor, cursor != end, let plan = active?.takeUnretainedValue(), let first = plan.entries.baseAddress,
      plan.redirect(cursor - first, call, inputs)
    {
      return cursor
    }
    return first(call, inputs, state)
  }

  @inline(never)
  private mutating func first(
    _ call: Plan.Call, _ inputs: Plan.Inputs, _ state: UnsafeMutablePointer<EngineState>
  ) -> UnsafeMutablePointer<Plan.Entry>? {
    for plan in plans {
      guard let entry = plan.entries.baseAddress, entry.pointee.call.operation == call.operation,
        plan.isFree() || isFreed(plan, call, state), plan.redirect(0, call, inputs)
      else { continue }
      active = Unmanaged.passUnretained(plan)
      end = entry + plan.entries.count
      writesAtStart = state.pointee.writes
      if recording != nil { stopRecording() }
      return entry
    }
    return nil
  }

  /// Whether only nodes that wait to be used again have held what the last step left: those of a result beside the loss,
  /// which nobody looks at any more.
  private func isFreed(_ plan: Plan, _ call: Plan.Call, _ state: UnsafeMutablePointer<EngineState>) -> Bool {
    guard active?.toOpaque() != Unmanaged.passUnretained(plan).toOpaque(), plan.entries[0].call.key == call.key else {
      return false
    }
    state.pointee.recycler.sweep()
    return plan.isFree()
  }

  /// Runs backward from the last result of the plan whose step runs.
  ///
  /// - Returns: whether it did; otherwise an ordinary backward has to.
  package static func backward(
    from root: Node, _ state: UnsafeMutablePointer<EngineState>
  ) throws(TensorError) -> Bool {
    guard let plan = state.pointee.replay.active, let cursor = state.pointee.replay.cursor,
      cursor == state.pointee.replay.end
    else { return false }
    guard (cursor - 1).pointee.node.toOpaque() == Unmanaged.passUnretained(root).toOpaque() else { return false }
    state.pointee.replay.leave()
    guard state.pointee.replay.writesAtStart == state.pointee.writes, !state.pointee.isWalking, !root.isConsumed else {
      return false
    }
    let running = plan.takeUnretainedValue()
    guard running.isFreeForBackward() else { return false }
    let expected = state.pointee.replay.isVerifying ? try running.ordinaryGradients(root) : nil
    try running.runBackward(site: state.pointee.site)
    if let expected { try running.compareGradients(expected) }
    state.pointee.replay.replayedSteps += 1
    state.pointee.replay.stuck = 0
    state.pointee.replay.lastWait = 0
    return true
  }

  /// Before a change in place of memory that may be nothing to the step that runs: then it goes on.
  package mutating func willWrite(_ storage: Storage) {
    if let plan = active?.takeUnretainedValue(), !plan.reads(storage) { writesAtStart &+= 1 }
  }

  /// The planned result of an operation that waits for a comparison.
  package mutating func takeUnverified(of operation: Operation) -> Node? {
    guard let node = unverified?.takeUnretainedValue(), node.operation === operation else { return nil }
    unverified = nil
    return node
  }

  /// Ends the step that runs, if one does.
  @inline(__always)
  private mutating func leave() {
    active = nil
    cursor = nil
  }

  /// How many calls of the plans are computed together with the one before.
  package var joinedCalls: Int { plans.reduce(0) { $0 + $1.entries.count(where: \.isJoined) } }

  /// Whether there are plans to let go of.
  package var holdsMemory: Bool { recording != nil || !plans.isEmpty }

  /// Lets go of all plans.
  @inline(never)
  package mutating func forget() {
    leave()
    stopRecording()
    plans = []
    setFlags()
  }

  /// Begins as if nothing had run.
  private mutating func reset() {
    forget()
    signatures = InlineArray(repeating: 0)
    (wait, lastWait, stuck) = (0, 0, 0)
  }

  /// Tells the operations whether they have to look here.
  private func setFlags() {
    let state = engine
    state.pointee.isPinning = false
    state.pointee.isReplaying = recording != nil || !plans.isEmpty
    state.pointee.isWatching = recording != nil || isVerifying || state.pointee.isSearchingNonFinite
  }
}

// MARK: - Recording

extension Replay {
  /// Holds a node that was made for the recording.
  package mutating func pin(_ node: Node, _ byteCount: Int) { recording?.pin(node, byteCount) }

  /// Notes the result of an operation.
  package mutating func note(_ node: Node, _ operation: Operation) {
    guard let recording else { return }
    recording.didCall(node, operation)
    if recording.isUseless { stopRecording() }
  }

  /// Before an ordinary backward from a number.
  package mutating func willRunBackward() { recording?.willRunBackward() }

  /// After one operation's share of an ordinary backward.
  package mutating func didDifferentiate(_ node: Node) { recording?.didDifferentiate(node) }

  /// Before the gradients flow along a tape.
  package mutating func willPropagate(_ room: borrowing WalkRoom) {
    if let recording, !recording.covers(room) {
      stopRecording()
      backOff()
    }
  }

  /// After an ordinary backward, however it ended.
  package mutating func didRunBackward() { if recording?.isInBackward == true { stopRecording() } }

  /// After the gradients have flown.
  package mutating func didPropagate(_ room: borrowing WalkRoom) {
    leave()
    guard isEnabled, !engine.pointee.isSearchingNonFinite else { return }
    let signature = room.signature
    if let recording {
      let plan = recording.plan(room, signature)
      stopRecording()
      if let plan {
        if plans.count >= Replay.greatestPlanCount { plans.removeFirst() }
        plans.append(plan)
        setFlags()
      } else {
        backOff()
      }
    }
    observe(signature)
  }

  /// Decides whether the next step is to be recorded.
  private mutating func observe(_ signature: UInt64) {
    var isKnown = false
    for i in 0..<4 where signatures[i] == signature { isKnown = true }
    signatures[nextSignature] = signature
    nextSignature = (nextSignature + 1) & 3
    guard isKnown, signature != 0 else { return }
    if wait > 0 {
      wait -= 1
      return
    }
    if plans.lazy.filter({ $0.signature == signature }).count >= Replay.instances {
      // The program keeps the results of its steps, or calls them otherwise each time.
      stuck += 1
      if stuck > 8 {
        plans.removeAll { $0.signature == signature }
        stuck = 0
        backOff()
      }
      return
    }
    recording = StepRecording()
    setFlags()
  }

  private mutating func backOff() {
    lastWait = Swift.min(2 * lastWait + 4, 4096)
    wait = lastWait
  }

  /// Ends a recording that came to nothing, or whose plan is made.
  private mutating func stopRecording() {
    guard recording != nil else { return }
    recording?.end()
    recording = nil
    setFlags()
  }
}
