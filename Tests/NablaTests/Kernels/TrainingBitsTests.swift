import CKernels
import Nabla
import Testing

/// Whole programs have the same bits on every path, with every number of threads, and replayed or not.
extension PathTests {
  /// A training run: losses and parameters.
  struct Run: Sendable, CustomStringConvertible {
    let name: String
    let body: @Sendable () -> [[Double]]
    var description: String { name }
  }

  static let runs = [
    Run(name: "XOR", body: xor),
    Run(name: "moons with dropout", body: moons),
    Run(name: "convolutions with batch norm", body: convolutions),
    Run(name: "a block of a transformer", body: transformer),
    Run(name: "LSTM", body: lstm),
    Run(name: "a formula by hand", body: formula),
  ]

  @Sendable private static func xor() -> [[Double]] {
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    let model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
    return train(model, SGD(model.parameters, lr: 0.5, momentum: 0.9), 60) { mseLoss(model(x), y) }
  }

  @Sendable private static func moons() -> [[Double]] {
    let moons = Dataset.moons(100, noise: 0.1, generator: Generator(.torch, seed: 3))
    let model = Sequential(Linear(2, 16), ReLU(), Dropout(0.2), Linear(16, 16), GELU(), Linear(16, 1))
    return train(model, AdamW(model.parameters, lr: 0.01), 20) { bceWithLogits(model(moons.x), moons.y) }
  }

  @Sendable private static func convolutions() -> [[Double]] {
    let digits = Dataset.digits
    let x = (digits.x[0..<32] / 16).reshape([32, 1, 8, 8])
    let y = digits.y[0..<32]
    let model = Sequential(
      Conv2d(1, 6, 3, padding: 1), BatchNorm2d(6), ReLU(), MaxPool2d(2), Conv2d(6, 8, 3, padding: 1), BatchNorm2d(8),
      ReLU(), MaxPool2d(2), Flatten(), Linear(32, 10))
    return train(model, SGD(model.parameters, lr: 0.05, momentum: 0.9), 6) { crossEntropy(model(x), y) }
  }

  @Sendable private static func transformer() -> [[Double]] {
    let block = Block()
    let x = Tensor((0..<40).map { (i: Int) -> Int in (i * 7 + i / 5) % 11 }).reshape([4, 10])
    let y = Tensor((0..<40).map { (i: Int) -> Int in (i * 5 + 3) % 11 })
    return train(block, Adam(block.parameters, lr: 0.01), 8) { crossEntropy(block(x), y) }
  }

  @Sendable private static func lstm() -> [[Double]] {
    let (cell, head) = (LSTM(3, 12, batchFirst: true), Linear(12, 1))
    let x = Tensor.randn([5, 7, 3], generator: Generator(.torch, seed: 4))
    let parameters = cell.parameters + head.parameters
    return train(head, RMSprop(parameters, lr: 0.01), 8) { head(cell(x).output).square().mean() }
  }

  @Sendable private static func formula() -> [[Double]] {
    var w = Tensor([[0.3, -0.2], [0.1, 0.4]], requiresGrad: true)
    var b = Tensor([0.1, -0.1], requiresGrad: true)
    let x = Tensor([[1, 2], [3, 4], [5, 6]])
    let y = Tensor([[1, 0], [0, 1], [1, 1]])
    var losses: [Double] = []
    for _ in 0..<40 {
      let z = x.matmul(w) + b
      let error = 1 / (1 + exp(-z)) - y
      let loss = (error ** 2).mean() + 0.01 * (w * w).sum()
      loss.backward()
      noGrad {
        if let g = w.grad { w -= 0.3 * g }
        if let g = b.grad { b -= 0.3 * g }
      }
      (w.grad, b.grad) = (nil, nil)
      losses.append(loss.item())
    }
    return [losses, w.toArray(), b.toArray()]
  }

  private static func train(
    _ model: any Module, _ optimizer: Optimizer, _ steps: Int, _ loss: () -> Tensor
  ) -> [[Double]] {
    var losses: [Double] = []
    for _ in 0..<steps {
      optimizer.zeroGrad()
      let value = loss()
      value.backward()
      optimizer.step()
      losses.append(value.item())
    }
    return [losses] + optimizer.parameters.map { $0.toArray() } + model.namedTensors.map { $0.value.toArray() }
  }

  /// Embeddings, attention, layer norms and GELU.
  private struct Block: Module {
    let token = Embedding(11, 16)
    let position = Embedding(10, 16)
    let first = LayerNorm(16)
    let attention = MultiHeadAttention(16, 4, batchFirst: true)
    let second = LayerNorm(16)
    let wide = Linear(16, 32)
    let narrow = Linear(32, 16)
    let head = Linear(16, 11)

    func callAsFunction(_ x: Tensor) -> Tensor {
      var h = token(x) + position(Tensor.arange(10))
      let normal = first(h)
      h = h + attention(normal, normal, normal).output
      h = h + narrow(gelu(wide(second(h))))
      return head(h).reshape([-1, 11])
    }
  }

  /// Does `body` on each path, with one thread and with three that share every call, without replay and with it; the
  /// first time in the plainest way.
  private func everywhere(_ body: (_ place: String, _ isFirst: Bool) -> Void) {
    let (path, threads) = (nk_path(), nk_threads())
    defer {
      _ = nk_set_path(path)
      nk_set_threads(threads)
      nk_set_sharing_threshold(20_000)
      engine.pointee.replay.isEnabled = true
    }
    nk_set_sharing_threshold(1)
    var isFirst = true
    for path in 0..<nk_path_count() {
      for threads in [1, 3] as [Int32] {
        for isReplayed in [false, true] {
          _ = nk_set_path(path)
          nk_set_threads(threads)
          engine.pointee.replay.isEnabled = isReplayed
          body("\(String(cString: nk_path_name(path))), \(threads) threads\(isReplayed ? ", replayed" : "")", isFirst)
          isFirst = false
        }
      }
    }
  }

  private func bits(_ values: [[Double]]) -> [[UInt64]] {
    values.map { $0.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern } }
  }

  @Test(arguments: runs) func trainingRunsAreTheSame(_ run: Run) {
    var expected: [[UInt64]] = []
    everywhere { place, isFirst in
      manualSeed(11)
      let values = run.body()
      #expect(values.allSatisfy { $0.allSatisfy(\.isFinite) } && values[0].first != values[0].last)
      if isFirst { expected = bits(values) }
      #expect(bits(values) == expected, "\(run): \(place)")
    }
  }

  /// Each operation as a program calls it: some steps of gradient descent on its inputs, in both float types.
  @Test(arguments: GradientTests.operationNames) func operationsAreTheSame(_ name: String) throws {
    let operation = try GradientTests.operation(name)
    for (example, dtype) in operation.cases.flatMap({ example in [DType.float32, .float64].map { (example, $0) } }) {
      var expected: [[UInt64]] = []
      everywhere { place, isFirst in
        let leaves = example.inputs.enumerated().map { i, sample -> Tensor in
          let leaf = GradientTests.values(sample, salt: i).to(dtype).clone()
          leaf.requiresGrad = true
          return leaf
        }
        let optimizer = SGD(leaves, lr: 1e-3)
        var values: [[Double]] = []
        for _ in 0..<5 {
          optimizer.zeroGrad()
          manualSeed(2)
          let result = example.function(leaves)
          guard result.requiresGrad else { break }
          (result * result).sum().backward()
          optimizer.step()
          values += [result.toArray()] + leaves.map { $0.grad?.toArray() ?? [] }
        }
        if isFirst { expected = bits(values) }
        #expect(bits(values) == expected, "\(name), \(example.label), \(dtype): \(place)")
      }
    }
  }
}
