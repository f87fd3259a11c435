/// Builds the typed tree of an expression from its nodes and the solution.
struct Applier {
  let solver: Solver
  let checker: Checker
  let context: FunctionContext
  /// What `try` is around the part under way.
  var coverage: Coverage

  enum Coverage { case none, plain, swallowed }

  var wellKnown: WellKnown { checker.wellKnown }

  func type(_ node: Node) -> Type { solver.simplified(node.type) }

  mutating func apply(_ node: Node) -> TypedExpr {
    checker.depth += 1
    defer { checker.depth -= 1 }
    let type = type(node)
    if type.isError || checker.depth >= Checker.maximumDepth { return failure(node) }
    switch node.kind {
    case .literal(let literal): return apply(literal, type, node.range)
    case .interpolation(let segments): return interpolation(segments, type, node.range)
    case .array(let elements, let element):
      let elementType = solver.simplified(element)
      return collection(elements.map { convert($0, to: elementType) }, element: elementType, type, node.range)
    case .dictionary(let pairs, let key, let value):
      let keyType = solver.simplified(key)
      let valueType = solver.simplified(value)
      let typed = pairs.map { (key: convert($0.key, to: keyType), value: convert($0.value, to: valueType)) }
      return dictionary(typed, keyType, valueType, type, node.range)
    case .reference, .member, .implicitMember: return reference(node, type)
    case .metatype(let instance): return TypedExpr(.metatype(solver.simplified(instance)), type: type, range: node.range)
    case .module:
      checker.report(.expectedMemberOfModule, at: node.range)
      return failure(node)
    case .call(let callee, let arguments): return call(node, callee, arguments, type)
    case .subscriptCall(let callee, let arguments): return subscriptAccess(node, callee, arguments, type)
    case .tuple(let elements, _): return TypedExpr(.tuple(elements.map { apply($0) }), type: type, range: node.range)
    case .closure: return closure(node, type)
    case .assign(let target, let value): return assign(target, value, node.range)
    case .discard: return TypedExpr(.discard, type: type, range: node.range)
    case .ternary(let condition, let first, let second):
      let test = convert(condition, to: wellKnown.bool)
      return TypedExpr(.ternary(test, convert(first, to: type), convert(second, to: type)), type: type, range: node.range)
    case .cast(let value, let kind, let target, let syntax): return cast(node, value, kind, solver.simplified(target), syntax, type)
    case .forceUnwrap(let inner): return TypedExpr(.forceUnwrap(apply(inner), isImplicit: false), type: type, range: node.range)
    case .chainValue(let inner): return TypedExpr(.chainValue(apply(inner)), type: type, range: node.range)
    case .optionalChain(let inner): return TypedExpr(.optionalChain(apply(inner)), type: type, range: node.range)
    case .inoutAddress(let inner):
      checker.report(.ampersandOutsideCall, at: node.range)
      return apply(inner)
    case .tryExpr(let kind, let inner):
      let saved = coverage
      coverage = kind == .plain ? (saved == .swallowed ? .swallowed : .plain) : .swallowed
      let savedRange = context.tryRange
      context.tryRange = node.range
      let value = apply(inner)
      context.tryRange = savedRange
      coverage = saved
      switch kind {
      case .plain: return value
      case .optional: return TypedExpr(.tryOptional(value), type: type, range: node.range)
      case .force: return TypedExpr(.tryForce(value), type: type, range: node.range)
      }
    case .keyPath: return keyPath(node, type)
    case .applyKeyPath(let base, let path):
      return TypedExpr(.applyKeyPath(apply(base), apply(path)), type: type, range: node.range)
    case .superValue(let variable): return TypedExpr(.variable(variable), type: variable.type, range: node.range)
    case .typed(let expr): return expr
    case .paren(let inner): return apply(inner)
    case .dynamicType(let value): return TypedExpr(.dynamicType(apply(value)), type: type, range: node.range)
    case .error: return failure(node)
    }
  }

  func failure(_ node: Node) -> TypedExpr { TypedExpr(.error, type: .error, range: node.range) }

  mutating func convert(_ node: Node, to type: Type) -> TypedExpr { coerce(apply(node), to: type) }

  // MARK: Literals

  private func apply(_ literal: Literal, _ type: Type, _ range: SourceRange) -> TypedExpr {
    switch literal {
    case .integer(let magnitude, let isNegative):
      if type == wellKnown.double || type == wellKnown.float {
        return TypedExpr(.floating(isNegative ? -Double(magnitude) : Double(magnitude)), type: type, range: range)
      }
      if case .nominal(let decl, _) = type, case .builtin(let name) = decl.representation {
        if !fits(magnitude, isNegative, name) {
          checker.report(.literalOverflows((isNegative ? "-" : "") + "\(magnitude)", type), at: range)
        }
        return TypedExpr(.integer(isNegative: isNegative, magnitude: magnitude), type: type, range: range)
      }
      return viaInitializer(.integer, "integerLiteral", type, range) {
        apply(literal, $0, range)
      } dependent: {
        TypedExpr(.integer(isNegative: isNegative, magnitude: magnitude), type: $0, range: range)
      }
    case .float(let value, let isNegative):
      let signed = isNegative ? -value : value
      if isBuiltin(type) { return TypedExpr(.floating(signed), type: type, range: range) }
      return viaInitializer(.float, "floatLiteral", type, range) {
        apply(literal, $0, range)
      } dependent: {
        TypedExpr(.floating(signed), type: $0, range: range)
      }
    case .string(let text):
      if type == wellKnown.string { return TypedExpr(.string(text), type: type, range: range) }
      if type == wellKnown.character {
        if text.count != 1 { checker.report(.notOneCharacter(text.isEmpty), at: range) }
        return TypedExpr(.character(text.first ?? " "), type: type, range: range)
      }
      return viaInitializer(.string, "stringLiteral", type, range) {
        apply(literal, $0, range)
      } dependent: {
        TypedExpr(.string(text), type: $0, range: range)
      }
    case .boolean(let value):
      if type == wellKnown.bool { return TypedExpr(.boolean(value), type: type, range: range) }
      return viaInitializer(.boolean, "booleanLiteral", type, range) {
        apply(literal, $0, range)
      } dependent: {
        TypedExpr(.boolean(value), type: $0, range: range)
      }
    case .nilLiteral:
      if wellKnown.unwrapped(type) != nil { return TypedExpr(.none, type: type, range: range) }
      return viaInitializer(.nilLiteral, "nilLiteral", type, range) { _ in
        TypedExpr(.tuple([]), type: .void, range: range)
      } dependent: { _ in
        TypedExpr(.tuple([]), type: .void, range: range)
      }
    }
  }

  private func isBuiltin(_ type: Type) -> Bool {
    if case .nominal(let decl, _) = type, case .builtin = decl.representation { return true }
    return false
  }

  private func fits(_ magnitude: UInt64, _ isNegative: Bool, _ representation: String) -> Bool {
    let isSigned = representation.hasPrefix("int")
    guard let bits = Int(representation.drop { !$0.isNumber }), bits <= 64 else { return true }
    if isSigned { return magnitude <= (UInt64(1) << (bits - 1)) - (isNegative ? 0 : 1) }
    if isNegative { return magnitude == 0 }
    return bits == 64 || magnitude < UInt64(1) << bits
  }

  /// A literal of a type that makes its values itself.
  private func viaInitializer(
    _ kind: LiteralKind, _ label: String, _ type: Type, _ range: SourceRange, concrete: (Type) -> TypedExpr,
    dependent: (Type) -> TypedExpr
  ) -> TypedExpr {
    // The initialiser of a type that lacks the right one would be called with a value of the type itself, without end.
    guard let (reference, dispatch, parameter) = literalInitializer(kind, label, type), parameter != type,
      checker.depth < Checker.maximumDepth
    else {
      if !checker.hasErrors { checker.report(.failedToProduce, at: range) }
      return TypedExpr(.error, type: .error, range: range)
    }
    checker.depth += 1
    defer { checker.depth -= 1 }
    let argument = parameter.isArchetype ? dependent(parameter) : concrete(parameter)
    return TypedExpr(.call(.function(reference, dispatch), [.value(argument)]), type: type, range: range)
  }

  private func literalInitializer(_ kind: LiteralKind, _ label: String, _ type: Type) -> (FunctionRef, Dispatch, Type)? {
    guard let proto = wellKnown.literalProtocols[kind] else { return nil }
    for found in checker.members(of: .parameter(proto.generics[0]), named: "init", in: proto) {
      guard case .function(let requirement) = found, requirement.isRequirement, requirement.parameters.first?.label == label else { continue }
      let selfSubstitutions = Substitutions(proto.generics, [type])
      if case .nominal(let decl, let arguments) = type, let (conformance, _) = type.nominalConformance(to: proto),
        let witness = conformance.witness(for: requirement) {
        let outer = Substitutions(conformance.type.generics, arguments)
        _ = decl
        var substitutions = Substitutions()
        for (parameter, bound) in witness.substitutions.types { substitutions[parameter] = bound.substituting(outer) }
        let parameter = witness.decl.parameters[0].variable.type.substituting(substitutions)
        return (FunctionRef(witness.decl, substitutions), .direct, parameter)
      }
      return (
        FunctionRef(requirement, selfSubstitutions), .witness,
        checker.environment.canonical(requirement.parameters[0].variable.type.substituting(selfSubstitutions))
      )
    }
    return nil
  }

  private mutating func interpolation(_ segments: [InterpolationSegment], _ type: Type, _ range: SourceRange) -> TypedExpr {
    var parts: [InterpolationPart] = []
    for segment in segments {
      switch segment {
      case .text(let text): parts.append(.text(text))
      case .value(let node): parts.append(.value(apply(node)))
      }
    }
    let text = TypedExpr(.interpolation(parts), type: wellKnown.string, range: range)
    if type == wellKnown.string { return text }
    return viaInitializer(.string, "stringLiteral", type, range) { _ in text } dependent: { _ in text }
  }

  private func collection(_ elements: [TypedExpr], element: Type, _ type: Type, _ range: SourceRange) -> TypedExpr {
    if type.nominal === wellKnown.arrayDecl { return TypedExpr(.array(elements), type: type, range: range) }
    guard let (reference, dispatch, _) = literalInitializer(.array, "arrayLiteral", type) else {
      return TypedExpr(.error, type: .error, range: range)
    }
    return TypedExpr(.call(.function(reference, dispatch), [.variadic(elements, element: element)]), type: type, range: range)
  }

  private func dictionary(
    _ pairs: [(key: TypedExpr, value: TypedExpr)], _ key: Type, _ value: Type, _ type: Type, _ range: SourceRange
  ) -> TypedExpr {
    if type.nominal === wellKnown.dictionaryDecl { return TypedExpr(.dictionary(pairs), type: type, range: range) }
    guard let (reference, dispatch, _) = literalInitializer(.dictionary, "dictionaryLiteral", type) else {
      return TypedExpr(.error, type: .error, range: range)
    }
    let element = Type.tuple([TupleElement(type: key), TupleElement(type: value)])
    let tuples = pairs.map { TypedExpr(.tuple([$0.key, $0.value]), type: element, range: $0.key.range.joined(to: $0.value.range)) }
    return TypedExpr(.call(.function(reference, dispatch), [.variadic(tuples, element: element)]), type: type, range: range)
  }

  // MARK: Closures

  mutating func closure(_ node: Node, _ type: Type) -> TypedExpr {
    guard case .closure(let closure) = node.kind, let opened = solver.state.closures[node.id] else { return failure(node) }
    let function = opened.function
    for variable in opened.variables(in: solver) { solver.settle(variable) }
    function.resultType = solver.simplified(opened.result)
    var statements: [TypedStmt] = []
    if let splat = opened.splatTuple, let parts = solver.splatElements[ObjectIdentifier(function)] {
      let pattern = TypedPattern(
        .tuple(parts.map { TypedPattern($0.name == "_" ? .wildcard : .bind($0), type: $0.type, range: $0.range) }), type: splat.type, range: node.range)
      statements.append(
        TypedStmt(.destructure(pattern, TypedExpr(.variable(splat), type: splat.type, range: node.range)), range: node.range))
    }
    if let body = opened.body {
      var inner = Applier(solver: solver, checker: checker, context: opened.context, coverage: .none)
      var value = inner.apply(body)
      if opened.isVoidContext || (function.resultType.isVoid && !value.type.isVoid) {
        statements.append(TypedStmt(.expression(value), range: body.range))
      } else if value.type == wellKnown.never, function.resultType != wellKnown.never {
        statements.append(TypedStmt(.expression(value), range: body.range))
      } else {
        value = inner.coerce(value, to: function.resultType)
        statements.append(TypedStmt(.returnStmt(value), range: body.range))
      }
    } else {
      statements += solver.state.closureStatements[node.id] ?? []
    }
    function.body = .typed(statements)
    function.isThrowing = closure.isThrowing
    return TypedExpr(.closure(function), type: type, range: node.range)
  }

  private mutating func assign(_ target: Node, _ value: Node, _ range: SourceRange) -> TypedExpr {
    if case .discard = target.kind {
      return TypedExpr(.assign(TypedExpr(.discard, type: type(target), range: target.range), apply(value)), type: .void, range: range)
    }
    let place = apply(target)
    let typed = convert(value, to: type(target))
    if !place.type.isError { checker.checkMutable(place, .assignment, context) }
    return TypedExpr(.assign(place, typed), type: .void, range: range)
  }

  private mutating func cast(
    _ node: Node, _ value: Node, _ kind: CastKind, _ target: Type, _ syntax: TypeExpr, _ type: Type
  ) -> TypedExpr {
    let operand = apply(value)
    if operand.type.isError { return failure(node) }
    switch kind {
    case .coerce: return coerce(operand, to: target)
    case .check:
      warnCast(operand.type, target, kind, node)
      return TypedExpr(.isType(operand, target), type: wellKnown.bool, range: node.range)
    case .conditional:
      warnCast(operand.type, target, kind, node)
      return TypedExpr(.conditionalCast(operand, target), type: type, range: node.range)
    case .force:
      warnCast(operand.type, target, kind, node)
      return TypedExpr(.forcedCast(operand, target), type: type, range: node.range)
    }
  }

  /// Casts whose outcome is known already.
  private func warnCast(_ from: Type, _ to: Type, _ kind: CastKind, _ node: Node) {
    if checker.areSame(from, to) || checker.isConvertible(from, to: to) {
      if case .existential = to, case .existential = from {} else if from.isArchetype || to.isArchetype { return }
      switch kind {
      case .check: checker.report(.isAlwaysTrue, at: node.range)
      case .conditional: checker.report(.castAlwaysSucceeds(from, to), at: node.range)
      case .force: checker.report(.forcedCastAlwaysSucceeds(from, to), at: node.range)
      case .coerce: break
      }
      return
    }
    if isUnrelated(from, to) {
      switch kind {
      case .check, .conditional: checker.report(.castAlwaysFails(from, to), at: node.range)
      case .force: checker.report(.castAlwaysFails(from, to), at: node.range)
      case .coerce: break
      }
    }
  }

  private func isUnrelated(_ from: Type, _ to: Type) -> Bool {
    let source = wellKnown.stripped(from)
    let target = wellKnown.stripped(to)
    guard case .nominal(let first, let left) = source, case .nominal(let second, let right) = target, first !== second else { return false }
    if !left.isEmpty || !right.isEmpty { return false }
    if first.isClass, second.isClass { return !checker.isSubclass(source, of: target) && !checker.isSubclass(target, of: source) }
    return true
  }

  private func keyPath(_ node: Node, _ type: Type) -> TypedExpr {
    guard case .keyPath(let path) = node.kind, let solved = solver.state.keyPaths[node.id] else { return failure(node) }
    let expr = KeyPathExpr(root: solver.simplified(path.root), value: solved.value, steps: solved.steps)
    if case .function(let function) = type {
      // As a function: a closure that applies it.
      let keyPathType = solver.keyPathType(node) ?? .error
      let closure = FunctionDecl(name: "key path", kind: .closure, range: node.range, parent: nil)
      closure.generics = context.function.generics
      closure.dynamicSelf = context.function.dynamicSelf
      closure.requirements = context.function.requirements
      let root = Variable(name: "$0", range: node.range, type: expr.root, isLet: true, kind: .parameter)
      closure.parameters = [Parameter(label: nil, variable: root)]
      closure.resultType = function.result
      let value = value(of: expr, at: TypedExpr(.variable(root), type: expr.root, range: node.range), keyPathType)
      closure.body = .typed([TypedStmt(.returnStmt(coerce(value, to: function.result)), range: node.range)])
      return TypedExpr(.closure(closure), type: type, range: node.range)
    }
    return TypedExpr(.keyPath(expr), type: type, range: node.range)
  }

  /// Follows the steps of a key path from a value.
  private func value(of path: KeyPathExpr, at base: TypedExpr, _ type: Type) -> TypedExpr {
    var current = base
    var hasChain = false
    for (step, type) in path.steps {
      switch step {
      case .property(let property, let substitutions):
        current = TypedExpr(
          .property(base: current, property, substitutions, isSuper: false, isDirect: false), type: type, range: base.range)
      case .subscriptAccess(let decl, let substitutions, let arguments):
        current = TypedExpr(.subscriptAccess(base: current, decl, substitutions, arguments), type: type, range: base.range)
      case .tupleElement(let index): current = TypedExpr(.tupleElement(current, index), type: type, range: base.range)
      case .optionalChain:
        hasChain = true
        current = TypedExpr(.chainValue(current), type: type, range: base.range)
      case .forceUnwrap: current = TypedExpr(.forceUnwrap(current, isImplicit: false), type: type, range: base.range)
      }
    }
    return hasChain ? TypedExpr(.optionalChain(current), type: path.value, range: base.range) : current
  }
}
