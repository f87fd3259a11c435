/// Concrete types for generic code: every instance of a generic function is compiled for itself.
package enum Specialization {
  /// Deeper nesting is an error of the program: polymorphic recursion would make types without end.
  static let depthLimit = 32

  /// The type with parameters replaced and associated types looked up.
  package static func concrete(_ type: Type, _ substitutions: Substitutions) -> Type {
    switch type {
    case .nominal(let decl, let arguments):
      return arguments.isEmpty ? type : .nominal(decl, arguments.map { concrete($0, substitutions) })
    case .tuple(let elements):
      return elements.isEmpty
        ? type : .tuple(elements.map { TupleElement(label: $0.label, type: concrete($0.type, substitutions)) })
    case .function(let function):
      var result = function
      result.parameters = function.parameters.map {
        FunctionType.Parameter(
          type: concrete($0.type, substitutions), isInout: $0.isInout, isVariadic: $0.isVariadic,
          isAutoclosure: $0.isAutoclosure)
      }
      result.result = concrete(function.result, substitutions)
      if let thrown = function.thrownType { result.setThrown(concrete(thrown, substitutions)) }
      result.isEscaping = true
      return .function(result)
    case .metatype(let instance): return .metatype(concrete(instance, substitutions))
    case .existential(let existential):
      guard !existential.associated.isEmpty else { return type }
      var result = existential
      result.associated = existential.associated.mapValues { concrete($0, substitutions) }
      return .existential(result)
    case .parameter(let parameter):
      guard let replacement = substitutions[parameter], replacement != type else { return type }
      return replacement
    case .dependent(let base, let associated):
      let owner = concrete(base, substitutions)
      return associatedType(associated, of: owner) ?? .dependent(owner, associated)
    case .opaque(let opaque, let arguments):
      guard let underlying = opaque.underlying else { return type }
      var inner = Substitutions()
      for (parameter, argument) in zip(opaque.owner.generics, arguments) {
        inner[parameter] = concrete(argument, substitutions)
      }
      return concrete(underlying, inner)
    case .variable, .error: return type
    }
  }

  /// The associated type of a concrete type.
  static func associatedType(_ associated: AssociatedTypeDecl, of type: Type) -> Type? {
    let found = type.projected(associated)
    if case .dependent = found { return nil }
    if case .error = found { return nil }
    return concrete(found, Substitutions())
  }

  static func substitutions(_ decl: NominalDecl, _ arguments: [Type]) -> Substitutions {
    Substitutions(decl.generics, arguments)
  }

  static func superclass(of type: Type) -> Type? {
    guard case .nominal(let decl, let arguments) = type, let superclass = decl.superclass else { return nil }
    return concrete(superclass, substitutions(decl, arguments))
  }

  /// Whether a concrete type conforms to a protocol, its conditions met.
  static func conforms(_ type: Type, to proto: NominalDecl) -> Bool {
    if case .existential(let existential) = type {
      return existential.protocols.contains { $0.allRefined.contains(proto) }
    }
    guard let (conformance, arguments) = type.nominalConformance(to: proto) else { return false }
    let substitutions = substitutions(conformance.type, arguments)
    return conformance.conditions.allSatisfy { isMet($0, substitutions) }
  }

  static func isMet(_ requirement: Requirement, _ substitutions: Substitutions) -> Bool {
    switch requirement {
    case .conforms(let type, let proto): return conforms(concrete(type, substitutions), to: proto)
    case .sameType(let left, let right): return concrete(left, substitutions) == concrete(right, substitutions)
    case .superclass(let type, let superclass):
      var current: Type? = concrete(type, substitutions)
      let target = concrete(superclass, substitutions)
      while let candidate = current {
        if candidate == target { return true }
        current = self.superclass(of: candidate)
      }
      return false
    case .classBound(let type):
      guard case .nominal(let decl, _) = concrete(type, substitutions) else { return false }
      return decl.isClass
    }
  }

  /// What meets a protocol's requirement on a concrete type; `reference` carries the requirement's substitutions (its
  /// `Self`, then the requirement's own generic parameters).
  static func witness(_ reference: FunctionRef, selfType: Type) -> FunctionRef? {
    let requirement = reference.decl
    guard let proto = requirement.parent, let (conformance, arguments) = selfType.nominalConformance(to: proto),
      let witness = conformance.witness(for: requirement)
    else { return nil }
    let substitutions = substitutions(conformance.type, arguments)
    guard conformance.conditions.allSatisfy({ isMet($0, substitutions) }) else { return nil }
    var inner = Substitutions()
    // The requirement's own generic parameters are in terms of the requirement.
    var outer = substitutions
    for (parameter, type) in reference.substitutions.types where outer[parameter] == nil { outer[parameter] = type }
    for (parameter, type) in witness.substitutions.types { inner[parameter] = concrete(type, outer) }
    // A method of a superclass sees the superclass as its Self; one of a protocol extension sees the type itself.
    for parameter in witness.decl.generics where parameter.isSelf { inner[parameter] = selfType }
    for parameter in witness.decl.generics where inner[parameter] == nil {
      if let type = substitutions[parameter] { inner[parameter] = type }
    }
    // The method's own generic parameters stand last in both lists.
    let own = requirement.generics.filter { !$0.isSelf }
    for (parameter, original) in zip(witness.decl.generics.suffix(own.count), own)
    where inner[parameter] == nil || inner[parameter] == .parameter(parameter) || inner[parameter] == .parameter(original) {
      if let type = reference.substitutions[original] { inner[parameter] = type }
    }
    if let parameter = witness.decl.dynamicSelf { inner[parameter] = selfType }
    return FunctionRef(witness.decl, inner)
  }

  static func depth(_ type: Type) -> Int {
    switch type {
    case .nominal(_, let arguments): 1 + (arguments.map(depth).max() ?? 0)
    case .tuple(let elements): 1 + (elements.map { depth($0.type) }.max() ?? 0)
    case .function(let function): 1 + max(depth(function.result), function.parameters.map { depth($0.type) }.max() ?? 0)
    case .metatype(let type): 1 + depth(type)
    case .dependent(let type, _): 1 + depth(type)
    case .opaque(_, let arguments): 1 + (arguments.map(depth).max() ?? 0)
    case .existential, .parameter, .variable, .error: 1
    }
  }
}
