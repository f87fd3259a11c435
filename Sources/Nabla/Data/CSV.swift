/// A table of numbers and words, read from comma-separated text.
public struct CSV: CustomStringConvertible {
  /// The names of the columns; empty when the first line has numbers.
  public let columns: [String]
  /// The fields of each line.
  public let rows: [[String]]

  /// Reads a table from a file. The first line names the columns when it has a field that is not a number and the
  /// second line has a number in its place.
  public init(_ path: String, separator: String = ",") {
    let text = attempt(or: "") { () throws(TensorError) in
      String(decoding: try FileAccess.read(path), as: UTF8.self)
    }
    self.init(text: text, separator: separator)
  }

  /// Reads a table from text. Fields may stand in quotation marks, a mark inside being doubled.
  public init(text: String, separator: String = ",") {
    var lines = CSV.fields(text, separator.first ?? ",")
    if let first = lines.first {
      let isHeader = first.indices.contains { i in
        Double(first[i]) == nil && (lines.count < 2 || (i < lines[1].count && Double(lines[1][i]) != nil))
      }
      columns = isHeader ? first : []
      if isHeader { lines.removeFirst() }
    } else {
      columns = []
    }
    rows = lines
  }

  private static func fields(_ text: String, _ separator: Character) -> [[String]] {
    var (lines, line, field): ([[String]], [String], String) = ([], [], "")
    var (isQuoted, wasQuoted) = (false, false)
    func trimmed(_ field: String) -> String {
      if wasQuoted { return field }
      return String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    func endField() {
      line.append(trimmed(field))
      field = ""
      wasQuoted = false
    }
    func endLine() {
      endField()
      if line != [""] { lines.append(line) }
      line = []
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      if isQuoted {
        if character == "\"" {
          if rest.first == "\"" {
            field.append("\"")
            rest.removeFirst()
          } else {
            isQuoted = false
          }
        } else {
          field.append(character)
        }
      } else if character == "\"", field.allSatisfy({ $0 == " " }) {
        (isQuoted, wasQuoted, field) = (true, true, "")
      } else if character == separator {
        endField()
      } else if character.isNewline {
        endLine()
      } else {
        field.append(character)
      }
    }
    endLine()
    return lines
  }

  private func index(_ name: String) throws(TensorError) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw .argument("CSV", "no column is called \"\(name)\"; there are \(columns.joined(separator: ", "))")
    }
    return index
  }

  private func number(_ row: Int, _ column: Int) throws(TensorError) -> Double {
    let field = column < rows[row].count ? rows[row][column] : ""
    guard let value = Double(field) else {
      let name = column < columns.count ? columns[column] : String(column)
      throw .argument("CSV", "row \(row), column \(name): \"\(field)\" is not a number")
    }
    return value
  }

  /// The columns of these names as a tensor [rows, columns]; all columns when none are named.
  public func tensor(_ names: [String] = [], dtype: DType = .float32) -> Tensor {
    attempt { () throws(TensorError) in
      var indices: [Int] = []
      for name in names { indices.append(try index(name)) }
      if names.isEmpty { indices = Array(0..<(rows.first?.count ?? 0)) }
      var values: [Double] = []
      for row in rows.indices {
        for column in indices { values.append(try number(row, column)) }
      }
      return Tensor(flat: values, shape: [rows.count, indices.count], dtype: dtype, requiresGrad: false).node
    }
  }

  /// The words of a column.
  public func strings(_ name: String) -> [String] {
    attempt(or: []) { () throws(TensorError) in
      let column = try index(name)
      return rows.map { column < $0.count ? $0[column] : "" }
    }
  }

  /// The words of a column as class numbers (Int64), in the alphabetical order of the words.
  public func classes(_ name: String) -> Tensor {
    let words = strings(name)
    let order = Set(words).sorted()
    return Tensor(words.map { order.firstIndex(of: $0) ?? 0 })
  }

  /// The number of rows and the columns.
  public var description: String { "CSV of \(rows.count) rows: \(columns.joined(separator: ", "))" }
}
