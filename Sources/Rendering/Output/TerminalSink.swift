import Glibc

/// Output of a plain program: the text form of every value on standard output.
///
/// On a terminal a display that changes is written over. In a file or pipe only its last state is written, when other
/// output follows or the program ends.
package final class TerminalSink: OutputSink {
  private let isInteractive: Bool
  /// The display on the last lines written, with its number of lines.
  private var last: (id: String, lines: Int)?
  /// In a file: the newest state of a display, not written yet.
  private var pending: (id: String, text: String)?
  private let put: (String, OutputStream) -> Void

  package convenience init() {
    self.init(isInteractive: isatty(STDOUT_FILENO) == 1) { text, stream in
      let file = stream == .stdout ? STDOUT_FILENO : STDERR_FILENO
      fflush(nil)
      var text = text
      text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while let start = rest.baseAddress, rest.count > 0 {
          let written = Glibc.write(file, start, rest.count)
          if written <= 0 { break }
          rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
      }
    }
    atexit {
      Output.flush()
      (Output.sink as? TerminalSink)?.writePending()
    }
  }

  package init(isInteractive: Bool, put: @escaping (String, OutputStream) -> Void) {
    self.isInteractive = isInteractive
    self.put = put
  }

  package func write(_ text: String, to stream: OutputStream) {
    writePending()
    last = nil
    put(text, stream)
  }

  package func display(_ bundle: MIMEBundle, id: String?) {
    writePending()
    if let id, !isInteractive {
      pending = (id, bundle.text)
    } else {
      put(bundle.text + "\n", .stdout)
      last = id.map { ($0, Self.lineCount(bundle.text)) }
    }
  }

  package func update(_ bundle: MIMEBundle, id: String) {
    guard isInteractive else {
      if pending?.id != id { writePending() }
      pending = (id, bundle.text)
      return
    }
    // Up to the display's first line, and clear from there to the end of the screen.
    if let last, last.id == id { put("\u{1B}[\(last.lines)A\u{1B}[J", .stdout) }
    put(bundle.text + "\n", .stdout)
    last = (id, Self.lineCount(bundle.text))
  }

  /// A terminal keeps what it has shown.
  package func clear(wait: Bool) {
    writePending()
    last = nil
  }

  /// Writes the last state of a display that had been held back.
  package func writePending() {
    guard let pending else { return }
    self.pending = nil
    put(pending.text + "\n", .stdout)
  }

  private static func lineCount(_ text: String) -> Int { text.utf8.reduce(1) { $0 + ($1 == 10 ? 1 : 0) } }
}
