extension Chart {
  /// The chart as an SVG drawing.
  package var svg: String {
    let plots = panels.enumerated().map { PanelDrawing($0.element, index: $0.offset, extents: Extents($0.element)) }
    let rows = stride(from: 0, to: plots.count, by: columns).map { Array(plots[$0..<min($0 + columns, plots.count)]) }
    let gap = 18.0
    let columnWidths = (0..<columns).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].outerWidth : nil }.max() ?? 0
    }
    let titleHeight = title.isEmpty ? 4.0 : 28
    var canvas = SVGCanvas()
    let width = max(
      columnWidths.reduce(0, +) + gap * Double(max(columnWidths.filter { $0 > 0 }.count - 1, 0)),
      title.isEmpty ? 0 : TextLayout.emWidth(title) * 15.5 + 24,
      (notes.map { TextLayout.emWidth($0) * 11 }.max() ?? 0) + 24)
    canvas.text(title, 12, 19, size: 14, weight: 600)
    var y = titleHeight
    for row in rows {
      var x = 0.0
      let height = row.map(\.outerHeight).max() ?? 0
      // Plots of one row share their base line.
      let top = row.map(\.top).max() ?? 0
      for (column, plot) in row.enumerated() {
        plot.draw(on: &canvas, x: x, y: y + top - plot.top)
        x += columnWidths[column] + gap
      }
      y += max(height, row.map { top - $0.top + $0.outerHeight }.max() ?? 0) + gap / 2
    }
    for note in notes {
      canvas.text(note, 12, y + 8, size: 11)
      y += 16
    }
    return canvas.document(width: max(width, 40), height: max(y, 20), title: accessibleTitle, description: description)
  }

  /// What the chart is, in a few words.
  package var accessibleTitle: String {
    if !title.isEmpty { return title }
    let titles = panels.map(\.title).filter { !$0.isEmpty }
    return titles.isEmpty ? "chart" : titles.joined(separator: ", ")
  }

  /// What the chart shows, in words: series with their first and last values.
  package var description: String {
    panels.map { panel in
      let series = panel.layers.compactMap { layer -> String? in
        guard case .line(_, let y) = layer.mark, let first = y.first, let last = y.last else { return nil }
        let ends = "from \(NumberFormat.short(first)) to \(NumberFormat.short(last))"
        return layer.name.isEmpty ? ends : "\(layer.name) \(ends)"
      }
      let axes = [panel.y.label, panel.x.label].filter { !$0.isEmpty }.joined(separator: " by ")
      return [panel.title, axes, series.joined(separator: "; ")].filter { !$0.isEmpty }.joined(separator: ": ")
    }.joined(separator: ". ")
  }
}

/// All values that a panel's axes must hold.
package struct Extents {
  package var x: [Double] = []
  package var y: [Double] = []

  package init(_ panel: Panel) {
    for layer in panel.layers {
      switch layer.mark {
      case .line(let x, let y), .points(let x, let y): add(zip(x, y).filter { $0.isFinite && $1.isFinite })
      case .band(let x, let low, let high):
        self.x += x.filter(\.isFinite)
        self.y += low + high
      case .bars(let from, let to, let height):
        x += from + to
        y += height + [0]
      case .ruleY(let value): y.append(value)
      case .ruleX(let value): x.append(value)
      case .cells(let grid):
        x += [grid.x.lowerBound, grid.x.upperBound]
        y += [grid.y.lowerBound, grid.y.upperBound]
      }
    }
  }

  private mutating func add(_ points: [(Double, Double)]) {
    x += points.map(\.0)
    y += points.map(\.1)
  }
}

extension Panel {
  /// Axes of cells end at the cells' edges and not at round numbers.
  package var fittedAxes: (x: Axis, y: Axis) {
    var (x, y) = (x, y)
    for layer in layers {
      guard case .cells(let grid) = layer.mark else { continue }
      if x.domain == nil { x.domain = grid.x }
      if y.domain == nil { y.domain = grid.y }
    }
    return (x, y)
  }
}

extension Axis {
  /// How many labels stand side by side on an axis: fewer where they are long, so that they keep apart.
  package func labelCount(width: Double) -> Int {
    guard case .category(let names) = scale else { return max(Int(width / 75), 2) }
    let longest = names.map { TextLayout.emWidth($0) * 11 + 8 }.max() ?? 1
    return max(Int(width / max(longest, 1)), 1)
  }
}

/// One panel being drawn: its scales and the room its axes take.
private struct PanelDrawing {
  let panel: Panel
  let index: Int
  let x: Scale
  let y: Scale
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  let legendRows: [[Layer]]
  let colorbar: Grid?

  init(_ panel: Panel, index: Int, extents: Extents) {
    self.panel = panel
    self.index = index
    let axes = panel.fittedAxes
    y = Scale(axes.y, values: extents.y, count: max(Int(panel.height / 45), 2))
    let labelWidth = axes.y.isHidden ? 0 : y.ticks.map { TextLayout.emWidth($0.label) * 11 }.max() ?? 0
    x = Scale(axes.x, values: extents.x, count: axes.x.labelCount(width: panel.width))
    left = axes.y.isHidden ? 12 : labelWidth + (axes.y.label.isEmpty ? 14 : 34)
    bottom = axes.x.isHidden ? 6 : axes.x.label.isEmpty ? 26 : 44
    colorbar =
      panel.layers.lazy.compactMap { layer -> Grid? in
        if case .cells(let grid) = layer.mark, grid.label != nil { grid } else { nil }
      }.first
    let lastLabel = axes.x.isHidden ? 0 : TextLayout.emWidth(x.ticks.last { !$0.label.isEmpty }?.label ?? "") * 5.5
    right = colorbar == nil ? max(14, lastLabel + 4) : 78
    legendRows = Self.rows(panel.legend, width: panel.width)
    top = (panel.title.isEmpty ? 6 : 24) + Double(legendRows.count) * 18
  }

  var outerWidth: Double { max(left + panel.width + right, TextLayout.emWidth(panel.title) * 12.5 + left) }
  var outerHeight: Double { top + panel.height + bottom }

  /// The legend's entries, broken into rows.
  private static func rows(_ legend: [Layer], width: Double) -> [[Layer]] {
    guard legend.count > 1 else { return [] }
    var rows: [[Layer]] = [[]]
    var used = 0.0
    for layer in legend {
      let need = entryWidth(layer)
      if used + need > width, !(rows.last?.isEmpty ?? true) {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(layer)
      used += need
    }
    return rows
  }

  private static func entryWidth(_ layer: Layer) -> Double { TextLayout.emWidth(layer.name) * 12 + 40 }

  func draw(on canvas: inout SVGCanvas, x originX: Double, y originY: Double) {
    let frame = Frame(
      left: originX + left, top: originY + top, width: panel.width, height: panel.height, x: x, y: y)
    canvas.text(panel.title, frame.left, originY + 14, size: 12.5, weight: 600)
    drawLegend(on: &canvas, frame: frame, top: originY + (panel.title.isEmpty ? 0 : 18))
    drawGrid(on: &canvas, frame: frame)
    canvas.clipped(
      id: "panel\(index)", x: frame.left - 4, y: frame.top - 4, width: frame.width + 8, height: frame.height + 8
    ) { canvas in
      for layer in panel.layers { draw(layer, on: &canvas, frame: frame) }
    }
    drawAxes(on: &canvas, frame: frame)
    if let colorbar { drawColorbar(colorbar, on: &canvas, frame: frame) }
  }

  private func drawLegend(on canvas: inout SVGCanvas, frame: Frame, top: Double) {
    for (row, layers) in legendRows.enumerated() {
      var x = frame.left
      let y = top + Double(row) * 18 + 9
      for layer in layers {
        let color = Palette.series(layer.color)
        switch layer.mark {
        case .points: canvas.circle(x + 9, y, radius: 4, fill: color, opacity: layer.opacity)
        case .bars, .band:
          canvas.rectangle(x: x, y: y - 5, width: 18, height: 10, fill: color, fillOpacity: max(layer.opacity, 0.25))
        default: canvas.line(x, y, x + 18, y, stroke: color, width: 2, dash: Palette.dash(layer.color))
        }
        canvas.text(layer.name, x + 24, y + 4)
        x += Self.entryWidth(layer)
      }
    }
  }

  private func drawGrid(on canvas: inout SVGCanvas, frame: Frame) {
    guard colorbar == nil, !panel.layers.contains(where: { if case .cells = $0.mark { true } else { false } }) else {
      return
    }
    for tick in y.ticks where !tick.label.isEmpty {
      guard !panel.y.isHidden, let at = frame.vertical(tick.value), frame.holds(vertical: at) else { continue }
      canvas.line(frame.left, at, frame.right, at, stroke: Palette.grid, opacity: Palette.gridOpacity)
    }
    for tick in x.ticks where !tick.label.isEmpty {
      guard !panel.x.isHidden, let at = frame.horizontal(tick.value), frame.holds(horizontal: at) else { continue }
      canvas.line(at, frame.top, at, frame.bottom, stroke: Palette.grid, opacity: Palette.gridOpacity * 0.6)
    }
  }

  private func drawAxes(on canvas: inout SVGCanvas, frame: Frame) {
    if !panel.x.isHidden {
      canvas.line(frame.left, frame.bottom, frame.right, frame.bottom, stroke: Palette.rule)
      for tick in x.ticks {
        guard let at = frame.horizontal(tick.value), frame.holds(horizontal: at) else { continue }
        canvas.line(at, frame.bottom, at, frame.bottom + (tick.label.isEmpty ? 3 : 5), stroke: Palette.rule)
        canvas.text(tick.label, at, frame.bottom + 18, anchor: .middle, size: 11)
      }
      canvas.text(panel.x.label, frame.left + frame.width / 2, frame.bottom + 37, anchor: .middle)
    }
    if !panel.y.isHidden {
      canvas.line(frame.left, frame.top, frame.left, frame.bottom, stroke: Palette.rule)
      for tick in y.ticks {
        guard let at = frame.vertical(tick.value), frame.holds(vertical: at) else { continue }
        canvas.line(frame.left - (tick.label.isEmpty ? 3 : 5), at, frame.left, at, stroke: Palette.rule)
        canvas.text(tick.label, frame.left - 8, at + 4, anchor: .end, size: 11)
      }
      canvas.text(
        panel.y.label, frame.left - left + 13, frame.top + frame.height / 2, anchor: .middle, rotation: -90)
    }
  }

  private func drawColorbar(_ grid: Grid, on canvas: inout SVGCanvas, frame: Frame) {
    let x = frame.right + 12
    let steps = 32
    for step in 0..<steps {
      let height = frame.height / Double(steps)
      canvas.rectangle(
        x: x, y: frame.bottom - height * Double(step + 1), width: 12, height: height + 0.5,
        fill: grid.colors.color(at: (Double(step) + 0.5) / Double(steps)).css)
    }
    let scale = Scale(Axis("", domain: grid.domain), values: [], count: max(Int(frame.height / 60), 3))
    for tick in scale.ticks {
      guard let share = scale.position(tick.value), (-0.001...1.001).contains(share) else { continue }
      canvas.text(tick.label, x + 17, frame.bottom - share * frame.height + 4, size: 11)
    }
    if let label = grid.label, !label.isEmpty {
      canvas.text(label, x + 12, frame.top - 6, anchor: .middle, size: 11)
    }
  }

  private func draw(_ layer: Layer, on canvas: inout SVGCanvas, frame: Frame) {
    let color = Palette.series(layer.color)
    switch layer.mark {
    case .line(let x, let y):
      let commands = frame.path(x, y)
      canvas.path(
        commands.path, stroke: color, width: layer.size, opacity: layer.opacity, dash: Palette.dash(layer.color))
      for (x, y) in commands.lonely { canvas.circle(x, y, radius: layer.size + 0.5, fill: color) }
    case .points(let x, let y):
      for (x, y) in zip(x, y) {
        guard let x = frame.horizontal(x), let y = frame.vertical(y) else { continue }
        if layer.isRimmed { canvas.circle(x, y, radius: max(layer.size, 2.5) + 1.3, fill: "#ffffff") }
        canvas.circle(x, y, radius: max(layer.size, 2.5), fill: color, opacity: layer.opacity)
      }
    case .band(let x, let low, let high):
      let upper = frame.path(x, high).path
      let lower = frame.path(x.reversed(), low.reversed()).path
      guard !upper.isEmpty, lower.hasPrefix("M") else { return }
      canvas.path(upper + "L" + lower.dropFirst() + "Z", fill: color, opacity: layer.opacity)
    case .bars(let from, let to, let height):
      let zero = frame.vertical(0) ?? frame.bottom
      for index in height.indices where from.indices.contains(index) && to.indices.contains(index) {
        guard let left = frame.horizontal(from[index]), let right = frame.horizontal(to[index]),
          let end = frame.vertical(height[index])
        else { continue }
        canvas.rectangle(
          x: min(left, right) + 0.5, y: min(zero, end), width: abs(right - left) - 1, height: abs(end - zero),
          fill: color, fillOpacity: layer.opacity)
      }
    case .ruleY(let value):
      guard let y = frame.vertical(value) else { return }
      canvas.line(frame.left, y, frame.right, y, stroke: color, width: layer.size, opacity: layer.opacity, dash: "5 4")
    case .ruleX(let value):
      guard let x = frame.horizontal(value) else { return }
      canvas.line(x, frame.top, x, frame.bottom, stroke: color, width: layer.size, opacity: layer.opacity, dash: "5 4")
    case .cells(let grid): draw(grid, opacity: layer.opacity, on: &canvas, frame: frame)
    }
  }

  private func draw(_ grid: Grid, opacity: Double, on canvas: inout SVGCanvas, frame: Frame) {
    guard grid.isComplete, let x0 = frame.horizontal(grid.x.lowerBound), let x1 = frame.horizontal(grid.x.upperBound),
      let y0 = frame.vertical(grid.y.lowerBound), let y1 = frame.vertical(grid.y.upperBound)
    else { return }
    let (width, height) = (abs(x1 - x0), abs(y1 - y0))
    if grid.rows * grid.columns > 1024 {
      // Rows run from the lower end of the axis; a picture's from its top.
      canvas.image(png: grid.png(flipped: y0 > y1), x: min(x0, x1), y: min(y0, y1), width: width, height: height)
      return
    }
    let (cellWidth, cellHeight) = ((x1 - x0) / Double(grid.columns), (y1 - y0) / Double(grid.rows))
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let place = row * grid.columns + column
        let color = grid.colors.color(at: grid.share(of: grid.values[place]))
        let (x, y) = (x0 + Double(column) * cellWidth, y0 + Double(row) * cellHeight)
        canvas.rectangle(
          x: min(x, x + cellWidth), y: min(y, y + cellHeight), width: abs(cellWidth) + 0.3,
          height: abs(cellHeight) + 0.3, fill: color.css, opacity: opacity)
        if grid.texts.indices.contains(place) {
          canvas.text(
            grid.texts[place], x + cellWidth / 2, y + cellHeight / 2 + 4, anchor: .middle, size: 11,
            color: color.ink)
        }
      }
    }
  }
}

/// The rectangle of a plot with its scales: from values to places on the canvas.
private struct Frame {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  let x: Scale
  let y: Scale

  var right: Double { left + width }
  var bottom: Double { top + height }

  func horizontal(_ value: Double) -> Double? { x.position(value).map { left + min(max($0, -9), 10) * width } }
  func vertical(_ value: Double) -> Double? { y.position(value).map { bottom - min(max($0, -9), 10) * height } }
  func holds(horizontal at: Double) -> Bool { at > left - 0.5 && at < right + 0.5 }
  func holds(vertical at: Double) -> Bool { at > top - 0.5 && at < bottom + 0.5 }

  /// The commands of a polyline, broken where a value cannot be shown; points with no neighbour come apart, since a
  /// line of one point is invisible.
  func path(_ xs: [Double], _ ys: [Double]) -> (path: String, lonely: [(Double, Double)]) {
    let count = min(xs.count, ys.count)
    var path = ""
    var lonely: [(Double, Double)] = []
    var run: [(Double, Double)] = []
    func end() {
      if run.count == 1 { lonely.append(run[0]) }
      if run.count > 1 {
        path += "M" + run.map { "\(SVGCanvas.number($0.0)) \(SVGCanvas.number($0.1))" }.joined(separator: "L")
      }
      run = []
    }
    for index in Thinning.indices(Array(ys.prefix(count)), limit: Int(max(width, 100)) * 4) {
      if let x = horizontal(xs[index]), let y = vertical(ys[index]) {
        run.append((x, y))
      } else {
        end()
      }
    }
    end()
    return (path, lonely)
  }
}
