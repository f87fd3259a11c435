public import Rendering

extension Tensor: Displayable {
  /// The tensor as a table whose colours show sign and size, and as PyTorch prints it.
  public var bundle: MIMEBundle {
    let bundle = MIMEBundle(text: description)
    return node.isValueReleased ? bundle : bundle.adding(.html, .string(TensorView(tensor: self).tables.html))
  }
}

/// A tensor on its way to a page.
package struct TensorView {
  package let tensor: Tensor

  /// The most rows and columns of a table; of a larger tensor the corners are shown.
  private static let rowLimit = 16
  private static let columnLimit = 12
  /// The most matrices of a tensor of three and more dimensions.
  private static let sliceLimit = 4

  /// The tensor as tables of its matrices, below a line that tells of the whole.
  package var tables: TensorTables {
    let (shape, count) = (tensor.shape, tensor.count)
    let columns = shape.last ?? 1
    let rows = shape.count > 1 ? shape[shape.count - 2] : 1
    guard count > 0 else { return TensorTables(title: title, tables: [], notes: ["no elements"]) }
    let matrices = count / max(rows * columns, 1)
    let reach = largestMagnitude
    let shown = min(matrices, Self.sliceLimit)
    let tables = (0..<shown).map { matrix -> Table in
      let names = shape.dropLast(2)
      var index: [Int] = []
      var rest = matrix
      for size in names.reversed() {
        index.insert(rest % max(size, 1), at: 0)
        rest /= max(size, 1)
      }
      let caption = names.isEmpty ? "" : "[" + index.map { "\($0), " }.joined() + "…]"
      return table(ofRows: rows, columns: columns, from: matrix * rows * columns, reach: reach, caption: caption)
    }
    var notes: [String] = []
    if matrices > shown { notes.append("\(shown) of \(NumberFormat.count(matrices)) matrices shown") }
    if count > 64 { notes.append(summary) }
    return TensorTables(title: title, tables: tables, notes: notes)
  }

  /// "w1, float32 [4, 2]"
  package var title: String {
    let name = tensor.label.map { "\($0), " } ?? ""
    return "\(name)\(tensor.dtype) \(tensor.shape)\(tensor.requiresGrad ? ", requires gradient" : "")"
  }

  /// "min −1.2, max 3.4, mean 0.1, deviation 0.9"
  private var summary: String {
    let digest = Digest(tensor.node)
    var parts = [
      "min \(NumberFormat.short(digest.minimum))", "max \(NumberFormat.short(digest.maximum))",
      "mean \(NumberFormat.short(digest.mean))", "deviation \(NumberFormat.short(digest.deviation))",
    ]
    if digest.nans > 0 { parts.append("\(NumberFormat.count(digest.nans)) nan") }
    if digest.infinities > 0 { parts.append("\(NumberFormat.count(digest.infinities)) infinite") }
    return parts.joined(separator: ", ")
  }

  /// The size of the largest value, of a sample where there are many.
  private var largestMagnitude: Double {
    tensor.node.sample(limit: 1 << 16).reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  private func table(ofRows rows: Int, columns: Int, from start: Int, reach: Double, caption: String) -> Table {
    let shownRows = Self.visible(rows, limit: Self.rowLimit)
    let shownColumns = Self.visible(columns, limit: Self.columnLimit)
    let places = shownRows.map { row in
      shownColumns.map { column in row.flatMap { row in column.map { start + row * columns + $0 } } }
    }
    let values = places.map { $0.map { $0.map { tensor.node.element(atRow: $0) } } }
    var texts = NumberFormat.column(values.joined().compactMap { $0 }, digits: 5)[...]
    let cells = values.map { row in
      row.map { value -> Cell in
        guard let value, let text = texts.popFirst() else { return Cell("…", tone: .muted) }
        let word = tensor.dtype == .bool ? (value != 0 ? "true" : "false") : text
        return Cell(
          word, tone: value.isFinite ? .plain : .bad, shade: reach > 0 && tensor.dtype != .bool ? value / reach : 0)
      }
    }
    var table: [Column] = []
    if tensor.rank > 1 {
      table.append(
        Column("", cells: shownRows.map { Cell($0.map { String($0) } ?? "⋮", tone: .muted) }, alignment: .right))
    }
    for (place, column) in shownColumns.enumerated() {
      table.append(
        Column(
          tensor.rank > 0 ? column.map { String($0) } ?? "…" : "", cells: cells.map { $0[place] }, alignment: .right))
    }
    return Table(caption: caption, columns: table)
  }

  /// The indices of a dimension that are shown, with nil where some are left out.
  private static func visible(_ size: Int, limit: Int) -> [Int?] {
    guard size > limit else { return (0..<max(size, 0)).map { $0 } }
    let half = limit / 2
    return (0..<half).map { $0 } + [nil] + (size - half..<size).map { $0 }
  }
}

/// The matrices of a tensor under one title.
package struct TensorTables {
  package var title: String
  package var tables: [Table]
  package var notes: [String]

  package var html: String {
    var html = "<div><div style=\"font-size:12px;opacity:0.75;padding:2px 10px\">\(Escaping.markup(title))</div>"
    for table in tables { html += table.html }
    for note in notes {
      html += "<div style=\"font-size:12px;opacity:0.75;padding:0 10px\">\(Escaping.markup(note))</div>"
    }
    return html + "</div>"
  }
}
