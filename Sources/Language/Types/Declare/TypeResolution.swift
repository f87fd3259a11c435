/// What a type expression may hold beside plain types.
struct TypeResolutionOptions {
  /// What `some P` becomes.
  var opaque: ((_ protocols: [NominalDecl], _ associated: [AssociatedTypeDecl: Type]) -> Type)?
  /// What stands for the generic arguments that `Array` lacks, and for `_`.
  var inferred: ((GenericParameter?) -> Type)?
  /// A bare protocol name is a constraint here, not a type.
  var isConstraint = false
}

extension Checker {
  /// The type that an expression names; says why where there is none, and gives `.error`.
  func resolve(_ expression: TypeExpr, in scope: Scope, _ options: TypeResolutionOptions = TypeResolutionOptions()) -> Type {
    guard depth < Self.maximumDepth else { return .error }
    depth += 1
    defer { depth -= 1 }
    switch expression.kind {
    case .named(let components): return resolveNamed(components, expression.range, in: scope, options)
    case .optional(let wrapped), .implicitlyUnwrapped(let wrapped):
      return wellKnown.optional(resolve(wrapped, in: scope, options.inner))
    case .array(let element): return wellKnown.array(resolve(element, in: scope, options.inner))
    case .dictionary(let key, let value):
      let keyType = resolve(key, in: scope, options.inner)
      let type = wellKnown.dictionary(keyType, resolve(value, in: scope, options.inner))
      return checkRequirements(of: type, at: expression.range)
    case .tuple(let elements):
      if elements.count == 1 { return resolve(elements[0].type, in: scope, options) }
      return .tuple(
        elements.map {
          TupleElement(
            label: $0.label.flatMap { $0.text == "_" ? nil : $0.text },
            type: resolve($0.type, in: scope, options.inner))
        })
    case .function(let parameters, let throwing, let result):
      return .function(
        FunctionType(
          parameters: parameters.map {
            FunctionType.Parameter(
              type: resolve($0.type, in: scope, options.inner), isInout: $0.isInout, isVariadic: $0.isVariadic,
              isAutoclosure: $0.isAutoclosure)
          }, result: resolve(result, in: scope, options.inner), isThrowing: throwing.isThrowing,
          thrownType: thrownType(throwing, in: scope, options.inner)))
    case .any(let constraint):
      var inner = options
      inner.isConstraint = true
      let type = resolve(constraint, in: scope, inner)
      switch type {
      case .existential, .error: return type
      case .metatype(.existential): return type
      default:
        report(.anyOfConcrete(type), at: expression.range)
        return type
      }
    case .some(let constraint):
      var inner = options
      inner.isConstraint = true
      let type = resolve(constraint, in: scope, inner)
      if type.isError { return .error }
      guard case .existential(let existential) = type else {
        report(.someOfConcrete, at: constraint.range)
        return .error
      }
      guard let opaque = options.opaque else {
        report(.someNotAllowed, at: expression.range)
        return .error
      }
      return opaque(existential.protocols, existential.associated)
    case .composition(let parts):
      var inner = options
      inner.isConstraint = true
      var protocols: [NominalDecl] = []
      var result = ExistentialType(protocols: [])
      var superclass: Type?
      for part in parts {
        switch resolve(part, in: scope, inner) {
        case .existential(let existential):
          protocols += existential.protocols
          result.isClassBound = result.isClassBound || existential.isClassBound
          result.associated.merge(existential.associated) { old, _ in old }
        case .nominal(let decl, let arguments) where decl.isClass: superclass = .nominal(decl, arguments)
        case .error: return .error
        case let other:
          report(.notAProtocol(other), at: part.range)
          return .error
        }
      }
      if let superclass { return superclass }
      result.protocols = minimal(protocols)
      return .existential(result)
    case .metatype(let instance):
      var inner = options
      inner.isConstraint = true
      return .metatype(resolve(instance, in: scope, inner))
    case .inferred:
      if let inferred = options.inferred { return inferred(nil) }
      report(.inferredNotAllowed, at: expression.range)
      return .error
    case .error: return .error
    }
  }

  /// Protocols in the order of their names, without those that another one refines.
  func minimal(_ protocols: [NominalDecl]) -> [NominalDecl] {
    var kept: [NominalDecl] = []
    for proto in protocols where !kept.contains(proto) {
      let isImplied = protocols.contains { $0 !== proto && $0.allRefined.contains(proto) && !proto.allRefined.contains($0) }
      if !isImplied { kept.append(proto) }
    }
    return kept.sorted { $0.name < $1.name }
  }

  /// `E` of `throws(E)`; nil where any error may be thrown, or none.
  func thrownType(_ throwing: ThrowsSyntax, in scope: Scope, _ options: TypeResolutionOptions = TypeResolutionOptions()) -> Type? {
    guard case .typed(let written) = throwing else { return nil }
    let type = resolve(written, in: scope, options)
    if type.isError { return nil }
    if let error = wellKnown.error, !type.hasVariables, !conforms(type, to: error) {
      report(.thrownIsNoError(type), at: written.range)
      return nil
    }
    return type
  }

  private func resolveNamed(
    _ components: [TypeExpr.Component], _ range: SourceRange, in scope: Scope, _ options: TypeResolutionOptions
  ) -> Type {
    guard let first = components.first else { return .error }
    var type: Type
    var rest = components.dropFirst()
    switch first.name.text {
    case "Any" where first.arguments.isEmpty: type = .existential(ExistentialType(protocols: []))
    case "AnyObject" where first.arguments.isEmpty: type = .existential(.anyObject)
    case "Self":
      guard let decl = scope.enclosingType else {
        report(.cannotFindType("Self"), at: first.name.range)
        return .error
      }
      type = decl.selfType
    default:
      guard let base = lookupType(first.name.text, in: scope) else {
        if first.name.text == "Void" {
          type = .void
          break
        }
        reportMissingType(first.name, in: scope)
        return .error
      }
      if case .nominal(let decl) = base { mention(first.name, .nominal(decl)) }
      switch base {
      case .module(let module):
        guard let second = rest.popFirst() else {
          report(.moduleIsNotType(module.name), at: first.name.range)
          return .error
        }
        let found = module.entities(named: second.name.text).compactMap(typeEntity).first
        guard let found else {
          report(.noTypeInModule(second.name.text, module.name), at: second.name.range)
          return .error
        }
        type = apply(found, second, parentArguments: nil, in: scope, options)
      case let entity: type = apply(entity, first, parentArguments: nil, in: scope, options)
      }
    }
    for component in rest {
      if type.isError { return .error }
      let name = component.name.text
      if name == "Type" || name == "Protocol" {
        type = .metatype(type)
        continue
      }
      guard let member = lookupTypeMember(name, of: type) else {
        report(.notMemberType(name, of: type), at: component.name.range)
        return .error
      }
      var parentArguments: [Type]?
      if case .nominal(_, let arguments) = type { parentArguments = arguments }
      type = apply(member, component, parentArguments: parentArguments, in: scope, options)
    }
    return type
  }

  /// Something that names a type.
  enum TypeEntity {
    case nominal(NominalDecl)
    case alias(TypeAliasDecl, Substitutions)
    case type(Type)
    case module(ModuleScope)
  }

  private func typeEntity(_ entity: Entity) -> TypeEntity? {
    switch entity {
    case .nominal(let decl): return .nominal(decl)
    case .alias(let alias): return .alias(alias, Substitutions())
    case .generic(let parameter): return .type(environment.canonical(.parameter(parameter)))
    case .pending(let pending): return pending.entities.compactMap(typeEntity).first
    case .module(let module): return .module(module)
    case .variable, .function, .metatypeSelf: return nil
    }
  }

  func lookupType(_ name: String, in scope: Scope) -> TypeEntity? {
    var current: Scope? = scope
    while let here = current {
      for entity in here.names[name] ?? [] {
        if let found = typeEntity(entity) { return found }
      }
      switch here.kind {
      case .type(let decl):
        if namesOfTypeMembers.contains(name), let found = lookupTypeMember(name, of: decl.selfType, declaredIn: decl) { return found }
      case .module(let module):
        for visible in modulesSeen(from: module) {
          for entity in visible.entities(named: name) {
            if let found = typeEntity(entity) { return found }
          }
        }
      case .block, .function: break
      }
      current = here.parent
    }
    if let module = moduleScopes.first(where: { $0.name == name }) { return .module(module) }
    return nil
  }

  /// A type nested in another: a declaration, an alias, or an associated type.
  func lookupTypeMember(_ name: String, of type: Type, declaredIn declaration: NominalDecl? = nil) -> TypeEntity? {
    switch type {
    case .nominal(let decl, let arguments):
      let substitutions = Substitutions(decl.generics, arguments)
      for entry in decl.info.members[name] ?? [] {
        for member in entry.members {
          switch member {
          case .nominal(let nested): return .nominal(nested)
          case .alias(let alias): return .alias(alias, substitutions)
          default: break
          }
        }
      }
      if let superclass = decl.superclass {
        if let found = lookupTypeMember(name, of: superclass.substituting(substitutions)) { return found }
      }
      for proto in decl.conformanceIndex.keys {
        for associated in proto.associatedTypes where associated.name == name {
          let projected = type.projected(associated)
          if !projected.isError { return .type(projected) }
        }
      }
      for proto in decl.conformanceIndex.keys {
        for entry in proto.info.members[name] ?? [] {
          for case .alias(let alias) in entry.members {
            return .alias(alias, Substitutions(proto.generics, [type]))
          }
        }
      }
    case .parameter, .dependent, .opaque:
      var protocols = environment.protocols(of: environment.canonical(type))
      if case .parameter(let parameter) = type, parameter.isSelf, let declaration {
        protocols += declaration.allRefined.filter { !protocols.contains($0) }
      }
      for proto in protocols {
        for associated in proto.associatedTypes where associated.name == name {
          return .type(environment.canonical(.dependent(type, associated)))
        }
      }
      for proto in protocols {
        for entry in proto.info.members[name] ?? [] {
          for case .alias(let alias) in entry.members { return .alias(alias, Substitutions(proto.generics, [type])) }
        }
      }
      if let superclass = environment.superclass(of: type) { return lookupTypeMember(name, of: superclass) }
    case .existential(let existential):
      for proto in existential.protocols.flatMap(\.allRefined) {
        for entry in proto.info.members[name] ?? [] {
          for case .alias(let alias) in entry.members { return .alias(alias, Substitutions(proto.generics, [type])) }
        }
      }
    default: break
    }
    return nil
  }

  private func apply(
    _ entity: TypeEntity, _ component: TypeExpr.Component, parentArguments: [Type]?, in scope: Scope,
    _ options: TypeResolutionOptions
  ) -> Type {
    switch entity {
    case .type(let type):
      if !component.arguments.isEmpty { report(.cannotSpecialize(type), at: component.name.range) }
      return type
    case .module: return .error
    case .alias(let alias, let substitutions):
      let type = alias.type.substituting(substitutions)
      if alias.generics.isEmpty {
        if !component.arguments.isEmpty {
          if case .nominal(let decl, _) = type {
            return instantiate(decl, component, parentArguments: parentArguments, in: scope, options)
          }
          report(.cannotSpecialize(type), at: component.name.range)
        }
        return type
      }
      var arguments = component.arguments.map { resolve($0, in: scope, options.inner) }
      if arguments.isEmpty, let inferred = options.inferred { arguments = alias.generics.map { inferred($0) } }
      guard arguments.count == alias.generics.count else {
        report(.genericArgumentCount(alias.name, expected: alias.generics.count, found: arguments.count), at: component.name.range)
        return .error
      }
      return type.substituting(Substitutions(alias.generics, arguments))
    case .nominal(let decl): return instantiate(decl, component, parentArguments: parentArguments, in: scope, options)
    }
  }

  private func instantiate(
    _ decl: NominalDecl, _ component: TypeExpr.Component, parentArguments: [Type]?, in scope: Scope,
    _ options: TypeResolutionOptions
  ) -> Type {
    if decl.isProtocol {
      var existential = ExistentialType(protocols: [decl], isClassBound: decl.isClassBound)
      if !component.arguments.isEmpty {
        let names = decl.info.primaryAssociated
        if names.count != component.arguments.count {
          report(.genericArgumentCount(decl.name, expected: names.count, found: component.arguments.count), at: component.name.range)
          return .error
        }
        for (name, argument) in zip(names, component.arguments) {
          let associated = decl.allRefined.flatMap(\.associatedTypes).first { $0.name == name }
          if let associated { existential.associated[associated] = resolve(argument, in: scope, options.inner) }
        }
      }
      return .existential(existential)
    }
    let outerCount = decl.info.outerCount
    let ownCount = decl.generics.count - outerCount
    var outer: [Type] = []
    if outerCount > 0 {
      if let parentArguments, parentArguments.count == outerCount {
        outer = parentArguments
      } else if decl.info.isLocal || isInside(decl.parent, scope) {
        outer = decl.generics.prefix(outerCount).map { environment.canonical(.parameter($0)) }
      } else if let inferred = options.inferred {
        outer = decl.generics.prefix(outerCount).map { inferred($0) }
      } else {
        report(.genericNeedsArguments(decl.parent?.name ?? decl.name, decl.generics.map(\.name)), at: component.name.range)
        return .error
      }
    }
    if ownCount == 0 {
      if !component.arguments.isEmpty {
        report(.cannotSpecialize(.nominal(decl, outer)), at: component.name.range)
        return .error
      }
      return .nominal(decl, outer)
    }
    if component.arguments.isEmpty {
      if isInside(decl, scope) { return .nominal(decl, outer + decl.generics.suffix(ownCount).map { environment.canonical(.parameter($0)) }) }
      if let inferred = options.inferred {
        return .nominal(decl, outer + decl.generics.suffix(ownCount).map { inferred($0) })
      }
      report(
        .genericNeedsArguments(decl.name, decl.generics.suffix(ownCount).map(\.name)), at: component.name.range)
      return .error
    }
    guard component.arguments.count == ownCount else {
      report(
        .genericArgumentCount(decl.name, expected: ownCount, found: component.arguments.count), at: component.name.range)
      return .error
    }
    let type = Type.nominal(decl, outer + component.arguments.map { resolve($0, in: scope, options.inner) })
    return checkRequirements(of: type, at: component.name.range)
  }

  /// The type itself, or `.error` if its arguments do not meet the requirements of its declaration.
  func checkRequirements(of type: Type, at range: SourceRange) -> Type {
    guard !isDeclaringHeaders, case .nominal(let decl, let arguments) = type, !type.hasVariables, !type.hasError else {
      return type
    }
    let substitutions = Substitutions(decl.generics, arguments)
    for requirement in decl.requirements {
      let concrete = requirement.substituting(substitutions)
      if satisfies(concrete) { continue }
      switch concrete {
      case .conforms(let subject, let proto): report(.typeDoesNotConform(subject, proto), at: range)
      case .sameType(let left, let right): report(.requiresSameType(decl.name, left, right), at: range)
      case .superclass(let subject, let bound): report(.requiresSubclass(decl.name, subject, bound), at: range)
      case .classBound(let subject): report(.requiresClass(decl.name, subject), at: range)
      }
      return .error
    }
    return type
  }

  private func isInside(_ decl: NominalDecl?, _ scope: Scope) -> Bool {
    var current: Scope? = scope
    while let here = current {
      if case .type(let enclosing) = here.kind, enclosing === decl { return true }
      current = here.parent
    }
    return false
  }

  func modulesSeen(from module: ModuleScope) -> [ModuleScope] {
    guard let index = moduleScopes.firstIndex(where: { $0 === module }) else { return visibleModules() }
    return moduleScopes[...index].reversed()
  }

  private func reportMissingType(_ name: Identifier, in scope: Scope) {
    if let probe, name.text == Probe.name {
      probe.note(type: scope)
      return
    }
    let names = visibleNames(from: scope).filter { lookupType($0, in: scope) != nil }
    var fixes: [Diagnostic.Fix] = []
    var notes: [Note] = []
    if let near = nearestNames(to: name.text, among: names) {
      fixes.append(Diagnostic.Fix(label: "did you mean '\(near)'?", range: name.range, replacement: near))
      notes.append((.didYouMean(near), name.range))
    }
    report(.cannotFindType(name.text), at: name.range, notes: notes, fixes: fixes)
  }
}

extension TypeResolutionOptions {
  /// The options for a part of a type.
  var inner: TypeResolutionOptions {
    var inner = self
    inner.isConstraint = false
    return inner
  }
}
