/// Equality, order and hashes of values, by what the machine knows of their types or by their own functions.
extension Machine {
  func equal(_ left: Words, _ right: Words, _ type: RuntimeType) throws -> Bool {
    if type.isPlainWord { return left[0] == right[0] }
    switch type.kind {
    case .integer, .bool, .metatype, .opaque: return left[0] == right[0]
    case .double:
      return CellValue(words: left, type: type, machine: self).double == CellValue(words: right, type: type, machine: self).double
    case .float:
      return CellValue(words: left, type: type, machine: self).float == CellValue(words: right, type: type, machine: self).float
    case .character: return characters.equal(left[0], right[0])
    case .string: return left[0] == right[0] || StringObject.text(left[0]) == StringObject.text(right[0])
    case .substring: return SubstringObject.text(left[0]) == SubstringObject.text(right[0])
    case .array(let element):
      guard let a = Object(reference: left[0]), let b = Object(reference: right[0]) else { return left[0] == right[0] }
      if a == b { return true }
      guard ArrayObject.count(a) == ArrayObject.count(b) else { return false }
      let stride = element.layout.words
      for index in 0..<ArrayObject.count(a) {
        guard try equal(ArrayObject.elements(a) + index * stride, ArrayObject.elements(b) + index * stride, element) else {
          return false
        }
      }
      return true
    case .optional:
      let a = CellValue(words: left, type: type, machine: self).unwrapped
      let b = CellValue(words: right, type: type, machine: self).unwrapped
      guard let a, let b else { return a == nil && b == nil }
      return try equal(a.words, b.words, a.type)
    case .tuple(let fields): return try equalFields(fields, left, right)
    case .dictionary(_, let value):
      guard let a = Object(reference: left[0]), let b = Object(reference: right[0]) else { return left[0] == right[0] }
      return try equalTables(a, b, type, value)
    case .set:
      guard let a = Object(reference: left[0]), let b = Object(reference: right[0]) else { return left[0] == right[0] }
      return try equalTables(a, b, type, nil)
    case .existential:
      let a = CellValue(words: left, type: type, machine: self).opened
      let b = CellValue(words: right, type: type, machine: self).opened
      return try a.type === b.type && equal(a.words, b.words, a.type)
    default:
      guard let entry = type.equality ?? findEquality(type) else { return left[0] == right[0] }
      if case .synthesized(.equals) = entry.pointee.instance.reference.decl.body { return try equalByFields(left, right, type) }
      return try callPair(entry, left, right, type)
    }
  }

  /// Values nested in values take the host's own stack: an end before it ends.
  private func enter() throws {
    guard depth < Self.depthLimit else { throw Trap.stackOverflow(depth: depth) }
    depth += 1
  }

  private static let depthLimit = 20_000

  /// As `==` that the language makes for a struct or enum.
  func equalByFields(_ left: Words, _ right: Words, _ type: RuntimeType) throws -> Bool {
    try enter()
    defer { depth -= 1 }
    switch type.kind {
    case .structure(let fields): return try equalFields(fields, left, right)
    case .enumeration(let cases):
      guard left[0] == right[0] else { return false }
      guard cases.indices.contains(left[0]) else { return true }
      let info = cases[left[0]]
      if info.payload.isEmpty { return true }
      return try equalFields(info.payload, payload(of: info, left), payload(of: info, right))
    default: return try equal(left, right, type)
    }
  }

  private func equalFields(_ fields: [RuntimeType.Field], _ left: Words, _ right: Words) throws -> Bool {
    for field in fields {
      guard try equal(left + field.offset, right + field.offset, field.type) else { return false }
    }
    return true
  }

  /// As `<` that the language makes for an enum: by case, then by the payload.
  func lessByFields(_ left: Words, _ right: Words, _ type: RuntimeType) throws -> Bool {
    guard case .enumeration(let cases) = type.kind, left[0] == right[0], cases.indices.contains(left[0]) else {
      return left[0] < right[0]
    }
    let info = cases[left[0]]
    let (a, b) = (payload(of: info, left), payload(of: info, right))
    for field in info.payload {
      if try less(a + field.offset, b + field.offset, field.type) { return true }
      if try less(b + field.offset, a + field.offset, field.type) { return false }
    }
    return false
  }

  private func less(_ left: Words, _ right: Words, _ type: RuntimeType) throws -> Bool {
    let (a, b) = (CellValue(words: left, type: type, machine: self), CellValue(words: right, type: type, machine: self))
    switch type.kind {
    case .integer(.uint64): return UInt(bitPattern: a.int) < UInt(bitPattern: b.int)
    case .integer: return a.int < b.int
    case .double: return a.double < b.double
    case .float: return a.float < b.float
    case .string: return StringObject.text(left[0]) < StringObject.text(right[0])
    default:
      guard let entry = custom(type, "Comparable", "<") else { return false }
      return try callPair(entry, left, right, type)
    }
  }

  private func equalTables(_ a: Object, _ b: Object, _ type: RuntimeType, _ value: RuntimeType?) throws -> Bool {
    if a == b { return true }
    guard DictionaryObject.count(a) == DictionaryObject.count(b) else { return false }
    let shape = hashShape(type)
    var number = 0
    while let live = DictionaryObject.nextEntry(a, from: number, shape) {
      let entry = DictionaryObject.entry(a, live, shape.stride)
      guard let other = try DictionaryObject.find(b, entry + 1, hash: entry[0], shape) else { return false }
      if let value {
        let offset = 1 + shape.key.words
        guard try equal(entry + offset, DictionaryObject.entry(b, other, shape.stride) + offset, value) else { return false }
      }
      number = live + 1
    }
    return true
  }

  /// Calls a function of two values of a type, such as `==` or `<`.
  func callPair(_ entry: EntryPointer, _ left: Words, _ right: Words, _ type: RuntimeType) throws -> Bool {
    let instance = entry.pointee.instance
    let words = type.layout.words
    return try call(
      instance,
      prepare: { frame in
        var slot = frame + instance.resultType.layout.words
        // A static function may have its type as `self`.
        if instance.parameters.count == 3 { slot += instance.parameters[0].type.layout.words }
        slot.update(from: left, count: words)
        (slot + words).update(from: right, count: words)
      }, finish: { $0.bool })
  }

  func hash(_ value: Words, _ type: RuntimeType) throws -> Int {
    if type.isPlainWord { return Hashing.mix(value[0]) }
    switch type.kind {
    case .integer, .bool, .metatype, .opaque: return Hashing.mix(value[0])
    case .double:
      let number = CellValue(words: value, type: type, machine: self).double
      return Hashing.mix(number == 0 ? 0 : value[0])
    case .float:
      let number = CellValue(words: value, type: type, machine: self).float
      return Hashing.mix(number == 0 ? 0 : value[0])
    case .character: return characters.hash(value[0])
    case .string: return StringObject.hash(StringObject.text(value[0]))
    case .substring: return StringObject.hash(String(SubstringObject.text(value[0])))
    case .array(let element):
      guard let array = Object(reference: value[0]) else { return 0 }
      var result = ArrayObject.count(array)
      for index in 0..<ArrayObject.count(array) {
        result = Self.combine(result, try hash(ArrayObject.elements(array) + index * element.layout.words, element))
      }
      return Hashing.mix(result)
    case .optional:
      guard let payload = CellValue(words: value, type: type, machine: self).unwrapped else { return 0x5bd1 }
      return Hashing.mix(Self.combine(1, try hash(payload.words, payload.type)))
    case .tuple(let fields): return try hashFields(fields, value, 0)
    case .set, .dictionary:
      guard let table = Object(reference: value[0]) else { return 0 }
      let shape = hashShape(type)
      var result = DictionaryObject.count(table)
      var number = 0
      // Order must not matter.
      while let live = DictionaryObject.nextEntry(table, from: number, shape) {
        result ^= DictionaryObject.entry(table, live, shape.stride)[0]
        number = live + 1
      }
      return Hashing.mix(result)
    case .existential:
      let opened = CellValue(words: value, type: type, machine: self).opened
      return try hash(opened.words, opened.type)
    default:
      guard let entry = type.hashing ?? findHashing(type) else { return Hashing.mix(value[0]) }
      if case .synthesized(.hash) = entry.pointee.instance.reference.decl.body { return try hashByFields(value, type) }
      return try hash(value, type, entry)
    }
  }

  /// By the type's own `hash(into:)`.
  func hash(_ value: Words, _ type: RuntimeType, _ entry: EntryPointer) throws -> Int {
    var state = Self.hashSeed
    try withUnsafeMutablePointer(to: &state) { try hash(value, type, into: $0, entry) }
    return Hashing.mix(state)
  }

  private func findEquality(_ type: RuntimeType) -> EntryPointer? {
    type.equality = custom(type, "Equatable", "==")
    return type.equality
  }

  private func findHashing(_ type: RuntimeType) -> EntryPointer? {
    type.hashing = custom(type, "Hashable", "hash")
    return type.hashing
  }

  static let hashSeed = 0x2545_F491_4F6C_DD1D

  static func combine(_ state: Int, _ hash: Int) -> Int { Hashing.mix(state ^ hash &* 31 &+ 0x9E37) }

  private func hash(_ value: Words, _ type: RuntimeType, into state: Words, _ entry: EntryPointer) throws {
    let instance = entry.pointee.instance
    let words = type.layout.words
    try call(
      instance,
      prepare: { frame in
        let slot = frame + instance.resultType.layout.words
        slot.update(from: value, count: words)
        slot[words] = Int(bitPattern: state)
      }, finish: { _ in })
  }

  func hashByFields(_ value: Words, _ type: RuntimeType) throws -> Int {
    try enter()
    defer { depth -= 1 }
    switch type.kind {
    case .structure(let fields): return try hashFields(fields, value, 0)
    case .enumeration(let cases):
      guard cases.indices.contains(value[0]) else { return 0 }
      let info = cases[value[0]]
      if info.payload.isEmpty { return Hashing.mix(value[0]) }
      return try hashFields(info.payload, payload(of: info, value), value[0])
    default: return try hash(value, type)
    }
  }

  private func hashFields(_ fields: [RuntimeType.Field], _ value: Words, _ seed: Int) throws -> Int {
    var result = seed
    for field in fields { result = Self.combine(result, try hash(value + field.offset, field.type)) }
    return Hashing.mix(result)
  }
}
