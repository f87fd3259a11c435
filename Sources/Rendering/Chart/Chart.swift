/// A chart: one or more panels, each with two axes and layers of marks.
///
/// As a cell's result it is a Vega-Lite chart, which front ends draw with tooltips, an SVG, a PNG, and a drawing in
/// characters for terminals.
///
/// ```swift
/// Chart(title: "squares", x: "n", y: "n²").line([1, 2, 3], [1, 4, 9], name: "n²")
/// ```
public struct Chart: Displayable, Sendable {
  package var title: String
  package var panels: [Panel]
  /// How many panels stand side by side.
  package var columns: Int
  /// Lines under the chart: how to read it, what was left out.
  package var notes: [String] = []

  package init(title: String = "", panels: [Panel], columns: Int = 1) {
    self.title = title
    self.panels = panels
    self.columns = max(columns, 1)
  }

  /// An empty chart with one panel, to which `line`, `points` and `bars` add.
  ///
  /// - Parameters:
  ///   - title: what stands above the chart
  ///   - x: the name of the horizontal axis
  ///   - y: the name of the vertical axis
  ///   - logX: whether the horizontal axis is logarithmic; values that are not positive are then left out
  ///   - logY: whether the vertical axis is logarithmic
  public init(title: String = "", x: String = "", y: String = "", logX: Bool = false, logY: Bool = false) {
    self.init(
      title: title,
      panels: [Panel(x: Axis(x, scale: logX ? .log : .linear), y: Axis(y, scale: logY ? .log : .linear))])
  }

  /// The chart with a line through points; NaN and infinity break the line.
  public func line(_ x: [Double], _ y: [Double], name: String = "") -> Chart {
    adding(Layer(.line(x: x, y: y), name: name))
  }

  /// The chart with a line through values at 0, 1, 2, …
  public func line(_ y: [Double], name: String = "") -> Chart {
    line(y.indices.map { Double($0) }, y, name: name)
  }

  /// The chart with a dot at each point.
  public func points(_ x: [Double], _ y: [Double], name: String = "") -> Chart {
    adding(Layer(.points(x: x, y: y), name: name))
  }

  /// The chart with a bar from zero to each value, at 0, 1, 2, …
  public func bars(_ values: [Double], name: String = "") -> Chart {
    var copy = adding(
      Layer(
        .bars(
          from: values.indices.map { Double($0) - 0.4 }, to: values.indices.map { Double($0) + 0.4 }, height: values),
        name: name))
    if copy.panels[copy.panels.count - 1].layers.count == 1 {
      copy.panels[copy.panels.count - 1].x.scale = .category(values.indices.map { String($0) })
    }
    return copy
  }

  private func adding(_ layer: Layer) -> Chart {
    var copy = self
    var layer = layer
    layer.color = copy.panels.last?.layers.count ?? 0
    if copy.panels.isEmpty { copy.panels = [Panel()] }
    copy.panels[copy.panels.count - 1].layers.append(layer)
    return copy
  }

  public var bundle: MIMEBundle {
    MIMEBundle(text: text).adding(.vegaLite, vegaLite).adding(drawing: drawing)
  }

  /// The chart as SVG with its text.
  package var drawing: Drawing { Drawing(svg: svg, text: text) }
}

/// One plot of a chart.
package struct Panel: Sendable {
  package var title: String
  package var x: Axis
  package var y: Axis
  package var layers: [Layer]
  /// The size of the plot without axes and titles, in CSS pixels.
  package var width: Double
  package var height: Double

  package init(
    title: String = "", x: Axis = Axis(""), y: Axis = Axis(""), layers: [Layer] = [], width: Double = 480,
    height: Double = 260
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.layers = layers
    self.width = width
    self.height = height
  }

  /// The layers that a legend lists: those with a name, once for each name.
  package var legend: [Layer] {
    var names: Set<String> = []
    return layers.filter { !$0.name.isEmpty && names.insert($0.name).inserted }
  }
}

/// An axis of a panel.
package struct Axis: Sendable {
  package var label: String
  package var scale: Kind
  /// The values at the axis' ends; nil: those of the data.
  package var domain: ClosedRange<Double>?
  /// Whether the axis runs the other way: rows of a matrix from top to bottom.
  package var isReversed: Bool
  /// Whether zero belongs to the axis in any case.
  package var includesZero: Bool
  /// Whether the axis is left out: pictures.
  package var isHidden: Bool
  /// Whether it counts, so that there is nothing between 1 and 2: rows of a matrix.
  package var isWhole: Bool

  package enum Kind: Sendable, Equatable {
    case linear
    case log
    /// Names at 0, 1, 2, …
    case category([String])
  }

  package init(
    _ label: String, scale: Kind = .linear, domain: ClosedRange<Double>? = nil, isReversed: Bool = false,
    includesZero: Bool = false, isHidden: Bool = false, isWhole: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
    self.isReversed = isReversed
    self.includesZero = includesZero
    self.isHidden = isHidden
    self.isWhole = isWhole
  }
}

/// Marks of one kind in a panel.
package struct Layer: Sendable {
  package var mark: Mark
  /// The name in the legend; layers without one are not listed.
  package var name: String
  /// The place in the palette.
  package var color: Int
  package var opacity: Double
  /// The width of a line or the radius of a dot, in CSS pixels.
  package var size: Double
  /// Whether dots have a white rim, to be seen on a coloured ground.
  package var isRimmed = false

  package init(
    _ mark: Mark, name: String = "", color: Int = 0, opacity: Double = 1, size: Double = 2, isRimmed: Bool = false
  ) {
    self.isRimmed = isRimmed
    self.mark = mark
    self.name = name
    self.color = color
    self.opacity = opacity
    self.size = size
  }
}

package enum Mark: Sendable {
  case line(x: [Double], y: [Double])
  case points(x: [Double], y: [Double])
  /// The area between two curves.
  case band(x: [Double], low: [Double], high: [Double])
  /// Rectangles from zero.
  case bars(from: [Double], to: [Double], height: [Double])
  /// A dashed line across the panel, at a value of y or of x.
  case ruleY(Double)
  case ruleX(Double)
  case cells(Grid)
}

/// A matrix of numbers shown as colours.
package struct Grid: Sendable {
  package var rows: Int
  package var columns: Int
  /// Row by row, the first at the lower end of the y axis.
  package var values: [Double]
  /// What the outer edges of the cells are on the axes.
  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>
  package var colors: Colormap
  /// The values of the first and the last colour.
  package var domain: ClosedRange<Double>
  /// What the values are, in the legend of colours; nil: no legend.
  package var label: String?
  /// Texts inside the cells, or none.
  package var texts: [String]

  /// - Parameter domain: nil takes the range of the finite values, symmetric around zero for diverging colours.
  package init(
    rows: Int, columns: Int, values: [Double], x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil,
    colors: Colormap, domain: ClosedRange<Double>? = nil, label: String? = nil, texts: [String] = []
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.x = x ?? -0.5...max(Double(columns) - 0.5, 0.5)
    self.y = y ?? -0.5...max(Double(rows) - 0.5, 0.5)
    self.colors = colors
    self.domain = domain ?? colors.domain(of: values)
    self.label = label
    self.texts = texts
  }
}
