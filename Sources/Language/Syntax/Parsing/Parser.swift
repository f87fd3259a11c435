/// A recursive-descent parser for the cell language. It gives a tree for any text: after an error it says what is
/// wrong, skips to where a statement can begin, and goes on.
package struct Parser {
  /// What the text is.
  package enum Mode: Sendable {
    /// A cell: statements and declarations.
    case cell
    /// Swift source of which only the declarations are wanted: bodies are skipped, and what the cell language lacks
    /// is passed over in silence.
    case interface
    /// The standard library's own text, or a module's: bodies may be lacking, and members are read when looked up.
    case library
  }

  let file: SourceFile
  let mode: Mode
  var lexer: Lexer
  var tokens: [Token]
  var index = 0
  var current: Token
  /// The end of the token before `current`.
  var previousEnd: Int32 = 0
  var diagnostics: [Diagnostic] = []

  /// The guesses that failed.
  var refused: Set<Attempt> = []

  /// How deep the constructs around `current` nest.
  var depth = 0
  /// Whether the first error was found at the end of the text; nil where there is none yet.
  var firstErrorIsAtEnd: Bool?
  /// True while a guess is tried whose diagnostics may be dropped.
  var isSpeculating = false
  /// False in the head of `if`, `for`, `while` and `switch`, where `{` begins the body.
  var allowsTrailingClosure = true
  /// False in a pattern and in the value of a condition, where `=` ends the expression.
  var allowsAssignment = true
  /// Directly in the body of a `switch`, where `case` begins the next case.
  var isInSwitch = false
  /// True where `if` and `switch` may stand as a value.
  var allowsStatementValue = false

  /// A reading that only what follows can confirm.
  enum Guess: Hashable { case genericArguments, functionType, tuplePattern(inBinding: Bool), casePattern(inBinding: Bool) }

  struct Attempt: Hashable {
    var guess: Guess
    var start: Int32
  }

  /// One cell tells no more errors than these.
  static let maximumDiagnostics = 100

  /// Swift's own bound on nesting.
  package static let maximumDepth = 256
  /// The longest chain of operators or of members: a longer one makes a tree too deep to walk.
  package static let maximumChain = 1000

  package static func parse(_ file: SourceFile, mode: Mode = .cell) -> ParseResult {
    if mode == .library { return Skimmer.skim(file) }
    var parser = Parser(file, mode: mode)
    let statements = parser.parseTopLevel()
    return ParseResult(
      statements: statements, diagnostics: (parser.lexer.diagnostics + parser.diagnostics).sortedByPlace(),
      endsTooSoon: parser.lexer.endsTooSoon
        || parser.lexer.diagnostics.isEmpty && parser.firstErrorIsAtEnd == true)
  }

  /// A parser for a whole file, or for a stretch of a module's text that was passed over before.
  init(_ file: SourceFile, mode: Mode, stretch: SourceRange? = nil) {
    self.file = file
    self.mode = mode
    var lexer = Lexer(file)
    tokens = lexer.tokenize(stretch)
    current = tokens[0]
    self.lexer = lexer
  }
}

/// What parsing a text gives.
package struct ParseResult {
  package var statements: [Stmt]
  package var diagnostics: [Diagnostic]
  /// What is wrong is only that the text ends: more lines could complete it.
  package var endsTooSoon: Bool

  package init(statements: [Stmt], diagnostics: [Diagnostic], endsTooSoon: Bool = false) {
    self.statements = statements
    self.diagnostics = diagnostics
    self.endsTooSoon = endsTooSoon
  }

  package var hasErrors: Bool { diagnostics.contains { $0.message.severity == .error } }
}

extension [Diagnostic] {
  /// In the order of their places; those of one place keep their order.
  package func sortedByPlace() -> [Diagnostic] {
    enumerated().sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }.map(\.element)
  }
}

// MARK: - Tokens

extension Parser {
  mutating func advance() {
    previousEnd = current.end
    // A part of a token was taken (`>` of `>>`): the rest is read anew.
    if index < tokens.count, current.end < tokens[index].end, current.kind != .endOfFile {
      current = lexer.token(at: Int(current.end))
      return
    }
    if index + 1 < tokens.count { index += 1 }
    current = tokens[index]
  }

  /// The token that stands `distance` after the current one.
  func peek(_ distance: Int = 1) -> Token { tokens[max(0, min(index + distance, tokens.count - 1))] }

  func at(_ kind: Token.Kind) -> Bool { current.kind == kind }

  func at(_ keyword: Keyword) -> Bool { current.kind == .keyword(keyword) }

  func at(name: String) -> Bool { isName(current, name) }

  func isName(_ token: Token, _ name: String) -> Bool {
    token.kind == .identifier && !token.isEscaped && matches(token, name)
  }

  func matches(_ token: Token, _ text: String) -> Bool {
    Int(token.end - token.start) == text.utf8.count
      && file.bytes[Int(token.start)..<Int(token.end)].elementsEqual(text.utf8)
  }

  var isAtEnd: Bool { at(.endOfFile) }

  func text(_ token: Token) -> String {
    let start = Int(token.start) + (token.isEscaped ? 1 : 0)
    let end = Int(token.end) - (token.isEscaped ? 1 : 0)
    return String(decoding: file.bytes[start..<max(start, end)], as: UTF8.self)
  }

  var text: String { text(current) }

  func range(_ token: Token) -> SourceRange {
    SourceRange(file: file, start: Int(token.start), end: Int(token.end))
  }

  /// From an offset to the end of what was read last.
  func range(from start: Int32) -> SourceRange {
    SourceRange(file: file, start: Int(start), end: Int(max(start, previousEnd)))
  }

  /// The empty range behind what was read last.
  var afterPrevious: SourceRange { SourceRange(file: file, start: Int(previousEnd), end: Int(previousEnd)) }

  mutating func take() -> Token {
    let token = current
    advance()
    return token
  }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  mutating func accept(_ keyword: Keyword) -> Bool { accept(.keyword(keyword)) }

  mutating func accept(name: String) -> Bool {
    guard at(name: name) else { return false }
    advance()
    return true
  }

  mutating func takeIdentifier() -> Identifier {
    let token = take()
    return Identifier(text(token), range(token))
  }

  /// An operator token that begins with a character of one byte, which may be taken alone.
  func startsWith(_ character: Character) -> Bool {
    guard let wanted = character.asciiValue else { return false }
    switch current.kind {
    case .binaryOperator, .prefixOperator, .postfixOperator, .ampersandPrefix, .exclamationPostfix, .questionPostfix,
      .questionInfix, .equal:
      return file.bytes[Int(current.start)] == wanted
    default: return false
    }
  }

  /// Takes the first character of an operator token.
  mutating func takeFirstCharacter() {
    current.end = current.start + 1
    advance()
  }

  func isOperator(_ token: Token, _ text: String) -> Bool { token.isOperator && matches(token, text) }

  func atOperator(_ text: String) -> Bool { isOperator(current, text) }

  /// The first token of its line, or the end.
  var isAtLineStart: Bool { current.isAtLineStart || isAtEnd }
}

// MARK: - Errors

extension Parser {
  mutating func diagnose(_ message: Diagnostic.Message, at range: SourceRange? = nil) {
    report(Diagnostic(message, at: range ?? place(of: message)))
  }

  private func place(of message: Diagnostic.Message) -> SourceRange {
    message.isPlacedBehind && isAtLineStart ? afterPrevious : range(current)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard isSpeculating || diagnostics.count < Self.maximumDiagnostics else { return }
    // Where a diagnostic has been given, a second one at the same place tells nothing new.
    if let last = diagnostics.last, last.range.start == diagnostic.range.start, last.message.severity == .error { return }
    var diagnostic = diagnostic
    if !isSpeculating, let hint = foreignHint(diagnostic.message) { diagnostic.notes.append((.writeInstead(hint), nil)) }
    diagnostics.append(diagnostic)
    if !isSpeculating, firstErrorIsAtEnd == nil, diagnostic.message.severity == .error { firstErrorIsAtEnd = isAtEnd }
  }

  mutating func diagnose(_ message: Diagnostic.Message, at range: SourceRange? = nil, toMatch opening: Token) {
    var diagnostic = Diagnostic(message, at: range ?? place(of: message))
    diagnostic.notes.append((.toMatchOpening(text(opening)), self.range(opening)))
    report(diagnostic)
  }

  /// Names a feature that Swift has and the cell language has not.
  mutating func diagnoseUnsupported(_ feature: Diagnostic.Feature, at range: SourceRange? = nil) {
    guard mode == .cell else { return }
    diagnose(.unsupported(feature), at: range)
  }

  /// Tries a reading of the text; where `body` gives nil or a diagnostic, nothing was read and nil is returned. What
  /// was refused once at a place is not tried there again: guesses within guesses would take exponential time.
  mutating func speculate<Result>(_ guess: Guess, _ body: (inout Parser) -> Result?) -> Result? {
    let attempt = Attempt(guess: guess, start: current.start)
    guard !refused.contains(attempt) else { return nil }
    let saved = (index, current, previousEnd, isSpeculating, allowsTrailingClosure, allowsAssignment, depth)
    let (count, lexical) = (diagnostics.count, lexer.diagnostics.count)
    isSpeculating = true
    let outcome = body(&self)
    isSpeculating = saved.3
    if let outcome, diagnostics.count == count { return outcome }
    (index, current, previousEnd, _, allowsTrailingClosure, allowsAssignment, depth) = saved
    diagnostics.removeSubrange(min(count, diagnostics.count)...)
    lexer.diagnostics.removeSubrange(min(lexical, lexer.diagnostics.count)...)
    refused.insert(attempt)
    return nil
  }

  /// Runs `body` one level deeper; past the bound it gives a diagnostic, leaves the text and returns nil.
  mutating func nested<Result>(_ body: (inout Parser) -> Result) -> Result? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      diagnose(.nestingTooDeep())
      skipToEnd()
      return nil
    }
    return body(&self)
  }

  mutating func skipToEnd() {
    index = tokens.count - 1
    current = tokens[index]
    previousEnd = current.start
  }

  /// Skips one token, or a bracketed group as a whole.
  mutating func skipGroup() {
    guard let close = closingBracket(from: index) else {
      advance()
      return
    }
    previousEnd = tokens[close].end
    index = min(close + 1, tokens.count - 1)
    current = tokens[index]
  }

  /// The index of the bracket that closes the one at `start`; nil where there is none.
  func closingBracket(from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < tokens.count {
      switch tokens[index].kind {
      case .leftParen, .leftSquare, .leftBrace: depth += 1
      case .rightParen, .rightSquare, .rightBrace:
        depth -= 1
        if depth <= 0 { return index }
      case .endOfFile: return nil
      default: if depth == 0 { return nil }
      }
      index += 1
    }
    return nil
  }

  /// Skips to where a statement can begin: a new line, `;`, `}` or the end.
  mutating func skipToStatement() {
    while !isAtEnd, !current.isAtLineStart, !at(.semicolon), !at(.rightBrace) { skipGroup() }
  }
}
