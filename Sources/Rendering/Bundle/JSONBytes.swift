extension JSON {
  /// The value as compact JSON text in UTF-8, keys in their written order.
  package var utf8: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  /// Appends the value as compact JSON text in UTF-8.
  package func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += value ? "true".utf8 : "false".utf8
    case .int(let value): bytes += String(value).utf8
    case .double(let value): bytes += value.isFinite ? NumberFormat.exact(value).utf8 : "null".utf8
    case .string(let value): Self.write(value.utf8, into: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key.utf8, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a string literal; `text` is valid UTF-8.
  package static func write(_ text: some Collection<UInt8>, into bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + text.count + 2)
    bytes.append(UInt8(ascii: "\""))
    let fast: Void? = text.withContiguousStorageIfAvailable { writeEscaped($0, into: &bytes) }
    if fast == nil { Array(text).withUnsafeBufferPointer { writeEscaped($0, into: &bytes) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies the stretches between the characters that need an escape as they are.
  private static func writeEscaped(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var plain = text.startIndex
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: text[plain..<index])
      plain = index + 1
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      default:
        bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
        bytes += String(byte, radix: 16).utf8
      }
    }
    bytes.append(contentsOf: text[plain...])
  }
}
