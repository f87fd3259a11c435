extension Table {
  /// The table as HTML with inline styles only, each of which JupyterLab's sanitizer lets pass: text inherits its
  /// colour and backgrounds are transparent, so that it reads in every theme.
  package var html: String {
    let rows = visibleRows
    let cells = columns.map { $0.cells(rows) }
    var html = "<div style=\"overflow-x:auto\">"
    html += "<table style=\"border-collapse:collapse;border:none;margin:4px 0;font-size:13px;width:auto\">"
    if !caption.isEmpty {
      html += "<caption style=\"caption-side:top;text-align:left;font-weight:600;padding:2px 8px\">"
      html += "\(Escaping.markup(caption))</caption>"
    }
    html += "<thead><tr style=\"background-color:transparent\">"
    for column in columns {
      html += "<th style=\"text-align:\(Self.css(column.alignment));padding:3px 8px;font-weight:600;white-space:pre;"
      html += "border:none;border-bottom:1px solid \(Palette.rule)\">\(Escaping.markup(column.name))</th>"
    }
    html += "</tr></thead><tbody>"
    for row in rows.indices {
      html += "<tr style=\"background-color:transparent\">"
      for (column, cells) in zip(columns, cells) {
        html += "<td style=\"\(Self.style(cells[row], column.alignment))\">"
        if let picture = cells[row].picture {
          html += "<img alt=\"\(Escaping.markup(picture.words))\" width=\"\(picture.width)\" "
          html += "height=\"\(picture.height)\" src=\"data:image/png;base64,\(Base64.encode(picture.png))\" />"
        }
        html += "\(Escaping.markup(cells[row].text))</td>"
      }
      html += "</tr>"
    }
    html += "</tbody></table>"
    for note in visibleNotes {
      html += "<div style=\"font-size:12px;opacity:0.75;padding:0 8px\">\(Escaping.markup(note))</div>"
    }
    return html + "</div>"
  }

  private static func css(_ alignment: TextLayout.Alignment) -> String { alignment == .left ? "left" : "right" }

  private static func style(_ cell: Cell, _ alignment: TextLayout.Alignment) -> String {
    var style = "text-align:\(css(alignment));padding:2px 8px;border:none;white-space:pre;"
    style += "font-family:\(Palette.monospace)"
    switch cell.tone {
    case .plain: break
    case .strong: style += ";font-weight:600"
    case .muted: style += ";opacity:0.65"
    case .good: style += ";font-weight:600;color:\(Palette.good)"
    case .bad: style += ";font-weight:600;color:\(Palette.bad)"
    }
    if cell.shade.isFinite, abs(cell.shade) >= 0.01 {
      let alpha = NumberFormat.fixed(min(abs(cell.shade), 1) * 0.5, decimals: 2)
      style += ";background-color:rgba(\(cell.shade < 0 ? Palette.coolRGB : Palette.warmRGB),\(alpha))"
    }
    return style
  }
}
