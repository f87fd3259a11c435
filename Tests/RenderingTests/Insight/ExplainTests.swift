import Testing

@testable import Nabla
@testable import Rendering

@Suite("explain: the chain rule with numbers")
struct ExplainTests {
  /// The network of Matt Mazur's "A step by step backpropagation example" (2015): 2-2-2, sigmoid.
  static func mazur() -> (w: Tensor, v: Tensor, loss: () -> Tensor) {
    let x = Tensor([0.05, 0.10], dtype: .float64).name("i")
    let w = Tensor([[0.15, 0.20], [0.25, 0.30]], dtype: .float64, requiresGrad: true).name("w")
    let v = Tensor([[0.40, 0.45], [0.50, 0.55]], dtype: .float64, requiresGrad: true).name("v")
    let target = Tensor([0.01, 0.99], dtype: .float64)
    return (
      w, v,
      {
        let hidden = (w.matmul(x) + 0.35).name("net_h").sigmoid().name("out_h")
        let output = (v.matmul(hidden) + 0.60).name("net_o").sigmoid().name("out_o")
        return (0.5 * (target - output) ** Tensor.full([], 2, dtype: .float64)).sum().name("E")
      }
    )
  }

  @Test("the published three factors of w5 and w1")
  func publishedFactors() throws {
    let (w, v, loss) = Self.mazur()
    let five = explain(loss(), by: v, at: [0, 0]).text
    for number in ["0.7413650696", "0.1868156018", "0.593269992", "0.08216704056"] {
      #expect(five.contains(number), "w5 lacks \(number):\n\(five)")
    }
    let one = explain(loss(), by: w, at: [0, 0]).text
    for number in ["0.05539942465", "-0.01904911826", "0.03635030639", "0.2413007086", "0.05", "0.0004385677345"] {
      #expect(one.contains(number), "w1 lacks \(number):\n\(one)")
    }
  }

  /// The circuits of Stanford's notes on backpropagation (CS231n, optimization-2): each input with its derivative, and
  /// the factors of its chain as the notes print them.
  struct Circuit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var inputs: [(name: String, value: Double, derivative: Double, factors: [String])]
    var value: Double
    var output: @Sendable ([Tensor]) -> Tensor
  }

  static let circuits: [Circuit] = [
    Circuit(
      testDescription: "f = (x + y) z",
      inputs: [("x", -2, -4, ["-4"]), ("y", 5, -4, ["-4"]), ("z", -4, 3, ["= 3"])], value: -12
    ) { (($0[0] + $0[1]).name("q") * $0[2]).name("f") },
    Circuit(
      testDescription: "sigmoid neuron",
      inputs: [
        ("w0", 2, -0.19661193324148185, ["0.1966119332", "(-1)"]),
        ("x0", -1, 0.3932238664829637, ["0.1966119332", "2"]),
        ("w1", -3, -0.3932238664829637, ["(-2)"]), ("x1", -2, -0.5898357997244456, ["(-3)"]),
        ("w2", -3, 0.19661193324148185, ["0.1966119332"]),
      ], value: 0.7310585786300049
    ) { ($0[0] * $0[1] + $0[2] * $0[3] + $0[4]).name("dot").sigmoid().name("f") },
    Circuit(
      testDescription: "sigmoid neuron, gate by gate",
      inputs: [
        ("w0", 2, -0.19661193324148185, ["-0.5344466454", "0.3678794412", "(-1)"]),
        ("x0", -1, 0.3932238664829637, []), ("w1", -3, -0.3932238664829637, []), ("x1", -2, -0.5898357997244456, []),
        ("w2", -3, 0.19661193324148185, []),
      ], value: 0.7310585786300049
    ) { (1 / (1 + (-($0[0] * $0[1] + $0[2] * $0[3] + $0[4])).exp())).name("f") },
    Circuit(
      testDescription: "2 (x y + max(z, w))",
      inputs: [("x", 3, -8, ["2 · (-4)"]), ("y", -4, 6, ["2 · 3"]), ("z", 2, 2, ["2 · 1"]), ("w", -1, 0, ["2 · 0"])],
      value: -20
    ) { (2 * ($0[0] * $0[1] + maximum($0[2], $0[3]))).name("f") },
    Circuit(
      testDescription: "f = (x + σ(y)) / (σ(x) + (x + y)²), staged",
      inputs: [
        ("x", 3, 2.0595697955721652, ["0.5121444488", "3.01798621", "-0.7915934473"]),
        ("y", -4, 1.5922327514838093, ["0.5121444488", "-0.7915934473"]),
      ], value: 1.5456448841066441
    ) {
      let numerator = ($0[0] + $0[1].sigmoid().name("sigy")).name("num")
      let sum = ($0[0] + $0[1]).name("xpy")
      let denominator = ($0[0].sigmoid().name("sigx") + (sum * sum).name("xpysqr")).name("den")
      return (numerator * (1 / denominator).name("invden")).name("f")
    },
    Circuit(testDescription: "x y", inputs: [("x", 4, -3, ["-3"]), ("y", -3, 4, ["4"])], value: -12) {
      ($0[0] * $0[1]).name("f")
    },
  ]

  @Test("CS231n's circuits", arguments: circuits)
  func circuit(_ circuit: Circuit) {
    let inputs = circuit.inputs.map { Tensor([$0.value], dtype: .float64, requiresGrad: true).name($0.name) }
    let output = circuit.output(inputs)
    #expect(abs(output.item() - circuit.value) <= 4 * circuit.value.ulp)
    output.backward(retainGraph: true)
    for (tensor, input) in zip(inputs, circuit.inputs) {
      let gradient = tensor.grad?.item() ?? .nan
      #expect(abs(gradient - input.derivative) <= 8 * max(abs(input.derivative), 1).ulp, "\(input.name): \(gradient)")
      let text = explain(output, by: tensor).text
      for factor in input.factors { #expect(text.contains(factor), "\(input.name) lacks \(factor):\n\(text)") }
      #expect(text.contains(NumberFormat.short(input.derivative, digits: 10)), "\(text)")
      #expect(text.contains(".grad holds"), "\(text)")
    }
  }

  /// Numbers in (−1.5, 1.5) without a pattern.
  static func scattered(_ shape: [Int], _ seed: Int, requiresGrad: Bool = false) -> Tensor {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let values = (0..<shape.reduce(1, *)).map { _ -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * 3 - 1.5
    }
    let tensor = Tensor(values, dtype: .float64).reshape(shape)
    tensor.requiresGrad = requiresGrad
    return tensor
  }

  /// A program drawn at random: matrices [3, 4] are joined, bent, shifted, multiplied and reduced, with shared weights
  /// and broadcasting.
  static func program(_ seed: Int, _ weights: [Tensor], dtype: DType) -> Tensor {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let x = scattered([3, 4], seed).to(dtype).detach().name("x")
    var values = [x, x.matmul(weights[0])]
    for _ in 0..<2 + pick(5) {
      let (a, b) = (values[pick(values.count)], values[values.count - 1])
      let next: Tensor
      switch pick(14) {
      case 0: next = a + b
      case 1: next = a * b
      case 2: next = b - a
      case 3: next = b.tanh()
      case 4: next = b.sigmoid()
      case 5: next = b.relu()
      case 6: next = (b * 0.25).exp()
      case 7: next = b.matmul(weights[0])
      case 8: next = b + weights[1]
      case 9: next = b * weights[2]
      case 10: next = b.softmax(dim: 1)
      case 11: next = maximum(a, b)
      case 12: next = b / (a.square() + 1)
      default: next = b.transpose(0, 1).reshape([3, 4]) + b
      }
      values.append(next)
    }
    let last = values[values.count - 1]
    switch pick(4) {
    case 0: return last.square().mean()
    case 1: return last.sum(dim: 1).tanh().mean()
    case 2: return (last * last).sum() / 12
    default: return last.logsumexp(dim: 1).mean()
    }
  }

  /// The product of the factors, in whichever form it is shown, is `.grad`: to the last bit, or the derivation says by
  /// how much and why not.
  @Test("a random program's product is its gradient", arguments: 0..<60, [DType.float64, .float32])
  func productIsGradient(seed: Int, dtype: DType) throws {
    let weights = [[4, 4], [4], [3, 1]].enumerated().map { index, shape -> Tensor in
      let weight = Self.scattered(shape, seed * 10 + index).to(dtype).detach()
      weight.requiresGrad = true
      return weight.name("w\(index)")
    }
    let loss = Self.program(seed, weights, dtype: dtype)
    loss.backward(retainGraph: true)
    for weight in weights where weight.grad != nil {
      let places = [Array(repeating: 0, count: weight.rank), weight.shape.map { $0 - 1 }]
      for index in places {
        let text = explain({ Self.program(seed, weights, dtype: dtype) }, by: weight, at: index).text
        let says = ["to the last bit", "the engine adds up in another order", "the engine rounds to float32"]
        #expect(says.contains { text.contains($0) }, "\(text)")
        let explanation = try Explanation(loss, by: weight, at: index)
        guard
          let chain = Chain(
            explanation.tape, from: .init(node: explanation.weight, place: explanation.place),
            to: .init(node: explanation.loss, place: 0))
        else {
          #expect(text.contains("layer by layer"))
          continue
        }
        let gradient = try #require(weight.grad?.node.element(atRow: explanation.place))
        let allowed = dtype == .float64 ? 1e-13 : 1e-5
        #expect(abs(chain.total - gradient) <= allowed * max(abs(gradient), 1e-2), "\(gradient)\n\(text)")
      }
    }
  }

  @Test("the two ways to a column of a Jacobian agree")
  func columnsAgree() throws {
    let x = Self.scattered([9, 8], 1, requiresGrad: true)
    let node = x.softmax(dim: 1).node
    let large = try #require(LocalDerivative(node)?.column(input: 0, element: 11))
    let row = Tensor(x.toArray()[8..<16].map { $0 }, dtype: .float64, requiresGrad: true)
    let small = try #require(LocalDerivative(row.reshape([1, 8]).softmax(dim: 1).node)?.column(input: 0, element: 3))
    #expect(large.count == 72)
    for (place, value) in small.enumerated() { #expect(abs(large[8 + place] - value) < 1e-15) }
  }

  @Test func differencesAgree() {
    let (w, _, loss) = Self.mazur()
    let text = explain(loss, by: w, at: [0, 0]).text
    #expect(text.contains("Central difference"), "\(text)")
    #expect(w.toArray()[0] == 0.15, "the entry is put back")
  }

  @Test func missingZeroGradIsNamed() {
    let (w, _, loss) = Self.mazur()
    loss().backward()
    loss().backward()
    #expect(explain(loss(), by: w, at: [1, 1]).text.contains("2 times as much"))
  }

  @Test("wrong questions are answered with what to do")
  func wrongQuestions() {
    let (w, v, loss) = Self.mazur()
    func message(_ body: () -> Void) -> String { Failure.caught(body)?.message ?? "" }
    #expect(message { _ = explain(loss(), by: w, at: [2, 0]) }.contains("[2, 0] is no entry"))
    #expect(message { _ = explain(loss(), by: w, at: [0]) }.contains("2 dimensions"))
    #expect(message { _ = explain(v, by: w, at: [0, 0]) }.contains("one element"))
    #expect(message { _ = explain(loss(), by: Tensor([1], requiresGrad: true)) }.contains("not computed from"))
    #expect(message { _ = explain(update: w, at: [0, 0], lr: 0.5) }.contains("backward()"))
    let before = loss()
    noGrad {
      w.node.store(1, atRow: 0)
      w.node.storage.version += 1
    }
    #expect(message { _ = explain(before, by: w, at: [0, 0]) }.contains("has changed"))
  }
}
