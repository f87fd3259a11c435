/// Columns of a terminal: how wide a text is, and padding to a width.
package enum TextLayout {
  package enum Alignment: Sendable, Equatable { case left, right }

  /// The cells a text takes: two for East Asian wide characters and emoji, one for all others.
  package static func width(_ text: String) -> Int {
    text.utf8.count == text.count ? text.utf8.count : text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  /// The text with spaces up to `width`.
  package static func pad(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let space = String(repeating: " ", count: max(width - self.width(text), 0))
    return alignment == .left ? text + space : space + text
  }

  /// The text cut to `width` cells, with an ellipsis where something is missing.
  package static func clip(_ text: String, to width: Int) -> String {
    guard self.width(text) > width, width > 0 else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += isWide(character) ? 2 : 1
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The width of a text in an SVG, in units of its font size: an estimate on the generous side, the same on every
  /// machine, since no font is at hand when the drawing is made.
  package static func emWidth(_ text: String) -> Double {
    text.reduce(0) { sum, character in
      switch character {
      case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "(", ")", "[", "]", "t", "f": sum + 0.36
      case "m", "w", "M", "W", "%", "@": sum + 0.95
      case _ where character.isUppercase: sum + 0.7
      case _ where isWide(character): sum + 1.1
      default: sum + 0.6
      }
    }
  }

  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return false }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
