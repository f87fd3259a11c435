import CKernels
import Nabla
import Testing

/// Networks as people train them, replayed and not.
@Suite struct ReplayTrainingTests {
  /// Trains in batches, and gives back the losses, the parameters and all other state.
  private static func train(
    _ model: any Module, _ optimizer: Optimizer, _ loader: DataLoader, epochs: Int, clip: Double? = nil,
    loss: (Tensor, Tensor) -> Tensor = { crossEntropy($0, $1) }, predict: ((Tensor) -> Tensor)? = nil
  ) -> [[Double]] {
    var losses: [Double] = []
    for _ in 0..<epochs {
      for (x, y) in loader {
        optimizer.zeroGrad()
        let loss = loss(predict?(x) ?? model(x), y)
        loss.backward()
        if let clip { losses.append(clipGradNorm(model.parameters, clip)) }
        optimizer.step()
        losses.append(loss.item())
      }
    }
    return [losses] + model.parameters.map { $0.toArray() } + model.namedTensors.map { $0.value.toArray() }
  }

  private static func expectReplayed(
    atLeast count: Int, _ program: () -> [[Double]], location: SourceLocation = #_sourceLocation
  ) {
    let (replayed, ordinary, times) = ReplayTests.three(program)
    ReplayTests.expectSame(replayed, ordinary, location: location)
    #expect(times >= count, sourceLocation: location)
  }

  /// Class numbers, or letters, in no simple order.
  private static func numbers(_ count: Int, below limit: Int) -> Tensor {
    var dice = ReplayProgramTests.Dice(count)
    let values: [Int] = (0..<count).map { _ in dice.below(limit) }
    return Tensor(values)
  }

  @Test func aConvolutionalNetwork() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(1)
      let model = Sequential(
        Conv2d(1, 4, 3, padding: 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 6, 3), ReLU(), AvgPool2d(2),
        Flatten(), Dropout(0.3), Linear(6, 4))
      let images = Dataset(Tensor.randn([24, 1, 8, 8]), Self.numbers(24, below: 4))
      let optimizer = SGD(model.parameters, lr: 0.05, momentum: 0.9, weightDecay: 1e-3, nesterov: true)
      return Self.train(model, optimizer, DataLoader(images, batchSize: 8, shuffle: true), epochs: 10)
    }
  }

  @Test func aPerceptronWithDropoutAndBatchNorm() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(2)
      let model = Sequential(Linear(3, 16), BatchNorm1d(16), GELU(), Dropout(0.5), Linear(16, 3))
      let data = Dataset(Tensor.randn([40, 3]), Self.numbers(40, below: 3))
      let optimizer = AdamW(model.parameters, lr: 0.01, weightDecay: 0.1)
      return Self.train(
        model, optimizer, DataLoader(data, batchSize: 10, shuffle: true), epochs: 8, clip: 0.5,
        loss: { crossEntropy($0, $1, labelSmoothing: 0.1) })
    }
  }

  /// Letters to letters, with attention.
  private struct Transformer: Module {
    let token = Embedding(11, 8)
    let position = Embedding(6, 8)
    let norm1 = LayerNorm(8)
    let qkv = Linear(8, 24)
    let projection = Linear(8, 8)
    let norm2 = LayerNorm(8)
    let wide = Linear(8, 16)
    let narrow = Linear(16, 8)
    let head = Linear(8, 11)
    private let places = Tensor.arange(6)

    func callAsFunction(_ x: Tensor) -> Tensor {
      let (rows, length) = (x.shape[0], x.shape[1])
      var h = token(x) + position(places)
      let parts = qkv(norm1(h)).split(8, dim: 2).map { $0.reshape([rows, length, 2, 4]).transpose(1, 2) }
      let attended = scaledDotProductAttention(parts[0], parts[1], parts[2], isCausal: true)
      h = h + dropout(projection(attended.transpose(1, 2).reshape([rows, length, 8])), p: 0.1)
      h = h + narrow(gelu(wide(norm2(h))))
      return head(h).reshape([-1, 11])
    }
  }

  @Test func aTransformer() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(3)
      let model = Transformer()
      let text = Self.numbers(120, below: 11).reshape([20, 6])
      let next = Self.numbers(120, below: 11).reshape([20, 6])
      let loader = DataLoader(Dataset(text, next), batchSize: 5, shuffle: true)
      return Self.train(
        model, Adam(model.parameters, lr: 0.01), loader, epochs: 8, clip: 1,
        loss: { crossEntropy($0, $1.reshape([-1])) })
    }
  }

  /// Recurrent networks, whose states of all steps are stacked, and the last ones beside them.
  @Test(arguments: ["RNN", "LSTM", "GRU"]) func recurrentNetworks(_ name: String) {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(5)
      let head = Linear(4, 3)
      let recurrent: RecurrentModule = name == "RNN" ? RNN(3, 4, layers: 2, batchFirst: true)
        : name == "LSTM" ? LSTM(3, 4, batchFirst: true) : GRU(3, 4, batchFirst: true)
      let data = Dataset(Tensor.randn([20, 6, 3]), Self.numbers(20, below: 3))
      let optimizer = Adam(head.parameters + recurrent.parameters, lr: 0.01)
      var seen: [[Double]] = []
      let trained = Self.train(
        head, optimizer, DataLoader(data, batchSize: 5, shuffle: true), epochs: 8,
        predict: { x in
          let output = switch recurrent {
          case let lstm as LSTM: lstm(x).output
          case let gru as GRU: gru(x).output
          default: (recurrent as? RNN)?(x).output ?? x
          }
          seen.append(output.toArray())
          return head(output[.all, -1])
        })
      return trained + seen + recurrent.parameters.map { $0.toArray() }
    }
  }

  /// A recurrence as people write it: a step of the batch and the state side by side, and four or more states at once.
  @Test func aRecurrenceByHand() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(6)
      let (cell, head) = (Linear(7, 4), Linear(4, 2))
      let data = Dataset(Tensor.randn([24, 5, 3]), Tensor.randn([24, 6, 2]))
      let optimizer = SGD(cell.parameters + head.parameters, lr: 0.05)
      let loader = DataLoader(data, batchSize: 4, shuffle: true)
      return Self.train(cell, optimizer, loader, epochs: 6, loss: { mseLoss($0, $1) }) { x in
        var h = Tensor.zeros([4, 4])
        var states = [Tensor.ones([4, 4])]
        for t in 0..<5 {
          h = cell(cat([x[.all, t], h], dim: 1)).tanh()
          states.append(h)
        }
        return head(stack(states, dim: 1))
      } + head.parameters.map { $0.toArray() }
    }
  }

  /// Calls that differ only in how many inputs they have, or in what else they read.
  @Test func callsWithMoreInputsAreOtherCalls() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(9)
      let w = Tensor.randn([4, 3], requiresGrad: true)
      let (mean, variance) = (Tensor([0.1, 0.2, 0.3]), Tensor([1.0, 2.0, 0.5]))
      var seen: [[Double]] = []
      for step in 0..<80 {
        w.grad = nil
        let rows = [w, w, w, w, w][..<(step % 20 == 13 ? 3 : step % 20 == 17 ? 4 : 5)]
        let normal = batchNorm(cat(Array(rows)), mean: mean, variance: variance, training: step % 15 == 14, momentum: 0)
        normal.square().mean().backward()
        seen.append(w.grad?.toArray() ?? [])
      }
      return seen
    }
  }

  /// Batch norm that does not train reads statistics that the program may change, before backward too.
  @Test func batchNormThatDoesNotTrain() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(7)
      let norm = BatchNorm1d(3)
      norm.isTraining = false
      let layer = Linear(3, 3)
      let x = Tensor.randn([6, 3])
      var seen: [[Double]] = []
      var kept: [Tensor] = []
      for step in 0..<60 {
        for parameter in layer.parameters + norm.parameters { parameter.grad = nil }
        guard let mean = norm.runningMean, let variance = norm.runningVariance else { return [] }
        if step % 9 == 8 { mean.copy(from: Tensor.randn([3])) }
        let loss = norm(layer(x)).square().mean()
        if step % 7 == 6 { variance.copy(from: variance * 1.5) }
        if step % 10 == 9 {
          // Gradients of gradients read the statistics of their step, later too.
          loss.backward(createGraph: true)
          if let gradient = layer.weight.grad { kept.append(gradient.square().sum()) }
        } else {
          loss.backward()
        }
        for parameter in layer.parameters + norm.parameters { seen.append(parameter.grad?.toArray() ?? []) }
      }
      for gradient in kept {
        layer.weight.grad = nil
        gradient.backward()
        seen.append(layer.weight.grad?.toArray() ?? [])
      }
      return seen
    }
  }

  /// Data that change places, or are one and the same.
  @Test func dataChangePlaces() {
    Self.expectReplayed(atLeast: 20) {
      manualSeed(8)
      let w = Tensor.randn([3], requiresGrad: true)
      let data = (0..<3).map { _ in Tensor.randn([3]) }
      var seen: [[Double]] = []
      for step in 0..<80 {
        w.grad = nil
        let (a, b) = step < 20 ? (data[0], data[1]) : step % 3 == 0 ? (data[1], data[0]) : (data[step % 2], data[2])
        let joined = cat([a, w, b, step % 20 == 19 ? a : data[1 + step % 2], w])
        let loss = (joined * Tensor.arange(15)).square().mean()
        loss.backward()
        seen.append([loss.item()] + (w.grad?.toArray() ?? []))
      }
      return seen
    }
  }

  /// What batch norm writes is its own affair, until a parameter's gradient depends on it.
  @Test func runningStatisticsMayTakePart() {
    Self.expectReplayed(atLeast: 0) {
      manualSeed(4)
      let norm = BatchNorm1d(3)
      let w = Tensor.randn([3], requiresGrad: true)
      let x = Tensor.randn([6, 3])
      var seen: [[Double]] = []
      for _ in 0..<20 {
        w.grad = nil
        guard let running = norm.runningMean else { return [] }
        let before = w * running
        let failure = Failure.caught { (norm(x * w).square().mean() + before.sum()).backward() }
        seen.append([failure == nil ? 0 : 1] + (w.grad?.toArray() ?? []))
      }
      return seen
    }
  }

  /// Indices are looked at once, by the operation; changed to others before backward, they led its kernels anywhere.
  @Test(arguments: ["indexSelect", "gather", "crossEntropy"], [false, true])
  func indicesThatChangeBeforeBackwardAreAnError(_ operation: String, _ isReplayed: Bool) {
    let w = Tensor.randn([4, 3], requiresGrad: true)
    let index = Tensor([0, 1, 2, 0] as [Int])
    func loss() -> Tensor {
      w.grad = nil
      switch operation {
      case "indexSelect": return w.indexSelect(0, index).sum()
      case "gather": return w.gather(1, index.unsqueeze(1)).sum()
      default: return crossEntropy(w, index)
      }
    }
    if isReplayed { for _ in 0..<8 { loss().backward() } }
    let changed = loss()
    index.copy(from: Tensor([1 << 40, 1 << 40, 1 << 40, 1 << 40] as [Int]))
    let failure = Failure.caught { changed.backward() }
    #expect(failure?.message.contains("copy(from:) has changed it in place") == true)
    #expect(w.grad == nil)
  }
}
