extension Applier {
  // MARK: References

  /// A name or member that is not the callee of a call.
  mutating func reference(_ node: Node, _ type: Type) -> TypedExpr {
    guard let resolved = solver.state.choices[node.id] else { return failure(node) }
    let substitutions = simplified(resolved.substitutions)
    let range = node.range
    var result: TypedExpr
    switch resolved.choice.kind {
    case .variable(let variable):
      solver.settle(variable)
      if let get = variable.accessors?.get, variable.accessors?.set == nil {
        result = TypedExpr(.call(.function(FunctionRef(get, checker.identity(get.generics)), .direct), []), type: variable.type, range: range)
      } else {
        result = TypedExpr(.variable(variable), type: variable.type, range: range)
      }
    case .function(let function):
      return functionValue(function, substitutions, type, node)
    case .type(let named): return TypedExpr(.metatype(solver.simplified(named)), type: type, range: range)
    case .identity:
      guard case .member(let base) = node.kind else { return failure(node) }
      return apply(base)
    case .tupleElement(let index):
      guard case .member(let base) = node.kind else { return failure(node) }
      return TypedExpr(.tupleElement(apply(base), index), type: type, range: range)
    case .instance(let found):
      guard case .member(let base) = node.kind else { return failure(node) }
      let object = apply(base)
      if object.type.isError { return failure(node) }
      checkExplicitSelf(node, object, found.member)
      switch found.member {
      case .property(let property):
        checker.checkAccess(property.access, property.name, found.owner, property.range, at: node.nameRange, context)
        if case .existential(let existential) = object.type, let parameter = found.owner.generics.first, found.owner.isProtocol,
          needsOpening(property, parameter) {
          result = opening(object, existential, propertyType(property, substitutions), range) { opened, value in
            var inner = substitutions
            inner[parameter] = opened
            let type = checker.environment.canonical(checker.typeOf(property).substituting(inner))
            return TypedExpr(.property(base: value, property, inner, isSuper: false, isDirect: false), type: type, range: range)
          }
        } else {
          result = self.property(property, object, base, substitutions, node, isOptionalForced: false)
          result = asReceiver(result, property, type)
        }
      case .function(let function):
        if function.isMutating { checker.report(.partialMutating, at: range) }
        return TypedExpr(.boundMethod(object, FunctionRef(function, substitutions), dispatch(function, base)), type: type, range: range)
      default: return failure(node)
      }
    case .ofType(let found, let base):
      switch found.member {
      case .property(let property):
        checker.checkAccess(property.access, property.name, found.owner, property.range, at: node.nameRange, context)
        result = TypedExpr(
          .property(base: dynamicBase(node), property, substitutions, isSuper: false, isDirect: false),
          type: propertyType(property, substitutions), range: range)
        result = asReceiver(result, property, type)
      case .enumCase(let decl):
        if decl.payload.isEmpty { return TypedExpr(.enumCase(decl, []), type: solver.simplified(base).nominal === decl.parent ? type : type, range: range) }
        guard let function = checker.caseFunction(decl) else { return failure(node) }
        return TypedExpr(.function(FunctionRef(function, substitutions)), type: type, range: range)
      case .function(let function): return functionValue(function, substitutions, type, node)
      default: return failure(node)
      }
    case .curried(let found, let base):
      guard case .function(let function) = found.member else { return failure(node) }
      return curried(function, substitutions, solver.simplified(base), type, node)
    case .dynamicMember(let found, let isKeyPath, let name):
      guard case .member(let base) = node.kind, case .subscriptDecl(let decl) = found.member else { return failure(node) }
      let object = apply(base)
      let argument: TypedExpr
      if isKeyPath {
        guard let path = solver.state.dynamicPaths[node.id] else { return failure(node) }
        argument = apply(path)
      } else {
        argument = TypedExpr(.string(name), type: wellKnown.string, range: node.nameRange)
      }
      return TypedExpr(.subscriptAccess(base: object, decl, substitutions, [.value(argument)]), type: type, range: range)
    }
    if resolved.choice.unwraps { result = TypedExpr(.forceUnwrap(result, isImplicit: true), type: type, range: range) }
    if resolved.choice.convertsToBase { result = coerce(result, to: type) }
    return result
  }

  /// A property that is `Self` as a value of the type that it is asked of.
  private func asReceiver(_ value: TypedExpr, _ property: PropertyDecl, _ type: Type) -> TypedExpr {
    guard property.accessors.get?.returnsSelf == true, !checker.areSame(value.type, type), value.type.nominal?.isClass == true else { return value }
    return TypedExpr(.upcast(value), type: type, range: value.range)
  }

  /// The metatype whose value decides which static member is meant: that of a class or of any conforming type.
  private mutating func dynamicBase(_ node: Node) -> TypedExpr? {
    guard case .member(let base) = node.kind else { return nil }
    guard case .metatype(let instance) = self.type(base) else { return nil }
    if case .metatype(let written) = base.withoutParens.kind, solver.simplified(written) == instance { return nil }
    switch instance {
    case .existential: return apply(base)
    case .nominal(let decl, _) where decl.isClass && !decl.isFinal: return apply(base)
    default: return nil
    }
  }

  func propertyType(_ property: PropertyDecl, _ substitutions: Substitutions) -> Type {
    checker.environment.canonical(solver.erased(checker.typeOf(property).substituting(substitutions)))
  }

  private func property(
    _ property: PropertyDecl, _ object: TypedExpr, _ base: Node, _ substitutions: Substitutions, _ node: Node, isOptionalForced: Bool
  ) -> TypedExpr {
    let isSuper = base.isSuper
    var isDirect = false
    if case .variable(let variable) = object.kind, variable === context.outermostSelf, let function = context.enclosingMember {
      if function.kind == .initializer, property.parent === function.parent, property.isStored { isDirect = true }
      if function.kind == .observer, function.property === property { isDirect = true }
    }
    return TypedExpr(
      .property(base: object, property, substitutions, isSuper: isSuper, isDirect: isDirect),
      type: propertyType(property, substitutions), range: node.range)
  }

  func simplified(_ substitutions: Substitutions) -> Substitutions {
    Substitutions(substitutions.types.mapValues { solver.simplified($0) })
  }

  func dispatch(_ function: FunctionDecl, _ base: Node?) -> Dispatch {
    if function.isRequirement { return .witness }
    if base?.isSuper == true { return .direct }
    if let parent = function.parent, parent.isClass, !function.isFinal, !parent.isFinal, function.kind == .method || function.kind == .getter || function.kind == .setter {
      return .virtual
    }
    return .direct
  }

  private func functionValue(_ function: FunctionDecl, _ substitutions: Substitutions, _ type: Type, _ node: Node) -> TypedExpr {
    if isLocal(function) { return TypedExpr(.closure(function), type: type, range: node.range) }
    if function.kind == .initializer, case .function(let functionType) = type { return initializerValue(function, substitutions, functionType, node) }
    if function.isRequirement, case .function(let functionType) = type {
      return requirementValue(function, substitutions, functionType, node)
    }
    return TypedExpr(.function(FunctionRef(function, substitutions)), type: type, range: node.range)
  }

  /// A static requirement as a value, `sorted(by: >)`: a closure that calls what meets it.
  private func requirementValue(_ function: FunctionDecl, _ substitutions: Substitutions, _ type: FunctionType, _ node: Node) -> TypedExpr {
    let closure = FunctionDecl(name: function.name, kind: .closure, range: node.range, parent: nil)
    closure.generics = context.function.generics
    closure.dynamicSelf = context.function.dynamicSelf
    closure.requirements = context.function.requirements
    closure.isThrowing = type.isThrowing
    closure.resultType = type.result
    closure.parameters = type.parameters.enumerated().map { index, parameter in
      Parameter(
        label: nil,
        variable: Variable(
          name: "$\(index)", range: node.range, type: parameter.type, isLet: !parameter.isInout,
          kind: parameter.isInout ? .inoutParameter : .parameter), isInout: parameter.isInout)
    }
    let arguments = closure.parameters.map { parameter -> TypedArgument in
      let value = TypedExpr(.variable(parameter.variable), type: parameter.variable.type, range: node.range)
      return parameter.isInout ? .inoutArgument(value) : .value(value)
    }
    let call = TypedExpr(.call(.function(FunctionRef(function, substitutions), .witness), arguments), type: type.result, range: node.range)
    closure.body = .typed([TypedStmt(type.result.isVoid ? .expression(call) : .returnStmt(call), range: node.range)])
    return TypedExpr(.closure(closure), type: .function(type), range: node.range)
  }

  private func isLocal(_ function: FunctionDecl) -> Bool { function.kind == .function && checker.localFunctions.contains(function) }

  /// `Foo.init` as a value: a closure around the construction, so that classes are allocated.
  private func initializerValue(_ function: FunctionDecl, _ substitutions: Substitutions, _ type: FunctionType, _ node: Node) -> TypedExpr {
    let closure = FunctionDecl(name: "init", kind: .closure, range: node.range, parent: nil)
    closure.generics = context.function.generics
    closure.dynamicSelf = context.function.dynamicSelf
    closure.requirements = context.function.requirements
    closure.isThrowing = type.isThrowing
    closure.resultType = type.result
    closure.parameters = type.parameters.enumerated().map { index, parameter in
      Parameter(
        label: nil, variable: Variable(name: "$\(index)", range: node.range, type: parameter.type, isLet: true, kind: .parameter))
    }
    let arguments = closure.parameters.map {
      TypedArgument.value(TypedExpr(.variable($0.variable), type: $0.variable.type, range: node.range))
    }
    let value = construct(function, substitutions, arguments, type.result, node.range)
    closure.body = .typed([TypedStmt(.returnStmt(value), range: node.range)])
    return TypedExpr(.closure(closure), type: .function(type), range: node.range)
  }

  private func construct(
    _ function: FunctionDecl, _ substitutions: Substitutions, _ arguments: [TypedArgument], _ type: Type, _ range: SourceRange
  ) -> TypedExpr {
    let reference = FunctionRef(function, substitutions)
    if function.parent?.isClass == true { return TypedExpr(.construct(reference, arguments), type: type, range: range) }
    return TypedExpr(.call(.function(reference, function.isRequirement ? .witness : .direct), arguments), type: type, range: range)
  }

  /// `Int.advanced` is `{ x in x.advanced }`.
  private func curried(_ function: FunctionDecl, _ substitutions: Substitutions, _ base: Type, _ type: Type, _ node: Node) -> TypedExpr {
    guard case .function(let outer) = type else { return failure(node) }
    let closure = FunctionDecl(name: function.name, kind: .closure, range: node.range, parent: nil)
    closure.generics = context.function.generics
    closure.dynamicSelf = context.function.dynamicSelf
    closure.requirements = context.function.requirements
    let object = Variable(name: "$self", range: node.range, type: base, isLet: true, kind: .parameter)
    closure.parameters = [Parameter(label: nil, variable: object)]
    closure.resultType = outer.result
    let value = TypedExpr(
      .boundMethod(TypedExpr(.variable(object), type: base, range: node.range), FunctionRef(function, substitutions), dispatch(function, nil)),
      type: outer.result, range: node.range)
    closure.body = .typed([TypedStmt(.returnStmt(value), range: node.range)])
    return TypedExpr(.closure(closure), type: type, range: node.range)
  }

  // MARK: Calls

  mutating func call(_ node: Node, _ written: Node, _ arguments: [ArgumentNode], _ type: Type) -> TypedExpr {
    let callee = (solver.state.replacedCallees[node.id] ?? written).withoutParens
    guard let match = solver.state.matches[node.id] else { return failure(node) }
    guard let resolved = solver.state.choices[callee.id], let kind = callable(resolved.choice) else {
      let function = apply(callee)
      let typed = typedArguments(match, arguments, node, owner: nil, Substitutions())
      if case .function(let functionType) = function.type, functionType.isThrowing { noteThrow(node.range, functionType.thrownType) }
      return TypedExpr(.call(.value(function), typed), type: type, range: node.range)
    }
    let substitutions = simplified(resolved.substitutions)
    var result: TypedExpr
    switch kind {
    case .enumCase(let decl):
      let typed = typedArguments(match, arguments, node, owner: nil, substitutions, defaults: decl.defaults)
      return TypedExpr(.enumCase(decl, typed), type: type, range: node.range)
    case .function(let function):
      result = callFunction(function, callee, resolved, substitutions, match, arguments, node, type)
    }
    if resolved.choice.unwraps { result = TypedExpr(.forceUnwrap(result, isImplicit: true), type: type, range: node.range) }
    if resolved.choice.convertsToBase { result = coerce(result, to: type) }
    return result
  }

  /// A closure that outlives the method must say that it keeps the object.
  private func checkExplicitSelf(_ node: Node, _ object: TypedExpr, _ member: Member) {
    guard node.isImplicitSelf, case .variable(let variable) = object.kind, variable.type.nominal?.isClass == true else { return }
    var current: FunctionContext? = context
    while let closure = current, closure.isClosure {
      if closure.isEscaping, variable === context.outermostSelf {
        let isMethod = if case .function = member { true } else { false }
        checker.report(
          .explicitSelfNeeded(isMethod ? "call to method" : "reference to property", node.name), at: node.nameRange,
          fixes: [Diagnostic.Fix(label: "reference 'self.' explicitly", range: node.nameRange.start(of: node.nameRange), replacement: "self.")])
        return
      }
      current = closure.parent
    }
  }

  private enum Callable {
    case function(FunctionDecl)
    case enumCase(EnumCaseDecl)
  }

  private func callable(_ choice: Choice) -> Callable? {
    if case .curried = choice.kind { return nil }
    if let decl = choice.enumCase { return decl.payload.isEmpty ? nil : .enumCase(decl) }
    return choice.function.map(Callable.function)
  }

  private mutating func callFunction(
    _ function: FunctionDecl, _ callee: Node, _ resolved: ResolvedChoice, _ substitutions: Substitutions, _ match: CallMatch,
    _ arguments: [ArgumentNode], _ node: Node, _ type: Type, isAsReceiver: Bool = false
  ) -> TypedExpr {
    let range = node.range
    var resultType = type
    if function.access != nil, let parent = function.parent {
      checker.checkAccess(
        function.access, function.kind == .initializer ? parent.name : function.name, parent, function.range, at: callee.nameRange, context,
        isInitializer: function.kind == .initializer)
    }
    if resolved.choice.unwraps { resultType = wellKnown.optional(type) }
    if function.returnsSelf, !isAsReceiver {
      // Called as what it is declared as, taken as what it gives.
      let declared = function.resultType.substituting(substitutions)
      if !checker.areSame(declared, resultType) {
        let value = callFunction(function, callee, resolved, substitutions, match, arguments, node, declared, isAsReceiver: true)
        return value.type.isError ? value : TypedExpr(.upcast(value), type: resultType, range: range)
      }
    }
    if resolved.choice.convertsToBase, case .function(let actual) = solver.simplified(resolved.type) { resultType = actual.result }
    // `a && b`, `a || b` and `a ?? b` are control flow.
    if function.isOperator, arguments.count == 2, function.parent?.module == "Swift" || function.parent == nil,
      ["&&", "||", "??"].contains(function.name), checker.isLibrary(function), match.parameters.count == 2 {
      let closureType = match.parameters[1].type
      var right = wellKnown.bool
      if case .function(let closure) = solver.simplified(closureType) { right = closure.result }
      let left = convert(arguments[0].node, to: solver.simplified(match.parameters[0].type))
      let second = convert(arguments[1].node, to: solver.simplified(right))
      switch function.name {
      case "&&": return TypedExpr(.logicalAnd(left, second), type: type, range: range)
      case "||": return TypedExpr(.logicalOr(left, second), type: type, range: range)
      default: return TypedExpr(.coalesce(left, second), type: type, range: range)
      }
    }
    var selfArgument: TypedArgument?
    var base: Node?
    if case .instance = resolved.choice.kind, case .member(let baseNode) = callee.kind {
      base = baseNode
      let object = apply(baseNode)
      if object.type.isError { return failure(node) }
      checkExplicitSelf(callee, object, .function(function))
      if function.isMutating, !checker.isClassBound(object.type) {
        checker.checkMutable(object, .mutatingCall(function.name, callee.nameRange), context)
        selfArgument = .inoutArgument(object)
      } else {
        selfArgument = .value(object)
      }
    }
    let typed = typedArguments(match, arguments, node, owner: function, substitutions)
    let metatype = selfArgument == nil ? metatypeValue(callee) : nil
    let hasThrowingClosure = zip(match.parameters, match.arguments).contains { parameter, indices in
      guard case .function(let wanted) = solver.simplified(parameter.type), wanted.isThrowing else { return false }
      if parameter.isAutoclosure { return indices.contains { containsTry(arguments[$0].node) } }
      return indices.contains {
        if case .keyPath = arguments[$0].node.withoutParens.kind { return false }
        if case .function(let found) = self.type(arguments[$0].node) { return found.isThrowing }
        return false
      }
    }
    let thrown = function.thrownType?.substituting(substitutions)
    if function.isThrowing && thrown != wellKnown.never || function.isRethrowing && hasThrowingClosure {
      noteThrow(range, thrown)
    }
    if function.kind == .initializer {
      if case .member(let baseNode) = callee.kind, case .superValue(let variable) = baseNode.kind {
        return TypedExpr(
          .delegateInit(selfVariable: variable, FunctionRef(function, substitutions), typed, isSuper: true), type: .void, range: range)
      }
      if case .member(let baseNode) = callee.kind, baseNode.name == "self", case .variable(let variable)? = solver.state.choices[baseNode.id]?.choice.kind {
        return TypedExpr(
          .delegateInit(selfVariable: variable, FunctionRef(function, substitutions), typed, isSuper: false), type: .void, range: range)
      }
      if let metatype {
        return TypedExpr(.call(.metatype(metatype, FunctionRef(function, substitutions)), typed), type: resultType, range: range)
      }
      if function.parent?.isProtocol == true || isArchetypeInit(callee) {
        return TypedExpr(.call(.function(FunctionRef(function, substitutions), function.isRequirement ? .witness : .direct), typed), type: resultType, range: range)
      }
      return construct(function, substitutions, typed, resultType, range)
    }
    if let metatype {
      return TypedExpr(.call(.metatype(metatype, FunctionRef(function, substitutions)), typed), type: resultType, range: range)
    }
    let all = (selfArgument.map { [$0] } ?? []) + typed
    if let opened = openingExistential(function, substitutions, all, hasSelf: selfArgument != nil, resultType, range) {
      return opened
    }
    return TypedExpr(.call(.function(FunctionRef(function, substitutions), dispatch(function, base)), all), type: resultType, range: range)
  }

  /// The metatype before a static member where it is a value, whose dynamic type decides: not the name of a type, and of a
  /// class or protocol.
  private mutating func metatypeValue(_ node: Node) -> TypedExpr? {
    guard case .member(let base) = node.kind, case .metatype(let instance) = type(base) else { return nil }
    switch instance {
    case .existential: break
    case .nominal(let decl, _) where decl.isClass: break
    default: return nil
    }
    let value = apply(base)
    switch value.kind {
    case .metatype(.parameter): return value
    case .metatype, .error: return nil
    default: return value
    }
  }

  /// A generic function, or a method of a protocol extension, that is given `any P` for a type that must conform: it runs
  /// with the value's own type.
  private func openingExistential(
    _ function: FunctionDecl, _ substitutions: Substitutions, _ arguments: [TypedArgument], hasSelf: Bool, _ resultType: Type,
    _ range: SourceRange
  ) -> TypedExpr? {
    let declared = (hasSelf ? function.selfVariable.map { [$0.type] } ?? [] : []) + function.parameters.map(\.variable.type)
    guard declared.count == arguments.count else { return nil }
    for (parameter, type) in substitutions.types {
      guard case .existential(let existential) = type, !existential.protocols.isEmpty,
        function.requirements.contains(where: { if case .conforms(.parameter(parameter), _) = $0 { true } else { false } })
      else { continue }
      let places = declared.indices.filter { index in
        declared[index].contains { if case .parameter(let found) = $0 { found === parameter } else { false } }
      }
      guard places.count == 1, declared[places[0]] == .parameter(parameter), case .value(let source) = arguments[places[0]],
        source.type == type
      else { continue }
      let isMentioned = function.resultType.contains { $0 == .parameter(parameter) }
      // A requirement goes by the value's own type anyway; only its result may need to be known better.
      if function.isRequirement, !isMentioned { return nil }
      return opening(source, existential, resultType, range) { opened, value in
        var inner = substitutions
        inner[parameter] = opened
        var list = arguments
        list[places[0]] = .value(value)
        let result = isMentioned ? checker.environment.canonical(function.resultType.substituting(inner)) : resultType
        return TypedExpr(.call(.function(FunctionRef(function, inner), dispatch(function, nil)), list), type: result, range: range)
      }
    }
    return nil
  }

  /// Runs `body` with the value of an existential under its own type, and brings what it gives to the type wanted.
  private func opening(
    _ source: TypedExpr, _ existential: ExistentialType, _ resultType: Type, _ range: SourceRange, _ body: (Type, TypedExpr) -> TypedExpr
  ) -> TypedExpr {
    let parameter = GenericParameter(name: existential.bareDescription)
    let opened = Type.parameter(parameter)
    let variable = Variable(name: "$opened", range: range, type: opened, isLet: true, kind: .local)
    var requirements = checker.environment.requirements
    for proto in existential.protocols { requirements.append(.conforms(opened, proto)) }
    for (associated, type) in existential.associated { requirements.append(.sameType(.dependent(opened, associated), type)) }
    let value = checker.withEnvironment(GenericEnvironment(requirements)) {
      coerce(body(opened, TypedExpr(.variable(variable), type: opened, range: source.range)), to: resultType)
    }
    return TypedExpr(.openExistential(source, parameter, variable, value), type: resultType, range: range)
  }

  /// A property of an existential whose type depends on the value's own, or whose getter may ask for it.
  private func needsOpening(_ property: PropertyDecl, _ parameter: GenericParameter) -> Bool {
    if checker.typeOf(property).contains(where: { $0 == .parameter(parameter) }) { return true }
    return property.accessors.get?.isRequirement == false && !property.isSettable
  }

  private func isArchetypeInit(_ callee: Node) -> Bool {
    if case .member(let base) = callee.kind, case .metatype(let instance) = type(base) { return instance.isArchetype }
    return false
  }

  private func containsTry(_ node: Node) -> Bool {
    // An autoclosure that throws: its call was covered by a `try` further out.
    var found = false
    func visit(_ node: Node) {
      switch node.kind {
      case .call(let callee, let arguments), .subscriptCall(let callee, let arguments):
        if solver.state.matches[node.id]?.calleeThrows == true { found = true }
        visit(callee)
        for argument in arguments { visit(argument.node) }
      case .member(let base), .paren(let base), .forceUnwrap(let base), .chainValue(let base), .optionalChain(let base): visit(base)
      case .tryExpr(let kind, let inner): if kind == .plain { visit(inner) }
      default: break
      }
    }
    visit(node)
    return found
  }

  mutating func typedArguments(
    _ match: CallMatch, _ arguments: [ArgumentNode], _ node: Node, owner: FunctionDecl?, _ substitutions: Substitutions,
    defaults: [FunctionDecl?] = []
  ) -> [TypedArgument] {
    var result: [TypedArgument] = []
    // Written arguments are built in the order written, for diagnostics; their order is that of the parameters.
    for (index, parameter) in match.parameters.enumerated() {
      let indices = match.arguments[index]
      let type = solver.simplified(parameter.type)
      if parameter.isVariadic {
        result.append(.variadic(indices.map { convert(arguments[$0].node, to: type) }, element: type))
        continue
      }
      guard let first = indices.first else {
        let holder = owner.flatMap { index < $0.parameters.count ? $0.parameters[index].defaultValue : nil } ?? (index < defaults.count ? defaults[index] : nil)
        guard let holder else { continue }
        if let magic = magicDefault(owner, index, node) {
          result.append(.value(coerce(magic, to: type)))
          continue
        }
        var own = Substitutions()
        for parameter in holder.generics { own[parameter] = substitutions[parameter] ?? .parameter(parameter) }
        result.append(.defaulted(FunctionRef(holder, own)))
        continue
      }
      let argument = arguments[first].node
      if parameter.isInout {
        let inner: Node
        if case .inoutAddress(let place) = argument.kind { inner = place } else { inner = argument }
        let place = apply(inner)
        if !place.type.isError {
          checker.checkMutable(place, node.isOperator ? .operatorCall(node.operatorRange) : .inoutArgument(argument.range), context)
        }
        result.append(.inoutArgument(place))
        continue
      }
      if parameter.isAutoclosure, case .function(let closureType) = type {
        result.append(.value(autoclosure(argument, closureType)))
        continue
      }
      result.append(.value(convert(argument, to: type)))
    }
    return result
  }

  /// `#line` and `#file` as default values mean the place of the call.
  private func magicDefault(_ owner: FunctionDecl?, _ index: Int, _ node: Node) -> TypedExpr? {
    guard let owner, index < owner.parameters.count, let text = owner.parameters[index].defaultText, text.hasPrefix("#") else { return nil }
    switch text {
    case "#line": return TypedExpr(.integer(isNegative: false, magnitude: UInt64(node.range.line)), type: wellKnown.int, range: node.range)
    case "#column":
      let column = node.range.file.position(at: Int(node.range.start)).column
      return TypedExpr(.integer(isNegative: false, magnitude: UInt64(column)), type: wellKnown.int, range: node.range)
    case "#file", "#fileID", "#filePath": return TypedExpr(.string(node.range.file.name), type: wellKnown.string, range: node.range)
    case "#function": return TypedExpr(.string(context.function.name), type: wellKnown.string, range: node.range)
    default: return nil
    }
  }

  private mutating func autoclosure(_ argument: Node, _ type: FunctionType) -> TypedExpr {
    let function = FunctionDecl(name: "autoclosure", kind: .closure, range: argument.range, parent: nil)
    function.generics = context.function.generics
    function.dynamicSelf = context.function.dynamicSelf
    function.requirements = context.function.requirements
    function.resultType = type.result
    function.isThrowing = type.isThrowing
    let value = convert(argument, to: type.result)
    let isVoid = type.result.isVoid
    function.body = .typed([TypedStmt(isVoid ? .expression(value) : .returnStmt(value), range: argument.range)])
    return TypedExpr(.closure(function), type: .function(type), range: argument.range)
  }

  /// A call may throw here: that needs `try`, and someone who handles the error.
  mutating func noteThrow(_ range: SourceRange, _ thrown: Type? = nil) {
    if coverage != .swallowed {
      let thrown = thrown ?? wellKnown.anyError
      context.thrownTypes.append(thrown)
      if coverage == .plain, let wanted = context.errorType, !checker.areSame(thrown, wanted) {
        checker.report(.thrownOfOtherType(thrown, wanted), at: range)
      }
    }
    switch coverage {
    case .swallowed: break
    case .none:
      checker.report(
        context.handlesErrors ? .callNotMarkedWithTry : .callNotMarkedNorHandled, at: range,
        notes: [],
        fixes: [Diagnostic.Fix(label: "did you mean to use 'try'?", range: range.start(of: range), replacement: "try ")])
    case .plain:
      if !context.handlesErrors {
        checker.report(context.isInPartialCatch ? .errorsNotHandledInCatch : .errorsNotHandled, at: context.tryRange ?? range)
      }
    }
  }

  mutating func subscriptAccess(_ node: Node, _ callee: Node, _ arguments: [ArgumentNode], _ type: Type) -> TypedExpr {
    guard let match = solver.state.matches[node.id], let resolved = solver.state.choices[callee.id], case .member(let base) = callee.kind,
      case .subscriptDecl(let decl)? = resolved.choice.found?.member
    else { return failure(node) }
    let substitutions = simplified(resolved.substitutions)
    let object = apply(base)
    if object.type.isError { return failure(node) }
    let typed = typedSubscriptArguments(match, arguments, node, decl, substitutions)
    if decl.accessors.get?.isThrowing == true { noteThrow(node.range) }
    if case .existential(let existential) = object.type, let parameter = resolved.choice.found?.owner.generics.first,
      decl.type.contains(where: { $0 == .parameter(parameter) }) {
      return opening(object, existential, type, node.range) { opened, value in
        var inner = substitutions
        inner[parameter] = opened
        let element = checker.environment.canonical(decl.type.substituting(inner))
        return TypedExpr(.subscriptAccess(base: value, decl, inner, typed), type: element, range: node.range)
      }
    }
    return TypedExpr(.subscriptAccess(base: object, decl, substitutions, typed), type: type, range: node.range)
  }

  private mutating func typedSubscriptArguments(
    _ match: CallMatch, _ arguments: [ArgumentNode], _ node: Node, _ decl: SubscriptDecl, _ substitutions: Substitutions
  ) -> [TypedArgument] {
    typedArguments(match, arguments, node, owner: nil, substitutions, defaults: decl.parameters.map(\.defaultValue))
  }
}

extension Node {
  var isSuper: Bool { if case .superValue = kind { true } else { false } }

  var withoutParens: Node {
    var node = self
    while case .paren(let inner) = node.kind { node = inner }
    return node
  }
}

extension FunctionContext {
  /// The method, initialiser or accessor that this code is in, closures left out.
  var enclosingMember: FunctionDecl? {
    var context: FunctionContext? = self
    while let here = context, here.isClosure { context = here.parent }
    return context?.function
  }

  var outermostSelf: Variable? { enclosingMember?.selfVariable }
}
