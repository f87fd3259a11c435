extension Parser {
  // MARK: Patterns that bind

  /// The pattern of `let`, `var` and `for`: names, `_` and tuples of them.
  mutating func parseBindingPattern() -> Pattern {
    nested { $0.parseBindingPatternBody() } ?? Pattern(.wildcard, afterPrevious)
  }

  private mutating func parseBindingPatternBody() -> Pattern {
    let start = current.start
    switch current.kind {
    case .identifier:
      let name = takeIdentifier()
      return Pattern(.name(name), name.range)
    case .keyword(.self) where bindsSelf:
      let name = takeIdentifier()
      return Pattern(.name(name), name.range)
    case .keyword(.underscore):
      advance()
      return Pattern(.wildcard, range(from: start))
    case .leftParen:
      return parseTuplePattern { $0.parseBindingPattern() }
    case .keyword where !current.isAtLineStart && !at(.in):
      diagnose(.keywordAsIdentifier(text, "pattern"))
      let name = takeIdentifier()
      return Pattern(.name(name), name.range)
    default:
      diagnose(.expectedPattern(), at: current.isAtLineStart ? afterPrevious : nil)
      return Pattern(.wildcard, afterPrevious)
    }
  }

  /// `guard let self` binds the name again.
  private var bindsSelf: Bool { peek(-1).kind == .keyword(.let) || peek(-1).kind == .keyword(.var) }

  private mutating func parseTuplePattern(_ element: (inout Parser) -> Pattern) -> Pattern {
    let start = current.start
    let elements = parsePatternElements(element)
    if elements.count == 1, elements[0].label == nil { return Pattern(elements[0].pattern.kind, range(from: start)) }
    return Pattern(.tuple(elements), range(from: start))
  }

  private mutating func parsePatternElements(
    _ element: (inout Parser) -> Pattern
  ) -> [(label: Identifier?, pattern: Pattern)] {
    let opening = take()
    var elements: [(label: Identifier?, pattern: Pattern)] = []
    while !at(.rightParen), !isAtEnd {
      var label: Identifier?
      if isLabel(current), peek().kind == .colon {
        label = takeIdentifier()
        advance()
      }
      elements.append((label, element(&self)))
      if !accept(.comma) { break }
    }
    if isSpeculating {
      if !accept(.rightParen) { diagnose(.expectedClosingParenInPattern()) }
    } else {
      close(.rightParen, .expectedClosingParenInPattern(), opening)
    }
    return elements
  }

  // MARK: Patterns that match

  /// A pattern of `case` or `catch`. Inside `let` a name binds; elsewhere it is an expression.
  ///
  /// `Type.name` is an enum case where the base looks like a type (its last name begins with a capital letter) or where
  /// the arguments are patterns, and an expression otherwise: the checker, which knows, takes either for the other.
  mutating func parseMatchingPattern(inBinding: Bool = false) -> Pattern {
    nested { $0.parseMatchingPatternBody(inBinding: inBinding) } ?? Pattern(.wildcard, afterPrevious)
  }

  private mutating func parseMatchingPatternBody(inBinding: Bool) -> Pattern {
    let start = current.start
    var pattern = parsePrimaryPattern(inBinding: inBinding)
    while true {
      if at(.questionPostfix) {
        advance()
        pattern = Pattern(.optional(pattern), range(from: start))
      } else if at(.keyword(.as)) {
        advance()
        let type = parseType()
        pattern = Pattern(.asType(pattern, type), range(from: start))
      } else if at(.colon), inBinding, peek().kind != .endOfFile, isTypedPattern {
        advance()
        let type = parseType()
        pattern = Pattern(.typed(pattern, type), range(from: start))
      } else {
        return pattern
      }
    }
  }

  /// `case let x: Int = e`: the colon belongs to the pattern only where `=` follows the type.
  private var isTypedPattern: Bool {
    guard !isSwitchPattern else { return false }
    return peek().kind == .identifier || peek().kind == .leftSquare || peek().kind == .leftParen
  }

  /// Patterns of a switch end at `:`; those of `if case` end at `=`.
  private var isSwitchPattern: Bool {
    var index = index
    while index < tokens.count, !tokens[index].isAtLineStart || index == self.index {
      switch tokens[index].kind {
      case .equal: return false
      case .leftBrace, .rightBrace, .endOfFile, .semicolon: return true
      default: index += 1
      }
    }
    return true
  }

  private mutating func parsePrimaryPattern(inBinding: Bool) -> Pattern {
    let start = current.start
    switch current.kind {
    case .keyword(.let), .keyword(.var):
      let isVar = at(.var)
      if inBinding { diagnose(.bindingInsideBinding()) }
      advance()
      let inner = parseMatchingPattern(inBinding: true)
      // `as` and `?` written behind belong to the inner pattern, as in Swift.
      return Pattern(.binding(isVar: isVar, inner), range(from: start))
    case .keyword(.is):
      advance()
      let type = parseType()
      return Pattern(.isType(type), range(from: start))
    case .keyword(.underscore) where endsPattern(peek()):
      advance()
      return Pattern(.wildcard, range(from: start))
    case .leftParen:
      let tuple = speculate(.tuplePattern(inBinding: inBinding)) { parser -> Pattern? in
        let pattern = parser.parseTuplePattern { $0.parseMatchingPattern(inBinding: inBinding) }
        return parser.endsPattern(parser.current) ? pattern : nil
      }
      return tuple ?? parseExpressionPattern()
    case .prefixPeriod:
      let enumCase = speculate(.casePattern(inBinding: inBinding)) { $0.parseImplicitCase(inBinding: inBinding) }
      return enumCase ?? parseExpressionPattern()
    case .identifier:
      if endsPattern(peek()) {
        let name = takeIdentifier()
        if inBinding { return Pattern(.name(name), name.range) }
        return Pattern(.expression(Expr(.name(name, generics: [], labels: nil), name.range)), name.range)
      }
      let enumCase = speculate(.casePattern(inBinding: inBinding)) { $0.parseQualifiedCase(inBinding: inBinding) }
      return enumCase ?? parseExpressionPattern()
    default: return parseExpressionPattern()
    }
  }

  private mutating func parseExpressionPattern() -> Pattern {
    let start = current.start
    let outer = allowsAssignment
    allowsAssignment = false
    defer { allowsAssignment = outer }
    let value = parseExpression(.expectedPattern())
    return Pattern(.expression(value), range(from: start))
  }

  /// `.name` or `.name(patterns)`
  private mutating func parseImplicitCase(inBinding: Bool) -> Pattern? {
    let start = current.start
    advance()
    guard let name = parseMemberName() else { return nil }
    let arguments = parseCaseArguments(inBinding: inBinding)
    guard endsPattern(current) else { return nil }
    return Pattern(.enumCase(type: nil, name, arguments: arguments), range(from: start))
  }

  private mutating func parseCaseArguments(inBinding: Bool) -> [(label: Identifier?, pattern: Pattern)]? {
    guard at(.leftParen), !current.isAtLineStart else { return nil }
    return parsePatternElements { $0.parseMatchingPattern(inBinding: inBinding) }
  }

  /// `Type.name` or `Type.name(patterns)`
  private mutating func parseQualifiedCase(inBinding: Bool) -> Pattern? {
    let start = current.start
    var components: [TypeExpr.Component] = []
    while true {
      guard at(.identifier) || at(.selfType) else { return nil }
      let name = takeIdentifier()
      if !at(.period) {
        guard let last = components.last else { return nil }
        let type = TypeExpr(.named(components), range(from: start))
        let typeRange = SourceRange(file: file, start: Int(start), end: Int(last.name.range.end))
        let arguments = parseCaseArguments(inBinding: inBinding)
        guard endsPattern(current) else { return nil }
        let looksLikeType = last.name.text.first?.isUppercase ?? false
        guard looksLikeType || arguments?.contains(where: { !isPlainExpression($0.pattern) }) ?? false else { return nil }
        return Pattern(.enumCase(type: TypeExpr(type.kind, typeRange), name, arguments: arguments), range(from: start))
      }
      guard components.count < Self.maximumChain else { return nil }
      let arguments: [TypeExpr] = []
      components.append(.init(name: name, arguments: arguments))
      advance()
    }
  }

  private func isPlainExpression(_ pattern: Pattern) -> Bool {
    if case .expression = pattern.kind { true } else { false }
  }

  /// Whether a token can follow a whole pattern.
  private func endsPattern(_ token: Token) -> Bool {
    switch token.kind {
    case .colon, .comma, .rightParen, .equal, .leftBrace, .keyword(.where), .keyword(.in), .questionPostfix,
      .keyword(.as), .endOfFile, .rightBrace, .semicolon:
      true
    default: token.isAtLineStart
    }
  }
}
