/// `if` and `switch` that give a value.
extension StatementChecker {
  /// `let x = if … { a } else { b }`: each branch by itself, all of one type.
  func statementExpression(_ expr: Expr, contextual: Type?, _ purpose: Purpose) -> TypedExpr? {
    let outerYield = context.firstYield
    context.firstYield = nil
    defer { context.firstYield = outerYield }
    switch expr.kind {
    case .paren(let inner): return statementExpression(inner, contextual: contextual, purpose)
    case .tryExpr(let kind, let inner):
      let saved = context.coverage
      context.coverage = kind == .plain ? .plain : .swallowed
      defer { context.coverage = saved }
      guard let value = statementExpression(inner, contextual: contextual, purpose) else { return nil }
      switch kind {
      case .plain: return value
      case .optional:
        let type = wellKnown.unwrapped(value.type) != nil ? value.type : wellKnown.optional(value.type)
        return TypedExpr(.tryOptional(value), type: type, range: expr.range)
      case .force: return TypedExpr(.tryForce(value), type: value.type, range: expr.range)
      }
    case .ifExpr(let branch):
      var result = contextual
      let statement = ifValue(branch, &result)
      guard let type = result, !type.isError else { return nil }
      return TypedExpr(.statement(statement), type: type, range: expr.range)
    case .switchExpr(let choice):
      var result = contextual
      let subject = solve(choice.subject)
      let label = LoopLabel(name: nil)
      context.labels.append((nil, label, false))
      defer { context.labels.removeLast() }
      let cases = choice.cases.map { syntax in
        typedCase(syntax, subject?.type ?? .error) { inner, body in inner.valueBranch(body, syntax.range, &result) }
      }
      guard let subject else { return nil }
      checkExhaustive(cases, subject.type, choice)
      guard let type = result, !type.isError else { return nil }
      return TypedExpr(.statement(TypedStmt(.switchStmt(label, subject: subject, cases), range: expr.range)), type: type, range: expr.range)
    default: return solve(expr, contextual, purpose)
    }
  }

  func ifValue(_ branch: IfStmt, _ result: inout Type?) -> TypedStmt {
    let inner = nested()
    let conditions = self.conditions(branch.conditions, in: inner)
    let then = inner.nested().valueBranch(branch.body, branch.range, &result)
    var otherwise: [TypedStmt]?
    switch branch.elseBranch {
    case .block(let body)?: otherwise = nested().valueBranch(body, branch.range, &result)
    case .elseIf(let next)?: otherwise = [nested().ifValue(next, &result)]
    case nil: checker.report(.ifNeedsElse, at: branch.range)
    }
    return TypedStmt(.ifStmt(conditions, then: then, otherwise: otherwise), range: branch.range)
  }

  /// One expression, or statements that leave.
  func valueBranch(_ statements: [Stmt], _ range: SourceRange, _ result: inout Type?) -> [TypedStmt] {
    guard let last = statements.last else {
      checker.report(.branchNeedsExpression, at: range)
      return []
    }
    if statements.count == 1, case .ifStmt(let branch) = last.kind {
      return [ifValue(branch, &result)]
    }
    if statements.count == 1, case .switchStmt(let choice) = last.kind {
      let expr = Expr(.switchExpr(choice), choice.range)
      guard let value = statementExpression(expr, contextual: result, .yield) else { return [] }
      if result == nil { result = value.type }
      return [TypedStmt(.yield(value), range: last.range)]
    }
    guard statements.count == 1, case .expression(let expr) = last.kind, !expr.isAssignment else {
      let typed = block(statements)
      if Reachability.reachesEnd(of: typed) { checker.report(.branchNeedsExpression, at: last.range) }
      return typed
    }
    if let wanted = result {
      let (value, diagnostics) = checker.collectingDiagnostics { solve(expr, wanted, .yield) }
      if let value, !diagnostics.contains(where: { $0.message.severity == .error }) { return [TypedStmt(.yield(value), range: last.range)] }
      let (alone, others) = checker.collectingDiagnostics { solve(expr) }
      if let alone, others.isEmpty, alone.type == wellKnown.never { return [TypedStmt(.expression(alone), range: last.range)] }
      if let alone, alone.type != wanted, let place = context.firstYield {
        checker.report(.branchesMismatch(alone.type, wanted), at: place)
        return []
      }
      for diagnostic in diagnostics { checker.report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
      return []
    }
    guard let value = solve(expr, nil, .yield) else { return [] }
    if value.type == wellKnown.never { return [TypedStmt(.expression(value), range: last.range)] }
    result = value.type
    context.firstYield = value.range
    return [TypedStmt(.yield(value), range: last.range)]
  }
}
