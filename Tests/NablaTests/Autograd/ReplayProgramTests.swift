import Nabla
import Testing

/// Random programs that train, keep some of what they see, change their minds, and are the same with replay and without.
@Suite struct ReplayProgramTests {
  /// Numbers that look random and are the same everywhere.
  struct Dice {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(seed &+ 1) &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func below(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int((state >> 33) % UInt64(max(count, 1)))
    }

    mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }
  }

  /// An operation of a program, on values that it has by then.
  struct Instruction {
    let kind: Int
    let first: Int
    let second: Int

    static let kinds = 37

    init(_ dice: inout Dice, values: Int) {
      kind = dice.below(Instruction.kinds)
      // Late values more often, so that most of a program counts for its result.
      first = dice.oneIn(3) ? dice.below(values) : values - 1
      second = dice.below(values)
    }

    /// - Parameters:
    ///   - rows: numbers of rows, or classes, as a batch has them.
    ///   - running: the running statistics of batch norm.
    func run(_ values: [Tensor], _ rows: [Int], _ running: Tensor) -> Tensor {
      let (a, b) = (values[first], values[second])
      switch kind {
      case 0: return a.tanh()
      case 1: return a.sigmoid()
      case 2: return a.relu()
      case 3: return (a * 0.1).exp()
      case 4: return a.square()
      case 5: return a + b
      case 6: return a - b
      case 7: return a * b
      case 8: return a / (b.square() + 1.5)
      case 9: return a.shape == [3, 3] && b.shape == [3, 3] ? a.matmul(b) : a * b
      case 10: return a.sum(dim: 0, keepDim: true)
      case 11: return a.mean(dim: -1, keepDim: true)
      case 12: return a.shape == [3, 3] ? a.T : -a
      case 13: return a.shape == [3, 3] ? linear(a, b.shape == [3, 3] ? b : a) : a * 2
      case 14: return a.softmax(dim: -1)
      case 15: return 1.0 - a
      case 16: return a.reshape(a.shape.reversed())
      case 17: return a.maximum(b)
      case 18: return a.flatten().reshape(a.shape) * 0.5
      case 19: return a[0...0] + b
      case 20: return a.logSoftmax(dim: 0)
      case 21: return dropout(a, p: 0.25)
      case 22: return layerNorm(a, [a.shape.last ?? 1], weight: b.shape == [3, 3] ? b[0] : nil)
      case 23:
        return a.shape == [3, 3]
          ? batchNorm(a, mean: running, variance: running, weight: b.shape == [3, 3] ? b[1] : nil, training: true)
          : a
      case 24: return a.maskedFill(b .> 0.5, 0.25)
      case 25: return a.shape == [3, 3] ? a.indexSelect(0, Tensor(rows)) : a
      case 26: return a.shape == [3, 3] ? a.gather(1, Tensor([rows, rows, rows])) : a
      case 27:
        return a.shape == [3, 3] && b.shape == [3, 3]
          ? conv2d(a.reshape([1, 1, 3, 3]), b.reshape([1, 1, 3, 3]), padding: 1).reshape([3, 3]) : a + b
      case 28: return a.shape == [3, 3] ? maxPool2d(a.unsqueeze(0), 3, stride: 1, padding: 1).squeeze(0) : a.abs()
      case 29: return a.shape == [3, 3] ? avgPool2d(a.unsqueeze(0), 3, stride: 1, padding: 1).squeeze(0) : -a
      case 30: return a.shape == [3, 3] ? crossEntropy(a, Tensor(rows), reduction: .none) + b : a + 1
      case 31: return a.max(dim: -1, keepDim: true)
      case 32: return a.shape == [3, 3] ? scaledDotProductAttention(a, b.shape == [3, 3] ? b : a, a, isCausal: true) : a
      case 33:
        return a.shape == [3, 3]
          ? batchNorm(a, mean: running, variance: running.square() + 0.5, weight: b.shape == [3, 3] ? b[1] : nil) : a
      case 34: return a.shape == [3, 3] ? cat([a[0...0], b.shape == [3, 3] ? b : a, values[2]])[1...3] : a
      case 35: return a.shape == [3, 3] ? stack([values[2][0], a[2], a[1], a[0], values[2][1]])[.all, ..<3][1...3] : a
      default: return (a ** 2 + 1).log()
      }
    }
  }

  private static func run(_ seed: Int) -> [[Double]] {
    var dice = Dice(seed)
    var instructions: [Instruction] = []
    for i in 0..<(3 + dice.below(7)) { instructions.append(Instruction(&dice, values: 3 + i)) }
    let generator = Generator(.torch, seed: seed)
    manualSeed(seed)
    let running = Tensor([0.5, 1.0, 1.5])
    let changesRows = dice.oneIn(2)
    var rows = [2, 0, 2]
    var w = (0..<2).map { _ in Tensor.randn([3, 3], generator: generator, requiresGrad: true) }
    var data = Tensor.randn([3, 3], generator: generator)
    let optimizer: Optimizer = dice.oneIn(2) ? SGD(w, lr: 0.05, momentum: 0.5) : Adam(w, lr: 0.02)
    let disorder = 4 + dice.below(60)
    var seen: [[Double]] = []
    var kept: [Tensor] = []
    for step in 0..<40 {
      if !dice.oneIn(2 * disorder) { optimizer.zeroGrad() }
      var values = [w[0], w[1], data]
      for instruction in instructions {
        let chosen = dice.oneIn(8 * disorder) ? Instruction(&dice, values: values.count) : instruction
        let value = chosen.run(values, rows, running)
        if dice.oneIn(3 * disorder) { value.name("step \(step)") }
        if dice.oneIn(3 * disorder) { kept.append(value) }
        if dice.oneIn(3 * disorder) { kept.append(value.detach()) }
        values.append(value)
      }
      if dice.oneIn(4 * disorder) { seen.append(noGrad { instructions[0].run(values, rows, running) }.toArray()) }
      guard let last = values.last, last.requiresGrad, !dice.oneIn(4 * disorder) else { continue }
      let loss = dice.oneIn(4 * disorder) ? last.sum() : last.square().mean()
      if dice.oneIn(4 * disorder) { loss.backward(retainGraph: true) }
      if dice.oneIn(6 * disorder) {
        seen.append([Failure.caught { noGrad { w[0] *= 0.9 } } == nil ? 0 : 1])
        seen.append([Failure.caught { loss.backward() } == nil ? 0 : 1])
      } else {
        loss.backward()
      }
      seen.append([loss.item()] + w.flatMap { $0.grad?.toArray() ?? [] })
      for value in values.dropFirst(3) { seen.append(value.grad?.toArray() ?? []) }
      if dice.oneIn(2 * disorder) { kept += [loss] + w.compactMap(\.grad) }
      if dice.oneIn(2 * disorder) { kept += values.compactMap(\.grad) }
      if dice.oneIn(3) { kept.removeFirst(kept.count / 2) }
      if dice.oneIn(4 * disorder) {
        noGrad { if let gradient = w[1].grad { w[1] -= 0.01 * gradient } }
      } else {
        optimizer.step()
      }
      if changesRows { rows = [dice.below(3), dice.below(3), dice.below(3)] }
      if dice.oneIn(disorder) { data = Tensor.randn([3, 3], generator: generator) }
      if dice.oneIn(3 * disorder) { data.copy(from: data * 0.5) }
      if dice.oneIn(6 * disorder) { w[dice.below(2)].requiresGrad = dice.oneIn(2) }
    }
    seen.append(running.toArray())
    for tensor in kept {
      seen.append(tensor.toArray())
      for node in Tape(of: tensor).nodes where !node.isLeaf { seen.append(Tensor(node).toArray()) }
    }
    return seen
  }

  private func bits(_ values: [[Double]]) -> [[UInt64]] { values.map { $0.map { $0.isNaN ? 0 : $0.bitPattern } } }

  @Test(arguments: 0..<24) func randomPrograms(_ block: Int) {
    let state = engine
    var replayed = 0
    for seed in (block * 25)..<(block * 25 + 25) {
      state.pointee.replay.isEnabled = false
      var ordinary: [[Double]] = []
      let failure = Failure.caught { ordinary = Self.run(seed) }
      state.pointee.replay.isEnabled = true
      let before = state.pointee.replay.replayedSteps
      var values: [[Double]] = []
      #expect(Failure.caught { values = Self.run(seed) } == failure, "program \(seed)")
      replayed += state.pointee.replay.replayedSteps - before
      #expect(bits(values) == bits(ordinary), "program \(seed)")
      verifyReplay()
      #expect(Failure.caught { values = Self.run(seed) } == failure, "program \(seed), verified")
      verifyReplay(false)
      #expect(bits(values) == bits(ordinary), "program \(seed), verified")
    }
    #expect(replayed > 20)
  }
}
