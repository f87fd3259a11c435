extension Checker {
  /// Declares the members of a type or extension. Stored properties and cases are worked out now, because they are the
  /// layout; everything else when its name is first looked up.
  func declareMembers(_ members: [Decl], in context: DeclarationContext) {
    guard let nominal = context.nominal else { return }
    for member in members {
      switch member.kind {
      case .variable(let syntax): declareProperties(syntax, member, in: context)
      case .function(let syntax):
        addFunction(member, named: syntax.name.text, isOperator: syntax.isOperator, to: nominal, in: context)
      case .initializer: addInitializer(member, isConvenience: member.has("convenience"), to: nominal, in: context)
      case .subscriptDecl: addFunction(member, named: "subscript", to: nominal, in: context)
      case .deferred(let deferred):
        switch deferred.what {
        case .function(let name, let isOperator):
          addFunction(member, named: name.text, isOperator: isOperator, to: nominal, in: context)
        case .initializer(let isConvenience):
          addInitializer(member, isConvenience: isConvenience, to: nominal, in: context)
        case .subscriptDecl: addFunction(member, named: "subscript", to: nominal, in: context)
        }
      case .enumCase(let elements):
        for element in elements { declareCase(element, member, nominal, in: context) }
      case .deinitializer(let body):
        let function = FunctionDecl(name: "deinit", kind: .deinitializer, range: member.range, parent: nominal)
        setUp(function, in: context, isMutating: false)
        setBody(of: function, body, in: context, scope: context.scope)
        nominal.deinitializer = function
        delayed.append { _ = function.typedBody }
      case .associatedType(let name, _, _, _):
        if let associated = nominal.allRefined.lazy.flatMap(\.associatedTypes).first(where: { $0.name == name.text }) {
          nominal.info.members[name.text, default: []].append(MemberEntry(.associatedType(associated)))
        }
      case .nominal, .typeAlias, .extensionDecl, .importModule, .operatorDecl, .precedenceGroup, .unsupported: break
      }
    }
  }

  private func addInitializer(
    _ member: Decl, isConvenience: Bool, to nominal: NominalDecl, in context: DeclarationContext
  ) {
    if !context.isExtension, !nominal.isClass || !isConvenience { nominal.info.hasOwnInitializer = true }
    addFunction(member, named: "init", to: nominal, in: context)
  }

  /// A function, initialiser or subscript, known by its name until it is looked up.
  private func addFunction(
    _ member: Decl, named name: String, isOperator: Bool = false, to nominal: NominalDecl,
    in context: DeclarationContext
  ) {
    let entry = MemberEntry(isInExtension: context.isExtension) { [unowned self] in
      let member = member.whole(reporting: &diagnostics)
      switch member.kind {
      case .function(let syntax): return [.function(declareFunction(syntax, member, in: context))]
      case .initializer(let syntax): return [.function(declareInitializer(syntax, member, in: context))]
      case .subscriptDecl(let syntax): return [.subscriptDecl(declareSubscript(syntax, member, in: context))]
      default: return []
      }
    }
    addMember(entry, named: name, to: nominal)
    if isOperator { addOperator(entry, name, in: context.module) }
    finishLater(entry, in: context)
  }

  /// A cell's members are all declared and checked with the cell.
  private func finishLater(_ entry: MemberEntry, in context: DeclarationContext) {
    guard !context.isLazy else { return }
    delayed.append {
      for case .function(let function) in entry.members { _ = function.typedBody }
      for case .subscriptDecl(let decl) in entry.members {
        _ = decl.accessors.get?.typedBody
        _ = decl.accessors.set?.typedBody
      }
    }
  }

  func addOperator(_ entry: MemberEntry, _ name: String, in module: ModuleScope) {
    module.operators[name, default: []].insert(entry, at: 0)
    undo.append { module.operators[name]?.removeAll { $0 === entry } }
  }

  /// Gives a function what it has from where it stands: generics, requirements, `self`.
  func setUp(_ function: FunctionDecl, in context: DeclarationContext, isMutating: Bool) {
    function.generics = context.generics
    function.requirements = context.requirements
    function.isMutating = isMutating
    guard let nominal = context.nominal, !function.isStatic, function.selfVariable == nil else { return }
    let isInout = isMutating && !nominal.isClass
    function.selfVariable = Variable(
      name: "self", range: function.range, type: environmentSelf(context), isLet: !isInout,
      kind: isInout ? .inoutParameter : .parameter)
  }

  private func environmentSelf(_ context: DeclarationContext) -> Type { context.selfType }

  /// How a body is to be checked, when somebody needs it.
  func setBody(of function: FunctionDecl, _ statements: [Stmt], in context: DeclarationContext, scope: Scope) {
    function.body = .unchecked
    function.checkBody = { [unowned self] function in
      function.checkBody = nil
      checkBody(of: function, statements, in: context, scope: scope)
    }
  }

  // MARK: Functions

  func declareFunction(_ syntax: FunctionSyntax, _ declaration: Decl, in context: DeclarationContext) -> FunctionDecl {
    let function = FunctionDecl(
      name: syntax.name.text, kind: context.nominal == nil ? .function : .method, range: syntax.name.range,
      parent: context.nominal)
    function.documentation = declaration.documentation
    function.isOperator = syntax.isOperator
    function.fixity = declaration.has("prefix") ? "prefix" : declaration.has("postfix") ? "postfix" : nil
    function.isStatic = declaration.isStaticMember && context.nominal != nil
    function.isFinal = declaration.has("final") || declaration.has("static")
    function.access = declaration.restrictedAccess
    function.isDisfavored = declaration.attribute("_disfavoredOverload") != nil
    function.isDiscardable = declaration.attribute("discardableResult") != nil
    let isMutating = declaration.has("mutating")
    if isMutating, context.nominal?.isClass == true { report(.mutatingInClass, at: declaration.range) }
    let (scope, signature) = declareSignature(
      of: function, generics: syntax.generics, parameters: syntax.parameters, requirements: syntax.requirements,
      throwing: syntax.throwing, in: context, isMutating: isMutating)
    withEnvironment(signature.environment) {
      function.resultType = syntax.result.map { resolveResult($0, of: function, in: scope) } ?? .void
    }
    inferRequirements(of: function, signature)
    function.bodyEnd = declaration.range.lastCharacter
    finish(function, body: syntax.body, declaration, signature, scope: scope)
    if let nominal = context.nominal, nominal.isClass { checkOverride(function, declaration, in: nominal) }
    if function.isOperator { checkOperator(function, syntax, declaration, in: context) }
    return function
  }

  private func checkOperator(
    _ function: FunctionDecl, _ syntax: FunctionSyntax, _ declaration: Decl, in context: DeclarationContext
  ) {
    guard !context.isLazy else { return }
    if context.nominal != nil, !function.isStatic { report(.operatorMustBeStatic(function.name), at: syntax.name.range) }
    let isKnown: Bool
    switch function.fixity {
    case "prefix": isKnown = operators.prefix.contains(function.name)
    case "postfix": isKnown = operators.postfix.contains(function.name)
    default: isKnown = operators.infix[function.name] != nil
    }
    if !isKnown { report(.operatorNotDeclared, at: syntax.name.range) }
    let expected = function.fixity == nil ? 2 : 1
    if function.parameters.count != expected {
      report(function.fixity == nil ? .operatorNeedsTwo : .unaryOperatorNeedsOne, at: syntax.name.range)
    }
  }

  func resolveResult(_ result: TypeExpr, of function: FunctionDecl, in scope: Scope) -> Type {
    if case .implicitlyUnwrapped = result.kind { function.isResultImplicitlyUnwrapped = true }
    return resolve(
      result, in: scope,
      TypeResolutionOptions(opaque: { protocols, associated in
        let opaque = OpaqueType(protocols: protocols, owner: function)
        opaque.associated = associated
        return .opaque(opaque, function.generics.map(Type.parameter))
      }))
  }

  /// Generic parameters, parameters and effects; gives the scope in which the body sees them.
  private func declareSignature(
    of function: FunctionDecl, generics: [GenericParameterSyntax], parameters: [ParameterSyntax],
    requirements: [RequirementSyntax], throwing: ThrowsSyntax, in context: DeclarationContext, isMutating: Bool
  ) -> (scope: Scope, signature: DeclarationContext) {
    setUp(function, in: context, isMutating: isMutating)
    let scope = Scope(in: context.scope)
    let signature = DeclarationContext(
      nominal: context.nominal, generics: context.generics, requirements: context.requirements, scope: scope,
      isExtension: context.isExtension, module: context.module, function: context.function, isLazy: context.isLazy)
    let own = generics.map { GenericParameter(name: $0.name.text) }
    for parameter in own { scope.declare(.generic(parameter), as: parameter.name) }
    signature.generics += own
    if !generics.isEmpty || !requirements.isEmpty {
      let collector = RequirementCollector(self, context.requirements, scope: scope)
      for (parameter, parameterSyntax) in zip(own, generics) {
        if let bound = parameterSyntax.inherits { collector.add(.parameter(parameter), bound: bound) }
      }
      for requirement in requirements { collector.add(requirement) }
      signature.requirements = collector.requirements
    }
    function.generics = signature.generics
    function.requirements = signature.requirements
    let wasDeclaring = isDeclaringHeaders
    isDeclaringHeaders = true
    let environment = signature.generics.isEmpty ? context.environment : signature.environment
    function.parameters = withEnvironment(environment) {
      parameters.map { declareParameter($0, of: function, signature, scope: scope) }
    }
    isDeclaringHeaders = wasDeclaring
    function.generics = signature.generics
    function.requirements = signature.requirements
    switch throwing {
    case .never: break
    case .any: function.isThrowing = true
    case .typed(let type):
      let error = resolve(type, in: scope)
      if error == wellKnown.never { break }
      function.isThrowing = true
      function.thrownType = error
    case .rethrowing: function.isRethrowing = true
    }
    return (scope, signature)
  }

  private func declareParameter(
    _ syntax: ParameterSyntax, of function: FunctionDecl, _ signature: DeclarationContext, scope: Scope
  ) -> Parameter {
    var type = resolve(
      syntax.type, in: scope,
      TypeResolutionOptions(opaque: { protocols, associated in
        // `some P` as a parameter's type is a generic parameter without a name.
        let parameter = GenericParameter(name: "some " + protocols.map(\.name).joined(separator: " & "))
        signature.generics.append(parameter)
        for proto in protocols { signature.requirements.append(.conforms(.parameter(parameter), proto)) }
        for (name, bound) in associated {
          signature.requirements.append(.sameType(.dependent(.parameter(parameter), name), bound))
        }
        return .parameter(parameter)
      }))
    if syntax.isAutoclosure {
      if case .function(let closure) = type, closure.parameters.isEmpty {
        type = .function(closure)
      } else if !type.isError {
        report(.autoclosureNeedsFunction, at: syntax.type.range)
        type = .error
      }
    }
    let declared = syntax.isVariadic ? wellKnown.array(type) : type
    let variable = Variable(
      name: syntax.name.text, range: syntax.name.range, type: declared, isLet: !syntax.isInout,
      kind: syntax.isInout ? .inoutParameter : .parameter)
    if case .implicitlyUnwrapped = syntax.type.kind { variable.isImplicitlyUnwrapped = true }
    var parameter = Parameter(
      label: syntax.label.flatMap { $0.text == "_" ? nil : $0.text }, variable: variable, isInout: syntax.isInout,
      isVariadic: syntax.isVariadic, isAutoclosure: syntax.isAutoclosure)
    if let value = syntax.defaultValue {
      parameter.defaultText = value.range.text
      let holder = FunctionDecl(name: syntax.name.text, kind: .value, range: value.range, parent: function.parent)
      holder.generics = signature.generics
      holder.requirements = signature.requirements
      holder.isStatic = true
      holder.resultType = syntax.isAutoclosure ? type : declared
      holder.checkBody = { [unowned self] holder in
        holder.checkBody = nil
        holder.generics = function.generics
        holder.requirements = function.requirements
        checkValue(of: holder, value, contextual: holder.resultType, isAutoclosure: syntax.isAutoclosure, in: signature)
      }
      parameter.defaultValue = holder
      if !signature.isLazy { delayed.append { _ = holder.typedBody } }
    }
    return parameter
  }

  /// `[Set<T>]` among the parameters implies `T: Hashable`.
  private func inferRequirements(of function: FunctionDecl, _ signature: DeclarationContext) {
    guard !function.generics.isEmpty else { return }
    var inferred: [Requirement] = []
    let environment = signature.environment
    func visit(_ type: Type) {
      _ = type.contains { part in
        if case .nominal(let decl, let arguments) = part, !decl.requirements.isEmpty, !arguments.isEmpty {
          let substitutions = Substitutions(decl.generics, arguments)
          for requirement in decl.requirements {
            let concrete = requirement.substituting(substitutions)
            if case .conforms(let subject, let proto) = concrete, subject.isArchetype,
              !environment.protocols(of: environment.canonical(subject)).contains(proto) {
              inferred.append(concrete)
            }
          }
        }
        return false
      }
    }
    for parameter in function.parameters { visit(parameter.variable.type) }
    visit(function.resultType)
    for requirement in inferred where !signature.requirements.contains(requirement) {
      signature.requirements.append(requirement)
    }
    function.requirements = signature.requirements
  }

  /// The body of a declaration: its source, an operation, or the lack of one in a protocol.
  private func finish(
    _ function: FunctionDecl, body: [Stmt]?, _ declaration: Decl, _ signature: DeclarationContext, scope: Scope
  ) {
    if let external = declaration.externalBody(module: signature.module) {
      function.body = external
    } else if let body {
      setBody(of: function, body, in: signature, scope: scope)
    } else if signature.nominal?.isProtocol == true, !signature.isExtension {
      function.body = .requirement
      function.isRequirement = true
    } else {
      function.body = .typed([])
      report(.expectedBody(function.name), at: declaration.range)
    }
  }

  private func declareInitializer(
    _ syntax: InitializerSyntax, _ declaration: Decl, in context: DeclarationContext
  ) -> FunctionDecl {
    let function = FunctionDecl(name: "init", kind: .initializer, range: declaration.nameRange(length: 4), parent: context.nominal)
    function.documentation = declaration.documentation
    function.isFailable = syntax.isFailable
    function.isConvenience = declaration.has("convenience")
    function.access = declaration.restrictedAccess
    function.isDisfavored = declaration.attribute("_disfavoredOverload") != nil
    let isClass = context.nominal?.isClass == true
    function.selfVariable = Variable(
      name: "self", range: function.range, type: context.selfType, isLet: isClass, kind: isClass ? .parameter : .local)
    let (scope, signature) = declareSignature(
      of: function, generics: syntax.generics, parameters: syntax.parameters, requirements: syntax.requirements,
      throwing: syntax.throwing, in: context, isMutating: false)
    function.resultType = syntax.isFailable ? wellKnown.optional(context.selfType) : context.selfType
    inferRequirements(of: function, signature)
    function.bodyEnd = declaration.range.lastCharacter
    finish(function, body: syntax.body, declaration, signature, scope: scope)
    if let nominal = context.nominal, nominal.isClass, !function.isConvenience {
      if !context.isExtension { checkOverride(function, declaration, in: nominal) }
    }
    return function
  }

  // MARK: Properties

  private func declareProperties(_ syntax: VariableSyntax, _ declaration: Decl, in context: DeclarationContext) {
    guard let nominal = context.nominal else { return }
    var following: TypeExpr?
    var bindings: [(VariableSyntax.Binding, Identifier, TypeExpr?)] = []
    for binding in syntax.bindings.reversed() {
      guard let (name, typed) = binding.pattern.simpleName else {
        report(.propertyPattern, at: binding.pattern.range)
        continue
      }
      let type = binding.type ?? typed
      if type != nil { following = type }
      let inherits = type == nil && binding.value == nil && binding.accessors.isEmpty
      bindings.append((binding, name, inherits ? following : type))
    }
    for (binding, name, type) in bindings.reversed() {
      let isComputed = binding.accessors.contains { $0.kind == .get || $0.kind == .set }
      let isRequirement = nominal.isProtocol && !context.isExtension
      let isStored = !isComputed && !isRequirement
      if isStored, context.isExtension, !declaration.isStaticMember, !context.isLazy {
        report(.storedInExtension, at: name.range)
        continue
      }
      if isStored, nominal.kind == .enumDecl, !declaration.isStaticMember {
        report(.storedInEnum, at: name.range)
        continue
      }
      let make: () -> PropertyDecl = { [unowned self] in
        declareProperty(binding, name, type, syntax, declaration, nominal, isStored: isStored, in: context)
      }
      if isStored, declaration.has("override"), nominal.isClass, !binding.accessors.isEmpty {
        let property = make()
        declareOverridingObservers(property, nominal, in: context)
        addMember(MemberEntry(.property(property), isInExtension: false), named: name.text, to: nominal)
        delayed.append {
          _ = property.accessors.willSet?.typedBody
          _ = property.accessors.didSet?.typedBody
        }
        continue
      }
      if isStored {
        let property = make()
        if !property.isStatic {
          nominal.properties.append(property)
        }
        addMember(MemberEntry(.property(property), isInExtension: context.isExtension), named: name.text, to: nominal)
        if !context.isLazy {
          delayed.append { [unowned self] in
            _ = typeOf(property)
            _ = property.initializer?.typedBody
            _ = property.accessors.willSet?.typedBody
            _ = property.accessors.didSet?.typedBody
          }
        }
      } else {
        let entry = MemberEntry(isInExtension: context.isExtension) { [.property(make())] }
        addMember(entry, named: name.text, to: nominal)
        if !context.isLazy {
          delayed.append {
            for case .property(let property) in entry.members {
              _ = property.accessors.get?.typedBody
              _ = property.accessors.set?.typedBody
            }
          }
        }
      }
    }
  }

  private func declareProperty(
    _ binding: VariableSyntax.Binding, _ name: Identifier, _ typeSyntax: TypeExpr?, _ syntax: VariableSyntax,
    _ declaration: Decl, _ nominal: NominalDecl, isStored: Bool, in context: DeclarationContext
  ) -> PropertyDecl {
    let isStatic = declaration.isStaticMember
    let property = PropertyDecl(
      name: name.text, range: name.range, parent: nominal, type: .error, isLet: syntax.isLet, isStatic: isStatic,
      isStored: isStored)
    property.documentation = declaration.documentation
    property.isLazy = declaration.has("lazy")
    property.access = declaration.restrictedAccess
    property.setAccess = declaration.modifiers.first { $0.detail == "set" && ["private", "fileprivate"].contains($0.name) }?.name
    if declaration.has("weak") { property.ownership = .weak }
    if declaration.has("unowned") { property.ownership = .unowned }
    let getterFunction = FunctionDecl(name: name.text, kind: .getter, range: name.range, parent: nominal)
    getterFunction.isStatic = isStatic
    getterFunction.property = property
    let environment = context.environment
    if let typeSyntax {
      if case .implicitlyUnwrapped = typeSyntax.kind { property.isImplicitlyUnwrapped = true }
      let wasDeclaring = isDeclaringHeaders
      isDeclaringHeaders = isDeclaringHeaders || isStored
      setUp(getterFunction, in: context, isMutating: false)
      property.type = withEnvironment(environment) { resolveResult(typeSyntax, of: getterFunction, in: context.scope) }
      isDeclaringHeaders = wasDeclaring
      if property.ownership == .weak, wellKnown.unwrapped(property.type) == nil, !property.type.isError {
        report(.weakMustBeOptional(property.type), at: name.range)
      }
    } else if binding.value == nil {
      report(.typeAnnotationMissing, at: binding.pattern.range)
    }
    if isStored {
      declareStored(property, binding, hasType: typeSyntax != nil, declaration, in: context)
    } else {
      if binding.value != nil { report(.computedWithValue, at: name.range) }
      property.isSettable = binding.accessors.contains { $0.kind == .set }
      declareAccessors(
        binding.accessors, of: getterFunction, property: property, parameters: [], declaration, in: context)
      { property.accessors = $0 }
    }
    if nominal.isClass { checkOverride(property, declaration, in: nominal) }
    return property
  }

  private func declareStored(
    _ property: PropertyDecl, _ binding: VariableSyntax.Binding, hasType: Bool, _ declaration: Decl,
    in context: DeclarationContext
  ) {
    property.isSettable = !property.isLet
    if property.isStatic {
      property.staticStorage = Variable(
        name: property.name, range: property.range, type: property.type, isLet: property.isLet, kind: .global)
    }
    let initializer = FunctionDecl(name: property.name, kind: .value, range: property.range, parent: property.parent)
    initializer.isStatic = !property.isLazy
    // The value of a lazy property may ask for other lazy ones, which then have theirs.
    setUp(initializer, in: context, isMutating: property.isLazy)
    initializer.property = property
    initializer.resultType = property.type
    if let value = binding.value {
      property.initializer = initializer
      if hasType {
        initializer.checkBody = { [unowned self] initializer in
          initializer.checkBody = nil
          checkValue(of: initializer, value, contextual: property.type, in: context)
        }
      } else {
        property.inferType = { [unowned self, unowned property] in
          checkValue(of: initializer, value, contextual: nil, in: context)
          property.type = initializer.resultType
          property.staticStorage?.type = property.type
          _ = context
        }
        initializer.checkBody = { [unowned self, unowned property] _ in _ = typeOf(property) }
      }
    } else if !property.isLet, wellKnown.unwrapped(property.type) != nil, !property.isLazy {
      initializer.body = .typed([
        TypedStmt(.returnStmt(TypedExpr(.none, type: property.type, range: property.range)), range: property.range)
      ])
      property.initializer = initializer
    } else if property.isStatic, !property.type.isError, !context.isLazy {
      report(.staticNeedsValue(property.name), at: property.range)
    } else if property.isLazy {
      report(.lazyNeedsValue, at: property.range)
    }
    for accessor in binding.accessors {
      guard let body = accessor.body else { continue }
      let function = FunctionDecl(name: property.name, kind: .observer, range: accessor.range, parent: property.parent)
      function.property = property
      function.isStatic = property.isStatic
      setUp(function, in: context, isMutating: true)
      let isWill = accessor.kind == .willSet
      let variable = Variable(
        name: accessor.parameter?.text ?? (isWill ? "newValue" : "oldValue"), range: accessor.parameter?.range ?? accessor.range,
        type: property.type, isLet: true, kind: .parameter)
      function.parameters = [Parameter(label: nil, variable: variable)]
      let scope = Scope(in: context.scope)
      function.body = .unchecked
      function.checkBody = { [unowned self, unowned property] function in
        function.checkBody = nil
        variable.type = typeOf(property)
        checkBody(of: function, body, in: context, scope: scope)
      }
      if isWill { property.accessors.willSet = function } else { property.accessors.didSet = function }
    }
  }

  /// `override var x: T { didSet { … } }` has no storage: it reads and writes that of the superclass, and runs the
  /// observers around the writing.
  private func declareOverridingObservers(_ property: PropertyDecl, _ nominal: NominalDecl, in context: DeclarationContext) {
    guard let base = property.overridden, let superclass = nominal.superclass, case .nominal(let owner, let arguments) = superclass else { return }
    let accessors = witnessAccessors(of: base)
    let observers = property.accessors
    property.isStored = false
    property.initializer = nil
    let range = property.range
    let substitutions = Substitutions(owner.generics, arguments)
    func make(_ kind: FunctionDecl.Kind) -> FunctionDecl {
      let function = FunctionDecl(name: property.name, kind: kind, range: range, parent: nominal)
      function.property = property
      setUp(function, in: context, isMutating: kind == .setter)
      return function
    }
    func stored(_ function: FunctionDecl) -> TypedExpr {
      let object = function.selfVariable.map { TypedExpr(.variable($0), type: $0.type, range: range) }
      return TypedExpr(.property(base: object, base, substitutions, isSuper: true, isDirect: false), type: property.type, range: range)
    }
    let get = make(.getter)
    get.resultType = property.type
    get.overridden = accessors.get
    get.body = .typed([TypedStmt(.returnStmt(stored(get)), range: range)])
    let set = make(.setter)
    let newValue = Variable(name: "newValue", range: range, type: property.type, isLet: true, kind: .parameter)
    let oldValue = Variable(name: "oldValue", range: range, type: property.type, isLet: true, kind: .local)
    set.parameters = [Parameter(label: nil, variable: newValue)]
    set.overridden = accessors.set
    func observe(_ observer: FunctionDecl?, _ value: Variable) -> [TypedStmt] {
      guard let observer, let object = set.selfVariable else { return [] }
      let arguments: [TypedArgument] = [
        .value(TypedExpr(.variable(object), type: object.type, range: range)),
        .value(TypedExpr(.variable(value), type: value.type, range: range)),
      ]
      let call = TypedExpr(.call(.function(FunctionRef(observer, identity(nominal.generics)), .direct), arguments), type: .void, range: range)
      return [TypedStmt(.expression(call), range: range)]
    }
    let write = TypedExpr(.assign(stored(set), TypedExpr(.variable(newValue), type: property.type, range: range)), type: .void, range: range)
    set.body = .typed(
      [TypedStmt(.declare(oldValue, stored(set)), range: range)] + observe(observers.willSet, newValue)
        + [TypedStmt(.expression(write), range: range)] + observe(observers.didSet, oldValue))
    property.accessors.get = get
    property.accessors.set = set
  }

  /// The type of a property, inferred from its initial value at the first use.
  func typeOf(_ property: PropertyDecl) -> Type {
    if let infer = property.inferType {
      property.inferType = nil
      infer()
    }
    return property.type
  }

  private func declareAccessors(
    _ accessors: [AccessorSyntax], of getter: FunctionDecl, property: PropertyDecl?, parameters: [Parameter],
    _ declaration: Decl, in context: DeclarationContext, scope: Scope? = nil, store: (Accessors) -> Void
  ) {
    var result = Accessors()
    let type = property?.type ?? getter.resultType
    let isRequirement = context.nominal?.isProtocol == true && !context.isExtension
    for accessor in accessors {
      let isGetter = accessor.kind == .get
      guard isGetter || accessor.kind == .set else { continue }
      let function =
        isGetter ? getter : FunctionDecl(name: getter.name, kind: .setter, range: accessor.range, parent: getter.parent)
      function.isStatic = getter.isStatic
      function.property = property
      function.isThrowing = accessor.isThrowing
      function.parameters = parameters.map(\.copied)
      function.isFinal = declaration.has("final") || declaration.has("static")
      if isGetter {
        function.selfVariable = nil
        setUp(function, in: context, isMutating: accessor.isMutating)
        function.resultType = type
        result.get = function
      } else {
        setUp(function, in: context, isMutating: !accessor.isNonmutating)
        let name = accessor.parameter
        function.parameters.append(
          Parameter(
            label: nil,
            variable: Variable(
              name: name?.text ?? "newValue", range: name?.range ?? accessor.range, type: type, isLet: true,
              kind: .parameter)))
        result.set = function
      }
      if let scope {
        function.generics = getter.generics
        function.requirements = getter.requirements
        _ = scope
      }
      if let external = accessor.externalBody(module: context.module) ?? declaration.externalBody(module: context.module) {
        function.body = external
      } else if let body = accessor.body {
        function.bodyEnd = accessor.range.lastCharacter
        setBody(of: function, body, in: context, scope: scope ?? context.scope)
      } else if isRequirement {
        function.body = .requirement
        function.isRequirement = true
      } else {
        function.body = .typed([])
        report(.expectedBody(getter.name), at: accessor.range)
      }
    }
    store(result)
  }

  private func declareSubscript(
    _ syntax: SubscriptSyntax, _ declaration: Decl, in context: DeclarationContext
  ) -> SubscriptDecl {
    let getter = FunctionDecl(name: "subscript", kind: .getter, range: declaration.nameRange(length: 9), parent: context.nominal)
    getter.isStatic = declaration.isStaticMember
    // A subscript's parameter has no label unless two names were written.
    let (scope, signature) = declareSignature(
      of: getter, generics: syntax.generics, parameters: syntax.parameters, requirements: syntax.requirements,
      throwing: .never, in: context, isMutating: false)
    let parameters = getter.parameters
    let type = withEnvironment(signature.environment) { resolveResult(syntax.result, of: getter, in: scope) }
    getter.resultType = type
    inferRequirements(of: getter, signature)
    let decl = SubscriptDecl(
      range: getter.range, parent: context.nominal, parameters: parameters, type: type, isStatic: getter.isStatic)
    decl.generics = signature.generics
    decl.documentation = declaration.documentation
    decl.addressor = declaration.attribute("addressor")?.arguments.first?.value.literalText
    declareAccessors(
      syntax.accessors, of: getter, property: nil, parameters: parameters, declaration, in: signature, scope: scope)
    { decl.accessors = $0 }
    for accessor in [decl.accessors.get, decl.accessors.set] {
      accessor?.generics = signature.generics
      accessor?.requirements = signature.requirements
    }
    return decl
  }

  // MARK: Cases

  private func declareCase(
    _ element: EnumElementSyntax, _ declaration: Decl, _ nominal: NominalDecl, in context: DeclarationContext
  ) {
    if nominal.cases.contains(where: { $0.name == element.name.text }) {
      report(.redeclaration(element.name.text), at: element.name.range)
      return
    }
    let wasDeclaring = isDeclaringHeaders
    isDeclaringHeaders = true
    let payload = withEnvironment(context.environment) {
      element.payload.map { parameter in
        TupleElement(
          label: parameter.label.flatMap { $0.text == "_" ? nil : $0.text }, type: resolve(parameter.type, in: context.scope))
      }
    }
    isDeclaringHeaders = wasDeclaring
    let decl = EnumCaseDecl(
      name: element.name.text, range: element.name.range, parent: nominal, index: nominal.cases.count, payload: payload,
      isIndirect: element.isIndirect || declaration.has("indirect") || nominal.isIndirect)
    decl.documentation = declaration.documentation
    for parameter in element.payload {
      guard let value = parameter.defaultValue else {
        decl.defaults.append(nil)
        continue
      }
      let holder = FunctionDecl(name: element.name.text, kind: .value, range: value.range, parent: nominal)
      holder.isStatic = true
      setUp(holder, in: context, isMutating: false)
      holder.resultType = payload[decl.defaults.count].type
      holder.checkBody = { [unowned self] holder in
        holder.checkBody = nil
        checkValue(of: holder, value, contextual: holder.resultType, in: context)
      }
      decl.defaults.append(holder)
    }
    if let rawType = nominal.rawType { decl.rawValue = rawValue(of: element, decl, nominal, rawType) }
    nominal.cases.append(decl)
    addMember(MemberEntry(.enumCase(decl)), named: decl.name, to: nominal)
  }

  /// The raw value written, or the one after that of the case before, or the name.
  private func rawValue(
    of element: EnumElementSyntax, _ decl: EnumCaseDecl, _ nominal: NominalDecl, _ rawType: Type
  ) -> TypedExpr? {
    let range = element.rawValue?.range ?? element.name.range
    if let value = element.rawValue {
      var expression = value
      var isNegative = false
      while case .paren(let inner) = expression.kind { expression = inner }
      if case .sequence(let items) = expression.kind, items.count == 1, case .operand(let operand) = items[0] { expression = operand }
      if case .prefix(let name, let inner) = expression.kind, name.text == "-" {
        isNegative = true
        expression = inner
      }
      switch expression.kind {
      case .integer(let magnitude?):
        if rawType == wellKnown.double || rawType == wellKnown.float {
          return TypedExpr(.floating(isNegative ? -Double(magnitude) : Double(magnitude)), type: rawType, range: range)
        }
        if rawType != wellKnown.string, rawType != wellKnown.character {
          return TypedExpr(.integer(isNegative: isNegative, magnitude: magnitude), type: rawType, range: range)
        }
      case .float(let value):
        if rawType == wellKnown.double || rawType == wellKnown.float {
          return TypedExpr(.floating(isNegative ? -value : value), type: rawType, range: range)
        }
      case .string:
        if let text = expression.literalText {
          if rawType == wellKnown.string { return TypedExpr(.string(text), type: rawType, range: range) }
          if rawType == wellKnown.character, text.count == 1, let character = text.first {
            return TypedExpr(.character(character), type: rawType, range: range)
          }
        }
      default:
        report(.rawValueNotLiteral, at: range)
        return nil
      }
      report(.cannotConvertRawValue(rawType), at: range)
      return nil
    }
    if rawType == wellKnown.string { return TypedExpr(.string(decl.name), type: rawType, range: range) }
    let previous = nominal.cases.last?.rawValue
    switch previous?.kind {
    case nil where nominal.cases.isEmpty:
      if rawType == wellKnown.double || rawType == wellKnown.float {
        return TypedExpr(.floating(0), type: rawType, range: range)
      }
      if rawType == wellKnown.character {
        report(.rawValueNeeded(rawType), at: range)
        return nil
      }
      return TypedExpr(.integer(isNegative: false, magnitude: 0), type: rawType, range: range)
    case .integer(let isNegative, let magnitude):
      if isNegative { return TypedExpr(.integer(isNegative: magnitude > 1, magnitude: magnitude - 1), type: rawType, range: range) }
      let (next, overflow) = magnitude.addingReportingOverflow(1)
      return overflow ? nil : TypedExpr(.integer(isNegative: false, magnitude: next), type: rawType, range: range)
    case .floating(let value): return TypedExpr(.floating(value + 1), type: rawType, range: range)
    default:
      if previous != nil { report(.rawValueNeeded(rawType), at: range) }
      return nil
    }
  }
}

extension Parameter {
  /// The same parameter with a variable of its own, for another accessor.
  var copied: Parameter {
    var copy = self
    copy.variable = Variable(
      name: variable.name, range: variable.range, type: variable.type, isLet: variable.isLet, kind: variable.kind)
    return copy
  }
}

extension Decl {
  /// The place of a declaration that has a keyword for a name.
  func nameRange(length: Int) -> SourceRange {
    let keyword = length == 4 ? "init" : "subscript"
    let start = Int(range.start)
    let bytes = Array(keyword.utf8)
    let limit = min(Int(range.end), range.file.bytes.count)
    var index = start
    while index + bytes.count <= limit {
      if Array(range.file.bytes[index..<index + bytes.count]) == bytes {
        return SourceRange(file: range.file, start: index, end: index + bytes.count)
      }
      index += 1
    }
    return range
  }
}

extension AccessorSyntax {
  func externalBody(module: ModuleScope) -> FunctionDecl.Body? {
    if let name = attributes.first(where: { $0.name.text == "intrinsic" })?.arguments.first?.value.literalText {
      return .intrinsic(name)
    }
    if let index = attributes.first(where: { $0.name.text == "native" })?.arguments.first?.value.literalInteger {
      return .native(module: module.name, index: index)
    }
    return nil
  }
}

extension SourceRange {
  /// The text it spans.
  package var text: String {
    let count = file.bytes.count
    let lower = max(0, min(Int(start), count))
    return String(decoding: file.bytes[lower..<max(lower, min(Int(end), count))], as: UTF8.self)
  }
}

extension Pattern {
  /// The one name that it binds, with the type written beside it.
  var simpleName: (name: Identifier, type: TypeExpr?)? {
    switch kind {
    case .name(let name): return (name, nil)
    case .typed(let inner, let type): return inner.simpleName.map { ($0.name, type) }
    default: return nil
    }
  }
}
