extension Lexer {
  /// A string literal from its first `#` or `"`.
  mutating func lexString(poundCount: Int, at start: Int) -> Token {
    offset = start + poundCount
    let quotes = byte(offset + 1) == UInt8(ascii: "\"") && byte(offset + 2) == UInt8(ascii: "\"")
    // `#""#` is empty, and so is `""` before another quote only where three quotes do not begin a longer literal.
    let isMultiline = quotes && !(poundCount > 0 && endsRawOfOneLine(offset, poundCount))
    guard stringDepth < Self.maximumStringDepth else {
      diagnose(.nestingTooDeep(), start)
      offset = bytes.count
      return addString(LexedString(), from: start)
    }
    stringDepth += 1
    defer { stringDepth -= 1 }
    var literal = LexedString()
    literal.isMultiline = isMultiline
    offset += isMultiline ? 3 : 1
    if isMultiline {
      lexMultiline(&literal, poundCount: poundCount, start: start)
    } else {
      lexOneLine(&literal, poundCount: poundCount, start: start)
    }
    return addString(literal, from: start)
  }

  /// `#"""#`: the literal `"` of one line.
  private func endsRawOfOneLine(_ quote: Int, _ poundCount: Int) -> Bool {
    var index = quote + 1
    while index < bytes.count, !isNewline(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\""), pounds(at: index + 1, poundCount) { return true }
      index += 1
    }
    return false
  }

  private mutating func addString(_ literal: LexedString, from start: Int) -> Token {
    strings.append(literal)
    return make(.string, from: start, payload: strings.count - 1)
  }

  /// `'a'`, which other languages have.
  mutating func lexSingleQuoted() -> Token {
    let start = offset
    offset += 1
    while offset < bytes.count, !isNewline(bytes[offset]), bytes[offset] != UInt8(ascii: "'") {
      offset += byte(offset) == UInt8(ascii: "\\") && !isNewline(byte(offset + 1)) ? 2 : 1
    }
    offset = min(offset, bytes.count)
    guard byte(offset) == UInt8(ascii: "'") else {
      diagnose(.unterminatedString(), start)
      return addString(LexedString(), from: start)
    }
    offset += 1
    var diagnostic = Diagnostic(.singleQuotedString(), at: range(start, offset))
    let content = text(start + 1, offset - 1)
    diagnostic.fixes.append(.init(label: "use '\"'", range: range(start, offset), replacement: "\"\(content)\""))
    diagnostics.append(diagnostic)
    return addString(LexedString(segments: [.text(content)]), from: start)
  }

  /// `“a”`, which word processors write: after the diagnostics, a literal.
  mutating func lexCurlyQuoted(from start: Int) -> Token {
    diagnose(.curlyQuote(), start, offset)
    let content = offset
    var end = content
    while end < bytes.count, !isNewline(bytes[end]), bytes[end] != UInt8(ascii: "\"") {
      let (value, length) = scalar(at: end)
      if value == 0x201D {
        offset = end + length
        diagnose(.curlyQuote(), end, offset)
        return addString(LexedString(segments: [.text(text(content, end))]), from: start)
      }
      end += length
    }
    return make(.unknown, from: start)
  }

  private func pounds(at index: Int, _ count: Int) -> Bool {
    for distance in 0..<count where byte(index + distance) != UInt8(ascii: "#") { return false }
    return true
  }

  // MARK: One line

  private mutating func lexOneLine(_ literal: inout LexedString, poundCount: Int, start: Int) {
    var buffer: [UInt8] = []
    while true {
      guard offset < bytes.count, !isNewline(bytes[offset]) else {
        diagnose(.unterminatedString(), start)
        break
      }
      let current = bytes[offset]
      if current == UInt8(ascii: "\""), pounds(at: offset + 1, poundCount) {
        offset += 1 + poundCount
        break
      }
      if current == UInt8(ascii: "\\"), pounds(at: offset + 1, poundCount) {
        let isOpen = lexEscape(&literal, &buffer, poundCount: poundCount, isMultiline: false)
        if isOpen { continue }
        diagnose(.unterminatedString(), start)
        break
      }
      buffer.append(current)
      offset += 1
    }
    flush(&buffer, to: &literal)
  }

  private func flush(_ buffer: inout [UInt8], to literal: inout LexedString) {
    guard !buffer.isEmpty else { return }
    literal.segments.append(.text(String(decoding: buffer, as: UTF8.self)))
    buffer.removeAll(keepingCapacity: true)
  }

  /// An escape or an interpolation, at its backslash; false where an interpolation has no end.
  private mutating func lexEscape(
    _ literal: inout LexedString, _ buffer: inout [UInt8], poundCount: Int, isMultiline: Bool
  ) -> Bool {
    let start = offset
    offset += 1 + poundCount
    let letter = byte(offset)
    offset += 1
    switch letter {
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "0"): buffer.append(0)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): buffer.append(letter)
    case UInt8(ascii: "u"): lexUnicodeEscape(&buffer)
    case UInt8(ascii: "("):
      flush(&buffer, to: &literal)
      return lexInterpolation(&literal, isMultiline: isMultiline)
    default:
      offset = min(start + 1 + poundCount, bytes.count)
      diagnose(.invalidEscape(), offset)
      // The character stays, so that the closing quote of `"\` is seen.
      if offset < bytes.count, !isNewline(bytes[offset]), bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
    }
    return true
  }

  /// `\u{1F600}`, after the `u`.
  private mutating func lexUnicodeEscape(_ buffer: inout [UInt8]) {
    guard byte(offset) == UInt8(ascii: "{") else {
      diagnose(.expectedBraceInUnicodeEscape(), offset)
      return
    }
    offset += 1
    let digits = offset
    var value: UInt32 = 0
    while offset - digits < 9, let digit = Characters.hexValue(byte(offset)) {
      value = value &<< 4 | digit
      offset += 1
    }
    guard byte(offset) == UInt8(ascii: "}") else {
      diagnose(.expectedClosingBraceInUnicodeEscape(), digits)
      while Characters.isIdentifierPart(byte(offset)) { offset += 1 }
      if byte(offset) == UInt8(ascii: "}") { offset += 1 }
      return
    }
    offset += 1
    guard (1...8).contains(offset - 1 - digits) else {
      diagnose(.unicodeEscapeLength(), digits - 1)
      return
    }
    guard let scalar = Unicode.Scalar(value) else {
      diagnose(.invalidUnicodeScalar(), digits - 3)
      return
    }
    buffer.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  /// The tokens of `\(…)`, after its parenthesis; false where it has no end.
  private mutating func lexInterpolation(_ literal: inout LexedString, isMultiline: Bool) -> Bool {
    let opening = offset - 1
    let outerStops = stopsAtNewline
    let outerKind = previousKind
    if !isMultiline { stopsAtNewline = true }
    defer {
      stopsAtNewline = outerStops
      previousKind = outerKind
    }
    var tokens: [Token] = []
    var depth = 0
    while true {
      var token = next()
      if token.kind == .leftParen { depth += 1 }
      if token.kind == .rightParen { depth -= 1 }
      if depth < 0 {
        token.kind = .endOfFile
        tokens.append(token)
        literal.segments.append(.interpolation(tokens))
        return true
      }
      tokens.append(token)
      if token.kind == .endOfFile {
        diagnose(.unterminatedInterpolation(), opening)
        return false
      }
    }
  }

  // MARK: Several lines

  private mutating func lexMultiline(_ literal: inout LexedString, poundCount: Int, start: Int) {
    let contentStart = offset
    let end = lexMultilineContent(&literal, poundCount: poundCount, start: start)
    guard let end, !literal.segments.isEmpty else { return }
    // The white space before the closing quotes is taken from every line.
    var indentStart = end
    while indentStart > contentStart, byte(indentStart - 1) == 0x20 || byte(indentStart - 1) == 0x09 { indentStart -= 1 }
    if indentStart > contentStart, !isNewline(byte(indentStart - 1)) {
      diagnose(.multilineMustEndOnNewLine(), end)
    }
  }

  /// Reads the lines to the closing quotes, whose offset is returned; nil where there are none.
  private mutating func lexMultilineContent(
    _ literal: inout LexedString, poundCount: Int, start: Int
  ) -> Int? {
    // The rest of the opening line must be blank.
    var index = offset
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    if index >= bytes.count {
      endsTooSoon = diagnostics.isEmpty
      diagnose(.unterminatedString(), start)
      offset = bytes.count
      return nil
    }
    let hasOpeningBreak = isNewline(bytes[index])
    if hasOpeningBreak {
      offset = index + (byte(index) == 0x0D && byte(index + 1) == 0x0A ? 2 : 1)
    } else {
      diagnose(.multilineMustBeginOnNewLine(), offset)
    }
    let indent = closingIndent(from: offset, poundCount: poundCount)
    var buffer: [UInt8] = []
    var isLineStart = hasOpeningBreak
    while true {
      guard offset < bytes.count else {
        endsTooSoon = diagnostics.isEmpty
        diagnose(.unterminatedString(), start)
        flush(&buffer, to: &literal)
        return nil
      }
      if isLineStart {
        isLineStart = false
        skipIndent(indent, poundCount: poundCount)
        continue
      }
      let current = bytes[offset]
      if current == UInt8(ascii: "\""), isClosing(offset, poundCount) {
        let closing = offset
        offset += 3 + poundCount
        // The line break before the closing quotes is no content.
        if buffer.last == 0x0A { buffer.removeLast() }
        flush(&buffer, to: &literal)
        return closing
      }
      if current == UInt8(ascii: "\\"), pounds(at: offset + 1, poundCount) {
        if skipEscapedNewline(poundCount: poundCount) {
          isLineStart = true
          continue
        }
        if !lexEscape(&literal, &buffer, poundCount: poundCount, isMultiline: true) {
          diagnose(.unterminatedString(), start)
          return nil
        }
        continue
      }
      if isNewline(current) {
        offset += current == 0x0D && byte(offset + 1) == 0x0A ? 2 : 1
        buffer.append(0x0A)
        isLineStart = true
        continue
      }
      buffer.append(current)
      offset += 1
    }
  }

  private func isClosing(_ index: Int, _ poundCount: Int) -> Bool {
    byte(index) == UInt8(ascii: "\"") && byte(index + 1) == UInt8(ascii: "\"") && byte(index + 2) == UInt8(ascii: "\"")
      && pounds(at: index + 3, poundCount)
  }

  /// A backslash at the end of a line joins it with the next.
  private mutating func skipEscapedNewline(poundCount: Int) -> Bool {
    var index = offset + 1 + poundCount
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    guard index < bytes.count, isNewline(bytes[index]) else { return false }
    offset = index + (bytes[index] == 0x0D && byte(index + 1) == 0x0A ? 2 : 1)
    return true
  }

  /// The white space before the closing quotes: the first `"""` that only white space precedes on its line.
  private func closingIndent(from start: Int, poundCount: Int) -> ArraySlice<UInt8> {
    var lineStart = start
    while lineStart < bytes.count {
      var index = lineStart
      while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
      if isClosing(index, poundCount) { return bytes[lineStart..<index] }
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      lineStart = index + 1
    }
    return []
  }

  private mutating func skipIndent(_ indent: ArraySlice<UInt8>, poundCount: Int) {
    for expected in indent {
      if byte(offset) == expected {
        offset += 1
        continue
      }
      // A blank line may be shorter.
      if offset < bytes.count, !isNewline(bytes[offset]) {
        diagnose(.insufficientIndentation(), offset)
        while byte(offset) == 0x20 || byte(offset) == 0x09 { offset += 1 }
      }
      return
    }
  }
}
