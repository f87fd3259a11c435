// What the lexer says. Worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static func invalidCharacter() -> Self { Self(id: #function, text: "invalid character in source file") }

  static func nonBreakingSpace() -> Self {
    Self(id: #function, text: "non-breaking space (U+00A0) used instead of regular space")
  }

  static func curlyQuote() -> Self {
    Self(id: #function, text: "unicode curly quote found, replace with '\"'")
  }

  static func unterminatedBlockComment() -> Self { Self(id: #function, text: "unterminated '/*' comment") }

  static func commentStartedHere() -> Self { Self(id: #function, severity: .note, text: "comment started here") }

  static func unexpectedEndOfBlockComment() -> Self { Self(id: #function, text: "unexpected end of block comment") }

  static func expectedNumericValueAfterDollar() -> Self {
    Self(id: #function, text: "expected numeric value following '$'")
  }

  static func dollarIdentifier() -> Self {
    Self(id: #function, text: "cannot declare entity with a '$' prefix; the '$' prefix is for closure parameters")
  }

  static func inconsistentSpacesAroundEqual() -> Self {
    Self(id: #function, text: "'=' must have consistent whitespace on both sides")
  }

  // Numbers

  static func invalidDigit(_ digit: String, _ digits: String) -> Self {
    Self(id: #function, text: "'\(digit)' is not a valid \(digits) in integer literal")
  }

  static func expectedDigits(_ digits: String) -> Self { Self(id: #function, text: "expected \(digits) in integer literal") }

  static func invalidDigitInFloat(_ digit: String) -> Self {
    Self(id: #function, text: "'\(digit)' is not a valid digit in floating point literal")
  }

  static func expectedDigitInExponent() -> Self {
    Self(id: #function, text: "expected a digit in floating point exponent")
  }

  static func hexFloatNeedsExponent() -> Self {
    Self(id: #function, text: "hexadecimal floating point literal must end with an exponent")
  }

  // Strings

  static func unterminatedString() -> Self { Self(id: #function, text: "unterminated string literal") }

  static func singleQuotedString() -> Self {
    Self(id: #function, text: "single-quoted string literal found, use '\"'")
  }

  static func invalidEscape() -> Self { Self(id: #function, text: "invalid escape sequence in literal") }

  static func expectedBraceInUnicodeEscape() -> Self {
    Self(id: #function, text: "expected hexadecimal code in braces after unicode escape")
  }

  static func expectedClosingBraceInUnicodeEscape() -> Self {
    Self(id: #function, text: #"expected '}' in \u{...} escape sequence"#)
  }

  static func unicodeEscapeLength() -> Self {
    Self(id: #function, text: #"\u{...} escape sequence expects between 1 and 8 hex digits"#)
  }

  static func invalidUnicodeScalar() -> Self { Self(id: #function, text: "invalid unicode scalar") }

  static func unterminatedInterpolation() -> Self {
    Self(id: #function, text: "cannot find ')' to match opening '(' in string interpolation")
  }

  static func multilineMustBeginOnNewLine() -> Self {
    Self(id: #function, text: "multi-line string literal content must begin on a new line")
  }

  static func multilineMustEndOnNewLine() -> Self {
    Self(id: #function, text: "multi-line string literal closing delimiter must begin on a new line")
  }

  static func insufficientIndentation() -> Self {
    Self(id: #function, text: "insufficient indentation of line in multi-line string literal")
  }
}
