import Language

/// A source text with places marked by 1️⃣ 2️⃣ …, which are taken out.
struct Marked {
  let text: String
  /// The byte offset of each marker, in the order of their numbers.
  let offsets: [Int]

  init(_ marked: String) {
    var text = ""
    var offsets: [Int: Int] = [:]
    for character in marked {
      if let number = character.unicodeScalars.first.map({ Int($0.value) - 0x30 }), (1...9).contains(number),
        character.unicodeScalars.last?.value == 0x20E3 {
        offsets[number] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.offsets = offsets.sorted { $0.key < $1.key }.map(\.value)
  }
}
