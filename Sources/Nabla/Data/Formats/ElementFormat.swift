internal import CKernels

/// How a file stores one number: what kind, in how many bytes, in what order.
package struct ElementFormat: Equatable {
  package enum Kind {
    case bool, signed, unsigned, real
    /// The upper half of a Float32.
    case brain
  }

  package var kind: Kind
  /// 1, 2, 4 or 8.
  package var byteCount: Int
  package var isBigEndian = false

  package init(_ kind: Kind, _ byteCount: Int, isBigEndian: Bool = false) {
    self.kind = kind
    self.byteCount = byteCount
    self.isBigEndian = isBigEndian
  }

  /// How the elements of a tensor are written.
  package init(_ dtype: DType) {
    switch dtype {
    case .bool: self.init(.bool, 1)
    case .int64: self.init(.signed, 8)
    case .float32: self.init(.real, 4)
    case .float64: self.init(.real, 8)
    }
  }

  /// The type that holds every element: integers become Int64, halves Float32.
  package var dtype: DType {
    switch kind {
    case .bool: .bool
    case .signed, .unsigned: .int64
    case .real: byteCount == 8 ? .float64 : .float32
    case .brain: .float32
    }
  }

  /// The tensor whose elements lie row by row in the next bytes.
  package func tensor(_ reader: inout ByteReader, _ shape: Shape, format: String) throws(TensorError) -> Tensor {
    let count = shape.count
    let (size, overflow) = count.multipliedReportingOverflow(by: byteCount)
    guard !overflow else { throw .tooManyElements(shape) }
    let range = try reader.take(size)
    let node = try Node.make(shape, dtype)
    var tooLarge: UInt64?
    reader.bytes.withUnsafeBytes { buffer in
      let source = UnsafeRawBufferPointer(rebasing: buffer[range])
      if !isBigEndian || byteCount == 1, self == ElementFormat(dtype) {
        node.pointer.copyMemory(from: source.baseAddress ?? UnsafeRawPointer(node.pointer), byteCount: size)
        // A byte other than 0 and 1 would be a truth value that equals neither.
        if kind == .bool { for i in 0..<count where source[i] > 1 { node.storeElement(1 as UInt8, at: i) } }
        return
      }
      func read<Word: FixedWidthInteger>(_: Word.Type, _ i: Int) -> Word {
        let word = source.loadUnaligned(fromByteOffset: i * byteCount, as: Word.self)
        return isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
      }
      for i in 0..<count {
        switch (kind, byteCount) {
        case (.signed, 1): node.storeElement(Int64(read(Int8.self, i)), at: i)
        case (.signed, 2): node.storeElement(Int64(read(Int16.self, i)), at: i)
        case (.signed, 4): node.storeElement(Int64(read(Int32.self, i)), at: i)
        case (.signed, _): node.storeElement(read(Int64.self, i), at: i)
        case (.unsigned, 1): node.storeElement(Int64(read(UInt8.self, i)), at: i)
        case (.unsigned, 2): node.storeElement(Int64(read(UInt16.self, i)), at: i)
        case (.unsigned, 4): node.storeElement(Int64(read(UInt32.self, i)), at: i)
        case (.unsigned, _):
          let value = read(UInt64.self, i)
          if value > UInt64(Int64.max), tooLarge == nil { tooLarge = value }
          node.storeElement(Int64(truncatingIfNeeded: value), at: i)
        case (.real, 2): node.storeElement(ElementFormat.half(read(UInt16.self, i)), at: i)
        case (.real, 4): node.storeElement(Float(bitPattern: read(UInt32.self, i)), at: i)
        case (.real, _): node.storeElement(Double(bitPattern: read(UInt64.self, i)), at: i)
        case (.brain, _): node.storeElement(Float(bitPattern: UInt32(read(UInt16.self, i)) << 16), at: i)
        case (.bool, _): node.storeElement(source[i] == 0 ? 0 : 1 as UInt8, at: i)
        }
      }
    }
    if let tooLarge { throw .integerTooLarge(format, tooLarge) }
    return Tensor(node)
  }

  /// The value of an IEEE 754 half. Swift's Float16 is missing on Macs with Intel processors.
  private static func half(_ bits: UInt16) -> Float {
    let (exponent, fraction) = (Int(bits >> 10 & 31), Float(bits & 1023))
    let magnitude: Float =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default: (1 + fraction / 1024) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
      }
    return bits >> 15 == 1 ? -magnitude : magnitude
  }
}

extension Node {
  /// The bytes of the elements, row by row, least significant byte first.
  package func elementBytes() throws(TensorError) -> [UInt8] {
    let values = try contiguous()
    return [UInt8](UnsafeRawBufferPointer(start: values.pointer, count: values.count * dtype.byteCount))
  }

  @inline(__always)
  fileprivate func storeElement<Value: BitwiseCopyable>(_ value: Value, at index: Int) {
    pointer.storeBytes(of: value, toByteOffset: index * MemoryLayout<Value>.size, as: Value.self)
  }
}
