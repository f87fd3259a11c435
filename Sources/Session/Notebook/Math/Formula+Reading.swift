extension Formula {
  /// Reads LaTeX. A command that is not known is shown as its name, so that nothing a person wrote is lost.
  init(parsing latex: String) {
    var reader = Reader(text: Array(latex))
    let row = reader.row(depth: 0, until: { _ in false })
    // A row ends early only at a stray closing mark, which is passed over.
    var parts = [row]
    while reader.skipStray() { parts.append(reader.row(depth: 0, until: { _ in false })) }
    self = parts.count == 1 ? row : .row(parts)
  }

  private enum Token: Equatable {
    case command(String)
    case character(Character)
    case number(String)
  }

  private struct Reader {
    let text: [Character]
    var index = 0

    init(text: [Character]) { self.text = text }

    // MARK: Tokens

    private mutating func skipSpace() {
      while index < text.count {
        if text[index].isWhitespace {
          index += 1
        } else if text[index] == "%" {
          while index < text.count, !text[index].isNewline { index += 1 }
        } else {
          return
        }
      }
    }

    private mutating func next() -> Token? {
      skipSpace()
      guard index < text.count else { return nil }
      let first = text[index]
      index += 1
      if first == "\\" {
        guard index < text.count else { return .character("\\") }
        var name = String(text[index])
        let isWord = text[index].isASCII && text[index].isLetter
        index += 1
        while isWord, index < text.count, text[index].isASCII, text[index].isLetter {
          name.append(text[index])
          index += 1
        }
        return .command(name)
      }
      if first.isASCII, first.isNumber {
        var number = String(first)
        while index < text.count {
          let character = text[index]
          let isPoint = character == "." && index + 1 < text.count && text[index + 1].isNumber
          guard character.isNumber || isPoint else { break }
          number.append(character)
          index += 1
        }
        return .number(number)
      }
      return .character(first)
    }

    private mutating func peek() -> Token? {
      let start = index
      defer { index = start }
      return next()
    }

    /// Passes over a closing mark that closes nothing.
    mutating func skipStray() -> Bool { next() != nil }

    // MARK: Rows

    /// Reads until a token that ends the row, which is left where it stands.
    mutating func row(depth: Int, until ends: (Token) -> Bool) -> Formula {
      var parts: [Formula] = []
      while let token = peek(), !ends(token), !Self.closes(token) {
        guard depth < Formula.deepestNesting else {
          // Too deep: what is left is passed over, token by token.
          _ = next()
          continue
        }
        if token == .character("^") || token == .character("_") || token == .character("'") {
          // LaTeX allows one script above and one below; a third hangs on nothing, or a tree of any depth would grow.
          let base: Formula = if case .scripts? = parts.last { .row([]) } else { parts.popLast() ?? .row([]) }
          parts.append(scripts(on: base, depth: depth))
        } else {
          parts.append(atom(depth: depth))
        }
      }
      return parts.count == 1 ? parts[0] : .row(parts)
    }

    private static func closes(_ token: Token) -> Bool {
      switch token {
      case .character("}"), .character("&"), .command("right"), .command("end"), .command("\\"): true
      default: false
      }
    }

    private mutating func scripts(on base: Formula, depth: Int) -> Formula {
      var sub: Formula?
      var sup: [Formula] = []
      while let token = peek() {
        if token == .character("'") {
          _ = next()
          sup.append(.symbol("′", .ordinary))
        } else if token == .character("^"), sup.allSatisfy({ $0 == .symbol("′", .ordinary) }) {
          _ = next()
          sup.append(argument(depth: depth))
        } else if token == .character("_"), sub == nil {
          _ = next()
          sub = argument(depth: depth)
        } else {
          break
        }
      }
      // The note of a brace is written as its script.
      if case .brace(let content, nil, let isAbove) = base {
        return .brace(content, note: isAbove ? sup.first : sub, isAbove: isAbove)
      }
      return .scripts(base, sub: sub, sup: sup.isEmpty ? nil : sup.count == 1 ? sup[0] : .row(sup))
    }

    // MARK: Atoms

    /// One thing: a group in braces, a command with its arguments, a letter, a number.
    private mutating func atom(depth: Int) -> Formula {
      switch next() {
      case nil: return .row([])
      case .number(let number): return .number(number)
      case .command(let name): return command(name, depth: depth)
      case .character("{"):
        let content = row(depth: depth + 1, until: { _ in false })
        if peek() == .character("}") { _ = next() }
        return content
      case .character("~"): return .space(0.25)
      case .character(let character):
        if let symbol = Formula.typed[character] { return .symbol(symbol.text, symbol.role) }
        return character.isLetter ? .identifier(String(character)) : .symbol(String(character), .ordinary)
      }
    }

    private mutating func argument(depth: Int) -> Formula {
      guard let token = peek(), !Self.closes(token) else { return .row([]) }
      // `x^12` raises to 1: an argument without braces is one character.
      if case .number(let number) = token, number.count > 1 {
        skipSpace()
        index += 1
        return .number(String(number.prefix(1)))
      }
      return atom(depth: depth + 1)
    }

    private mutating func command(_ name: String, depth: Int) -> Formula {
      guard depth < Formula.deepestNesting else { return .row([]) }
      if let letter = Formula.letters[name] { return .identifier(letter) }
      if let symbol = Formula.symbols[name] { return .symbol(symbol.text, symbol.role) }
      if Formula.functions.contains(name) { return .upright(name) }
      if Formula.limits.contains(name) { return .symbol(name, .large) }
      if let space = Formula.spaces[name] { return .space(space) }
      if let accent = Formula.accents[name] { return .accent(accent, argument(depth: depth)) }
      switch name {
      case "frac", "dfrac", "tfrac":
        let numerator = argument(depth: depth)
        return .fraction(numerator, argument(depth: depth))
      case "sqrt":
        let index = optional(depth: depth)
        return .root(argument(depth: depth), index: index)
      case "text", "textrm", "textbf", "textit", "mbox", "texttt": return .text(words())
      case "mathrm", "operatorname", "mathsf", "mathtt", "mathop": return .upright(words())
      case "mathbf", "boldsymbol", "bm", "mathbb", "pmb": return .bold(argument(depth: depth))
      case "mathcal", "mathit", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "big", "Big", "bigl",
        "bigr", "Bigl", "Bigr", "left.", "phantom", "boxed":
        return .row([])
      case "underbrace": return .brace(argument(depth: depth), note: nil, isAbove: false)
      case "overbrace": return .brace(argument(depth: depth), note: nil, isAbove: true)
      case "color", "textcolor", "colorbox":
        _ = words()
        return name == "color" ? .row([]) : argument(depth: depth)
      case "not":
        let negated = argument(depth: depth)
        if case .symbol(let sign, let role) = negated { return .symbol(sign + "\u{338}", role) }
        return negated
      case "left": return fenced(depth: depth)
      case "begin": return environment(depth: depth)
      default: return .upright("\\" + name)
      }
    }

    private mutating func optional(depth: Int) -> Formula? {
      guard peek() == .character("[") else { return nil }
      _ = next()
      let content = row(depth: depth + 1, until: { $0 == .character("]") })
      if peek() == .character("]") { _ = next() }
      return content
    }

    /// The text in braces, as it was written.
    private mutating func words() -> String {
      skipSpace()
      guard index < text.count, text[index] == "{" else { return "" }
      var braces = 0
      var content = ""
      while index < text.count {
        let character = text[index]
        index += 1
        if character == "{" {
          braces += 1
          if braces == 1 { continue }
        } else if character == "}" {
          braces -= 1
          if braces == 0 { break }
        } else if character == "\\", index < text.count {
          if text[index...].starts(with: "backslash") {
            index += "backslash".count
            content.append("\\")
          } else {
            content.append(text[index])
            index += 1
          }
          continue
        }
        content.append(character)
      }
      return content
    }

    private mutating func delimiter() -> String {
      switch next() {
      case .character("."), nil: return ""
      case .character(let character): return String(character)
      case .number(let number): return number
      case .command(let name): return Formula.symbols[name]?.text ?? ""
      }
    }

    private mutating func fenced(depth: Int) -> Formula {
      let left = delimiter()
      var content = row(depth: depth + 1, until: { _ in false })
      while let token = peek(), token == .character("&") || token == .command("\\") {
        _ = next()
        content = .row([content, row(depth: depth + 1, until: { _ in false })])
      }
      guard peek() == .command("right") else { return .fenced(left, content, "") }
      _ = next()
      return .fenced(left, content, delimiter())
    }

    private mutating func environment(depth: Int) -> Formula {
      let name = words()
      if name == "array" { _ = words() }
      var rows: [[Formula]] = [[]]
      while true {
        rows[rows.count - 1].append(row(depth: depth + 1, until: { _ in false }))
        switch next() {
        case .character("&"): continue
        case .command("\\"):
          _ = optional(depth: depth)
          rows.append([])
        case .command("end"):
          _ = words()
          return grid(rows, name)
        case nil: return grid(rows, name)
        default: continue
        }
      }
    }

    private func grid(_ rows: [[Formula]], _ name: String) -> Formula {
      // The end of the last line makes no further line.
      let rows = rows.last == [.row([])] && rows.count > 1 ? Array(rows.dropLast()) : rows
      guard let kind = Formula.environments[name] else { return .grid(rows, .aligned) }
      let grid = Formula.grid(rows, kind.layout)
      return kind.left.isEmpty && kind.right.isEmpty ? grid : .fenced(kind.left, grid, kind.right)
    }
  }
}
