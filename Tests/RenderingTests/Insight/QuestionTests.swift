import Testing

@testable import Nabla
@testable import Rendering

/// What a beginner gets who asks too early, too late or for the wrong thing: each answer says what to do.
@Suite("Questions that have no picture are answered with what to do")
struct QuestionTests {
  struct Question: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var answer: String
    var ask: @Sendable () -> any Displayable

    init(_ name: String, _ answer: String, _ ask: @escaping @Sendable () -> any Displayable) {
      (testDescription, self.answer, self.ask) = (name, answer, ask)
    }
  }

  static let questions: [Question] = [
    Question("a history without records", "no records: call record(") { History() },
    Question("its curve", "no records: call record(") { plot(History()) },
    Question("a comparison of nothing", "There is nothing to compare: first has no records.") {
      compare(History(), History())
    },
    Question("a loss that is nan", "detectAnomaly()") {
      let history = History()
      history.record(epoch: 1, loss: .nan)
      return history
    },
    Question("distributions without traces", "trace: true") { plotHistograms(History()) },
    Question("gradients before backward", "call backward() on the loss first") {
      gradients(InsightExamples.classifier().model)
    },
    Question("a graph before backward", "call backward() first") { graph(InsightExamples.classifier().loss) },
    Question("a module that is not there", "no module \"encoder\" took part") {
      graph(InsightExamples.classifier().loss, open: ["encoder"])
    },
    Question("a check against another loss", "✗: .grad is not the gradient of this loss") {
      let (model, loss) = InsightExamples.classifier()
      loss.backward()
      let x = Tensor([[0, 0], [0, 1]])
      return gradients(model, checking: { model(x).sum() })
    },
    Question("parameters that a step threw far away", "an earlier step was too large") {
      let (model, x, y) = InsightExamples.trained()
      noGrad { for name in ["0.weight", "2.weight"] { model[name].node.scale(by: 1e9) } }
      return diagnose(model, on: x) { mseLoss($0, y) }
    },
    Question("steps of a matrix", "steps: the loss has shape [4, 1]") {
      let (model, x, _) = InsightExamples.trained()
      return steps(model(x))
    },
    Question("a diagnosis of a matrix", "diagnose: the loss has shape [4, 1]") {
      let (model, x, _) = InsightExamples.trained()
      return diagnose(model, on: x) { $0 }
    },
    Question("an entry that is not there", "give one number below 2: at: [0]") {
      explain(update: Tensor([1.0, 2.0], requiresGrad: true), at: [7], lr: 1)
    },
  ]

  @Test(arguments: questions)
  func answer(_ question: Question) {
    var text = ""
    let failure = Failure.caught { text = question.ask().bundle.text }
    let answer = failure?.message ?? text
    #expect(answer.contains(question.answer), "\(answer)")
  }

  /// A sum of weights that happens to lie between 0 and 1 is no probability.
  @Test func theBoundaryOfWeightedSumsIsAtZero() {
    manualSeed(3)
    let linear = Linear(2, 1)
    noGrad {
      linear.weight.node.fill(0.01)
      linear.bias?.node.fill(0.5)
    }
    let (x, y) = (Tensor([[0.0, 0.0], [1.0, 1.0]]), Tensor([0, 1]))
    func domain(_ model: any Module) -> ClosedRange<Double>? {
      for case .cells(let grid) in decisionBoundary(model, x, y, resolution: 4).panels.flatMap(\.layers).map(\.mark) {
        return grid.domain
      }
      return nil
    }
    let sums = domain(Sequential(linear))
    #expect(sums.map { $0.lowerBound == -$0.upperBound } == true)
    #expect(domain(Sequential(linear, Sigmoid())) == 0...1)
  }
}
