/// Breaks texts that were cells: bytes, tokens, and pieces of other cells.
package struct CellMutation {
  private var choices: Choices
  private let corpus: [[UInt8]]
  private static let intruders = [
    "(", ")", "{", "}", "[", "]", "<", ">", "\"", "\\(", "/*", "*/", "\"\"\"", "#", "`", ".", ",", ":", ";", "=", "->",
    "?", "!", "&", "\n", " ",
    "let ", "var ", "func f() ", "if ", "else ", "for ", "in ", "while ", "switch ", "case ", "default:", "return ",
    "throw ", "try ", "struct S ",
    "class C ", "enum E ", "protocol P ", "extension ", "where ", "as! ", "as? ", "is ", "inout ", "self", "super",
    "nil", "0", "-1", "9223372036854775807",
    "1e999", "Int.max", "[]", "[:]", "{ $0 }", "$0", "…", "é", "\u{301}", "\u{0}", "\r\n", "\\.", "@", "%time ",
    "static ", "mutating ", "indirect ", "init() ",
    "deinit ", "subscript(i: Int) -> Int ", "Tensor.zeros([1 << 40])", "String(repeating: \"a\", count: 1 << 40)",
    "Array(repeating: 0, count: 1 << 40)",
  ]

  package init(seed: UInt64, corpus: [String]) {
    choices = Choices(seed: seed)
    self.corpus = corpus.map { Array($0.utf8) }
  }

  /// A text of the corpus as it is.
  package mutating func original() -> String { text(choices.one(of: corpus)) }

  /// A text of the corpus with a few things wrong.
  package mutating func next() -> String {
    var bytes = choices.one(of: corpus)
    for _ in 0...choices.below(4) { mutate(&bytes) }
    return text(bytes)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = choices.below(bytes.count)
    switch choices.below(9) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: choices.next())
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: choices.one(of: Self.intruders).utf8, at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + choices.below(40)))
    case 4:
      bytes.insert(
        contentsOf: bytes[place..<min(bytes.count, place + choices.below(60))], at: choices.below(bytes.count))
    case 5:
      let other = choices.one(of: corpus)
      let start = choices.below(other.count)
      bytes.insert(contentsOf: other[start..<min(other.count, start + choices.below(120))], at: place)
    case 6:
      let (word, start) = self.word(in: bytes, at: place)
      let (other, _) = self.word(in: bytes, at: choices.below(bytes.count))
      if !word.isEmpty { bytes.replaceSubrange(start..<(start + word.count), with: other) }
    case 7:
      let (word, start) = self.word(in: bytes, at: place)
      if !word.isEmpty {
        bytes.replaceSubrange(start..<(start + word.count), with: choices.one(of: Self.intruders).utf8)
      }
    default: bytes.removeSubrange(place...)
    }
  }

  /// The word around a place.
  private func word(in bytes: [UInt8], at place: Int) -> (bytes: [UInt8], start: Int) {
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    var (start, end) = (place, place)
    while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return (Array(bytes[start..<end]), start)
  }
}
