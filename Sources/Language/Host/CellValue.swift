/// A value of the cell language where it lies: a view that owns nothing and is good only as long as the words are.
///
/// As an argument it is there to be read; as a result its words are empty and `store` fills them.
package struct CellValue {
  package let words: Words
  // Not counted: types live as long as their machine, and a view no longer than the call that it is part of.
  package unowned(unsafe) let type: RuntimeType
  package unowned(unsafe) let machine: Machine

  package init(words: Words, type: RuntimeType, machine: Machine) {
    self.words = words
    self.type = type
    self.machine = machine
  }

  /// The value inside an existential, with its dynamic type; of a class the type of the instance. Otherwise itself.
  package var opened: CellValue {
    switch type.kind {
    case .existential:
      guard let pointer = TypePointer(bitPattern: words[0]) else { return self }
      let dynamic = machine.types[pointer]
      if dynamic.layout.words <= 1 {
        return CellValue(words: words + 1, type: dynamic, machine: machine).opened
      }
      guard let box = Object(reference: words[1]) else { return self }
      return CellValue(words: box.payload, type: dynamic, machine: machine).opened
    case .classInstance:
      guard let object = Object(reference: words[0]) else { return self }
      return CellValue(words: words, type: object.runtimeType, machine: machine)
    default: return self
    }
  }

  // MARK: Structure

  /// The payload of an optional, or nil.
  package var unwrapped: CellValue? {
    guard case .optional(let payload) = type.kind else { return self }
    switch type.layout.ownership {
    case .nullable: return words[0] == 0 ? nil : CellValue(words: words, type: payload, machine: machine)
    default:
      // A tag, also where the payload owns nothing and the layout is trivial.
      if payload.layout.hasNonNullFirstWord {
        return words[0] == 0 ? nil : CellValue(words: words, type: payload, machine: machine)
      }
      return words[0] == 0 ? nil : CellValue(words: words + 1, type: payload, machine: machine)
    }
  }

  /// The stored properties of a struct or class instance, or the elements of a tuple, in the order declared.
  package var fields: [(name: String?, value: CellValue)] {
    let value = opened
    switch value.type.kind {
    case .structure(let fields), .tuple(let fields):
      return fields.map { ($0.name, CellValue(words: value.words + $0.offset, type: $0.type, machine: machine)) }
    case .classInstance:
      guard let object = Object(reference: value.words[0]) else { return [] }
      return value.type.instanceFields.filter { $0.ownership == .strong }.map {
        ($0.name, CellValue(words: object.payload + $0.offset, type: $0.type, machine: machine))
      }
    default: return []
    }
  }

  package subscript(field name: String) -> CellValue? { fields.first { $0.name == name }?.value }

  /// Element by element; empty for what is no Array.
  package var elements: LazyMapCollection<Range<Int>, CellValue> {
    guard case .array(let element) = type.kind, let object = Object(reference: words[0]) else {
      return (0..<0).lazy.map { _ in self }
    }
    let start = ArrayObject.elements(object)
    // An array of millions is described as it is, without another one of its elements.
    return (0..<ArrayObject.count(object)).lazy.map {
      CellValue(words: start + $0 * element.layout.words, type: element, machine: machine)
    }
  }

  /// Key and value by entry; empty for what is no Dictionary.
  package var entries: [(key: CellValue, value: CellValue)] {
    guard case .dictionary(let key, let value) = type.kind, let table = Object(reference: words[0]) else { return [] }
    let shape = machine.hashShape(type)
    var result: [(key: CellValue, value: CellValue)] = []
    var number = 0
    while let live = DictionaryObject.nextEntry(table, from: number, shape) {
      let entry = DictionaryObject.entry(table, live, shape.stride) + 1
      result.append(
        (
          CellValue(words: entry, type: key, machine: machine),
          CellValue(words: entry + key.layout.words, type: value, machine: machine)
        ))
      number = live + 1
    }
    return result
  }

  // MARK: Reading

  package var int: Int { words[0] }
  package var bool: Bool { words[0] & 1 != 0 }
  package var double: Double { Double(bitPattern: UInt64(bitPattern: Int64(words[0]))) }
  package var float: Float { Float(bitPattern: UInt32(truncatingIfNeeded: words[0])) }

  /// Of a String, Substring or Character.
  package var string: String {
    switch type.kind {
    case .string: StringObject.text(words[0])
    case .substring: String(SubstringObject.text(words[0]))
    case .character: String(machine.characters.character(words[0]))
    default: machine.describe(self)
    }
  }

  /// The class instance of the host behind a value of a native type; of what a `NativeBox` holds the box.
  package var nativeObject: AnyObject? {
    if type.isNative { return Object(reference: words[0]).map { NativeObject.value($0) } }
    let value = opened
    guard case .native = value.type.kind, let object = Object(reference: value.words[0]) else { return nil }
    return NativeObject.value(object)
  }

  /// The host's value of a native type.
  package func native<Value>(as wanted: Value.Type = Value.self) throws -> Value {
    guard let object = nativeObject else { throw Trap.failedCast(from: type.name, to: "\(wanted)") }
    if let box = object as? NativeBox<Value> { return box.value }
    if let value = object as? Value { return value }
    throw Trap.failedCast(from: type.name, to: "\(wanted)")
  }

  // MARK: Writing, into empty words

  package func store(_ value: Int) { words[0] = value }
  package func store(_ value: Bool) { words[0] = value ? 1 : 0 }
  package func store(_ value: Double) { words[0] = Int(bitPattern: UInt(value.bitPattern)) }
  package func store(_ value: Float) { words[0] = Int(value.bitPattern) }
  package func store(_ value: String) { words[0] = StringObject.make(value, machine.stringRecord).reference }

  /// A copy of another value, of the same type or of one that this type can hold.
  package func store(_ value: CellValue) {
    if value.type === type { return type.layout.copy(value.words, to: words) }
    if (try? CastNatives.convert(value, to: type, into: self)) != true { storeNil() }
  }

  /// An instance of a host class, into words of its native type, an optional of it, or an existential.
  package func storeNative(_ object: AnyObject) throws {
    if type.isNative {
      words[0] = NativeObject.make(object, type).reference
      return
    }
    switch type.kind {
    case .native: words[0] = NativeObject.make(object, type).reference
    case .optional(let payload):
      try CellValue(words: words, type: payload, machine: machine).storeNative(object)
    case .existential:
      guard let dynamic = machine.nativeType(of: object) else {
        throw Trap.failedCast(from: "\(Swift.type(of: object))", to: type.name)
      }
      words[0] = Int(bitPattern: dynamic.pointer)
      words[1] = NativeObject.make(object, dynamic).reference
    default: throw Trap.failedCast(from: "\(Swift.type(of: object))", to: type.name)
    }
  }

  /// Any other value of the host, into words of its native type.
  package func storeBoxed<Value>(_ value: Value) throws {
    if Value.self is AnyClass { try storeNative(value as AnyObject) } else { try storeNative(NativeBox(value)) }
  }

  package func storeNil() {
    words[0] = 0
    // Also the rest, so that equal values have equal words.
    if type.layout.words > 1 { (words + 1).update(repeating: 0, count: type.layout.words - 1) }
  }

  /// Marks an optional as having a value and gives the empty words of its payload.
  package func storeSome() -> CellValue {
    guard case .optional(let payload) = type.kind else { return self }
    if payload.layout.hasNonNullFirstWord { return CellValue(words: words, type: payload, machine: machine) }
    words[0] = 1
    return CellValue(words: words + 1, type: payload, machine: machine)
  }

  /// An Array of `count` elements whose empty words `fill` stores; where it throws, the elements so far are destroyed.
  package func storeArray(count: Int, fill: (Int, CellValue) throws -> Void) throws {
    guard case .array(let element) = type.kind else { throw Trap.failedCast(from: "Array", to: type.name) }
    let object = try ArrayObject.makeChecked(type, capacity: count, stride: element.layout.words)
    let start = ArrayObject.elements(object)
    do {
      for index in 0..<count {
        try machine.stopIfAsked()
        try fill(index, CellValue(words: start + index * element.layout.words, type: element, machine: machine))
        object[2] = index + 1
      }
    } catch {
      object.release()
      throw error
    }
    words[0] = object.reference
  }

  /// A Dictionary with no entries; `insert` adds them.
  package func storeEmptyDictionary() { words[0] = DictionaryObject.make(type).reference }

  /// Adds or replaces an entry of a Dictionary; both values are copied.
  package func insert(key: CellValue, value: CellValue) throws {
    try machine.dictionaryInsert(words, type, key: key.words, value: value.words)
  }

  /// Replaces a value that is there.
  package func assign(_ fill: (CellValue) throws -> Void) throws {
    let old = HeldValue(taking: self)
    do { try fill(self) } catch {
      old.giveBack(to: words)
      throw error
    }
  }

  /// Releases what the words own; they are empty afterwards.
  package func destroy() { type.layout.destroy(words) }
}

/// A value of the cell language that the host keeps: an owner, where `CellValue` is a view.
package final class HeldValue {
  private let words: Words
  package let type: RuntimeType
  package let machine: Machine
  private var isOwner = true

  /// A copy.
  package init(_ value: CellValue) {
    type = value.type
    machine = value.machine
    words = .allocate(capacity: max(type.layout.words, 1))
    words.initialize(repeating: 0, count: max(type.layout.words, 1))
    type.layout.copy(value.words, to: words)
  }

  /// Takes the value over; its words are empty afterwards.
  package init(taking value: CellValue) {
    type = value.type
    machine = value.machine
    words = .allocate(capacity: max(type.layout.words, 1))
    words.initialize(repeating: 0, count: max(type.layout.words, 1))
    words.update(from: value.words, count: type.layout.words)
  }

  /// Room for a value that is still to be stored; `isFilled` says that it was.
  init(emptyOf type: RuntimeType, _ machine: Machine) {
    self.type = type
    self.machine = machine
    words = .allocate(capacity: max(type.layout.words, 1))
    words.initialize(repeating: 0, count: max(type.layout.words, 1))
    isOwner = false
  }

  func isFilled() { isOwner = true }

  func giveBack(to target: Words) {
    target.update(from: words, count: type.layout.words)
    isOwner = false
  }

  deinit {
    if isOwner { type.layout.destroy(words) }
    words.deallocate()
  }

  package var value: CellValue { CellValue(words: words, type: type, machine: machine) }
}
