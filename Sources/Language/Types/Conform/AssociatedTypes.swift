extension Checker {
  /// Finds what an associated type is for a conforming type: declared by name, or implied by a member that meets a
  /// requirement, by a same-type constraint, or by default.
  func inferAssociatedType(_ associated: AssociatedTypeDecl, of conformance: Conformance, in context: DeclarationContext) -> Type {
    let decl = conformance.type
    let selfType = decl.selfType
    for entry in decl.info.members[associated.name] ?? [] {
      for member in entry.members {
        switch member {
        case .nominal(let nested): return nested.selfType
        case .alias(let alias) where alias.generics.isEmpty: return alias.type
        default: break
        }
      }
    }
    if let parameter = decl.generics.first(where: { $0.name == associated.name }) { return .parameter(parameter) }
    if let superclass = decl.superclass, superclass.nominalConformance(to: associated.parent) != nil {
      return superclass.projected(associated)
    }
    let environment = GenericEnvironment(decl.requirements + conformance.conditions)
    return withEnvironment(environment) {
      let protocols = decl.conformanceIndex.keys.filter { $0.allRefined.contains(associated.parent) }.sorted { $0.name < $1.name }
      for fromExtensions in [false, true] {
        for proto in protocols {
          if let found = inferFromWitnesses(associated, decl, proto, fromExtensions: fromExtensions) { return found }
        }
        if !fromExtensions, let found = inferFromSameTypes(associated, selfType, protocols) { return found }
      }
      let substitutions = { (proto: NominalDecl) in Substitutions(proto.generics, [selfType]) }
      for proto in protocols {
        if let fallback = proto.info.fallbacks[associated] { return fallback.substituting(substitutions(proto)) }
      }
      if let fallback = associated.fallback { return fallback.substituting(substitutions(associated.parent)) }
      if let raw = decl.rawType, associated.parent === wellKnown.rawRepresentable { return raw }
      return .error
    }
  }

  private func inferFromSameTypes(_ associated: AssociatedTypeDecl, _ selfType: Type, _ protocols: [NominalDecl]) -> Type? {
    for proto in protocols {
      guard let parameter = proto.generics.first else { continue }
      let wanted = Type.dependent(.parameter(parameter), associated)
      for case .sameType(let left, let right) in proto.requirements {
        let other: Type
        if left == wanted { other = right } else if right == wanted { other = left } else { continue }
        let type = other.substituting(Substitutions([parameter: selfType]))
        if !type.hasError { return type }
      }
    }
    return nil
  }

  private func inferFromWitnesses(
    _ associated: AssociatedTypeDecl, _ decl: NominalDecl, _ proto: NominalDecl, fromExtensions: Bool
  ) -> Type? {
    guard let selfParameter = proto.generics.first else { return nil }
    let wanted = Type.dependent(.parameter(selfParameter), associated)
    func mentions(_ type: Type) -> Bool { type.contains { $0 == wanted } }
    for entry in proto.info.order where !entry.isInExtension {
      for requirement in entry.members where requirement.isRequirement {
        switch requirement {
        case .function(let function):
          let types = function.parameters.map(\.variable.type) + [function.resultType]
          guard types.contains(where: mentions) else { continue }
          for candidate in witnessCandidates(function.name, decl, proto, fromExtensions: fromExtensions) {
            guard case .function(let witness) = candidate.member, witness.parameters.count == function.parameters.count,
              witness.isStatic == function.isStatic,
              zip(witness.parameters, function.parameters).allSatisfy({ $0.label == $1.label })
            else { continue }
            let own = (witness.parameters.map(\.variable.type) + [witness.resultType]).map { $0.substituting(candidate.substitutions) }
            for (pattern, type) in zip(types, own) {
              if let found = extract(wanted, pattern, type), !found.hasError, usable(found, witness) { return found }
            }
          }
        case .property(let property):
          guard mentions(property.type) else { continue }
          for candidate in witnessCandidates(property.name, decl, proto, fromExtensions: fromExtensions) {
            guard case .property(let witness) = candidate.member, witness.isStatic == property.isStatic else { continue }
            if let found = extract(wanted, property.type, typeOf(witness).substituting(candidate.substitutions)), !found.hasError {
              return found
            }
          }
        case .subscriptDecl(let requirement):
          let types = requirement.parameters.map(\.variable.type) + [requirement.type]
          guard types.contains(where: mentions) else { continue }
          for candidate in witnessCandidates("subscript", decl, proto, fromExtensions: fromExtensions) {
            guard case .subscriptDecl(let witness) = candidate.member, witness.parameters.count == requirement.parameters.count,
              zip(witness.parameters, requirement.parameters).allSatisfy({ $0.label == $1.label })
            else { continue }
            let own = (witness.parameters.map(\.variable.type) + [witness.type]).map { $0.substituting(candidate.substitutions) }
            if let first = own.first, isRangeLike(first), !isRangeLike(types[0]) { continue }
            guard zip(types, own).allSatisfy({ couldBe($0, $1) }) else { continue }
            for (pattern, type) in zip(types, own) {
              if let found = extract(wanted, pattern, type), !found.hasError { return found }
            }
          }
        default: break
        }
      }
    }
    return nil
  }

  /// A subscript by a range gives a slice, and says nothing about `Index` and `Element`.
  private func isRangeLike(_ type: Type) -> Bool {
    guard case .nominal(let decl, _) = type else { return false }
    return decl.module == "Swift" && decl.name.hasSuffix("Range") || decl.name.hasPrefix("PartialRange")
  }

  /// `Range<Index>` is met by no `Int`: such a candidate meets another requirement of the name.
  private func couldBe(_ pattern: Type, _ type: Type) -> Bool {
    if case .nominal(let wanted, let left) = pattern, case .nominal(let found, let right) = type {
      return wanted === found && zip(left, right).allSatisfy { couldBe($0, $1) }
    }
    return true
  }

  /// A generic parameter of the witness itself is no answer.
  private func usable(_ type: Type, _ witness: FunctionDecl) -> Bool {
    let outer = witness.parent?.generics.count ?? 0
    let own = Set(witness.generics.dropFirst(outer))
    return !type.contains {
      if case .parameter(let parameter) = $0 { return own.contains(parameter) }
      return false
    }
  }

  private func witnessCandidates(_ name: String, _ decl: NominalDecl, _ proto: NominalDecl, fromExtensions: Bool) -> [FoundMember] {
    if !fromExtensions {
      var result: [FoundMember] = []
      for entry in decl.info.members[name] ?? [] {
        for member in entry.members { result.append(FoundMember(member: member, owner: decl, substitutions: Substitutions())) }
      }
      return result
    }
    var result: [FoundMember] = []
    for other in decl.conformanceIndex.keys.sorted(by: { $0.name < $1.name }) {
      let substitutions = Substitutions(other.generics, [decl.selfType])
      for entry in other.info.members[name] ?? [] {
        for member in entry.members where !member.isRequirement {
          let isUsable = member.requirements.allSatisfy { requirement in
            guard case .conforms(let subject, let bound) = requirement, case .parameter(let parameter) = subject, parameter.isSelf
            else { return true }
            return decl.conformanceIndex[bound] != nil
          }
          if isUsable { result.append(FoundMember(member: member, owner: other, substitutions: substitutions)) }
        }
      }
    }
    return result.sorted { $0.member.requirements.count > $1.member.requirements.count }
  }

  /// The part of `type` that stands where `pattern` has `wanted`.
  private func extract(_ wanted: Type, _ pattern: Type, _ type: Type) -> Type? {
    if pattern == wanted { return type }
    switch (pattern, type) {
    case (.nominal(let first, let left), .nominal(let second, let right)) where first === second:
      for (inner, other) in zip(left, right) { if let found = extract(wanted, inner, other) { return found } }
    case (.tuple(let left), .tuple(let right)) where left.count == right.count:
      for (inner, other) in zip(left, right) { if let found = extract(wanted, inner.type, other.type) { return found } }
    case (.function(let left), .function(let right)) where left.parameters.count == right.parameters.count:
      for (inner, other) in zip(left.parameters, right.parameters) {
        if let found = extract(wanted, inner.type, other.type) { return found }
      }
      return extract(wanted, left.result, right.result)
    default: break
    }
    return nil
  }
}
