extension Markdown.Span {
  /// The spans of running text; the lines of a paragraph are joined by newlines.
  static func parse(_ text: String) -> [Markdown.Span] {
    var reader = SpanReader(text: Array(text), depth: 0)
    return reader.spans()
  }

  private struct SpanReader {
    let text: [Character]
    let depth: Int
    var index = 0
    var plain = ""
    var found: [Markdown.Span] = []

    init(text: [Character], depth: Int) {
      self.text = text
      self.depth = depth
    }

    mutating func spans() -> [Markdown.Span] {
      while index < text.count {
        if let span = special() {
          flush()
          found.append(span)
        } else {
          plain.append(text[index])
          index += 1
        }
      }
      flush()
      return found
    }

    private mutating func flush() {
      if !plain.isEmpty { found.append(.text(plain)) }
      plain = ""
    }

    /// The span that begins here, read to its end; nil where the character stands for itself.
    private mutating func special() -> Markdown.Span? {
      switch text[index] {
      case "\\": return escape()
      case "`": return code()
      case "$": return math()
      case "*", "_", "~": return depth < Markdown.deepestNesting ? emphasis() : nil
      case "!": return image()
      case "[": return depth < Markdown.deepestNesting ? link() : nil
      case "<": return angle()
      case "\n": return newline()
      default: return nil
      }
    }

    private mutating func escape() -> Markdown.Span? {
      guard index + 1 < text.count else { return nil }
      let next = text[index + 1]
      guard next == "\n" || next.isASCII && (next.isPunctuation || next.isSymbol) else { return nil }
      index += 2
      return next == "\n" ? .lineBreak : .text(String(next))
    }

    private mutating func newline() -> Markdown.Span? {
      let spaces = plain.reversed().prefix { $0 == " " }.count
      plain.removeLast(spaces)
      index += 1
      if spaces >= 2 { return .lineBreak }
      return .text(" ")
    }

    private mutating func code() -> Markdown.Span? {
      let length = run(at: index)
      var end = index + length
      while end < text.count {
        guard text[end] == "`" else {
          end += 1
          continue
        }
        let closing = run(at: end)
        if closing == length {
          var content = String(text[index + length..<end].map { $0 == "\n" ? " " : $0 })
          if content.hasPrefix(" "), content.hasSuffix(" "), content.contains(where: { $0 != " " }) {
            content = String(content.dropFirst().dropLast())
          }
          index = end + length
          return .code(content)
        }
        end += closing
      }
      return nil
    }

    private mutating func math() -> Markdown.Span? {
      let length = min(run(at: index), 2)
      let start = index + length
      // "$ 5" is money and no formula.
      guard start < text.count, length == 2 || !text[start].isWhitespace else { return nil }
      var end = start
      while end < text.count {
        if text[end] == "\\" {
          end += 2
        } else if text[end] == "$", run(at: end) >= length {
          guard end > start, length == 2 || !text[end - 1].isWhitespace else { return nil }
          index = end + length
          return .math(String(text[start..<end]))
        } else {
          end += 1
        }
      }
      return nil
    }

    private mutating func emphasis() -> Markdown.Span? {
      let mark = text[index]
      let length = run(at: index)
      guard length <= 3, mark != "~" || length == 2 else { return nil }
      let start = index + length
      guard start < text.count, !text[start].isWhitespace else { return nil }
      // Inside a word an underscore is part of a name.
      if mark == "_", index > 0, text[index - 1].isLetter || text[index - 1].isNumber { return nil }
      var end = start
      while end < text.count {
        switch text[end] {
        case "\\": end += 2
        case "`", "$":
          // What is verbatim inside closes nothing.
          var inner = SpanReader(text: text, depth: depth)
          inner.index = end
          end = inner.special() == nil ? end + 1 : inner.index
        case mark where run(at: end) == length && !text[end - 1].isWhitespace:
          let after = end + length
          if mark == "_", after < text.count, text[after].isLetter || text[after].isNumber {
            end = after
            continue
          }
          let content = nested(start..<end)
          index = after
          return switch (mark, length) {
          case ("~", _): .struck(content)
          case (_, 1): .emphasis(content)
          case (_, 2): .strong(content)
          default: .strong([.emphasis(content)])
          }
        case mark: end += run(at: end)
        default: end += 1
        }
      }
      return nil
    }

    private mutating func link() -> Markdown.Span? {
      guard let (label, target, end) = labelAndTarget(from: index) else { return nil }
      index = end
      return .link(nested(label), target: target)
    }

    private mutating func image() -> Markdown.Span? {
      guard index + 1 < text.count, text[index + 1] == "[",
        let (label, source, end) = labelAndTarget(from: index + 1)
      else { return nil }
      index = end
      return .image(alternative: String(text[label]), source: source)
    }

    /// Reads `[label](target "title")`.
    private func labelAndTarget(from start: Int) -> (label: Range<Int>, target: String, end: Int)? {
      var brackets = 0
      var end = start
      while end < text.count {
        if text[end] == "\\" { end += 1 } else if text[end] == "[" { brackets += 1 } else if text[end] == "]" {
          brackets -= 1
        }
        if brackets == 0 { break }
        end += 1
      }
      guard end + 1 < text.count, text[end + 1] == "(" else { return nil }
      var parentheses = 0
      var close = end + 1
      while close < text.count {
        if text[close] == "(" { parentheses += 1 } else if text[close] == ")" { parentheses -= 1 }
        if parentheses == 0 { break }
        close += 1
      }
      guard close < text.count else { return nil }
      let inside = text[end + 2..<close].drop(while: \.isWhitespace)
      return (start + 1..<end, String(inside.prefix { !$0.isWhitespace }), close + 1)
    }

    /// `<https://…>` is a link, and `<br>` ends a line (the only way to do so in a table); else `<` is a character.
    private mutating func angle() -> Markdown.Span? {
      guard let close = text[index...].prefix(2_000).firstIndex(of: ">") else { return nil }
      let content = String(text[index + 1..<close])
      if ["br", "br/", "br /"].contains(content.lowercased()) {
        index = close + 1
        return .lineBreak
      }
      guard content.hasPrefix("https://") || content.hasPrefix("http://"), !content.contains(where: \.isWhitespace)
      else { return nil }
      index = close + 1
      return .link([.text(content)], target: content)
    }

    private func nested(_ range: Range<Int>) -> [Markdown.Span] {
      var reader = SpanReader(text: Array(text[range]), depth: depth + 1)
      return reader.spans()
    }

    /// How often the character at `start` is repeated; no mark is longer than what is counted.
    private func run(at start: Int) -> Int {
      text[start...].prefix(64).prefix { $0 == text[start] }.count
    }
  }
}
