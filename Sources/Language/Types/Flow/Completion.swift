extension Checker {
  /// Whether control can reach the end of these statements.
  func completes(_ statements: [TypedStmt]) -> Bool {
    for statement in statements where !completes(statement) { return false }
    return true
  }

  private func completes(_ statement: TypedStmt) -> Bool {
    switch statement.kind {
    case .expression(let expr), .result(let expr): return !neverReturns(expr)
    case .declare(_, let expr): return expr.map { !neverReturns($0) } ?? true
    case .destructure(_, let expr): return !neverReturns(expr)
    case .returnStmt, .failInitializer, .throwStmt, .breakStmt, .continueStmt, .fallthroughStmt, .yield: return false
    case .ifStmt(_, let then, let otherwise): return otherwise.map { completes($0) || completes(then) } ?? true
    case .guardStmt: return true
    case .whileLoop(let label, let conditions, let body):
      if conditions.count == 1, case .expression(let test) = conditions[0], case .boolean(true) = test.kind { return breaks(body, label) }
      return true
    case .repeatWhile(let label, let body, let condition):
      if breaks(body, label) { return true }
      if case .boolean(true) = condition.kind { return false }
      return completes(body) || continues(body, label)
    case .forIn: return true
    case .switchStmt(let label, _, let cases):
      if cases.isEmpty { return true }
      return cases.contains { item in
        if breaks(item.body, label) { return true }
        return completes(item.body)
      }
    case .doCatch(let label, let body, let catches, _):
      if let label, breaks(body, label) || catches.contains(where: { breaks($0.body, label) }) { return true }
      return completes(body) || catches.contains { completes($0.body) }
    case .deferStmt, .localFunction: return true
    case .block(let body): return completes(body)
    }
  }

  private func neverReturns(_ expr: TypedExpr) -> Bool {
    if expr.type == wellKnown.never, !expr.type.isError { return true }
    switch expr.kind {
    case .assign(_, let value): return neverReturns(value)
    case .tryForce(let inner), .functionConversion(let inner): return neverReturns(inner)
    default: return false
    }
  }

  private func breaks(_ statements: [TypedStmt], _ label: LoopLabel) -> Bool { leaves(statements) { if case .breakStmt(let target) = $0 { target === label } else { false } } }

  private func continues(_ statements: [TypedStmt], _ label: LoopLabel) -> Bool { leaves(statements) { if case .continueStmt(let target) = $0 { target === label } else { false } } }

  private func leaves(_ statements: [TypedStmt], _ isExit: (TypedStmt.Kind) -> Bool) -> Bool {
    statements.contains { statement in
      if isExit(statement.kind) { return true }
      switch statement.kind {
      case .ifStmt(_, let then, let otherwise): return leaves(then, isExit) || leaves(otherwise ?? [], isExit)
      case .guardStmt(_, let otherwise): return leaves(otherwise, isExit)
      case .whileLoop(_, _, let body), .repeatWhile(_, let body, _), .block(let body), .deferStmt(let body): return leaves(body, isExit)
      case .forIn(let loop): return leaves(loop.body, isExit)
      case .switchStmt(_, _, let cases): return cases.contains { leaves($0.body, isExit) }
      case .doCatch(_, let body, let catches, _): return leaves(body, isExit) || catches.contains { leaves($0.body, isExit) }
      default: return false
      }
    }
  }
}
