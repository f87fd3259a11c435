/// Functions of the library that are one expression (`+=`, `isEmpty`, `max`), compiled where they are called.
extension FunctionCompiler {
  func emitInline(_ target: FunctionRef, _ arguments: [TypedArgument], _ resultType: Type, into register: Int) throws
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
        if !isPlainPlace(expression), !isNumberInDictionary(expression, arguments) { return false }
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
            bound.append((variable, .address(try access(try accessedPlace(expression)).address)))
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
      let outer = (substitutions, returnValueIsSelf, builder.callSite)
      substitutions = target.substitutions
      inlineDepth += 1
      if let site = builder.range, site.file.cell > 0 { builder.callSite = site }
      defer {
        (substitutions, returnValueIsSelf, builder.callSite) = outer
        inlineDepth -= 1
      }
      try compile(body)
    }
    return true
  }

  /// A place whose access is nothing but reading and writing words.
  func isPlainPlace(_ expression: TypedExpr) -> Bool {
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

  /// `counts[key, default: 0]` of numbers, where nothing runs between finding the place and writing it.
  private func isNumberInDictionary(_ expression: TypedExpr, _ arguments: [TypedArgument]) -> Bool {
    guard case .subscriptAccess(let base, let decl, _, _) = expression.kind, decl.addressor == "dictionaryDefault",
      isPlainPlace(base), type(expression.type).layout.isTrivial, let kind = TextKind(type(expression.type).kind),
      kind != .string, kind != .character
    else { return false }
    return arguments.allSatisfy {
      if case .value(let other) = $0 { !TreeWalk.mayRunCode(other) } else { true }
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
}
