package import Rendering

extension History {
  /// The most rows of a loss table.
  private static let rowLimit = 21

  /// The history as a table: the first and the last record, and those at round epochs between.
  package var table: Table {
    let rows = shownRows
    var columns = [Column("epoch", integers: rows.map { epochs[$0] })]
    for series in series {
      columns.append(Column(series.name, numbers: rows.map { series.values[$0] }, digits: 6))
    }
    var notes: [String] = []
    if rows.count < count { notes.append("\(rows.count) of \(NumberFormat.count(count)) records shown") }
    notes += remarks
    var table = Table(caption: name.isEmpty ? "Loss" : "Loss of \(name)", columns: columns, notes: notes)
    table.rowLimit = Self.rowLimit + 2
    return table
  }

  /// The places of the records that the table shows.
  private var shownRows: [Int] {
    guard count > Self.rowLimit else { return Array(epochs.indices) }
    // Every step-th epoch, for the smallest round step that leaves few enough.
    let steps = (0..<17).lazy.flatMap { power in [1, 2, 5].map { $0 * NumberFormat.power10(power) } }
    for step in steps {
      guard let step = Int(exactly: step) else { break }
      let rows = epochs.indices.filter { $0 == 0 || $0 == count - 1 || epochs[$0].isMultiple(of: step) }
      if rows.count <= Self.rowLimit { return rows }
    }
    // Epochs that share no step: records evenly apart.
    return (0..<Self.rowLimit).map { $0 * (count - 1) / (Self.rowLimit - 1) }
  }

  /// What a reader should not have to look for.
  private var remarks: [String] {
    guard count > 0 else { return ["no records: call record(epoch: epoch, loss: loss) in the training loop"] }
    let losses = losses
    var remarks: [String] = []
    if let bad = losses.firstIndex(where: { !$0.isFinite }) {
      remarks.append(
        "the loss is \(NumberFormat.short(losses[bad])) from epoch \(epochs[bad]) on: "
          + "a smaller learning rate or clipGradNorm may help, and detectAnomaly() before the loop tells which operation "
          + "made it")
    }
    if count > 1, let best = losses.indices.filter({ losses[$0].isFinite }).min(by: { losses[$0] < losses[$1] }),
      best != count - 1
    {
      remarks.append("lowest loss \(NumberFormat.short(losses[best], digits: 6)) at epoch \(epochs[best])")
    }
    return remarks
  }
}
