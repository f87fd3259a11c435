extension Solver {
  /// Gives a reference its choices: the only one at once, several as a disjunction.
  func offer(_ choices: [Choice], to node: Node, generics: [Type] = []) {
    node.generics = generics
    var all: [Choice] = []
    for choice in choices {
      all.append(choice)
      if choice.isImplicitlyUnwrapped { all.append(Choice(choice.kind, unwraps: true, implicitSelf: choice.implicitSelf)) }
    }
    if let labels = node.labels {
      let named = all.filter { choice in
        guard let function = choice.function else { return false }
        return function.parameters.map { $0.label ?? "_" } == labels
      }
      if !named.isEmpty { all = named }
    }
    state.waiting.append(Constraint(.disjunction(Alternatives(all)), node, .general))
    state.hasChanged = true
  }

  /// Gives an operator its meanings, to be looked up when the operands are known.
  func offer(_ operation: Alternatives.Operator, to node: Node) {
    state.waiting.append(Constraint(.disjunction(Alternatives(operation, checker)), node, .general))
    state.hasChanged = true
  }

  /// Decides for a choice.
  func choose(_ choice: Choice, for node: Node) -> Bool {
    var substitutions = Substitutions()
    var type: Type
    switch choice.kind {
    case .variable(let variable):
      type = variable.accessors?.get == nil ? (openTypes[ObjectIdentifier(variable)] ?? variable.type) : variable.type
      if choice.unwraps { type = wellKnown.unwrapped(type) ?? type }
    case .function(let function):
      for parameter in function.generics.prefix(function.outerGenericCount) { substitutions[parameter] = .parameter(parameter) }
      openGenerics(function.generics.dropFirst(function.outerGenericCount), node, &substitutions)
      type = functionType(function, substitutions, unwraps: choice.unwraps, node)
      demand(function.requirements, substitutions, node)
    case .instance(let found), .dynamicMember(let found, _, _):
      guard let member = memberType(found, choice, node, &substitutions) else { return false }
      type = member
    case .ofType(let found, let base):
      guard let member = staticType(found, base, choice, node, &substitutions) else { return false }
      type = member
    case .curried(let found, let base):
      guard let member = memberType(found, choice, node, &substitutions) else { return false }
      type = .function(FunctionType(parameters: [.init(type: base)], result: member, isThrowing: false))
    case .type(let named): type = .metatype(named)
    case .tupleElement(let index):
      guard case .member(let base) = node.kind, case .tuple(let elements) = fixed(base.type), index < elements.count else { return false }
      type = elements[index].type
    case .identity:
      guard case .member(let base) = node.kind else { return false }
      type = base.type
    }
    if choice.unwraps { state.score.add(.unwrapped) }
    if choice.function?.isDisfavored == true { state.score.add(.disfavored) }
    state.choices[node.id] = ResolvedChoice(choice: choice, place: node.nameRange, type: type, substitutions: substitutions)
    if choice.convertsToBase, case .implicitMember(let base) = node.kind {
      guard case .function(var function) = type else { return match(type, node.type, .convert, node, .general) }
      let result = function.result
      function.result = base
      return match(result, base, .convert, node, .general) && match(node.type, .function(function), .equal, node, .general)
    }
    return match(node.type, type, .equal, node, .general)
  }

  private func openGenerics(_ generics: some Sequence<GenericParameter>, _ node: Node, _ substitutions: inout Substitutions) {
    var explicit = node.generics[...]
    for parameter in generics where substitutions[parameter] == nil {
      let variable = makeVariable(nil, .generic(parameter, node))
      substitutions[parameter] = variable
      if let type = explicit.popFirst() { _ = match(variable, type, .equal, node, .general) }
    }
  }

  private func demand(_ requirements: some Sequence<Requirement>, _ substitutions: Substitutions, _ node: Node) {
    for requirement in requirements {
      let concrete = requirement.substituting(substitutions)
      // What mentions no unknown is known to hold, or not, right now.
      addRequirement(concrete, node)
    }
  }

  /// The type of a function as a value.
  func functionType(_ function: FunctionDecl, _ substitutions: Substitutions, unwraps: Bool, _ node: Node) -> Type {
    let parameters = function.parameters.map { parameter -> FunctionType.Parameter in
      var type = parameter.variable.type
      if parameter.isVariadic, case .nominal(_, let arguments) = type, let element = arguments.first { type = element }
      return FunctionType.Parameter(
        type: open(type.substituting(substitutions), node), isInout: parameter.isInout, isVariadic: parameter.isVariadic,
        isAutoclosure: parameter.isAutoclosure)
    }
    var result = open(erased(function.resultType.substituting(substitutions)), node)
    if unwraps { result = wellKnown.unwrapped(result) ?? result }
    return .function(
      FunctionType(
        parameters: parameters, result: result, isThrowing: function.isThrowing || function.isRethrowing,
        thrownType: function.thrownType.map { open($0.substituting(substitutions), node) }))
  }

  /// `any P`'s `Element` is known by its constraints only.
  func erased(_ type: Type) -> Type {
    type.mapping { part in
      guard case .dependent(let base, let associated) = part else { return nil }
      var root = base
      while case .dependent(let inner, _) = root { root = inner }
      guard case .existential = root else { return nil }
      let protocols = self.checker.environment.protocols(of: .dependent(base, associated))
      return .existential(ExistentialType(protocols: self.checker.minimal(protocols)))
    }
  }

  /// The type of a member of a value.
  private func memberType(
    _ found: FoundMember, _ choice: Choice, _ node: Node, _ substitutions: inout Substitutions
  ) -> Type? {
    substitutions = found.substitutions
    var type: Type
    switch found.member {
    case .property(let property):
      openGenerics(found.owner.generics, node, &substitutions)
      type = open(checker.environment.canonical(erased(checker.typeOf(property).substituting(substitutions))), node)
      if let getter = property.accessors.get { specializeSelf(getter, &type, node, &substitutions) }
      if choice.unwraps { type = wellKnown.unwrapped(type) ?? type }
    case .function(let function):
      openGenerics(function.generics, node, &substitutions)
      type = functionType(function, substitutions, unwraps: choice.unwraps, node)
      specializeSelf(function, &type, node, &substitutions)
    case .subscriptDecl(let decl):
      openGenerics(decl.generics, node, &substitutions)
      type = subscriptType(decl, substitutions, node)
      if case .dynamicMember(_, let isKeyPath, _) = choice.kind {
        guard case .function(let function) = type else { return nil }
        if isKeyPath {
          guard let argument = function.parameters.first?.type else { return nil }
          pendingDynamic(node, argument)
        }
        type = function.result
      }
    case .enumCase, .nominal, .alias, .associatedType: return nil
    }
    demand(own(found), substitutions, node)
    demandConformance(found, substitutions, node)
    return type
  }

  /// What a member of a class gives as `Self` has the type that it is asked of, and so has `self` of a static one.
  private func specializeSelf(_ function: FunctionDecl, _ type: inout Type, _ node: Node, _ substitutions: inout Substitutions) {
    guard function.returnsSelf || function.dynamicSelf != nil, case .member(let base) = node.kind else { return }
    var receiver = fixed(base.type)
    if case .metatype(let instance) = receiver {
      receiver = fixed(instance)
      if case .metatype(let written) = base.kind { receiver = written }
    }
    if case .superValue(let variable) = base.withoutParens.kind { receiver = variable.type }
    if let parameter = function.dynamicSelf { substitutions[parameter] = receiver }
    guard function.returnsSelf else { return }
    if case .metatype(let instance) = fixed(base.type) { receiver = fixed(instance) }
    func replaced(_ result: Type) -> Type {
      wellKnown.unwrapped(result).map { wellKnown.optional(replaced($0)) } ?? receiver
    }
    if function.kind == .getter {
      type = replaced(type)
    } else if case .function(var signature) = type {
      signature.result = replaced(signature.result)
      type = .function(signature)
    }
  }

  /// Of a conditional conformance, what a protocol gives is only there where the arguments turn out to meet the conditions.
  private func demandConformance(_ found: FoundMember, _ substitutions: Substitutions, _ node: Node) {
    guard found.isFromProtocol, let parameter = found.owner.generics.first, let subject = substitutions[parameter],
      let conformance = subject.nominalConformance(to: found.owner)?.conformance, !conformance.conditions.isEmpty
    else { return }
    addRequirement(.conforms(subject, found.owner), node)
  }

  /// The requirements of a member beyond those of the type that declares it, which its base has met.
  private func own(_ found: FoundMember) -> ArraySlice<Requirement> {
    // A protocol's members begin with `Self: P` and what P itself says of its associated types.
    let count = found.owner.requirements.count + (found.isFromProtocol ? 1 : 0)
    return found.member.requirements.dropFirst(count)
  }

  private func subscriptType(_ decl: SubscriptDecl, _ substitutions: Substitutions, _ node: Node) -> Type {
    let parameters = decl.parameters.map { parameter -> FunctionType.Parameter in
      var type = parameter.variable.type
      if parameter.isVariadic, case .nominal(_, let arguments) = type, let element = arguments.first { type = element }
      return FunctionType.Parameter(
        type: open(type.substituting(substitutions), node), isVariadic: parameter.isVariadic, isAutoclosure: parameter.isAutoclosure)
    }
    return .function(
      FunctionType(parameters: parameters, result: open(checker.environment.canonical(erased(decl.type.substituting(substitutions))), node), isThrowing: false))
  }

  /// The type of a static member, an initialiser or a case of a type.
  private func staticType(
    _ found: FoundMember, _ base: Type, _ choice: Choice, _ node: Node, _ substitutions: inout Substitutions
  ) -> Type? {
    substitutions = found.substitutions
    switch found.member {
    case .property, .subscriptDecl: return memberType(found, choice, node, &substitutions)
    case .function(let function):
      openGenerics(function.generics, node, &substitutions)
      demand(own(found), substitutions, node)
      var whole = functionType(function, substitutions, unwraps: choice.unwraps, node)
      specializeSelf(function, &whole, node, &substitutions)
      guard case .function(var type) = whole else { return nil }
      if function.kind == .initializer {
        type.result = function.isFailable && !choice.unwraps ? wellKnown.optional(base) : base
      }
      return .function(type)
    case .enumCase(let decl):
      openGenerics(decl.parent.generics, node, &substitutions)
      let result = Type.nominal(decl.parent, decl.parent.generics.map { substitutions[$0] ?? .error })
      if decl.payload.isEmpty { return result }
      return .function(
        FunctionType(
          parameters: decl.payload.map { FunctionType.Parameter(type: $0.type.substituting(substitutions)) }, result: result,
          isThrowing: false))
    case .nominal(let decl): return .metatype(.nominal(decl, decl.generics.map { substitutions[$0] ?? .error }))
    case .alias(let alias): return .metatype(alias.type.substituting(substitutions))
    case .associatedType: return nil
    }
  }

  // MARK: Members

  func solveMember(_ node: Node) -> Bool {
    guard case .member(let base) = node.kind else { return false }
    let type = fixed(base.type)
    switch type {
    case .variable:
      wait(.member, node, .general, on: type)
      return true
    case .error: return match(node.type, .error, .equal, node, .general)
    default: break
    }
    if node.name == "self" {
      offer([Choice(.identity)], to: node)
      return true
    }
    if case .metatype(let instance) = type { return solveStaticMember(node, fixed(instance), base) }
    if case .tuple(let elements) = type {
      let index = Int(node.name) ?? elements.firstIndex { $0.label == node.name } ?? -1
      if index >= 0, index < elements.count {
        offer([Choice(.tupleElement(index))], to: node)
        return true
      }
      return fix(.noMember(simplified(type), node)) && match(node.type, .error, .equal, node, .general)
    }
    let found = members(of: simplifiedHead(type), for: node)
    if node.name == "init", found.isEmpty == false || isSelfOrSuper(base) {
      // `self.init(…)` and `super.init(…)`.
      offer(found.map { Choice(.ofType($0, type)) }, to: node)
      return true
    }
    var choices = found.filter { !$0.member.isStatic }.map { Choice(.instance($0)) }
    choices = applicable(choices, node)
    if node.isImplicitSelf {
      // Without `self.` static members and functions further out are meant too, where nothing nearer takes the call.
      if choices.isEmpty || !node.outerNames.isEmpty && !fitsCall(choices, node) {
        choices += node.outerNames.map { Choice(.function($0)) }
      }
    }
    if choices.isEmpty, let dynamic = dynamicMembers(type, node) { choices = dynamic }
    if !choices.isEmpty {
      offer(choices, to: node, generics: node.generics)
      return true
    }
    if let wrapped = wellKnown.unwrapped(type), !checker.members(of: simplifiedHead(fixed(wrapped)), named: node.name).isEmpty {
      guard fix(.unwrapBase(simplified(type), node)) else { return false }
      let inner = fixed(wrapped)
      let members = checker.members(of: simplifiedHead(inner), named: node.name).filter { !$0.member.isStatic }
      if members.isEmpty { return match(node.type, .error, .equal, node, .general) }
      offer(members.map { Choice(.instance($0)) }, to: node)
      return true
    }
    if !found.isEmpty {
      return fix(.staticOnInstance(simplified(type), node, found[0])) && match(node.type, .error, .equal, node, .general)
    }
    return fix(.noMember(simplified(type), node)) && match(node.type, .error, .equal, node, .general)
  }

  /// The members that a reference may mean; those that take its call, where there are any.
  private func members(of type: Type, for node: Node) -> [FoundMember] {
    if isNarrowing, let call = node.call {
      var labels: [String?] = []
      for argument in call.arguments where !argument.isTrailing { labels.append(argument.label) }
      let found = checker.members(of: type, named: node.name, for: CallLabels(labels: labels))
      if !found.isEmpty { return found }
    }
    return checker.members(of: type, named: node.name)
  }

  private func isSelfOrSuper(_ node: Node) -> Bool {
    if case .superValue = node.kind { return true }
    return node.name == "self"
  }

  /// The type with its arguments as far as known; members are found by the head.
  private func simplifiedHead(_ type: Type) -> Type { simplified(type) }

  private func fitsCall(_ choices: [Choice], _ node: Node) -> Bool {
    guard let call = node.call else { return true }
    return choices.contains { choice in
      guard let parameters = parameterInfos(of: choice) else { return true }
      return matchArguments(call.arguments, parameters) != nil
    }
  }

  /// Members of constrained extensions whose constraints the base does not meet are no candidates.
  private func applicable(_ choices: [Choice], _ node: Node) -> [Choice] {
    if choices.count < 2 { return choices }
    let kept = choices.filter { choice in
      guard let found = choice.found else { return true }
      return own(found).allSatisfy { requirement in
        let concrete = requirement.substituting(found.substitutions)
        if concrete.mentionsUnknown || concrete.mentions(Set(found.member.ownGenerics(found.owner))) { return true }
        return checker.satisfies(concrete)
      }
    }
    return kept.isEmpty ? choices : kept
  }

  private func solveStaticMember(_ node: Node, _ instance: Type, _ base: Node) -> Bool {
    switch instance {
    case .variable:
      wait(.member, node, .general, on: instance)
      return true
    case .error: return match(node.type, .error, .equal, node, .general)
    default: break
    }
    let subject = simplified(instance)
    if case .existential = subject, node.name == "init", case .metatype = base.withoutParens.kind {
      return fix(.existentialInit(subject, node)) && match(node.type, .error, .equal, node, .general)
    }
    let found = members(of: subject, for: node)
    var choices = found.filter { $0.member.isStatic }.map { Choice(.ofType($0, instance)) }
    choices = applicable(choices, node)
    if choices.isEmpty { choices = found.filter { if case .function = $0.member { true } else { false } }.map { Choice(.curried($0, instance)) } }
    if node.isImplicitSelf, choices.isEmpty || !node.outerNames.isEmpty && !fitsCall(choices, node) {
      choices += node.outerNames.map { Choice(.function($0)) }
    }
    if !choices.isEmpty {
      if node.isImplicitSelf, case .curried? = choices.first?.kind {
        return fix(.instanceInStatic(node, found[0], subject)) && match(node.type, .error, .equal, node, .general)
      }
      offer(choices, to: node, generics: node.generics)
      return true
    }
    if let first = found.first {
      return fix(.instanceInStatic(node, first, subject)) && match(node.type, .error, .equal, node, .general)
    }
    if node.name == "init" { return fix(.noInitializers(subject, node)) && match(node.type, .error, .equal, node, .general) }
    return fix(.noMember(.metatype(subject), node)) && match(node.type, .error, .equal, node, .general)
  }

  /// `subscript(dynamicMember:)` of a type.
  private func dynamicMembers(_ type: Type, _ node: Node) -> [Choice]? {
    let call = CallLabels(labels: ["dynamicMember"])
    let found = checker.members(of: simplified(type), named: "subscript", for: call).filter { found in
      guard case .subscriptDecl(let decl) = found.member else { return false }
      return decl.parameters.count == 1 && decl.parameters[0].label == "dynamicMember" && !decl.isStatic
    }
    if found.isEmpty || node.name == "subscript" || node.name == "init" || node.name == "callAsFunction" { return nil }
    return found.map { found in
      var isKeyPath = false
      if case .subscriptDecl(let decl) = found.member { isKeyPath = decl.parameters[0].variable.type.nominal?.name.hasSuffix("KeyPath") ?? false }
      return Choice(.dynamicMember(found, isKeyPath: isKeyPath, name: node.name))
    }
  }

  /// The key path that a dynamic member stands for: it must lead to a member of that name.
  private func pendingDynamic(_ node: Node, _ argument: Type) {
    guard case .nominal(_, let arguments) = argument, arguments.count == 2 else { return }
    let component = KeyPathComponent.property(Identifier(node.name, node.nameRange))
    guard case .member(let base) = node.kind else { return }
    _ = base
    let path = makeNode(
      node.expr, argument,
      .keyPath(KeyPathNode(components: [component], root: arguments[0], value: arguments[1], scope: Scope(in: nil))))
    state.dynamicPaths[node.id] = path
    add(.keyPath, path)
  }

  func solveImplicitMember(_ node: Node) -> Bool {
    guard case .implicitMember(let base) = node.kind else { return false }
    let type = fixed(base)
    switch type {
    case .variable:
      wait(.implicitMember, node, .general, on: type)
      return true
    case .error: return match(node.type, .error, .equal, node, .general)
    default: break
    }
    let subject = simplified(type)
    var choices = checker.members(of: subject, named: node.name).filter { $0.member.isStatic }.map { Choice(.ofType($0, type)) }
    // `any P` has the static members that extensions of P give for a concrete Self.
    if case .existential = subject {
      choices = checker.members(of: subject, named: node.name).filter { $0.member.isStatic && !$0.member.isRequirement }.map { found in
        var choice = Choice(.ofType(FoundMember(member: found.member, owner: found.owner, substitutions: Substitutions()), type))
        choice.convertsToBase = true
        return choice
      }
    }
    choices = choices.filter { choice in
      guard let found = choice.found else { return true }
      if case .nominal = found.member { return false }
      return true
    }
    if !choices.isEmpty {
      offer(applicable(choices, node), to: node, generics: node.generics)
      return true
    }
    let found = checker.members(of: subject, named: node.name)
    if let first = found.first {
      return fix(.instanceInStatic(node, first, subject)) && match(node.type, .error, .equal, node, .general)
    }
    return fix(.noMember(.metatype(subject), node)) && match(node.type, .error, .equal, node, .general)
  }
}

extension Node {
  /// The arguments of a call or subscript.
  var arguments: [ArgumentNode] {
    switch kind {
    case .call(_, let arguments), .subscriptCall(_, let arguments): return arguments
    default: return []
    }
  }
}

extension Member {
  /// Its own generic parameters as against those of the type around it.
  func ownGenerics(_ owner: NominalDecl) -> [GenericParameter] {
    switch self {
    case .function(let function): return Array(function.generics.dropFirst(owner.generics.count))
    case .subscriptDecl(let decl): return Array(decl.generics.dropFirst(owner.generics.count))
    default: return []
    }
  }
}

extension Requirement {
  var types: [Type] {
    switch self {
    case .conforms(let type, _), .classBound(let type): return [type]
    case .sameType(let left, let right), .superclass(let left, let right): return [left, right]
    }
  }

  var mentionsUnknown: Bool { types.contains(where: \.hasVariables) }

  func mentions(_ parameters: Set<GenericParameter>) -> Bool {
    types.contains { type in
      type.contains {
        if case .parameter(let parameter) = $0 { return parameters.contains(parameter) }
        return false
      }
    }
  }
}
