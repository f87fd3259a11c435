/// The tape of a result, to look at: what Insight draws and explains.
package struct Tape {
  /// Operations and leaves, inputs before what is computed from them.
  package let nodes: [Node]

  /// Everything that `result` was computed from and a gradient flows to, and the inputs that none flows to.
  package init(of result: Tensor) {
    var seen: Set<ObjectIdentifier> = []
    var found: [Node] = []
    var stack = [result.node]
    while let node = stack.popLast() {
      guard seen.insert(ObjectIdentifier(node)).inserted else { continue }
      found.append(node)
      stack.append(contentsOf: node.inputs)
    }
    // Leaves have the number 0 and come first; the order of discovery, reversed, is kept among them.
    nodes = found.reversed().enumerated()
      .sorted { ($0.element.sequence, $0.offset) < ($1.element.sequence, $1.offset) }.map(\.element)
    nameParameters()
  }

  /// A model names its parameters when it is asked for them. One that was only called has told the tape its modules,
  /// from which the names follow.
  private func nameParameters() {
    for node in nodes {
      guard let path = node.modulePath, node.operation === operations.product.linear
        || node.operation === operations.convolution.conv2d
      else { continue }
      for (place, word) in [(1, "weight"), (2, "bias")] {
        guard let input = node.input(place), input.isLeaf, input.requiresGrad, input.name == nil else { continue }
        input.name = "\(path).\(word)"
      }
    }
  }
}

extension Node {
  /// Where in a model it was computed: "encoder.0".
  package var modulePath: String? { ModuleScope.path(moduleScope) }

  /// The place that made it.
  package var place: Site { Site(rawValue: site) }
}
