/// Expressions: `emit(_:into:)` puts a new, owned value into given registers; `operand(_:)` finds a value wherever it is.
extension FunctionCompiler {
  /// The value's registers, to be read at once or, if `later` is evaluated first, after that.
  func operand(_ expression: TypedExpr, before later: [TypedExpr] = []) throws -> Value {
    if let borrowed = try borrow(expression, before: later) { return borrowed }
    if let constant = hoistedConstant(expression) { return constant }
    if let result = try callOperand(expression) { return result }
    let type = type(expression.type)
    let register = try allocate(type)
    try emit(expression, into: register)
    let isOwned = !type.layout.isTrivial
    if isOwned { own(register, type.layout) }
    return Value(register: register, type: type, isOwned: isOwned)
  }

  func operandRegister(_ expression: TypedExpr, before later: [TypedExpr] = []) throws -> Int {
    try operand(expression, before: later).register
  }

  /// A value that someone else owns for as long as it is needed: locals, parameters and what lies within them.
  func borrow(_ expression: TypedExpr, before later: [TypedExpr], duringCall: Bool = false) throws -> Value? {
    switch expression.kind {
    case .variable(let variable):
      guard variable.ownership == .strong, variable.accessors == nil else { return nil }
      switch try storage(of: variable) {
      case .register(let register):
        let isGlobalVariable = isGlobal(variable)
        let type = type(variable.type)
        if !variable.isLet || isGlobalVariable {
          if !later.isEmpty, later.contains(where: { TreeWalk.mayChange(variable, in: $0) }) { return nil }
          if isGlobalVariable, !variable.isLet {
            // Any function can change it.
            if later.contains(where: TreeWalk.mayRunCode) { return nil }
            if duringCall, !type.layout.isTrivial { return nil }
          }
        }
        return Value(register: register, type: type)
      case .operand(let value): return value
      case .place(.register(let register, let type, .strong)):
        // The caller's variable: nothing that could change it may come in between.
        if later.contains(where: TreeWalk.mayRunCode) || duringCall && !type.layout.isTrivial { return nil }
        return Value(register: register, type: type)
      case .box, .address, .global, .place, .constant: return nil
      }
    case .property(let base?, let property, _, _, let isDirect):
      guard property.isStored, !property.isStatic, !property.isLazy, property.ownership == .strong else { return nil }
      let baseType = type(base.type)
      guard let field = field(property, in: baseType) else { return nil }
      if baseType.isClass {
        guard property.isLet, property.accessors.get == nil, !field.type.layout.isTrivial,
          let object = try borrow(base, before: later, duringCall: duringCall)
        else { return nil }
        let register = try allocate(field.type)
        loadField(register, object.register, field)
        return Value(register: register, type: field.type)
      }
      if property.isObserved, !isDirect {
        // Reading is plain.
      }
      guard let whole = try borrow(base, before: later, duringCall: duringCall) else { return nil }
      return Value(register: whole.register + field.offset, type: field.type)
    case .tupleElement(let base, let index):
      guard let whole = try borrow(base, before: later, duringCall: duringCall), case .tuple(let fields) = whole.type.kind,
        fields.indices.contains(index)
      else { return nil }
      return Value(register: whole.register + fields[index].offset, type: fields[index].type)
    case .string(let text):
      // The code owns it.
      let register = try allocate(1)
      let type = type(expression.type)
      builder.emit(.loadWord, a: register, word: builder.literal(StringObject.make(text, type)))
      return Value(register: register, type: type)
    case .functionConversion(let inner), .upcast(let inner):
      guard var value = try borrow(inner, before: later, duringCall: duringCall) else { return nil }
      value.type = type(expression.type)
      return value
    default: return nil
    }
  }

  private func loadField(_ register: Int, _ object: Int, _ field: RuntimeType.Field) {
    emitLoad(register, object, ObjectHeader.words + field.offset, field.type.layout.words)
  }

  /// Evaluates and drops.
  func discard(_ expression: TypedExpr) throws {
    try scoped {
      switch expression.kind {
      case .assign, .call, .delegateInit: _ = try emitCallLike(expression, into: nil)
      default: _ = try operand(expression)
      }
    }
  }

  // MARK: Into registers

  func emit(_ expression: TypedExpr, into register: Int) throws {
    let outer = builder.range
    builder.range = expression.range
    defer { builder.range = outer }
    let result = type(expression.type)
    switch expression.kind {
    case .integer(let isNegative, let magnitude): try emitInteger(isNegative, magnitude, result, into: register)
    case .floating(let value):
      switch result.kind {
      case .float: emitConstant(register, Int(Float(value).bitPattern))
      default: emitConstant(register, Int(Int64(bitPattern: value.bitPattern)))
      }
    case .string(let text):
      let object = StringObject.make(text, result)
      builder.emit(.loadObject, a: register, word: builder.literal(object))
    case .character(let character): emitConstant(register, machine.characters.word(character))
    case .boolean(let value): emitConstant(register, value ? 1 : 0)
    case .none: emitZero(register, result.layout.words)
    case .interpolation(let parts): try emitInterpolation(parts, into: register)
    case .array(let elements): try emitArray(elements, result, into: register)
    case .dictionary(let entries): try emitDictionary(entries, result, into: register)
    case .tuple(let elements): try emitTuple(elements, result, into: register)
    case .variable, .property, .subscriptAccess, .tupleElement, .forceUnwrap, .chainValue, .applyKeyPath:
      try emitRead(expression, into: register)
    case .discard: emitZero(register, result.layout.words)
    case .call, .construct, .delegateInit, .assign: _ = try emitCallLike(expression, into: register)
    case .enumCase(let enumCase, let arguments): try emitEnumCase(enumCase, arguments, result, into: register)
    case .closure(let function): try emitClosure(function, into: register)
    case .function(let reference): try emitFunctionValue(reference, into: register)
    case .boundMethod(let base, let reference, let dispatch):
      try emitBoundMethod(base, reference, dispatch, expression, into: register)
    case .wrapOptional(let inner):
      let payload = type(inner.type)
      if payload.layout.hasNonNullFirstWord {
        try emit(inner, into: register)
      } else {
        // The payload first: it may read what the register holds.
        let value = try operandForMove(inner)
        try emitSome(register, from: value.register, payload)
        settle(value, at: register, result.layout)
      }
    case .mapOptional(let source, let payload, let body): try emitMapOptional(source, payload, body, result, into: register)
    case .mapCollection(let source, let element, let body):
      try emitMapCollection(source, element, body, result, into: register)
    case .erase(let inner): try emitErase(inner, into: register)
    case .upcast(let inner), .functionConversion(let inner): try emit(inner, into: register)
    case .metatype(let instance):
      emitConstant(register, Int(bitPattern: type(instance).pointer))
    case .dynamicType(let inner): try emitDynamicType(inner, into: register)
    case .openExistential(let source, let parameter, let variable, let body):
      try emitOpenExistential(source, parameter, variable, body, result, into: register)
    case .isType(let inner, let target): try emitCast(inner, to: target, .test, into: register)
    case .conditionalCast(let inner, let target): try emitCast(inner, to: target, .conditional, into: register)
    case .forcedCast(let inner, let target): try emitCast(inner, to: target, .forced, into: register)
    case .ternary(let condition, let yes, let no):
      let (otherwise, end) = (builder.label(), builder.label())
      try branch(condition, to: otherwise, when: false)
      try scoped { try emit(yes, into: register) }
      builder.jump(end)
      builder.place(otherwise)
      try scoped { try emit(no, into: register) }
      builder.place(end)
    case .logicalAnd, .logicalOr:
      let (isFalse, end) = (builder.label(), builder.label())
      try branch(expression, to: isFalse, when: false)
      emitConstant(register, 1)
      builder.jump(end)
      builder.place(isFalse)
      emitConstant(register, 0)
      builder.place(end)
    case .coalesce(let left, let right): try emitCoalesce(left, right, result, into: register)
    case .optionalChain(let inner): try emitChain(inner, result, into: register)
    case .tryOptional(let inner): try emitTryOptional(inner, result, into: register)
    case .tryForce(let inner): try emitTryForce(inner, into: register)
    case .statement(let statement): try emitStatement(statement, into: register)
    case .block(let statements, let value):
      try scoped {
        try self.statements(statements)
        try emit(value, into: register)
      }
    case .keyPath(let path): try emitKeyPath(path, into: register)
    case .error: throw Trap.message("this code has an error that was reported before")
    }
  }

  /// A value that is about to be moved out of its registers.
  func operandForMove(_ expression: TypedExpr) throws -> Value { try operand(expression) }

  /// After a value's words were moved into something bigger at `register`: its ownership goes along, or it is shared.
  func settle(_ value: Value, at register: Int, _ layout: Layout) {
    if value.isOwned { disown(value.register) } else { emitRetain(register, layout) }
  }

  /// Optional from payload words; the words are moved.
  func emitSome(_ register: Int, from payload: Int, _ type: RuntimeType) throws {
    if type.layout.hasNonNullFirstWord {
      emitMove(register, payload, type.layout.words)
    } else {
      emitMove(register + 1, payload, type.layout.words)
      emitConstant(register, 1)
    }
  }

  func payloadOffset(_ payload: RuntimeType) -> Int { payload.layout.hasNonNullFirstWord ? 0 : 1 }

  private func emitInteger(_ isNegative: Bool, _ magnitude: UInt64, _ type: RuntimeType, into register: Int) throws {
    switch type.kind {
    case .double:
      let value = isNegative ? -Double(magnitude) : Double(magnitude)
      emitConstant(register, Int(Int64(bitPattern: value.bitPattern)))
    case .float:
      let value = isNegative ? -Float(magnitude) : Float(magnitude)
      emitConstant(register, Int(value.bitPattern))
    default:
      let word = Int(truncatingIfNeeded: magnitude)
      emitConstant(register, isNegative ? 0 &- word : word)
    }
  }

  /// The number of an integer literal of one word, if it is one.
  func integerLiteral(_ expression: TypedExpr) -> Int? {
    if case .variable(let variable) = expression.kind, case .constant(let literal)? = storages[variable] {
      return integerLiteral(literal)
    }
    guard case .integer(let isNegative, let magnitude) = expression.kind, case .integer = type(expression.type).kind else {
      return nil
    }
    let word = Int(truncatingIfNeeded: magnitude)
    return isNegative ? 0 &- word : word
  }

  private func emitRead(_ expression: TypedExpr, into register: Int) throws {
    if let borrowed = try borrow(expression, before: []) {
      emitCopy(register, borrowed.register, borrowed.type.layout)
      return
    }
    try scoped {
      switch expression.kind {
      case .property(let base?, let property, _, _, let isDirect)
      where property.isStored && !property.isStatic && !property.isLazy && (isDirect || property.accessors.get == nil || !type(base.type).isClass || property.isObserved):
        // Reading a stored property: no copy of the whole, no observers.
        let baseType = type(base.type)
        guard let field = field(property, in: baseType) else {
          throw Trap.unsupported("the property '\(property.name)'")
        }
        if baseType.isClass {
          let object = try operand(base)
          load(
            .memory(address: object.register, offset: ObjectHeader.words + field.offset, field.type, field.ownership),
            into: register)
        } else if let outer = try readablePlace(base), let part = outer.part(field.offset, field.type, field.ownership) {
          load(part, into: register)
        } else {
          let whole = try operand(base)
          load(.register(whole.register + field.offset, field.type, field.ownership), into: register)
        }
      case .tupleElement(let base, let index):
        if let outer = try readablePlace(base), case .tuple(let fields) = outer.type.kind, fields.indices.contains(index),
          let part = outer.part(fields[index].offset, fields[index].type)
        {
          load(part, into: register)
        } else {
          let whole = try operand(base)
          guard case .tuple(let fields) = whole.type.kind, fields.indices.contains(index) else {
            throw Trap.unsupported("this element of a tuple")
          }
          emitCopy(register, whole.register + fields[index].offset, fields[index].type.layout)
        }
      case .forceUnwrap(let inner, let isImplicit):
        let value = try operand(inner)
        guard case .optional(let payload) = value.type.kind else {
          try moveOrCopy(value, into: register)
          return
        }
        let isThere = builder.label()
        builder.jump(.jumpIf, a: value.register, to: isThere)
        builder.trap(isImplicit ? .unexpectedNilImplicit : .unexpectedNil)
        builder.place(isThere)
        takePayload(value, payload, into: register)
      case .chainValue(let inner):
        guard let target = chainTargets.last else { throw Trap.unsupported("'?' outside of a chain") }
        let value = try operand(inner)
        guard case .optional(let payload) = value.type.kind else {
          try moveOrCopy(value, into: register)
          return
        }
        builder.jump(.jumpIfNot, a: value.register, to: exitLabel(target.label, depth: target.depth))
        takePayload(value, payload, into: register)
      case .subscriptAccess(let base, let decl, let inner, let arguments):
        try emitSubscriptRead(expression, base, decl, inner, arguments, into: register)
      default: try read(try place(expression), into: register)
      }
    }
  }

  /// The payload of an optional that has one; an owned optional is used up.
  func takePayload(_ value: Value, _ payload: RuntimeType, into register: Int) {
    let source = value.register + payloadOffset(payload)
    if value.isOwned {
      emitMove(register, source, payload.layout.words)
      disown(value.register)
    } else {
      emitCopy(register, source, payload.layout)
    }
  }

  /// A place that can be read in part without evaluating anything twice; nil where the whole value must be made.
  private func readablePlace(_ expression: TypedExpr) throws -> Place? {
    switch expression.kind {
    case .variable(let variable):
      let place = try place(of: variable)
      if case .computed = place { return nil }
      return variable.ownership == .strong ? place : nil
    case .property(let base?, let property, _, _, let isDirect):
      guard property.isStored, !property.isStatic, !property.isLazy, property.ownership == .strong else { return nil }
      let baseType = type(base.type)
      guard isDirect || property.accessors.get == nil || !baseType.isClass || property.isObserved,
        let field = field(property, in: baseType)
      else { return nil }
      if baseType.isClass {
        let object = try operand(base)
        return .memory(address: object.register, offset: ObjectHeader.words + field.offset, field.type, .strong)
      }
      return try readablePlace(base)?.part(field.offset, field.type)
    case .tupleElement(let base, let index):
      guard let outer = try readablePlace(base), case .tuple(let fields) = outer.type.kind, fields.indices.contains(index)
      else { return nil }
      return outer.part(fields[index].offset, fields[index].type)
    case .subscriptAccess(let base, let decl, _, let arguments):
      // An element of an array of structs: only the field that is read is copied.
      guard decl.addressor == "array", case .value(let index)? = arguments.first, case .array(let element) = type(base.type).kind
      else { return nil }
      let array = try operand(base, before: [index])
      let position = try operandRegister(index)
      let address = try allocate(1)
      builder.emit(
        .arrayElement, a: address, b: array.register, c: position, word: builder.pointer(element.layout))
      return .memory(address: address, offset: 0, element, .strong)
    default: return nil
    }
  }

  private func emitSubscriptRead(
    _ expression: TypedExpr, _ base: TypedExpr, _ decl: SubscriptDecl, _ inner: Substitutions,
    _ arguments: [TypedArgument], into register: Int
  ) throws {
    if decl.addressor == "array", case .value(let index)? = arguments.first, arguments.count == 1 {
      let layout = type(expression.type).layout
      let array: Int
      if let borrowed = try borrow(base, before: [index]) {
        array = borrowed.register
      } else if !TreeWalk.mayRunCode(index), let place = try readablePlace(base) {
        if case .memory(let address, let offset, _, _) = place, offset < 256, layout.words == 1, layout.isTrivial {
          let position = try operandRegister(index)
          return builder.emit(.arrayGetAt, x: offset, a: register, b: address, c: position)
        }
        array = try arrayRegister(of: place) ?? operandRegister(base)
      } else {
        array = try operandRegister(base)
      }
      let position = try operandRegister(index)
      return emitArrayGet(register, array, position, layout)
    }
    guard let getter = decl.accessors.get else { throw Trap.unsupported("reading this subscript") }
    var list = arguments
    if getter.selfVariable != nil { list.insert(getter.isMutating ? .inoutArgument(base) : .value(base), at: 0) }
    let value = try call(
      FunctionRef(getter, concrete(inner)), list, dispatch: dispatch(getter, isSuper: false), resultType: expression.type)
    try moveOrCopy(value, into: register)
  }

  /// The register of an array that is only looked into: without a reference of its own where nothing can come between.
  func arrayOperand(_ base: TypedExpr, _ index: TypedExpr?) throws -> Int {
    if let borrowed = try borrow(base, before: index.map { [$0] } ?? []) { return borrowed.register }
    if index.map({ !TreeWalk.mayRunCode($0) }) ?? true, let place = try readablePlace(base) {
      return try arrayRegister(of: place) ?? operandRegister(base)
    }
    return try operandRegister(base)
  }

  private func arrayRegister(of place: Place) throws -> Int? {
    let register = try allocate(1)
    switch place {
    case .register(let source, _, _): return source
    case .memory(let address, let offset, _, _): builder.emit(.load, a: register, b: address, c: offset)
    case .global(let storage, let offset, _, _):
      builder.emit(.loadGlobal, a: register, word: Int(bitPattern: storage.words + offset))
    case .computed, .discard: return nil
    }
    return register
  }

  // MARK: Aggregates

  private func emitTuple(_ elements: [TypedExpr], _ result: RuntimeType, into register: Int) throws {
    guard case .tuple(let fields) = result.kind, fields.count == elements.count else {
      if let only = elements.first, elements.count == 1 { return try emit(only, into: register) }
      return
    }
    let depth = scope.count
    for (element, field) in zip(elements, fields) {
      try emit(element, into: register + field.offset)
      own(register + field.offset, field.type.layout)
    }
    dropScope(to: depth)
  }

  private func emitArray(_ elements: [TypedExpr], _ result: RuntimeType, into register: Int) throws {
    guard case .array(let element) = result.kind else { throw Trap.unsupported("this array literal") }
    try scoped {
      let array = try allocate(1)
      try emitNative(
        "array.literal", ArrayNatives.literal(result, elements.count), [], result, into: array)
      own(array, .reference)
      if !elements.isEmpty {
        for item in elements {
          try scoped { emitAppend(array, isAddress: false, try operand(item).register, result, element) }
        }
      }
      emitMove(register, array, 1)
      disown(array)
    }
  }

  /// Adds an element to the array at an address, or in a register.
  func emitAppend(_ slot: Int, isAddress: Bool, _ value: Int, _ array: RuntimeType, _ element: RuntimeType) {
    let isPlain = element.layout.words == 1 && (element.layout.isTrivial || element.layout.isSingleReference)
    builder.emit(
      .arrayAppend, x: isPlain ? 1 : 2, a: slot, b: value, c: (isAddress ? 0 : 2) + (element.layout.isTrivial ? 0 : 1),
      word: Int(bitPattern: array.pointer))
  }

  private func emitDictionary(_ entries: [(key: TypedExpr, value: TypedExpr)], _ result: RuntimeType, into register: Int)
    throws
  {
    guard case .dictionary(let keyType, let valueType) = result.kind else { throw Trap.unsupported("this literal") }
    try scoped {
      let table = try allocate(1)
      try emitNative("dictionary.literal", DictionaryNatives.empty, [], result, into: table)
      own(table, .reference)
      let slot = try allocate(1)
      let address = try allocate(1)
      for entry in entries {
        try scoped {
          let key = try operand(entry.key, before: [entry.value])
          let value = try operand(entry.value)
          builder.emit(.frameAddress, a: slot, b: table)
          try emitNative(
            "dictionary.insertNew", DictionaryNatives.insertNew,
            [(result, true, slot), (keyType, false, key.register), (valueType, false, value.register)],
            machine.knownTypes.int, into: address)
        }
      }
      emitMove(register, table, 1)
      disown(table)
    }
  }

  private func emitEnumCase(
    _ enumCase: EnumCaseDecl, _ arguments: [TypedArgument], _ result: RuntimeType, into register: Int
  ) throws {
    if case .optional(let payload) = result.kind {
      guard case .value(let inner)? = arguments.first else { return emitZero(register, result.layout.words) }
      try scoped {
        let value = try operand(inner)
        try emitSome(register, from: value.register, payload)
        settle(value, at: register, result.layout)
      }
      return
    }
    guard case .enumeration(let cases) = result.kind, cases.indices.contains(enumCase.index) else {
      throw Trap.unsupported("the case '\(enumCase.name)'")
    }
    let info = cases[enumCase.index]
    if info.payload.isEmpty {
      emitZero(register, result.layout.words)
      emitConstant(register, enumCase.index)
      return
    }
    try scoped {
      let depth = scope.count
      let words = info.payload.last.map { $0.offset + $0.type.layout.words } ?? 0
      let payload = try allocate(max(words, 1))
      for (argument, field) in zip(arguments, info.payload) {
        try emitArgumentValue(argument, field.type, into: payload + field.offset)
        own(payload + field.offset, field.type.layout)
      }
      if info.isBoxed {
        let box = try allocate(1)
        let boxType = types.payloadBox(enumCase, info.payload)
        builder.emit(.makeBox, a: box, b: words, word: Int(bitPattern: boxType.pointer))
        if words > 0 { storePayload(box, payload, words) }
        dropScope(to: depth)
        emitMove(register + 1, box, 1)
      } else {
        dropScope(to: depth)
        if result.layout.words > 1 + words { emitZero(register + 1 + words, result.layout.words - 1 - words) }
        emitMove(register + 1, payload, words)
      }
      emitConstant(register, enumCase.index)
    }
  }

  func storePayload(_ object: Int, _ source: Int, _ words: Int, offset: Int = 0) {
    emitStore(object, ObjectHeader.words + offset, source, words)
  }

  /// An argument's value, owned.
  func emitArgumentValue(_ argument: TypedArgument, _ type: RuntimeType, into register: Int) throws {
    switch argument {
    case .value(let expression): try emit(expression, into: register)
    case .inoutArgument(let expression): try emit(expression, into: register)
    case .defaulted(let reference):
      try scoped { try moveOrCopy(try call(concrete(reference), []), into: register) }
    case .variadic(let elements, _): try emitArray(elements, type, into: register)
    }
  }

  func concrete(_ reference: FunctionRef) -> FunctionRef { FunctionRef(reference.decl, concrete(reference.substitutions)) }

  // MARK: Optionals

  private func emitMapOptional(
    _ source: TypedExpr, _ payloadVariable: Variable, _ body: TypedExpr, _ result: RuntimeType, into register: Int
  ) throws {
    try scoped {
      let value = try operand(source)
      guard case .optional(let payload) = value.type.kind, case .optional(let target) = result.kind else {
        throw Trap.unsupported("this conversion of an optional")
      }
      let (isNil, end) = (builder.label(), builder.label())
      builder.jump(.jumpIfNot, a: value.register, to: isNil)
      storages[payloadVariable] = .operand(Value(register: value.register + payloadOffset(payload), type: payload))
      try scoped {
        let converted = try operand(body)
        try emitSome(register, from: converted.register, target)
        settle(converted, at: register, result.layout)
      }
      builder.jump(end)
      builder.place(isNil)
      emitZero(register, result.layout.words)
      builder.place(end)
    }
  }

  private func emitMapCollection(
    _ source: TypedExpr, _ variable: Variable, _ body: TypedExpr, _ result: RuntimeType, into register: Int
  ) throws {
    try scoped {
      let value = try operand(source)
      switch (value.type.kind, result.kind) {
      case (.array(let from), .array(let to)):
        let made = try allocate(1)
        try emitNative("array.literal", ArrayNatives.literal(result, 0), [], result, into: made)
        own(made, .reference)
        let (index, count) = (try allocate(1), try allocate(1))
        let (top, end) = (builder.label(), builder.label())
        emitConstant(index, 0)
        builder.emit(.arrayCount, a: count, b: value.register)
        builder.jump(.jumpLessEqualInt, a: count, b: index, to: end)
        builder.place(top)
        try scoped {
          let element = try allocate(from)
          emitArrayGet(element, value.register, index, from.layout)
          own(element, from.layout)
          storages[variable] = .operand(Value(register: element, type: from))
          let converted = try operand(body)
          emitAppend(made, isAddress: false, converted.register, result, to)
        }
        builder.jump(.forLess, a: index, b: count, to: top)
        builder.place(end)
        emitMove(register, made, 1)
        disown(made)
      default:
        // Values of a dictionary, elements of a set: as a cast does it, element by element.
        try emitNative(
          "convert", CastNatives.cast(value.type, result, .forced), [(value.type, false, value.register)], result,
          into: register)
      }
    }
  }

  private func emitCoalesce(_ left: TypedExpr, _ right: TypedExpr, _ result: RuntimeType, into register: Int) throws {
    let (isNil, end) = (builder.label(), builder.label())
    try scoped {
      let value = try operand(left)
      guard case .optional(let payload) = value.type.kind else { throw Trap.unsupported("this '??'") }
      let cleanup = builder.cleanup
      let items = scope
      builder.jump(.jumpIfNot, a: value.register, to: isNil)
      if result.layout === payload.layout || result === payload {
        takePayload(value, payload, into: register)
      } else {
        // `a ?? b` where b is optional too.
        try emitSome(register, from: value.register + payloadOffset(payload), payload)
        if value.isOwned { disown(value.register) } else { emitRetain(register, result.layout) }
      }
      builder.jump(end)
      builder.place(isNil)
      // An optional without a value owns nothing.
      _ = (cleanup, items)
      if value.isOwned { disownIfThere(value.register) }
    }
    try scoped { try emit(right, into: register) }
    builder.place(end)
  }

  private func disownIfThere(_ register: Int) {
    if scope.contains(where: { if case .value(register, _) = $0.kind { true } else { false } }) { disown(register) }
  }

  private func emitChain(_ inner: TypedExpr, _ result: RuntimeType, into register: Int) throws {
    let (isNil, end) = (builder.label(), builder.label())
    chainTargets.append((isNil, scope.count))
    try scoped {
      let innerType = type(inner.type)
      if innerType === result || innerType.layout.words == 0 && result.layout.words == 0 {
        try emit(inner, into: register)
      } else if case .optional(let payload) = result.kind, payload.layout.hasNonNullFirstWord {
        try emit(inner, into: register)
      } else {
        let value = try operand(inner)
        guard case .optional(let payload) = result.kind else { throw Trap.unsupported("this chain") }
        try emitSome(register, from: value.register, payload)
        settle(value, at: register, result.layout)
      }
    }
    chainTargets.removeLast()
    builder.jump(end)
    builder.place(isNil)
    emitZero(register, result.layout.words)
    builder.place(end)
  }

  // MARK: Existentials, types and casts

  private func emitErase(_ inner: TypedExpr, into register: Int) throws {
    let source = type(inner.type)
    if case .existential = source.kind { return try emit(inner, into: register) }
    try scoped {
      let value = try operand(inner)
      try emitErase(value, into: register)
    }
  }

  /// Puts a value of a concrete type into an existential. Of a class instance the record is that of its own class.
  func emitErase(_ value: Value, into register: Int) throws {
    let layout = value.type.layout
    if layout.words <= 1 {
      if layout.words == 1 {
        emitMove(register + 1, value.register, 1)
        settle(value, at: register + 1, layout)
      } else {
        emitConstant(register + 1, 0)
      }
    } else {
      let box = try allocate(1)
      builder.emit(.makeBox, a: box, b: layout.words, word: Int(bitPattern: types.box(of: value.type).pointer))
      if value.isOwned { disown(value.register) } else { emitRetain(value.register, layout) }
      storePayload(box, value.register, layout.words)
      emitMove(register + 1, box, 1)
    }
    if value.type.isClass {
      builder.emit(.load, a: register, b: register + 1, c: 1)
    } else {
      emitConstant(register, Int(bitPattern: value.type.pointer))
    }
  }

  private func emitDynamicType(_ inner: TypedExpr, into register: Int) throws {
    try scoped {
      let value = try operand(inner)
      switch value.type.kind {
      case .existential: emitMove(register, value.register, 1)
      case .classInstance: builder.emit(.load, a: register, b: value.register, c: 1)
      default: emitConstant(register, Int(bitPattern: value.type.pointer))
      }
    }
  }

  private func emitCast(_ inner: TypedExpr, to target: Type, _ form: CastForm, into register: Int) throws {
    try scoped {
      let value = try operand(inner)
      let targetType = type(target)
      let result = form == .test ? machine.knownTypes.bool : form == .forced ? targetType : types.optional(targetType.type)
      try emitNative(
        "cast", CastNatives.cast(value.type, targetType, form), [(value.type, false, value.register)], result,
        into: register)
    }
  }

  // MARK: Errors

  private func emitTryOptional(_ inner: TypedExpr, _ result: RuntimeType, into register: Int) throws {
    let (handler, end) = (builder.label(), builder.label())
    let depth = scope.count
    addPad(handler) { compiler in
      try compiler.scoped {
        let error = try compiler.allocate(2)
        compiler.builder.emit(.takeError, a: error)
        compiler.emitDestroy(error, .existential)
      }
      compiler.emitZero(register, result.layout.words)
      compiler.builder.jump(end)
    }
    pushHandler(handler)
    try scoped {
      let innerType = type(inner.type)
      if innerType === result {
        try emit(inner, into: register)
      } else if case .optional(let payload) = result.kind {
        let value = try operand(inner)
        try emitSome(register, from: value.register, payload)
        settle(value, at: register, result.layout)
      }
    }
    dropScope(to: depth)
    builder.place(end)
  }

  func pushHandler(_ label: CodeBuilder.Label) {
    let outer = builder.cleanup
    builder.pushPad(label, onTrap: false)
    scope.append(ScopeItem(kind: .handler, outer: outer, pad: label))
  }

  private func emitTryForce(_ inner: TypedExpr, into register: Int) throws {
    let handler = builder.label()
    let depth = scope.count
    addPad(handler) { compiler in
      let error = try compiler.allocate(2)
      compiler.builder.emit(.takeError, a: error)
      compiler.own(error, .existential)
      try compiler.emitNative(
        "try!", TrapNatives.tryForce,
        [(compiler.types.runtimeType(.existential(ExistentialType(protocols: []))), false, error)],
        compiler.types.runtimeType(.void), into: error)
      compiler.builder.trap(.unreachable)
    }
    pushHandler(handler)
    try scoped { try emit(inner, into: register) }
    dropScope(to: depth)
  }

  private func emitStatement(_ statement: TypedStmt, into register: Int) throws {
    let end = builder.label()
    yieldTargets.append((register, end, scope.count))
    try self.statement(statement)
    yieldTargets.removeLast()
    builder.place(end)
  }
}
