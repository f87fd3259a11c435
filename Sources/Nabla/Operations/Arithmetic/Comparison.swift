internal import CKernels

private func compare(_ kernel: NKCompare, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
  attempt { () throws(TensorError) in
    let dtype = DType.promoted(a.node.dtype, rank: a.rank, b.node.dtype, rank: b.rank)
    let (a, b) = (try a.node.converted(to: dtype), try b.node.converted(to: dtype))
    let shape = try Shape.broadcast(a.shape, b.shape, operation: name)
    let result = try Node.make(shape, .bool)
    shape.withPointer { sizes in
      a.strides(broadcastTo: shape).withPointer { aStrides in
        b.strides(broadcastTo: shape).withPointer { bStrides in
          nk_compare_strided(
            kernel, dtype.kernel, Int32(shape.rank), sizes, a.pointer, aStrides, b.pointer, bStrides,
            result.pointer.assumingMemoryBound(to: UInt8.self))
        }
      }
    }
    return result
  }
}

private func compare(_ kernel: NKCompare, _ a: Tensor, _ b: Double, _ name: String) -> Tensor {
  // A fraction compared with integers widens them; a whole number does not.
  let isWhole = b == b.rounded() && b.magnitude < 9e15
  let dtype: DType = a.dtype.isFloatingPoint ? a.dtype : (isWhole ? .int64 : .float64)
  return compare(kernel, a.dtype.isFloatingPoint ? a : a.to(dtype), Tensor.full([], b, dtype: dtype), name)
}

private func combine(_ kernel: NKLogic, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
  attempt { () throws(TensorError) in
    let (a, b) = (try a.node.converted(to: .bool), try b.node.converted(to: .bool))
    let shape = try Shape.broadcast(a.shape, b.shape, operation: name)
    let result = try Node.make(shape, .bool)
    shape.withPointer { sizes in
      a.strides(broadcastTo: shape).withPointer { aStrides in
        b.strides(broadcastTo: shape).withPointer { bStrides in
          nk_logic_strided(
            kernel, Int32(shape.rank), sizes, a.pointer.assumingMemoryBound(to: UInt8.self), aStrides,
            b.pointer.assumingMemoryBound(to: UInt8.self), bStrides,
            result.pointer.assumingMemoryBound(to: UInt8.self))
        }
      }
    }
    return result
  }
}

private func classify(_ which: NKClass, _ x: Tensor) -> Tensor {
  attempt { () throws(TensorError) in
    let values = try x.node.contiguous()
    let result = try Node.make(values.shape, .bool)
    nk_classify(
      which, values.dtype.kernel, values.count, values.pointer, result.pointer.assumingMemoryBound(to: UInt8.self))
    return result
  }
}

extension Tensor {
  /// Whether a < b, element by element, as a tensor of Bool.
  public static func .< (a: Tensor, b: Tensor) -> Tensor { compare(.less, a, b, ".<") }

  /// Whether each element is less than the number.
  public static func .< (a: Tensor, b: Double) -> Tensor { compare(.less, a, b, ".<") }

  /// Whether a ≤ b, element by element, as a tensor of Bool.
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { compare(.lessEqual, a, b, ".<=") }

  /// Whether each element is at most the number.
  public static func .<= (a: Tensor, b: Double) -> Tensor { compare(.lessEqual, a, b, ".<=") }

  /// Whether a > b, element by element, as a tensor of Bool.
  public static func .> (a: Tensor, b: Tensor) -> Tensor { compare(.greater, a, b, ".>") }

  /// Whether each element is greater than the number.
  public static func .> (a: Tensor, b: Double) -> Tensor { compare(.greater, a, b, ".>") }

  /// Whether a ≥ b, element by element, as a tensor of Bool.
  public static func .>= (a: Tensor, b: Tensor) -> Tensor { compare(.greaterEqual, a, b, ".>=") }

  /// Whether each element is at least the number.
  public static func .>= (a: Tensor, b: Double) -> Tensor { compare(.greaterEqual, a, b, ".>=") }

  /// Whether a = b, element by element, as a tensor of Bool.
  public static func .== (a: Tensor, b: Tensor) -> Tensor { compare(.equal, a, b, ".==") }

  /// Whether each element equals the number.
  public static func .== (a: Tensor, b: Double) -> Tensor { compare(.equal, a, b, ".==") }

  /// Whether a ≠ b, element by element, as a tensor of Bool.
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { compare(.notEqual, a, b, ".!=") }

  /// Whether each element differs from the number.
  public static func .!= (a: Tensor, b: Double) -> Tensor { compare(.notEqual, a, b, ".!=") }

  /// Whether both are true (not zero), element by element.
  public func logicalAnd(_ other: Tensor) -> Tensor { combine(.and, self, other, "logicalAnd") }

  /// Whether at least one is true (not zero), element by element.
  public func logicalOr(_ other: Tensor) -> Tensor { combine(.or, self, other, "logicalOr") }

  /// Whether exactly one is true (not zero), element by element.
  public func logicalXor(_ other: Tensor) -> Tensor { combine(.xor, self, other, "logicalXor") }

  /// Whether each element is false (zero).
  public func logicalNot() -> Tensor {
    attempt { () throws(TensorError) in
      let values = try node.converted(to: .bool).contiguous()
      let result = try Node.make(values.shape, .bool)
      nk_logic_not(
        values.count, values.pointer.assumingMemoryBound(to: UInt8.self),
        result.pointer.assumingMemoryBound(to: UInt8.self))
      return result
    }
  }

  /// Whether each element is NaN.
  public func isNaN() -> Tensor { classify(.naN, self) }

  /// Whether each element is infinite.
  public func isInfinite() -> Tensor { classify(.infinite, self) }

  /// Whether each element is neither NaN nor infinite.
  public func isFinite() -> Tensor { classify(.finite, self) }

  /// Whether two tensors have the same shape and the same elements.
  public func equal(_ other: Tensor) -> Bool {
    guard node.shape == other.node.shape else { return false }
    return (self .== other).all().item() != 0
  }

  /// Whether |a − b| ≤ atol + rtol·|b| for all elements, with broadcasting.
  public func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool {
    noGrad {
      let difference = (self - other).abs() .<= (atol + rtol * other.abs())
      let same = self .== other
      return difference.logicalOr(same).all().item() != 0
    }
  }
}
