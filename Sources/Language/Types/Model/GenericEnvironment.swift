/// What is known about the generic parameters inside one declaration: the requirements in force there.
final class GenericEnvironment {
  let requirements: [Requirement]
  @exclusivity(unchecked) private var rules: [Type: Type] = [:]
  @exclusivity(unchecked) private var conforming: [Type: [NominalDecl]] = [:]
  @exclusivity(unchecked) private var cache: [Type: [NominalDecl]] = [:]
  @exclusivity(unchecked) private var canonicalCache: [Type: Type] = [:]

  /// Most environments are never asked.
  @exclusivity(unchecked) private var isPrepared: Bool

  init(_ requirements: [Requirement]) {
    self.requirements = requirements
    isPrepared = requirements.isEmpty
  }

  private func prepare() {
    if isPrepared { return }
    isPrepared = true
    for case .sameType(let left, let right) in requirements {
      let left = canonical(left)
      let right = canonical(right)
      if left == right { continue }
      canonicalCache.removeAll()
      switch (left.isArchetype, right.isArchetype) {
      case (true, false): rules[left] = right
      case (false, true): rules[right] = left
      case (true, true):
        if left.dependentDepth < right.dependentDepth { rules[right] = left } else { rules[left] = right }
      case (false, false): break
      }
    }
    canonicalCache.removeAll()
    for case .conforms(let type, let proto) in requirements { conforming[canonical(type), default: []].append(proto) }
    cache.removeAll()
    canonicalCache.removeAll()
  }

  /// All protocols that an archetype conforms to, those refined included.
  func protocols(of type: Type) -> [NominalDecl] {
    prepare()
    if let known = cache[type] { return known }
    var found: [NominalDecl] = []
    func add(_ proto: NominalDecl) {
      for refined in proto.allRefined where !found.contains(refined) { found.append(refined) }
    }
    for proto in conforming[type] ?? [] { add(proto) }
    switch type {
    case .dependent(let base, let associated):
      for proto in protocolsOfBase(base) {
        guard let parameter = proto.generics.first else { continue }
        for case .conforms(.dependent(.parameter(parameter), let constrained), let bound) in proto.requirements
        where constrained == associated { add(bound) }
      }
      // Constraints on longer paths, as `associatedtype A where A.B: P`.
      for (prefix, proto) in prefixes(of: base) {
        guard let parameter = proto.generics.first else { continue }
        let substitutions = Substitutions([parameter: prefix])
        for case .conforms(let constrained, let bound) in proto.requirements
        where constrained.dependentDepth > 1 && constrained.substituting(substitutions) == type { add(bound) }
      }
    case .opaque(let opaque, _): for proto in opaque.protocols { add(proto) }
    default: break
    }
    cache[type] = found
    return found
  }

  private func protocolsOfBase(_ base: Type) -> [NominalDecl] {
    if case .existential(let existential) = base { return existential.protocols.flatMap(\.allRefined) }
    return protocols(of: base)
  }

  private func prefixes(of type: Type) -> [(Type, NominalDecl)] {
    var result: [(Type, NominalDecl)] = []
    var current = type
    while case .dependent(let base, _) = current {
      for proto in protocolsOfBase(base) { result.append((base, proto)) }
      current = base
    }
    return result
  }

  /// The superclass bound of an archetype.
  func superclass(of type: Type) -> Type? {
    for case .superclass(let bounded, let bound) in requirements where canonical(bounded) == type { return bound }
    return nil
  }

  func isClassBound(_ type: Type) -> Bool {
    if superclass(of: type) != nil { return true }
    for case .classBound(let bounded) in requirements where canonical(bounded) == type { return true }
    return protocols(of: type).contains { $0.isClassBound }
  }

  /// One spelling for types that same-type constraints make equal.
  func canonical(_ type: Type) -> Type {
    switch type {
    case .nominal(_, let arguments) where arguments.isEmpty: return type
    case .error, .variable: return type
    default: prepare()
    }
    switch type {
    case .parameter: return rules[type].map { $0 == type ? type : canonicalOnce($0) } ?? type
    default: break
    }
    if !type.isGeneric && !type.contains(where: { if case .opaque = $0 { return true } else { return false } }) { return type }
    if let known = canonicalCache[type] { return known }
    canonicalCache[type] = type
    let result = type.mapping { part in
      switch part {
      case .parameter: return self.rules[part].map(self.canonicalOnce)
      case .dependent(let base, let associated): return self.canonicalMember(self.canonical(base), associated)
      default: return nil
      }
    }
    canonicalCache[type] = result
    return result
  }

  private func canonicalOnce(_ type: Type) -> Type {
    if case .parameter = type { return rules[type] ?? type }
    return canonical(type)
  }

  private func canonicalMember(_ base: Type, _ associated: AssociatedTypeDecl) -> Type {
    let type = base.projected(associated)
    guard case .dependent(let stillBase, _) = type else { return canonical(type) }
    if let rule = rules[type] { return rule == type ? type : canonical(rule) }
    for (prefix, proto) in prefixes(of: type) where prefix == stillBase || stillBase.dependentDepth > 0 {
      guard let parameter = proto.generics.first else { continue }
      let substitutions = Substitutions([parameter: prefix])
      for case .sameType(let left, let right) in proto.requirements {
        let concreteLeft = left.substituting(substitutions)
        if concreteLeft == type {
          let target = right.substituting(substitutions)
          return target == type ? type : canonical(target)
        }
      }
    }
    return type
  }
}

extension NominalDecl {
  /// A protocol that only classes conform to.
  var isClassBound: Bool {
    guard isProtocol, let parameter = generics.first else { return false }
    if requirements.isEmpty, conformances.isEmpty { return false }
    return requirements.contains(.classBound(.parameter(parameter)))
      || conformances.contains { $0.proto.isClassBound }
  }
}
