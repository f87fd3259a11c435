extension Applier {
  /// The expression as a value of another type that it converts to.
  func coerce(_ expr: TypedExpr, to target: Type) -> TypedExpr { checker.coerce(expr, to: target) }
}

extension Checker {
  /// Whether a value of one type can stand where another is wanted, without a cast.
  func isConvertible(_ from: Type, to target: Type) -> Bool {
    let solver = Solver(self)
    let range = SourceRange(file: SourceFile(name: "", cell: 0, text: ""), start: 0, end: 0)
    let node = solver.makeNode(Expr(.error, range), .error, .error)
    return solver.match(from, target, .convert, node, .general) && solver.simplify()
  }

  /// Makes every step of a conversion explicit.
  func coerce(_ expr: TypedExpr, to target: Type) -> TypedExpr {
    let from = expr.type
    if from == target || from.isError || target.isError { return expr }
    if areSame(from, target) {
      if case .tuple = from, from != target { return TypedExpr(.functionConversion(expr), type: target, range: expr.range) }
      return expr
    }
    let range = expr.range
    if let wrapped = wellKnown.unwrapped(target) {
      if let inner = wellKnown.unwrapped(from), isConvertible(inner, to: wrapped) {
        if case .none = expr.kind { return TypedExpr(.none, type: target, range: range) }
        let payload = Variable(name: "$payload", range: range, type: inner, isLet: true, kind: .local)
        let value = coerce(TypedExpr(.variable(payload), type: inner, range: range), to: wrapped)
        return TypedExpr(.mapOptional(expr, payload: payload, value), type: target, range: range)
      }
      return TypedExpr(.wrapOptional(coerce(expr, to: wrapped)), type: target, range: range)
    }
    switch (from, target) {
    case (_, .nominal(let decl, _)) where decl === wellKnown.anyHashable && from.nominal !== decl:
      guard let initializer = wellKnown.hashableInitializer, let parameter = initializer.generics.first else { return expr }
      let reference = FunctionRef(initializer, Substitutions([parameter: from]))
      return TypedExpr(.call(.function(reference, .direct), [.value(expr)]), type: target, range: range)
    case (_, .existential): return TypedExpr(.erase(expr), type: target, range: range)
    case (.nominal(let first, let left), .nominal(let second, let right)):
      if first === second, first === wellKnown.arrayDecl || first === wellKnown.dictionaryDecl || first === wellKnown.setDecl,
        let inner = left.last, let outer = right.last {
        if case .array(let elements) = expr.kind {
          return TypedExpr(.array(elements.map { coerce($0, to: outer) }), type: target, range: range)
        }
        let element = Variable(name: "$element", range: range, type: inner, isLet: true, kind: .local)
        let value = coerce(TypedExpr(.variable(element), type: inner, range: range), to: outer)
        return TypedExpr(.mapCollection(expr, element: element, value), type: target, range: range)
      }
      if first.isClass, second.isClass { return TypedExpr(.upcast(expr), type: target, range: range) }
      return expr
    case (.parameter, .nominal(let decl, _)), (.dependent, .nominal(let decl, _)):
      return decl.isClass ? TypedExpr(.upcast(expr), type: target, range: range) : expr
    case (.function(let left), .function(let right)): return convertFunction(expr, left, right, target)
    case (.tuple(let left), .tuple(let right)) where left.count == right.count:
      if case .tuple(let elements) = expr.kind {
        return TypedExpr(.tuple(zip(elements, right).map { coerce($0, to: $1.type) }), type: target, range: range)
      }
      let whole = Variable(name: "$tuple", range: range, type: from, isLet: true, kind: .local)
      let source = TypedExpr(.variable(whole), type: from, range: range)
      let parts = zip(left, right).enumerated().map { index, pair in
        coerce(TypedExpr(.tupleElement(source, index), type: pair.0.type, range: range), to: pair.1.type)
      }
      return TypedExpr(
        .block([TypedStmt(.declare(whole, expr), range: range)], TypedExpr(.tuple(parts), type: target, range: range)), type: target, range: range)
    case (.metatype, .metatype): return TypedExpr(.upcast(expr), type: target, range: range)
    default: return expr
    }
  }

  /// Function types that differ in more than effects need a closure in between.
  private func convertFunction(_ expr: TypedExpr, _ left: FunctionType, _ right: FunctionType, _ target: Type) -> TypedExpr {
    let range = expr.range
    let isPlain = left.parameters.count == right.parameters.count && zip(left.parameters, right.parameters).allSatisfy { areSame($0.type, $1.type) } && areSame(left.result, right.result)
    if isPlain { return TypedExpr(.functionConversion(expr), type: target, range: range) }
    let callee = Variable(name: "$function", range: range, type: expr.type, isLet: true, kind: .local)
    let closure = FunctionDecl(name: "conversion", kind: .closure, range: range, parent: nil)
    closure.isThrowing = right.isThrowing
    closure.resultType = right.result
    closure.generics = currentGenerics
    closure.parameters = right.parameters.enumerated().map { index, parameter in
      Parameter(
        label: nil,
        variable: Variable(
          name: "$\(index)", range: range, type: parameter.type, isLet: !parameter.isInout, kind: parameter.isInout ? .inoutParameter : .parameter),
        isInout: parameter.isInout)
    }
    if left.parameters.count > 1, closure.parameters.count == 1, case .tuple(let elements) = right.parameters[0].type {
      let tuple = TypedExpr(.variable(closure.parameters[0].variable), type: right.parameters[0].type, range: range)
      let spread = zip(elements, left.parameters).enumerated().map { index, pair in
        TypedArgument.value(coerce(TypedExpr(.tupleElement(tuple, index), type: pair.0.type, range: range), to: pair.1.type))
      }
      return functionBlock(closure, callee, spread, left, right, expr, target)
    }
    let arguments = zip(closure.parameters, left.parameters).map { parameter, wanted -> TypedArgument in
      let value = TypedExpr(.variable(parameter.variable), type: parameter.variable.type, range: range)
      return parameter.isInout ? .inoutArgument(value) : .value(coerce(value, to: wanted.type))
    }
    return functionBlock(closure, callee, arguments, left, right, expr, target)
  }

  /// The function is evaluated once, then the closure around it is made.
  private func functionBlock(
    _ closure: FunctionDecl, _ callee: Variable, _ arguments: [TypedArgument], _ left: FunctionType, _ right: FunctionType,
    _ expr: TypedExpr, _ target: Type
  ) -> TypedExpr {
    let range = expr.range
    let call = TypedExpr(
      .call(.value(TypedExpr(.variable(callee), type: expr.type, range: range)), arguments), type: left.result, range: range)
    closure.body = .typed([TypedStmt(.returnStmt(coerce(call, to: right.result)), range: range)])
    callee.isCaptured = true
    closure.captures = [callee]
    return TypedExpr(
      .block([TypedStmt(.declare(callee, expr), range: range)], TypedExpr(.closure(closure), type: target, range: range)), type: target, range: range)
  }
}
