internal import Rendering

/// NumPy's format of one array, `.npy` (NEP 1).
enum NumPyFile {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  static func read(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(TensorError) -> Tensor {
    var reader = ByteReader(bytes, from: range?.lowerBound ?? 0, to: range?.upperBound, format: ".npy")
    guard reader.remaining >= magic.count, bytes[try reader.take(magic.count)].elementsEqual(magic) else {
      throw .format(".npy", "it does not begin with the bytes of NumPy")
    }
    let version = try reader.integer(UInt8.self)
    _ = try reader.take(1)
    let length = version == 1 ? try reader.size(UInt16.self) : try reader.size(UInt32.self)
    let header = try Header(try reader.text(length))
    let shape = try Shape(checking: header.isFortran ? header.shape.reversed() : header.shape)
    let tensor = try header.format.tensor(&reader, shape, format: ".npy")
    guard header.isFortran, shape.rank > 1 else { return tensor }
    return Tensor(try tensor.permute(Array((0..<shape.rank).reversed())).node.contiguous())
  }

  /// The bytes that NumPy's `save` writes for the same array.
  static func bytes(_ tensor: Tensor) throws(TensorError) -> [UInt8] {
    let sizes = tensor.shape.map { "\($0)" }
    let shape = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
    var header = "{'descr': '\(code(tensor.dtype))', 'fortran_order': False, 'shape': \(shape), }"
    // NumPy leaves room for the first size to grow, then fills up to a multiple of 64 with the line's end.
    if let first = sizes.first { header += String(repeating: " ", count: max(21 - first.utf8.count, 0)) }
    let prefix = magic.count + 4
    header += String(repeating: " ", count: 64 - (prefix + header.utf8.count + 1) % 64) + "\n"
    var bytes = magic + [1, 0]
    bytes.append(littleEndian: UInt16(header.utf8.count))
    return bytes + header.utf8 + (try tensor.node.elementBytes())
  }

  private static func code(_ dtype: DType) -> String {
    switch dtype {
    case .bool: "|b1"
    case .int64: "<i8"
    case .float32: "<f4"
    case .float64: "<f8"
    }
  }

  /// What the text of the header says: `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
  private struct Header {
    var format: ElementFormat
    var isFortran: Bool
    var shape: [Int]

    init(_ text: String) throws(TensorError) {
      guard let order = Header.value("fortran_order", text), let sizes = Header.value("shape", text),
        let type = Header.value("descr", text)
      else { throw .format(".npy", "its header is not understood: \(text.prefix(200))") }
      isFortran = order.hasPrefix("True")
      guard type.first == "'", let code = type.dropFirst().split(separator: "'").first else {
        throw .elementType(".npy", "record: \(type.prefix(60))…")
      }
      format = try Header.format(code)
      guard sizes.first == "(", let close = sizes.firstIndex(of: ")") else {
        throw .format(".npy", "its shape is not understood: \(sizes.prefix(60))")
      }
      shape = []
      for size in sizes[sizes.index(after: sizes.startIndex)..<close].split(separator: ",") {
        let digits = size.filter { $0 != " " && $0 != "L" }
        guard !digits.isEmpty else { continue }
        guard let value = Int(digits) else { throw .format(".npy", "its shape has the size \(size)") }
        shape.append(value)
      }
    }

    /// The text after a key.
    private static func value(_ key: String, _ text: String) -> Substring? {
      guard let range = text.firstRange(of: "'\(key)':") else { return nil }
      return text[range.upperBound...].drop { $0 == " " }
    }

    private static func format(_ code: Substring) throws(TensorError) -> ElementFormat {
      let kind: ElementFormat.Kind? =
        switch code.dropFirst().first {
        case "b", "?": .bool
        case "i": .signed
        case "u": .unsigned
        case "f": .real
        default: nil
        }
      guard let kind, let size = Int(code.dropFirst(2)), [1, 2, 4, 8].contains(size), kind != .real || size > 1 else {
        throw .elementType(".npy", String(code))
      }
      return ElementFormat(kind, size, isBigEndian: code.first == ">")
    }
  }
}
