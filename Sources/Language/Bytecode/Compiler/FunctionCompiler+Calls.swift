/// Calls of all kinds.
extension FunctionCompiler {
  enum Target {
    case entry(FunctionInstance)
    /// The closure's register.
    case closure(Int)
    case method(selector: Int)
    /// By the class whose record a register holds.
    case dynamic(Int, selector: Int)
    case witness(WitnessSite)
    case native(NativeFunction, NativeSignature)
  }

  // MARK: Expressions that call

  /// A call, construction or assignment. With a register the result goes there, owned; without one it is dropped.
  func emitCallLike(_ expression: TypedExpr, into register: Int?) throws -> Bool {
    builder.range = expression.range
    switch expression.kind {
    case .assign(let target, let value): try emitAssign(target, value)
    case .call(.function(let reference, let dispatch), let arguments):
      let reference = concrete(reference)
      if let register {
        try emitCall(reference, arguments, dispatch, resultType: expression.type, into: register)
      } else {
        try scoped {
          let type = type(expression.type)
          let target = try allocate(type)
          try emitCall(reference, arguments, dispatch, resultType: expression.type, into: target)
          emitDestroy(target, type.layout)
        }
      }
    case .call(.value(let callee), let arguments):
      try scoped {
        let value = try callValue(callee, arguments)
        if let register { try moveOrCopy(value, into: register) }
      }
    case .call(.metatype(let metatype, let reference), let arguments):
      try scoped {
        let value = try callOnMetatype(metatype, concrete(reference), arguments, resultType: expression.type)
        if let register { try moveOrCopy(value, into: register) }
      }
    case .construct(let reference, let arguments):
      try scoped {
        let target = try register ?? allocate(type(expression.type))
        try emitConstruct(concrete(reference), arguments, type(expression.type), into: target)
        if register == nil { emitDestroy(target, type(expression.type).layout) }
      }
    case .delegateInit(let selfVariable, let reference, let arguments, let isSuper):
      try emitDelegateInit(selfVariable, concrete(reference), arguments, isSuper: isSuper)
    default:
      guard let register else { return false }
      try emit(expression, into: register)
    }
    return true
  }

  private func emitCall(
    _ reference: FunctionRef, _ arguments: [TypedArgument], _ dispatch: Dispatch, resultType: Type, into register: Int
  ) throws {
    if let (target, isDirect) = try resolve(reference, dispatch), isDirect {
      if try emitIntrinsic(target, arguments, into: register) { return }
      if try emitInline(target, arguments, resultType, into: register) { return }
    }
    try scoped {
      let value = try call(reference, arguments, dispatch: dispatch, resultType: resultType)
      try moveOrCopy(value, into: register)
    }
  }

  /// The function that a call means once types are concrete; `isDirect` where no dynamic type decides.
  func resolve(_ reference: FunctionRef, _ dispatch: Dispatch) throws -> (FunctionRef, isDirect: Bool)? {
    switch dispatch {
    case .direct:
      // A member of a protocol's extension on an existential: its `Self` is the dynamic type.
      if reference.decl.parent?.isProtocol == true, reference.decl.selfVariable != nil,
        let parameter = reference.decl.generics.first(where: { $0.isSelf }),
        case .existential? = reference.substitutions[parameter]
      {
        return nil
      }
      return (reference, true)
    case .virtual:
      let parent = reference.decl.parent
      // A method with generic parameters of its own has an instance for each of their types, and no slot to dispatch by.
      let isGeneric = reference.decl.generics.count > parent?.generics.count ?? 0
      return (reference, reference.decl.selfVariable == nil || reference.decl.isFinal || parent?.isFinal == true || isGeneric)
    case .witness:
      guard let parameter = reference.decl.generics.first(where: { $0.isSelf }),
        let selfType = reference.substitutions[parameter]
      else { return nil }
      if case .existential = selfType { return nil }
      guard let target = Specialization.witness(reference, selfType: selfType) else {
        // A requirement that the type meets by a member of a protocol extension that was not recorded, or none at all.
        throw Trap.unsupported("'\(reference.decl.name)' on \(TypeNames.display(selfType))")
      }
      // A method of a class that meets a requirement may be overridden in a subclass.
      if target.decl.parent?.isClass == true, !target.decl.isStatic, target.decl.kind != .initializer, !target.decl.isFinal {
        return (target, false)
      }
      return (target, true)
    }
  }

  /// Calls a function; the result is a temporary.
  func call(
    _ reference: FunctionRef, _ arguments: [TypedArgument], dispatch: Dispatch = .direct, resultType: Type? = nil
  ) throws -> Value {
    guard let (target, isDirect) = try resolve(reference, dispatch) else {
      return try callExistential(reference, arguments, resultType: resultType ?? reference.decl.resultType)
    }
    if isDirect {
      switch target.decl.body {
      case .intrinsic, .native:
        let type = machine.resultType(of: target)
        let register = try allocate(type)
        if try emitIntrinsic(target, arguments, into: register) {
          own(register, type.layout)
          return Value(register: register, type: type, isOwned: !type.layout.isTrivial)
        }
      default: break
      }
    }
    let callee = machine.instance(of: target)
    let parameters = callee.parameters.map { ($0.type, $0.isInout) }
    let destination: Target
    if isDirect {
      if !target.decl.captures.isEmpty || !target.decl.captureInits.isEmpty {
        return try callLocal(target.decl, callee, arguments)
      }
      destination = .entry(callee)
    } else {
      destination = .method(selector: machine.selector(of: target.decl))
    }
    return try call(destination, parameters, callee.resultType, arguments)
  }

  /// A local function that captures: itself has its own object at hand, others are given a new one.
  private func callLocal(_ function: FunctionDecl, _ callee: FunctionInstance, _ arguments: [TypedArgument]) throws -> Value {
    let parameters = callee.parameters.map { ($0.type, $0.isInout) }
    if function === decl { return try call(.closure(instance.contextRegister), parameters, callee.resultType, arguments) }
    let closure = try allocate(1)
    try emitClosure(function, into: closure)
    own(closure, .reference)
    return try call(.closure(closure), parameters, callee.resultType, arguments)
  }

  private func callValue(_ callee: TypedExpr, _ arguments: [TypedArgument]) throws -> Value {
    let argumentExpressions = arguments.flatMap { argument -> [TypedExpr] in
      switch argument {
      case .value(let expression), .inoutArgument(let expression): [expression]
      case .defaulted: []
      case .variadic(let list, _): list
      }
    }
    let closure: Value
    if let borrowed = try borrow(callee, before: argumentExpressions, duringCall: true) {
      closure = borrowed
    } else {
      let register = try allocate(1)
      try emit(callee, into: register)
      own(register, .reference)
      closure = Value(register: register, type: type(callee.type), isOwned: true)
    }
    guard case .function(let function) = type(callee.type).kind else { throw Trap.unsupported("calling this value") }
    let parameters = function.parameters.map { (types.runtimeType($0.type), $0.isInout) }
    return try call(.closure(closure.register), parameters, types.runtimeType(function.result), arguments)
  }

  /// A requirement on an existential: the thunk of its dynamic type takes its address.
  private func callExistential(_ reference: FunctionRef, _ arguments: [TypedArgument], resultType: Type) throws -> Value {
    guard let first = arguments.first else { throw Trap.unsupported("'\(reference.decl.name)' on a protocol") }
    let existential: RuntimeType
    let addressRegister = try allocate(1)
    var writeback: (() throws -> Void)?
    switch first {
    case .value(let expression):
      existential = type(expression.type)
      guard case .existential = existential.kind else { throw Trap.unsupported("'\(reference.decl.name)' on this type") }
      let register = try allocate(2)
      try emit(expression, into: register)
      own(register, existential.layout)
      builder.emit(.frameAddress, a: addressRegister, b: register)
    case .inoutArgument(let expression):
      existential = type(expression.type)
      let (register, after) = try inoutAddress(expression)
      emitMove(addressRegister, register, 1)
      writeback = after
    default: throw Trap.unsupported("'\(reference.decl.name)' on a protocol")
    }
    let result = type(resultType)
    let parameters = reference.decl.parameters.map { parameter in
      (machine.concrete(parameter.variable.type, reference.substitutions), parameter.isInout)
    }
    let site = WitnessSite(
      reference: reference,
      signature: ThunkSignature(existential: existential, result: result, parameters: parameters.map { (type: $0.0, isInout: $0.1) }))
    let typeRegister = try allocate(1)
    builder.emit(.load, a: typeRegister, b: addressRegister, c: 0)
    let value = try call(
      .witness(site), [(machine.knownTypes.int, false)] + parameters, result,
      [.value(heldExpression(Value(register: addressRegister, type: machine.knownTypes.int), machine.knownTypes.int.type, decl.range))]
        + arguments.dropFirst(), dynamicType: typeRegister)
    try writeback?()
    return value
  }

  /// A static member or initialiser of the type that a metatype value holds.
  func callOnMetatype(
    _ metatype: TypedExpr, _ reference: FunctionRef, _ arguments: [TypedArgument], resultType: Type
  ) throws -> Value {
    let typeRegister = try operandRegister(metatype)
    let function = reference.decl
    if case .metatype(.existential(let existential)) = type(metatype.type).type {
      let result = type(resultType)
      let parameters = function.parameters.map { parameter in
        (type: machine.concrete(parameter.variable.type, reference.substitutions), isInout: parameter.isInout)
      }
      let site = WitnessSite(
        reference: reference,
        signature: ThunkSignature(
          existential: types.runtimeType(.existential(existential)), result: result, parameters: parameters))
      // No value stands for `self`: the thunk looks at the type alone.
      let held = heldExpression(Value(register: typeRegister, type: machine.knownTypes.int), machine.knownTypes.int.type, decl.range)
      return try call(
        .witness(site), [(machine.knownTypes.int, false)] + parameters, result, [.value(held)] + arguments,
        dynamicType: typeRegister)
    }
    let callee = machine.instance(of: reference)
    let parameters = callee.parameters.map { ($0.type, $0.isInout) }
    guard function.kind == .initializer else {
      return try call(
        .dynamic(typeRegister, selector: machine.selector(of: function)), parameters, callee.resultType, arguments)
    }
    let instanceType = type(resultType)
    let object = try allocate(1)
    try emitNative(
      "make", ExistentialNatives.makeInstance, [(machine.knownTypes.int, false, typeRegister)], instanceType, into: object)
    own(object, .reference)
    let held = heldExpression(Value(register: object, type: instanceType), instanceType.type, decl.range)
    _ = try call(
      .dynamic(typeRegister, selector: machine.selector(of: function)), parameters, callee.resultType,
      [.value(held)] + arguments)
    builder.emit(.finishInstance, a: object)
    return Value(register: object, type: instanceType, isOwned: true)
  }

  // MARK: The window

  /// Lays out the callee's window above the registers in use, fills in the arguments, calls. What the arguments owned ends
  /// here; the result is a temporary at the window's start.
  func call(
    _ target: Target, _ parameters: [(type: RuntimeType, isInout: Bool)], _ result: RuntimeType,
    _ arguments: [TypedArgument], dynamicType: Int? = nil
  ) throws -> Value {
    let range = builder.range
    let depth = scope.count
    let words = parameters.reduce(result.layout.words) { $0 + ($1.isInout ? 1 : $1.type.layout.words) }
    nextRegister += 2
    var base = try allocate(words + 1)
    var writebacks: [() throws -> Void] = []
    var slot = base + result.layout.words
    var selfRegister = slot
    let hasInout = arguments.contains { if case .inoutArgument = $0 { true } else { false } }
    for (index, argument) in arguments.enumerated() where index < parameters.count {
      let (type, isInout) = parameters[index]
      let later = arguments[(index + 1)...].flatMap(Self.expressions)
      switch argument {
      case .inoutArgument(let expression):
        if isInout {
          let (register, writeback) = try inoutAddress(expression)
          emitMove(slot, register, 1)
          if let writeback { writebacks.append(writeback) }
        } else {
          try fillArgument(expression, type, slot, later, hasInout: hasInout)
        }
      case .value(let expression):
        if isInout {
          // An accessor that only reads, declared as changing `self`.
          let (register, _) = try inoutAddress(expression)
          emitMove(slot, register, 1)
        } else {
          try fillArgument(expression, type, slot, later, hasInout: hasInout)
        }
      case .defaulted, .variadic:
        try emitArgumentValue(argument, type, into: slot)
        own(slot, type.layout)
      }
      if index == 0 { selfRegister = slot }
      slot += isInout ? 1 : type.layout.words
    }
    builder.range = range
    // The callee's frame begins here and overwrites what lies above its parameters. Where the arguments left something
    // there that is needed after the call, the window moves up.
    let isKept = scope[depth...].contains {
      if case .value(let register, _) = $0.kind { register > base + words } else { false }
    }
    if isKept || !writebacks.isEmpty {
      nextRegister += 2
      let moved = try allocate(words + 1)
      emitMove(moved + result.layout.words, base + result.layout.words, words - result.layout.words)
      selfRegister += moved - base
      base = moved
    }
    switch target {
    case .entry(let callee): builder.emit(.call, a: base, word: Int(bitPattern: callee.entry))
    case .closure(let register): builder.emit(.callClosure, a: base, b: register, c: base + words)
    case .method(let selector): builder.emit(.callMethod, a: base, b: selfRegister, c: selector)
    case .dynamic(let register, let selector): builder.emit(.callDynamic, a: base, b: register, c: selector)
    case .witness(let site):
      builder.emit(.callWitness, a: base, b: dynamicType ?? base, word: builder.pointer(site))
    case .native(let function, let signature):
      let place = (range ?? decl.range)
      let site = NativeSite(
        function, signature, place: UInt64(UInt32(truncatingIfNeeded: place.file.cell)) << 32 | UInt64(UInt32(truncatingIfNeeded: place.line)))
      builder.emit(.callNative, a: base, word: builder.pointer(site))
    }
    if !writebacks.isEmpty {
      let mark = scope.count
      own(base, result.layout)
      for writeback in writebacks { try writeback() }
      if scope.count > mark, !result.layout.isTrivial { disown(base) }
    }
    try pop(to: depth)
    nextRegister = base + max(result.layout.words, 1)
    own(base, result.layout)
    return Value(register: base, type: result, isOwned: !result.layout.isTrivial)
  }

  static func expressions(_ argument: TypedArgument) -> [TypedExpr] {
    switch argument {
    case .value(let expression), .inoutArgument(let expression): [expression]
    case .defaulted: []
    case .variadic(let list, _): list
    }
  }

  /// An argument that the callee only borrows.
  private func fillArgument(
    _ expression: TypedExpr, _ type: RuntimeType, _ slot: Int, _ later: [TypedExpr], hasInout: Bool
  ) throws {
    let depth = scope.count
    let isSafe = !hasInout || TreeWalk.root(expression)?.isLet != false
    // Words without owner are copied here and now: nothing that comes later can change them.
    let borrowLater = type.layout.isTrivial ? [] : later
    if isSafe || type.layout.isTrivial, let borrowed = try borrow(expression, before: borrowLater, duringCall: true),
      scope.count == depth
    {
      emitMove(slot, borrowed.register, type.layout.words)
    } else {
      try emit(expression, into: slot)
      own(slot, type.layout)
    }
  }

  /// Calls a native of the machine with values in registers; an inout one is an address.
  func emitNative(
    _ name: String, _ function: @escaping NativeFunction, _ arguments: [(type: RuntimeType, isInout: Bool, register: Int)],
    _ result: RuntimeType, into register: Int
  ) throws {
    let signature = NativeSignature(
      name: name, result: result, parameters: arguments.map { ($0.type, $0.isInout) }, generics: [], isThrowing: false)
    let mark = nextRegister
    nextRegister += 2
    let base = try allocate(signature.words + 1)
    for (argument, parameter) in zip(arguments, signature.parameters) {
      emitMove(base + parameter.offset, argument.register, argument.isInout ? 1 : argument.type.layout.words)
    }
    let place = builder.range ?? decl.range
    let site = NativeSite(
      function, signature, place: UInt64(UInt32(truncatingIfNeeded: place.file.cell)) << 32 | UInt64(UInt32(truncatingIfNeeded: place.line)))
    builder.emit(.callNative, a: base, word: builder.pointer(site))
    emitMove(register, base, result.layout.words)
    nextRegister = mark
  }

  /// A native of a host module or of the machine's own table behind a declaration.
  func callNative(_ target: FunctionRef, _ function: @escaping NativeFunction, _ arguments: [TypedArgument]) throws -> Value {
    let callee = machine.instance(of: target)
    let signature = nativeSignature(target, callee)
    return try call(
      .native(function, signature), callee.parameters.map { ($0.type, $0.isInout) }, callee.resultType, arguments)
  }

  func nativeSignature(_ target: FunctionRef, _ callee: FunctionInstance) -> NativeSignature {
    NativeSignature(
      name: callee.name, result: callee.resultType, parameters: callee.parameters.map { ($0.type, $0.isInout) },
      generics: target.decl.generics.compactMap { target.substitutions[$0].map(types.runtimeType) },
      isThrowing: target.decl.isThrowing || target.decl.isRethrowing)
  }

  // MARK: Construction

  private func emitConstruct(
    _ reference: FunctionRef, _ arguments: [TypedArgument], _ type: RuntimeType, into register: Int
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
      let value = try call(reference, [.value(held)] + arguments)
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

  private func emitDelegateInit(
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
      let value = try call(reference, arguments)
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

  // MARK: Assignment

  private func emitAssign(_ target: TypedExpr, _ value: TypedExpr) throws {
    try scoped {
      if case .tuple(let targets) = target.kind {
        let register = try allocate(type(value.type))
        try emit(value, into: register)
        guard case .tuple(let fields) = type(value.type).kind, fields.count == targets.count else {
          throw Trap.unsupported("this assignment")
        }
        for field in fields { own(register + field.offset, field.type.layout) }
        for (inner, field) in zip(targets, fields) {
          let part = Value(
            register: register + field.offset, type: field.type, isOwned: !field.type.layout.isTrivial)
          try assign(part, to: inner)
        }
        return
      }
      if case .discard = target.kind { return try discard(value) }
      // Straight into the variable's register where the value is one word that is written last.
      if case .variable(let variable) = target.kind, variable.ownership == .strong,
        let register = frameRegister(of: variable)
      {
        let type = type(variable.type)
        if type.layout.isTrivial, type.layout.words == 1, writesLast(value) {
          try emit(value, into: register)
          return
        }
      }
      if let simple = try simpleElementAssign(target, value) { return simple }
      // Bases and indices on the left come first, then the value, then the access.
      if containsSubscript(target) {
        let prepared = try prepare(target)
        let result = try operand(value)
        try store(result, to: try place(prepared))
      } else {
        let result = try operand(value)
        try store(result, to: try place(target))
      }
    }
  }

  /// The register of a variable that is no more than words of the frame.
  private func frameRegister(of variable: Variable) -> Int? {
    guard variable.accessors == nil else { return nil }
    switch try? storage(of: variable) {
    case .register(let register): return register
    case .place(.register(let register, _, .strong)): return register
    default: return nil
    }
  }

  private func assign(_ value: Value, to target: TypedExpr) throws {
    if case .tuple(let targets) = target.kind, case .tuple(let fields) = value.type.kind {
      if value.isOwned { disown(value.register) }
      for field in fields { own(value.register + field.offset, field.type.layout) }
      for (inner, field) in zip(targets, fields) {
        try assign(
          Value(register: value.register + field.offset, type: field.type, isOwned: !field.type.layout.isTrivial), to: inner)
      }
      return
    }
    if case .discard = target.kind { return }
    try store(value, to: try place(target))
  }

  /// Whether an expression of one word writes its register only after it has read everything.
  private func writesLast(_ expression: TypedExpr) -> Bool {
    switch expression.kind {
    case .integer, .floating, .boolean, .character, .variable, .property, .tupleElement, .call, .construct,
      .subscriptAccess: true
    default: false
    }
  }

  private func containsSubscript(_ target: TypedExpr) -> Bool {
    switch target.kind {
    case .subscriptAccess, .call, .construct: true
    case .property(let base?, _, _, _, _): containsSubscript(base)
    case .tupleElement(let base, _), .forceUnwrap(let base), .chainValue(let base): containsSubscript(base)
    default: false
    }
  }

  /// The same place with its indices evaluated already.
  private func prepare(_ target: TypedExpr) throws -> TypedExpr {
    func rebuilt(_ kind: TypedExpr.Kind) -> TypedExpr { TypedExpr(kind, type: target.type, range: target.range) }
    switch target.kind {
    case .subscriptAccess(let base, let decl, let inner, let arguments):
      let list = try arguments.map { argument -> TypedArgument in
        guard case .value(let value) = argument else { return argument }
        if case .closure = value.kind { return argument }
        let type = type(value.type)
        let register = try allocate(type)
        try emit(value, into: register)
        own(register, type.layout)
        return .value(heldExpression(Value(register: register, type: type), value.type, value.range))
      }
      return rebuilt(.subscriptAccess(base: try prepare(base), decl, inner, list))
    case .property(let base?, let property, let inner, let isSuper, let isDirect):
      return rebuilt(.property(base: try prepare(base), property, inner, isSuper: isSuper, isDirect: isDirect))
    case .tupleElement(let base, let index): return rebuilt(.tupleElement(try prepare(base), index))
    case .forceUnwrap(let base): return rebuilt(.forceUnwrap(try prepare(base)))
    case .chainValue(let base): return rebuilt(.chainValue(try prepare(base)))
    case .call, .construct:
      let value = try heldOperand(target)
      return heldExpression(value, target.type, target.range)
    default: return target
    }
  }

  /// `a[i] = v` for an array variable of one-word elements in the frame.
  private func simpleElementAssign(_ target: TypedExpr, _ value: TypedExpr) throws -> Void? {
    guard case .subscriptAccess(let base, let decl, _, let arguments) = target.kind, decl.addressor == "array",
      case .value(let index)? = arguments.first, arguments.count == 1, case .variable(let variable) = base.kind,
      let array = frameRegister(of: variable),
      case .array(let element) = type(base.type).kind, element.layout.words == 1, element.layout.isTrivial
    else { return nil }
    let position = try operandRegister(index, before: [value])
    let result = try operandRegister(value)
    builder.range = target.range
    builder.emit(.arraySet, a: array, b: position, c: result, word: Int(bitPattern: type(base.type).pointer))
    return ()
  }

  // MARK: Functions compiled in place

  /// Functions of the library that are one expression (`+=`, `isEmpty`, `max`) are compiled where they are called.
  private func emitInline(_ target: FunctionRef, _ arguments: [TypedArgument], _ resultType: Type, into register: Int) throws
    -> Bool
  {
    try inlined(target, arguments) { body in try emitPinned(body, into: register, builder.range) }
  }

  /// Binds the arguments to the parameters and hands over the one expression of the body; false where that cannot be.
  func inlined(_ target: FunctionRef, _ arguments: [TypedArgument], _ compile: (TypedExpr) throws -> Void) throws -> Bool {
    let function = target.decl
    guard inlineDepth < 6, function.range.file.cell == 0, function.kind != .initializer, function.kind != .closure,
      function.captures.isEmpty, let body = Self.expressionBody(function)
    else { return false }
    var isSimple = true
    TreeWalk.visit(body) { inner in
      switch inner.kind {
      case .closure, .statement, .block, .tryOptional, .tryForce, .optionalChain, .openExistential: isSimple = false
      default: break
      }
      return isSimple
    }
    guard isSimple else { return false }
    var variables: [(variable: Variable, isInout: Bool)] = []
    if let selfVariable = function.selfVariable { variables.append((selfVariable, selfVariable.kind.isInout)) }
    for parameter in function.parameters {
      if parameter.isAutoclosure || parameter.isVariadic { return false }
      variables.append((parameter.variable, parameter.isInout))
    }
    guard variables.count == arguments.count, variables.allSatisfy({ !$0.variable.isCaptured }) else { return false }
    for argument in arguments {
      switch argument {
      case .defaulted, .variadic: return false
      case .inoutArgument(let expression):
        // Evaluating the other arguments could come between the halves of a computed place.
        if !isPlainPlace(expression) { return false }
      case .value: break
      }
    }
    try scoped {
      // The arguments are the caller's: the same function may be compiled in place within them.
      var bound: [(Variable, Storage)] = []
      for (index, (argument, (variable, isInout))) in zip(arguments, variables).enumerated() {
        let later = arguments[(index + 1)...].flatMap(Self.expressions)
        switch argument {
        case .inoutArgument(let expression):
          // Other arguments come first: evaluating them must not find the place half done.
          if isInout, later.contains(where: TreeWalk.mayRunCode) {
            let (register, _) = try inoutAddress(expression)
            bound.append((variable, .address(register)))
          } else if isInout {
            bound.append((variable, .place(try place(expression))))
          } else {
            bound.append((variable, .operand(try operand(expression, before: later))))
          }
        case .value(let expression):
          switch expression.kind {
          case .integer, .floating, .boolean, .character: bound.append((variable, .constant(expression)))
          default: bound.append((variable, .operand(try operand(expression, before: later))))
          }
        case .defaulted, .variadic: break
        }
      }
      let hidden = bound.map { ($0.0, storages[$0.0]) }
      for (variable, storage) in bound { storages[variable] = storage }
      defer { for (variable, storage) in hidden { storages[variable] = storage } }
      let outer = (substitutions, returnValueIsSelf)
      substitutions = target.substitutions
      inlineDepth += 1
      defer {
        (substitutions, returnValueIsSelf) = outer
        inlineDepth -= 1
      }
      try compile(body)
    }
    return true
  }

  /// A place whose access is nothing but reading and writing words.
  private func isPlainPlace(_ expression: TypedExpr) -> Bool {
    switch expression.kind {
    case .variable(let variable): variable.accessors == nil && variable.ownership == .strong
    case .property(let base?, let property, _, let isSuper, let isDirect):
      property.isStored && !property.isLazy && !property.isStatic && property.ownership == .strong
        && (isDirect || !property.isObserved && (property.accessors.get == nil || isSuper))
        && (type(base.type).isClass || isPlainPlace(base))
    case .tupleElement(let base, _): isPlainPlace(base)
    case .subscriptAccess(let base, let decl, _, _): decl.addressor == "array" && isPlainPlace(base)
    default: false
    }
  }

  private func emitPinned(_ body: TypedExpr, into register: Int, _ range: SourceRange?) throws {
    if type(body.type).layout.words == 0 {
      switch body.kind {
      case .assign, .call: _ = try emitCallLike(body, into: register)
      default: try discard(body)
      }
    } else {
      try emit(body, into: register)
    }
    builder.range = range
  }

  // MARK: Closures

  /// A closure object with what it captures.
  func emitClosure(_ function: FunctionDecl, into register: Int) throws {
    let reference = FunctionRef(function, restricted(to: function.generics))
    let callee = machine.instance(of: reference)
    let captures = captureLayout(of: function)
    if captures.isEmpty {
      builder.emit(.loadObject, a: register, word: Int(bitPattern: machine.closureObject(of: callee)))
      return
    }
    let layout = Layout.aggregate(captures.map { $0.1.layout })
    let type = machine.closureType(of: callee, layout)
    try scoped {
      // Values of the capture list are made first.
      var initial: [(register: Int, Layout)] = []
      for (variable, value) in function.captureInits {
        let valueType = self.type(value.type)
        let slot = try allocate(valueType)
        try emit(value, into: slot)
        if variable.ownership == .strong {
          own(slot, valueType.layout)
          initial.append((slot, valueType.layout))
        } else {
          let cell = try allocate(1)
          builder.emit(.makeWeak, a: cell, b: slot)
          builder.emit(.release, a: slot)
          own(cell, WeakCell.layout)
          initial.append((cell, WeakCell.layout))
        }
      }
      let object = try allocate(1)
      builder.emit(.makeClosure, a: object, b: layout.words)
      builder.append(word: Int(bitPattern: type.pointer))
      builder.append(word: Int(bitPattern: callee.entry))
      own(object, .reference)
      var offset = 1
      for (index, (variable, capture)) in captures.enumerated() {
        let words = capture.layout.words
        if index >= captures.count - initial.count {
          let (slot, slotLayout) = initial[index - (captures.count - initial.count)]
          emitRetain(slot, slotLayout)
          storePayload(object, slot, words, offset: offset)
        } else {
          try emitCapture(variable, capture, object, offset)
        }
        offset += words
      }
      emitMove(register, object, 1)
      disown(object)
    }
  }

  private func emitCapture(_ variable: Variable, _ capture: Capture, _ object: Int, _ offset: Int) throws {
    let words = capture.layout.words
    switch try storage(of: variable) {
    case .register(let source), .box(let source), .address(let source):
      emitRetain(source, capture.layout)
      storePayload(object, source, words, offset: offset)
    case .operand(let value):
      emitRetain(value.register, capture.layout)
      storePayload(object, value.register, words, offset: offset)
    case .global, .place, .constant:
      try scoped {
        let copy = try allocate(max(words, 1))
        load(try place(of: variable), into: copy)
        storePayload(object, copy, words, offset: offset)
      }
    }
  }

  func restricted(to generics: [GenericParameter]) -> Substitutions {
    var result = Substitutions()
    for parameter in generics {
      if let type = substitutions[parameter] { result[parameter] = type }
    }
    return result
  }

  func emitFunctionValue(_ reference: FunctionRef, into register: Int) throws {
    let reference = concrete(reference)
    if !reference.decl.captures.isEmpty { return try emitClosure(reference.decl, into: register) }
    var target = reference
    if reference.decl.isRequirement, let (resolved, _) = try resolve(reference, .witness) { target = resolved }
    if target.decl.kind == .initializer, target.decl.parent?.isClass == true {
      target = FunctionRef(try constructor(target), target.substitutions)
    }
    let callee = machine.instance(of: target)
    builder.emit(.loadObject, a: register, word: Int(bitPattern: machine.closureObject(of: callee)))
  }

  /// `Node.init` of a class as a function: allocates and initialises.
  private func constructor(_ reference: FunctionRef) throws -> FunctionDecl {
    let original = reference.decl
    guard let selfVariable = original.selfVariable else { throw Trap.unsupported("this initialiser as a value") }
    let function = FunctionDecl(name: original.name, kind: .function, range: original.range, parent: original.parent)
    function.generics = original.generics
    function.parameters = original.parameters.map { parameter in
      var copy = parameter
      copy.variable = Variable(
        name: parameter.variable.name, range: parameter.variable.range, type: parameter.variable.type, isLet: true,
        kind: .parameter)
      return copy
    }
    let own = Substitutions(Dictionary(uniqueKeysWithValues: original.generics.map { ($0, Type.parameter($0)) }))
    function.resultType = original.isFailable
      ? types.optional(Specialization.concrete(selfVariable.type, reference.substitutions)).type : selfVariable.type
    let arguments = function.parameters.map {
      TypedArgument.value(TypedExpr(.variable($0.variable), type: $0.variable.type, range: original.range))
    }
    let body = TypedExpr(
      .construct(FunctionRef(original, own), arguments), type: function.resultType, range: original.range)
    function.body = .typed([TypedStmt(.returnStmt(body), range: original.range)])
    return function
  }

  /// `object.method` as a value: a closure that holds the object.
  func emitBoundMethod(
    _ base: TypedExpr, _ reference: FunctionRef, _ dispatch: Dispatch, _ expression: TypedExpr, into register: Int
  ) throws {
    guard case .function(let functionType) = type(expression.type).kind else { throw Trap.unsupported("this method as a value") }
    let range = expression.range
    let held = Variable(name: "base", range: range, type: type(base.type).type, isLet: true, kind: .local)
    let closure = FunctionDecl(name: reference.decl.name, kind: .closure, range: range, parent: nil)
    closure.generics = decl.generics
    closure.captureInits = [(held, base)]
    closure.resultType = functionType.result
    closure.parameters = functionType.parameters.enumerated().map { index, parameter in
      Parameter(
        label: nil,
        variable: Variable(
          name: "$\(index)", range: range, type: parameter.type, isLet: true,
          kind: parameter.isInout ? .inoutParameter : .parameter), isInout: parameter.isInout)
    }
    let arguments = closure.parameters.map { parameter -> TypedArgument in
      let value = TypedExpr(.variable(parameter.variable), type: parameter.variable.type, range: range)
      return parameter.isInout ? .inoutArgument(value) : .value(value)
    }
    let call = TypedExpr(
      .call(
        .function(concrete(reference), dispatch),
        [.value(TypedExpr(.variable(held), type: held.type, range: range))] + arguments), type: functionType.result,
      range: range)
    closure.body = .typed([TypedStmt(.returnStmt(call), range: range)])
    try emitClosure(closure, into: register)
  }

  /// The value of an autoclosure argument, evaluated here.
  func autoclosureValue(_ closure: TypedExpr) throws -> Value {
    if case .closure(let function) = closure.kind, let body = Self.expressionBody(function) {
      return try operand(body)
    }
    if case .function(let result) = type(closure.type).kind {
      _ = result
      return try callValue(closure, [])
    }
    // An ordinary value where a function was expected.
    return try operand(closure)
  }
}
