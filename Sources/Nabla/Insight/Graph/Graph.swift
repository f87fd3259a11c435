public import Rendering

/// The computation graph of a result: every operation, parameter and input it was computed from, with shapes, values
/// and, after `backward()`, gradients.
///
/// A graph of many operations is folded, by module first, then by the line of the program that made them, so that it
/// stays readable; what is folded says how much is inside.
///
/// - Parameters:
///   - result: the loss, or any tensor with a history
///   - depth: to what depth modules are opened: 0 shows each top module as one box; nil opens as much as is readable
///   - open: the paths of modules to open whatever the depth: `["encoder.0"]`
public func graph(_ result: Tensor, depth: Int? = nil, open: [String] = []) -> Diagram {
  let tape = Tape(of: result)
  let readable = 60
  var folding = Folding(tape, result: result.node, depth: depth, open: open)
  if depth == nil {
    // The greatest depth that gives few enough boxes.
    var depth = folding.greatestDepth
    while folding.boxes.count > readable, depth > 0 {
      depth -= 1
      folding = Folding(tape, result: result.node, depth: depth, open: open)
    }
  }
  if folding.boxes.count > readable { folding.foldLines() }
  if folding.boxes.count > readable { folding.foldEarliest(keeping: readable) }
  return folding.diagram
}

/// A tape whose nodes are sorted into boxes.
private struct Folding {
  let tape: Tape
  let result: Node
  /// The boxes in the order of the tape: the nodes of each, and a name where it stands for several.
  var boxes: [(name: String?, nodes: [Node])] = []
  /// The modules whose operations stand open, each framed.
  private var frames: [(path: String, key: Int)] = []
  private(set) var greatestDepth = 0
  /// The modules that were to be opened and are not there.
  private let unknown: [String]

  init(_ tape: Tape, result: Node, depth: Int?, open: [String]) {
    self.tape = tape
    self.result = result
    let paths = Set(tape.nodes.compactMap(\.modulePath))
    unknown = open.filter { name in !paths.contains { $0 == name || $0.hasPrefix(name + ".") } }
    greatestDepth = tape.nodes.map { Self.parts($0.modulePath).count }.max() ?? 0
    let consumers = Self.consumers(of: tape)
    var places: [String: Int] = [:]
    for node in tape.nodes {
      // A parameter belongs to the module that uses it, unless several do.
      let paths = node.isLeaf ? Set(consumers[ObjectIdentifier(node)] ?? []) : []
      let path = node.isLeaf && node.requiresGrad ? (paths.count == 1 ? paths.first ?? nil : nil) : node.modulePath
      guard let path, let folded = Self.folded(path, depth: depth, open: open) else {
        boxes.append((nil, [node]))
        continue
      }
      if let place = places[folded] {
        boxes[place].nodes.append(node)
      } else {
        places[folded] = boxes.count
        boxes.append((folded, [node]))
      }
    }
  }

  private static func parts(_ path: String?) -> [Substring] { path?.split(separator: ".") ?? [] }

  /// The module that a path is folded into; nil where it stands open.
  private static func folded(_ path: String, depth: Int?, open: [String]) -> String? {
    guard let depth else { return nil }
    let parts = parts(path)
    guard parts.count > depth else { return nil }
    let name = parts.prefix(depth + 1).joined(separator: ".")
    return open.contains { $0 == name || $0.hasPrefix(name + ".") } ? nil : name
  }

  /// The modules that use each leaf.
  private static func consumers(of tape: Tape) -> [ObjectIdentifier: [String?]] {
    var consumers: [ObjectIdentifier: [String?]] = [:]
    for node in tape.nodes {
      for input in node.inputs where input.isLeaf {
        consumers[ObjectIdentifier(input), default: []].append(node.modulePath)
      }
    }
    return consumers
  }

  /// Makes one box of the operations that one line made in a row, as a loop does.
  mutating func foldLines() {
    var folded: [(name: String?, nodes: [Node])] = []
    var lastSite: UInt64?
    for box in boxes {
      let node = box.nodes[0]
      if box.name == nil, !node.isLeaf, node.name == nil, node !== result, node.site != 0, node.site == lastSite {
        folded[folded.count - 1].nodes.append(node)
        folded[folded.count - 1].name = "\(node.place)"
      } else {
        folded.append(box)
        lastSite = box.name == nil && !node.isLeaf && node.name == nil ? node.site : nil
      }
    }
    boxes = folded
  }

  /// Makes one box of all that is farthest from the result.
  mutating func foldEarliest(keeping count: Int) {
    let cut = boxes.count - count
    guard cut > 1 else { return }
    boxes = [("earlier", boxes[..<cut].flatMap(\.nodes))] + boxes[cut...]
  }

  var diagram: Diagram {
    var box: [ObjectIdentifier: Int] = [:]
    for (index, entry) in boxes.enumerated() {
      for node in entry.nodes { box[ObjectIdentifier(node)] = index }
    }
    var edges: [Edge] = []
    var seen: Set<Edge> = []
    for node in tape.nodes {
      guard let to = box[ObjectIdentifier(node)] else { continue }
      for input in node.inputs {
        guard let from = box[ObjectIdentifier(input)], from != to else { continue }
        let edge = Edge(from, to)
        if seen.insert(edge).inserted { edges.append(edge) }
      }
    }
    let nodes = boxes.map { entry -> Rendering.Node in
      guard let name = entry.name else { return Self.picture(of: entry.nodes[0], result: result) }
      let operations = entry.nodes.count { !$0.isLeaf }
      let parameters = entry.nodes.filter { $0.isLeaf && $0.requiresGrad }.reduce(0) { $0 + $1.count }
      var details = [NumberFormat.count(operations, of: "operation")]
      if parameters > 0 { details.append(NumberFormat.count(parameters, of: "parameter")) }
      if let output = entry.nodes.last, !output.isLeaf, !output.shapeText.isEmpty { details.append(output.shapeText) }
      return Rendering.Node(name, details: details, kind: .folded)
    }
    var notes: [String] = []
    let folded = boxes.filter { $0.name != nil }.count
    if folded > 0 {
      notes.append(
        "\(NumberFormat.count(tape.nodes.count)) nodes, folded into \(nodes.count); "
          + "graph(loss, depth: 9) opens all modules, open: [\"name\"] one of them")
    }
    if !unknown.isEmpty {
      let names = unknown.map { "\"\($0)\"" }.joined(separator: ", ")
      notes.append("no module \(names) took part; the boxes show the names of those that did")
    }
    if result.requiresGrad, tape.nodes.allSatisfy({ $0.grad == nil }) {
      notes.append("no gradients yet: call backward() first to see them here")
    }
    return Diagram(title: "", nodes: nodes, edges: edges, groups: groups, notes: notes)
  }

  /// Frames around the operations of each module that stands open.
  private var groups: [Rendering.Group] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, entry) in boxes.enumerated() where entry.name == nil {
      guard let path = entry.nodes[0].modulePath else { continue }
      if members[path] == nil { order.append(path) }
      members[path, default: []].append(index)
    }
    return order.compactMap { path in
      guard let nodes = members[path], nodes.count > 1 else { return nil }
      return Rendering.Group(path, nodes: nodes)
    }
  }

  /// One node as a box.
  static func picture(of node: Node, result: Node) -> Rendering.Node {
    let kind: Rendering.Node.Kind =
      node === result ? .result : !node.isLeaf ? .operation : node.requiresGrad ? .parameter : .input
    var details: [String] = []
    let made = node.name == nil ? "" : node.operation?.name ?? ""
    let first = [made, node.shapeText].filter { !$0.isEmpty }.joined(separator: "  ")
    if !first.isEmpty { details.append(first) }
    if !(node.isLeaf && node.name == nil && node.count == 1 && !node.requiresGrad) { details.append(node.valueText) }
    if let gradient = node.grad { details.append("∇ \(gradient.valueText)") }
    let place = node.place.isKnown ? " (\(node.place))" : ""
    let formula = node.operation.map { "\($0.name)\(place)" } ?? node.title
    return Rendering.Node(
      node.title, details: details, kind: kind, tooltip: ([formula] + details).joined(separator: "\n"))
  }
}
