/// Initialisers.
extension FunctionCompiler {
  func emitConstruct(
    _ reference: FunctionRef, _ arguments: [TypedArgument], _ type: RuntimeType, into register: Int, isExact: Bool = true
  ) throws {
    if case .native = type.kind {
      // The host makes it.
      return try scoped { try moveOrCopy(try call(reference, arguments), into: register) }
    }
    var isFailable = reference.decl.isFailable
    var instanceType = type
    if case .optional(let payload) = type.kind { (isFailable, instanceType) = (true, payload) }
    try scoped {
      let object = try allocate(1)
      builder.emit(.makeInstance, a: object, word: Int(bitPattern: instanceType.pointer))
      own(object, .reference)
      let held = heldExpression(Value(register: object, type: instanceType), instanceType.type, decl.range)
      let value: Value
      if isExact {
        value = try call(reference, [.value(held)] + arguments)
      } else {
        // A required initialiser, which the class may have overridden.
        let callee = machine.instance(of: reference)
        value = try call(
          .method(selector: machine.selector(of: reference.decl)), callee.parameters.map { ($0.type, $0.isInout) },
          callee.resultType, [.value(held)] + arguments)
      }
      if isFailable {
        let (failed, end) = (builder.label(), builder.label())
        builder.jump(.jumpIfNot, a: value.register, to: failed)
        builder.emit(.finishInstance, a: object)
        emitMove(register, object, 1)
        builder.jump(end)
        builder.place(failed)
        builder.emit(.release, a: object)
        emitConstant(register, 0)
        builder.place(end)
        disown(object)
      } else {
        builder.emit(.finishInstance, a: object)
        emitMove(register, object, 1)
        disown(object)
      }
    }
  }

  func emitDelegateInit(
    _ selfVariable: Variable, _ reference: FunctionRef, _ arguments: [TypedArgument], isSuper: Bool
  ) throws {
    if reference.decl.parent?.isClass == true {
      try scoped {
        let selfExpression = TypedExpr(.variable(selfVariable), type: selfVariable.type, range: decl.range)
        let value = try call(reference, [.value(selfExpression)] + arguments)
        if reference.decl.isFailable {
          let succeeded = builder.label()
          builder.jump(.jumpIf, a: value.register, to: succeeded)
          try emitFailInitializer()
          builder.place(succeeded)
        }
      }
      return
    }
    try scoped {
      // In an extension of a protocol `self.init()` is a requirement: what meets it.
      let value = try call(reference, arguments, dispatch: reference.decl.isRequirement ? .witness : .direct)
      let target = try place(of: selfVariable)
      if reference.decl.isFailable, case .optional(let payload) = value.type.kind {
        let succeeded = builder.label()
        builder.jump(.jumpIf, a: value.register, to: succeeded)
        try emitFailInitializer()
        builder.place(succeeded)
        if value.isOwned { disown(value.register) }
        store(owned: value.register + payloadOffset(payload), to: target)
      } else {
        try store(value, to: target)
      }
    }
  }

  /// `return nil`: an optional without a value, or for a class that it failed.
  func emitFailInitializer() throws {
    try emitExit(to: 0)
    emitZero(0, instance.resultType.layout.words)
    builder.emit(.returnCall)
  }
}
