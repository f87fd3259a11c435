extension Diagram {
  /// Sizes of a box's lines, in CSS pixels.
  private static let labelSize = 12.0
  private static let detailSize = 10.5
  private static let lineHeight = 15.0
  private static let margin = 10.0

  /// The graph as an SVG drawing; nil where Graphviz gives no layout.
  package var svg: String? {
    layout.map { svg($0) }
  }

  /// Places for the boxes; the same for diagrams that differ in emphasis only.
  package var layout: Graphviz.Layout? { Graphviz.layout(self, sizes: nodes.map(Self.size)) }

  /// What decides the layout: diagrams of which it is equal can share one.
  package var layoutKey: String { Graphviz.source(self, sizes: nodes.map(Self.size)) }

  /// The graph as an SVG drawing with its boxes at given places.
  package func svg(_ layout: Graphviz.Layout) -> String {
    let sizes = nodes.map(Self.size)
    let top = Self.margin + (title.isEmpty ? 0 : 26)
    let left = Self.margin
    let frames = groups.compactMap { frame(of: $0, layout: layout, sizes: sizes) }
    let notesWidth = notes.map { TextLayout.emWidth($0) * 11 }.max() ?? 0
    let width = max(layout.width, notesWidth, TextLayout.emWidth(title) * 15.5) + 2 * Self.margin
    let legend = Self.legend(of: nodes)
    let height = top + layout.height + Self.margin + (legend.isEmpty ? 0 : 22) + Double(notes.count) * 16
    var canvas = SVGCanvas()
    canvas.text(title, left, 20, size: 14, weight: 600)
    for frame in frames {
      canvas.rectangle(
        x: left + frame.x, y: top + frame.y, width: frame.width, height: frame.height, fill: Palette.rule,
        stroke: Palette.rule, radius: 6, fillOpacity: 0.06, dash: "4 3")
      canvas.text(frame.label, left + frame.x + 6, top + frame.y + 12, size: 10.5)
    }
    for curve in layout.curves { draw(curve, on: &canvas, left: left, top: top) }
    for (index, node) in nodes.enumerated() {
      guard let center = layout.centers[index] else { continue }
      Self.draw(node, size: sizes[index], x: left + center.x, y: top + center.y, on: &canvas)
    }
    var y = top + layout.height + Self.margin + 10
    if !legend.isEmpty {
      var x = left
      for (kind, name) in legend {
        canvas.rectangle(
          x: x, y: y - 9, width: 12, height: 12, fill: Self.color(kind), stroke: Self.color(kind),
          radius: Self.radius(kind), fillOpacity: 0.15)
        canvas.text(name, x + 17, y + 1, size: 11)
        x += TextLayout.emWidth(name) * 11 + 34
      }
      y += 18
    }
    for note in notes {
      canvas.text(note, left, y, size: 11)
      y += 16
    }
    return canvas.document(
      width: max(width, legend.reduce(left) { $0 + TextLayout.emWidth($1.1) * 11 + 34 }), height: height,
      title: title.isEmpty ? "graph" : title, description: text)
  }

  private static func size(_ node: Node) -> (width: Double, height: Double) {
    let label = TextLayout.emWidth(node.label) * labelSize
    let details = node.details.map { Double(TextLayout.width($0)) * detailSize * 0.61 }.max() ?? 0
    return (max(label, details) + 18, Double(1 + node.details.count) * lineHeight + 8)
  }

  package static func color(_ kind: Node.Kind) -> String {
    switch kind {
    case .operation: Palette.rule
    case .parameter: Palette.series(0)
    case .input: Palette.series(2)
    case .result: Palette.series(1)
    case .folded: Palette.series(3)
    }
  }

  /// Operations are round, values have corners: a difference beside the colour.
  private static func radius(_ kind: Node.Kind) -> Double { kind == .operation ? 7 : kind == .folded ? 4 : 1.5 }

  private static func legend(of nodes: [Node]) -> [(Node.Kind, String)] {
    let names: [Node.Kind: String] = [
      .operation: "operation", .parameter: "parameter", .input: "input", .result: "result", .folded: "folded module",
    ]
    let kinds = Node.Kind.allCases.filter { kind in nodes.contains { $0.kind == kind } }
    return kinds.count > 1 ? kinds.map { ($0, names[$0] ?? "") } : []
  }

  private static func draw(
    _ node: Node, size: (width: Double, height: Double), x: Double, y: Double, on canvas: inout SVGCanvas
  ) {
    let color = color(node.kind)
    let isActive = node.emphasis == .active
    let tooltip = node.tooltip.isEmpty ? ([node.label] + node.details).joined(separator: "\n") : node.tooltip
    canvas.group(title: tooltip) { canvas in
      canvas.rectangle(
        x: x - size.width / 2, y: y - size.height / 2, width: size.width, height: size.height,
        fill: isActive ? Palette.warm : color, stroke: isActive ? Palette.warm : color,
        strokeWidth: isActive ? 2.5 : 1.2, opacity: node.emphasis == .dim ? 0.45 : 1, radius: radius(node.kind),
        fillOpacity: isActive ? 0.25 : 0.12)
      var line = y - size.height / 2 + lineHeight + 1
      canvas.text(node.label, x, line, anchor: .middle, size: labelSize, weight: 600)
      for detail in node.details {
        line += lineHeight
        canvas.text(detail, x, line, anchor: .middle, size: detailSize, monospace: true)
      }
    }
  }

  private func draw(
    _ curve: (from: Int, to: Int, points: [(x: Double, y: Double)]), on canvas: inout SVGCanvas, left: Double,
    top: Double
  ) {
    let isActive = edges.contains { $0.from == curve.from && $0.to == curve.to && $0.isActive }
    let points = curve.points.map { (x: left + $0.x, y: top + $0.y) }
    guard let last = points.last else { return }
    func write(_ point: (x: Double, y: Double)) -> String {
      "\(SVGCanvas.number(point.x)) \(SVGCanvas.number(point.y))"
    }
    // A Bézier spline: a start, then three points for each piece.
    var path = "M\(write(points[0]))"
    let isSpline = points.count >= 4 && points.count % 3 == 1
    path +=
      isSpline
      ? "C" + points.dropFirst().map(write).joined(separator: " ")
      : points.dropFirst().map { "L\(write($0))" }.joined()
    let color = isActive ? Palette.warm : Palette.rule
    canvas.path(path, stroke: color, width: isActive ? 2.2 : 1.1)
    // The head points along the curve's end; the layout leaves room for it between the curve and the box.
    let before = points[points.count - 2]
    var (dx, dy) = (last.x - before.x, last.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return }
    (dx, dy) = (dx / length, dy / length)
    let tip = (x: last.x + dx * 6, y: last.y + dy * 6)
    let wings = [(x: last.x - dy * 3, y: last.y + dx * 3), (x: last.x + dy * 3, y: last.y - dx * 3)]
    canvas.path("M\(write(tip))L\(write(wings[0]))L\(write(wings[1]))Z", fill: color)
  }

  /// The rectangle around a group's boxes: Graphviz keeps all others out of it.
  private func frame(
    of group: Group, layout: Graphviz.Layout, sizes: [(width: Double, height: Double)]
  ) -> (label: String, x: Double, y: Double, width: Double, height: Double)? {
    let boxes = group.nodes.compactMap { index in layout.centers[index].map { (center: $0, size: sizes[index]) } }
    guard let left = boxes.map({ $0.center.x - $0.size.width / 2 }).min(),
      let right = boxes.map({ $0.center.x + $0.size.width / 2 }).max(),
      let top = boxes.map({ $0.center.y - $0.size.height / 2 }).min(),
      let bottom = boxes.map({ $0.center.y + $0.size.height / 2 }).max()
    else { return nil }
    let x = max(left - 10, 0)
    let y = max(top - 16, -8)
    let width = max(right + 10 - x, TextLayout.emWidth(group.label) * 10.5 + 14)
    return (group.label, x, y, width, bottom + 10 - y)
  }
}
