import CKernels
import Nabla
import Testing

/// Steps that repeat are replayed, and nobody can tell but by the clock.
@Suite struct ReplayTests {
  /// What a program returns with replay, without it, and with each step compared; and how many steps were replayed.
  static func three(_ program: () -> [[Double]]) -> (replayed: [[Double]], ordinary: [[Double]], count: Int) {
    let state = engine
    state.pointee.replay.isEnabled = false
    let ordinary = program()
    state.pointee.replay.isEnabled = true
    let before = state.pointee.replay.replayedSteps
    let replayed = program()
    let count = state.pointee.replay.replayedSteps - before
    verifyReplay()
    defer { verifyReplay(false) }
    var verified: [[Double]] = []
    let failure = Failure.caught { verified = program() }
    #expect(failure == nil)
    Self.expectSame(verified, ordinary)
    return (replayed, ordinary, count)
  }

  static func expectSame(_ a: [[Double]], _ b: [[Double]], location: SourceLocation = #_sourceLocation) {
    func bits(_ values: [[Double]]) -> [[UInt64]] { values.map { $0.map { $0.isNaN ? 0 : $0.bitPattern } } }
    #expect(bits(a) == bits(b), sourceLocation: location)
  }

  private static func xor(_ seed: Int = 1) -> (Tensor, Tensor, Sequential) {
    manualSeed(seed)
    return (
      Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), Tensor([[0], [1], [1], [0]]),
      Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
    )
  }

  @Test func aTrainingLoopIsReplayed() {
    let (replayed, ordinary, count) = Self.three {
      let (x, y, model) = Self.xor()
      let optimizer = SGD(model.parameters, lr: 0.5, momentum: 0.9)
      var losses: [Double] = []
      for _ in 0..<100 {
        optimizer.zeroGrad()
        let loss = mseLoss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
      }
      return [losses] + model.parameters.map { $0.toArray() }
    }
    Self.expectSame(replayed, ordinary)
    #expect(count > 90)
  }

  /// Every operation, in a loop that trains its inputs.
  @Test(arguments: GradientTests.operationNames) func everyOperation(_ path: String) throws {
    for example in try GradientTests.operation(path).cases {
      let (replayed, ordinary, _) = Self.three {
        let leaves = example.inputs.enumerated().map { i, sample -> Tensor in
          let leaf = GradientTests.values(sample, salt: i).clone()
          leaf.requiresGrad = true
          return leaf
        }
        let optimizer = SGD(leaves, lr: 1e-3)
        manualSeed(3)
        var losses: [Double] = []
        for _ in 0..<8 {
          optimizer.zeroGrad()
          let result = example.function(leaves)
          guard result.requiresGrad else { return [] }
          let loss = (result * result).sum()
          loss.backward()
          optimizer.step()
          losses.append(loss.item())
        }
        return [losses] + leaves.map { $0.toArray() } + leaves.map { $0.grad?.toArray() ?? [] }
      }
      Self.expectSame(replayed, ordinary)
    }
  }

  /// The operations of small networks and of formulas written by hand; without a plan they would be slow again.
  @Test func theOperationsOfLessonsHavePlans() throws {
    let planned = [
      "product.linear", "product.matmul", "activation.relu", "activation.sigmoid", "hyperbolic.tanh", "arithmetic.add",
      "arithmetic.subtract", "arithmetic.multiply", "arithmetic.divide", "scalar.add", "scalar.multiply", "scalar.pow",
      "loss.mse", "loss.bceWithLogits", "reduction.sum", "reduction.mean", "softmax.softmax",
      "softmax.logSoftmax", "view.reshape", "view.permute", "exponential.exp", "exponential.log",
      "convolution.conv2d", "convolution.conv2dInput", "pooling.maxPool2d", "pooling.avgPool2d",
      "normalization.layerNorm", "normalization.batchNorm", "dropout.dropout", "selection.where", "index.indexSelect",
      "index.gather", "index.scatterAdd", "loss.crossEntropy", "joining.cat",
    ]
    for path in planned {
      let example = try #require(try GradientTests.operation(path).cases.first)
      let leaves = example.inputs.enumerated().map { i, sample -> Tensor in
        let leaf = GradientTests.values(sample, salt: i).clone()
        leaf.requiresGrad = true
        return leaf
      }
      engine.pointee.replay.isEnabled = true
      let before = engine.pointee.replay.replayedSteps
      for _ in 0..<6 {
        for leaf in leaves { leaf.grad = nil }
        let result = example.function(leaves)
        (result * result).sum().backward()
      }
      #expect(engine.pointee.replay.replayedSteps > before, "\(path)")
    }
  }

  /// Activations are computed with the layer before them, unless that was changed in between.
  @Test func activationsJoinTheirLayers() {
    let (replayed, ordinary, _) = Self.three {
      let (x, y, model) = Self.xor()
      let layers = model.layers
      let optimizer = SGD(model.parameters, lr: 0.5)
      var seen: [[Double]] = []
      for step in 0..<40 {
        optimizer.zeroGrad()
        let sums = layers[0](x)
        if step % 7 == 6 { noGrad { sums.copy(from: sums * 0.5) } }
        let hidden = layers[1](sums)
        let loss = mseLoss(layers[3](layers[2](hidden)), y)
        if Failure.caught({ loss.backward() }) == nil { optimizer.step() }
        seen += [sums.toArray(), hidden.toArray(), [loss.item()]]
      }
      return seen
    }
    Self.expectSame(replayed, ordinary)
    let (x, y, model) = Self.xor()
    for _ in 0..<8 {
      for parameter in model.parameters { parameter.grad = nil }
      mseLoss(model(x), y).backward()
    }
    #expect(engine.pointee.replay.joinedCalls >= 2)
  }

  /// Classes are looked at by the program, so other classes are another call.
  @Test func classesMayChange() {
    let (replayed, ordinary, count) = Self.three {
      manualSeed(5)
      let x = Tensor.randn([6, 4])
      let y = Tensor([0, 1, 2, 0, 1, 2] as [Int])
      let model = Linear(4, 3)
      let optimizer = Adam(model.parameters, lr: 0.1)
      var losses: [Double] = []
      for step in 0..<40 {
        if step == 20 { y.copy(from: Tensor([2, 1, 0, 2, 1, 0] as [Int])) }
        optimizer.zeroGrad()
        let loss = crossEntropy(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
      }
      y.copy(from: Tensor([0, 1, 7, 0, 1, 2] as [Int]))
      let failure = Failure.caught { _ = crossEntropy(model(x), y) }
      return [losses, [failure == nil ? 0 : 1]]
    }
    Self.expectSame(replayed, ordinary)
    #expect(count > 20 && replayed.last == [1])
  }

  /// Batches are other tensors in each step.
  @Test func batchesAreReplayed() {
    let (replayed, ordinary, count) = Self.three {
      manualSeed(6)
      let points = Tensor.randn([20, 3])
      let classes = Tensor((0..<20).map { $0 % 3 })
      let loader = DataLoader(Dataset(points, classes), batchSize: 6, shuffle: true)
      let model = Sequential(Linear(3, 8), ReLU(), Linear(8, 3))
      let optimizer = Adam(model.parameters, lr: 0.05)
      var losses: [Double] = []
      var kept: [Tensor] = []
      for epoch in 0..<20 {
        for (x, y) in loader {
          optimizer.zeroGrad()
          let loss = crossEntropy(model(x), y, ignoreIndex: epoch < 16 ? -100 : 1)
          loss.backward()
          optimizer.step()
          losses.append(loss.item())
          if epoch % 6 == 5 { kept += [x, loss] }
        }
      }
      // A kept loss keeps the batch it was computed from.
      let inputs = kept.map { tensor in
        tensor.isLeaf ? tensor.toArray() : Tape(of: tensor).nodes.filter(\.isLeaf).flatMap { Tensor($0).toArray() }
      }
      return [losses] + inputs
    }
    Self.expectSame(replayed, ordinary)
    #expect(count > 25)
  }

  @Test func oneTensorInTwoPlacesIsReplacedInEach() {
    let (replayed, ordinary, count) = Self.three {
      let w = Tensor([0.5, -0.25], requiresGrad: true)
      let fixed = Tensor([1.0, 2.0])
      var losses: [Double] = []
      for step in 0..<60 {
        w.grad = nil
        let data = step < 20 ? fixed : Tensor([Double(step), 1.0 / Double(step)])
        let loss = (w * data).sum() + (w * (step < 40 ? fixed : data)).square().mean() + (data * data * w).sum()
        loss.backward()
        losses += [loss.item()] + (w.grad?.toArray() ?? [])
      }
      return [losses]
    }
    Self.expectSame(replayed, ordinary)
    #expect(count > 10)
  }

  @Test func whatIsKeptKeepsItsValuesAndItsHistory() {
    let (replayed, ordinary, _) = Self.three {
      let (x, y, model) = Self.xor()
      let optimizer = SGD(model.parameters, lr: 0.5)
      var losses: [Tensor] = []
      var predictions: [Tensor] = []
      var views: [Tensor] = []
      var gradients: [Tensor] = []
      for step in 0..<60 {
        optimizer.zeroGrad()
        let prediction = model(x)
        let loss = mseLoss(prediction, y)
        loss.backward()
        optimizer.step()
        if step > 10, step % 9 == 0 {
          losses.append(loss)
          predictions.append(prediction)
        }
        if step % 7 == 0 { views.append(prediction.detach()) }
        if step % 5 == 0, let gradient = model.parameters[0].grad { gradients.append(gradient) }
        if step % 4 == 0, let gradient = prediction.grad { gradients.append(gradient.T) }
      }
      // Histories too: the tape of a kept loss still has the values of its step.
      let tapes = losses.map { Tape(of: $0).nodes.filter { !$0.isLeaf }.flatMap { Tensor($0).toArray() } }
      return tapes + (losses + predictions + views + gradients).map { $0.toArray() }
    }
    Self.expectSame(replayed, ordinary)
  }

  @Test func gradientsAddUpWithoutZeroGrad() {
    let (replayed, ordinary, _) = Self.three {
      let (x, y, model) = Self.xor()
      let optimizer = SGD(model.parameters, lr: 0.1)
      var seen: [[Double]] = []
      for step in 0..<40 {
        if step % 3 == 0 { optimizer.zeroGrad() }
        mseLoss(model(x), y).backward()
        optimizer.step()
        seen.append(model.parameters[0].grad?.toArray() ?? [])
      }
      return seen
    }
    Self.expectSame(replayed, ordinary)
  }

  @Test func aProgramMayTurnElsewhereAtAnyTime() {
    let (replayed, ordinary, count) = Self.three {
      let (x, y, model) = Self.xor()
      let other = Tensor([[1, 0], [0.5, 0.5]])
      let optimizer = SGD(model.parameters, lr: 0.2)
      var seen: [[Double]] = []
      for step in 0..<120 {
        optimizer.zeroGrad()
        let hidden = model.layers[1](model.layers[0](x))
        if step % 11 == 5 { seen.append((hidden * 2).sum().item() == 0 ? [0] : hidden.toArray()) }
        var prediction = model.layers[3](model.layers[2](hidden))
        if step % 13 == 7 { prediction = prediction * 0.5 + 0.25 }
        let loss = step % 17 == 3 ? mseLoss(prediction, y, reduction: .sum) : mseLoss(prediction, y)
        if step % 19 == 4 { continue }
        loss.backward()
        optimizer.step()
        if step % 10 == 0 { seen.append(model(other).toArray() + noGrad { model(x) }.toArray()) }
        if step == 60 { model.layers.first.map { ($0 as? Linear)?.weight.requiresGrad = false } }
        if step == 90 { model.layers.first.map { ($0 as? Linear)?.weight.requiresGrad = true } }
        if step == 100 { optimizer.lr = 0.1 }
        seen.append([loss.item()])
      }
      return seen + model.parameters.map { $0.toArray() }
    }
    Self.expectSame(replayed, ordinary)
    #expect(count > 10)
  }

  @Test func twoNetworksInTurn() {
    let (replayed, ordinary, count) = Self.three {
      let (x, y, first) = Self.xor(1)
      let (_, _, second) = Self.xor(2)
      let optimizers = [SGD(first.parameters, lr: 0.3), SGD(second.parameters, lr: 0.3)]
      for _ in 0..<60 {
        for (model, optimizer) in zip([first, second], optimizers) {
          optimizer.zeroGrad()
          mseLoss(model(x), y).backward()
          optimizer.step()
        }
      }
      return (first.parameters + second.parameters).map { $0.toArray() }
    }
    Self.expectSame(replayed, ordinary)
    #expect(count > 50)
  }

  @Test func errorsAreThoseOfAnOrdinaryStep() {
    let (x, y, model) = Self.xor()
    func step() -> Tensor {
      for parameter in model.parameters { parameter.grad = nil }
      return mseLoss(model(x), y)
    }
    for _ in 0..<10 { step().backward() }
    let before = engine.pointee.replay.replayedSteps
    Site.current = Site(cell: 4, line: 2).rawValue
    let loss = step()
    loss.backward()
    Site.current = 0
    #expect(engine.pointee.replay.replayedSteps == before + 1)
    let second = Failure.caught { loss.backward() }
    #expect(second?.message.contains("already been used by a backward, at cell 4, line 2") == true)

    for _ in 0..<10 { step().backward() }
    let changed = step()
    var weight = model["2.weight"]
    noGrad { weight -= 0.1 }
    let failure = Failure.caught { changed.backward() }
    #expect(failure?.message.contains("needs the value of 2.weight [1, 8]") == true)
    #expect(failure?.message.contains("-= has changed it in place") == true)
  }

  @Test func namesAndPlacesAreThoseOfTheStep() {
    let (x, y, model) = Self.xor()
    for step in 0..<20 {
      for parameter in model.parameters { parameter.grad = nil }
      Site.current = Site(cell: 1, line: step).rawValue
      let prediction = model(x)
      #expect(prediction.label == nil && prediction.grad == nil)
      #expect(prediction.node.place.line == step && prediction.node.modulePath == "3")
      if step % 3 == 0 { prediction.name("prediction") }
      mseLoss(prediction, y).backward()
      #expect(prediction.grad != nil)
    }
    Site.current = 0
  }

  /// An operation that does something else at each call cannot be replayed, and the comparison says so.
  @Test func aFaultIsFound() {
    let restless = ComposedOperation("restless", formula: "x", partials: ["1"], cases: []) { $0.give(0, $0.gradient) }
    var calls = 0.0
    func run(_ x: Tensor) -> Tensor {
      attempt { () throws(TensorError) in
        if let planned = Replay.take(restless, x.node) { return planned }
        calls += 1
        let result = try Node.make(x.node.shape, x.dtype)
        result.fill(calls)
        return try result.made(by: restless, from: x.node)
      }
    }
    verifyReplay()
    defer { verifyReplay(false) }
    let x = Tensor([1, 2], requiresGrad: true)
    Site.current = Site(cell: 7, line: 1).rawValue
    let failure = Failure.caught {
      for _ in 0..<10 {
        x.grad = nil
        run(x).sum().backward()
      }
    }
    Site.current = 0
    #expect(failure?.message.hasPrefix("verifyReplay: the value of restless [2] (cell 7, line 1) differs") == true)
  }

  @Test func aValueChangedOnceIsNoErrorLater() {
    let (x, y, model) = Self.xor()
    func step(_ change: Bool, retain: Bool) {
      for parameter in model.parameters { parameter.grad = nil }
      let hidden = model.layers[1](model.layers[0](x))
      if change { noGrad { hidden.copy(from: hidden * 0.5) } }
      mseLoss(model.layers[3](model.layers[2](hidden)), y).backward(retainGraph: retain)
    }
    #expect(Failure.caught { for _ in 0..<10 { step(false, retain: false) } } == nil)
    #expect(Failure.caught { step(true, retain: false) }?.message.contains("copy(from:) has changed it in place") == true)
    #expect(Failure.caught { for i in 0..<10 { step(false, retain: i > 2) } } == nil)
  }
}
