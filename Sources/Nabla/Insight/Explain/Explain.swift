public import Rendering

/// Works out one entry of a gradient by the chain rule: the factors in symbols, and under them the numbers.
///
/// There is a row for each way in which the entry acts on the loss at first, which in a batch is one for each sample;
/// their sum is the gradient. Where an element acts on the loss in several ways, these are added up below.
///
/// ```swift
/// explain(loss, by: model["0.weight"], at: [0, 1])
/// ```
///
/// - Parameters:
///   - loss: a single number with a history
///   - weight: a tensor that the loss was computed from
///   - index: the entry; of a tensor with one element it can be left out
/// - Returns: the derivation. Where the ways are too many to write down, the shares of the layers.
public func explain(_ loss: Tensor, by weight: Tensor, at index: [Int] = []) -> Derivation {
  attempt(or: Derivation([])) { () throws(TensorError) in
    try Explanation(loss, by: weight, at: index).derivation
  }
}

/// Works out one entry of a gradient by the chain rule, and checks it by computing the loss anew with the entry a
/// little larger and a little smaller.
///
/// ```swift
/// explain({ mseLoss(model(x), y) }, by: model["0.weight"], at: [0, 1])
/// ```
public func explain(_ loss: () -> Tensor, by weight: Tensor, at index: [Int] = []) -> Derivation {
  attempt(or: Derivation([])) { () throws(TensorError) in
    var explanation = try Explanation(loss(), by: weight, at: index)
    explanation.difference = Explanation.centralDifference(of: loss, by: weight, at: explanation.place)
    return explanation.derivation
  }
}

/// One step of gradient descent on one entry: w ← w − η ∂L/∂w with its numbers.
///
/// - Parameters:
///   - weight: a parameter with a gradient
///   - index: the entry; of a tensor with one element it can be left out
///   - lr: the learning rate η
public func explain(update weight: Tensor, at index: [Int] = [], lr: Double) -> Derivation {
  attempt(or: Derivation([])) { () throws(TensorError) in
    let node = weight.node
    guard let place = node.count == 1 && index.isEmpty ? 0 : node.place(of: index) else {
      throw .explainIndex(index, of: node)
    }
    guard let gradient = weight.grad else { throw .noGradient(node) }
    let (value, slope) = (node.element(atRow: place), gradient.node.element(atRow: place))
    let digits = node.dtype == .float64 ? 10 : 7
    func write(_ value: Double) -> String { NumberFormat.short(value, digits: digits) }
    var symbols = Symbols(Tape(of: weight), result: -1)
    symbols.assign([0])
    let element = Chain.Element(node: 0, place: place)
    let (latex, text) = (symbols.latex(element), symbols.text(element))
    let step = lr * slope
    return Derivation([
      .aligned([
        .init(
          latex: "\(latex) &\\leftarrow \(latex) - \\eta\\,\\frac{\\partial L}{\\partial \(latex)}",
          text: "\(text) ← \(text) − η ∂L/∂\(text)"),
        .init(
          latex: "&= \(Explanation.latex(write(value))) - \(Explanation.latex(write(lr))) \\cdot "
            + Explanation.latex(write(slope), inProduct: true),
          text: "= \(write(value)) − \(write(lr)) · " + (slope < 0 ? "(\(write(slope)))" : write(slope))),
        .init(
          latex: "&= \(Explanation.latex(write(value - step)))", text: "= \(write(value - step))"),
      ]),
      .paragraph(
        slope == 0
          ? "The gradient is 0, so the entry stays."
          : "The loss \(slope > 0 ? "grows" : "falls") where the entry grows, so the entry "
            + "\(slope > 0 ? "falls" : "grows"), by η times the slope."),
    ])
  }
}

/// One entry of a gradient with all that is to be said of it.
struct Explanation {
  let tape: Tape
  let loss: Int
  let weight: Int
  let place: Int
  /// What central differences say, and the step they took.
  var difference: (value: Double, step: Double)?

  private let digits: Int

  init(_ loss: Tensor, by weight: Tensor, at index: [Int]) throws(TensorError) {
    let node = weight.node
    guard loss.count == 1 else { throw .needsScalar("explain", loss.node.shape) }
    guard let place = node.count == 1 && index.isEmpty ? 0 : node.place(of: index) else {
      throw .explainIndex(index, of: node)
    }
    tape = Tape(of: loss)
    guard loss.node.operation != nil else { throw .noHistory("explain", loss.node) }
    guard let start = tape.place(of: node), let end = tape.place(of: loss.node), start != end, node.requiresGrad else {
      throw .explainUnrelated(loss.node, node)
    }
    try Self.checkValues(tape, for: "explain")
    self.loss = end
    self.weight = start
    self.place = place
    digits = node.dtype == .float64 ? 10 : 7
  }

  /// The numbers must be those with which the loss was computed.
  static func checkValues(_ tape: Tape, for question: String) throws(TensorError) {
    for node in tape.nodes where node.operation != nil {
      let versions = [node.inputVersion0, node.inputVersion1, node.inputVersion2]
      for (input, version) in zip(node.inputs, versions) {
        if input.isValueReleased { throw .released(question, input) }
        if input.storage.version != version { throw .changed(question, input) }
      }
    }
  }

  /// (L(w + h) − L(w − h)) / 2h, with a step that suits the precision; the entry is put back as it was.
  static func centralDifference(of loss: () -> Tensor, by weight: Tensor, at place: Int) -> (
    value: Double, step: Double
  ) {
    let node = weight.node
    let value = node.element(atRow: place)
    let step = (node.dtype == .float64 ? 6e-6 : 5e-3) * max(abs(value), 0.1)
    let wasEnabled = setGradEnabled(false)
    defer {
      node.store(value, atRow: place)
      setGradEnabled(wasEnabled)
    }
    node.store(value + step, atRow: place)
    // The step that was stored, not the one that was meant: they differ by the rounding of the sum.
    let (above, high) = (loss().item(), node.element(atRow: place))
    node.store(value - step, atRow: place)
    let (below, low) = (loss().item(), node.element(atRow: place))
    return ((above - below) / (high - low), step)
  }

  var derivation: Derivation {
    let start = Chain.Element(node: weight, place: place)
    let end = Chain.Element(node: loss, place: 0)
    guard let chain = Chain(tape, from: start, to: end) else { return layers }
    return write(chain)
  }

  // MARK: By elements

  /// The factors from the origin to the loss, or to the first element that acts on it in several ways.
  private struct Row {
    var elements: [Chain.Element]
    var factors: [Double]
    /// ∂L by the last element, where that is not the loss itself.
    var rest: Double?
    var product: Double { factors.reduce(1, *) * (rest ?? 1) }
  }

  private func row(_ chain: Chain, _ first: Chain.Link) -> Row {
    var row = Row(elements: [first.to], factors: [first.factor])
    while let last = row.elements.last, last != chain.end {
      let links = chain.steps(from: last)
      guard links.count == 1, let link = links.first else {
        row.rest = chain.totals[last] ?? 0
        break
      }
      row.elements.append(link.to)
      row.factors.append(link.factor)
    }
    return collapsed(row)
  }

  /// The row with one factor from each layer to the next: the steps between, of which a loss has several, multiplied.
  /// Where there are no layers every step stays.
  private func collapsed(_ row: Row) -> Row {
    guard row.elements.contains(where: { $0.node != loss && tape.isLayer($0.node) }) else { return row }
    var short = row
    (short.elements, short.factors) = ([], [])
    var factor = 1.0
    for (place, element) in row.elements.enumerated() {
      factor *= row.factors[place]
      guard tape.isLayer(element.node) || place == row.elements.count - 1 else { continue }
      short.elements.append(element)
      short.factors.append(factor)
      factor = 1
    }
    return short
  }

  /// The most rows and forks that are written out.
  private static let rowLimit = 16
  private static let forkLimit = 6
  /// The most gates of a circuit that is explained gate by gate.
  private static let gateLimit = 10

  private func write(_ chain: Chain) -> Derivation {
    let origin = chain.origin
    let rows = chain.steps(from: origin).map { row(chain, $0) }
    var groups: [(nodes: [Int], rows: [Row])] = []
    for row in rows {
      let nodes = row.elements.map(\.node)
      if let index = groups.firstIndex(where: { $0.nodes == nodes }) {
        groups[index].rows.append(row)
      } else {
        groups.append((nodes, [row]))
      }
    }
    var forks: [Chain.Element] = []
    for row in rows where row.rest != nil {
      if let last = row.elements.last, !forks.contains(last) { forks.append(last) }
    }
    var symbols = Symbols(tape, result: loss)
    let spoken = groups.flatMap(\.nodes) + forks.flatMap { chain.steps(from: $0).map(\.to.node) }
    symbols.assign(spoken)
    let start = Chain.Element(node: weight, place: place)
    let names = (latex: weightLatex(symbols, start), text: weightText(symbols, start))
    let result = (latex: symbols.latex(chain.end), text: symbols.text(chain.end))

    var items: [Derivation.Item] = [.heading("∂\(result.text)/∂\(names.text)")]
    for group in groups { items += write(group.nodes, group.rows, symbols, names, result) }
    items += conclusion(chain, groups.count, rows.count, names, result)
    for fork in forks.prefix(Self.forkLimit) { items.append(write(fork, chain, symbols, result)) }
    if forks.count > Self.forkLimit {
      items.append(
        .paragraph("\(forks.count - Self.forkLimit) more elements act on \(result.text) in several ways, alike."))
    }
    let rules = ruled(spoken).flatMap { symbols.rules(of: $0) }
    if !rules.isEmpty {
      items.append(.paragraph("with"))
      items.append(contentsOf: rules.map { .formula($0) })
    }
    let legend = symbols.legend(spoken)
    if !legend.isEmpty { items.append(.paragraph(legend)) }
    return Derivation(items)
  }

  /// The nodes whose local derivatives are written as rules: the nonlinearities of a network; of a small circuit
  /// without layers, every gate whose inputs have a name here.
  private func ruled(_ spoken: [Int]) -> [Int] {
    let nodes = Set(spoken).sorted()
    guard nodes.count <= Self.gateLimit, !tape.nodes.indices.contains(where: { tape.isLinear($0) }) else {
      return nodes.filter { tape.isActivation($0) }
    }
    return nodes.filter { index in
      tape.isActivation(index)
        || tape.nodes[index].inputs.allSatisfy { input in
          input.name != nil || input.isLeaf || tape.place(of: input).map(nodes.contains) ?? false
        }
    }
  }

  private func weightText(_ symbols: Symbols, _ start: Chain.Element) -> String {
    tape.nodes[weight].name == nil && tape.nodes[weight].isLeaf
      ? "w" + (tape.nodes[weight].count > 1 ? "\(tape.nodes[weight].index(of: place))" : "") : symbols.text(start)
  }

  private func weightLatex(_ symbols: Symbols, _ start: Chain.Element) -> String {
    guard tape.nodes[weight].name == nil, tape.nodes[weight].isLeaf else { return symbols.latex(start) }
    guard tape.nodes[weight].count > 1 else { return "w" }
    return "w_{\(tape.nodes[weight].index(of: place).map { String($0) }.joined(separator: ","))}"
  }

  /// The product of one kind of row in symbols, and a table of its numbers.
  private func write(
    _ nodes: [Int], _ rows: [Row], _ symbols: Symbols, _ names: (latex: String, text: String),
    _ result: (latex: String, text: String)
  ) -> [Derivation.Item] {
    guard let first = rows.first else { return [] }
    // The lecture's order: from the loss back to the weight.
    var latex: [String] = []
    var texts: [String] = []
    let isSingle = rows.count == 1
    func latexName(_ element: Chain.Element) -> String { symbols.latex(element, indexed: isSingle) }
    func textName(_ element: Chain.Element) -> String { symbols.text(element, indexed: isSingle) }
    if first.rest != nil, let last = first.elements.last {
      latex.append("\\frac{\\partial \(result.latex)}{\\partial \(latexName(last))}")
      texts.append("∂\(result.text)/∂\(textName(last))")
    }
    for place in first.elements.indices.reversed() {
      let below = place > 0 ? latexName(first.elements[place - 1]) : names.latex
      let belowText = place > 0 ? textName(first.elements[place - 1]) : names.text
      latex.append("\\frac{\\partial \(latexName(first.elements[place]))}{\\partial \(below)}")
      texts.append("∂\(textName(first.elements[place]))/∂\(belowText)")
    }
    let sign = isSingle ? "" : "\\sum_{\\text{rows}}"
    var formulas = [
      Derivation.Formula(
        latex: "\\frac{\\partial \(result.latex)}{\\partial \(names.latex)} &= \(sign) "
          + latex.joined(separator: " \\cdot "),
        text: "∂\(result.text)/∂\(names.text) = \(isSingle ? "" : "Σ ")" + texts.joined(separator: " · "))
    ]
    if isSingle {
      let numbers = numbers(of: first)
      if numbers.count == 1 {
        return [
          .formula(
            Derivation.Formula(
              latex: "\\frac{\\partial \(result.latex)}{\\partial \(names.latex)} = "
                + Self.latex(write(first.product)),
              text: "∂\(result.text)/∂\(names.text) = \(write(first.product))"))
        ]
      }
      let indent = String(repeating: " ", count: "∂\(result.text)/∂\(names.text) ".count)
      formulas.append(
        Derivation.Formula(
          latex: "&= " + numbers.map { Self.latex(write($0), inProduct: true) }.joined(separator: " \\cdot ")
            + " = \(Self.latex(write(first.product)))",
          text: indent + "= " + numbers.map(factor).joined(separator: " · ") + " = \(write(first.product))"))
      return [.aligned(formulas)]
    }
    // Long batches keep their ends, and the sum of what is left out.
    let isLong = rows.count > Self.rowLimit
    let shown = isLong ? Array(rows.prefix(Self.rowLimit - 4) + rows.suffix(2)) : rows
    var columns = [
      Column("row", cells: shown.map { Cell(rowName($0)) }, alignment: .right)
    ]
    for (place, text) in texts.enumerated() {
      columns.append(
        Column(text, words: shown.map { write(numbers(of: $0)[place]) }, alignment: .right))
    }
    columns.append(Column("product", cells: shown.map { Cell(write($0.product), tone: .strong) }, alignment: .right))
    var table = Table(columns: columns)
    table.rowLimit = Self.rowLimit
    if isLong {
      let left = rows.dropFirst(Self.rowLimit - 4).dropLast(2)
      table.notes = [
        "\(NumberFormat.count(left.count, of: "row")) in the middle not shown: together "
          + write(left.reduce(0) { $0 + $1.product })
      ]
    }
    return [.aligned(formulas), .table(table)]
  }

  private func numbers(of row: Row) -> [Double] { (row.rest.map { [$0] } ?? []) + row.factors.reversed() }

  /// A row is called after the element in which the weight is seen first.
  private func rowName(_ row: Row) -> String {
    let first = row.elements[0]
    let node = tape.nodes[first.node]
    return node.count > 1 ? node.index(of: first.place).map { String($0) }.joined(separator: ", ") : "0"
  }

  /// An element that acts on the loss in several ways: the sum of them.
  private func write(
    _ fork: Chain.Element, _ chain: Chain, _ symbols: Symbols, _ result: (latex: String, text: String)
  ) -> Derivation.Item {
    let links = chain.steps(from: fork)
    let (name, text) = (symbols.latex(fork), symbols.text(fork))
    let shown = links.prefix(8)
    func terms(_ write: (Chain.Link) -> String) -> String {
      shown.map(write).joined(separator: " + ") + (links.count > shown.count ? " + …" : "")
    }
    let head = "\\frac{\\partial \(result.latex)}{\\partial \(name)}"
    let numbers = shown.map { link -> (outer: Double?, inner: Double, product: Double) in
      let outer = link.to == chain.end ? nil : chain.totals[link.to] ?? 0
      return (outer, link.factor, link.factor * (outer ?? 1))
    }
    let total = chain.totals[fork] ?? 0
    return .aligned([
      Derivation.Formula(
        latex: "\(head) &= "
          + terms { link in
            let last = "\\frac{\\partial \(symbols.latex(link.to))}{\\partial \(name)}"
            return link.to == chain.end
              ? last : "\\frac{\\partial \(result.latex)}{\\partial \(symbols.latex(link.to))} \\cdot \(last)"
          },
        text: "∂\(result.text)/∂\(text) = "
          + terms { link in
            let last = "∂\(symbols.text(link.to))/∂\(text)"
            return link.to == chain.end ? last : "∂\(result.text)/∂\(symbols.text(link.to)) · \(last)"
          }),
      Derivation.Formula(
        latex: "&= "
          + numbers.map { number in
            ([number.outer].compactMap { $0 } + [number.inner]).map { Self.latex(write($0), inProduct: true) }
              .joined(separator: " \\cdot ")
          }.joined(separator: " + ") + (links.count > shown.count ? " + \\dots" : ""),
        text: "  = "
          + numbers.map { number in
            ([number.outer].compactMap { $0 } + [number.inner]).map(factor).joined(separator: " · ")
          }.joined(separator: " + ") + (links.count > shown.count ? " + …" : "")),
      Derivation.Formula(
        latex: "&= \(numbers.map { Self.latex(write($0.product), inProduct: true) }.joined(separator: " + "))"
          + (links.count > shown.count ? " + \\dots" : "") + " = \(Self.latex(write(total)))",
        text: "  = " + numbers.map { factor($0.product) }.joined(separator: " + ")
          + (links.count > shown.count ? " + …" : "") + " = \(write(total))"),
    ])
  }

  /// The sum, what the engine says, and what differences say.
  private func conclusion(
    _ chain: Chain, _ groups: Int, _ rows: Int, _ names: (latex: String, text: String),
    _ result: (latex: String, text: String)
  ) -> [Derivation.Item] {
    var items: [Derivation.Item] = []
    if rows > 1 {
      let of = groups == 1 ? "the \(rows) rows" : groups == rows ? "the \(rows) ways" : "all rows of all \(groups) ways"
      items.append(
        .formula(
          Derivation.Formula(
            latex: "\\frac{\\partial \(result.latex)}{\\partial \(names.latex)} = \(Self.latex(write(chain.total)))",
            text: "∂\(result.text)/∂\(names.text) = \(write(chain.total)), the sum of \(of)")))
    }
    if rows == 0 {
      items.append(.paragraph("No way leads from the entry to the loss: its gradient is 0."))
    }
    return items + checks(chain.total, magnitude: chain.magnitude)
  }

  /// The gradient by other means. `magnitude` is the size of the terms that were added up to it.
  private func checks(_ total: Double, magnitude: Double) -> [Derivation.Item] {
    var lines: [String] = []
    if let kept = tape.nodes[weight].grad {
      let gradient = kept.element(atRow: place)
      lines.append(Self.compare(total, gradient, magnitude: magnitude, dtype: tape.nodes[weight].dtype, write))
    }
    if let difference {
      let scale = max(abs(total), abs(difference.value))
      let error = scale > 0 ? abs(total - difference.value) / scale : 0
      lines.append(
        "Central difference with step \(NumberFormat.short(difference.step, digits: 2)): \(write(difference.value)), "
          + "relative error \(NumberFormat.short(error, digits: 2)).")
    }
    return lines.map { .paragraph($0) }
  }

  /// How a product of factors and the gradient that backward left agree.
  static func compare(
    _ total: Double, _ gradient: Double, magnitude: Double, dtype: DType, _ write: (Double) -> String
  ) -> String {
    let rounded = dtype == .float32 ? Double(Float(total)) : total
    if rounded == gradient { return ".grad holds the same number, to the last bit of \(dtype)." }
    let ratio = gradient / total
    if ratio.isFinite, ratio > 1.5, abs(ratio - ratio.rounded()) < 1e-5 * ratio {
      return ".grad holds \(write(gradient)), \(Int(ratio.rounded())) times as much: it is the sum over as many "
        + "backward() calls. Call zeroGrad() before each."
    }
    let size = max(abs(total), abs(gradient))
    let error = abs(total - gradient)
    // Rounding is as large as the terms make it, however small their sum is.
    if error < (dtype == .float32 ? 1e-5 : 1e-13) * max(size, magnitude) {
      let cancelled =
        size < 0.01 * magnitude
        ? " The terms cancel to \(NumberFormat.short(size / magnitude, digits: 2)) of their size, so that more digits "
          + "are lost than usual." : ""
      return ".grad holds \(write(gradient)); the last digits differ by \(NumberFormat.short(error / size, digits: 2)) "
        + "of it: "
        + (dtype == .float32
          ? "the engine rounds to float32 at each step, and the products here are not rounded."
          : "the engine adds up in another order.") + cancelled
    }
    return ".grad holds \(write(gradient)), which is another number: it also has what earlier backward() calls left, "
      + "or was set or clipped since."
  }

  // MARK: By layers

  /// Where the ways are too many: what arrives at each layer, and the shares of the first one.
  private var layers: Derivation {
    var symbols = Symbols(tape, result: loss)
    let start = Chain.Element(node: weight, place: place)
    let path = dependents
    symbols.assign(path)
    let arrived = tape.sweep(from: tape.nodes[loss])
    let text = weightText(symbols, start)
    let total = arrived[weight]?.node.element(atRow: place) ?? 0
    var items: [Derivation.Item] = [
      .heading("∂\(symbols.text(Chain.Element(node: loss, place: 0)))/∂\(text), layer by layer"),
      .paragraph(
        "The entry acts on the loss in more ways than can be written one by one. Backward carries the gradient of "
          + "all elements of a layer at once: each row is what arrives at one, the vector-Jacobian product of the row "
          + "above."
      ),
    ]
    let order = Array(path.reversed())
    items.append(
      .table(
        Table(columns: [
          Column("", words: order.map { symbols.text(Chain.Element(node: $0, place: 0), indexed: false) }),
          Column("operation", words: order.map { tape.nodes[$0].operation?.name ?? "leaf" }),
          Column("module", words: order.map { tape.nodes[$0].modulePath ?? "" }),
          Column("shape", words: order.map { tape.nodes[$0].shapeText }),
          Column(
            "‖∂L‖", words: order.map { arrived[$0].map { NumberFormat.short(Digest($0.node).norm) } ?? "" },
            alignment: .right),
          Column(
            "largest",
            words: order.map { index in
              arrived[index].map {
                let digest = Digest($0.node)
                return NumberFormat.short(abs(digest.minimum) > abs(digest.maximum) ? digest.minimum : digest.maximum)
              } ?? ""
            }, alignment: .right),
        ])))
    for (consumer, input) in tape.consumers[weight] ?? [] {
      guard let gradient = arrived[consumer], let local = LocalDerivative(tape.nodes[consumer]),
        let column = local.column(input: input, element: place)
      else { continue }
      let node = tape.nodes[consumer]
      let shares = column.indices.filter { column[$0] != 0 }.map { index -> (at: Int, outer: Double, inner: Double) in
        (index, gradient.node.element(atRow: index), column[index])
      }
      let largest = shares.sorted { abs($0.outer * $0.inner) > abs($1.outer * $1.inner) }.prefix(10)
      let rest = shares.reduce(0) { $0 + $1.outer * $1.inner } - largest.reduce(0) { $0 + $1.outer * $1.inner }
      let name = symbols.text(Chain.Element(node: consumer, place: 0), indexed: false)
      var table = Table(
        caption:
          "The last link, \(node.operation?.name ?? ""): the largest of \(NumberFormat.count(shares.count)) shares",
        columns: [
          Column("at", words: largest.map { node.index(of: $0.at).map { String($0) }.joined(separator: ", ") }),
          Column("∂L/∂\(name)", words: largest.map { write($0.outer) }, alignment: .right),
          Column("∂\(name)/∂\(text)", words: largest.map { write($0.inner) }, alignment: .right),
          Column("product", words: largest.map { write($0.outer * $0.inner) }, alignment: .right),
        ])
      if shares.count > largest.count {
        table.notes = ["the other \(NumberFormat.count(shares.count - largest.count)) together: \(write(rest))"]
      }
      items.append(.table(table))
    }
    items.append(
      .formula(
        Derivation.Formula(
          latex: "\\frac{\\partial L}{\\partial \(weightLatex(symbols, start))} = \(Self.latex(write(total)))",
          text: "∂L/∂\(text) = \(write(total))")))
    return Derivation(items + checks(total, magnitude: abs(total)))
  }

  /// The nodes between the weight and the loss, in the order of computation.
  private var dependents: [Int] {
    let consumers = tape.consumers
    var found: Set<Int> = [weight]
    for node in tape.nodes.indices where found.contains(node) {
      for (consumer, _) in consumers[node] ?? [] { found.insert(consumer) }
    }
    return found.sorted()
  }

  private func write(_ value: Double) -> String { NumberFormat.short(value, digits: digits) }

  /// A number as a factor or a summand: a negative one stands in parentheses.
  private func factor(_ value: Double) -> String { value < 0 ? "(\(write(value)))" : write(value) }

  /// A number in LaTeX: `1.5e-7` as a power of ten; negative ones in parentheses where they are factors.
  static func latex(_ number: String, inProduct: Bool = false) -> String {
    var text = number
    if let split = number.firstIndex(of: "e"), let exponent = Int(number[number.index(after: split)...]) {
      text = "\(number[..<split]) \\times 10^{\(exponent)}"
    }
    if number == "nan" || number.hasSuffix("inf") { text = "\\text{\(number)}" }
    return inProduct && number.hasPrefix("-") ? "(\(text))" : text
  }
}
