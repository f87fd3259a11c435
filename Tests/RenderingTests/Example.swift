import Glibc
import Synchronization
import Testing

@testable import Rendering

/// One value for every renderer and every case in which it draws something else.
struct Example: CustomTestStringConvertible, Sendable {
  var name: String
  var make: @Sendable () -> any Displayable
  var testDescription: String { name }

  /// The bundle of an example, made once for all tests that look at it.
  var bundle: MIMEBundle {
    Self.bundles.withLock { bundles in
      if let bundle = bundles[name] { return bundle }
      let bundle = make().bundle
      bundles[name] = bundle
      return bundle
    }
  }

  private static let bundles = Mutex<[String: MIMEBundle]>([:])

  static let all: [Example] =
    tables + charts + diagrams + derivations + displays + InsightExamples.all

  static let tables: [Example] = [
    Example(name: "table-numbers") {
      Table(
        ["epoch", "loss", "accuracy"],
        rows: [[1, 0.693147, 0.5], [100, 0.0512, 0.97], [200, 3e-7, 1], [300, .nan, 1], [400, .infinity, 0]],
        caption: "Loss")
    },
    Example(name: "table-long") { Table(["n", "square"], rows: (0..<10_000).map { [Double($0), Double($0 * $0)] }) },
    Example(name: "table-hostile") {
      Table(
        ["<script>alert(1)</script>", "tên & lớp"],
        rows: [
          ["</td><img src=x onerror=alert(1)>", "\u{1B}[31mred\u{0}"], ["漢字", "\"quoted\" 'text'"], ["only one"],
        ],
        caption: "<b>not bold</b>")
    },
    Example(name: "table-heat") {
      Table(
        caption: "w, [2, 3]",
        columns: (0..<3).map { column in
          Column(
            "\(column)",
            cells: (0..<2).map { row in
              let value = Double(row * 3 + column) - 2.5
              return Cell(NumberFormat.short(value), tone: column == 2 ? .bad : .plain, shade: value / 2.5)
            }, alignment: .right)
        }, notes: ["float32, 6 values"])
    },
    Example(name: "table-pictures") {
      var cell = Cell("")
      let grid = Grid(rows: 2, columns: 3, values: [-1, 0, 1, .nan, 0.5, -0.5], colors: .diverging)
      cell.picture = Cell.Picture(grid, words: "a map of <w>")
      return Table(columns: [Column("name", words: ["w", "b"]), Column("map", cells: [cell, Cell("")])])
    },
    Example(name: "table-empty") { Table([String](), rows: [[Double]]()) },
  ]

  static let charts: [Example] = [
    Example(name: "chart-curve") {
      let epochs = (1...200).map { Double($0) }
      return Chart(title: "Loss", x: "epoch", y: "loss").line(epochs, epochs.map { 0.7 * exp(-$0 / 40) + 0.01 })
    },
    Example(name: "chart-log") {
      let epochs = (1...2000).map { Double($0) }
      return Chart(title: "Training and validation", x: "epoch", y: "loss", logY: true)
        .line(epochs, epochs.map { exp(-$0 / 200) + 1e-4 * (2 + sin($0 / 3)) }, name: "training")
        .line(epochs, epochs.map { 1.3 * exp(-$0 / 260) + 0.003 + 2e-9 * $0 * $0 }, name: "validation")
    },
    Example(name: "chart-series") {
      let x = (0..<60).map { Double($0) / 10 }
      return (0..<10).reduce(Chart(title: "Ten series", x: "x", y: "y")) { chart, index in
        chart.line(x, x.map { sin($0 + Double(index) / 3) + Double(index) / 4 }, name: "series \(index + 1)")
      }
    },
    Example(name: "chart-gaps") {
      Chart(title: "NaN breaks the line", x: "step", y: "value")
        .line([0, 1, 2, 3, 4, 5, 6, 7], [1, 2, .nan, 4, .infinity, 3, 2, 2.5])
    },
    Example(name: "chart-points") {
      let angles = (0..<80).map { Double($0) * 0.39 }
      return Chart(title: "Two classes", x: "x₀", y: "x₁")
        .points(angles.map { cos($0) * (1 + $0 / 40) }, angles.map { sin($0) * (1 + $0 / 40) }, name: "inner")
        .points(angles.map { 3 * cos($0) + $0 / 90 }, angles.map { 3 * sin($0) }, name: "outer")
    },
    Example(name: "chart-bars") { Chart(title: "Bars", x: "class", y: "count").bars([3, 9, -2, 0, 12.5, 7]) },
    Example(name: "chart-band") {
      let x = (1...50).map { Double($0) }
      let mean = x.map { 1 / $0 }
      return Chart(
        title: "Mean of five seeds",
        panels: [
          Panel(
            x: Axis("epoch"), y: Axis("loss", includesZero: true),
            layers: [
              Layer(.band(x: x, low: mean.map { $0 * 0.6 }, high: mean.map { $0 * 1.5 }), opacity: 0.2),
              Layer(.line(x: x, y: mean), name: "mean"), Layer(.ruleY(0.2), name: "target", color: 1, size: 1.5),
            ])
        ])
    },
    Example(name: "chart-panels") {
      let x = (0..<40).map { Double($0) }
      return Chart(
        title: "Panels",
        panels: (0..<4).map { index in
          Panel(
            title: "panel \(index + 1)", x: Axis("step"), y: Axis("value", scale: index == 3 ? .log : .linear),
            layers: [Layer(.line(x: x, y: x.map { pow($0, Double(index)) }), color: index)], width: 260, height: 140)
        }, columns: 2)
    },
    Example(name: "chart-heat") {
      let names = ["0", "1", "2", "cat", "dog"]
      let values: [Double] = (0..<25).map { (place: Int) -> Double in
        place % 6 == 0 ? 20 + Double(place) : Double(place % 4)
      }
      return Chart(
        title: "Confusion",
        panels: [
          Panel(
            x: Axis("predicted", scale: .category(names)), y: Axis("true", scale: .category(names), isReversed: true),
            layers: [
              Layer(
                .cells(
                  Grid(
                    rows: 5, columns: 5, values: values, colors: .sequential, label: "count",
                    texts: values.map { NumberFormat.short($0) })))
            ], width: 240, height: 240)
        ])
    },
    Example(name: "chart-field") {
      let side = 48
      let values = (0..<side * side).map { place in
        let (x, y) = (Double(place % side) / 24 - 1, Double(place / side) / 24 - 1)
        return x * x - y * y * 0.8 + 0.3 * x
      }
      return Chart(
        title: "A field of 48 × 48",
        panels: [
          Panel(
            x: Axis("x"), y: Axis("y"),
            layers: [
              Layer(
                .cells(
                  Grid(rows: side, columns: side, values: values, x: -1...1, y: -1...1, colors: .diverging, label: "f"))
              ),
              Layer(.points(x: [-0.5, 0.5, 0.9], y: [0.5, -0.5, 0.9]), color: 2, size: 4),
            ], width: 280, height: 280)
        ])
    },
    Example(name: "chart-hostile") {
      Chart(title: "</svg><script>alert(1)</script>", x: "\"x\" & 'y'", y: "\u{7}bell")
        .line([5e-300, 1e308, -1e308], [.nan, .nan, .nan], name: "<b>")
        .line([0, 0, 0], [5, 5, 5], name: "flat")
    },
    Example(name: "chart-empty") { Chart(title: "Nothing yet", x: "epoch", y: "loss", logY: true) },
  ]

  static let diagrams: [Example] = [
    Example(name: "diagram-small") { neuron },
    Example(name: "diagram-active") {
      var diagram = neuron
      diagram.title = "step 2: backward through σ"
      diagram.flow = .right
      for index in diagram.nodes.indices { diagram.nodes[index].emphasis = index == 4 ? .active : .dim }
      for index in diagram.edges.indices { diagram.edges[index].isActive = diagram.edges[index].from == 4 }
      return diagram
    },
    Example(name: "diagram-hostile") {
      Diagram(
        title: "\"]; digraph {<x>",
        nodes: [Node("</svg><script>", details: ["\u{1B}[31m", "\"]; n1"]), Node("\n & '")],
        edges: [Edge(0, 1), Edge(1, 7)])
    },
    Example(name: "diagram-empty") { Diagram(title: "no nodes", nodes: [], edges: []) },
  ]

  static let neuron = Diagram(
    title: "One neuron",
    nodes: [
      Node("x", details: ["[2]", "2, 3"], kind: .input),
      Node("w", details: ["[2]", "0.5, -0.25", "∂L 0.18, 0.27"], kind: .parameter),
      Node("b", details: ["0.1", "∂L 0.09"], kind: .parameter),
      Node("dot + bias", details: ["z = 0.35"]), Node("sigmoid", details: ["a = 0.5866"]),
      Node("mseLoss", details: ["L = 0.1709"], kind: .result),
    ], edges: [Edge(0, 3), Edge(1, 3), Edge(2, 3), Edge(3, 4), Edge(4, 5)],
    groups: [Group("neuron", nodes: [1, 2, 3, 4])], notes: ["∂L: the gradient of the loss"])

  static let derivations: [Example] = [
    Example(name: "derivation-three-factors") {
      Derivation([
        .heading("∂L/∂w₁, one row"),
        .paragraph("The chain rule as three factors; 50% of the error & more, by $x_1$."),
        .aligned([
          .init(
            latex:
              "\\frac{\\partial L}{\\partial w_1} &= \\frac{\\partial L}{\\partial a}\\frac{\\partial a}{\\partial z}"
              + "\\frac{\\partial z}{\\partial w_1}",
            text: "∂L/∂w₁ = ∂L/∂a · ∂a/∂z · ∂z/∂w₁"),
          .init(latex: "&= -0.8268 \\cdot 0.2425 \\cdot 2 = -0.401", text: "       = -0.8268 · 0.2425 · 2 = -0.401"),
        ]),
        .table(Table(["row", "gradient"], rows: [[0, -0.401], [1, 0.22]], caption: "by row")),
      ])
    },
    Example(name: "frames") {
      Frames(
        title: "Backward, step by step",
        frames: [
          .init(title: "∂L/∂L = 1", lines: ["the walk begins at the loss"]),
          .init(
            title: "through <mseLoss>", lines: ["∂L/∂a = 2(a − y) = -0.8268"],
            table: Table(["a", "y"], rows: [[0.5866, 1]])),
        ])
    },
  ]

  static let displays: [Example] = [
    Example(name: "html") { HTML("<p>one &lt; two</p><table><tr><td>a</td><td>b</td></tr></table>") },
    Example(name: "svg-hostile") { Drawing(svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>") },
  ]
}
