#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What Foundation does with strings, without Foundation.
enum TextSearch {
  /// Bytes looked at between two looks at whether the program is to stop.
  private static let stride = 1 << 20

  /// The byte offset of the first occurrence at or after an offset; −1 for none. The empty text is found nowhere.
  static func find(_ needle: String, in text: String, from start: Int, _ machine: Machine) throws -> Int {
    try withBytes(of: text, and: needle) { hay, pattern in try find(pattern, in: hay, from: start, machine) }
  }

  /// Hands over the parts between the separators, one after the other, after their number.
  static func split(
    _ text: String, _ separator: String, _ machine: Machine, count: (Int) throws -> Void, part: (String) throws -> Void
  ) throws {
    if separator.isEmpty {
      try count(1)
      return try part(text)
    }
    try withBytes(of: text, and: separator) { bytes, separator in
      var starts = 1
      try forEachMatch(separator, in: bytes, machine) { _ in starts += 1 }
      try count(starts)
      var start = 0
      try forEachMatch(separator, in: bytes, machine) { next in
        try part(String(decoding: bytes[start..<next], as: UTF8.self))
        start = next + separator.count
      }
      try part(String(decoding: bytes[start...], as: UTF8.self))
    }
  }

  private static func forEachMatch(
    _ pattern: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ machine: Machine,
    _ body: (Int) throws -> Void
  ) throws {
    var start = 0
    var count = 0
    while true {
      let next = try find(pattern, in: bytes, from: start, machine)
      if next < 0 { return }
      try body(next)
      start = next + pattern.count
      count += 1
      if count % 4096 == 0 { try machine.stopIfAsked() }
    }
  }

  /// The text with every occurrence of a text, which is not empty, in exchange for another.
  static func replacing(_ target: String, in text: String, with replacement: String, _ machine: Machine) throws -> String {
    try withBytes(of: text, and: target) { bytes, target in
      var result = ""
      var start = 0
      try forEachMatch(target, in: bytes, machine) { next in
        result += String(decoding: bytes[start..<next], as: UTF8.self) + replacement
        start = next + target.count
        if result.utf8.count > 1 << 16 { try machine.heap.reserve(words: result.utf8.count / 8) }
      }
      return result + String(decoding: bytes[start...], as: UTF8.self)
    }
  }

  /// `transform` of pieces of the text, one after the other.
  static func mapPieces(_ text: String, _ machine: Machine, _ transform: (String) -> String) throws -> String {
    if text.utf8.count <= stride { return transform(text) }
    var result = ""
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      try machine.stopIfAsked()
      let piece = rest.prefix(stride / 4)
      result += transform(String(piece))
      rest = rest[piece.endIndex...]
    }
    return result
  }

  private static func find(
    _ pattern: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>, from start: Int, _ machine: Machine
  ) throws -> Int {
    guard let base = hay.baseAddress, let first = pattern.baseAddress, !pattern.isEmpty, start >= 0 else { return -1 }
    let end = hay.count - pattern.count + 1
    var (position, candidates) = (start, 0)
    while position < end {
      let length = min(end - position, stride)
      guard let candidate = memchr(base + position, Int32(first.pointee), length) else {
        position += length
        try machine.stopIfAsked()
        continue
      }
      if memcmp(candidate, first, pattern.count) == 0 { return UnsafeRawPointer(candidate) - UnsafeRawPointer(base) }
      position = UnsafeRawPointer(candidate) - UnsafeRawPointer(base) + 1
      candidates += 1
      if candidates % 4096 == 0 { try machine.stopIfAsked() }
    }
    return -1
  }

  private static func withBytes<Result>(
    of text: String, and other: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    var (text, other) = (text, other)
    return try text.withUTF8 { bytes in try other.withUTF8 { try body(bytes, $0) } }
  }

  static func capitalized(_ text: String, _ machine: Machine) throws -> String {
    var result = ""
    var isInWord = false
    for character in text {
      if result.utf8.count & 0xFFF == 0 { try machine.stopIfAsked() }
      if character.isLetter {
        result += isInWord ? character.lowercased() : character.uppercased()
        isInWord = true
      } else {
        result.append(character)
        isInWord = character == "'" || character == "\u{2019}" ? isInWord : character.isNumber
      }
    }
    return result
  }

  /// Whether a scalar is among those given, or of one of the kinds that `CharacterSet` names.
  static func isIn(_ scalar: Unicode.Scalar, _ characters: String, kind: Int) -> Bool {
    let category = scalar.properties.generalCategory
    let isNewline = ("\u{A}"..."\u{D}").contains(scalar) || ["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    return switch kind {
    case 1: category == .spaceSeparator || scalar == "\t"
    case 2: category == .spaceSeparator || scalar == "\t" || isNewline
    case 3: isNewline
    case 4: category == .decimalNumber
    case 5: isLetter(category)
    case 6: isLetter(category) || [.decimalNumber, .letterNumber, .otherNumber].contains(category)
    case 7:
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
      ].contains(category)
    case 8: category == .uppercaseLetter || category == .titlecaseLetter
    case 9: category == .lowercaseLetter
    case 10: [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(category)
    default: characters.unicodeScalars.contains(scalar)
    }
  }

  private static func isLetter(_ category: Unicode.GeneralCategory) -> Bool {
    [
      .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark,
    ].contains(category)
  }

  /// The properties of `Unicode.Scalar.Properties` in the order in which the library numbers them.
  static func property(_ number: Int, of scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    let all = [
      properties.isAlphabetic, properties.isWhitespace, properties.isUppercase, properties.isLowercase, properties.isMath,
      properties.isEmoji, properties.isEmojiPresentation, properties.isDiacritic,
    ]
    return all.indices.contains(number) && all[number]
  }

  static func pad(_ text: String, to length: Int, with pad: String, from start: Int, _ machine: Machine) throws -> String {
    let count = text.count
    if length <= count { return String(text.prefix(max(length, 0))) }
    let filler = Array(pad)
    guard !filler.isEmpty, start >= 0, start < filler.count else {
      throw Trap.message("padding needs a text to pad with")
    }
    var result = text
    for index in 0..<(length - count) {
      result.append(filler[(start + index) % filler.count])
      if index & 0xFFFF == 0 { try machine.stopIfAsked() }
    }
    return result
  }
}
