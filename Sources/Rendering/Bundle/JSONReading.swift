extension JSON {
  /// The deepest nesting that is read: what comes from a network must not choose how deep we recurse.
  package static let deepestNesting = 512

  /// Reads one JSON text (RFC 8259, nothing more: no NaN, no comments, no trailing commas).
  ///
  /// A lone surrogate in an escape becomes U+FFFD, since browsers send what a person typed and a cell must not be lost
  /// for half an emoji; bytes that are no UTF-8 are an error.
  package init(parsing bytes: [UInt8]) throws(ParsingError) {
    var reader = Reader(bytes: bytes)
    self = try reader.document()
  }

  /// Reads one JSON text from a string.
  package init(parsing text: String) throws(ParsingError) { try self.init(parsing: Array(text.utf8)) }

  /// Why a text is no JSON, with the offset of the byte that shows it.
  package struct ParsingError: Error, Equatable, CustomStringConvertible {
    package var reason: String
    package var offset: Int

    package var description: String { "\(reason) at byte \(offset)" }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(ParsingError) -> JSON {
      let value = try value()
      skipWhitespace()
      guard position == bytes.count else { throw error("text after the value") }
      return value
    }

    private func error(_ reason: String) -> ParsingError { ParsingError(reason: reason, offset: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipWhitespace() {
      while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    private mutating func value() throws(ParsingError) -> JSON {
      skipWhitespace()
      guard let first = next else { throw error("the text ends where a value should stand") }
      switch first {
      case UInt8(ascii: "{"): return try nested { (reader) throws(ParsingError) in try reader.object() }
      case UInt8(ascii: "["): return try nested { (reader) throws(ParsingError) in try reader.array() }
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      default: throw error("no value begins like this")
      }
    }

    private mutating func nested(
      _ body: (inout Reader) throws(ParsingError) -> JSON
    ) throws(ParsingError) -> JSON {
      guard depth < JSON.deepestNesting else { throw error("more than \(JSON.deepestNesting) levels of nesting") }
      depth += 1
      position += 1
      let value = try body(&self)
      depth -= 1
      return value
    }

    private mutating func object() throws(ParsingError) -> JSON {
      var members: [Member] = []
      skipWhitespace()
      if skip("}") { return .object(members) }
      repeat {
        skipWhitespace()
        guard next == UInt8(ascii: "\"") else { throw error("a key must be a string") }
        let key = try string()
        skipWhitespace()
        guard skip(":") else { throw error("a key without ':'") }
        members.append(Member(key, try value()))
        skipWhitespace()
      } while skip(",")
      guard skip("}") else { throw error("an object without its '}'") }
      return .object(members)
    }

    private mutating func array() throws(ParsingError) -> JSON {
      var elements: [JSON] = []
      skipWhitespace()
      if skip("]") { return .array(elements) }
      repeat {
        elements.append(try value())
        skipWhitespace()
      } while skip(",")
      guard skip("]") else { throw error("an array without its ']'") }
      return .array(elements)
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(ParsingError) -> JSON {
      let end = position + word.utf8CodeUnitCount
      guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else {
        throw error("no value begins like this")
      }
      position = end
      return value
    }

    private mutating func number() throws(ParsingError) -> JSON {
      let start = position
      var isWhole = true
      _ = skip("-")
      if !skip("0") { try digits() }
      if skip(".") {
        isWhole = false
        try digits()
      }
      if skip("e") || skip("E") {
        isWhole = false
        if !skip("+") { _ = skip("-") }
        try digits()
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      if isWhole, let value = Int(text) { return .int(value) }
      guard let value = Double(text), value.isFinite else { throw error("a number outside the range of Double") }
      return .double(value)
    }

    private mutating func digits() throws(ParsingError) {
      let start = position
      while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
      guard position > start else { throw error("a digit is missing") }
    }

    private mutating func string() throws(ParsingError) -> String {
      position += 1
      let start = position
      while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
      guard next != UInt8(ascii: "\"") else {
        let text = String(validating: bytes[start..<position], as: UTF8.self)
        guard let text else { throw error("a string that is not UTF-8") }
        position += 1
        return text
      }
      return try stringWithEscapes(from: start)
    }

    /// The slow path: the text before the first escape is plain, the rest goes byte by byte.
    private mutating func stringWithEscapes(from start: Int) throws(ParsingError) -> String {
      var text = Array(bytes[start..<position])
      while let byte = next {
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
          guard let text = String(validating: text, as: UTF8.self) else { throw error("a string that is not UTF-8") }
          return text
        case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
        case 0..<0x20: throw error("a control character in a string")
        default: text.append(byte)
        }
      }
      throw error("a string without its closing quote")
    }

    private mutating func escape() throws(ParsingError) -> Unicode.Scalar {
      guard let byte = next else { throw error("a string without its closing quote") }
      position += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "u"): return try unicodeEscape()
      default: throw error("an unknown escape")
      }
    }

    private mutating func unicodeEscape() throws(ParsingError) -> Unicode.Scalar {
      let first = try fourHexDigits()
      guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
      let rewind = position
      if skip("\\"), skip("u") {
        let second = try fourHexDigits()
        if (0xDC00...0xDFFF).contains(second) {
          return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
        }
      }
      position = rewind
      return "\u{FFFD}"
    }

    private mutating func fourHexDigits() throws(ParsingError) -> UInt32 {
      var value: UInt32 = 0
      for _ in 0..<4 {
        guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
          throw error("four hexadecimal digits must follow '\\u'")
        }
        value = value << 4 | UInt32(digit)
        position += 1
      }
      return value
    }
  }
}
