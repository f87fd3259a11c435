/// A String of the cell language is one of Swift's, in a heap object: graphemes, comparison and printing are Swift's own.
package enum StringObject {
  static let payloadWords = MemoryLayout<String>.size / 8

  @inline(__always)
  package static func make(_ text: String, _ type: RuntimeType) -> Object { make(text, type.pointer) }

  @inline(__always)
  static func make(_ text: String, _ record: TypePointer) -> Object {
    record.pointee.heap._withUnsafeGuaranteedRef { heap in
      let object = heap.allocate(record, words: payloadWords)
      pointer(object).initialize(to: text)
      let size = counted(text)
      if size > 0 { heap.charge(size) }
      return object
    }
  }

  /// The bytes of a string that count against the limit of memory: those that do not stand in the string itself.
  @inline(__always)
  static func counted(_ text: String) -> Int {
    let bytes = text.utf8.count
    return bytes > 15 ? bytes : 0
  }

  @inline(__always)
  package static func pointer(_ object: Object) -> UnsafeMutablePointer<String> {
    UnsafeMutableRawPointer(object.payload).assumingMemoryBound(to: String.self)
  }

  @inline(__always)
  package static func text(_ word: Word) -> String {
    guard let object = Object(reference: word) else { return "" }
    return pointer(object).pointee
  }

  @inline(__always)
  static func text(ofCharacter word: Word, _ characters: CharacterTable) -> String {
    if word & ~0x7F == 0 { return String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: word)))) }
    return String(characters.character(word))
  }

  /// Ends the text of an object of this heap.
  @inline(__always)
  static func destroy(_ object: Object, _ heap: Heap) {
    let size = counted(pointer(object).pointee)
    if size > 0 { heap.charge(-size) }
    pointer(object).deinitialize(count: 1)
  }

  /// How many characters there are. In ASCII each byte is one, but for a carriage return before a line feed.
  static func characterCount(_ object: Object) -> Int {
    let quick = pointer(object).pointee.withUTF8 { bytes -> Int? in
      var all: UInt8 = 0
      var returns: UInt8 = 0
      for byte in bytes {
        all |= byte
        returns |= byte == 0x0D ? 1 : 0
      }
      return all < 0x80 && returns == 0 ? bytes.count : nil
    }
    return quick ?? pointer(object).pointee.count
  }

  /// Whether a character of ASCII, but one of a line's end, stands in a text of ASCII; nil for other texts.
  static func contains(_ character: Word, in object: Object) -> Bool? {
    pointer(object).pointee.withUTF8 { bytes -> Bool? in
      var all: UInt8 = 0
      var isThere = false
      for byte in bytes {
        all |= byte
        isThere = isThere || byte == UInt8(truncatingIfNeeded: character)
      }
      return all < 0x80 ? isThere : nil
    }
  }

  /// The character at a byte offset and the offset after it; a negative offset at the end. Two bytes of ASCII in a row
  /// part characters, but for a carriage return.
  static func step(_ object: Object, _ offset: Int, _ characters: CharacterTable) -> (character: Word, position: Int) {
    // In its place: a copy of the string would be counted at each character.
    let quick = pointer(object).pointee.withUTF8 { bytes -> (Word, Int)? in
      if offset >= bytes.count { return (0, -1) }
      let byte = bytes[offset]
      if byte >= 0x80 || byte == 0x0D || offset + 1 < bytes.count && bytes[offset + 1] >= 0x80 { return nil }
      // The second half of a line's end, where scalars are counted.
      if byte == 0x0A, offset > 0, bytes[offset - 1] == 0x0D { return nil }
      return (Int(byte), offset + 1)
    }
    if let found = quick { return found }
    let text = pointer(object).pointee
    let utf8 = text.utf8
    guard offset < utf8.count else { return (0, -1) }
    let index = utf8.index(utf8.startIndex, offsetBy: offset)
    return (characters.word(text[index]), utf8.distance(from: utf8.startIndex, to: text.index(after: index)))
  }

  /// The byte offset of the character before one, where both are of ASCII and end no line; nil elsewhere.
  static func stepBack(_ object: Object, _ offset: Int) -> Int? {
    pointer(object).pointee.withUTF8 { bytes -> Int? in
      guard offset > 0, offset <= bytes.count else { return nil }
      let byte = bytes[offset - 1]
      if byte >= 0x80 || byte == 0x0A || byte == 0x0D || offset < bytes.count && bytes[offset] >= 0x80 { return nil }
      return offset - 1
    }
  }

  // The hash of Fowler, Noll and Vo in its 64-bit form 1a.
  private static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let hashFactor: UInt64 = 0x100_0000_01b3

  @inline(__always)
  static func hash(ofASCII byte: UInt8) -> Int {
    Hashing.mix(Int(bitPattern: UInt((hashStart ^ UInt64(byte)) &* hashFactor)))
  }

  static func hash(_ text: String) -> Int {
    var hash = hashStart
    let isASCII = text.utf8.withContiguousStorageIfAvailable { bytes in
      var all: UInt8 = 0
      for byte in bytes {
        all |= byte
        hash = (hash ^ UInt64(byte)) &* hashFactor
      }
      return all < 0x80
    }
    // Strings that are equal may differ in bytes beyond ASCII (é in one scalar or two); Swift's hash knows.
    if isASCII == true { return Hashing.mix(Int(bitPattern: UInt(hash))) }
    return text.unicodeScalars.contains { alike[$0] != nil } ? self.hash(withoutAlike(text)) : text.hashValue & Int.max
  }

  /// The scalars that Unicode calls the same as one of ASCII: Kelvin sign, Greek question mark, varia.
  private static let alike: [Unicode.Scalar: Unicode.Scalar] = ["\u{212A}": "K", "\u{37E}": ";", "\u{1FEF}": "`"]

  private static func withoutAlike(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(alike[scalar] ?? scalar) }
    return String(result)
  }
}

package enum SubstringObject {
  static let payloadWords = MemoryLayout<Substring>.size / 8

  package static func make(_ text: Substring, _ type: RuntimeType) -> Object {
    let object = type.table.heap.allocate(type.pointer, words: payloadWords)
    pointer(object).initialize(to: text)
    // It keeps the whole string that it is of.
    type.table.heap.noteUncounted(text.base.utf8.count)
    return object
  }

  package static func pointer(_ object: Object) -> UnsafeMutablePointer<Substring> {
    UnsafeMutableRawPointer(object.payload).assumingMemoryBound(to: Substring.self)
  }

  package static func text(_ word: Word) -> Substring {
    guard let object = Object(reference: word) else { return "" }
    return pointer(object).pointee
  }

  static func destroy(_ object: Object) { pointer(object).deinitialize(count: 1) }
}

enum Hashing {
  /// Spreads a word over all bits; never negative, since the tables mark removed entries so.
  @inline(__always)
  static func mix(_ word: Int) -> Int {
    let product = UInt64(bitPattern: Int64(word)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ (product >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}

/// A Character is one word: its scalar, or the number of a grapheme of several scalars in a table of the machine.
package final class CharacterTable {
  private static let tableBit = 1 << 32
  private var numbers: [String: Int] = [:]
  private var texts: [Character] = []

  package func word(_ character: Character) -> Word {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1 { return Int(first.value) }
    // Keyed by its bytes in hexadecimal, since equal characters may have different ones.
    let key = character.utf8.reduce(into: "") { $0 += String($1, radix: 16) + "." }
    if let known = numbers[key] { return known }
    let number = CharacterTable.tableBit | texts.count
    numbers[key] = number
    texts.append(character)
    return number
  }

  package func character(_ word: Word) -> Character {
    if word & CharacterTable.tableBit != 0 {
      let index = word & (CharacterTable.tableBit - 1)
      return texts.indices.contains(index) ? texts[index] : "\u{FFFD}"
    }
    return Unicode.Scalar(UInt32(truncatingIfNeeded: word)).map(Character.init) ?? "\u{FFFD}"
  }

  /// Whether two characters are the same to Unicode: two of ASCII are only if their words are.
  @inline(__always)
  func equal(_ left: Word, _ right: Word) -> Bool {
    left == right || (left | right) & ~0x7F != 0 && character(left) == character(right)
  }

  /// As that of the string of the character alone.
  @inline(__always)
  func hash(_ word: Word) -> Int {
    word & ~0x7F == 0 ? StringObject.hash(ofASCII: UInt8(truncatingIfNeeded: word)) : StringObject.hash(String(character(word)))
  }
}
