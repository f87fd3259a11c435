extension Checker {
  /// The typed tree of an expression, converted to what the context asks for; nil where it has an error that leaves
  /// its type unknown. An expression with an error but a known type gives `.error` of that type.
  func solve(
    _ expr: Expr, in scope: Scope, _ context: FunctionContext, contextual: Type?, _ purpose: Purpose
  ) -> TypedExpr? {
    if expr.isStatementLike {
      return StatementChecker(self, context, scope).statementExpression(expr, contextual: contextual, purpose)
    }
    return withEnvironment(context.environment) {
      let solver = Solver(self)
      defer { probe?.settle(solver, self) }
      if let root = attempt(expr, solver, scope, context, contextual, purpose) {
        if let (place, functions) = solver.ambiguity(of: solver.state) {
          report(
            .ambiguousUse(functions[0]), at: place, notes: functions.map { (.thisCandidate(), $0.range) })
          return nil
        }
        for variable in solver.openVariables { solver.settle(variable) }
        for diagnostic in solver.state.pendingWarnings { report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
        var applier = Applier(solver: solver, checker: self, context: context, coverage: context.coverage)
        var typed = applier.apply(root)
        if let contextual, !contextual.isError { typed = coerce(typed, to: contextual) }
        return typed.type.isError ? nil : typed
      }
      if solver.ranOut {
        report(.tooComplex, at: expr.range)
        return nil
      }
      return diagnose(expr, in: scope, context, contextual, purpose)
    }
  }

  private func attempt(
    _ expr: Expr, _ solver: Solver, _ scope: Scope, _ context: FunctionContext, _ contextual: Type?, _ purpose: Purpose
  ) -> Node? {
    solver.isStoppable = expr.range.file.cell > 0
    var generator = Generator(solver, self, scope: scope, context: context)
    generator.isOutermost = true
    let root = generator.generate(expr)
    solver.rootNode = root
    solver.contextual = contextual
    if let contextual, !contextual.isError {
      if case .nominal(let decl, _) = contextual, decl.kind == .structDecl || decl.kind == .enumDecl { solver.contextualHint = wellKnown.stripped(contextual) }
      solver.add(.convert(root.type, contextual), root, .contextual(purpose))
    }
    let start = solver.state
    solver.isNarrowing = !solver.isDiagnosing
    solver.search()
    if solver.solutions.isEmpty, solver.isNarrowing, !solver.ranOut {
      solver.isNarrowing = false
      solver.state = start
      solver.budget = Solver.wholeBudget
      solver.search()
    }
    guard let best = solver.bestSolution() else { return nil }
    solver.state = best
    return root
  }

  /// Solves again, noting repairs, and says those of the cheapest solution.
  private func diagnose(
    _ expr: Expr, in scope: Scope, _ context: FunctionContext, _ contextual: Type?, _ purpose: Purpose
  ) -> TypedExpr? {
    let solver = Solver(self)
    defer { probe?.settle(solver, self) }
    solver.isDiagnosing = true
    solver.budget = 5_000
    let before = diagnostics.count
    guard let root = attempt(expr, solver, scope, context, contextual, purpose) else {
      if diagnostics.count == before || !hasErrors { report(.failedToProduce, at: expr.range) }
      return nil
    }
    for variable in solver.openVariables { solver.settle(variable) }
    let count = diagnostics.count
    // What follows from another fault is not said beside it.
    for fix in solver.state.fixes where !fix.isConsequence && !fix.followsFromOperands(in: solver.state.fixes) { report(fix, solver, context) }
    if diagnostics.count == count { for fix in solver.state.fixes where fix.isConsequence && diagnostics.count == count { report(fix, solver, context) } }
    if diagnostics.count == count, !hasErrors { report(.failedToProduce, at: expr.range) }
    var type = solver.simplified(root.type)
    if let contextual { type = contextual }
    if type.hasError || type.hasVariables { return nil }
    return TypedExpr(.error, type: type, range: expr.range)
  }

  /// Checks an expression for `user_expressions`, or for a tool that wants its type.
  func typeOfExpression(_ expr: Expr, in scope: Scope, _ context: FunctionContext) -> Type? {
    collectingDiagnostics { solve(expr, in: scope, context, contextual: nil, .unused)?.type }.value
  }
}
