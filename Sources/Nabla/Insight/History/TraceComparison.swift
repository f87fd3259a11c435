internal import Rendering

/// The first operation whose bits differ between two traces of the same record.
struct TraceDifference {
  let record: Int
  let subject: Trace.Subject
  let sentences: [String]

  /// nil where all bits that both traces hold are the same.
  init?(_ a: Trace, _ b: Trace, record: Int, epoch: Int) {
    for (place, (first, second)) in zip(a.subjects, b.subjects).enumerated() {
      guard first.stage == second.stage, first.name == second.name, first.shape == second.shape,
        first.dtype == second.dtype
      else {
        let words = "one computes \(Self.words(first)), the other \(Self.words(second))"
        self.init(record, first, ["At epoch \(epoch) the programs differ: \(words)."])
        return
      }
      guard a.fingerprints[place] != b.fingerprints[place] else { continue }
      self.init(
        record, first,
        [Self.sentence(first, epoch: epoch)] + Self.amount(a.values[place], b.values[place], first))
      return
    }
    guard a.subjects.count != b.subjects.count else { return nil }
    guard let more = (a.subjects.count > b.subjects.count ? a : b).subjects.dropFirst(
      min(a.subjects.count, b.subjects.count)
    ).first else { return nil }
    self.init(record, more, ["At epoch \(epoch) only one of the programs computes \(Self.words(more))."])
  }

  private init(_ record: Int, _ subject: Trace.Subject, _ sentences: [String]) {
    self.record = record
    self.subject = subject
    self.sentences = sentences
  }

  /// "linear (0) [4, 8] (cell 3, line 7)"
  private static func words(_ subject: Trace.Subject) -> String {
    subject.name + (subject.shape.isEmpty ? "" : " \(subject.shape)") + subject.site.parenthesized
  }

  private static func sentence(_ subject: Trace.Subject, epoch: Int) -> String {
    let words = words(subject)
    switch subject.stage {
    case .value where subject.isParameter:
      return "The first bits that differ are those of the parameter \(words), at epoch \(epoch) before any operation "
        + "reads it: compare the seeds, the initial values and the step before."
    case .value where subject.isLeaf:
      return "The first bits that differ are those of the input \(words), at epoch \(epoch): compare the data and "
        + "the order of the batches."
    case .value:
      let unseen = subject.unseen.joined(separator: " and ")
      return "The first operation whose bits differ is \(words), at epoch \(epoch): everything computed before it is "
        + "the same."
        + (unseen.isEmpty
          ? "" : " Of \(unseen) only what the step left is known: whatever else changed it before shows here first.")
    case .gradient:
      return "The first bits that differ are those of the gradient that arrives at \(words), at epoch \(epoch): all "
        + "values and all gradients nearer to the loss are the same."
    case .update:
      return "The first bits that differ are those of the parameter \(words) after the step of epoch \(epoch): all "
        + "values and gradients are the same, so compare the optimizers and their learning rates."
    }
  }

  /// "3 of 32 elements differ, by up to 2 steps of float32: 0.25 and 0.25000006 at [0, 3]."
  private static func amount(_ x: [Double], _ y: [Double], _ subject: Trace.Subject) -> [String] {
    guard x.count == y.count, !x.isEmpty else {
      return ["It is too large for its elements to have been kept, so how far they are apart is not known."]
    }
    let places = x.indices.filter { x[$0].bitPattern != y[$0].bitPattern }
    let worst = places.max { Ulps.between(x[$0], y[$0], subject.dtype) < Ulps.between(x[$1], y[$1], subject.dtype) }
    guard let worst else { return [] }
    var index: [Int] = []
    var rest = worst
    for size in subject.shape.reversed() {
      index.insert(rest % max(size, 1), at: 0)
      rest /= max(size, 1)
    }
    let place = index.isEmpty ? "" : " at \(index)"
    let share = "\(places.count) of \(NumberFormat.count(x.count)) elements differ, by up to "
    return [
      (x.count == 1 ? "It differs by " : share) + Ulps.words(x[worst], y[worst], subject.dtype)
        + ": \(NumberFormat.exact(x[worst])) and \(NumberFormat.exact(y[worst]))\(place)."
    ]
  }
}

/// How far numbers lie apart, in steps from one number of a type to the next.
enum Ulps {
  /// Infinite where one of them is not a number.
  static func between(_ x: Double, _ y: Double, _ dtype: DType) -> Double {
    guard !x.isNaN, !y.isNaN else { return x.isNaN && y.isNaN ? 0 : .infinity }
    return dtype == .float32
      ? Double(distance(order(Float(x)), order(Float(y)))) : Double(distance(order(x), order(y)))
  }

  /// "2 steps of float32"
  static func words(_ x: Double, _ y: Double, _ dtype: DType) -> String {
    let steps = between(x, y, dtype)
    guard steps.isFinite else { return "more than any number" }
    return "\(NumberFormat.short(steps, digits: 3)) step\(steps == 1 ? "" : "s") of \(dtype)"
  }

  /// Floats in order are integers in order.
  private static func order(_ value: Float) -> Int64 {
    value.sign == .minus ? -Int64(value.magnitude.bitPattern) : Int64(value.bitPattern)
  }

  private static func order(_ value: Double) -> Int64 {
    value.sign == .minus ? -Int64(value.magnitude.bitPattern) : Int64(value.bitPattern)
  }

  private static func distance(_ a: Int64, _ b: Int64) -> UInt64 {
    // Of opposite signs the difference may be more than an Int64 holds.
    (a < 0) != (b < 0) ? a.magnitude + b.magnitude : (a - b).magnitude
  }
}
