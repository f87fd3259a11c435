/// A member found on a type, with the types of the generic parameters of the declaration that has it.
struct FoundMember {
  let member: Member
  let owner: NominalDecl
  let substitutions: Substitutions
  /// Found through a protocol: a requirement, or a member of an extension of it.
  var isFromProtocol: Bool { owner.isProtocol }
}

extension Member {
  /// Members of a type as against those of its values.
  var isStatic: Bool {
    switch self {
    case .property(let property): return property.isStatic
    case .function(let function): return function.isStatic || function.kind == .initializer
    case .subscriptDecl(let decl): return decl.isStatic
    case .enumCase, .nominal, .alias, .associatedType: return true
    }
  }

  var isRequirement: Bool {
    switch self {
    case .property(let property): return property.accessors.get?.isRequirement ?? false
    case .function(let function): return function.isRequirement
    case .subscriptDecl(let decl): return decl.accessors.get?.isRequirement ?? false
    default: return false
    }
  }

  /// The requirements that its use must meet.
  var requirements: [Requirement] {
    switch self {
    case .property(let property): return property.accessors.get?.requirements ?? []
    case .function(let function): return function.requirements
    case .subscriptDecl(let decl): return decl.accessors.get?.requirements ?? []
    default: return []
    }
  }
}

extension Checker {
  /// Whether a type, what it inherits from or conforms to declares a name.
  func hasMember(_ decl: NominalDecl, named name: String) -> Bool {
    if let own = decl.info.members[name], !own.isEmpty { return true }
    for superclass in decl.superclasses {
      if let found = superclass.info.members[name], !found.isEmpty { return true }
      if superclass.conformanceIndex.keys.contains(where: { !($0.info.members[name] ?? []).isEmpty }) { return true }
    }
    if decl.isProtocol, decl.allRefined.contains(where: { !($0.info.members[name] ?? []).isEmpty }) { return true }
    for proto in decl.conformanceIndex.keys where !(proto.info.members[name] ?? []).isEmpty { return true }
    // `extension P where Self: Q` sees what Q has.
    for proto in environment.protocols(of: decl.selfType) where !(proto.info.members[name] ?? []).isEmpty { return true }
    return false
  }

  func memberNames(of decl: NominalDecl) -> Set<String> {
    var names = Set(decl.info.members.keys)
    for superclass in decl.superclasses {
      names.formUnion(superclass.info.members.keys)
      for proto in superclass.conformanceIndex.keys { names.formUnion(proto.info.members.keys) }
    }
    let protocols = decl.isProtocol ? decl.allRefined : Array(decl.conformanceIndex.keys)
    for proto in protocols { names.formUnion(proto.info.members.keys) }
    return names
  }

  /// The members of that name that values of a type have (or the type itself: `isStatic` of each says).
  /// For a use of the member a requirement stands for its default too; as witnesses both are looked at. Of functions that
  /// nobody has asked for yet only those are declared that may take a call, where one is given.
  func members(
    of type: Type, named name: String, asWitnesses: Bool = false, for call: CallLabels? = nil
  ) -> [FoundMember] {
    var found: [FoundMember] = []
    var seenProtocols: Set<NominalDecl> = []

    func addMembers(of decl: NominalDecl, _ substitutions: Substitutions) {
      for entry in decl.info.members[name] ?? [] {
        if let call, !entry.mayTake(call) { continue }
        for member in entry.members {
          if isHidden(member, decl, by: found) { continue }
          found.append(FoundMember(member: member, owner: decl, substitutions: substitutions))
        }
      }
    }

    func addProtocols(_ protocols: some Sequence<NominalDecl>, selfType: Type, allowsRequirements: Bool) {
      for proto in protocols where seenProtocols.insert(proto).inserted {
        guard let entries = proto.info.members[name], !entries.isEmpty else { continue }
        let substitutions = Substitutions(proto.generics, [selfType])
        for entry in entries {
          if let call, !entry.mayTake(call) { continue }
          for member in entry.members {
            if case .associatedType = member { continue }
            if member.isRequirement, !allowsRequirements, found.contains(where: { !$0.isFromProtocol }) { continue }
            found.append(FoundMember(member: member, owner: proto, substitutions: substitutions))
          }
        }
      }
    }

    switch type {
    case .nominal:
      var current = type
      for _ in 0..<64 {
        guard case .nominal(let decl, let arguments) = current else { break }
        let substitutions = Substitutions(decl.generics, arguments)
        addMembers(of: decl, substitutions)
        guard let superclass = decl.superclass else { break }
        // Initialisers are inherited through declarations that `addImplicitMembers` makes.
        if name == "init" { break }
        current = superclass.substituting(substitutions)
      }
      current = type
      for _ in 0..<64 {
        guard case .nominal(let decl, let arguments) = current else { break }
        addProtocols(decl.protocolsByName, selfType: type, allowsRequirements: false)
        guard let superclass = decl.superclass else { break }
        current = superclass.substituting(Substitutions(decl.generics, arguments))
      }
    case .parameter, .dependent, .opaque:
      let canonical = environment.canonical(type)
      if canonical != type, !canonical.isArchetype { return members(of: canonical, named: name, for: call) }
      if let superclass = environment.superclass(of: canonical) { found = members(of: superclass, named: name, for: call) }
      addProtocols(environment.protocols(of: canonical), selfType: canonical, allowsRequirements: true)
    case .existential(let existential):
      addProtocols(existential.protocols.flatMap(\.allRefined), selfType: type, allowsRequirements: true)
    case .tuple, .function, .metatype, .variable, .error: break
    }
    if found.count > 1, case .nominal = type, !type.hasVariables {
      let given = found.filter { isGiven($0, to: type) }
      if !given.isEmpty { found = given }
    }
    return withoutShadowed(found, asWitnesses: asWitnesses)
  }

  /// Of a conditional conformance, a member that the protocol gives is there where the type's arguments meet the conditions.
  private func isGiven(_ found: FoundMember, to type: Type) -> Bool {
    guard found.isFromProtocol, let conformance = type.nominalConformance(to: found.owner)?.conformance,
      !conformance.conditions.isEmpty
    else { return true }
    return conforms(type, to: found.owner)
  }

  /// An overridden member is not looked at beside the one that overrides it.
  private func isHidden(_ member: Member, _ owner: NominalDecl, by found: [FoundMember]) -> Bool {
    for nearer in found where nearer.owner !== owner {
      switch (nearer.member, member) {
      case (.property, .property): return true
      case (.function(var derived), .function(let base)):
        while let overridden = derived.overridden {
          if overridden === base { return true }
          derived = overridden
        }
      case (.subscriptDecl(let derived), .subscriptDecl(let base)):
        if derived.parameters.map(\.variable.type) == base.parameters.map(\.variable.type) { return true }
      default: break
      }
    }
    return false
  }

  /// A property of the type itself hides those that protocols give; of several extensions' the later cell's wins.
  private func withoutShadowed(_ found: [FoundMember], asWitnesses: Bool) -> [FoundMember] {
    if found.count < 2 { return found }
    var result: [FoundMember] = []
    for (index, candidate) in found.enumerated() {
      var isShadowed = false
      for (other, nearer) in found.enumerated() where other != index {
        if nearer.owner === candidate.owner, other > index, redeclares(nearer.member, candidate.member) { isShadowed = true }
        if case .property(let own) = nearer.member, case .property(let given) = candidate.member,
          own.isStatic == given.isStatic, !nearer.isFromProtocol, candidate.isFromProtocol { isShadowed = true }
        if !asWitnesses, nearer.owner === candidate.owner, nearer.member.isRequirement, isDefault(candidate.member, of: nearer.member) { isShadowed = true }
        if nearer.isFromProtocol, candidate.isFromProtocol, nearer.owner !== candidate.owner,
          case .property = nearer.member, case .property = candidate.member,
          nearer.owner.allRefined.contains(candidate.owner),
          nearer.member.requirements.count - nearer.owner.requirements.count
            >= candidate.member.requirements.count - candidate.owner.requirements.count {
          isShadowed = true
        }
      }
      if !isShadowed { result.append(candidate) }
    }
    return result.isEmpty ? found : result
  }

  /// A default of a requirement is not looked at beside it: the type decides which of the two runs.
  private func isDefault(_ member: Member, of requirement: Member) -> Bool {
    if member.isRequirement { return false }
    switch (requirement, member) {
    case (.property(let first), .property(let second)):
      return first.isStatic == second.isStatic && requirement.requirements == member.requirements
    case (.function(let first), .function(let second)): return hasSameSignature(first, second)
    default: return false
    }
  }

  private func redeclares(_ newer: Member, _ older: Member) -> Bool {
    switch (newer, older) {
    case (.property(let first), .property(let second)):
      return first.isStatic == second.isStatic && newer.requirements == older.requirements
        && newer.isRequirement == older.isRequirement
    case (.function(let first), .function(let second)):
      return first !== second && first.isRequirement == second.isRequirement && hasSameSignature(first, second)
    default: return false
    }
  }
}
