/// All runtime types of one machine, made when first asked for.
package final class TypeTable {
  let heap: Heap
  private var types: [Type: RuntimeType] = [:]
  private(set) package var all: [RuntimeType] = []
  /// Types of the host by the name in `@native("…")`.
  var hostType: (String) -> HostType? = { _ in nil }
  private var boxes: [ObjectIdentifier: RuntimeType] = [:]
  private var tupleBoxes: [EnumCaseDecl: [[Type]: RuntimeType]] = [:]
  /// Stands for `Optional` where the library is not there.
  private let ownOptional: NominalDecl
  var lookup: (String) -> NominalDecl? = { _ in nil }
  private lazy var optionalDecl = lookup("Optional") ?? ownOptional
  /// A box that holds a weak cell: a captured weak variable.
  private(set) lazy var weakBox = make(.error, .reference) { [unowned self] in .box(weakReference) }
  /// The two closures of a key path.
  private(set) lazy var keyPathBox = make(.error, .reference) { [unowned self] in
    .tupleBox([
      RuntimeType.Field(name: nil, offset: 0, type: closureReference, ownership: .strong),
      RuntimeType.Field(name: nil, offset: 1, type: closureReference, ownership: .strong),
    ])
  }
  private lazy var closureReference = make(.error, .reference) { .opaque }
  private lazy var weakReference = make(.error, WeakCell.layout) { .opaque }
  private(set) package lazy var weakCell = make(.error, .reference) { .weakCell }

  init(heap: Heap) {
    self.heap = heap
    let nowhere = SourceRange(file: SourceFile(name: "Swift", cell: 0, text: ""), start: 0, end: 0)
    ownOptional = NominalDecl(kind: .enumDecl, name: "Optional", range: nowhere)
    ownOptional.representation = .builtin("optional")
  }

  private func make(_ type: Type, _ layout: Layout, _ kind: @escaping () -> RuntimeType.Kind) -> RuntimeType {
    let result = RuntimeType(id: all.count, type: type, layout: layout, table: self, makeKind: kind)
    all.append(result)
    return result
  }

  package subscript(pointer: TypePointer) -> RuntimeType { pointer.pointee.owner.takeUnretainedValue() }

  /// The runtime type of a concrete type.
  package func runtimeType(_ type: Type) -> RuntimeType {
    if let known = types[type] { return known }
    let result = build(type)
    types[type] = result
    if case .nominal(let decl, let arguments) = type, decl.representation == .builtin("array"), let element = arguments.first {
      result.pointer.pointee.elementWords = runtimeType(element).layout.words
    }
    if result.isClass {
      result.pointer.pointee.hasDeinitializer = hasDeinitializer(type)
      result.pointer.pointee.instanceWords = result.instanceFields.reduce(0) { $0 + $1.layoutOfStorage.words }
    }
    return result
  }

  package func layout(_ type: Type) -> Layout { runtimeType(type).layout }

  package func optional(_ type: Type) -> RuntimeType { runtimeType(.nominal(optionalDecl, [type])) }

  /// A box round one value: a captured variable, or the payload of an existential.
  package func box(of type: RuntimeType) -> RuntimeType {
    if let known = boxes[ObjectIdentifier(type)] { return known }
    let result = make(.error, .reference) { .box(type) }
    boxes[ObjectIdentifier(type)] = result
    return result
  }

  func closure(captures: Layout) -> RuntimeType { make(.error, .reference) { .closure(captures) } }

  func payloadBox(_ decl: EnumCaseDecl, _ fields: [RuntimeType.Field]) -> RuntimeType {
    let key = fields.map(\.type.type)
    if let known = tupleBoxes[decl]?[key] { return known }
    let result = make(.error, .reference) { .tupleBox(fields) }
    tupleBoxes[decl, default: [:]][key] = result
    return result
  }

  // MARK: Structure

  private func build(_ type: Type) -> RuntimeType {
    switch type {
    case .nominal(let decl, let arguments): return nominal(type, decl, arguments)
    case .tuple(let elements):
      let fields = place(elements.map { ($0.label, $0.type, .strong) })
      return make(type, .aggregate(fields.map(\.type.layout))) { .tuple(fields) }
    case .function(let function): return make(type, .reference) { .function(function) }
    case .metatype(let instance):
      return make(type, Layout(words: 1, ownership: .trivial, hasNonNullFirstWord: true)) { .metatype(instance) }
    case .existential(let existential): return make(type, .existential) { .existential(existential) }
    case .parameter, .dependent, .opaque, .variable, .error:
      // Only reached where checking failed; nothing runs then.
      return make(type, .word) { .opaque }
    }
  }

  private func nominal(_ type: Type, _ decl: NominalDecl, _ arguments: [Type]) -> RuntimeType {
    switch decl.representation {
    case .builtin(let name): return builtin(type, name, arguments)
    case .native(let name):
      let host = hostType(name) ?? HostType(name: name)
      return make(type, .reference) { .native(host) }
    case .members: break
    }
    switch decl.kind {
    case .classDecl: return make(type, .reference) { .classInstance }
    case .structDecl:
      let fields = storedFields(decl, arguments)
      return make(type, .aggregate(fields.map(\.layoutOfStorage))) { .structure(fields) }
    case .enumDecl:
      let cases = enumCases(decl, arguments)
      return make(type, .tagged(cases.map { $0.decl.payload.isEmpty ? nil : $0.layout })) {
        .enumeration(cases)
      }
    case .protocolDecl: return make(type, .existential) { .existential(ExistentialType(protocols: [decl])) }
    }
  }

  private func builtin(_ type: Type, _ name: String, _ arguments: [Type]) -> RuntimeType {
    if let kind = IntegerKind(rawValue: name) { return make(type, .word) { .integer(kind) } }
    func argument(_ index: Int) -> RuntimeType {
      index < arguments.count ? runtimeType(arguments[index]) : runtimeType(.void)
    }
    switch name {
    case "double": return make(type, .word) { .double }
    case "float": return make(type, .word) { .float }
    case "bool": return make(type, .word) { .bool }
    case "character": return make(type, .word) { .character }
    case "string": return make(type, .reference) { .string }
    case "substring": return make(type, .reference) { .substring }
    case "array": return make(type, .reference) { .array(argument(0)) }
    case "dictionary": return make(type, .reference) { .dictionary(key: argument(0), value: argument(1)) }
    case "set": return make(type, .reference) { .set(argument(0)) }
    case "keyPath": return make(type, .reference) { .opaque }
    case "optional":
      let payload = argument(0)
      return make(type, .optional(payload.layout)) { .optional(payload) }
    default: return make(type, .word) { .opaque }
    }
  }

  private func place(_ members: [(name: String?, type: Type, ownership: Ownership)], from start: Int = 0)
    -> [RuntimeType.Field]
  {
    var offset = start
    return members.map { member in
      let field = RuntimeType.Field(
        name: member.name, offset: offset, type: runtimeType(member.type), ownership: member.ownership)
      offset += field.layoutOfStorage.words
      return field
    }
  }

  private func storedFields(_ decl: NominalDecl, _ arguments: [Type], from start: Int = 0) -> [RuntimeType.Field] {
    let substitutions = Specialization.substitutions(decl, arguments)
    return place(
      decl.properties.filter { $0.isStored && !$0.isStatic }.map { property in
        let type = Specialization.concrete(property.type, substitutions)
        return (property.name, property.isLazy ? optional(type).type : type, property.ownership)
      }, from: start)
  }

  private func enumCases(_ decl: NominalDecl, _ arguments: [Type]) -> [RuntimeType.Case] {
    let substitutions = Specialization.substitutions(decl, arguments)
    return decl.cases.map { enumCase in
      // The fields of a boxed payload are found when first needed, since they may hold the enum itself.
      let isBoxed = !enumCase.payload.isEmpty && (enumCase.isIndirect || decl.isIndirect)
      let types = enumCase.payload.map { ($0.label, Specialization.concrete($0.type, substitutions)) }
      if isBoxed {
        return RuntimeType.Case(
          decl: enumCase, payload: { self.place(types.map { ($0.0, $0.1, .strong) }) }, layout: .reference, isBoxed: true)
      }
      let fields = place(types.map { ($0.0, $0.1, .strong) })
      return RuntimeType.Case(
        decl: enumCase, payload: { fields }, layout: .aggregate(fields.map(\.type.layout)), isBoxed: false)
    }
  }

  func instanceFields(of type: RuntimeType) -> [RuntimeType.Field] {
    guard case .nominal(let decl, let arguments) = type.type, decl.isClass else { return [] }
    let inherited = superclass(of: type)?.instanceFields ?? []
    let start = inherited.last.map { $0.offset + $0.layoutOfStorage.words } ?? 0
    return inherited + storedFields(decl, arguments, from: start)
  }

  func superclass(of type: RuntimeType) -> RuntimeType? {
    Specialization.superclass(of: type.type).map(runtimeType)
  }

  private func hasDeinitializer(_ type: Type) -> Bool {
    var current: Type? = type
    while case .nominal(let decl, _)? = current {
      if decl.deinitializer != nil { return true }
      current = current.flatMap(Specialization.superclass)
    }
    return false
  }
}
