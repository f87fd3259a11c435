extension Solver {
  /// How well a choice fits the arguments of its call and the type that is wanted of it; nil: not at all.
  struct Fit {
    var rank: Int
    /// Every argument has exactly the parameter's type: no other choice can be better.
    var isExact: Bool
    var isGeneric: Bool
  }

  /// The choices that are not ruled out by what is known, best first.
  func viable(_ choices: [Choice], _ node: Node) -> [(choice: Choice, fit: Fit)] {
    guard let call = node.call else { return choices.map { ($0, Fit(rank: 0, isExact: false, isGeneric: $0.function?.generics.isEmpty == false)) } }
    var expected = wantedResult(of: call)
    isExpectedHint = false
    if expected == nil, let hint = hintedResult(of: call) {
      expected = hint
      isExpectedHint = true
    }
    var result: [(choice: Choice, fit: Fit)] = []
    for choice in choices {
      if let fit = fit(choice, call, expected, isOperator: node.isOperator) { result.append((choice, fit)) }
    }
    if result.count > 1 {
      result = result.enumerated().sorted {
        $0.element.fit.rank == $1.element.fit.rank ? $0.offset < $1.offset : $0.element.fit.rank > $1.element.fit.rank
      }.map(\.element)
    }
    return result
  }

  private func fit(_ choice: Choice, _ call: Node, _ expected: Type?, isOperator: Bool) -> Fit? {
    let arguments = call.arguments
    guard let parameters = parameterInfos(of: choice) else { return Fit(rank: 0, isExact: false, isGeneric: false) }
    if case .curried = choice.kind { return Fit(rank: 0, isExact: false, isGeneric: false) }
    guard let assignment = isOperator
      ? (parameters.count == arguments.count ? arguments.indices.map { [$0] } : nil) : matchArguments(arguments, parameters)
    else { return nil }
    let function = choice.function
    var rank = 0
    var isExact = true
    let substitutions = choice.found?.substitutions ?? Substitutions()
    for (parameter, indices) in zip(parameters, assignment) {
      var type = parameter.type
      if parameter.isVariadic, case .nominal(_, let arguments) = type, let element = arguments.first, function != nil || choice.found != nil { type = element }
      if parameter.isAutoclosure, case .function(let closure) = type { type = closure.result }
      if !substitutions.types.isEmpty { type = type.substituting(substitutions) }
      if indices.isEmpty { rank -= 1 }
      for index in indices {
        let node = arguments[index].node
        var argument = fixed(node.type)
        if case .inoutAddress = node.kind, !parameter.isInout { return nil }
        if parameter.isInout, !isOperator {
          if case .inoutAddress = node.kind {} else { return nil }
        }
        if case .variable(let variable) = argument, state.literals[variable.id] == nil, let hint = hint(variable) { argument = hint }
        guard let value = elementsFit(node, type, function) ?? fit(argument, type, function).map({ Optional($0) }), let value else { return nil }
        rank += value
        if value < 2 || (value < 3 && function == nil) { isExact = false }
      }
      if parameter.isVariadic { rank -= 1 }
    }
    var isGeneric = false
    if let function {
      let own = function.generics.count - (choice.found == nil ? function.outerGenericCount : choice.found?.owner.generics.count ?? 0)
      isGeneric = own > 0 || (choice.found == nil && function.generics.count > function.outerGenericCount)
      if choice.found?.isFromProtocol == true { rank -= 1 }
      if function.isDisfavored {
        rank -= 100
        isExact = false
      }
    }
    if isGeneric { isExact = false }
    if let expected {
      let result: Type?
      if let function, function.kind != .initializer { result = function.resultType.substituting(substitutions) } else { result = nil }
      if let result {
        guard let value = resultFit(result, expected) else { return nil }
        rank += value
        if value < 0 { isExact = false }
      }
    }
    return Fit(rank: rank, isExact: isExact, isGeneric: isGeneric)
  }

  /// How the elements of an array literal fit an array parameter: `[1, 2]` is first of all an `[Int]`. nil where the
  /// argument is no such literal; nil within where an element cannot be.
  private func elementsFit(_ node: Node, _ parameter: Type, _ function: FunctionDecl?) -> Int?? {
    guard case .array(let elements, _) = node.withoutParens.kind, case .nominal(let decl, let arguments) = parameter,
      decl === wellKnown.arrayDecl, let element = arguments.first, !elements.isEmpty, literal(of: fixed(node.type)) == .array
    else { return nil }
    var lowest = 2
    for value in elements.prefix(8) {
      let found: Int?
      if let inner = elementsFit(value, element, function) { found = inner } else { found = fit(fixed(value.type), element, function) }
      guard let found else { return .some(nil) }
      lowest = min(lowest, found)
    }
    return .some(lowest)
  }

  /// What is wanted of the result of a call, as far as it is known.
  func wantedResult(of call: Node) -> Type? {
    let type = fixed(call.type)
    guard case .variable(let variable) = type else { return type }
    for constraint in state.waiting {
      if case .convert(let from, let to) = constraint.kind, case .variable(let source) = fixed(from), source.id == variable.id {
        let target = fixed(to)
        if case .variable = target { continue }
        return wellKnown.stripped(target)
      }
    }
    return nil
  }

  /// Where all operands are literals: the type that is wanted of the whole expression, or that operands further out have.
  func hintedResult(of call: Node) -> Type? {
    guard call.isOperator, call.arguments.allSatisfy({ literal(of: fixed($0.node.type)) != nil }) else { return nil }
    if let context = contextualHint { return context }
    var parent = call.operatorParent
    while let node = parent {
      if let hint = node.operandHint { return hint }
      parent = node.operatorParent
    }
    return nil
  }

  private func resultFit(_ result: Type, _ expected: Type) -> Int? {
    switch (result, expected) {
    case (.nominal(let first, let left), .nominal(let second, _)):
      if first === second { return left.isEmpty ? 3 : 2 }
      if second.isClass, first.isClass { return 0 }
      if first === wellKnown.optionalDecl { return isExpectedHint ? nil : 0 }
      return isExpectedHint ? -4 : nil
    case (.nominal, .function), (.nominal, .tuple), (.tuple, .nominal), (.function, .nominal): return nil
    default: return 0
    }
  }

  /// What an unknown will probably be, by what flows into or out of it.
  private func hint(_ variable: TypeVariable) -> Type? {
    var literalHint: Type?
    for constraint in state.waiting {
      guard case .convert(let from, let to) = constraint.kind else { continue }
      let source = fixed(from)
      let target = fixed(to)
      if case .variable(let found) = target, found.id == variable.id {
        if case .variable(let literalVariable) = source {
          if state.literals[literalVariable.id] != nil { literalHint = source }
        } else {
          return source
        }
      }
    }
    return literalHint
  }

  /// How an argument fits a parameter: 3 the same type, 2 a literal of its default type, less with a conversion.
  private func fit(_ argument: Type, _ parameter: Type, _ function: FunctionDecl?) -> Int? {
    switch (argument, parameter) {
    case (.error, _), (_, .error): return 0
    case (.variable(let variable), _):
      if let kind = state.literals[variable.id] { return literalFit(kind, parameter, function) }
      if case .closure(let node) = state.origins[variable.id] { return closureFit(node, parameter) }
      return 0
    case (_, .nominal(let decl, _)) where decl === wellKnown.anyHashable && argument.nominal !== decl:
      // Operands do not become one: `5 == 5` is no question of two `AnyHashable`s.
      guard let hashable = wellKnown.hashable, function?.isOperator != true else { return nil }
      return argument.hasVariables ? 0 : checker.conforms(argument, to: hashable) ? 1 : nil
    case (.nominal(let first, let left), .nominal(let second, let right)):
      if first === second {
        if left.isEmpty { return 3 }
        if first === wellKnown.optionalDecl {
          return fit(fixed(left[0]), right[0], function)
        }
        for (inner, other) in zip(left, right) {
          if case .nominal(let known, _) = fixed(inner), case .nominal(let wanted, _) = other, known !== wanted,
            !(first === wellKnown.arrayDecl || first === wellKnown.dictionaryDecl || first === wellKnown.setDecl) { return nil }
          if case .nominal(let known, let arguments) = fixed(inner), case .nominal(let wanted, _) = other, known !== wanted, arguments.isEmpty,
            known.kind != .classDecl, wanted !== wellKnown.optionalDecl { return nil }
        }
        return right.contains(where: { if case .parameter = $0 { true } else { false } }) ? 2 : 3
      }
      if second === wellKnown.optionalDecl { return fit(argument, right[0], function).map { max(0, $0 - 2) } }
      if first.isClass, second.isClass { return checker.isSubclass(argument, of: parameter) || !right.isEmpty ? 1 : nil }
      return nil
    case (_, .parameter(let generic)):
      if argument == parameter { return 3 }
      guard let function else { return 0 }
      if !function.generics.contains(generic) { return argument.isArchetype || argument.hasVariables ? 0 : nil }
      if argument.hasVariables {
        for case .conforms(.parameter(let subject), let proto) in function.requirements where subject === generic {
          if case .nominal = argument, argument.nominalConformance(to: proto) == nil { return nil }
        }
        return 1
      }
      for case .conforms(.parameter(let subject), let proto) in function.requirements where subject === generic {
        if !checker.conforms(argument, to: proto) {
          if case .existential(let existential) = argument, existential.protocols.contains(where: { $0.allRefined.contains(proto) }) { continue }
          return nil
        }
      }
      return 1
    case (_, .nominal(let decl, let arguments)) where decl === wellKnown.optionalDecl:
      return fit(argument, arguments[0], function).map { max(0, $0 - 2) }
    case (_, .existential(let existential)):
      if existential.isAny { return 0 }
      if case .existential(let source) = argument {
        return existential.protocols.allSatisfy({ wanted in source.protocols.contains { $0.allRefined.contains(wanted) } }) ? 2 : nil
      }
      if existential.isClassBound, existential.protocols.isEmpty { return checker.isClassBound(argument) ? 1 : nil }
      if argument.hasVariables { return 0 }
      return existential.protocols.allSatisfy { checker.conforms(argument, to: $0) } ? 1 : nil
    case (_, .dependent): return 0
    case (.nominal(let decl, _), .function) where decl.name.hasSuffix("KeyPath"): return nil
    case (.nominal, .function), (.nominal, .tuple), (.nominal, .metatype), (.function, .nominal), (.tuple, .nominal), (.existential, .nominal): return nil
    case (.metatype, .nominal), (.tuple, .function), (.function, .tuple): return nil
    case (.parameter, .nominal), (.dependent, .nominal), (.opaque, .nominal):
      if argument == parameter { return 3 }
      if let superclass = checker.superclassType(of: argument) { return fit(superclass, parameter, function) }
      return checker.areSame(argument, parameter) ? 3 : nil
    case (.tuple(let left), .tuple(let right)):
      guard left.count == right.count else { return nil }
      var total = 3
      for (inner, other) in zip(left, right) {
        guard let value = fit(fixed(inner.type), other.type, function) else { return nil }
        total = min(total, value)
      }
      return left.isEmpty ? 3 : min(total, 2)
    case (.function(let left), .function(let right)): return left.parameters.count == right.parameters.count ? 2 : nil
    default: return argument == parameter ? 3 : 0
    }
  }

  private func literalFit(_ kind: LiteralKind, _ parameter: Type, _ function: FunctionDecl?) -> Int? {
    switch parameter {
    case .nominal(let decl, let arguments):
      if decl === wellKnown.optionalDecl {
        if kind == .nilLiteral { return 2 }
        return literalFit(kind, arguments[0], function).map { max(0, $0 - 1) }
      }
      if decl === wellKnown.anyHashable { return kind == .nilLiteral || function?.isOperator == true ? nil : 0 }
      if kind == .array || kind == .dictionary {
        if decl === (kind == .array ? wellKnown.arrayDecl : wellKnown.dictionaryDecl) { return 2 }
        guard let proto = wellKnown.literalProtocols[kind] else { return nil }
        return decl.conformanceIndex[proto] != nil ? 1 : nil
      }
      if parameter == wellKnown.defaultType(kind) { return 2 }
      return literalConforms(kind, parameter) ? 1 : nil
    case .parameter(let generic):
      if kind == .nilLiteral { return 0 }
      guard let function, function.generics.contains(generic), let standard = wellKnown.defaultType(kind) else { return 0 }
      for case .conforms(.parameter(let subject), let proto) in function.requirements where subject === generic {
        if !checker.conforms(standard, to: proto) {
          if kind == .integer, checker.conforms(wellKnown.double, to: proto) { continue }
          return nil
        }
      }
      return 1
    case .existential: return kind == .nilLiteral ? nil : 0
    case .function, .metatype, .tuple: return nil
    default: return 0
    }
  }

  private func closureFit(_ node: Node, _ parameter: Type) -> Int? {
    var type = parameter
    while let inner = wellKnown.unwrapped(type) { type = inner }
    switch type {
    case .function(let function):
      guard case .closure(let closure) = node.kind else { return 1 }
      if let parameters = closure.syntax.parameters {
        if parameters.count == function.parameters.count { return 2 }
        if function.parameters.count == 1 { return 1 }
        return nil
      }
      if closure.anonymousCount == 0, !function.parameters.isEmpty { return nil }
      if closure.anonymousCount > function.parameters.count, function.parameters.count != 1 { return nil }
      return 2
    case .parameter, .variable, .error, .dependent: return 0
    case .existential(let existential): return existential.isAny ? 0 : nil
    default: return nil
    }
  }
}
