import Rendering

extension Formula {
  /// The formula as a MathML element (MathML Core), on a line of its own or within one.
  func mathML(isBlock: Bool) -> String {
    "<math\(isBlock ? " display=\"block\"" : "")>\(element(isBlock: isBlock))</math>"
  }

  private func element(isBlock: Bool) -> String {
    switch self {
    case .row(let parts): return "<mrow>\(parts.map { $0.element(isBlock: isBlock) }.joined())</mrow>"
    case .identifier(let name): return Self.tag("mi", name)
    case .number(let number): return Self.tag("mn", number)
    case .upright(let name): return "<mi mathvariant=\"normal\">\(Escaping.markup(name))</mi>"
    case .bold(let content): return "<mrow style=\"font-weight:bold\">\(content.element(isBlock: isBlock))</mrow>"
    case .symbol(let sign, let role): return Self.symbol(sign, role)
    case .text(let words): return Self.tag("mtext", words.replacingSpaces)
    case .fraction(let numerator, let denominator):
      return "<mfrac>\(numerator.element(isBlock: false))\(denominator.element(isBlock: false))</mfrac>"
    case .root(let content, nil): return "<msqrt>\(content.element(isBlock: isBlock))</msqrt>"
    case .root(let content, let index?):
      return "<mroot>\(content.element(isBlock: isBlock))\(index.element(isBlock: false))</mroot>"
    case .scripts(let base, let sub, let sup): return Self.scripts(base, sub, sup, isBlock: isBlock)
    case .accent(let mark, let content):
      return "<mover accent=\"true\">\(content.element(isBlock: isBlock))\(Self.tag("mo", mark))</mover>"
    case .brace(let content, let note, let isAbove):
      let (tag, mark) = isAbove ? ("mover", "⏞") : ("munder", "⏟")
      let braced = "<\(tag)>\(content.element(isBlock: isBlock))<mo stretchy=\"true\">\(mark)</mo></\(tag)>"
      return note.map { "<\(tag)>\(braced)\($0.element(isBlock: false))</\(tag)>" } ?? braced
    case .fenced(let left, let content, let right):
      return "<mrow>\(Self.fence(left, "prefix"))\(content.element(isBlock: isBlock))\(Self.fence(right, "postfix"))</mrow>"
    case .grid(let rows, let layout): return Self.grid(rows, layout, isBlock: isBlock)
    case .space(let quads): return "<mspace width=\"\(NumberFormat.fixed(quads, decimals: 3))em\"></mspace>"
    }
  }

  private static func tag(_ name: String, _ content: String) -> String {
    "<\(name)>\(Escaping.markup(content))</\(name)>"
  }

  private static func symbol(_ sign: String, _ role: Symbol.Role) -> String {
    switch role {
    case .ordinary where sign == "|" || sign == "/" || sign == "‖":
      "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">\(sign)</mo>"
    case .ordinary: tag("mi", sign)
    case .opening, .closing: "<mo stretchy=\"false\">\(Escaping.markup(sign))</mo>"
    case .large where sign.count > 1: "<mo movablelimits=\"true\" rspace=\"0.167em\">\(Escaping.markup(sign))</mo>"
    // A relation and an operator keep their space also where one side is missing, as in a line that goes on.
    case .relation: "<mo lspace=\"0.278em\" rspace=\"0.278em\">\(Escaping.markup(sign))</mo>"
    case .binary, .large, .punctuation: tag("mo", sign)
    }
  }

  private static func fence(_ sign: String, _ form: String) -> String {
    sign.isEmpty ? "" : "<mo form=\"\(form)\" fence=\"true\" stretchy=\"true\">\(Escaping.markup(sign))</mo>"
  }

  private static func scripts(_ base: Formula, _ sub: Formula?, _ sup: Formula?, isBlock: Bool) -> String {
    let isLarge = if case .symbol(let sign, .large) = base { sign != "∫" } else { false }
    let parts = ([base, sub, sup].compactMap(\.self)).map { $0.element(isBlock: false) }.joined()
    let tag: String
    switch (sub, sup, isLarge && isBlock) {
    case (_?, _?, true): tag = "munderover"
    case (_?, nil, true): tag = "munder"
    case (nil, _, true): tag = "mover"
    case (_?, _?, false): tag = "msubsup"
    case (_?, nil, false): tag = "msub"
    case (nil, _, false): tag = "msup"
    }
    return "<\(tag)>\(parts)</\(tag)>"
  }

  private static func grid(_ rows: [[Formula]], _ layout: Layout, isBlock: Bool) -> String {
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        // Lines of a derivation meet at the sign that begins every second cell.
        let style =
          switch layout {
          case .matrix: ""
          case .cases: " style=\"text-align:left\""
          case .aligned: " style=\"text-align:\(column.isMultiple(of: 2) ? "right" : "left");padding:0.25em 0\""
          }
        return "<mtd\(style)>\(cell.element(isBlock: layout == .aligned && isBlock))</mtd>"
      }
      return "<mtr>\(cells.joined())</mtr>"
    }
    let style = layout == .aligned && isBlock ? " displaystyle=\"true\"" : ""
    return "<mtable\(style)>\(lines.joined())</mtable>"
  }
}

extension String {
  /// The text with spaces that MathML keeps.
  fileprivate var replacingSpaces: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
