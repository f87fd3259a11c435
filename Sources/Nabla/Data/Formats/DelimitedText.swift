/// Comma-separated values (RFC 4180), with other separators where the file has them.
enum DelimitedText {
  /// The fields line by line; empty lines are passed over. All lines must have as many fields as the first.
  static func parse(_ bytes: [UInt8], separator: UInt8, path: String) throws(TensorError) -> [[String]] {
    var rows: [[String]] = []
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    let (quote, newline, carriage) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    while position < bytes.count {
      var row: [String] = []
      let firstLine = line
      var isLast = false
      while !isLast {
        var field: [UInt8] = []
        if position < bytes.count, bytes[position] == quote {
          let opened = line
          position += 1
          while true {
            guard position < bytes.count else { throw .openQuote(path, line: opened) }
            let byte = bytes[position]
            position += 1
            if byte == newline { line += 1 }
            if byte != quote {
              field.append(byte)
            } else if position < bytes.count, bytes[position] == quote {
              field.append(quote)
              position += 1
            } else {
              break
            }
          }
        }
        let start = position
        while position < bytes.count, bytes[position] != separator, bytes[position] != newline { position += 1 }
        field += bytes[start..<position]
        isLast = position >= bytes.count || bytes[position] == newline
        if isLast, field.last == carriage { field.removeLast() }
        position += 1
        row.append(String(decoding: field, as: UTF8.self))
      }
      line += 1
      if row == [""] { continue }
      if let first = rows.first, first.count != row.count {
        throw .ragged(path, line: firstLine, row.count, of: first.count)
      }
      rows.append(row)
      if rows.count & 1023 == 0 { try Interruption.check() }
    }
    return rows
  }

  /// The lines of a file, fields in quotation marks where they must be.
  static func text(_ rows: [[String]], separator: Character) -> String {
    rows.map { row in row.map { quoted($0, separator) }.joined(separator: String(separator)) + "\n" }.joined()
  }

  private static func quoted(_ field: String, _ separator: Character) -> String {
    let isPlain = field.allSatisfy { $0 != separator && $0 != "\"" && !$0.isNewline }
    return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
