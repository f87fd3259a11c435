enum CastForm { case test, conditional, forced }

enum CastNatives {
  /// `is`, `as?` and `as!` from a type as written to a type as written; the dynamic type decides.
  static func cast(_ source: RuntimeType, _ target: RuntimeType, _ form: CastForm) -> NativeFunction {
    { call in
      let value = call.argument(0)
      switch form {
      case .test: call.result.store(try convert(value, to: target, into: nil))
      case .conditional:
        let place = call.result.storeSome()
        if try !convert(value, to: target, into: place) { call.result.storeNil() }
      case .forced:
        if try convert(value, to: target, into: call.result) { return }
        if isNil(value) { throw Trap.unexpectedNil }
        throw Trap.failedCast(
          from: TypeNames.display(value.opened.type.type, qualified: true),
          to: TypeNames.display(target.type, qualified: true))
      }
    }
  }

  private static func isNil(_ value: CellValue) -> Bool {
    if case .optional = value.type.kind { return value.unwrapped == nil }
    return false
  }

  /// Whether a metatype is that of a type, of a subclass of it, or of a type that conforms to it.
  private static func isInstance(_ metatype: CellValue, of wanted: Type) -> Bool {
    guard let pointer = TypePointer(bitPattern: metatype.words[0]) else { return false }
    var current: Type? = metatype.machine.types[pointer].type
    if case .existential(let existential) = wanted {
      return current.map { type in existential.protocols.allSatisfy { Specialization.conforms(type, to: $0) } } ?? false
    }
    while let type = current {
      if type == wanted { return true }
      current = Specialization.superclass(of: type)
    }
    return false
  }

  /// Whether a value is of a type; if a place is given the converted value is stored there.
  static func convert(_ value: CellValue, to target: RuntimeType, into place: CellValue?) throws -> Bool {
    if value.type === target {
      if let place { target.layout.copy(value.words, to: place.words) }
      return true
    }
    switch value.type.kind {
    case .existential:
      if case .existential(let wanted) = target.kind, wanted.protocols.isEmpty, !wanted.isClassBound {
        if let place { target.layout.copy(value.words, to: place.words) }
        return true
      }
      let opened = value.opened
      guard opened.type !== value.type else { return false }
      return try convert(opened, to: target, into: place)
    case .optional:
      if let payload = value.unwrapped {
        if case .optional = target.kind {} else { return try convert(payload, to: target, into: place) }
        break
      }
      if case .optional = target.kind {
        place?.storeNil()
        return true
      }
      if case .existential(let wanted) = target.kind, wanted.protocols.isEmpty, !wanted.isClassBound { break }
      return false
    case .structure where isAnyHashable(value.type):
      // What it holds is meant, unless it is itself asked for.
      if case .existential = target.kind { break }
      if let base = value[field: "base"] { return try convert(base, to: target, into: place) }
    default: break
    }
    switch target.kind {
    case .optional(let payload):
      let inner = value.unwrapped ?? value
      guard let place else { return try convert(inner, to: payload, into: nil) }
      return try convert(inner, to: payload, into: place.storeSome())
    case .existential(let wanted):
      let dynamic = value.opened
      if wanted.isClassBound, !dynamic.type.isClass { return false }
      for proto in wanted.protocols where !Specialization.conforms(dynamic.type.type, to: proto) { return false }
      if let place { erase(dynamic, into: place) }
      return true
    case .classInstance:
      guard value.type.isClass, let object = Object(reference: value.words[0]) else { return false }
      var current: RuntimeType? = object.runtimeType
      while let type = current {
        if type === target {
          if let place { target.layout.copy(value.words, to: place.words) }
          return true
        }
        current = type.superclass
      }
      return false
    case .array(let element):
      guard case .array = value.type.kind else { return false }
      let elements = value.elements
      for item in elements where try !convert(item, to: element, into: nil) { return false }
      guard let place else { return true }
      try place.storeArray(count: elements.count) { index, slot in
        _ = try convert(elements[index], to: element, into: slot)
      }
      return true
    case .dictionary(let key, let element):
      guard case .dictionary = value.type.kind else { return false }
      let entries = value.entries
      for entry in entries {
        guard try convert(entry.key, to: key, into: nil), try convert(entry.value, to: element, into: nil) else { return false }
      }
      guard let place else { return true }
      place.storeEmptyDictionary()
      for entry in entries {
        let newKey = HeldValue(emptyOf: key, value.machine)
        let newValue = HeldValue(emptyOf: element, value.machine)
        _ = try convert(entry.key, to: key, into: newKey.value)
        newKey.isFilled()
        _ = try convert(entry.value, to: element, into: newValue.value)
        newValue.isFilled()
        try place.insert(key: newKey.value, value: newValue.value)
      }
      return true
    case .tuple(let fields):
      guard case .tuple(let sources) = value.type.kind, sources.count == fields.count else { return false }
      for (source, field) in zip(sources, fields) {
        guard try convert(part(value, source), to: field.type, into: nil) else { return false }
      }
      guard let place else { return true }
      for (source, field) in zip(sources, fields) {
        _ = try convert(part(value, source), to: field.type, into: part(place, field))
      }
      return true
    case .structure where isAnyHashable(target): return try wrapHashable(value.opened, in: target, into: place)
    case .metatype:
      guard case .metatype(let wanted) = target.type, case .metatype = value.type.kind, isInstance(value, of: wanted) else { return false }
      if let place { target.layout.copy(value.words, to: place.words) }
      return true
    case .function:
      guard value.type.type == target.type || value.type.layout === target.layout && value.type.name == target.name else {
        return false
      }
      if let place { target.layout.copy(value.words, to: place.words) }
      return true
    default:
      guard value.type.type == target.type else { return false }
      if let place { target.layout.copy(value.words, to: place.words) }
      return true
    }
  }

  private static func isAnyHashable(_ type: RuntimeType) -> Bool {
    guard let decl = type.declaration else { return false }
    return decl.name == "AnyHashable" && decl.module == "Swift"
  }

  /// Calls `AnyHashable.init(_:)` for the dynamic type of a value, where that is hashable.
  private static func wrapHashable(_ value: CellValue, in target: RuntimeType, into place: CellValue?) throws -> Bool {
    guard let initializer = target.declaration?.members(named: "init").first, case .function(let function) = initializer,
      let parameter = function.generics.first
    else { return false }
    for case .conforms(.parameter(parameter), let proto) in function.requirements
    where !Specialization.conforms(value.type.type, to: proto) { return false }
    guard let place else { return true }
    let instance = value.machine.instance(of: FunctionRef(function, Substitutions([parameter: value.type.type])))
    try value.machine.call(
      instance,
      prepare: { frame in (frame + target.layout.words).update(from: value.words, count: value.type.layout.words) },
      finish: { target.layout.copy($0.words, to: place.words) })
    return true
  }

  private static func part(_ value: CellValue, _ field: RuntimeType.Field) -> CellValue {
    CellValue(words: value.words + field.offset, type: field.type, machine: value.machine)
  }

  /// A copy of a value of a concrete type in an existential.
  static func erase(_ value: CellValue, into place: CellValue) {
    let type = value.type
    place.words[0] = Int(bitPattern: type.pointer)
    if type.layout.words <= 1 {
      place.words[1] = type.layout.words == 1 ? value.words[0] : 0
      type.layout.retain(place.words + 1)
    } else {
      let box = type.table.heap.allocate(type.table.box(of: type).pointer, words: type.layout.words)
      type.layout.copy(value.words, to: box.payload)
      place.words[1] = box.reference
    }
  }
}

enum ExistentialNatives {
  /// An instance, all zero, of the class that a metatype value holds.
  nonisolated(unsafe) static let makeInstance: NativeFunction = { call in
    guard let type = TypePointer(bitPattern: call.int(0)) else { throw Trap.unexpectedNil }
    let words = type.pointee.instanceWords
    let object = call.machine.heap.allocate(type, words: words)
    object.payload.update(repeating: 0, count: words)
    object[0] |= ObjectHeader.isUnfinished
    call.result.words[0] = object.reference
  }

  /// The address of the value in an existential's box, made the existential's own. Argument: the existential's address.
  static func project(_ type: RuntimeType) -> NativeFunction {
    { call in
      guard let existential = Words(bitPattern: call.int(0)), let box = Object(reference: existential[1]) else {
        throw Trap.unexpectedNil
      }
      if box.isUnique {
        call.result.store(Int(bitPattern: box.payload))
        return
      }
      let fresh = type.table.heap.allocate(type.table.box(of: type).pointer, words: type.layout.words)
      type.layout.copy(box.payload, to: fresh.payload)
      existential[1] = fresh.reference
      box.release()
      call.result.store(Int(bitPattern: fresh.payload))
    }
  }

  /// Runs a function with the value of an existential as an argument of its own type. Arguments: the existential, the
  /// closure object with what the function uses besides.
  static func open(_ function: FunctionDecl, _ outer: Substitutions, _ parameter: GenericParameter, _ result: RuntimeType)
    -> NativeFunction
  {
    { call in
      let value = call.argument(0).opened
      var substitutions = outer
      substitutions[parameter] = value.type.type
      let instance = call.machine.instance(of: FunctionRef(function, substitutions))
      guard let closure = Object(reference: call.int(1)) else { throw Trap.unexpectedNil }
      closure[2] = Int(bitPattern: instance.entry)
      try call.machine.call(
        instance, closure: closure.reference,
        prepare: { frame in
          (frame + instance.resultType.layout.words).update(from: value.words, count: value.type.layout.words)
        },
        finish: { made in
          if made.type === result || made.type.layout === result.layout {
            call.result.type.layout.copy(made.words, to: call.result.words)
          } else if try !CastNatives.convert(made, to: result, into: call.result) {
            throw Trap.failedCast(from: made.type.name, to: result.name)
          }
        })
    }
  }
}
