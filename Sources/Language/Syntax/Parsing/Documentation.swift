/// Documentation comments: `///` lines and `/** */` blocks directly above a declaration.
enum Documentation {
  /// The text of the comment that ends at `end`, between two tokens; nil where there is none.
  static func text(before end: Int, after start: Int, in file: SourceFile) -> String? {
    guard end > start, end <= file.bytes.count, start >= 0 else { return nil }
    // Nearly every gap is white space alone.
    guard file.bytes[start..<end].contains(UInt8(ascii: "/")) else { return nil }
    let gap = String(decoding: file.bytes[start..<end], as: UTF8.self)
    var lines: [Substring] = []
    var block: [Substring]?
    for raw in gap.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let line = raw.drop { $0 == " " || $0 == "\t" }.trimmedEnd
      if block != nil {
        if line.hasSuffix("*/") {
          append(line.dropLast(2), to: &block)
          lines = block ?? []
          block = nil
        } else {
          append(line, to: &block)
        }
      } else if line.hasPrefix("/**"), !line.hasPrefix("/**/") {
        let rest = line.dropFirst(3)
        if rest.hasSuffix("*/") {
          lines = [rest.dropLast(2).trimmedBoth]
        } else {
          block = rest.allSatisfy(\.isWhitespace) ? [] : [rest.trimmedBoth]
        }
      } else if line.hasPrefix("///") {
        let content = line.dropFirst(3)
        lines.append(content.hasPrefix(" ") ? content.dropFirst() : content)
      } else {
        // A blank line or another comment parts a documentation comment from what follows it.
        lines = []
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func append(_ line: Substring, to block: inout [Substring]?) {
    var line = line.trimmedEnd
    if line.hasPrefix("*") { line = line.dropFirst() }
    if line.hasPrefix(" ") { line = line.dropFirst() }
    block?.append(line)
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var result = self
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return result
  }

  fileprivate var trimmedBoth: Substring { drop(while: \.isWhitespace).trimmedEnd }
}
