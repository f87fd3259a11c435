/// Patterns.
extension FunctionCompiler {
  /// Matches a value; what the pattern binds is in scope afterwards. Jumps to `label`, out of the scopes down to `depth`,
  /// where it does not match.
  func match(_ pattern: TypedPattern, _ value: Value, otherwise label: CodeBuilder.Label?, depth: Int, isStable: Bool) throws
  {
    builder.range = pattern.range
    func fail(_ opcode: Opcode, _ register: Int) {
      guard let label else { return }
      builder.jump(opcode, a: register, to: exitLabel(label, depth: depth))
    }
    func failUnlessTag(_ tag: Int, _ register: Int) throws {
      guard let label else { return }
      if Int16(exactly: tag) != nil {
        builder.jump(.jumpNotEqualImmediate, a: register, b: tag, to: exitLabel(label, depth: depth))
      } else {
        let constant = try allocate(1)
        emitConstant(constant, tag)
        builder.jump(.jumpNotEqualInt, a: register, b: constant, to: exitLabel(label, depth: depth))
      }
    }
    switch pattern.kind {
    case .wildcard: break
    case .bind(let variable): try bind(variable, value)
    case .tuple(let inner):
      guard case .tuple(let fields) = value.type.kind, fields.count == inner.count else {
        if let only = inner.first, inner.count == 1 {
          return try match(only, value, otherwise: label, depth: depth, isStable: isStable)
        }
        throw Trap.unsupported("this tuple pattern")
      }
      for (part, field) in zip(inner, fields) {
        try match(
          part, Value(register: value.register + field.offset, type: field.type), otherwise: label, depth: depth,
          isStable: isStable)
      }
    case .enumCase(let enumCase, let inner):
      if case .optional(let payload) = value.type.kind {
        if enumCase.name == "none" { return fail(.jumpIf, value.register) }
        fail(.jumpIfNot, value.register)
        if let first = inner.first {
          try match(
            first, Value(register: value.register + payloadOffset(payload), type: payload), otherwise: label, depth: depth,
            isStable: isStable)
        }
        return
      }
      guard case .enumeration(let cases) = value.type.kind, cases.indices.contains(enumCase.index) else {
        throw Trap.unsupported("this pattern")
      }
      let info = cases[enumCase.index]
      try failUnlessTag(enumCase.index, value.register)
      if inner.isEmpty || info.payload.isEmpty { return }
      var payload = value.register + 1
      if info.isBoxed {
        let words = info.payload.last.map { $0.offset + $0.type.layout.words } ?? 0
        payload = try allocate(max(words, 1))
        // Borrowed from the box, which the value keeps alive.
        emitLoad(payload, value.register + 1, ObjectHeader.words, words)
      }
      if inner.count == 1, info.payload.count > 1, let only = inner.first {
        // One pattern for the whole payload, seen as a tuple.
        let elements = enumCase.payload.enumerated().map { TupleElement(label: $1.label, type: info.payload[$0].type.type) }
        let tuple = types.runtimeType(.tuple(elements))
        return try match(only, Value(register: payload, type: tuple), otherwise: label, depth: depth, isStable: isStable)
      }
      for (part, field) in zip(inner, info.payload) {
        try match(
          part, Value(register: payload + field.offset, type: field.type), otherwise: label, depth: depth,
          isStable: isStable)
      }
    case .some(let inner):
      guard case .optional(let payload) = value.type.kind else { throw Trap.unsupported("this optional pattern") }
      fail(.jumpIfNot, value.register)
      try match(
        inner, Value(register: value.register + payloadOffset(payload), type: payload), otherwise: label, depth: depth,
        isStable: isStable)
    case .none: fail(.jumpIf, value.register)
    case .cast(let target, let inner):
      let targetType = type(target)
      let optional = types.optional(targetType.type)
      let register = try allocate(optional)
      try emitNative(
        "cast", CastNatives.cast(value.type, targetType, .conditional), [(value.type, false, value.register)], optional,
        into: register)
      // A nil owns nothing; only a value is to be destroyed later.
      fail(.jumpIfNot, register)
      own(register, optional.layout)
      if let inner {
        try match(
          inner, Value(register: register + payloadOffset(targetType), type: targetType), otherwise: label, depth: depth,
          isStable: true)
      }
    case .expression(let variable, let condition):
      storages[variable] = .operand(value)
      if let label { try branch(condition, to: label, when: false, depth: depth) }
    }
  }

  /// A constant is another name for the value, which lives at least as long; a variable gets a copy.
  func bind(_ variable: Variable, _ value: Value) throws {
    if isGlobal(variable) || needsBox(variable) || variable.ownership != .strong {
      return try declare(variable, heldExpression(value, variable.type, variable.range))
    }
    if variable.isLet {
      storages[variable] = .register(value.register)
      return try tellName(variable, value.type)
    }
    let layout = value.type.layout
    let register = try allocate(value.type)
    emitCopy(register, value.register, layout)
    own(register, layout)
    storages[variable] = .register(register)
    try tellName(variable, value.type)
  }

  func collectVariables(_ pattern: TypedPattern, _ body: (Variable) -> Void) {
    switch pattern.kind {
    case .bind(let variable): body(variable)
    case .tuple(let inner), .enumCase(_, let inner): for part in inner { collectVariables(part, body) }
    case .some(let inner): collectVariables(inner, body)
    case .cast(_, let inner): if let inner { collectVariables(inner, body) }
    case .wildcard, .none, .expression: break
    }
  }
}
