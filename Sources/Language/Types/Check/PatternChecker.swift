/// Checks a pattern against the type of the value that it is matched with, and declares the names it binds.
final class PatternChecker {
  let statements: StatementChecker
  /// `var` in front of the whole pattern.
  let isVar: Bool
  /// Variables of the first of several patterns of one case, which the others give values to.
  var shared: [String: Variable] = [:]
  private(set) var variables: [Variable] = []
  /// The value that is taken apart, which messages point at.
  var valueRange: SourceRange?

  init(_ statements: StatementChecker, isVar: Bool) {
    self.statements = statements
    self.isVar = isVar
  }

  private var checker: Checker { statements.checker }
  private var wellKnown: WellKnown { checker.wellKnown }
  private var scope: Scope { statements.scope }

  func check(_ pattern: Pattern, _ type: Type, binds: Bool) -> TypedPattern { check(pattern, type, binds: binds, isVar: isVar) }

  private func make(_ kind: TypedPattern.Kind, _ type: Type, _ pattern: Pattern) -> TypedPattern {
    TypedPattern(kind, type: type, range: pattern.range)
  }

  private func check(_ pattern: Pattern, _ type: Type, binds: Bool, isVar: Bool) -> TypedPattern {
    switch pattern.kind {
    case .wildcard: return make(.wildcard, type, pattern)
    case .name(let name):
      if let known = shared[name.text] {
        if !checker.areSame(known.type, type), !type.isError { checker.report(.patternVariableType(name.text, known.type, type), at: name.range) }
        variables.append(known)
        return make(.bind(known), type, pattern)
      }
      let variable = statements.makeVariable(name, type, isLet: !isVar)
      statements.declare(variable, name)
      variables.append(variable)
      return make(.bind(variable), type, pattern)
    case .binding(let isVar, let inner): return check(inner, type, binds: true, isVar: isVar)
    case .typed(let inner, let typeSyntax):
      let resolved = checker.withEnvironment(statements.context.environment) { checker.resolve(typeSyntax, in: scope) }
      return check(inner, resolved.isError ? type : resolved, binds: binds, isVar: isVar)
    case .tuple(let elements):
      if elements.count == 1 { return check(elements[0].pattern, type, binds: binds, isVar: isVar) }
      guard case .tuple(let parts) = type, parts.count == elements.count else {
        if !type.isError {
          if case .tuple(let parts) = type {
            if let valueRange {
              checker.report(.tupleLengths(type, elements.count, parts.map(\.type)), at: valueRange)
            } else {
              checker.report(.tuplePatternCount(expected: parts.count, found: elements.count), at: pattern.range)
            }
          } else {
            checker.report(.tuplePatternType(type), at: valueRange ?? pattern.range)
          }
        }
        for element in elements { _ = check(element.pattern, .error, binds: binds, isVar: isVar) }
        return make(.wildcard, .error, pattern)
      }
      var result: [TypedPattern] = []
      for (index, element) in elements.enumerated() {
        var part = parts[index]
        if let label = element.label?.text, let found = parts.first(where: { $0.label == label }) { part = found }
        result.append(check(element.pattern, part.type, binds: binds, isVar: isVar))
      }
      return make(.tuple(result), type, pattern)
    case .optional(let inner):
      guard let wrapped = wellKnown.unwrapped(type) else {
        if !type.isError { checker.report(.optionalPatternType(type), at: pattern.range) }
        _ = check(inner, .error, binds: binds, isVar: isVar)
        return make(.wildcard, .error, pattern)
      }
      return make(.some(check(inner, wrapped, binds: binds, isVar: isVar)), type, pattern)
    case .isType(let typeSyntax):
      let target = checker.withEnvironment(statements.context.environment) { checker.resolve(typeSyntax, in: scope) }
      return make(.cast(target, nil), type, pattern)
    case .asType(let inner, let typeSyntax):
      let target = checker.withEnvironment(statements.context.environment) { checker.resolve(typeSyntax, in: scope) }
      return make(.cast(target, check(inner, target, binds: binds, isVar: isVar)), type, pattern)
    case .enumCase(nil, let name, _) where checker.probe != nil && name.text == Probe.name:
      checker.probe?.note(pattern: type)
      return make(.wildcard, .error, pattern)
    case .enumCase(let typeSyntax, let name, let arguments):
      return enumCase(pattern, typeSyntax, name, arguments, type, binds: binds, isVar: isVar)
    case .expression(let expr): return expression(expr, type, pattern)
    }
  }

  private func enumCase(
    _ pattern: Pattern, _ typeSyntax: TypeExpr?, _ name: Identifier, _ arguments: [(label: Identifier?, pattern: Pattern)]?, _ type: Type,
    binds: Bool, isVar: Bool
  ) -> TypedPattern {
    var subject = type
    if let typeSyntax {
      var named = checker.withEnvironment(statements.context.environment) {
        checker.resolve(typeSyntax, in: scope, TypeResolutionOptions(inferred: { _ in .error }))
      }
      if case .nominal(let decl, let own) = named, own.contains(where: \.isError), case .nominal(let other, let arguments) = wellKnown.stripped(type),
        decl === other { named = .nominal(decl, arguments) }
      if case .existential = type, !named.isError {
        // `catch NetworkError.timeout`: a cast, then the case.
        let inner = enumCase(pattern, nil, name, arguments, named, binds: binds, isVar: isVar)
        return make(.cast(named, inner), type, pattern)
      }
      if !named.isError, checker.areSame(named, wellKnown.stripped(type)) || type.isError { subject = type.isError ? named : type } else if !named.isError {
        if checker.isSubclass(named, of: type) { subject = named } else {
          checker.report(.patternTypeMismatch(named, type), at: pattern.range)
          subject = .error
        }
      }
    }
    if subject.isError {
      for argument in arguments ?? [] { _ = check(argument.pattern, .error, binds: binds, isVar: isVar) }
      return make(.wildcard, .error, pattern)
    }
    if let wrapped = wellKnown.unwrapped(subject) {
      switch name.text {
      case "none": return make(.none, subject, pattern)
      case "some":
        guard let inner = arguments?.first else { return make(.some(make(.wildcard, wrapped, pattern)), subject, pattern) }
        return make(.some(check(inner.pattern, wrapped, binds: binds, isVar: isVar)), subject, pattern)
      default:
        let inner = enumCase(pattern, nil, name, arguments, wrapped, binds: binds, isVar: isVar)
        if case .expression = inner.kind { return expression(pattern.asExpression(name), type, pattern) }
        return make(.some(inner), subject, pattern)
      }
    }
    guard case .nominal(let decl, let own) = subject, let found = decl.cases.first(where: { $0.name == name.text }) else {
      let members = checker.members(of: subject, named: name.text).filter { $0.member.isStatic }
      if !members.isEmpty, arguments == nil { return expression(pattern.asExpression(name), type, pattern) }
      if case .existential = subject, typeSyntax == nil, arguments != nil {
        checker.report(.patternNoMember(name.text, subject), at: pattern.range)
      } else {
        checker.reportNoMember(.metatype(subject), name, isPattern: true)
      }
      for argument in arguments ?? [] { _ = check(argument.pattern, .error, binds: binds, isVar: isVar) }
      return make(.wildcard, .error, pattern)
    }
    let payload = found.payload.map { $0.type.substituting(Substitutions(decl.generics, own)) }
    guard let arguments else { return make(.enumCase(found, []), subject, pattern) }
    if payload.isEmpty {
      if !arguments.isEmpty { checker.report(.caseHasNoPayload(found.name), at: pattern.range) }
      for argument in arguments { _ = check(argument.pattern, .error, binds: binds, isVar: isVar) }
      return make(.enumCase(found, []), subject, pattern)
    }
    if arguments.count == 1, payload.count > 1 {
      // One pattern for the whole payload.
      let tuple = Type.tuple(zip(found.payload, payload).map { TupleElement(label: $0.label, type: $1) })
      switch arguments[0].pattern.kind {
      case .wildcard: return make(.enumCase(found, []), subject, pattern)
      case .binding(let isVar, let inner):
        if case .tuple(let elements) = inner.kind {
          return payloadPatterns(found, elements, payload, subject, pattern, binds: true, isVar: isVar)
        }
        return make(.enumCase(found, [check(inner, tuple, binds: true, isVar: isVar)]), subject, pattern)
      case .tuple(let elements): return payloadPatterns(found, elements, payload, subject, pattern, binds: binds, isVar: isVar)
      default: return make(.enumCase(found, [check(arguments[0].pattern, tuple, binds: binds, isVar: isVar)]), subject, pattern)
      }
    }
    return payloadPatterns(found, arguments, payload, subject, pattern, binds: binds, isVar: isVar)
  }

  private func payloadPatterns(
    _ found: EnumCaseDecl, _ arguments: [(label: Identifier?, pattern: Pattern)], _ payload: [Type], _ subject: Type, _ pattern: Pattern,
    binds: Bool, isVar: Bool
  ) -> TypedPattern {
    guard arguments.count == payload.count else {
      checker.report(.tuplePatternCount(expected: payload.count, found: arguments.count), at: pattern.range)
      for argument in arguments { _ = check(argument.pattern, .error, binds: binds, isVar: isVar) }
      return make(.enumCase(found, []), subject, pattern)
    }
    var typed: [TypedPattern] = []
    for (index, argument) in arguments.enumerated() {
      if let label = argument.label, label.text != found.payload[index].label {
        if let expected = found.payload[index].label {
          checker.report(.tuplePatternLabel(label.text, expected), at: label.range)
        }
      }
      typed.append(check(argument.pattern, payload[index], binds: binds, isVar: isVar))
    }
    return make(.enumCase(found, typed), subject, pattern)
  }

  /// `pattern ~= value`
  private func expression(_ expr: Expr, _ type: Type, _ pattern: Pattern) -> TypedPattern {
    if type.isError {
      _ = statements.solve(expr)
      return make(.wildcard, .error, pattern)
    }
    if case .nilLiteral = expr.kind, wellKnown.unwrapped(type) != nil { return make(.none, type, pattern) }
    if case .paren(let inner) = expr.kind { return expression(inner, type, pattern) }
    if case .optionalChain(let inner) = expr.kind {
      return check(Pattern(.optional(Pattern(.expression(inner), inner.range)), pattern.range), type, binds: false, isVar: isVar)
    }
    if case .sequence(let items) = expr.kind, items.count == 1, case .operand(let operand) = items[0] { return expression(operand, type, pattern) }
    if case .sequence(let items) = expr.kind, items.count == 2, case .operand(let operand) = items[0],
      case .cast(.coerce, let target, _) = items[1]
    {
      return check(Pattern(.asType(Pattern(.expression(operand), operand.range), target), pattern.range), type, binds: false, isVar: isVar)
    }
    if case .tuple(let elements) = expr.kind, elements.count > 1 {
      let parts = elements.map { (label: $0.label, pattern: Pattern(.expression($0.value), $0.value.range)) }
      return check(Pattern(.tuple(parts), pattern.range), type, binds: false)
    }
    if case .member(let base, let name, _, nil) = expr.kind, let named = base.asType, let decl = namedEnum(named),
      decl.cases.contains(where: { $0.name == name.text && $0.payload.isEmpty }) {
      return enumCase(pattern, named, name, nil, type, binds: false, isVar: isVar)
    }
    if case .implicitMember(let name, _) = expr.kind, case .nominal(let decl, _) = wellKnown.stripped(type),
      decl.cases.contains(where: { $0.name == name.text }) {
      return enumCase(pattern, nil, name, nil, type, binds: false, isVar: isVar)
    }
    let value = Variable(name: "$match", range: pattern.range, type: type, isLet: true, kind: .local)
    value.isImplicit = true
    let inner = Scope(in: scope)
    inner.declare(.variable(value), as: "$match")
    let operand = Expr(.name(Identifier("$match", expr.range), generics: [], labels: nil), expr.range)
    let match = Expr(.binary(expr, Identifier("~=", expr.range), operand), expr.range)
    guard let typed = checker.solve(match, in: inner, statements.context, contextual: wellKnown.bool, .caseValue) else {
      return make(.wildcard, .error, pattern)
    }
    return make(.expression(value: value, typed), type, pattern)
  }

  private func namedEnum(_ type: TypeExpr) -> NominalDecl? {
    guard case .named(let components) = type.kind, let first = components.first else { return nil }
    if case .entities(let entities) = checker.lookup(first.name.text, in: scope), let entity = entities.first {
      if case .variable = entity { return nil }
    }
    let (resolved, _) = checker.collectingDiagnostics {
      checker.resolve(type, in: scope, TypeResolutionOptions(inferred: { _ in .error }))
    }
    if case .nominal(let decl, _) = resolved, decl.kind == .enumDecl { return decl }
    return nil
  }
}

extension Pattern {
  /// `.name` read as an expression.
  func asExpression(_ name: Identifier) -> Expr { Expr(.implicitMember(name, labels: nil), range) }
}
