internal import CKernels

/// Choices between values, element by element.
package struct SelectionOperations {
  package let `where` = ComposedOperation(
    "where", formula: #"[m]\,a + [\neg m]\,b"#, partials: ["[m]", #"[\neg m]"#],
    cases: [
      GradientCase("same shapes", .real(2, 3), .real(2, 3)) { $0[0].where($0[0] .> 0.3, $0[1]) },
      GradientCase("broadcast", .real(3), .real(2, 1)) { $0[0].where($0[1] .> 0.0, $0[1]) },
    ]
  ) { step in
    guard let mask = step.data else { return }
    let zero = Tensor.full([], 0, dtype: step.gradient.dtype)
    if step.needs(0) { step.give(0, step.gradient.where(Tensor(mask), zero)) }
    if step.needs(1) { step.give(1, zero.where(Tensor(mask), step.gradient)) }
  }

  package let clamp = Elementwise(
    .clamp, "clamp", formula: #"\min(\max(x, a), b)"#, partial: #"[a \le x \le b]"#,
    parameters: [(-1, 1), (.nan, 0.7)]
  ) { point in
    var inside = Tensor.full([], 1, dtype: .bool)
    if !point.a.isNaN { inside = inside.logicalAnd(point.x .>= point.a) }
    if !point.b.isNaN { inside = inside.logicalAnd(point.x .<= point.b) }
    return inside.to(point.x.dtype)
  }
}

extension Tensor {
  /// This tensor's elements where the mask is true, else those of `other`; all three are broadcast.
  public func `where`(_ mask: Tensor, _ other: Tensor) -> Tensor {
    attempt { () throws(TensorError) in
      let mask = try mask.node.converted(to: .bool)
      let dtype = DType.promoted(self.dtype, rank: rank, other.dtype, rank: other.rank)
      let (a, b) = (try node.cast(to: dtype), try other.node.cast(to: dtype))
      if let planned = Replay.take(operations.selection.where, a, b, mask) { return planned }
      let shape = try Shape.broadcast(
        Shape.broadcast(a.shape, b.shape, operation: "where"), mask.shape, operation: "where")
      let result = try Node.make(shape, dtype)
      shape.withPointer { sizes in
        mask.strides(broadcastTo: shape).withPointer { maskStrides in
          a.strides(broadcastTo: shape).withPointer { aStrides in
            b.strides(broadcastTo: shape).withPointer { bStrides in
              nk_where_strided(
                dtype.kernel, Int32(shape.rank), sizes, mask.pointer.assumingMemoryBound(to: UInt8.self), maskStrides,
                a.pointer, aStrides, b.pointer, bStrides, result.pointer)
            }
          }
        }
      }
      result.keepData(mask)
      return try result.made(by: operations.selection.where, from: a, b)
    }
  }

  /// This tensor's elements where the mask is true, else the number.
  public func `where`(_ mask: Tensor, _ other: Double) -> Tensor {
    self.where(mask, Tensor.full([], other, dtype: dtype.isFloatingPoint ? dtype : .float32))
  }

  /// The number where the mask is true, else this tensor's elements.
  public func maskedFill(_ mask: Tensor, _ value: Double) -> Tensor {
    Tensor.full([], value, dtype: dtype).where(mask, self)
  }

  /// min(max(x, min), max) of each element; the gradient passes on the closed interval.
  public func clamp(min: Double? = nil, max: Double? = nil) -> Tensor {
    if min == nil, max == nil {
      return attempt { () throws(TensorError) in throw .argument("clamp", "needs `min:`, `max:` or both") }
    }
    return operations.selection.clamp.apply(self, min ?? .nan, max ?? .nan)
  }
}

/// a where the mask is true, else b; all three are broadcast.
public func `where`(_ mask: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor { a.where(mask, b) }

/// min(max(x, min), max) of each element; the gradient passes on the closed interval.
public func clamp(_ x: Tensor, min: Double? = nil, max: Double? = nil) -> Tensor { x.clamp(min: min, max: max) }
