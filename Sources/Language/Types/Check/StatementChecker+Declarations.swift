/// Variables and what else a block declares.
extension StatementChecker {
  func check(_ declaration: Decl, _ range: SourceRange) -> [TypedStmt] {
    switch declaration.kind {
    case .variable(let syntax): return variables(syntax, declaration, range)
    case .function:
      guard let function = functions[ObjectIdentifier(declaration)] else { return [] }
      _ = function.typedBody
      return [TypedStmt(.localFunction(function), range: range)]
    case .importModule(let names):
      let name = names.first?.text ?? ""
      if !["Foundation", "FoundationEssentials", "Swift", "Glibc", "Darwin"].contains(name), !checker.modules.contains(name) {
        checker.report(
          .noSuchModule(name), at: names.first?.range ?? range,
          notes: checker.modules.count > 1 ? [(.writeInstead(ForeignNames.noImport), nil)] : [])
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

  func variable(
    _ binding: VariableSyntax.Binding, _ typeSyntax: TypeExpr?, isLet: Bool, _ declaration: Decl, _ range: SourceRange
  ) -> [TypedStmt] {
    if let typeSyntax, typeSyntax.isOpaque, binding.accessors.contains(where: { $0.kind == .get }) {
      return opaqueVariable(binding, typeSyntax, declaration, range)
    }
    var annotated: Type?
    var isInferredInPart = false
    var isImplicitlyUnwrapped = false
    if let typeSyntax {
      if case .implicitlyUnwrapped = typeSyntax.kind { isImplicitlyUnwrapped = true }
      annotated = checker.withEnvironment(context.environment) {
        checker.resolve(
          typeSyntax, in: scope,
          TypeResolutionOptions(opaque: { protocols, _ in .existential(ExistentialType(protocols: protocols)) }, inferred: { _ in
            isInferredInPart = true
            return .error
          }))
      }
      if case .some = typeSyntax.kind { annotated = nil }
    }
    if isInferredInPart, let value = binding.value, let typeSyntax {
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

  func bind(
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

  func reportRedeclaration(_ name: Identifier, _ known: [Entity]) {
    var notes: [Checker.Note] = []
    if case .variable(let other)? = known.first { notes.append((.previouslyDeclared(name.text), other.range)) }
    checker.report(.redeclaration(name.text), at: name.range, notes: notes)
  }

  /// `var x: some P { … }`
  func opaqueVariable(
    _ binding: VariableSyntax.Binding, _ typeSyntax: TypeExpr, _ declaration: Decl, _ range: SourceRange
  ) -> [TypedStmt] {
    guard let (name, _) = binding.pattern.simpleName, let getter = binding.accessors.first(where: { $0.kind == .get }),
      let body = getter.body
    else { return [] }
    let function = FunctionDecl(name: name.text, kind: .getter, range: name.range, parent: nil)
    function.generics = context.function.generics
    function.dynamicSelf = context.function.dynamicSelf
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
  func accessorVariable(
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
      function.dynamicSelf = context.function.dynamicSelf
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
}
