extension Parser {
  /// `actor` and `macro`: passed over as a whole.
  mutating func parseUnsupportedDeclaration() -> Decl.Kind {
    let isActor = at(name: "actor")
    diagnoseUnsupported(isActor ? .asynchronous("actor") : .macroDeclaration)
    advance()
    while !isAtEnd, !at(.leftBrace), !current.isAtLineStart, !at(.rightBrace), !at(.semicolon) { skipGroup() }
    if at(.leftBrace) { skipGroup() }
    return .unsupported
  }

  /// Statements that Swift has and the cell language has not, where an expression was expected.
  mutating func diagnoseUnsupportedStatement() -> Bool {
    guard at(.identifier), !current.isEscaped, !peek().isAtLineStart else { return false }
    let next = peek()
    let feature: Diagnostic.Feature
    switch text {
    case "yield" where next.kind == .ampersandPrefix || next.kind == .identifier: feature = .coroutineAccessors
    case "discard" where next.kind == .keyword(.self): feature = .ownership("discard")
    default: return false
    }
    diagnoseUnsupported(feature)
    skipToStatement()
    return true
  }

  // MARK: Directives

  /// A `#` directive at the start of a line; false where the `#` begins an expression.
  mutating func parseDirective() -> Bool {
    switch text {
    case "#if":
      if mode == .interface { enterConditional() } else { skipConditional() }
    case "#elseif", "#else":
      // The branch before was taken.
      if mode == .interface { skipBranches(untilEnd: true) } else { diagnoseStrayDirective() }
    case "#endif":
      if mode == .interface { advance() } else { diagnoseStrayDirective() }
    case "#error", "#warning":
      let isError = text == "#error"
      let place = range(current)
      advance()
      var message = ""
      if at(.leftParen), peek().kind == .string, Int(peek().payload) < lexer.strings.count, peek().payload >= 0 {
        for case .text(let text) in lexer.strings[Int(peek().payload)].segments { message += text }
      }
      if at(.leftParen) { skipGroup() }
      if mode == .cell { diagnose(isError ? .userError(message) : .userWarning(message), at: place) }
    case "#sourceLocation":
      diagnoseUnsupported(.hash("sourceLocation"))
      advance()
      if at(.leftParen) { skipGroup() }
    default: return false
    }
    return true
  }

  private mutating func diagnoseStrayDirective() {
    diagnose(.unexpectedDirective(text))
    advance()
    skipToEndOfLine()
  }

  mutating func skipToEndOfLine() {
    while !isAtEnd, !current.isAtLineStart { advance() }
  }

  /// In a cell: one diagnostic for the whole of `#if … #endif`.
  private mutating func skipConditional() {
    diagnoseUnsupported(.conditionalCompilation)
    var depth = 0
    while !isAtEnd {
      if at(.hash), matches(current, "#if") { depth += 1 }
      if at(.hash), matches(current, "#endif") {
        depth -= 1
        if depth == 0 {
          advance()
          return
        }
      }
      advance()
    }
  }

  /// In an interface: goes into the first branch whose condition holds here.
  private mutating func enterConditional() {
    while at(.hash) {
      if matches(current, "#endif") {
        advance()
        return
      }
      let isElse = matches(current, "#else")
      advance()
      let conditionStart = current.start
      var end = previousEnd
      while !isAtEnd, !current.isAtLineStart {
        end = current.end
        advance()
      }
      let condition = isElse ? "" : String(
        decoding: file.bytes[Int(conditionStart)..<Int(max(conditionStart, end))], as: UTF8.self)
      if isElse || holds(condition) { return }
      skipBranches(untilEnd: false)
    }
  }

  /// Skips to the next `#elseif`, `#else` or `#endif` of this level, or past `#endif`.
  private mutating func skipBranches(untilEnd: Bool) {
    var depth = 0
    if untilEnd { advance() }
    while !isAtEnd {
      if at(.hash) {
        if matches(current, "#if") {
          depth += 1
        } else if matches(current, "#endif") {
          if depth == 0 {
            if untilEnd { advance() }
            return
          }
          depth -= 1
        } else if depth == 0, !untilEnd, matches(current, "#else") || matches(current, "#elseif") {
          return
        }
      }
      advance()
    }
  }

  /// Whether a condition holds where the generator runs: an interface is the same on every platform, save for what
  /// a platform's own modules give.
  private func holds(_ condition: String) -> Bool {
    let text = condition.filter { $0 != " " }
    if text.hasPrefix("!") { return !holds(String(text.dropFirst())) }
    return text.hasPrefix("os(Linux)") || text.hasPrefix("canImport(Glibc)") || text.hasPrefix("canImport(Foundation")
      || text.hasPrefix("swift(>=") || text.hasPrefix("compiler(>=")
  }
}
