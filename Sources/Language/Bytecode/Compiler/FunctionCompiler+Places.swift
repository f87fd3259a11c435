/// Places: what can be read, written and passed inout.
extension FunctionCompiler {
  indirect enum Place {
    /// Words of the frame.
    case register(Int, RuntimeType, Ownership)
    /// Words at an address in a register; what holds them is kept alive.
    case memory(address: Int, offset: Int, RuntimeType, Ownership)
    case global(GlobalStorage, offset: Int, RuntimeType, Ownership)
    /// Read by one function and written by another.
    case computed(RuntimeType, get: () throws -> Value, set: (Value) throws -> Void)
    case discard(RuntimeType)

    var type: RuntimeType {
      switch self {
      case .register(_, let type, _), .memory(_, _, let type, _), .global(_, _, let type, _), .computed(let type, _, _),
        .discard(let type): type
      }
    }

    /// A part of a place that lies within its words.
    func part(_ offset: Int, _ type: RuntimeType, _ ownership: Ownership = .strong) -> Place? {
      switch self {
      case .register(let register, _, _): .register(register + offset, type, ownership)
      case .memory(let address, let base, _, _): .memory(address: address, offset: base + offset, type, ownership)
      case .global(let storage, let base, _, _): .global(storage, offset: base + offset, type, ownership)
      case .computed, .discard: nil
      }
    }
  }

  // MARK: From expressions

  func place(_ expression: TypedExpr) throws -> Place {
    switch expression.kind {
    case .variable(let variable): return try place(of: variable)
    case .property(let base, let property, let inner, let isSuper, let isDirect):
      return try propertyPlace(expression, base, property, inner, isSuper: isSuper, isDirect: isDirect)
    case .tupleElement(let base, let index):
      let outer = try place(base)
      guard case .tuple(let fields) = outer.type.kind, fields.indices.contains(index) else {
        throw Trap.unsupported("this element of a tuple")
      }
      return try part(of: outer, fields[index].offset, fields[index].type)
    case .forceUnwrap(let base, let isImplicit):
      return try unwrappedPlace(base) { self.builder.trap(isImplicit ? .unexpectedNilImplicit : .unexpectedNil) }
    case .chainValue(let base):
      guard let target = chainTargets.last else { throw Trap.unsupported("'?' outside of a chain") }
      return try unwrappedPlace(base) { self.builder.jump(self.exitLabel(target.label, depth: target.depth)) }
    case .subscriptAccess(let base, let subscriptDecl, let inner, let arguments):
      return try subscriptPlace(expression, base, subscriptDecl, inner, arguments)
    case .applyKeyPath(let base, let path): return try keyPathPlace(expression, base, path)
    case .discard: return .discard(type(expression.type))
    default:
      // Not a place in Swift's sense: a value that only the access sees.
      let register = try allocate(type(expression.type))
      try emit(expression, into: register)
      own(register, type(expression.type).layout)
      return .register(register, type(expression.type), .strong)
    }
  }

  func place(of variable: Variable) throws -> Place {
    let type = type(variable.type)
    if let accessors = variable.accessors, decl !== accessors.willSet, decl !== accessors.didSet {
      return try observed(variable, accessors, type)
    }
    return try plainPlace(of: variable, type)
  }

  private func plainPlace(of variable: Variable, _ type: RuntimeType) throws -> Place {
    switch try storage(of: variable) {
    case .register(let register): return .register(register, type, variable.ownership)
    case .box(let register):
      return .memory(address: register, offset: ObjectHeader.words, type, variable.ownership)
    case .address(let register): return .memory(address: register, offset: 0, type, .strong)
    case .global(let storage):
      try checkInitialized(variable, storage)
      return .global(storage, offset: 0, type, variable.ownership)
    case .operand(let value): return .register(value.register, value.type, .strong)
    case .place(let place): return place
    case .constant(let literal):
      let register = try allocate(type)
      try emit(literal, into: register)
      return .register(register, type, .strong)
    }
  }

  func storage(of variable: Variable) throws -> Storage {
    if let known = storages[variable] { return known }
    if isGlobal(variable) { return .global(globalStorage(of: variable)) }
    throw Trap.message("'\(variable.name)' cannot be reached from here")
  }

  func globalStorage(of variable: Variable) -> GlobalStorage {
    if let known = machine.globals[ObjectIdentifier(variable)] { return known }
    let type = types.runtimeType(Specialization.concrete(variable.type, substitutions))
    let storage = GlobalStorage(type: type, layout: variable.ownership == .strong ? type.layout : WeakCell.layout)
    machine.globals[ObjectIdentifier(variable)] = storage
    machine.keepAlive.append(variable)
    return storage
  }

  /// A function may run before the declaration of a global that it uses has, and a cell after one that stopped before
  /// its declarations.
  private func checkInitialized(_ variable: Variable, _ storage: GlobalStorage) throws {
    if storage.isInitialized[0] != 0 || globalRegister(variable) != nil { return }
    builder.emit(
      .checkGlobal, i: builder.trapNumber(.usedBeforeInitialization(variable.name)))
    builder.append(word: Int(bitPattern: storage.isInitialized))
  }

  private func part(of outer: Place, _ offset: Int, _ type: RuntimeType, _ ownership: Ownership = .strong) throws
    -> Place
  {
    if let part = outer.part(offset, type, ownership) { return part }
    guard case .computed(_, let get, let set) = outer else { return .discard(type) }
    // Read the whole, change the part, write the whole.
    return .computed(
      type,
      get: {
        let whole = try get()
        return try self.extract(whole, offset, type)
      },
      set: { value in
        let whole = try get()
        let inner = Place.register(whole.register + offset, type, ownership)
        try self.store(value, to: inner)
        try set(whole)
      })
  }

  /// A part of an owned or borrowed value as a value of its own.
  private func extract(_ whole: Value, _ offset: Int, _ type: RuntimeType) throws -> Value {
    let register = try allocate(type)
    emitCopy(register, whole.register + offset, type.layout)
    own(register, type.layout)
    return Value(register: register, type: type, isOwned: true)
  }

  /// The payload of an optional place; `onNil` is what happens without one.
  private func unwrappedPlace(_ base: TypedExpr, onNil: @escaping () throws -> Void) throws -> Place {
    if case .subscriptAccess(let dictionary, let decl, _, let arguments) = base.kind, decl.addressor == "dictionary",
      let found = try dictionaryValuePlace(dictionary, arguments, onNil)
    {
      return found
    }
    let outer = try place(base)
    guard case .optional(let payload) = outer.type.kind else { return outer }
    let isTagged = !payload.layout.hasNonNullFirstWord
    if case .computed(_, let get, let set) = outer {
      let whole = try get()
      try jumpIfNil(whole.register, onNil)
      let optional = outer.type
      return .computed(
        payload, get: { try self.extract(whole, isTagged ? 1 : 0, payload) },
        set: { value in
          let wrapped = try self.allocate(optional)
          try self.emitSome(wrapped, from: value.register, payload)
          if value.isOwned { self.disown(value.register) } else { self.emitRetain(wrapped, optional.layout) }
          self.own(wrapped, optional.layout)
          try set(Value(register: wrapped, type: optional, isOwned: true))
        })
    }
    guard let tag = outer.part(0, machine.knownTypes.bool) else { return outer }
    let register = try allocate(1)
    loadWords(tag, 1, into: register)
    try jumpIfNil(register, onNil)
    return try part(of: outer, isTagged ? 1 : 0, payload)
  }

  private func jumpIfNil(_ register: Int, _ onNil: () throws -> Void) throws {
    let isThere = builder.label()
    builder.jump(.jumpIf, a: register, to: isThere)
    try onNil()
    builder.place(isThere)
  }

  // MARK: Properties

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

  private func propertyPlace(
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
      return computedPlace(expression, base, property, own, isSuper: isSuper)
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
    return computedPlace(expression, base, property, own, isSuper: isSuper)
  }

  private func storedPlace(_ base: TypedExpr, _ baseType: RuntimeType, _ field: RuntimeType.Field) throws -> Place {
    if baseType.isClass {
      // While a call has the address, nobody may let the object go.
      let object = isPlaceForCall ? try heldOperand(base) : try operand(base)
      return .memory(
        address: object.register, offset: ObjectHeader.words + field.offset, field.type, field.ownership)
    }
    return try part(of: try place(base), field.offset, field.type, field.ownership)
  }

  /// A value that stays alive through a call, whatever the call does to variables.
  func heldOperand(_ expression: TypedExpr) throws -> Value {
    if let borrowed = try borrow(expression, before: [], duringCall: true) { return borrowed }
    let type = type(expression.type)
    let register = try allocate(type)
    try emit(expression, into: register)
    own(register, type.layout)
    return Value(register: register, type: type, isOwned: true)
  }

  /// The base of an accessor call, evaluated once for both get and set.
  private func accessorBase(_ base: TypedExpr?) throws -> TypedExpr? {
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

  func isPlace(_ expression: TypedExpr) -> Bool {
    switch expression.kind {
    case .variable(let variable): !variable.isLet || variable.kind.isInout
    case .property(let base, let property, _, _, _): !property.isLet && (base.map { isPlace($0) || type($0.type).isClass } ?? true)
    case .subscriptAccess(let base, let decl, _, _): decl.accessors.set != nil && (isPlace(base) || type(base.type).isClass)
    case .tupleElement(let base, _), .forceUnwrap(let base, _), .chainValue(let base): isPlace(base)
    case .applyKeyPath: true
    default: false
    }
  }

  private func computedPlace(
    _ expression: TypedExpr, _ base: TypedExpr?, _ property: PropertyDecl, _ own: Substitutions, isSuper: Bool
  ) -> Place {
    var held: TypedExpr?
    let result = type(expression.type)
    let hold = { [unowned self] in
      if held == nil { held = try accessorBase(base) }
      return held
    }
    return .computed(
      result,
      get: { [unowned self] in
        guard let getter = property.accessors.get else { throw Trap.unsupported("reading '\(property.name)'") }
        return try callAccessor(getter, own, try hold(), [], isSuper: isSuper, result: expression.type)
      },
      set: { [unowned self] value in
        guard let setter = property.accessors.set else { throw Trap.unsupported("writing '\(property.name)'") }
        _ = try callAccessor(setter, own, try hold(), [.value(held: value)], isSuper: isSuper, result: .void)
      })
  }

  /// A value in registers as an argument.
  func heldExpression(_ value: Value, _ type: Type, _ range: SourceRange) -> TypedExpr {
    let variable = Variable(name: "value", range: range, type: type, isLet: true, kind: .local)
    storages[variable] = .operand(value)
    return TypedExpr(.variable(variable), type: type, range: range)
  }

  enum AccessorArgument {
    case value(held: Value)
    case argument(TypedArgument)
  }

  /// Calls a getter or setter: `self` (a place where the accessor changes it), the arguments.
  func callAccessor(
    _ accessor: FunctionDecl, _ own: Substitutions, _ base: TypedExpr?, _ arguments: [AccessorArgument], isSuper: Bool,
    result: Type
  ) throws -> Value {
    var list: [TypedArgument] = []
    if let base, accessor.selfVariable != nil {
      let changesSelf = accessor.selfVariable?.kind.isInout == true || accessor.isMutating
      list.append(changesSelf ? .inoutArgument(base) : .value(base))
    }
    for argument in arguments {
      switch argument {
      case .value(let value): list.append(.value(heldExpression(value, value.type.type, builder.range ?? decl.range)))
      case .argument(let argument): list.append(argument)
      }
    }
    return try call(FunctionRef(accessor, own), list, dispatch: dispatch(accessor, isSuper: isSuper), resultType: result)
  }

  func dispatch(_ function: FunctionDecl, isSuper: Bool) -> Dispatch {
    guard let parent = function.parent else { return .direct }
    if parent.isProtocol, case .requirement = function.body { return .witness }
    if parent.isClass, !isSuper, !function.isStatic, !function.isFinal { return .virtual }
    return .direct
  }

  // MARK: Lazy, observed and static properties

  private func lazyPlace(
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


  private func observedPlace(
    _ base: TypedExpr, _ baseType: RuntimeType, _ property: PropertyDecl, _ field: RuntimeType.Field,
    _ own: Substitutions
  ) throws -> Place {
    let held = try accessorBase(base) ?? base
    let storage = try storedPlace(held, baseType, field)
    return observedPlace(
      storage, property.accessors, held, own, type: field.type)
  }

  /// Observers run round each write; `didSet` sees the old value where it asks for it.
  private func observedPlace(
    _ storage: Place, _ accessors: Accessors, _ base: TypedExpr?, _ own: Substitutions, type: RuntimeType
  ) -> Place {
    .computed(
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
      })
  }

  /// A variable with accessors of its own: computed, or stored with observers.
  private func observed(_ variable: Variable, _ accessors: Accessors, _ type: RuntimeType) throws -> Place {
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

  private func staticPlace(_ property: PropertyDecl, _ variable: Variable, _ own: Substitutions) throws -> Place {
    let storage = staticStorage(property, variable, own)
    let plain = Place.global(storage, offset: 0, storage.type, .strong)
    if property.isObserved { return observedPlace(plain, property.accessors, nil, own, type: storage.type) }
    return plain
  }

  private func staticStorage(_ property: PropertyDecl, _ variable: Variable, _ own: Substitutions) -> GlobalStorage {
    let type = types.runtimeType(Specialization.concrete(property.type, own))
    return machine.staticStorage(variable, type)
  }

  /// A static property gets its value at the first use.
  private func initializeStatic(_ property: PropertyDecl, _ variable: Variable, _ own: Substitutions) throws {
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

  // MARK: Subscripts

  private func subscriptPlace(
    _ expression: TypedExpr, _ base: TypedExpr, _ decl: SubscriptDecl, _ inner: Substitutions,
    _ arguments: [TypedArgument]
  ) throws -> Place {
    let own = concrete(inner)
    let element = type(expression.type)
    if decl.addressor == "array", case .value(let index)? = arguments.first {
      return try arrayElementPlace(base, index, element)
    }
    if decl.addressor == "dictionaryDefault", arguments.count == 2, case .value(let key) = arguments[0] {
      return try dictionaryDefaultPlace(base, key, arguments[1], element)
    }
    // Base and arguments are evaluated once for both accessors.
    let held = try accessorBase(base)
    var values: [AccessorArgument] = []
    for argument in arguments {
      guard case .value(let value) = argument else {
        values.append(.argument(argument))
        continue
      }
      let register = try allocate(type(value.type))
      try emit(value, into: register)
      self.own(register, type(value.type).layout)
      values.append(.value(held: Value(register: register, type: type(value.type))))
    }
    return .computed(
      element,
      get: { [unowned self] in
        guard let getter = decl.accessors.get else { throw Trap.unsupported("reading this subscript") }
        return try callAccessor(getter, own, held, values, isSuper: false, result: expression.type)
      },
      set: { [unowned self] value in
        guard let setter = decl.accessors.set else { throw Trap.unsupported("writing this subscript") }
        _ = try callAccessor(setter, own, held, values + [.value(held: value)], isSuper: false, result: .void)
      })
  }

  private func arrayElementPlace(_ base: TypedExpr, _ index: TypedExpr, _ element: RuntimeType) throws -> Place {
    let arrayType = type(base.type)
    let outer = try place(base)
    if case .computed(_, let get, let set) = outer {
      // Take the array out, change the element, put it back.
      let position = try operandRegister(index)
      return .computed(
        element,
        get: { [unowned self] in
          let array = try get()
          let register = try allocate(element)
          emitArrayGet(register, array.register, position, element.layout)
          own(register, element.layout)
          return Value(register: register, type: element, isOwned: true)
        },
        set: { [unowned self] value in
          let array = try get()
          let slot = try allocate(1)
          builder.emit(.frameAddress, a: slot, b: array.register)
          let address = try allocate(1)
          builder.emit(.arrayElementAddress, a: address, b: slot, c: position, word: Int(bitPattern: arrayType.pointer))
          try store(value, to: .memory(address: address, offset: 0, element, .strong))
          try set(array)
        })
    }
    let slot = try address(of: outer)
    let position = try operandRegister(index)
    return elementPlace(slot, position, arrayType, element)
  }

  /// The element is looked up when it is accessed, since the index is evaluated long before.
  private func elementPlace(_ slot: Int, _ position: Int, _ arrayType: RuntimeType, _ element: RuntimeType) -> Place {
    let register = (try? allocate(1)) ?? 0
    builder.emit(.arrayElementAddress, a: register, b: slot, c: position, word: Int(bitPattern: arrayType.pointer))
    if isPlaceForCall, let held = try? allocate(1) {
      // The buffer outlives the access even if the call replaces the array.
      builder.emit(.loadRetain, a: held, b: slot, c: 0)
      own(held, .reference)
    }
    return .memory(address: register, offset: 0, element, .strong)
  }

  func emitArrayGet(_ register: Int, _ array: Int, _ index: Int, _ layout: Layout) {
    if layout.words == 1, layout.isTrivial {
      builder.emit(.arrayGet, a: register, b: array, c: index)
    } else if layout.isSingleReference {
      builder.emit(.arrayGetReference, a: register, b: array, c: index)
    } else {
      builder.emit(.arrayGetValue, a: register, b: array, c: index, word: builder.pointer(layout))
    }
  }

  private func dictionaryDefaultPlace(
    _ base: TypedExpr, _ key: TypedExpr, _ fallback: TypedArgument, _ element: RuntimeType
  ) throws -> Place {
    let dictionary = type(base.type)
    guard case .dictionary(let keyType, _) = dictionary.kind, case .value(let closure) = fallback else {
      throw Trap.unsupported("this subscript")
    }
    let slot = try address(of: try place(base))
    let keyRegister = try allocate(keyType)
    try emit(key, into: keyRegister)
    own(keyRegister, keyType.layout)
    // The address of the value, if the key is there.
    let address = try allocate(1)
    let found = builder.label()
    try emitNative("dictionary.address", DictionaryNatives.address, [(dictionary, true, slot), (keyType, false, keyRegister)], machine.knownTypes.int, into: address)
    builder.jump(.jumpIf, a: address, to: found)
    let depth = scope.count
    let mark = nextRegister
    let value = try autoclosureValue(closure)
    try emitNative(
      "dictionary.insert", DictionaryNatives.insert,
      [(dictionary, true, slot), (keyType, false, keyRegister), (element, false, value.register)], machine.knownTypes.int,
      into: address)
    try pop(to: depth)
    nextRegister = mark
    builder.place(found)
    return .memory(address: address, offset: 0, element, .strong)
  }

  /// `d[k]!` and `d[k]?` as places reach the value in the table.
  private func dictionaryValuePlace(_ base: TypedExpr, _ arguments: [TypedArgument], _ onNil: () throws -> Void) throws
    -> Place?
  {
    let dictionary = type(base.type)
    guard case .dictionary(let keyType, let value) = dictionary.kind, arguments.count == 1,
      case .value(let key) = arguments[0], isPlace(base)
    else { return nil }
    let slot = try address(of: try place(base))
    let keyRegister = try allocate(keyType)
    try emit(key, into: keyRegister)
    own(keyRegister, keyType.layout)
    let address = try allocate(1)
    try emitNative("dictionary.address", DictionaryNatives.address, [(dictionary, true, slot), (keyType, false, keyRegister)], machine.knownTypes.int, into: address)
    try jumpIfNil(address, onNil)
    return .memory(address: address, offset: 0, value, .strong)
  }

  // MARK: Access

  private func loadWords(_ place: Place, _ words: Int, into register: Int) {
    if words == 0 { return }
    switch place {
    case .register(let source, _, _): emitMove(register, source, words)
    case .memory(let address, let offset, _, _): emitLoad(register, address, offset, words)
    case .global(let storage, let offset, _, _):
      if words == 1 {
        builder.emit(.loadGlobal, a: register, word: Int(bitPattern: storage.words + offset))
      } else {
        let address = (try? allocate(1)) ?? register
        emitConstant(address, Int(bitPattern: storage.words + offset))
        emitLoad(register, address, 0, words)
      }
    case .computed, .discard: break
    }
  }

  /// Words from memory, as many as there are; one instruction moves at most 255.
  func emitLoad(_ register: Int, _ address: Int, _ offset: Int, _ words: Int) {
    if words == 1 { return builder.emit(.load, a: register, b: address, c: offset) }
    for start in stride(from: 0, to: words, by: 255) {
      builder.emit(.loadWords, x: min(255, words - start), a: register + start, b: address, c: offset + start)
    }
  }

  /// Words to memory.
  func emitStore(_ address: Int, _ offset: Int, _ register: Int, _ words: Int) {
    if words == 1 { return builder.emit(.store, a: address, b: register, c: offset) }
    for start in stride(from: 0, to: words, by: 255) {
      builder.emit(.storeWords, x: min(255, words - start), a: address, b: register + start, c: offset + start)
    }
  }

  /// A copy of a place's value; of a computed one see `read`.
  func load(_ place: Place, into register: Int) {
    let layout = place.type.layout
    switch place {
    case .register(let source, _, .strong): emitCopy(register, source, layout)
    case .memory(let address, let offset, _, .strong) where layout.isSingleReference:
      builder.emit(.loadRetain, a: register, b: address, c: offset)
    case .register(_, _, let ownership), .memory(_, _, _, let ownership), .global(_, _, _, let ownership):
      if ownership == .strong {
        loadWords(place, layout.words, into: register)
        emitRetain(register, layout)
      } else {
        loadWords(place, 1, into: register)
        builder.emit(ownership == .weak ? .loadWeak : .loadUnowned, a: register, b: register)
      }
    case .computed, .discard: break
    }
  }

  /// The value of a place, owned.
  func read(_ place: Place, into register: Int) throws {
    if case .computed(_, let get, _) = place {
      try scoped {
        let value = try get()
        try moveOrCopy(value, into: register)
      }
    } else {
      load(place, into: register)
    }
  }

  /// The value goes to `register`, which owns it but is not on the list yet.
  func moveOrCopy(_ value: Value, into register: Int) throws {
    if value.isOwned {
      emitMove(register, value.register, value.type.layout.words)
      disown(value.register)
    } else {
      emitCopy(register, value.register, value.type.layout)
    }
  }

  /// Writes a value; what was there is destroyed afterwards.
  func store(_ value: Value, to place: Place, initializing: Bool = false) throws {
    switch place {
    case .computed(_, _, let set): try set(value)
    case .discard: break
    default:
      let layout = value.type.layout
      if layout.isTrivial || value.isOwned {
        if value.isOwned { disown(value.register) }
        store(owned: value.register, to: place)
      } else {
        let copy = try allocate(value.type)
        emitCopy(copy, value.register, layout)
        store(owned: copy, to: place)
      }
    }
  }

  /// Moves a value from registers, which no longer own it, into a place.
  func store(owned register: Int, to place: Place) {
    let layout = place.type.layout
    switch place {
    case .register(let target, _, let ownership):
      if ownership != .strong {
        storeCell(register, to: place)
      } else if layout.isTrivial {
        emitMove(target, register, layout.words)
      } else {
        // Out first: the end of the old value may run code that looks at the variable.
        let old = (try? allocate(layout.words)) ?? 0
        emitMove(old, target, layout.words)
        emitMove(target, register, layout.words)
        emitDestroy(old, layout)
      }
    case .memory(let address, let offset, _, let ownership):
      if ownership != .strong {
        storeCell(register, to: place)
      } else if layout.isSingleReference {
        builder.emit(.storeReference, a: address, b: register, c: offset)
      } else if layout.isTrivial {
        emitStore(address, offset, register, layout.words)
      } else {
        let old = (try? allocate(layout.words)) ?? 0
        emitLoad(old, address, offset, layout.words)
        emitStore(address, offset, register, layout.words)
        emitDestroy(old, layout)
      }
    case .global(let storage, let offset, let type, let ownership):
      if ownership == .strong, layout.words == 1, layout.isTrivial {
        builder.emit(.storeGlobal, a: register, word: Int(bitPattern: storage.words + offset))
      } else {
        let address = (try? allocate(1)) ?? 0
        emitConstant(address, Int(bitPattern: storage.words + offset))
        store(owned: register, to: .memory(address: address, offset: 0, type, ownership))
      }
    case .computed, .discard: break
    }
  }

  /// Weak and unowned: the place gets the cell of the object, the strong reference ends.
  private func storeCell(_ register: Int, to place: Place) {
    let cell = (try? allocate(1)) ?? 0
    builder.emit(.makeWeak, a: cell, b: register)
    builder.emit(.release, a: register)
    switch place {
    case .register(let target, _, _):
      let old = (try? allocate(1)) ?? 0
      emitMove(old, target, 1)
      emitMove(target, cell, 1)
      builder.emit(.release, a: old)
    case .memory(let address, let offset, _, _): builder.emit(.storeReference, a: address, b: cell, c: offset)
    default: break
    }
  }

  /// The address of a place's words in a register.
  func address(of place: Place) throws -> Int {
    switch place {
    case .register(let source, _, _):
      let register = try allocate(1)
      builder.emit(.frameAddress, a: register, b: source)
      return register
    case .memory(let address, let offset, _, _):
      if offset == 0 { return address }
      let register = try allocate(1)
      builder.emit(.offsetAddress, a: register, b: address, c: offset)
      return register
    case .global(let storage, let offset, _, _):
      let register = try allocate(1)
      emitConstant(register, Int(bitPattern: storage.words + offset))
      return register
    case .computed, .discard: throw Trap.unsupported("the address of a computed value")
    }
  }

  /// The address to pass for an inout argument, and what to do after the call.
  func inoutAddress(_ expression: TypedExpr, forCall: Bool = true) throws
    -> (register: Int, writeback: (() throws -> Void)?)
  {
    let outer = isPlaceForCall
    isPlaceForCall = forCall
    defer { isPlaceForCall = outer }
    let target = try place(expression)
    switch target {
    case .computed(let type, let get, let set):
      let register = try allocate(type)
      let value = try get()
      try moveOrCopy(value, into: register)
      own(register, type.layout)
      let address = try allocate(1)
      builder.emit(.frameAddress, a: address, b: register)
      return (
        address,
        { [unowned self] in
          // The setter gets a copy: a failure in it must leave the value with its owner.
          try set(Value(register: register, type: type))
          _ = self
        }
      )
    case .discard(let type):
      let register = try allocate(type)
      emitZero(register, type.layout.words)
      let address = try allocate(1)
      builder.emit(.frameAddress, a: address, b: register)
      return (address, nil)
    case .register(_, let type, let ownership), .memory(_, _, let type, let ownership), .global(_, _, let type, let ownership):
      if ownership == .strong { return (try address(of: target), nil) }
      let register = try allocate(type)
      load(target, into: register)
      own(register, type.layout)
      let address = try allocate(1)
      builder.emit(.frameAddress, a: address, b: register)
      return (address, { [unowned self] in try store(Value(register: register, type: type), to: target) })
    }
  }
}

extension Variable.Kind {
  var isInout: Bool {
    if case .inoutParameter = self { return true }
    return false
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
