/// Calls `visit` for every expression in a statement, outer ones first; closures' bodies are not entered.
func walk(_ statement: TypedStmt, _ visit: (TypedExpr) -> Void) {
  switch statement.kind {
  case .expression(let expr), .result(let expr), .yield(let expr), .throwStmt(let expr): walk(expr, visit)
  case .declare(_, let expr): if let expr { walk(expr, visit) }
  case .destructure(let pattern, let expr):
    walk(pattern, visit)
    walk(expr, visit)
  case .localFunction, .breakStmt, .continueStmt, .fallthroughStmt, .failInitializer: break
  case .ifStmt(let conditions, let then, let otherwise):
    walk(conditions, visit)
    walk(then, visit)
    if let otherwise { walk(otherwise, visit) }
  case .guardStmt(let conditions, let otherwise):
    walk(conditions, visit)
    walk(otherwise, visit)
  case .whileLoop(_, let conditions, let body):
    walk(conditions, visit)
    walk(body, visit)
  case .repeatWhile(_, let body, let condition):
    walk(body, visit)
    walk(condition, visit)
  case .forIn(let loop):
    walk(loop.sequence, visit)
    walk(loop.pattern, visit)
    if let condition = loop.condition { walk(condition, visit) }
    walk(loop.body, visit)
  case .switchStmt(_, let subject, let cases):
    walk(subject, visit)
    for item in cases {
      for (pattern, condition) in item.items {
        walk(pattern, visit)
        if let condition { walk(condition, visit) }
      }
      walk(item.body, visit)
    }
  case .doCatch(_, let body, let catches, _):
    walk(body, visit)
    for clause in catches {
      for (pattern, condition) in clause.items {
        walk(pattern, visit)
        if let condition { walk(condition, visit) }
      }
      walk(clause.body, visit)
    }
  case .deferStmt(let body), .block(let body): walk(body, visit)
  case .returnStmt(let expr): if let expr { walk(expr, visit) }
  }
}

func walk(_ statements: [TypedStmt], _ visit: (TypedExpr) -> Void) {
  for statement in statements { walk(statement, visit) }
}

func walk(_ conditions: [TypedCondition], _ visit: (TypedExpr) -> Void) {
  for condition in conditions {
    switch condition {
    case .expression(let expr): walk(expr, visit)
    case .optionalBinding(let pattern, let expr), .patternMatch(let pattern, let expr):
      walk(expr, visit)
      walk(pattern, visit)
    }
  }
}

func walk(_ pattern: TypedPattern, _ visit: (TypedExpr) -> Void) {
  switch pattern.kind {
  case .tuple(let parts), .enumCase(_, let parts): for part in parts { walk(part, visit) }
  case .some(let inner): walk(inner, visit)
  case .cast(_, let inner): if let inner { walk(inner, visit) }
  case .expression(_, let expr): walk(expr, visit)
  case .wildcard, .bind, .none: break
  }
}

func walk(_ expr: TypedExpr, _ visit: (TypedExpr) -> Void) {
  visit(expr)
  for part in expr.parts { walk(part, visit) }
  switch expr.kind {
  case .statement(let statement): walk(statement, visit)
  case .block(let statements, _): walk(statements, visit)
  default: break
  }
}

extension TypedArgument {
  var expressions: [TypedExpr] {
    switch self {
    case .value(let expr), .inoutArgument(let expr): return [expr]
    case .variadic(let elements, _): return elements
    case .defaulted: return []
    }
  }
}

extension TypedExpr {
  /// The expressions directly inside, in the order of evaluation; statements are not among them.
  var parts: [TypedExpr] {
    switch kind {
    case .integer, .floating, .string, .character, .boolean, .none, .variable, .discard, .closure, .function, .metatype, .statement, .error:
      return []
    case .interpolation(let segments):
      return segments.compactMap { if case .value(let expr) = $0 { expr } else { nil } }
    case .array(let elements), .tuple(let elements): return elements
    case .dictionary(let pairs): return pairs.flatMap { [$0.key, $0.value] }
    case .property(let base, _, _, _, _): return base.map { [$0] } ?? []
    case .subscriptAccess(let base, _, _, let arguments): return [base] + arguments.flatMap(\.expressions)
    case .tupleElement(let inner, _), .forceUnwrap(let inner), .chainValue(let inner), .wrapOptional(let inner), .erase(let inner),
      .upcast(let inner), .functionConversion(let inner), .dynamicType(let inner), .isType(let inner, _), .conditionalCast(let inner, _),
      .forcedCast(let inner, _), .optionalChain(let inner), .tryOptional(let inner), .tryForce(let inner):
      return [inner]
    case .boundMethod(let base, _, _): return [base]
    case .mapOptional(let inner, _, let value), .mapCollection(let inner, _, let value), .openExistential(let inner, _, _, let value):
      return [inner, value]
    case .call(let callee, let arguments):
      let values = arguments.flatMap(\.expressions)
      if case .value(let function) = callee { return [function] + values }
      return values
    case .construct(_, let arguments), .enumCase(_, let arguments), .delegateInit(_, _, let arguments, _): return arguments.flatMap(\.expressions)
    case .ternary(let condition, let first, let second): return [condition, first, second]
    case .logicalAnd(let left, let right), .logicalOr(let left, let right), .coalesce(let left, let right), .assign(let left, let right),
      .applyKeyPath(let left, let right):
      return [left, right]
    case .block(_, let value): return [value]
    case .keyPath(let path):
      return path.steps.flatMap { step -> [TypedExpr] in
        if case .subscriptAccess(_, _, let arguments) = step.step { return arguments.flatMap(\.expressions) }
        return []
      }
    }
  }
}
