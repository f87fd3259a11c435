internal import CKernels

extension Tensor {
  /// Computes the gradient of this number by everything with `requiresGrad` that it was computed from.
  ///
  /// Leaves add it to their `.grad`. Intermediate results keep theirs too when they have a name or at most 65,536
  /// elements. The graph can be used once, unless it is retained.
  ///
  /// - Parameters:
  ///   - gradient: where to start when this is not a single number; in its shape.
  ///   - retainGraph: keeps the graph for another backward.
  ///   - createGraph: makes the gradients differentiable in their turn; retains the graph.
  public func backward(gradient: Tensor? = nil, retainGraph: Bool = false, createGraph: Bool = false) {
    attempt(or: ()) { () throws(TensorError) in
      try Backward.run(from: self, gradient, retainGraph: retainGraph || createGraph, createGraph: createGraph)
    }
  }
}

/// Reverse mode: a walk over the tape from results to leaves.
package enum Backward {
  /// Intermediate gradients of more elements than this are kept only for named tensors.
  package static let keptElements = 65_536
  /// Values of intermediate results larger than this are given up after backward when only the tape holds them.
  package static let keptBytes = 1 << 20

  /// Adds the gradients of a result to the `.grad` of what it was computed from.
  package static func run(
    from root: Tensor, _ gradient: Tensor?, retainGraph: Bool, createGraph: Bool
  ) throws(TensorError) {
    let state = engine
    let isStep = !retainGraph && gradient == nil
    if isStep {
      if try Replay.backward(from: root.node, state) { return }
      state.pointee.replay.willRunBackward()
    }
    defer { state.pointee.replay.didRunBackward() }
    let seed = try seed(root, gradient)
    try withRoom { (room: inout WalkRoom) throws(TensorError) in
      try collect(CollectionOfOne(root), stops: [], &room)
      root.node.arriving = seed
      root.node.arrivingIsSum = false
      if isStep { state.pointee.replay.willPropagate(room) }
      try propagate(room, wanted: nil, retainGraph: retainGraph, createGraph: createGraph)
      if isStep { state.pointee.replay.didPropagate(room) }
    }
  }

  /// The gradients of results by inputs; nobody's `.grad` is touched.
  ///
  /// - Parameter stopsAtInputs: whether the walk goes no further than the inputs.
  /// - Returns: the gradients of `inputs`, nil where no result depends on one.
  package static func run(
    from roots: [Tensor], gradients: [Tensor?], inputs: [Tensor], retainGraph: Bool, createGraph: Bool,
    stopsAtInputs: Bool = false
  ) throws(TensorError) -> [Tensor?] {
    var seeds: [Node] = []
    for (root, gradient) in zip(roots, gradients) { seeds.append(try seed(root, gradient)) }
    var wanted: [ObjectIdentifier: Node?] = [:]
    for input in inputs { wanted[ObjectIdentifier(input.node)] = .some(nil) }
    try withRoom { (room: inout WalkRoom) throws(TensorError) in
      try collect(roots, stops: stopsAtInputs ? inputs : [], &room)
      for (root, seed) in zip(roots, seeds) {
        let arrived = root.node.arriving
        root.node.arriving = arrived.map { (Tensor($0) + Tensor(seed)).node } ?? seed
        root.node.arrivingIsSum = false
      }
      let found = try propagate(room, wanted: wanted, retainGraph: retainGraph, createGraph: createGraph)
      if let found { wanted = found }
    }
    return inputs.map { input in wanted[ObjectIdentifier(input.node)].flatMap { $0 }.map { Tensor($0) } }
  }

  /// What arrives at a result: the gradient that was given, or 1.
  private static func seed(_ root: Tensor, _ gradient: Tensor?) throws(TensorError) -> Node {
    guard root.node.requiresGrad else { throw .nothingToDifferentiate(root.node) }
    if let gradient {
      guard gradient.node.shape == root.node.shape else {
        throw .gradientShape(gradient.node.shape, of: root.node.shape)
      }
      return gradient.dtype == root.dtype ? gradient.node : gradient.to(root.dtype).node
    }
    guard root.node.count == 1 else { throw .backwardNeedsScalar(root.node.shape) }
    let seed = try Node.make(root.node.shape, root.node.dtype)
    seed.fill(1)
    return seed
  }

  /// Runs a walk in the room that is kept for it, or in one of its own when it is a walk inside a walk.
  @inline(__always)
  private static func withRoom(
    _ body: (inout WalkRoom) throws(TensorError) -> Void
  ) throws(TensorError) {
    let state = engine
    if state.pointee.isWalking {
      var room = WalkRoom()
      defer { room.destroy() }
      defer { forgetArriving(room) }
      return try body(&room)
    }
    state.pointee.isWalking = true
    defer {
      forgetArriving(state.pointee.walkRoom)
      state.pointee.walkRoom.nodes.removeAll()
      state.pointee.walkRoom.leaves.removeAll()
      state.pointee.walkRoom.stack.removeAll()
      state.pointee.isWalking = false
    }
    try body(&state.pointee.walkRoom)
  }

  /// What a walk that failed left behind.
  private static func forgetArriving(_ room: WalkRoom) {
    for i in 0..<room.nodes.count { room.nodes[i]._withUnsafeGuaranteedRef { $0.arriving = nil } }
    for i in 0..<room.leaves.count { room.leaves[i]._withUnsafeGuaranteedRef { $0.arriving = nil } }
  }

  /// Sends the gradients that have arrived at the results on to the leaves.
  @discardableResult
  private static func propagate(
    _ room: borrowing WalkRoom, wanted: [ObjectIdentifier: Node?]?, retainGraph: Bool, createGraph: Bool
  ) throws(TensorError) -> [ObjectIdentifier: Node?]? {
    let state = engine
    let wasGradEnabled = state.pointee.isGradEnabled
    let site = state.pointee.site
    let scope = state.pointee.moduleScope
    let failedBefore = state.pointee.pendingFailure != nil
    state.pointee.isGradEnabled = createGraph
    defer {
      state.pointee.isGradEnabled = wasGradEnabled
      state.pointee.site = site
      state.pointee.moduleScope = scope
    }
    var wanted = wanted
    for i in 0..<room.nodes.count {
      let node = room.nodes[i].takeUnretainedValue()
      guard let arrived = node.arriving, let operation = node.operation else { continue }
      node.arriving = nil
      if nk_interrupted() != 0 { throw .interrupted }
      state.pointee.site = node.site
      state.pointee.moduleScope = node.moduleScope
      operation.backward(Step(node: node, gradient: Tensor(arrived), isDifferentiable: createGraph))
      if !failedBefore, let failure = state.pointee.pendingFailure {
        // The error was recorded by an operation of this walk; it is reported once, by the caller.
        state.pointee.pendingFailure = nil
        throw failure
      }
      if state.pointee.isPinning { state.pointee.replay.didDifferentiate(node) }
      if wanted != nil {
        if wanted?[ObjectIdentifier(node)] != nil { wanted?[ObjectIdentifier(node)] = .some(arrived) }
      } else if node.count <= keptElements || node.name != nil {
        keep(arrived, in: node, createGraph: createGraph)
      }
      if !retainGraph {
        node.isConsumed = true
        node.consumedSite = site
        if wanted == nil { releaseIfHeldByTapeOnly(node) }
      }
    }
    // Leaves come last, so that a walk that failed has changed no gradient of a parameter.
    for i in 0..<room.leaves.count {
      let leaf = room.leaves[i].takeUnretainedValue()
      guard let arrived = leaf.arriving else { continue }
      leaf.arriving = nil
      if wanted != nil {
        if wanted?[ObjectIdentifier(leaf)] != nil { wanted?[ObjectIdentifier(leaf)] = .some(arrived) }
      } else {
        keep(arrived, in: leaf, createGraph: createGraph)
      }
    }
    return wanted
  }

  /// Adds a gradient to the one a node keeps.
  @inline(__always)
  private static func keep(_ gradient: Node, in node: Node, createGraph: Bool) {
    if !node.hasGrad {
      node.grad = gradient
    } else if node.isPlanned {
      node.grad = (Tensor(node.grad ?? gradient) + Tensor(gradient)).node
    } else if createGraph {
      if let kept = node.grad { node.grad = (Tensor(kept) + Tensor(gradient)).node }
    } else {
      accumulate(gradient, into: &node.storedGrad)
    }
  }

  /// Gives up a large value that nothing but its one consumer on the tape refers to.
  private static func releaseIfHeldByTapeOnly(_ node: Node) {
    guard node.count * node.dtype.byteCount > keptBytes, node.name == nil else { return }
    // Two references are the tape's and this function's caller's.
    if _getRetainCount(node) <= 3, let empty = try? Storage(byteCount: 0) { node.releaseValue(to: empty) }
  }

  /// The results to walk, from last to first, and the leaves.
  @inline(__always)
  private static func collect(
    _ roots: some Collection<Tensor>, stops: [Tensor], _ room: inout WalkRoom
  ) throws(TensorError) {
    let state = engine
    state.pointee.walk &+= 1
    let walk = state.pointee.walk
    var consumed: Node?
    @inline(__always) func visit(_ node: Node?) {
      guard let node, node.requiresGrad, node.walk != walk else { return }
      node.walk = walk
      if node.operation == nil {
        room.leaves.append(node)
      } else {
        if node.isConsumed, consumed == nil { consumed = node }
        room.stack.append(node)
      }
    }
    for stop in stops where stop.node.walk != walk {
      stop.node.walk = walk
      room.leaves.append(stop.node)
    }
    for root in roots { visit(root.node) }
    while let top = room.stack.popLast() {
      let node = top.takeUnretainedValue()
      room.nodes.append(node)
      visit(node.input0)
      if node.inputCount > 1 {
        visit(node.input1)
        visit(node.input2)
        if let more = node.moreInputs { for input in more { visit(input) } }
      }
    }
    if let consumed { throw .secondBackward(consumed) }
    room.nodes.sortFromLastToFirst()
  }
}
