/// The time of one run of a code, from many (`%timeit`).
struct Measurement: CustomStringConvertible {
  private static let repeats = 5
  /// A batch shorter than this says more of the clock than of the code.
  private static let shortestBatch = 0.2

  let runs: Int
  /// Seconds for one run, of each batch.
  let times: [Double]

  init(of code: String, _ context: CommandContext) throws(CellFailure) {
    func seconds(_ runs: Int) throws(CellFailure) -> Double {
      let start = Instant.now
      // On the code's own line, so that an error in it points at the right place.
      let line = code.prefix { $0 == "\n" }
      _ = try context.run("\(line)for _ in 0..<\(runs) { \(code.dropFirst(line.count)) }")
      return Instant.now.seconds(since: start)
    }

    var runs = 1
    var first = try seconds(runs)
    while first < Self.shortestBatch, runs < 1_000_000_000 {
      runs *= first * 20 < Self.shortestBatch ? 10 : 2
      first = try seconds(runs)
    }
    var times = [first / Double(runs)]
    for _ in 1..<Self.repeats { times.append(try seconds(runs) / Double(runs)) }
    self.runs = runs
    self.times = times
  }

  var description: String {
    let best = times.min() ?? 0
    let mean = times.reduce(0, +) / Double(times.count)
    return "\(Seconds.text(best)) for one run (mean \(Seconds.text(mean)); "
      + "best of \(times.count) times \(runs) \(runs == 1 ? "run" : "runs"))"
  }
}

enum Seconds {
  /// Seconds in the unit that gives three digits before the point at most.
  static func text(_ seconds: Double) -> String {
    let units: [(scale: Double, name: String)] = [(1, "s"), (1e3, "ms"), (1e6, "µs"), (1e9, "ns")]
    let unit = units.first { seconds * $0.scale >= 1 } ?? (1e9, "ns")
    let value = seconds * unit.scale
    let digits = value >= 100 ? 1.0 : value >= 10 ? 10.0 : 100.0
    let rounded = (value * digits).rounded() / digits
    return "\(digits == 1 ? String(Int(exactly: rounded) ?? 0) : String(rounded)) \(unit.name)"
  }
}
