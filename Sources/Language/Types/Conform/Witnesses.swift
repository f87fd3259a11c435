extension Checker {
  /// Finds for each requirement of a protocol what meets it.
  func completeWitnesses(of conformance: Conformance, in context: DeclarationContext) {
    meet(conformance.proto.info.order, conformance, context) { _ in true }
  }

  /// Finds what meets one requirement.
  func findWitness(of requirement: FunctionDecl, _ conformance: Conformance, in context: DeclarationContext) {
    let name = requirement.kind == .initializer ? "init" : requirement.name
    meet(conformance.proto.info.members[name] ?? [], conformance, context) { member in
      switch member {
      case .function(let function): function === requirement
      case .property(let property): property.accessors.get === requirement || property.accessors.set === requirement
      case .subscriptDecl(let decl): decl.accessors.get === requirement || decl.accessors.set === requirement
      default: false
      }
    }
  }

  private func meet(
    _ entries: [MemberEntry], _ conformance: Conformance, _ context: DeclarationContext, where isWanted: (Member) -> Bool
  ) {
    withEnvironment(GenericEnvironment(conformance.type.requirements + conformance.conditions)) {
      for entry in entries where !entry.isInExtension {
        for requirement in entry.members where requirement.isRequirement && isWanted(requirement) {
          switch requirement {
          case .function(let function): meet(function, conformance, context)
          case .property(let property): meet(property, conformance, context)
          case .subscriptDecl(let required): meet(required, conformance, context)
          default: break
          }
        }
      }
    }
  }

  /// The members that could meet a requirement of that name: the type's own first, then the most constrained defaults.
  private func candidates(_ name: String, _ decl: NominalDecl) -> [FoundMember] {
    members(of: decl.selfType, named: name, asWitnesses: true).filter { !$0.member.isRequirement }.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.isFromProtocol != second.isFromProtocol { return !first.isFromProtocol }
      if first.isFromProtocol, first.owner !== second.owner {
        if first.owner.allRefined.contains(second.owner) { return true }
        if second.owner.allRefined.contains(first.owner) { return false }
      }
      // What is written for the very types comes before what is generic itself.
      let (firstOwn, secondOwn) = (first.member.ownGenerics(first.owner).count, second.member.ownGenerics(second.owner).count)
      if firstOwn != secondOwn { return firstOwn < secondOwn }
      let (firstCount, secondCount) = (first.member.requirements.count, second.member.requirements.count)
      return firstCount == secondCount ? left.offset < right.offset : firstCount > secondCount
    }.map(\.element)
  }

  private func meet(_ requirement: FunctionDecl, _ conformance: Conformance, _ context: DeclarationContext) {
    let decl = conformance.type
    let selfSubstitutions = Substitutions(conformance.proto.generics, [decl.selfType])
    let name = requirement.kind == .initializer ? "init" : requirement.name
    var found = candidates(name, decl)
    if meet(requirement, conformance, found, selfSubstitutions) { return }
    if requirement.isOperator {
      // An operator may stand outside of the type.
      let others = operatorFunctions(name) { known, _ in known.owner == nil && !known.takesTuples }.map {
        FoundMember(member: .function($0), owner: decl, substitutions: Substitutions())
      }
      if meet(requirement, conformance, others, selfSubstitutions) { return }
      found += others
    }
    if let synthesized = synthesize(requirement, conformance) {
      conformance.witnesses[requirement] = FunctionRef(synthesized, identity(synthesized.generics))
      return
    }
    reportMissing(requirement.name, .function(requirement), conformance, context, near: found)
  }

  /// Meets a requirement by the first of the candidates that has its type; false where none does.
  private func meet(
    _ requirement: FunctionDecl, _ conformance: Conformance, _ found: [FoundMember], _ selfSubstitutions: Substitutions
  ) -> Bool {
    let decl = conformance.type
    for candidate in found {
      switch candidate.member {
      case .function(let witness):
        if let match = match(witness, candidate, requirement, selfSubstitutions, decl) {
          conformance.witnesses[requirement] = match
          return true
        }
      case .enumCase(let decl) where requirement.isStatic:
        if let witness = caseFunction(decl), let match = match(witness, candidate, requirement, selfSubstitutions, decl.parent) {
          conformance.witnesses[requirement] = match
          return true
        }
      default: break
      }
    }
    return false
  }

  /// `case a(Int)` meets `static func a(_: Int) -> Self`.
  func caseFunction(_ decl: EnumCaseDecl) -> FunctionDecl? {
    guard !decl.payload.isEmpty else { return nil }
    let function = FunctionDecl(name: decl.name, kind: .method, range: decl.range, parent: decl.parent)
    function.isStatic = true
    function.generics = decl.parent.generics
    function.requirements = decl.parent.requirements
    function.resultType = decl.parent.selfType
    function.parameters = decl.payload.enumerated().map { index, element in
      Parameter(
        label: element.label,
        variable: Variable(name: "value\(index)", range: decl.range, type: element.type, isLet: true, kind: .parameter))
    }
    let arguments = function.parameters.map {
      TypedArgument.value(TypedExpr(.variable($0.variable), type: $0.variable.type, range: decl.range))
    }
    let value = TypedExpr(.enumCase(decl, arguments), type: function.resultType, range: decl.range)
    function.body = .typed([TypedStmt(.returnStmt(value), range: decl.range)])
    return function
  }

  func identity(_ generics: [GenericParameter]) -> Substitutions { Substitutions(generics, generics.map(Type.parameter)) }

  /// The witness with its generic arguments if its type is that of the requirement.
  private func match(
    _ witness: FunctionDecl, _ candidate: FoundMember, _ requirement: FunctionDecl, _ selfSubstitutions: Substitutions,
    _ decl: NominalDecl
  ) -> FunctionRef? {
    guard witness.kind == requirement.kind || (witness.kind == .function && requirement.isOperator),
      witness.parameters.count == requirement.parameters.count,
      witness.isStatic == requirement.isStatic || witness.parent == nil, witness.fixity == requirement.fixity,
      !(witness.isFailable && !requirement.isFailable),
      !((witness.isThrowing) && !requirement.isThrowing),
      !(witness.isMutating && !requirement.isMutating && !decl.isClass)
    else { return nil }
    let fixed = candidate.substitutions
    let flexible = Set(witness.generics.filter { fixed[$0] == nil && !decl.generics.contains($0) })
    var bindings = fixed
    for parameter in decl.generics where bindings[parameter] == nil { bindings[parameter] = .parameter(parameter) }
    for (own, required) in zip(witness.parameters, requirement.parameters) {
      guard own.label == required.label || (requirement.isOperator), own.isInout == required.isInout,
        own.isVariadic == required.isVariadic
      else { return nil }
      let pattern = own.variable.type.substituting(fixed)
      let target = environment.canonical(required.variable.type.substituting(selfSubstitutions))
      guard unify(pattern, target, flexible, &bindings) else { return nil }
    }
    if requirement.kind != .initializer {
      let pattern = witness.resultType.substituting(fixed)
      let target = environment.canonical(requirement.resultType.substituting(selfSubstitutions))
      var trial = bindings
      if unify(pattern, target, flexible, &trial) {
        bindings = trial
      } else if case .opaque(let opaque, _) = pattern, opaque.protocols.allSatisfy({ conforms(target, to: $0) }) {
        // Its hidden type is the associated type.
      } else {
        return nil
      }
    }
    for parameter in flexible where bindings[parameter] == nil { return nil }
    for check in witness.requirements {
      let concrete = check.substituting(bindings)
      // Inside a generic requirement its own constraints hold.
      let isKnown = requirement.requirements.contains { $0.substituting(selfSubstitutions) == concrete }
      if !isKnown, !satisfies(concrete) { return nil }
    }
    var result = Substitutions()
    for parameter in witness.generics { result[parameter] = bindings[parameter] }
    return FunctionRef(witness, result)
  }

  /// One-sided matching: generic parameters of the pattern take what stands in the target.
  func unify(_ pattern: Type, _ target: Type, _ flexible: Set<GenericParameter>, _ bindings: inout Substitutions) -> Bool {
    if case .parameter(let parameter) = pattern, flexible.contains(parameter) {
      if let bound = bindings[parameter] { return areSame(bound, target) }
      bindings[parameter] = target
      return true
    }
    if pattern.isError || target.isError { return true }
    switch (pattern, target) {
    case (.nominal(let first, let left), .nominal(let second, let right)) where first === second:
      return zip(left, right).allSatisfy { unify($0, $1, flexible, &bindings) }
    case (.tuple(let left), .tuple(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { unify($0.type, $1.type, flexible, &bindings) }
    case (.function(let left), .function(let right)):
      return left.parameters.count == right.parameters.count && (!left.isThrowing || right.isThrowing || true)
        && zip(left.parameters, right.parameters).allSatisfy {
          $0.isInout == $1.isInout && unify($0.type, $1.type, flexible, &bindings)
        } && unify(left.result, right.result, flexible, &bindings)
    case (.metatype(let left), .metatype(let right)): return unify(left, right, flexible, &bindings)
    case (.dependent, _):
      return areSame(pattern.substituting(bindings), target)
    default: return areSame(pattern, target)
    }
  }

  private func meet(_ requirement: PropertyDecl, _ conformance: Conformance, _ context: DeclarationContext) {
    let decl = conformance.type
    let selfSubstitutions = Substitutions(conformance.proto.generics, [decl.selfType])
    let wanted = environment.canonical(requirement.type.substituting(selfSubstitutions))
    let found = candidates(requirement.name, decl)
    for candidate in found {
      if case .enumCase(let enumCase) = candidate.member, requirement.isStatic, enumCase.payload.isEmpty,
        let get = requirement.accessors.get, requirement.accessors.set == nil, areSame(decl.selfType, wanted) {
        let function = FunctionDecl(name: enumCase.name, kind: .getter, range: enumCase.range, parent: decl)
        function.isStatic = true
        function.generics = decl.generics
        function.resultType = decl.selfType
        let value = TypedExpr(.enumCase(enumCase, []), type: decl.selfType, range: enumCase.range)
        function.body = .typed([TypedStmt(.returnStmt(value), range: enumCase.range)])
        conformance.witnesses[get] = FunctionRef(function, identity(decl.generics))
        return
      }
      guard case .property(let witness) = candidate.member, witness.isStatic == requirement.isStatic else { continue }
      let type = environment.canonical(typeOf(witness).substituting(candidate.substitutions))
      var isSame = areSame(type, wanted)
      if !isSame, case .opaque(let opaque, _) = type { isSame = opaque.protocols.allSatisfy { conforms(wanted, to: $0) } }
      guard isSame, candidate.member.requirements.allSatisfy({ satisfies($0.substituting(candidate.substitutions)) }) else { continue }
      let accessors = witnessAccessors(of: witness)
      if requirement.accessors.set != nil, accessors.set == nil { continue }
      var substitutions = candidate.substitutions
      for parameter in decl.generics where substitutions[parameter] == nil { substitutions[parameter] = .parameter(parameter) }
      if let get = requirement.accessors.get, let own = accessors.get { conformance.witnesses[get] = FunctionRef(own, substitutions) }
      if let set = requirement.accessors.set, let own = accessors.set { conformance.witnesses[set] = FunctionRef(own, substitutions) }
      return
    }
    reportMissing(requirement.name, .property(requirement), conformance, context, near: found)
  }

  /// Functions that read and write a property: its own, or for a stored one synthesized.
  func witnessAccessors(of property: PropertyDecl) -> Accessors {
    guard property.isStored else { return property.accessors }
    if property.accessors.get != nil { return property.accessors }
    let type = typeOf(property)
    let generics = property.parent?.generics ?? []
    func make(_ kind: FunctionDecl.Kind) -> FunctionDecl {
      let function = FunctionDecl(name: property.name, kind: kind, range: property.range, parent: property.parent)
      function.isStatic = property.isStatic
      function.property = property
      function.generics = generics
      function.requirements = property.parent?.requirements ?? []
      if !property.isStatic, let parent = property.parent {
        let isInout = kind == .setter && !parent.isClass
        function.isMutating = kind == .setter
        function.selfVariable = Variable(
          name: "self", range: property.range, type: parent.selfType, isLet: !isInout, kind: isInout ? .inoutParameter : .parameter)
      }
      return function
    }
    let get = make(.getter)
    get.resultType = type
    get.body = .synthesized(.storedGet)
    property.accessors.get = get
    if property.isSettable, !property.isLet {
      let set = make(.setter)
      set.parameters = [
        Parameter(label: nil, variable: Variable(name: "newValue", range: property.range, type: type, isLet: true, kind: .parameter))
      ]
      set.body = .synthesized(.storedSet)
      property.accessors.set = set
    }
    return property.accessors
  }

  private func meet(_ requirement: SubscriptDecl, _ conformance: Conformance, _ context: DeclarationContext) {
    let decl = conformance.type
    let selfSubstitutions = Substitutions(conformance.proto.generics, [decl.selfType])
    let found = candidates("subscript", decl)
    for candidate in found {
      guard case .subscriptDecl(let witness) = candidate.member, let get = requirement.accessors.get,
        let own = witness.accessors.get
      else { continue }
      if requirement.accessors.set != nil, witness.accessors.set == nil { continue }
      guard let match = match(own, candidate, get, selfSubstitutions, decl) else { continue }
      conformance.witnesses[get] = match
      if let set = requirement.accessors.set, let ownSet = witness.accessors.set {
        conformance.witnesses[set] = FunctionRef(ownSet, match.substitutions)
      }
      return
    }
    reportMissing("subscript", .subscriptDecl(requirement), conformance, context, near: found)
  }

  private func reportMissing(
    _ name: String, _ requirement: Member, _ conformance: Conformance, _ context: DeclarationContext, near: [FoundMember]
  ) {
    guard !context.isLazy, let range = conformance.range else { return }
    if conformance.proto.allRefined.contains(where: { proto in
      proto.associatedTypes.contains { conformance.type.selfType.projected($0).isError }
    }) { return }
    var notes: [Note] = []
    let substitutions = Substitutions(conformance.proto.generics, [conformance.type.selfType])
    notes.append((.protocolRequires(signature(of: requirement, substitutions), kind(of: requirement)), nil))
    for candidate in near where !candidate.isFromProtocol {
      notes.append((.candidateHasType(signature(of: candidate.member, candidate.substitutions)), place(of: candidate.member)))
    }
    report(.doesNotConform(conformance.type.selfType, conformance.proto.name), at: conformance.type.range.file === range.file ? conformance.type.range : range, notes: notes)
  }

  /// All conformances that a type or extension of the cell declares are complete, or said not to be.
  func checkConformances(of decl: NominalDecl, declaredIn context: DeclarationContext) {
    if decl.isProtocol { return }
    for conformance in decl.conformanceIndex.values {
      if conformance.completeWitnesses != nil {
        checkAssociatedTypes(of: conformance, in: context)
        conformance.completeWitnesses?()
        conformance.completeWitnesses = nil
      }
    }
  }

  private func checkAssociatedTypes(of conformance: Conformance, in context: DeclarationContext) {
    guard !context.isLazy, let range = conformance.range else { return }
    let decl = conformance.type
    let environment = GenericEnvironment(decl.requirements + conformance.conditions)
    withEnvironment(environment) {
      for associated in conformance.proto.associatedTypes where decl.selfType.projected(associated).isError {
        report(
          .doesNotConform(decl.selfType, conformance.proto.name), at: decl.range.file === range.file ? decl.range : range,
          notes: [(.requiresNestedType(associated.name), nil)])
        return
      }
      let substitutions = Substitutions(conformance.proto.generics, [decl.selfType])
      for requirement in conformance.proto.requirements {
        let concrete = requirement.substituting(substitutions)
        if satisfies(concrete) { continue }
        switch concrete {
        case .conforms(let type, let proto) where !type.hasError: report(.typeDoesNotConform(type, proto), at: range)
        case .classBound(let type): report(.nonClassConforms(type, conformance.proto.name), at: range)
        case .sameType(let left, let right) where !left.hasError && !right.hasError:
          report(.doesNotConform(decl.selfType, conformance.proto.name), at: range, notes: [(.requiresTypesEqual(left, right), nil)])
        default: break
        }
      }
      for refined in conformance.proto.allRefined.dropFirst() where !conforms(decl.selfType, to: refined) {
        report(.doesNotConform(decl.selfType, refined.name), at: range)
      }
    }
  }
}
