internal import CKernels

extension Tensor {
  /// The value of a tensor of one element: true is 1.
  public func item() -> Double {
    attempt(or: .nan) { () throws(TensorError) in
      guard node.count == 1 else { throw .item(node.shape) }
      return node.element(at: 0)
    }
  }

  /// The elements row by row, as one array.
  public func toArray() -> [Double] {
    attempt(or: []) { () throws(TensorError) in try node.doubles() }
  }

  /// The elements row by row, as integers truncated toward zero.
  public func toIntArray() -> [Int] {
    attempt(or: []) { () throws(TensorError) in
      let values = try node.converted(to: .int64).contiguous()
      let pointer = values.pointer.assumingMemoryBound(to: Int64.self)
      return (0..<values.count).map { Int(pointer[$0]) }
    }
  }

  /// Whether each element is not zero, row by row.
  public func toBoolArray() -> [Bool] {
    attempt(or: []) { () throws(TensorError) in
      let values = try node.converted(to: .bool).contiguous()
      let pointer = values.pointer.assumingMemoryBound(to: UInt8.self)
      return (0..<values.count).map { pointer[$0] != 0 }
    }
  }
}

extension Node {
  /// The elements row by row.
  package func doubles() throws(TensorError) -> [Double] {
    let values = try contiguous()
    let count = values.count
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      // The program looks at values, and its buffer will be gone when a recording is replayed.
      nk_spoil_recording()
      nk_cast(values.dtype.kernel, .F64, count, values.pointer, buffer.baseAddress)
      initialized = count
    }
  }

  /// The element at a place in memory counted from the first.
  package func element(at index: Int) -> Double {
    let pointer = self.pointer
    return switch dtype {
    case .bool: pointer.load(fromByteOffset: index, as: UInt8.self) == 0 ? 0 : 1
    case .int64: Double(pointer.load(fromByteOffset: index * 8, as: Int64.self))
    case .float32: Double(pointer.load(fromByteOffset: index * 4, as: Float.self))
    case .float64: pointer.load(fromByteOffset: index * 8, as: Double.self)
    }
  }
}
