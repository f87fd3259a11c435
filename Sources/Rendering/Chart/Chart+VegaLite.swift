extension Chart {
  /// The chart for Vega-Lite 5.6, which front ends draw themselves: with tooltips, and series that a click in the
  /// legend brings out.
  package var vegaLite: JSON {
    var spec: [JSON.Member] = [
      JSON.Member("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
      JSON.Member("description", .string(Escaping.terminal(description))),
      JSON.Member("background", "transparent"),
      JSON.Member("config", Self.config),
    ]
    if !title.isEmpty || !notes.isEmpty {
      var title: [JSON.Member] = [
        JSON.Member("text", .string(Escaping.terminal(title))), JSON.Member("anchor", "start"),
        JSON.Member("color", .string(Palette.text)),
      ]
      if !notes.isEmpty {
        title.append(JSON.Member("subtitle", .array(notes.map { .string(Escaping.terminal($0)) })))
        title.append(JSON.Member("subtitleColor", .string(Palette.text)))
      }
      spec.append(JSON.Member("title", .object(title)))
    }
    if panels.count == 1, let panel = panels.first {
      spec += panel.vegaLite(selection: "shown")
    } else {
      spec.append(JSON.Member("columns", .int(columns)))
      spec.append(
        JSON.Member(
          "concat", .array(panels.enumerated().map { .object($0.element.vegaLite(selection: "shown\($0.offset)")) })))
      spec.append(
        JSON.Member("resolve", ["scale": ["color": "independent", "x": "independent", "y": "independent"]]))
    }
    return .object(spec)
  }

  private static let config: JSON = [
    "font": "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, DejaVu Sans, Arial, sans-serif",
    "view": ["stroke": nil],
    "axis": [
      "labelColor": .string(Palette.text), "titleColor": .string(Palette.text), "titleFontWeight": "normal",
      "domainColor": .string(Palette.rule), "tickColor": .string(Palette.rule), "gridColor": .string(Palette.grid),
      "gridOpacity": .double(Palette.gridOpacity), "labelFontSize": 11, "titleFontSize": 12,
    ],
    "legend": [
      "labelColor": .string(Palette.text), "titleColor": .string(Palette.text), "labelFontSize": 12, "orient": "top",
      "title": nil,
    ],
    "title": ["color": .string(Palette.text), "fontSize": 14],
  ]
}

extension Panel {
  /// The panel as members of a layered view. `selection` names the choice made in its legend.
  fileprivate func vegaLite(selection: String) -> [JSON.Member] {
    var members: [JSON.Member] = []
    if !title.isEmpty {
      members.append(
        JSON.Member(
          "title",
          [
            "text": .string(Escaping.terminal(title)), "anchor": "start", "fontSize": 12,
            "color": .string(Palette.text),
          ]))
    }
    members.append(JSON.Member("width", .number(width)))
    members.append(JSON.Member("height", .number(height)))
    let extents = Extents(self)
    let axes = fittedAxes
    let scales = VegaScales(
      x: axes.x, y: axes.y,
      xScale: Scale(axes.x, values: extents.x, count: axes.x.labelCount(width: width)),
      yScale: Scale(axes.y, values: extents.y, count: max(Int(height / 45), 2)))
    if layers.isEmpty {
      // A view without layers would have no axes either.
      let channels: JSON = ["x": scales.channel("x", isX: true), "y": scales.channel("y", isX: false)]
      members.append(JSON.Member("layer", [["data": ["values": []], "mark": "point", "encoding": channels]]))
      return members
    }
    let hasLegend = legend.count > 1
    let series = layers.firstIndex { !$0.name.isEmpty }
    let hasCells = layers.contains { if case .cells = $0.mark { true } else { false } }
    var views = layers.enumerated().map { index, layer in
      layer.vegaLite(
        scales: scales, legend: hasLegend ? legend : [], selection: selection,
        showsLegend: !hasCells || index == series)
    }
    // The colours of cells and those of series are two scales, each with its legend.
    if hasCells { members.append(JSON.Member("resolve", ["scale": ["color": "independent"]])) }
    if hasLegend, let series, case .object(let view) = views[series] {
      // One parameter serves all layers; a second of the same name would be an error.
      views[series] = .object(
        view + [
          JSON.Member(
            "params",
            [["name": .string(selection), "select": ["type": "point", "fields": ["series"]], "bind": "legend"]])
        ])
    }
    members.append(JSON.Member("layer", .array(views)))
    return members
  }
}

/// The two axes of a panel, as encodings.
private struct VegaScales {
  let x: Axis
  let y: Axis
  /// The scales of the SVG form, so that all forms of a chart have the same ends and the same ticks.
  let xScale: Scale
  let yScale: Scale

  func channel(_ field: String, isX: Bool) -> JSON {
    let (axis, own) = isX ? (x, xScale) : (y, yScale)
    var scale: [JSON.Member] = [
      JSON.Member("type", own.isLog ? "log" : "linear"), JSON.Member("domain", [.number(own.low), .number(own.high)]),
      JSON.Member("nice", false),
    ]
    if axis.isReversed { scale.append(JSON.Member("reverse", true)) }
    let ticks = own.ticks.filter { !$0.label.isEmpty }
    var axisMembers = [JSON.Member("values", .array(ticks.map { .number($0.value) }))]
    if case .category(let names) = axis.scale {
      let list = names.map { JSON.string($0).compact }.joined(separator: ",")
      axisMembers += [JSON.Member("labelExpr", .string("[\(list)][datum.value]")), JSON.Member("grid", false)]
    }
    // In the axis and not in the field, whose title goes unescaped into an expression of tooltips.
    axisMembers.append(JSON.Member("title", axis.label.isEmpty ? .null : .string(Escaping.terminal(axis.label))))
    return .object([
      JSON.Member("field", .string(field)), JSON.Member("type", "quantitative"),
      JSON.Member("scale", .object(scale)), JSON.Member("axis", axis.isHidden ? .null : .object(axisMembers)),
    ])
  }

  /// What a mark's tooltip tells.
  func tooltip(series: Bool) -> JSON {
    func entry(_ field: String, _ axis: Axis) -> JSON {
      let title = axis.label.isEmpty ? field : axis.label.filter { $0 != "\"" && $0 != "\\" }
      return ["field": .string(field), "type": "quantitative", "title": .string(title), "format": ".6~g"]
    }
    return .array([entry("x", x), entry("y", y)] + (series ? [["field": "series", "type": "nominal"]] : []))
  }

  /// Whether the axes can show a point.
  func shows(x: Double, y: Double) -> Bool {
    x.isFinite && y.isFinite && (!xScale.isLog || x > 0) && (!yScale.isLog || y > 0)
  }
}

extension Layer {
  /// The most points of a line; a browser draws more, but a notebook has to carry them.
  private static let pointLimit = 2000

  fileprivate func vegaLite(scales: VegaScales, legend: [Layer], selection: String, showsLegend: Bool) -> JSON {
    var mark: [JSON.Member]
    var rows: [JSON] = []
    var encoding: [JSON.Member] = [
      JSON.Member("x", scales.channel("x", isX: true)), JSON.Member("y", scales.channel("y", isX: false)),
    ]
    let series = name.isEmpty ? [] : [JSON.Member("series", .string(name))]
    let color = Palette.series(self.color)
    switch self.mark {
    case .line(let x, let y):
      mark = [
        JSON.Member("type", "line"), JSON.Member("strokeWidth", .number(size)),
      ]
      if Self.isLonely(y) { mark.append(JSON.Member("point", true)) }
      if !Palette.dash(self.color).isEmpty { mark.append(JSON.Member("strokeDash", [6, 3])) }
      let shown = Thinning.indices(y, limit: Self.pointLimit).filter { x.indices.contains($0) }
      // A null breaks the line where a value cannot be shown; points in the order given, not by x.
      rows = shown.map { index in
        let isShown = scales.shows(x: x[index], y: y[index])
        return .object(
          [JSON.Member("x", .number(x[index])), JSON.Member("y", isShown ? .double(y[index]) : .null)]
            + series)
      }
      if !zip(x, x.dropFirst()).allSatisfy({ $0 <= $1 }) {
        rows = rows.enumerated().map { order, row in
          guard case .object(let members) = row else { return row }
          return .object(members + [JSON.Member("order", .int(order))])
        }
        encoding.append(JSON.Member("order", ["field": "order", "type": "quantitative"]))
      }
    case .points(let x, let y):
      mark = [
        JSON.Member("type", "circle"), JSON.Member("size", .number(max(size, 2.5) * max(size, 2.5) * 3.2)),
      ]
      if isRimmed {
        mark += [JSON.Member("stroke", "#ffffff"), JSON.Member("strokeWidth", 1.3), JSON.Member("opacity", 1)]
      }
      rows = zip(x, y).filter { scales.shows(x: $0, y: $1) }.map {
        .object([JSON.Member("x", .double($0)), JSON.Member("y", .double($1))] + series)
      }
    case .band(let x, let low, let high):
      mark = [JSON.Member("type", "area")]
      rows = x.indices.filter { low.indices.contains($0) && high.indices.contains($0) }
        .filter { scales.shows(x: x[$0], y: low[$0]) && scales.shows(x: x[$0], y: high[$0]) }
        .map {
          .object(
            [
              JSON.Member("x", .double(x[$0])), JSON.Member("y", .double(low[$0])),
              JSON.Member("y2", .double(high[$0])),
            ]
              + series)
        }
      encoding.append(JSON.Member("y2", ["field": "y2"]))
    case .bars(let from, let to, let height):
      mark = [JSON.Member("type", "rect")]
      rows = height.indices.filter { from.indices.contains($0) && to.indices.contains($0) && height[$0].isFinite }
        .map {
          .object(
            [
              JSON.Member("x", .number(from[$0])), JSON.Member("x2", .number(to[$0])),
              JSON.Member("y", .number(height[$0])), JSON.Member("y2", scales.yScale.isLog ? .null : 0),
            ] + series)
        }
      encoding += [JSON.Member("x2", ["field": "x2"]), JSON.Member("y2", ["field": "y2"])]
    case .ruleY(let value):
      mark = [JSON.Member("type", "rule"), JSON.Member("strokeDash", [5, 4])]
      rows = value.isFinite ? [.object([JSON.Member("y", .double(value))] + series)] : []
      encoding = [JSON.Member("y", scales.channel("y", isX: false))]
    case .ruleX(let value):
      mark = [JSON.Member("type", "rule"), JSON.Member("strokeDash", [5, 4])]
      rows = value.isFinite ? [.object([JSON.Member("x", .double(value))] + series)] : []
      encoding = [JSON.Member("x", scales.channel("x", isX: true))]
    case .cells(let grid): return grid.vegaLite(scales: scales)
    }
    if encoding.count >= 2 { encoding.append(JSON.Member("tooltip", scales.tooltip(series: !name.isEmpty))) }
    if opacity < 1 { mark.append(JSON.Member("opacity", .number(opacity))) }
    if name.isEmpty || legend.isEmpty {
      mark.append(JSON.Member("color", .string(color)))
    } else {
      var channel: [JSON.Member] = [
        JSON.Member("field", "series"), JSON.Member("type", "nominal"),
        JSON.Member(
          "scale",
          [
            "domain": .array(legend.map { .string($0.name) }),
            "range": .array(legend.map { .string(Palette.series($0.color)) }),
          ]),
      ]
      if !showsLegend { channel.append(JSON.Member("legend", nil)) }
      encoding.append(JSON.Member("color", .object(channel)))
      if opacity == 1 {
        encoding.append(
          JSON.Member("opacity", ["condition": ["param": .string(selection), "value": 1], "value": 0.15]))
      }
    }
    return .object([
      JSON.Member("data", ["values": .array(rows)]), JSON.Member("mark", .object(mark)),
      JSON.Member("encoding", .object(encoding)),
    ])
  }

  /// Whether a line has a value without neighbours, which only a dot can show.
  private static func isLonely(_ y: [Double]) -> Bool {
    y.indices.contains { index in
      y[index].isFinite && !(index > 0 && y[index - 1].isFinite)
        && !(index + 1 < y.count && y[index + 1].isFinite)
    }
  }
}

extension Grid {
  /// Up to this many cells are rectangles with tooltips; more become one picture.
  private static let cellLimit = 1024

  fileprivate func vegaLite(scales: VegaScales) -> JSON {
    let encoding: [JSON.Member] = [
      JSON.Member("x", scales.channel("x", isX: true)), JSON.Member("y", scales.channel("y", isX: false)),
      JSON.Member("x2", ["field": "x2"]), JSON.Member("y2", ["field": "y2"]),
    ]
    guard isComplete else { return ["data": ["values": []], "mark": "rect", "encoding": .object(encoding)] }
    var legend: JSON = .null
    if let label { legend = ["title": .string(Escaping.terminal(label)), "orient": "right"] }
    let color: JSON = [
      "field": "value", "type": "quantitative",
      "scale": [
        "domain": [.number(domain.lowerBound), .number(domain.upperBound)],
        "range": .array(colors.stops.map { .string($0.css) }), "clamp": true,
      ],
      "legend": legend,
    ]
    guard rows * columns <= Self.cellLimit else {
      let png = Base64.encode(png(flipped: !scales.y.isReversed))
      let area: [JSON.Member] = [
        JSON.Member("x", .double(x.lowerBound)), JSON.Member("x2", .double(x.upperBound)),
        JSON.Member("y", .double(y.lowerBound)), JSON.Member("y2", .double(y.upperBound)),
        JSON.Member("url", .string("data:image/png;base64,\(png)")), JSON.Member("value", .double(domain.lowerBound)),
      ]
      // A second layer, which nobody sees, brings the legend of colours.
      return [
        "data": ["values": [.object(area)]],
        "layer": [
          [
            "mark": ["type": "image", "aspect": false, "smooth": false],
            "encoding": .object(encoding + [JSON.Member("url", ["field": "url"])]),
          ],
          ["mark": ["type": "rect", "opacity": 0], "encoding": .object(encoding + [JSON.Member("color", color)])],
        ],
      ]
    }
    let cellWidth = (x.upperBound - x.lowerBound) / Double(columns)
    let cellHeight = (y.upperBound - y.lowerBound) / Double(rows)
    let cells: [JSON] = (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let (left, low) = (x.lowerBound + Double(column) * cellWidth, y.lowerBound + Double(row) * cellHeight)
        return [
          // Cells overlap by a little, else the background shines through between them.
          "x": .number(left), "x2": .number(left + cellWidth * 1.03), "y": .number(low),
          "y2": .number(low + cellHeight * 1.03),
          "value": .number(values[row * columns + column]),
        ]
      }
    }
    let rectangles: JSON = [
      "data": ["values": .array(cells)],
      "mark": ["type": "rect", "strokeWidth": 0, "clip": true],
      "encoding": .object(
        encoding + [
          JSON.Member("tooltip", ["field": "value", "type": "quantitative", "format": ".6~g"]),
          JSON.Member("color", color),
        ]),
    ]
    guard texts.count == rows * columns else { return rectangles }
    let words: [JSON] = texts.indices.map { place in
      [
        "x": .number(x.lowerBound + (Double(place % columns) + 0.5) * cellWidth),
        "y": .number(y.lowerBound + (Double(place / columns) + 0.5) * cellHeight), "text": .string(texts[place]),
        "ink": .string(colors.color(at: share(of: values[place])).ink),
      ]
    }
    return [
      "layer": [
        rectangles,
        [
          "data": ["values": .array(words)], "mark": ["type": "text", "fontSize": 11],
          "encoding": [
            "x": scales.channel("x", isX: true), "y": scales.channel("y", isX: false), "text": ["field": "text"],
            "color": ["field": "ink", "type": "nominal", "scale": nil],
          ],
        ],
      ]
    ]
  }
}
