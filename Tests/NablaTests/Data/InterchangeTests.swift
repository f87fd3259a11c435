import Rendering
import Testing

@testable import Nabla

/// Files of NumPy, safetensors and PyTorch are read, and written to the same bytes.
struct InterchangeTests {
  private func check(_ tensor: Tensor, _ name: String) {
    #expect(tensor.shape == Record.numbers("arrays", name, "shape").map { Int($0) }, "\(name)")
    #expect(tensor.toArray().map { Float($0) } == values(name).map { Float($0) }, "\(name)")
    if tensor.dtype == .float64 { #expect(tensor.toArray() == values(name), "\(name)") }
  }

  /// JSON has no infinity; Python writes `Infinity`, which is no JSON, so the record's parser must not meet it.
  private func values(_ name: String) -> [Double] { Record.numbers("arrays", name, "values") }

  @Test func theRecordIsThere() {
    #expect(Record.files("", ".npy").count == 23)
    #expect(Record.numbers("arrays", "float64.npy", "values").count == 6)
  }

  @Test(arguments: Record.files("", ".npy").filter { !$0.hasPrefix("refused") })
  func arraysAreRead(_ name: String) throws {
    check(try Tensor.load(Record.path(name)), name)
  }

  @Test(arguments: Record.files("", ".npy").filter { !$0.hasPrefix("refused") && !$0.hasPrefix("read") })
  func arraysAreWrittenToTheSameBytes(_ name: String) throws {
    let tensor = try Tensor.load(Record.path(name))
    #expect(tensor.dtype.description == name.prefix { $0 != "." } || tensor.dtype == .float32 || name == "rank4.npy")
    try withFolder { folder in
      try tensor.save(folder + "/x.npy")
      #expect(try FileAccess.current.read(folder + "/x.npy") == Record.bytes(name))
    }
  }

  @Test func narrowTypesAreWidened() throws {
    #expect(try Tensor.load(Record.path("read-float16.npy")).dtype == .float32)
    #expect(try Tensor.load(Record.path("read-uint8.npy")).dtype == .int64)
    #expect(try Tensor.load(Record.path("read-bigendian.npy")).dtype == .float64)
  }

  @Test func whatCannotBeATensorIsRefused() {
    for (name, fact) in [
      ("complex", "elements of type <c16 cannot become a tensor"), ("uint64", "9223372036854775808 is beyond Int64"),
      ("record", "elements of type record"),
    ] {
      let text = message { _ = try Tensor.load(Record.path("refused-\(name).npy")) }
      #expect(text.contains(fact), "\(text)")
    }
  }

  @Test(arguments: ["same.npz", "read-stored.npz", "read-deflated.npz", "same.safetensors"])
  func archivesAreRead(_ name: String) throws {
    let archive = try TensorArchive.load(Record.path(name))
    for member in ["float32", "float64", "int64", "bool", "scalar", "empty"] { check(archive[member], member + ".npy") }
    if name == "read-deflated.npz" { #expect(archive["ramp"].toIntArray() == (0..<3000).map { $0 % 7 }) }
    if name == "same.safetensors" { #expect(archive.note("format") == "np") }
  }

  @Test(arguments: ["same.npz", "same.safetensors"])
  func archivesAreWrittenToTheSameBytes(_ name: String) throws {
    let archive = try TensorArchive.load(Record.path(name))
    try withFolder { folder in
      try archive.save(folder + "/" + name)
      #expect(try FileAccess.current.read(folder + "/" + name) == Record.bytes(name))
    }
  }

  @Test func narrowTensorsOfSafetensorsAreRead() throws {
    let archive = try TensorArchive.load(Record.path("read-narrow.safetensors"))
    #expect(archive["bf16"].toArray() == [1, -2.5, 0x1.c4p127])
    #expect(archive["f16"].toArray() == [0.5])
    #expect(archive["u8"].toIntArray() == [200])
    #expect(archive["i32"].shape == [1, 1] && archive["i32"].toIntArray() == [-7])
  }

  @Test func aModelOfPyTorchIsLoaded() throws {
    let model = Sequential(Linear(2, 3), Tanh(), Linear(3, 1))
    try model.load(Record.path("read-model.safetensors"))
    let output = model(Tensor([[0.5, -1.0]])).item()
    let expected = Record.numbers("model")
    #expect(expected.count == 1 && (output - expected[0]).magnitude < 1e-6)
    manualSeed(42)
    let seeded = Sequential(Linear(2, 3), Tanh(), Linear(3, 1))
    #expect(seeded["0.weight"].toArray() == model["0.weight"].toArray())
  }

  @Test(arguments: ["m.safetensors", "m.npz"])
  func aModelIsSavedAndLoaded(_ name: String) throws {
    try withFolder { folder in
      let first = Sequential(Linear(2, 3), Linear(3, 1))
      try first.save(folder + "/" + name)
      let second = Sequential(Linear(2, 3), Linear(3, 1))
      let weight = second["0.weight"]
      try second.load(folder + "/" + name)
      #expect(weight.toArray() == first["0.weight"].toArray() && weight.requiresGrad)

      let narrow = Sequential(Linear(2, 2), Linear(2, 1))
      let before = narrow["0.bias"].toArray()
      #expect(message { try narrow.load(folder + "/" + name) }.contains("0.weight has the shape [2, 2]"))
      #expect(narrow["0.bias"].toArray() == before)
      let deep = Sequential(Linear(2, 3), Linear(3, 1), Linear(1, 1))
      #expect(message { try deep.load(folder + "/" + name) }.contains("the file lacks 2.weight, 2.bias"))
      let shallow = Sequential(Linear(2, 3))
      #expect(message { try shallow.load(folder + "/" + name) }.contains("the model has no 1."))
      try shallow.load(folder + "/" + name, strict: false)
      #expect(shallow["0.weight"].toArray() == first["0.weight"].toArray())
    }
  }

  @Test(arguments: Record.files("", ".gz"))
  func everyKindOfBlockIsUnpacked(_ name: String) throws {
    let content = try Inflate.gunzip(try Record.bytes(name))
    #expect(Record.value("content", "count") == .int(content.count))
    #expect(Record.value("content", "crc") == .int(Int(CRC32.checksum(content))))
  }

  /// A file cut short or with a byte changed is refused or read, and never traps.
  @Test(arguments: ["float32.npy", "same.npz", "read-deflated.npz", "same.safetensors", "dynamic.gz", "fixed.gz"])
  func damagedFilesAreRefused(_ name: String) throws {
    let bytes = try Record.bytes(name)
    func read(_ bytes: [UInt8]) throws {
      if name.hasSuffix(".npy") {
        _ = try NumPyFile.read(bytes)
      } else if name.hasSuffix(".npz") {
        for entry in try ZipArchive.read(bytes) { _ = try NumPyFile.read(entry.content) }
      } else if name.hasSuffix(".gz") {
        _ = try Inflate.gunzip(bytes)
      } else {
        _ = try SafetensorsFile.read(bytes)
      }
    }
    try read(bytes)
    // Everywhere in the first bytes, where headers lie, then here and there.
    let places = (0..<bytes.count).filter { $0 < 300 || $0 >= bytes.count - 60 || $0 % 17 == 0 }
    for count in places {
      #expect(throws: TensorError.self, "cut at \(count)") { try read(Array(bytes[..<count])) }
    }
    var changed = bytes
    for i in places {
      let byte = bytes[i]
      for flip in [0xff, 0x80, 1] as [UInt8] {
        changed[i] = byte ^ flip
        do { try read(changed) } catch is TensorError {}
      }
      changed[i] = byte
    }
  }
}
