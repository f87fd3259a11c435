/// Assignments.
extension FunctionCompiler {
  func emitAssign(_ target: TypedExpr, _ value: TypedExpr) throws {
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
      if try emitFieldUpdate(target, value) { return }
      if let simple = try simpleElementAssign(target, value) { return simple }
      // Bases and indices on the left come first, then the value, then the access.
      if containsSubscript(target) || hasChain(target) {
        let prepared = try prepare(target)
        let result = try operand(value)
        try store(result, to: try accessedPlace(prepared, forCall: false))
      } else {
        let result = try operand(value)
        try store(result, to: try accessedPlace(target, forCall: false))
      }
    }
  }

  /// The register of a variable that is no more than words of the frame.
  func frameRegister(of variable: Variable) -> Int? {
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
    try store(value, to: try accessedPlace(target, forCall: false))
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
    case .tupleElement(let base, _), .forceUnwrap(let base, _), .chainValue(let base): containsSubscript(base)
    default: false
    }
  }

  /// The same place with its indices evaluated already; a nil on the way leaves the chain. Code that runs before the access
  /// begins may still change all that it can reach.
  func prepare(_ target: TypedExpr) throws -> TypedExpr {
    func rebuilt(_ kind: TypedExpr.Kind) -> TypedExpr { TypedExpr(kind, type: target.type, range: target.range) }
    switch target.kind {
    case .subscriptAccess(let base, let decl, let inner, let arguments):
      let base = try prepare(base)
      let list = try arguments.map { argument -> TypedArgument in
        guard case .value(let value) = argument else { return argument }
        if case .closure = value.kind { return argument }
        let type = type(value.type)
        let register = try allocate(type)
        try emit(value, into: register)
        own(register, type.layout)
        return .value(heldExpression(Value(register: register, type: type), value.type, value.range))
      }
      return rebuilt(.subscriptAccess(base: base, decl, inner, list))
    case .property(let base?, let property, let inner, let isSuper, let isDirect) where hasChain(base) && type(base.type).isClass:
      let object = heldExpression(try heldOperand(base), base.type, base.range)
      return rebuilt(.property(base: object, property, inner, isSuper: isSuper, isDirect: isDirect))
    case .property(let base?, let property, let inner, let isSuper, let isDirect):
      return rebuilt(.property(base: try prepare(base), property, inner, isSuper: isSuper, isDirect: isDirect))
    case .tupleElement(let base, let index): return rebuilt(.tupleElement(try prepare(base), index))
    case .forceUnwrap(let base, let isImplicit): return rebuilt(.forceUnwrap(try prepare(base), isImplicit: isImplicit))
    case .chainValue(let base):
      let link = rebuilt(.chainValue(try prepare(base)))
      guard runsCode(link) else {
        try scoped { _ = try accessedPlace(link, forCall: false) }
        return link
      }
      // The access to what is computed begins here, once.
      let variable = Variable(name: "place", range: target.range, type: target.type, isLet: false, kind: .local)
      storages[variable] = .place(try accessedPlace(link))
      return TypedExpr(.variable(variable), type: target.type, range: target.range)
    case .call, .construct:
      let value = try heldOperand(target)
      return heldExpression(value, target.type, target.range)
    default: return target
    }
  }

  private static let fieldUpdates: [String: Opcode] = [
    "floating.add": .addToDoubleField, "floating.subtract": .subtractFromDoubleField,
    "floating.multiply": .multiplyDoubleFieldBy,
  ]

  /// `x = x + y` where x is a Double in memory, as `+=` on a property of a class instance comes to.
  private func emitFieldUpdate(_ target: TypedExpr, _ value: TypedExpr) throws -> Bool {
    guard case .variable(let variable) = target.kind,
      case .place(.memory(let address, let offset, let type, .strong))? = storages[variable], offset < 256,
      case .double = type.kind, case .call(.function(let reference, let dispatch), let arguments) = value.kind,
      arguments.count == 2, case .value(let left) = arguments[0], case .value(let right) = arguments[1],
      case .variable(variable) = left.kind, !TreeWalk.mayRunCode(right),
      let (function, isDirect) = try resolve(concrete(reference), dispatch), isDirect,
      case .intrinsic(let name) = function.decl.body, let opcode = Self.fieldUpdates[name]
    else { return false }
    let operand = try operandRegister(right)
    builder.emit(opcode, x: offset, a: address, b: operand)
    return true
  }

  /// `a[i] = v` for an array of one-word elements that is a variable or a property.
  private func simpleElementAssign(_ target: TypedExpr, _ value: TypedExpr) throws -> Void? {
    guard case .subscriptAccess(let base, let decl, _, let arguments) = target.kind, decl.addressor == "array",
      case .value(let index)? = arguments.first, arguments.count == 1, isPlainPlace(base), !containsSubscript(base),
      case .array(let element) = type(base.type).kind, element.layout.words == 1, element.layout.isTrivial
    else { return nil }
    let position = try operandRegister(index, before: [value])
    let result = try operandRegister(value)
    builder.range = target.range
    let record = Int(bitPattern: type(base.type).pointer)
    switch try place(base) {
    case .register(let array, _, _): builder.emit(.arraySet, a: array, b: position, c: result, word: record)
    case .memory(let address, let offset, _, _) where offset < 256:
      builder.emit(.arraySetAt, x: offset, a: address, b: position, c: result, word: record)
    case let other:
      builder.emit(.arraySetAt, a: try address(of: other), b: position, c: result, word: record)
    }
    return ()
  }
}
