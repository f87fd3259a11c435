/// Functions without source: wrappers round intrinsics and natives, and what the language makes for a type.
extension FunctionCompiler {
  /// An intrinsic or native as a function of its own, for witnesses and function values.
  func compileWrapper() throws {
    var arguments: [TypedArgument] = []
    for parameter in instance.parameters {
      guard let variable = parameter.variable else { continue }
      let expression = TypedExpr(.variable(variable), type: variable.type, range: decl.range)
      arguments.append(parameter.isInout ? .inoutArgument(expression) : .value(expression))
    }
    guard try emitIntrinsic(instance.reference, arguments, into: 0) else {
      throw Trap.unsupported("'\(instance.name)' as a value")
    }
    builder.emit(.returnCall)
  }

  func compileSynthesis(_ synthesis: FunctionDecl.Synthesis) throws {
    switch synthesis {
    case .memberwiseInit, .defaultInit: try compileMemberwise()
    case .storedGet: try compileStoredGet()
    case .storedSet: try compileStoredSet()
    case .equals, .lessThan, .hash, .allCases, .rawValueGet, .rawValueInit, .hashValue, .codingDescription:
      let native = try SynthesizedNatives.function(synthesis, instance, machine)
      let signature = nativeSignature(instance.reference, instance)
      // The frame is laid out as the native expects it.
      let site = NativeSite(native, signature, place: 0)
      builder.emit(.callNative, a: 0, word: builder.pointer(site))
    }
    builder.emit(.returnCall)
  }

  private func compileMemberwise() throws {
    guard let selfVariable = decl.selfVariable else { throw Trap.unsupported("this initialiser") }
    let selfType = type(selfVariable.type)
    guard case .nominal(let nominal, let arguments) = selfType.type else { throw Trap.unsupported("this initialiser") }
    let inner = Specialization.substitutions(nominal, arguments)
    if !selfType.isClass {
      emitZero(0, selfType.layout.words)
      storages[selfVariable] = .register(0)
      own(0, selfType.layout)
    }
    for property in nominal.properties where property.isStored && !property.isStatic {
      let parameter = decl.parameters.first { $0.variable.name == property.name }
      if property.isLazy && parameter == nil { continue }
      let target = try fieldPlace(property, of: selfVariable, selfType)
      try scoped {
        if let parameter {
          let place = try self.place(of: parameter.variable)
          let register = try allocate(place.type)
          load(place, into: register)
          self.own(register, place.type.layout)
          var value = Value(register: register, type: place.type, isOwned: !place.type.layout.isTrivial)
          if case .optional(let payload) = target.type.kind, property.isLazy, payload === place.type {
            let wrapped = try allocate(target.type)
            try emitSome(wrapped, from: register, payload)
            if value.isOwned { disown(register) }
            own(wrapped, target.type.layout)
            value = Value(register: wrapped, type: target.type, isOwned: !target.type.layout.isTrivial)
          }
          try store(value, to: target)
        } else if let initializer = property.initializer {
          try store(try call(FunctionRef(initializer, inner), []), to: target)
        }
      }
    }
    if decl.isFailable { throw Trap.unsupported("this initialiser") }
  }

  private func storedPlaceOfProperty() throws -> (Place, RuntimeType) {
    guard let property = decl.property else { throw Trap.unsupported("this accessor") }
    if property.isStatic {
      let expression = TypedExpr(
        .property(base: nil, property, restricted(to: decl.generics), isSuper: false, isDirect: false), type: property.type,
        range: decl.range)
      return (try place(expression), type(property.type))
    }
    guard let selfVariable = decl.selfVariable else { throw Trap.unsupported("this accessor") }
    let selfType = type(selfVariable.type)
    let range = decl.range
    let base = TypedExpr(.variable(selfVariable), type: selfVariable.type, range: range)
    let expression = TypedExpr(
      .property(base: base, property, restricted(to: decl.generics), isSuper: true, isDirect: !property.isObserved && !property.isLazy),
      type: property.type, range: range)
    return (try place(expression), selfType)
  }

  private func compileStoredGet() throws {
    let (place, _) = try storedPlaceOfProperty()
    try read(place, into: 0)
  }

  private func compileStoredSet() throws {
    let (place, _) = try storedPlaceOfProperty()
    guard let variable = decl.parameters.last?.variable else { throw Trap.unsupported("this setter") }
    try scoped {
      let value = try operand(TypedExpr(.variable(variable), type: variable.type, range: decl.range))
      try store(value, to: place)
    }
  }

  // MARK: Existentials opened

  /// The body as a function of the value's type, made for each dynamic type that comes along.
  func emitOpenExistential(
    _ source: TypedExpr, _ parameter: GenericParameter, _ variable: Variable, _ body: TypedExpr, _ result: RuntimeType,
    into register: Int
  ) throws {
    let function = FunctionDecl(name: "opened", kind: .closure, range: body.range, parent: nil)
    function.generics = decl.generics + [parameter]
    function.parameters = [Parameter(label: nil, variable: variable)]
    function.resultType = body.type
    function.body = .typed([TypedStmt(.returnStmt(body), range: body.range)])
    // What the body uses of this function: passed as captured values.
    var free: [Variable] = []
    TreeWalk.visit(body) { inner in
      let used: [Variable] =
        switch inner.kind {
        case .variable(let variable): [variable]
        case .closure(let function): function.captures
        default: []
        }
      for candidate in used
      where candidate !== variable && storages[candidate] != nil && !free.contains(where: { $0 === candidate }) {
        free.append(candidate)
      }
      return true
    }
    let outer = restricted(to: decl.generics)
    try scoped {
      let value = try operand(source)
      let object = try allocate(1)
      let aliases = free.map { candidate -> (variable: Variable, value: TypedExpr) in
        (candidate, TypedExpr(.variable(candidate), type: candidate.type, range: body.range))
      }
      let layout = Layout.aggregate(aliases.map { type($0.variable.type).layout })
      // The closure's entry is looked up by the dynamic type when it is called.
      let closureType = types.closure(captures: layout)
      machine.keepAlive.append(closureType)
      function.captureInits = aliases
      builder.emit(.makeClosure, a: object, b: layout.words)
      builder.append(word: Int(bitPattern: closureType.pointer))
      builder.append(word: 0)
      own(object, .reference)
      var offset = 1
      for alias in aliases {
        let aliasType = type(alias.variable.type)
        try scoped {
          let copy = try allocate(aliasType)
          try emit(alias.value, into: copy)
          storePayload(object, copy, aliasType.layout.words, offset: offset)
        }
        offset += aliasType.layout.words
      }
      try emitNative(
        "open", ExistentialNatives.open(function, outer, parameter, result),
        [(value.type, false, value.register), (machine.knownTypes.int, false, object)], result, into: register)
    }
  }
}

/// The function that stands between a call on an existential and the dynamic type's own method.
enum ThunkCompiler {
  static func compile(_ target: FunctionRef, for type: RuntimeType, _ signature: ThunkSignature, machine: Machine) throws
    -> FunctionInstance
  {
    let callee = machine.instance(of: target)
    let parameters =
      [FunctionInstance.Parameter(variable: nil, offset: signature.result.layout.words, type: machine.knownTypes.int, isInout: false)]
    let thunk = FunctionInstance(
      reference: target, name: callee.name, resultType: signature.result, parameters: parameters, types: machine.types)
    let compiler = FunctionCompiler(machine: machine, instance: thunk, usesLongJumps: true)
    try compiler.compileThunk(callee, type, signature)
    guard compiler.builder.finish() else { throw Trap.unreachable }
    thunk.install(compiler.builder, frameWords: compiler.frameSize + 8)
    return thunk
  }
}

extension FunctionCompiler {
  fileprivate func compileThunk(_ callee: FunctionInstance, _ type: RuntimeType, _ signature: ThunkSignature) throws {
    let address = signature.result.layout.words
    _ = try allocate(signature.words + 1)
    let isInitializer = callee.reference.decl.kind == .initializer
    // `T.init()` of a metatype: the object comes first, below the window of the call.
    let object = isInitializer && callee.reference.decl.parent?.isClass == true ? try allocate(1) : nil
    nextRegister += 2
    let base = try allocate(callee.contextRegister + 1)
    var source = address + 1
    for (index, parameter) in callee.parameters.enumerated() {
      let slot = base + parameter.offset
      if index == 0, let object {
        builder.emit(.makeInstance, a: object, word: Int(bitPattern: type.pointer))
        emitMove(slot, object, 1)
        continue
      }
      if signature.opened.map({ index == $0 }) ?? (index == 0 && !isInitializer && callee.reference.decl.selfVariable != nil) {
        let isInLine = type.layout.words <= 1
        if parameter.isInout {
          if isInLine {
            builder.emit(.offsetAddress, a: slot, b: address, c: 1)
          } else {
            try emitNative(
              "project", ExistentialNatives.project(type), [(machine.knownTypes.int, false, address)],
              machine.knownTypes.int, into: slot)
          }
        } else if isInLine {
          if type.layout.words == 1 { builder.emit(.load, a: slot, b: address, c: 1) }
        } else {
          let box = try allocate(1)
          builder.emit(.load, a: box, b: address, c: 1)
          emitLoad(slot, box, ObjectHeader.words, type.layout.words)
        }
        continue
      }
      let words = parameter.isInout ? 1 : parameter.type.layout.words
      emitMove(slot, source, words)
      source += words
    }
    if type.isClass, signature.opened == nil, !callee.reference.decl.isFinal, callee.reference.decl.parent?.isClass == true {
      // A static member has no object to ask: the metatype itself stands in the place of the existential.
      let isStatic = callee.reference.decl.isStatic
      builder.emitCall(
        isStatic ? .callDynamic : .callMethod, a: base, b: isStatic ? address : base + callee.resultType.layout.words,
        c: machine.selector(of: callee.reference.decl))
    } else {
      builder.emitCall(.call, a: base, word: Int(bitPattern: callee.entry))
    }
    if let object {
      builder.emit(.finishInstance, a: object)
      try emitErase(Value(register: object, type: type), into: 0)
      builder.emit(.release, a: object)
      builder.emit(.returnCall)
      return
    }
    let result = callee.resultType
    if result === signature.result || signature.result.layout.words == 0 || result.type == signature.result.type {
      emitMove(0, base, result.layout.words)
    } else if case .existential = signature.result.kind {
      if case .existential = result.kind {
        emitMove(0, base, 2)
      } else {
        try emitErase(Value(register: base, type: result), into: 0)
        emitDestroy(base, result.layout)
      }
    } else {
      // Associated types are erased within: `[Item]` comes out as `[Any]`.
      own(base, result.layout)
      try emitNative(
        "convert", CastNatives.cast(result, signature.result, .forced), [(result, false, base)], signature.result, into: 0)
      try pop(to: 0)
    }
    builder.emit(.returnCall)
  }
}
