/// Tensors by name, as a `.safetensors` or `.npz` file holds them.
///
/// ```swift
/// var archive = TensorArchive()
/// archive["w"] = Tensor([[1, 2], [3, 4]])
/// try archive.save("weights.safetensors")
/// try TensorArchive.load("weights.safetensors")["w"]
/// ```
public struct TensorArchive {
  private var tensors: [(name: String, value: Tensor)] = []
  private var notes: [(key: String, value: String)] = []

  /// An archive without tensors.
  public init() {}

  package init(_ tensors: [(name: String, value: Tensor)]) { self.tensors = tensors }

  /// The names, in the order of the file.
  public var names: [String] { tensors.map { $0.name } }

  /// How many tensors there are.
  public var count: Int { tensors.count }

  /// The tensor of a name. Setting replaces it, or adds it at the end.
  public subscript(_ name: String) -> Tensor {
    get {
      if let found = tensors.first(where: { $0.name == name }) { return found.value }
      Failure.report(.noTensor(name, known: names))
      return .fallback
    }
    set {
      if let index = tensors.firstIndex(where: { $0.name == name }) {
        tensors[index].value = newValue
      } else {
        tensors.append((name: name, value: newValue))
      }
    }
  }

  /// Whether there is a tensor of that name.
  public func contains(_ name: String) -> Bool { tensors.contains { $0.name == name } }

  /// The text a safetensors file keeps beside its tensors under a key (its `__metadata__`), nil where there is none.
  public func note(_ key: String) -> String? { notes.first { $0.key == key }?.value }

  /// Keeps a text beside the tensors, in a safetensors file only.
  public mutating func setNote(_ key: String, _ text: String) {
    notes.removeAll { $0.key == key }
    notes.append((key: key, value: text))
  }

  /// The tensors of a `.safetensors` or `.npz` file; its content tells which it is.
  ///
  /// Integers of every width become Int64, halves and bfloat16 Float32.
  public static func load(_ path: String) throws -> TensorArchive {
    let bytes = try FileAccess.current.read(path)
    return try inFile(path) { () throws(TensorError) in
      var archive = TensorArchive()
      if ZipArchive.isOne(bytes) {
        for entry in try ZipArchive.read(bytes) {
          let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
          archive.tensors.append((name: name, value: try NumPyFile.read(entry.content)))
        }
      } else if NumPyFile.isOne(bytes) {
        throw TensorError.argument("TensorArchive", "the file holds one array without a name: `Tensor.load` reads it")
      } else if SafetensorsFile.isOne(bytes) {
        (archive.tensors, archive.notes) = try SafetensorsFile.read(bytes)
      } else {
        throw TensorError.unknownFormat(path)
      }
      return archive
    }
  }

  /// Writes the tensors to a `.safetensors` or `.npz` file; its name tells which it is to be.
  public func save(_ path: String) throws {
    if path.hasSuffix(".safetensors") {
      try FileAccess.current.write(try SafetensorsFile.bytes(tensors, metadata: notes), to: path)
    } else if path.hasSuffix(".npz") {
      var entries: [ZipArchive.Entry] = []
      for (name, value) in tensors {
        entries.append(ZipArchive.Entry(name: name + ".npy", content: try NumPyFile.bytes(value)))
      }
      try FileAccess.current.write(try ZipArchive.bytes(entries), to: path)
    } else {
      throw TensorError.unknownExtension(path, known: [".safetensors", ".npz"])
    }
  }
}

extension Module {
  /// Writes parameters and buffers to a `.safetensors` or `.npz` file, under their names.
  public func save(_ path: String) throws {
    try TensorArchive(namedTensors).save(path)
  }

  /// Takes the values of parameters and buffers from a `.safetensors` or `.npz` file, such as PyTorch's
  /// `save_file(model.state_dict(), path)` makes.
  ///
  /// Throws, and leaves the model as it was, when a shape differs, or when only one of the two has a name; without
  /// `strict` such names are passed over.
  public func load(_ path: String, strict: Bool = true) throws {
    let archive = try TensorArchive.load(path)
    let own = namedTensors
    let missing = own.filter { !archive.contains($0.name) }.map { $0.name }
    guard missing.isEmpty || !strict else { throw TensorError.missingParameters(missing, given: archive.names) }
    let names = Set(own.map { $0.name })
    // PyTorch's batch normalization counts its batches, for a momentum that follows the count.
    let unexpected = archive.names.filter { !names.contains($0) && !$0.hasSuffix("num_batches_tracked") }
    guard unexpected.isEmpty || !strict else { throw TensorError.unexpectedTensors(unexpected) }
    let shared = own.filter { archive.contains($0.name) }
    for (name, value) in shared where value.shape != archive[name].shape {
      throw TensorError.parameterShape(name, value.node.shape, archive[name].node.shape)
    }
    noGrad {
      for (name, value) in shared { value.overwrite(with: archive[name].to(value.dtype), as: "load") }
    }
  }
}
