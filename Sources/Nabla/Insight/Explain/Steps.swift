public import Rendering

/// The backward pass over the user's own tensors, operation by operation: what arrives at each, its local derivative,
/// what it passes on, and where gradients of several ways are added up.
///
/// Each step opens with a click, also in an exported page; in a terminal the steps are text. Nobody's `.grad` changes,
/// and the graph can still be used for `backward()`.
///
/// - Parameters:
///   - loss: a single number with a history
///   - limit: the most steps that are shown
public func steps(_ loss: Tensor, limit: Int = 40) -> Frames {
  attempt(or: Frames(title: "", frames: [])) { () throws(TensorError) in
    guard loss.count == 1 else { throw .needsScalar("steps", loss.node.shape) }
    guard loss.node.operation != nil else { throw .noHistory("steps", loss.node) }
    let tape = Tape(of: loss)
    try Explanation.checkValues(tape, for: "steps")
    return BackwardPass(tape, loss: loss.node, limit: limit).frames
  }
}

/// A backward pass that is being written down.
private struct BackwardPass {
  let tape: Tape
  let loss: Node
  let limit: Int
  private let symbols: Symbols
  private let places: [ObjectIdentifier: Int]

  /// More boxes than this make a picture that is no help beside a step.
  private static let pictureLimit = 28

  /// The characters of a box's lines: one number for all, so that boxes keep their places from step to step.
  private static let boxWidth = 22

  init(_ tape: Tape, loss: Node, limit: Int) {
    self.tape = tape
    self.loss = loss
    self.limit = max(limit, 1)
    var places: [ObjectIdentifier: Int] = [:]
    for (index, node) in tape.nodes.enumerated() { places[ObjectIdentifier(node)] = index }
    self.places = places
    var symbols = Symbols(tape, result: places[ObjectIdentifier(loss)] ?? 0)
    symbols.assign(Array(tape.nodes.indices))
    self.symbols = symbols
  }

  var frames: Frames {
    let end = places[ObjectIdentifier(loss)] ?? 0
    var arrived: [Int: Tensor] = [end: Tensor.ones(loss.shape.array, dtype: loss.dtype)]
    // The numbers first, for the picture shows all gradients that have arrived.
    var frames: [Frames.Frame] = [
      .init(
        title: "start: ∂\(name(end))/∂\(name(end)) = 1",
        lines: ["\(name(end)) = \(loss.valueText)", "A change of the loss changes the loss by as much."],
        diagram: picture(active: end, arrived: arrived, links: []))
    ]
    var left = 0
    noGrad {
      for index in tape.nodes.indices.reversed() {
        guard let gradient = arrived[index], let local = LocalDerivative(tape.nodes[index]) else { continue }
        var lines = ["arrives     ∂\(name(end))/∂\(name(index)) = \(gradient.node.valueText)"]
        let rules = symbols.rules(of: index).map(\.text)
        if !rules.isEmpty { lines.append("local       \(rules.joined(separator: ";  "))") }
        var reached: [Int] = []
        for (input, share) in zip(tape.nodes[index].inputs, local.product(gradient)) {
          guard let share, let place = places[ObjectIdentifier(input)] else { continue }
          reached.append(place)
          lines.append("passes on   to \(name(place)): \(share.node.valueText)")
          if let before = arrived[place] {
            let sum = before + share
            lines.append(
              "adds up     ∂\(name(end))/∂\(name(place)) = \(before.node.valueText) + \(share.node.valueText) = "
                + sum.node.valueText)
            arrived[place] = sum
          } else {
            arrived[place] = share
          }
        }
        guard frames.count < limit else {
          left += 1
          continue
        }
        let targets = reached.map { name($0) }.joined(separator: ", ")
        frames.append(
          .init(
            title: "\(tape.nodes[index].operation?.name ?? ""): from \(name(index)) to \(targets)", lines: lines,
            diagram: picture(active: index, arrived: arrived, links: reached)))
      }
    }
    frames.append(summary(arrived, left: left))
    return Frames(title: "Backward from \(name(end)), step by step", frames: frames)
  }

  /// What the parameters have got, and what was not shown.
  private func summary(_ arrived: [Int: Tensor], left: Int) -> Frames.Frame {
    let leaves = tape.nodes.indices.filter { tape.nodes[$0].isLeaf && tape.nodes[$0].requiresGrad }
    let rows = leaves.map { index in (name(index), tape.nodes[index].shapeText, arrived[index]?.node.valueText ?? "0") }
    let table = Table(columns: [
      Column("parameter", words: rows.map(\.0)), Column("shape", words: rows.map(\.1)),
      Column("gradient", words: rows.map(\.2)),
    ])
    let lines =
      left > 0
      ? ["\(NumberFormat.count(left, of: "step")) not shown: steps(loss, limit: \(limit + left)) shows them all"] : []
    return .init(title: "done: the gradients of the parameters", lines: lines, table: table)
  }

  private func name(_ index: Int) -> String {
    let node = tape.nodes[index]
    return node.isLeaf && node.name == nil && !node.requiresGrad
      ? node.title : symbols.text(Chain.Element(node: index, place: 0), indexed: false)
  }

  /// The graph with the operation at work.
  private func picture(active: Int, arrived: [Int: Tensor], links: [Int]) -> Diagram? {
    guard tape.nodes.count <= Self.pictureLimit else { return nil }
    var edges: [Edge] = []
    for (index, node) in tape.nodes.enumerated() {
      for input in node.inputs {
        guard let from = places[ObjectIdentifier(input)] else { continue }
        let edge = Edge(from, index, isActive: index == active && links.contains(from))
        if !edges.contains(edge) { edges.append(edge) }
      }
    }
    let nodes = tape.nodes.indices.map { index -> Rendering.Node in
      let node = tape.nodes[index]
      let kind: Rendering.Node.Kind =
        node === loss ? .result : !node.isLeaf ? .operation : node.requiresGrad ? .parameter : .input
      var details = node.isLeaf ? [] : [node.operation?.name ?? ""]
      // A line kept free for the gradient.
      if node.requiresGrad { details.append(arrived[index].map { "∇ \($0.node.valueText)" } ?? "∇") }
      return Rendering.Node(
        name(index), details: details.map { TextLayout.pad(TextLayout.clip($0, to: Self.boxWidth), to: Self.boxWidth) },
        kind: kind,
        emphasis: index == active ? .active : arrived[index] == nil ? .dim : .none)
    }
    return Diagram(nodes: nodes, edges: edges, flow: .right)
  }
}
