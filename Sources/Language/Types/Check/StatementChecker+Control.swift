/// Returns, branches, loops, `switch` and `do`.
extension StatementChecker {
  /// `Self` is the class of the object at hand, which an object made of a class by name need not have.
  private func checkReturnsSelf(_ value: TypedExpr) {
    guard context.function.returnsSelf, case .construct = value.kind, let made = value.type.nominal, made === context.nominal else { return }
    checker.report(.cannotConvertReturn(value.type, .parameter(GenericParameter(name: "Self", isSelf: true))), at: value.range)
  }

  func returnStatement(_ value: Expr?, _ range: SourceRange, isImplicit: Bool) -> [TypedStmt] {
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
        checkReturnsSelf(typed)
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
    checkReturnsSelf(typed)
    return [TypedStmt(.returnStmt(typed), range: range)]
  }

  /// The first `return` decides what `some P` hides; the others must give the same.
  func opaqueReturn(_ value: Expr, _ opaque: OpaqueType, _ result: Type, _ range: SourceRange) -> [TypedStmt] {
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

  func findUnderlying(_ opaque: OpaqueType, in pattern: Type, _ type: Type) -> Type? {
    switch (pattern, type) {
    case (.opaque(let found, _), _) where found === opaque: return type
    case (.nominal(_, let left), .nominal(_, let right)):
      for (inner, other) in zip(left, right) { if let found = findUnderlying(opaque, in: inner, other) { return found } }
      return nil
    default: return nil
    }
  }

  func breakStatement(_ label: Identifier?, _ range: SourceRange) -> [TypedStmt] {
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

  func ifStatement(_ branch: IfStmt) -> TypedStmt {
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

  func ifParts(_ branch: IfStmt, _ inner: StatementChecker) -> TypedStmt {
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

  func optionalBinding(
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

  func forIn(_ loop: ForIn, _ range: SourceRange) -> [TypedStmt] {
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
  func checkExhaustive(_ cases: [TypedCase], _ type: Type, _ syntax: SwitchStmt) {
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
  func typedCase(_ syntax: SwitchCase, _ type: Type, _ body: (StatementChecker, [Stmt]) -> [TypedStmt]) -> TypedCase {
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

  func doCatch(_ label: Identifier?, _ body: [Stmt], _ catches: [CatchClause], _ range: SourceRange) -> TypedStmt {
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
    if !catches.isEmpty { context.catchDepth += 1 }
    let typed = nested().block(body)
    if !catches.isEmpty { context.catchDepth -= 1 }
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
  func thrownType(_ types: [Type]) -> Type {
    guard let first = types.first, types.allSatisfy({ $0 == first }) else { return wellKnown.anyError }
    return first
  }
}
