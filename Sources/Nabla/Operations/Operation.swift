/// A differentiable operation: what it is called, its mathematics, its vector-Jacobian product, and the cases on which
/// its gradient is checked.
///
/// A kind of operation (elementwise, reduction, …) is a subclass; an operation is an instance, held by a property of a
/// family in `Operations`. The public functions that call it stand in the same file.
package class Operation: @unchecked Sendable {
  package let name: String
  /// The value in LaTeX, over inputs x (or a, b, …).
  package let formula: String
  /// The local derivative by each input in LaTeX, over the inputs and the value y.
  package let partials: [String]
  /// What the gradient check runs.
  package let cases: [GradientCase]

  package init(_ name: String, formula: String, partials: [String], cases: [GradientCase]) {
    self.name = name
    self.formula = formula
    self.partials = partials
    self.cases = cases
  }

  /// Hands each input its share of the gradient, by `step.give`.
  package func backward(_ step: Step) {}

  /// Puts other data of the same shape in the place of an input that no gradient flows to.
  package func replaceData(of node: Node, _ old: Node, by new: Node) {
    if node.inputCount > 0, node.input0 === old { node.input0 = new }
    if node.inputCount > 1, node.input1 === old { node.input1 = new }
    if node.inputCount > 2, node.input2 === old { node.input2 = new }
    if let i = node.moreInputs?.firstIndex(where: { $0 === old }) { node.moreInputs?[i] = new }
    if node.data === old { node.keepData(new) }
  }
}

/// An operation whose vector-Jacobian product is a closure.
package final class ComposedOperation: Operation, @unchecked Sendable {
  private let rule: @Sendable (Step) -> Void

  package init(
    _ name: String, formula: String, partials: [String], cases: [GradientCase],
    backward rule: @escaping @Sendable (Step) -> Void
  ) {
    self.rule = rule
    super.init(name, formula: formula, partials: partials, cases: cases)
  }

  package override func backward(_ step: Step) { rule(step) }
}

/// A call on which the gradient of an operation is compared with finite differences.
package struct GradientCase: Sendable {
  /// What distinguishes it from the other cases of the operation.
  package let label: String
  package let inputs: [Sample]
  package let function: @Sendable ([Tensor]) -> Tensor

  package init(
    _ label: String = "", _ inputs: Sample..., function: @escaping @Sendable ([Tensor]) -> Tensor
  ) {
    self.label = label
    self.inputs = inputs
    self.function = function
  }

  /// An input: its shape, and where its values lie.
  package struct Sample: Sendable {
    package let shape: [Int]
    package let domain: Domain

    package static func real(_ shape: Int...) -> Sample { Sample(shape: shape, domain: .real) }
    package static func positive(_ shape: Int...) -> Sample { Sample(shape: shape, domain: .positive) }
    package static func of(_ domain: Domain, _ shape: Int...) -> Sample { Sample(shape: shape, domain: domain) }
  }

  /// Where the values of a sample lie; kinks are kept at a distance.
  package enum Domain: Sendable {
    /// (−2, 2), away from 0.
    case real
    /// (0.2, 2.2)
    case positive
    /// (−0.9, 0.9), away from 0.
    case unit
    /// (0.1, 0.9)
    case probability
    /// (1.1, 3)
    case aboveOne
    /// All different, at a distance of each other.
    case distinct
  }
}

/// What an operation keeps for its backward in nodes of its own, which gradients of gradients refer to.
package protocol SavedNodes: AnyObject {
  var nodes: [Node] { get }
}

extension Node: SavedNodes {
  package var nodes: [Node] { [self] }
}

/// One operation's turn in a backward.
package struct Step {
  /// The operation's result.
  package let node: Node
  /// The gradient that arrived at the result; of the same shape and type.
  package let gradient: Tensor
  /// Whether the gradients are to be differentiable in their turn.
  package let isDifferentiable: Bool

  @inline(__always)
  package init(node: Node, gradient: Tensor, isDifferentiable: Bool) {
    self.node = node
    self.gradient = gradient
    self.isDifferentiable = isDifferentiable
  }

  /// Whether input `i` asks for a gradient.
  @inline(__always)
  package func needs(_ i: Int) -> Bool { node.input(i)?.requiresGrad ?? false }

  /// Input `i` as the operation saw it; an error when it has been changed in place since.
  @inline(__always)
  package func input(_ i: Int) -> Tensor {
    guard let input = node.input(i) else { return .fallback }
    let version = switch i {
    case 0: node.inputVersion0
    case 1: node.inputVersion1
    case 2: node.inputVersion2
    default: input.storage.version
    }
    if version != input.storage.version { Failure.report(.changedInPlace(reader: node, changed: input)) }
    if input.isValueReleased { Failure.report(.valueReleased(input)) }
    return Tensor(input)
  }

  /// What the operation keeps beside its inputs, as it saw it; nil after an error when it has been changed in place
  /// since: indices are checked once, by the operation, and other numbers would lead a kernel out of its arrays.
  package var data: Node? {
    guard let data = node.data else { return nil }
    if node.dataVersion != data.storage.version {
      Failure.report(.changedInPlace(reader: node, changed: data))
      return nil
    }
    return data
  }

  /// The result as the operation gave it; an error when it has been changed in place since.
  @inline(__always)
  package var output: Tensor {
    if node.version != node.storage.version { Failure.report(.changedInPlace(reader: node, changed: node)) }
    return Tensor(node)
  }

  /// Hands each input its share by differentiating a formula of the inputs in terms of other operations: for gradients
  /// of gradients of an operation whose own backward is a kernel.
  package func differentiate(_ formula: ([Tensor]) -> Tensor) {
    attempt(or: ()) { () throws(TensorError) in
      // Aliases, since one tensor may be several inputs, and the walk over the formula must stop before the history.
      var aliases: [Tensor] = []
      for i in 0..<node.inputCount { aliases.append(Tensor(try input(i).node.alias())) }
      let result = formula(aliases)
      guard result.requiresGrad else { return }
      let gradients = try Backward.run(
        from: [result], gradients: [gradient], inputs: aliases, retainGraph: true, createGraph: true,
        stopsAtInputs: true)
      for (i, share) in gradients.enumerated() {
        if let share { give(i, share) }
      }
    }
  }

  /// Adds to the gradient of input `i`. What was broadcast is summed back, what was converted is converted back.
  package func give(_ i: Int, _ gradient: Tensor) {
    guard let input = node.input(i), input.requiresGrad else { return }
    var gradient = gradient
    if gradient.node.dtype != input.dtype { gradient = gradient.to(input.dtype) }
    if gradient.node.shape != input.shape { gradient = gradient.summed(to: input.shape) }
    if input.arriving == nil {
      input.arriving = gradient.node
      input.arrivingIsSum = false
    } else if isDifferentiable {
      if let arrived = input.arriving { input.arriving = (Tensor(arrived) + gradient).node }
    } else {
      accumulate(gradient.node, into: &input.arriving, isOwn: input.arrivingIsSum)
      input.arrivingIsSum = true
    }
  }

  /// Adds to a part of the gradient of input `i`: to the slices of dimension `dim` that stand `stride` places apart from
  /// `start`.
  ///
  /// Of a tensor that is taken apart each part gives its own, so where a sum is there already the rest of it is left
  /// alone: with zeros around each part the time grew with the square of their number.
  package func give(_ i: Int, _ gradient: Tensor, toSlices dim: Int, from start: Int, by stride: Int) {
    guard let input = node.input(i), input.requiresGrad else { return }
    guard !isDifferentiable, input.arrivingIsSum, let sum = input.arriving, sum.dtype == gradient.dtype else {
      return give(i, gradient.unsliced(dim, start: start, step: stride, into: input.shape))
    }
    attempt(or: ()) { () throws(TensorError) in
      try gradient.node.contiguous().put(into: sum, dim, start: start, step: stride, adds: true)
    }
  }
}
