extension Lexer {
  mutating func lexNumber() -> Token {
    let start = offset
    // `pair.0.1` is two members and not a fraction.
    if previousKind == .period {
      while Characters.isDigit(byte(offset)) { offset += 1 }
      return finishNumber(.integer, from: start, base: .decimal)
    }
    if byte(start) == UInt8(ascii: "0") {
      switch byte(start + 1) {
      case UInt8(ascii: "x"): return lexHexadecimal()
      case UInt8(ascii: "o"): return lexDigits(base: .octal)
      case UInt8(ascii: "b"): return lexDigits(base: .binary)
      default: break
      }
    }
    skipDigits(Characters.isDigit)
    var kind = Token.Kind.integer
    if byte(offset) == UInt8(ascii: "."), Characters.isDigit(byte(offset + 1)) {
      offset += 1
      skipDigits(Characters.isDigit)
      kind = .float
    }
    if byte(offset) | 0x20 == UInt8(ascii: "e") {
      let digits = exponentDigits(after: offset)
      if Characters.isDigit(byte(digits)) {
        offset = digits
        skipDigits(Characters.isDigit)
        kind = .float
      } else if kind == .float || digits > offset + 1 || !Characters.isIdentifierPart(byte(offset + 1)) {
        diagnose(.expectedDigitInExponent(), digits)
        offset = digits
        skipRestOfWord()
        return make(.float, from: start)
      }
    }
    return finishNumber(kind, from: start, base: .decimal)
  }

  fileprivate enum Base { case decimal, hexadecimal, octal, binary }

  private func exponentDigits(after mark: Int) -> Int {
    let sign = byte(mark + 1)
    return mark + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
  }

  private mutating func skipDigits(_ isDigit: (UInt8) -> Bool) {
    while isDigit(byte(offset)) || byte(offset) == UInt8(ascii: "_") { offset += 1 }
  }

  private mutating func skipRestOfWord() {
    while Characters.isIdentifierPart(byte(offset)) { offset += 1 }
  }

  private mutating func lexDigits(base: Base) -> Token {
    let start = offset
    offset += 2
    let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 < (base == .binary ? 0x32 : 0x38) }
    guard isDigit(byte(offset)) else { return invalidDigit(from: start, base: base) }
    skipDigits(isDigit)
    return finishNumber(.integer, from: start, base: base)
  }

  private mutating func lexHexadecimal() -> Token {
    let start = offset
    offset += 2
    guard Characters.isHexDigit(byte(offset)) else { return invalidDigit(from: start, base: .hexadecimal) }
    skipDigits(Characters.isHexDigit)
    let point = offset
    var hasFraction = false
    if byte(offset) == UInt8(ascii: "."), Characters.isHexDigit(byte(offset + 1)) {
      offset += 1
      skipDigits(Characters.isHexDigit)
      hasFraction = true
    }
    guard byte(offset) | 0x20 == UInt8(ascii: "p") else {
      if hasFraction {
        // `0xff.description` is a member; `0x1.8` lacks its exponent.
        if Characters.isDigit(byte(point + 1)) {
          diagnose(.hexFloatNeedsExponent(), start, offset)
          return make(.float, from: start)
        }
        offset = point
      }
      return finishNumber(.integer, from: start, base: .hexadecimal)
    }
    let digits = exponentDigits(after: offset)
    offset = digits
    guard Characters.isDigit(byte(digits)) else {
      diagnose(.expectedDigitInExponent(), digits)
      skipRestOfWord()
      return make(.float, from: start)
    }
    skipDigits(Characters.isDigit)
    return finishNumber(.float, from: start, base: .decimal)
  }

  private mutating func finishNumber(_ kind: Token.Kind, from start: Int, base: Base) -> Token {
    guard Characters.isIdentifierPart(byte(offset)) || byte(offset) >= 0x80 && isWordScalar() else {
      return make(kind, from: start)
    }
    if kind == .integer { return invalidDigit(from: start, base: base) }
    diagnose(.invalidDigitInFloat(text(offset, offset + scalar(at: offset).length)), offset)
    skipRestOfWord()
    return make(kind, from: start)
  }

  private func isWordScalar() -> Bool { Characters.isIdentifierPart(scalar(at: offset).value) }

  private mutating func invalidDigit(from start: Int, base: Base) -> Token {
    guard offset < bytes.count, Characters.isIdentifierPart(byte(offset)) || byte(offset) >= 0x80 else {
      diagnose(.expectedDigits(base.digits), offset)
      return make(.integer, from: start)
    }
    let digit = text(offset, offset + scalar(at: offset).length)
    diagnose(.invalidDigit(digit, base.digits), offset, offset + scalar(at: offset).length)
    offset += scalar(at: offset).length
    skipRestOfWord()
    return make(.integer, from: start)
  }
}

extension Lexer.Base {
  /// How `swiftc` names the digits of a base.
  fileprivate var digits: String {
    switch self {
    case .decimal: "digit"
    case .hexadecimal: "hexadecimal digit (0-9, A-F)"
    case .octal: "octal digit (0-7)"
    case .binary: "binary digit (0 or 1)"
    }
  }
}
