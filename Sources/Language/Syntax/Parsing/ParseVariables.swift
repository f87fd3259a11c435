extension Parser {
  mutating func parseVariable(_ place: Place) -> Decl.Kind {
    let isLet = at(.let)
    advance()
    var bindings: [VariableSyntax.Binding] = []
    repeat {
      bindings.append(parseBinding(place, isLet: isLet))
    } while accept(.comma)
    return .variable(VariableSyntax(isLet: isLet, bindings: bindings))
  }

  private mutating func parseBinding(_ place: Place, isLet: Bool) -> VariableSyntax.Binding {
    let outer = (allowsTrailingClosure, allowsAssignment)
    (allowsTrailingClosure, allowsAssignment) = (true, true)
    defer { (allowsTrailingClosure, allowsAssignment) = outer }
    let pattern = parseBindingPattern()
    let type = accept(.colon) ? parseType() : nil
    var binding = VariableSyntax.Binding(pattern: pattern, type: type, value: nil, accessors: [])
    if at(.equal) {
      advance()
      if mode == .interface, at(.leftBrace) {
        skipGroup()
        if at(.leftParen), !current.isAtLineStart { skipGroup() }
        binding.value = Expr(.error, afterPrevious)
      } else {
        allowsStatementValue = true
        binding.value = parseExpression(.expectedInitialValue())
        allowsStatementValue = false
      }
    } else if atOperator("==") {
      diagnose(.equalityInsteadOfAssignment())
      advance()
      binding.value = parseExpression(.expectedInitialValue())
    }
    if at(.leftBrace), !current.isAtLineStart || type != nil || binding.value == nil, isNamePattern(pattern) {
      if isLet, mode == .cell { diagnose(.letCannotBeComputed()) }
      binding.accessors = parseAccessorBlock(place, hasValue: binding.value != nil)
    }
    return binding
  }

  private func isNamePattern(_ pattern: Pattern) -> Bool {
    switch pattern.kind {
    case .name, .typed: true
    default: false
    }
  }

  /// `{ get set }`, `{ get { … } set { … } }`, `{ willSet { … } }` or the body of a getter alone.
  mutating func parseAccessorBlock(_ place: Place, hasValue: Bool = false) -> [AccessorSyntax] {
    nested { parser in
      parser.parseInner { $0.parseAccessors(place) }
    } ?? []
  }

  private mutating func parseAccessors(_ place: Place) -> [AccessorSyntax] {
    let start = current.start
    guard place.isProtocol || isAtAccessor(1) || peek().kind == .rightBrace && mode == .interface else {
      if mode == .interface {
        skipGroup()
        return [AccessorSyntax(kind: .get, parameter: nil, body: nil, range: range(from: start))]
      }
      let body = parseBraces("variable get/set clause")
      return [AccessorSyntax(kind: .get, parameter: nil, body: body, range: range(from: start))]
    }
    let opening = take()
    var accessors: [AccessorSyntax] = []
    while !at(.rightBrace), !isAtEnd {
      let before = index
      if accept(.semicolon) { continue }
      if let accessor = parseAccessor(place) { accessors.append(accessor) }
      if index == before {
        diagnose(.expectedAccessor())
        while !at(.rightBrace), !isAtEnd { skipGroup() }
      }
    }
    close(.rightBrace, .expectedClosingBrace("accessor block"), opening)
    return accessors
  }

  /// Whether an accessor begins `distance` tokens on. `get` and `set` are names too, so what follows decides.
  private func isAtAccessor(_ distance: Int) -> Bool {
    var distance = distance
    while peek(distance).kind == .at {
      distance += 2
      if peek(distance).kind == .leftParen {
        guard let close = closingBracket(from: index + distance) else { return false }
        distance = close + 1 - index
      }
    }
    let token = peek(distance)
    guard token.kind == .identifier, !token.isEscaped else { return false }
    let next = peek(distance + 1)
    switch text(token) {
    case "mutating", "nonmutating", "consuming", "borrowing", "__consuming":
      return next.kind == .identifier && isAtAccessor(distance + 1)
    case "get":
      switch next.kind {
      case .leftBrace, .rightBrace, .keyword(.throws), .semicolon: return true
      case .identifier: return isAccessorWord(text(next)) || isName(next, "async")
      case .at: return true
      default: return false
      }
    case "set", "willSet", "didSet":
      return next.kind == .leftBrace || next.kind == .rightBrace || next.kind == .leftParen
        || next.kind == .identifier && isAccessorWord(text(next))
    case "_read", "_modify", "unsafeAddress", "unsafeMutableAddress", "read", "modify", "yielding":
      return next.kind == .leftBrace
    default: return false
    }
  }

  private func isAccessorWord(_ word: String) -> Bool {
    ["get", "set", "willSet", "didSet", "mutating", "nonmutating", "_read", "_modify"].contains(word)
  }

  private mutating func parseAccessor(_ place: Place) -> AccessorSyntax? {
    let start = current.start
    var isMutating = false
    var isNonmutating = false
    var attributes: [Decl.Attribute] = []
    while true {
      if at(.at) {
        attributes += parseAttributes()
      } else if at(name: "mutating") {
        isMutating = true
        advance()
      } else if at(name: "nonmutating") {
        isNonmutating = true
        advance()
      } else if at(name: "consuming") || at(name: "borrowing") || at(name: "__consuming") {
        advance()
      } else {
        break
      }
    }
    guard at(.identifier) else { return nil }
    let word = text
    guard let kind = AccessorSyntax.Kind(rawValue: word) else {
      switch word {
      case "_read", "read", "unsafeAddress", "_modify", "modify", "unsafeMutableAddress":
        diagnoseUnsupported(.coroutineAccessors)
        advance()
        if at(.leftBrace) { skipGroup() }
        let isRead = word == "_read" || word == "read" || word == "unsafeAddress"
        return AccessorSyntax(kind: isRead ? .get : .set, parameter: nil, body: nil, range: range(from: start))
      default: return nil
      }
    }
    advance()
    var parameter: Identifier?
    if kind != .get, at(.leftParen) {
      let opening = take()
      if at(.identifier) { parameter = takeIdentifier() } else { diagnose(.expectedAccessorParameter(word)) }
      close(.rightParen, .expectedClosingParenInList(), opening)
    }
    if at(name: "async") {
      diagnoseUnsupported(.asynchronous("async"))
      advance()
    }
    var isThrowing = false
    if accept(.throws) {
      isThrowing = true
      if at(.leftParen) { skipGroup() }
    }
    var body: [Stmt]?
    if at(.leftBrace) {
      if mode == .interface {
        skipGroup()
      } else {
        if place.isProtocol { diagnose(.protocolAccessorBody()) }
        body = parseBraces()
      }
    } else if mode == .cell, !place.isProtocol {
      diagnose(.expectedAccessorBody(word))
    }
    var accessor = AccessorSyntax(
      kind: kind, parameter: parameter, body: body, isMutating: isMutating, isNonmutating: isNonmutating,
      isThrowing: isThrowing, range: range(from: start))
    accessor.attributes = attributes
    return accessor
  }
}
