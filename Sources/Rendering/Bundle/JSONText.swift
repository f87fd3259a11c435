extension JSON {
  /// The value as JSON text on one line, keys in their written order.
  package var compact: String { String(decoding: utf8, as: UTF8.self) }

  /// The value as JSON text with one member a line, for people and for golden files.
  package var pretty: String {
    var text: [UInt8] = []
    writePretty(into: &text, indent: 0)
    return String(decoding: text, as: UTF8.self)
  }

  /// Arrays and short objects of plain values stay on one line: a chart's data would else be a page of numbers.
  private func writePretty(into text: inout [UInt8], indent: Int) {
    switch self {
    case .array(let values) where !values.allSatisfy(\.isPlain):
      Self.list(values, "[", "]", into: &text, indent: indent) { $0.writePretty(into: &$1, indent: indent + 2) }
    case .object(let members) where !members.allSatisfy(\.value.isPlain) || members.count > 6:
      Self.list(members, "{", "}", into: &text, indent: indent) { member, text in
        Self.write(member.key.utf8, into: &text)
        text += ": ".utf8
        member.value.writePretty(into: &text, indent: indent + 2)
      }
    default: write(into: &text)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, into text: inout [UInt8], indent: Int,
    write: (Element, inout [UInt8]) -> Void
  ) {
    text += open.utf8
    for (index, element) in elements.enumerated() {
      text += (index > 0 ? ",\n" : "\n").utf8
      text += String(repeating: " ", count: indent + 2).utf8
      write(element, &text)
    }
    text += "\n".utf8
    text += String(repeating: " ", count: indent).utf8
    text += close.utf8
  }
}
