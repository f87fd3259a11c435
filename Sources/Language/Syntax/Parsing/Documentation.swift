/// Documentation comments: `///` lines and `/** */` blocks directly above a declaration.
enum Documentation {
  /// The text of the comment that ends at `end`, between two tokens; nil where there is none.
  static func text(before end: Int, after start: Int, in file: SourceFile) -> String? {
    guard end > start, end <= file.bytes.count, start >= 0 else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      // Nearly every gap is white space alone.
      guard bytes[start..<end].contains(slash) else { return nil }
      return text(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  /// The bytes of a line or of what is left of it.
  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  private static func text(_ gap: UnsafeBufferPointer<UInt8>) -> String? {
    var lines: [Line] = []
    var block: [Line]?
    var next = 0
    // What stands before the declaration in its own line is no comment above it.
    while let newline = gap[next...].firstIndex(of: 0x0A) {
      let line = trimmed(gap[next..<newline])
      next = newline + 1
      if let open = block {
        if line.hasSuffix("*/") {
          lines = open + [inBlock(line.dropLast(2))]
          block = nil
        } else {
          block = open + [inBlock(line)]
        }
      } else if line.hasPrefix("/**"), !line.hasPrefix("/**/") {
        let rest = line.dropFirst(3)
        if rest.hasSuffix("*/") {
          lines = [trimmed(rest.dropLast(2))]
        } else {
          block = trimmed(rest).isEmpty ? [] : [trimmed(rest)]
        }
      } else if line.hasPrefix("///") {
        lines.append(withoutSpace(line.dropFirst(3)))
      } else {
        // A blank line or another comment parts a documentation comment from what follows it.
        lines = []
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.isEmpty ? nil : lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  /// A line of a block, which may begin with a star.
  private static func inBlock(_ line: Line) -> Line {
    let line = trimmed(line)
    return withoutSpace(line.first == star ? line.dropFirst() : line)
  }

  private static func withoutSpace(_ line: Line) -> Line { line.first == 0x20 ? line.dropFirst() : line }

  private static func trimmed(_ line: Line) -> Line {
    var line = line
    while let first = line.first, isSpace(first) { line.removeFirst() }
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func hasPrefix(_ text: StaticString) -> Bool { starts(with: bytes(of: text)) }

  fileprivate func hasSuffix(_ text: StaticString) -> Bool { suffix(text.utf8CodeUnitCount).elementsEqual(bytes(of: text)) }

  private func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
