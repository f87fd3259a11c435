extension Checker {
  /// Declares the members of a type or extension. Stored properties and cases are worked out now, because they are the
  /// layout; everything else when its name is first looked up.
  func declareMembers(_ members: [Decl], in context: DeclarationContext) {
    guard let nominal = context.nominal else { return }
    for member in members {
      switch member.kind {
      case .variable(let syntax): declareProperties(syntax, member, in: context)
      case .function(let syntax):
        addFunction(
          member, named: syntax.name.text, isOperator: syntax.isOperator, fixity: declaredFixity(member), to: nominal, in: context)
      case .initializer: addInitializer(member, isConvenience: member.has("convenience"), to: nominal, in: context)
      case .subscriptDecl: addFunction(member, named: "subscript", to: nominal, in: context)
      case .deferred(let deferred):
        switch deferred.what {
        case .function(let name, let isOperator, let fixity):
          addFunction(member, named: name.text, isOperator: isOperator, fixity: fixity, to: nominal, in: context)
        case .initializer(let isConvenience):
          addInitializer(member, isConvenience: isConvenience, to: nominal, in: context)
        case .subscriptDecl: addFunction(member, named: "subscript", to: nominal, in: context)
        case .property(let name): addProperty(member, named: name.text, to: nominal, in: context)
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

  func addInitializer(
    _ member: Decl, isConvenience: Bool, to nominal: NominalDecl, in context: DeclarationContext
  ) {
    if !context.isExtension, !nominal.isClass || !isConvenience { nominal.info.hasOwnInitializer = true }
    addFunction(member, named: "init", to: nominal, in: context)
  }

  func declaredFixity(_ declaration: Decl) -> String? {
    declaration.has("prefix") ? "prefix" : declaration.has("postfix") ? "postfix" : nil
  }

  /// A function, initialiser or subscript, known by its name until it is looked up.
  func addFunction(
    _ member: Decl, named name: String, isOperator: Bool = false, fixity: String? = nil, to nominal: NominalDecl,
    in context: DeclarationContext
  ) {
    let entry = MemberEntry(isInExtension: context.isExtension, text: member) { [unowned self] in
      let member = member.whole(reporting: &diagnostics)
      switch member.kind {
      case .function(let syntax): return [.function(declareFunction(syntax, member, in: context))]
      case .initializer(let syntax): return [.function(declareInitializer(syntax, member, in: context))]
      case .subscriptDecl(let syntax): return [.subscriptDecl(declareSubscript(syntax, member, in: context))]
      default: return []
      }
    }
    addMember(entry, named: name, to: nominal)
    if isOperator {
      addOperator(OperatorEntry(entry: entry, owner: nominal, fixity: fixity), name, in: context.module)
    }
    finishLater(entry, in: context)
  }

  /// A cell's members are all declared and checked with the cell.
  func finishLater(_ entry: MemberEntry, in context: DeclarationContext) {
    guard !context.isLazy else { return }
    delayed.append {
      for case .function(let function) in entry.members { _ = function.typedBody }
      for case .subscriptDecl(let decl) in entry.members {
        _ = decl.accessors.get?.typedBody
        _ = decl.accessors.set?.typedBody
      }
    }
  }

  func addOperator(_ entry: OperatorEntry, _ name: String, in module: ModuleScope) {
    module.operators[name, default: []].insert(entry, at: 0)
    guard cell != nil else { return }
    undo.append { module.operators[name]?.removeAll { $0.entry === entry.entry } }
  }

  /// Gives a function what it has from where it stands: generics, requirements, `self`.
  func setUp(_ function: FunctionDecl, in context: DeclarationContext, isMutating: Bool) {
    function.generics = context.generics
    function.requirements = context.requirements
    function.isMutating = isMutating
    if let nominal = context.nominal, function.isStatic, nominal.isClass, !nominal.isFinal, function.dynamicSelf == nil {
      function.dynamicSelf = GenericParameter(name: "Self")
    }
    guard let nominal = context.nominal, !function.isStatic, function.selfVariable == nil else { return }
    let isInout = isMutating && !nominal.isClass
    function.selfVariable = Variable(
      name: "self", range: function.range, type: environmentSelf(context), isLet: !isInout,
      kind: isInout ? .inoutParameter : .parameter)
  }

  func environmentSelf(_ context: DeclarationContext) -> Type { context.selfType }

  /// How a body is to be checked, when somebody needs it.
  func setBody(of function: FunctionDecl, _ statements: [Stmt], in context: DeclarationContext, scope: Scope) {
    function.body = .unchecked
    function.checkBody = { [unowned self] function in
      function.checkBody = nil
      checkBody(of: function, statements, in: context, scope: scope)
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
