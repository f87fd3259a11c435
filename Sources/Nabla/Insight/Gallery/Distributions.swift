public import Rendering

/// How often values of a tensor lie where: a histogram over equal parts between its least and greatest finite value.
public func histogram(_ x: Tensor, bins: Int = 30) -> Chart {
  let digest = Digest(x.node, bins: Swift.min(Swift.max(bins, 1), 1000))
  let name = x.label ?? "value"
  var chart = Chart(
    title: "Histogram of \(x.label ?? "\(x.shape)")",
    panels: [Panel(x: Axis(name), y: Axis("count", includesZero: true))])
  guard digest.finite > 0 else {
    chart.notes = ["no finite values"]
    return chart
  }
  let width = digest.maximum > digest.minimum ? (digest.maximum - digest.minimum) / Double(digest.histogram.count) : 1
  let starts = digest.histogram.indices.map { digest.minimum + Double($0) * width }
  chart.panels[0].layers = [
    Layer(.bars(from: starts, to: starts.map { $0 + width }, height: digest.histogram.map { Double($0) }))
  ]
  var notes = [
    "\(NumberFormat.count(digest.count, of: "value")), mean \(NumberFormat.short(digest.mean)), "
      + "deviation \(NumberFormat.short(digest.deviation))"
  ]
  if digest.nans + digest.infinities > 0 {
    notes.append("\(NumberFormat.count(digest.nans + digest.infinities)) not finite, left out")
  }
  chart.notes = notes
  return chart
}

/// A tensor as colours: a row for each of its rows. Values on both sides of zero are blue and orange around white.
///
/// A tensor of more dimensions is shown as a matrix of its last one; one of many elements is averaged into at most
/// 512 by 512 cells.
public func heatmap(_ x: Tensor, title: String = "") -> Chart {
  let columns = x.shape.last ?? 1
  let rows = columns > 0 ? x.count / columns : 0
  var chart = Chart(title: title.isEmpty ? x.label ?? "" : title, panels: [])
  guard rows > 0, columns > 0, !x.node.isValueReleased else {
    chart.notes = ["no elements"]
    return chart
  }
  let (height, width) = (Swift.min(rows, 512), Swift.min(columns, 512))
  let values = x.node.cellMeans(rows: height, columns: width)
  let isSigned = values.contains { $0 < 0 }
  let grid = Grid(
    rows: height, columns: width, values: values, x: -0.5...Double(columns) - 0.5, y: -0.5...Double(rows) - 0.5,
    colors: isSigned ? .diverging : .sequential, label: "",
    texts: rows * columns <= 64 ? values.map { NumberFormat.short($0, digits: 3) } : [])
  // Cells are square where that gives a picture of a usual size.
  let side = Swift.min(Swift.max(360 / Double(Swift.max(rows, columns)), 1), 44)
  chart.panels = [
    Panel(
      x: Axis("column", domain: grid.x, isWhole: true),
      y: Axis("row", domain: grid.y, isReversed: true, isWhole: true),
      layers: [Layer(.cells(grid))],
      width: Swift.max(side * Double(columns), 60), height: Swift.max(side * Double(rows), 40))
  ]
  if height < rows || width < columns {
    chart.notes = ["\(rows) × \(columns), averaged into \(height) × \(width) cells"]
  }
  return chart
}

extension Node {
  /// A matrix of the last dimension, averaged into cells row by row.
  func cellMeans(rows height: Int, columns width: Int) -> [Double] {
    let columns = shape.array.last ?? 1
    let rows = columns > 0 ? count / columns : 0
    guard height > 0, width > 0, height <= rows, width <= columns else { return [] }
    return (0..<height).flatMap { row in
      (0..<width).map { column in
        mean(
          rows: row * rows / height..<(row + 1) * rows / height,
          columns: column * columns / width..<(column + 1) * columns / width, width: columns)
      }
    }
  }

  /// The mean of a rectangle of a matrix.
  private func mean(rows: Range<Int>, columns: Range<Int>, width: Int) -> Double {
    // Of a large rectangle a few elements stand for all, else a matrix of 10⁸ would keep us.
    let rowStep = Swift.max(rows.count / 4, 1)
    let columnStep = Swift.max(columns.count / 4, 1)
    var (sum, count) = (0.0, 0.0)
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: rowStep) {
      for column in stride(from: columns.lowerBound, to: columns.upperBound, by: columnStep) {
        sum += element(atRow: row * width + column)
        count += 1
      }
    }
    return count > 0 ? sum / count : .nan
  }
}

/// How often each class was taken for which: rows are the true classes, columns the predicted ones.
///
/// - Parameters:
///   - predicted: class numbers, [n], or a score for each class, [n, classes], of which the greatest counts
///   - target: the true class numbers, [n]
///   - classes: the names of the classes
public func confusionMatrix(_ predicted: Tensor, _ target: Tensor, classes: [String] = []) -> Chart {
  let guesses = (predicted.rank == 2 && (predicted.shape.last ?? 1) > 1 ? predicted.argmax(dim: 1) : predicted)
    .toArray()
  let truths = target.toArray()
  guard guesses.count == truths.count, !truths.isEmpty else {
    Failure.report(.countsDiffer("confusionMatrix", guesses.count, truths.count))
    return Chart()
  }
  guard let most = (guesses + truths).max(), (guesses + truths).allSatisfy({ $0 >= 0 && $0 == $0.rounded() }),
    most < 200
  else {
    Failure.report(.classNumbers("confusionMatrix"))
    return Chart()
  }
  let count = Swift.max(Int(most) + 1, classes.count)
  var counts = [Double](repeating: 0, count: count * count)
  for (guess, truth) in zip(guesses, truths) { counts[Int(truth) * count + Int(guess)] += 1 }
  let names = (0..<count).map { classes.indices.contains($0) ? classes[$0] : String($0) }
  let right = (0..<count).reduce(0) { $0 + counts[$1 * count + $1] }
  let side = Swift.min(Swift.max(Double(count) * 36, 120), 420)
  var chart = Chart(
    title: "Confusion matrix",
    panels: [
      Panel(
        x: Axis("predicted", scale: .category(names)), y: Axis("true", scale: .category(names), isReversed: true),
        layers: [
          Layer(
            .cells(
              Grid(
                rows: count, columns: count, values: counts, colors: .sequential,
                texts: count <= 20 ? counts.map { NumberFormat.short($0) } : [])))
        ], width: side, height: side)
    ])
  chart.notes = [
    "\(NumberFormat.short(right)) of \(NumberFormat.count(truths.count)) right: "
      + NumberFormat.percent(right / Double(truths.count))
  ]
  return chart
}
