public import Rendering

/// What happened during training, epoch by epoch: the loss, the size of the gradient, and any other number.
///
/// ```swift
/// let history = History()
/// for epoch in 1...2000 {
///   …
///   history.record(epoch: epoch, loss: loss, model: model)
/// }
/// history          // the loss table
/// plot(history)    // the training curve
/// ```
///
/// As a cell's result it is a table. A long run is thinned there, and never in the numbers.
public final class History: Displayable {
  /// What the run is called in curves that show several.
  public let name: String
  /// The epochs, in the order recorded.
  public private(set) var epochs: [Int] = []
  /// The recorded numbers: one series for each name, as long as `epochs`, NaN where none was given.
  package private(set) var series: [Series] = []
  /// A sum over the bits of all parameters at each record, with which two runs are compared.
  package private(set) var fingerprints: [UInt64] = []
  /// What the operations of each record gave and got, where it was asked for.
  package private(set) var traces = Traces()
  /// The display that shows the curve while training.
  private var liveID: String?

  package struct Series {
    package var name: String
    package var values: [Double]
  }

  /// The names of the series that every record has.
  package static let lossName = "loss"
  package static let gradientName = "‖gradient‖"
  package static let rateName = "lr"

  /// An empty history.
  ///
  /// - Parameter name: what the run is called in curves that show several
  public init(_ name: String = "") { self.name = name }

  /// Adds one epoch.
  ///
  /// - Parameters:
  ///   - epoch: its number
  ///   - loss: the loss, a tensor of one element; of a larger one the mean is taken
  ///   - model: whose gradient's norm to record: the root of the sum of squares over all parameters
  ///   - lr: the learning rate
  ///   - metrics: other numbers by name, `["accuracy": 0.97]`
  ///   - trace: whether to keep also what every operation on the way to the loss gave and which gradient it got: for
  ///     `compare`, which then names the first operation that differs, and for `plotHistograms`. Call `backward()`
  ///     before; it costs about as much time as the step itself.
  public func record(
    epoch: Int, loss: Tensor, model: (any Module)? = nil, lr: Double? = nil, metrics: [String: Double] = [:],
    trace: Bool = false
  ) {
    if trace { traces.add(Trace(of: loss), at: epochs.count, epoch: epoch) }
    let value = loss.count == 1 ? loss.item() : noGrad { loss.mean() }.item()
    record(epoch: epoch, loss: value, model: model, lr: lr, metrics: metrics)
  }

  /// Adds one epoch, with its loss as a number.
  public func record(
    epoch: Int, loss: Double, model: (any Module)? = nil, lr: Double? = nil, metrics: [String: Double] = [:]
  ) {
    epochs.append(epoch)
    add(Self.lossName, loss)
    if let model {
      let parameters = model.parameters
      add(Self.gradientName, gradientNorm(of: parameters))
      fingerprints.append(parameters.reduce(0) { $0 &* 31 &+ $1.node.fingerprint })
    } else {
      fingerprints.append(0)
    }
    if let lr { add(Self.rateName, lr) }
    for (name, value) in metrics.sorted(by: { $0.key < $1.key }) { add(name, value) }
    for index in series.indices where series[index].values.count < epochs.count { series[index].values.append(.nan) }
    if let liveID { Output.update(LiveCurve(self), id: liveID) }
  }

  /// The losses, in the order recorded.
  public var losses: [Double] { values(of: Self.lossName) }

  /// The numbers recorded under a name, NaN where none was given; empty where the name is unknown.
  public func values(of name: String) -> [Double] { series.first { $0.name == name }?.values ?? [] }

  /// The number of records.
  public var count: Int { epochs.count }

  /// Shows the curve here and keeps it up to date while training, at most 20 times a second.
  public func showLive() {
    let id = liveID ?? Output.makeID()
    liveID = id
    Output.show(LiveCurve(self), id: id)
  }

  private func add(_ name: String, _ value: Double) {
    if let index = series.firstIndex(where: { $0.name == name }) {
      // A name given twice in one record keeps the later number.
      if series[index].values.count == epochs.count { series[index].values.removeLast() }
      series[index].values += Array(repeating: .nan, count: max(epochs.count - 1 - series[index].values.count, 0))
      series[index].values.append(value)
    } else {
      series.append(Series(name: name, values: Array(repeating: .nan, count: epochs.count - 1) + [value]))
    }
  }

  public var bundle: MIMEBundle { table.bundle }
}

/// The curve of a history that is still being recorded.
private struct LiveCurve: LiveDisplayable {
  let history: History

  init(_ history: History) { self.history = history }

  var bundle: MIMEBundle { plot(history).bundle }

  var draft: MIMEBundle {
    let chart = plot(history)
    return MIMEBundle(text: chart.text).adding(.vegaLite, chart.vegaLite).adding(.svg, .string(chart.svg))
  }
}

/// The root of the sum of squares of all gradients; those that are missing count as zero.
func gradientNorm(of parameters: [Tensor]) -> Double {
  var sum = 0.0
  for parameter in parameters {
    guard let gradient = parameter.grad else { continue }
    let norm = noGrad { gradient.norm() }.item()
    sum += norm * norm
  }
  return sum.squareRoot()
}
