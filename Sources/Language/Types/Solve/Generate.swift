/// Turns an expression into nodes with unknowns and constraints.
struct Generator {
  let solver: Solver
  let checker: Checker
  let scope: Scope
  let context: FunctionContext
  /// Not within a closure whose parameters are still unknown: parts that nothing around them influences can be solved
  /// by themselves.
  var isOutermost = false

  init(_ solver: Solver, _ checker: Checker, scope: Scope, context: FunctionContext) {
    self.solver = solver
    self.checker = checker
    self.scope = scope
    self.context = context
  }

  var wellKnown: WellKnown { checker.wellKnown }

  /// The nodes of an expression; a chain with `?` is closed at its top.
  func generate(_ expr: Expr) -> Node {
    checker.depth += 1
    defer { checker.depth -= 1 }
    guard checker.depth < Checker.maximumDepth else {
      checker.report(.tooDeep, at: expr.range)
      return errorNode(expr)
    }
    if expr.isPostfix {
      let node = generateParts(expr)
      if case .metatype = node.kind { return node }
      return opensChain(expr) ? closeChain(node, expr) : closeImplicitMember(node, expr)
    }
    return generateParts(expr)
  }

  /// Whether a `?` among the links below unwraps a value; that of `Int?.self` does not.
  private func opensChain(_ expr: Expr) -> Bool {
    guard expr.hasOpenChain else { return false }
    var current: Expr? = expr
    while let here = current {
      if case .optionalChain(let inner) = here.kind, let type = inner.asType, namesType(type) { return false }
      current = here.chainBase
    }
    return true
  }

  private func closeChain(_ node: Node, _ expr: Expr) -> Node {
    let result = solver.makeVariable(nil, .expression(node))
    let chain = solver.makeNode(expr, result, .optionalChain(node))
    solver.add(.chain(node.type, result), chain)
    return chain
  }

  /// `.a.b()` has the type that its context asks `.a` for.
  private func closeImplicitMember(_ node: Node, _ expr: Expr) -> Node {
    guard let base = node.implicitBase else { return node }
    solver.add(.equal(node.type, base), node, .general)
    return node
  }

  private func errorNode(_ expr: Expr) -> Node { solver.makeNode(expr, .error, .error) }

  /// A literal, which may have any type that takes such literals.
  private func literal(_ expr: Expr, _ value: Literal, _ kind: LiteralKind) -> Node {
    let node = solver.makeNode(expr, .error, .literal(value))
    node.type = solver.makeVariable(kind, .expression(node))
    return node
  }

  private func generateParts(_ expr: Expr) -> Node {
    switch expr.kind {
    case .integer(let magnitude):
      guard let magnitude else {
        if !checker.diagnosedBySyntax(expr.range) { checker.report(.integerTooLarge(expr.range.text), at: expr.range) }
        return errorNode(expr)
      }
      return literal(expr, .integer(magnitude, isNegative: false), .integer)
    case .float(let value): return literal(expr, .float(value, isNegative: false), .float)
    case .boolean(let value): return literal(expr, .boolean(value), .boolean)
    case .nilLiteral: return literal(expr, .nilLiteral, .nilLiteral)
    case .string(let segments): return string(expr, segments)
    case .magic(let name): return magic(expr, name)
    case .array(let elements): return array(expr, elements)
    case .dictionary(let pairs): return dictionary(expr, pairs)
    case .name(let name, let generics, let labels): return self.name(expr, name, generics, labels)
    case .superValue:
      checker.report(.superAlone, at: expr.range)
      return errorNode(expr)
    case .implicitMember(let name, let labels):
      let base = solver.makeVariable()
      if let probe = checker.probe, name.text == Probe.name {
        let node = solver.makeNode(expr, base, .error)
        probe.note(implicitBase: node, solver)
        return node
      }
      let node = solver.makeNode(expr, solver.makeVariable(), .implicitMember(base: base))
      if case .variable(let variable) = base { solver.state.origins[variable.id] = .implicitBase(node) }
      node.name = name.text
      node.nameRange = name.range
      node.labels = labels
      node.implicitBase = base
      solver.add(.implicitMember, node)
      return node
    case .member(let base, let name, let generics, let labels): return member(expr, base, name, generics, labels)
    case .type(let type): return metatype(expr, type)
    case .discard:
      checker.report(.discardOutsideAssignment, at: expr.range)
      return errorNode(expr)
    case .call(let callee, let arguments, let trailing): return call(expr, callee, arguments, trailing)
    case .subscriptCall(let base, let arguments): return subscriptCall(expr, base, arguments)
    case .tuple(let elements):
      if elements.isEmpty { return solver.makeNode(expr, .void, .tuple([], labels: [])) }
      let nodes = elements.map { generate($0.value) }
      let labels = elements.map { $0.label?.text }
      let type = Type.tuple(zip(nodes, labels).map { TupleElement(label: $1, type: $0.type) })
      return solver.makeNode(expr, type, .tuple(nodes, labels: labels))
    case .paren(let inner):
      let node = generate(inner)
      return solver.makeNode(expr, node.type, .paren(node))
    case .closure(let closure): return self.closure(expr, closure)
    case .keyPath(let root, let components): return keyPath(expr, root, components)
    case .inoutAddress(let inner):
      let node = generate(inner)
      return solver.makeNode(expr, node.type, .inoutAddress(node))
    case .forceUnwrap(let inner):
      let node = generatePart(inner)
      let result = solver.makeNode(expr, solver.makeVariable(), .forceUnwrap(node))
      result.implicitBase = node.implicitBase
      solver.add(.unwrap(node.type, result.type), result)
      return result
    case .optionalChain(let inner):
      if let type = typeSpelled(by: expr) { return metatype(expr, type) }
      let node = generatePart(inner)
      let result = solver.makeNode(expr, solver.makeVariable(), .chainValue(node))
      solver.add(.unwrap(node.type, result.type), result)
      return result
    case .tryExpr(let kind, let inner):
      let covered = context.coverage
      context.coverage = kind == .plain ? (covered == .swallowed ? .swallowed : .plain) : .swallowed
      let node = generate(inner)
      context.coverage = covered
      if kind != .optional { return solver.makeNode(expr, node.type, .tryExpr(kind, node)) }
      let result = solver.makeNode(expr, solver.makeVariable(), .tryExpr(kind, node))
      solver.add(.chain(node.type, result.type), result)
      return result
    case .prefix(let name, let operand): return prefix(expr, name, operand)
    case .postfix(let operand, let name): return applyOperator(expr, name, [operand], fixity: "postfix")
    case .sequence(let items):
      var diagnostics: [Diagnostic] = []
      let folded = checker.operators.fold(items, diagnostics: &diagnostics)
      for diagnostic in diagnostics { checker.report(diagnostic.message, at: diagnostic.range) }
      if !diagnostics.isEmpty { return errorNode(expr) }
      return generate(folded)
    case .binary(let left, let name, let right): return applyOperator(expr, name, [left, right], fixity: nil)
    case .assign(let target, let value): return assign(expr, target, value)
    case .ternary(let condition, let first, let second):
      let conditionNode = generate(condition)
      solver.add(.convert(conditionNode.type, wellKnown.bool), conditionNode, .condition)
      let left = generate(first)
      let right = generate(second)
      let result = solver.makeNode(expr, solver.makeVariable(), .ternary(conditionNode, left, right))
      solver.add(.convert(left.type, result.type), left, .ternaryBranch)
      solver.add(.convert(right.type, result.type), right, .ternaryBranch)
      return result
    case .cast(let operand, let kind, let type): return cast(expr, operand, kind, type)
    case .ifExpr, .switchExpr:
      checker.report(.statementAsExpression(expr.isSwitch ? "switch" : "if"), at: expr.range)
      return errorNode(expr)
    case .error: return errorNode(expr)
    }
  }

  /// The inside of a chain, which is closed further out.
  private func generatePart(_ expr: Expr) -> Node { expr.isPostfix ? generateParts(expr) : generate(expr) }

  // MARK: Literals

  private func string(_ expr: Expr, _ segments: [StringSegment]) -> Node {
    if let text = expr.literalText { return literal(expr, .string(text), .string) }
    var parts: [InterpolationSegment] = []
    for segment in segments {
      switch segment {
      case .text(let text): if !text.isEmpty { parts.append(.text(text)) }
      case .interpolation(let arguments):
        guard arguments.count == 1, arguments[0].label == nil else {
          checker.report(.interpolationArguments, at: expr.range)
          continue
        }
        let value = arguments[0].value
        if isOutermost, let typed = checker.solve(value, in: scope, context, contextual: nil, .unused) {
          parts.append(.value(solver.makeNode(value, typed.type, .typed(typed))))
        } else if isOutermost {
          parts.append(.value(errorNode(value)))
        } else {
          parts.append(.value(generate(value)))
        }
      }
    }
    let node = solver.makeNode(expr, .error, .interpolation(parts))
    node.type = solver.makeVariable(.string, .expression(node))
    return node
  }

  private func magic(_ expr: Expr, _ name: String) -> Node {
    let position = expr.range.file.position(at: Int(expr.range.start))
    switch name {
    case "line": return literal(expr, .integer(UInt64(position.line), isNegative: false), .integer)
    case "column": return literal(expr, .integer(UInt64(position.column), isNegative: false), .integer)
    case "function":
      var function: FunctionContext? = context
      while let here = function, here.isClosure { function = here.parent }
      return literal(expr, .string(function.map { $0.function.kind == .topLevel ? "main" : $0.function.signatureName } ?? "main"), .string)
    case "file", "fileID", "filePath": return literal(expr, .string(expr.range.file.name), .string)
    default:
      checker.report(.unsupportedFeature("#\(name)"), at: expr.range)
      return errorNode(expr)
    }
  }

  private func array(_ expr: Expr, _ elements: [Expr]) -> Node {
    if let type = typeSpelled(by: expr) { return metatype(expr, type) }
    let element = solver.makeVariable()
    let nodes = elements.map { generate($0) }
    let node = solver.makeNode(expr, .error, .array(nodes, element: element))
    if case .variable(let variable) = element { solver.state.origins[variable.id] = .element(node) }
    node.type = solver.makeVariable(.array, .expression(node))
    solver.add(.arrayLiteral(node.type, element: element), node)
    for value in nodes { solver.add(.convert(value.type, element), value, .element) }
    return node
  }

  private func dictionary(_ expr: Expr, _ pairs: [(key: Expr, value: Expr)]) -> Node {
    if let type = typeSpelled(by: expr) { return metatype(expr, type) }
    let key = solver.makeVariable()
    let value = solver.makeVariable()
    let nodes = pairs.map { (key: generate($0.key), value: generate($0.value)) }
    let node = solver.makeNode(expr, .error, .dictionary(nodes, key: key, value: value))
    for type in [key, value] {
      if case .variable(let variable) = type { solver.state.origins[variable.id] = .element(node) }
    }
    node.type = solver.makeVariable(.dictionary, .expression(node))
    solver.add(.dictionaryLiteral(node.type, key: key, value: value), node)
    for pair in nodes {
      solver.add(.convert(pair.key.type, key), pair.key, .dictionaryKey)
      solver.add(.convert(pair.value.type, value), pair.value, .dictionaryValue)
    }
    return node
  }

  /// The type that `[Int]` or `[String: Int]` spells, if its parts are types.
  private func typeSpelled(by expr: Expr) -> TypeExpr? {
    guard let type = expr.asType, namesType(type) else { return nil }
    return type
  }

  private func namesType(_ type: TypeExpr) -> Bool {
    switch type.kind {
    case .named(let components):
      guard let first = components.first else { return false }
      if ["Any", "AnyObject", "Self", "Void"].contains(first.name.text) { return true }
      if case .entities(let entities) = checker.lookup(first.name.text, in: scope) {
        for entity in entities { if case .variable = entity { return false } }
      }
      guard let entity = checker.lookupType(first.name.text, in: scope) else { return false }
      if components.count > 1, case .nominal(let decl) = entity {
        return checker.lookupTypeMember(components[1].name.text, of: decl.selfType, declaredIn: decl) != nil
      }
      return true
    case .array(let element), .optional(let element), .implicitlyUnwrapped(let element), .metatype(let element): return namesType(element)
    case .dictionary(let key, let value): return namesType(key) && namesType(value)
    case .tuple(let elements): return !elements.isEmpty && elements.allSatisfy { namesType($0.type) }
    case .composition(let parts): return parts.allSatisfy(namesType)
    case .function, .any, .some: return true
    case .inferred, .error: return false
    }
  }

  func metatype(_ expr: Expr, _ type: TypeExpr) -> Node {
    let node = solver.makeNode(expr, .error, .error)
    let resolved = checker.withEnvironment(context.environment) {
      checker.resolve(type, in: scope, TypeResolutionOptions(inferred: { parameter in
        solver.makeVariable(nil, parameter.map { .generic($0, node) } ?? .expression(node))
      }, isConstraint: true))
    }
    if resolved.isError { return node }
    node.kind = .metatype(resolved)
    node.type = .metatype(resolved)
    if case .nominal(let decl, let arguments) = resolved, resolved.hasVariables {
      let substitutions = Substitutions(decl.generics, arguments)
      for requirement in decl.requirements { solver.addRequirement(requirement.substituting(substitutions), node) }
    }
    return node
  }

  // MARK: Names

  /// A reference whose meaning is still open.
  private func unresolved(_ expr: Expr, _ name: Identifier, _ labels: [String]?) -> Node {
    let node = solver.makeNode(expr, solver.makeVariable(), .reference)
    node.name = name.text
    node.nameRange = name.range
    node.labels = labels
    return node
  }

  private func name(_ expr: Expr, _ name: Identifier, _ generics: [TypeExpr], _ labels: [String]?) -> Node {
    if let probe = checker.probe, name.text == Probe.name {
      probe.note(name: scope)
      return errorNode(expr)
    }
    if name.text == "Self" { return dynamicSelf(expr) ?? metatype(expr, TypeExpr(.named([.init(name: name)]), name.range)) }
    if name.text == "Any" || name.text == "AnyObject" || name.text == "Void", case .none = checker.lookup(name.text, in: scope) {
      return metatype(expr, TypeExpr(.named([.init(name: name)]), name.range))
    }
    if name.isOperator {
      // An operator as a value: `reduce(0, +)`.
      let functions = checker.operatorFunctions(name.text)
      if !functions.isEmpty {
        let node = unresolved(expr, name, labels)
        solver.offer(functions.map { Choice(.function($0)) }, to: node)
        return node
      }
    }
    switch checker.lookup(name.text, in: scope) {
    case .entities(let entities):
      checker.mention(name, entities.first)
      if let function = entities.first, case .module(let module) = function {
        return solver.makeNode(expr, .error, .module(module))
      }
      var choices: [Choice] = []
      for entity in entities {
        switch entity {
        case .variable(let variable): choices.append(Choice(.variable(variable)))
        case .function(let function): choices.append(Choice(.function(function)))
        case .nominal, .alias, .generic:
          return metatype(expr, TypeExpr(.named([.init(name: name, arguments: generics)]), name.range))
        case .metatypeSelf(let type, let dynamic): return metatypeSelf(expr, type, dynamic)
        case .module, .pending: break
        }
      }
      let node = unresolved(expr, name, labels)
      solver.offer(choices, to: node, generics: generics.map { resolve($0) })
      return node
    case .members(let decl, let selfEntity): return implicitMember(expr, name, labels, generics, decl, selfEntity)
    case .tooEarly(let declared):
      checker.report(.usedBeforeDeclaration(name.text), at: name.range, notes: [(.declaredHere(name.text), declared)])
      return errorNode(expr)
    case .none:
      checker.reportMissing(name, in: scope)
      return errorNode(expr)
    }
  }

  /// `self` of a static member: in a class the one that it was called on.
  private func metatypeSelf(_ expr: Expr, _ type: Type, _ dynamic: GenericParameter?) -> Node {
    solver.makeNode(expr, .metatype(type), .metatype(dynamic.map(Type.parameter) ?? type))
  }

  /// `Self` in a member of a class that may have subclasses: the class of the object at hand.
  private func dynamicSelf(_ expr: Expr) -> Node? {
    guard let decl = scope.enclosingType, decl.isClass, !decl.isFinal,
      case .entities(let entities) = checker.lookup("self", in: scope)
    else { return nil }
    switch entities.first {
    case .metatypeSelf(let type, let dynamic)?: return metatypeSelf(expr, type, dynamic)
    case .variable(let variable)? where variable.type.nominal === decl:
      let object = solver.makeNode(expr, variable.type, .reference)
      object.name = "self"
      solver.offer([Choice(.variable(variable))], to: object)
      return solver.makeNode(expr, .metatype(variable.type), .dynamicType(object))
    default: return nil
    }
  }

  private func resolve(_ type: TypeExpr) -> Type {
    checker.withEnvironment(context.environment) {
      checker.resolve(type, in: scope, TypeResolutionOptions(inferred: { _ in solver.makeVariable() }))
    }
  }

  /// A member of an enclosing type, named without `self.`.
  private func implicitMember(
    _ expr: Expr, _ name: Identifier, _ labels: [String]?, _ generics: [TypeExpr], _ decl: NominalDecl, _ selfEntity: Entity?
  ) -> Node {
    let isType = checker.lookupTypeMember(name.text, of: decl.selfType, declaredIn: decl) != nil
    if isType { return metatype(expr, TypeExpr(.named([.init(name: name, arguments: generics)]), name.range)) }
    let base: Node
    switch selfEntity {
    case .variable(let variable)?:
      base = solver.makeNode(expr, variable.type, .reference)
      base.name = "self"
      solver.offer([Choice(.variable(variable))], to: base)
    case .metatypeSelf(let type, let dynamic)?: base = metatypeSelf(expr, type, dynamic)
    default: base = solver.makeNode(expr, .metatype(decl.selfType), .metatype(decl.selfType))
    }
    let node = unresolved(expr, name, labels)
    node.kind = .member(base: base)
    node.generics = generics.map { resolve($0) }
    node.isImplicitSelf = true
    node.outerNames = outerFunctions(named: name.text, beyond: decl)
    solver.add(.member, node)
    return node
  }

  /// Functions further out, for a call that no member takes: `min(a, b)` in a type that has `min()`.
  private func outerFunctions(named name: String, beyond decl: NominalDecl) -> [FunctionDecl] {
    var current: Scope? = scope
    while let here = current {
      if case .module(let module) = here.kind {
        return checker.moduleEntities(named: name, from: module).compactMap {
          if case .function(let function) = $0 { return function }
          return nil
        }
      }
      current = here.parent
    }
    return []
  }

  private func member(
    _ expr: Expr, _ base: Expr, _ name: Identifier, _ generics: [TypeExpr], _ labels: [String]?
  ) -> Node {
    if case .superValue = base.kind {
      guard let superBase = superNode(base) else { return errorNode(expr) }
      let node = unresolved(expr, name, labels)
      node.kind = .member(base: superBase)
      solver.add(.member, node)
      return node
    }
    let baseNode = generatePart(base)
    if let probe = checker.probe, name.text == Probe.name {
      probe.note(base: baseNode, solver)
      return errorNode(expr)
    }
    if case .module(let module) = baseNode.kind {
      let entities = module.entities(named: name.text)
      var choices: [Choice] = []
      for entity in entities {
        switch entity {
        case .variable(let variable): choices.append(Choice(.variable(variable)))
        case .function(let function): choices.append(Choice(.function(function)))
        case .nominal, .alias:
          if let type = expr.asType { return metatype(expr, type) }
        default: break
        }
      }
      if choices.isEmpty {
        checker.report(.noMemberInModule(module.name, name.text), at: name.range)
        return errorNode(expr)
      }
      let node = unresolved(expr, name, labels)
      solver.offer(choices, to: node)
      return node
    }
    if name.text == "self", case .tuple(let elements) = base.kind, elements.count > 1, let type = typeSpelled(by: base) {
      return metatype(expr, type)
    }
    if let type = named(by: base, baseNode), name.text != "init", name.text != "self",
      checker.lookupTypeMember(name.text, of: solver.simplified(type)) != nil, let spelled = expr.asType {
      return metatype(expr, spelled)
    }
    let node = unresolved(expr, name, labels)
    node.implicitBase = baseNode.implicitBase
    node.kind = .member(base: baseNode)
    node.generics = generics.map { resolve($0) }
    solver.add(.member, node)
    return node
  }

  /// The type that an expression names, as against one that it works out.
  private func named(by expr: Expr, _ node: Node) -> Type? {
    switch node.kind {
    case .metatype(let type): return type
    case .dynamicType:
      if case .name(let name, _, _) = expr.kind, name.text == "Self", case .metatype(let type) = node.type { return type }
      return nil
    default: return nil
    }
  }

  private func superNode(_ expr: Expr) -> Node? {
    guard case .entities(let entities) = checker.lookup("self", in: scope), case .variable(let variable)? = entities.first,
      let superclass = checker.superclassType(of: variable.type)
    else {
      if scope.enclosingType?.isClass == true, scope.function?.function.isStatic == true, let decl = scope.enclosingType,
        let superclass = decl.superclass {
        return solver.makeNode(expr, .metatype(superclass), .metatype(superclass))
      }
      if let decl = scope.enclosingType {
        checker.report(.superWithoutSuperclass(decl.name), at: expr.range)
      } else {
        checker.report(.superOutsideClass, at: expr.range)
      }
      return nil
    }
    return solver.makeNode(expr, superclass, .superValue(variable))
  }

  // MARK: Calls

  private func call(_ expr: Expr, _ callee: Expr, _ arguments: [Argument], _ trailing: TrailingClosures) -> Node {
    if case .name(let name, _, nil) = callee.kind, name.text == "type", arguments.count == 1, arguments[0].label?.text == "of",
      trailing.closures.isEmpty {
      let value = generate(arguments[0].value)
      return solver.makeNode(expr, .metatype(value.type), .dynamicType(value))
    }
    var calleeNode: Node
    switch callee.kind {
    case .closure: calleeNode = generateParts(callee)
    default: calleeNode = generatePart(callee)
    }
    if case .metatype(let type) = calleeNode.kind, trailing.closures.isEmpty, arguments.count == 1, arguments[0].label == nil,
      let literal = literal(arguments[0].value, as: type) {
      return solver.makeNode(expr, type, .paren(literal))
    }
    if let type = named(by: callee, calleeNode), !callee.isMetatypeValue {
      // `T(…)` is `T.init(…)`.
      let initializer = solver.makeNode(expr, solver.makeVariable(), .member(base: calleeNode))
      initializer.name = "init"
      initializer.nameRange = callee.range
      solver.add(.member, initializer)
      _ = type
      calleeNode = initializer
    }
    if let probe = checker.probe, let argument = ProbedArgument(arguments) {
      probe.note(callee: calleeNode, argument, in: scope, solver)
    }
    var nodes = arguments.map {
      ArgumentNode(label: $0.label?.text, labelRange: $0.label?.range, node: generate($0.value))
    }
    for (index, closure) in trailing.closures.enumerated() {
      nodes.append(
        ArgumentNode(
          label: index == 0 ? nil : closure.label?.text, labelRange: closure.label?.range, node: generate(closure.closure),
          isTrailing: true))
    }
    let node = solver.makeNode(expr, solver.makeVariable(), .call(callee: calleeNode, nodes))
    if case .variable(let variable) = node.type { solver.state.origins[variable.id] = .expression(node) }
    calleeNode.call = node
    node.implicitBase = calleeNode.implicitBase
    solver.add(.apply, node)
    return node
  }

  /// `Float(0.1)` is the literal 0.1 as a Float, and no conversion, where the type takes such literals.
  private func literal(_ expr: Expr, as type: Type) -> Node? {
    let kind: LiteralKind
    switch expr.kind {
    case .integer: kind = .integer
    case .float: kind = .float
    case .string: kind = .string
    case .boolean: kind = .boolean
    default: return nil
    }
    guard case .nominal(let decl, _) = type, !decl.isClass, !type.hasVariables, !type.hasError, checker.probe == nil,
      solver.literalConforms(kind, type)
    else { return nil }
    let node = generate(expr)
    return solver.match(node.type, type, .equal, node, .general) ? node : nil
  }

  private func subscriptCall(_ expr: Expr, _ base: Expr, _ arguments: [Argument]) -> Node {
    let baseNode: Node
    if case .superValue = base.kind {
      guard let superBase = superNode(base) else { return errorNode(expr) }
      baseNode = superBase
    } else {
      baseNode = generatePart(base)
    }
    if arguments.count == 1, arguments[0].label?.text == "keyPath" {
      let path = generate(arguments[0].value)
      let node = solver.makeNode(expr, solver.makeVariable(), .applyKeyPath(base: baseNode, path: path))
      solver.add(.applyKeyPath(path: path.type, base: baseNode.type, value: node.type), node)
      return node
    }
    let callee = solver.makeNode(expr, solver.makeVariable(), .member(base: baseNode))
    callee.name = "subscript"
    callee.nameRange = base.range
    solver.add(.member, callee)
    let nodes = arguments.map { ArgumentNode(label: $0.label?.text, labelRange: $0.label?.range, node: generate($0.value)) }
    let node = solver.makeNode(expr, solver.makeVariable(), .subscriptCall(base: callee, nodes))
    callee.call = node
    node.implicitBase = baseNode.implicitBase
    solver.add(.apply, node)
    return node
  }

  private func prefix(_ expr: Expr, _ name: Identifier, _ operand: Expr) -> Node {
    if name.text == "-" {
      switch operand.kind {
      case .integer(let magnitude?): return literal(expr, .integer(magnitude, isNegative: true), .integer)
      case .float(let value): return literal(expr, .float(value, isNegative: true), .float)
      default: break
      }
    }
    return applyOperator(expr, name, [operand], fixity: "prefix")
  }

  private func applyOperator(_ expr: Expr, _ name: Identifier, _ operands: [Expr], fixity: String?) -> Node {
    let nodes = operands.map { ArgumentNode(label: nil, labelRange: nil, node: generate($0)) }
    // Operators declared in an enclosing function.
    var local: [FunctionDecl] = []
    if case .entities(let entities) = checker.lookup(name.text, in: scope) {
      for case .function(let function) in entities where function.fixity == fixity { local.append(function) }
    }
    if local.isEmpty, !checker.hasOperator(name.text, fixity: fixity) {
      checker.report(.unknownOperator(name.text, fixity: fixity ?? "infix"), at: name.range)
      return errorNode(expr)
    }
    let callee = unresolved(Expr(.name(name, generics: [], labels: nil), name.range), name, nil)
    callee.isOperator = true
    let node = solver.makeNode(expr, solver.makeVariable(), .call(callee: callee, nodes))
    node.isOperator = true
    callee.call = node
    for argument in nodes {
      let operand = argument.node.withoutParens
      operand.operatorParent = node
      let known: Type? = operand.isOperator ? operand.operandHint : knownType(operand)
      if let known, node.operandHint == nil { node.operandHint = known }
    }
    // A chain assigned through: `a?.b += 1` is one chain.
    solver.offer(Alternatives.Operator(name: name.text, fixity: fixity, local: local), to: callee)
    solver.add(.apply, node)
    if checker.operators.group(ofInfix: name.text)?.isAssignment == true, let left = operands.first, left.hasOpenChain,
      case .optionalChain(let inner) = nodes[0].node.kind {
      var opened = nodes
      opened[0].node = inner
      node.kind = .call(callee: callee, opened)
      return closeChain(node, expr)
    }
    return node
  }

  /// The type of a variable, if literals can have it.
  private func knownType(_ node: Node) -> Type? {
    guard case .reference = node.kind, case .entities(let entities) = checker.lookup(node.name, in: scope),
      case .variable(let variable)? = entities.first, !variable.type.hasVariables,
      solver.literalConforms(.integer, variable.type) || solver.literalConforms(.float, variable.type)
    else { return nil }
    return variable.type
  }

  // MARK: Others

  private func assign(_ expr: Expr, _ target: Expr, _ value: Expr) -> Node {
    if case .discard = target.kind {
      let valueNode = generate(value)
      let discard = solver.makeNode(target, valueNode.type, .discard)
      return solver.makeNode(expr, .void, .assign(discard, valueNode))
    }
    if value.isStatementLike, isOutermost, let place = checker.solve(target, in: scope, context, contextual: nil, .unused) {
      // `x = switch y { … }`: the branches have the type of what they are assigned to.
      let placeNode = solver.makeNode(target, place.type, .typed(place))
      guard let typed = checker.solve(value, in: scope, context, contextual: place.type, .initialization) else { return errorNode(expr) }
      return solver.makeNode(expr, .void, .assign(placeNode, solver.makeNode(value, typed.type, .typed(typed))))
    }
    let targetNode = assignmentTarget(target)
    let valueNode = generate(value)
    if case .optionalChain(let inner) = targetNode.kind {
      let node = solver.makeNode(expr, .void, .assign(inner, valueNode))
      solver.add(.convert(valueNode.type, inner.type), valueNode, .assignment(inner))
      return closeChain(node, expr)
    }
    let node = solver.makeNode(expr, .void, .assign(targetNode, valueNode))
    solver.add(.convert(valueNode.type, targetNode.type), valueNode, .assignment(targetNode))
    return node
  }

  /// `(a, _) = pair`
  private func assignmentTarget(_ target: Expr) -> Node {
    switch target.kind {
    case .discard: return solver.makeNode(target, solver.makeVariable(), .discard)
    case .tuple(let elements) where !elements.isEmpty:
      let nodes = elements.map { assignmentTarget($0.value) }
      let labels = elements.map { $0.label?.text }
      return solver.makeNode(
        target, .tuple(zip(nodes, labels).map { TupleElement(label: $1, type: $0.type) }), .tuple(nodes, labels: labels))
    case .paren(let inner): return assignmentTarget(inner)
    case .name(let name, _, _):
      guard checker.probe == nil, case .none = checker.lookup(name.text, in: scope) else { return generate(target) }
      checker.reportMissing(name, in: scope, isAssigned: true)
      return errorNode(target)
    default: return generate(target)
    }
  }

  private func cast(_ expr: Expr, _ operand: Expr, _ kind: CastKind, _ type: TypeExpr) -> Node {
    let resolved = resolve(type)
    let value = generate(operand)
    switch kind {
    case .coerce:
      solver.add(.convert(value.type, resolved), value, .coercion)
      return solver.makeNode(expr, resolved, .cast(value, kind, resolved, type))
    case .conditional: return solver.makeNode(expr, wellKnown.optional(resolved), .cast(value, kind, resolved, type))
    case .force: return solver.makeNode(expr, resolved, .cast(value, kind, resolved, type))
    case .check: return solver.makeNode(expr, wellKnown.bool, .cast(value, kind, resolved, type))
    }
  }

  private func closure(_ expr: Expr, _ syntax: ClosureExpr) -> Node {
    let scan = ClosureScan(syntax)
    let closure = ClosureNode(
      syntax: syntax, scope: scope, context: context, anonymousCount: syntax.parameters == nil ? scan.anonymousCount : 0,
      single: scan.single, isThrowing: syntax.throwing.isThrowing || scan.isThrowing)
    let node = solver.makeNode(expr, .error, .closure(closure))
    node.type = solver.makeVariable(nil, .closure(node))
    return node
  }

  private func keyPath(_ expr: Expr, _ root: TypeExpr?, _ components: [KeyPathComponent]) -> Node {
    let rootType = root.map { resolve($0) } ?? solver.makeVariable()
    let value = solver.makeVariable()
    let node = solver.makeNode(
      expr, solver.makeVariable(), .keyPath(KeyPathNode(components: components, root: rootType, value: value, scope: scope)))
    solver.add(.keyPath, node)
    return node
  }
}

extension Expr {
  /// A member, call, subscript or unwrapping: a link of a chain.
  var isPostfix: Bool {
    switch kind {
    case .member, .call, .subscriptCall, .forceUnwrap, .optionalChain, .implicitMember: return true
    default: return false
    }
  }

  var chainBase: Expr? {
    switch kind {
    case .member(let base, _, _, _), .call(let base, _, _), .subscriptCall(let base, _), .forceUnwrap(let base),
      .optionalChain(let base): return base
    default: return nil
    }
  }

  /// A `?` among the links below.
  var hasOpenChain: Bool {
    var current: Expr? = self
    while let here = current {
      if case .optionalChain = here.kind { return true }
      current = here.chainBase
    }
    return false
  }

  var isSwitch: Bool { if case .switchExpr = kind { true } else { false } }

  /// `T.self`, which is a value and no longer a name of the type.
  var isMetatypeValue: Bool {
    if case .member(_, let name, _, _) = kind { return name.text == "self" }
    return false
  }
}

extension Identifier {
  /// A name made of operator characters.
  var isOperator: Bool { text.first.map { !$0.isLetter && $0 != "_" && $0 != "$" && $0 != "`" && !$0.isNumber } ?? false }
}

extension TypeExpr {
  /// `some P`
  var isOpaque: Bool { if case .some = kind { true } else { false } }
}
