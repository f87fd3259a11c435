/// Takes values out of bytes, one after the other, and never past their end.
package struct ByteReader {
  package let bytes: [UInt8]
  package var position: Int
  package let end: Int
  /// Whose format this is, for messages.
  private let format: String

  package init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil, format: String) {
    self.bytes = bytes
    self.format = format
    self.end = min(end ?? bytes.count, bytes.count)
    position = min(max(start, 0), self.end)
  }

  /// How many bytes are left.
  package var remaining: Int { end - position }

  /// The places of the next `count` bytes, which are passed over.
  package mutating func take(_ count: Int) throws(TensorError) -> Range<Int> {
    guard count >= 0, count <= remaining else {
      throw .truncated(format, at: position, needed: max(count, 0), of: end)
    }
    position += count
    return (position - count)..<position
  }

  /// The next integer, least significant byte first unless said otherwise.
  package mutating func integer<Value: FixedWidthInteger>(
    _: Value.Type, isBigEndian: Bool = false
  ) throws(TensorError) -> Value {
    let range = try take(MemoryLayout<Value>.size)
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Value.self) }
    return isBigEndian ? Value(bigEndian: value) : Value(littleEndian: value)
  }

  /// The next integer as an Int, which it must fit.
  package mutating func size<Value: FixedWidthInteger>(
    _ type: Value.Type, isBigEndian: Bool = false
  ) throws(TensorError) -> Int {
    let value = try integer(type, isBigEndian: isBigEndian)
    guard let size = Int(exactly: value), size >= 0 else {
      throw .format(format, "the size \(value) is beyond any file")
    }
    return size
  }

  /// The next `count` bytes as text.
  package mutating func text(_ count: Int) throws(TensorError) -> String {
    String(decoding: bytes[try take(count)], as: UTF8.self)
  }
}

extension [UInt8] {
  /// Adds an integer, least significant byte first.
  package mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
