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

  private func nested() -> StatementChecker { StatementChecker(checker, context, Scope(in: scope)) }

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
  private func valueOfSingle(_ statement: Stmt) -> Expr? {
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

  private func givesValue(_ branch: IfStmt) -> Bool {
    guard givesValue(branch.body) else { return false }
    switch branch.elseBranch {
    case .block(let body)?: return givesValue(body)
    case .elseIf(let next)?: return givesValue(next)
    case nil: return false
    }
  }

  private func givesValue(_ choice: SwitchStmt) -> Bool {
    !choice.cases.isEmpty && choice.cases.allSatisfy { givesValue($0.body) }
  }

  private func givesValue(_ statements: [Stmt]) -> Bool {
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
  private func declareLocals(_ statements: [Stmt]) {
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
  private var functions: [ObjectIdentifier: FunctionDecl] = [:]

  private func declarationContext() -> DeclarationContext {
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
      var typed = solve(value, context.function.thrownType ?? wellKnown.anyError, .thrown) ?? failure(value.range, wellKnown.anyError)
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

  private func failure(_ range: SourceRange, _ type: Type) -> TypedExpr { TypedExpr(.error, type: type, range: range) }

  // MARK: Declarations

  private func check(_ declaration: Decl, _ range: SourceRange) -> [TypedStmt] {
    switch declaration.kind {
    case .variable(let syntax): return variables(syntax, declaration, range)
    case .function:
      guard let function = functions[ObjectIdentifier(declaration)] else { return [] }
      _ = function.typedBody
      return [TypedStmt(.localFunction(function), range: range)]
    case .importModule(let names):
      let name = names.first?.text ?? ""
      if !["Foundation", "FoundationEssentials", "Swift", "Glibc", "Darwin"].contains(name), !checker.modules.contains(name) {
        checker.report(.noSuchModule(name), at: names.first?.range ?? range)
      }
      return []
    default: return []
    }
  }

  /// Where the cell's own variables are declared.
  var isTopLevel: Bool { context.function.kind == .topLevel && scope === checker.topScope }

  func variables(_ syntax: VariableSyntax, _ declaration: Decl, _ range: SourceRange) -> [TypedStmt] {
    var result: [TypedStmt] = []
    var following: TypeExpr?
    var types: [TypeExpr?] = []
    for binding in syntax.bindings.reversed() {
      if let type = binding.type { following = type }
      types.append(binding.type ?? (binding.value == nil && binding.accessors.isEmpty ? following : nil))
    }
    types.reverse()
    for (binding, type) in zip(syntax.bindings, types) {
      result += variable(binding, type, isLet: syntax.isLet, declaration, range)
    }
    return result
  }

  private func variable(
    _ binding: VariableSyntax.Binding, _ typeSyntax: TypeExpr?, isLet: Bool, _ declaration: Decl, _ range: SourceRange
  ) -> [TypedStmt] {
    if let typeSyntax, typeSyntax.isOpaque, binding.accessors.contains(where: { $0.kind == .get }) {
      return opaqueVariable(binding, typeSyntax, declaration, range)
    }
    var annotated: Type?
    var placeholders = false
    var isImplicitlyUnwrapped = false
    if let typeSyntax {
      if case .implicitlyUnwrapped = typeSyntax.kind { isImplicitlyUnwrapped = true }
      annotated = checker.withEnvironment(context.environment) {
        checker.resolve(
          typeSyntax, in: scope,
          TypeResolutionOptions(opaque: { protocols, _ in .existential(ExistentialType(protocols: protocols)) }, placeholder: { _ in
            placeholders = true
            return .error
          }))
      }
      if case .some = typeSyntax.kind { annotated = nil }
    }
    if placeholders, let value = binding.value, let typeSyntax {
      // `let a: Array = …`: the value fills in what is left open, as in `… as Array`.
      let typed = solve(Expr(.cast(value, .coerce, typeSyntax), value.range), nil, .initialization)
      return bind(binding.pattern, typed?.type ?? .error, typed, isLet: isLet, declaration, range, false)
    }
    let isComputed = binding.accessors.contains { $0.kind == .get || $0.kind == .set }
    if isComputed || !binding.accessors.isEmpty || declaration.has("lazy") {
      return accessorVariable(binding, annotated, isLet: isLet, declaration, range, isComputed: isComputed)
    }
    if let value = binding.value {
      let typed = solve(value, annotated, .initialization)
      var type = annotated ?? typed?.type ?? .error
      var initial = typed
      if declaration.has("weak"), wellKnown.unwrapped(type) == nil, !type.isError {
        type = wellKnown.optional(type)
        initial = typed.map { checker.coerce($0, to: type) }
      }
      return bind(binding.pattern, type, initial, isLet: isLet, declaration, range, isImplicitlyUnwrapped)
    }
    guard let type = annotated else {
      if typeSyntax == nil { checker.report(.typeAnnotationMissing, at: binding.pattern.range) }
      return bind(binding.pattern, .error, nil, isLet: isLet, declaration, range, false)
    }
    var initial: TypedExpr?
    if !isLet, wellKnown.unwrapped(type) != nil { initial = TypedExpr(.none, type: type, range: binding.pattern.range) }
    return bind(binding.pattern, type, initial, isLet: isLet, declaration, range, isImplicitlyUnwrapped)
  }

  private func bind(
    _ pattern: Pattern, _ type: Type, _ value: TypedExpr?, isLet: Bool, _ declaration: Decl, _ range: SourceRange,
    _ isImplicitlyUnwrapped: Bool
  ) -> [TypedStmt] {
    if let (name, _) = pattern.simpleName {
      let variable = makeVariable(name, type, isLet: isLet)
      variable.documentation = declaration.documentation
      variable.isImplicitlyUnwrapped = isImplicitlyUnwrapped
      if declaration.has("weak") { variable.ownership = .weak }
      if declaration.has("unowned") { variable.ownership = .unowned }
      if value == nil { checker.withoutValue.insert(variable) }
      declare(variable, name)
      return [TypedStmt(.declare(variable, value), range: range)]
    }
    if case .wildcard = pattern.kind {
      return value.map { [TypedStmt(.destructure(TypedPattern(.wildcard, type: type, range: pattern.range), $0), range: range)] } ?? []
    }
    let patterns = PatternChecker(self, isVar: !isLet)
    patterns.valueRange = value?.range
    let typed = patterns.check(pattern, type, binds: true)
    for variable in patterns.variables where value == nil { checker.withoutValue.insert(variable) }
    guard let value else {
      return patterns.variables.map { TypedStmt(.declare($0, nil), range: range) }
    }
    return [TypedStmt(.destructure(typed, value), range: range)]
  }

  func makeVariable(_ name: Identifier, _ type: Type, isLet: Bool) -> Variable {
    Variable(name: name.text, range: name.range, type: type, isLet: isLet, kind: isTopLevel ? .global : .local)
  }

  /// Makes a variable known; a second one of the same name in a block is an error.
  func declare(_ variable: Variable, _ name: Identifier) {
    if name.text == "_" { return }
    if isTopLevel, let cell = checker.cell {
      if let known = cell.names[name.text], !known.isEmpty { reportRedeclaration(name, known) }
      scope.upcoming[name.text] = nil
      cell.names[name.text] = [.variable(variable)]
      checker.globals.append(variable)
      return
    }
    if let known = scope.names[name.text], !known.isEmpty { reportRedeclaration(name, known) }
    scope.declare(.variable(variable), as: name.text)
  }

  private func reportRedeclaration(_ name: Identifier, _ known: [Entity]) {
    var notes: [Checker.Note] = []
    if case .variable(let other)? = known.first { notes.append((.previouslyDeclared(name.text), other.range)) }
    checker.report(.redeclaration(name.text), at: name.range, notes: notes)
  }

  /// `var x: some P { … }`
  private func opaqueVariable(
    _ binding: VariableSyntax.Binding, _ typeSyntax: TypeExpr, _ declaration: Decl, _ range: SourceRange
  ) -> [TypedStmt] {
    guard let (name, _) = binding.pattern.simpleName, let getter = binding.accessors.first(where: { $0.kind == .get }),
      let body = getter.body
    else { return [] }
    let function = FunctionDecl(name: name.text, kind: .getter, range: name.range, parent: nil)
    function.generics = context.function.generics
    function.outerGenericCount = function.generics.count
    function.requirements = context.environment.requirements
    if !isTopLevel { checker.localFunctions.insert(function) }
    let outer = declarationContext()
    function.resultType = checker.withEnvironment(context.environment) { checker.resolveResult(typeSyntax, of: function, in: scope) }
    let variable = makeVariable(name, function.resultType, isLet: false)
    variable.documentation = declaration.documentation
    variable.accessors = Accessors(get: function)
    checker.setBody(of: function, body, in: outer, scope: scope)
    declare(variable, name)
    _ = function.typedBody
    return [TypedStmt(.declare(variable, nil), range: range)]
  }

  /// A variable with `get`/`set`, observers, or `lazy`.
  private func accessorVariable(
    _ binding: VariableSyntax.Binding, _ annotated: Type?, isLet: Bool, _ declaration: Decl, _ range: SourceRange, isComputed: Bool
  ) -> [TypedStmt] {
    guard let (name, _) = binding.pattern.simpleName else {
      checker.report(.propertyPattern, at: binding.pattern.range)
      return []
    }
    let isLazy = declaration.has("lazy")
    var value: TypedExpr?
    if let expr = binding.value, !isLazy { value = solve(expr, annotated, .initialization) }
    let lazyValue = isLazy ? binding.value.flatMap { solve($0, annotated, .initialization) } : nil
    let type = annotated ?? value?.type ?? lazyValue?.type ?? .error
    if isComputed, annotated == nil { checker.report(.computedNeedsType, at: binding.pattern.range) }
    let variable = makeVariable(name, type, isLet: isLet)
    variable.documentation = declaration.documentation
    variable.accessors = Accessors()
    declare(variable, name)
    let outer = declarationContext()
    for accessor in binding.accessors {
      guard let body = accessor.body else { continue }
      let kind: FunctionDecl.Kind = accessor.kind == .get ? .getter : accessor.kind == .set ? .setter : .observer
      let function = FunctionDecl(name: name.text, kind: kind, range: accessor.range, parent: nil)
      function.generics = context.function.generics
      function.requirements = context.environment.requirements
      function.isThrowing = accessor.isThrowing
      if !isTopLevel { checker.localFunctions.insert(function) }
      if accessor.kind == .get {
        function.resultType = type
      } else {
        let standard = accessor.kind == .didSet ? "oldValue" : "newValue"
        function.parameters = [
          Parameter(
            label: nil,
            variable: Variable(
              name: accessor.parameter?.text ?? standard, range: accessor.parameter?.range ?? accessor.range, type: type, isLet: true,
              kind: .parameter))
        ]
      }
      checker.setBody(of: function, body, in: outer, scope: scope)
      switch accessor.kind {
      case .get: variable.accessors?.get = function
      case .set: variable.accessors?.set = function
      case .willSet: variable.accessors?.willSet = function
      case .didSet: variable.accessors?.didSet = function
      }
      if isTopLevel { checker.delayed.append { _ = function.typedBody } } else { _ = function.typedBody }
    }
    if isComputed { return [TypedStmt(.declare(variable, nil), range: range)] }
    if variable.accessors?.willSet == nil, variable.accessors?.didSet == nil { variable.accessors = nil }
    return [TypedStmt(.declare(variable, value ?? lazyValue), range: range)]
  }

  // MARK: Control flow

  private func returnStatement(_ value: Expr?, _ range: SourceRange, isImplicit: Bool) -> [TypedStmt] {
    if context.deferDepth > 0 { checker.report(.returnInDefer, at: range) }
    let function = context.function
    if function.kind == .topLevel {
      checker.report(.returnOutsideFunction, at: range)
      return []
    }
    if function.kind == .initializer {
      if let value {
        if case .nilLiteral = value.kind {
          if !function.isFailable { checker.report(.nilFromInitializer, at: range) }
          return [TypedStmt(.failInitializer, range: range)]
        }
        checker.report(.valueFromInitializer, at: range)
        return []
      }
      return [TypedStmt(.returnStmt(nil), range: range)]
    }
    guard let value else {
      if let result = context.resultType, !result.isVoid, !result.isError { checker.report(.nonVoidNeedsValue, at: range) }
      if context.resultType == nil { context.inferredResults.append((.void, range)) }
      return [TypedStmt(.returnStmt(nil), range: range)]
    }
    if let opaque = context.opaqueResult, let result = context.resultType {
      return opaqueReturn(value, opaque, result, range)
    }
    guard let result = context.resultType ?? context.inferredResults.first?.type else {
      guard let typed = solve(value, nil, .returnValue) else {
        context.inferredResults.append((.error, range))
        return []
      }
      context.inferredResults.append((typed.type, range))
      if typed.type.isVoid {
        return [TypedStmt(.expression(typed), range: range)] + (isImplicit ? [] : [TypedStmt(.returnStmt(nil), range: range)])
      }
      return [TypedStmt(.returnStmt(typed), range: range)]
    }
    if result.isVoid, !isImplicit {
      if let typed = solve(value) {
        if typed.type.isVoid { return [TypedStmt(.expression(typed), range: range), TypedStmt(.returnStmt(nil), range: range)] }
        checker.report(.unexpectedReturnValue(context.isClosure ? "closure" : "function"), at: value.location)
      }
      return []
    }
    if isImplicit, context.resultType != nil {
      // A call that never returns may stand for any value; statements with a value of their own must convert.
      if value.isStatementLike {
        guard let typed = solve(value, result, .returnValue) else { return [] }
        return [TypedStmt(.returnStmt(typed), range: range)]
      }
      let (typed, diagnostics) = checker.collectingDiagnostics { solve(value, result, .returnValue) }
      if let typed, !diagnostics.contains(where: { $0.message.severity == .error }) {
        for diagnostic in diagnostics { checker.report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
        return [TypedStmt(.returnStmt(typed), range: range)]
      }
      let (alone, others) = checker.collectingDiagnostics { solve(value) }
      if let alone, !others.contains(where: { $0.message.severity == .error }), alone.type == wellKnown.never || alone.type.isVoid {
        for diagnostic in others { checker.report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
        if alone.type.isVoid, !value.isCall {
          for diagnostic in diagnostics { checker.report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
        }
        return [TypedStmt(.expression(alone), range: range)]
      }
      for diagnostic in diagnostics { checker.report(diagnostic.message, at: diagnostic.range, notes: diagnostic.notes, fixes: diagnostic.fixes) }
      // Nothing more is said of the missing return.
      return [TypedStmt(.returnStmt(failure(range, result)), range: range)]
    }
    guard let typed = solve(value, result, .returnValue) else { return [TypedStmt(.returnStmt(failure(value.range, result)), range: range)] }
    return [TypedStmt(.returnStmt(typed), range: range)]
  }

  /// The first `return` decides what `some P` hides; the others must give the same.
  private func opaqueReturn(_ value: Expr, _ opaque: OpaqueType, _ result: Type, _ range: SourceRange) -> [TypedStmt] {
    guard case .opaque = result else {
      guard let typed = solve(value, nil, .returnValue) else { return [TypedStmt(.returnStmt(failure(range, result)), range: range)] }
      opaque.underlying = findUnderlying(opaque, in: result, typed.type)
      return [TypedStmt(.returnStmt(typed), range: range)]
    }
    guard let typed = solve(value, opaque.underlying, .returnValue) else { return [TypedStmt(.returnStmt(failure(range, result)), range: range)] }
    if opaque.underlying == nil {
      for proto in opaque.protocols where !checker.conforms(typed.type, to: proto) {
        checker.report(.opaqueRequires(proto.name, typed.type), at: value.range)
      }
      opaque.underlying = typed.type
    }
    return [TypedStmt(.returnStmt(typed), range: range)]
  }

  private func findUnderlying(_ opaque: OpaqueType, in pattern: Type, _ type: Type) -> Type? {
    switch (pattern, type) {
    case (.opaque(let found, _), _) where found === opaque: return type
    case (.nominal(_, let left), .nominal(_, let right)):
      for (inner, other) in zip(left, right) { if let found = findUnderlying(opaque, in: inner, other) { return found } }
      return nil
    default: return nil
    }
  }

  private func breakStatement(_ label: Identifier?, _ range: SourceRange) -> [TypedStmt] {
    let target: (name: String?, label: LoopLabel, isLoop: Bool)?
    if let label {
      target = context.labels.last { $0.name == label.text }
      if target == nil {
        checker.report(.unknownLabel(label.text), at: label.range)
        return []
      }
    } else {
      target = context.labels.last { $0.isLoop || $0.name == nil }
    }
    guard let target else {
      checker.report(context.branchDepth > 0 ? .breakInBranch : .breakOutsideLoop, at: range)
      return []
    }
    return [TypedStmt(.breakStmt(target.label), range: range)]
  }

  func loopBody(_ body: [Stmt], _ label: LoopLabel) -> [TypedStmt] {
    context.labels.append((label.name, label, true))
    defer { context.labels.removeLast() }
    return StatementChecker(checker, context, Scope(in: scope)).block(body)
  }

  private func ifStatement(_ branch: IfStmt) -> TypedStmt {
    let inner = nested()
    if let label = branch.label {
      let target = LoopLabel(name: label.text)
      context.labels.append((label.text, target, false))
      defer { context.labels.removeLast() }
      // A labelled `if` can be left by `break`: a loop that runs once.
      let statement = ifParts(branch, inner)
      return TypedStmt(.doCatch(target, [statement], [], isExhaustive: false), range: branch.range)
    }
    return ifParts(branch, inner)
  }

  private func ifParts(_ branch: IfStmt, _ inner: StatementChecker) -> TypedStmt {
    let conditions = self.conditions(branch.conditions, in: inner)
    context.branchDepth += 1
    defer { context.branchDepth -= 1 }
    let then = inner.nested().block(branch.body)
    var otherwise: [TypedStmt]?
    switch branch.elseBranch {
    case .block(let body)?: otherwise = nested().block(body)
    case .elseIf(let next)?: otherwise = [nested().ifStatement(next)]
    case nil: break
    }
    return TypedStmt(.ifStmt(conditions, then: then, otherwise: otherwise), range: branch.range)
  }

  /// Conditions in order: each sees the bindings of those before it.
  func conditions(_ conditions: [Condition], in target: StatementChecker) -> [TypedCondition] {
    conditions.compactMap { condition -> TypedCondition? in
      switch condition {
      case .expression(let expr):
        if let place = expr.assignmentOperator {
          checker.report(
            .assignmentAsCondition, at: place, fixes: [Diagnostic.Fix(label: "did you mean '=='?", range: place, replacement: "==")])
          return nil
        }
        return .expression(target.solve(expr, wellKnown.bool, .condition) ?? failure(expr.range, wellKnown.bool))
      case .optionalBinding(let isVar, let pattern, let typeSyntax, let value):
        return optionalBinding(isVar, pattern, typeSyntax, value, in: target)
      case .patternMatch(let pattern, let value):
        guard let typed = target.solve(value) else {
          let patterns = PatternChecker(target, isVar: false)
          _ = patterns.check(pattern, .error, binds: false)
          return nil
        }
        let patterns = PatternChecker(target, isVar: false)
        return .patternMatch(patterns.check(pattern, typed.type, binds: false), typed)
      }
    }
  }

  private func optionalBinding(
    _ isVar: Bool, _ pattern: Pattern, _ typeSyntax: TypeExpr?, _ value: Expr?, in target: StatementChecker
  ) -> TypedCondition? {
    let annotated = typeSyntax.map { type in
      checker.withEnvironment(context.environment) { checker.resolve(type, in: target.scope) }
    }
    let source: Expr
    if let value {
      source = value
    } else if let (name, _) = pattern.simpleName {
      source = Expr(.name(name, generics: [], labels: nil), name.range)
    } else {
      return nil
    }
    let typed = target.solve(source, annotated.map { wellKnown.optional($0) }, .initialization)
    var type = Type.error
    if let typed {
      if let inner = wellKnown.unwrapped(typed.type) { type = inner } else if !typed.type.isError {
        checker.report(.bindingNeedsOptional(typed.type), at: pattern.range.bindingKeyword)
        type = typed.type
      }
    }
    let patterns = PatternChecker(target, isVar: isVar)
    let bound = patterns.check(pattern, type, binds: true)
    guard let typed else { return nil }
    return .optionalBinding(bound, typed)
  }

  private func forIn(_ loop: ForIn, _ range: SourceRange) -> [TypedStmt] {
    let inner = nested()
    var wanted: Type?
    if case .typed(_, let elementType) = loop.pattern.kind, case .array = loop.sequence.kind {
      // The type of the elements is that of the pattern.
      wanted = checker.withEnvironment(context.environment) { wellKnown.array(checker.resolve(elementType, in: scope)) }
    }
    let sequence = solve(loop.sequence, wanted, .forSequence)
    var element = Type.error
    var witnesses: (makeIterator: FunctionRef, iterator: Type, next: FunctionRef)?
    if let sequence, let proto = wellKnown.sequence {
      witnesses = checker.withEnvironment(context.environment) { checker.iteration(over: sequence.type) }
      if let proto = witnesses.map({ _ in proto }), let associated = proto.associatedTypes.first(where: { $0.name == "Element" }) {
        element = checker.withEnvironment(context.environment) { checker.environment.canonical(sequence.type.projected(associated)) }
        if case .dependent = element, case .existential = sequence.type { element = .existential(ExistentialType(protocols: [])) }
      } else if wellKnown.unwrapped(sequence.type) != nil {
        checker.report(.forInOptional(sequence.type), at: loop.sequence.range)
      } else {
        if let unmet = checker.unmetCondition(of: sequence.type, to: wellKnown.sequence) {
          checker.report(.protocolRequiresConformance("Sequence", unmet.type, unmet.proto), at: loop.sequence.location)
        } else {
          checker.report(.forInRequiresSequence(sequence.type), at: loop.sequence.range)
        }
      }
    }
    let patterns = PatternChecker(inner, isVar: false)
    patterns.valueRange = loop.sequence.range
    let pattern = patterns.check(loop.pattern, element, binds: !loop.isCase)
    let condition = loop.whereClause.map { inner.solve($0, wellKnown.bool, .condition) ?? failure($0.range, wellKnown.bool) }
    let label = LoopLabel(name: loop.label?.text)
    let body = inner.loopBody(loop.body, label)
    guard let sequence, let witnesses else { return [] }
    return [
      TypedStmt(
        .forIn(
          TypedForIn(
            label: label, pattern: pattern, isRefutable: loop.isCase, sequence: sequence, element: element,
            makeIterator: witnesses.makeIterator, iterator: witnesses.iterator, next: witnesses.next, condition: condition, body: body)),
        range: range)
    ]
  }

  func switchStatement(_ choice: SwitchStmt) -> TypedStmt {
    let subject = solve(choice.subject)
    let type = subject?.type ?? .error
    let label = LoopLabel(name: choice.label?.text)
    context.labels.append((label.name, label, false))
    defer { context.labels.removeLast() }
    let cases = choice.cases.map { typedCase($0, type) { $0.block($1) } }
    if let subject { checkExhaustive(cases, subject.type, choice) }
    return TypedStmt(.switchStmt(label, subject: subject ?? failure(choice.subject.range, .error), cases), range: choice.range)
  }

  /// Says which values no case of a `switch` takes.
  private func checkExhaustive(_ cases: [TypedCase], _ type: Type, _ syntax: SwitchStmt) {
    let place = syntax.range.keyword("switch")
    if type.isError || type == wellKnown.never || syntax.cases.contains(where: \.isDefault) { return }
    if cases.isEmpty {
      checker.report(.switchNeedsCase, at: place)
      return
    }
    let missing = Exhaustiveness.missing(in: cases)
    if missing.isEmpty { return }
    let end = max(Int(syntax.range.start), Int(syntax.range.end) - 1)
    let needsDefault = missing.contains("_")
    let clauses = needsDefault ? "default:\n<#code#>\n" : missing.map { "case \($0):\n<#code#>\n" }.joined()
    checker.report(
      .switchNotExhaustive(), at: place,
      notes: (needsDefault ? ["_"] : missing).map { (.addMissingCase($0), place) },
      fixes: [
        Diagnostic.Fix(
          label: needsDefault ? "add a default clause" : "add missing cases",
          range: SourceRange(file: syntax.range.file, start: end, end: end), replacement: clauses)
      ])
  }

  /// One case: its patterns bind the same names, and its body sees them.
  private func typedCase(_ syntax: SwitchCase, _ type: Type, _ body: (StatementChecker, [Stmt]) -> [TypedStmt]) -> TypedCase {
    let inner = nested()
    var items: [(pattern: TypedPattern, condition: TypedExpr?)] = []
    var shared: [String: Variable] = [:]
    for (index, item) in syntax.items.enumerated() {
      let patterns = PatternChecker(inner, isVar: false)
      if index > 0 { patterns.shared = shared }
      let pattern = patterns.check(item.pattern, type, binds: false)
      let names = Set(patterns.variables.map(\.name))
      if index == 0 {
        for variable in patterns.variables { shared[variable.name] = variable }
      } else {
        for name in shared.keys.sorted() where !names.contains(name) { checker.report(.mustBeBoundInEvery(name), at: item.pattern.range) }
        for variable in patterns.variables where shared[variable.name] == nil {
          checker.report(.mustBeBoundInEvery(variable.name), at: variable.range)
        }
      }
      let condition = item.whereClause.map { inner.solve($0, wellKnown.bool, .condition) ?? failure($0.range, wellKnown.bool) }
      items.append((pattern, condition))
    }
    if syntax.body.isEmpty { checker.report(.emptyCase(isDefault: syntax.isDefault), at: syntax.range) }
    let typed = body(inner.nested(), syntax.body)
    return TypedCase(items: items, body: typed, range: syntax.range)
  }

  private func doCatch(_ label: Identifier?, _ body: [Stmt], _ catches: [CatchClause], _ range: SourceRange) -> TypedStmt {
    context.branchDepth += 1
    defer { context.branchDepth -= 1 }
    let target = label.map { LoopLabel(name: $0.text) }
    if let target { context.labels.append((target.name, target, false)) }
    defer { if target != nil { context.labels.removeLast() } }
    let isExhaustive = catches.contains { clause in
      clause.items.isEmpty || clause.items.contains { $0.whereClause == nil && $0.pattern.isIrrefutable }
    }
    let outer = context.handlesErrors
    // `catch .empty` speaks of one type of errors, and its cases may be all there are.
    let isTyped = catches.contains { $0.items.contains { $0.pattern.isImplicitMember } }
    if !catches.isEmpty { context.handlesErrors = outer || isExhaustive || isTyped || context.function.kind == .topLevel }
    let wasPartial = context.isInPartialCatch
    context.isInPartialCatch = !catches.isEmpty && !isExhaustive
    let outerThrown = context.thrownTypes
    context.thrownTypes = []
    let typed = nested().block(body)
    let thrown = thrownType(context.thrownTypes)
    context.thrownTypes = isExhaustive ? outerThrown : outerThrown + context.thrownTypes
    context.handlesErrors = outer
    context.isInPartialCatch = wasPartial
    func caught(_ pattern: TypedPattern) -> TypedPattern {
      thrown == wellKnown.anyError ? pattern : TypedPattern(.cast(thrown, pattern), type: wellKnown.anyError, range: pattern.range)
    }
    var all: [(pattern: TypedPattern, condition: TypedExpr?)] = []
    let clauses = catches.map { clause -> TypedCatch in
      let inner = nested()
      var items: [(pattern: TypedPattern, condition: TypedExpr?)] = []
      var error: Variable?
      if clause.items.isEmpty {
        let variable = Variable(name: "error", range: clause.range, type: thrown, isLet: true, kind: .local)
        variable.isImplicit = true
        inner.scope.declare(.variable(variable), as: "error")
        if thrown == wellKnown.anyError { error = variable } else {
          items.append((caught(TypedPattern(.bind(variable), type: thrown, range: clause.range)), nil))
        }
      }
      for item in clause.items {
        let patterns = PatternChecker(inner, isVar: false)
        let pattern = patterns.check(item.pattern, thrown, binds: false)
        let condition = item.whereClause.map { inner.solve($0, wellKnown.bool, .condition) ?? failure($0.range, wellKnown.bool) }
        all.append((pattern, condition))
        items.append((caught(pattern), condition))
      }
      return TypedCatch(items: items, error: error, body: inner.nested().block(clause.body))
    }
    let coversCases = isTyped && !isExhaustive && Exhaustiveness.missing(in: all).isEmpty
    if isTyped, !isExhaustive, !coversCases, !outer, context.function.kind != .topLevel {
      checker.report(.errorsNotHandledInCatch, at: range)
    }
    return TypedStmt(.doCatch(target, typed, clauses, isExhaustive: isExhaustive || coversCases || catches.isEmpty), range: range)
  }

  /// The one type of errors that all calls of a `do` throw, else `any Error`.
  private func thrownType(_ types: [Type]) -> Type {
    guard let first = types.first, case .nominal = first, types.allSatisfy({ $0 == first }) else { return wellKnown.anyError }
    return first
  }

  // MARK: Statements as values

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

  private func ifValue(_ branch: IfStmt, _ result: inout Type?) -> TypedStmt {
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
  private func valueBranch(_ statements: [Stmt], _ range: SourceRange, _ result: inout Type?) -> [TypedStmt] {
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

extension Expr {
  /// Where `swiftc` points for an expression: at the name of a member, at an operator.
  var location: SourceRange {
    func from(_ start: SourceRange) -> SourceRange { SourceRange(file: range.file, start: Int(start.start), end: Int(range.end)) }
    switch kind {
    case .member(_, let name, _, _): return from(name.range)
    case .call(let callee, _, _): return from(callee.location)
    case .sequence(let items):
      for case .binaryOperator(let name) in items { return from(name.range) }
      return range
    default: return range
    }
  }

  /// The `=` of an assignment.
  var assignmentOperator: SourceRange? {
    if case .sequence(let items) = kind {
      for case .assign(let range) in items { return range }
    }
    return nil
  }

  var isAssignment: Bool {
    switch kind {
    case .assign: return true
    case .sequence(let items):
      return items.contains { if case .assign = $0 { true } else { false } }
    default: return false
    }
  }

  var isCall: Bool {
    switch kind {
    case .call: return true
    case .tryExpr(_, let inner), .paren(let inner): return inner.isCall
    case .sequence(let items): if items.count == 1, case .operand(let operand) = items[0] { return operand.isCall } else { return false }
    default: return false
    }
  }
}

extension Pattern {
  /// The names that it binds.
  var boundNames: [Identifier] {
    switch kind {
    case .name(let name): return [name]
    case .binding(_, let inner), .optional(let inner), .asType(let inner, _), .typed(let inner, _): return inner.boundNames
    case .tuple(let elements): return elements.flatMap(\.pattern.boundNames)
    case .enumCase(_, _, let arguments): return (arguments ?? []).flatMap(\.pattern.boundNames)
    case .wildcard, .isType, .expression: return []
    }
  }
}

extension Condition {
  var boundNames: [Identifier] {
    switch self {
    case .optionalBinding(_, let pattern, _, _), .patternMatch(let pattern, _): return pattern.boundNames
    case .expression: return []
    }
  }
}

extension SourceFile {
  /// The closing brace at the end of a range.
  func lastBrace(of range: SourceRange) -> SourceRange { range.lastCharacter }
}

extension SourceRange {
  /// The word at the start of a statement, which may follow a label.
  func keyword(_ word: String) -> SourceRange {
    let bytes = Array(word.utf8)
    var index = Int(start)
    let limit = min(Int(end), file.bytes.count)
    while index + bytes.count <= limit {
      if Array(file.bytes[index..<index + bytes.count]) == bytes {
        return SourceRange(file: file, start: index, end: index + bytes.count)
      }
      index += 1
    }
    return self
  }
}
