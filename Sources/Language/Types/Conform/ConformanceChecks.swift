extension Checker {
  /// Whether a type conforms to a protocol, under the requirements in force.
  func conforms(_ type: Type, to proto: NominalDecl) -> Bool {
    switch type {
    case .error: return true
    case .nominal:
      guard let (conformance, arguments) = type.nominalConformance(to: proto) else { return isMarker(proto) }
      if conformance.conditions.isEmpty { return true }
      guard depth < Self.maximumDepth else { return false }
      depth += 1
      defer { depth -= 1 }
      let substitutions = Substitutions(conformance.type.generics, arguments)
      return conformance.conditions.allSatisfy { satisfies($0.substituting(substitutions)) }
    case .parameter, .dependent, .opaque:
      let canonical = environment.canonical(type)
      if canonical != type, !canonical.isArchetype { return conforms(canonical, to: proto) }
      if environment.protocols(of: canonical).contains(proto) { return true }
      if let superclass = environment.superclass(of: canonical), conforms(superclass, to: proto) { return true }
      return isMarker(proto)
    case .existential(let existential):
      if proto === wellKnown.error { return existential.protocols.contains { $0.allRefined.contains(proto) } }
      return isMarker(proto)
    case .tuple, .function, .metatype: return isMarker(proto)
    case .variable: return false
    }
  }

  /// The first condition of a conditional conformance that the type's arguments do not meet.
  func unmetCondition(of type: Type, to proto: NominalDecl?) -> (type: Type, proto: NominalDecl)? {
    guard let proto, let (conformance, arguments) = type.nominalConformance(to: proto) else { return nil }
    let substitutions = Substitutions(conformance.type.generics, arguments)
    for case .conforms(let subject, let bound) in conformance.conditions {
      let concrete = subject.substituting(substitutions)
      if !conforms(concrete, to: bound) { return (concrete, bound) }
    }
    return nil
  }

  /// Protocols that say nothing the machine could check.
  private func isMarker(_ proto: NominalDecl) -> Bool {
    proto.module == "Swift" && ["Sendable", "Copyable", "Escapable", "SendableMetatype", "BitwiseCopyable"].contains(proto.name)
  }

  func satisfies(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .conforms(let type, let proto): return conforms(type, to: proto)
    case .sameType(let left, let right): return areSame(left, right)
    case .superclass(let type, let bound): return isSubclass(type, of: bound)
    case .classBound(let type): return isClassBound(type)
    }
  }

  /// Equal, given the same-type requirements in force; labels of tuples in generic arguments do not count.
  func areSame(_ left: Type, _ right: Type) -> Bool {
    if left == right || left.isError || right.isError { return true }
    let first = environment.canonical(left)
    let second = environment.canonical(right)
    return first == second || first.withoutLabels == second.withoutLabels
  }

  func isClassBound(_ type: Type) -> Bool {
    switch type {
    case .nominal(let decl, _): return decl.isClass
    case .existential(let existential):
      return existential.isClassBound || existential.protocols.contains { $0.isClassBound }
    case .parameter, .dependent, .opaque: return environment.isClassBound(environment.canonical(type))
    case .error: return true
    default: return false
    }
  }

  func superclassType(of type: Type) -> Type? {
    switch type {
    case .nominal(let decl, let arguments): return decl.superclass?.substituting(Substitutions(decl.generics, arguments))
    case .parameter, .dependent: return environment.superclass(of: environment.canonical(type))
    default: return nil
    }
  }

  func isSubclass(_ type: Type, of bound: Type) -> Bool {
    if bound.isError { return true }
    var current: Type? = type
    for _ in 0..<64 {
      guard let here = current else { return false }
      if here.isError || areSame(here, bound) { return true }
      current = superclassType(of: here)
    }
    return false
  }
}

extension Type {
  var withoutLabels: Type {
    mapping { type in
      guard case .tuple(let elements) = type, elements.contains(where: { $0.label != nil }) else { return nil }
      return .tuple(elements.map { TupleElement(type: $0.type.withoutLabels) })
    }
  }
}
