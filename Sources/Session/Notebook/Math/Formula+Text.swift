extension Formula {
  /// The formula as Unicode, for a terminal: `∂L/∂w₁ = 2(a − y) · x₁`. Lines of a derivation stay lines.
  var text: String {
    switch self {
    case .row(let parts): return Self.join(parts)
    case .identifier(let name), .number(let name), .upright(let name), .text(let name): return name
    case .bold(let content): return content.text
    case .symbol(let sign, _): return sign
    case .fraction(let numerator, let denominator): return "\(numerator.operand)/\(denominator.divisor)"
    case .root(let content, nil): return "√\(content.operand)"
    case .root(let content, let index?): return "\(Self.script(index, Self.superscripts, "^"))√\(content.operand)"
    case .scripts(let base, let sub, let sup):
      return (base.isSimple ? base.text : base.operand)
        + (sub.map { Self.script($0, Self.subscripts, "_") } ?? "")
        + (sup.map { Self.script($0, Self.superscripts, "^") } ?? "")
    case .accent(let mark, let content):
      let combining = Self.combining[mark] ?? ""
      return content.text + combining
    case .brace(let content, let note, _): return content.text + (note.map { " {\($0.text)}" } ?? "")
    case .fenced(let left, let content, let right): return left + content.text + right
    case .grid(let rows, .aligned):
      return rows.map { Self.join($0) }.joined(separator: "\n")
    case .grid(let rows, _): return rows.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "; ")
    case .space(let quads): return quads < 0.1 ? "" : String(repeating: " ", count: max(1, Int(quads * 2)))
    }
  }

  /// Text in parentheses wherever it would else be read together with what stands beside it.
  private var operand: String { isSimple ? text : "(\(text))" }

  /// As an operand; 2h is put in parentheses too, since x/2h is read as (x/2)h by some.
  private var divisor: String {
    if case .row(let parts) = self, parts.count > 1, parts[0] != .symbol("∂", .ordinary) { return "(\(text))" }
    return operand
  }

  private var isSimple: Bool {
    switch self {
    case .identifier, .number, .upright, .text, .symbol, .fenced, .accent, .scripts: true
    case .bold(let content): content.isSimple
    // A product needs no parentheses where it is written without a sign: ∂L, 2h.
    case .row(let parts):
      parts.allSatisfy {
        switch $0 {
        case .identifier, .number, .scripts, .symbol(_, .ordinary): true
        default: false
        }
      }
    case .fraction, .root, .brace, .grid, .space: false
    }
  }

  private static func join(_ parts: [Formula]) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      switch part {
      case .symbol(let sign, .relation): text += "\(text.endsInSpace ? "" : " ")\(sign) "
      case .symbol(let sign, .binary):
        // A sign with nothing before it is no operator.
        let isPrefix = index == 0 || parts[index - 1].isOperatorOrOpening
        text += isPrefix ? sign : "\(text.endsInSpace ? "" : " ")\(sign) "
      case .symbol(let sign, .punctuation): text += "\(sign) "
      case .upright(let name), .symbol(let name, .large): text += name + (name.count > 1 ? " " : "")
      case .space: if !text.endsInSpace { text += part.text }
      default: text += part.text
      }
    }
    while text.endsInSpace { text.removeLast() }
    return text
  }

  private var isOperatorOrOpening: Bool {
    switch self {
    case .symbol(_, .binary), .symbol(_, .relation), .symbol(_, .opening), .symbol(_, .punctuation): true
    default: false
    }
  }

  private static func script(_ formula: Formula, _ characters: [Character: Character], _ mark: String) -> String {
    let text = formula.text
    let raised = text.compactMap { $0 == " " ? nil : characters[$0] }
    let visible = text.filter { $0 != " " }
    return raised.count == visible.count ? String(raised) : mark + formula.operand
  }

  private static let superscripts = table(
    "0123456789+−=()nixT′abcdefghjklmoprstuvwyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣᵀ′ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷʸᶻ")
  private static let subscripts = table("0123456789+−=()aeijkmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤᵥₓ")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
  }

  private static let combining = ["^": "\u{302}", "¯": "\u{304}", "→": "\u{20D7}", "~": "\u{303}", "˙": "\u{307}"]
}

extension String {
  fileprivate var endsInSpace: Bool { last == " " }
}
