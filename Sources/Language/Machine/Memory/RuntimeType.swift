/// What the loop and the heap need of a type, at a fixed address for the life of the machine.
package struct TypeRecord {
  package unowned(unsafe) let ownerObject: RuntimeType
  var owner: Unmanaged<RuntimeType> { Unmanaged.passUnretained(ownerObject) }
  let heap: Unmanaged<Heap>
  /// Payload words of an instance, where objects of the type have one size.
  var instanceWords = 0
  /// Word 1 of an existential with this dynamic type is a counted reference.
  var payloadIsReference = false
  /// Of an array type, the words of an element.
  var elementWords = 0
  /// The user wrote a deinit, here or in a superclass.
  var hasDeinitializer = false
  /// Its objects hold no others; known once the first one ended.
  var leaf = Leaf.unknown
  /// Entries by selector; filled when first called.
  var methods: UnsafeMutablePointer<UnsafeMutablePointer<CodeEntry>?>
  var methodCount = 0


  enum Leaf: UInt8 { case unknown, nothing, text }
}

package typealias TypePointer = UnsafeMutablePointer<TypeRecord>

/// A concrete type as the machine knows it: layout, structure, name.
package final class RuntimeType {
  package struct Field {
    package let name: String?
    package let offset: Int
    package let type: RuntimeType
    package let ownership: Language.Ownership
  }

  package final class Case {
    package let decl: EnumCaseDecl
    /// At word offsets from the start of the payload.
    private(set) package lazy var payload: [Field] = makePayload()
    private let makePayload: () -> [Field]
    /// Of what stands in the enum: the payload, or the reference to its box.
    package let layout: Layout
    /// The payload stands in a box of its own.
    package let isBoxed: Bool

    init(decl: EnumCaseDecl, payload: @escaping () -> [Field], layout: Layout, isBoxed: Bool) {
      self.decl = decl
      makePayload = payload
      self.layout = layout
      self.isBoxed = isBoxed
    }
  }

  package enum Kind {
    case integer(IntegerKind)
    case double, float, bool, character
    /// One word that only natives look into: `String.Index` and the like.
    case opaque
    case string, substring
    case array(RuntimeType)
    case dictionary(key: RuntimeType, value: RuntimeType)
    case set(RuntimeType)
    case optional(RuntimeType)
    case tuple([Field])
    case structure([Field])
    case enumeration([Case])
    case classInstance
    case function(FunctionType)
    case metatype(Type)
    case existential(ExistentialType)
    case native(HostType)
    /// Not of the language: a captured variable, a payload that does not fit, a closure's captures.
    case box(RuntimeType)
    case weakCell
    case tupleBox([Field])
    case closure(Layout)
  }

  package let id: Int
  package let type: Type
  package let layout: Layout
  package let pointer: TypePointer
  /// The machine's, which all of its types live as long as.
  package unowned(unsafe) let table: TypeTable
  /// Of a class its fields with those of the superclass; else the value itself.
  private(set) package lazy var kind: Kind = makeKind()
  private let makeKind: () -> Kind
  /// Fields of a class instance from word 0 of its payload, inherited ones first.
  private(set) package lazy var instanceFields: [Field] = table.instanceFields(of: self)
  private(set) package lazy var superclass: RuntimeType? = table.superclass(of: self)
  private(set) package lazy var name: String = TypeNames.display(type)
  /// What a box, array or the like holds, for destruction without a look at `kind`.
  private(set) package lazy var element: RuntimeType? = elementType
  /// Witness entries by requirement, found at first use.
  var witnesses: [WitnessKey: UnsafeMutablePointer<CodeEntry>] = [:]
  private(set) package lazy var instanceLayout: Layout = .aggregate(instanceFields.map(\.layoutOfStorage))
  /// Of what tables this type has, once there was one.
  @exclusivity(unchecked) var hashShape: HashShape?
  /// The type's own `==` and `hash(into:)`, once they were needed.
  var equality: EntryPointer?
  var hashing: EntryPointer?
  /// Functions that printing and hashing found on this type.
  var customs: [String: UnsafeMutablePointer<CodeEntry>?] = [:]

  init(id: Int, type: Type, layout: Layout, table: TypeTable, makeKind: @escaping () -> Kind) {
    self.id = id
    self.type = type
    self.layout = layout
    self.table = table
    self.makeKind = makeKind
    pointer = .allocate(capacity: 1)
    pointer.initialize(
      to: TypeRecord(
        ownerObject: self, heap: Unmanaged.passUnretained(table.heap), methods: .allocate(capacity: 1)))
    pointer.pointee.payloadIsReference = layout.words > 1 || layout.isSingleReference
  }

  deinit {
    pointer.pointee.methods.deallocate()
    pointer.deallocate()
  }

  /// Whether its values are those of a class of the host. Asked at each argument and result of a native function, where
  /// a copy of `kind` costs more than the rest of the call.
  @inline(__always)
  package var isNative: Bool {
    if nativeness == .unknown { lookAtNativeness() }
    return nativeness == .native
  }

  private enum Nativeness { case unknown, native, other }
  @exclusivity(unchecked) private var nativeness = Nativeness.unknown

  @inline(never)
  private func lookAtNativeness() {
    if case .native = kind { nativeness = .native } else { nativeness = .other }
  }

  /// Whether its values are equal where their one word is. Asked at each comparison, as `isNative` is.
  @inline(__always)
  var isPlainWord: Bool {
    if plainness == .unknown { lookAtPlainness() }
    return plainness == .plain
  }

  private enum Plainness { case unknown, plain, other }
  @exclusivity(unchecked) private var plainness = Plainness.unknown

  @inline(never)
  private func lookAtPlainness() {
    switch kind {
    case .integer, .bool, .metatype, .opaque: plainness = .plain
    default: plainness = .other
    }
  }

  package var isClass: Bool {
    if case .classInstance = kind { return true }
    return false
  }

  package var declaration: NominalDecl? {
    if case .nominal(let decl, _) = type { return decl }
    return nil
  }

  private var elementType: RuntimeType? {
    switch kind {
    case .array(let type), .set(let type), .optional(let type), .box(let type): type
    default: nil
    }
  }

  /// How objects of the type end, worked out when the first one does: most are destroyed without a look at `kind`.
  private enum Ending {
    case unknown, nothing
    /// A value at an offset of the payload.
    case value(Layout, offset: Int)
    case elements(Layout)
    case other
  }
  private var ending = Ending.unknown

  private func findEnding() -> Ending {
    switch kind {
    case .array(let element): return element.layout.isTrivial ? .nothing : .elements(element.layout)
    case .classInstance: return instanceLayout.isTrivial ? .nothing : .value(instanceLayout, offset: 0)
    case .box(let type): return type.layout.isTrivial ? .nothing : .value(type.layout, offset: 0)
    case .closure(let captures): return captures.isTrivial ? .nothing : .value(captures, offset: 1)
    case .weakCell: return .nothing
    default: return .other
    }
  }

  /// Releases what an object of this type holds, just before its memory goes.
  @inline(__always)
  func destroyPayload(of object: Object) {
    switch ending {
    case .nothing: break
    case .value(let layout, let offset): layout.destroy(object.payload + offset)
    case .elements(let layout): ArrayObject.destroyElements(object, layout)
    case .unknown:
      ending = findEnding()
      if case .nothing = ending, !pointer.pointee.hasDeinitializer { pointer.pointee.leaf = .nothing }
      if case .string = kind { pointer.pointee.leaf = .text }
      destroyOtherPayload(of: object)
    case .other: destroyOtherPayload(of: object)
    }
  }

  @inline(never)
  private func destroyOtherPayload(of object: Object) {
    switch kind {
    case .string: StringObject.destroy(object, table.heap)
    case .substring: SubstringObject.destroy(object)
    case .array(let element): ArrayObject.destroyElements(object, element.layout)
    case .dictionary(let key, let value): DictionaryObject.destroy(object, key.layout, value.layout, table.heap)
    case .set(let element): DictionaryObject.destroy(object, element.layout, .empty, table.heap)
    case .classInstance: instanceLayout.destroy(object.payload)
    case .box(let type): type.layout.destroy(object.payload)
    case .tupleBox(let fields): for field in fields { field.type.layout.destroy(object.payload + field.offset) }
    case .closure(let captures): captures.destroy(object.payload + 1)
    case .native: NativeObject.destroy(object)
    case .weakCell, .integer, .double, .float, .bool, .character, .opaque, .tuple, .structure, .enumeration, .optional,
      .function, .metatype, .existential: break
    }
  }
}

extension RuntimeType.Field {
  /// A weak or unowned field holds a cell.
  package var layoutOfStorage: Layout { ownership == .strong ? type.layout : WeakCell.layout }
}

package enum IntegerKind: String, CaseIterable, Sendable {
  case int64, int32, int16, int8, uint64, uint32, uint16, uint8

  package var bits: Int {
    switch self {
    case .int64, .uint64: 64
    case .int32, .uint32: 32
    case .int16, .uint16: 16
    case .int8, .uint8: 8
    }
  }

  /// The type's name in Swift.
  package var name: String {
    let width = bits == 64 ? "" : "\(bits)"
    return (isSigned ? "Int" : "UInt") + width
  }

  /// From the least to the greatest value.
  package var bounds: String {
    isSigned ? "\(Int.min >> (64 - bits))...\(Int.max >> (64 - bits))" : "0...\(UInt.max >> (64 - bits))"
  }

  package var isSigned: Bool {
    switch self {
    case .int64, .int32, .int16, .int8: true
    case .uint64, .uint32, .uint16, .uint8: false
    }
  }

  /// The word cut down to the width, sign or zero extended.
  package func truncate(_ word: Word) -> Word {
    switch self {
    case .int64, .uint64: word
    case .int32: Int(Int32(truncatingIfNeeded: word))
    case .int16: Int(Int16(truncatingIfNeeded: word))
    case .int8: Int(Int8(truncatingIfNeeded: word))
    case .uint32: Int(UInt32(truncatingIfNeeded: word))
    case .uint16: Int(UInt16(truncatingIfNeeded: word))
    case .uint8: Int(UInt8(truncatingIfNeeded: word))
    }
  }

  package func text(_ word: Word) -> String {
    self == .uint64 ? String(UInt(bitPattern: word)) : String(word)
  }
}
