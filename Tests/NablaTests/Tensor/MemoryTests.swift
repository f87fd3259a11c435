import Nabla
import Testing

/// Small tensors are used again without harm to those that are kept.
@Suite struct MemoryTests {
  @Test func aTrainingStepAllocatesNothingInTheLongRun() {
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
    train(200)
    let nodes = engine.pointee.recycler.allocations
    let blocks = engine.pointee.pool.systemAllocations
    let bytes = engine.pointee.pool.usedBytes
    train(2000)
    #expect(engine.pointee.recycler.allocations == nodes)
    #expect(engine.pointee.pool.systemAllocations == blocks)
    #expect(engine.pointee.pool.usedBytes == bytes)
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
