public import Rendering

/// Where two runs part: the first epoch and operation whose bits differ, and by how much.
///
/// Runs with the same seed, data and code give the same bits, on every machine and with every number of threads; where
/// they do not, the first difference is the trace to the cause. Histories recorded with `trace: true` name the
/// operation, gradient or update that differs first, with its cell and line; those recorded with `model:` still tell
/// whether the parameters differed before the loss did.
public func compare(_ first: History, _ second: History) -> RunComparison { RunComparison(first, second) }

/// What `compare(_:_:)` gives.
public struct RunComparison: Displayable {
  /// The first epoch that differs, nil where all that both recorded is the same.
  public let firstDifference: Int?
  /// The operation whose value, gradient or parameter differs first: "linear (0)"; nil where nothing differs or no
  /// trace was recorded.
  public let firstOperation: String?
  package let sentences: [String]
  package let table: Table

  /// Whether all that both runs recorded has the same bits.
  public var isIdentical: Bool { firstDifference == nil }

  init(_ a: History, _ b: History) {
    let (nameA, nameB) = (a.name.isEmpty ? "first" : a.name, b.name.isEmpty ? "second" : b.name)
    let count = min(a.count, b.count)
    let numbers = Self.firstDifferingNumbers(a, b, count: count)
    let parameters = (0..<count).first { place in
      a.fingerprints[place] != 0 && b.fingerprints[place] != 0 && a.fingerprints[place] != b.fingerprints[place]
    }
    let trace = Self.firstDifferingTrace(a, b, count: count)
    // Of what the traces tell only the part up to the first number that differs is its cause.
    let isTraced = trace.map { $0.record <= numbers?.place ?? count } ?? false
    var sentences = trace.map { isTraced ? $0.sentences : [] } ?? []
    if let numbers {
      sentences.append(
        "The recorded numbers part at epoch \(a.epochs[numbers.place]), record \(numbers.place + 1): "
          + numbers.names.joined(separator: ", ") + ".")
      for name in numbers.names where name != "epoch" {
        let (x, y) = (a.values(of: name)[numbers.place], b.values(of: name)[numbers.place])
        sentences.append("\(name): \(Self.difference(x, y))")
      }
    } else if count > 0 {
      sentences.append("All \(NumberFormat.count(count)) records that both runs have are the same to the last bit.")
    } else {
      sentences.append("There is nothing to compare: \(a.count == 0 ? nameA : nameB) has no records.")
    }
    if let parameters, !isTraced {
      let place = numbers?.place ?? count
      sentences.append(
        parameters < place
          ? "The parameters differ from epoch \(a.epochs[parameters]) on, before any recorded number does: "
            + "look at the update."
          : "The parameters differ from epoch \(a.epochs[parameters]) on.")
      if parameters == 0 {
        sentences.append("They differed at the first record: compare the seeds and the initial values.")
      }
    }
    if numbers != nil || parameters != nil, a.traces.isEmpty || b.traces.isEmpty {
      sentences.append("Record both runs with trace: true to learn the operation that differs first.")
    }
    if a.count != b.count { sentences.append("\(nameA) has \(a.count) records, \(nameB) \(b.count).") }
    let places = [numbers?.place, parameters, trace?.record].compactMap { $0 }
    firstDifference = places.min().map { a.epochs[$0] }
    firstOperation = isTraced ? trace?.subject.name : nil
    self.sentences = sentences
    table = Self.table(a, b, nameA, nameB, around: numbers?.place ?? max(count - 1, 0), count: count)
  }

  /// The place of the first record in which a number differs, and the names of those that do.
  private static func firstDifferingNumbers(
    _ a: History, _ b: History, count: Int
  ) -> (place: Int, names: [String])? {
    let shared = a.series.filter { series in b.series.contains { $0.name == series.name } }.map { series in
      (name: series.name, first: series.values, second: b.values(of: series.name))
    }
    for place in 0..<count {
      if a.epochs[place] != b.epochs[place] { return (place, ["epoch"]) }
      let differing = shared.filter { $0.first[place].bitPattern != $0.second[place].bitPattern }.map(\.name)
      if !differing.isEmpty { return (place, differing) }
    }
    return nil
  }

  private static func firstDifferingTrace(_ a: History, _ b: History, count: Int) -> TraceDifference? {
    for place in 0..<count {
      guard let first = a.traces.steps[place], let second = b.traces.steps[place] else { continue }
      if let difference = TraceDifference(first, second, record: place, epoch: a.epochs[place]) { return difference }
    }
    return nil
  }

  /// "0.25 and 0.25000003: 1 step of float32 apart"
  private static func difference(_ x: Double, _ y: Double) -> String {
    let values = "\(NumberFormat.exact(x)) and \(NumberFormat.exact(y))"
    guard x.isFinite, y.isFinite else { return values }
    let size = max(abs(x), abs(y))
    // Numbers that are floats are told apart in steps of floats.
    let isSingle = Double(Float(x)) == x && Double(Float(y)) == y
    let share = NumberFormat.short(size > 0 ? abs(x - y) / size : 0, digits: 2)
    return "\(values): \(Ulps.words(x, y, isSingle ? .float32 : .float64)) apart, \(share) of their size."
  }

  private static func table(
    _ a: History, _ b: History, _ nameA: String, _ nameB: String, around place: Int, count: Int
  ) -> Table {
    let rows = (max(place - 3, 0)..<min(place + 4, count)).map { $0 }
    let (x, y) = (a.losses, b.losses)
    return Table(
      caption: "Loss around it",
      columns: [
        Column("epoch", integers: rows.map { a.epochs[$0] }),
        Column(nameA, words: rows.map { NumberFormat.exact(x[$0]) }, alignment: .right),
        Column(nameB, words: rows.map { NumberFormat.exact(y[$0]) }, alignment: .right),
        Column(
          "difference",
          cells: rows.map { row in
            let isSame = x[row].bitPattern == y[row].bitPattern
            return isSame
              ? Cell("same bits", tone: .good) : Cell(NumberFormat.short(y[row] - x[row], digits: 3), tone: .bad)
          }, alignment: .right),
      ])
  }

  public var bundle: MIMEBundle {
    var html = "<div style=\"font-size:13px;padding:4px 10px\">"
    for sentence in sentences { html += "<div style=\"padding:1px 0\">\(Escaping.markup(sentence))</div>" }
    html += "</div>"
    var lines = sentences.map(Escaping.terminal)
    if table.rowCount > 0 {
      html += table.html
      lines += ["", table.text]
    }
    return MIMEBundle(text: lines.joined(separator: "\n"))
      .adding(html: html)
  }
}
