extension JSON {
  /// The value as JSON text on one line, keys in their written order.
  package var compact: String {
    var text = ""
    write(into: &text, indent: nil)
    return text
  }

  /// The value as JSON text with one member a line, for people and for golden files.
  package var pretty: String {
    var text = ""
    write(into: &text, indent: 0)
    return text
  }

  private func write(into text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .double(let value): text += value.isFinite ? NumberFormat.exact(value) : "null"
    case .string(let value): Self.quote(value, into: &text)
    case .array(let values):
      // Arrays of plain values stay on one line: a chart's data would else be a page of numbers.
      let inner = values.allSatisfy(\.isPlain) ? nil : indent
      Self.list(values, "[", "]", into: &text, indent: inner) { $0.write(into: &$1, indent: $2) }
    case .object(let members):
      let inner = members.allSatisfy(\.value.isPlain) && members.count <= 6 ? nil : indent
      Self.list(members, "{", "}", into: &text, indent: inner) { member, text, indent in
        Self.quote(member.key, into: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(into: &text, indent: indent)
      }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, into text: inout String, indent: Int?,
    write: (Element, inout String, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: " ", count: indent + 2) }
      write(element, &text, indent.map { $0 + 2 })
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
