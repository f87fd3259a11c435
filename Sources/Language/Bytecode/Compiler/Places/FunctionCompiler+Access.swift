/// What is done to a place: reading, writing, its address for an inout argument.
extension FunctionCompiler {
  func loadWords(_ place: Place, _ words: Int, into register: Int) {
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
        emitLoadCell(register, layout, ownership)
      }
    case .computed, .discard: break
    }
  }

  /// The value of a place, owned.
  func read(_ place: Place, into register: Int) throws {
    if case .computed(_, let get, _, _) = place {
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
    case .computed(_, _, let set, _): try set(value)
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

  /// The object of the cell in a register, in its place; of `any P` its class comes before it.
  private func emitLoadCell(_ register: Int, _ layout: Layout, _ ownership: Ownership) {
    let object = register + layout.words - 1
    builder.emit(ownership == .weak ? .loadWeak : .loadUnowned, a: object, b: register)
    guard layout.words > 1 else { return }
    let end = builder.label()
    emitConstant(register, 0)
    builder.jump(.jumpIfNot, a: object, to: end)
    builder.emit(.load, a: register, b: object, c: 1)
    builder.place(end)
  }

  /// The cell of an object, or of the one within `any P`, whose strong reference ends.
  func emitMakeCell(_ cell: Int, of register: Int, _ layout: Layout) {
    builder.emit(.makeWeak, a: cell, b: register + layout.words - 1)
    builder.emit(.release, a: register + layout.words - 1)
  }

  /// Weak and unowned: the place gets the cell of the object, the strong reference ends.
  func storeCell(_ register: Int, to place: Place) {
    let cell = (try? allocate(1)) ?? 0
    emitMakeCell(cell, of: register, place.type.layout)
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

  /// The place of an argument that is changed, for the time of a call or of one operation.
  func accessedPlace(_ expression: TypedExpr, forCall: Bool = true) throws -> Place {
    let outer = (isPlaceForCall, isForAccess)
    (isPlaceForCall, isForAccess) = (forCall, true)
    defer { (isPlaceForCall, isForAccess) = outer }
    return try place(expression)
  }

  /// Whether an access to a place has an end: reading and writing it run code.
  func hasEnd(_ place: Place) -> Bool {
    switch place {
    case .computed: true
    default: place.ownership != .strong
    }
  }

  /// Begins an access to a place.
  func access(_ place: Place) throws -> Access {
    switch place {
    case .computed(_, _, _, let modify?): return try modify()
    case .computed(let type, let get, let set, nil):
      let register = try allocate(type)
      try moveOrCopy(try get(), into: register)
      // The setter gets a copy: a failure in it must leave the value with its owner.
      return try access(aside: register, type) { try set(Value(register: register, type: type)) }
    case .discard(let type):
      let register = try allocate(type)
      emitZero(register, type.layout.words)
      return Access(address: try address(of: .register(register, type, .strong)), end: {})
    case .register(_, let type, let ownership), .memory(_, _, let type, let ownership), .global(_, _, let type, let ownership):
      if ownership == .strong { return Access(address: try address(of: place), end: {}) }
      let register = try allocate(type)
      load(place, into: register)
      return try access(aside: register, type) { [unowned self] in try store(Value(register: register, type: type), to: place) }
    }
  }

  /// An access to a value in registers of its own.
  func access(aside register: Int, _ type: RuntimeType, end: @escaping () throws -> Void) throws -> Access {
    own(register, type.layout)
    let address = try allocate(1)
    builder.emit(.frameAddress, a: address, b: register)
    return Access(address: address, end: end)
  }

  /// Begins an access that ends when `endAccesses` or the scope does, or an error leaves it.
  func beginAccess(_ place: Place) throws -> Int {
    let access = try access(place)
    if hasEnd(place) { push(.access(end: access.end, onTrap: false)) }
    return access.address
  }

  /// The payload of an optional that others can reach is taken out for the time of a call, and put back in any case: code
  /// that sets the whole to nil meanwhile must not take the value from under the call.
  func takeOut(_ payload: RuntimeType, at offset: Int, of optional: RuntimeType, at whole: Int) throws -> Place {
    let taken = try allocate(payload)
    emitLoad(taken, whole, offset, payload.layout.words)
    let none = try allocate(optional)
    emitZero(none, optional.layout.words)
    emitStore(whole, 0, none, optional.layout.words)
    push(
      .access(
        end: { [unowned self] in
          let wrapped = try allocate(optional)
          try emitSome(wrapped, from: taken, payload)
          store(owned: wrapped, to: .memory(address: whole, offset: 0, optional, .strong))
        }, onTrap: true))
    let address = try allocate(1)
    builder.emit(.frameAddress, a: address, b: taken)
    return .memory(address: address, offset: 0, payload, .strong)
  }

  /// The same for an existential, whose words mean something else once another type's value is there: for the time of the
  /// call `()` stands in its place, which meets no requirement. Gives the register that holds the new address.
  func takeOut(_ existential: RuntimeType, at whole: Int) throws -> Int {
    let taken = try allocate(existential)
    emitLoad(taken, whole, 0, existential.layout.words)
    let nothing = try allocate(existential)
    emitConstant(nothing, Int(bitPattern: types.runtimeType(.void).pointer))
    emitConstant(nothing + 1, 0)
    emitStore(whole, 0, nothing, existential.layout.words)
    push(
      .access(
        end: { [unowned self] in
          store(owned: taken, to: .memory(address: whole, offset: 0, existential, .strong))
        }, onTrap: true))
    let address = try allocate(1)
    builder.emit(.frameAddress, a: address, b: taken)
    return address
  }

  /// Ends the accesses that began since, the last one first.
  func endAccesses(since depth: Int) throws {
    let items = scope.suffix(from: min(depth, scope.count))
    var isAny = false
    for case .access(let end, _) in items.reversed().map(\.kind) {
      isAny = true
      try end()
    }
    guard isAny, let first = items.first else { return }
    // An error that comes later must not end them again.
    let later = scope.suffix(from: depth)
    builder.cleanup = first.outer
    scope.removeSubrange(depth...)
    for item in later {
      switch item.kind {
      case .value: push(item.kind)
      case .access: break
      case .deferred, .handler: scope.append(item)
      }
    }
  }
}
