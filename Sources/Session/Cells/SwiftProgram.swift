/// A Swift program from the cells of a session or of a notebook, as `swiftc` takes it, which prints what the cells
/// printed and showed. What a kernel's session does beyond Swift is written out: a name that a later cell declares again
/// becomes another name, the value of a last expression is shown, and commands become calls or comments.
package struct SwiftProgram {
  private var parts: [String] = []
  private var translation = CellTranslation()

  init(cells: [CellSource]) {
    for cell in cells { parts.append("// In [\(cell.number)]\n" + translation.swift(cell.text)) }
  }

  /// The program of a notebook: its code, with its text as comments.
  package init(_ notebook: Notebook) {
    for cell in notebook.cells {
      let isBlank = cell.source.allSatisfy(\.isWhitespace)
      switch cell.kind {
      case .markdown where !isBlank: parts.append(Self.commented(Markdown(parsing: cell.source)))
      case .code where !isBlank: parts.append(translation.swift(cell.source))
      case .markdown, .code, .raw: break
      }
    }
  }

  package var text: String {
    let head = ["import Foundation\nimport Nabla"] + (translation.showsResults ? [CellTranslation.resultFunction] : [])
    return (head + parts).joined(separator: "\n\n") + "\n"
  }

  private static func commented(_ text: Markdown) -> String {
    text.text(width: 96, styled: false).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String("// \($0)".trimmedAtEnd) }.joined(separator: "\n")
  }
}
