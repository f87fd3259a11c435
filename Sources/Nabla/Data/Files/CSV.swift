/// Rows of numbers and words under column names, as a CSV file holds them.
///
/// ```swift
/// let flowers = try CSV.load("flowers.csv")
/// let x = flowers.tensor(["petal length", "petal width"])    // [count, 2]
/// let y = flowers.classes("species")                         // 0, 1, 2 by order of appearance
/// ```
public struct CSV {
  /// The names of the columns.
  public let names: [String]
  /// The rows as they are written.
  private let rows: [[String]]

  private init(names: [String], rows: [[String]]) {
    self.names = names
    self.rows = rows
  }

  /// A table of numbers: a column of the matrix for each name.
  public init(_ names: [String], _ values: Tensor) {
    guard values.rank == 2, values.shape[1] == names.count else {
      Failure.report(.columnCount(names.count, values.node.shape))
      self.init(names: names, rows: [])
      return
    }
    let elements = values.toArray()
    // As short as the numbers of the tensor's own type allow.
    let text: (Double) -> String =
      switch values.dtype {
      case .float32: { "\(Float($0))" }
      case .float64: { "\($0)" }
      case .int64, .bool: { Int(exactly: $0).map(String.init) ?? "\($0)" }
      }
    let width = names.count
    self.init(
      names: names, rows: (0..<values.shape[0]).map { row in (0..<width).map { text(elements[row * width + $0]) } })
  }

  /// A table from a file of comma-separated values.
  ///
  /// The first line names the columns unless all of its fields are numbers, or `header` says otherwise; without names
  /// the columns are called "0", "1", …
  /// - Parameter separator: what stands between the fields: `","` unless another character is given, such as `"\t"`
  public static func load(_ path: String, header: Bool? = nil, separator: String = ",") throws -> CSV {
    guard let mark = separator.utf8.first, separator.utf8.count == 1 else {
      throw TensorError.argument("CSV.load", "the separator \"\(separator)\" must be one ASCII character")
    }
    var rows = try DelimitedText.parse(try FileAccess.current.read(path), separator: mark, path: path)
    guard let first = rows.first else { return CSV(names: [], rows: []) }
    let hasNames = header ?? !first.allSatisfy { number($0) != nil }
    if hasNames { rows.removeFirst() }
    return CSV(names: hasNames ? first.map(trimmed) : first.indices.map(String.init), rows: rows)
  }

  /// Writes the table to a file of comma-separated values, its names in the first line.
  public func save(_ path: String) throws {
    try FileAccess.current.write(Array(DelimitedText.text([names] + rows, separator: ",").utf8), to: path)
  }

  /// How many rows there are.
  public var count: Int { rows.count }

  /// The numbers of a column; a missing value (an empty field) is NaN.
  public subscript(_ name: String) -> Tensor {
    attempt { () throws(TensorError) in
      Tensor(try numbers(try column(name))).node
    }
  }

  /// The numbers of these columns, all where none are named: shape [count, columns]. A missing value is NaN.
  public func tensor(_ columns: [String] = [], dtype: DType = .float32) -> Tensor {
    attempt { () throws(TensorError) in
      var places: [Int] = []
      for name in columns.isEmpty ? names : columns { places.append(try column(name)) }
      var values = [Double](repeating: 0, count: count * places.count)
      for (j, place) in places.enumerated() {
        for (i, value) in try numbers(place).enumerated() { values[i * places.count + j] = value }
      }
      return Tensor(values, shape: [count, places.count], dtype: dtype).node
    }
  }

  /// The fields of a column as they are written.
  public func text(_ name: String) -> [String] {
    attempt(or: []) { () throws(TensorError) in
      let place = try column(name)
      return rows.map { $0[place] }
    }
  }

  /// The different words of a column, in the order of their first appearance.
  public func classNames(_ name: String) -> [String] {
    var seen: Set<String> = []
    return text(name).filter { seen.insert($0).inserted }
  }

  /// The words of a column as class numbers (Int64): the places of the words in `classNames`.
  public func classes(_ name: String) -> Tensor {
    let words = text(name)
    var numbers: [String: Int] = [:]
    return Tensor(
      words.map { word in
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        return number
      })
  }

  private func column(_ name: String) throws(TensorError) -> Int {
    guard let place = names.firstIndex(of: name) else { throw .noColumn(name, known: names) }
    return place
  }

  private func numbers(_ place: Int) throws(TensorError) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(count)
    for (i, row) in rows.enumerated() {
      guard let value = CSV.number(row[place]) else {
        throw .notANumber(row[place], column: names[place], row: i)
      }
      values.append(value)
    }
    return values
  }

  /// The number a field means, NaN where it is empty, nil for a word.
  private static func number(_ field: String) -> Double? {
    if let value = Double(field) { return value }
    let bare = trimmed(field)
    return bare.isEmpty ? .nan : Double(bare)
  }

  private static func trimmed(_ field: String) -> String {
    guard let first = field.firstIndex(where: { !$0.isWhitespace }),
      let last = field.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(field[first...last])
  }
}

extension CSV: CustomStringConvertible {
  /// The size and the names.
  public var description: String { "Table of \(count) rows: \(names.joined(separator: ", "))" }
}
