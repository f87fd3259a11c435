import Nabla
import Testing

/// Matt Mazur's example, trained on. The step itself is in `PublishedNumbersTests`.
@Suite struct MazurTrainingTests {
  private let x = Tensor([0.05, 0.10], dtype: .float64)
  private let target = Tensor([0.01, 0.99], dtype: .float64)
  private let hidden = Tensor([[0.15, 0.20], [0.25, 0.30]], dtype: .float64, requiresGrad: true)
  private let output = Tensor([[0.40, 0.45], [0.50, 0.55]], dtype: .float64, requiresGrad: true)

  private func forward(_ b1: Tensor, _ b2: Tensor) -> (output: Tensor, error: Tensor) {
    let o = sigmoid(output.matmul(sigmoid(hidden.matmul(x) + b1)) + b2)
    return (o, 0.5 * (target - o).square().sum())
  }

  private func bias(_ values: [Double]) -> Tensor { Tensor(values, dtype: .float64, requiresGrad: true) }

  private func train(
    _ b1: Tensor, _ b2: Tensor, _ parameters: [Tensor], steps: Int
  ) -> (output: Tensor, error: Tensor) {
    let optimizer = SGD(parameters, lr: 0.5)
    for _ in 0..<steps {
      optimizer.zeroGrad()
      forward(b1, b2).error.backward()
      optimizer.step()
    }
    return forward(b1, b2)
  }

  @Test func tenThousandSteps() {
    let result = train(bias([0.35]), bias([0.60]), [hidden, output], steps: 10_000)
    expectNear(result.error.item() / 3.510187782978859e-05, 1, 1e-10)
    expectNear(result.output.toArray(), [0.01591362044355068, 0.9840642735146238], 1e-13)
  }

  /// With the biases trained too, one for each neuron: the widely quoted 0.280471447.
  @Test func oneBiasForEachNeuron() {
    let (b1, b2) = (bias([0.35, 0.35]), bias([0.60, 0.60]))
    expectNear(train(b1, b2, [hidden, output, b1, b2], steps: 1).error.item(), 0.28047144679143016, 1e-15)
  }

  @Test func oneBiasForEachLayer() {
    let (b1, b2) = (bias([0.35]), bias([0.60]))
    expectNear(train(b1, b2, [hidden, output, b1, b2], steps: 1).error.item(), 0.2857508866992965, 1e-15)
  }
}
