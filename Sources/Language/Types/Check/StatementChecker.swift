/// Checks the statements of one block.
final class StatementChecker {
  let checker: Checker
  let context: FunctionContext
  let scope: Scope

  init(_ checker: Checker, _ context: FunctionContext, _ scope: Scope) {
    self.checker = checker
    self.context = context
    self.scope = scope
  }

  var wellKnown: WellKnown { checker.wellKnown }

  func nested() -> StatementChecker { StatementChecker(checker, context, Scope(in: scope)) }

  func solve(_ expr: Expr, _ contextual: Type? = nil, _ purpose: Purpose = .unused) -> TypedExpr? {
    checker.solve(expr, in: scope, context, contextual: contextual, purpose)
  }

  // MARK: Blocks

  /// The statements of a function: one expression alone is its value.
  func body(_ statements: [Stmt], isSingleExpression: Bool) -> [TypedStmt] {
    if isSingleExpression, statements.count == 1, let result = context.resultType ?? (context.isClosure ? .error : nil), !result.isVoid,
      let value = valueOfSingle(statements[0]) {
      if context.resultType != nil { return returnStatement(value, statements[0].range, isImplicit: true) }
      // In a closure without a result type: of Void branches nothing is wanted.
      let (typed, diagnostics) = checker.collectingDiagnostics { statementExpression(value, contextual: nil, .returnValue) }
      if let typed, !typed.type.isVoid, !diagnostics.contains(where: { $0.message.severity == .error }) {
        context.inferredResults.append((typed.type, statements[0].range))
        return [TypedStmt(.returnStmt(typed), range: statements[0].range)]
      }
      return block(statements)
    }
    if isSingleExpression, statements.count == 1, case .expression(let expr) = statements[0].kind {
      if let result = context.resultType {
        if !result.isVoid {
          if expr.isAssignment { return block(statements) }
          return returnStatement(expr, statements[0].range, isImplicit: true)
        }
      } else if context.isClosure {
        return returnStatement(expr, statements[0].range, isImplicit: true)
      }
    }
    return block(statements)
  }

  /// `if` and `switch` alone in a body give its value where every branch is one expression.
  func valueOfSingle(_ statement: Stmt) -> Expr? {
    switch statement.kind {
    case .ifStmt(let branch): return givesValue(branch) ? Expr(.ifExpr(branch), branch.range) : nil
    case .switchStmt(let choice): return givesValue(choice) ? Expr(.switchExpr(choice), choice.range) : nil
    case .expression(let expr):
      switch expr.kind {
      case .ifExpr(let branch): return givesValue(branch) ? expr : nil
      case .switchExpr(let choice): return givesValue(choice) ? expr : nil
      default: return nil
      }
    default: return nil
    }
  }

  func givesValue(_ branch: IfStmt) -> Bool {
    guard givesValue(branch.body) else { return false }
    switch branch.elseBranch {
    case .block(let body)?: return givesValue(body)
    case .elseIf(let next)?: return givesValue(next)
    case nil: return false
    }
  }

  func givesValue(_ choice: SwitchStmt) -> Bool {
    !choice.cases.isEmpty && choice.cases.allSatisfy { givesValue($0.body) }
  }

  func givesValue(_ statements: [Stmt]) -> Bool {
    guard statements.count == 1 else { return false }
    switch statements[0].kind {
    case .expression(let expr):
      if case .ifExpr(let branch) = expr.kind { return givesValue(branch) }
      if case .switchExpr(let choice) = expr.kind { return givesValue(choice) }
      return !expr.isAssignment
    case .ifStmt(let branch): return givesValue(branch)
    case .switchStmt(let choice): return givesValue(choice)
    case .throwStmt: return true
    default: return false
    }
  }

  func block(_ statements: [Stmt]) -> [TypedStmt] {
    declareLocals(statements)
    var result: [TypedStmt] = []
    for statement in statements { result += checkOne(statement) }
    return result
  }

  /// Types and functions of a block are known in all of it.
  func declareLocals(_ statements: [Stmt]) {
    let declarations = statements.compactMap { statement -> Decl? in
      if case .declaration(let declaration) = statement.kind { return declaration }
      return nil
    }
    if declarations.isEmpty { return }
    let outer = declarationContext()
    let pending = checker.delayed
    checker.delayed = []
    checker.declareTypes(declarations, in: outer)
    localWork = checker.delayed
    checker.delayed = pending
    for declaration in declarations {
      switch declaration.kind {
      case .function(let syntax):
        let function = checker.withEnvironment(context.environment) { checker.declareFunction(syntax, declaration, in: outer) }
        function.outerGenericCount = context.function.generics.count
        checker.localFunctions.insert(function)
        function.bodyEnd = declaration.range.lastCharacter
        functions[ObjectIdentifier(declaration)] = function
        if let known = scope.names[function.name] {
          for case .function(let other) in known where checker.hasSameSignature(other, function) {
            checker.report(.redeclaration(function.signatureName), at: function.range)
          }
        }
        scope.declare(.function(function), as: function.name)
      case .variable(let syntax):
        for binding in syntax.bindings {
          for name in binding.pattern.boundNames where scope.names[name.text] == nil { scope.upcoming[name.text] = name.range }
        }
      default: break
      }
    }
    for work in localWork { work() }
    localWork = []
  }

  private var localWork: [() -> Void] = []
  var functions: [ObjectIdentifier: FunctionDecl] = [:]

  func declarationContext() -> DeclarationContext {
    DeclarationContext(
      nominal: nil, generics: context.function.generics, requirements: context.environment.requirements, scope: scope,
      isExtension: false, module: checker.cell ?? checker.session, function: context, isLazy: false)
  }

  func checkOne(_ statement: Stmt) -> [TypedStmt] {
    let range = statement.range
    switch statement.kind {
    case .expression(let expr):
      if case .ifExpr(let branch) = expr.kind { return [ifStatement(branch)] }
      if case .switchExpr(let choice) = expr.kind { return [switchStatement(choice)] }
      guard let typed = solve(expr) else { return [] }
      return [TypedStmt(.expression(typed), range: range)]
    case .declaration(let declaration): return check(declaration, range)
    case .ifStmt(let branch): return [ifStatement(branch)]
    case .guardStmt(let conditions, let body):
      // The bindings of a guard live on after it.
      let typed = self.conditions(conditions, in: self)
      let other = nested()
      // They are not known in its own `else`.
      let hidden = StatementChecker(checker, context, Scope(in: scope))
      for name in conditions.flatMap(\.boundNames) where scope.names[name.text] != nil { _ = name }
      let otherwise = hidden.block(body)
      _ = other
      if Reachability.reachesEnd(of: otherwise) { checker.report(.guardFallsThrough(), at: range.file.lastBrace(of: range)) }
      return [TypedStmt(.guardStmt(typed, otherwise: otherwise), range: range)]
    case .whileLoop(let label, let conditions, let body):
      let inner = nested()
      let loop = LoopLabel(name: label?.text)
      let typed = self.conditions(conditions, in: inner)
      return [TypedStmt(.whileLoop(loop, typed, inner.loopBody(body, loop)), range: range)]
    case .repeatWhile(let label, let body, let condition):
      let loop = LoopLabel(name: label?.text)
      let typed = nested().loopBody(body, loop)
      let test = solve(condition, wellKnown.bool, .condition) ?? failure(condition.range, wellKnown.bool)
      return [TypedStmt(.repeatWhile(loop, typed, test), range: range)]
    case .forIn(let loop): return forIn(loop, range)
    case .switchStmt(let choice): return [switchStatement(choice)]
    case .doCatch(let label, let body, let catches): return [doCatch(label, body, catches, range)]
    case .deferStmt(let body):
      context.deferDepth += 1
      let typed = nested().block(body)
      context.deferDepth -= 1
      return [TypedStmt(.deferStmt(typed), range: range)]
    case .returnStmt(let value): return returnStatement(value, range, isImplicit: false)
    case .throwStmt(let value):
      var typed = solve(value, context.errorType ?? wellKnown.anyError, .thrown) ?? failure(value.range, wellKnown.anyError)
      typed = checker.coerce(typed, to: wellKnown.anyError)
      context.thrownTypes.append(wellKnown.anyError)
      if !context.handlesErrors {
        checker.report(context.isInPartialCatch ? .throwNotHandledInCatch : .throwNotHandled, at: range)
      }
      return [TypedStmt(.throwStmt(typed), range: range)]
    case .breakStmt(let label): return breakStatement(label, range)
    case .continueStmt(let label):
      guard let target = context.labels.last(where: { label == nil ? $0.isLoop : $0.name == label?.text }) else {
        checker.report(label.map { .unknownLabel($0.text) } ?? .continueOutsideLoop, at: label?.range ?? range)
        return []
      }
      if !target.isLoop { checker.report(.continueNotLoop(label?.text ?? ""), at: range) }
      return [TypedStmt(.continueStmt(target.label), range: range)]
    case .fallthroughStmt:
      if !isInSwitch { checker.report(.fallthroughOutsideSwitch, at: range) }
      return [TypedStmt(.fallthroughStmt, range: range)]
    case .error: return []
    }
  }

  var isInSwitch: Bool { context.labels.contains { !$0.isLoop } }

  func failure(_ range: SourceRange, _ type: Type) -> TypedExpr { TypedExpr(.error, type: type, range: range) }
}
