extension Checker {
  /// Checks the body of a function, initialiser or accessor.
  func checkBody(of function: FunctionDecl, _ statements: [Stmt], in declaration: DeclarationContext, scope: Scope) {
    let environment = function.generics.isEmpty ? declaration.environment : GenericEnvironment(function.requirements)
    let context = FunctionContext(function: function, parent: declaration.function, nominal: declaration.nominal, environment: environment)
    context.resultType = function.kind == .initializer ? .void : function.resultType
    if case .opaque(let opaque, _) = function.resultType { context.opaqueResult = opaque }
    context.opaqueResult = context.opaqueResult ?? opaquePart(of: function)
    let body = Scope(.function(context), in: scope)
    if let selfVariable = function.selfVariable {
      body.declare(.variable(selfVariable), as: "self")
    } else if declaration.nominal != nil {
      body.declare(.metatypeSelf(declaration.selfType, function.dynamicSelf), as: "self")
    }
    for parameter in function.parameters where parameter.variable.name != "_" {
      body.declare(.variable(parameter.variable), as: parameter.variable.name)
    }
    let saved = depth
    depth = 0
    var typed = withEnvironment(environment) { () -> [TypedStmt] in
      let checker = StatementChecker(self, context, Scope(in: body))
      return checker.body(statements, isSingleExpression: function.kind != .initializer)
    }
    depth = saved
    if let call = implicitSuperInit(function, typed) { typed.append(call) }
    function.body = .typed(typed)
    if let opaque = context.opaqueResult, opaque.underlying == nil, !declaration.isLazy {
      report(.opaqueWithoutReturn, at: function.range)
    }
    finishBody(function, typed, context)
  }

  /// `super.init()` at the end of an initialiser that does not call it, where the superclass has one without parameters.
  private func implicitSuperInit(_ function: FunctionDecl, _ statements: [TypedStmt]) -> TypedStmt? {
    guard function.kind == .initializer, !function.isConvenience, let parent = function.parent, parent.isClass,
      case .nominal(let base, let arguments)? = parent.superclass, let selfVariable = function.selfVariable
    else { return nil }
    var isCalled = false
    for statement in statements {
      TreeWalk.visit(statement) { expression in
        if case .delegateInit = expression.kind { isCalled = true }
        return !isCalled
      }
    }
    if isCalled { return nil }
    for case .function(let initializer) in base.members(named: "init")
    where !initializer.isConvenience && !initializer.isFailable && initializer.parameters.allSatisfy({ $0.defaultValue != nil }) {
      let substitutions = Substitutions(base.generics, arguments)
      let values = initializer.parameters.compactMap { $0.defaultValue.map { TypedArgument.defaulted(FunctionRef($0, substitutions)) } }
      let range = function.bodyEnd ?? function.range
      let call = TypedExpr(
        .delegateInit(selfVariable: selfVariable, FunctionRef(initializer, substitutions), values, isSuper: true), type: .void, range: range)
      return TypedStmt(.expression(call), range: range)
    }
    return nil
  }

  private func opaquePart(of function: FunctionDecl) -> OpaqueType? {
    var found: OpaqueType?
    _ = function.resultType.contains { part in
      if case .opaque(let opaque, _) = part, opaque.owner === function { found = opaque }
      return false
    }
    return found
  }

  /// Checks an initial or default value: the function that holds it returns it.
  func checkValue(
    of holder: FunctionDecl, _ value: Expr, contextual: Type?, isAutoclosure: Bool = false, in declaration: DeclarationContext
  ) {
    let environment = declaration.environment
    let context = FunctionContext(function: holder, parent: declaration.function, nominal: declaration.nominal, environment: environment)
    let body = Scope(.function(context), in: declaration.scope)
    if let selfVariable = holder.selfVariable { body.declare(.variable(selfVariable), as: "self") } else if declaration.nominal != nil {
      body.declare(.metatypeSelf(declaration.selfType), as: "self")
    }
    let saved = depth
    depth = 0
    defer { depth = saved }
    var wanted = contextual
    if isAutoclosure, case .function(let closure)? = contextual { wanted = closure.result }
    guard let typed = solve(value, in: body, context, contextual: wanted, .initialization) else {
      holder.resultType = contextual ?? .error
      holder.body = .typed([])
      return
    }
    var result = typed
    if contextual == nil { holder.resultType = typed.type }
    if isAutoclosure, case .function(let closureType)? = contextual {
      let closure = FunctionDecl(name: "autoclosure", kind: .closure, range: value.range, parent: nil)
      closure.generics = holder.generics
      closure.resultType = closureType.result
      closure.body = .typed([TypedStmt(.returnStmt(typed), range: value.range)])
      result = TypedExpr(.closure(closure), type: .function(closureType), range: value.range)
    }
    let statements = [TypedStmt(.returnStmt(result), range: value.range)]
    holder.body = .typed(statements)
    finishBody(holder, statements, context)
  }

  // MARK: Closures

  /// Variables of a capture list, in the scope of the closure.
  func declareCaptures(of closure: ClosureNode, in opened: OpenedClosure) {
    for capture in closure.syntax.captures {
      let value: Expr = capture.value ?? Expr(.name(capture.name, generics: [], labels: nil), capture.name.range)
      guard let typed = solve(value, in: closure.scope, closure.context, contextual: nil, .initialization) else { continue }
      var type = typed.type
      var initial = typed
      if capture.specifier == .weak, wellKnown.unwrapped(type) == nil {
        type = wellKnown.optional(type)
        initial = coerce(typed, to: type)
      }
      let variable = Variable(
        name: capture.name.text, range: capture.name.range, type: type, isLet: capture.specifier != .weak, kind: .local)
      variable.ownership = capture.specifier == .weak ? .weak : capture.specifier == .unowned ? .unowned : .strong
      opened.function.captureInits.append((variable: variable, value: initial))
      opened.scope.declare(.variable(variable), as: capture.name.text)
    }
  }

  /// The statements of a closure whose parameters have their types; without a result type the first `return` gives it.
  func checkClosureStatements(_ closure: ClosureNode, _ opened: OpenedClosure, resultType: Type?) -> [TypedStmt] {
    opened.context.resultType = resultType
    let checker = StatementChecker(self, opened.context, Scope(in: opened.scope))
    var statements = checker.body(closure.syntax.body, isSingleExpression: true)
    let result = resultType ?? opened.context.inferredResults.first?.type ?? .void
    if !result.isVoid, !result.isError, result != wellKnown.never, Reachability.reachesEnd(of: statements) {
      report(.missingReturn(in: "closure", expected: result.description), at: closure.syntax.range.lastCharacter)
    }
    if resultType == nil, opened.context.inferredResults.count > 1 {
      // All returns give the type of the first.
      statements = statements.map { $0 }
    }
    return statements
  }

  /// What needs the whole body: that it ends in a `return`, that every variable has a value before its use, captures.
  func finishBody(_ function: FunctionDecl, _ statements: [TypedStmt], _ context: FunctionContext) {
    let result = function.resultType
    switch function.kind {
    case .function, .method, .getter:
      if !result.isVoid, !result.isError, result != wellKnown.never, Reachability.reachesEnd(of: statements) {
        let place = function.bodyEnd ?? function.range
        report(.missingReturn(in: functionWord(function), expected: result.description), at: place)
      }
    default: break
    }
    analyzeFlow(of: function, statements)
  }

  private func functionWord(_ function: FunctionDecl) -> String {
    switch function.kind {
    case .getter: return "getter"
    case .method: return function.isStatic ? "static method" : "instance method"
    case .function: return localFunctions.contains(function) ? "local function" : "global function"
    default: return "closure"
    }
  }
}

extension SourceRange {
  /// Where a closing brace stands.
  var lastCharacter: SourceRange { SourceRange(file: file, start: max(Int(start), Int(end) - 1), end: Int(end)) }
}

