/// Copies and changes of type.
package struct ConversionOperations {
  package let cast = ComposedOperation(
    "to", formula: "x", partials: ["1"],
    // Within Float64: finite differences see nothing of the small steps that Float32 rounds away.
    cases: [GradientCase("same type", .real(2, 3)) { $0[0].to(.float64) * 1.0 }]
  ) { step in step.give(0, step.gradient) }

  package let clone = ComposedOperation(
    "clone", formula: "x", partials: ["1"], cases: [GradientCase("copy", .real(2, 3)) { $0[0].clone() }]
  ) { step in step.give(0, step.gradient) }
}

extension Node {
  /// Another node of the same value, with this one as its history.
  package func alias() throws(TensorError) -> Node {
    try Node(viewOf: self, shape: shape, strides: strides, offset: offset)
      .made(by: operations.conversion.clone, from: self)
  }

  /// The value in another type, with history.
  @inline(__always)
  package func cast(to other: DType) throws(TensorError) -> Node {
    if dtype == other { return self }
    let result = try converted(to: other).made(by: operations.conversion.cast, from: self)
    // An input that a layer converts is still that input in pictures.
    if !requiresGrad, name != nil { result.name = name }
    return result
  }
}

extension Tensor {
  /// The same elements in another type; itself when it is of that type. From real to integer truncates toward zero.
  public func to(_ dtype: DType) -> Tensor {
    if dtype == node.dtype { return self }
    return attempt { () throws(TensorError) in
      if dtype.isFloatingPoint { return try node.cast(to: dtype) }
      return try node.converted(to: dtype)
    }
  }

  /// A copy in memory of its own; the gradient passes through.
  public func clone() -> Tensor {
    attempt { () throws(TensorError) in try node.copied().made(by: operations.conversion.clone, from: node) }
  }

  /// The same elements laid out row by row without gaps: itself, or a copy.
  public func contiguous() -> Tensor { node.isContiguous ? self : clone() }
}
