extension Chart {
  /// The most panels that are drawn in characters, and the most pictures, which stand side by side.
  private static let textPanels = 8
  private static let textPictures = 20
  private static let textWidth = 80

  /// The chart drawn in characters: curves in Braille dots, bars and cells in blocks.
  package var text: String {
    // A page of pictures would scroll everything else away.
    let shown = panels.prefix(panels.allSatisfy(\.isPicture) ? Self.textPictures : Self.textPanels)
    var plots = Self.arranged(Array(shown))
    if panels.count > shown.count { plots.append("\(panels.count - shown.count) more of them not drawn in text") }
    return ((title.isEmpty ? [] : [title]) + plots + notes).map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { Escaping.terminal(String($0)) }
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension Chart {
  /// The panels one under the other, pictures side by side as far as a line has room.
  private static func arranged(_ panels: [Panel]) -> [String] {
    var plots: [String] = []
    var row: [(lines: [String], width: Int)] = []
    func close() {
      let height = row.map(\.lines.count).max() ?? 0
      let lines = (0..<height).map { line in
        row.map { TextLayout.pad($0.lines.indices.contains(line) ? $0.lines[line] : "", to: $0.width) }
          .joined(separator: "  ").trimmedAtEnd
      }
      if !row.isEmpty { plots.append(lines.joined(separator: "\n")) }
      row = []
    }
    for panel in panels {
      guard panel.isPicture else {
        close()
        plots.append(panel.text)
        continue
      }
      let lines = panel.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      let width = lines.map(TextLayout.width).max() ?? 0
      let together = row.reduce(width) { $0 + $1.width + 2 }
      if together > textWidth { close() }
      row.append((lines, width))
    }
    close()
    return plots
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Panel {
  /// Whether the panel is a picture without axes.
  fileprivate var isPicture: Bool { x.isHidden && y.isHidden }

  /// The size of the plot in characters; a picture without axes takes two for each of its pixels, if they fit.
  private var textSize: (columns: Int, rows: Int) {
    guard isPicture, case .cells(let grid)? = layers.first?.mark, grid.columns <= 32, grid.rows <= 32
    else {
      return (64, 14)
    }
    return (max(grid.columns * 2, 2), max(grid.rows, 1))
  }

  fileprivate var text: String {
    if let matrix { return matrix.text }
    let extents = Extents(self)
    let axes = fittedAxes
    let (columns, rows) = textSize
    let y = Scale(axes.y, values: extents.y, count: 5)
    let x = Scale(axes.x, values: extents.x, count: 6)
    var canvas = CharacterCanvas(columns: columns, rows: rows)
    var ends: [(row: Int, name: String)] = []
    for layer in layers {
      canvas.draw(layer.mark, x: x, y: y)
      if case .line(_, let values) = layer.mark, legend.count > 1,
        let last = values.last(where: { y.position($0) != nil }), let share = y.position(last)
      {
        ends.append((Self.row(share, rows: rows), layer.name))
      }
    }
    var lines: [String] = []
    if !title.isEmpty { lines.append(title) }
    if !axes.y.isHidden, !axes.y.label.isEmpty { lines.append(axes.y.label) }
    // Axis labels stand at the row of their tick; two ticks of one row would hide each other, so the first stays.
    var labels: [Int: String] = [:]
    for tick in y.ticks where !axes.y.isHidden && !tick.label.isEmpty {
      guard let share = y.position(tick.value), (-0.001...1.001).contains(share) else { continue }
      let row = Self.row(share, rows: rows)
      if labels[row] == nil { labels[row] = tick.label }
    }
    let margin = labels.values.map(TextLayout.width).max() ?? 0
    var names = Self.spread(ends, rows: rows)
    for row in 0..<rows {
      let label = TextLayout.pad(labels[row] ?? "", to: margin, .right)
      let edge = axes.y.isHidden ? "" : labels[row] == nil ? " │" : " ┤"
      let name = names.removeValue(forKey: row).map { " \($0)" } ?? ""
      var line = label + edge + canvas.line(row) + name
      while line.last == " " || line.last == "\u{2800}" { line.removeLast() }
      lines.append(line)
    }
    if !axes.x.isHidden { lines += Self.xAxis(x, margin: margin, columns: columns, label: axes.x.label) }
    let marked = legend.filter { if case .line = $0.mark { false } else { true } }
    if legend.count > 1, !marked.isEmpty { lines.append(marked.map(\.name).joined(separator: ", ")) }
    return lines.joined(separator: "\n")
  }

  /// The panel as a table of numbers where it shows a matrix with its numbers.
  private var matrix: Table? {
    guard layers.count == 1, case .cells(let grid) = layers[0].mark, grid.isComplete,
      grid.texts.count == grid.rows * grid.columns
    else { return nil }
    func names(_ axis: Axis, _ count: Int) -> [String] {
      if case .category(let names) = axis.scale, names.count == count { return names }
      return (0..<count).map { String($0) }
    }
    let corner = [y.label, x.label].filter { !$0.isEmpty }.joined(separator: " \\ ")
    let columns = names(x, grid.columns).enumerated().map { column, name in
      Column(name, words: (0..<grid.rows).map { grid.texts[$0 * grid.columns + column] }, alignment: .right)
    }
    return Table(caption: title, columns: [Column(corner, words: names(y, grid.rows))] + columns)
  }

  private static func row(_ share: Double, rows: Int) -> Int {
    min(max(Int((1 - share) * Double(rows)), 0), rows - 1)
  }

  /// Names of curves beside their ends, moved apart where they meet.
  private static func spread(_ ends: [(row: Int, name: String)], rows: Int) -> [Int: String] {
    var names: [Int: String] = [:]
    for (row, name) in ends.sorted(by: { $0.row < $1.row }) {
      let free = (0..<rows).filter { names[$0] == nil }.min { abs($0 - row) < abs($1 - row) }
      guard let free else { continue }
      names[free] = name
    }
    return names
  }

  private static func xAxis(_ scale: Scale, margin: Int, columns: Int, label: String) -> [String] {
    var axis = [Character](repeating: "─", count: columns)
    var labels = [Character](repeating: " ", count: margin + 2 + columns + 12)
    var free = 0
    for tick in scale.ticks where !tick.label.isEmpty {
      guard let share = scale.position(tick.value), (-0.001...1.001).contains(share) else { continue }
      let column = min(max(Int(share * Double(columns)), 0), columns - 1)
      axis[column] = "┬"
      let start = max(margin + 2 + column - tick.label.count / 2, 0)
      guard start >= free, start + tick.label.count <= labels.count else { continue }
      labels.replaceSubrange(start..<start + tick.label.count, with: tick.label)
      free = start + tick.label.count + 1
    }
    var line = String(labels)
    while line.last == " " { line.removeLast() }
    let indent = String(repeating: " ", count: margin)
    let name =
      label.isEmpty ? [] : [indent + "  " + TextLayout.pad("", to: max((columns - label.count) / 2, 0)) + label]
    return [indent + " └" + String(axis), line] + name
  }
}

/// A grid of characters on which curves are drawn in dots, two by four in each character.
private struct CharacterCanvas {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var blocks: [Character?]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    blocks = Array(repeating: nil, count: columns * rows)
  }

  func line(_ row: Int) -> String {
    var line = ""
    for place in row * columns..<(row + 1) * columns {
      if dots[place] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[place])) {
        line.unicodeScalars.append(scalar)
      } else {
        line.append(blocks[place] ?? " ")
      }
    }
    return line
  }

  mutating func draw(_ mark: Mark, x: Scale, y: Scale) {
    switch mark {
    case .line(let xs, let ys):
      var previous: (Int, Int)?
      for (xValue, yValue) in zip(xs, ys) {
        let point = place(xValue, yValue, x, y)
        if let point { connect(previous ?? point, point) }
        previous = point
      }
    case .points(let xs, let ys):
      for (xValue, yValue) in zip(xs, ys) {
        if let point = place(xValue, yValue, x, y) { dot(point.0, point.1) }
      }
    case .band(let xs, let low, let high):
      draw(.line(x: xs, y: low), x: x, y: y)
      draw(.line(x: xs, y: high), x: x, y: y)
    case .bars(let from, let to, let height):
      for index in height.indices where from.indices.contains(index) && to.indices.contains(index) {
        bar(from: from[index], to: to[index], height: height[index], x: x, y: y)
      }
    case .ruleY(let value):
      guard let share = y.position(value), (0...1).contains(share) else { return }
      let row = min(Int((1 - share) * Double(rows)), rows - 1)
      for column in 0..<columns { blocks[row * columns + column] = "╌" }
    case .ruleX(let value):
      guard let share = x.position(value), (0...1).contains(share) else { return }
      let column = min(Int(share * Double(columns)), columns - 1)
      for row in 0..<rows { blocks[row * columns + column] = "╎" }
    case .cells(let grid): fill(grid, x: x, y: y)
    }
  }

  private func place(_ xValue: Double, _ yValue: Double, _ x: Scale, _ y: Scale) -> (Int, Int)? {
    guard let xShare = x.position(xValue), let yShare = y.position(yValue), (-4...5).contains(xShare),
      (-4...5).contains(yShare)
    else { return nil }
    return (
      Int((xShare * Double(columns * 2 - 1)).rounded()), Int(((1 - yShare) * Double(rows * 4 - 1)).rounded())
    )
  }

  private mutating func dot(_ x: Int, _ y: Int) {
    guard x >= 0, x < columns * 2, y >= 0, y < rows * 4 else { return }
    // The bits of a Braille character, by column and row of its dots.
    let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    dots[y / 4 * columns + x / 2] |= bits[x % 2][y % 4]
  }

  private mutating func connect(_ from: (Int, Int), _ to: (Int, Int)) {
    let steps = max(abs(to.0 - from.0), abs(to.1 - from.1), 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      dot(
        Int((Double(from.0) + Double(to.0 - from.0) * share).rounded()),
        Int((Double(from.1) + Double(to.1 - from.1) * share).rounded()))
    }
  }

  private mutating func bar(from: Double, to: Double, height: Double, x: Scale, y: Scale) {
    guard let left = x.position(from), let right = x.position(to), let end = y.position(height) else { return }
    let zero = y.position(0) ?? 0
    let first = max(Int((min(left, right) * Double(columns)).rounded()), 0)
    let last = min(max(Int((max(left, right) * Double(columns)).rounded()) - 1, first), columns - 1)
    guard first <= last else { return }
    let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let (low, high) = (min(zero, end) * Double(rows), max(zero, end) * Double(rows))
    for row in 0..<rows {
      let level = Double(rows - 1 - row)
      let filled = min(max(high - level, 0), 1)
      guard filled > 0, level + 1 > low else { continue }
      // A bar below zero hangs from it: whole characters only, as there are no blocks that hang.
      let block = end < zero ? "█" : eighths[Int((filled * 8).rounded(.up))]
      for column in first...last { blocks[row * columns + column] = block }
    }
  }

  private mutating func fill(_ grid: Grid, x: Scale, y: Scale) {
    guard grid.isComplete else { return }
    let shades: [Character] = [" ", "░", "▒", "▓", "█"]
    for row in 0..<rows {
      for column in 0..<columns {
        let xShare = (Double(column) + 0.5) / Double(columns)
        let yShare = (Double(rows - 1 - row) + 0.5) / Double(rows)
        let gridColumn = min(Int((x.isReversed ? 1 - xShare : xShare) * Double(grid.columns)), grid.columns - 1)
        let gridRow = min(Int((y.isReversed ? 1 - yShare : yShare) * Double(grid.rows)), grid.rows - 1)
        let share = grid.share(of: grid.values[gridRow * grid.columns + gridColumn])
        blocks[row * columns + column] = share.isNaN ? "?" : shades[Int((min(max(share, 0), 1) * 4).rounded())]
      }
    }
  }
}
