/// What the operations of one training step gave and got, in the order in which it came about.
package struct Trace {
  /// A number or tensor of the step.
  package struct Subject: Equatable {
    package enum Stage: Sendable { case value, gradient, update }

    package var stage: Stage
    /// "linear (0)", "0.weight", "input"
    package var name: String
    package var isLeaf: Bool
    package var isParameter: Bool
    package var shape: [Int]
    package var dtype: DType
    package var site: Site
    /// The inputs whose values were no longer there: parameters that a step has changed since.
    package var unseen: [String]
  }

  /// How the values of a layer lie, and the sizes of what came back to it.
  package struct Station {
    package var title: String
    package var symbol: String
    package var values: Digest
    /// Of the decimal logarithms of the gradient's sizes: gradients span many powers of ten.
    package var gradients: Digest
  }

  package var subjects: [Subject] = []
  /// A number that changes with any bit, for each subject.
  package var fingerprints: [UInt64] = []
  /// The elements of each subject; none of a large one.
  package var values: [[Double]] = []
  package var stations: [Station] = []

  /// More elements than this are told apart by their fingerprint alone.
  private static let elementLimit = 4096
  private static let bins = 48

  /// The step whose loss this is, after `backward()`.
  init(of loss: Tensor) {
    let tape = Tape(of: loss)
    // A parameter that the optimizer has changed since is not what the operations saw, but what the step left.
    let changed = Self.changedLeaves(tape)
    for node in tape.nodes where !changed.contains(ObjectIdentifier(node)) {
      let unseen = node.inputs.filter { changed.contains(ObjectIdentifier($0)) }.map(\.origin)
      add(node, node, .value, unseen: unseen)
    }
    for node in tape.nodes.reversed() { if let gradient = node.grad { add(node, gradient, .gradient) } }
    for node in tape.nodes where changed.contains(ObjectIdentifier(node)) { add(node, node, .update) }
    stations = tape.stations(to: loss.node).map { station in
      let gradient = station.node.grad?.sample(limit: 1 << 16) ?? []
      return Station(
        title: station.title, symbol: station.symbol,
        values: Digest(station.node.sample(limit: 1 << 16), bins: Self.bins),
        gradients: Digest(gradient.map { decimalLogarithm(abs($0)) }, bins: Self.bins))
    }
  }

  private static func changedLeaves(_ tape: Tape) -> Set<ObjectIdentifier> {
    var changed: Set<ObjectIdentifier> = []
    for node in tape.nodes {
      let versions = [node.inputVersion0, node.inputVersion1, node.inputVersion2]
      for (input, version) in zip(node.inputs, versions) where input.isLeaf && input.storage.version != version {
        changed.insert(ObjectIdentifier(input))
      }
    }
    return changed
  }

  private mutating func add(_ node: Node, _ value: Node, _ stage: Subject.Stage, unseen: [String] = []) {
    subjects.append(
      Subject(
        stage: stage, name: node.origin, isLeaf: node.isLeaf, isParameter: node.isLeaf && node.requiresGrad,
        shape: value.shape.array, dtype: value.dtype, site: node.place, unseen: unseen))
    fingerprints.append(value.fingerprint)
    values.append(value.count <= Self.elementLimit ? value.sample(limit: Self.elementLimit) : [])
  }
}

/// The traces of a run, as many as there is room for.
package struct Traces {
  /// By the place of the record.
  package private(set) var steps: [Int: Trace] = [:]
  /// The distributions of records evenly apart, by epoch.
  package private(set) var stations: [(epoch: Int, stations: [Trace.Station])] = []

  private var elements = 0
  private var stride = 1
  private var seen = 0

  /// The most numbers that are kept: 32 MB of them. Later records are compared by what was recorded of them alone.
  private static let elementLimit = 1 << 22
  /// Twice as many columns as a picture of distributions over time has.
  private static let stationLimit = 160

  package var isEmpty: Bool { steps.isEmpty }

  mutating func add(_ trace: Trace, at place: Int, epoch: Int) {
    if seen.isMultiple(of: stride) {
      if stations.count == Self.stationLimit {
        stations = stations.indices.filter { $0.isMultiple(of: 2) }.map { stations[$0] }
        stride *= 2
      }
      if seen.isMultiple(of: stride) { stations.append((epoch, trace.stations)) }
    }
    seen += 1
    let size = trace.values.reduce(trace.fingerprints.count) { $0 + $1.count }
    guard elements + size <= Self.elementLimit else { return }
    elements += size
    var trace = trace
    trace.stations = []
    steps[place] = trace
  }
}
