extension Parser {
  mutating func parseClosure() -> Expr {
    nested { parser in
      parser.parseInner { $0.parseClosureBody() }
    } ?? Expr(.error, range(current))
  }

  private mutating func parseClosureBody() -> Expr {
    let start = current.start
    let opening = take()
    var captures: [(specifier: CaptureSpecifier, name: Identifier, value: Expr?)] = []
    var parameters: [ClosureParameter]?
    var throwing = ThrowsSyntax.never
    var result: TypeExpr?
    if hasClosureSignature {
      while at(.at) { skipAttribute() }
      if at(.leftSquare) { captures = parseCaptures() }
      if at(.leftParen) {
        parameters = parseClosureParameters()
      } else if !at(.in), !at(.throws), !at(.arrow), !at(name: "async") {
        parameters = parseBareParameters()
      }
      if at(name: "async") {
        diagnoseUnsupported(.asynchronous("async"))
        advance()
      }
      if accept(.throws) { throwing = parseThrownType() }
      if accept(.arrow) { result = parseType() }
      if !accept(.in) { diagnose(.expectedInAfterSignature()) }
    }
    var body: [Stmt] = []
    parseStatements(into: &body)
    if !accept(.rightBrace) { diagnose(.expectedClosingBraceOfClosure(), toMatch: opening) }
    let closure = ClosureExpr(
      captures: captures, parameters: parameters, throwing: throwing, result: result, body: body,
      range: range(from: start))
    return Expr(.closure(closure), range(from: start))
  }

  /// Whether an `in` follows something that can be a signature.
  private var hasClosureSignature: Bool {
    var index = index
    func kind(_ index: Int) -> Token.Kind { index < tokens.count ? tokens[index].kind : .endOfFile }
    while kind(index) == .at {
      index += 2
      if kind(index) == .leftParen { index = (closingBracket(from: index) ?? index) + 1 }
    }
    if kind(index) == .leftSquare {
      guard let close = closingBracket(from: index) else { return false }
      index = close + 1
      if kind(index) == .keyword(.in) { return true }
    }
    if kind(index) == .leftParen {
      guard let close = closingBracket(from: index) else { return false }
      index = close + 1
    } else if kind(index) == .identifier || kind(index) == .keyword(.underscore) {
      if !isName(tokens[index], "async") || kind(index + 1) == .comma || kind(index + 1) == .keyword(.in) { index += 1 }
      while kind(index) == .comma {
        index += 1
        guard kind(index) == .identifier || kind(index) == .keyword(.underscore) else { return false }
        index += 1
      }
    } else if kind(index) != .keyword(.throws), kind(index) != .arrow {
      return false
    }
    if kind(index) == .identifier, isName(tokens[index], "async") { index += 1 }
    if kind(index) == .keyword(.throws) {
      index += 1
      if kind(index) == .leftParen { index = (closingBracket(from: index) ?? index) + 1 }
    }
    if kind(index) == .keyword(.in) { return true }
    guard kind(index) == .arrow else { return false }
    // The result type ends at `in`; it holds no braces and no statement.
    index += 1
    while true {
      switch kind(index) {
      case .keyword(.in): return true
      case .leftParen, .leftSquare:
        guard let close = closingBracket(from: index) else { return false }
        index = close + 1
      case .identifier, .period, .comma, .arrow, .binaryOperator, .prefixOperator, .postfixOperator, .questionPostfix,
        .exclamationPostfix, .keyword(.selfType), .keyword(.any), .keyword(.throws), .keyword(.underscore), .colon, .at,
        .ampersandPrefix:
        index += 1
      default: return false
      }
    }
  }

  private mutating func parseCaptures() -> [(specifier: CaptureSpecifier, name: Identifier, value: Expr?)] {
    let opening = take()
    var captures: [(specifier: CaptureSpecifier, name: Identifier, value: Expr?)] = []
    while !at(.rightSquare), !isAtEnd {
      var specifier = CaptureSpecifier.strong
      if at(name: "weak"), isCaptureName(peek()) {
        advance()
        specifier = .weak
      } else if at(name: "unowned"), isCaptureName(peek()) || peek().kind == .leftParen {
        advance()
        specifier = .unowned
        if at(.leftParen) { skipGroup() }
      }
      guard isCaptureName(current) else {
        diagnose(.expectedCapture())
        break
      }
      let name = takeIdentifier()
      let value = accept(.equal) ? parseExpression(.expectedInitialValue()) : nil
      captures.append((specifier, name, value))
      if !accept(.comma) { break }
    }
    close(.rightSquare, .expectedClosingSquareInCaptures(), opening)
    return captures
  }

  private func isCaptureName(_ token: Token) -> Bool { token.kind == .identifier || token.kind == .keyword(.self) }

  /// `a, b in`
  private mutating func parseBareParameters() -> [ClosureParameter] {
    var parameters: [ClosureParameter] = []
    while at(.identifier) || at(.keyword(.underscore)) {
      parameters.append(ClosureParameter(name: takeIdentifier(), type: nil))
      if !accept(.comma) { break }
    }
    return parameters
  }

  /// `(a: Int, b) in`
  private mutating func parseClosureParameters() -> [ClosureParameter] {
    let opening = take()
    var parameters: [ClosureParameter] = []
    while !at(.rightParen), !isAtEnd {
      while at(.at) { skipAttribute() }
      if at(.leftParen) {
        diagnoseUnsupported(.destructuringParameter)
        skipGroup()
        if !accept(.comma) { break }
        continue
      }
      guard at(.identifier) || at(.keyword(.underscore)) || at(.keyword(.`self`)) else {
        diagnose(.expectedParameterName())
        break
      }
      var name = takeIdentifier()
      // `{ (label name: Int) in`
      if at(.identifier) || at(.keyword(.underscore)) { name = takeIdentifier() }
      var parameter = ClosureParameter(name: name, type: nil)
      if accept(.colon) {
        let qualified = parseQualifiedType()
        parameter = ClosureParameter(name: name, type: qualified.type, isInout: qualified.isInout)
      }
      parameters.append(parameter)
      if !accept(.comma) { break }
    }
    close(.rightParen, .expectedClosingParenInParameters(), opening)
    return parameters
  }
}
