public import Rendering

/// Where two runs part: the first epoch at which the bits of a recorded number differ, and by how much.
///
/// Runs with the same seed, data and code give the same bits, on every machine and with every number of threads; where
/// they do not, the first difference is the trace to the cause. Histories that were recorded with `model:` also say
/// whether the parameters already differed before the loss did.
public func compare(_ first: History, _ second: History) -> RunComparison { RunComparison(first, second) }

/// What `compare(_:_:)` gives.
public struct RunComparison: Displayable {
  /// The first epoch that differs, nil where all that both recorded is the same.
  public let firstDifference: Int?
  package let sentences: [String]
  package let table: Table

  /// Whether all that both runs recorded has the same bits.
  public var isIdentical: Bool { firstDifference == nil }

  init(_ a: History, _ b: History) {
    let (nameA, nameB) = (a.name.isEmpty ? "first" : a.name, b.name.isEmpty ? "second" : b.name)
    let count = min(a.count, b.count)
    let names = a.series.map(\.name).filter { name in b.series.contains { $0.name == name } }
    var sentences: [String] = []
    // The place of the first record in which something differs, and what.
    var earliest: (place: Int, names: [String])?
    for place in 0..<count {
      if a.epochs[place] != b.epochs[place] {
        earliest = (place, ["epoch"])
        break
      }
      let differing = names.filter { a.values(of: $0)[place].bitPattern != b.values(of: $0)[place].bitPattern }
      if !differing.isEmpty {
        earliest = (place, differing)
        break
      }
    }
    let parameters = (0..<count).first { place in
      a.fingerprints[place] != 0 && b.fingerprints[place] != 0 && a.fingerprints[place] != b.fingerprints[place]
    }
    if let earliest {
      let epoch = a.epochs[earliest.place]
      sentences.append(
        "The runs part at epoch \(epoch), record \(earliest.place + 1): \(earliest.names.joined(separator: ", ")).")
      for name in earliest.names where name != "epoch" {
        let (x, y) = (a.values(of: name)[earliest.place], b.values(of: name)[earliest.place])
        sentences.append("\(name): \(Self.difference(x, y))")
      }
    } else if count > 0 {
      sentences.append("All \(NumberFormat.count(count)) records that both runs have are the same to the last bit.")
    } else {
      sentences.append("There is nothing to compare: \(a.count == 0 ? nameA : nameB) has no records.")
    }
    if let parameters {
      let place = earliest?.place ?? count
      sentences.append(
        parameters < place
          ? "The parameters differ from epoch \(a.epochs[parameters]) on, before any recorded number does: "
            + "look at the update."
          : "The parameters differ from epoch \(a.epochs[parameters]) on.")
      if parameters == 0 {
        sentences.append("They differed at the first record: compare the seeds and the initial values.")
      }
    }
    if a.count != b.count { sentences.append("\(nameA) has \(a.count) records, \(nameB) \(b.count).") }
    firstDifference = earliest.map { a.epochs[$0.place] } ?? parameters.map { a.epochs[$0] }
    self.sentences = sentences
    table = Self.table(a, b, nameA, nameB, around: earliest?.place ?? max(count - 1, 0), count: count)
  }

  /// "0.25 and 0.25000003, 1 step of float32 apart"
  private static func difference(_ x: Double, _ y: Double) -> String {
    let values = "\(NumberFormat.exact(x)) and \(NumberFormat.exact(y))"
    guard x.isFinite, y.isFinite else { return values }
    let size = max(abs(x), abs(y))
    let relative = size > 0 ? abs(x - y) / size : 0
    // Numbers that are floats are told apart in steps of floats.
    let isSingle = Double(Float(x)) == x && Double(Float(y)) == y
    let steps =
      isSingle
      ? Double(Float(x).distance(in: Float(y))) : abs(x - y) / max(size.ulp, .leastNonzeroMagnitude)
    let unit = isSingle ? "float32" : "float64"
    let (apart, share) = (NumberFormat.short(steps, digits: 3), NumberFormat.short(relative, digits: 2))
    return "\(values): \(apart) step\(steps == 1 ? "" : "s") of \(unit) apart, \(share) of their size."
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
    html += "</div>" + table.html
    return MIMEBundle(text: (sentences.map(Escaping.terminal) + ["", table.text]).joined(separator: "\n"))
      .adding(html: html)
  }
}

extension Float {
  /// How many floats lie between two, both finite.
  fileprivate func distance(in other: Float) -> Int64 {
    func order(_ value: Float) -> Int64 {
      value.sign == .minus ? -Int64(value.magnitude.bitPattern) : Int64(value.bitPattern)
    }
    return (order(self) - order(other)).magnitude > UInt64(Int64.max) ? .max : abs(order(self) - order(other))
  }
}
