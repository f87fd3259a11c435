import Nabla
import Testing

/// Worked examples that others have published, to their printed digits.
@Suite struct PublishedNumbersTests {
  private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-14) -> Bool {
    guard let a else { return false }
    return (a - b).magnitude <= tolerance * max(1, b.magnitude)
  }

  /// Matt Mazur, "A step by step backpropagation example" (2015). The total error after a step is that of simultaneous
  /// updates, 0.291027773…; the post prints 0.291027924, of a version that used the new output weights too early.
  @Test func mazur() {
    func tensor(_ v: [[Double]]) -> Tensor { Tensor(v, dtype: .float64, requiresGrad: true) }
    let x = Tensor([[0.05, 0.10]], dtype: .float64)
    let target = Tensor([[0.01, 0.99]], dtype: .float64)
    var hidden = tensor([[0.15, 0.20], [0.25, 0.30]])
    var output = tensor([[0.40, 0.45], [0.50, 0.55]])
    func error() -> Tensor {
      let h = sigmoid(x.matmul(hidden.T) + 0.35)
      let o = sigmoid(h.matmul(output.T) + 0.60)
      return (0.5 * (target - o).square()).sum()
    }
    let loss = error()
    loss.backward()
    #expect(near(loss.item(), 0.2983711087600027))
    let expected = [
      0.0004385677344743465, 0.000877135468948693, 0.0004977127352608599, 0.0009954254705217198,
      0.08216704056423077, 0.08266762784753325, -0.02260254047747507, -0.022740242215978222,
    ]
    let gradients = (hidden.grad?.toArray() ?? []) + (output.grad?.toArray() ?? [])
    #expect(gradients.count == 8)
    for (a, b) in zip(gradients, expected) { #expect(near(a, b, 1e-15)) }
    let (dHidden, dOutput) = (hidden.grad ?? hidden, output.grad ?? output)
    noGrad {
      hidden -= 0.5 * dHidden
      output -= 0.5 * dOutput
    }
    let updated = hidden.toArray() + output.toArray()
    let published = [
      0.1497807161327628, 0.19956143226552567, 0.24975114363236958, 0.29950228726473915, 0.35891647971788465,
      0.4086661860762334, 0.5113012702387375, 0.5613701211079891,
    ]
    for (a, b) in zip(updated, published) { #expect(near(a, b, 1e-15)) }
    #expect(near(error().item(), 0.29102777369359933))
  }

  /// Each number of the post on the way to w5 and w1: nets, outputs, errors, and the three factors of the chain rule.
  @Test func mazurStepByStep() {
    let x = Tensor([0.05, 0.10], dtype: .float64)
    let hidden = Tensor([[0.15, 0.20], [0.25, 0.30]], dtype: .float64, requiresGrad: true)
    let output = Tensor([[0.40, 0.45], [0.50, 0.55]], dtype: .float64, requiresGrad: true)
    let netH = hidden.matmul(x) + 0.35
    let outH = sigmoid(netH)
    let netO = output.matmul(outH) + 0.60
    let outO = sigmoid(netO)
    let errors = 0.5 * (Tensor([0.01, 0.99], dtype: .float64) - outO).square()
    errors.sum().backward()
    func expect(_ tensor: Tensor?, _ values: [Double]) {
      let given = tensor?.toArray() ?? []
      #expect(given.count == values.count)
      for (a, b) in zip(given, values) { #expect(near(a, b, 2e-16), "\(given), \(values)") }
    }
    expect(netH, [0.3775, 0.3925])
    expect(outH, [0.5932699921071872, 0.596884378259767])
    expect(netO, [1.10590596705977, 1.2249214040964653])
    expect(outO, [0.7513650695523157, 0.7729284653214625])
    expect(errors, [0.274811083176155, 0.023560025583847746])
    // The deltas of the output and hidden layers.
    expect(netO.grad, [0.13849856162855695, -0.038098236516556236])
    expect(netH.grad, [0.00877135468948693, 0.009954254705217196])
    // w5: ∂E/∂out · ∂out/∂net · ∂net/∂w; w1 the same with the sum over both outputs.
    let (o1, h1) = (outO[0].item(), outH[0].item())
    let factors = [outO.grad?[0].item() ?? .nan, o1 * (1 - o1), h1]
    for (factor, printed) in zip(factors, [0.7413650695523157, 0.18681560180895948, 0.5932699921071872]) {
      #expect(near(factor, printed, 2e-16))
    }
    #expect(near(factors.reduce(1, *), output.grad?[0, 0].item() ?? .nan, 1e-16))
    let deltaH = outH.grad?[0].item() ?? .nan
    #expect(near(deltaH, 0.05539942465142278 - 0.019049118258278118, 1e-16))
    #expect(near(h1 * (1 - h1), 0.24130070857232525, 1e-16))
    #expect(near(deltaH * h1 * (1 - h1) * 0.05, hidden.grad?[0, 0].item() ?? .nan, 1e-18))
  }

  /// karpathy/micrograd, test/test_engine.py and the README.
  @Test func micrograd() {
    func leaf(_ v: Double) -> Tensor { Tensor(v, dtype: .float64, requiresGrad: true) }
    let x = leaf(-4)
    let z = 2 * x + 2 + x
    let q = relu(z) + z * x
    let h = relu(z * z)
    let y = h + q + q * x
    y.backward()
    #expect(y.item() == -20)
    #expect(x.grad?.item() == 46)

    let (a, b) = (leaf(-4), leaf(2))
    var c = a + b
    var d = a * b + b ** 3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + relu(b + a)
    d += 3 * d + relu(b - a)
    let e = c - d
    let f = e ** 2
    var g = f / 2.0
    g += 10.0 / f
    g.backward()
    #expect(near(g.item(), 24.70408163265306))
    #expect(near(a.grad?.item(), 138.83381924198252))
    #expect(near(b.grad?.item(), 645.5772594752186))
  }
}
