/// Places that are properties: stored, computed, lazy, observed and static ones.
extension FunctionCompiler {
  func fieldPlace(_ property: PropertyDecl, of selfVariable: Variable, _ selfType: RuntimeType) throws -> Place {
    let whole = try place(of: selfVariable)
    guard let field = field(property, in: selfType) else { throw Trap.unsupported("the property '\(property.name)'") }
    if selfType.isClass {
      guard case .register(let object, _, _) = whole else { throw Trap.unsupported("this kind of self") }
      return .memory(address: object, offset: ObjectHeader.words + field.offset, field.type, field.ownership)
    }
    return try part(of: whole, field.offset, field.type, field.ownership)
  }

  /// A stored property's place in a struct or class.
  func field(_ property: PropertyDecl, in type: RuntimeType) -> RuntimeType.Field? {
    switch type.kind {
    case .structure(let fields):
      guard let index = type.declaration?.storedIndex(of: property) else { return nil }
      return fields.indices.contains(index) ? fields[index] : nil
    case .classInstance:
      var current: RuntimeType? = type
      while let candidate = current {
        if let index = candidate.declaration?.storedIndex(of: property) {
          let inherited = candidate.superclass?.instanceFields.count ?? 0
          let fields = candidate.instanceFields
          return fields.indices.contains(inherited + index) ? fields[inherited + index] : nil
        }
        current = candidate.superclass
      }
      return nil
    default: return nil
    }
  }

  func propertyPlace(
    _ expression: TypedExpr, _ base: TypedExpr?, _ property: PropertyDecl, _ inner: Substitutions, isSuper: Bool,
    isDirect: Bool
  ) throws -> Place {
    let own = concrete(inner)
    if property.isStatic, let base, let getter = property.accessors.get {
      // Through a metatype value: its type decides.
      return .computed(
        type(expression.type),
        get: { [unowned self] in
          try callOnMetatype(base, FunctionRef(getter, own), [], resultType: expression.type)
        },
        set: { [unowned self] value in
          guard let setter = property.accessors.set else { throw Trap.unsupported("writing '\(property.name)'") }
          _ = try callOnMetatype(
            base, FunctionRef(setter, own), [.value(heldExpression(value, value.type.type, expression.range))],
            resultType: .void)
        })
    }
    if property.isStatic {
      if let storage = property.staticStorage, property.isStored {
        try initializeStatic(property, storage, own)
        return try staticPlace(property, storage, own)
      }
      return try computedPlace(expression, base, property, own, isSuper: isSuper)
    }
    guard let base else { throw Trap.unsupported("the property '\(property.name)' without an instance") }
    let baseType = type(base.type)
    // An observer that writes its own property does not observe itself.
    let isOwnObserver = decl === property.accessors.willSet || decl === property.accessors.didSet
    let isPlain = isOwnObserver || !property.isObserved && !property.isLazy
    let isVirtual = property.accessors.get != nil && baseType.isClass && !property.isObserved && !isSuper
    if property.isStored, let field = field(property, in: baseType), isDirect || (isPlain && !isVirtual) {
      return try storedPlace(base, baseType, field)
    }
    if property.isStored, let field = field(property, in: baseType) {
      if property.isLazy { return try lazyPlace(base, baseType, property, field, own) }
      if !isVirtual { return try observedPlace(base, baseType, property, field, own) }
    }
    return try computedPlace(expression, base, property, own, isSuper: isSuper)
  }

  func storedPlace(_ base: TypedExpr, _ baseType: RuntimeType, _ field: RuntimeType.Field) throws -> Place {
    if baseType.isClass {
      // While a call has the address, nobody may let the object go.
      let object = isPlaceForCall ? try heldOperand(base) : try operand(base)
      return .memory(
        address: object.register, offset: ObjectHeader.words + field.offset, field.type, field.ownership)
    }
    return try part(of: try place(base), field.offset, field.type, field.ownership)
  }

  /// The base of an accessor call, evaluated once for both get and set.
  func accessorBase(_ base: TypedExpr?) throws -> TypedExpr? {
    guard let base else { return nil }
    let baseType = type(base.type)
    switch base.kind {
    case .variable: return base
    default: break
    }
    // A class instance, or what cannot be changed in place: hold the value in a variable of our own.
    let variable = Variable(name: "base", range: base.range, type: base.type, isLet: false, kind: .local)
    if baseType.isClass || !isPlace(base) {
      let value = try operand(base)
      storages[variable] = .operand(value)
    } else {
      storages[variable] = .place(try place(base))
    }
    return TypedExpr(.variable(variable), type: base.type, range: base.range)
  }

  func computedPlace(
    _ expression: TypedExpr, _ base: TypedExpr?, _ property: PropertyDecl, _ own: Substitutions, isSuper: Bool
  ) throws -> Place {
    var held: TypedExpr?
    let result = type(expression.type)
    let hold = { [unowned self] in
      if held == nil { held = try accessorBase(base) }
      return held
    }
    // Indices within the base come before the arguments that stand after it.
    if isForAccess { _ = try hold() }
    return .computed(
      result,
      get: { [unowned self] in
        guard let getter = property.accessors.get else { throw Trap.unsupported("reading '\(property.name)'") }
        return try callAccessor(getter, own, try hold(), [], isSuper: isSuper, result: expression.type)
      },
      set: { [unowned self] value in
        guard let setter = property.accessors.set else { throw Trap.unsupported("writing '\(property.name)'") }
        _ = try callAccessor(setter, own, try hold(), [.value(held: value)], isSuper: isSuper, result: .void)
      },
      modify: isForAccess
        ? { [unowned self] in
          try accessThroughAccessors(property.accessors, own, try hold(), [], isSuper: isSuper, result, expression.type)
        } : nil)
  }

  func lazyPlace(
    _ base: TypedExpr, _ baseType: RuntimeType, _ property: PropertyDecl, _ field: RuntimeType.Field, _ own: Substitutions
  ) throws -> Place {
    let storage = try storedPlace(base, baseType, field)
    guard case .optional(let payload) = field.type.kind else { throw Trap.unsupported("this lazy property") }
    return .computed(
      payload,
      get: { [unowned self] in
        let register = try allocate(payload)
        let whole = try allocate(field.type)
        let isThere = builder.label()
        load(storage, into: whole)

        builder.jump(.jumpIf, a: whole, to: isThere)
        if let initializer = property.initializer {
          try scoped {
            let list: [TypedArgument] = initializer.selfVariable.map { [$0.kind.isInout ? .inoutArgument(base) : .value(base)] } ?? []
            let value = try call(FunctionRef(initializer, own), list)
            let wrapped = try allocate(field.type)
            try emitSome(wrapped, from: value.register, payload)
            if value.isOwned { disown(value.register) } else { emitRetain(wrapped, field.type.layout) }
            store(owned: wrapped, to: storage)
          }
        }
        load(storage, into: whole)
        builder.place(isThere)
        emitMove(register, whole + (payload.layout.hasNonNullFirstWord ? 0 : 1), payload.layout.words)
        self.own(register, payload.layout)
        return Value(register: register, type: payload, isOwned: true)
      },
      set: { [unowned self] value in
        let wrapped = try allocate(field.type)
        try emitSome(wrapped, from: value.register, payload)
        if value.isOwned { disown(value.register) } else { emitRetain(wrapped, field.type.layout) }
        store(owned: wrapped, to: storage)
      })
  }


  func observedPlace(
    _ base: TypedExpr, _ baseType: RuntimeType, _ property: PropertyDecl, _ field: RuntimeType.Field,
    _ own: Substitutions
  ) throws -> Place {
    let held = try accessorBase(base) ?? base
    let storage = try storedPlace(held, baseType, field)
    return observedPlace(
      storage, property.accessors, held, own, type: field.type)
  }

  /// Observers run round each write; `didSet` sees the old value where it asks for it.
  func observedPlace(
    _ storage: Place, _ accessors: Accessors, _ base: TypedExpr?, _ own: Substitutions, type: RuntimeType
  ) -> Place {
    var modify: (() throws -> Access)?
    if case .computed = storage {
      // Observed within something computed: that is accessed first.
      modify = { [unowned self] in
        let whole = try access(storage)
        let inner = observedPlace(
          .memory(address: whole.address, offset: 0, type, .strong), accessors, base, own, type: type)
        var result = try access(inner)
        let end = result.end
        result.end = {
          try end()
          try whole.end()
        }
        return result
      }
    }
    return .computed(
      type,
      get: { [unowned self] in
        let register = try allocate(type)
        load(storage, into: register)
        self.own(register, type.layout)
        return Value(register: register, type: type, isOwned: true)
      },
      set: { [unowned self] value in
        func observe(_ observer: FunctionDecl?, _ argument: Value) throws {
          guard let observer else { return }
          _ = try callAccessor(
            observer, own, base, observer.parameters.isEmpty ? [] : [.value(held: argument)], isSuper: true, result: .void)
        }
        try observe(accessors.willSet, value)
        var old: Value?
        if accessors.didSet?.parameters.isEmpty == false {
          let register = try allocate(type)
          load(storage, into: register)
          self.own(register, type.layout)
          old = Value(register: register, type: type, isOwned: true)
        }
        try store(value, to: storage)
        try observe(accessors.didSet, old ?? value)
      }, modify: modify)
  }

  /// A variable with accessors of its own: computed, or stored with observers.
  func observed(_ variable: Variable, _ accessors: Accessors, _ type: RuntimeType) throws -> Place {
    if let getter = accessors.get {
      return .computed(
        type,
        get: { [unowned self] in try callAccessor(getter, substitutions, nil, [], isSuper: true, result: variable.type) },
        set: { [unowned self] value in
          guard let setter = accessors.set else { throw Trap.unsupported("writing '\(variable.name)'") }
          _ = try callAccessor(setter, substitutions, nil, [.value(held: value)], isSuper: true, result: .void)
        })
    }
    return observedPlace(try plainPlace(of: variable, type), accessors, nil, substitutions, type: type)
  }

  func staticPlace(_ property: PropertyDecl, _ variable: Variable, _ own: Substitutions) throws -> Place {
    let storage = staticStorage(property, variable, own)
    let plain = Place.global(storage, offset: 0, storage.type, .strong)
    if property.isObserved { return observedPlace(plain, property.accessors, nil, own, type: storage.type) }
    return plain
  }

  func staticStorage(_ property: PropertyDecl, _ variable: Variable, _ own: Substitutions) -> GlobalStorage {
    let type = types.runtimeType(Specialization.concrete(property.type, own))
    return machine.staticStorage(variable, type)
  }

  /// A static property gets its value at the first use.
  func initializeStatic(_ property: PropertyDecl, _ variable: Variable, _ own: Substitutions) throws {
    let storage = staticStorage(property, variable, own)
    if storage.isInitialized[0] != 0 { return }
    let done = builder.label()
    let depth = scope.count
    let mark = nextRegister
    let flag = try allocate(1)
    builder.emit(.loadGlobal, a: flag, word: Int(bitPattern: storage.isInitialized))
    builder.jump(.jumpIf, a: flag, to: done)
    if let initializer = property.initializer {
      let value = try call(FunctionRef(initializer, own), [])
      // The initialiser may have come back here by itself; the last value wins, as nothing better can be done.
      try store(value, to: .global(storage, offset: 0, storage.type, .strong))
    }
    emitConstant(flag, 1)
    builder.emit(.storeGlobal, a: flag, word: Int(bitPattern: storage.isInitialized))
    try pop(to: depth)
    nextRegister = mark
    builder.place(done)
  }

  func concrete(_ inner: Substitutions) -> Substitutions {
    Substitutions(inner.types.mapValues { Specialization.concrete($0, substitutions) })
  }
}

extension PropertyDecl {
  var isObserved: Bool { accessors.willSet != nil || accessors.didSet != nil }
}

extension NominalDecl {
  /// The place of a property among the stored ones of the type.
  func storedIndex(of property: PropertyDecl) -> Int? {
    properties.lazy.filter { $0.isStored && !$0.isStatic }.firstIndex { $0 === property }.map { _ in
      properties.filter { $0.isStored && !$0.isStatic }.firstIndex { $0 === property } ?? 0
    }
  }
}
