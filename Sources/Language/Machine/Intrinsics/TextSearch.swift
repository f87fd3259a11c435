/// What Foundation does with strings, without Foundation.
enum TextSearch {
  /// The byte offset of the first occurrence at or after an offset; −1 for none. The empty text is found nowhere.
  static func find(_ needle: String, in text: String, from start: Int) -> Int {
    let (hay, pattern) = (Array(text.utf8), Array(needle.utf8))
    guard !pattern.isEmpty, hay.count >= pattern.count, start >= 0 else { return -1 }
    var position = start
    while position <= hay.count - pattern.count {
      if hay[position] == pattern[0], hay[position..<(position + pattern.count)].elementsEqual(pattern) { return position }
      position += 1
    }
    return -1
  }

  static func split(_ text: String, _ separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let width = separator.utf8.count
    guard width > 0 else { return [text] }
    var result: [String] = []
    var start = 0
    while true {
      let next = find(separator, in: text, from: start)
      guard next >= 0 else { break }
      result.append(String(decoding: bytes[start..<next], as: UTF8.self))
      start = next + width
    }
    result.append(String(decoding: bytes[start...], as: UTF8.self))
    return result
  }

  static func capitalized(_ text: String) -> String {
    var result = ""
    var isInWord = false
    for character in text {
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

  static func pad(_ text: String, to length: Int, with pad: String, from start: Int) throws -> String {
    let count = text.count
    if length <= count { return String(text.prefix(max(length, 0))) }
    let filler = Array(pad)
    guard !filler.isEmpty, start >= 0, start < filler.count else {
      throw Trap.message("padding needs a text to pad with")
    }
    var result = text
    for index in 0..<(length - count) { result.append(filler[(start + index) % filler.count]) }
    return result
  }
}
