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
      _ = try Backward.run(
        from: [self], gradients: [gradient], inputs: nil, retainGraph: retainGraph || createGraph,
        createGraph: createGraph)
    }
  }
}

/// Reverse mode: a walk over the tape from results to leaves.
package enum Backward {
  /// Intermediate gradients of more elements than this are kept only for named tensors.
  package static let keptElements = 65_536
  /// Values of intermediate results larger than this are given up after backward when only the tape holds them.
  package static let keptBytes = 1 << 20

  /// - Parameters:
  ///   - inputs: when given, their gradients are returned, and nobody's `.grad` is touched.
  ///   - stopsAtInputs: whether the walk goes no further than the inputs.
  /// - Returns: the gradients of `inputs`, nil where a result does not depend on one.
  package static func run(
    from roots: [Tensor], gradients: [Tensor?], inputs: [Tensor]?, retainGraph: Bool, createGraph: Bool,
    stopsAtInputs: Bool = false
  ) throws(TensorError) -> [Tensor?] {
    let state = engine
    var seeds: [Node] = []
    for (root, gradient) in zip(roots, gradients) {
      guard root.node.requiresGrad else { throw .nothingToDifferentiate(root.node) }
      if let gradient {
        guard gradient.node.shape == root.node.shape else {
          throw .gradientShape(gradient.node.shape, of: root.node.shape)
        }
        seeds.append(gradient.dtype == root.dtype ? gradient.node : gradient.to(root.dtype).node)
      } else {
        guard root.count == 1 else { throw .backwardNeedsScalar(root.node.shape) }
        let seed = try Node(root.node.shape, root.dtype)
        nk_fill(root.dtype.kernel, 1, 1, seed.pointer)
        seeds.append(seed)
      }
    }

    // The walk's room is taken out of the state while in use: a nested walk gets its own.
    var nodes = state.pointee.walkNodes
    state.pointee.walkNodes = []
    let leavesStart: Int
    do {
      let (leaves, count) = try collect(roots, into: &nodes, stops: stopsAtInputs ? inputs ?? [] : [])
      leavesStart = count
      nodes.append(contentsOf: leaves)
    } catch {
      nodes.removeAll(keepingCapacity: true)
      state.pointee.walkNodes = nodes
      throw error
    }
    defer {
      for node in nodes { node._withUnsafeGuaranteedRef { $0.arriving = nil } }
      nodes.removeAll(keepingCapacity: true)
      state.pointee.walkNodes = nodes
    }

    let wasGradEnabled = state.pointee.isGradEnabled
    state.pointee.isGradEnabled = createGraph
    defer { state.pointee.isGradEnabled = wasGradEnabled }
    let site = state.pointee.site
    let failedBefore = state.pointee.pendingFailure != nil

    let wanted = inputs.map { Set($0.map { ObjectIdentifier($0.node) }) }
    var found: [ObjectIdentifier: Node] = [:]
    for (root, seed) in zip(roots, seeds) {
      if root.node.arriving == nil {
        root.node.arriving = seed
      } else if let arrived = root.node.arriving {
        root.node.arriving = (Tensor(arrived) + Tensor(seed)).node
      }
    }

    for i in 0..<leavesStart {
      let node = nodes[i].takeUnretainedValue()
      guard let arrived = node.arriving, let operation = node.operation else { continue }
      node.arriving = nil
      if nk_interrupted() != 0 { throw .interrupted }
      state.pointee.site = node.site
      operation.backward(Step(node: node, gradient: Tensor(arrived), isDifferentiable: createGraph))
      if let failure = state.pointee.pendingFailure, !failedBefore {
        // The error was recorded by an operation of this walk; it is reported once, by the caller.
        state.pointee.site = site
        state.pointee.pendingFailure = nil
        throw failure
      }
      if let wanted {
        if wanted.contains(ObjectIdentifier(node)) { found[ObjectIdentifier(node)] = arrived }
      } else if node.count <= keptElements || node.name != nil {
        keep(arrived, in: node, createGraph: createGraph)
      }
      if !retainGraph {
        node.isConsumed = true
        node.consumedSite = site
        if wanted == nil { releaseIfHeldByTapeOnly(node) }
      }
    }
    state.pointee.site = site

    // Leaves come last, so that a walk that failed has changed no gradient of a parameter.
    for i in leavesStart..<nodes.count {
      let leaf = nodes[i].takeUnretainedValue()
      guard let arrived = leaf.arriving else { continue }
      leaf.arriving = nil
      if let wanted {
        if wanted.contains(ObjectIdentifier(leaf)) { found[ObjectIdentifier(leaf)] = arrived }
      } else {
        keep(arrived, in: leaf, createGraph: createGraph)
      }
    }
    return inputs?.map { input in found[ObjectIdentifier(input.node)].map { Tensor($0) } } ?? []
  }

  /// Adds a gradient to the one a node keeps.
  @inline(__always)
  private static func keep(_ gradient: Node, in node: Node, createGraph: Bool) {
    if node.grad == nil {
      node.grad = gradient
    } else if createGraph {
      if let kept = node.grad { node.grad = (Tensor(kept) + Tensor(gradient)).node }
    } else {
      accumulate(gradient, into: &node.grad)
    }
  }

  /// Gives up a large value that nothing but its one consumer on the tape refers to.
  private static func releaseIfHeldByTapeOnly(_ node: Node) {
    guard node.count * node.dtype.byteCount > keptBytes, node.name == nil else { return }
    // Two references are the tape's and this function's caller's.
    if _getRetainCount(node) <= 3, let empty = try? Storage(byteCount: 0) { node.releaseValue(to: empty) }
  }

  /// The results to walk, from last to first, and the leaves.
  private static func collect(
    _ roots: [Tensor], into nodes: inout ContiguousArray<Unmanaged<Node>>, stops: [Tensor]
  ) throws(TensorError) -> (leaves: ContiguousArray<Unmanaged<Node>>, count: Int) {
    let state = engine
    state.pointee.walk &+= 1
    let walk = state.pointee.walk
    var stack = state.pointee.walkStack
    state.pointee.walkStack = []
    var leaves: ContiguousArray<Unmanaged<Node>> = []
    var consumed: Node?
    defer {
      stack.removeAll(keepingCapacity: true)
      state.pointee.walkStack = stack
    }
    func visit(_ node: Node?) {
      guard let node, node.requiresGrad, node.walk != walk else { return }
      node.walk = walk
      if node.operation == nil {
        leaves.append(Unmanaged.passUnretained(node))
      } else {
        if node.isConsumed, consumed == nil { consumed = node }
        stack.append(Unmanaged.passUnretained(node))
      }
    }
    for stop in stops where stop.node.walk != walk {
      stop.node.walk = walk
      leaves.append(Unmanaged.passUnretained(stop.node))
    }
    for root in roots { visit(root.node) }
    while let top = stack.popLast() {
      let node = top.takeUnretainedValue()
      nodes.append(top)
      visit(node.input0)
      if node.inputCount > 1 {
        visit(node.input1)
        visit(node.input2)
        for input in node.moreInputs { visit(input) }
      }
    }
    if let consumed { throw .secondBackward(consumed) }
    sort(&nodes)
    return (leaves, nodes.count)
  }

  /// From the last operation to the first. A tape of a chain comes in that order already.
  private static func sort(_ nodes: inout ContiguousArray<Unmanaged<Node>>) {
    @inline(__always) func sequence(_ i: Int) -> UInt64 { nodes[i]._withUnsafeGuaranteedRef { $0.sequence } }
    var isSorted = true
    if nodes.count > 1 {
      for i in 1..<nodes.count where sequence(i - 1) < sequence(i) {
        isSorted = false
        break
      }
    }
    if isSorted { return }
    nodes.sort { a, b in
      a._withUnsafeGuaranteedRef { $0.sequence } > b._withUnsafeGuaranteedRef { $0.sequence }
    }
  }
}
