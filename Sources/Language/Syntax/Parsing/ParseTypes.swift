extension Parser {
  /// A type with what may stand before it in a parameter: `inout`, `@escaping`, `@autoclosure`.
  struct QualifiedType {
    var type: TypeExpr
    var isInout = false
    var isEscaping = false
    var isAutoclosure = false
  }

  mutating func parseQualifiedType(_ message: Diagnostic.Message = .expectedType()) -> QualifiedType {
    var qualified = QualifiedType(type: TypeExpr(.error, afterPrevious))
    while true {
      if at(.at) {
        if isName(peek(), "escaping") { qualified.isEscaping = true }
        if isName(peek(), "autoclosure") { qualified.isAutoclosure = true }
        skipAttribute()
      } else if accept(.inout) {
        qualified.isInout = true
      } else if at(.identifier), let features = Self.ownership[text], startsType(peek()) {
        for feature in features { diagnoseUnsupported(feature) }
        advance()
      } else {
        break
      }
    }
    qualified.type = startsUnqualifiedType ? parseUnqualifiedType() : missingType(message)
    return qualified
  }

  /// Words before a parameter's type; one without a feature means nothing where every value is shared safely.
  private static let ownership: [String: [Diagnostic.Feature]] = [
    "borrowing": [], "consuming": [], "sending": [], "__owned": [], "__shared": [], "nonisolated": [], "_const": [],
    "isolated": [.asynchronous("isolated")],
  ]

  mutating func parseType(_ message: Diagnostic.Message = .expectedType()) -> TypeExpr { parseQualifiedType(message).type }

  private var startsUnqualifiedType: Bool { startsType(current) || at(.repeat) || isKeyword(current) }

  private mutating func missingType(_ message: Diagnostic.Message) -> TypeExpr {
    diagnose(message)
    return TypeExpr(.error, afterPrevious)
  }

  private mutating func parseUnqualifiedType() -> TypeExpr {
    nested { $0.parseTypeBody() } ?? TypeExpr(.error, afterPrevious)
  }

  private mutating func parseTypeBody() -> TypeExpr {
    let start = current.start
    if isTypeKeyword(current), startsType(peek()) {
      let word = text
      advance()
      let type = nested { $0.parseComposition() } ?? TypeExpr(.error, afterPrevious)
      switch word {
      case "some": return TypeExpr(.some(type), range(from: start))
      case "any": return TypeExpr(.any(type), range(from: start))
      default:
        diagnoseUnsupported(.parameterPacks, at: range(from: start))
        return TypeExpr(mode == .cell ? .error : type.kind, range(from: start))
      }
    }
    if at(.repeat) {
      diagnoseUnsupported(.parameterPacks)
      advance()
      return parseUnqualifiedType()
    }
    return parseComposition()
  }

  /// `some`, `any` and `each` before a type.
  func isTypeKeyword(_ token: Token) -> Bool {
    isName(token, "some") || isName(token, "any") || isName(token, "each")
  }

  func startsType(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier, .leftParen, .leftSquare, .keyword(.selfType), .keyword(.any), .at, .keyword(.inout),
      .keyword(.underscore):
      true
    case .prefixOperator: matches(token, "~")
    default: false
    }
  }

  private mutating func parseComposition() -> TypeExpr {
    let start = current.start
    let first = parseSuppressible()
    guard isAtComposition else { return first }
    var members = [first]
    while isAtComposition {
      advance()
      members.append(parseSuppressible())
    }
    return TypeExpr(.composition(members), range(from: start))
  }

  /// `&` between two types; `&*` and `&+` behind `x as Int8` are operators of their own.
  private var isAtComposition: Bool { matches(current, "&") && (current.isOperator || at(.ampersandPrefix)) }

  /// `~Copyable` says what a type has not.
  private mutating func parseSuppressible() -> TypeExpr {
    guard atOperator("~") else { return parsePostfixType() }
    diagnoseUnsupported(.suppressedConformance)
    advance()
    let type = parsePostfixType()
    return TypeExpr(.error, type.range)
  }

  private mutating func parsePostfixType() -> TypeExpr {
    let start = current.start
    var type = parseTypeWithoutMembers()
    if at(.arrow), !isSpeculating, mode == .cell, case .named = type.kind {
      diagnose(.unparenthesizedParameter(), at: type.range)
      advance()
      return parseType(.expectedResultType())
    }
    while true {
      if current.isAtLineStart, !at(.period) || isSpeculating { return type }
      switch current.kind {
      case .questionPostfix:
        advance()
        type = TypeExpr(.optional(type), range(from: start))
      case .exclamationPostfix:
        advance()
        type = TypeExpr(.implicitlyUnwrapped(type), range(from: start))
      case .period where isName(peek(), "Type") || isName(peek(), "Protocol"):
        advance()
        advance()
        type = TypeExpr(.metatype(type), range(from: start))
      case .postfixOperator where startsWith("?") || startsWith("!"):
        let mark = file.bytes[Int(current.start)]
        takeFirstCharacter()
        type = TypeExpr(mark == UInt8(ascii: "?") ? .optional(type) : .implicitlyUnwrapped(type), range(from: start))
      default: return type
      }
    }
  }

  mutating func parseTypeWithoutMembers() -> TypeExpr {
    let start = current.start
    switch current.kind {
    case .identifier, .keyword(.selfType), .keyword(.any):
      return parseNamedType()
    case .keyword(.underscore):
      advance()
      return TypeExpr(.inferred, range(from: start))
    case .leftParen:
      return parseTupleOrFunctionType()
    case .leftSquare:
      return parseBracketedType()
    case .keyword(let keyword) where keyword != .inout && !current.isAtLineStart && Self.isWrongTypeName(keyword):
      diagnose(.keywordAsIdentifier(text, "type"))
      advance()
      return TypeExpr(.error, range(from: start))
    default:
      diagnose(.expectedType(), at: current.isAtLineStart ? afterPrevious : nil)
      return TypeExpr(.error, afterPrevious)
    }
  }

  private static func isWrongTypeName(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .class, .struct, .enum, .func, .let, .var, .protocol: true
    default: false
    }
  }

  private mutating func parseNamedType() -> TypeExpr {
    let start = current.start
    var components: [TypeExpr.Component] = []
    while true {
      let name = takeIdentifier()
      var arguments: [TypeExpr] = []
      if startsWith("<"), !isAtLineStart { arguments = parseTypeArguments() }
      components.append(.init(name: name, arguments: arguments))
      guard at(.period), !isName(peek(), "Type"), !isName(peek(), "Protocol") else { break }
      guard components.count < Self.maximumChain else {
        diagnose(.expressionTooLong())
        skipToEnd()
        break
      }
      switch peek().kind {
      case .identifier, .keyword(.selfType): advance()
      default:
        // `T.init` and `T.self` end the type.
        if isSpeculating { return TypeExpr(.named(components), range(from: start)) }
        if case .keyword = peek().kind { return TypeExpr(.named(components), range(from: start)) }
        advance()
        diagnose(.expectedMemberType(), at: isAtLineStart ? afterPrevious : nil)
        return TypeExpr(.named(components), range(from: start))
      }
    }
    return TypeExpr(.named(components), range(from: start))
  }

  /// `<A, B>`
  mutating func parseTypeArguments() -> [TypeExpr] {
    let opening = current
    takeFirstCharacter()
    var arguments: [TypeExpr] = []
    while !startsWith(">"), !isAtEnd {
      if at(.integer) {
        if !isSpeculating { diagnoseUnsupported(.valueGenerics) }
        advance()
      } else {
        arguments.append(parseType())
      }
      if !accept(.comma) { break }
    }
    guard startsWith(">") else {
      diagnose(.expectedClosingAngle(), toMatch: opening)
      return arguments
    }
    takeFirstCharacter()
    return arguments
  }

  private mutating func parseBracketedType() -> TypeExpr {
    let start = current.start
    let opening = take()
    if mode == .interface, at(.integer) {
      // `[4 of Int]`
      advance()
      advance()
    }
    let element = parseType()
    if accept(.colon) {
      let value = parseType(.expectedValueType())
      closeType(.rightSquare, .expectedClosingSquareInDictionaryType(), opening)
      return TypeExpr(.dictionary(element, value), range(from: start))
    }
    closeType(.rightSquare, .expectedClosingSquareInArrayType(), opening)
    return TypeExpr(.array(element), range(from: start))
  }

  private mutating func closeType(_ close: Token.Kind, _ message: Diagnostic.Message, _ opening: Token) {
    if isSpeculating {
      if !accept(close) { diagnose(message) }
    } else {
      self.close(close, message, opening)
    }
  }

  // MARK: Tuples and functions

  private struct TupleElement {
    var label: Identifier?
    var qualified: QualifiedType
    var isVariadic: Bool
  }

  private mutating func parseTupleOrFunctionType() -> TypeExpr {
    let start = current.start
    let opening = take()
    var elements: [TupleElement] = []
    while !at(.rightParen), !isAtEnd {
      var label: Identifier?
      if isLabel(current) || at(.keyword(.underscore)) {
        if peek().kind == .colon {
          label = takeIdentifier()
          advance()
        } else if peek().kind == .identifier || peek().kind == .keyword(.underscore), peek(2).kind == .colon {
          advance()
          label = takeIdentifier()
          advance()
        }
      }
      if label?.text == "_" { label = nil }
      let qualified = parseQualifiedType()
      var isVariadic = false
      if current.isOperator, matches(current, "...") {
        isVariadic = true
        advance()
      }
      elements.append(TupleElement(label: label, qualified: qualified, isVariadic: isVariadic))
      if at(.equal) {
        diagnose(.defaultInType())
        advance()
        _ = parseInner { $0.parseExpression() }
      }
      if !accept(.comma) { break }
    }
    closeType(.rightParen, .expectedClosingParenInTuple(), opening)
    if let function = parseFunctionTypeTail(elements, from: start) { return function }
    if elements.count == 1, elements[0].label == nil, !elements[0].isVariadic {
      return TypeExpr(elements[0].qualified.type.kind, range(from: start))
    }
    return TypeExpr(.tuple(elements.map { ($0.label, $0.qualified.type) }), range(from: start))
  }

  private mutating func parseFunctionTypeTail(_ elements: [TupleElement], from start: Int32) -> TypeExpr? {
    var throwing = ThrowsSyntax.never
    if at(name: "async"), peek().kind == .arrow || peek().kind == .keyword(.throws) {
      diagnoseUnsupported(.asynchronous("async"))
      advance()
    }
    if at(.throws) || at(.rethrows), peek().kind == .arrow || peek().kind == .leftParen {
      advance()
      throwing = parseThrownType()
    }
    guard accept(.arrow) else { return nil }
    let result = parseType(.expectedResultType())
    let parameters = elements.map {
      TypeExpr.FunctionParameter(
        type: $0.qualified.type, isInout: $0.qualified.isInout, isVariadic: $0.isVariadic,
        isEscaping: $0.qualified.isEscaping, isAutoclosure: $0.qualified.isAutoclosure)
    }
    return TypeExpr(.function(parameters, throwing, result), range(from: start))
  }

  /// Whether a parenthesis begins the type of a function within an expression: `((Int) -> Int).self`.
  var atFunctionType: Bool {
    guard let close = closingBracket(from: index), close + 1 < tokens.count else { return false }
    switch tokens[close + 1].kind {
    case .arrow: return true
    case .keyword(.throws):
      var next = close + 2
      if next < tokens.count, tokens[next].kind == .leftParen { next = (closingBracket(from: next) ?? next) + 1 }
      return next < tokens.count && tokens[next].kind == .arrow
    default: return false
    }
  }

  mutating func parseFunctionTypeValue() -> TypeExpr? {
    let type = parseTupleOrFunctionType()
    guard case .function = type.kind else { return nil }
    return type
  }
}
