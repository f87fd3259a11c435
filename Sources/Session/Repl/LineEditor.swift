import Glibc
import Rendering
import Synchronization

/// Reads a cell from a terminal, letting the person edit it: several lines, the history, completion.
final class LineEditor {
  /// What a person can end a cell with.
  enum Entry: Equatable {
    case cell(String)
    /// The interrupt key.
    case abandoned
    case endOfInput
  }

  private let session: Session
  private var reader = KeyReader()
  private var keys: [LineBuffer.Key] = []
  private var buffer = LineBuffer()
  private var history: [String] = []
  /// The entry of the history that is shown, and what was typed before it was.
  private var place: Int?
  private var typed = ""
  /// The line of the terminal, counted from the first of the cell, that the cursor stands on.
  private var row = 0

  init(session: Session) { self.session = session }

  /// Reads one cell, which begins with `text`.
  func read(prompt: String, text: String = "") -> Entry {
    var saved = termios()
    tcgetattr(STDIN_FILENO, &saved)
    var raw = saved
    cfmakeraw(&raw)
    // Output goes on as before: what a library writes must not run down the screen like a staircase.
    raw.c_oflag = saved.c_oflag
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &saved) }

    buffer = LineBuffer(text)
    history = session.history.entries(.tail(count: 500)).map(\.input)
    (place, typed, row) = (nil, "", 0)
    draw(prompt)
    while let key = nextKey() {
      if let entry = handle(key) {
        // Leave the cursor below the cell.
        buffer.replace(with: buffer.string)
        draw(prompt)
        write("\n")
        return entry
      }
      draw(prompt)
    }
    return .endOfInput
  }

  private func handle(_ key: LineBuffer.Key) -> Entry? {
    switch key {
    case .enter:
      if let indent = continuation() { buffer.insert("\n" + indent) } else { return .cell(buffer.string) }
    case .interrupt: return .abandoned
    case .endOfInput:
      if buffer.text.isEmpty { return .endOfInput }
      buffer.apply(.delete)
    case .tab: complete()
    case .clearScreen:
      write("\u{1B}[H\u{1B}[2J")
      row = 0
    case .up: if !buffer.apply(.up) { recall(-1) }
    case .down: if !buffer.apply(.down) { recall(1) }
    default: buffer.apply(key)
    }
    return nil
  }

  /// The indentation of a further line, where the cell is not complete; nil where it can run. An empty last line
  /// always ends the cell, so that nobody is caught in one.
  private func continuation() -> String? {
    guard buffer.cursor == buffer.text.count else { return "" }
    if buffer.string.hasSuffix("\n") { return nil }
    guard case .incomplete(let indent) = session.completeness(of: buffer.string) else { return nil }
    return indent
  }

  private func recall(_ step: Int) {
    if place == nil { typed = buffer.string }
    let next = (place ?? history.count) + step
    guard next >= 0, next <= history.count else { return }
    place = next == history.count ? nil : next
    buffer.replace(with: place.map { history[$0] } ?? typed)
  }

  /// Inserts what all candidates have in common, and lists them where there are several.
  private func complete() {
    let start = buffer.text[..<buffer.cursor].last
    guard let start, !start.isWhitespace else { return buffer.insert("  ") }
    let list = session.complete(buffer.string, at: buffer.scalarOffset)
    guard let first = list.items.first else { return }
    var common = first.text
    for item in list.items { common = String(zip(common, item.text).prefix { $0 == $1 }.map(\.0)) }
    buffer.replace(scalars: list.start..<list.end, with: common)
    guard list.items.count > 1 else { return }
    let names = list.items.prefix(60).map(\.text).joined(separator: "  ")
    let more = list.items.count > 60 ? "  … \(list.items.count - 60) more" : ""
    write("\u{1B}[J\n\u{1B}[2m\(names)\(more)\u{1B}[0m\n")
    row = 0
  }

  private func nextKey() -> LineBuffer.Key? {
    while keys.isEmpty {
      var chunk = [UInt8](repeating: 0, count: 1024)
      let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      keys = reader.keys(chunk[..<count])
    }
    return keys.removeFirst()
  }

  // MARK: - Drawing

  /// Draws the cell again over the one on the screen, and puts the cursor in its place.
  private func draw(_ prompt: String) {
    let width = Self.columns
    let margin = String(repeating: " ", count: max(0, prompt.count - 2)) + "· "
    var output = row > 0 ? "\u{1B}[\(row)A" : ""
    output += "\r\u{1B}[J"
    var position = (row: 0, column: 0)
    var cursor = position
    func put(_ text: String) {
      output += text
      position.column += TextLayout.width(text)
      // A terminal that is full to the last column waits; the break makes it certain where the cursor is.
      if position.column >= width {
        output += "\r\n"
        position = (position.row + 1, 0)
      }
    }
    output += "\u{1B}[2m\(prompt)\u{1B}[0m"
    position.column = prompt.count
    for (index, character) in buffer.text.enumerated() {
      if index == buffer.cursor { cursor = position }
      if character == "\n" {
        output += "\r\n\u{1B}[2m\(margin)\u{1B}[0m"
        position = (position.row + 1, margin.count)
      } else {
        put(Escaping.terminal(String(character)))
      }
    }
    if buffer.cursor == buffer.text.count { cursor = position }
    if position.row > cursor.row { output += "\u{1B}[\(position.row - cursor.row)A" }
    output += "\r" + (cursor.column > 0 ? "\u{1B}[\(cursor.column)C" : "")
    row = cursor.row
    write(output)
  }

  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 10 else { return 80 }
    return Int(size.ws_col)
  }

  private func write(_ text: String) { _ = File.writeAll(Array(text.utf8), to: STDOUT_FILENO) }
}
