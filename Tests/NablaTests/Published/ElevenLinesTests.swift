import Nabla
import Testing

/// iamtrask, "A neural network in 11 lines of Python": sigmoids, NumPy's seed 1, plain gradient descent.
@Suite struct ElevenLinesTests {
  private let x = Tensor([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], dtype: .float64)
  private let numpy = Generator(.numpy, seed: 1)

  private func synapse(_ rows: Int, _ columns: Int) -> Tensor {
    let values = numpy.rand(rows * columns).map { 2 * $0 - 1 }
    return Tensor(values, shape: [rows, columns], dtype: .float64, requiresGrad: true)
  }

  @Test func oneLayer() {
    let y = Tensor([[0], [0], [1], [1]], dtype: .float64)
    let weight = synapse(3, 1)
    expectNear(weight.toArray(), [-0.16595599, 0.44064899, -0.99977125], 5e-9)
    let optimizer = SGD([weight], lr: 1)
    // The update uses the output of before it, so the output printed is that of the last forward pass.
    var output = Tensor(0)
    for _ in 0..<10_000 {
      output = sigmoid(x.matmul(weight))
      optimizer.zeroGrad()
      (0.5 * (y - output).square()).sum().backward()
      optimizer.step()
    }
    expectNear(output.toArray(), [0.00966449, 0.00786506, 0.99358898, 0.99211957], 5e-9)
    expectNear(weight.toArray(), [9.67299303, -0.2078435, -4.62963669], 5e-9)
  }

  @Test func twoLayers() {
    let y = Tensor([[0], [1], [1], [0]], dtype: .float64)
    let (first, second) = (synapse(3, 4), synapse(4, 1))
    let optimizer = SGD([first, second], lr: 1)
    var errors: [Double] = []
    var output = Tensor(0)
    for step in 0..<60_000 {
      output = sigmoid(sigmoid(x.matmul(first)).matmul(second))
      if step % 10_000 == 0 { errors.append((y - output).abs().mean().item()) }
      optimizer.zeroGrad()
      (0.5 * (y - output).square()).sum().backward()
      optimizer.step()
    }
    let published = [
      0.4964100319027255, 0.008584525653247157, 0.0057894598625078085, 0.004629176776769985, 0.0039587652802736475,
      0.003510122567861678,
    ]
    expectNear(errors, published, 1e-13)
    expectNear(output.toArray(), [0.00260572, 0.99672209, 0.99701711, 0.00386759], 5e-9)
  }
}
