/// A cell cut at its command lines: those that begin with `%` and a letter, outside of strings, comments and brackets.
///
/// What is left of the cell keeps its lines and columns, so that a diagnostic points at the place that was typed.
package struct CommandLines {
  /// A part of a cell, in the order in which the parts run.
  package enum Part: Equatable {
    case code(String)
    case command(CommandCall)
  }

  package let parts: [Part]
  /// The cell with its command lines blanked out: Swift alone, every scalar at its offset.
  package let code: String
  /// The cell is nothing but commands and white space.
  package var isCommandsOnly: Bool { !parts.contains { if case .code = $0 { true } else { false } } }

  package init(_ cell: String) {
    var scanner = LineScanner()
    var parts: [Part] = []
    var pending = ""
    var blanked = ""
    var passed = ""  // line breaks up to here, to keep numbers of lines
    // By scalars: in "\r\n", which some editors send, there is no character "\n".
    var lines = cell.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)[...]

    func flush() {
      if pending.contains(where: { !$0.isWhitespace }) { parts.append(.code(pending)) }
      pending = passed
    }

    while let line = lines.popFirst() {
      let end = lines.isEmpty ? "" : "\n"
      if scanner.isTopLevel, var call = CommandCall(line: line) {
        flush()
        let blank = String(repeating: " ", count: line.unicodeScalars.count) + end
        blanked += call.takesCode ? call.code + end : blank
        call.code = passed + call.code
        passed += end
        if call.takesCode, call.argument.isEmpty {
          // `%time` alone on its line measures the rest of the cell.
          let rest = lines.joined(separator: "\n")
          call.code = passed + rest
          blanked += rest
          lines = []
        }
        parts.append(.command(call))
        pending = passed
      } else {
        scanner.scan(line)
        pending += line + end
        blanked += line + end
        passed += end
      }
    }
    flush()
    self.parts = parts
    code = blanked
  }
}

/// One command line, taken apart.
package struct CommandCall: Equatable {
  package var name: String
  /// What follows the name, without white space around it.
  package var argument: String
  /// For a command that runs Swift: its code, at the lines and columns where it was typed.
  package var code: String

  var takesCode: Bool { Command.named(name)?.runsCode ?? false }

  /// Reads `%name argument`; a second `%`, which other kernels want, does no harm. Nil where the line is no command.
  init?(line: Substring) {
    guard line.first == "%" else { return nil }
    let rest = line.drop { $0 == "%" }
    guard line.count - rest.count <= 2, let first = rest.first, first.isLetter else { return nil }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    self.name = String(name)
    let argument = rest[name.endIndex...].drop(while: \.isWhitespace)
    self.argument = String(argument.trimmedAtEnd)
    code = String(repeating: " ", count: line.unicodeScalars.count - argument.unicodeScalars.count) + argument
  }
}

/// Follows strings, comments and brackets over the lines of a cell: just enough to know where a line stands at top level.
private struct LineScanner {
  private var depth = 0
  private var commentDepth = 0
  /// The number of `#` around the multi-line string we are in.
  private var stringHashes: Int?

  /// Whether the next line begins outside of all strings, comments and brackets.
  var isTopLevel: Bool { depth == 0 && commentDepth == 0 && stringHashes == nil }

  mutating func scan(_ line: Substring) {
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      if commentDepth > 0 {
        if starts("*/", bytes, index) { commentDepth -= 1; index += 2; continue }
        if starts("/*", bytes, index) { commentDepth += 1; index += 2; continue }
        index += 1
        continue
      }
      if let hashes = stringHashes {
        let end = "\"\"\"" + String(repeating: "#", count: hashes)
        if starts(end, bytes, index) {
          stringHashes = nil
          index += end.utf8.count
        } else {
          index += hashes == 0 && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "/") where starts("//", bytes, index): return
      case UInt8(ascii: "/") where starts("/*", bytes, index):
        commentDepth = 1
        index += 2
      case UInt8(ascii: "#"), UInt8(ascii: "\""): index = scanString(bytes, index)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        index += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        index += 1
      default: index += 1
      }
    }
  }

  /// Passes over a string that ends on its line, or enters one that does not; gives where to go on.
  private mutating func scanString(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let hashes = index - start
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return max(index, start + 1) }
    if starts("\"\"\"", bytes, index) {
      stringHashes = hashes
      return index + 3
    }
    index += 1
    let end = "\"" + String(repeating: "#", count: hashes)
    while index < bytes.count {
      if starts(end, bytes, index) { return index + end.utf8.count }
      index += hashes == 0 && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }

  private func starts(_ text: String, _ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }
}
