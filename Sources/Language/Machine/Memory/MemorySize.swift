/// Size and alignment of a type in bytes as `swiftc` lays it out on 64-bit machines, for `MemoryLayout`.
struct MemorySize {
  var size: Int
  var alignment: Int
  /// Bit patterns that no value has: they tell the cases of an enum around it without a byte of their own.
  var spare: Int

  var stride: Int { (size + alignment - 1) / alignment * alignment }

  /// Of the type that a native was given as its argument.
  static func of(_ call: NativeCall, _ part: (MemorySize) -> Int) -> Int {
    guard let pointer = TypePointer(bitPattern: call.words(0)[0]) else { return 0 }
    return part(MemorySize(call.machine.types[pointer]))
  }

  private static let reference = MemorySize(size: 8, alignment: 8, spare: 1 << 30)

  private init(size: Int, alignment: Int, spare: Int) {
    self.size = size
    self.alignment = alignment
    self.spare = spare
  }

  init(_ type: RuntimeType) {
    switch type.kind {
    case .integer(let kind):
      let bytes = kind.bits / 8
      self.init(size: bytes, alignment: bytes, spare: 0)
    case .double: self.init(size: 8, alignment: 8, spare: 0)
    case .float: self.init(size: 4, alignment: 4, spare: 0)
    case .bool: self.init(size: 1, alignment: 1, spare: 254)
    case .character, .string: self.init(size: 16, alignment: 8, spare: 1 << 30)
    case .substring: self.init(size: 32, alignment: 8, spare: 1 << 30)
    case .opaque, .array, .dictionary, .set, .classInstance, .native, .box, .weakCell, .tupleBox, .closure: self = Self.reference
    case .optional(let payload): self = Self.enumeration([[payload], []])
    case .tuple(let fields), .structure(let fields): self = Self.aggregate(fields.map(\.type))
    case .enumeration(let cases):
      self = Self.enumeration(cases.map { $0.isBoxed && $0.decl.isIndirect ? nil : $0.payload.map(\.type) })
    case .existential(let existential):
      if existential.protocols.count == 1, existential.protocols[0].name == "Error", existential.protocols[0].module == "Swift" {
        self = Self.reference
      } else if existential.isClassBound { self.init(size: 8 + 8 * existential.protocols.count, alignment: 8, spare: 1 << 30) } else {
        self.init(size: 32 + 8 * existential.protocols.filter { $0.name != "Sendable" }.count, alignment: 8, spare: 1 << 30)
      }
    case .metatype:
      if case .metatype(.existential) = type.type { self = Self.reference } else { self.init(size: 0, alignment: 1, spare: 0) }
    case .function: self.init(size: 16, alignment: 8, spare: 1 << 30)
    }
  }

  private static func aggregate(_ parts: [RuntimeType]) -> MemorySize {
    var result = MemorySize(size: 0, alignment: 1, spare: 0)
    for part in parts.map({ MemorySize($0) }) {
      result.size = (result.size + part.alignment - 1) / part.alignment * part.alignment + part.size
      result.alignment = max(result.alignment, part.alignment)
      result.spare = max(result.spare, part.spare)
    }
    return result
  }

  /// The payloads of the cases; nil for one that is `indirect`.
  private static func enumeration(_ cases: [[RuntimeType]?]) -> MemorySize {
    let payloads = cases.filter { $0?.isEmpty != true }.map { $0.map(aggregate) ?? reference }
    let empty = cases.count - payloads.count
    guard let first = payloads.first else {
      return MemorySize(size: cases.count > 1 ? 1 : 0, alignment: 1, spare: cases.count > 1 ? 256 - cases.count : 0)
    }
    if payloads.count == 1, first.spare >= empty {
      return MemorySize(size: first.size, alignment: first.alignment, spare: first.spare - empty)
    }
    let size = payloads.map(\.size).max() ?? 0
    let alignment = payloads.map(\.alignment).max() ?? 1
    // Several payloads share spare bits where all have them.
    if payloads.count > 1, payloads.allSatisfy({ $0.spare >= 1 << 20 && $0.size == size }) {
      return MemorySize(size: size, alignment: alignment, spare: 1 << 10)
    }
    return MemorySize(size: size + 1, alignment: alignment, spare: 256 - cases.count)
  }
}
