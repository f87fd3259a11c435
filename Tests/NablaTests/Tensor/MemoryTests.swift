import Nabla
import Testing

/// Small tensors are used again without harm to those that are kept.
@Suite struct MemoryTests {
  /// What the engine has asked for: nodes, blocks of memory from the system, bytes in use.
  private var demands: [Int] {
    let state = engine
    return [state.pointee.recycler.allocations, state.pointee.pool.systemAllocations, state.pointee.pool.usedBytes]
  }

  /// After some steps, 100,000 more ask for nothing: replayed, in the ordinary way, and in batches.
  @Test(arguments: [(isReplayed: true, steps: 100_000), (isReplayed: false, steps: 5_000)])
  func trainingAllocatesNothingInTheLongRun(_ isReplayed: Bool, _ steps: Int) {
    engine.pointee.replay.isEnabled = isReplayed
    defer { engine.pointee.replay.isEnabled = true }
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    let model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
    let optimizer = SGD(model.parameters, lr: 0.1, momentum: 0.9)
    func train(_ steps: Int) {
      for _ in 0..<steps {
        optimizer.zeroGrad()
        mseLoss(model(x), y).backward()
        optimizer.step()
      }
    }
    train(300)
    let before = demands
    let replayed = engine.pointee.replay.replayedSteps
    train(steps)
    #expect(demands == before)
    #expect(engine.pointee.replay.replayedSteps - replayed == (isReplayed ? steps : 0))
  }

  @Test func trainingInBatchesAllocatesNothingInTheLongRun() {
    let points = Tensor.randn([32, 3], generator: Generator(.torch, seed: 1))
    let classes = Tensor((0..<32).map { $0 % 3 })
    let loader = DataLoader(Dataset(points, classes), batchSize: 8, shuffle: true)
    let model = Sequential(Linear(3, 8), ReLU(), Linear(8, 3))
    let optimizer = Adam(model.parameters, lr: 0.01)
    func train(_ epochs: Int) {
      for _ in 0..<epochs {
        for (x, y) in loader {
          optimizer.zeroGrad()
          crossEntropy(model(x), y).backward()
          optimizer.step()
        }
      }
    }
    train(100)
    let before = demands
    let replayed = engine.pointee.replay.replayedSteps
    train(1000)
    #expect(demands == before)
    #expect(engine.pointee.replay.replayedSteps - replayed > 3900)
  }

  @Test func whatIsKeptIsNotOverwritten() {
    var kept: [(tensor: Tensor, value: Double)] = []
    let w = Tensor(2, dtype: .float64, requiresGrad: true)
    for i in 0..<5000 {
      let result = w * Double(i) + 1
      _ = (result * result).tanh()
      if i % 7 == 0 { kept.append((result, 2 * Double(i) + 1)) }
      if i % 91 == 0 { kept.removeFirst(kept.count / 2) }
    }
    for (tensor, value) in kept { #expect(tensor.item() == value) }
    // Their histories are whole too.
    guard let last = kept.last else { return }
    last.tensor.backward()
    #expect(w.grad?.item() == (last.value - 1) / 2)
  }
}
