public import Rendering

/// The gradients of a model's parameters at a glance: one row for each, with its size, its spread, its histogram, and
/// a word where something is wrong.
///
/// ```swift
/// loss.backward()
/// gradients(model)
/// ```
public func gradients(_ model: any Module) -> GradientReport {
  GradientReport(model.namedParameters.map { GradientReport.Entry(name: $0.0, tensor: $0.1) })
}

/// The gradients of a model's parameters and, below them, of the activations on the way to a loss: of every layer's
/// linear part and nonlinearity, under the letters that `explain` gives them.
///
/// Call `backward()` on the loss first, which leaves the gradients there.
public func gradients(_ model: any Module, through loss: Tensor) -> GradientReport {
  var report = gradients(model)
  report.entries += Tape(of: loss).stations(to: loss.node).map { station in
    GradientReport.Entry(name: station.title, tensor: Tensor(station.node), isParameter: false)
  }
  return report
}

/// The gradients of a model's parameters, a few entries of each checked by computing the loss anew with the entry a
/// little larger and a little smaller.
///
/// ```swift
/// gradients(model, checking: { mseLoss(model(x), y) })
/// ```
///
/// The entries are the largest and others evenly apart, so that a run is repeated with the same ones.
///
/// - Parameters:
///   - model: a model after `backward()`
///   - loss: computes the loss whose gradient it is
///   - entries: how many entries of each parameter are checked
public func gradients(_ model: any Module, checking loss: () -> Tensor, entries: Int = 3) -> GradientReport {
  var report = gradients(model)
  for (index, parameter) in model.parameters.enumerated() {
    guard let gradient = parameter.grad, !gradient.node.isValueReleased, parameter.count > 0 else { continue }
    let values = gradient.node.sample(limit: 1 << 16)
    let step = Swift.max((parameter.count + values.count - 1) / Swift.max(values.count, 1), 1)
    let largest = values.indices.max { abs(values[$0]) < abs(values[$1]) } ?? 0
    let count = Swift.min(Swift.max(entries, 1), parameter.count, 100)
    let places = [largest * step] + (1..<Swift.max(count, 1)).map { $0 * parameter.count / count }
    let scale = abs(values[largest])
    var worst = 0.0
    for place in places where Failure.pending == nil {
      let numeric = Explanation.centralDifference(of: loss, by: parameter, at: place).value
      let analytic = gradient.node.element(atRow: place)
      // By the largest entry: of one that is nearly zero the difference has no digits left.
      let error = abs(numeric - analytic) / Swift.max(scale, abs(numeric), .leastNormalMagnitude)
      worst = error.isNaN ? .nan : Swift.max(worst, error)
    }
    report.entries[index].checkError = worst
  }
  return report
}

/// The gradients of chosen tensors, parameters or intermediate results, under their names.
public func gradients(_ tensors: [Tensor]) -> GradientReport {
  GradientReport(
    tensors.enumerated().map { GradientReport.Entry(name: $1.label ?? "tensor \($0)", tensor: $1) })
}

/// What `gradients(_:)` gives: a gradient dump.
public struct GradientReport: Displayable {
  package var entries: [Entry]

  /// A tensor with its name, and what is to be said of its value and gradient.
  package struct Entry {
    package var name: String
    package var shape: [Int]
    package var value: Digest
    /// nil where there is no gradient.
    package var gradient: Digest?
    package var isParameter: Bool
    /// The greatest difference from central differences by the largest entry, where some were checked.
    package var checkError: Double?
    /// The gradient of a matrix as colours.
    package var map: Cell.Picture?

    package init(name: String, tensor: Tensor, isParameter: Bool = true) {
      self.name = name
      self.isParameter = isParameter
      shape = tensor.shape
      value = Digest(tensor.node)
      gradient = tensor.grad.map { Digest($0.node) }
      map = tensor.grad.flatMap { Self.map($0.node, of: name) }
    }

    private static func map(_ gradient: Node, of name: String) -> Cell.Picture? {
      let columns = gradient.shape.array.last ?? 0
      guard gradient.shape.rank > 1, columns > 0, gradient.count > 1, !gradient.isValueReleased else { return nil }
      let (height, width) = (
        Swift.min(gradient.count / columns, Cell.Picture.largest.height),
        Swift.min(columns, Cell.Picture.largest.width)
      )
      let values = gradient.cellMeans(rows: height, columns: width)
      return Cell.Picture(
        Grid(rows: height, columns: width, values: values, colors: .diverging),
        words: "heat map of the gradient of \(name)")
    }

    /// The norm of the gradient by that of the value: how much a step of rate one would change it.
    package var ratio: Double? {
      guard let gradient, value.norm > 0 else { return nil }
      return gradient.norm / value.norm
    }

    /// The root of the mean of the squares: a size that does not grow with the number of elements.
    package var size: Double? {
      gradient.map { $0.norm / Double(max($0.count, 1)).squareRoot() }
    }
  }

  package init(_ entries: [Entry]) { self.entries = entries }

  /// The norm of all gradients together.
  public var norm: Double {
    parameters.reduce(0) { $0 + ($1.gradient?.norm ?? 0) * ($1.gradient?.norm ?? 0) }.squareRoot()
  }

  private var parameters: [Entry] { entries.filter(\.isParameter) }

  /// What is wrong with a gradient, in a word; nil where nothing is.
  package func flag(_ entry: Entry) -> String? {
    guard let gradient = entry.gradient else { return "no gradient" }
    if gradient.nans > 0 { return "nan in \(NumberFormat.count(gradient.nans))" }
    if gradient.infinities > 0 { return "infinite in \(NumberFormat.count(gradient.infinities))" }
    if gradient.count > 0, gradient.norm == 0 { return "all zero" }
    let sizes = entries.filter { $0.isParameter == entry.isParameter }.compactMap(\.size).filter {
      $0.isFinite && $0 > 0
    }.sorted()
    guard let size = entry.size, let largest = sizes.last else { return nil }
    if size < largest * 1e-4, size < 1e-5 { return "vanishing" }
    if size > 1e3 || (entry.ratio ?? 0) > 1e3 { return "exploding" }
    return nil
  }

  public var bundle: MIMEBundle { table.bundle }

  package var table: Table {
    var columns = [
      Column("parameter", words: entries.map(\.name)),
      Column("shape", words: entries.map { "\($0.shape)" }),
      Column("‖w‖", words: entries.map { NumberFormat.short($0.value.norm) }, alignment: .right),
      Column("‖∇‖", words: entries.map { Self.text($0.gradient?.norm) }, alignment: .right),
      Column("∇ / w", words: entries.map { Self.text($0.ratio, digits: 3) }, alignment: .right),
      Column("histogram", words: entries.map { $0.gradient?.sparkline ?? "" }),
      Column("mean", words: entries.map { Self.text($0.gradient?.mean, digits: 3) }, alignment: .right),
      Column("deviation", words: entries.map { Self.text($0.gradient?.deviation, digits: 3) }, alignment: .right),
      Column("min", words: entries.map { Self.text($0.gradient?.minimum, digits: 3) }, alignment: .right),
      Column("max", words: entries.map { Self.text($0.gradient?.maximum, digits: 3) }, alignment: .right),
      Column(
        "zeros", words: entries.map { $0.gradient.map { NumberFormat.percent($0.zeroShare) } ?? "" },
        alignment: .right),
    ]
    if entries.contains(where: { $0.map != nil }) {
      let cells = entries.map { entry in
        var cell = Cell("")
        cell.picture = entry.map
        return cell
      }
      columns.insert(Column("∇ as colours", cells: cells), at: 6)
    }
    if entries.contains(where: { $0.checkError != nil }) {
      columns.insert(
        Column(
          "checked",
          cells: entries.map { entry in
            guard let error = entry.checkError else { return Cell("") }
            let isGood = error < Self.checkTolerance
            return Cell("\(isGood ? "✓" : "✗") \(NumberFormat.short(error, digits: 2))", tone: isGood ? .good : .bad)
          }), at: 5)
    }
    let flags = entries.map { flag($0) }
    if flags.contains(where: { $0 != nil }) {
      columns.insert(Column("", cells: flags.map { $0.map { Cell("⚠ \($0)", tone: .bad) } ?? Cell("") }), at: 1)
    }
    let elements = parameters.reduce(0) { $0 + $1.value.count }
    var notes = [
      NumberFormat.count(elements, of: "parameter")
        + ", norm of the whole gradient \(NumberFormat.short(norm, digits: 5))"
    ]
    if !entries.isEmpty, entries.allSatisfy({ $0.gradient == nil }) {
      notes.append("no gradients yet: call backward() on the loss first")
    }
    if entries.contains(where: { $0.checkError.map { !($0 < Self.checkTolerance) } ?? false }) {
      notes.append(
        "✗: .grad is not the gradient of this loss here: it is that of another loss, the sum of several backward() "
          + "calls, or the parameters have changed since")
    }
    var table = Table(caption: "Gradients", columns: columns, notes: notes)
    table.rowLimit = 200
    return table
  }

  /// Differences of float32 losses have about three digits.
  private static let checkTolerance = 0.02

  private static func text(_ value: Double?, digits: Int = 4) -> String {
    value.map { $0.isInfinite && $0 > 0 ? "" : NumberFormat.short($0, digits: digits) } ?? ""
  }
}
