extension Solver {
  /// The parameters of a choice as a call sees them, before generics are opened; nil where it is no function.
  func parameterInfos(of choice: Choice) -> [ParameterInfo]? {
    if case .curried = choice.kind { return [ParameterInfo(label: nil, type: .error)] }
    if let function = choice.function {
      return function.parameters.map {
        ParameterInfo(
          label: function.isOperator ? nil : $0.label, type: $0.variable.type, isInout: $0.isInout, isVariadic: $0.isVariadic, isAutoclosure: $0.isAutoclosure,
          hasDefault: $0.defaultValue != nil, isEscaping: $0.keepsClosures)
      }
    }
    if let decl = choice.enumCase {
      if decl.payload.isEmpty { return nil }
      return decl.payload.enumerated().map {
        ParameterInfo(label: $1.label, type: $1.type, hasDefault: $0 < decl.defaults.count && decl.defaults[$0] != nil)
      }
    }
    if case .subscriptDecl(let decl)? = choice.found?.member {
      return decl.parameters.map {
        ParameterInfo(
          label: $0.label, type: $0.variable.type, isVariadic: $0.isVariadic, isAutoclosure: $0.isAutoclosure,
          hasDefault: $0.defaultValue != nil)
      }
    }
    return nil
  }

  /// Whether a closure in this place outlives the expression: it is kept, or the function that takes it may keep it.
  func isEscaping(_ place: Place) -> Bool {
    switch place {
    case .argument(let call, let index):
      guard let match = state.matches[call.id], let position = match.arguments.firstIndex(where: { $0.contains(index) }) else { return false }
      return match.parameters[position].isEscaping
    case .contextual(let purpose): return purpose == .initialization || purpose == .returnValue
    case .assignment, .element, .dictionaryValue: return true
    default: return false
    }
  }

  func solveCall(_ node: Node) -> Bool {
    let callee: Node
    let arguments: [ArgumentNode]
    switch node.kind {
    case .call(let function, let list):
      callee = state.replacedCallees[node.id] ?? function
      arguments = list
    case .subscriptCall(let function, let list):
      callee = function
      arguments = list
    default: return false
    }
    let type = fixed(callee.type)
    switch type {
    case .variable(let variable):
      if case .closure(let closure) = state.origins[variable.id] {
        let parameters = arguments.map { _ in FunctionType.Parameter(type: makeVariable()) }
        let isThrowing: Bool
        if case .closure(let inner) = closure.kind { isThrowing = inner.isThrowing } else { isThrowing = false }
        let expected = FunctionType(parameters: parameters, result: makeVariable(), isThrowing: isThrowing)
        guard openClosure(closure, variable, expected, node, .general) else { return false }
        return solveCall(node)
      }
      wait(.apply, node, .general, on: type)
      return true
    case .error:
      for argument in arguments { release(argument.node) }
      return match(node.type, .error, .equal, node, .general)
    case .function(let function): return apply(function, callee, arguments, node)
    case .metatype(let instance):
      return fix(.metatypeCalled(simplified(instance), node)) && match(node.type, .error, .equal, node, .general)
    default:
      if let wrapped = wellKnown.unwrapped(type) {
        let inner = fixed(wrapped)
        if case .function(let function) = inner {
          return fix(.unwrapCallee(simplified(type), callee)) && apply(function, callee, arguments, node)
        }
      }
      if !checker.members(of: simplified(type), named: "callAsFunction").isEmpty {
        let member = makeNode(callee.expr, makeVariable(), .member(base: callee))
        member.name = "callAsFunction"
        member.nameRange = callee.range
        member.call = node
        state.replacedCallees[node.id] = member
        add(.member, member)
        wait(.apply, node, .general, on: member.type)
        return true
      }
      guard fix(.notCallable(simplified(type), callee)) else { return false }
      for argument in arguments { release(argument.node) }
      return match(node.type, .error, .equal, node, .general)
    }
  }

  /// Arguments of a call that cannot be: nothing more is asked of them.
  private func release(_ node: Node) {
    if case .closure = node.kind, case .variable(let variable) = fixed(node.type) { _ = bind(variable, to: .error, node) }
  }

  private func apply(_ function: FunctionType, _ callee: Node, _ arguments: [ArgumentNode], _ node: Node) -> Bool {
    var parameters = function.parameters.map {
      ParameterInfo(label: nil, type: $0.type, isInout: $0.isInout, isVariadic: $0.isVariadic, isAutoclosure: $0.isAutoclosure)
    }
    var isDeclared = false
    if let resolved = state.choices[callee.id], let infos = parameterInfos(of: resolved.choice), infos.count == parameters.count {
      isDeclared = true
      for index in parameters.indices {
        parameters[index].label = infos[index].label
        parameters[index].hasDefault = infos[index].hasDefault
        parameters[index].isEscaping = infos[index].isEscaping
      }
    }
    var arguments = arguments
    if !isDeclared {
      // A function value has no labels.
      for index in arguments.indices where arguments[index].label != nil {
        if !fix(.extraneousLabel(node, index)) { return false }
        arguments[index].label = nil
      }
    }
    let assignment: [[Int]]
    if let found = matchArguments(arguments, parameters) {
      assignment = found
    } else {
      guard isDiagnosing else { return false }
      let (repaired, fixes) = repairArguments(arguments, parameters, node, function, callee)
      for repair in fixes where !fix(repair) { return false }
      assignment = repaired
      let used = Set(assignment.flatMap { $0 })
      for (index, argument) in arguments.enumerated() where !used.contains(index) { release(argument.node) }
    }
    state.matches[node.id] = CallMatch(parameters: parameters, arguments: assignment, calleeThrows: function.isThrowing)
    for (parameter, indices) in zip(parameters, assignment) {
      for index in indices {
        let argument = arguments[index].node
        if case .inoutAddress = argument.kind {
          if !parameter.isInout {
            guard fix(.extraneousAmpersand(argument)) else { return false }
            continue
          }
          add(.equal(argument.type, parameter.type), argument, .inoutArgument(call: node, index: index))
          continue
        }
        if parameter.isInout {
          if callee.isOperator {
            add(.equal(argument.type, parameter.type), argument, .argument(call: node, index: index))
          } else {
            guard fix(.missingAmpersand(argument, simplified(parameter.type))) else { return false }
            add(.equal(argument.type, parameter.type), argument, .argument(call: node, index: index))
          }
          continue
        }
        var target = parameter.type
        if parameter.isAutoclosure, case .function(let closure) = fixed(target) { target = closure.result }
        add(.convert(argument.type, target), argument, .argument(call: node, index: index))
      }
    }
    return match(node.type, function.result, .equal, node, .callResult)
  }

  /// Which arguments each parameter gets; nil where labels or numbers do not fit.
  func matchArguments(_ arguments: [ArgumentNode], _ parameters: [ParameterInfo]) -> [[Int]]? {
    var result = Array(repeating: [Int](), count: parameters.count)
    var next = 0
    let plainCount = arguments.prefix { !$0.isTrailing }.count
    var index = 0
    while index < parameters.count {
      let parameter = parameters[index]
      if parameter.isVariadic {
        if next < plainCount, arguments[next].label == parameter.label {
          result[index].append(next)
          next += 1
          while next < plainCount, arguments[next].label == nil {
            result[index].append(next)
            next += 1
          }
        } else if next >= plainCount, next < arguments.count, takesTrailing(parameter.type), next == plainCount {
          // A variadic parameter of closures.
          if index == parameters.count - 1 {
            result[index].append(next)
            next += 1
          }
        }
        index += 1
        continue
      }
      if next < plainCount {
        if arguments[next].label == parameter.label {
          result[index] = [next]
          next += 1
        } else if !parameter.hasDefault {
          return nil
        }
        index += 1
        continue
      }
      if next < arguments.count {
        let argument = arguments[next]
        if next == plainCount {
          // The first trailing closure takes the next parameter that can be a function.
          if takesTrailing(parameter.type) {
            let needed = parameters[(index + 1)...].filter { !$0.hasDefault && !$0.isVariadic }.count
            if parameter.hasDefault, needed > arguments.count - next - 1 {
              index += 1
              continue
            }
            result[index] = [next]
            next += 1
          } else if !parameter.hasDefault {
            return nil
          }
        } else if argument.label == parameter.label || argument.label == "_" {
          result[index] = [next]
          next += 1
        } else if !parameter.hasDefault {
          return nil
        }
        index += 1
        continue
      }
      if !parameter.hasDefault { return nil }
      index += 1
    }
    return next == arguments.count ? result : nil
  }

  /// Whether a parameter may take a trailing closure.
  private func takesTrailing(_ type: Type) -> Bool {
    var type = fixed(type)
    while let inner = wellKnown.unwrapped(type) { type = fixed(inner) }
    switch type {
    case .function, .parameter, .variable, .error, .dependent: return true
    case .existential(let existential): return existential.isAny
    case .nominal(let decl, let arguments) where decl === wellKnown.arrayDecl: return arguments.first.map(takesTrailing) ?? false
    default: return false
    }
  }

  /// The best assignment of arguments that do not fit, with what is wrong about it.
  private func repairArguments(
    _ arguments: [ArgumentNode], _ parameters: [ParameterInfo], _ node: Node, _ function: FunctionType, _ callee: Node
  ) -> ([[Int]], [Fix.Kind]) {
    var result = Array(repeating: [Int](), count: parameters.count)
    var fixes: [Fix.Kind] = []
    var used: Set<Int> = []
    // By label first, then by position.
    for (index, parameter) in parameters.enumerated() where parameter.label != nil {
      if let found = arguments.indices.first(where: { !used.contains($0) && arguments[$0].label == parameter.label }) {
        result[index] = [found]
        used.insert(found)
      }
    }
    for (index, parameter) in parameters.enumerated() where parameter.label == nil && result[index].isEmpty {
      if let found = arguments.indices.first(where: { !used.contains($0) && arguments[$0].label == nil && (!arguments[$0].isTrailing || takesTrailing(parameter.type)) }) {
        result[index] = [found]
        used.insert(found)
        if parameter.isVariadic {
          var following = found + 1
          while following < arguments.count, arguments[following].label == nil, !used.contains(following) {
            result[index].append(following)
            used.insert(following)
            following += 1
          }
        }
      }
    }
    var wrongLabels = false
    for (index, parameter) in parameters.enumerated() where result[index].isEmpty && !parameter.hasDefault && !parameter.isVariadic {
      if let found = arguments.indices.first(where: { !used.contains($0) && (!arguments[$0].isTrailing || takesTrailing(parameter.type)) }) {
        result[index] = [found]
        used.insert(found)
        if !arguments[found].isTrailing { wrongLabels = true }
      }
    }
    // A misspelt label of a parameter that has a default.
    for (index, parameter) in parameters.enumerated() where result[index].isEmpty && parameter.hasDefault {
      if let found = arguments.indices.first(where: { candidate in
        guard !used.contains(candidate), let label = arguments[candidate].label, let expected = parameter.label else { return false }
        return editDistance(label, expected, limit: 2) <= 2
      }) {
        result[index] = [found]
        used.insert(found)
        wrongLabels = true
      }
    }
    if wrongLabels { fixes.append(.wrongLabels(node, parameters.enumerated().compactMap { result[$0].isEmpty ? nil : $1.label ?? "_" }, result.flatMap { $0 })) }
    for index in arguments.indices where !used.contains(index) {
      fixes.append(.extraArgument(node, index, takesNone: parameters.isEmpty))
    }
    for (index, parameter) in parameters.enumerated() where result[index].isEmpty && !parameter.hasDefault && !parameter.isVariadic {
      fixes.append(.missingArgument(node, parameter.label, index, simplified(parameter.type)))
    }
    if fixes.isEmpty {
      // Everything is there, in another order.
      let order = result.flatMap { $0 }
      for (position, pair) in zip(order, order.dropFirst()).enumerated() where pair.0 > pair.1 {
        _ = position
        fixes.append(.outOfOrder(node, arguments[pair.0].label, arguments[pair.1].label, pair.0))
        break
      }
      if fixes.isEmpty { fixes.append(.wrongLabels(node, parameters.map { $0.label ?? "_" }, order)) }
    }
    return (result, fixes)
  }
}
