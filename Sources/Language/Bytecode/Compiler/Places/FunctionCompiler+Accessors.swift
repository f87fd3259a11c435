/// Calls of getters and setters, and what they are given.
extension FunctionCompiler {
  /// A value that stays alive through a call, whatever the call does to variables.
  func heldOperand(_ expression: TypedExpr) throws -> Value {
    if let borrowed = try borrow(expression, before: [], duringCall: true) { return borrowed }
    let type = type(expression.type)
    let register = try allocate(type)
    try emit(expression, into: register)
    own(register, type.layout)
    return Value(register: register, type: type, isOwned: true)
  }

  /// A value in registers as an argument.
  func heldExpression(_ value: Value, _ type: Type, _ range: SourceRange) -> TypedExpr {
    let variable = Variable(name: "value", range: range, type: type, isLet: true, kind: .local)
    storages[variable] = .operand(value)
    return TypedExpr(.variable(variable), type: type, range: range)
  }

  enum AccessorArgument {
    case value(held: Value)
    case argument(TypedArgument)
  }

  /// Calls a getter or setter: `self` (a place where the accessor changes it), the arguments.
  func callAccessor(
    _ accessor: FunctionDecl, _ own: Substitutions, _ base: TypedExpr?, _ arguments: [AccessorArgument], isSuper: Bool,
    result: Type
  ) throws -> Value {
    var list: [TypedArgument] = []
    if let base, accessor.selfVariable != nil {
      let changesSelf = accessor.selfVariable?.kind.isInout == true || accessor.isMutating
      list.append(changesSelf ? .inoutArgument(base) : .value(base))
    }
    for argument in arguments {
      switch argument {
      case .value(let value): list.append(.value(heldExpression(value, value.type.type, builder.range ?? decl.range)))
      case .argument(let argument): list.append(argument)
      }
    }
    return try call(FunctionRef(accessor, own), list, dispatch: dispatch(accessor, isSuper: isSuper), resultType: result)
  }

  /// An access by a getter and a setter. Where they change what they belong to and that is computed itself, it is
  /// accessed around theirs.
  func accessThroughAccessors(
    _ accessors: Accessors, _ own: Substitutions, _ base: TypedExpr?, _ arguments: [AccessorArgument], isSuper: Bool,
    _ type: RuntimeType, _ result: Type
  ) throws -> Access {
    guard let getter = accessors.get, let setter = accessors.set else { throw Trap.unsupported("writing this") }
    var target = base
    var outer: Access?
    if let base, setter.selfVariable?.kind.isInout == true || setter.isMutating {
      let whole = try place(base)
      if case .computed = whole {
        let access = try access(whole)
        let variable = Variable(name: "base", range: base.range, type: base.type, isLet: false, kind: .local)
        storages[variable] = .address(access.address)
        target = TypedExpr(.variable(variable), type: base.type, range: base.range)
        outer = access
      }
    }
    let register = try allocate(type)
    try moveOrCopy(try callAccessor(getter, own, target, arguments, isSuper: isSuper, result: result), into: register)
    return try access(aside: register, type) { [unowned self] in
      let value = Value(register: register, type: type)
      _ = try callAccessor(setter, own, target, arguments + [.value(held: value)], isSuper: isSuper, result: .void)
      try outer?.end()
    }
  }

  func dispatch(_ function: FunctionDecl, isSuper: Bool) -> Dispatch {
    guard let parent = function.parent else { return .direct }
    if parent.isProtocol, case .requirement = function.body { return .witness }
    if parent.isClass, !isSuper, !function.isStatic, !function.isFinal { return .virtual }
    return .direct
  }
}
