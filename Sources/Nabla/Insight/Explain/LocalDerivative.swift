/// The derivative of one recorded operation by its inputs, got from its own vector-Jacobian product.
///
/// It works on a copy of the tape's entry whose inputs are leaves, so that a question leaves no trace: it is answered
/// before and after `backward()`, and nobody's `.grad` changes.
struct LocalDerivative {
  let node: Node
  private let shadow: Node
  private let leaves: [Node]

  /// nil for a leaf of the tape.
  init?(_ node: Node) {
    guard let operation = node.operation else { return nil }
    self.node = node
    let shadow = Node(viewOf: node, shape: node.shape, strides: node.strides, offset: node.offset)
    let leaves = node.inputs.map { input -> Node in
      let leaf = Node(viewOf: input, shape: input.shape, strides: input.strides, offset: input.offset)
      leaf.requiresGrad = input.requiresGrad
      return leaf
    }
    shadow.requiresGrad = true
    shadow.operation = operation
    shadow.attributes = node.attributes
    shadow.saved = node.saved
    if let data = node.data { shadow.keepData(data, version: node.dataVersion) }
    shadow.version = node.version
    shadow.inputCount = leaves.count
    shadow.input0 = leaves.first
    shadow.input1 = leaves.count > 1 ? leaves[1] : nil
    shadow.input2 = leaves.count > 2 ? leaves[2] : nil
    shadow.moreInputs = Array(leaves.dropFirst(3))
    shadow.inputVersion0 = node.inputVersion0
    shadow.inputVersion1 = node.inputVersion1
    shadow.inputVersion2 = node.inputVersion2
    shadow.site = node.site
    self.shadow = shadow
    self.leaves = leaves
  }

  /// What each input receives when `gradient` arrives at the result; nil for an input that takes none.
  func product(_ gradient: Tensor) -> [Tensor?] {
    let wasEnabled = setGradEnabled(false)
    defer { setGradEnabled(wasEnabled) }
    return pass(gradient, isDifferentiable: false)
  }

  private func pass(_ gradient: Tensor, isDifferentiable: Bool) -> [Tensor?] {
    for leaf in leaves { leaf.arriving = nil }
    node.operation?.backward(Step(node: shadow, gradient: gradient, isDifferentiable: isDifferentiable))
    defer { for leaf in leaves { leaf.arriving = nil } }
    return leaves.map { leaf in leaf.arriving.map { Tensor($0) } }
  }

  /// Up to this many results, one product for each of them is the shortest way to a column.
  private static let directLimit = 64

  /// ∂y/∂x for one element of one input: a number for each element of the result; nil where the operation cannot tell.
  func column(input: Int, element: Int) -> [Double]? {
    node.count <= Self.directLimit
      ? columnByRows(input: input, element: element) : columnByTransposition(input: input, element: element)
  }

  /// A product for each element of the result.
  private func columnByRows(input: Int, element: Int) -> [Double]? {
    var column: [Double] = []
    column.reserveCapacity(node.count)
    for row in 0..<node.count {
      guard let seed = Self.unit(like: node, at: row) else { return nil }
      let received = product(Tensor(seed))
      guard received.indices.contains(input) else { return nil }
      guard let share = received[input] else {
        column.append(0)
        continue
      }
      column.append(share.node.element(atRow: element))
    }
    return column
  }

  /// The vector-Jacobian product is linear in its vector; the derivative of its entry by the vector is the column.
  private func columnByTransposition(input: Int, element: Int) -> [Double]? {
    var column: [Double]?
    let failure = Failure.caught {
      let wasEnabled = setGradEnabled(true)
      defer { setGradEnabled(wasEnabled) }
      let vector = Tensor.zeros(node.shape.array, dtype: node.dtype, requiresGrad: true)
      let received = pass(vector, isDifferentiable: true)
      guard received.indices.contains(input), let share = received[input], share.requiresGrad,
        let unit = Self.unit(like: share.node, at: element)
      else { return }
      let entry = (share * Tensor(unit)).sum()
      let found = try? Backward.run(
        from: [entry], gradients: [nil], inputs: [vector], retainGraph: true, createGraph: false)
      if let result = found?.first ?? nil { column = try? result.node.doubles() }
    }
    return failure == nil ? column : nil
  }

  /// 1 at one place and 0 elsewhere.
  private static func unit(like node: Node, at place: Int) -> Node? {
    let zeros = Tensor.zeros(node.shape.array, dtype: node.dtype)
    guard place < zeros.count else { return nil }
    zeros.node.store(1, atRow: place)
    return zeros.node
  }
}

extension Node {
  /// Writes an element by its place in the order row by row.
  func store(_ value: Double, atRow place: Int) {
    var rest = place
    var at = 0
    for dim in stride(from: shape.rank - 1, through: 0, by: -1) {
      let size = max(shape[dim], 1)
      at += rest % size * strides[dim]
      rest /= size
    }
    switch dtype {
    case .float32: pointer.storeBytes(of: Float(value), toByteOffset: at * 4, as: Float.self)
    case .float64: pointer.storeBytes(of: value, toByteOffset: at * 8, as: Double.self)
    case .int64, .bool: break
    }
  }

  /// The place row by row of an entry, negative indices counted from the end; nil where there is no such entry.
  func place(of index: [Int]) -> Int? {
    guard index.count == shape.rank else { return nil }
    var place = 0
    for (dim, i) in index.enumerated() {
      let size = shape[dim]
      guard i >= -size, i < size else { return nil }
      place = place * size + (i < 0 ? i + size : i)
    }
    return place
  }

  /// The index of an element by its place row by row.
  func index(of place: Int) -> [Int] {
    var rest = place
    var index: [Int] = []
    for dim in stride(from: shape.rank - 1, through: 0, by: -1) {
      let size = max(shape[dim], 1)
      index.insert(rest % size, at: 0)
      rest /= size
    }
    return index
  }
}
