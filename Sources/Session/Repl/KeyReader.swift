/// Turns the bytes of a terminal into keys.
struct KeyReader {
  private var pending: [UInt8] = []

  /// The sequences that terminals send for keys without a character.
  private static let sequences: [String: LineBuffer.Key] = [
    "[A": .up, "[B": .down, "[C": .right, "[D": .left, "OA": .up, "OB": .down, "OC": .right, "OD": .left,
    "[H": .home, "[F": .end, "OH": .home, "OF": .end, "[1~": .home, "[4~": .end, "[7~": .home, "[8~": .end,
    "[3~": .delete, "[1;5C": .wordRight, "[1;5D": .wordLeft, "[1;3C": .wordRight, "[1;3D": .wordLeft,
    "b": .wordLeft, "f": .wordRight, "\u{7F}": .killWord,
  ]

  private static let controls: [UInt8: LineBuffer.Key] = [
    0x01: .home, 0x02: .left, 0x03: .interrupt, 0x04: .endOfInput, 0x05: .end, 0x06: .right, 0x08: .backspace,
    0x09: .tab, 0x0A: .enter, 0x0B: .killToEnd, 0x0C: .clearScreen, 0x0D: .enter, 0x0E: .down, 0x10: .up,
    0x15: .killToStart, 0x17: .killWord, 0x7F: .backspace,
  ]

  /// The keys in what has been read; the beginning of a character or sequence waits for its rest.
  mutating func keys(_ bytes: some Sequence<UInt8>) -> [LineBuffer.Key] {
    pending += bytes
    var keys: [LineBuffer.Key] = []
    while let first = pending.first {
      if first == 0x1B {
        guard let length = sequenceLength else { break }
        let sequence = String(decoding: pending[1..<length], as: UTF8.self)
        pending.removeFirst(length)
        if let key = Self.sequences[sequence] { keys.append(key) }
      } else if let key = Self.controls[first] {
        pending.removeFirst()
        keys.append(key)
      } else {
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard pending.count >= length else { break }
        let character = String(decoding: pending[..<length], as: UTF8.self).first
        pending.removeFirst(length)
        if let character, first >= 0x20 { keys.append(.character(character)) }
      }
    }
    return keys
  }

  /// The bytes of the escape sequence that begins what is pending, nil while its end is missing.
  private var sequenceLength: Int? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O") else { return 2 }
    // Parameters, and then one byte that ends it.
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return pending.count > 16 ? pending.count : nil
    }
    return end + 1
  }
}
