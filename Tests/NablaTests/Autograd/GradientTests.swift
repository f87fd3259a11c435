import Nabla
import Testing

/// Every differentiable operation, found by enumeration, against finite differences.
@Suite struct GradientTests {
  /// Values of a domain, different in each element, the same in each run.
  static func values(_ sample: GradientCase.Sample, salt: Int) -> Tensor {
    let count = sample.shape.reduce(1, *)
    let numbers = (0..<count).map { i -> Double in
      // A low-discrepancy sequence: no two elements are near each other, none near 0 or 1.
      let golden = 0.6180339887498949
      let raw = (Double(i + 1 + 17 * salt) * golden).truncatingRemainder(dividingBy: 1)
      let u = 0.03 + 0.94 * raw
      let signed = (u - 0.5) * 2  // −0.94...0.94
      let away = signed.magnitude < 0.08 ? signed + (signed < 0 ? -0.11 : 0.11) : signed
      switch sample.domain {
      case .real: return away * 2.1
      case .positive: return 0.2 + 2 * u
      case .unit: return away * 0.9
      case .probability: return 0.1 + 0.8 * u
      case .aboveOne: return 1.1 + 1.9 * u
      case .distinct: return Double((i * 7 + salt) % max(count, 1)) * 0.37 - 1.3
      }
    }
    return Tensor(numbers, shape: sample.shape, dtype: .float64)
  }

  static let operationNames = Operations.all.map(\.path)

  static func operation(_ path: String) throws -> Nabla.Operation {
    try #require(Operations.all.first { $0.path == path }).operation
  }

  @Test func theRegistryIsWhole() {
    #expect(Operations.all.count > 80)
    let names = Operations.all.map(\.operation.name)
    #expect(Set(names).count == names.count, "two operations have one name")
    for (path, operation) in Operations.all {
      #expect(!operation.cases.isEmpty, "\(path) has no case")
      #expect(!operation.formula.isEmpty && !operation.partials.isEmpty, "\(path) has no mathematics")
    }
  }

  @Test(arguments: operationNames) func firstDerivatives(_ path: String) throws {
    for example in try Self.operation(path).cases {
      let inputs = example.inputs.enumerated().map { Self.values($1, salt: $0) }
      let check = gradcheck(example.function, inputs)
      #expect(check.isPassed, "\(path), \(example.label): \(check)")
      #expect(check.count(.kink) == 0, "\(path), \(example.label): \(check)")
    }
  }

  /// The gradient of the gradient: the formula in tensors that `createGraph` uses, and its own derivative.
  @Test(arguments: operationNames) func secondDerivatives(_ path: String) throws {
    for example in try Self.operation(path).cases {
      let inputs = example.inputs.enumerated().map { Self.values($1, salt: $0) }
      let gradient = { (inputs: [Tensor]) -> Tensor in Self.gradient(example.function, inputs, createGraph: true) }
      let leaves = inputs.map { input -> Tensor in
        let leaf = input.clone()
        leaf.requiresGrad = true
        return leaf
      }
      let fast = Self.gradient(example.function, leaves, createGraph: false)
      #expect(gradient(leaves).allClose(fast, rtol: 1e-9, atol: 1e-12), "\(path), \(example.label)")
      let check = gradcheck(gradient, inputs, rtol: 1e-4, atol: 1e-7)
      #expect(check.isPassed, "\(path), \(example.label), second order: \(check)")
    }
  }

  /// Inputs that are views of other layouts give the same gradients.
  @Test(arguments: operationNames) func layouts(_ path: String) throws {
    for example in try Self.operation(path).cases {
      let inputs = example.inputs.enumerated().map { Self.values($1, salt: $0) }
      func gradients(_ lay: (Tensor) -> Tensor) -> [Tensor?] {
        let leaves = inputs.map { input -> Tensor in
          let leaf = input.clone()
          leaf.requiresGrad = true
          return leaf
        }
        let result = example.function(leaves.map(lay))
        if result.requiresGrad { result.sum().backward() }
        return leaves.map(\.grad)
      }
      let plain = gradients { $0 }
      let transposed = gradients { $0.rank < 2 ? $0 : $0.T.clone().T }
      let strided = gradients { x in
        if x.rank == 0 { return x }
        return stack([x, x.detach()], dim: x.rank).split(1, dim: x.rank)[0].squeeze(x.rank)
      }
      for ((a, b), c) in zip(zip(plain, transposed), strided) {
        #expect((a == nil) == (b == nil))
        if let a, let b { #expect(a.allClose(b, rtol: 1e-12, atol: 1e-14), "\(path), \(example.label)") }
        if let a, let c { #expect(a.allClose(c, rtol: 1e-12, atol: 1e-14), "\(path), \(example.label)") }
      }
    }
  }

  private static func gradient(
    _ function: ([Tensor]) -> Tensor, _ inputs: [Tensor], createGraph: Bool
  ) -> Tensor {
    let result = function(inputs)
    guard result.requiresGrad else { return Tensor(0, dtype: .float64) * inputs[0].sum() }
    let weights = Tensor(
      (0..<result.count).map { 0.6 + 0.4 * Double(($0 * 31) % 17) / 17 }, shape: result.shape, dtype: .float64)
    let projected = (result * weights).sum()
    let gradients = attempt(or: []) { () throws(TensorError) in
      try Backward.run(
        from: [projected], gradients: [nil], inputs: inputs, retainGraph: createGraph, createGraph: createGraph)
    }
    return cat(zip(inputs, gradients).map { ($1 ?? $0 * 0).flatten() })
  }
}
