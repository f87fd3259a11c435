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
    let published = [0.213081, 0.047551, 0.010630, 0.002378, 0.000532, 0.000119, 0.000026, 0.000006, 0.000001]
    let values = deviations({ $0.tanh() }, 0.01, seed: 0)
    // What is printed with few digits is as near as these.
    for (i, (value, published)) in zip(values, published).enumerated() {
      expectNear(value, published, 0.04 * published + 5e-7, "layer \(i + 1)")
    }
    #expect(values[9] < 5e-7)
  }

  @Test func xavierKeepsItForTanh() {
    let published = [0.627, 0.487, 0.407, 0.358, 0.320, 0.293, 0.273, 0.255, 0.239, 0.227]
    expectRatio(deviations({ $0.tanh() }, 1 / 500.0.squareRoot(), seed: 0), published, 0.03)
  }

  @Test func xavierHalvesItForReluEveryTwoLayers() {
    let values = deviations({ $0.relu() }, 1 / 500.0.squareRoot(), seed: 0)
    expectRatio(values, [0.583, 0.410, 0.277], 0.1)
    expectRatio(values, [0.583, 0.410, 0.277, 0.191, 0.132, 0.096, 0.071, 0.048, 0.034, 0.024], 0.35)
    for (deviation, later) in zip(values, values.dropFirst(2)) { expectNear(later / deviation, 0.5, 0.1) }
  }

  @Test func heKeepsItForRelu() {
    let values = deviations({ $0.relu() }, (2 / 500.0).squareRoot(), seed: 0)
    let published = [
      0.825232, 0.827835, 0.813855, 0.826902, 0.834092, 0.860035, 0.870610, 0.889348, 0.845357, 0.844523,
    ]
    expectRatio(values, published, 0.2)
  }

  @Test func largeWeightsSaturateTanh() {
    let values = deviations({ $0.tanh() }, 1, seed: 0)
    #expect(values.allSatisfy { ($0 - 0.98).magnitude < 0.01 })
  }

  /// Nielsen's layers of 30 sigmoids, with weights of his normalized start: each layer further back learns a few times
  /// slower, about 5 for his MNIST, so that the last learns 4.7, 23.9 and 95.8 times as fast as the first of 2, 3 and 4.
  /// These are the digits of 8 × 8, and the mean of several starts.
  @Test(arguments: [(2, 4.7), (3, 23.9), (4, 95.8)])
  func gradientsVanishLayerByLayer(_ layers: Int, _ published: Double) {
    let digits = Dataset.digits
    let classes = Tensor.oneHot(digits.y, count: 10)
    let starts = 4
    var logarithm = 0.0
    for seed in 0..<starts {
      let generator = Generator(.torch, seed: seed)
      var h = digits.x / 16
      var biases: [Tensor] = []
      let sizes = [64] + Array(repeating: 30, count: layers) + [10]
      for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
        let weight = (Tensor.randn([outputs, inputs], generator: generator) / Double(inputs).squareRoot()).detach()
        let bias = Tensor.randn([outputs], generator: generator)
        for p in [weight, bias] { p.requiresGrad = true }
        biases.append(bias)
        h = sigmoid(linear(h, weight, bias: bias))
      }
      bceLoss(h, classes, reduction: .sum).backward()
      let norms = biases.dropLast().map { $0.grad?.norm().item() ?? .nan }
      for (deep, shallow) in zip(norms, norms.dropFirst()) { #expect(shallow > 1.5 * deep, "\(norms)") }
      logarithm += (norms[layers - 1] / norms[0]).logarithm / Double(starts)
    }
    // Other data and other weights: within a factor of two.
    #expect((logarithm - published.logarithm).magnitude < 2.0.logarithm, "\(logarithm), \(published.logarithm)")
  }
}

extension Double {
  fileprivate var logarithm: Double { Tensor(self, dtype: .float64).log().item() }
}
