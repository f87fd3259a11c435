extension Checker {
  func declareAccessors(
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

  func declareSubscript(
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
