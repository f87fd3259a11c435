/// Walks over typed trees.
enum TreeWalk {
  /// Calls `body` for an expression and all within it, closures excepted; false from it stops going down.
  static func visit(_ expression: TypedExpr, _ body: (TypedExpr) -> Bool) {
    guard body(expression) else { return }
    for child in expression.children {
      switch child {
      case .expression(let inner): visit(inner, body)
      case .statement(let statement): visit(statement, body)
      }
    }
  }

  static func visit(_ statement: TypedStmt, _ body: (TypedExpr) -> Bool) {
    func all(_ statements: [TypedStmt]) { for statement in statements { visit(statement, body) } }
    func condition(_ condition: TypedCondition) {
      switch condition {
      case .expression(let expression), .optionalBinding(_, let expression), .patternMatch(_, let expression):
        visit(expression, body)
      }
    }
    switch statement.kind {
    case .expression(let e), .result(let e), .throwStmt(let e), .yield(let e), .destructure(_, let e): visit(e, body)
    case .declare(_, let e): if let e { visit(e, body) }
    case .returnStmt(let e): if let e { visit(e, body) }
    case .ifStmt(let conditions, let then, let otherwise):
      conditions.forEach(condition)
      all(then)
      all(otherwise ?? [])
    case .guardStmt(let conditions, let otherwise):
      conditions.forEach(condition)
      all(otherwise)
    case .whileLoop(_, let conditions, let statements):
      conditions.forEach(condition)
      all(statements)
    case .repeatWhile(_, let statements, let e):
      all(statements)
      visit(e, body)
    case .forIn(let loop):
      visit(loop.sequence, body)
      if let e = loop.condition { visit(e, body) }
      all(loop.body)
    case .switchStmt(_, let subject, let cases):
      visit(subject, body)
      for item in cases { all(item.body) }
    case .doCatch(_, let statements, let catches, _):
      all(statements)
      for item in catches { all(item.body) }
    case .deferStmt(let statements), .block(let statements): all(statements)
    case .localFunction, .failInitializer, .breakStmt, .continueStmt, .fallthroughStmt: break
    }
  }

  /// The variable that a place is a part of.
  static func root(_ place: TypedExpr) -> Variable? {
    switch place.kind {
    case .variable(let variable): variable
    case .property(let base, _, _, _, _): base.flatMap(root)
    case .subscriptAccess(let base, _, _, _), .tupleElement(let base, _), .forceUnwrap(let base, _), .chainValue(let base), .applyKeyPath(let base, _): root(base)
    default: nil
    }
  }

  /// Whether evaluating an expression may change a local variable that no closure captures.
  static func mayChange(_ variable: Variable, in expression: TypedExpr) -> Bool {
    var found = false
    visit(expression) { inner in
      switch inner.kind {
      case .assign(let target, _): if root(target) === variable { found = true }
      case .call(_, let list), .construct(_, let list), .delegateInit(_, _, let list, _), .subscriptAccess(_, _, _, let list):
        for case .inoutArgument(let place) in list where root(place) === variable { found = true }
      case .statement, .block: found = true
      default: break
      }
      return !found
    }
    return found
  }

  /// Whether evaluating an expression may run code of functions, which can change what they can reach.
  static func mayRunCode(_ expression: TypedExpr) -> Bool {
    var found = false
    visit(expression) { inner in
      switch inner.kind {
      case .call(.function(let reference, _), _):
        if case .intrinsic = reference.decl.body {} else { found = true }
      case .call, .construct, .delegateInit, .subscriptAccess, .assign, .statement, .block, .interpolation, .applyKeyPath:
        found = true
      case .property(_, let property, _, _, _): if !property.isStored || property.accessors.get != nil { found = true }
      default: break
      }
      return !found
    }
    return found
  }
}
