import Nabla
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Small tensors are used again without harm to those that are kept.
@Suite struct MemoryTests {
  /// What a program asked the engine for: nodes, blocks of memory from the system, bytes in use; and the steps replayed.
  private struct Demands: Equatable, Sendable {
    var nodes: Int, blocks: Int, bytes: Int
    var replayed = 0

    init() {
      let state = engine
      nodes = state.pointee.recycler.allocations
      blocks = state.pointee.pool.systemAllocations
      bytes = state.pointee.pool.usedBytes
    }
  }

  /// What the later steps of a training asked for, on a thread that has seen nothing else.
  private func demands(
    isReplayed: Bool, _ trainer: @escaping () -> (Int) -> Void, _ first: Int, _ later: Int
  ) -> (before: Demands, after: Demands) {
    onFreshThread {
      engine.pointee.replay.isEnabled = isReplayed
      let train = trainer()
      train(first)
      var before = Demands()
      let replayed = engine.pointee.replay.replayedSteps
      train(later)
      let after = Demands()
      before.replayed = engine.pointee.replay.replayedSteps - replayed
      return (before, after)
    }
  }

  private func expectNothing(_ demands: (before: Demands, after: Demands), replayed: Int) {
    var before = demands.before
    #expect(before.replayed >= replayed)
    before.replayed = 0
    #expect(before == demands.after)
  }

  /// After some steps, 100,000 more ask for nothing, replayed or not.
  @Test func trainingAllocatesNothingInTheLongRun() {
    func trainer() -> (Int) -> Void {
      let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
      let y = Tensor([[0], [1], [1], [0]])
      let model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
      let optimizer = SGD(model.parameters, lr: 0.1, momentum: 0.9)
      return { steps in
        for _ in 0..<steps {
          optimizer.zeroGrad()
          mseLoss(model(x), y).backward()
          optimizer.step()
        }
      }
    }
    expectNothing(demands(isReplayed: true, trainer, 300, 100_000), replayed: 100_000)
    expectNothing(demands(isReplayed: false, trainer, 300, 5_000), replayed: 0)
  }

  @Test func trainingInBatchesAllocatesNothingInTheLongRun() {
    func trainer() -> (Int) -> Void {
      let points = Tensor.randn([32, 3], generator: Generator(.torch, seed: 1))
      let classes = Tensor((0..<32).map { (i: Int) -> Int in i % 3 })
      let loader = DataLoader(Dataset(points, classes), batchSize: 8, shuffle: true)
      let model = Sequential(Linear(3, 8), ReLU(), Linear(8, 3))
      let optimizer = Adam(model.parameters, lr: 0.01)
      return { epochs in
        for _ in 0..<epochs {
          for (x, y) in loader {
            optimizer.zeroGrad()
            crossEntropy(model(x), y).backward()
            optimizer.step()
          }
        }
      }
    }
    expectNothing(demands(isReplayed: true, trainer, 100, 1000), replayed: 3900)
  }

  @Test func recurrentStepsAllocateNothingInTheLongRun() {
    func trainer() -> (Int) -> Void {
      let x = Tensor.randn([5, 4, 3], generator: Generator(.torch, seed: 1))
      let model = RNN(3, 6, layers: 2)
      let optimizer = SGD(model.parameters, lr: 0.01)
      return { steps in
        for _ in 0..<steps {
          optimizer.zeroGrad()
          model(x).output.square().mean().backward()
          optimizer.step()
        }
      }
    }
    expectNothing(demands(isReplayed: true, trainer, 300, 2000), replayed: 2000)
    expectNothing(demands(isReplayed: false, trainer, 300, 2000), replayed: 0)
  }

  /// Where memory ends, a plan is what can be spared.
  @Test func plansGiveTheirMemoryBack() {
    let (hadPlans, count, hasPlans) = onFreshThread {
      let w = Tensor.ones([20, 20], requiresGrad: true)
      for _ in 0..<10 {
        w.grad = nil
        w.square().sum().backward()
      }
      w.grad = nil
      let state = engine
      let hadPlans = state.pointee.replay.holdsMemory
      let limit = state.pointee.pool.useLimit
      state.pointee.pool.releaseCache()
      state.pointee.pool.useLimit = state.pointee.pool.usedBytes + 64
      let one = Tensor.zeros([400])
      state.pointee.pool.useLimit = limit
      return (hadPlans, one.count, state.pointee.replay.holdsMemory)
    }
    #expect(hadPlans && count == 400 && !hasPlans)
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

/// What a thread is to do.
private final class Work {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

/// The value of `body`, computed on a thread of its own.
private func onFreshThread<Value>(_ body: @escaping () -> Value) -> Value {
  var value: Value?
  var thread = pthread_t()
  let work = Unmanaged.passRetained(Work { value = body() })
  #if canImport(Glibc)
  let status = pthread_create(&thread, nil, { raw in
    raw.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
    return nil
  }, work.toOpaque())
  #else
  var created: pthread_t?
  let status = pthread_create(&created, nil, { raw in
    Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().body()
    return nil
  }, work.toOpaque())
  if let created { thread = created }
  #endif
  precondition(status == 0 && pthread_join(thread, nil) == 0)
  guard let value else { preconditionFailure("the thread gave no value") }
  return value
}
