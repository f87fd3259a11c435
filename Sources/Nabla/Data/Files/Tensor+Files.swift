extension Tensor {
  /// The array in a file of NumPy's format `.npy`: `numpy.save("x.npy", a)` made it.
  ///
  /// Integers of every width become Int64, halves Float32. Throws when the file is missing, damaged, or holds records.
  public static func load(_ path: String) throws -> Tensor {
    let bytes = try FileAccess.current.read(path)
    return try inFile(path) { () throws(TensorError) in try NumPyFile.read(bytes) }
  }

  /// Writes the elements to a file in NumPy's format `.npy`: `numpy.load("x.npy")` reads it.
  public func save(_ path: String) throws {
    guard path.hasSuffix(".npy") else { throw TensorError.unknownExtension(path, known: [".npy"]) }
    try FileAccess.current.write(try NumPyFile.bytes(self), to: path)
  }
}

/// Puts the file's name before what went wrong with its content.
func inFile<Value>(_ path: String, _ body: () throws(TensorError) -> Value) throws(TensorError) -> Value {
  do { return try body() } catch {
    throw error == .interrupted ? error : .file(path, error.message)
  }
}
