/// Places that subscripts reach: those of the library's collections within their storage, others by their accessors.
extension FunctionCompiler {
  func subscriptPlace(
    _ expression: TypedExpr, _ base: TypedExpr, _ decl: SubscriptDecl, _ inner: Substitutions,
    _ arguments: [TypedArgument]
  ) throws -> Place {
    let own = concrete(inner)
    let element = type(expression.type)
    if decl.addressor == "array", case .value(let index)? = arguments.first {
      return try arrayElementPlace(base, index, element)
    }
    if decl.addressor == "dictionaryDefault", arguments.count == 2, case .value(let key) = arguments[0], !runsCode(base) {
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
      },
      modify: isForAccess
        ? { [unowned self] in
          try accessThroughAccessors(decl.accessors, own, held, values, isSuper: false, element, expression.type)
        } : nil)
  }

  func arrayElementPlace(_ base: TypedExpr, _ index: TypedExpr, _ element: RuntimeType) throws -> Place {
    let arrayType = type(base.type)
    let outer = try place(base)
    if case .computed(_, let get, _, _) = outer {
      // Take the array out, change the element, put it back.
      let position = try allocate(1)
      try emit(index, into: position)
      func inner(of whole: Access) throws -> Access {
        let address = try allocate(1)
        builder.emit(.arrayElementAddress, a: address, b: whole.address, c: position, word: Int(bitPattern: arrayType.pointer))
        return Access(address: address, end: whole.end)
      }
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
          let whole = try inner(of: try access(outer))
          try store(value, to: .memory(address: whole.address, offset: 0, element, .strong))
          try whole.end()
        }, modify: { [unowned self] in try inner(of: try access(outer)) })
    }
    let slot = try address(of: outer)
    let position = try operandRegister(index)
    return elementPlace(slot, position, arrayType, element)
  }

  /// The element is looked up when it is accessed, since the index is evaluated long before.
  func elementPlace(_ slot: Int, _ position: Int, _ arrayType: RuntimeType, _ element: RuntimeType) -> Place {
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

  func dictionaryDefaultPlace(
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
    try hold(slot)
    return .memory(address: address, offset: 0, element, .strong)
  }

  /// `d[k]!` and `d[k]?` as places reach the value in the table.
  func dictionaryValuePlace(_ base: TypedExpr, _ arguments: [TypedArgument], _ onNil: () throws -> Void) throws
    -> Place?
  {
    let dictionary = type(base.type)
    guard case .dictionary(let keyType, let value) = dictionary.kind, arguments.count == 1,
      case .value(let key) = arguments[0], isPlace(base), !runsCode(base)
    else { return nil }
    let slot = try address(of: try place(base))
    let keyRegister = try allocate(keyType)
    try emit(key, into: keyRegister)
    own(keyRegister, keyType.layout)
    let address = try allocate(1)
    try emitNative("dictionary.address", DictionaryNatives.address, [(dictionary, true, slot), (keyType, false, keyRegister)], machine.knownTypes.int, into: address)
    try jumpIfNil(address, onNil)
    try hold(slot)
    return .memory(address: address, offset: 0, value, .strong)
  }

  /// What an element's address points into outlives a call, even if the call replaces it.
  private func hold(_ slot: Int) throws {
    guard isPlaceForCall else { return }
    let held = try allocate(1)
    builder.emit(.loadRetain, a: held, b: slot, c: 0)
    own(held, .reference)
  }
}
