public import Rendering

/// The training curve: the loss by epoch, with a panel for each other number that was recorded.
///
/// The loss axis is logarithmic where the loss spans more than two powers of ten.
///
/// - Parameters:
///   - history: what was recorded
///   - smoothing: 0 for the numbers as they are, up to 1 for an ever longer moving average, over the raw line in pale
///   - logY: whether the loss axis is logarithmic; nil decides by the numbers
public func plot(_ history: History, smoothing: Double = 0, logY: Bool? = nil) -> Chart {
  plot([history], smoothing: smoothing, logY: logY)
}

/// The training curves of several runs, one over the other.
public func plot(_ histories: [History], smoothing: Double = 0, logY: Bool? = nil) -> Chart {
  var names: [String] = []
  for series in histories.flatMap(\.series) where !names.contains(series.name) { names.append(series.name) }
  if names.isEmpty { names = [History.lossName] }
  let panels = names.map { name -> Panel in
    let isLoss = name == History.lossName
    var layers: [Layer] = []
    var all: [Double] = []
    for (run, history) in histories.enumerated() {
      let values = history.values(of: name)
      guard !values.isEmpty else { continue }
      let epochs = history.epochs.map { Double($0) }
      all += values
      let label = histories.count > 1 ? (history.name.isEmpty ? "run \(run + 1)" : history.name) : ""
      if smoothing > 0 {
        layers.append(Layer(.line(x: epochs, y: values), color: run, opacity: 0.3, size: 1))
        layers.append(Layer(.line(x: epochs, y: smooth(values, by: smoothing)), name: label, color: run))
      } else {
        layers.append(Layer(.line(x: epochs, y: values), name: label, color: run))
      }
    }
    let isLog = isLoss ? logY ?? spansDecades(all) : name == History.gradientName && spansDecades(all)
    return Panel(
      title: names.count > 1 ? name : "", x: Axis("epoch"),
      y: Axis(names.count > 1 ? "" : name, scale: isLog ? .log : .linear, includesZero: isLoss && !isLog),
      layers: layers, width: names.count > 1 ? 300 : 480, height: names.count > 1 ? 190 : 260)
  }
  let isEmpty = histories.allSatisfy { $0.count == 0 }
  let title =
    histories.count == 1 && !histories[0].name.isEmpty ? "Training curve of \(histories[0].name)" : "Training curve"
  var chart = Chart(title: title, panels: panels, columns: min(panels.count, 2))
  if isEmpty { chart.notes = ["no records: call record(epoch: epoch, loss: loss) in the training loop"] }
  return chart
}

/// The mean loss of runs that differ in their seed, in a band of one deviation to both sides.
///
/// Only epochs that every run has are shown.
public func plotMean(_ histories: [History], logY: Bool? = nil) -> Chart {
  let count = histories.map(\.count).min() ?? 0
  guard let first = histories.first, count > 0 else { return plot(histories, logY: logY) }
  let epochs = first.epochs.prefix(count).map { Double($0) }
  var (mean, low, high): ([Double], [Double], [Double]) = ([], [], [])
  for place in 0..<count {
    let digest = Digest(histories.map { $0.losses[place] }, bins: 1)
    // The deviation of a sample, as the runs are one.
    let runs = Double(digest.finite)
    let deviation = runs > 1 ? digest.deviation * (runs / (runs - 1)).squareRoot() : 0
    mean.append(digest.mean)
    low.append(max(digest.mean - deviation, digest.minimum))
    high.append(digest.mean + deviation)
  }
  let isLog = logY ?? spansDecades(mean)
  var chart = Chart(
    title: "Mean of \(histories.count) runs",
    panels: [
      Panel(
        x: Axis("epoch"), y: Axis("loss", scale: isLog ? .log : .linear, includesZero: !isLog),
        layers: [
          Layer(.band(x: epochs, low: low, high: high), opacity: 0.25), Layer(.line(x: epochs, y: mean), name: "mean"),
        ])
    ])
  chart.notes = ["the band is one deviation of the runs to both sides, not below the lowest of them"]
  return chart
}

/// A line through numbers, at 0, 1, 2, …
public func plot(_ y: [Double], name: String = "") -> Chart { Chart().line(y, name: name) }

/// A line through points.
public func plot(_ x: [Double], _ y: [Double], name: String = "") -> Chart { Chart().line(x, y, name: name) }

/// Whether positive numbers span more than two powers of ten, and there are no others.
private func spansDecades(_ values: [Double]) -> Bool {
  let finite = values.filter(\.isFinite)
  guard let low = finite.min(), let high = finite.max(), low > 0 else { return false }
  return high / low > 100
}

/// The exponential moving average, corrected for its start; NaN and infinity are skipped.
private func smooth(_ values: [Double], by weight: Double) -> [Double] {
  let weight = min(max(weight, 0), 0.9999)
  var average = 0.0
  var mass = 0.0
  return values.map { value in
    guard value.isFinite else { return value }
    average = weight * average + (1 - weight) * value
    mass = weight * mass + (1 - weight)
    return average / mass
  }
}
