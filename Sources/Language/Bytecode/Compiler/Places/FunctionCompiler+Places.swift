/// Places: what can be read, written and passed inout.
extension FunctionCompiler {
  indirect enum Place {
    /// Words of the frame.
    case register(Int, RuntimeType, Ownership)
    /// Words at an address in a register; what holds them is kept alive.
    case memory(address: Int, offset: Int, RuntimeType, Ownership)
    case global(GlobalStorage, offset: Int, RuntimeType, Ownership)
    /// Read by one function and written by another. `modify` begins an access to what lies within a computed place, whose
    /// own access it begins first; without it the value is read, changed aside and written.
    case computed(
      RuntimeType, get: () throws -> Value, set: (Value) throws -> Void, modify: (() throws -> Access)? = nil)
    case discard(RuntimeType)

    var type: RuntimeType {
      switch self {
      case .register(_, let type, _), .memory(_, _, let type, _), .global(_, _, let type, _), .computed(let type, _, _, _),
        .discard(let type): type
      }
    }

    var ownership: Ownership {
      switch self {
      case .register(_, _, let ownership), .memory(_, _, _, let ownership), .global(_, _, _, let ownership): ownership
      case .computed, .discard: .strong
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

  /// Exclusive use of a place for the time of a call: its value lies at an address until `end` writes it back.
  struct Access {
    /// The register that holds the address.
    var address: Int
    var end: () throws -> Void
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
      return try unwrappedPlace(base, isChain: false) { self.builder.trap(isImplicit ? .unexpectedNilImplicit : .unexpectedNil) }
    case .chainValue(let base):
      guard let target = chainTargets.last else { throw Trap.unsupported("'?' outside of a chain") }
      return try unwrappedPlace(base, isChain: true) { self.builder.jump(self.exitLabel(target.label, depth: target.depth)) }
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

  func plainPlace(of variable: Variable, _ type: RuntimeType) throws -> Place {
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
  func checkInitialized(_ variable: Variable, _ storage: GlobalStorage) throws {
    if storage.isInitialized[0] != 0 || globalRegister(variable) != nil { return }
    builder.emit(
      .checkGlobal, i: builder.trapNumber(.usedBeforeInitialization(variable.name)))
    builder.append(word: Int(bitPattern: storage.isInitialized))
  }

  func part(of outer: Place, _ offset: Int, _ type: RuntimeType, _ ownership: Ownership = .strong) throws
    -> Place
  {
    if let part = outer.part(offset, type, ownership) { return part }
    guard case .computed(_, let get, _, _) = outer else { return .discard(type) }
    // Read the whole, change the part, write the whole.
    return .computed(
      type,
      get: {
        let whole = try get()
        return try self.extract(whole, offset, type)
      },
      set: { [unowned self] value in
        let whole = try access(outer)
        try store(value, to: .memory(address: whole.address, offset: offset, type, ownership))
        try whole.end()
      },
      modify: ownership == .strong ? { [unowned self] in try part(of: try access(outer), offset) } : nil)
  }

  /// The access to a part of what is accessed.
  func part(of whole: Access, _ offset: Int) throws -> Access {
    if offset == 0 { return whole }
    let register = try allocate(1)
    builder.emit(.offsetAddress, a: register, b: whole.address, c: offset)
    return Access(address: register, end: whole.end)
  }

  /// A part of an owned or borrowed value as a value of its own.
  func extract(_ whole: Value, _ offset: Int, _ type: RuntimeType) throws -> Value {
    let register = try allocate(type)
    emitCopy(register, whole.register + offset, type.layout)
    own(register, type.layout)
    return Value(register: register, type: type, isOwned: true)
  }

  /// The payload of an optional place; `onNil` is what happens without one.
  func unwrappedPlace(_ base: TypedExpr, isChain: Bool, onNil: @escaping () throws -> Void) throws -> Place {
    if case .subscriptAccess(let dictionary, let decl, _, let arguments) = base.kind, decl.addressor == "dictionary",
      let found = try dictionaryValuePlace(dictionary, arguments, onNil)
    {
      return found
    }
    var outer = try place(base)
    guard case .optional(let payload) = outer.type.kind else { return outer }
    if outer.ownership != .strong {
      // What a weak variable holds is changed as the object that it is.
      let register = try allocate(outer.type)
      load(outer, into: register)
      own(register, outer.type.layout)
      outer = .register(register, outer.type, .strong)
    }
    let isTagged = !payload.layout.hasNonNullFirstWord
    if case .computed(_, let get, let set, _) = outer {
      func unwrap(_ whole: Access) throws -> Access {
        let tag = try allocate(1)
        builder.emit(.load, a: tag, b: whole.address, c: 0)
        try jumpIfNil(tag, onNil)
        return try part(of: whole, isTagged ? 1 : 0)
      }
      if isForAccess, isChain {
        // What comes after `?` is only evaluated with a value at hand; without one the access ends at once.
        let whole = try access(outer)
        push(.access(end: whole.end, onTrap: false))
        return .memory(address: try unwrap(whole).address, offset: 0, payload, .strong)
      }
      let optional = outer.type
      let known = isForAccess ? nil : try get()
      if let known { try jumpIfNil(known.register, onNil) }
      return .computed(
        payload,
        get: {
          if let known { return try self.extract(known, isTagged ? 1 : 0, payload) }
          let whole = try get()
          try self.jumpIfNil(whole.register, onNil)
          return try self.extract(whole, isTagged ? 1 : 0, payload)
        },
        set: { value in
          let wrapped = try self.allocate(optional)
          try self.emitSome(wrapped, from: value.register, payload)
          if value.isOwned { self.disown(value.register) } else { self.emitRetain(wrapped, optional.layout) }
          self.own(wrapped, optional.layout)
          try set(Value(register: wrapped, type: optional, isOwned: true))
        }, modify: { try unwrap(try self.access(outer)) })
    }
    if isPlaceForCall, isReachable(outer, base) {
      let whole = try address(of: outer)
      let tag = try allocate(1)
      emitLoad(tag, whole, 0, 1)
      try jumpIfNil(tag, onNil)
      return try takeOut(payload, at: isTagged ? 1 : 0, of: outer.type, at: whole)
    }
    guard let tag = outer.part(0, machine.knownTypes.bool) else { return outer }
    let register = try allocate(1)
    loadWords(tag, 1, into: register)
    try jumpIfNil(register, onNil)
    return try part(of: outer, isTagged ? 1 : 0, payload)
  }

  func jumpIfNil(_ register: Int, _ onNil: () throws -> Void) throws {
    let isThere = builder.label()
    builder.jump(.jumpIf, a: register, to: isThere)
    try onNil()
    builder.place(isThere)
  }

  /// Whether other code may know a place too. A cell's own globals are words of its frame.
  func isReachable(_ place: Place, _ expression: TypedExpr) -> Bool {
    switch place {
    case .memory(_, _, _, .strong), .global(_, _, _, .strong): true
    case .register(_, _, .strong): TreeWalk.root(expression).map(isGlobal) ?? false
    default: false
    }
  }

  /// Whether an optional is unwrapped on the way to a place.
  func unwraps(_ place: TypedExpr) -> Bool {
    switch place.kind {
    case .chainValue, .forceUnwrap: true
    case .property(let base?, _, _, _, _), .subscriptAccess(let base, _, _, _), .tupleElement(let base, _), .applyKeyPath(let base, _):
      unwraps(base)
    default: false
    }
  }

  /// Whether a place is only there if something on the way to it is not nil.
  func hasChain(_ place: TypedExpr) -> Bool {
    switch place.kind {
    case .chainValue: true
    case .property(let base?, _, _, _, _), .subscriptAccess(let base, _, _, _), .tupleElement(let base, _), .forceUnwrap(let base, _),
      .applyKeyPath(let base, _): hasChain(base)
    default: false
    }
  }

  /// Whether reading and writing a place is more than moving words: it has accessors, or lies within one that has.
  func runsCode(_ place: TypedExpr) -> Bool {
    switch place.kind {
    case .variable(let variable): return variable.accessors != nil
    case .property(let base, let property, _, let isSuper, let isDirect):
      if property.isStatic { return !property.isStored || property.isObserved || property.accessors.get != nil }
      guard let base else { return true }
      let isClass = type(base.type).isClass
      let isPlain = property.isStored && (isDirect || !property.isObserved && !property.isLazy)
      let isVirtual = property.accessors.get != nil && isClass && !isSuper && !isDirect
      return !isPlain || isVirtual || !isClass && runsCode(base)
    case .subscriptAccess(let base, let decl, _, _):
      return decl.addressor != "array" && decl.addressor != "dictionaryDefault" || runsCode(base)
    case .tupleElement(let base, _), .forceUnwrap(let base, _), .chainValue(let base): return runsCode(base)
    default: return true
    }
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
}

extension Variable.Kind {
  var isInout: Bool {
    if case .inoutParameter = self { return true }
    return false
  }
}
