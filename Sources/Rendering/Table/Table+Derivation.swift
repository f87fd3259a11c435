extension Table {
  /// The table in Markdown, as GitHub and notebooks read it.
  package var markdown: String {
    let rows = visibleRows
    let cells = columns.map { $0.cells(rows) }
    func line(_ texts: [String]) -> String { "| " + texts.joined(separator: " | ") + " |" }
    var lines: [String] = caption.isEmpty ? [] : ["**\(Escaping.markdown(caption))**", ""]
    lines.append(line(columns.map { Escaping.markdown($0.name) }))
    lines.append(line(columns.map { $0.alignment == .left ? ":--" : "--:" }))
    for row in rows.indices { lines.append(line(cells.map { Escaping.markdown($0[row].text) })) }
    for note in visibleNotes { lines += ["", Escaping.markdown(note)] }
    return lines.joined(separator: "\n")
  }

  /// The table as an array of LaTeX mathematics; words stand in `\text`.
  package var latexArray: String {
    let rows = visibleRows
    let cells = columns.map { $0.cells(rows) }
    func words(_ text: String) -> String { text.isEmpty ? "" : "\\text{\(Escaping.latex(text))}" }
    let letters = columns.map { $0.alignment == .left ? "l" : "r" }.joined()
    let head = columns.map { words($0.name) }.joined(separator: " & ") + " \\\\ \\hline"
    let body = rows.indices.map { row in cells.map { words($0[row].text) }.joined(separator: " & ") + " \\\\" }
    return "\\begin{array}{\(letters)}\n" + ([head] + body).joined(separator: "\n") + "\n\\end{array}"
  }
}
