extension Solver {
  /// A closure meets the function type that its place asks for: its parameters get their types, and a body that is one
  /// expression joins the constraints.
  func openClosure(
    _ closureNode: Node, _ variable: TypeVariable, _ expected: FunctionType, _ node: Node, _ place: Place
  ) -> Bool {
    guard case .closure(let closure) = closureNode.kind else { return false }
    let syntax = closure.syntax
    let function = FunctionDecl(name: "closure", kind: .closure, range: closureNode.range, parent: nil)
    let outer = closure.context.function
    function.generics = outer.generics
    function.dynamicSelf = outer.dynamicSelf
    function.requirements = outer.requirements
    function.isThrowing = closure.isThrowing
    let context = FunctionContext(
      function: function, parent: closure.context, nominal: closure.context.nominal, environment: closure.context.environment)
    context.isThrowing = closure.isThrowing
    context.isEscaping = isEscaping(place) || rootNode?.withoutParens === closureNode
    context.handlesErrors = closure.isThrowing || expected.isThrowing
    let scope = Scope(.function(context), in: closure.scope)
    let options = TypeResolutionOptions(inferred: { [unowned self] _ in makeVariable() })

    var written = syntax.parameters.map { parameters in parameters.map(\.type) } ?? Array(repeating: nil, count: closure.anonymousCount)
    let names: [(String, SourceRange)] =
      syntax.parameters.map { $0.map { ($0.name.text, $0.name.range) } }
      ?? (0..<closure.anonymousCount).map { ("$\($0)", closureNode.range) }
    let count = names.count
    var expectedTypes = expected.parameters.map { $0.isVariadic ? wellKnown.array($0.type) : $0.type }
    var splat: Variable?
    if expectedTypes.count == 1, count > 1, case .tuple(let elements) = simplified(expectedTypes[0]), elements.count == count {
      splat = Variable(name: "$tuple", range: closureNode.range, type: expectedTypes[0], isLet: true, kind: .parameter)
      expectedTypes = elements.map(\.type)
    } else if expectedTypes.count > 1, count == 1, syntax.parameters == nil {
      // `{ $0 }` for several parameters: `$0` is their tuple.
      if !isDiagnosing { return false }
    }
    if expectedTypes.count != count, splat == nil {
      if syntax.parameters == nil, count == 0, !expectedTypes.isEmpty {
        if !fix(.closureIgnoresParameters(closureNode, expectedTypes.count)) { return false }
      } else if !fix(.closureParameterCount(closureNode, simplified(.function(expected)), expected: expectedTypes.count, found: count)) {
        return false
      }
      while expectedTypes.count < count { expectedTypes.append(.error) }
      if syntax.parameters == nil {
        while written.count < expectedTypes.count { written.append(nil) }
      }
      expectedTypes = Array(expectedTypes.prefix(max(count, 0)))
    }
    var parameterTypes: [FunctionType.Parameter] = []
    for index in 0..<count {
      var type = expectedTypes[index]
      if let annotation = written[index] {
        let resolved = checker.resolve(annotation, in: closure.scope, options)
        if !match(type, resolved, .equal, closureNode, .argument(call: closureNode, index: index)) { return false }
        type = resolved
      }
      let isInout = (splat == nil && index < expected.parameters.count && expected.parameters[index].isInout) || (syntax.parameters?[index].isInout ?? false)
      let variable = Variable(
        name: names[index].0, range: names[index].1, type: type, isLet: !isInout, kind: isInout ? .inoutParameter : .parameter)
      openTypes[ObjectIdentifier(variable)] = type
      openVariables.append(variable)
      if splat == nil { function.parameters.append(Parameter(label: nil, variable: variable, isInout: isInout)) }
      if names[index].0 != "_" { scope.declare(.variable(variable), as: names[index].0) }
      parameterTypes.append(FunctionType.Parameter(type: type, isInout: isInout))
      if splat != nil { splatElements[ObjectIdentifier(function), default: []].append(variable) }
    }
    if let splat {
      openTypes[ObjectIdentifier(splat)] = splat.type
      openVariables.append(splat)
      function.parameters = [Parameter(label: nil, variable: splat)]
      parameterTypes = [expected.parameters[0]]
    }
    let result: Type
    if let annotation = syntax.result {
      result = checker.resolve(annotation, in: closure.scope, options)
    } else {
      result = makeVariable(nil, .expression(closureNode))
    }
    let thrown = checker.withEnvironment(closure.context.environment) { checker.thrownType(syntax.throwing, in: closure.scope, options) }
    function.thrownType = thrown == wellKnown.anyError ? nil : thrown
    if let wanted = expected.thrownType, wanted.hasVariables {
      // `throws(E)` learns from the closure what E is.
      let found = closure.isThrowing ? thrown ?? wellKnown.anyError : wellKnown.never
      if !match(wanted, found, .equal, closureNode, .general) { return false }
    }
    if closure.isThrowing, let wanted = expected.thrownType, !wanted.hasVariables {
      let found = thrown ?? wellKnown.anyError
      if !checker.areSame(found, simplified(wanted)), !fix(.thrownConversion(closureNode, found, wanted)) { return false }
    }
    let type = Type.function(
      FunctionType(parameters: parameterTypes, result: result, isThrowing: closure.isThrowing, thrownType: thrown))
    state.bindings[variable.id] = type
    state.hasChanged = true
    if closure.isThrowing, !expected.isThrowing {
      if !fix(.throwingClosure(closureNode, simplified(.function(expected)))) { return false }
    }
    let opened = OpenedClosure(function: function, context: context, scope: scope, result: result)
    opened.splatTuple = splat
    state.closures[closureNode.id] = opened
    checker.declareCaptures(of: closure, in: opened)

    let wanted = fixed(expected.result)
    let isVoid = wanted.isVoid && syntax.result == nil
    if let single = closure.single {
      let generator = Generator(self, checker, scope: scope, context: context)
      let body = generator.generate(single)
      opened.body = body
      if isVoid {
        // The value of a single expression is dropped where nothing is wanted.
        opened.isVoidContext = true
        if !match(result, .void, .equal, closureNode, .general) { return false }
        if isDiagnosing || true { return true }
      }
      if !match(result, expected.result, .convert, single === closure.single ? body : closureNode, .closureResult(closureNode)) { return false }
      add(.convert(neverReturns(single, in: scope) ? wellKnown.never : body.type, result), body, .closureValue(closureNode))
      return true
    }
    if !match(result, expected.result, .convert, closureNode, .closureResult(closureNode)) { return false }
    let constraint = Constraint(.closureBody, closureNode, .general)
    state.waiting.append(constraint)
    return true
  }

  /// Whether an expression calls a function that never returns, by its name: what is wanted of the closure must not be
  /// asked of the call.
  private func neverReturns(_ expr: Expr, in scope: Scope) -> Bool {
    guard case .call(let callee, _, _) = expr.kind, case .name(let name, _, _) = callee.kind,
      case .entities(let entities) = checker.lookup(name.text, in: scope), !entities.isEmpty
    else { return false }
    return entities.allSatisfy {
      if case .function(let function) = $0 { return function.resultType == wellKnown.never }
      return false
    }
  }

  /// Checks the statements of a closure when the types of its parameters are known.
  func checkClosureBody(_ node: Node) -> Bool {
    guard case .closure(let closure) = node.kind, let opened = state.closures[node.id] else { return false }
    for parameter in opened.function.parameters {
      let type = simplified(openTypes[ObjectIdentifier(parameter.variable)] ?? parameter.variable.type)
      if type.hasVariables {
        if !fix(.closureParameterUnknown(node, parameter.variable.name)) { return false }
        poisonAll(type, node)
      }
    }
    let result = simplified(opened.result)
    var contextual: Type? = result
    if case .variable = result { contextual = nil }
    if contextual?.hasVariables == true { contextual = nil }
    // Each attempt has variables of its own: the parameters of this one get their types for good.
    for variable in opened.variables(in: self) { settle(variable) }
    settleOuterVariables(closure)
    opened.context.inferredResults = []
    let (statements, diagnostics) = checker.collectingDiagnostics {
      checker.checkClosureStatements(closure, opened, resultType: contextual)
    }
    let errors = diagnostics.filter { $0.message.severity == .error }
    if !errors.isEmpty {
      if !isDiagnosing { return false }
      if !fix(.closureBody(diagnostics)) { return false }
      state.closureStatements[node.id] = statements
      poisonAll(result, node)
      return true
    }
    state.pendingWarnings += diagnostics
    state.closureStatements[node.id] = statements
    if contextual == nil {
      let inferred = opened.context.inferredResults.first?.type ?? .void
      if !match(opened.result, inferred, .equal, node, .closureResult(node)) { return false }
    }
    return true
  }

  /// Gives a variable the type that it has in this attempt.
  func settle(_ variable: Variable) {
    guard let type = openTypes[ObjectIdentifier(variable)] else { return }
    variable.type = simplified(type)
  }

  /// The same for the variables of single-expression closures around a closure with statements.
  private func settleOuterVariables(_ closure: ClosureNode) {
    var scope: Scope? = closure.scope
    while let here = scope {
      for entities in here.names.values {
        for case .variable(let variable) in entities { settle(variable) }
      }
      scope = here.parent
    }
  }

  func poisonAll(_ type: Type, _ node: Node) {
    _ = simplified(type).contains { part in
      if case .variable(let variable) = part, self.state.bindings[variable.id] == nil { _ = self.bind(variable, to: .error, node) }
      return false
    }
  }
}

extension OpenedClosure {
  /// The parameters, and the parts of a tuple that was taken apart.
  func variables(in solver: Solver) -> [Variable] {
    function.parameters.map(\.variable) + (solver.splatElements[ObjectIdentifier(function)] ?? [])
  }
}
