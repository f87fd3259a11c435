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

  /// Takes characters of a set off both ends: those given, or a named kind (1 whitespace, 2 whitespace and line breaks,
  /// 3 line breaks, 4 decimal digits, 5 letters, 6 letters and digits, 7 punctuation); a negative kind is the complement.
  static func trim(_ text: String, _ characters: String, kind: Int) -> String {
    let given = Set(characters.unicodeScalars)
    func isMember(_ scalar: Unicode.Scalar) -> Bool {
      let character = Character(scalar)
      let isIn: Bool =
        switch abs(kind) {
        case 1: character.isWhitespace && !character.isNewline
        case 2: character.isWhitespace
        case 3: character.isNewline
        case 4: scalar.properties.generalCategory == .decimalNumber
        case 5: character.isLetter
        case 6: character.isLetter || character.isNumber
        case 7: character.isPunctuation
        default: given.contains(scalar)
        }
      return kind < 0 ? !isIn : isIn
    }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isMember(first) { scalars.removeFirst() }
    while let last = scalars.last, isMember(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }

  static func pad(_ text: String, to length: Int, with pad: String, from start: Int) throws -> String {
    let count = text.count
    if length <= count { return String(text.prefix(max(length, 0))) }
    let filler = Array(pad)
    guard !filler.isEmpty, start >= 0, start < filler.count else {
      throw Trap.message("Fatal error: padding needs a text to pad with")
    }
    var result = text
    for index in 0..<(length - count) { result.append(filler[(start + index) % filler.count]) }
    return result
  }
}
