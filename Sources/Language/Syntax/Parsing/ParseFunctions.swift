extension Parser {
  mutating func parseFunction(_ place: Place, _ modifiers: [Decl.Modifier]) -> Decl.Kind {
    advance()
    guard let (name, isOperator) = parseFunctionName() else {
      skipToStatement()
      return .unsupported
    }
    let generics = parseGenericParameters()
    guard at(.leftParen) else {
      diagnose(.expectedParameterList("function"))
      skipDeclarationRest()
      return .unsupported
    }
    let parameters = parseParameters()
    let throwing = parseEffects()
    let result = accept(.arrow) ? parseType(.expectedResultType()) : nil
    let late = parseLateEffects(throwing)
    let requirements = parseRequirements()
    let body = parseOptionalBody(place, .expectedBraceInFunction())
    return .function(
      FunctionSyntax(
        name: name, isOperator: isOperator, generics: generics, parameters: parameters, throwing: late, result: result,
        requirements: requirements, body: body))
  }

  mutating func parseFunctionName() -> (Identifier, isOperator: Bool)? {
    if isAnyOperator || at(.equal) {
      if at(.equal) { diagnose(.equalIsReserved()) }
      // `func <<T>(…)`: the last `<` begins the generic parameters.
      if current.isOperator, current.end - current.start > 1, file.bytes[Int(current.end) - 1] == UInt8(ascii: "<"),
        peek().kind == .identifier {
        current.end -= 1
      }
      return (takeIdentifier(), true)
    }
    return parseDeclarationName("function").map { ($0, false) }
  }

  private mutating func skipDeclarationRest() {
    while !isAtEnd, !current.isAtLineStart, !at(.leftBrace), !at(.rightBrace), !at(.semicolon) { skipGroup() }
    if at(.leftBrace) { skipGroup() }
  }

  /// The body of a function: absent in a protocol, and passed over where only the interface is read.
  mutating func parseOptionalBody(_ place: Place, _ message: Diagnostic.Message) -> [Stmt]? {
    guard at(.leftBrace) else {
      if !place.isProtocol, mode == .cell { diagnose(message, at: isAtLineStart ? afterPrevious : nil) }
      return nil
    }
    if mode == .interface {
      skipGroup()
      return nil
    }
    if place.isProtocol { diagnose(.protocolBody()) }
    return parseBraces()
  }

  // MARK: Effects

  /// `(E)` after `throws`, if it is there.
  mutating func parseThrownType() -> ThrowsSyntax {
    guard at(.leftParen), !current.isAtLineStart else { return .any }
    let opening = take()
    let type = parseType()
    close(.rightParen, .expectedClosingParenInList(), opening)
    return .typed(type)
  }

  private mutating func parseEffects() -> ThrowsSyntax {
    var throwing = ThrowsSyntax.never
    while true {
      if at(name: "async") || at(name: "reasync") {
        diagnoseUnsupported(.asynchronous("async"))
        advance()
      } else if at(.throws) {
        advance()
        throwing = parseThrownType()
      } else if at(.rethrows) {
        advance()
        throwing = .rethrowing
      } else if at(.throw) || at(.try), peek().kind == .arrow || peek().kind == .leftBrace {
        diagnose(.throwInsteadOfThrows(text))
        advance()
        throwing = .any
      } else {
        return throwing
      }
    }
  }

  /// `-> Int throws`: the word stands too late.
  private mutating func parseLateEffects(_ throwing: ThrowsSyntax) -> ThrowsSyntax {
    guard at(.throws) || at(.rethrows), !current.isAtLineStart else { return throwing }
    if case .never = throwing { diagnose(.throwsAfterArrow(text)) } else { diagnose(.throwsTwice(text)) }
    advance()
    return .any
  }

  // MARK: Parameters

  mutating func parseParameters() -> [ParameterSyntax] {
    parseInner { $0.parseParameterList() }
  }

  private mutating func parseParameterList() -> [ParameterSyntax] {
    let opening = take()
    var parameters: [ParameterSyntax] = []
    while !at(.rightParen), !isAtEnd {
      let before = index
      guard let parameter = parseParameter() else { break }
      parameters.append(parameter)
      if accept(.comma) { continue }
      if at(.rightParen) || index == before { break }
      guard isLabel(current), !isAtLineStart else { break }
      diagnoseMissingComma()
    }
    close(.rightParen, .expectedClosingParenInParameters(), opening)
    return parameters
  }

  private mutating func parseParameter() -> ParameterSyntax? {
    while at(.at) { skipAttribute() }
    var isInoutBefore = false
    if at(.inout) {
      diagnose(.inoutBeforeName())
      advance()
      isInoutBefore = true
    } else if at(.let) || at(.var) {
      diagnose(.letAsParameter(text))
      advance()
    }
    guard isLabel(current) else {
      diagnose(.expectedParameterName())
      return nil
    }
    let first = takeIdentifier()
    var second: Identifier?
    if isLabel(current) { second = takeIdentifier() }
    if at(.comma) || at(.rightParen) {
      diagnose(.unnamedParameter(), at: first.range)
      return ParameterSyntax(label: nil, name: second ?? first, type: TypeExpr(.error, first.range))
    }
    guard accept(.colon) else {
      diagnose(.expectedParameterColon())
      return nil
    }
    let qualified = parseQualifiedType(.expectedParameterType())
    var parameter = ParameterSyntax(
      label: first.text == "_" ? nil : first, name: second ?? first, type: qualified.type,
      isInout: qualified.isInout || isInoutBefore, isEscaping: qualified.isEscaping,
      isAutoclosure: qualified.isAutoclosure)
    if current.isOperator, matches(current, "...") {
      parameter.isVariadic = true
      advance()
    }
    if at(.equal) {
      advance()
      parameter.defaultValue = parseExpression(.expectedInitialValue())
    } else if atOperator("==") {
      diagnose(.expectedEqualForDefault())
      advance()
      parameter.defaultValue = parseExpression(.expectedInitialValue())
    }
    return parameter
  }

  // MARK: Initialisers, subscripts

  mutating func parseInitializer(_ place: Place) -> Decl.Kind {
    advance()
    var isFailable = false
    if at(.questionPostfix) || at(.exclamationPostfix) || at(.questionInfix) {
      isFailable = true
      advance()
    }
    let generics = parseGenericParameters()
    guard at(.leftParen) else {
      diagnose(.expectedParameterList("initializer"))
      skipDeclarationRest()
      return .unsupported
    }
    let parameters = parseParameters()
    let throwing = parseEffects()
    if at(.arrow) {
      diagnose(.initializerResult())
      advance()
      _ = parseType()
    }
    let requirements = parseRequirements()
    let body = parseOptionalBody(place, .expectedBraceInInitializer())
    return .initializer(
      InitializerSyntax(
        isFailable: isFailable, generics: generics, parameters: parameters, throwing: throwing,
        requirements: requirements, body: body))
  }

  mutating func parseDeinitializer() -> Decl.Kind {
    advance()
    if at(.leftParen) {
      diagnose(.deinitializerParameters())
      skipGroup()
    }
    if mode == .interface {
      if at(.leftBrace) { skipGroup() }
      return .deinitializer([])
    }
    return .deinitializer(parseBlock(.expectedBraceInDeinitializer()))
  }

  mutating func parseSubscript(_ place: Place) -> Decl.Kind {
    advance()
    let generics = parseGenericParameters()
    guard at(.leftParen) else {
      diagnose(.expectedParameterList("subscript"))
      skipDeclarationRest()
      return .unsupported
    }
    let parameters = parseParameters().map { parameter in
      // In a subscript one name is no label: `subscript(i: Int)` is called as `x[3]`.
      var parameter = parameter
      if let label = parameter.label, label.range.start == parameter.name.range.start { parameter.label = nil }
      return parameter
    }
    guard accept(.arrow) else {
      diagnose(.expectedArrowInSubscript())
      skipDeclarationRest()
      return .unsupported
    }
    let result = parseType()
    let requirements = parseRequirements()
    var accessors: [AccessorSyntax] = []
    if at(.leftBrace) {
      accessors = parseAccessorBlock(place)
    } else if mode == .cell {
      diagnose(.expectedAccessorsInSubscript(), at: isAtLineStart ? afterPrevious : nil)
    }
    return .subscriptDecl(
      SubscriptSyntax(
        generics: generics, parameters: parameters, result: result, requirements: requirements, accessors: accessors))
  }

  // MARK: Generics

  mutating func parseGenericParameters() -> [GenericParameterSyntax] {
    guard startsWith("<"), !isAtLineStart else { return [] }
    let opening = current
    takeFirstCharacter()
    var parameters: [GenericParameterSyntax] = []
    if startsWith(">") { diagnose(.expectedGenericParameterName()) }
    while !startsWith(">"), !isAtEnd {
      while at(.at) { skipAttribute() }
      if at(name: "each"), peek().kind == .identifier {
        diagnoseUnsupported(.parameterPacks)
        advance()
      } else if at(.let) {
        diagnoseUnsupported(.valueGenerics)
        advance()
      }
      guard at(.identifier) else {
        diagnose(.expectedGenericParameterName())
        break
      }
      let name = takeIdentifier()
      let inherits = accept(.colon) ? parseType(.expectedConstraint(name.text)) : nil
      parameters.append(GenericParameterSyntax(name: name, inherits: inherits))
      if !accept(.comma) { break }
    }
    if startsWith(">") {
      takeFirstCharacter()
    } else {
      diagnose(.expectedClosingAngleOfParameters(), toMatch: opening)
    }
    return parameters
  }

  mutating func parseRequirements() -> [RequirementSyntax] {
    guard accept(.where) else { return [] }
    var requirements: [RequirementSyntax] = []
    repeat {
      let subject = parseType()
      if accept(.colon) {
        requirements.append(.conforms(subject, parseType()))
      } else if atOperator("==") {
        advance()
        requirements.append(.sameType(subject, parseType()))
      } else {
        diagnose(.expectedRequirement())
        break
      }
    } while accept(.comma)
    return requirements
  }

  mutating func parseInheritance() -> [TypeExpr] {
    var types: [TypeExpr] = []
    repeat {
      if at(.class) {
        // An older spelling of `AnyObject`.
        let token = take()
        types.append(TypeExpr(.named([.init(name: Identifier("AnyObject", range(token)))]), range(token)))
        continue
      }
      types.append(parseType())
    } while accept(.comma)
    return types
  }
}
