/// What checking a cell gives.
package struct CheckedCell {
  /// The statements of the cell, nil where it has an error.
  package var function: FunctionDecl?
  package var diagnostics: [Diagnostic]
  /// The variables that the cell declares, in order.
  package var globals: [Variable] = []
  /// The type of the last expression, if it is one with a value.
  package var resultType: Type?
}

extension Checker {
  /// Declares the text of a module: the standard library first, then host modules. Signatures are worked out when their
  /// names are first used, bodies when they are first compiled.
  package func declareModule(_ files: [(file: SourceFile, statements: [Stmt])], name: String) {
    let module = ModuleScope(name: name)
    moduleScopes.append(module)
    modules.append(name)
    let scope = Scope(.module(module), in: nil)
    let context = DeclarationContext(
      nominal: nil, generics: [], requirements: [], scope: scope, isExtension: false, module: module, function: nil, isLazy: true)
    let declarations = files.flatMap { file in
      file.statements.compactMap { statement -> Decl? in
        if case .declaration(let declaration) = statement.kind { return declaration }
        return nil
      }
    }
    moduleFiles.formUnion(files.map { ObjectIdentifier($0.file) })
    keptFiles += files.map(\.file)
    for file in files { operators.declare(in: file.statements, diagnostics: &diagnostics) }
    if wellKnown.library == nil { wellKnown.library = module }
    delayed = []
    declareLibraryTypes(declarations, context, module)
    for declaration in declarations { declareLazily(declaration, in: context, module) }
    undo = []
    delayed = []
  }

  private func declareLibraryTypes(_ declarations: [Decl], _ context: DeclarationContext, _ module: ModuleScope) {
    let isLibrary = wellKnown.library === module
    willResolveHeaders = { [unowned self] in if isLibrary { wellKnown.find(in: module) } }
    declareTypes(declarations, in: context)
    willResolveHeaders = nil
  }

  private func declareLazily(_ declaration: Decl, in context: DeclarationContext, _ module: ModuleScope) {
    switch declaration.kind {
    case .deferred(let deferred):
      guard case .function(let name, let isOperator, let fixity) = deferred.what else { return }
      let entry = MemberEntry(isInExtension: false) { [unowned self] in
        let declaration = declaration.whole(reporting: &diagnostics)
        guard case .function(let syntax) = declaration.kind else { return [] }
        return [.function(declareFunction(syntax, declaration, in: context))]
      }
      let pending = PendingEntity {
        entry.members.compactMap { if case .function(let function) = $0 { .function(function) } else { nil } }
      }
      if isOperator {
        let takesTuples = Skimmer.takesTuple(declaration.range)
        module.operators[name.text, default: []].append(
          OperatorEntry(entry: entry, owner: nil, fixity: fixity, takesTuples: takesTuples))
      } else {
        module.names[name.text, default: []].append(.pending(pending))
      }
    case .variable(let syntax):
      for binding in syntax.bindings {
        guard let (name, typed) = binding.pattern.simpleName else { continue }
        let pending = PendingEntity { [unowned self] in
          [.variable(moduleVariable(binding, name, binding.type ?? typed, syntax, declaration, context))]
        }
        module.names[name.text] = [.pending(pending)]
      }
    default: break
    }
  }

  /// A constant of a module is computed where it is used; a variable has accessors.
  private func moduleVariable(
    _ binding: VariableSyntax.Binding, _ name: Identifier, _ type: TypeExpr?, _ syntax: VariableSyntax, _ declaration: Decl,
    _ context: DeclarationContext
  ) -> Variable {
    let get = FunctionDecl(name: name.text, kind: .getter, range: name.range, parent: nil)
    if let type { get.resultType = resolve(type, in: context.scope) }
    var accessors = Accessors(get: get)
    if let external = declaration.externalBody(module: context.module) {
      get.body = external
    } else if let value = binding.value {
      checkValue(of: get, value, contextual: type == nil ? nil : get.resultType, in: context)
    }
    for accessor in binding.accessors {
      let function: FunctionDecl
      if accessor.kind == .get {
        function = get
      } else {
        function = FunctionDecl(name: name.text, kind: .setter, range: accessor.range, parent: nil)
        function.parameters = [
          Parameter(
            label: nil,
            variable: Variable(
              name: accessor.parameter?.text ?? "newValue", range: name.range, type: get.resultType, isLet: true, kind: .parameter))
        ]
        accessors.set = function
      }
      if let external = accessor.externalBody(module: context.module) {
        function.body = external
      } else if let body = accessor.body {
        setBody(of: function, body, in: context, scope: context.scope)
      }
    }
    let variable = Variable(name: name.text, range: name.range, type: get.resultType, isLet: accessors.set == nil, kind: .global)
    variable.documentation = declaration.documentation
    variable.accessors = accessors
    return variable
  }

  /// Checks a cell as a whole. Its names join those of the session if it has no error.
  package func check(_ statements: [Stmt], file: SourceFile) -> CheckedCell {
    diagnostics = []
    flowErrors = 0
    undo = []
    delayed = []
    globals = []
    depth = 0
    environment = GenericEnvironment([])
    let savedOperators = operators
    operators.declare(in: statements, diagnostics: &diagnostics)
    let module = ModuleScope(name: "main")
    cell = module
    defer {
      cell = nil
      topScope = nil
    }
    let function = FunctionDecl(
      name: file.name, kind: .topLevel, range: SourceRange(file: file, start: 0, end: file.bytes.count), parent: nil)
    let context = FunctionContext(function: function, parent: nil, nominal: nil, environment: environment)
    context.handlesErrors = true
    let moduleScope = Scope(.module(module), in: nil)
    let body = Scope(.function(context), in: moduleScope)
    let top = Scope(in: body)
    topScope = top
    let declarations = statements.compactMap { statement -> Decl? in
      if case .declaration(let declaration) = statement.kind { return declaration }
      return nil
    }
    let outer = DeclarationContext(
      nominal: nil, generics: [], requirements: [], scope: moduleScope, isExtension: false, module: module, function: nil, isLazy: false)
    declareTypes(declarations, in: outer)
    for declaration in declarations { declareTopLevel(declaration, in: outer, top) }
    let checker = StatementChecker(self, context, top)
    var typed: [TypedStmt] = []
    var resultType: Type?
    for (index, statement) in statements.enumerated() {
      if index == statements.count - 1, case .expression(let expr) = statement.kind, !expr.isStatementLike, !expr.isAssignment {
        if let value = checker.solve(expr) {
          // `a?.go()` is called for what it does, as `a.go()` is.
          let hasValue = !value.type.isVoid && value.type != wellKnown.optional(.void) && value.type != wellKnown.never && !isDoneForItsEffect(value)
          typed.append(TypedStmt(hasValue ? .result(value) : .expression(value), range: statement.range))
          if hasValue {
            resultType = value.type
            function.resultType = value.type
          }
        }
        continue
      }
      typed += checker.topLevel(statement)
    }
    runDelayed()
    function.body = .typed(typed)
    analyzeFlow(of: function, typed)
    if hasErrors, probe == nil { noteRefused(statements) }
    if hasErrors || probe != nil {
      // What the text declares is still known here.
      probe?.whenChecked?()
      for action in undo.reversed() { action() }
      undo = []
      operators = savedOperators
      overrideCache = [:]
      return CheckedCell(function: nil, diagnostics: sortedDiagnostics())
    }
    undo = []
    overrideCache = [:]
    mentionDeclarations(of: module)
    join(module)
    return CheckedCell(function: function, diagnostics: sortedDiagnostics(), globals: globals, resultType: resultType)
  }

  /// Keeps the names that a cell with an error would have declared: whoever misses one later is told why.
  package func noteRefused(_ statements: [Stmt]) {
    for name in statements.flatMap(Self.declaredNames) { refusedNames[name.text] = name.range }
  }

  private static func declaredNames(_ statement: Stmt) -> [Identifier] {
    guard case .declaration(let declaration) = statement.kind else { return [] }
    switch declaration.kind {
    case .variable(let syntax): return syntax.bindings.flatMap { $0.pattern.boundNames }
    case .function(let syntax): return [syntax.name]
    default: return []
    }
  }

  private func sortedDiagnostics() -> [Diagnostic] {
    diagnostics.enumerated().sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }.map(\.element)
  }

  func runDelayed() {
    var next = 0
    while next < delayed.count {
      let work = delayed[next]
      next += 1
      work()
    }
    delayed = []
  }

  private func declareTopLevel(_ declaration: Decl, in context: DeclarationContext, _ top: Scope) {
    switch declaration.kind {
    case .function(let syntax):
      let function = declareFunction(syntax, declaration, in: context)
      function.bodyEnd = declaration.range.lastCharacter
      let entry = MemberEntry(.function(function))
      if syntax.isOperator {
        addOperator(OperatorEntry(entry: entry, owner: nil, fixity: function.fixity), syntax.name.text, in: context.module)
      } else {
        for case .function(let other) in context.module.names[function.name] ?? [] where hasSameSignature(other, function) {
          report(.redeclaration(function.signatureName), at: function.range, notes: [(.previouslyDeclared(function.signatureName), other.range)])
        }
        declareName(.function(function), syntax.name, in: context)
      }
      delayed.append { _ = function.typedBody }
    case .variable(let syntax):
      for binding in syntax.bindings {
        for name in binding.pattern.boundNames { top.upcoming[name.text] = name.range }
      }
    default: break
    }
  }

  /// Makes the names of a cell those of the session.
  private func join(_ module: ModuleScope) {
    for (name, entities) in module.names {
      guard entities.allSatisfy(\.isFunction), let known = session.names[name], known.allSatisfy(\.isFunction) else {
        session.names[name] = entities
        continue
      }
      let kept = known.filter { old in
        guard case .function(let older) = old else { return true }
        return !entities.contains {
          if case .function(let newer) = $0 { return hasSameSignature(newer, older) }
          return false
        }
      }
      session.names[name] = entities + kept
    }
    for (name, entries) in module.operators {
      let newer = entries.flatMap(\.entry.members)
      let kept = (session.operators[name] ?? []).filter { known in
        !known.entry.members.contains { old in
          guard case .function(let older) = old, older.parent == nil else { return false }
          return newer.contains {
            if case .function(let function) = $0, function.parent == nil { return hasSameSignature(function, older) }
            return false
          }
        }
      }
      session.operators[name] = entries + kept
    }
  }

  /// Forgets everything that cells have declared.
  package func reset() {
    session.names = [:]
    session.operators = [:]
    operators = OperatorTable.standard
  }

  /// `sleep(1)` and `dump(x)` give a value that nobody who writes them at the end of a cell wants to see.
  private func isDoneForItsEffect(_ value: TypedExpr) -> Bool {
    guard case .call(.function(let reference, _), _) = value.kind, reference.decl.parent == nil else { return false }
    return reference.decl.isDiscardable && isLibrary(reference.decl)
  }

  /// Checks one expression against the names of the session without leaving a trace.
  package func checkExpression(_ expr: Expr, file: SourceFile) -> CheckedCell {
    check([Stmt(.expression(expr), expr.range)], file: file)
  }
}

extension StatementChecker {
  func topLevel(_ statement: Stmt) -> [TypedStmt] { checkOne(statement) }
}
