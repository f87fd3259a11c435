/// One text that the front end reads: a cell, or a module's interface.
package final class SourceFile: Sendable {
  /// What diagnostics call it: `cell 3`, `Swift`, `Nabla`.
  package let name: String
  /// The number of the cell; 0 for the texts of modules.
  package let cell: Int
  package let bytes: [UInt8]
  /// The byte offset at which each line starts.
  package let lineStarts: [Int32]

  package init(name: String, cell: Int, text: String) {
    self.name = name
    self.cell = cell
    bytes = Array(text.utf8)
    lineStarts = bytes.withUnsafeBufferPointer { bytes in
      var starts: [Int32] = [0]
      starts.reserveCapacity(bytes.count / 32 + 1)
      for offset in 0..<bytes.count where bytes[offset] == UInt8(ascii: "\n") { starts.append(Int32(offset) + 1) }
      return starts
    }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The 1-based line of a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The 1-based line and the 1-based column in bytes, as `swiftc` counts them.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    return (line, offset - Int(lineStarts[line - 1]) + 1)
  }

  /// The text of a 1-based line without its line break.
  package func lineText(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}

/// A stretch of a source file in byte offsets, end exclusive.
package struct SourceRange: Sendable {
  package let file: SourceFile
  package let start: Int32
  package let end: Int32

  package init(file: SourceFile, start: Int, end: Int) {
    self.file = file
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// From the start of this range to the end of another of the same file.
  package func joined(to other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: Int(start), end: Int(max(end, other.end)))
  }

  package var line: Int { file.line(at: Int(start)) }
}

extension SourceRange {
  /// The text it spans.
  package var text: String {
    let count = file.bytes.count
    let lower = max(0, min(Int(start), count))
    return String(decoding: file.bytes[lower..<max(lower, min(Int(end), count))], as: UTF8.self)
  }
}

extension SourceRange: Equatable {
  package static func == (one: SourceRange, other: SourceRange) -> Bool {
    one.start == other.start && one.end == other.end && one.file === other.file
  }
}
