/// Whether control can come out at the end of statements, and by which `break`s.
///
/// Behind `missing return in …` and `'guard' body must not fall through`.
package struct Reachability {
  /// Control reaches the statement after the last one.
  package var fallsThrough = true
  /// Labels that a reachable `break` leaves.
  private var breaks: Set<LoopLabel> = []
  private var hasFallthrough = false

  /// Whether control can reach the end of `statements`.
  package static func reachesEnd(of statements: [TypedStmt]) -> Bool { Reachability(statements).fallsThrough }

  private init(_ statements: [TypedStmt]) {
    for statement in statements where fallsThrough { follow(statement) }
  }

  private mutating func follow(_ statement: TypedStmt) {
    switch statement.kind {
    case .expression(let value), .result(let value), .yield(let value):
      fallsThrough = !value.isNever
    case .declare(_, let value): fallsThrough = value.map { !$0.isNever } ?? true
    case .destructure, .localFunction: break
    case .ifStmt(let conditions, let then, let otherwise):
      if Self.isAlwaysTrue(conditions) { join([then]) } else { join([then, otherwise ?? []]) }
    case .guardStmt(let conditions, _): fallsThrough = !Self.isAlwaysFalse(conditions)
    case .whileLoop(let label, let conditions, let body):
      let inner = inner(body)
      fallsThrough = !Self.isAlwaysTrue(conditions) || inner.breaks.contains(label)
    case .repeatWhile(let label, let body, let condition):
      let inner = inner(body)
      var isEndless = false
      if case .boolean(true) = condition.kind { isEndless = true }
      fallsThrough = (inner.fallsThrough && !isEndless) || inner.breaks.contains(label)
    case .forIn(let loop): _ = inner(loop.body)
    case .switchStmt(let label, _, let cases):
      // A body that falls through into the next case ends there.
      let bodies = cases.map { inner($0.body) }
      fallsThrough = bodies.contains { $0.fallsThrough || $0.breaks.contains(label) } || cases.isEmpty
    case .doCatch(let label, let body, let catches, _):
      let bodies = [inner(body)] + catches.map { inner($0.body) }
      fallsThrough = bodies.contains { $0.fallsThrough || (label.map($0.breaks.contains) ?? false) }
    case .deferStmt: break
    case .returnStmt, .failInitializer, .throwStmt, .continueStmt: fallsThrough = false
    case .fallthroughStmt:
      fallsThrough = false
      hasFallthrough = true
    case .breakStmt(let label):
      fallsThrough = false
      breaks.insert(label)
    case .block(let statements): join([statements])
    }
  }

  private mutating func inner(_ statements: [TypedStmt]) -> Reachability {
    let inner = Reachability(statements)
    breaks.formUnion(inner.breaks)
    return inner
  }

  private mutating func join(_ branches: [[TypedStmt]]) {
    let branches = branches.map { inner($0) }
    fallsThrough = branches.contains { $0.fallsThrough }
  }

  private static func isAlwaysTrue(_ conditions: [TypedCondition]) -> Bool {
    conditions.allSatisfy { condition in
      guard case .expression(let value) = condition, case .boolean(true) = value.kind else { return false }
      return true
    }
  }

  private static func isAlwaysFalse(_ conditions: [TypedCondition]) -> Bool {
    conditions.contains { condition in
      guard case .expression(let value) = condition, case .boolean(false) = value.kind else { return false }
      return true
    }
  }
}
