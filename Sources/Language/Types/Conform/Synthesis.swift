extension Checker {
  /// The function that the machine makes for a requirement of a protocol whose conformance Swift derives; nil where it
  /// derives none.
  func synthesize(_ requirement: FunctionDecl, _ conformance: Conformance) -> FunctionDecl? {
    let decl = conformance.type
    let synthesis: FunctionDecl.Synthesis
    switch (conformance.proto, requirement.name) {
    case (wellKnown.equatable, "==") where canDerive(decl, wellKnown.equatable): synthesis = .equals
    case (wellKnown.hashable, "hash") where canDerive(decl, wellKnown.hashable): synthesis = .hash
    case (wellKnown.comparable, "<") where decl.kind == .enumDecl && decl.rawType == nil && canDerive(decl, wellKnown.comparable):
      synthesis = .lessThan
    case (wellKnown.rawRepresentable, "init") where decl.rawType != nil: synthesis = .rawValueInit
    default: return nil
    }
    return derived(synthesis, named: requirement.name, like: requirement, conformance)
  }

  /// Structs and enums whose parts conform; classes never.
  private func canDerive(_ decl: NominalDecl, _ proto: NominalDecl?) -> Bool {
    guard let proto, decl.representation == .members else { return false }
    switch decl.kind {
    case .structDecl:
      return decl.properties.allSatisfy { conforms(typeOf($0), to: proto) }
    case .enumDecl: return decl.cases.allSatisfy { $0.payload.allSatisfy { conforms($0.type, to: proto) } }
    case .classDecl, .protocolDecl: return false
    }
  }

  private func derived(
    _ synthesis: FunctionDecl.Synthesis, named name: String, like requirement: FunctionDecl, _ conformance: Conformance
  ) -> FunctionDecl {
    let decl = conformance.type
    let function = FunctionDecl(name: name, kind: requirement.kind, range: decl.range, parent: decl)
    function.isOperator = requirement.isOperator
    function.isStatic = requirement.isStatic
    function.isFailable = requirement.isFailable
    function.generics = decl.generics
    function.requirements = decl.requirements + conformance.conditions
    let substitutions = Substitutions(conformance.proto.generics, [decl.selfType])
    if requirement.selfVariable != nil {
      function.selfVariable = Variable(
        name: "self", range: decl.range, type: decl.selfType, isLet: true,
        kind: requirement.kind == .initializer ? .local : .parameter)
    }
    function.parameters = requirement.parameters.map { parameter in
      var copy = parameter
      copy.variable = Variable(
        name: parameter.variable.name, range: decl.range, type: parameter.variable.type.substituting(substitutions),
        isLet: parameter.variable.isLet, kind: parameter.variable.kind)
      return copy
    }
    function.resultType = requirement.resultType.substituting(substitutions)
    function.body = .synthesized(synthesis)
    return function
  }

  // MARK: Members that are not written

  /// Initialisers that a type has without writing them, and the members of raw and countable enums.
  func addImplicitMembers(_ decl: NominalDecl, _ context: DeclarationContext) {
    switch decl.kind {
    case .structDecl where !decl.info.hasOwnInitializer && decl.representation == .members:
      addMember(
        MemberEntry(isInExtension: false) { [unowned self] in
          let memberwise = memberwiseInitializer(decl, context)
          if memberwise.parameters.isEmpty || !memberwise.parameters.allSatisfy({ $0.defaultValue != nil }) { return [.function(memberwise)] }
          // With a value for everything there is `init()` too.
          let plain = memberwiseInitializer(decl, context)
          plain.parameters = []
          plain.access = nil
          return [.function(memberwise), .function(plain)]
        }, named: "init", to: decl)
    case .classDecl where !decl.info.hasOwnInitializer && decl.representation == .members:
      addMember(MemberEntry(isInExtension: false) { [unowned self] in inheritedInitializers(decl, context).map(Member.function) }, named: "init", to: decl)
    case .classDecl where decl.superclass != nil && decl.representation == .members:
      addMember(
        MemberEntry(isInExtension: false, isImplicit: true) { [unowned self] in convenienceInitializers(decl, context).map(Member.function) },
        named: "init", to: decl)
    case .enumDecl where decl.rawType != nil: addRawMembers(decl, context)
    default: break
    }
    if decl.kind == .enumDecl, let iterable = wellKnown.caseIterable,
      decl.conformances.contains(where: { $0.proto === iterable }), decl.info.members["allCases"] == nil,
      decl.cases.allSatisfy({ $0.payload.isEmpty }) {
      let property = PropertyDecl(
        name: "allCases", range: decl.range, parent: decl, type: wellKnown.array(decl.selfType), isLet: false,
        isStatic: true, isStored: false)
      let get = FunctionDecl(name: "allCases", kind: .getter, range: decl.range, parent: decl)
      get.isStatic = true
      get.property = property
      setUp(get, in: context, isMutating: false)
      get.resultType = property.type
      get.body = .synthesized(.allCases)
      property.accessors.get = get
      property.isSettable = false
      addMember(MemberEntry(.property(property)), named: "allCases", to: decl)
    }
  }

  private func addRawMembers(_ decl: NominalDecl, _ context: DeclarationContext) {
    guard let rawType = decl.rawType else { return }
    if decl.info.members["rawValue"] == nil {
      let property = PropertyDecl(
        name: "rawValue", range: decl.range, parent: decl, type: rawType, isLet: false, isStatic: false, isStored: false)
      property.isSettable = false
      let get = FunctionDecl(name: "rawValue", kind: .getter, range: decl.range, parent: decl)
      get.property = property
      setUp(get, in: context, isMutating: false)
      get.resultType = rawType
      get.body = .synthesized(.rawValueGet)
      property.accessors.get = get
      addMember(MemberEntry(.property(property)), named: "rawValue", to: decl)
    }
    let initializer = FunctionDecl(name: "init", kind: .initializer, range: decl.range, parent: decl)
    initializer.isFailable = true
    initializer.selfVariable = Variable(name: "self", range: decl.range, type: decl.selfType, isLet: false, kind: .local)
    setUp(initializer, in: context, isMutating: false)
    initializer.parameters = [
      Parameter(
        label: "rawValue",
        variable: Variable(name: "rawValue", range: decl.range, type: rawType, isLet: true, kind: .parameter))
    ]
    initializer.resultType = wellKnown.optional(decl.selfType)
    initializer.body = .synthesized(.rawValueInit)
    addMember(MemberEntry(.function(initializer)), named: "init", to: decl)
  }

  private func memberwiseInitializer(_ decl: NominalDecl, _ context: DeclarationContext) -> FunctionDecl {
    let function = FunctionDecl(name: "init", kind: .initializer, range: decl.range, parent: decl)
    function.selfVariable = Variable(name: "self", range: decl.range, type: decl.selfType, isLet: false, kind: .local)
    setUp(function, in: context, isMutating: false)
    function.resultType = decl.selfType
    for property in decl.properties where !property.isLazy {
      let type = typeOf(property)
      if property.isLet, property.initializer != nil { continue }
      if let access = property.access, function.access != "private" { function.access = access }
      let variable = Variable(name: property.name, range: property.range, type: type, isLet: true, kind: .parameter)
      var parameter = Parameter(label: property.name, variable: variable)
      if let initial = property.initializer {
        parameter.defaultValue = initial
        parameter.defaultText = "…"
      }
      function.parameters.append(parameter)
    }
    function.body = .synthesized(.memberwiseInit)
    return function
  }

  /// The designated initialisers of a class without any: `init()`, or those of its superclass.
  private func inheritedInitializers(_ decl: NominalDecl, _ context: DeclarationContext) -> [FunctionDecl] {
    let missing = decl.properties.filter { $0.initializer == nil && !$0.isLazy }
    if !missing.isEmpty {
      if !context.isLazy { report(.classWithoutInitializers(decl.name), at: decl.range, notes: missing.map { (.storedWithoutValue($0.name), $0.range) }) }
      return []
    }
    guard let superclass = decl.superclass, let base = superclass.nominal, case .nominal(_, let arguments) = superclass else {
      let function = FunctionDecl(name: "init", kind: .initializer, range: decl.range, parent: decl)
      function.selfVariable = Variable(name: "self", range: decl.range, type: decl.selfType, isLet: true, kind: .parameter)
      setUp(function, in: context, isMutating: false)
      function.resultType = decl.selfType
      function.body = .synthesized(.defaultInit)
      return [function]
    }
    let substitutions = Substitutions(base.generics, arguments)
    return members(of: base.selfType, named: "init").compactMap { found in
      guard case .function(let inherited) = found.member, found.owner === base else { return nil }
      return inheriting(inherited, substitutions, decl, context)
    }
  }

  /// Convenience initialisers are inherited where every designated one is overridden.
  private func convenienceInitializers(_ decl: NominalDecl, _ context: DeclarationContext) -> [FunctionDecl] {
    guard let superclass = decl.superclass, let base = superclass.nominal, case .nominal(_, let arguments) = superclass else { return [] }
    let own = (decl.info.members["init"] ?? []).filter { !$0.isImplicit }.flatMap(\.members).compactMap { member -> FunctionDecl? in
      if case .function(let function) = member { return function }
      return nil
    }
    let inherited = members(of: base.selfType, named: "init").compactMap { found -> FunctionDecl? in
      if case .function(let function) = found.member, found.owner === base { return function }
      return nil
    }
    let designated = inherited.filter { !$0.isConvenience }
    guard designated.allSatisfy({ base in own.contains { $0.overridden === base } }) else { return [] }
    let substitutions = Substitutions(base.generics, arguments)
    return inherited.filter(\.isConvenience).map { inheriting($0, substitutions, decl, context) }
  }

  private func inheriting(
    _ inherited: FunctionDecl, _ substitutions: Substitutions, _ decl: NominalDecl, _ context: DeclarationContext
  ) -> FunctionDecl {
    let function = FunctionDecl(name: "init", kind: .initializer, range: decl.range, parent: decl)
    function.isFailable = inherited.isFailable
    function.isThrowing = inherited.isThrowing
    function.isConvenience = inherited.isConvenience
    function.documentation = inherited.documentation
    let selfVariable = Variable(name: "self", range: decl.range, type: decl.selfType, isLet: true, kind: .parameter)
    function.selfVariable = selfVariable
    setUp(function, in: context, isMutating: false)
    let own = inherited.generics.dropFirst(inherited.parent?.generics.count ?? 0)
    function.generics = context.generics + own
    function.requirements = context.requirements + inherited.requirements.map { $0.substituting(substitutions) }
    function.overridden = inherited
    function.resultType = function.isFailable ? wellKnown.optional(decl.selfType) : decl.selfType
    var all = substitutions
    for parameter in own { all[parameter] = .parameter(parameter) }
    function.parameters = inherited.parameters.map { parameter in
      var copy = parameter
      copy.variable = Variable(
        name: parameter.variable.name, range: parameter.variable.range,
        type: parameter.variable.type.substituting(substitutions), isLet: parameter.variable.isLet, kind: parameter.variable.kind)
      return copy
    }
    let arguments = function.parameters.map { parameter -> TypedArgument in
      let value = TypedExpr(.variable(parameter.variable), type: parameter.variable.type, range: decl.range)
      return parameter.isInout ? .inoutArgument(value) : .value(value)
    }
    // A default value is computed with the types of the superclass.
    let call = TypedExpr(
      .delegateInit(selfVariable: selfVariable, FunctionRef(inherited, all), arguments, isSuper: true), type: .void,
      range: decl.range)
    function.body = .typed([TypedStmt(.expression(call), range: decl.range)])
    return function
  }

  /// What a type of the cell must still show when all of its members are known.
  func finishType(_ decl: NominalDecl, _ context: DeclarationContext) {
    for entry in decl.info.members["init"] ?? [] { _ = entry.members }
    checkConformances(of: decl, declaredIn: context)
    var seen: [String: [FunctionDecl]] = [:]
    for entry in decl.info.order {
      for case .function(let function) in entry.members where function.range.file === decl.range.file {
        if case .synthesized = function.body { continue }
        for other in seen[function.name] ?? [] where hasSameSignature(other, function) && other.isRequirement == function.isRequirement && function.range.start != other.range.start {
          report(.redeclaration(function.signatureName), at: function.range, notes: [(.previouslyDeclared(function.signatureName), other.range)])
        }
        seen[function.name, default: []].append(function)
      }
    }
    var names: [String: PropertyDecl] = [:]
    for entry in decl.info.order {
      for case .property(let property) in entry.members where property.range.file === decl.range.file {
        if let other = names[property.name], other.isStatic == property.isStatic, other !== property,
          property.accessors.get?.isRequirement == other.accessors.get?.isRequirement,
          property.accessors.get?.requirements == other.accessors.get?.requirements {
          report(.redeclaration(property.name), at: property.range, notes: [(.previouslyDeclared(property.name), other.range)])
        }
        names[property.name] = property
      }
    }
    if decl.isProtocol || decl.isClass { return }
    if let place = containsItself(decl, decl, depth: 0) {
      report(.recursiveValueType(decl.kind.rawValue, decl.name), at: decl.kind == .enumDecl ? decl.range : place)
    }
  }

  /// A struct within itself would have no end: the property or case that holds it.
  private func containsItself(_ decl: NominalDecl, _ target: NominalDecl, depth: Int) -> SourceRange? {
    if depth > 16 || decl.representation != .members || decl.isClass || decl.isProtocol { return nil }
    func holds(_ type: Type) -> Bool {
      switch type {
      case .nominal(let inner, let arguments):
        if inner === target { return true }
        if inner === wellKnown.optionalDecl { return arguments.first.map(holds) ?? false }
        return containsItself(inner, target, depth: depth + 1) != nil
      case .tuple(let elements): return elements.contains { holds($0.type) }
      default: return false
      }
    }
    if decl.kind == .enumDecl {
      return decl.cases.first { !$0.isIndirect && $0.payload.contains { holds($0.type) } }?.range
    }
    return decl.properties.first { $0.inferType == nil && holds($0.type) }?.range
  }
}

extension FunctionDecl {
  /// `move(to:by:)`
  package var signatureName: String {
    if isOperator || (!parameters.isEmpty && parameters.allSatisfy { $0.label == nil }) { return name }
    return "\(name)(\(parameters.map { ($0.label ?? "_") + ":" }.joined()))"
  }
}
