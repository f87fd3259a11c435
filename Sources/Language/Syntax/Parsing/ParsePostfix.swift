extension Parser {
  /// What follows a primary expression: members, calls, subscripts, trailing closures, `?`, `!` and postfix operators.
  mutating func parsePostfix(_ primary: Expr, from start: Int32) -> Expr {
    var value = primary
    var length = 0
    while true {
      length += 1
      if length > Self.maximumChain {
        diagnose(.expressionTooLong())
        skipToEnd()
        return value
      }
      switch current.kind {
      case .period, .prefixPeriod:
        advance()
        guard let name = parseMemberName() else {
          return Expr(.member(value, Identifier("", afterPrevious), generics: [], labels: nil), range(from: start))
        }
        let labels = parseCompoundLabels()
        let generics = labels == nil ? parseGenericArguments() : []
        value = Expr(.member(value, name, generics: generics, labels: labels), range(from: start))
      case .leftParen where !current.isAtLineStart:
        let arguments = parseArguments(.rightParen, .expectedClosingParenInList())
        let trailing = at(.leftBrace) && isTrailingClosure ? parseTrailingClosures() : TrailingClosures()
        value = Expr(.call(value, arguments, trailing: trailing), range(from: start))
      case .leftSquare where !current.isAtLineStart:
        let arguments = parseArguments(.rightSquare, .expectedClosingSquareInSubscript())
        value = Expr(.subscriptCall(value, arguments), range(from: start))
      case .leftBrace:
        guard !isLiteral(value), isTrailingClosure else { return value }
        value = Expr(.call(value, [], trailing: parseTrailingClosures()), range(from: start))
      case .exclamationPostfix:
        advance()
        value = Expr(.forceUnwrap(value), range(from: start))
      case .questionPostfix:
        advance()
        value = Expr(.optionalChain(value), range(from: start))
      case .postfixOperator:
        value = Expr(.postfix(value, takeIdentifier()), range(from: start))
      case .hash where matches(current, "#if"):
        diagnoseUnsupported(.conditionalCompilation)
        return value
      default: return value
      }
    }
  }

  private func isLiteral(_ value: Expr) -> Bool {
    switch value.kind {
    case .integer, .float, .string, .boolean, .nilLiteral, .magic, .discard, .error, .closure, .ifExpr, .switchExpr: true
    default: false
    }
  }

  /// Whether `{` begins a closure that belongs to the call before it, and not the body of a statement or an accessor.
  private var isTrailingClosure: Bool {
    let word = peek()
    if isName(word, "didSet") || isName(word, "willSet"), peek(2).kind == .leftBrace || peek(2).kind == .leftParen {
      return false
    }
    if allowsTrailingClosure { return true }
    // In the head of a statement, a closure is one only where more of the head follows it on the same line.
    guard let close = closingBracket(from: index), close + 1 < tokens.count else { return false }
    let next = tokens[close + 1]
    guard !next.isAtLineStart else { return false }
    switch next.kind {
    case .leftBrace, .comma, .binaryOperator, .keyword(.where), .questionInfix: return true
    case .period: return true
    default: return false
    }
  }

  private mutating func parseTrailingClosures() -> TrailingClosures {
    if !allowsTrailingClosure { diagnose(.trailingClosureInHead()) }
    var closures: [(label: Identifier?, closure: Expr)] = [(nil, parseClosure())]
    while isLabel(current), peek().kind == .colon, peek(2).kind == .leftBrace, !at(.default), !at(.case) {
      let label = takeIdentifier()
      advance()
      closures.append((label, parseClosure()))
    }
    return TrailingClosures(closures)
  }

  // MARK: Generic arguments

  /// `<Int, String>` behind a name, where it cannot be a comparison; empty otherwise.
  mutating func parseGenericArguments() -> [TypeExpr] {
    guard startsWith("<"), !isAtLineStart, file.bytes[Int(current.start)] == UInt8(ascii: "<") else { return [] }
    return speculate(.genericArguments) { parser in
      let arguments = parser.parseTypeArguments()
      return parser.endsGenericArguments ? arguments : nil
    } ?? []
  }

  /// Swift's rule for `a < b > c`: what may follow a list of types.
  private var endsGenericArguments: Bool {
    switch current.kind {
    case .rightParen, .rightSquare, .leftBrace, .rightBrace, .period, .prefixPeriod, .comma, .semicolon, .endOfFile,
      .exclamationPostfix, .questionPostfix, .colon, .equal:
      true
    case .leftParen, .leftSquare: !current.isAtLineStart
    case .binaryOperator: matches(current, "&") || current.isAtLineStart
    default: current.isAtLineStart
    }
  }
}
