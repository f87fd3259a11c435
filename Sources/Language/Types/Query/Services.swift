extension Checker {
  /// The conformance of a concrete type to a protocol, with the generic arguments that it is in terms of; nil where the
  /// type does not conform, or its conditions do not hold.
  package func conformance(of type: Type, to proto: NominalDecl) -> (Conformance, [Type])? {
    guard conforms(type, to: proto), let (conformance, arguments) = type.nominalConformance(to: proto) else { return nil }
    return (conformance, arguments)
  }

  /// The function that meets a protocol's requirement on a concrete `Self`: what is given for `Self` in the reference.
  /// nil where `Self` is no nominal type; the reference itself where it is no requirement.
  package func witness(for reference: FunctionRef) -> FunctionRef? {
    let requirement = reference.decl
    guard requirement.isRequirement, let proto = requirement.parent, let parameter = proto.generics.first,
      let selfType = reference.substitutions[parameter]
    else { return reference }
    guard let (conformance, arguments) = selfType.nominalConformance(to: proto),
      let witness = conformance.witness(for: requirement)
    else { return nil }
    var outer = Substitutions(conformance.type.generics, arguments)
    for (own, type) in reference.substitutions.types where own !== parameter { outer[own] = type }
    var result = Substitutions()
    for (own, type) in witness.substitutions.types { result[own] = type.substituting(outer) }
    return FunctionRef(witness.decl, result)
  }

  /// A type with everything generic put in and hidden result types laid open.
  package func substitute(_ type: Type, in substitutions: Substitutions) -> Type {
    concrete(type.substituting(substitutions), depth: 0)
  }

  private func concrete(_ type: Type, depth: Int) -> Type {
    if depth > 32 { return type }
    return type.mapping { part in
      switch part {
      case .opaque(let opaque, let arguments):
        _ = opaque.owner.typedBody
        guard let underlying = opaque.underlying else { return part }
        let inner = underlying.substituting(Substitutions(opaque.owner.generics, arguments))
        return self.concrete(inner, depth: depth + 1)
      case .dependent(let base, let associated):
        let inner = self.concrete(base, depth: depth + 1)
        let projected = inner.projected(associated)
        if projected == part { return part }
        return self.concrete(projected, depth: depth + 1)
      default: return nil
      }
    }
  }

  /// How a `for` walks a type: its `makeIterator()`, the iterator's type and its `next()`.
  func iteration(over type: Type) -> (makeIterator: FunctionRef, iterator: Type, next: FunctionRef)? {
    guard let sequence = wellKnown.sequence, let proto = wellKnown.iteratorProtocol, sequenceConforms(type, sequence),
      let make = requirement("makeIterator", of: sequence), let next = requirement("next", of: proto),
      let associated = sequence.associatedTypes.first(where: { $0.name == "Iterator" })
    else { return nil }
    let iterator = environment.canonical(type.projected(associated))
    let makeReference = FunctionRef(make, Substitutions(sequence.generics, [type]))
    let nextReference = FunctionRef(next, Substitutions(proto.generics, [iterator]))
    return (witness(for: makeReference) ?? makeReference, iterator, witness(for: nextReference) ?? nextReference)
  }

  private func sequenceConforms(_ type: Type, _ sequence: NominalDecl) -> Bool {
    if case .existential(let existential) = type { return existential.protocols.contains { $0.allRefined.contains(sequence) } }
    return conforms(type, to: sequence)
  }

  /// A requirement of a protocol by its name.
  package func requirement(_ name: String, of proto: NominalDecl) -> FunctionDecl? {
    for entry in proto.info.members[name] ?? [] where !entry.isInExtension {
      for case .function(let function) in entry.members where function.isRequirement { return function }
    }
    return nil
  }

  /// The superclass of a class type.
  package func superclass(of type: Type) -> Type? { superclassType(of: type) }

  /// Whether a function is the standard library's.
  func isLibrary(_ function: FunctionDecl) -> Bool { function.range.file.cell == 0 && function.range.file.name.hasPrefix("Swift") }

  /// The members of a protocol's own `Self`.
  func members(of type: Type, named name: String, in proto: NominalDecl) -> [Member] {
    (proto.info.members[name] ?? []).filter { !$0.isInExtension }.flatMap(\.members)
  }
}

extension Checker {
  /// Checks every body of the modules declared so far; what is wrong is told with the name of the declaration. For tests.
  package func checkLibrary() -> [(name: String, diagnostic: Diagnostic)] {
    var found: [(name: String, diagnostic: Diagnostic)] = []
    func check(_ name: String, _ body: () -> Void) {
      diagnostics = []
      body()
      for diagnostic in diagnostics where diagnostic.message.severity == .error { found.append((name, diagnostic)) }
    }
    func check(_ member: Member, _ owner: String) {
      switch member {
      case .function(let function):
        check(owner + "." + function.signatureName) {
          _ = function.typedBody
          for parameter in function.parameters { _ = parameter.defaultValue?.typedBody }
        }
      case .property(let property):
        check(owner + "." + property.name) {
          _ = typeOf(property)
          _ = property.initializer?.typedBody
          _ = property.accessors.get?.typedBody
          _ = property.accessors.set?.typedBody
        }
      case .subscriptDecl(let decl):
        check(owner + ".subscript") {
          _ = decl.accessors.get?.typedBody
          _ = decl.accessors.set?.typedBody
        }
      case .nominal(let decl): check(decl)
      case .enumCase, .alias, .associatedType: break
      }
    }
    func check(_ decl: NominalDecl) {
      for entry in decl.info.order {
        var members: [Member] = []
        check(decl.name) { members = entry.members }
        for member in members { check(member, decl.name) }
      }
      if decl.isProtocol { return }
      for conformance in decl.conformanceIndex.values {
        check(decl.name + ": " + conformance.proto.name) {
          for associated in conformance.proto.associatedTypes where conformance.associatedType(associated).isError {
            report(.requiresNestedType(associated.name), at: decl.range)
            report(.doesNotConform(decl.selfType, conformance.proto.name), at: decl.range, notes: [(.requiresNestedType(associated.name), nil)])
          }
          for entry in conformance.proto.info.order where !entry.isInExtension {
            for member in entry.members {
              let requirements: [FunctionDecl?]
              switch member {
              case .function(let function): requirements = [function]
              case .property(let property): requirements = [property.accessors.get, property.accessors.set]
              case .subscriptDecl(let decl): requirements = [decl.accessors.get, decl.accessors.set]
              default: requirements = []
              }
              for case let requirement? in requirements where requirement.isRequirement && conformance.witness(for: requirement) == nil {
                report(.doesNotConform(decl.selfType, conformance.proto.name), at: decl.range, notes: [(.protocolRequires(signature(of: member), kind(of: member)), nil)])
              }
            }
          }
        }
      }
    }
    for module in moduleScopes {
      for name in module.names.keys.sorted() {
        for entity in module.entities(named: name) {
          switch entity {
          case .nominal(let decl): check(decl)
          case .function(let function): check(.function(function), module.name)
          default: break
          }
        }
      }
      for name in module.operators.keys.sorted() {
        for known in module.operators[name] ?? [] { for member in known.entry.members { check(member, module.name) } }
      }
    }
    return found
  }
}
