import Nabla
import Testing

@Suite struct TrainingTests {
  /// The run of the design: XOR with 2-8-1, the numbers of PyTorch.
  @Test func xorTrainsAsInPyTorch() {
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    manualSeed(42)
    let model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
    let initial = TorchGoldens.table("xor_parameters")
    #expect(model.namedParameters.map { $0.name } == ["0.weight", "0.bias", "2.weight", "2.bias"])
    for (name, value) in model.namedParameters { #expect(value.toArray() == initial[name]) }

    let optimizer = SGD(model.parameters, lr: 0.5, momentum: 0.9)
    var losses: [Double] = []
    for _ in 0..<2000 {
      optimizer.zeroGrad()
      let loss = mseLoss(model(x), y)
      loss.backward()
      optimizer.step()
      losses.append(loss.item())
    }
    let expected = TorchGoldens.torch["xor_losses"] as? [String: Double] ?? [:]
    #expect(expected.count == 11)
    for (epoch, loss) in expected {
      guard let epoch = Int(epoch) else { continue }
      #expect((losses[epoch] - loss).magnitude <= 2e-4 * loss, "epoch \(epoch): \(losses[epoch]) and \(loss)")
    }
  }
}

/// Modules, optimizers, schedules and loaders against PyTorch's, as `make_torch.py` ran them.
@Suite struct PyTorchAgreementTests {
  private func near(_ tensor: Tensor?, _ numbers: [Double]?, _ what: String) {
    guard let tensor, let numbers, tensor.count == numbers.count else {
      Issue.record("\(what): \(tensor?.shape ?? []) and \(numbers?.count ?? -1) numbers")
      return
    }
    let wanted = Tensor(numbers, shape: [numbers.count])
    let given = tensor.to(.float32).flatten()
    #expect(given.allClose(wanted, rtol: 1e-5, atol: 2e-6), "\(what): \(given) and \(wanted)")
  }

  @Test func modulesInitializeAndDifferentiate() throws {
    let (a, m3, img) = (ForwardTests.a, ForwardTests.m3, ForwardTests.img)
    let runs: [String: () -> (any Module, Tensor)] = [
      "Linear": { let m = Linear(3, 5); return (m, m(a)) },
      "Conv2d": { let m = Conv2d(3, 4, 3, padding: 1); return (m, m(img)) },
      "Conv1d": { let m = Conv1d(3, 2, 2); return (m, m(m3)) },
      "Embedding": { let m = Embedding(7, 5); return (m, m(Tensor([[0, 6], [3, 3]], dtype: .int64))) },
      "BatchNorm1d": { let m = BatchNorm1d(3); return (m, m(a)) },
      "BatchNorm2d": { let m = BatchNorm2d(3); return (m, m(img)) },
      "LayerNorm": { let m = LayerNorm(4); return (m, m(m3)) },
      "RNN": { let m = RNN(4, 3, layers: 2); return (m, m(m3).output) },
      "LSTM": {
        let m = LSTM(4, 3, batchFirst: true)
        let (output, (_, c)) = m(m3)
        return (m, cat([output.flatten(), c.flatten()]))
      },
      "GRU": {
        let m = GRU(4, 3)
        let (output, h) = m(m3)
        return (m, cat([output.flatten(), h.flatten()]))
      },
      "MultiHeadAttention": {
        let m = MultiHeadAttention(4, 2)
        let (output, weights) = m(m3, m3.flip([0]), m3 * 2)
        return (m, cat([output.flatten(), weights.flatten()]))
      },
    ]
    let goldens = try #require(TorchGoldens.torch["modules"] as? [String: [String: Any]])
    #expect(Set(runs.keys) == Set(goldens.keys))
    for (name, golden) in goldens {
      guard let run = runs[name] else { continue }
      manualSeed(123)
      let (module, output) = run()
      output.square().mean().backward()
      #expect(module.namedParameters.map { $0.name } == golden["names"] as? [String], "\(name)")
      let parameters = golden["parameters"] as? [String: [Double]] ?? [:]
      let gradients = golden["gradients"] as? [String: [Double]] ?? [:]
      near(output, golden["output"] as? [Double], name)
      for (parameter, value) in module.namedParameters {
        #expect(value.toArray() == parameters[parameter]?.map { Double(Float($0)) }, "\(name) \(parameter)")
        near(value.grad, gradients[parameter], "\(name) \(parameter) gradient")
      }
      for (buffer, numbers) in golden["buffers"] as? [String: [Double]] ?? [:] where buffer != "num_batches_tracked" {
        near(module[buffer], numbers, "\(name) \(buffer)")
      }
    }
  }

  @Test func optimizersStepAlike() throws {
    let makers: [String: ([Tensor]) -> Optimizer] = [
      "SGD": { SGD($0, lr: 0.1) },
      "SGD momentum": { SGD($0, lr: 0.1, momentum: 0.9, dampening: 0.1, weightDecay: 0.01) },
      "SGD nesterov": { SGD($0, lr: 0.1, momentum: 0.9, nesterov: true) },
      "Adam": { Adam($0, lr: 0.1) },
      "Adam amsgrad": { Adam($0, lr: 0.1, weightDecay: 0.05, amsgrad: true) },
      "AdamW": { AdamW($0, lr: 0.1) },
      "RMSprop": { RMSprop($0, lr: 0.05) },
      "RMSprop centered": { RMSprop($0, lr: 0.05, momentum: 0.5, centered: true) },
      "Adagrad": { Adagrad($0, lr: 0.2, lrDecay: 0.1) },
      "LBFGS": { LBFGS($0, lr: 0.5, maxIter: 4) },
    ]
    let goldens = TorchGoldens.torch["optimizers"] as? [String: [Double]] ?? [:]
    #expect(Set(makers.keys) == Set(goldens.keys))
    for (name, numbers) in goldens {
      let w = Tensor([1, -2, 0.5], dtype: .float64, requiresGrad: true)
      guard let optimizer = makers[name]?([w]) else { continue }
      func loss() -> Tensor { (w - Tensor([0.3, 0.1, -0.7], dtype: .float64)).square().sum() + (w ** 4).sum() * 0.1 }
      for _ in 0..<10 {
        if let lbfgs = optimizer as? LBFGS {
          lbfgs.step(loss)
        } else {
          optimizer.zeroGrad()
          loss().backward()
          optimizer.step()
        }
      }
      for (given, wanted) in zip(w.toArray(), numbers) {
        #expect((given - wanted).magnitude < 1e-12 + 1e-9 * wanted.magnitude, "\(name): \(w.toArray()), \(numbers)")
      }
    }
  }

  @Test func schedulesFollowTheirFormulas() {
    let makers: [String: (Optimizer) -> Schedule] = [
      "StepLR": { StepLR($0, stepSize: 3, gamma: 0.5) },
      "MultiStepLR": { MultiStepLR($0, milestones: [2, 5]) },
      "ExponentialLR": { ExponentialLR($0, gamma: 0.9) },
      "LinearLR": { LinearLR($0, startFactor: 0.25, endFactor: 1, totalIters: 4) },
      "CosineAnnealingLR": { CosineAnnealingLR($0, tMax: 6, etaMin: 0.01) },
      "LambdaLR": { LambdaLR($0) { 1 / Double(1 + $0) } },
    ]
    let goldens = TorchGoldens.torch["schedules"] as? [String: [Double]] ?? [:]
    #expect(Set(makers.keys) == Set(goldens.keys))
    for (name, rates) in goldens {
      let optimizer = SGD([Tensor.zeros([1], requiresGrad: true)], lr: 0.4)
      guard let schedule = makers[name]?(optimizer) else { continue }
      for (epoch, rate) in rates.enumerated() {
        #expect((optimizer.lr - rate).magnitude < 1e-12, "\(name) at \(epoch): \(optimizer.lr), \(rate)")
        schedule.step()
      }
    }
  }

  @Test func loadersShuffleAndClippingScalesAlike() {
    manualSeed(5)
    let values = Tensor.arange(0.0, 11.0)
    let loader = DataLoader(Dataset(values, values), batchSize: 4, shuffle: true)
    var batches: [[Double]] = []
    for _ in 0..<2 { for (x, _) in loader { batches.append(x.toArray()) } }
    #expect(batches == TorchGoldens.torch["loader"] as? [[Double]])

    let parameters = [Tensor.ones([3], requiresGrad: true), Tensor.ones([2], requiresGrad: true)]
    parameters[0].sum().backward()
    (parameters[1] * 3).sum().backward()
    let golden = TorchGoldens.torch["clip"] as? [Any] ?? []
    #expect(golden.count == 3)
    let norm = clipGradNorm(parameters, 2)
    #expect((norm - (golden.first as? Double ?? 0)).magnitude < 1e-5)
    near(parameters[0].grad, golden.dropFirst().first as? [Double], "clip")
    near(parameters[1].grad, golden.last as? [Double], "clip")
  }
}
