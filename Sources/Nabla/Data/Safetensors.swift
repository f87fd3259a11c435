#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The safetensors format: a length, a header in JSON with name, type, shape and place of each tensor, and the data.
package enum Safetensors {
  private struct Entry: Codable {
    var dtype: String
    var shape: [Int]
    var data_offsets: [Int]
  }

  private static let types: [(name: String, dtype: DType)] = [
    ("BOOL", .bool), ("I64", .int64), ("F32", .float32), ("F64", .float64),
  ]

  /// The bytes of a file of these tensors, in the order of their names.
  package static func encode(_ tensors: [String: Tensor]) throws(TensorError) -> [UInt8] {
    var header: [String: Entry] = [:]
    var data: [UInt8] = []
    // Larger types first, so that each tensor is aligned to its elements.
    let order = tensors.sorted { ($1.value.dtype.byteCount, $0.key) < ($0.value.dtype.byteCount, $1.key) }
    for (name, tensor) in order {
      let node = try tensor.node.contiguous()
      let bytes = UnsafeRawBufferPointer(start: node.pointer, count: node.count * node.dtype.byteCount)
      let type = types.first { $0.dtype == node.dtype }?.name ?? "F32"
      header[name] = Entry(
        dtype: type, shape: node.shape.array, data_offsets: [data.count, data.count + bytes.count])
      data.append(contentsOf: bytes)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var text = (try? encoder.encode(header)).map({ Array($0) }) else {
      throw .argument("saveSafetensors", "a name cannot be written as JSON")
    }
    text += Array(repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
    return (0..<8).map { UInt8(text.count >> (8 * $0) & 255) } + text + data
  }

  /// The tensors of a file, by name.
  package static func decode(_ bytes: [UInt8], _ path: String) throws(TensorError) -> [String: Tensor] {
    guard bytes.count >= 8 else { throw .file(path, "is not a safetensors file") }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << (8 * UInt64($1)) }
    guard length <= UInt64(bytes.count - 8) else { throw .file(path, "is cut off, or not a safetensors file") }
    let start = 8 + Int(length)
    guard let header = try? JSONDecoder().decode([String: Item].self, from: Data(bytes[8..<start])) else {
      throw .file(path, "has a header that is not understood")
    }
    var tensors: [String: Tensor] = [:]
    for (name, item) in header {
      guard let entry = item.entry else { continue }
      guard let dtype = types.first(where: { $0.name == entry.dtype })?.dtype else {
        throw .file(path, "\(name) has elements of type \(entry.dtype); BOOL, I64, F32 and F64 can be read")
      }
      let shape = try Shape(checking: entry.shape)
      let size = shape.count * dtype.byteCount
      guard entry.data_offsets.count == 2, entry.data_offsets[0] >= 0,
        entry.data_offsets[1] <= bytes.count - start, entry.data_offsets[1] - entry.data_offsets[0] == size
      else { throw .file(path, "\(name) does not fit its place in the file") }
      let node = try Node(shape, dtype)
      bytes.withUnsafeBytes { source in
        if let base = source.baseAddress, size > 0 {
          node.pointer.copyMemory(from: base + start + entry.data_offsets[0], byteCount: size)
        }
      }
      tensors[name] = Tensor(node)
    }
    return tensors
  }

  /// A tensor's entry, or the free text under "__metadata__".
  private struct Item: Decodable {
    let entry: Entry?
    init(from decoder: any Decoder) throws { entry = try? Entry(from: decoder) }
  }
}

/// Reads the tensors of a safetensors file, by name.
public func loadSafetensors(_ path: String) -> [String: Tensor] {
  attempt(or: [:]) { () throws(TensorError) in try Safetensors.decode(FileAccess.read(path), path) }
}

/// Writes tensors by name to a safetensors file.
public func saveSafetensors(_ tensors: [String: Tensor], _ path: String) {
  attempt(or: ()) { () throws(TensorError) in try FileAccess.write(Safetensors.encode(tensors), to: path) }
}

extension Module {
  /// Writes the parameters and buffers to a safetensors file.
  public func save(_ path: String) {
    var tensors: [String: Tensor] = [:]
    for (name, tensor) in namedTensors { tensors[name] = tensor }
    saveSafetensors(tensors, path)
  }

  /// Reads the parameters and buffers from a safetensors file; it must have all of them, in the same shapes.
  public func load(_ path: String) {
    attempt(or: ()) { () throws(TensorError) in
      let tensors = try Safetensors.decode(FileAccess.read(path), path)
      // All are checked before any is changed.
      for (name, tensor) in namedTensors {
        guard let value = tensors[name] else { throw .unknownParameter(name, known: tensors.keys.sorted()) }
        guard value.node.shape == tensor.node.shape else {
          throw .parameterShape(name, tensor.node.shape, value.node.shape)
        }
      }
      noGrad {
        for (name, tensor) in namedTensors {
          if let value = tensors[name] { tensor.overwrite(with: value, as: "load") }
        }
      }
    }
  }
}
