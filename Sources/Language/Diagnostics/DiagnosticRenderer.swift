/// Writes diagnostics as a compiler does: place, sentence, source line, caret, notes and fixes.
package struct DiagnosticRenderer {
  package var hasColor: Bool

  package init(hasColor: Bool) { self.hasColor = hasColor }

  /// One diagnostic with all that belongs to it, without a line break at the end.
  package func render(_ diagnostic: Diagnostic) -> String {
    var lines = entry(diagnostic.message, at: diagnostic.range)
    for note in diagnostic.notes {
      // The place of the diagnostic itself is shown already.
      if let range = note.range, range.file !== diagnostic.range.file || range.start != diagnostic.range.start {
        lines += entry(note.message, at: range)
      } else {
        lines.append(head(note.message, place: nil))
      }
    }
    let said = Set(diagnostic.notes.map(\.message.text))
    for fix in diagnostic.fixes where !said.contains(fix.label) {
      lines.append(colored("fix: ", .fix) + fix.label)
    }
    return lines.joined(separator: "\n")
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// The name of an error at run time and what it says.
  package func head(_ name: String, _ message: String) -> String {
    colored(name + ": ", .severity(.error)) + colored(message, .place)
  }

  /// The place of a call that was going on, and its line.
  package func excerpt(_ range: SourceRange, note: String) -> String {
    ([colored(place(range), .place) + note] + source(range)).joined(separator: "\n")
  }

  private func entry(_ message: Diagnostic.Message, at range: SourceRange) -> [String] {
    [head(message, place: place(range))] + source(range)
  }

  private func place(_ range: SourceRange) -> String {
    let (line, column) = range.file.position(at: Int(range.start))
    return "\(range.file.name):\(line):\(column)"
  }

  /// The line that a range begins on, and a caret under it.
  private func source(_ range: SourceRange) -> [String] {
    guard !range.file.bytes.isEmpty else { return [] }
    let (line, column) = range.file.position(at: Int(range.start))
    let shown = Self.window(range.file.lineText(line), around: column)
    let number = "\(line)"
    let gutter = String(repeating: " ", count: number.count) + " | "
    return [
      colored("\(number) | ", .frame) + shown.text,
      colored(gutter, .frame) + caretIndent(shown.text, shown.column)
        + colored(mark(shown.text, shown.column, range), .caret),
    ]
  }

  /// A line, or of a long one what stands around the column.
  private static func window(_ line: String, around column: Int) -> (text: String, column: Int) {
    guard line.utf8.count > 200 else { return (line, column) }
    let before = String(decoding: line.utf8.prefix(max(column - 1, 0)), as: UTF8.self)
    let after = String(decoding: line.utf8.dropFirst(max(column - 1, 0)), as: UTF8.self)
    let start = before.count > 60 ? "…" + before.suffix(60) : before
    let end = after.count > 120 ? after.prefix(120) + "…" : after
    return (start + end, start.utf8.count + 1)
  }

  private func head(_ message: Diagnostic.Message, place: String?) -> String {
    let prefix = place.map { colored($0 + ": ", .place) } ?? ""
    return prefix + colored(message.severity.rawValue + ": ", .severity(message.severity)) + colored(message.text, .place)
  }

  /// White space as wide as what stands before the column; tabs keep their width.
  private func caretIndent(_ source: String, _ column: Int) -> String {
    let before = String(decoding: Array(source.utf8).prefix(max(column - 1, 0)), as: UTF8.self)
    return before.map { $0 == "\t" ? "\t" : Self.cells(of: $0) }.joined()
  }

  /// A caret, with a tilde under every further character of the range on that line.
  private func mark(_ source: String, _ column: Int, _ range: SourceRange) -> String {
    let bytes = Array(source.utf8)
    let start = min(max(column - 1, 0), bytes.count)
    let length = max(Int(range.end - range.start), 1)
    let covered = String(decoding: bytes[start..<min(start + length, bytes.count)], as: UTF8.self)
    let width = covered.map { Self.cells(of: $0).count }.reduce(0, +)
    return "^" + String(repeating: "~", count: max(width - 1, 0))
  }

  /// As many spaces as a terminal gives a character: two for East Asian and emoji ones.
  private static func cells(of character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    let isWide = switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
    return isWide ? "  " : " "
  }

  // MARK: Colours

  private enum Style {
    case place, frame, caret, fix
    case severity(Diagnostic.Severity)

    var code: String {
      switch self {
      case .place: "1"
      case .frame: "36"
      case .caret: "1;32"
      case .fix: "34"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;35"
      case .severity(.note): "1;36"
      }
    }
  }

  private func colored(_ text: String, _ style: Style) -> String {
    hasColor ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }
}
