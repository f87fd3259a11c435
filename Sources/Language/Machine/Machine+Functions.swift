/// Where a protocol's requirement is called on an existential: the entry depends on the dynamic type.
final class WitnessSite {
  let reference: FunctionRef
  let signature: ThunkSignature
  /// The types seen last, `knownCount` of them: an array of shapes has more than one kind.
  let known: UnsafeMutablePointer<Known>
  static let knownCount = 4
  private var next = 0

  /// The record of a type, and its entry.
  struct Known {
    var type = 0
    var entry: EntryPointer?

    static let typeOffset = MemoryLayout<Self>.offset(of: \.type) ?? 0
    static let entryOffset = MemoryLayout<Self>.offset(of: \.entry) ?? 0
  }

  @inline(__always)
  func entry(for type: Word) -> EntryPointer? {
    for index in 0..<Self.knownCount where known[index].type == type { return known[index].entry }
    return nil
  }

  func remember(_ type: Word, _ entry: EntryPointer) {
    known[next] = Known(type: type, entry: entry)
    next = (next + 1) % Self.knownCount
  }

  init(reference: FunctionRef, signature: ThunkSignature) {
    self.reference = reference
    self.signature = signature
    known = .allocate(capacity: Self.knownCount)
    known.initialize(repeating: Known(), count: Self.knownCount)
  }

  deinit { known.deallocate() }
}

/// How a requirement is called on an existential: the address of the existential stands for `self`.
struct ThunkSignature {
  var existential: RuntimeType
  var result: RuntimeType
  var parameters: [(type: RuntimeType, isInout: Bool)]
  /// Of a generic function the parameter that the existential stands for, and the generic parameter that becomes its
  /// dynamic type.
  var opened: Int?
  var openedParameter: GenericParameter?
  var words: Int {
    result.layout.words + 1 + parameters.reduce(0) { $0 + ($1.isInout ? 1 : $1.type.layout.words) }
  }
}

struct WitnessKey: Hashable {
  let reference: FunctionRef
  let existential: Int
  let result: Int
  let opened: Int?
}

extension Machine {
  // MARK: Instances

  /// The function with concrete types, made when first asked for.
  func instance(of reference: FunctionRef) -> FunctionInstance {
    if let known = instances[reference] { return known }
    let decl = reference.decl
    if let parameter = decl.dynamicSelf, reference.substitutions[parameter] == nil, let parent = decl.parent {
      var complete = reference
      complete.substitutions[parameter] = Specialization.concrete(parent.selfType, reference.substitutions)
      return instance(of: complete)
    }
    let substitutions = reference.substitutions
    var parameters: [(variable: Variable?, type: RuntimeType, isInout: Bool)] = []
    let isInitializer = decl.kind == .initializer
    if let selfVariable = decl.selfVariable, !isInitializer || decl.parent?.isInstanceClass == true {
      parameters.append(
        (selfVariable, concrete(selfVariable.type, substitutions), selfVariable.kind == .inoutParameter))
    }
    for parameter in decl.parameters {
      parameters.append((parameter.variable, concrete(parameter.variable.type, substitutions), parameter.isInout))
    }
    let result = resultType(of: reference)
    var offset = result.layout.words
    let placed = parameters.map { parameter in
      defer { offset += parameter.isInout ? 1 : parameter.type.layout.words }
      return FunctionInstance.Parameter(
        variable: parameter.variable, offset: offset, type: parameter.type, isInout: parameter.isInout)
    }
    let instance = FunctionInstance(
      reference: reference, name: TypeNames.display(decl), resultType: result, parameters: placed, types: types)
    instances[reference] = instance
    return instance
  }

  func concrete(_ type: Type, _ substitutions: Substitutions) -> RuntimeType {
    types.runtimeType(Specialization.concrete(type, substitutions))
  }

  /// What a call writes: of an initialiser the new value, of a failable one an optional of it or, for a class, whether it
  /// succeeded.
  func resultType(of reference: FunctionRef) -> RuntimeType {
    let decl = reference.decl
    if decl.kind == .topLevel, case .typed(let statements) = decl.body, case .result(let value)? = statements.last?.kind {
      return concrete(value.type, reference.substitutions)
    }
    guard decl.kind == .initializer, let selfVariable = decl.selfVariable else {
      return concrete(decl.resultType, reference.substitutions)
    }
    let value = concrete(selfVariable.type, reference.substitutions)
    if decl.parent?.isInstanceClass == true { return decl.isFailable ? knownTypes.bool : types.runtimeType(.void) }
    return decl.isFailable ? types.optional(value.type) : value
  }

  /// Compiles a function at its first call.
  @inline(never)
  func compile(_ instance: FunctionInstance) -> MachineFault? {
    if instance.isCompiled { return nil }
    for type in instance.reference.substitutions.types.values
    where Specialization.depth(type) > Specialization.depthLimit {
      return .trap(.typeNesting(TypeNames.display(type)))
    }
    do {
      try FunctionCompiler.compile(instance, machine: self)
    } catch {
      return .trap(error)
    }
    noteCode(of: instance)
    assert(Verifier.problem(in: instance) == nil, Verifier.problem(in: instance) ?? "")
    return nil
  }

  // MARK: Dispatch

  /// The number of a method among those that classes dispatch by.
  func selector(of decl: FunctionDecl) -> Int {
    var root = decl
    while let overridden = root.overridden { root = overridden }
    if let known = selectors[root] { return known }
    let number = selectorDecls.count
    selectors[root] = number
    selectorDecls.append(root)
    return number
  }

  /// The method of a class for a selector, found along its superclasses and kept in its record.
  @inline(never)
  func method(_ selector: Int, of pointer: TypePointer) -> EntryPointer {
    let type = types[pointer]
    let root = selectorDecls[selector]
    var current: RuntimeType? = type
    var found = FunctionRef(root)
    search: while let candidate = current, case .nominal(let decl, let arguments) = candidate.type {
      let substitutions = Specialization.substitutions(decl, arguments)
      for member in Self.dispatchedFunctions(of: decl) {
        var ancestor: FunctionDecl? = member
        while let function = ancestor, function !== root { ancestor = function.overridden }
        if ancestor === root {
          found = FunctionRef(member, substitutions)
          if let parameter = member.dynamicSelf { found.substitutions[parameter] = type.type }
          break search
        }
      }
      current = candidate.superclass
    }
    let entry = instance(of: found).entry
    let record = pointer
    if selector >= record.pointee.methodCount {
      let count = max(selector + 8, record.pointee.methodCount * 2)
      let grown = UnsafeMutablePointer<EntryPointer?>.allocate(capacity: count)
      grown.initialize(repeating: nil, count: count)
      grown.update(from: record.pointee.methods, count: record.pointee.methodCount)
      record.pointee.methods.deallocate()
      record.pointee.methods = grown
      record.pointee.methodCount = count
    }
    record.pointee.methods[selector] = entry
    return entry
  }

  private static func dispatchedFunctions(of decl: NominalDecl) -> [FunctionDecl] {
    var result = decl.functions
    for member in decl.allMembers {
      switch member {
      case .function(let function): result.append(function)
      case .property(let property):
        result += [property.accessors.get, property.accessors.set].compactMap { $0 }
      case .subscriptDecl(let decl): result += [decl.accessors.get, decl.accessors.set].compactMap { $0 }
      default: break
      }
    }
    return result.reversed()
  }

  /// What a requirement means for the dynamic type of an existential, behind a thunk that takes the existential's address.
  @inline(never)
  func witness(_ site: WitnessSite, _ pointer: TypePointer?) -> EntryPointer? {
    guard let pointer else { return nil }
    let type = types[pointer]
    let key = WitnessKey(
      reference: site.reference, existential: site.signature.existential.id, result: site.signature.result.id,
      opened: site.signature.opened)
    let entry: EntryPointer
    if let known = type.witnesses[key] {
      entry = known
    } else {
      guard let target = target(of: site, on: type.type),
        let thunk = try? ThunkCompiler.compile(target, for: type, site.signature, machine: self)
      else { return nil }
      noteCode(of: thunk)
      keepAlive.append(thunk)
      entry = thunk.entry
      type.witnesses[key] = entry
    }
    site.remember(Int(bitPattern: pointer), entry)
    return entry
  }

  /// What meets a requirement on a type; of a member of a protocol's extension that member, with the type as its `Self`.
  private func target(of site: WitnessSite, on type: Type) -> FunctionRef? {
    let reference = site.reference
    if let parameter = site.signature.openedParameter {
      var result = reference
      result.substitutions[parameter] = type
      return result
    }
    if case .requirement = reference.decl.body { return Specialization.witness(reference, selfType: type) }
    var result = reference
    for parameter in reference.decl.generics where parameter.isSelf { result.substitutions[parameter] = type }
    return result
  }

  /// Runs the deinits of an object's class and superclasses, most derived first.
  func runDeinitializers(_ object: Object) {
    var current: RuntimeType? = object.runtimeType
    while let type = current, case .nominal(let decl, let arguments) = type.type {
      if let deinitializer = decl.deinitializer {
        let instance = instance(of: FunctionRef(deinitializer, Specialization.substitutions(decl, arguments)))
        // A deinit cannot throw; what stops it stops the code around it at the next loop or call, or ends the cell.
        do {
          try call(instance, prepare: { $0[0] = object.reference }, finish: { _ in })
        } catch {
          pendingDeinitFault = MachineFault(stopping: error)
          attention.raise(.deinitFault)
        }
      }
      current = type.superclass
    }
  }

  // MARK: Calls from the host

  func call<Result>(
    closure: Word, _ parameterTypes: [RuntimeType], _ resultType: RuntimeType, _ fill: [(CellValue) throws -> Void],
    _ read: (CellValue) throws -> Result
  ) throws -> Result {
    guard let object = Object(reference: closure) else { throw Trap.unexpectedNil }
    let instance = ClosureObject.entry(object).pointee.instance
    object.retain()
    defer { object.release() }
    return try call(instance, arguments: fill, types: parameterTypes, closure: closure, read)
  }

  /// Calls with arguments that are destroyed afterwards.
  func call<Result>(
    _ instance: FunctionInstance, arguments fill: [(CellValue) throws -> Void], types parameterTypes: [RuntimeType],
    closure: Word = 0, _ read: (CellValue) throws -> Result
  ) throws -> Result {
    // Made outside of the frame, since making one may run code.
    let words = parameterTypes.reduce(0) { $0 + $1.layout.words }
    return try withUnsafeTemporaryAllocation(of: Word.self, capacity: max(words, 1)) { buffer in
      guard let base = buffer.baseAddress else { throw Trap.unreachable }
      var made = 0
      var offset = 0
      defer {
        var offset = 0
        for type in parameterTypes.prefix(made) {
          type.layout.destroy(base + offset)
          offset += type.layout.words
        }
      }
      for (store, type) in zip(fill, parameterTypes) {
        try store(CellValue(words: base + offset, type: type, machine: self))
        made += 1
        offset += type.layout.words
      }
      return try call(
        instance, closure: closure,
        prepare: { frame in (frame + instance.resultType.layout.words).update(from: base, count: words) },
        finish: read)
    }
  }

  /// See `CellValue.callRequirement`.
  func callRequirement<Result>(
    _ name: String, of proto: String, setter: Bool, on value: CellValue, _ fill: [(CellValue) throws -> Void],
    _ read: (CellValue) throws -> Result
  ) throws -> Result {
    let opened = value.opened
    guard let decl = protocolNamed(proto), let requirement = Self.requirement(name, in: decl, setter: setter),
      let target = Specialization.witness(FunctionRef(requirement), selfType: opened.type.type)
    else { throw Trap.message("\(opened.type.name) has no '\(name)' of \(proto)") }
    let instance = instance(of: target)
    let selfLayout = opened.type.layout
    return try withUnsafeTemporaryAllocation(of: Word.self, capacity: 64) { buffer in
      guard let base = buffer.baseAddress else { throw Trap.unreachable }
      let others = instance.parameters.dropFirst()
      guard others.count == fill.count, others.reduce(0, { $0 + $1.type.layout.words }) <= 64 else {
        throw Trap.message("'\(name)' of \(opened.type.name) takes \(others.count) arguments, not \(fill.count)")
      }
      var made: [CellValue] = []
      defer { for value in made { value.destroy() } }
      var offset = 0
      for (store, parameter) in zip(fill, others) {
        let place = CellValue(words: base + offset, type: parameter.type, machine: self)
        try store(place)
        made.append(place)
        offset += parameter.type.layout.words
      }
      return try call(
        instance,
        prepare: { frame in
          if let first = instance.parameters.first {
            if first.isInout {
              frame[first.offset] = Int(bitPattern: opened.words)
            } else {
              (frame + first.offset).update(from: opened.words, count: selfLayout.words)
            }
          }
          if let second = others.first { (frame + second.offset).update(from: base, count: offset) }
        }, finish: read)
    }
  }

  static func requirement(_ name: String, in proto: NominalDecl, setter: Bool) -> FunctionDecl? {
    for decl in proto.allRefined {
      for member in decl.allMembers {
        switch member {
        case .property(let property) where property.name == name:
          return setter ? property.accessors.set : property.accessors.get
        case .function(let function) where function.name == name: return function
        default: break
        }
      }
    }
    return nil
  }

  // MARK: Hash tables

  /// The shape of a Dictionary's or Set's table.
  package func hashShape(_ type: RuntimeType) -> HashShape {
    if let known = type.hashShape { return known }
    let key: RuntimeType
    let value: Layout
    switch type.kind {
    case .dictionary(let keyType, let valueType): (key, value) = (keyType, valueType.layout)
    case .set(let element): (key, value) = (element, .empty)
    default: (key, value) = (type, .empty)
    }
    var equals: (Words, Words) throws -> Bool = { [unowned self] in try self.equal($0, $1, key) }
    var hashes: (Words) throws -> Int = { [unowned self] in try self.hash($0, key) }
    // Functions that the user wrote are called without a further look at the type.
    switch key.kind {
    case .structure, .enumeration, .classInstance:
      if let own = writtenFunction(key, "Equatable", "==") {
        equals = { [unowned self] in try self.callPair(own, $0, $1, key) }
      }
      if let own = writtenFunction(key, "Hashable", "hash") {
        hashes = { [unowned self] in try self.hash($0, key, own) }
      }
    default: break
    }
    let shape = HashShape(type: type, keyType: key, value: value, heap: heap, characters: characters, equals: equals, hashes: hashes)
    type.hashShape = shape
    return shape
  }

  private func writtenFunction(_ type: RuntimeType, _ proto: String, _ requirement: String) -> EntryPointer? {
    guard let entry = custom(type, proto, requirement) else { return nil }
    if case .synthesized = entry.pointee.instance.reference.decl.body { return nil }
    // A subclass of a key's class may have its own.
    return type.isClass && type.declaration?.isFinal != true ? nil : entry
  }

  /// Adds a key whose hash is known and which is not there.
  func tableInsertNew(_ slot: Words, _ type: RuntimeType, key: Words, hash: Int, _ shape: HashShape) throws {
    let table = try DictionaryObject.makeUnique(slot, type, shape)
    let place = try DictionaryObject.append(table, hash: hash, shape)
    shape.key.copy(key, to: place)
  }

  /// Adds or replaces an entry; key and value are copied.
  func dictionaryInsert(_ slot: Words, _ type: RuntimeType, key: Words, value: Words) throws {
    let shape = hashShape(type)
    let hash = try shape.hash(key)
    let table = try DictionaryObject.makeUnique(slot, type, shape)
    if let number = try DictionaryObject.find(in: slot, table, key, hash: hash, shape) {
      let place = DictionaryObject.entry(table, number, shape.stride) + 1 + shape.key.words
      // The old value goes last: its end may run code that looks at this table.
      let old = HeldWords(place, shape.value)
      shape.value.copy(value, to: place)
      old.destroy()
    } else {
      let place = try DictionaryObject.append(table, hash: hash, shape)
      shape.key.copy(key, to: place)
      shape.value.copy(value, to: place + shape.key.words)
    }
  }
}

/// A value taken out of its place, to be destroyed a little later.
struct HeldWords {
  private let words: [Word]
  private let layout: Layout

  init(_ place: Words, _ layout: Layout) {
    words = layout.isTrivial ? [] : Array(UnsafeBufferPointer(start: place, count: layout.words))
    self.layout = layout
  }

  func destroy() {
    if words.isEmpty { return }
    var copy = words
    copy.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { layout.destroy(base) } }
  }
}

extension NominalDecl {
  /// What the type declares, in order, extensions included.
  var allMembers: [Member] { info.order.flatMap(\.members) }
}

extension NominalDecl {
  /// A class whose objects are the machine's own. Of a class of the host the initialiser itself makes the value.
  var isInstanceClass: Bool { isClass && representation == .members }
}
