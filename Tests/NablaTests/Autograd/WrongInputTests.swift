import Nabla
import Testing

/// Every operation, found by enumeration, on inputs it cannot take: a message with the shapes or types, and no trap.
@Suite struct WrongInputTests {
  static let shapes: [[Int]] = [[], [0], [7], [5, 7], [3, 2], [0, 3], [2, 3, 4], [7, 1, 5], [2, 2, 2, 2, 2]]

  /// What a program might do next with whatever it was given.
  private func use(_ result: Tensor) {
    _ = "\(result)"
    if result.requiresGrad { result.sum().backward() }
  }

  private func leaf(_ shape: [Int], _ dtype: DType = .float64) -> Tensor {
    let values = (0..<shape.reduce(1, *)).map { 0.3 + 0.1 * Double($0 % 5) }
    let leaf = Tensor(values, shape: shape, dtype: .float64).to(dtype)
    if dtype.isFloatingPoint { leaf.requiresGrad = true }
    return leaf
  }

  @Test(arguments: GradientTests.operationNames) func wrongShapes(_ path: String) throws {
    for example in try GradientTests.operation(path).cases {
      for i in 0..<example.inputs.count {
        for shape in Self.shapes {
          var inputs = example.inputs.map { leaf($0.shape) }
          inputs[i] = leaf(shape)
          let failure = Failure.caught { use(example.function(inputs)) }
          guard let message = failure?.message else { continue }
          // The shape that was given, or what the program had made of it, such as its transpose.
          let given = inputs.map { "\($0.shape)" }
          #expect(
            given.contains { message.contains($0) } || message.contains("["),
            "\(path), \(example.label), \(given): \(message)")
          #expect(message.count < 400 && !message.contains("Optional("), "\(message)")
        }
      }
    }
  }

  @Test(arguments: GradientTests.operationNames) func wrongTypes(_ path: String) throws {
    for example in try GradientTests.operation(path).cases {
      for i in 0..<example.inputs.count {
        for dtype in DType.allCases where dtype != .float64 {
          var inputs = example.inputs.map { leaf($0.shape) }
          inputs[i] = leaf(example.inputs[i].shape, dtype)
          let failure = Failure.caught { use(example.function(inputs)) }
          guard let message = failure?.message else { continue }
          // Taken, and no gradient flows from it.
          if message.hasPrefix("backward: this tensor does not depend") { continue }
          #expect(
            message.contains("\(dtype)") || message.contains("integer is divided by zero"),
            "\(path), \(example.label), \(dtype): \(message)")
        }
      }
    }
  }

  /// Operations of two inputs or more refuse some shapes; one that takes them all would broadcast by accident.
  @Test func productsAndLossesRefuse() throws {
    for (path, operation) in Operations.all
    where path.hasPrefix("product.") || path.hasPrefix("loss.") || path.hasPrefix("convolution.") {
      var refusals = 0
      for example in operation.cases {
        for shape in Self.shapes {
          var inputs = example.inputs.map { leaf($0.shape) }
          inputs[0] = leaf(shape)
          if Failure.caught({ use(example.function(inputs)) }) != nil { refusals += 1 }
        }
      }
      #expect(refusals > 0, "\(path)")
    }
  }

  /// Dimensions, counts and sizes that no tensor has.
  @Test func wrongArguments() {
    let x = leaf([2, 3])
    let numbers = [Int.min, -9, -3, 2, 9, Int.max]
    let calls: [(String, (Int) -> Tensor)] = [
      ("sum", { x.sum(dim: $0) }), ("mean", { x.mean(dim: $0) }), ("prod", { x.prod(dim: $0) }),
      ("max", { x.max(dim: $0) }), ("argmax", { x.argmax(dim: $0) }), ("cumsum", { x.cumsum($0) }),
      ("softmax", { x.softmax(dim: $0) }), ("logSoftmax", { x.logSoftmax(dim: $0) }),
      ("variance", { x.variance(dim: $0) }), ("std", { x.std(dim: $0) }), ("norm", { x.norm(dim: $0) }),
      ("logsumexp", { x.logsumexp(dim: $0) }), ("transpose", { x.transpose(0, $0) }),
      ("permute", { x.permute([0, $0]) }),
      ("flip", { x.flip([$0]) }), ("roll", { x.roll(1, dim: $0) }), ("squeeze", { x.squeeze($0) }),
      ("split", { x.split(1, dim: $0).first ?? x }), ("chunk", { x.chunk(2, dim: $0).first ?? x }),
      ("cat", { cat([x, x], dim: $0) }), ("flatten", { x.flatten(0, $0) }),
      ("indexSelect", { x.indexSelect($0, Tensor([0] as [Int])) }),
      ("gather", { x.gather($0, Tensor([[0]] as [[Int]])) }), ("index", { x[$0] }),
      ("embedding", { embedding(Tensor([$0] as [Int]), x) }),
      ("oneHot", { Tensor.oneHot(Tensor([$0] as [Int]), count: 2) }),
      ("reshape", { x.reshape([$0]) }), ("expand", { x.expand([$0, 3]) }), ("zeros", { Tensor.zeros([$0, Int.max]) }),
      ("linspace", { Tensor.linspace(0, 1, $0 == Int.max ? -1 : Swift.min($0, 0)) }),
      ("unsqueeze", { x.unsqueeze($0 == 2 ? 4 : $0) }),
    ]
    for (name, call) in calls {
      for number in numbers {
        let failure = Failure.caught { use(call(number)) }
        if failure == nil { continue }
        let message = failure?.message ?? ""
        #expect(message.count > 20 && message.count < 400, "\(name)(\(number)): \(message)")
      }
      #expect(Failure.caught { use(call(Int.min)) } != nil, "\(name) takes the smallest integer")
    }
  }
}
