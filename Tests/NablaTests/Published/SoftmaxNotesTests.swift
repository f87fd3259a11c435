import Nabla
import Testing

/// Stanford CS231n, the notes on linear classification and the case study of a spiral.
@Suite struct SoftmaxNotesTests {
  @Test func probabilities() {
    func probabilities(_ scores: [Double]) -> [Double] { softmax(Tensor(scores, dtype: .float64), dim: 0).toArray() }
    expectNear(probabilities([1, -2, 0]), [0.70538451, 0.03511903, 0.25949646], 5e-9)
    expectNear(probabilities([0.5, -1, 0]), [0.54654939, 0.12195165, 0.33149896], 5e-9)
  }

  @Test func losses() {
    let scores = Tensor([[-2.85, 0.86, 0.28]], dtype: .float64)
    let loss = crossEntropy(scores, Tensor([2] as [Int]))
    expectNear(loss.item(), 1.04019057, 5e-9)
    // The notes took the logarithm to base 10 at first.
    expectNear(loss.item() / 2.302585092994046, 0.4517, 5e-5)
    func hinge(_ scores: [Double], _ right: Int, _ delta: Double) -> Double {
      let s = Tensor(scores, dtype: .float64)
      return relu(s - s[right] + delta).sum().item() - delta
    }
    expectNear(hinge([-2.85, 0.86, 0.28], 2, 1), 1.58, 1e-12)
    expectNear(hinge([13, -7, 11], 0, 10), 8, 1e-12)
  }

  @Test func theSlopeOfTheLossIsProbabilityMinusTruth() {
    let scores = Tensor([[0.2, 0.3, 0.5]], dtype: .float64).log()
    scores.requiresGrad = true
    crossEntropy(scores, Tensor([1] as [Int])).backward()
    expectNear(scores.grad?.toArray() ?? [], [0.2, -0.7, 0.5], 1e-15)
  }

  /// The linear classifier ends at 0.786302 whatever it began with: the loss is convex.
  @Test func spiral() {
    let spiral = Dataset.spiral(generator: Generator(.numpy, seed: 0), dtype: .float64)
    let weight = Tensor.randn([2, 3], generator: Generator(.numpy, seed: 1), dtype: .float64) * 0.01
    let bias = Tensor.zeros([3], dtype: .float64)
    for p in [weight, bias] { p.requiresGrad = true }
    let optimizer = SGD([weight, bias], lr: 1)
    var loss = Tensor(0)
    for _ in 0...190 {
      loss = crossEntropy(spiral.x.matmul(weight) + bias, spiral.y) + 0.5 * 1e-3 * weight.square().sum()
      optimizer.zeroGrad()
      loss.backward()
      optimizer.step()
    }
    expectNear(loss.item(), 0.786302, 2e-6)
    let chosen = (spiral.x.matmul(weight) + bias).argmax(dim: 1)
    expectNear((chosen .== spiral.y).to(.float64).mean().item(), 0.49, 0.005)
  }
}
