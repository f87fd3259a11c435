internal import CKernels

extension Tensor {
  /// Gives the variable the sum. A parameter inside `noGrad` changes in place.
  public static func += (a: inout Tensor, b: Tensor) { a.assign(a + b, as: "+=") }

  /// Adds a number. A parameter inside `noGrad` changes in place.
  public static func += (a: inout Tensor, b: Double) { a.assign(a + b, as: "+=") }

  /// Gives the variable the difference. A parameter inside `noGrad` changes in place: `noGrad { w -= 0.1 * g }`.
  public static func -= (a: inout Tensor, b: Tensor) { a.assign(a - b, as: "-=") }

  /// Subtracts a number. A parameter inside `noGrad` changes in place.
  public static func -= (a: inout Tensor, b: Double) { a.assign(a - b, as: "-=") }

  /// Gives the variable the product. A parameter inside `noGrad` changes in place.
  public static func *= (a: inout Tensor, b: Tensor) { a.assign(a * b, as: "*=") }

  /// Multiplies by a number. A parameter inside `noGrad` changes in place.
  public static func *= (a: inout Tensor, b: Double) { a.assign(a * b, as: "*=") }

  /// Gives the variable the quotient. A parameter inside `noGrad` changes in place.
  public static func /= (a: inout Tensor, b: Tensor) { a.assign(a / b, as: "/=") }

  /// Divides by a number. A parameter inside `noGrad` changes in place.
  public static func /= (a: inout Tensor, b: Double) { a.assign(a / b, as: "/=") }

  private mutating func assign(_ value: Tensor, as operation: StaticString) {
    guard node.isLeaf, node.requiresGrad else {
      self = value
      return
    }
    overwrite(with: value, as: operation)
  }

  /// Replaces the elements in place, for everyone who holds this tensor.
  ///
  /// For parameters: `noGrad { w.copy(from: value) }`. The shapes must be equal.
  public func copy(from value: Tensor) { overwrite(with: value, as: "copy(from:)") }

  package func overwrite(with value: Tensor, as operation: StaticString) {
    attempt(or: ()) { () throws(TensorError) in
      if node.requiresGrad, engine.pointee.isGradEnabled {
        throw .parameterInPlace(operation.description, node)
      }
      guard value.node.shape == node.shape else {
        throw .parameterShape(node.name ?? "the tensor", node.shape, value.node.shape)
      }
      try node.write(value.node, as: operation)
    }
  }
}

extension Node {
  /// Replaces the elements by those of a tensor of the same shape, and notes the change.
  package func write(_ value: Node, as operation: StaticString) throws(TensorError) {
    let source = try value.converted(to: dtype).contiguous()
    shape.withPointer { sizes in
      strides.withPointer { strides in
        nk_copy_to_view(dtype.kernel, Int32(shape.rank), sizes, source.pointer, pointer, strides, 0)
      }
    }
    storage.noteWrite(operation)
  }
}
