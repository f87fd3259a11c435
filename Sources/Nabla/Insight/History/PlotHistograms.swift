public import Rendering

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How the activations of each layer and the gradients that come back to them lie, over the time of training: a column
/// for each epoch, the brighter the more values lie there.
///
/// On the left the values; on the right the decimal logarithm of the gradients' sizes, on one axis for all layers, so
/// that a gradient which vanishes towards the first layer is seen to sink. The history must have been recorded with
/// `trace: true`:
///
/// ```swift
/// history.record(epoch: epoch, loss: loss, trace: true)
/// …
/// plotHistograms(history)
/// ```
///
/// - Parameters:
///   - history: what was recorded
///   - limit: the most layers that are shown; of more, ones evenly apart
public func plotHistograms(_ history: History, limit: Int = 6) -> Chart {
  var chart = Chart(title: "Activations and gradients over time", panels: [], columns: 2)
  let records = history.traces.stations
  guard let last = records.last, !last.stations.isEmpty else {
    chart.notes = [
      history.traces.isEmpty
        ? "no traces: record with history.record(epoch: epoch, loss: loss, trace: true)"
        : "no layers and no named tensors on the way to the loss"
    ]
    return chart
  }
  let count = last.stations.count
  let shown = Swift.min(Swift.max(limit, 1), count, 50)
  let places = (0..<shown).map { shown > 1 ? $0 * (count - 1) / (shown - 1) : 0 }
  let gradients = range(of: places.flatMap { place in records.map { $0.stations[safe: place]?.gradients } })
  for place in places {
    let station = last.stations[place]
    let values = records.map { $0.stations[safe: place]?.values }
    let backward = records.map { $0.stations[safe: place]?.gradients }
    let epochs = records.map(\.epoch)
    chart.panels.append(panel(station.title, "value", values, epochs: epochs, range: range(of: values)))
    chart.panels.append(
      panel("∂L/∂\(station.symbol)", "log₁₀ size", backward, epochs: epochs, range: gradients))
  }
  if shown < count { chart.notes = ["\(shown) of \(count) layers shown: limit: \(count) shows all"] }
  if last.stations.allSatisfy({ $0.gradients.count == 0 }) {
    chart.notes.append("no gradients: call backward() before record")
  }
  return chart
}

/// The cells of a picture of distributions over time.
private let rowCount = 36
private let columnLimit = 80

/// The ends of all values.
private func range(of digests: [Digest?]) -> ClosedRange<Double> {
  let known = digests.compactMap { $0 }.filter { $0.finite > 0 }
  guard let low = known.map(\.minimum).min(), let high = known.map(\.maximum).max() else { return 0...1 }
  return low < high ? low...high : low - 0.5...high + 0.5
}

private func panel(
  _ title: String, _ label: String, _ digests: [Digest?], epochs: [Int], range: ClosedRange<Double>
) -> Panel {
  let columns = Swift.min(digests.count, columnLimit)
  var values = [Double](repeating: 0, count: rowCount * columns)
  for column in 0..<columns {
    let place = column * digests.count / columns
    guard let digest = digests[place], digest.finite > 0 else { continue }
    let density = spread(digest, over: range)
    // Of a column the fullest cell is the brightest; the root lifts what is rare enough to be overlooked.
    let top = density.max() ?? 0
    for row in 0..<rowCount where top > 0 { values[row * columns + column] = (density[row] / top).squareRoot() }
  }
  let (first, last) = (Double(epochs.first ?? 0), Double(epochs.last ?? 0))
  let half = last > first ? (last - first) / Double(Swift.max(columns - 1, 1)) / 2 : 0.5
  let grid = Grid(
    rows: rowCount, columns: columns, values: values, x: (first - half)...(last + half), y: range,
    colors: .sequential, domain: 0...1)
  return Panel(
    title: title, x: Axis("epoch", domain: grid.x), y: Axis(label, domain: range), layers: [Layer(.cells(grid))],
    width: 260, height: 130)
}

/// A histogram with other bins: each count is spread evenly over the cells that its own bin covers.
private func spread(_ digest: Digest, over range: ClosedRange<Double>) -> [Double] {
  var density = [Double](repeating: 0, count: rowCount)
  let cell = (range.upperBound - range.lowerBound) / Double(rowCount)
  let bin = (digest.maximum - digest.minimum) / Double(Swift.max(digest.histogram.count, 1))
  func place(_ value: Double) -> Double {
    Swift.min(Swift.max((value - range.lowerBound) / cell, 0), Double(rowCount) - 1e-9)
  }
  guard cell > 0, cell.isFinite, bin.isFinite else { return density }
  for (index, count) in digest.histogram.enumerated() where count > 0 {
    let low = place(digest.minimum + Double(index) * bin)
    let high = place(digest.minimum + Double(index + 1) * bin)
    for row in Int(low)...Swift.max(Int(high), Int(low)) {
      let covered = Swift.min(high, Double(row + 1)) - Swift.max(low, Double(row))
      let share = high > low ? covered / (high - low) : 1
      density[row] += Double(count) * Swift.max(share, 0)
    }
  }
  return density
}

/// −∞ for zero, which counts as not finite.
func decimalLogarithm(_ value: Double) -> Double { log10(value) }

extension [Trace.Station] {
  /// A program may change its layers while it trains.
  fileprivate subscript(safe index: Int) -> Trace.Station? { indices.contains(index) ? self[index] : nil }
}
