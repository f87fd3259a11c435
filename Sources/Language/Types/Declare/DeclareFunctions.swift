extension Checker {
  func declareFunction(_ syntax: FunctionSyntax, _ declaration: Decl, in context: DeclarationContext) -> FunctionDecl {
    let function = FunctionDecl(
      name: syntax.name.text, kind: context.nominal == nil ? .function : .method, range: syntax.name.range,
      parent: context.nominal)
    function.documentation = declaration.documentation
    function.isOperator = syntax.isOperator
    function.fixity = declaredFixity(declaration)
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

  func checkOperator(
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
    if let parent = function.parent, parent.isClass {
      function.returnsSelf = result.isSelf
      if !function.returnsSelf, result.covariantSelf != nil {
        report(.covariantSelfNotAlone(function.kind == .method ? "method result" : "property"), at: function.range)
      }
    }
    return resolve(
      result, in: scope,
      TypeResolutionOptions(opaque: { protocols, associated in
        let opaque = OpaqueType(protocols: protocols, owner: function)
        opaque.associated = associated
        return .opaque(opaque, function.generics.map(Type.parameter))
      }))
  }

  /// Generic parameters, parameters and effects; gives the scope in which the body sees them.
  func declareSignature(
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
    if !context.isLazy { checkNames(of: function.parameters) }
    function.generics = signature.generics
    function.requirements = signature.requirements
    switch throwing {
    case .never: break
    case .any: function.isThrowing = true
    case .typed:
      let error = withEnvironment(environment) { thrownType(throwing, in: scope) }
      if error == wellKnown.never { break }
      function.isThrowing = true
      if let error, error != wellKnown.anyError { function.thrownType = error }
    case .rethrowing: function.isRethrowing = true
    }
    return (scope, signature)
  }

  private func checkNames(of parameters: [Parameter]) {
    for (index, parameter) in parameters.enumerated() where parameter.variable.name != "_" {
      guard let other = parameters[..<index].first(where: { $0.variable.name == parameter.variable.name }) else { continue }
      report(
        .redeclaration(parameter.variable.name), at: parameter.variable.range,
        notes: [(.previouslyDeclared(parameter.variable.name), other.variable.range)])
    }
  }

  func declareParameter(
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
    if let parent = function.parent, parent.isClass, let place = syntax.type.covariantSelf {
      report(.covariantSelf(parent.name), at: place)
      type = .error
    }
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
    parameter.isEscaping = syntax.isEscaping
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
  func inferRequirements(of function: FunctionDecl, _ signature: DeclarationContext) {
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
  func finish(
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

  func declareInitializer(
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
}

extension TypeExpr {
  /// `Self` or `Self?`
  var isSelf: Bool {
    switch kind {
    case .named(let components): components.count == 1 && components[0].name.text == "Self"
    case .optional(let inner): inner.isSelf
    default: false
    }
  }

  /// Where it mentions `Self`, functions' types apart.
  var covariantSelf: SourceRange? {
    switch kind {
    case .named(let components):
      if isSelf { return range }
      for component in components {
        for argument in component.arguments { if let found = argument.covariantSelf { return found } }
      }
      return nil
    case .optional(let inner), .implicitlyUnwrapped(let inner), .array(let inner), .metatype(let inner): return inner.covariantSelf
    case .dictionary(let key, let value): return key.covariantSelf ?? value.covariantSelf
    case .tuple(let elements):
      for element in elements { if let found = element.type.covariantSelf { return found } }
      return nil
    case .function, .any, .some, .composition, .inferred, .error: return nil
    }
  }
}

extension Decl {
  /// The place of a declaration that has a keyword for a name.
  func nameRange(length: Int) -> SourceRange {
    let keyword = length == 4 ? "init" : "subscript"
    let start = Int(range.start)
    let count = keyword.utf8.count
    let limit = min(Int(range.end), range.file.bytes.count)
    var index = start
    while index + count <= limit {
      if range.file.bytes[index..<index + count].elementsEqual(keyword.utf8) {
        return SourceRange(file: range.file, start: index, end: index + count)
      }
      index += 1
    }
    return range
  }
}
