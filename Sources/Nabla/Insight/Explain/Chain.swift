/// The elements through which one entry of a tensor acts on a loss, and the factor of each link between them.
struct Chain {
  /// An element of a node of the tape.
  struct Element: Hashable {
    var node: Int
    var place: Int
  }

  /// From an element to one that is computed from it.
  struct Link {
    var to: Element
    /// ∂to/∂from
    var factor: Double
  }

  let tape: Tape
  let start: Element
  let end: Element
  private(set) var links: [Element: [Link]] = [:]
  /// ∂loss/∂element: the sum over all ways of the products of their factors.
  private(set) var totals: [Element: Double] = [:]
  /// The size of what is added up for the start's total: the sum of the products without their signs.
  private(set) var magnitude = 0.0

  /// The most elements and links that are looked at.
  private static let elementLimit = 600
  private static let linkLimit = 6000

  /// nil where there are more ways than can be written down.
  init?(_ tape: Tape, from start: Element, to end: Element) {
    self.tape = tape
    self.start = start
    self.end = end
    let consumers = tape.consumers
    var active: [Int: [Int]] = [start.node: [start.place]]
    var seen: Set<Element> = [start]
    var order: [Element] = []
    var linkCount = 0
    var derivatives: [Int: LocalDerivative] = [:]
    // The start and views of it: what they act on first gets a row for each sample, also where the sample is 0.
    var isWhole: Set<Int> = [start.node]
    for node in tape.nodes.indices {
      for place in active[node] ?? [] {
        let element = Element(node: node, place: place)
        order.append(element)
        guard order.count <= Self.elementLimit else { return nil }
        for (consumer, input) in consumers[node] ?? [] {
          if derivatives[consumer] == nil { derivatives[consumer] = LocalDerivative(tape.nodes[consumer]) }
          guard let column = derivatives[consumer]?.column(input: input, element: place) else { return nil }
          var targets = column.indices.filter { column[$0] != 0 }
          if isWhole.contains(node) {
            if targets.count == 1, tape.isPassage(consumer), column[targets[0]] == 1 {
              isWhole.insert(consumer)
            } else {
              targets = Self.samples(of: targets, in: tape.nodes[consumer])
            }
          }
          // A link that lets nothing through, as of a dead unit, is part of the story.
          if targets.isEmpty, column.count == tape.nodes[node].count { targets = [place] }
          for target in targets {
            let next = Element(node: consumer, place: target)
            links[element, default: []].append(Link(to: next, factor: column[target]))
            linkCount += 1
            guard linkCount <= Self.linkLimit else { return nil }
            if seen.insert(next).inserted { active[consumer, default: []].append(target) }
          }
        }
      }
      active[node]?.removeAll()
    }
    var magnitudes: [Element: Double] = [:]
    for element in order.reversed() {
      let onward = links[element] ?? []
      totals[element] = element == end ? 1 : onward.reduce(0) { $0 + $1.factor * (totals[$1.to] ?? 0) }
      magnitudes[element] = element == end ? 1 : onward.reduce(0) { $0 + abs($1.factor) * (magnitudes[$1.to] ?? 0) }
    }
    magnitude = magnitudes[start] ?? 0
  }

  /// Elements that differ in the first dimension only, the batch, made whole along it.
  private static func samples(of targets: [Int], in node: Node) -> [Int] {
    guard node.shape.rank > 1, let first = targets.first, node.shape[0] > 0, node.shape[0] <= elementLimit else {
      return targets
    }
    let size = node.count / node.shape[0]
    guard targets.allSatisfy({ $0 % size == first % size }) else { return targets }
    return (0..<node.shape[0]).map { $0 * size + first % size }
  }

  /// ∂loss/∂start
  var total: Double { totals[start] ?? 0 }

  /// Where the writing begins: the start, or what a view of it passes on.
  var origin: Element {
    var origin = start
    while let only = links[origin], only.count == 1, only[0].factor == 1, only[0].to != end,
      tape.nodes[only[0].to.node].name == nil, tape.isPassage(only[0].to.node)
    {
      origin = only[0].to
    }
    return origin
  }

  /// The links to follow from an element: those that pass it on unchanged, as a sum or another look at the same
  /// numbers does, are stepped over, so that `x W + b` is one linear part and not two.
  func steps(from element: Element) -> [Link] {
    (links[element] ?? []).map { link in
      var link = link
      while link.to != end, let onward = links[link.to], onward.count == 1, onward[0].factor == 1,
        tape.nodes[link.to.node].name == nil, tape.isPassage(onward[0].to.node)
      {
        link.to = onward[0].to
      }
      return link
    }
  }
}

extension Tape {
  /// For each node the nodes computed from it with a gradient, with the places it takes among their inputs.
  var consumers: [Int: [(consumer: Int, input: Int)]] {
    var places: [ObjectIdentifier: Int] = [:]
    for (index, node) in nodes.enumerated() { places[ObjectIdentifier(node)] = index }
    var consumers: [Int: [(consumer: Int, input: Int)]] = [:]
    for (index, node) in nodes.enumerated() {
      for (input, source) in node.inputs.enumerated() where source.requiresGrad {
        guard let from = places[ObjectIdentifier(source)] else { continue }
        consumers[from, default: []].append((index, input))
      }
    }
    return consumers
  }

  /// Whether a node passes its inputs on unchanged: an addition, a sum, or a view.
  func isPassage(_ index: Int) -> Bool {
    guard let operation = nodes[index].operation else { return false }
    return !operation.partials.isEmpty && operation.partials.allSatisfy { $0 == "1" }
  }

  /// The place of a node; nil where it is not on the tape.
  func place(of node: Node) -> Int? { nodes.firstIndex { $0 === node } }
}
