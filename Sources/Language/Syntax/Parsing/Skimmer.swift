/// Goes through a module's text without splitting it into tokens: it finds where declarations begin and end and what
/// they are called, and leaves functions, initialisers, subscripts and computed properties for when they are looked up.
///
/// A session reads 330 KB of library before its first cell. To tokenize and parse them took half of its start.
struct Skimmer {
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// The end of the token before `offset`.
  private var previousEnd = 0
  private var diagnostics: [Diagnostic] = []

  static func skim(_ file: SourceFile) -> ParseResult {
    file.bytes.withUnsafeBufferPointer { bytes in
      var skimmer = Skimmer(file: file, bytes: bytes)
      let declarations = skimmer.declarations(.statement)
      return ParseResult(
        statements: declarations.map { Stmt(.declaration($0), $0.range) },
        diagnostics: skimmer.diagnostics.sortedByPlace())
    }
  }

  /// The labels of the parameters of a function, initialiser or subscript that was passed over.
  static func labels(of range: SourceRange, isSubscript: Bool) -> [String?] {
    range.file.bytes.withUnsafeBufferPointer { bytes in
      var skimmer = Skimmer(file: range.file, bytes: bytes)
      skimmer.offset = Int(range.start)
      return skimmer.labels(before: Int(range.end), isSubscript: isSubscript)
    }
  }

  /// Whether the first parameter of a function that was passed over is a tuple.
  static func takesTuple(_ range: SourceRange) -> Bool {
    range.file.bytes.withUnsafeBufferPointer { bytes in
      var skimmer = Skimmer(file: range.file, bytes: bytes)
      skimmer.offset = Int(range.start)
      skimmer.skipToParameters(before: Int(range.end))
      while skimmer.offset < Int(range.end), bytes[skimmer.offset] != UInt8(ascii: ":") { skimmer.offset += 1 }
      skimmer.offset += 1
      _ = skimmer.skipTrivia()
      return skimmer.byte(skimmer.offset) == UInt8(ascii: "(")
    }
  }

  private init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.bytes = bytes
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file, start: start, end: end) }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  // MARK: Declarations

  /// The declarations to the closing brace or the end.
  private mutating func declarations(_ place: Parser.Place) -> [Decl] {
    var found: [Decl] = []
    while true {
      _ = skipTrivia()
      guard offset < bytes.count, bytes[offset] != UInt8(ascii: "}") else { return found }
      if bytes[offset] == UInt8(ascii: ";") {
        pass(1)
        continue
      }
      let start = offset
      if let declaration = declaration(place) { found.append(declaration) }
      // Whatever stands here is no declaration, and the parser has said so.
      if offset == start { pass(1) }
    }
  }

  private mutating func declaration(_ place: Parser.Place) -> Decl? {
    let start = offset
    let before = previousEnd
    var isConvenience = false
    var fixity: String?
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "@") {
        pass(1)
        skipWord()
        if byte(offset) == UInt8(ascii: "(") { skipGroup() }
        _ = skipTrivia()
        continue
      }
      let word = wordRange()
      guard !word.isEmpty else { break }
      let keyword = Keyword.spelled(by: UnsafeBufferPointer(rebasing: bytes[word]))
      switch keyword {
      case .func:
        pass(word.count)
        _ = skipTrivia()
        let (name, isOperator) = functionName()
        return deferred(.function(name: name, isOperator: isOperator, fixity: fixity), from: start, place, before)
      case .`init`:
        pass(word.count)
        return deferred(.initializer(isConvenience: isConvenience), from: start, place, before)
      case .subscript:
        pass(word.count)
        return deferred(.subscriptDecl, from: start, place, before)
      case .var, .let:
        pass(word.count)
        return variable(from: start, place, before)
      case .class where isModifier(after: word): break
      case .struct: return type(.member(.structDecl), from: start, place, before)
      case .class: return type(.member(.classDecl), from: start, place, before)
      case .enum: return type(.member(.enumDecl), from: start, place, before)
      case .protocol: return type(.member(.protocolDecl), from: start, place, before)
      case .extension: return type(.member(nil), from: start, place, before)
      case .associatedtype, .case, .deinit, .import, .operator, .precedencegroup, .typealias:
        pass(word.count)
        _ = skipRest(isVariable: keyword == .case)
        return parsed(from: start, place, before)
      default: break
      }
      switch (word.count, bytes[offset]) {
      case (11, UInt8(ascii: "c")): isConvenience = text(word.lowerBound, word.upperBound) == "convenience"
      case (6, UInt8(ascii: "p")) where text(word.lowerBound, word.upperBound) == "prefix": fixity = "prefix"
      case (7, UInt8(ascii: "p")) where text(word.lowerBound, word.upperBound) == "postfix": fixity = "postfix"
      default: break
      }
      pass(word.count)
      if byte(offset) == UInt8(ascii: "(") { skipGroup() }
      _ = skipTrivia()
    }
    _ = skipRest(isVariable: false)
    return parsed(from: start, place, before)
  }

  /// `class func` against `class Name`
  private func isModifier(after word: Range<Int>) -> Bool {
    var start = word.upperBound
    while byte(start) == UInt8(ascii: " ") { start += 1 }
    var end = start
    while Characters.isIdentifierPart(byte(end)) { end += 1 }
    switch Keyword.spelled(by: UnsafeBufferPointer(rebasing: bytes[start..<end])) {
    case .func, .var, .let, .subscript, .`init`: return true
    default: return false
    }
  }

  private mutating func functionName() -> (Identifier, isOperator: Bool) {
    let start = offset
    if byte(offset) == UInt8(ascii: "`") || Characters.isIdentifierHead(byte(offset)) || byte(offset) >= 0x80 {
      return (name(), false)
    }
    while Characters.isOperator(byte(offset)) { offset += 1 }
    // `func <<T>(…)`: the last `<` begins the generic parameters.
    let isGeneric = byte(offset - 1) == UInt8(ascii: "<") && Characters.isIdentifierHead(byte(offset))
    if offset - start > 1, isGeneric { offset -= 1 }
    previousEnd = offset
    return (Identifier(text(start, offset), range(start, offset)), true)
  }

  /// A name, which may stand in backticks.
  private mutating func name() -> Identifier {
    let start = offset
    if byte(offset) == UInt8(ascii: "`") {
      offset += 1
      skipWord()
      offset = min(offset + 1, bytes.count)
      previousEnd = offset
      return Identifier(text(start + 1, max(start + 1, offset - 1)), range(start, offset))
    }
    skipWord()
    return Identifier(text(start, offset), range(start, offset))
  }

  private mutating func deferred(
    _ what: DeferredSyntax.What, from start: Int, _ place: Parser.Place, _ before: Int
  ) -> Decl {
    _ = skipRest(isVariable: false)
    return deferred(what, start..<previousEnd, place, before)
  }

  private func deferred(
    _ what: DeferredSyntax.What, _ range: Range<Int>, _ place: Parser.Place, _ before: Int
  ) -> Decl {
    Decl(
      .deferred(DeferredSyntax(what: what, place: place, previousEnd: Int32(before))), attributes: [], modifiers: [],
      documentation: nil, range: self.range(range.lowerBound, range.upperBound))
  }

  /// To what stands behind the parenthesis of a declaration's parameters.
  private mutating func skipToParameters(before end: Int) {
    // Attributes may have arguments of their own; those of the declaration follow its keyword.
    while offset < end, bytes[offset] != UInt8(ascii: "(") {
      if bytes[offset] == UInt8(ascii: "@") {
        pass(1)
        skipWord()
        if byte(offset) == UInt8(ascii: "(") { skipGroup() }
      } else {
        offset += 1
      }
    }
    offset += 1
  }

  private mutating func labels(before end: Int, isSubscript: Bool) -> [String?] {
    skipToParameters(before: end)
    var labels: [String?] = []
    while offset < end {
      _ = skipTrivia()
      if byte(offset) == UInt8(ascii: ")") { return labels }
      let label = name().text
      _ = skipTrivia()
      // A parameter of a subscript has a label where it has two names.
      let isLabel = label != "_" && (!isSubscript || byte(offset) != UInt8(ascii: ":"))
      labels.append(isLabel ? label : nil)
      while offset < end, bytes[offset] != UInt8(ascii: ","), bytes[offset] != UInt8(ascii: ")") {
        switch bytes[offset] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): skipGroup()
        case UInt8(ascii: "\""): skipString()
        case UInt8(ascii: "/"): if !skipTrivia(), byte(offset) == UInt8(ascii: "/") { offset += 1 }
        // `Result<Key, Value>`
        case UInt8(ascii: "<"): skipGenericArguments()
        default: offset += 1
        }
      }
      if byte(offset) == UInt8(ascii: ",") { offset += 1 }
    }
    return labels
  }

  private mutating func skipGenericArguments() {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">") where offset > 0 && bytes[offset - 1] != UInt8(ascii: "-"): depth -= 1
      case UInt8(ascii: "("), UInt8(ascii: "["):
        skipGroup()
        continue
      default: break
      }
      offset += 1
      if depth == 0 { return }
    }
  }

  /// Stored properties are the layout of their type, and are read at once.
  private mutating func variable(from start: Int, _ place: Parser.Place, _ before: Int) -> Decl? {
    _ = skipTrivia()
    let name = name()
    let kind = skipRest(isVariable: true)
    if place != .statement, kind == .computed || kind == .plain && place.isProtocol {
      return deferred(.property(name: name), start..<previousEnd, place, before)
    }
    return parsed(from: start, place, before)
  }

  /// A type or an extension: its header is parsed, its members are skimmed.
  private mutating func type(
    _ inner: Parser.Place, from start: Int, _ outer: Parser.Place, _ before: Int
  ) -> Decl? {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "{") {
      if bytes[offset] == UInt8(ascii: "/") { _ = skipTrivia() }
      offset += 1
    }
    let brace = offset
    pass(1)
    let members = declarations(inner)
    pass(1)
    let read = Parser.parseHeader(range(start, previousEnd), openingBraceAt: brace, outer, behind: Int32(before))
    diagnostics += read.diagnostics
    switch read.declaration?.kind {
    case .nominal(let syntax)?: syntax.members = members
    case .extensionDecl(let syntax)?: syntax.members = members
    default: break
    }
    return read.declaration
  }

  /// Hands over what was passed to the parser.
  private mutating func parsed(from start: Int, _ place: Parser.Place, _ before: Int) -> Decl? {
    let read = Parser.parseDeclaration(range(start, previousEnd), place, behind: Int32(before))
    diagnostics += read.diagnostics
    return read.declaration
  }

  // MARK: Passing over

  private mutating func pass(_ count: Int) {
    offset = min(offset + count, bytes.count)
    previousEnd = offset
  }

  private func wordRange() -> Range<Int> {
    var end = offset
    while Characters.isIdentifierPart(byte(end)) || byte(end) >= 0x80 { end += 1 }
    return offset..<end
  }

  private mutating func skipWord() {
    offset = wordRange().upperBound
    previousEnd = offset
  }

  private enum VariableKind { case plain, computed, valued }

  /// Passes what is left of a declaration: its body ends it, or a line that does not go on with it.
  ///
  /// A variable's value may have braces of its own; braces that come first are accessors.
  private mutating func skipRest(isVariable: Bool) -> VariableKind {
    var kind = VariableKind.plain
    while true {
      let isAtLineStart = skipTrivia()
      guard offset < bytes.count else { return kind }
      let first = bytes[offset]
      if isAtLineStart, !continuesDeclaration(isVariable: isVariable) { return kind }
      switch first {
      case UInt8(ascii: "}"), UInt8(ascii: ";"): return kind
      case UInt8(ascii: "{"):
        skipGroup()
        if kind != .valued { return .computed }
      case UInt8(ascii: "("), UInt8(ascii: "["): skipGroup()
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "#") where [UInt8(ascii: "\""), UInt8(ascii: "#")].contains(byte(offset + 1)): skipString()
      case UInt8(ascii: "=") where isVariable && byte(offset + 1) != UInt8(ascii: "="):
        kind = .valued
        pass(1)
      case _ where Characters.isIdentifierPart(first) || first >= 0x80: skipWord()
      default: pass(1)
      }
    }
  }

  /// A signature may go on in the next line with its arrow, requirements or body; a value with an operator or behind
  /// one.
  private func continuesDeclaration(isVariable: Bool) -> Bool {
    if byte(offset) == UInt8(ascii: "{") { return true }
    if byte(offset) == UInt8(ascii: "-"), byte(offset + 1) == UInt8(ascii: ">") { return true }
    if isVariable {
      if Characters.isOperator(byte(offset)) { return true }
      switch byte(previousEnd - 1) {
      case UInt8(ascii: ","), UInt8(ascii: "="): return true
      // These end a type.
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ">"): break
      case let last: if Characters.isOperator(last) { return true }
      }
    }
    let word = wordRange()
    switch word.count {
    case 5: return text(word.lowerBound, word.upperBound) == "where"
    case 6: return text(word.lowerBound, word.upperBound) == "throws"
    case 8: return text(word.lowerBound, word.upperBound) == "rethrows"
    default: return false
    }
  }

  /// A bracketed group as a whole.
  private mutating func skipGroup() {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "#") where byte(offset + 1) == UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "/") || byte(offset + 1) == UInt8(ascii: "*"):
        _ = skipTrivia()
        continue
      default: break
      }
      offset += 1
      if depth == 0 { break }
    }
    previousEnd = offset
  }

  /// A string literal, with what is interpolated.
  private mutating func skipString() {
    var pounds = 0
    while byte(offset) == UInt8(ascii: "#") {
      pounds += 1
      offset += 1
    }
    let quote = UInt8(ascii: "\"")
    let isMultiline = byte(offset + 1) == quote && byte(offset + 2) == quote
    offset += isMultiline ? 3 : 1
    func hasPounds(_ start: Int) -> Bool { (0..<pounds).allSatisfy { byte(start + $0) == UInt8(ascii: "#") } }
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), hasPounds(offset + 1) {
        offset += 1 + pounds
        if byte(offset) == UInt8(ascii: "(") { skipGroup() } else { offset += 1 }
        continue
      }
      if bytes[offset] == quote, !isMultiline || byte(offset + 1) == quote && byte(offset + 2) == quote {
        let end = offset + (isMultiline ? 3 : 1)
        if hasPounds(end) {
          offset = end + pounds
          break
        }
      }
      offset += 1
    }
    offset = min(offset, bytes.count)
    previousEnd = offset
  }

  /// Skips to the next token; true where that is the first of its line.
  private mutating func skipTrivia() -> Bool {
    var sawNewline = offset == 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x0A, 0x0D:
        sawNewline = true
        offset += 1
      case 0x20, 0x09: offset += 1
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "/"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "*"): skipBlockComment()
      default: return sawNewline
      }
    }
    return true
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "/"), byte(offset + 1) == UInt8(ascii: "*") {
        depth += 1
        offset += 2
      } else if bytes[offset] == UInt8(ascii: "*"), byte(offset + 1) == UInt8(ascii: "/") {
        depth -= 1
        offset += 2
        if depth == 0 { return }
      } else {
        offset += 1
      }
    }
  }
}
