/// What the text of a closure says before its types are known.
struct ClosureScan {
  /// One more than the highest `$n`.
  private(set) var anonymousCount = 0
  /// The body where it is one expression.
  let single: Expr?
  /// An error can leave it: a `try` or `throw` outside of a `do` that catches everything.
  private(set) var isThrowing = false

  init(_ closure: ClosureExpr) {
    if closure.body.count == 1 {
      switch closure.body[0].kind {
      case .expression(let expr) where !expr.isStatementLike && !expr.assignsStatement: single = expr
      case .returnStmt(let expr?) where !expr.isStatementLike: single = expr
      default: single = nil
      }
    } else {
      single = nil
    }
    visit(closure.body, catches: false)
  }

  private mutating func visit(_ statements: [Stmt], catches: Bool) {
    for statement in statements { visit(statement, catches: catches) }
  }

  private mutating func visit(_ statement: Stmt, catches: Bool) {
    switch statement.kind {
    case .expression(let expr), .returnStmt(let expr?): visit(expr, catches: catches)
    case .throwStmt(let expr):
      if !catches { isThrowing = true }
      visit(expr, catches: catches)
    case .declaration(let declaration):
      if case .variable(let variable) = declaration.kind {
        for binding in variable.bindings { if let value = binding.value { visit(value, catches: catches) } }
      }
    case .ifStmt(let branch): visit(branch, catches: catches)
    case .guardStmt(let conditions, let body):
      visit(conditions, catches: catches)
      visit(body, catches: catches)
    case .whileLoop(_, let conditions, let body):
      visit(conditions, catches: catches)
      visit(body, catches: catches)
    case .repeatWhile(_, let body, let condition):
      visit(body, catches: catches)
      visit(condition, catches: catches)
    case .forIn(let loop):
      visit(loop.sequence, catches: catches)
      if let condition = loop.whereClause { visit(condition, catches: catches) }
      visit(loop.body, catches: catches)
    case .switchStmt(let choice): visit(choice, catches: catches)
    case .doCatch(_, let body, let clauses):
      let isExhaustive = clauses.contains { clause in
        clause.items.isEmpty || clause.items.contains { $0.whereClause == nil && $0.pattern.isIrrefutable }
      }
      visit(body, catches: catches || isExhaustive)
      for clause in clauses {
        for item in clause.items { if let condition = item.whereClause { visit(condition, catches: catches) } }
        visit(clause.body, catches: catches)
      }
    case .deferStmt(let body): visit(body, catches: catches)
    case .returnStmt(nil), .breakStmt, .continueStmt, .fallthroughStmt, .error: break
    }
  }

  private mutating func visit(_ branch: IfStmt, catches: Bool) {
    visit(branch.conditions, catches: catches)
    visit(branch.body, catches: catches)
    switch branch.elseBranch {
    case .block(let body)?: visit(body, catches: catches)
    case .elseIf(let next)?: visit(next, catches: catches)
    case nil: break
    }
  }

  private mutating func visit(_ choice: SwitchStmt, catches: Bool) {
    visit(choice.subject, catches: catches)
    for item in choice.cases {
      for pattern in item.items {
        visit(pattern.pattern, catches: catches)
        if let condition = pattern.whereClause { visit(condition, catches: catches) }
      }
      visit(item.body, catches: catches)
    }
  }

  private mutating func visit(_ pattern: Pattern, catches: Bool) {
    switch pattern.kind {
    case .expression(let expr): visit(expr, catches: catches)
    case .tuple(let elements): for element in elements { visit(element.pattern, catches: catches) }
    case .enumCase(_, _, let arguments): for argument in arguments ?? [] { visit(argument.pattern, catches: catches) }
    case .optional(let inner), .binding(_, let inner), .asType(let inner, _), .typed(let inner, _): visit(inner, catches: catches)
    case .wildcard, .name, .isType: break
    }
  }

  private mutating func visit(_ conditions: [Condition], catches: Bool) {
    for condition in conditions {
      switch condition {
      case .expression(let expr): visit(expr, catches: catches)
      case .optionalBinding(_, _, _, let expr): if let expr { visit(expr, catches: catches) }
      case .patternMatch(let pattern, let expr):
        visit(pattern, catches: catches)
        visit(expr, catches: catches)
      }
    }
  }

  private mutating func visit(_ arguments: [Argument], catches: Bool) {
    for argument in arguments { visit(argument.value, catches: catches) }
  }

  private mutating func visit(_ expr: Expr, catches: Bool) {
    switch expr.kind {
    case .name(let name, _, _):
      if name.text.hasPrefix("$"), let index = Int(name.text.dropFirst()), index >= 0, index < 1000 {
        anonymousCount = max(anonymousCount, index + 1)
      }
    case .string(let segments):
      for case .interpolation(let arguments) in segments { visit(arguments, catches: catches) }
    case .array(let elements): for element in elements { visit(element, catches: catches) }
    case .dictionary(let pairs):
      for pair in pairs {
        visit(pair.key, catches: catches)
        visit(pair.value, catches: catches)
      }
    case .member(let base, _, _, _): visit(base, catches: catches)
    case .call(let callee, let arguments, let trailing):
      visit(callee, catches: catches)
      visit(arguments, catches: catches)
      for closure in trailing.closures { visit(closure.closure, catches: catches) }
    case .subscriptCall(let base, let arguments):
      visit(base, catches: catches)
      visit(arguments, catches: catches)
    case .tuple(let elements): visit(elements, catches: catches)
    case .tryExpr(let kind, let inner):
      if kind == .plain, !catches { isThrowing = true }
      visit(inner, catches: catches || kind != .plain)
    case .paren(let inner), .inoutAddress(let inner), .forceUnwrap(let inner), .optionalChain(let inner),
      .prefix(_, let inner), .postfix(let inner, _), .cast(let inner, _, _): visit(inner, catches: catches)
    case .sequence(let items):
      // `try` covers everything to its right.
      for item in items {
        switch item {
        case .operand(let operand), .ternary(let operand): visit(operand, catches: catches)
        case .binaryOperator, .assign, .cast: break
        }
      }
    case .binary(let left, _, let right), .assign(let left, let right):
      visit(left, catches: catches)
      visit(right, catches: catches)
    case .ternary(let condition, let first, let second):
      visit(condition, catches: catches)
      visit(first, catches: catches)
      visit(second, catches: catches)
    case .ifExpr(let branch): visit(branch, catches: catches)
    case .switchExpr(let choice): visit(choice, catches: catches)
    case .keyPath(_, let components):
      for case .subscriptCall(let arguments) in components { visit(arguments, catches: catches) }
    // `$0` of an inner closure is its own.
    case .closure(let inner) where inner.parameters != nil:
      var nested = self
      nested.isThrowing = false
      nested.visit(inner.body, catches: true)
      anonymousCount = nested.anonymousCount
    case .closure, .integer, .float, .boolean, .nilLiteral, .magic, .superValue, .implicitMember, .type, .discard, .error: break
    }
  }
}

extension Expr {
  /// `x = if a { 1 } else { 2 }`
  var assignsStatement: Bool {
    guard case .sequence(let items) = kind, case .operand(let last)? = items.last, last.isStatementLike else { return false }
    return items.contains { if case .assign = $0 { true } else { false } }
  }

  /// `if` and `switch` as values, which have statements inside.
  var isStatementLike: Bool {
    switch kind {
    case .ifExpr, .switchExpr: return true
    case .paren(let inner): return inner.isStatementLike
    case .tryExpr(_, let inner): return inner.isStatementLike
    default: return false
    }
  }
}

extension Pattern {
  /// `.some(…)` without its type.
  var isImplicitMember: Bool {
    switch kind {
    case .enumCase(nil, _, _): return true
    case .binding(_, let inner): return inner.isImplicitMember
    case .expression(let expr):
      if case .implicitMember = expr.kind { return true }
      return false
    default: return false
    }
  }

  /// Matches every value.
  var isIrrefutable: Bool {
    switch kind {
    case .wildcard, .name: return true
    case .binding(_, let inner), .typed(let inner, _): return inner.isIrrefutable
    case .tuple(let elements): return elements.allSatisfy { $0.pattern.isIrrefutable }
    case .enumCase, .optional, .isType, .asType, .expression: return false
    }
  }
}
