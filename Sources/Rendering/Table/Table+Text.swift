extension Table {
  /// The table as aligned text.
  package var text: String {
    let rows = visibleRows
    var lines = caption.isEmpty ? [] : [Escaping.terminal(caption)]
    let columns = columns.compactMap { column -> TextColumn? in
      let shown = column.cells(rows)
      // A column of pictures has nothing to say here.
      if shown.contains(where: { $0.picture != nil }), shown.allSatisfy(\.text.isEmpty) { return nil }
      let cells = shown.map { Escaping.terminal($0.text) }
      let name = Escaping.terminal(column.name)
      let width = ([name] + cells).reduce(0) { max($0, TextLayout.width($1)) }
      return TextColumn(name: name, cells: cells, width: width, alignment: column.alignment)
    }
    func line(_ texts: [String]) -> String {
      var line = texts.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    if !columns.isEmpty {
      lines.append(line(columns.map { TextLayout.pad($0.name, to: $0.width, $0.alignment) }))
      lines.append(line(columns.map { String(repeating: "─", count: $0.width) }))
      for row in rows.indices {
        lines.append(line(columns.map { TextLayout.pad($0.cells[row], to: $0.width, $0.alignment) }))
      }
    }
    lines += visibleNotes.map(Escaping.terminal)
    return lines.joined(separator: "\n")
  }

  private struct TextColumn {
    var name: String
    var cells: [String]
    var width: Int
    var alignment: TextLayout.Alignment
  }
}
