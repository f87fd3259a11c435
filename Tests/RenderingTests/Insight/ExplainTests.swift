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

  @Test("a random program's product is its gradient", arguments: 0..<12)
  func productIsGradient(seed: Int) throws {
    let x = Self.scattered([3, 4], seed)
    let first = Self.scattered([4, 5], seed + 1, requiresGrad: true)
    let second = Self.scattered([5, 2], seed + 2, requiresGrad: true)
    let linear = x.matmul(first)
    let hidden: Tensor = [linear.tanh(), linear.relu(), linear.sigmoid() + linear][seed % 3]
    let output: Tensor = [hidden.matmul(second).softmax(dim: 1), hidden.matmul(second).exp()][seed % 2]
    let loss = (output * output).mean()
    loss.backward()
    for index in [[0, 0], [2, 3], [-1, -1]] {
      let explanation = try Explanation(loss, by: first, at: index)
      let tape = explanation.tape
      let chain = try #require(
        Chain(
          tape, from: Chain.Element(node: explanation.weight, place: explanation.place),
          to: Chain.Element(node: explanation.loss, place: 0)))
      let gradient = try #require(first.grad?.node.element(atRow: explanation.place))
      #expect(abs(chain.total - gradient) <= 1e-13 * max(abs(gradient), 1e-3))
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
