internal import Rendering

/// Hugging Face's format of named tensors: the length of a JSON header, the header, and the elements.
enum SafetensorsFile {
  private static let format = "safetensors"
  /// The format's own limit on its header.
  private static let longestHeader = 100_000_000

  /// The names of element types that can become a tensor, and those that tensors are written as.
  private static let types: [(name: String, format: ElementFormat)] = [
    ("BOOL", ElementFormat(.bool, 1)), ("U8", ElementFormat(.unsigned, 1)), ("I8", ElementFormat(.signed, 1)),
    ("I16", ElementFormat(.signed, 2)), ("U16", ElementFormat(.unsigned, 2)), ("F16", ElementFormat(.real, 2)),
    ("BF16", ElementFormat(.brain, 2)), ("I32", ElementFormat(.signed, 4)), ("U32", ElementFormat(.unsigned, 4)),
    ("F32", ElementFormat(.real, 4)), ("F64", ElementFormat(.real, 8)), ("I64", ElementFormat(.signed, 8)),
    ("U64", ElementFormat(.unsigned, 8)),
  ]

  /// The order in which the library lays types out: descending in this list, so that each lies aligned.
  private static let order = ["BOOL", "F32", "F64", "I64"]

  /// Whether the bytes may be one: a header of a possible length that begins as JSON does.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    var reader = ByteReader(bytes, format: format)
    guard let length = try? reader.size(UInt64.self), length <= reader.remaining else { return false }
    return length >= 2 && bytes[8] == UInt8(ascii: "{")
  }

  static func read(_ bytes: [UInt8]) throws(TensorError) -> (
    tensors: [(name: String, value: Tensor)], metadata: [(key: String, value: String)]
  ) {
    var reader = ByteReader(bytes, format: format)
    let length = try reader.size(UInt64.self)
    guard length <= longestHeader else {
      throw .format(format, "a header of \(length) bytes is beyond the format's limit")
    }
    let header: JSON
    let text = Array(bytes[try reader.take(length)])
    do { header = try JSON(parsing: text) } catch {
      throw .format(format, "its header is no JSON: \(error)")
    }
    guard case .object(let members) = header else { throw .format(format, "its header is no JSON object") }
    var metadata: [(key: String, value: String)] = []
    var found: [(name: String, value: Tensor, start: Int, end: Int)] = []
    var names: Set<String> = []
    for member in members {
      guard names.insert(member.key).inserted else { throw .format(format, "\"\(member.key)\" appears twice") }
      if member.key == "__metadata__" {
        guard case .object(let pairs) = member.value else { continue }
        for pair in pairs { if case .string(let value) = pair.value { metadata.append((pair.key, value)) } }
        continue
      }
      found.append(try tensor(member.key, member.value, bytes, from: reader.position))
    }
    // In the order of the data, which must have neither gaps nor overlaps.
    found.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var position = 0
    for entry in found {
      guard entry.start == position else {
        throw .format(format, "there is a gap or an overlap before \"\(entry.name)\"")
      }
      position = entry.end
    }
    guard position == reader.remaining else {
      throw .format(format, "\(reader.remaining - position) bytes belong to no tensor")
    }
    return (found.map { (name: $0.name, value: $0.value) }, metadata)
  }

  private static func tensor(
    _ name: String, _ description: JSON, _ bytes: [UInt8], from origin: Int
  ) throws(TensorError) -> (name: String, value: Tensor, start: Int, end: Int) {
    guard case .string(let type)? = description["dtype"], case .array(let sizes)? = description["shape"],
      case .array(let offsets)? = description["data_offsets"], offsets.count == 2,
      case .int(let start) = offsets[0], case .int(let end) = offsets[1], 0 <= start, start <= end,
      end <= bytes.count - origin
    else { throw .format(format, "the entry of \"\(name)\" lacks dtype, shape or data_offsets inside the file") }
    guard let element = types.first(where: { $0.name == type })?.format else { throw .elementType(format, type) }
    var shape: [Int] = []
    for size in sizes {
      guard case .int(let size) = size else {
        throw .format(format, "the shape of \"\(name)\" has something other than integers")
      }
      shape.append(size)
    }
    var reader = ByteReader(bytes, from: origin + start, to: origin + end, format: format)
    let value = try element.tensor(&reader, try Shape(checking: shape), format: format)
    guard reader.remaining == 0 else {
      throw .format(format, "\"\(name)\" has more bytes than its shape \(shape) needs")
    }
    return (name, value, start, end)
  }

  /// The bytes that the Python library writes for the same tensors.
  static func bytes(
    _ tensors: [(name: String, value: Tensor)], metadata: [(key: String, value: String)]
  ) throws(TensorError) -> [UInt8] {
    func rank(_ dtype: DType) -> Int { order.firstIndex(of: name(dtype)) ?? 0 }
    let sorted = tensors.sorted { a, b in
      let (x, y) = (rank(a.value.dtype), rank(b.value.dtype))
      return x != y ? x > y : Array(a.name.utf8).lexicographicallyPrecedes(Array(b.name.utf8))
    }
    var members: [JSON.Member] = []
    if !metadata.isEmpty {
      members.append(JSON.Member("__metadata__", .object(metadata.map { JSON.Member($0.key, .string($0.value)) })))
    }
    var data: [UInt8] = []
    for (label, value) in sorted {
      let start = data.count
      data += try value.node.elementBytes()
      members.append(
        JSON.Member(
          label,
          .object([
            JSON.Member("dtype", .string(name(value.dtype))),
            JSON.Member("shape", .array(value.shape.map { .int($0) })),
            JSON.Member("data_offsets", .array([.int(start), .int(data.count)])),
          ])))
    }
    var header = JSON.object(members).utf8
    header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var file: [UInt8] = []
    file.append(littleEndian: UInt64(header.count))
    return file + header + data
  }

  private static func name(_ dtype: DType) -> String {
    types.first { $0.format == ElementFormat(dtype) }?.name ?? ""
  }
}
