/// A multidimensional array of numbers that remembers how it was computed.
///
/// ```swift
/// let x = Tensor([[1, 2], [3, 4]], requiresGrad: true)
/// let y = (x * x).sum()
/// y.backward()
/// x.grad            // tensor([[2., 4.], [6., 8.]])
/// ```
///
/// A tensor is a value: `y = x` and then `y += 1` leaves `x` as it was. A parameter is the exception: a leaf with
/// `requiresGrad`, changed inside `noGrad { … }` or by an optimizer, changes for everyone who holds it.
public struct Tensor {
  /// The value and its history.
  package var node: Node

  @inline(__always)
  package init(_ node: Node) { self.node = node }

  /// The sizes of its dimensions; `[]` for a single number.
  public var shape: [Int] { node.shape.array }

  /// How many dimensions it has.
  public var rank: Int { node.shape.rank }

  /// How many elements it has.
  public var count: Int { node.count }

  /// The type of its elements.
  public var dtype: DType { node.dtype }

  /// Whether no operation with a history made it: it is data or a parameter.
  public var isLeaf: Bool { node.isLeaf }

  /// Whether gradients flow to it. Only a leaf may be switched, and only floating-point elements have gradients.
  public var requiresGrad: Bool {
    get { node.requiresGrad }
    nonmutating set {
      guard newValue != node.requiresGrad else { return }
      guard node.isLeaf else { return Failure.report(.requiresGradOfResult(node)) }
      guard !newValue || node.dtype.isFloatingPoint else { return Failure.report(.requiresGradOfType(node.dtype)) }
      engine.pointee.replay.forget()
      node.requiresGrad = newValue
    }
  }

  /// The gradient that backward left here: of a leaf the sum over all backwards since it was nil, of an intermediate
  /// result that has a name or at most 65,536 elements the same.
  public var grad: Tensor? {
    get { node.grad.map { Tensor($0) } }
    nonmutating set {
      if let newValue, newValue.node.shape != node.shape {
        return Failure.report(.gradientShape(newValue.node.shape, of: node.shape))
      }
      if let newValue { node.grad = newValue.node } else { node.dropGrad() }
    }
  }

  /// Names the tensor, for graphs, derivations and messages, and gives it back.
  @discardableResult
  public func name(_ name: String) -> Tensor {
    node.name = name
    return self
  }

  /// The name it was given, or the variable it was first bound to.
  public var label: String? { node.name }

  /// Names the tensor after the variable it is bound to, unless it has a name.
  package func nameIfUnnamed(_ name: String) {
    if node.name == nil { node.name = name }
  }

  /// The value without its history: no gradient flows through it. It shares the memory of the original.
  public func detach() -> Tensor {
    if node.operation == nil, !node.requiresGrad { return self }
    return Tensor(Node(viewOf: node, shape: node.shape, strides: node.strides, offset: node.offset))
  }

  /// What a failed operation returns while a cell runs: a single NaN, safe to use. It needs no memory of its own, since
  /// the failure may have been that there is none.
  package static var fallback: Tensor {
    Tensor(Node(viewOf: fallbackNode, shape: Shape(), strides: Shape(), offset: 0))
  }

  nonisolated(unsafe) private static let fallbackNode = Node(permanent: .nan)
}

extension Node {
  /// "w1 [2, 3]" or "[2, 3]".
  package var summary: String {
    if let name = name { return "\(name) \(shape)" }
    return "\(shape)"
  }
}
