/// Splits a source text into tokens, as Swift's lexer does. Any text has tokens: what is wrong gets a diagnostic.
struct Lexer {
  let file: SourceFile
  let bytes: [UInt8]
  var offset = 0
  var strings: [LexedString] = []
  var diagnostics: [Diagnostic] = []
  /// How many string literals the lexer is inside of, by interpolation.
  var stringDepth = 0
  /// Inside an interpolation of a string of one line: a line break ends it.
  var stopsAtNewline = false
  var previousKind = Token.Kind.endOfFile
  /// A comment or a literal of several lines has no end, and nothing else is wrong.
  var endsTooSoon = false

  /// Literals nested in each other deeper than this are refused, so that no text exhausts the stack.
  static let maximumStringDepth = 32

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    if byte(0) == UInt8(ascii: "#"), byte(1) == UInt8(ascii: "!") { skipLine() }
  }

  /// All tokens of the file, or of a stretch of it that ends between two tokens, with `.endOfFile` last.
  mutating func tokenize(_ stretch: SourceRange? = nil) -> [Token] {
    if let stretch { offset = Int(stretch.start) }
    let end = stretch?.end ?? Int32(truncatingIfNeeded: bytes.count)
    var tokens: [Token] = []
    tokens.reserveCapacity((Int(end) - offset) / 4 + 1)
    while true {
      var token = next()
      if token.start >= end { token = Token(kind: .endOfFile, start: end, end: end) }
      tokens.append(token)
      if token.kind == .endOfFile { return tokens }
    }
  }

  func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file, start: start, end: end) }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<max(start, end)], as: UTF8.self) }

  mutating func diagnose(_ message: Diagnostic.Message, _ start: Int, _ end: Int? = nil) {
    diagnostics.append(Diagnostic(message, at: range(start, end ?? min(start + 1, bytes.count))))
  }

  mutating func next() -> Token {
    var isAtLineStart = skipTrivia()
    var token = scan()
    // A character that begins no token is passed over, as `swiftc` does.
    while token.kind == .unknown {
      if skipTrivia() { isAtLineStart = true }
      token = scan()
    }
    token.isAtLineStart = isAtLineStart
    previousKind = token.kind
    return token
  }

  /// The token at an offset in the middle of another: `>` of `>>`.
  mutating func token(at start: Int) -> Token {
    offset = start
    return scan()
  }

  private mutating func scan() -> Token {
    let start = offset
    guard start < bytes.count, !(stopsAtNewline && isNewline(bytes[start])) else {
      return Token(kind: .endOfFile, start: Int32(start), end: Int32(start))
    }
    let first = bytes[start]
    switch first {
    case UInt8(ascii: "("): return single(.leftParen)
    case UInt8(ascii: ")"): return single(.rightParen)
    case UInt8(ascii: "{"): return single(.leftBrace)
    case UInt8(ascii: "}"): return single(.rightBrace)
    case UInt8(ascii: "["): return single(.leftSquare)
    case UInt8(ascii: "]"): return single(.rightSquare)
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: ":"): return single(.colon)
    case UInt8(ascii: ";"): return single(.semicolon)
    case UInt8(ascii: "@"): return single(.at)
    case UInt8(ascii: "\\"): return single(.backslash)
    case UInt8(ascii: "\""): return lexString(poundCount: 0, at: start)
    case UInt8(ascii: "'"): return lexSingleQuoted()
    case UInt8(ascii: "`"): return lexEscapedIdentifier()
    case UInt8(ascii: "$"): return lexDollar()
    case UInt8(ascii: "#"): return lexHash()
    case _ where Characters.isDigit(first): return lexNumber()
    case _ where Characters.isIdentifierHead(first): return lexIdentifier()
    case _ where Characters.isOperator(first): return lexOperator()
    case 0x80...: return lexUnicode()
    default:
      offset += 1
      diagnose(.invalidCharacter(), start)
      return Token(kind: .unknown, start: Int32(start), end: Int32(offset))
    }
  }

  func make(_ kind: Token.Kind, from start: Int, payload: Int = -1) -> Token {
    Token(kind: kind, start: Int32(start), end: Int32(offset), payload: Int32(payload))
  }

  private mutating func single(_ kind: Token.Kind) -> Token {
    offset += 1
    return make(kind, from: offset - 1)
  }

  // MARK: White space and comments

  func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Skips to the next token; true where that is the first of its line.
  private mutating func skipTrivia() -> Bool {
    var sawNewline = offset == 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x0A, 0x0D:
        if stopsAtNewline { return sawNewline }
        sawNewline = true
        offset += 1
      case 0x20, 0x09, 0x0B, 0x0C: offset += 1
      case 0xEF where offset == 0 && byte(1) == 0xBB && byte(2) == 0xBF: offset = 3
      case 0xC2 where byte(offset + 1) == 0xA0:
        // A no-break space, which a browser or an editor may put in pasted text.
        diagnose(.nonBreakingSpace(), offset, offset + 2)
        offset += 2
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "*"):
        if skipBlockComment() { sawNewline = true }
      default: return sawNewline
      }
    }
    return sawNewline
  }

  private mutating func skipLine() {
    while offset < bytes.count, !isNewline(bytes[offset]) { offset += 1 }
  }

  /// Skips a comment, and those nested in it; true where it spans lines.
  private mutating func skipBlockComment() -> Bool {
    let start = offset
    var depth = 0
    var spansLines = false
    while offset < bytes.count {
      switch (bytes[offset], byte(offset + 1)) {
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        depth += 1
        offset += 2
      case (UInt8(ascii: "*"), UInt8(ascii: "/")):
        depth -= 1
        offset += 2
        if depth == 0 { return spansLines }
      case (0x0A, _), (0x0D, _):
        spansLines = true
        offset += 1
      default: offset += 1
      }
    }
    endsTooSoon = diagnostics.isEmpty
    var diagnostic = Diagnostic(.unterminatedBlockComment(), at: range(max(offset - 1, 0), offset))
    diagnostic.notes.append((.commentStartedHere(), range(start, min(start + 2, bytes.count))))
    diagnostics.append(diagnostic)
    return spansLines
  }

  // MARK: Names

  /// The scalar at an offset and its length in bytes; the text is well-formed UTF-8, since it came from a `String`.
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(byte(index))
    func next(_ distance: Int) -> UInt32 { UInt32(byte(index + distance)) & 0x3F }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC0..<0xE0: return ((first & 0x1F) << 6 | next(1), 2)
    case 0xE0..<0xF0: return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    case 0xF0...: return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    default: return (0xFFFD, 1)
    }
  }

  private mutating func skipIdentifierParts() {
    while offset < bytes.count {
      if Characters.isIdentifierPart(bytes[offset]) {
        offset += 1
      } else if bytes[offset] >= 0x80 {
        let (value, length) = scalar(at: offset)
        guard Characters.isIdentifierPart(value) else { return }
        offset += length
      } else {
        return
      }
    }
  }

  private mutating func lexIdentifier() -> Token {
    let start = offset
    skipIdentifierParts()
    if let keyword = bytes.withUnsafeBufferPointer({ Keyword.spelled(by: UnsafeBufferPointer(rebasing: $0[start..<offset])) }) {
      return make(.keyword(keyword), from: start)
    }
    return make(.identifier, from: start)
  }

  private mutating func lexEscapedIdentifier() -> Token {
    let start = offset
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "`"), !isNewline(bytes[end]) { end += 1 }
    guard byte(end) == UInt8(ascii: "`"), end > start + 1 else {
      offset += 1
      diagnose(.invalidCharacter(), start)
      return make(.unknown, from: start)
    }
    offset = end + 1
    var token = make(.identifier, from: start)
    token.isEscaped = true
    return token
  }

  private mutating func lexDollar() -> Token {
    let start = offset
    offset += 1
    skipIdentifierParts()
    if offset > start + 1, bytes[(start + 1)..<offset].allSatisfy(Characters.isDigit) {
      return make(.dollarIdentifier, from: start)
    }
    diagnose(offset == start + 1 ? .expectedNumericValueAfterDollar() : .dollarIdentifier(), start, offset)
    return make(.identifier, from: start)
  }

  private mutating func lexHash() -> Token {
    let start = offset
    var count = 0
    while byte(start + count) == UInt8(ascii: "#") { count += 1 }
    if byte(start + count) == UInt8(ascii: "\"") { return lexString(poundCount: count, at: start) }
    offset += 1
    skipIdentifierParts()
    return make(.hash, from: start)
  }

  private mutating func lexUnicode() -> Token {
    let start = offset
    let (value, length) = scalar(at: start)
    if Characters.isIdentifierHead(value) {
      offset += length
      skipIdentifierParts()
      return make(.identifier, from: start)
    }
    if Characters.isOperatorHead(value) { return lexOperator() }
    offset += length
    switch value {
    case 0x201C, 0x201D: return lexCurlyQuoted(from: start)
    default: diagnose(.invalidCharacter(), start, offset)
    }
    return make(.unknown, from: start)
  }
}
