enum Alignment: String, CaseIterable { case left, right, center, justified }

struct Wrapper {
  var width: Int
  var alignment = Alignment.left

  func lines(of text: String) -> [[Substring]] {
    var result: [[Substring]] = [[]]
    var used = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let needed = used == 0 ? word.count : used + 1 + word.count
      if needed > width, !result[result.endIndex - 1].isEmpty {
        result.append([word])
        used = word.count
      } else {
        result[result.endIndex - 1].append(word)
        used = needed
      }
    }
    return result
  }

  private func padding(_ n: Int) -> String { String(repeating: " ", count: max(0, n)) }

  func justify(_ words: [Substring]) -> String {
    guard words.count > 1 else { return words.joined() }
    let letters = words.reduce(0) { $0 + $1.count }
    let gaps = words.count - 1
    let (each, extra) = (width - letters).quotientAndRemainder(dividingBy: gaps)
    var line = ""
    for (i, word) in words.enumerated() {
      line += word
      if i < gaps { line += padding(each + (i < extra ? 1 : 0)) }
    }
    return line
  }

  func wrap(_ text: String) -> String {
    let all = lines(of: text)
    return all.enumerated().map { index, words in
      let plain = words.joined(separator: " ")
      let room = width - plain.count
      switch alignment {
      case .left: return plain
      case .right: return padding(room) + plain
      case .center: return padding(room / 2) + plain + padding(room - room / 2)
      case .justified where index == all.count - 1: return plain
      case .justified: return justify(words)
      }
    }.map { "|\($0)|" }.joined(separator: "\n")
  }
}

let text = """
  The quick brown fox jumps over the lazy dog; it then sleeps   for an hour,
  and wakes up — très heureux — to find a
  supercalifragilisticexpialidocious bone.
  """
for alignment in Alignment.allCases {
  print(alignment.rawValue.uppercased())
  print(Wrapper(width: 24, alignment: alignment).wrap(text))
}
print(Wrapper(width: 5).wrap("a bb ccc dddd eeeee ffffff"))
