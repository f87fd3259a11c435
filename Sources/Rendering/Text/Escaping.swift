/// Text made safe for one format. Everything that came from a user passes through exactly one of these.
package enum Escaping {
  /// Text and quoted attribute values of HTML and XML (SVG); control characters, which XML forbids, become `�`.
  package static func markup(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Words inside LaTeX's `\text{…}`, in the subset that MathJax and KaTeX both read.
  package static func latex(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\backslash "
      case "{", "}", "$", "&", "#", "%", "_": result += "\\\(character)"
      case "^": result += "\\wedge "
      case "~": result += "\\sim "
      case "\n", "\r", "\t": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// Words inside Markdown: its marks are shown and not obeyed, and no HTML gets through.
  package static func markdown(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "$": result += "\\\(character)"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\r": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// A quoted identifier of Graphviz.
  package static func dot(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n", "\r": result += " "
      default: result.append(character)
      }
    }
    return "\"\(result)\""
  }

  /// A line for a terminal: control characters, with which a name could steer it, become `�`.
  package static func terminal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
