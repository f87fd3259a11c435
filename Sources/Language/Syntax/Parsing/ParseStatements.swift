extension Parser {
  mutating func parseTopLevel() -> [Stmt] {
    var statements: [Stmt] = []
    while !isAtEnd {
      if at(.rightBrace) {
        diagnose(.extraneousBrace())
        advance()
        continue
      }
      parseStatements(into: &statements)
    }
    return statements
  }

  /// Statements to a closing brace or the end.
  mutating func parseStatements(into statements: inout [Stmt]) {
    var needsSeparator = false
    while !isAtEnd, !at(.rightBrace) {
      if at(.semicolon) {
        if !needsSeparator, !statements.isEmpty || current.isAtLineStart { diagnose(.semicolonSeparates()) }
        advance()
        needsSeparator = false
        continue
      }
      if atCaseLabel { return }
      if needsSeparator, !current.isAtLineStart { diagnoseMissingSeparator(after: statements.last) }
      let before = current.start
      let beforeIndex = index
      if let statement = parseStatement() { statements.append(statement) }
      if current.start == before, index == beforeIndex, !isAtEnd, !at(.rightBrace) {
        // Whatever stands here begins no statement.
        if !at(.semicolon) { skipGroup() }
      }
      needsSeparator = true
    }
  }

  private mutating func diagnoseMissingSeparator(after last: Stmt?) {
    var diagnostic = Diagnostic(.consecutiveStatements(), at: afterPrevious)
    diagnostic.fixes.append(.init(label: "insert ';'", range: afterPrevious, replacement: ";"))
    // Where an error ended the statement before, what follows is its rest.
    if let reported = diagnostics.last, reported.range.start >= last?.range.start ?? 0 { return }
    report(diagnostic)
  }

  /// `case` and `default:` end the statements of a switch case.
  var atCaseLabel: Bool {
    guard isInSwitch else { return false }
    if at(.case) { return true }
    return at(.default) && peek().kind == .colon
      || at(.at) && isName(peek(), "unknown") && (peek(2).kind == .keyword(.default) || peek(2).kind == .keyword(.case))
  }

  mutating func parseStatement() -> Stmt? {
    nested { $0.parseStatementBody() } ?? nil
  }

  private mutating func parseStatementBody() -> Stmt? {
    let start = current.start
    if at(.hash), parseDirective() { return nil }
    var label: Identifier?
    if at(.identifier), peek().kind == .colon, Self.isLabelled(peek(2).kind) {
      label = takeIdentifier()
      advance()
    }
    guard case .keyword(let keyword) = current.kind else { return parseDeclarationOrExpression(start) }
    switch keyword {
    case .if:
      let statement = parseIf(label: label)
      return Stmt(.ifStmt(statement), range(from: start))
    case .guard: return parseGuard(start)
    case .while: return parseWhile(start, label: label)
    case .repeat: return parseRepeat(start, label: label)
    case .for: return parseFor(start, label: label)
    case .switch:
      let statement = parseSwitch(label: label)
      return Stmt(.switchStmt(statement), range(from: start))
    case .do: return parseDo(start, label: label)
    case .defer:
      advance()
      let body = parseBlock(.expectedBraceAfter("defer"))
      return Stmt(.deferStmt(body), range(from: start))
    case .return: return parseReturn(start)
    case .throw:
      advance()
      allowsStatementValue = true
      let value = parseExpression(.expectedExpressionIn("throw"))
      return Stmt(.throwStmt(value), range(from: start))
    case .break, .continue:
      advance()
      let target: Identifier? = at(.identifier) && !current.isAtLineStart && peek().kind != .colon ? takeIdentifier() : nil
      return Stmt(keyword == .break ? .breakStmt(target) : .continueStmt(target), range(from: start))
    case .fallthrough:
      advance()
      return Stmt(.fallthroughStmt, range(from: start))
    case .case, .default:
      diagnose(.caseOutsideSwitch(text))
      skipCaseLabel()
      return Stmt(.error, range(from: start))
    case .else, .catch, .in, .where:
      diagnose(.expectedExpression())
      advance()
      skipToStatement()
      return Stmt(.error, range(from: start))
    default: return parseDeclarationOrExpression(start)
    }
  }

  private static func isLabelled(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .keyword(.for), .keyword(.while), .keyword(.repeat), .keyword(.if), .keyword(.switch), .keyword(.do): true
    default: false
    }
  }

  private mutating func skipCaseLabel() {
    advance()
    while !isAtEnd, !at(.colon), !current.isAtLineStart, !at(.rightBrace) { skipGroup() }
    _ = accept(.colon)
  }

  private mutating func parseDeclarationOrExpression(_ start: Int32) -> Stmt? {
    if isAtDeclaration {
      guard let declaration = parseDeclaration(.statement) else { return nil }
      return Stmt(.declaration(declaration), range(from: start))
    }
    if diagnoseUnsupportedStatement() { return Stmt(.error, range(from: start)) }
    let value = parseExpression()
    if case .error = value.kind, current.start == start {
      // What stands here begins nothing; the caller skips it.
      return Stmt(.error, range(from: start))
    }
    return Stmt(.expression(value), range(from: start))
  }

  // MARK: Blocks

  mutating func parseBlock(_ message: Diagnostic.Message) -> [Stmt] {
    guard at(.leftBrace) else {
      diagnose(message)
      return []
    }
    return parseBraces()
  }

  /// Statements in braces, whatever surrounds them.
  mutating func parseBraces(_ what: String = "brace statement") -> [Stmt] {
    nested { $0.parseBracesBody(what) } ?? []
  }

  private mutating func parseBracesBody(_ what: String) -> [Stmt] {
    let opening = take()
    let outer = (allowsTrailingClosure, allowsAssignment, isInSwitch)
    (allowsTrailingClosure, allowsAssignment, isInSwitch) = (true, true, false)
    defer { (allowsTrailingClosure, allowsAssignment, isInSwitch) = outer }
    var statements: [Stmt] = []
    parseStatements(into: &statements)
    if !accept(.rightBrace) { diagnose(.expectedClosingBrace(what), toMatch: opening) }
    return statements
  }

  // MARK: Branches

  mutating func parseIf(label: Identifier?) -> IfStmt {
    nested {
      $0.parseIfBody(label: label)
    } ?? IfStmt(label: label, conditions: [], body: [], elseBranch: nil, range: range(current))
  }

  private mutating func parseIfBody(label: Identifier?) -> IfStmt {
    let start = label?.range.start ?? current.start
    let conditions = parseConditions(take())
    let body = parseBlock(.expectedBraceAfterCondition("if"))
    var branch: IfStmt.ElseBranch?
    if at(.else) {
      advance()
      if at(.if) {
        branch = .elseIf(parseIf(label: nil))
      } else {
        branch = .block(parseBlock(.expectedBraceOrIfAfterElse()))
      }
    }
    return IfStmt(label: label, conditions: conditions, body: body, elseBranch: branch, range: range(from: start))
  }

  private mutating func parseGuard(_ start: Int32) -> Stmt {
    let conditions = parseConditions(take())
    if !accept(.else) { diagnose(.expectedElseAfterGuard()) }
    let body = parseBlock(.expectedBraceAfterGuardElse())
    return Stmt(.guardStmt(conditions, body: body), range(from: start))
  }

  private mutating func parseConditions(_ keyword: Token) -> [Condition] {
    let outer = (allowsTrailingClosure, allowsAssignment)
    allowsTrailingClosure = false
    defer { (allowsTrailingClosure, allowsAssignment) = outer }
    if at(.leftBrace) {
      diagnose(.missingCondition(text(keyword)), at: range(keyword))
      return []
    }
    var conditions: [Condition] = []
    repeat {
      conditions.append(parseCondition())
      // `&&` is a part of the expression; only commas separate conditions.
    } while accept(.comma) && !at(.leftBrace)
    return conditions
  }

  private mutating func parseCondition() -> Condition {
    allowsAssignment = true
    if at(.hash), matches(current, "#available") || matches(current, "#unavailable") {
      diagnoseUnsupported(.availability)
      advance()
      if at(.leftParen) { skipGroup() }
      return .expression(Expr(.error, afterPrevious))
    }
    if at(.let) || at(.var) {
      let isVar = at(.var)
      let keyword = take()
      if at(.case) {
        diagnose(.patternMatchingConditionOrder(isVar ? "var" : "let"), at: range(keyword))
        advance()
        return parsePatternCondition()
      }
      let pattern = parseBindingPattern()
      let type = accept(.colon) ? parseType() : nil
      guard accept(.equal) else { return .optionalBinding(isVar: isVar, pattern, type, nil) }
      return .optionalBinding(isVar: isVar, pattern, type, parseExpression(.expectedInitialValue()))
    }
    if accept(.case) { return parsePatternCondition() }
    return .expression(parseExpression(.expectedConditionExpression()))
  }

  private mutating func parsePatternCondition() -> Condition {
    allowsAssignment = false
    let pattern = parseMatchingPattern()
    allowsAssignment = true
    guard accept(.equal) else {
      diagnose(.conditionPatternNeedsValue())
      return .patternMatch(pattern, Expr(.error, afterPrevious))
    }
    return .patternMatch(pattern, parseExpression(.expectedInitialValue()))
  }

  // MARK: Loops

  private mutating func parseWhile(_ start: Int32, label: Identifier?) -> Stmt {
    let conditions = parseConditions(take())
    let body = parseBlock(.expectedBraceAfterCondition("while"))
    return Stmt(.whileLoop(label: label, conditions, body: body), range(from: start))
  }

  private mutating func parseRepeat(_ start: Int32, label: Identifier?) -> Stmt {
    advance()
    let body = parseBlock(.expectedBraceAfter("repeat"))
    guard accept(.while) else {
      diagnose(.expectedWhileAfterRepeat(), at: range(peek(-1)))
      return Stmt(.repeatWhile(label: label, body: body, Expr(.error, afterPrevious)), range(from: start))
    }
    let condition = parseExpression(.expectedExpressionIn("repeat-while condition"))
    return Stmt(.repeatWhile(label: label, body: body, condition), range(from: start))
  }

  private mutating func parseFor(_ start: Int32, label: Identifier?) -> Stmt {
    advance()
    if at(.keyword(.try)) || at(name: "await") { diagnoseUnsupported(.asynchronous("for await")); advance() }
    let isCase = accept(.case)
    if at(.leftParen), isCStyleFor() {
      diagnose(.cStyleFor(), at: SourceRange(file: file, start: Int(start), end: Int(previousEnd)))
      skipGroup()
      let body = parseBlock(.expectedBraceFor())
      return Stmt(.doCatch(label: label, body: body, catches: []), range(from: start))
    }
    let outer = (allowsTrailingClosure, allowsAssignment)
    (allowsTrailingClosure, allowsAssignment) = (false, false)
    var pattern: Pattern
    if isCase {
      pattern = parseMatchingPattern()
    } else if at(.let) || at(.var) {
      let keyword = take()
      let isVar = keyword.kind == .keyword(.var)
      if !isVar { diagnose(.letInForPattern(), at: range(keyword)) }
      let inner = parseBindingPattern()
      pattern = Pattern(.binding(isVar: isVar, inner), range(from: keyword.start))
    } else {
      pattern = parseBindingPattern()
    }
    if accept(.colon) {
      let type = parseType()
      pattern = Pattern(.typed(pattern, type), range(from: pattern.range.start))
    }
    var sequence = Expr(.error, afterPrevious)
    var whereClause: Expr?
    if accept(.in) {
      if at(.leftBrace) {
        diagnose(.expectedForSequence())
      } else {
        sequence = parseExpression(.expectedForSequence())
      }
      if accept(.where) { whereClause = parseExpression(.expectedForWhere()) }
    } else {
      let isCStyle = at(.equal)
      diagnose(
        isCStyle ? .cStyleFor() : .expectedInAfterForPattern(),
        at: isCStyle ? SourceRange(file: file, start: Int(start), end: Int(start) + 3) : nil)
      while !isAtEnd, !at(.leftBrace), !current.isAtLineStart { advance() }
    }
    (allowsTrailingClosure, allowsAssignment) = outer
    let body = parseBlock(.expectedBraceFor())
    let loop = ForIn(
      label: label, isCase: isCase, pattern: pattern, sequence: sequence, whereClause: whereClause, body: body)
    return Stmt(.forIn(loop), range(from: start))
  }

  private func isCStyleFor() -> Bool {
    guard let close = closingBracket(from: index) else { return false }
    return tokens[index..<close].contains { $0.kind == .semicolon }
  }

  // MARK: Switch

  mutating func parseSwitch(label: Identifier?) -> SwitchStmt {
    nested {
      $0.parseSwitchBody(label: label)
    } ?? SwitchStmt(label: label, subject: Expr(.error, range(current)), cases: [], range: range(current))
  }

  private mutating func parseSwitchBody(label: Identifier?) -> SwitchStmt {
    let start = label?.range.start ?? current.start
    advance()
    let outer = (allowsTrailingClosure, allowsAssignment, isInSwitch)
    defer { (allowsTrailingClosure, allowsAssignment, isInSwitch) = outer }
    (allowsTrailingClosure, allowsAssignment) = (false, true)
    let subject: Expr
    if at(.leftBrace) {
      diagnose(.expectedSwitchSubject())
      subject = Expr(.error, afterPrevious)
    } else {
      subject = parseExpression(.expectedSwitchSubject())
    }
    allowsTrailingClosure = true
    isInSwitch = true
    var cases: [SwitchCase] = []
    let opening = current
    guard accept(.leftBrace) else {
      diagnose(.expectedBraceAfterSwitch())
      return SwitchStmt(label: label, subject: subject, cases: [], range: range(from: start))
    }
    while !isAtEnd, !at(.rightBrace) {
      let before = index
      if at(.hash), parseDirective() { continue }
      if at(.at) {
        // `@unknown default`
        advance()
        if at(.identifier) { advance() }
      }
      if at(.case) || at(.default) {
        cases.append(parseCase())
      } else {
        diagnose(.statementsBeforeCase())
        var skipped: [Stmt] = []
        parseStatements(into: &skipped)
        if index == before { skipGroup() }
      }
    }
    if !accept(.rightBrace) { diagnose(.expectedClosingBrace("'switch' statement"), toMatch: opening) }
    return SwitchStmt(label: label, subject: subject, cases: cases, range: range(from: start))
  }

  private mutating func parseCase() -> SwitchCase {
    let start = current.start
    var items: [(pattern: Pattern, whereClause: Expr?)] = []
    let isDefault = at(.default)
    advance()
    if !isDefault {
      repeat {
        items.append(parseGuardedPattern())
      } while accept(.comma)
    }
    if !accept(.colon) { diagnose(.expectedColonAfter(isDefault ? "default" : "case")) }
    var body: [Stmt] = []
    let labelEnd = previousEnd
    parseStatements(into: &body)
    if body.isEmpty {
      let place = SourceRange(file: file, start: Int(start), end: Int(labelEnd))
      diagnose(.caseWithoutStatements(isDefault ? "default" : "case"), at: place)
    }
    return SwitchCase(items: items, isDefault: isDefault, body: body, range: range(from: start))
  }

  private mutating func parseGuardedPattern() -> (pattern: Pattern, whereClause: Expr?) {
    let outer = (allowsAssignment, isInSwitch)
    (allowsAssignment, isInSwitch) = (false, false)
    defer { (allowsAssignment, isInSwitch) = outer }
    let pattern = parseMatchingPattern()
    guard accept(.where) else { return (pattern, nil) }
    return (pattern, parseExpression(.expectedCaseWhere()))
  }

  // MARK: Do, return

  private mutating func parseDo(_ start: Int32, label: Identifier?) -> Stmt {
    let keyword = take()
    if accept(.throws), at(.leftParen) { skipGroup() }
    let body = parseBlock(.expectedBraceAfter("do"))
    var catches: [CatchClause] = []
    while at(.catch) { catches.append(parseCatch()) }
    if at(.while), !current.isAtLineStart {
      var diagnostic = Diagnostic(.doWhile(), at: range(keyword))
      diagnostic.fixes.append(.init(label: "use 'repeat-while' instead", range: range(keyword), replacement: "repeat"))
      report(diagnostic)
      advance()
      _ = parseExpression()
    }
    return Stmt(.doCatch(label: label, body: body, catches: catches), range(from: start))
  }

  private mutating func parseCatch() -> CatchClause {
    let start = current.start
    advance()
    let outer = (allowsTrailingClosure, allowsAssignment)
    (allowsTrailingClosure, allowsAssignment) = (false, false)
    var items: [(pattern: Pattern, whereClause: Expr?)] = []
    if accept(.where) {
      let place = range(from: previousEnd)
      items.append((Pattern(.binding(isVar: false, Pattern(.name(Identifier("error", place)), place)), place),
        parseExpression(.expectedCaseWhere())))
    } else if !at(.leftBrace) {
      repeat {
        items.append(parseGuardedPattern())
      } while accept(.comma)
    }
    (allowsTrailingClosure, allowsAssignment) = outer
    let body = parseBlock(.expectedBraceAfter("catch"))
    return CatchClause(items: items, body: body, range: range(from: start))
  }

  private mutating func parseReturn(_ start: Int32) -> Stmt {
    advance()
    let endsHere = switch current.kind {
    case .rightBrace, .semicolon, .endOfFile, .rightParen, .rightSquare, .comma, .colon: true
    case .keyword(.case), .keyword(.default): isInSwitch
    case .hash: matches(current, "#endif") || matches(current, "#else") || matches(current, "#elseif")
    // On a new line a declaration or a statement is no value.
    case .keyword(.if), .keyword(.switch), .keyword(.self), .keyword(.super), .keyword(.true), .keyword(.false),
      .keyword(.nil), .keyword(.try), .keyword(.any), .keyword(.selfType), .keyword(.underscore):
      false
    case .keyword: true
    default: current.isAtLineStart && isAtDeclaration
    }
    if endsHere { return Stmt(.returnStmt(nil), range(from: start)) }
    if current.isAtLineStart, at(.if) || at(.switch) { return Stmt(.returnStmt(nil), range(from: start)) }
    allowsStatementValue = true
    let value = parseExpression(.expectedExpressionIn("return"))
    return Stmt(.returnStmt(value), range(from: start))
  }
}
