/// What is known of a member or function that was passed over.
package struct DeferredSyntax {
  package enum What {
    /// The fixity is that of an operator: `prefix`, `postfix`, or nil between two operands.
    case function(name: Identifier, isOperator: Bool, fixity: String?)
    case initializer(isConvenience: Bool)
    case subscriptDecl
    /// One property with accessors, or one that a protocol requires.
    case property(name: Identifier)
  }

  package let what: What
  let place: Parser.Place
  /// The end of the token before it, behind which its documentation stands.
  let previousEnd: Int32
}

extension Decl {
  /// The declaration as written: one that was passed over is read now, and what is wrong with it is told.
  ///
  /// A session declares some 2,500 members of the library and uses a few dozen; their trees took 2 MB and half of the
  /// time to the first cell.
  func whole(reporting diagnostics: inout [Diagnostic]) -> Decl {
    guard case .deferred(let deferred) = kind else { return self }
    let read = Parser.parseDeclaration(range, deferred.place, behind: deferred.previousEnd)
    diagnostics += read.diagnostics
    return read.declaration ?? self
  }
}

extension Parser {
  /// Reads one declaration of a module's text, which stands behind a token that ends at `previousEnd`.
  static func parseDeclaration(
    _ range: SourceRange, _ place: Place, behind previousEnd: Int32
  ) -> (declaration: Decl?, diagnostics: [Diagnostic]) {
    var parser = Parser(range.file, mode: .library, stretch: range)
    parser.previousEnd = previousEnd
    let declaration = parser.parseDeclaration(place)
    if !parser.isAtEnd { parser.diagnose(.expectedDeclaration()) }
    return (declaration, parser.lexer.diagnostics + parser.diagnostics)
  }

  /// Reads a type or an extension of a module's text without what is between its braces.
  static func parseHeader(
    _ range: SourceRange, openingBraceAt brace: Int, _ place: Place, behind previousEnd: Int32
  ) -> (declaration: Decl?, diagnostics: [Diagnostic]) {
    let header = SourceRange(file: range.file, start: Int(range.start), end: brace + 1)
    var parser = Parser(range.file, mode: .library, stretch: header)
    parser.tokens.insert(Token(kind: .rightBrace, start: range.end - 1, end: range.end), at: parser.tokens.count - 1)
    parser.previousEnd = previousEnd
    let declaration = parser.parseDeclaration(place)
    return (declaration, parser.lexer.diagnostics + parser.diagnostics)
  }
}
