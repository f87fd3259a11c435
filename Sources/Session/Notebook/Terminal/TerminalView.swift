import Glibc
import Rendering

/// A notebook in a terminal: the text of its Markdown, the source of its cells dimmed, and room for their outputs.
package struct TerminalView {
  private let width: Int
  private let styled: Bool
  private let put: (String) -> Void

  /// A view of standard output: as wide as the terminal, in colour where it has some and NO_COLOR does not forbid it.
  package init() {
    var size = winsize()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let columns = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 80
    let wantsColor = getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    self.init(width: columns, styled: isTerminal && wantsColor) { text in
      _ = File.writeAll(Array(text.utf8), to: STDOUT_FILENO)
    }
  }

  package init(width: Int, styled: Bool, put: @escaping (String) -> Void) {
    // Lines beyond ninety columns are hard to read, however wide the window is.
    self.width = max(20, min(width, 90))
    self.styled = styled
    self.put = put
  }

  /// Shows what stands before a cell's outputs.
  package func show(_ cell: Notebook.Cell, number: Int?) {
    switch cell.kind {
    case .markdown: put("\n" + Markdown(parsing: cell.source).text(width: width, styled: styled) + "\n")
    case .code:
      guard let number else { return }
      let label = "[\(number)] "
      let space = String(repeating: " ", count: label.count)
      let lines = cell.source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() {
        let text = "\(index == 0 ? "\n\(label)" : space)│ \(Escaping.terminal(String(line)))".trimmedAtEnd
        put(styled ? "\u{1B}[2m\(text)\u{1B}[0m\n" : text + "\n")
      }
    case .raw: break
    }
  }

  /// Shows how a cell failed.
  package func show(traceback: [String]) {
    let text = traceback.joined(separator: "\n") + "\n"
    put(styled ? text : ANSIText(text).plain)
  }
}
