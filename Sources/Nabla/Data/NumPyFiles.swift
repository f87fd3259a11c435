/// NumPy's file formats `.npy` (one array) and `.npz` (several, by name, uncompressed).
package enum NumPyFormat {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private static func descriptor(_ dtype: DType) -> String {
    switch dtype {
    case .bool: "|b1"
    case .int64: "<i8"
    case .float32: "<f4"
    case .float64: "<f8"
    }
  }

  /// The bytes of a `.npy` file.
  package static func encode(_ tensor: Tensor) throws(TensorError) -> [UInt8] {
    let node = try tensor.node.contiguous()
    let sizes = node.shape.array.map(String.init).joined(separator: ", ")
    let shape = node.shape.rank == 1 ? "(\(sizes),)" : "(\(sizes))"
    var header = "{'descr': '\(descriptor(node.dtype))', 'fortran_order': False, 'shape': \(shape), }"
    // The data begins at a multiple of 64 bytes; the header ends in a newline.
    header += String(repeating: " ", count: (64 - (magic.count + 4 + header.utf8.count + 1) % 64) % 64) + "\n"
    let length = header.utf8.count
    let bytes = UnsafeRawBufferPointer(start: node.pointer, count: node.count * node.dtype.byteCount)
    return magic + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(header.utf8) + Array(bytes)
  }

  /// The tensor of a `.npy` file. Smaller types are widened: integers to Int64, half precision is refused.
  package static func decode(_ bytes: ArraySlice<UInt8>, _ path: String) throws(TensorError) -> Tensor {
    guard bytes.count >= 10, bytes.prefix(6).elementsEqual(magic) else { throw .file(path, "is not a .npy file") }
    let start = bytes.startIndex
    let isLong = bytes[start + 6] >= 2
    let lengthBytes = isLong ? 4 : 2
    guard bytes.count >= 8 + lengthBytes else { throw .file(path, "is cut off") }
    var length = 0
    for i in 0..<lengthBytes { length |= Int(bytes[start + 8 + i]) << (8 * i) }
    let headerStart = start + 8 + lengthBytes
    guard length <= bytes.endIndex - headerStart else { throw .file(path, "is cut off") }
    let header = String(decoding: bytes[headerStart..<(headerStart + length)], as: UTF8.self)
    guard let descriptor = field("descr", header), let order = field("fortran_order", header),
      let shapeText = field("shape", header)
    else { throw .file(path, "has a header that is not understood: \(header)") }
    var sizes: [Int] = []
    for part in shapeText.split(whereSeparator: { "(), ".contains($0) }) {
      guard let size = Int(part) else { throw .file(path, "has a shape that is not understood: \(shapeText)") }
      sizes.append(size)
    }
    let isFortran = order == "True"
    let values = try numbers(
      bytes[(headerStart + length)...], descriptor, Shape(checking: isFortran ? sizes.reversed() : sizes), path)
    return isFortran && sizes.count > 1 ? values.permute(Array((0..<sizes.count).reversed())).contiguous() : values
  }

  /// The text of a field of the header, a Python dictionary.
  private static func field(_ name: String, _ header: String) -> String? {
    let parts = header.split(separator: "'\(name)':", maxSplits: 1)
    guard let rest = parts.count == 2 ? parts[1].drop(while: { $0 == " " }) : nil, let first = rest.first else {
      return nil
    }
    switch first {
    case "'": return rest.dropFirst().split(separator: "'", omittingEmptySubsequences: false).first.map(String.init)
    case "(": return rest.split(separator: ")", omittingEmptySubsequences: false).first.map { String($0) + ")" }
    default: return String(rest.prefix { $0.isLetter })
    }
  }

  /// Numbers of a NumPy type.
  private static func numbers(
    _ bytes: ArraySlice<UInt8>, _ descriptor: String, _ shape: Shape, _ path: String
  ) throws(TensorError) -> Tensor {
    let kinds: [String: (DType, Int)] = [
      "|b1": (.bool, 1), "|i1": (.int64, 1), "|u1": (.int64, 1), "<i2": (.int64, 2), "<u2": (.int64, 2),
      "<i4": (.int64, 4), "<u4": (.int64, 4), "<i8": (.int64, 8), "<u8": (.int64, 8), "<f4": (.float32, 4),
      "<f8": (.float64, 8),
    ]
    guard let (dtype, width) = kinds[descriptor] else {
      throw .file(path, "has elements of type \(descriptor); Bool, integers, float32 and float64 can be read")
    }
    guard bytes.count >= shape.count * width else { throw .file(path, "is cut off: \(shape) needs more data") }
    let node = try Node(shape, dtype)
    let count = shape.count
    bytes.withUnsafeBytes { source in
      if width == dtype.byteCount, let base = source.baseAddress {
        node.pointer.copyMemory(from: base, byteCount: count * width)
        return
      }
      let target = node.pointer.assumingMemoryBound(to: Int64.self)
      let isSigned = descriptor.dropFirst().first == "i"
      for i in 0..<count {
        var value: UInt64 = 0
        for b in 0..<width { value |= UInt64(source[i * width + b]) << (8 * UInt64(b)) }
        let shift = UInt64(64 - 8 * width)
        target[i] = isSigned ? Int64(bitPattern: value << shift) >> Int64(shift) : Int64(bitPattern: value)
      }
    }
    return Tensor(node)
  }
}

/// Reads a tensor from a NumPy `.npy` file.
public func loadNPY(_ path: String) -> Tensor {
  attempt { () throws(TensorError) in try NumPyFormat.decode(FileAccess.read(path)[...], path).node }
}

/// Writes a tensor to a NumPy `.npy` file.
public func saveNPY(_ tensor: Tensor, _ path: String) {
  attempt(or: ()) { () throws(TensorError) in try FileAccess.write(NumPyFormat.encode(tensor), to: path) }
}

/// Reads the tensors of a NumPy `.npz` file (as `numpy.savez` writes it, uncompressed), by name.
public func loadNPZ(_ path: String) -> [String: Tensor] {
  attempt(or: [:]) { () throws(TensorError) in
    var tensors: [String: Tensor] = [:]
    for entry in try ZipArchive.entries(FileAccess.read(path), path) {
      let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
      tensors[name] = try NumPyFormat.decode(entry.bytes, "\(path): \(entry.name)")
    }
    return tensors
  }
}

/// Writes tensors by name to a NumPy `.npz` file.
public func saveNPZ(_ tensors: [String: Tensor], _ path: String) {
  attempt(or: ()) { () throws(TensorError) in
    var entries: [(name: String, bytes: [UInt8])] = []
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      entries.append((name: "\(name).npy", bytes: try NumPyFormat.encode(tensor)))
    }
    try FileAccess.write(ZipArchive.archive(entries), to: path)
  }
}
