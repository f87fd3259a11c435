import Nabla
import Testing

/// karpathy/micrograd, demo.ipynb: 100 steps of a perceptron 2-16-16-1 on moons, every loss of a seeded run.
@Suite struct MicrogradDemoTests {
  @Test func everyLossOfTheRun() {
    let python = Generator(.python, seed: 1337)
    let moons = Dataset.moons(100, noise: 0.1, generator: Generator(.numpy, seed: 1337), dtype: .float64)
    let y = moons.y * 2 - 1
    var parameters: [Tensor] = []
    for (inputs, outputs) in [(2, 16), (16, 16), (16, 1)] {
      let weight = python.uniform(-1, 1, inputs * outputs)
      parameters.append(Tensor(weight, shape: [outputs, inputs], dtype: .float64, requiresGrad: true))
      parameters.append(Tensor.zeros([outputs], dtype: .float64, requiresGrad: true))
    }
    #expect(parameters.reduce(0) { $0 + $1.count } == 337)
    func score(_ x: Tensor) -> Tensor {
      let first = relu(linear(x, parameters[0], bias: parameters[1]))
      let second = relu(linear(first, parameters[2], bias: parameters[3]))
      return linear(second, parameters[4], bias: parameters[5])
    }
    let optimizer = SGD(parameters, lr: 1)
    var losses: [Double] = []
    var accuracies: [Double] = []
    for k in 0..<100 {
      let scores = score(moons.x)
      let fit = relu(1 - y * scores).mean()
      let penalty = parameters.map { $0.square().sum() }.reduce(Tensor(0.0, dtype: .float64)) { $0 + $1 }
      let loss = fit + 1e-4 * penalty
      losses.append(loss.item())
      accuracies.append(((scores .> 0) .== (y .> 0)).to(.float64).mean().item())
      optimizer.zeroGrad()
      loss.backward()
      optimizer.lr = 1 - 0.9 * Double(k) / 100
      optimizer.step()
    }
    let published = [
      0.8958441028683222, 1.7235905336972022, 0.7429006313851131, 0.7705641260584198, 0.3692793385976538,
      0.313545481918522, 0.2814234349772435, 0.26888733313983904, 0.2567147286057417, 0.2704862551637922,
      0.24507023853658053, 0.2509905529791503,
    ]
    expectNear(Array(losses.prefix(12)), published, 1e-12)
    let later = [
      20: 0.18977522856087634, 30: 0.11731297569011848, 40: 0.06016009895234464, 50: 0.09875114765619622,
      60: 0.0325971115781023, 70: 0.014229870065926908, 80: 0.012318500800515763, 90: 0.010984458327280174,
      99: 0.010978370135492717,
    ]
    for (k, loss) in later { expectNear(losses[k], loss, 1e-11, "loss \(k)") }
    #expect(accuracies.first == 0.5 && accuracies.last == 1)
  }
}
