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

  /// The result of a call where the callee leaves it, for an operand that is read and gone. Nil for expressions that are
  /// no call of a function with a body, and for calls that need values of their own beside the arguments.
  func callOperand(_ expression: TypedExpr) throws -> Value? {
    guard case .call(.function(let written, let dispatch), let arguments) = expression.kind else { return nil }
    let reference = concrete(written)
    guard let (target, isDirect) = try resolve(reference, dispatch), target.decl.captures.isEmpty,
      target.decl.captureInits.isEmpty, target.decl.kind != .initializer,
      !target.substitutions.types.values.contains(where: { if case .existential = $0 { true } else { false } })
    else { return nil }
    switch target.decl.body {
    case .intrinsic, .native: return nil
    default: break
    }
    let outer = builder.range
    builder.range = expression.range
    defer { builder.range = outer }
    if isDirect {
      let type = type(expression.type)
      let mark = nextRegister
      let register = try allocate(type)
      if try emitInline(target, arguments, expression.type, into: register) {
        own(register, type.layout)
        return Value(register: register, type: type, isOwned: !type.layout.isTrivial)
      }
      nextRegister = mark
    }
    return try call(reference, arguments, dispatch: dispatch, resultType: expression.type)
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
    if isDirect, let value = try callOpened(target, arguments) { return value }
    let callee = machine.instance(of: target)
    if target.decl.kind == .initializer, target.decl.parent?.isClass == true,
      arguments.count + 1 == callee.parameters.count, let resultType
    {
      // `T()` where T turns out to be a class: there is no object yet.
      let type = type(resultType)
      let register = try allocate(type)
      try emitConstruct(target, arguments, type, into: register, isExact: false)
      own(register, type.layout)
      return Value(register: register, type: type, isOwned: true)
    }
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

  /// A generic function whose `T` is an existential and the type of one parameter only: it sees the dynamic type.
  private func callOpened(_ target: FunctionRef, _ arguments: [TypedArgument]) throws -> Value? {
    let function = target.decl
    let isPlain = function.selfVariable == nil || function.kind == .initializer && function.parent?.isClass == false
    guard !function.generics.isEmpty, function.captures.isEmpty, isPlain, arguments.count == function.parameters.count else {
      return nil
    }
    for generic in function.generics {
      guard case .existential(let existential)? = target.substitutions[generic], !existential.protocols.isEmpty,
        !mentions(generic, function.resultType)
      else { continue }
      let using = function.parameters.indices.filter { mentions(generic, function.parameters[$0].variable.type) }
      guard using.count == 1, let index = using.first, case .parameter(generic) = function.parameters[index].variable.type,
        !function.parameters[index].isInout, case .value(let opened) = arguments[index]
      else { continue }
      let existentialType = type(opened.type)
      guard case .existential = existentialType.kind else { continue }
      let callee = machine.instance(of: target)
      var parameters = callee.parameters.map { (type: $0.type, isInout: $0.isInout) }
      parameters.remove(at: index)
      var others = arguments
      others.remove(at: index)
      var signature = ThunkSignature(existential: existentialType, result: callee.resultType, parameters: parameters)
      signature.opened = index
      signature.openedParameter = generic
      let register = try allocate(2)
      try emit(opened, into: register)
      own(register, existentialType.layout)
      let address = try allocate(1)
      builder.emit(.frameAddress, a: address, b: register)
      let held = heldExpression(Value(register: address, type: machine.knownTypes.int), machine.knownTypes.int.type, decl.range)
      return try call(
        .witness(WitnessSite(reference: target, signature: signature)), [(machine.knownTypes.int, false)] + parameters,
        callee.resultType, [.value(held)] + others, dynamicType: register)
    }
    return nil
  }

  private func mentions(_ generic: GenericParameter, _ type: Type) -> Bool {
    type.contains {
      if case .parameter(generic) = $0 { return true }
      return false
    }
  }

  /// A local function that captures: itself has its own object at hand, others are given a new one.
  func callLocal(_ function: FunctionDecl, _ callee: FunctionInstance, _ arguments: [TypedArgument]) throws -> Value {
    let parameters = callee.parameters.map { ($0.type, $0.isInout) }
    if function === decl { return try call(.closure(instance.contextRegister), parameters, callee.resultType, arguments) }
    let closure = try allocate(1)
    try emitClosure(function, into: closure)
    own(closure, .reference)
    return try call(.closure(closure), parameters, callee.resultType, arguments)
  }

  func callValue(_ callee: TypedExpr, _ arguments: [TypedArgument]) throws -> Value {
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
    let depth = scope.count
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
      let place = try accessedPlace(expression)
      let address = isReachable(place, expression) ? try takeOut(existential, at: try address(of: place)) : try beginAccess(place)
      emitMove(addressRegister, address, 1)
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
    try endAccesses(since: depth)
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
    /// Accesses begin after all arguments are there, as those may change what is accessed.
    var delayed: [(slot: Int, place: () throws -> Place)] = []
    var slot = base + result.layout.words
    var selfRegister = slot
    let hasInout = arguments.contains { if case .inoutArgument = $0 { true } else { false } }
    for (index, argument) in arguments.enumerated() where index < parameters.count {
      let (type, isInout) = parameters[index]
      let later = arguments[(index + 1)...].flatMap(Self.expressions)
      switch argument {
      case .inoutArgument(let expression):
        if isInout {
          if later.contains(where: TreeWalk.mayRunCode) || !later.isEmpty && unwraps(expression) {
            let prepared = try prepare(expression)
            delayed.append((slot, { [unowned self] in try accessedPlace(prepared) }))
          } else {
            let place = try accessedPlace(expression)
            if hasEnd(place) { delayed.append((slot, { place })) } else { emitMove(slot, try access(place).address, 1) }
          }
        } else {
          try fillArgument(expression, type, slot, later, hasInout: hasInout)
        }
      case .value(let expression):
        if isInout {
          // An accessor that only reads, declared as changing `self`.
          emitMove(slot, try access(try accessedPlace(expression)).address, 1)
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
    for (slot, place) in delayed { emitMove(slot, try beginAccess(try place()), 1) }
    let hasAccesses = scope[depth...].contains { if case .access = $0.kind { true } else { false } }
    builder.range = range
    // The callee's frame begins here and overwrites what lies above its parameters. Where the arguments left something
    // there that is needed after the call, the window moves up.
    let isKept = scope[depth...].contains {
      if case .value(let register, _) = $0.kind { register > base + words } else { false }
    }
    if isKept || hasAccesses {
      nextRegister += 2
      let moved = try allocate(words + 1)
      emitMove(moved + result.layout.words, base + result.layout.words, words - result.layout.words)
      selfRegister += moved - base
      base = moved
    }
    switch target {
    case .entry(let callee): builder.emitCall(.call, a: base, word: Int(bitPattern: callee.entry))
    case .closure(let register): builder.emitCall(.callClosure, a: base, b: register, c: base + words)
    case .method(let selector): builder.emitCall(.callMethod, a: base, b: selfRegister, c: selector)
    case .dynamic(let register, let selector): builder.emitCall(.callDynamic, a: base, b: register, c: selector)
    case .witness(let site):
      builder.emitCall(.callWitness, a: base, b: dynamicType ?? base, word: builder.pointer(site))
    case .native(let function, let signature):
      let place = builder.errorPlace ?? decl.range
      let site = NativeSite(
        function, signature, place: UInt64(UInt32(truncatingIfNeeded: place.file.cell)) << 32 | UInt64(UInt32(truncatingIfNeeded: place.line)))
      builder.emit(.callNative, a: base, word: builder.pointer(site))
    }
    if hasAccesses {
      own(base, result.layout)
      try endAccesses(since: depth)
      if !result.layout.isTrivial { disown(base) }
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
    let place = builder.errorPlace ?? decl.range
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
}
