import FoundationEssentials
import Nabla
import Testing

/// karpathy/makemore and the notebooks of "Neural networks: zero to hero", on its list of 32,033 names. The list is not
/// part of Nabla: the environment variable NABLA_NAMES says where it lies, else shared/data/names.txt is looked for
/// beside the package.
@Suite(.enabled(if: !Names.words.isEmpty, "names.txt of karpathy/makemore is missing; NABLA_NAMES may say where it is"))
struct MakemoreTests {
  /// Part 1: a bigram table learned by gradient descent.
  @Test func bigrams() {
    var pairs: [(Int, Int)] = []
    for word in Names.words {
      let letters = [0] + Names.numbers(word) + [0]
      pairs += zip(letters, letters.dropFirst())
    }
    #expect(pairs.count == 228_146)

    let weight = Tensor.randn([27, 27], generator: Generator(.torch, seed: 2_147_483_647), requiresGrad: true)
    expectNear(softmax(weight[0], dim: 0)[0..<4].toArray(), [0.0607, 0.0100, 0.0123, 0.0042], 5e-5)
    // "emma", letter by letter.
    let emma = crossEntropy(weight[Tensor(pairs.prefix(5).map { $0.0 })], Tensor(pairs.prefix(5).map { $0.1 }))
    expectNear(emma.item(), 3.7693049, 5e-7)

    let all = crossEntropy(weight[Tensor(pairs.map { $0.0 })], Tensor(pairs.map { $0.1 }))
    expectNear(all.item() + 0.01 * weight.square().mean().item(), 3.7686187, 1e-6)

    // The same loss over counts instead of 228,146 rows, in steps of the notebook.
    var counts = [Double](repeating: 0, count: 27 * 27)
    for (a, b) in pairs { counts[a * 27 + b] += 1 }
    let table = Tensor(counts, shape: [27, 27], dtype: .float64)
    let smooth = (table + 1) / (table + 1).sum(dim: 1, keepDim: true)
    expectNear(-((table * log(smooth)).sum() / 228_146).item(), 2.4545768, 1e-7)

    let w = weight.detach().to(.float64)
    w.requiresGrad = true
    let optimizer = SGD([w], lr: 50)
    var losses: [Double] = []
    for _ in 0...300 {
      let loss = -(table * logSoftmax(w, dim: 1)).sum() / 228_146 + 0.01 * w.square().mean()
      losses.append(loss.item())
      optimizer.zeroGrad()
      loss.backward()
      optimizer.step()
    }
    let published = [
      0: 3.7686187, 1: 3.3788069, 2: 3.1610907, 99: 2.4901305, 100: 2.4899589, 200: 2.4829697, 300: 2.4814994,
    ]
    for (k, loss) in published { expectNear(losses[k], loss, 2e-6, "loss \(k)") }
  }

  /// Part 3: a perceptron with batch normalization, 10,000 steps in Float32.
  @Test func perceptron() {
    let (x, y) = Names.trainingContexts
    #expect(x.shape == [182_625, 3])
    let g = Generator(.torch, seed: 2_147_483_647)
    var table = Tensor.randn([27, 10], generator: g)
    var w1 = Tensor.randn([30, 200], generator: g) * (5.0 / 3) / 30.0.squareRoot()
    var w2 = Tensor.randn([200, 27], generator: g) * 0.01
    var b2 = Tensor.randn([27], generator: g) * 0
    let (gain, bias) = (Tensor.ones([1, 200]), Tensor.zeros([1, 200]))
    (table, w1, w2, b2) = (table.detach(), w1.detach(), w2.detach(), b2.detach())
    let parameters = [table, w1, w2, b2, gain, bias]
    for p in parameters { p.requiresGrad = true }
    let optimizer = SGD(parameters, lr: 0.1)
    var losses: [Double] = []
    for _ in 0...10_000 {
      let batch = Tensor.randint(182_625, [32], generator: g)
      let before = embedding(x[batch], table).reshape([32, 30]).matmul(w1)
      let normal = gain * (before - before.mean(dim: 0, keepDim: true)) / before.std(dim: 0, keepDim: true) + bias
      let loss = crossEntropy(tanh(normal).matmul(w2) + b2, y[batch])
      losses.append(loss.item())
      optimizer.zeroGrad()
      loss.backward()
      optimizer.step()
    }
    expectNear(losses[0], 3.3239, 5e-5)
    expectNear(losses[10_000], 2.0322, 5e-5)
  }

  /// Part 3, the deep network: six layers with batch normalization, what its tanh layers do after 1,000 steps.
  @Test func deepNetwork() {
    let (x, y) = Names.trainingContexts
    let g = Generator(.torch, seed: 2_147_483_647)
    let table = Tensor.randn([27, 10], generator: g)
    var weights: [Tensor] = []
    var gains: [Tensor] = []
    var shifts: [Tensor] = []
    for (i, size) in [30, 100, 100, 100, 100, 100].enumerated() {
      let width = i == 5 ? 27 : 100
      weights.append(Tensor.randn([size, width], generator: g) / Double(size).squareRoot())
      gains.append(Tensor.full([width], i == 5 ? 0.1 : 1))
      shifts.append(Tensor.zeros([width]))
    }
    let parameters = [table] + weights + gains + shifts
    for p in parameters { p.requiresGrad = true }
    #expect(parameters.reduce(0) { $0 + $1.count } == 47_024)
    let optimizer = SGD(parameters, lr: 0.1)
    var first = 0.0
    var layers: [Tensor] = []
    for step in 0...1000 {
      let batch = Tensor.randint(182_625, [32], generator: g)
      var h = embedding(x[batch], table).reshape([32, 30])
      layers = []
      for (i, weight) in weights.enumerated() {
        let before = h.matmul(weight)
        let centred = before - before.mean(dim: 0, keepDim: true)
        let scale = sqrt(before.variance(dim: 0, keepDim: true) + 1e-5)
        h = gains[i] * (centred / scale) + shifts[i]
        guard i < 5 else { break }
        h = tanh(h)
        layers.append(h)
      }
      let loss = crossEntropy(h, y[batch])
      if step == 0 { first = loss.item() }
      optimizer.zeroGrad()
      loss.backward()
      optimizer.step()
    }
    expectNear(first, 3.2870312, 5e-6)
    expectNear(layers.map { $0.std().item() }, [0.63, 0.64, 0.65, 0.65, 0.65], 0.00501, "std")
    let saturated = layers.map { 100 * ($0.abs() .> 0.97).to(.float32).mean().item() }
    expectNear(saturated, [2.78, 2.56, 2.25, 1.69, 1.88], 0.1, "% saturated")
    let slopes = layers.map { $0.grad?.std().item() ?? .nan }
    for (slope, published) in zip(slopes, [2.640702e-03, 2.245584e-03, 2.045742e-03, 1.983134e-03, 1.952382e-03]) {
      expectNear(slope / published, 1, 5e-3, "std of the gradient")
    }
    let ratios = ([table] + weights).map { ($0.grad?.std().item() ?? .nan) / $0.std().item() }
    for (ratio, published) in zip(ratios, [8.01e-03, 4.88e-02, 6.96e-02, 6.07e-02, 5.63e-02, 5.57e-02, 1.16e-01]) {
      expectNear(ratio / published, 1, 1e-2, "gradient : data")
    }
  }
}

/// The list of names, and contexts of three letters from it.
private enum Names {
  static let words: [String] = {
    var places = [ProcessInfo.processInfo.environment["NABLA_NAMES"] ?? ""]
    let folders = #filePath.split(separator: "/")
    for count in stride(from: folders.count - 4, through: 0, by: -1) {
      places.append("/" + (folders[..<count] + ["shared", "data", "names.txt"]).joined(separator: "/"))
    }
    let text = places.lazy.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.first
    return text?.split(separator: "\n").map(String.init) ?? []
  }()

  /// a is 1, …, z is 26; 0 stands for the beginning and the end.
  static func numbers(_ word: String) -> [Int] { word.utf8.map { Int($0) - 96 } }

  /// Four fifths of the names in the order of Python's seed 42: three letters, and the one that follows.
  static var trainingContexts: (Tensor, Tensor) {
    let shuffled = Generator(.python, seed: 42).shuffled(words)
    var contexts: [Int] = []
    var next: [Int] = []
    for word in shuffled.prefix(shuffled.count * 8 / 10) {
      var context = [0, 0, 0]
      for letter in numbers(word) + [0] {
        contexts += context
        next.append(letter)
        context = [context[1], context[2], letter]
      }
    }
    return (Tensor(contexts).reshape([next.count, 3]), Tensor(next))
  }
}
