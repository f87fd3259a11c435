extension Checker {
  func declareProperties(_ syntax: VariableSyntax, _ declaration: Decl, in context: DeclarationContext) {
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

  /// A property of a module's text with accessors, known by its name until it is looked up.
  func addProperty(_ member: Decl, named name: String, to nominal: NominalDecl, in context: DeclarationContext) {
    let entry = MemberEntry(isInExtension: context.isExtension) { [unowned self] in
      let member = member.whole(reporting: &diagnostics)
      guard case .variable(let syntax) = member.kind, let binding = syntax.bindings.first,
        let (name, typed) = binding.pattern.simpleName
      else { return [] }
      return [
        .property(declareProperty(binding, name, binding.type ?? typed, syntax, member, nominal, isStored: false, in: context))
      ]
    }
    addMember(entry, named: name, to: nominal)
  }

  func declareProperty(
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

  func declareStored(
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
  func declareOverridingObservers(_ property: PropertyDecl, _ nominal: NominalDecl, in context: DeclarationContext) {
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
