import Nabla
import Testing

/// Stanford CS231n, the notes on backpropagation: every number that they print, gate by gate.
@Suite struct CircuitNotesTests {
  private func leaf(_ v: Double) -> Tensor { Tensor(v, dtype: .float64, requiresGrad: true) }

  private func slope(_ x: Tensor) -> Double { x.grad?.item() ?? .nan }

  /// "Interpretation of the gradient": f = xy at (4, −3).
  @Test func product() {
    let (x, y) = (leaf(4), leaf(-3))
    let f = x * y
    f.backward()
    #expect([f.item(), slope(x), slope(y)] == [-12, -3, 4])
    // "If we were to increase x by a tiny amount, the effect on the whole expression would be to decrease it."
    let h = 1e-4
    expectNear(((x + h) * y).item() - f.item(), -3 * h, 1e-15)
  }

  /// "Compound expressions": f = (x + y)z.
  @Test func sumTimes() {
    let (x, y, z) = (leaf(-2), leaf(5), leaf(-4))
    let q = x + y
    let f = q * z
    f.backward()
    #expect([q.item(), f.item(), slope(x), slope(y), slope(z), slope(q)] == [3, -12, -4, -4, 3, -4])
  }

  /// "Modularity": the sigmoid of w·x written as gates, with the two decimals of the drawing.
  @Test func sigmoidByGates() {
    let (w0, x0, w1, x1, w2) = (leaf(2), leaf(-1), leaf(-3), leaf(-2), leaf(-3))
    let (p0, p1) = (w0 * x0, w1 * x1)
    let pair = p0 + p1
    let dot = pair + w2
    let negative = dot * -1.0
    let exponential = negative.exp()
    let plus = exponential + 1.0
    let f = plus.reciprocal()
    f.backward()
    let values = [p0, p1, pair, dot, negative, exponential, plus, f].map { $0.item() }
    expectNear(values, [-2, 6, 4, 1, -1, 0.37, 1.37, 0.73], 5e-3)
    let slopes = [plus, exponential, negative, dot, pair, p0, p1].map(slope)
    expectNear(slopes, [-0.53, -0.53, -0.20, 0.20, 0.20, 0.20, 0.20], 5e-3)
    // The drawing multiplies rounded numbers, −0.39 for −0.393.
    expectNear([w0, x0, w1, x1, w2].map(slope), [-0.20, 0.39, -0.39, -0.59, 0.20], 5e-3)
  }

  /// The same as one gate: dot, f, ddot, dx and dw of the code.
  @Test func sigmoidAsOneGate() {
    let w = Tensor([2, -3, -3], dtype: .float64, requiresGrad: true)
    let x = Tensor([-1, -2, 1], dtype: .float64, requiresGrad: true)
    let dot = w.dot(x)
    let f = sigmoid(dot)
    f.backward()
    expectNear([dot.item(), f.item(), slope(dot)], [1, 0.7310585786300049, 0.19661193324148185], 1e-15)
    expectNear(x.grad?.toArray() ?? [], [0.3932238664829637, -0.5898357997244456, -0.5898357997244456], 1e-15)
    expectNear(w.grad?.toArray() ?? [], [-0.19661193324148185, -0.3932238664829637, 0.19661193324148185], 1e-15)
  }

  /// "Staged computation", each stage and its gradient.
  @Test func staged() {
    let (x, y) = (leaf(3), leaf(-4))
    let sigy = sigmoid(y)
    let num = x + sigy
    let sigx = sigmoid(x)
    let xpy = x + y
    let den = sigx + xpy ** 2
    let invden = den.reciprocal()
    let f = num * invden
    f.backward()
    expectNear(
      [sigy, num, sigx, xpy, den, invden, f].map { $0.item() },
      [
        0.01798620996209156, 3.0179862099620918, 0.9525741268224334, -1, 1.9525741268224333, 0.5121444488396316,
        1.5456448841066441,
      ], 2e-16)
    expectNear([den, x, y].map(slope), [-0.7915934472725935, 2.0595697955721652, 1.5922327514838093], 1e-15)
  }

  /// "Patterns in backward flow": 2(xy + max(z, w)).
  @Test func patterns() {
    let (x, y, z, w) = (leaf(3), leaf(-4), leaf(2), leaf(-1))
    let f = 2 * (x * y + z.maximum(w))
    f.backward()
    #expect([f.item(), slope(x), slope(y), slope(z), slope(w)] == [-20, -8, 6, 2, 0])
  }

  /// "Gradients for vectorized operations": dW = dD·Xᵀ, dX = Wᵀ·dD.
  @Test func matrices() {
    let generator = Generator(.numpy, seed: 0)
    let w = Tensor.randn([5, 10], generator: generator, dtype: .float64, requiresGrad: true)
    let x = Tensor.randn([10, 3], generator: generator, dtype: .float64, requiresGrad: true)
    let d = Tensor.randn([5, 3], generator: generator, dtype: .float64)
    w.matmul(x).backward(gradient: d)
    expectNear(w.grad?.toArray() ?? [], d.matmul(x.detach().T).toArray(), 1e-14)
    expectNear(x.grad?.toArray() ?? [], w.detach().T.matmul(d).toArray(), 1e-14)
  }

  /// The case study: two layers on the spiral. The notes' generator had been used before, so the figures are those of a
  /// fresh one; the notes print 1.098744 at first and 0.245292 after 9,000 steps, with 98 % right.
  @Test func spiralByTwoLayers() {
    let numpy = Generator(.numpy, seed: 0)
    let spiral = Dataset.spiral(generator: numpy, dtype: .float64)
    func weight(_ rows: Int, _ columns: Int) -> Tensor {
      let w = (Tensor.randn([rows, columns], generator: numpy, dtype: .float64) * 0.01).detach()
      w.requiresGrad = true
      return w
    }
    let (w1, w2) = (weight(2, 100), weight(100, 3))
    let b1 = Tensor.zeros([1, 100], dtype: .float64, requiresGrad: true)
    let b2 = Tensor.zeros([1, 3], dtype: .float64, requiresGrad: true)
    let optimizer = SGD([w1, b1, w2, b2], lr: 1)
    func scores() -> Tensor { relu(spiral.x.matmul(w1) + b1).matmul(w2) + b2 }
    var losses: [Int: Double] = [:]
    for step in 0...9000 {
      let penalty = 0.5 * 1e-3 * w1.square().sum() + 0.5 * 1e-3 * w2.square().sum()
      let loss = crossEntropy(scores(), spiral.y) + penalty
      if step % 1000 == 0 { losses[step] = loss.item() }
      optimizer.zeroGrad()
      loss.backward()
      optimizer.step()
    }
    expectNear(losses[0] ?? .nan, 1.098637, 1.5e-4)
    expectNear(losses[9000] ?? .nan, 0.245214, 1e-3)
    let right = (scores().argmax(dim: 1) .== spiral.y).to(.float64).mean().item()
    expectNear(right, 0.98, 0.011)
  }
}
