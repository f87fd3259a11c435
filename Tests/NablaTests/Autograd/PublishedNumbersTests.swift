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

  /// Stanford CS231n, notes on backpropagation.
  @Test func cs231n() {
    func leaf(_ v: Double) -> Tensor { Tensor(v, dtype: .float64, requiresGrad: true) }
    let (x, y, z) = (leaf(-2), leaf(5), leaf(-4))
    let q = x + y
    let f = q * z
    f.backward()
    #expect([f.item(), x.grad?.item(), y.grad?.item(), z.grad?.item(), q.grad?.item()] == [-12, -4, -4, 3, -4])

    let w = Tensor([2, -3, -3], dtype: .float64, requiresGrad: true)
    let input = Tensor([-1, -2, 1], dtype: .float64, requiresGrad: true)
    let neuron = sigmoid(w.dot(input))
    neuron.backward()
    #expect(near(neuron.item(), 0.7310585786300049))
    let dInput = input.grad?.toArray() ?? []
    let dWeight = w.grad?.toArray() ?? []
    #expect(near(dInput.first, 0.3932238664829637) && near(dInput.dropFirst().first, -0.5898357997244456))
    #expect(near(dWeight.first, -0.19661193324148185) && near(dWeight.dropFirst().first, -0.3932238664829637))

    let (a, b) = (leaf(3), leaf(-4))
    let staged = (a + sigmoid(b)) / (sigmoid(a) + (a + b) ** 2)
    staged.backward()
    #expect(near(staged.item(), 1.5456448841066441))
    #expect(near(a.grad?.item(), 2.0595697955721652))
    #expect(near(b.grad?.item(), 1.5922327514838093))
  }
}
