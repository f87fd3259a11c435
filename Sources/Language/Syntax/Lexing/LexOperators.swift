extension Lexer {
  /// An operator, or one of the signs that Swift reserves among them (`=`, `->`, `.`, `?`, `!`, `&`).
  mutating func lexOperator() -> Token {
    let start = offset
    let leftBound = isLeftBound(start)
    if leftBound {
      if byte(start) == UInt8(ascii: "?") { return reserved(.questionPostfix, length: 1) }
      if byte(start) == UInt8(ascii: "!") { return reserved(.exclamationPostfix, length: 1) }
    }
    skipOperatorParts(from: start)
    let rightBound = isRightBound(offset, leftBound: leftBound)
    switch (offset - start, byte(start), byte(start + 1)) {
    case (1, UInt8(ascii: "="), _):
      if leftBound != rightBound { diagnose(.inconsistentSpacesAroundEqual(), start) }
      return make(.equal, from: start)
    case (1, UInt8(ascii: "&"), _) where leftBound != rightBound && !leftBound:
      return make(.ampersandPrefix, from: start)
    case (1, UInt8(ascii: "."), _):
      return make(leftBound ? .period : .prefixPeriod, from: start)
    case (1, UInt8(ascii: "?"), _):
      return make(.questionInfix, from: start)
    case (2, UInt8(ascii: "-"), UInt8(ascii: ">")):
      return make(.arrow, from: start)
    case (2, UInt8(ascii: "*"), UInt8(ascii: "/")):
      diagnose(.unexpectedEndOfBlockComment(), start, offset)
      return make(.unknown, from: start)
    default:
      if leftBound == rightBound { return make(.binaryOperator, from: start) }
      return make(leftBound ? .postfixOperator : .prefixOperator, from: start)
    }
  }

  private mutating func reserved(_ kind: Token.Kind, length: Int) -> Token {
    offset += length
    return make(kind, from: offset - length)
  }

  private mutating func skipOperatorParts(from start: Int) {
    let allowsPeriods = byte(start) == UInt8(ascii: ".")
    while offset < bytes.count {
      let current = bytes[offset]
      if current == UInt8(ascii: "."), !allowsPeriods { return }
      if current == UInt8(ascii: "/"), offset > start,
        byte(offset + 1) == UInt8(ascii: "/") || byte(offset + 1) == UInt8(ascii: "*") {
        return
      }
      if Characters.isOperator(current) {
        offset += 1
      } else if current >= 0x80 {
        let (value, length) = scalar(at: offset)
        guard Characters.isOperatorPart(value) else { return }
        offset += length
      } else {
        return
      }
    }
  }

  private func isLeftBound(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    switch bytes[start - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0:
      return false
    case UInt8(ascii: "/"):
      return !(start > 1 && bytes[start - 2] == UInt8(ascii: "*"))
    default: return true
    }
  }

  private func isRightBound(_ end: Int, leftBound: Bool) -> Bool {
    switch byte(end) {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0:
      return false
    case UInt8(ascii: "."): return !leftBound
    case UInt8(ascii: "/"): return byte(end + 1) != UInt8(ascii: "/") && byte(end + 1) != UInt8(ascii: "*")
    default: return true
    }
  }
}
