/// The parts of a Swift text that readers like to see in colour, for pages and terminals. Works on any text, complete
/// or not.
package struct Highlighting: Sendable {
  package enum Kind: Sendable { case keyword, string, number, comment }

  /// One part, as offsets into the UTF-8 of the text.
  package struct Part: Equatable, Sendable {
    package var kind: Kind
    package var start: Int
    package var end: Int
  }

  /// The parts in their order, none overlapping another.
  package private(set) var parts: [Part] = []

  package init(of text: String) {
    let file = SourceFile(name: "", cell: 0, text: text)
    var lexer = Lexer(file)
    let tokens = lexer.tokenize()
    var end = 0
    for token in tokens {
      comments(lexer.bytes, from: end, to: Int(token.start))
      add(token, lexer)
      end = Int(token.end)
    }
  }

  private mutating func add(_ token: Token, _ lexer: Lexer) {
    let (start, end) = (Int(token.start), Int(token.end))
    switch token.kind {
    case .keyword: add(.keyword, start, end)
    case .hash, .at: add(.keyword, start, end)
    case .integer, .float: add(.number, start, end)
    case .string: addString(token, lexer)
    default: break
    }
  }

  /// A literal without the expressions inside it, which are looked at by themselves.
  private mutating func addString(_ token: Token, _ lexer: Lexer) {
    var start = Int(token.start)
    let index = Int(token.payload)
    let segments = lexer.strings.indices.contains(index) ? lexer.strings[index].segments : []
    for case .interpolation(let tokens) in segments {
      let inner = tokens.filter { $0.kind != .endOfFile }
      guard let first = inner.first, let last = inner.last else { continue }
      add(.string, start, Int(first.start))
      for token in inner { add(token, lexer) }
      start = Int(last.end)
    }
    add(.string, start, Int(token.end))
  }

  /// What stands between two tokens is white space and comments.
  private mutating func comments(_ bytes: [UInt8], from start: Int, to end: Int) {
    guard start < end else { return }
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes[start..<end].firstIndex(where: { !isSpace($0) }),
      let last = bytes[start..<end].lastIndex(where: { !isSpace($0) })
    else { return }
    add(.comment, first, last + 1)
  }

  private mutating func add(_ kind: Kind, _ start: Int, _ end: Int) {
    guard start < end else { return }
    parts.append(Part(kind: kind, start: start, end: end))
  }
}
