extension Checker {
  /// Looks at a whole function with everything nested in it: which variables closures capture, and whether every
  /// variable has a value before it is used.
  func analyzeFlow(of function: FunctionDecl, _ statements: [TypedStmt]) {
    if function.kind == .closure || localFunctions.contains(function) { return }
    CaptureAnalysis(self, function, statements).run()
    if diagnostics.filter({ $0.message.severity == .error }).count <= flowErrors, function.range.file.cell != 0 || function.kind == .topLevel {
      Initialization.check(function) { 
        if $0.message.severity == .error { flowErrors += 1 }
        report($0.message, at: $0.range, notes: $0.notes, fixes: $0.fixes)
      }
    }
  }
}

/// Finds what each closure and local function within a function captures. Local functions may call each other in any
/// order, so that captures are followed until nothing is added.
private final class CaptureAnalysis {
  private let checker: Checker
  private let outermost: FunctionDecl
  private let statements: [TypedStmt]
  private var owners: [Variable: FunctionDecl] = [:]
  private var nested: [FunctionDecl] = []
  private var seen: Set<FunctionDecl> = []
  private var uses: [FunctionDecl: [Variable]] = [:]
  private var inner: [FunctionDecl: [FunctionDecl]] = [:]

  init(_ checker: Checker, _ outermost: FunctionDecl, _ statements: [TypedStmt]) {
    self.checker = checker
    self.outermost = outermost
    self.statements = statements
  }

  func run() {
    enter(outermost, statements)
    if nested.isEmpty { return }
    var captures: [FunctionDecl: [Variable]] = [:]
    var sets: [FunctionDecl: Set<Variable>] = [:]
    var changed = true
    while changed {
      changed = false
      for function in nested.reversed() {
        let candidates = (uses[function] ?? []) + (inner[function] ?? []).flatMap { captures[$0] ?? [] }
        for variable in candidates where owners[variable] !== function && !isGlobal(variable) {
          if sets[function, default: []].insert(variable).inserted {
            captures[function, default: []].append(variable)
            changed = true
          }
        }
      }
    }
    for function in nested {
      function.captures = captures[function] ?? []
      for variable in function.captures { variable.isCaptured = true }
    }
  }

  private func isGlobal(_ variable: Variable) -> Bool {
    if case .global = variable.kind { return true }
    return false
  }

  private func enter(_ function: FunctionDecl, _ statements: [TypedStmt]) {
    guard seen.insert(function).inserted else { return }
    if function !== outermost { nested.append(function) }
    for parameter in function.parameters { owners[parameter.variable] = function }
    if let variable = function.selfVariable { owners[variable] = function }
    for capture in function.captureInits { owners[capture.variable] = function }
    for statement in statements { visit(statement, function) }
  }

  private func use(_ variable: Variable, _ function: FunctionDecl) {
    uses[function, default: []].append(variable)
    for accessor in [variable.accessors?.get, variable.accessors?.set, variable.accessors?.willSet, variable.accessors?.didSet] {
      if let accessor, checker.localFunctions.contains(accessor) { refer(to: accessor, function) }
    }
  }

  private func refer(to other: FunctionDecl, _ function: FunctionDecl) {
    inner[function, default: []].append(other)
    if let body = other.typedBody { enter(other, body) }
  }

  private func bind(_ pattern: TypedPattern, _ function: FunctionDecl) {
    switch pattern.kind {
    case .bind(let variable): owners[variable] = function
    case .tuple(let parts), .enumCase(_, let parts): for part in parts { bind(part, function) }
    case .some(let inner): bind(inner, function)
    case .cast(_, let inner): if let inner { bind(inner, function) }
    case .expression(let variable, let expr):
      owners[variable] = function
      visit(expr, function)
    case .wildcard, .none: break
    }
  }

  private func visit(_ statements: [TypedStmt], _ function: FunctionDecl) {
    for statement in statements { visit(statement, function) }
  }

  private func visit(_ conditions: [TypedCondition], _ function: FunctionDecl) {
    for condition in conditions {
      switch condition {
      case .expression(let expr): visit(expr, function)
      case .optionalBinding(let pattern, let expr), .patternMatch(let pattern, let expr):
        bind(pattern, function)
        visit(expr, function)
      }
    }
  }

  private func visit(_ statement: TypedStmt, _ function: FunctionDecl) {
    switch statement.kind {
    case .expression(let expr), .result(let expr), .yield(let expr), .throwStmt(let expr): visit(expr, function)
    case .declare(let variable, let expr):
      owners[variable] = function
      if let expr { visit(expr, function) }
    case .destructure(let pattern, let expr):
      bind(pattern, function)
      visit(expr, function)
    case .localFunction(let local): if let body = local.typedBody { enter(local, body) }
    case .breakStmt, .continueStmt, .fallthroughStmt, .failInitializer: break
    case .ifStmt(let conditions, let then, let otherwise):
      visit(conditions, function)
      visit(then, function)
      visit(otherwise ?? [], function)
    case .guardStmt(let conditions, let otherwise):
      visit(conditions, function)
      visit(otherwise, function)
    case .whileLoop(_, let conditions, let body):
      visit(conditions, function)
      visit(body, function)
    case .repeatWhile(_, let body, let condition):
      visit(body, function)
      visit(condition, function)
    case .forIn(let loop):
      visit(loop.sequence, function)
      bind(loop.pattern, function)
      if let condition = loop.condition { visit(condition, function) }
      visit(loop.body, function)
    case .switchStmt(_, let subject, let cases):
      visit(subject, function)
      for item in cases {
        for (pattern, condition) in item.items {
          bind(pattern, function)
          if let condition { visit(condition, function) }
        }
        visit(item.body, function)
      }
    case .doCatch(_, let body, let catches, _):
      visit(body, function)
      for clause in catches {
        if let error = clause.error { owners[error] = function }
        for (pattern, condition) in clause.items {
          bind(pattern, function)
          if let condition { visit(condition, function) }
        }
        visit(clause.body, function)
      }
    case .deferStmt(let body), .block(let body): visit(body, function)
    case .returnStmt(let expr): if let expr { visit(expr, function) }
    }
  }

  private func visit(_ expr: TypedExpr, _ function: FunctionDecl) {
    switch expr.kind {
    case .variable(let variable): use(variable, function)
    case .closure(let closure):
      for capture in closure.captureInits { visit(capture.value, function) }
      inner[function, default: []].append(closure)
      if case .typed(let body) = closure.body { enter(closure, body) } else if let body = closure.typedBody { enter(closure, body) }
    case .function(let reference) where checker.localFunctions.contains(reference.decl): refer(to: reference.decl, function)
    case .call(.function(let reference, _), _) where checker.localFunctions.contains(reference.decl): refer(to: reference.decl, function)
    case .mapOptional(_, let variable, _), .mapCollection(_, let variable, _), .openExistential(_, _, let variable, _): owners[variable] = function
    case .delegateInit(let variable, _, _, _): use(variable, function)
    default: break
    }
    for child in expr.children {
      switch child {
      case .expression(let inner): visit(inner, function)
      case .statement(let inner): visit(inner, function)
      }
    }
  }
}
