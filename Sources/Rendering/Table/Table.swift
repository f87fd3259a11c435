/// A table: columns of numbers or words under their names.
///
/// As a cell's result it is an HTML table with inline styles, which reads in light and dark themes and in notebooks
/// that are not trusted, and aligned text in a terminal. A long table shows its first and last rows.
public struct Table: Displayable, Sendable {
  /// What stands above the table.
  package var caption: String
  package var columns: [Column]
  /// Lines under the table: what was left out, how to read it.
  package var notes: [String]
  /// The most rows that are shown; of a longer table the first three quarters of them and the last quarter.
  package var rowLimit = 40

  package init(caption: String = "", columns: [Column], notes: [String] = []) {
    self.caption = caption
    self.columns = columns
    self.notes = notes
  }

  /// A table of numbers: one name for each column, one array for each row.
  ///
  /// A row shorter than the header is filled with blanks; values beyond the header are left out.
  public init(_ header: [String], rows: [[Double]], caption: String = "") {
    self.init(
      caption: caption,
      columns: header.enumerated().map { index, name in
        rows.allSatisfy { $0.indices.contains(index) }
          ? Column(name, numbers: rows.map { $0[index] })
          : Column(
            name,
            words: rows.map { $0.indices.contains(index) ? NumberFormat.short($0[index], digits: 5) : "" },
            alignment: .right)
      })
  }

  /// A table of words: one name for each column, one array for each row.
  ///
  /// A row shorter than the header is filled with blanks; values beyond the header are left out.
  public init(_ header: [String], rows: [[String]], caption: String = "") {
    self.init(
      caption: caption,
      columns: header.enumerated().map { index, name in
        Column(name, words: rows.map { $0.indices.contains(index) ? $0[index] : "" })
      })
  }

  /// The number of rows.
  public var rowCount: Int { columns.map(\.count).max() ?? 0 }

  public var bundle: MIMEBundle { MIMEBundle(text: text).adding(.html, .string(html)) }

  /// The rows that are shown, with nil where rows were left out.
  package var visibleRows: [Int?] {
    let count = rowCount
    guard count > rowLimit else { return (0..<count).map { $0 } }
    let head = rowLimit * 3 / 4
    return (0..<head).map { $0 } + [nil] + (count - (rowLimit - head)..<count).map { $0 }
  }

  /// The notes, the first of which tells of rows that are not shown.
  package var visibleNotes: [String] {
    let count = rowCount
    return count > rowLimit
      ? ["\(NumberFormat.count(rowLimit)) of \(NumberFormat.count(count)) rows shown"] + notes : notes
  }
}

/// A column of a table.
package struct Column: Sendable {
  package var name: String
  package var alignment: TextLayout.Alignment
  package var values: Values

  package enum Values: Sendable {
    /// Numbers, written alike; `digits` significant ones for the largest.
    case numbers([Double], digits: Int)
    case integers([Int])
    case cells([Cell])
  }

  package init(_ name: String, numbers: [Double], digits: Int = 5) {
    self.name = name
    self.alignment = .right
    self.values = .numbers(numbers, digits: digits)
  }

  package init(_ name: String, integers: [Int]) {
    self.name = name
    self.alignment = .right
    self.values = .integers(integers)
  }

  package init(_ name: String, words: [String], alignment: TextLayout.Alignment = .left) {
    self.init(name, cells: words.map { Cell($0) }, alignment: alignment)
  }

  package init(_ name: String, cells: [Cell], alignment: TextLayout.Alignment = .left) {
    self.name = name
    self.alignment = alignment
    self.values = .cells(cells)
  }

  package var count: Int {
    switch values {
    case .numbers(let values, _): values.count
    case .integers(let values): values.count
    case .cells(let values): values.count
    }
  }

  /// The cells of the given rows; only these are formatted. A row past the column's end is blank.
  package func cells(_ rows: [Int?]) -> [Cell] {
    switch values {
    case .numbers(let values, let digits):
      let shown = rows.map { row in row.flatMap { values.indices.contains($0) ? values[$0] : nil } }
      var texts = NumberFormat.column(shown.compactMap { $0 }, digits: digits)[...]
      return zip(rows, shown).map { row, value in
        guard let value, let text = texts.popFirst() else { return row == nil ? .gap : Cell("") }
        return Cell(text, tone: value.isFinite ? .plain : .bad)
      }
    case .integers(let values):
      return rows.map { row in
        guard let row else { return .gap }
        return Cell(values.indices.contains(row) ? NumberFormat.count(values[row]) : "")
      }
    case .cells(let values):
      return rows.map { row in
        guard let row else { return .gap }
        return values.indices.contains(row) ? values[row] : Cell("")
      }
    }
  }
}

/// One cell of a table.
package struct Cell: Sendable, Equatable {
  package var text: String
  package var tone: Tone
  /// The strength of the background, from −1 (blue) over 0 (none) to 1 (orange): a heat map in a table.
  package var shade: Double
  /// A small picture, where a page can show one; its text stands for it elsewhere.
  package var picture: Picture?

  /// How a cell is set off from its neighbours; always by weight or mark as well as by colour.
  package enum Tone: Sendable, Equatable { case plain, strong, muted, good, bad }

  package init(_ text: String, tone: Tone = .plain, shade: Double = 0) {
    self.text = text
    self.tone = tone
    self.shade = shade
  }

  /// A heat map as small as a word.
  package struct Picture: Sendable, Equatable {
    package var png: [UInt8]
    package var width: Int
    package var height: Int
    /// What it shows, for those who do not see it.
    package var words: String

    /// The cells of a grid as squares, of as many whole pixels as leave it no larger than a table's row bears.
    package init(_ grid: Grid, words: String) {
      let scale = max(min(Self.largest.width / max(grid.columns, 1), Self.largest.height / max(grid.rows, 1), 12), 1)
      png = grid.png(flipped: false, scale: scale)
      (width, height) = (grid.columns * scale, grid.rows * scale)
      self.words = words
    }

    /// The most pixels, and so the most cells.
    package static let largest = (width: 72, height: 40)
  }

  /// What stands in a row that was left out.
  package static let gap = Cell("⋮", tone: .muted)
}
