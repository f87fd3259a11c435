internal import Rendering

/// The letters by which a derivation calls the nodes of a tape.
///
/// A node with a name keeps it. The others get z for a linear part, a for what a nonlinearity makes of it and u for
/// anything else, with numbers in the order in which they are computed.
struct Symbols {
  private let tape: Tape
  private let result: Int
  private var letters: [Int: (letter: String, number: Int)] = [:]

  init(_ tape: Tape, result: Int) {
    self.tape = tape
    self.result = result
  }

  /// Gives letters to the nodes that a derivation speaks of.
  mutating func assign(_ nodes: [Int]) {
    var counts: [String: Int] = [:]
    var totals: [String: Int] = [:]
    let unnamed = Set(nodes).sorted().filter { tape.nodes[$0].name == nil && $0 != result }
    for node in unnamed { totals[letter(node), default: 0] += 1 }
    // A letter that is somebody's name gets a number, even alone.
    for node in tape.nodes { if let name = node.name, totals[name] == 1 { totals[name] = 2 } }
    for node in unnamed {
      let letter = letter(node)
      counts[letter, default: 0] += 1
      letters[node] = (letter, (totals[letter] ?? 0) > 1 ? counts[letter] ?? 0 : 0)
    }
  }

  private func letter(_ node: Int) -> String {
    if tape.nodes[node].isLeaf { return tape.nodes[node].requiresGrad ? "w" : "x" }
    return tape.isActivation(node) ? "a" : tape.isLinear(node) ? "z" : "u"
  }

  func latex(_ element: Chain.Element, indexed: Bool = true) -> String {
    let node = tape.nodes[element.node]
    var base = "L"
    if element.node != result || node.name != nil {
      if let name = node.name {
        base = Self.latex(name: name)
      } else if let (letter, number) = letters[element.node] {
        base = number > 0 ? "\(letter)^{(\(number))}" : letter
      } else {
        base = "u"
      }
    }
    guard indexed, node.shape.rank > 0, node.count > 1 else { return base }
    let index = node.index(of: element.place).map { String($0) }.joined(separator: ",")
    return base.contains("_") ? "{\(base)}[\(index)]" : "\(base)_{\(index)}"
  }

  func text(_ element: Chain.Element, indexed: Bool = true) -> String {
    let node = tape.nodes[element.node]
    var base = node.name ?? "L"
    if node.name == nil, element.node != result {
      let (letter, number) = letters[element.node] ?? ("u", 0)
      base = number > 0 ? "\(letter)\(Self.superscript(number))" : letter
    }
    guard indexed, node.shape.rank > 0, node.count > 1 else { return base }
    return base + "[" + node.index(of: element.place).map { String($0) }.joined(separator: ", ") + "]"
  }

  /// What an operation computes and its local derivatives, written with the symbols of its inputs and its value.
  func rules(of index: Int) -> [Derivation.Formula] {
    guard let operation = tape.nodes[index].operation, !operation.partials.isEmpty else { return [] }
    let inputs = tape.nodes[index].inputs
    guard inputs.count <= 3, operation.partials.count <= inputs.count else { return [] }
    let letters =
      inputs.count == 1
      ? ["x"]
      : operation === operations.product.linear
        ? ["x", "W", "b"]
        : operation is ElementwiseLoss ? ["x", "t"] : ["a", "b", "c"]
    var latexNames: [Character: String] = [:]
    var textNames: [Character: String] = [:]
    func call(_ letter: Character, _ latex: String, _ text: String) {
      (latexNames[letter], textNames[letter]) = (latex, text)
    }
    var names: [(latex: String, text: String)] = []
    for (letter, input) in zip(letters, inputs) {
      guard let place = tape.place(of: input) else { return [] }
      let element = Chain.Element(node: place, place: 0)
      let isUnnamedInput = input.isLeaf && input.name == nil && !input.requiresGrad
      let isNumber = isUnnamedInput && input.count == 1
      let name =
        isNumber
        ? (latex: input.title, text: input.title)
        : isUnnamedInput
          ? (latex: "\\text{input}", text: "input")
          : (latex: latex(element, indexed: false), text: text(element, indexed: false))
      names.append(name)
      call(Character(letter), name.latex, name.text)
      if operation === operations.product.matmul { call(letter == "a" ? "A" : "B", name.latex, name.text) }
    }
    if operation is ScalarArithmetic || operation === operations.scalar.pow {
      let number = NumberFormat.short(tape.nodes[index].attributes.a)
      let factor = number.hasPrefix("-") ? "(\(number))" : number
      call("c", Explanation.latex(number, inProduct: true), factor)
    }
    let value = Chain.Element(node: index, place: 0)
    let (latex, text) = (latex(value, indexed: false), text(value, indexed: false))
    call("y", latex, text)
    var rules = [
      Derivation.Formula(
        latex: "\(latex) = \(PlainMath.substitute(latexNames, inLatex: operation.formula))",
        text: "\(text) = \(PlainMath.substitute(textNames, inText: PlainMath.text(operation.formula)))")
    ]
    for (partial, name) in zip(operation.partials, names) {
      rules.append(
        Derivation.Formula(
          latex: "\\frac{\\partial \(latex)}{\\partial \(name.latex)} = "
            + PlainMath.substitute(latexNames, inLatex: partial),
          text: "∂\(text)/∂\(name.text) = " + PlainMath.substitute(textNames, inText: PlainMath.text(partial))))
    }
    return rules
  }

  /// What a letter stands for: "z¹ = linear, 4 × 8".
  func legend(_ nodes: [Int]) -> String {
    let parts = Set(nodes).sorted().compactMap { index -> String? in
      let node = tape.nodes[index]
      guard let operation = node.operation, index != result || node.name == nil else { return nil }
      let path = node.modulePath.map { " of \($0)" } ?? ""
      let shape = node.shapeText.isEmpty ? "" : ", \(node.shapeText)"
      return "\(text(Chain.Element(node: index, place: 0), indexed: false)): \(operation.name)\(path)\(shape)"
    }
    return parts.joined(separator: "; ")
  }

  /// A name as a symbol of mathematics: w1 is w₁, net_o1 a word.
  private static func latex(name: String) -> String {
    let head = name.prefix { $0.isLetter }
    let tail = name.dropFirst(head.count)
    if head.count == 1, tail.allSatisfy({ $0.isNumber }) {
      return tail.isEmpty ? String(head) : "\(head)_{\(tail)}"
    }
    return "\\text{\(Escaping.latex(name))}"
  }

  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).map { digits[$0.wholeNumberValue ?? 0] })
  }
}

extension Tape {
  /// The stations on the way of the signal to a loss, under the letters that `explain` gives them: the linear part and
  /// the nonlinearity of each layer, and whatever else has a name.
  func stations(to loss: Node) -> [(node: Node, symbol: String, title: String)] {
    guard let end = place(of: loss) else { return [] }
    var symbols = Symbols(self, result: end)
    let stations = nodes.indices.filter { !nodes[$0].isLeaf && isLayer($0) && $0 != end }
    symbols.assign(stations)
    return stations.map { index in
      let symbol = symbols.text(Chain.Element(node: index, place: 0), indexed: false)
      return (nodes[index], symbol, "\(symbol) = \(nodes[index].origin)")
    }
  }

  /// Whether a node is a station on the way of the signal: one with a name, a linear part, or a nonlinearity.
  func isLayer(_ index: Int) -> Bool {
    nodes[index].name != nil || isActivation(index) || isLinear(index)
  }

  /// Whether a node is the linear part of a layer, or that with its bias.
  func isLinear(_ index: Int) -> Bool {
    guard let operation = nodes[index].operation else { return false }
    if operation === operations.product.matmul || operation === operations.product.linear { return true }
    guard operation === operations.arithmetic.add else { return false }
    return nodes[index].inputs.contains { $0.operation === operations.product.matmul }
  }

  /// Whether a node is the value of a nonlinearity of networks.
  func isActivation(_ index: Int) -> Bool {
    guard let operation = nodes[index].operation else { return false }
    return Self.activations.contains(ObjectIdentifier(operation))
  }

  private static let activations: Set<ObjectIdentifier> = {
    let families: [Any] = [operations.activation, operations.hyperbolic, operations.softmax]
    let found = families.flatMap { Mirror(reflecting: $0).children.compactMap { $0.value as? Operation } }
    return Set(found.map { ObjectIdentifier($0) })
  }()
}
