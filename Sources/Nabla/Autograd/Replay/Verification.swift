/// Computes every replayed step a second time in the ordinary way from now on, and compares, or no longer.
///
/// A step of training that repeats is replayed: its kernels run again, on the same memory, without the work that led to
/// them. The results are the same to the last bit; this shows it. A value or gradient that differs is an error that
/// names the operation, its cell and line, and the element.
public func verifyReplay(_ isEnabled: Bool = true) { engine.pointee.replay.isVerifying = isEnabled }

extension Replay {
  /// The planned node in the place of an ordinary result, after a comparison of their bits; the result itself when no
  /// plan runs.
  package static func verified(
    _ result: Node, _ operation: Operation, _ state: UnsafeMutablePointer<EngineState>
  ) throws(TensorError) -> Node {
    guard let planned = state.pointee.replay.takeUnverified(of: operation) else { return result }
    try compare(planned, with: result, "value", planned)
    return planned
  }

  fileprivate static func compare(
    _ replayed: Node, with ordinary: Node, _ what: String, _ node: Node
  ) throws(TensorError) {
    guard replayed.shape == ordinary.shape, replayed.dtype == ordinary.dtype else {
      throw .replayDiffers(node, what, position: 0, replayed: .nan, ordinary: .nan)
    }
    let (a, b) = (try replayed.doubles(), try ordinary.doubles())
    for i in 0..<a.count where a[i].bitPattern != b[i].bitPattern && !(a[i].isNaN && b[i].isNaN) {
      throw .replayDiffers(node, what, position: i, replayed: a[i], ordinary: b[i])
    }
  }
}

extension Plan {
  /// The nodes whose gradients the plan leaves, results first.
  private var differentiated: [Node] {
    entries.map { $0.node.takeUnretainedValue() } + leaves.map { $0.takeUnretainedValue() }
  }

  /// The gradients as an ordinary backward has them.
  func ordinaryGradients(_ root: Node) throws(TensorError) -> [Tensor?] {
    try Backward.run(
      from: [Tensor(root)], gradients: [nil], inputs: differentiated.map { Tensor($0) }, retainGraph: true,
      createGraph: false)
  }

  /// Compares with the gradients that the plan has left.
  func compareGradients(_ expected: [Tensor?]) throws(TensorError) {
    for (node, expected) in zip(differentiated, expected) {
      guard let expected, let replayed = node.grad else {
        if expected == nil, node.grad == nil { continue }
        throw .replayDiffers(node, "gradient", position: 0, replayed: .nan, ordinary: .nan)
      }
      try Replay.compare(replayed, with: expected.node, "gradient", node)
    }
  }
}
