import Testing

@testable import Nabla

@Suite("compare: the first operation whose bits differ")
struct CompareTests {
  /// What is changed in the second of two runs, and the operation that must be named.
  enum Change: CaseIterable, Sendable {
    case nothing, data, weight, operation, gradient, rate, program

    var operation: String? {
      switch self {
      case .nothing: nil
      case .data: "x"
      case .weight: "matmul"
      case .operation: "mulScalar"
      case .gradient: "tanh"
      case .rate: "w"
      case .program: "tanh"
      }
    }

    var words: String {
      switch self {
      case .nothing: "the same to the last bit"
      case .data: "the input x [2, 3], at epoch 3"
      case .weight: "Of w only what the step left is known"
      case .operation: "The first operation whose bits differ is mulScalar"
      case .gradient: "the gradient that arrives at tanh"
      case .rate: "the parameter w [3, 2] after the step of epoch 3"
      case .program: "the programs differ: one computes tanh [2, 2], the other sigmoid"
      }
    }
  }

  /// Four epochs, in the third of which something is different.
  static func run(_ change: Change) -> History {
    let w = ExplainTests.scattered([3, 2], 5, requiresGrad: true).to(.float32).detach().name("w")
    w.requiresGrad = true
    let optimizer = SGD([w], lr: 0.1)
    let history = History()
    for epoch in 1...4 {
      let isChanged = epoch == 3
      let x = ExplainTests.scattered([2, 3], epoch).to(.float32).detach().name("x")
      if isChanged, change == .data { x.node.store(0.25, atRow: 4) }
      if isChanged, change == .weight { w.node.store(0.25, atRow: 1) }
      optimizer.zeroGrad()
      let linear = x.matmul(w) * (isChanged && change == .operation ? 1.0000002 : 1)
      let active = isChanged && change == .program ? linear.sigmoid() : linear.tanh()
      let loss = active.square().mean()
      loss.backward()
      if isChanged, change == .gradient { active.node.grad?.store(0.25, atRow: 2) }
      optimizer.lr = isChanged && change == .rate ? 0.11 : 0.1
      optimizer.step()
      history.record(epoch: epoch, loss: loss, trace: true)
    }
    return history
  }

  @Test(arguments: Change.allCases)
  func culprit(_ change: Change) {
    let comparison = compare(Self.run(.nothing), Self.run(change))
    #expect(comparison.firstOperation == change.operation)
    #expect(comparison.firstDifference == (change == .nothing ? nil : 3))
    #expect(comparison.bundle.text.contains(change.words), "\(comparison.bundle.text)")
  }

  /// Runs that begin with other weights.
  @Test func otherSeedsAreNamed() {
    let runs = [1, 2].map { seed in
      let w = ExplainTests.scattered([3, 2], seed, requiresGrad: true).name("w")
      let history = History()
      history.record(epoch: 1, loss: w.square().mean(), trace: true)
      return history
    }
    let comparison = compare(runs[0], runs[1])
    #expect(comparison.firstOperation == "w")
    #expect(comparison.bundle.text.contains("the parameter w [3, 2], at epoch 1 before any operation reads it"))
  }

  @Test("distances between numbers, in steps", arguments: [
    (1.0, 1.0, 0.0), (1, Double(Float(1).nextUp), 1), (0, -0.0, 0), (Double(Float.leastNonzeroMagnitude), 0, 1),
    (Double(-Float.leastNonzeroMagnitude), Double(Float.leastNonzeroMagnitude), 2), (.nan, 1, .infinity),
    (Double(Float.greatestFiniteMagnitude), .infinity, 1),
  ])
  func steps(_ x: Double, _ y: Double, _ steps: Double) {
    #expect(Ulps.between(x, y, .float32) == steps)
    #expect(Ulps.between(y, x, .float32) == steps)
  }

  @Test func longRunsKeepBoundedTraces() {
    let history = History()
    let w = Tensor([1.0], requiresGrad: true).name("w")
    for epoch in 1...1000 { history.record(epoch: epoch, loss: (w * 2).name("z").sum(), trace: true) }
    #expect(history.traces.stations.count <= 160)
    #expect(history.traces.stations.first?.epoch == 1)
    #expect(history.traces.stations.last.map { $0.epoch > 980 } == true)
  }
}
