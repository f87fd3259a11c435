@testable import Nabla
@testable import Rendering

/// What people see of a network at work.
enum InsightExamples {
  static let all: [Example] = [
    Example(name: "tensor-matrix") { Tensor([[0.5, -1.25, 3], [2, .nan, -1e-9]]) },
    Example(name: "tensor-large") { Tensor.linspace(-1, 1, 40 * 30).reshape([40, 30]) },
    Example(name: "tensor-rank-3") { Tensor.arange(0, 24).reshape([2, 3, 4]) },
    Example(name: "tensor-scalar") { Tensor.full([], 2.5) },
    Example(name: "tensor-bool") { Tensor([1, -1, 0]) .> Tensor([0, 0, 0]) },
    Example(name: "tensor-empty") { Tensor.zeros([0, 3]) },
    Example(name: "graph-neuron") {
      let (loss, _) = neuron()
      loss.backward()
      return graph(loss)
    },
    Example(name: "graph-long") {
      let w = Tensor([1.01], requiresGrad: true).name("w")
      var x = Tensor([1.0])
      for _ in 0..<400 { x = x * w }
      return graph(x.sum())
    },
    Example(name: "gradients-neuron") {
      let (loss, parameters) = neuron()
      loss.backward()
      return gradients(parameters)
    },
    Example(name: "gradients-faults") {
      let zero = Tensor([1, 2], requiresGrad: true).name("dead")
      let broken = Tensor([1, 2], requiresGrad: true).name("broken")
      let unused = Tensor([1, 2], requiresGrad: true).name("unused <&>")
      (zero * 0 + broken * Tensor([.infinity, .nan])).sum().backward()
      return gradients([zero, broken, unused])
    },
    Example(name: "history") {
      let history = History()
      for epoch in 1...2000 {
        let t = Double(epoch)
        history.record(epoch: epoch, loss: 0.7 / (1 + t / 20), lr: 0.1, metrics: ["accuracy": 1 - 0.5 / t])
      }
      return history
    },
    Example(name: "history-diverging") {
      let history = History("too fast")
      for epoch in 0..<6 { history.record(epoch: epoch, loss: epoch < 4 ? Double(1 << (8 * epoch)) : .nan) }
      return history
    },
    Example(name: "plot-history") {
      let history = History()
      for epoch in 1...2000 { history.record(epoch: epoch, loss: 700 / (1000 + Double(epoch * epoch))) }
      return plot(history)
    },
    Example(name: "plot-two-runs") {
      let runs = [History("lr 0.1"), History("lr 0.01")]
      for (index, run) in runs.enumerated() {
        for epoch in 1...100 {
          let noise = Double((epoch * 7919) % 13) / 200
          run.record(
            epoch: epoch, loss: 1 / (1 + Double(epoch) / Double(3 + 20 * index)) + noise, lr: index == 0 ? 0.1 : 0.01)
        }
      }
      return plot(runs, smoothing: 0.8)
    },
    Example(name: "explain-three-factors") {
      let (_, v, loss) = ExplainTests.mazur()
      return explain(loss, by: v, at: [0, 0])
    },
    Example(name: "explain-two-layers") {
      let (w, _, loss) = ExplainTests.mazur()
      let value = loss()
      value.backward()
      return explain(value, by: w, at: [0, 0])
    },
    Example(name: "explain-batch") {
      let (_, parameters) = neuron()
      return explain({ neuron(parameters).loss }, by: parameters[0], at: [1, 0])
    },
    Example(name: "explain-circuit") {
      // The circuit of CS231n's notes on backpropagation: f = (x + y) z.
      let x = Tensor([-2.0], requiresGrad: true).name("x")
      let y = Tensor([5.0], requiresGrad: true).name("y")
      let z = Tensor([-4.0], requiresGrad: true).name("z")
      return explain(((x + y).name("q") * z).name("f"), by: x)
    },
    Example(name: "explain-wide") {
      let x = ExplainTests.scattered([200, 30], 1)
      let w = ExplainTests.scattered([30, 40], 2, requiresGrad: true).name("w")
      let v = ExplainTests.scattered([40, 20], 3, requiresGrad: true).name("v")
      return explain((x.matmul(w) * 0.2).tanh().matmul(v).softmax(dim: 1).square().mean(), by: w, at: [3, 4])
    },
    Example(name: "explain-update") {
      let (loss, parameters) = neuron()
      loss.backward()
      return explain(update: parameters[0], at: [1, 0], lr: 0.5)
    },
    Example(name: "steps-neuron") { steps(neuron().loss) },
    Example(name: "graph-model") {
      let loss = classifier().loss
      loss.backward()
      return graph(loss)
    },
    Example(name: "graph-model-folded") { graph(classifier().loss, depth: 0) },
    Example(name: "gradients-model") {
      let (model, loss) = classifier()
      loss.backward()
      return gradients(model)
    },
    Example(name: "explain-model") {
      let (model, loss) = classifier()
      loss.backward()
      return explain(loss, by: model["0.weight"], at: [0, 1])
    },
    Example(name: "steps-model") { steps(classifier().loss) },
    Example(name: "histogram") {
      manualSeed(1)
      return histogram(Tensor.randn([2000]).name("w"))
    },
    Example(name: "heatmap") { heatmap(classifier().model["0.weight"]) },
    Example(name: "heatmap-large") { heatmap(Tensor.arange(0, 700 * 40).reshape([700, 40]), title: "rows") },
    Example(name: "confusion") {
      confusionMatrix(
        Tensor([[2, 1, 0], [0, 3, 1], [0, 0, 1], [5, 1, 0], [1, 0, 2]]), Tensor([0, 1, 2, 1, 2], dtype: .int64),
        classes: ["cat", "dog", "owl"])
    },
    Example(name: "images") {
      let x = Tensor.arange(0, 64 * 5).reshape([5, 64])
      return images((x * 0.37).sin(), labels: ["zero", "one", "two", "<3>"])
    },
    Example(name: "boundary-output") {
      let (model, points, classes) = trained()
      return decisionBoundary(model, points, classes)
    },
    Example(name: "boundary-classes") {
      manualSeed(3)
      let points = Tensor.randn([60, 2])
      return decisionBoundary(
        Sequential(Linear(2, 3)), points, Tensor((0..<60).map { Double($0 % 3) }), resolution: 50)
    },
    Example(name: "surface") {
      let (model, points, classes) = trained()
      return lossSurface(model, resolution: 21) { mseLoss(model(points), classes) }
    },
    Example(name: "activations") { activationCurves() },
    Example(name: "diagnosis-saturated") { DiagnoseTests.check(DiagnoseTests.deep(4, Tanh(), scale: 30)) },
    Example(name: "diagnosis-healthy") { DiagnoseTests.check(DiagnoseTests.deep(2, Tanh())) },
    Example(name: "gradients-activations") {
      let (model, loss) = classifier()
      loss.backward()
      return gradients(model, through: loss)
    },
    Example(name: "gradients-checked") {
      let (model, loss) = classifier()
      loss.backward()
      let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
      let y = Tensor([[0], [1], [1], [0]])
      return gradients(model, checking: { mseLoss(model(x), y) })
    },
    Example(name: "plot-mean") {
      plotMean(
        (0..<5).map { seed in
          let run = History()
          for epoch in 1...60 {
            run.record(epoch: epoch, loss: (1 + 0.2 * Double(seed)) / Double(epoch) + 0.01 * Double((seed * epoch) % 3))
          }
          return run
        })
    },
    Example(name: "compare") {
      let runs = [History("eager"), History("replay")]
      for epoch in 1...10 {
        let loss = Float(1) / Float(epoch)
        runs[0].record(epoch: epoch, loss: Double(loss))
        runs[1].record(epoch: epoch, loss: Double(epoch < 7 ? loss : loss.nextUp))
      }
      return compare(runs[0], runs[1])
    },
    Example(name: "compare-update") { compare(traced("plain", jogging: 0), traced("jogged", jogging: 3)) },
    Example(name: "histograms") { plotHistograms(traced("xor", jogging: 0)) },
    Example(name: "histograms-none") { plotHistograms(History()) },
    Example(name: "explain-gates") {
      let x = Tensor([3.0], requiresGrad: true).name("x")
      return explain((1 / (1 + (-2 * x).exp())).name("f"), by: x)
    },
    Example(name: "compare-same") {
      let run = History()
      for epoch in 1...3 { run.record(epoch: epoch, loss: 0.5 / Double(epoch)) }
      return compare(run, run)
    },
    Example(name: "progress") {
      ProgressBar.State(done: 1234, total: 2000, label: "epoch <1>", elapsed: 3.25, isFinished: false)
    },
    Example(name: "progress-stopped") {
      ProgressBar.State(done: 7, total: 20, label: "", elapsed: 65, isFinished: true)
    },
  ]

  /// Six epochs on XOR; after one of them the learning rate is a little larger.
  static func traced(_ name: String, jogging wrong: Int) -> History {
    let (model, _) = classifier()
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]).name("x")
    let y = Tensor([[0], [1], [1], [0]]).name("y")
    let optimizer = SGD(model.parameters, lr: 1)
    let history = History(name)
    for epoch in 1...6 {
      optimizer.zeroGrad()
      let loss = mseLoss(model(x), y).name("loss")
      loss.backward()
      optimizer.lr = epoch == wrong ? 1.001 : 1
      optimizer.step()
      history.record(epoch: epoch, loss: loss, model: model, trace: true)
    }
    return history
  }

  /// A network of two layers on XOR.
  static func classifier() -> (model: Sequential, loss: Tensor) {
    manualSeed(42)
    let model = Sequential(Linear(2, 4), Tanh(), Linear(4, 1), Sigmoid())
    _ = model.parameters
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]).name("x")
    let y = Tensor([[0], [1], [1], [0]]).name("y")
    return (model, mseLoss(model(x), y).name("loss"))
  }

  /// A network that has learnt XOR.
  static func trained() -> (model: Sequential, points: Tensor, classes: Tensor) {
    manualSeed(42)
    let model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    let optimizer = SGD(model.parameters, lr: 0.5, momentum: 0.9)
    for _ in 0..<400 {
      optimizer.zeroGrad()
      mseLoss(model(x), y).backward()
      optimizer.step()
    }
    return (model, x, y)
  }

  /// One sigmoid neuron on two rows.
  static func neuron(_ parameters: [Tensor] = []) -> (loss: Tensor, parameters: [Tensor]) {
    let x = Tensor([[2, 3], [1, -1]]).name("x")
    let w = parameters.first ?? Tensor([[0.5], [-0.25]], requiresGrad: true).name("w")
    let b = parameters.last ?? Tensor([0.1], requiresGrad: true).name("b")
    let y = Tensor([[1], [0]]).name("y")
    let z = (x.matmul(w) + b).name("z")
    let a = z.sigmoid().name("a")
    let loss = ((a - y) * (a - y)).mean().name("loss")
    return (loss, [w, b])
  }
}
