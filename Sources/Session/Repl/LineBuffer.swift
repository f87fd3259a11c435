/// The cell being typed at a prompt: text of one or more lines with a cursor, changed by keys. It knows no terminal.
struct LineBuffer: Equatable {
  private(set) var text: [Character] = []
  private(set) var cursor = 0

  /// A key, or a combination that does the same in every shell.
  enum Key: Equatable {
    case character(Character)
    case enter, tab, backspace, delete
    case left, right, up, down, home, end
    case wordLeft, wordRight
    case killToEnd, killToStart, killWord
    case interrupt, endOfInput, clearScreen
  }

  init(_ text: String = "") { replace(with: text) }

  var string: String { String(text) }

  /// The cursor as an offset in Unicode scalars.
  var scalarOffset: Int { text[..<cursor].reduce(0) { $0 + $1.unicodeScalars.count } }

  /// The text, with the cursor at its end.
  mutating func replace(with text: String) {
    self.text = Array(text)
    cursor = self.text.count
  }

  mutating func insert(_ text: String) {
    // An accent or the next part of an emoji joins the character before it.
    let before = Array(String(self.text[..<cursor]) + text)
    self.text.replaceSubrange(..<cursor, with: before)
    cursor = before.count
  }

  /// Replaces a range of Unicode scalars, as completion asks for it.
  mutating func replace(scalars: Range<Int>, with replacement: String) {
    let before = String(String.UnicodeScalarView(string.unicodeScalars.prefix(scalars.lowerBound)))
    let after = String(String.UnicodeScalarView(string.unicodeScalars.dropFirst(scalars.upperBound)))
    text = Array(before + replacement + after)
    cursor = min(text.count, (before + replacement).count)
  }

  /// Changes the text as a key asks; false where the key means nothing here (an arrow up on the first line).
  @discardableResult
  mutating func apply(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace:
      guard cursor > 0 else { return false }
      remove(from: cursor - 1)
    case .delete:
      guard cursor < text.count else { return false }
      text.remove(at: cursor)
    case .left:
      guard cursor > 0 else { return false }
      cursor -= 1
    case .right:
      guard cursor < text.count else { return false }
      cursor += 1
    case .up: return moveLine(up: true)
    case .down: return moveLine(up: false)
    case .home: cursor = lineStart
    case .end: cursor = lineEnd
    case .wordLeft: cursor = wordStart
    case .wordRight:
      while cursor < text.count, !isWord(text[cursor]) { cursor += 1 }
      while cursor < text.count, isWord(text[cursor]) { cursor += 1 }
    case .killToEnd:
      // At the end of a line, its break.
      let end = lineEnd == cursor ? min(cursor + 1, text.count) : lineEnd
      text.removeSubrange(cursor..<end)
    case .killToStart: remove(from: lineStart)
    case .killWord: remove(from: wordStart)
    case .enter, .tab, .interrupt, .endOfInput, .clearScreen: return false
    }
    return true
  }

  private mutating func remove(from start: Int) {
    text.removeSubrange(start..<cursor)
    cursor = start
  }

  private var lineStart: Int { text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
  private var lineEnd: Int { text[cursor...].firstIndex(of: "\n") ?? text.count }

  private var wordStart: Int {
    var start = cursor
    while start > 0, !isWord(text[start - 1]) { start -= 1 }
    while start > 0, isWord(text[start - 1]) { start -= 1 }
    return start
  }

  private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }

  private mutating func moveLine(up: Bool) -> Bool {
    let column = cursor - lineStart
    if up {
      guard lineStart > 0 else { return false }
      cursor = lineStart - 1
    } else {
      guard lineEnd < text.count else { return false }
      cursor = lineEnd + 1
    }
    cursor = min(lineStart + column, lineEnd)
    return true
  }
}
