extension Parser {
  mutating func parseExpression(_ message: Diagnostic.Message = .expectedExpression()) -> Expr {
    nested { $0.parseSequence(message) } ?? Expr(.error, afterPrevious)
  }

  /// An expression inside brackets, where closures and assignments are allowed again.
  mutating func parseInner<Result>(_ body: (inout Parser) -> Result) -> Result {
    let outer = (allowsTrailingClosure, allowsAssignment, isInSwitch)
    (allowsTrailingClosure, allowsAssignment, isInSwitch) = (true, true, false)
    defer { (allowsTrailingClosure, allowsAssignment, isInSwitch) = outer }
    return body(&self)
  }

  // MARK: Sequences

  private mutating func parseSequence(_ message: Diagnostic.Message) -> Expr {
    let start = current.start
    var items: [SequenceItem] = []
    var message = message
    while true {
      let operand = parseElement(message)
      items.append(.operand(operand))
      if case .error = operand.kind { break }
      while at(.keyword(.is)) || at(.keyword(.as)), items.count <= 2 * Self.maximumChain { items.append(parseCast()) }
      guard let item = parseInfix() else { break }
      items.append(item)
      if items.count > 2 * Self.maximumChain {
        diagnose(.expressionTooLong())
        skipToEnd()
        break
      }
      switch item {
      case .assign:
        allowsStatementValue = true
        message = .expectedExpressionInAssignment()
      case .ternary: message = .expectedExpressionAfterColon()
      default: message = .expectedExpressionAfterOperator()
      }
    }
    if items.count == 1, case .operand(let only) = items[0] { return only }
    return Expr(.sequence(items), range(from: start))
  }

  /// What joins two operands; nil where the expression ends.
  private mutating func parseInfix() -> SequenceItem? {
    switch current.kind {
    case .binaryOperator:
      return .binaryOperator(takeIdentifier())
    case .questionInfix:
      let question = take()
      let middle = parseInner { $0.parseExpression(.expectedExpressionAfterQuestion()) }
      guard accept(.colon) else {
        if case .error = middle.kind {} else { diagnose(.expectedColonInTernary(), at: range(question)) }
        return nil
      }
      return .ternary(middle)
    case .equal where allowsAssignment:
      return .assign(range(take()))
    case .arrow:
      return nil
    default: return nil
    }
  }

  private mutating func parseCast() -> SequenceItem {
    let start = current.start
    let isCheck = at(.keyword(.is))
    advance()
    var kind: CastKind = isCheck ? .check : .coerce
    if !isCheck {
      // `as?` and `as!` have their mark directly behind.
      if at(.questionPostfix) { kind = .conditional; advance() } else if at(.exclamationPostfix) { kind = .force; advance() }
    }
    let place = range(from: start)
    let type = parseType(.expectedTypeAfter(isCheck ? "is" : "as"))
    return .cast(kind, type, place)
  }

  private mutating func parseElement(_ message: Diagnostic.Message) -> Expr {
    let start = current.start
    let allowsStatement = allowsStatementValue
    allowsStatementValue = false
    if accept(.try) {
      var kind = TryKind.plain
      if at(.questionPostfix) { kind = .optional; advance() } else if at(.exclamationPostfix) { kind = .force; advance() }
      allowsStatementValue = allowsStatement
      let value = nested { $0.parseElement(.expectedExpression()) } ?? Expr(.error, afterPrevious)
      return Expr(.tryExpr(kind, value), range(from: start))
    }
    if at(.if) || at(.switch) {
      if !allowsStatement { diagnose(.statementAsExpression(text)) }
      if at(.if) {
        let statement = parseIf(label: nil)
        return Expr(.ifExpr(statement), range(from: start))
      }
      let statement = parseSwitch(label: nil)
      return Expr(.switchExpr(statement), range(from: start))
    }
    if at(.identifier), !current.isEscaped, let feature = Diagnostic.Feature.prefix[text], startsOperand(peek()) {
      diagnoseUnsupported(feature)
      advance()
      return nested { $0.parseElement(.expectedExpression()) } ?? Expr(.error, afterPrevious)
    }
    return parseUnary(message)
  }

  /// Whether a token on the same line can only begin an operand, so that a word before it is no name.
  private func startsOperand(_ token: Token) -> Bool {
    guard !token.isAtLineStart else { return false }
    switch token.kind {
    case .identifier, .integer, .float, .string, .keyword(.self), .keyword(.super), .keyword(.try), .dollarIdentifier:
      return true
    default: return false
    }
  }

  mutating func parseUnary(_ message: Diagnostic.Message) -> Expr {
    let start = current.start
    switch current.kind {
    case .prefixOperator where file.bytes[Int(current.start)] == UInt8(ascii: "/"):
      diagnoseUnsupported(.regexLiteral)
      skipToEndOfLine()
      return Expr(.error, range(from: start))
    case .prefixOperator:
      let name = takeIdentifier()
      let operand = nested { $0.parseUnary(.expectedExpression()) } ?? Expr(.error, afterPrevious)
      return Expr(.prefix(name, operand), range(from: start))
    case .ampersandPrefix:
      advance()
      let operand = nested { $0.parseUnary(.expectedExpression()) } ?? Expr(.error, afterPrevious)
      return Expr(.inoutAddress(operand), range(from: start))
    case .backslash:
      return parseKeyPath()
    case .binaryOperator:
      // `a + * b`: the operator has no left operand.
      diagnose(.separatedPrefixOperator())
      advance()
      return nested { $0.parseUnary(.expectedExpression()) } ?? Expr(.error, afterPrevious)
    case .postfixOperator, .exclamationPostfix:
      diagnose(message)
      return Expr(.error, afterPrevious)
    default:
      let primary = parsePrimary(message)
      if case .error = primary.kind { return primary }
      return parsePostfix(primary, from: start)
    }
  }

  // MARK: Primary expressions

  private mutating func parsePrimary(_ message: Diagnostic.Message) -> Expr {
    let start = current.start
    switch current.kind {
    case .integer: return parseInteger()
    case .float: return parseFloat()
    case .string: return parseString()
    case .dollarIdentifier:
      let name = takeIdentifier()
      return Expr(.name(name, generics: [], labels: nil), name.range)
    case .identifier:
      // `any(mask)` calls a function; only a name directly behind makes the word a part of a type.
      if isTypeKeyword(current), !peek().isAtLineStart, peek().kind == .identifier {
        let type = parseType()
        return Expr(.type(type), type.range)
      }
      return parseName()
    case .leftParen:
      if atFunctionType, let type = speculate(.functionType, { $0.parseFunctionTypeValue() }) { return Expr(.type(type), type.range) }
      return parseParenthesized()
    case .leftSquare: return parseCollection()
    case .leftBrace: return parseClosure()
    case .prefixPeriod, .period: return parseImplicitMember()
    case .hash: return parseHash()
    case .at:
      diagnose(message)
      return Expr(.error, afterPrevious)
    case .keyword(let keyword):
      if current.isAtLineStart, message.isPlacedBehind, Self.isDeclaration(keyword), keyword != .`init` {
        diagnose(message)
        return Expr(.error, afterPrevious)
      }
      switch keyword {
      case .true, .false:
        advance()
        return Expr(.boolean(keyword == .true), range(from: start))
      case .nil:
        advance()
        return Expr(.nilLiteral, range(from: start))
      case .super:
        advance()
        return Expr(.superValue, range(from: start))
      case .self, .selfType, .`init`:
        return parseName()
      case .any:
        let type = parseType()
        return Expr(.type(type), type.range)
      case .underscore:
        advance()
        return Expr(.discard, range(from: start))
      default:
        diagnoseKeyword(message)
        return Expr(.error, afterPrevious)
      }
    default:
      diagnose(message)
      return Expr(.error, afterPrevious)
    }
  }

  /// Where a reserved word stands for a name, the cure is a pair of backticks.
  private mutating func diagnoseKeyword(_ message: Diagnostic.Message) {
    var diagnostic = Diagnostic(message, at: range(current))
    if current.isAtLineStart == false, peek().kind == .equal || peek().kind == .binaryOperator || peek().kind == .period {
      diagnostic.fixes.append(
        .init(label: "write `\(text)` to use the word as a name", range: range(current), replacement: "`\(text)`"))
    }
    report(diagnostic)
  }

  private mutating func parseName() -> Expr {
    let start = current.start
    let name = takeIdentifier()
    let labels = parseCompoundLabels()
    let generics = labels == nil ? parseGenericArguments() : []
    return Expr(.name(name, generics: generics, labels: labels), range(from: start))
  }

  private mutating func parseImplicitMember() -> Expr {
    let start = current.start
    advance()
    if isAtLineStart { diagnose(.expectedImplicitMemberName()) }
    guard !isAtLineStart, let name = parseMemberName() else {
      return Expr(.implicitMember(Identifier("", afterPrevious), labels: nil), range(from: start))
    }
    let labels = parseCompoundLabels()
    return Expr(.implicitMember(name, labels: labels), range(from: start))
  }

  /// The name behind a period: nil, with a diagnostic, where there is none.
  mutating func parseMemberName() -> Identifier? {
    if isAtLineStart {
      diagnose(.expectedMemberName(), at: range(peek(-1)))
      return nil
    }
    if current.start > previousEnd, at(.identifier) { diagnose(.spaceAfterPeriod(), at: range(peek(-1))) }
    switch current.kind {
    case .identifier, .integer, .dollarIdentifier: return takeIdentifier()
    case .keyword(let keyword) where keyword != .underscore: return takeIdentifier()
    default: break
    }
    diagnose(.expectedMemberName())
    return nil
  }

  /// The labels of `f(a:b:)`, which names a function and does not call it.
  mutating func parseCompoundLabels() -> [String]? {
    guard at(.leftParen), !current.isAtLineStart else { return nil }
    var distance = 1
    var labels: [String] = []
    while peek(distance).kind != .rightParen {
      guard isLabel(peek(distance)), peek(distance + 1).kind == .colon else { return nil }
      labels.append(text(peek(distance)))
      distance += 2
    }
    guard !labels.isEmpty else { return nil }
    for _ in 0...distance { advance() }
    return labels
  }

  /// Whether a token can be an argument's label: any word but `inout`, `var` and `let`.
  func isLabel(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier: true
    case .keyword(let keyword): keyword != .inout && keyword != .var && keyword != .let
    default: false
    }
  }

  private mutating func parseHash() -> Expr {
    let start = current.start
    let name = String(text.dropFirst())
    let token = take()
    switch name {
    case "line", "file", "function", "column", "fileID", "filePath":
      return Expr(.magic(name), range(from: start))
    case "selector", "keyPath", "colorLiteral", "imageLiteral", "fileLiteral", "dsohandle":
      diagnoseUnsupported(.hash(name), at: range(token))
    default:
      diagnoseUnsupported(.macroExpansion, at: range(token))
    }
    if at(.leftParen) { skipGroup() }
    return Expr(mode == .cell ? .error : .magic(name), range(from: start))
  }

  // MARK: Parentheses and brackets

  private mutating func parseParenthesized() -> Expr {
    let start = current.start
    let elements = parseArguments(.rightParen, .expectedClosingParenInList())
    if elements.count == 1, elements[0].label == nil { return Expr(.paren(elements[0].value), range(from: start)) }
    return Expr(.tuple(elements), range(from: start))
  }

  /// The arguments between brackets, of which the first is the current token.
  mutating func parseArguments(_ close: Token.Kind, _ message: Diagnostic.Message) -> [Argument] {
    parseInner { parser in
      let opening = parser.take()
      var arguments: [Argument] = []
      while !parser.at(close), !parser.isAtEnd {
        let before = parser.index
        let argument = parser.parseArgument(close)
        arguments.append(argument)
        if parser.accept(.comma) { continue }
        if parser.at(close) || parser.index == before { break }
        if case .error = argument.value.kind { break }
        guard parser.startsArgument else { break }
        // `f(a b)`: the comma is missing.
        parser.diagnoseMissingComma()
        // On another line, what follows is likelier the next statement.
        if parser.isAtLineStart { return arguments }
      }
      if parser.isAtEnd, arguments.isEmpty || parser.peek(-1).kind == .comma {
        parser.diagnose(.expectedExpressionInList())
      }
      parser.close(close, message, opening)
      return arguments
    }
  }

  private var startsArgument: Bool {
    guard !(isAtLineStart && isAtDeclaration) else { return false }
    switch current.kind {
    case .identifier, .integer, .float, .string, .leftSquare, .leftBrace, .dollarIdentifier, .keyword(.true),
      .keyword(.false), .keyword(.nil), .keyword(.self), .keyword(.super), .prefixOperator:
      return true
    default: return false
    }
  }

  mutating func diagnoseMissingComma() {
    var diagnostic = Diagnostic(.expectedComma(), at: isAtLineStart ? afterPrevious : range(current))
    diagnostic.fixes.append(.init(label: "insert ','", range: afterPrevious, replacement: ","))
    report(diagnostic)
  }

  /// Takes a closing bracket; where it is missing, says so and skips to it if it stands on this line.
  mutating func close(_ close: Token.Kind, _ message: Diagnostic.Message, _ opening: Token) {
    if accept(close) { return }
    diagnose(message, toMatch: opening)
    while !isAtEnd, !current.isAtLineStart, !at(close), !at(.rightBrace), !at(.semicolon) { skipGroup() }
    _ = accept(close)
  }

  private mutating func parseArgument(_ close: Token.Kind) -> Argument {
    var label: Identifier?
    if isLabel(current), peek().kind == .colon {
      label = takeIdentifier()
      advance()
    }
    if at(.comma) {
      diagnose(.unexpectedComma())
      return Argument(label: label, value: Expr(.error, afterPrevious))
    }
    // An operator as a value: `reduce(0, +)`.
    if current.isOperator || at(.ampersandPrefix) || at(.exclamationPostfix), peek().kind == close || peek().kind == .comma {
      let name = takeIdentifier()
      return Argument(label: label, value: Expr(.name(name, generics: [], labels: nil), name.range))
    }
    return Argument(label: label, value: parseExpression(.expectedExpressionInList()))
  }

  private mutating func parseCollection() -> Expr {
    parseInner { $0.parseCollectionBody() }
  }

  private mutating func parseCollectionBody() -> Expr {
    let start = current.start
    let opening = take()
    if accept(.rightSquare) { return Expr(.array([]), range(from: start)) }
    if at(.colon), peek().kind == .rightSquare {
      advance()
      advance()
      return Expr(.dictionary([]), range(from: start))
    }
    var elements: [Expr] = []
    var pairs: [(key: Expr, value: Expr)] = []
    var isDictionary = false
    while !at(.rightSquare), !isAtEnd {
      let before = index
      let element = parseExpression(.expectedExpressionInCollection())
      if elements.isEmpty, pairs.isEmpty { isDictionary = at(.colon) }
      if isDictionary {
        if !accept(.colon) { diagnose(.expectedColonInDictionary()) }
        pairs.append((element, parseExpression(.expectedValueInDictionary())))
      } else {
        elements.append(element)
      }
      if accept(.comma) { continue }
      if at(.rightSquare) || index == before { break }
      guard startsArgument, !isAtLineStart else { break }
      diagnoseMissingComma()
    }
    if at(.semicolon) {
      // `[1; 2]`
      diagnoseMissingComma()
      while !at(.rightSquare), !isAtLineStart, !at(.endOfFile) { advance() }
      if accept(.rightSquare) { return Expr(isDictionary ? .dictionary(pairs) : .array(elements), range(from: start)) }
    }
    close(.rightSquare, .expectedClosingSquareInCollection(), opening)
    return Expr(isDictionary ? .dictionary(pairs) : .array(elements), range(from: start))
  }

  // MARK: Literals

  private mutating func parseInteger() -> Expr {
    let token = take()
    var digits = text(token).utf8.filter { $0 != UInt8(ascii: "_") }[...]
    var radix: UInt64 = 10
    if digits.count > 2, digits.first == UInt8(ascii: "0") {
      switch digits[1] {
      case UInt8(ascii: "x"): radix = 16
      case UInt8(ascii: "o"): radix = 8
      case UInt8(ascii: "b"): radix = 2
      default: break
      }
      if radix != 10 { digits = digits.dropFirst(2) }
    }
    var value: UInt64? = 0
    for digit in digits {
      guard let known = value, let next = Characters.hexValue(digit), UInt64(next) < radix else {
        value = nil
        break
      }
      let (product, overflow) = known.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(UInt64(next))
      value = overflow || carry ? nil : sum
    }
    return Expr(.integer(value), range(token))
  }

  private mutating func parseFloat() -> Expr {
    let token = take()
    let digits = String(decoding: text(token).utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    return Expr(.float(Double(digits) ?? 0), range(token))
  }

  private mutating func parseString() -> Expr {
    let token = take()
    guard token.payload >= 0, Int(token.payload) < lexer.strings.count else { return Expr(.string([]), range(token)) }
    let literal = lexer.strings[Int(token.payload)]
    let segments = literal.segments.map { segment -> StringSegment in
      switch segment {
      case .text(let text): .text(text)
      case .interpolation(let tokens): .interpolation(parseInterpolation(tokens))
      }
    }
    return Expr(.string(segments), range(token))
  }

  /// The arguments of `\(…)`, read from the tokens that the lexer found inside.
  private mutating func parseInterpolation(_ inner: [Token]) -> [Argument] {
    let outer = (tokens, index, current, previousEnd)
    defer { (tokens, index, current, previousEnd) = outer }
    tokens = inner
    index = 0
    current = inner[0]
    previousEnd = current.start
    return nested { parser in
      parser.parseInner { parser in
        var arguments: [Argument] = []
        if parser.isAtEnd { parser.diagnose(.expectedExpressionInList()) }
        while !parser.isAtEnd {
          arguments.append(parser.parseArgument(.endOfFile))
          if parser.accept(.comma) { continue }
          if !parser.isAtEnd { parser.diagnose(.expectedClosingParenInList()) }
          break
        }
        return arguments
      }
    } ?? []
  }

  // MARK: Key paths

  private mutating func parseKeyPath() -> Expr {
    let start = current.start
    advance()
    var root: TypeExpr?
    if !at(.prefixPeriod), !at(.period), !at(.questionPostfix), !at(.exclamationPostfix) {
      root = parseKeyPathRoot()
    }
    var components: [KeyPathComponent] = []
    while true {
      switch current.kind {
      case .period, .prefixPeriod:
        advance()
        if at(.leftSquare) {
          components.append(.subscriptCall(parseArguments(.rightSquare, .expectedClosingSquareInSubscript())))
          continue
        }
        guard let name = parseMemberName() else { break }
        components.append(.property(name))
        continue
      case .leftSquare where !current.isAtLineStart:
        components.append(.subscriptCall(parseArguments(.rightSquare, .expectedClosingSquareInSubscript())))
        continue
      case .questionPostfix:
        advance()
        components.append(.optionalChain)
        continue
      case .exclamationPostfix:
        advance()
        components.append(.forceUnwrap)
        continue
      default: break
      }
      break
    }
    if components.isEmpty { diagnose(.expectedKeyPathComponent(), at: afterPrevious) }
    return Expr(.keyPath(root: root, components), range(from: start))
  }

  /// The type before the first period of `\Point.x`: one name with its arguments, or a bracketed type.
  private mutating func parseKeyPathRoot() -> TypeExpr {
    let start = current.start
    switch current.kind {
    case .identifier, .keyword(.selfType), .keyword(.any):
      let name = takeIdentifier()
      let arguments = startsWith("<") ? parseTypeArguments() : []
      return TypeExpr(.named([.init(name: name, arguments: arguments)]), range(from: start))
    default: return parseTypeWithoutMembers()
    }
  }
}
