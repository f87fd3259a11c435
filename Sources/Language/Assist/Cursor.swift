/// A place in a text that someone is writing, with the word around it.
struct Cursor {
  enum Situation: Equatable {
    /// Swift code, to be asked of the checker.
    case code
    /// The first word of a line that begins with `%`; the word starts behind the sign.
    case command
    /// After `import`.
    case importing
    /// In a comment, in the text of a literal, in a number, or where a new name is declared.
    case nothing
  }

  let text: String
  let bytes: [UInt8]
  /// Byte offsets.
  let offset: Int
  let wordStart: Int
  let wordEnd: Int
  let situation: Situation

  /// The part of the word before the cursor.
  var prefix: String { String(decoding: bytes[wordStart..<offset], as: UTF8.self) }

  var word: String { String(decoding: bytes[wordStart..<wordEnd], as: UTF8.self) }

  /// From an offset in Unicode scalars, as front ends count.
  init(_ text: String, at scalars: Int) {
    self.text = text
    bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars.prefix(max(scalars, 0)) { offset += UTF8.width(scalar) }
    self.offset = offset
    var start = offset
    while start > 0, Self.isWordPart(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, Self.isWordPart(bytes[end]) { end += 1 }
    wordStart = start
    wordEnd = end
    situation = Self.situation(text, bytes, start: start, offset: offset)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool { Characters.isIdentifierPart(byte) || byte >= 0x80 || byte == UInt8(ascii: "$") }

  /// A member is named.
  var followsPeriod: Bool { wordStart > 0 && bytes[wordStart - 1] == UInt8(ascii: ".") }

  /// The word's start in Unicode scalars.
  func scalars(_ byteOffset: Int) -> Int { String(decoding: bytes[..<byteOffset], as: UTF8.self).unicodeScalars.count }

  // MARK: Situation

  private static func situation(_ text: String, _ bytes: [UInt8], start: Int, offset: Int) -> Situation {
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    let line = bytes[lineStart..<start]
    if let sign = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), line[sign] == UInt8(ascii: "%") {
      return sign == start - 1 ? .command : .nothing
    }
    if start < bytes.count, start < offset, Characters.isDigit(bytes[start]) { return .nothing }
    let file = SourceFile(name: "cell", cell: 0, text: text)
    var lexer = Lexer(file)
    let tokens = lexer.tokenize()
    return situation(tokens, lexer, start: start, offset: offset)
  }

  private static func situation(_ tokens: [Token], _ lexer: Lexer, start: Int, offset: Int) -> Situation {
    // The last token that ends before the word, and the one that holds it.
    var previous: Token?
    for token in tokens {
      if Int(token.start) < offset, Int(token.end) > start || Int(token.end) == offset, token.kind == .string {
        if let inner = interpolation(token, lexer, start) { return situation(inner, lexer, start: start, offset: offset) }
        // Behind the closing quote the literal is over.
        if Int(token.end) > offset || isOpen(token, lexer) { return .nothing }
      }
      if Int(token.end) > start || token.kind == .endOfFile { break }
      previous = token
    }
    if isInComment(lexer.bytes, from: previous.map { Int($0.end) } ?? 0, to: start) { return .nothing }
    guard let previous else { return .code }
    switch previous.kind {
    case .keyword(.import): return .importing
    case .keyword(.let), .keyword(.var), .keyword(.func), .keyword(.struct), .keyword(.class), .keyword(.enum),
      .keyword(.protocol), .keyword(.typealias), .keyword(.associatedtype), .keyword(.for), .keyword(.precedencegroup):
      return .nothing
    default: return .code
    }
  }

  private static func interpolation(_ token: Token, _ lexer: Lexer, _ start: Int) -> [Token]? {
    guard token.payload >= 0, Int(token.payload) < lexer.strings.count else { return nil }
    for case .interpolation(let tokens) in lexer.strings[Int(token.payload)].segments {
      guard let first = tokens.first, let last = tokens.last else { continue }
      if Int(first.start) <= start, start <= Int(last.start) { return tokens }
    }
    return nil
  }

  /// A literal that lacks its closing quote.
  private static func isOpen(_ token: Token, _ lexer: Lexer) -> Bool {
    lexer.diagnostics.contains { $0.range.start == token.start && $0.message.text == Diagnostic.Message.unterminatedString().text }
  }

  private static func isInComment(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: "/") {
        while index < end, bytes[index] != 0x0A { index += 1 }
        if index >= end { return true }
      } else if bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: "*") {
        var depth = 0
        while index < end {
          if index + 1 < end, bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: "*") {
            depth += 1
            index += 2
          } else if index + 1 < end, bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
            depth -= 1
            index += 2
            if depth == 0 { break }
          } else {
            index += 1
          }
        }
        if depth > 0 { return true }
      } else {
        index += 1
      }
    }
    return false
  }

  // MARK: The text with a mark

  /// The text with the probe's name in place of the word, and shorter ones to fall back to where the whole text is too
  /// broken for the parser to get to the place.
  var markedTexts: [String] {
    let before = String(decoding: bytes[..<wordStart], as: UTF8.self)
    let after = String(decoding: bytes[wordEnd...], as: UTF8.self)
    var lineStart = wordStart
    while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    let line = String(decoding: bytes[lineStart..<wordStart], as: UTF8.self)
    return [before + Probe.name + after, before + Probe.name, line + Probe.name]
  }
}
