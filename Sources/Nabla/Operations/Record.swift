internal import CKernels

extension Node {
  /// Notes on the result of `operation` how it was made, when a gradient will be asked of it.
  @inline(__always)
  package func made(by operation: Operation, from a: Node) throws(TensorError) -> Node {
    let state = engine
    if state.pointee.isGradEnabled && a.requiresGrad {
      attach(operation, state)
      input0 = a
      inputVersion0 = a.storage.version
      inputCount = 1
    }
    return state.pointee.isWatching ? try watched(operation, [a]) : self
  }

  @inline(__always)
  package func made(by operation: Operation, from a: Node, _ b: Node) throws(TensorError) -> Node {
    let state = engine
    if state.pointee.isGradEnabled && (a.requiresGrad || b.requiresGrad) {
      attach(operation, state)
      input0 = a
      inputVersion0 = a.storage.version
      input1 = b
      inputVersion1 = b.storage.version
      inputCount = 2
    }
    return state.pointee.isWatching ? try watched(operation, [a, b]) : self
  }

  @inline(__always)
  package func made(by operation: Operation, from a: Node, _ b: Node, _ c: Node) throws(TensorError) -> Node {
    let state = engine
    if state.pointee.isGradEnabled && (a.requiresGrad || b.requiresGrad || c.requiresGrad) {
      attach(operation, state)
      input0 = a
      inputVersion0 = a.storage.version
      input1 = b
      inputVersion1 = b.storage.version
      input2 = c
      inputVersion2 = c.storage.version
      inputCount = 3
    }
    return state.pointee.isWatching ? try watched(operation, [a, b, c]) : self
  }

  /// For any number of inputs. A change in place of an input beyond the third is not noticed, so operations of more
  /// inputs may only read the values of the first three in backward.
  package func made(by operation: Operation, fromAll inputs: [Node]) throws(TensorError) -> Node {
    let state = engine
    if state.pointee.isGradEnabled && inputs.contains(where: { $0.requiresGrad }) {
      attach(operation, state)
      inputCount = inputs.count
      if inputs.count > 0 {
        input0 = inputs[0]
        inputVersion0 = inputs[0].storage.version
      }
      if inputs.count > 1 {
        input1 = inputs[1]
        inputVersion1 = inputs[1].storage.version
      }
      if inputs.count > 2 {
        input2 = inputs[2]
        inputVersion2 = inputs[2].storage.version
      }
      if inputs.count > 3 { moreInputs = Array(inputs[3...]) }
    }
    return state.pointee.isWatching ? try watched(operation, inputs) : self
  }

  @inline(__always)
  private func attach(_ operation: Operation, _ state: UnsafeMutablePointer<EngineState>) {
    requiresGrad = true
    self.operation = operation
    state.pointee.sequence &+= 1
    sequence = state.pointee.sequence
    site = state.pointee.site
    moduleScope = state.pointee.moduleScope
  }

  /// A result that somebody waits for: it is recorded, compared with what a plan made of the call, or searched.
  @inline(never)
  private func watched(_ operation: Operation, _ inputs: [Node]) throws(TensorError) -> Node {
    let state = engine
    if state.pointee.isSearchingNonFinite { try searchNonFinite(operation, inputs) }
    state.pointee.replay.note(self, operation)
    return try Replay.verified(self, operation, state)
  }

  /// Fails when the result has a NaN or an infinity and no input has one.
  @inline(never)
  private func searchNonFinite(_ operation: Operation, _ inputs: [Node]) throws(TensorError) {
    guard let position = try firstNonFinite() else { return }
    for input in inputs where try input.firstNonFinite() != nil { return }
    self.operation = operation
    site = engine.pointee.site
    let value = nk_find_is_nan(dtype, pointer, position) ? "NaN" : "an infinity"
    throw .nonFinite(self, value: value, inputs: inputs.map(\.shape), position: position)
  }

  private func firstNonFinite() throws(TensorError) -> Int? {
    guard dtype.isFloatingPoint else { return nil }
    let values = try contiguous()
    let position = nk_find_nonfinite(dtype.kernel, values.count, values.pointer)
    return position < 0 ? nil : position
  }

  private func nk_find_is_nan(_ dtype: DType, _ pointer: UnsafeRawPointer, _ position: Int) -> Bool {
    dtype == .float32
      ? pointer.load(fromByteOffset: position * 4, as: Float.self).isNaN
      : pointer.load(fromByteOffset: position * 8, as: Double.self).isNaN
  }

  /// The value row by row without gaps: itself, or a copy without history.
  @inline(__always)
  package func contiguous() throws(TensorError) -> Node {
    isContiguous ? self : try copied()
  }

  /// A contiguous copy without history.
  package func copied() throws(TensorError) -> Node {
    let copy = try Node.make(shape, dtype)
    shape.withPointer { shape in
      strides.withPointer { strides in
        nk_copy_from_view(dtype.kernel, Int32(self.shape.rank), shape, pointer, strides, copy.pointer)
      }
    }
    return copy
  }

  /// The value in another type: itself, or a copy without history.
  package func converted(to other: DType) throws(TensorError) -> Node {
    if dtype == other { return self }
    let values = try contiguous()
    let result = try Node.make(shape, other)
    nk_cast(dtype.kernel, other.kernel, values.count, values.pointer, result.pointer)
    return result
  }

  /// The strides with which this tensor is read as one of a wider shape: 0 where it is repeated.
  package func strides(broadcastTo wide: Shape) -> Shape {
    if shape == wide { return strides }
    var result = Shape(repeating: 0, rank: wide.rank)
    let added = wide.rank - shape.rank
    for i in 0..<shape.rank where shape[i] != 1 { result[added + i] = strides[i] }
    return result
  }
}

/// Adds `gradient` to `sum`, in place where nobody else holds it.
///
/// - Parameter isOwn: whether it is known that nobody does, but for a recording, which holds all that is made for it.
package func accumulate(_ gradient: Node, into sum: inout Node?, isOwn: Bool = false) {
  guard var current = sum else {
    sum = gradient
    return
  }
  sum = nil
  if isKnownUniquelyReferenced(&current) || isOwn, current.isContiguous, gradient.isContiguous, current.storageIsUnique {
    nk_binary(.add, current.dtype.kernel, current.count, current.pointer, gradient.pointer, current.pointer)
    sum = current
  } else {
    sum = (Tensor(current) + Tensor(gradient)).node
  }
}

extension Node {
  /// Sets all elements of a contiguous tensor to a number.
  package func fill(_ value: Double) { nk_fill(dtype.kernel, count, value, pointer) }
}
