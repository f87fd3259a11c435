/// The types and extensions of one text, declared together so that each may mention any other.
private final class DeclarationBatch {
  struct PendingType {
    let declaration: Decl
    let syntax: NominalSyntax
    let nominal: NominalDecl
    let context: DeclarationContext
  }

  struct PendingExtension {
    let declaration: Decl
    let syntax: ExtensionSyntax
    let nominal: NominalDecl
    let context: DeclarationContext
    let extendedType: TypeExpr
  }

  var types: [PendingType] = []
  var extensions: [PendingExtension] = []
}

extension Checker {
  /// Declares the types, extensions and type aliases among declarations of one level.
  func declareTypes(_ declarations: [Decl], in outer: DeclarationContext) {
    let hasTypes = declarations.contains {
      switch $0.kind {
      case .nominal, .extensionDecl, .typeAlias: return true
      default: return false
      }
    }
    if !hasTypes { return }
    let batch = DeclarationBatch()
    for declaration in declarations { createType(declaration, in: outer, batch) }
    willResolveHeaders?()
    for declaration in declarations {
      if case .extensionDecl(let syntax) = declaration.kind { bindExtension(declaration, syntax, in: outer, batch) }
    }
    let wasDeclaring = isDeclaringHeaders
    isDeclaringHeaders = true
    for type in batch.types { resolveInheritance(type.syntax, type.nominal, type.context) }
    for item in batch.extensions { resolveConformances(item, item.context) }
    for type in batch.types where type.nominal.isProtocol { unifyAssociatedTypes(of: type.nominal) }
    for type in batch.types { resolveRequirements(type.syntax, type.nominal, type.context) }
    for item in batch.extensions { resolveRequirements(item) }
    isDeclaringHeaders = wasDeclaring
    for type in batch.types { declareMembers(type.syntax.members, in: type.context) }
    for item in batch.extensions { declareMembers(item.syntax.members, in: item.context) }
    for type in batch.types { addImplicitMembers(type.nominal, type.context) }
    if !outer.isLazy {
      for type in batch.types { delayed.append { [unowned self] in finishType(type.nominal, type.context) } }
      for item in batch.extensions where !item.syntax.inherits.isEmpty {
        delayed.append { [unowned self] in checkConformances(of: item.nominal, declaredIn: item.context) }
      }
    }
  }

  // MARK: Names

  private func createType(_ declaration: Decl, in outer: DeclarationContext, _ batch: DeclarationBatch) {
    switch declaration.kind {
    case .nominal(let syntax):
      let nominal = NominalDecl(kind: syntax.kind, name: syntax.name.text, range: syntax.name.range)
      nominal.documentation = declaration.documentation
      nominal.parent = outer.nominal
      nominal.module = outer.module.name
      nominal.isFinal = declaration.has("final") || syntax.kind != .classDecl
      nominal.isIndirect = declaration.has("indirect")
      if let name = declaration.attribute("representation")?.arguments.first?.value.literalText {
        nominal.representation = .builtin(name)
      } else if let name = declaration.attribute("native")?.arguments.first?.value.literalText {
        nominal.representation = .native(name)
      }
      let genericScope = Scope(in: outer.scope)
      if syntax.kind == .protocolDecl {
        nominal.generics = [GenericParameter(name: "Self", isSelf: true)]
        nominal.info.primaryAssociated = syntax.generics.map(\.name.text)
      } else {
        let own = syntax.generics.map { GenericParameter(name: $0.name.text) }
        nominal.generics = outer.generics + own
        nominal.info.outerCount = outer.generics.count
        nominal.info.isLocal = outer.function != nil
        for parameter in own { genericScope.declare(.generic(parameter), as: parameter.name) }
      }
      let scope = Scope(.type(nominal), in: genericScope)
      nominal.info.scope = scope
      let context = DeclarationContext(
        nominal: nominal, generics: nominal.generics, requirements: [], scope: scope, isExtension: false,
        module: outer.module, function: outer.function, isLazy: outer.isLazy)
      register(nominal, named: syntax.name, in: outer)
      batch.types.append(.init(declaration: declaration, syntax: syntax, nominal: nominal, context: context))
      for member in syntax.members {
        if case .associatedType(let name, _, _, _) = member.kind {
          namesOfTypeMembers.insert(name.text)
          let inherited = AssociatedTypeDecl(name: name.text, parent: nominal)
          nominal.associatedTypes.append(inherited)
        }
        createType(member, in: context, batch)
      }
    case .typeAlias(let name, let generics, let type):
      let entry = MemberEntry(isInExtension: outer.isExtension) { [unowned self] in
        [.alias(declareAlias(name, generics, type, in: outer))]
      }
      if let nominal = outer.nominal {
        namesOfTypeMembers.insert(name.text)
        addMember(entry, named: name.text, to: nominal)
      } else {
        let pending = PendingEntity { entry.members.map { if case .alias(let alias) = $0 { .alias(alias) } else { .generic(GenericParameter(name: "")) } } }
        declareName(.pending(pending), name, in: outer)
      }
    default: break
    }
  }

  private func register(_ nominal: NominalDecl, named name: Identifier, in outer: DeclarationContext) {
    if let parent = outer.nominal {
      parent.nestedTypes[name.text] = nominal
      namesOfTypeMembers.insert(name.text)
      addMember(MemberEntry(.nominal(nominal), isInExtension: outer.isExtension), named: name.text, to: parent)
    } else {
      declareName(.nominal(nominal), name, in: outer)
    }
  }

  /// Makes a name known in the scope of a declaration that is no member.
  func declareName(_ entity: Entity, _ name: Identifier, in context: DeclarationContext) {
    guard case .module(let module) = context.scope.kind else {
      if context.scope.names[name.text] != nil, !entity.isFunction {
        report(.redeclaration(name.text), at: name.range)
      }
      context.scope.declare(entity, as: name.text)
      return
    }
    if let known = module.names[name.text], !known.isEmpty {
      var isFunctionSet = entity.isFunction
      if case .pending = entity { isFunctionSet = context.isLazy }
      if isFunctionSet, context.isLazy || known.allSatisfy(\.isFunction) {
        module.names[name.text] = known + [entity]
        return
      }
      if !context.isLazy { report(.redeclaration(name.text), at: name.range) }
    }
    module.names[name.text] = [entity]
  }

  /// Adds a member, to be taken back if the cell turns out to have an error.
  func addMember(_ entry: MemberEntry, named name: String, to nominal: NominalDecl) {
    nominal.info.members[name, default: []].append(entry)
    nominal.info.order.append(entry)
    guard cell != nil else { return }
    undo.append {
      nominal.info.members[name]?.removeAll { $0 === entry }
      nominal.info.order.removeAll { $0 === entry }
    }
  }

  private func declareAlias(
    _ name: Identifier, _ generics: [GenericParameterSyntax], _ type: TypeExpr, in outer: DeclarationContext
  ) -> TypeAliasDecl {
    let own = generics.map { GenericParameter(name: $0.name.text) }
    var scope = outer.scope
    if !own.isEmpty {
      scope = Scope(in: outer.scope)
      for parameter in own { scope.declare(.generic(parameter), as: parameter.name) }
    }
    let resolved = withEnvironment(outer.environment) { resolve(type, in: scope) }
    return TypeAliasDecl(name: name.text, generics: own, type: resolved)
  }

  private func bindExtension(
    _ declaration: Decl, _ syntax: ExtensionSyntax, in outer: DeclarationContext, _ batch: DeclarationBatch
  ) {
    guard let nominal = extendedNominal(syntax.extended, in: outer.scope) else { return }
    let genericScope = Scope(in: outer.scope)
    for parameter in nominal.generics where !parameter.isSelf { genericScope.declare(.generic(parameter), as: parameter.name) }
    let scope = Scope(.type(nominal), in: genericScope)
    let context = DeclarationContext(
      nominal: nominal, generics: nominal.generics, requirements: [], scope: scope, isExtension: true,
      module: outer.module, function: outer.function, isLazy: outer.isLazy)
    batch.extensions.append(
      .init(declaration: declaration, syntax: syntax, nominal: nominal, context: context, extendedType: syntax.extended))
    for member in syntax.members { createType(member, in: context, batch) }
  }

  private func extendedNominal(_ type: TypeExpr, in scope: Scope) -> NominalDecl? {
    switch type.kind {
    case .array: return wellKnown.arrayDecl
    case .dictionary: return wellKnown.dictionaryDecl
    case .optional: return wellKnown.optionalDecl
    case .named(let components):
      var current: NominalDecl?
      for (index, component) in components.enumerated() {
        let entity: TypeEntity?
        if index == 0 {
          entity = lookupType(component.name.text, in: scope)
        } else if let decl = current {
          entity = lookupTypeMember(component.name.text, of: decl.selfType, declaredIn: decl)
        } else {
          entity = nil
        }
        switch entity {
        case .nominal(let decl): current = decl
        case .alias(let alias, _): current = alias.type.extendable
        case .type(let resolved): current = resolved.extendable
        case .module(let module):
          guard components.count > index + 1 else { return nil }
          for case .nominal(let decl) in module.entities(named: components[index + 1].name.text) { return decl }
          return nil
        case nil:
          if index == 0 { _ = resolve(type, in: scope, TypeResolutionOptions(inferred: { _ in .error }, isConstraint: true)) } else {
            report(.notMemberType(component.name.text, of: current?.selfType ?? .error), at: component.name.range)
          }
          return nil
        }
        if current == nil {
          report(.nonNominalExtension(resolve(type, in: scope)), at: type.range)
          return nil
        }
      }
      return current
    case .error: return nil
    default:
      report(.nonNominalExtension(resolve(type, in: scope)), at: type.range)
      return nil
    }
  }

  // MARK: Headers

  private func resolveInheritance(_ syntax: NominalSyntax, _ nominal: NominalDecl, _ context: DeclarationContext) {
    for (index, inherited) in syntax.inherits.enumerated() {
      let type = resolve(inherited, in: context.scope.parent ?? context.scope, TypeResolutionOptions(isConstraint: true))
      switch type {
      case .existential(let existential):
        if existential.isClassBound, existential.protocols.isEmpty, nominal.isProtocol, let parameter = nominal.generics.first {
          nominal.requirements.append(.classBound(.parameter(parameter)))
        }
        for proto in existential.protocols { addConformance(nominal, to: proto, in: context, range: inherited.range) }
        if nominal.isProtocol, let parameter = nominal.generics.first {
          for (associated, bound) in existential.associated {
            nominal.requirements.append(.sameType(.dependent(.parameter(parameter), associated), bound))
          }
        }
      case .nominal(let superclass, _) where superclass.isClass:
        if !nominal.isClass {
          report(.inheritsFromNonProtocol(type, nominal.kind.rawValue), at: nominal.range)
        } else if index > 0 {
          report(.superclassMustBeFirst(type), at: inherited.range)
        } else if superclass === nominal || superclass.superclasses.contains(nominal) {
          report(.circularInheritance(nominal.name), at: inherited.range)
        } else if superclass.isFinal {
          report(.inheritsFromFinal(superclass.name), at: nominal.range)
        } else {
          nominal.superclass = type
        }
      case .nominal where nominal.kind == .enumDecl:
        nominal.rawType = type
      case .error: break
      default: report(.inheritsFromNonProtocol(type, nominal.kind.rawValue), at: nominal.range)
      }
    }
    if nominal.rawType != nil, let proto = wellKnown.rawRepresentable {
      addConformance(nominal, to: proto, in: context, range: syntax.name.range)
    }
    // An enum without payloads can be compared and hashed without being asked for it.
    if nominal.kind == .enumDecl, let hashable = wellKnown.hashable, let equatable = wellKnown.equatable {
      let hasPayload = syntax.members.contains {
        if case .enumCase(let elements) = $0.kind { return elements.contains { !$0.payload.isEmpty } }
        return false
      }
      let hasCases = syntax.members.contains { if case .enumCase = $0.kind { true } else { false } }
      if !hasPayload, hasCases, nominal.representation == .members {
        if !nominal.conformances.contains(where: { $0.proto.allRefined.contains(equatable) }) {
          addConformance(nominal, to: equatable, in: context, range: syntax.name.range)
        }
        if !nominal.conformances.contains(where: { $0.proto.allRefined.contains(hashable) }) {
          addConformance(nominal, to: hashable, in: context, range: syntax.name.range)
        }
      }
    }
  }

  /// An associated type that a refined protocol declares too is that one, with more constraints.
  private func unifyAssociatedTypes(of nominal: NominalDecl) {
    let refined = nominal.allRefined.dropFirst()
    nominal.associatedTypes.removeAll { own in
      refined.contains { $0.associatedTypes.contains { $0.name == own.name } }
    }
  }

  func addConformance(_ nominal: NominalDecl, to proto: NominalDecl, in context: DeclarationContext, range: SourceRange) {
    if nominal.conformances.contains(where: { $0.proto === proto }) {
      if !context.isLazy { report(.redundantConformance(nominal.name, proto.name), at: range) }
      return
    }
    if nominal.isProtocol, proto.allRefined.contains(nominal) {
      report(.circularRefinement(nominal.name), at: range)
      return
    }
    let conformance = Conformance(type: nominal, proto: proto, conditions: [])
    conformance.range = range
    if !nominal.isProtocol {
      let hooks = ConformanceHooks { [unowned self] conformance in
        conformance.inferAssociatedType = { [unowned self, unowned conformance] associated in
          inferAssociatedType(associated, of: conformance, in: context)
        }
        if context.isLazy {
          conformance.findWitness = { [unowned self, unowned conformance] requirement in
            findWitness(of: requirement, conformance, in: context)
          }
        } else {
          conformance.completeWitnesses = { [unowned self, unowned conformance] in completeWitnesses(of: conformance, in: context) }
        }
      }
      conformance.hooks = hooks
      hooks.set(conformance)
    }
    nominal.conformances.append(conformance)
    let oldIndex = nominal.info.conformanceIndex
    nominal.info.conformanceIndex = nil
    nominal.info.refined = nil
    undo.append {
      nominal.conformances.removeAll { $0 === conformance }
      nominal.info.conformanceIndex = oldIndex
      nominal.info.implied = nominal.info.implied.filter { $0.value.hooks !== conformance.hooks }
    }
  }

  private func resolveConformances(_ item: DeclarationBatch.PendingExtension, _ context: DeclarationContext) {
    for inherited in item.syntax.inherits {
      let type = resolve(inherited, in: context.scope, TypeResolutionOptions(isConstraint: true))
      switch type {
      case .existential(let existential):
        if item.nominal.isProtocol {
          report(.extensionOfProtocolConforms(item.nominal.name), at: inherited.range)
          continue
        }
        for proto in existential.protocols { addConformance(item.nominal, to: proto, in: context, range: inherited.range) }
      case .error: break
      default: report(.inheritsFromNonProtocol(type, "extension"), at: inherited.range)
      }
    }
  }

  private func resolveRequirements(_ syntax: NominalSyntax, _ nominal: NominalDecl, _ context: DeclarationContext) {
    var outer: [Requirement] = []
    if let parent = nominal.parent, !parent.isProtocol { outer = parent.requirements }
    if let function = context.function { outer += function.environment.requirements }
    guard nominal.isProtocol else {
      let collector = RequirementCollector(self, outer, scope: context.scope)
      let own = nominal.generics.dropFirst(nominal.info.outerCount)
      for (parameter, parameterSyntax) in zip(own, syntax.generics) {
        if let bound = parameterSyntax.inherits { collector.add(.parameter(parameter), bound: bound) }
      }
      for requirement in syntax.requirements { collector.add(requirement) }
      nominal.requirements = collector.requirements
      context.requirements = collector.requirements
      return
    }
    guard let parameter = nominal.generics.first else { return }
    let selfType = Type.parameter(parameter)
    let collector = RequirementCollector(self, [.conforms(selfType, nominal)] + nominal.requirements, scope: context.scope)
    for member in syntax.members {
      guard case .associatedType(let name, let inherits, _, let requirements) = member.kind,
        let associated = nominal.allRefined.flatMap(\.associatedTypes).first(where: { $0.name == name.text })
      else { continue }
      for bound in inherits { collector.add(.dependent(selfType, associated), bound: bound) }
      for requirement in requirements { collector.add(requirement) }
    }
    for requirement in syntax.requirements { collector.add(requirement) }
    nominal.requirements = Array(collector.requirements.dropFirst())
    context.requirements = collector.requirements
    for member in syntax.members {
      guard case .associatedType(let name, _, let fallback?, _) = member.kind,
        let associated = nominal.associatedTypes.first(where: { $0.name == name.text })
          ?? nominal.allRefined.flatMap(\.associatedTypes).first(where: { $0.name == name.text })
      else { continue }
      let type = withEnvironment(context.environment) { resolve(fallback, in: context.scope) }
      if associated.parent === nominal { associated.fallback = type } else { nominal.info.fallbacks[associated] = type }
    }
  }

  private func resolveRequirements(_ item: DeclarationBatch.PendingExtension) {
    let nominal = item.nominal
    var inherited = nominal.requirements
    if nominal.isProtocol { inherited.insert(.conforms(nominal.selfType, nominal), at: 0) }
    let collector = RequirementCollector(self, inherited, scope: item.context.scope)
    // `extension Array<Int>` and `extension [Int]` constrain the parameters.
    let extended = resolve(
      item.extendedType, in: item.context.scope.parent ?? item.context.scope,
      TypeResolutionOptions(inferred: { $0.map(Type.parameter) ?? .error }, isConstraint: true))
    if case .nominal(let decl, let arguments) = extended, decl === nominal {
      for (parameter, argument) in zip(nominal.generics, arguments) where argument != .parameter(parameter) {
        collector.append(.sameType(.parameter(parameter), argument))
      }
    }
    for requirement in item.syntax.requirements { collector.add(requirement) }
    item.context.requirements = collector.requirements
    let conditions = Array(collector.requirements.dropFirst(inherited.count))
    for conformance in nominal.conformances where conformance.range.map({ range in
      item.syntax.inherits.contains { $0.range.start == range.start && $0.range.file === range.file }
    }) ?? false {
      conformance.conditions = conditions
    }
  }
}

extension Type {
  /// The declaration that an extension of this type extends.
  fileprivate var extendable: NominalDecl? {
    switch self {
    case .nominal(let decl, _): return decl
    case .existential(let existential) where existential.protocols.count == 1: return existential.protocols[0]
    default: return nil
    }
  }
}

/// Gathers the requirements of one declaration; each may be needed to understand the next.
final class RequirementCollector {
  private let checker: Checker
  private let scope: Scope
  private(set) var requirements: [Requirement]
  private var environment: GenericEnvironment

  init(_ checker: Checker, _ requirements: [Requirement], scope: Scope) {
    self.checker = checker
    self.requirements = requirements
    self.scope = scope
    environment = GenericEnvironment(requirements)
  }

  func append(_ requirement: Requirement) {
    if requirements.contains(requirement) { return }
    requirements.append(requirement)
    environment = GenericEnvironment(requirements)
  }

  /// `subject: bound`
  func add(_ subject: Type, bound: TypeExpr) {
    checker.withEnvironment(environment) {
      let type = checker.resolve(bound, in: scope, TypeResolutionOptions(isConstraint: true))
      add(subject, bound: type, at: bound.range)
    }
  }

  private func add(_ subject: Type, bound: Type, at range: SourceRange) {
    switch bound {
    case .existential(let existential):
      if existential.isClassBound && existential.protocols.isEmpty { append(.classBound(subject)) }
      for proto in existential.protocols { append(.conforms(subject, proto)) }
      for (associated, type) in existential.associated { append(.sameType(subject.projected(associated), type)) }
    case .nominal(let decl, _) where decl.isClass: append(.superclass(subject, bound))
    case .error: break
    default: checker.report(.constraintNotProtocol(subject, bound), at: range)
    }
  }

  func add(_ requirement: RequirementSyntax) {
    checker.withEnvironment(environment) {
      switch requirement {
      case .conforms(let subject, let bound):
        let type = checker.resolve(subject, in: scope, TypeResolutionOptions(isConstraint: true))
        if !type.isError { add(type, bound: bound) }
      case .sameType(let left, let right):
        let first = checker.resolve(left, in: scope)
        let second = checker.resolve(right, in: scope)
        if !first.isError, !second.isError { append(.sameType(first, second)) }
      }
    }
  }
}
