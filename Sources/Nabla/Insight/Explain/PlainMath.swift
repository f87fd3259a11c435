/// Formulas in LaTeX as text for a terminal: the few commands in which operations describe themselves.
enum PlainMath {
  private static let words: [(latex: String, text: String)] = [
    ("\\mathsf{T}", "ᵀ"), ("\\left", ""), ("\\right", ""), ("\\,", " "), ("\\;", " "), ("\\ ", " "), ("\\!", ""),
    ("\\sigma", "σ"), ("\\Phi", "Φ"), ("\\varphi", "φ"), ("\\lambda", "λ"), ("\\alpha", "α"), ("\\beta", "β"),
    ("\\mu", "μ"), ("\\epsilon", "ε"), ("\\varepsilon", "ε"), ("\\pi", "π"), ("\\eta", "η"), ("\\gamma", "γ"),
    ("\\sum", " Σ"), ("\\prod", "Π"), ("\\cdot", "·"), ("\\times", "×"), ("\\le", "≤"), ("\\ge", "≥"), ("\\ne", "≠"),
    ("\\lfloor", "⌊"), ("\\rfloor", "⌋"), ("\\lceil", "⌈"), ("\\rceil", "⌉"), ("\\infty", "∞"), ("\\odot", "⊙"),
    ("\\ldots", "…"), ("\\dots", "…"), ("\\in", "∈"), ("\\max", "max"), ("\\min", "min"), ("\\ln", "ln"),
    ("\\log", "log"), ("\\exp", "exp"), ("\\tanh", "tanh"), ("\\sinh", "sinh"), ("\\cosh", "cosh"), ("\\tan", "tan"),
    ("\\sin", "sin"), ("\\cos", "cos"), ("\\arcsin", "arcsin"), ("\\arccos", "arccos"), ("\\arctan", "arctan"),
    ("\\quad", "  "), ("\\|", "‖"), ("\\{", "{"), ("\\}", "}"),
  ]

  static func text(_ latex: String) -> String {
    var text = latex
    for command in ["\\tfrac", "\\dfrac", "\\frac"] {
      text = expand(text, command, arguments: 2) { "(\($0[0]))/(\($0[1]))" }
    }
    for command in ["\\sqrt"] { text = expand(text, command, arguments: 1) { "√(\($0[0]))" } }
    for command in ["\\operatorname", "\\text", "\\mathrm", "\\mathbf"] {
      text = expand(text, command, arguments: 1) { $0[0] + " " }
    }
    // The longest first, for \le begins \left.
    for (command, word) in words.sorted(by: { $0.latex.count > $1.latex.count }) {
      text = replace(text, command, by: word)
    }
    text = text.filter { $0 != "\\" }
    for index in ["i", "j", "n", "k"] {
      text = replace(text, "_\(index)", by: ["i": "ᵢ", "j": "ⱼ", "n": "ₙ", "k": "ₖ"][index] ?? "")
    }
    for simple in ["^2", "^3"] { text = replace(text, simple, by: simple == "^2" ? "²" : "³") }
    text = replace(text, "^{ᵀ}", by: "ᵀ")
    text = text.map { $0 == "{" ? "(" : $0 == "}" ? ")" : $0 }.reduce(into: "") { $0.append($1) }
    for letter in ["x", "y", "a", "b", "c", "1", "2"] { text = replace(text, "(\(letter))/", by: "\(letter)/") }
    for letter in ["x", "y", "a", "b", "c", "2", "3", "6", "n"] {
      text = replace(text, "/(\(letter))", by: "/\(letter)")
    }
    while text.contains("  ") { text = replace(text, "  ", by: " ") }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// Puts names in the place of single letters in a plain formula; words and functions are left alone.
  static func substitute(_ names: [Character: String], inText text: String) -> String {
    let characters = Array(text)
    return characters.indices.reduce(into: "") { result, index in
      guard let name = names[characters[index]], !isWord(characters, index - 1), !isWord(characters, index + 1) else {
        return result.append(characters[index])
      }
      // The square of a¹ is (a¹)² and not a¹².
      let isRaised = index + 1 < characters.count && "²³ᵀᵢⱼ^_".contains(characters[index + 1]) && name.count > 1
      result += isRaised ? "(\(name))" : name
    }
  }

  /// Puts names in the place of single letters in a LaTeX formula; commands and their words are left alone.
  static func substitute(_ names: [Character: String], inLatex latex: String) -> String {
    let characters = Array(latex)
    var result = ""
    var index = 0
    while index < characters.count {
      if characters[index] == "\\" {
        let start = index
        index += 1
        while index < characters.count, characters[index].isLetter { index += 1 }
        let command = String(characters[start..<index])
        result += command
        if ["\\operatorname", "\\text", "\\mathrm", "\\mathsf"].contains(command) {
          while index < characters.count, characters[index] != "}" {
            result.append(characters[index])
            index += 1
          }
        } else if index < characters.count, characters[index].isLetter == false, let name = names[characters[index]] {
          result += name
          index += 1
        }
      } else if let name = names[characters[index]] {
        index += 1
        // A second exponent or index on one letter is an error of LaTeX.
        let isRaised = index < characters.count && "^_".contains(characters[index])
        let needsBraces = isRaised && name.contains { "^_\\".contains($0) }
        result += (result.last?.isLetter ?? false ? " " : "") + (needsBraces ? "{(\(name))}" : name)
        if index < characters.count, characters[index].isLetter { result += "\\," }
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  private static func isWord(_ characters: [Character], _ index: Int) -> Bool {
    characters.indices.contains(index) && characters[index].isLetter && characters[index].isASCII
  }

  /// Replaces a command and its braced arguments, innermost last.
  private static func expand(
    _ text: String, _ command: String, arguments: Int, _ write: ([String]) -> String
  ) -> String {
    var text = text
    // Each round removes one command, so that a hostile formula cannot hold us.
    for _ in 0..<64 {
      guard let start = firstRange(of: command, in: text) else { break }
      var rest = text[start.upperBound...]
      var found: [String] = []
      while found.count < arguments {
        guard rest.first == "{" else { break }
        var depth = 0
        guard
          let close = rest.firstIndex(where: { character in
            depth += character == "{" ? 1 : character == "}" ? -1 : 0
            return depth == 0
          })
        else { break }
        found.append(String(rest[rest.index(after: rest.startIndex)..<close]))
        rest = rest[rest.index(after: close)...]
      }
      let written = found.count == arguments ? write(found) : ""
      text =
        String(text[..<start.lowerBound]) + written
        + String(found.count == arguments ? rest : text[start.upperBound...])
    }
    return text
  }

  private static func replace(_ text: String, _ part: String, by other: String) -> String {
    guard !part.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let range = firstRange(of: part, in: rest) {
      result += rest[..<range.lowerBound]
      result += other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private static func firstRange<Text: StringProtocol>(of part: String, in text: Text) -> Range<String.Index>?
  where Text.SubSequence == Substring {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
