/// Changes parameters by their gradients.
///
/// One step of training is `optimizer.zeroGrad()`, a loss, `loss.backward()`, `optimizer.step()`.
public class Optimizer {
  /// What is trained.
  public let parameters: [Tensor]
  /// The learning rate η: how far a step goes.
  @exclusivity(unchecked) public var lr: Double
  /// How many steps were taken.
  @exclusivity(unchecked) public private(set) var steps = 0

  /// The parameters, for looks without references.
  private let nodes: [Unmanaged<Node>]

  package init(_ parameters: [Tensor], lr: Double, name: String) {
    self.parameters = parameters
    nodes = parameters.map { .passUnretained($0.node) }
    self.lr = lr
    if parameters.isEmpty { Failure.report(.argument(name, "there are no parameters to train")) }
    if !(lr >= 0) { Failure.report(.argument(name, "the learning rate \(lr) must not be negative")) }
    for parameter in parameters where !parameter.requiresGrad || !parameter.isLeaf {
      Failure.report(
        .argument(name, "\(parameter.node.summary) is not a parameter: it needs `requiresGrad: true` and no history"))
      return
    }
  }

  /// Sets all gradients to nil.
  public func zeroGrad() {
    for node in nodes { node._withUnsafeGuaranteedRef { $0.dropGrad() } }
  }

  /// Changes each parameter that has a gradient.
  public func step() {
    steps += 1
    let writer = writer
    for i in 0..<nodes.count {
      nodes[i]._withUnsafeGuaranteedRef { parameter in
        guard let gradient = parameter.unmanagedGrad else { return }
        do throws(TensorError) {
          try step(i, parameter, gradient, writer)
        } catch { Failure.report(error) }
      }
    }
  }

  /// Changes one parameter. Its gradient is not referred to anew: in small networks that took longer than the sums.
  @inline(__always)
  private func step(
    _ i: Int, _ parameter: Node, _ gradient: Unmanaged<Node>, _ writer: StaticString
  ) throws(TensorError) {
    let isPlain = gradient._withUnsafeGuaranteedRef { $0.isContiguous && $0.dtype == parameter.dtype }
    if isPlain, parameter.isContiguous {
      try update(i, parameter, gradient)
    } else {
      let values = try gradient.takeUnretainedValue().converted(to: parameter.dtype).contiguous()
      let copy = try parameter.contiguous()
      try update(i, copy, Unmanaged.passUnretained(values))
      if copy !== parameter { try parameter.write(copy, as: writer) }
      withExtendedLifetime(values) {}
    }
    parameter.unmanagedStorage._withUnsafeGuaranteedRef { $0.noteWrite(writer) }
  }

  /// What messages call the change.
  package var writer: StaticString { "an optimizer" }

  /// Changes parameter number `index`, which lies contiguous, by its gradient.
  package func update(_ index: Int, _ parameter: Node, _ gradient: Unmanaged<Node>) throws(TensorError) {}
}

/// What an optimizer remembers of each parameter: arrays of its size, made at the first use.
package struct Memory {
  private var arrays: [Node?]

  package init(_ count: Int) { arrays = Array(repeating: nil, count: count) }

  /// Whether parameter `index` has no memory yet.
  package func isEmpty(_ index: Int) -> Bool { arrays[index] == nil }

  /// The memory of parameter `index`, filled with a number at first.
  package mutating func array(
    _ index: Int, like parameter: Node, filling value: Double = 0
  ) throws(TensorError) -> Node {
    if let array = arrays[index] { return array }
    let array = try Node.make(parameter.shape, parameter.dtype)
    array.fill(value)
    arrays[index] = array
    return array
  }
}

extension Unmanaged<Node> {
  /// The elements.
  @inline(__always)
  package var values: UnsafeMutableRawPointer { _withUnsafeGuaranteedRef { $0.pointer } }
}
