import Nabla
import Testing

/// How the scale of the first weights carries through layers: CS231n, lecture 5 (ten layers of 500, normal inputs), and
/// Nielsen, "Neural networks and deep learning", chapter 5. The figures are statistics of random numbers.
@Suite struct InitialScaleTests {
  private func deviations(_ activation: (Tensor) -> Tensor, _ scale: Double, seed: Int) -> [Double] {
    let generator = Generator(.torch, seed: seed)
    var h = Tensor.randn([250, 500], generator: generator)
    return (0..<10).map { _ in
      h = activation(h.matmul(Tensor.randn([500, 500], generator: generator) * scale))
      return h.std(correction: 0).item()
    }
  }

  private func expectRatio(_ values: [Double], _ published: [Double], _ tolerance: Double) {
    for (i, (value, published)) in zip(values, published).enumerated() {
      expectNear(value / published, 1, tolerance, "layer \(i + 1)")
    }
  }

  @Test func smallWeightsLetTheSignalVanish() {
    let published = [0.213081, 0.047551, 0.010630, 0.002378, 0.000532, 0.000119, 0.000026]
    expectRatio(deviations({ $0.tanh() }, 0.01, seed: 0), published, 0.04)
  }

  @Test func xavierKeepsItForTanh() {
    let published = [0.627, 0.487, 0.407, 0.358, 0.320, 0.293, 0.273, 0.255, 0.239, 0.227]
    expectRatio(deviations({ $0.tanh() }, 1 / 500.0.squareRoot(), seed: 0), published, 0.03)
  }

  @Test func xavierHalvesItForReluEveryTwoLayers() {
    let values = deviations({ $0.relu() }, 1 / 500.0.squareRoot(), seed: 0)
    expectRatio(values, [0.583, 0.410, 0.277], 0.1)
    for (deviation, later) in zip(values, values.dropFirst(2)) { expectNear(later / deviation, 0.5, 0.1) }
  }

  @Test func heKeepsItForRelu() {
    let values = deviations({ $0.relu() }, (2 / 500.0).squareRoot(), seed: 0)
    #expect(values.allSatisfy { $0 > 0.7 && $0 < 0.95 })
  }

  @Test func largeWeightsSaturateTanh() {
    let values = deviations({ $0.tanh() }, 1, seed: 0)
    #expect(values.allSatisfy { ($0 - 0.98).magnitude < 0.01 })
  }

  /// Nielsen's layers of 30 sigmoids, with weights of his normalized start: each layer further back learns a few times
  /// slower (about 5 for his MNIST; these are the digits of 8 × 8).
  @Test func gradientsVanishLayerByLayer() {
    let digits = Dataset.digits
    let generator = Generator(.torch, seed: 1)
    var h = digits.x / 16
    var biases: [Tensor] = []
    let sizes = [64, 30, 30, 30, 30, 10]
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      let weight = Tensor.randn([outputs, inputs], generator: generator) / Double(inputs).squareRoot()
      let bias = Tensor.randn([outputs], generator: generator)
      for p in [weight, bias] { p.requiresGrad = true }
      biases.append(bias)
      h = sigmoid(linear(h, weight, bias: bias))
    }
    bceLoss(h, Tensor.oneHot(digits.y, count: 10), reduction: .sum).backward()
    let norms = biases.dropLast().map { ($0.grad?.norm().item() ?? .nan) / Double(digits.count) }
    for (deep, shallow) in zip(norms, norms.dropFirst()) {
      #expect(shallow / deep > 2 && shallow / deep < 8, "\(norms)")
    }
    #expect(norms[3] / norms[0] > 30 && norms[3] / norms[0] < 200, "\(norms)")
  }
}
