extension TypedExpr {
  /// What stands directly within an expression, in the order of evaluation. Bodies of closures are not within it.
  package enum Child {
    case expression(TypedExpr)
    case statement(TypedStmt)
  }

  package var children: [Child] {
    switch kind {
    case .integer, .floating, .string, .character, .boolean, .none, .variable, .discard, .closure, .function, .metatype,
      .error:
      return []
    case .interpolation(let parts):
      return parts.compactMap { if case .value(let value) = $0 { .expression(value) } else { nil } }
    case .array(let elements), .tuple(let elements): return elements.map(Child.expression)
    case .dictionary(let entries): return entries.flatMap { [.expression($0.key), .expression($0.value)] }
    case .property(let base, _, _, _, _): return base.map { [.expression($0)] } ?? []
    case .subscriptAccess(let base, _, _, let arguments): return [.expression(base)] + Self.children(of: arguments)
    case .tupleElement(let base, _), .forceUnwrap(let base, _), .chainValue(let base), .wrapOptional(let base),
      .erase(let base), .upcast(let base), .functionConversion(let base), .dynamicType(let base), .isType(let base, _),
      .conditionalCast(let base, _), .forcedCast(let base, _), .optionalChain(let base), .tryOptional(let base),
      .tryForce(let base), .boundMethod(let base, _, _):
      return [.expression(base)]
    case .call(.value(let callee), let arguments): return [.expression(callee)] + Self.children(of: arguments)
    case .call(.metatype(let base, _), let arguments): return [.expression(base)] + Self.children(of: arguments)
    case .call(.function, let arguments), .construct(_, let arguments), .enumCase(_, let arguments):
      return Self.children(of: arguments)
    case .delegateInit(_, _, let arguments, _): return Self.children(of: arguments)
    case .mapOptional(let source, _, let body), .mapCollection(let source, _, let body),
      .openExistential(let source, _, _, let body), .coalesce(let source, let body), .logicalAnd(let source, let body),
      .logicalOr(let source, let body), .applyKeyPath(let source, let body):
      return [.expression(source), .expression(body)]
    case .ternary(let condition, let yes, let no): return [.expression(condition), .expression(yes), .expression(no)]
    case .assign(let target, let value): return [.expression(target), .expression(value)]
    case .statement(let statement): return [.statement(statement)]
    case .block(let statements, let value): return statements.map(Child.statement) + [.expression(value)]
    case .keyPath(let path):
      return path.steps.flatMap { step -> [Child] in
        if case .subscriptAccess(_, _, let arguments) = step.step { Self.children(of: arguments) } else { [] }
      }
    }
  }

  private static func children(of arguments: [TypedArgument]) -> [Child] {
    arguments.flatMap { argument -> [Child] in
      switch argument {
      case .value(let value), .inoutArgument(let value): [.expression(value)]
      case .defaulted: []
      case .variadic(let elements, _): elements.map(Child.expression)
      }
    }
  }

  /// Whether evaluation never comes to its end, as a call of `fatalError` does not.
  var isNever: Bool {
    if case .nominal(let decl, _) = type { return decl.representation == .builtin("never") }
    return false
  }
}
