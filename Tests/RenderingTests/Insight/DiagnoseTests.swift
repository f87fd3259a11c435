import Testing

@testable import Nabla
@testable import Rendering

/// A network with one thing wrong, or with nothing.
struct Patient: CustomTestStringConvertible, Sendable {
  var testDescription: String
  /// A word of the finding; nil for a healthy network.
  var symptom: String?
  var examine: @Sendable () -> Diagnosis

  init(_ name: String, _ symptom: String?, examine: @escaping @Sendable () -> Diagnosis) {
    testDescription = name
    self.symptom = symptom
    self.examine = examine
  }
}

@Suite("diagnose: twenty faults and five healthy networks", .serialized)
struct DiagnoseTests {
  /// What the weights and the data are drawn from.
  @TaskLocal static var seed = 7

  /// Layers of a width with a nonlinearity between them, their weights multiplied by `scale`.
  static func deep(
    _ depth: Int, _ nonlinearity: any Module, width: Int = 32, scale: Double = 1, kaiming: Bool = false,
    output: Int = 1
  ) -> Sequential {
    manualSeed(seed)
    var layers: [any Module] = []
    for index in 0..<depth {
      let isLast = index == depth - 1
      let linear = Linear(index == 0 ? 8 : width, isLast ? output : width)
      // PyTorch's own start has a third of Xavier's variance, too little for a deep network.
      let factor = kaiming ? 6.0.squareRoot() : scale
      noGrad { linear.weight.node.scale(by: isLast && kaiming ? 1 : factor) }
      layers.append(linear)
      if !isLast { layers.append(nonlinearity) }
    }
    return Sequential(layers)
  }

  static func batch(_ scale: Double = 1, offset: Double = 0) -> (x: Tensor, y: Tensor) {
    manualSeed(seed + 4)
    return (Tensor.randn([64, 8]) * scale + offset, Tensor.randn([64, 1]))
  }

  static func check(_ model: any Module, scale: Double = 1, lr: Double? = nil) -> Diagnosis {
    let (x, y) = batch(scale)
    return diagnose(model, on: x, lr: lr) { mseLoss($0, y) }
  }

  static func doubled(times: Int, nonlinearity: any Module) -> Diagnosis {
    let model = deep(3, nonlinearity, width: 16)
    let (x, y) = batch()
    for _ in 0..<times { mseLoss(model(x), y).backward() }
    return diagnose(model, on: x) { mseLoss($0, y) }
  }

  static let patients: [Patient] = [
    Patient("saturated tanh by scale", "saturated") { check(deep(4, Tanh(), scale: 30)) },
    Patient("saturated sigmoid by scale", "saturated") { check(deep(4, Sigmoid(), scale: 60)) },
    Patient("saturated tanh by inputs", "Scale the inputs") { check(deep(2, Tanh()), scale: 40) },
    Patient("saturated sigmoid by inputs", "Scale the inputs") { check(deep(2, Sigmoid()), scale: 100) },
    Patient("vanishing tanh by small weights", "shrinks") { check(deep(6, Tanh(), scale: 0.1)) },
    Patient("vanishing relu by small weights", "shrinks") { check(deep(6, ReLU(), scale: 0.1)) },
    Patient("vanishing by the slope of sigmoid", "sigmoid is at most") { check(deep(7, Sigmoid(), scale: 1.8)) },
    Patient("exploding relu", "grows") { check(deep(6, ReLU(), scale: 20)) },
    Patient("exploding without a nonlinearity", "grows") { check(deep(6, LeakyReLU(negativeSlope: 0.9), scale: 10)) },
    Patient("dead relu by bias", "dead") {
      let model = deep(3, ReLU())
      noGrad { model["2.bias"].node.fill(-10) }
      return check(model)
    },
    Patient("dead relu in the first layer", "dead") {
      let model = deep(3, ReLU())
      noGrad { model["0.bias"].node.fill(-50) }
      return check(model)
    },
    Patient("zeroGrad forgotten once", "exactly twice") { doubled(times: 2, nonlinearity: Tanh()) },
    Patient("zeroGrad forgotten four times", "exactly 5 times") { doubled(times: 5, nonlinearity: ReLU()) },
    Patient("softmax before crossEntropy", "softmax") {
      let model = Sequential(deep(2, Tanh(), output: 3), Softmax(dim: 1))
      let (x, _) = batch()
      return diagnose(model, on: x) { crossEntropy($0, Tensor((0..<64).map { $0 % 3 }, dtype: .int64)) }
    },
    Patient("sigmoid before bceWithLogits", "sigmoid") {
      let model = Sequential(deep(2, Tanh()), Sigmoid())
      let (x, y) = batch()
      return diagnose(model, on: x) { bceWithLogits($0, (y .> Tensor.zeros([64, 1])).to(.float32)) }
    },
    Patient("mseLoss with sum", "sum over 64") {
      let (x, y) = batch()
      return diagnose(deep(3, Tanh()), on: x) { mseLoss($0, y, reduction: .sum) }
    },
    Patient("sum of squares by hand", "sum over 64") {
      let (x, y) = batch()
      return diagnose(deep(3, Tanh()), on: x) { ($0 - y).square().sum() }
    },
    Patient("learning rate above 2/λ", "above 2/λ") { check(deep(2, Tanh()), lr: 50) },
    Patient("learning rate above 2/λ of a linear model", "above 2/λ") { check(deep(1, Tanh()), scale: 10, lr: 0.5) },
    Patient("a weight is nan", "not finite") {
      let model = deep(3, Tanh())
      model["2.weight"].node.store(.nan, atRow: 3)
      return check(model)
    },
    Patient("the logarithm of zero", "comes from log") {
      let (x, y) = batch()
      return diagnose(deep(2, ReLU()), on: x) { (($0 * 0).log() - y).square().mean() }
    },

    Patient("healthy: one layer", nil) { check(deep(1, Tanh()), lr: 0.05) },
    Patient("healthy: two layers of tanh", nil) { check(deep(2, Tanh()), lr: 0.05) },
    Patient("healthy: four layers of relu", nil) { check(deep(4, ReLU(), kaiming: true)) },
    Patient("healthy: eight layers of relu by He", nil) { check(deep(8, ReLU(), width: 64, kaiming: true)) },
    Patient("healthy: XOR learnt", nil) {
      let (model, x, y) = InsightExamples.trained()
      return diagnose(model, on: x) { mseLoss($0, y) }
    },
    Patient("healthy: classes", nil) {
      let (x, _) = batch()
      return diagnose(deep(3, Tanh(), output: 3), on: x, lr: 0.1) {
        crossEntropy($0, Tensor((0..<64).map { $0 % 3 }, dtype: .int64))
      }
    },
  ]

  @Test(arguments: patients, [7, 1, 20, 333])
  func finding(_ patient: Patient, seed: Int) {
    let diagnosis = Self.$seed.withValue(seed) { patient.examine() }
    let findings = diagnosis.findings
    if let symptom = patient.symptom {
      #expect(findings.contains { $0.contains(symptom) }, "found \(findings)\n\(diagnosis.bundle.text)")
    } else {
      #expect(findings.isEmpty, "\(diagnosis.bundle.text)")
    }
  }

  @Test func leavesNoTrace() {
    let model = Self.deep(3, Tanh())
    let (x, y) = Self.batch()
    _ = diagnose(model, on: x, lr: 0.1) { mseLoss($0, y) }
    #expect(model.parameters.allSatisfy { $0.grad == nil })
  }
}

extension Nabla.Node {
  func scale(by factor: Double) { for place in 0..<count { store(element(atRow: place) * factor, atRow: place) } }
  func fill(_ value: Double) { for place in 0..<count { store(value, atRow: place) } }
}
