extension Solver {
  /// `\Root.a.b`: follows the members once the root is known. As an argument for a function it is one.
  func solveKeyPath(_ node: Node) -> Bool {
    guard case .keyPath(let path) = node.kind else { return false }
    let context = fixed(node.type)
    if case .function(let function) = context, function.parameters.count == 1 {
      if case .variable = fixed(path.root) {
        if !match(path.root, function.parameters[0].type, .equal, node, .general) { return false }
      }
    }
    if case .nominal(let decl, let arguments) = context, decl.name.hasSuffix("KeyPath"), arguments.count == 2,
      case .variable = fixed(path.root) {
      if !match(path.root, arguments[0], .equal, node, .general) { return false }
    }
    let root = fixed(path.root)
    if case .variable = root {
      wait(.keyPath, node, .general, on: root, context)
      return true
    }
    if state.keyPaths[node.id] == nil {
      guard let steps = follow(path, node) else { return false }
      state.keyPaths[node.id] = steps
    }
    guard let steps = state.keyPaths[node.id] else { return false }
    if !match(path.value, steps.value, .equal, node, .general) { return false }
    switch context {
    case .variable:
      // Without a function type from around, it is a key path.
      wait(.keyPath, node, .general, on: context)
      return true
    case .function(let function):
      return match(root, function.parameters.first?.type ?? .error, .equal, node, .general)
        && match(steps.value, function.result, .convert, node, .general)
    case .nominal(let decl, let arguments) where arguments.count == 2 && decl.name.hasSuffix("KeyPath"):
      return match(arguments[0], root, .equal, node, .general) && match(arguments[1], steps.value, .equal, node, .general)
    case .error: return true
    default: return mismatch(.error, context, node, .general)
    }
  }

  /// The type of a key path literal where nothing asks for another.
  func keyPathType(_ node: Node) -> Type? {
    guard case .keyPath(let path) = node.kind, let steps = state.keyPaths[node.id],
      let decl = wellKnown.nominal(steps.isWritable ? (steps.isReference ? "ReferenceWritableKeyPath" : "WritableKeyPath") : "KeyPath")
    else { return nil }
    return .nominal(decl, [path.root, steps.value])
  }

  private func follow(_ path: KeyPathNode, _ node: Node) -> SolvedKeyPath? {
    var current = simplified(path.root)
    var result = SolvedKeyPath(steps: [], value: current, isWritable: true, isReference: false, hasChain: false)
    for component in path.components {
      switch component {
      case .property(let name):
        if name.text == "self" { continue }
        if case .tuple(let elements) = current {
          let index = Int(name.text) ?? elements.firstIndex { $0.label == name.text } ?? -1
          guard index >= 0, index < elements.count else { return failed(current, name, node) }
          current = elements[index].type
          result.steps.append((.tupleElement(index), current))
          continue
        }
        let found = checker.members(of: current, named: name.text).first { candidate in
          if case .property(let property) = candidate.member {
            return !property.isStatic && candidate.member.requirements.dropFirst(candidate.isFromProtocol ? 1 : candidate.owner.requirements.count)
              .allSatisfy { checker.satisfies($0.substituting(candidate.substitutions)) }
          }
          return false
        }
        guard let found, case .property(let property) = found.member else { return failed(current, name, node) }
        let isObject = checker.isClassBound(current)
        if isObject { result.isReference = true }
        if !(property.isSettable && !(property.isStored && property.isLet)) {
          result.isWritable = false
        } else if isObject {
          result.isWritable = true
        }
        current = checker.environment.canonical(checker.typeOf(property).substituting(found.substitutions))
        result.steps.append((.property(property, found.substitutions), current))
      case .subscriptCall(let arguments):
        guard let (decl, substitutions, typed, type) = subscriptStep(current, arguments, path, node) else {
          return failed(current, Identifier("subscript", node.range), node)
        }
        if decl.accessors.set == nil { result.isWritable = false }
        current = type
        result.steps.append((.subscriptAccess(decl, substitutions, typed), current))
      case .optionalChain:
        guard let inner = wellKnown.unwrapped(current) else { return failed(current, Identifier("?", node.range), node) }
        current = inner
        result.hasChain = true
        result.isWritable = false
        result.steps.append((.optionalChain, current))
      case .forceUnwrap:
        guard let inner = wellKnown.unwrapped(current) else { return failed(current, Identifier("!", node.range), node) }
        current = inner
        result.steps.append((.forceUnwrap, current))
      }
    }
    if result.hasChain, wellKnown.unwrapped(current) == nil { current = wellKnown.optional(current) }
    result.value = current
    return result
  }

  private func failed(_ type: Type, _ name: Identifier, _ node: Node) -> SolvedKeyPath? {
    if type.isError { return nil }
    let member = makeNode(node.expr, .error, .error)
    member.name = name.text
    member.nameRange = name.range
    guard fix(.noMember(type, member)) else { return nil }
    return SolvedKeyPath(steps: [], value: .error, isWritable: false, isReference: false, hasChain: false)
  }

  /// A subscript within a key path, whose arguments are solved by themselves.
  private func subscriptStep(
    _ base: Type, _ arguments: [Argument], _ path: KeyPathNode, _ node: Node
  ) -> (SubscriptDecl, Substitutions, [TypedArgument], Type)? {
    guard let context = path.scope.function else { return nil }
    for found in checker.members(of: base, named: "subscript") {
      guard case .subscriptDecl(let decl) = found.member, !decl.isStatic, decl.parameters.count == arguments.count,
        zip(decl.parameters, arguments).allSatisfy({ $0.label == $1.label?.text })
      else { continue }
      var typed: [TypedArgument] = []
      let (isFine, diagnostics) = checker.collectingDiagnostics {
        for (parameter, argument) in zip(decl.parameters, arguments) {
          let type = parameter.variable.type.substituting(found.substitutions)
          guard let value = checker.solve(argument.value, in: path.scope, context, contextual: type, .initialization) else { return false }
          typed.append(.value(value))
        }
        return true
      }
      if isFine, !diagnostics.contains(where: { $0.message.severity == .error }) {
        return (decl, found.substitutions, typed, decl.type.substituting(found.substitutions))
      }
    }
    return nil
  }

  /// `base[keyPath: path]`
  func solveKeyPathUse(_ path: Type, _ base: Type, _ value: Type, _ node: Node) -> Bool {
    let type = fixed(path)
    switch type {
    case .variable:
      // A literal takes its root from the base.
      if case .applyKeyPath(_, let pathNode) = node.kind, case .keyPath(let literal) = pathNode.kind,
        case .variable = fixed(literal.root) {
        if !match(literal.root, base, .equal, node, .general) || !match(value, literal.value, .equal, node, .general) { return false }
      }
      wait(.applyKeyPath(path: path, base: base, value: value), node, .general, on: type)
      return true
    case .error: return match(value, .error, .equal, node, .general)
    case .nominal(let decl, let arguments) where arguments.count == 2 && decl.name.hasSuffix("KeyPath"):
      return match(base, arguments[0], .convert, node, .general) && match(value, arguments[1], .equal, node, .general)
    default: return mismatch(type, .error, node, .general)
    }
  }
}

/// A key path whose members were found.
struct SolvedKeyPath {
  var steps: [(step: KeyPathExpr.Step, type: Type)]
  var value: Type
  var isWritable: Bool
  var isReference: Bool
  var hasChain: Bool
}
