/// The weights of one layer and direction of a recurrent network, of as many gates as the cell has.
package struct RecurrentWeights {
  package let inputWeight: Tensor
  package let hiddenWeight: Tensor
  package let inputBias: Tensor?
  package let hiddenBias: Tensor?

  /// Uniform in ±1/√hidden, in PyTorch's order.
  package init(inputs: Int, hidden: Int, gates: Int, bias: Bool, dtype: DType) {
    let bound = hidden > 0 ? 1 / Double(hidden).squareRoot() : 0
    func uniform(_ shape: [Int]) -> Tensor { .uniform(shape, -bound, bound, dtype: dtype, requiresGrad: true) }
    inputWeight = uniform([gates &* hidden, inputs])
    hiddenWeight = uniform([gates &* hidden, hidden])
    inputBias = bias ? uniform([gates &* hidden]) : nil
    hiddenBias = bias ? uniform([gates &* hidden]) : nil
  }

  /// The parameters with PyTorch's names.
  package func members(_ layer: Int) -> [(name: String, value: Any)] {
    var members: [(name: String, value: Any)] = [
      (name: "weight_ih_l\(layer)", value: inputWeight), (name: "weight_hh_l\(layer)", value: hiddenWeight),
    ]
    if let inputBias { members.append((name: "bias_ih_l\(layer)", value: inputBias)) }
    if let hiddenBias { members.append((name: "bias_hh_l\(layer)", value: hiddenBias)) }
    return members
  }
}

/// What recurrent networks have in common: layers, each over the whole sequence.
public class RecurrentModule: Module, CustomStringConvertible {
  /// How many numbers each step of the sequence has.
  public let inputs: Int
  /// How many numbers the state of a layer has.
  public let hidden: Int
  /// Whether sequences are [batch, steps, inputs] and not [steps, batch, inputs].
  public let batchFirst: Bool
  package let layers: [RecurrentWeights]

  package init(_ inputs: Int, _ hidden: Int, layers: Int, bias: Bool, batchFirst: Bool, gates: Int, dtype: DType) {
    self.inputs = inputs
    self.hidden = hidden
    self.batchFirst = batchFirst
    self.layers = (0..<max(layers, 0)).map {
      RecurrentWeights(inputs: $0 == 0 ? inputs : hidden, hidden: hidden, gates: gates, bias: bias, dtype: dtype)
    }
  }

  /// The parameters, named as in PyTorch: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, …
  public var members: [(name: String, value: Any)] { layers.enumerated().flatMap { $1.members($0) } }

  /// The type with its sizes.
  public var description: String { "\(type(of: self))(\(inputs), \(hidden), layers: \(layers.count))" }

  /// Runs the layers over a sequence.
  ///
  /// - Parameter cell: the next state of a layer, given the input's share and the state; its first part is the output.
  package func run(
    _ x: Tensor, _ initial: [Tensor?], _ cell: (_ input: Tensor, _ state: [Tensor], RecurrentWeights) -> [Tensor]
  ) -> (output: Tensor, state: [Tensor]) {
    let failed = (Tensor.fallback, initial.map { _ in Tensor.fallback })
    return attempt(or: failed) { () throws(TensorError) in
      let isBatched = x.rank == 3
      guard isBatched || x.rank == 2, x.shape[x.rank - 1] == inputs, !layers.isEmpty else {
        let order = batchFirst ? "[batch, steps, \(inputs)]" : "[steps, batch, \(inputs)]"
        throw .shapes("\(type(of: self))", "needs sequences \(order) or [steps, \(inputs)]", [x.node.shape])
      }
      var sequence = isBatched ? (batchFirst ? x.transpose(0, 1) : x) : x.unsqueeze(1)
      let batch = sequence.shape[1]
      let stateShape = Shape(layers.count, batch).appending(hidden)
      var states: [[Tensor]] = initial.map { _ in [] }
      for (part, given) in initial.enumerated() {
        let whole = given.map { isBatched ? $0 : $0.unsqueeze(1) }
          ?? Tensor.zeros(stateShape.array, dtype: x.dtype)
        guard whole.node.shape == stateShape else {
          throw .shapes("\(type(of: self))", "the state must be \(stateShape)", [whole.node.shape])
        }
        states[part] = whole.unbind(0)
      }
      for (number, weights) in layers.enumerated() {
        // The input's share of all steps is one product of matrices.
        let shares = linear(sequence, weights.inputWeight, bias: weights.inputBias)
        var state = states.map { $0[number] }
        var outputs: [Tensor] = []
        for share in shares.unbind(0) {
          state = cell(share, state, weights)
          outputs.append(state[0])
        }
        guard !outputs.isEmpty else { throw .empty("\(type(of: self))", x.node.shape) }
        for part in states.indices { states[part][number] = state[part] }
        sequence = stack(outputs)
      }
      let output = isBatched ? (batchFirst ? sequence.transpose(0, 1) : sequence) : sequence.squeeze(1)
      let final = states.map { parts in isBatched ? stack(parts) : stack(parts).squeeze(1) }
      return (output, final)
    }
  }
}

extension Shape {
  fileprivate func appending(_ size: Int) -> Shape {
    var shape = self
    shape.append(size)
    return shape
  }
}

/// A recurrent network: h ← tanh(W·x + b + U·h + c) at each step.
public final class RNN: RecurrentModule {
  /// Whether relu takes the place of tanh.
  public let usesRelu: Bool

  /// A network of `inputs` numbers a step and `hidden` numbers of state.
  ///
  /// - Parameter nonlinearity: "tanh" or "relu".
  public init(
    _ inputs: Int, _ hidden: Int, layers: Int = 1, nonlinearity: String = "tanh", bias: Bool = true,
    batchFirst: Bool = false, dtype: DType = .float32
  ) {
    usesRelu = nonlinearity == "relu"
    super.init(inputs, hidden, layers: layers, bias: bias, batchFirst: batchFirst, gates: 1, dtype: dtype)
    if nonlinearity != "relu", nonlinearity != "tanh" {
      Failure.report(.argument("RNN", "the nonlinearity \"\(nonlinearity)\" must be \"tanh\" or \"relu\""))
    }
  }

  /// The states of the last layer at all steps, and the last states of all layers.
  public func callAsFunction(_ x: Tensor, _ h: Tensor? = nil) -> (output: Tensor, h: Tensor) {
    let (output, state) = run(x, [h]) { input, state, weights in
      let sum = input + linear(state[0], weights.hiddenWeight, bias: weights.hiddenBias)
      return [usesRelu ? sum.relu() : sum.tanh()]
    }
    return (output, state[0])
  }
}

/// Long short-term memory: gates decide what a cell forgets, takes in, and shows.
///
/// i, f, o = σ(…), g = tanh(…), c ← f·c + i·g, h ← o·tanh c; the gates stand in PyTorch's order i, f, g, o.
public final class LSTM: RecurrentModule {
  /// A network of `inputs` numbers a step and `hidden` numbers of state.
  public init(
    _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, batchFirst: Bool = false,
    dtype: DType = .float32
  ) {
    super.init(inputs, hidden, layers: layers, bias: bias, batchFirst: batchFirst, gates: 4, dtype: dtype)
  }

  /// The states of the last layer at all steps, and the last states and cells of all layers.
  public func callAsFunction(
    _ x: Tensor, _ state: (Tensor, Tensor)? = nil
  ) -> (output: Tensor, state: (h: Tensor, c: Tensor)) {
    let (output, final) = run(x, [state?.0, state?.1]) { input, state, weights in
      let gates = (input + linear(state[0], weights.hiddenWeight, bias: weights.hiddenBias)).chunk(4, dim: 1)
      guard gates.count == 4 else { return state }
      let cell = gates[1].sigmoid() * state[1] + gates[0].sigmoid() * gates[2].tanh()
      return [gates[3].sigmoid() * cell.tanh(), cell]
    }
    return (output, (final[0], final[1]))
  }
}

/// A gated recurrent unit: one gate resets the state, another decides how much of it stays.
///
/// r, z = σ(…), n = tanh(W·x + b + r·(U·h + c)), h ← (1 − z)·n + z·h; the gates stand in PyTorch's order r, z, n.
public final class GRU: RecurrentModule {
  /// A network of `inputs` numbers a step and `hidden` numbers of state.
  public init(
    _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, batchFirst: Bool = false,
    dtype: DType = .float32
  ) {
    super.init(inputs, hidden, layers: layers, bias: bias, batchFirst: batchFirst, gates: 3, dtype: dtype)
  }

  /// The states of the last layer at all steps, and the last states of all layers.
  public func callAsFunction(_ x: Tensor, _ h: Tensor? = nil) -> (output: Tensor, h: Tensor) {
    let (output, state) = run(x, [h]) { input, state, weights in
      let fromInput = input.chunk(3, dim: 1)
      let fromState = linear(state[0], weights.hiddenWeight, bias: weights.hiddenBias).chunk(3, dim: 1)
      guard fromInput.count == 3, fromState.count == 3 else { return state }
      let reset = (fromInput[0] + fromState[0]).sigmoid()
      let update = (fromInput[1] + fromState[1]).sigmoid()
      let proposal = (fromInput[2] + reset * fromState[2]).tanh()
      return [(1 - update) * proposal + update * state[0]]
    }
    return (output, state[0])
  }
}
