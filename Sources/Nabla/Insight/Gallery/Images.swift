public import Rendering

/// Pictures side by side, black for the least and white for the greatest value of each.
///
/// - Parameters:
///   - x: [n, height, width], [n, 1, height, width], one picture [height, width], or [n, side²] for square ones
///   - labels: a word above each
///   - columns: how many stand side by side; 0 chooses
public func images(_ x: Tensor, labels: [String] = [], columns: Int = 0) -> Chart {
  let shape = x.shape
  let (count, height, width): (Int, Int, Int)
  switch shape.count {
  case 4 where shape[1] == 1: (count, height, width) = (shape[0], shape[2], shape[3])
  case 3: (count, height, width) = (shape[0], shape[1], shape[2])
  case 2:
    let side = Int(Double(shape[1]).squareRoot().rounded())
    (count, height, width) = side * side == shape[1] && side > 1 ? (shape[0], side, side) : (1, shape[0], shape[1])
  default:
    Failure.report(.imageShape(x.node.shape))
    return Chart()
  }
  guard height > 0, width > 0, count > 0 else { return Chart() }
  let limit = 100
  let shown = Swift.min(count, limit)
  let size = Swift.min(Swift.max(Double(Swift.max(height, width)), 64), 240)
  let panels = (0..<shown).map { index -> Panel in
    let values = (0..<height * width).map { x.node.element(atRow: index * height * width + $0) }
    let grid = Grid(rows: height, columns: width, values: values, colors: .gray)
    return Panel(
      title: labels.indices.contains(index) ? labels[index] : "",
      x: Axis("", domain: grid.x, isHidden: true), y: Axis("", domain: grid.y, isReversed: true, isHidden: true),
      layers: [Layer(.cells(grid))], width: size * Double(width) / Double(Swift.max(height, width)),
      height: size * Double(height) / Double(Swift.max(height, width)))
  }
  let across = columns > 0 ? columns : Swift.min(shown, Swift.max(Int(640 / (size + 20)), 1))
  var chart = Chart(panels: panels, columns: across)
  if count > shown { chart.notes = ["\(shown) of \(NumberFormat.count(count)) pictures shown"] }
  return chart
}
