/// What is known of a function, initialiser or subscript that was passed over.
package struct DeferredSyntax {
  package enum What {
    case function(name: Identifier, isOperator: Bool)
    case initializer(isConvenience: Bool)
    case subscriptDecl
  }

  package let what: What
  fileprivate let place: Parser.Place
  /// The end of the token before it, behind which its documentation stands.
  fileprivate let previousEnd: Int32
}

extension Decl {
  /// The declaration as written: one that was passed over is read now, and what is wrong with it is told.
  ///
  /// A session declares some 1,900 functions of the library and uses a few dozen; their trees took 2 MB and half of the
  /// time to the first cell.
  func whole(reporting diagnostics: inout [Diagnostic]) -> Decl {
    guard case .deferred(let deferred) = kind else { return self }
    var parser = Parser(range.file, mode: .library, stretch: range)
    parser.previousEnd = deferred.previousEnd
    let decl = parser.parseDeclaration(deferred.place)
    if !parser.isAtEnd { parser.diagnose(.expectedDeclaration()) }
    diagnostics += parser.lexer.diagnostics + parser.diagnostics
    return decl ?? self
  }
}

extension Parser {
  /// Passes over a function, initialiser or subscript, noting its name; nil where something else stands here.
  mutating func passFunction(_ place: Place) -> Decl? {
    guard let (keyword, isConvenience) = functionKeyword() else { return nil }
    let start = current.start
    let before = previousEnd
    index = keyword
    current = tokens[keyword]
    let what: DeferredSyntax.What
    if at(.func) {
      advance()
      guard let (name, isOperator) = parseFunctionName() else { return nil }
      what = .function(name: name, isOperator: isOperator)
    } else {
      what = at(.`init`) ? .initializer(isConvenience: isConvenience) : .subscriptDecl
      advance()
    }
    passSignatureAndBody()
    let deferred = DeferredSyntax(what: what, place: place, previousEnd: before)
    return Decl(.deferred(deferred), attributes: [], modifiers: [], documentation: nil, range: range(from: start))
  }

  /// The index of `func`, `init` or `subscript` behind the attributes and modifiers that begin here.
  private func functionKeyword() -> (index: Int, isConvenience: Bool)? {
    var index = index
    var isConvenience = false
    while index < tokens.count {
      switch tokens[index].kind {
      case .at:
        index += 2
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .leftParen, let close = closingBracket(from: index) { index = close + 1 }
      case .keyword(.func), .keyword(.`init`), .keyword(.subscript): return (index, isConvenience)
      case .keyword(.class) where peek(index + 1 - self.index).kind == .keyword(.func): index += 1
      case .keyword(let keyword) where Self.isModifier(keyword): index = afterDetail(index + 1)
      case .identifier where Self.contextualModifiers.contains(text(tokens[index])):
        if matches(tokens[index], "convenience") { isConvenience = true }
        index = afterDetail(index + 1)
      default: return nil
      }
    }
    return nil
  }

  private mutating func passSignatureAndBody() {
    while !isAtEnd, !at(.rightBrace), !at(.semicolon) {
      if at(.leftBrace) { return skipGroup() }
      // A signature may go on in the next line with its arrow or requirements.
      if current.isAtLineStart, !at(.arrow), !at(.where), !at(.throws), !at(.rethrows) { return }
      if at(.leftParen) || at(.leftSquare) { skipGroup() } else { advance() }
    }
  }
}
