/// A Swift program from the cells of a session or of a notebook, as `swiftc` takes it. Command lines, which are not
/// Swift, stay as comments.
package struct SwiftProgram {
  private let parts: [String]

  init(cells: [CellSource]) {
    parts = cells.map { "// In [\($0.number)]\n" + Self.withoutCommands($0.text) }
  }

  /// The program of a notebook: its code, with its text as comments.
  package init(_ notebook: Notebook) {
    var parts: [String] = []
    for cell in notebook.cells {
      let isBlank = cell.source.allSatisfy(\.isWhitespace)
      switch cell.kind {
      case .markdown where !isBlank: parts.append(Self.commented(Markdown(parsing: cell.source)))
      case .code where !isBlank: parts.append(Self.withoutCommands(cell.source))
      case .markdown, .code, .raw: break
      }
    }
    self.parts = parts
  }

  package var text: String {
    (["import Foundation\nimport Nabla"] + parts).joined(separator: "\n\n") + "\n"
  }

  private static func withoutCommands(_ source: String) -> String {
    let code = CommandLines(source).code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let typed = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // The blanked cell has the same lines; one that lost its text was a command.
    let lines = zip(typed, code).map { typed, code in
      typed == code ? String(typed) : String("// \(typed)\n\(code)".trimmedAtEnd)
    }
    return String(lines.joined(separator: "\n").trimmedAtEnd)
  }

  private static func commented(_ text: Markdown) -> String {
    text.text(width: 96, styled: false).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String("// \($0)".trimmedAtEnd) }.joined(separator: "\n")
  }
}
