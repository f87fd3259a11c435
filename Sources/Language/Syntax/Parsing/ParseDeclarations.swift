extension Parser {
  /// Where a declaration stands, which decides what may stand there.
  enum Place: Equatable {
    case statement
    case member(NominalSyntax.Kind?)

    var isProtocol: Bool { self == .member(.protocolDecl) }
    var isEnum: Bool { self == .member(.enumDecl) }
  }

  static let contextualModifiers: Set<String> = [
    "mutating", "nonmutating", "final", "lazy", "weak", "unowned", "override", "convenience", "required", "dynamic",
    "optional", "indirect", "open", "prefix", "postfix", "infix", "consuming", "borrowing", "nonisolated", "isolated",
    "distributed", "package", "async", "__consuming", "_local",
  ]

  static func isModifier(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .fileprivate, .internal, .private, .public, .static: true
    default: false
    }
  }

  static func isDeclaration(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .associatedtype, .class, .deinit, .enum, .extension, .func, .import, .`init`, .let, .operator, .precedencegroup,
      .protocol, .struct, .subscript, .typealias, .var:
      true
    default: false
    }
  }

  /// Whether a declaration begins here, looking past attributes and modifiers.
  var isAtDeclaration: Bool {
    var index = index
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .at:
        guard index + 1 < tokens.count, tokens[index + 1].kind == .identifier else { return false }
        index += 2
        if index < tokens.count, tokens[index].kind == .leftParen {
          guard let close = closingBracket(from: index) else { return true }
          index = close + 1
        }
        if index < tokens.count, tokens[index].kind == .endOfFile { return true }
      case .keyword(let keyword):
        if Self.isDeclaration(keyword) {
          // `init(…)` at the start of a statement calls nothing; `self.init` is a member.
          return true
        }
        if keyword == .case { return index > self.index }
        guard Self.isModifier(keyword) else { return false }
        index = afterDetail(index + 1)
      case .identifier where !token.isEscaped:
        let word = text(token)
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if word == "actor" || word == "macro" {
          return next.kind == .identifier && !next.isAtLineStart
            && (peek(index + 2 - self.index).kind == .leftBrace || peek(index + 2 - self.index).kind == .colon
              || peek(index + 2 - self.index).kind == .leftParen || isOperator(peek(index + 2 - self.index), "<"))
        }
        guard Self.contextualModifiers.contains(word) else { return false }
        // A modifier never stands alone; a name does.
        let after = afterDetail(index + 1)
        guard after < tokens.count else { return false }
        switch tokens[after].kind {
        case .keyword, .identifier, .at: break
        default: return false
        }
        if tokens[after].kind == .identifier, tokens[after].isAtLineStart { return false }
        index = after
      default: return false
      }
    }
    return false
  }

  /// Past `(set)`.
  func afterDetail(_ index: Int) -> Int {
    guard index + 2 < tokens.count, tokens[index].kind == .leftParen, tokens[index + 1].kind == .identifier,
      tokens[index + 2].kind == .rightParen
    else { return index }
    return index + 3
  }

  mutating func parseDeclaration(_ place: Place) -> Decl? {
    nested { $0.parseDeclarationBody(place) } ?? nil
  }

  private mutating func parseDeclarationBody(_ place: Place) -> Decl? {
    let start = current.start
    let documentation = documentation()
    let attributes = parseAttributes()
    let modifiers = parseModifiers()
    func make(_ kind: Decl.Kind, _ range: SourceRange) -> Decl {
      Decl(kind, attributes: attributes, modifiers: modifiers, documentation: documentation, range: range)
    }
    var kind: Decl.Kind
    if at(.identifier), isName(current, "actor") || isName(current, "macro") {
      kind = parseUnsupportedDeclaration()
    } else {
      guard case .keyword(let keyword) = current.kind else {
        diagnose(place == .statement ? .expectedDeclaration() : .expectedMember(), at: nil)
        return nil
      }
      switch keyword {
      case .import: kind = parseImport()
      case .let, .var: kind = parseVariable(place)
      case .func: kind = parseFunction(place, modifiers)
      case .`init`: kind = parseInitializer(place)
      case .deinit: kind = parseDeinitializer()
      case .subscript: kind = parseSubscript(place)
      case .struct: kind = parseNominal(.structDecl)
      case .class: kind = parseNominal(.classDecl)
      case .enum: kind = parseNominal(.enumDecl)
      case .protocol: kind = parseNominal(.protocolDecl)
      case .extension: kind = parseExtension()
      case .case where place.isEnum: kind = parseEnumCase(isIndirect: modifiers.contains { $0.name == "indirect" })
      case .associatedtype: kind = parseAssociatedType()
      case .typealias: kind = parseTypeAlias()
      case .operator: kind = parseOperator(modifiers)
      case .precedencegroup: kind = parsePrecedenceGroup()
      case .case:
        diagnose(.enumCaseOutsideEnum())
        advance()
        while !isAtEnd, !current.isAtLineStart, !at(.rightBrace), !at(.semicolon) { skipGroup() }
        kind = .unsupported
      default:
        diagnose(.expectedDeclaration())
        return nil
      }
    }
    if mode == .cell {
      if modifiers.contains(where: { $0.name == "async" }) { kind = .unsupported }
      diagnosePlace(kind, place, start)
      diagnoseStatic(kind, place, modifiers)
    }
    return make(kind, range(from: start))
  }

  /// Declarations that stand in a type only, or outside of types only.
  private mutating func diagnosePlace(_ kind: Decl.Kind, _ place: Place, _ start: Int32) {
    let place = place
    let at = SourceRange(file: file, start: Int(start), end: Int(start))
    switch (kind, place) {
    case (.initializer, .statement):
      // `swiftc` points behind the word.
      diagnose(.onlyInType("initializers"), at: SourceRange(file: file, start: Int(start) + 4, end: Int(start) + 4))
    case (.deinitializer, .statement): diagnose(.onlyInType("deinitializers"), at: at)
    case (.subscriptDecl, .statement): diagnose(.subscriptOutsideType(), at: at)
    case (.associatedType, .statement): diagnose(.associatedTypeOutsideProtocol(), at: at)
    case (.extensionDecl, .member), (.importModule, .member), (.operatorDecl, .member), (.precedenceGroup, .member):
      diagnose(.onlyAtFileScope(kind.name), at: at)
    default: break
    }
  }

  /// `static` and `class` say something within a type only.
  private mutating func diagnoseStatic(_ kind: Decl.Kind, _ place: Place, _ modifiers: [Decl.Modifier]) {
    guard place == .statement, let modifier = modifiers.first(where: { $0.name == "static" || $0.name == "class" })
    else { return }
    // `swiftc` points at the keyword.
    let keyword = Int(modifier.range.end) + 1
    let place = SourceRange(file: file, start: keyword, end: keyword)
    switch kind {
    case .variable: diagnose(.onlyOnType(modifier.name, "properties"), at: place)
    case .function: diagnose(.onlyOnType(modifier.name, "methods"), at: place)
    default: break
    }
  }

  // MARK: Attributes and modifiers

  mutating func parseAttributes() -> [Decl.Attribute] {
    var attributes: [Decl.Attribute] = []
    while at(.at) {
      let sign = take()
      guard at(.identifier) || isKeyword(current) else {
        diagnose(.expectedAttributeName())
        break
      }
      let name = takeIdentifier()
      if let feature = Diagnostic.Feature.attribute[name.text] {
        diagnoseUnsupported(feature, at: range(from: sign.start))
      }
      var arguments: [Argument] = []
      if at(.leftParen), current.start == previousEnd {
        if Self.attributesWithArguments.contains(name.text) {
          arguments = parseArguments(.rightParen, .expectedClosingParenInList())
        } else {
          skipGroup()
        }
      }
      attributes.append(.init(name: name, arguments: arguments))
    }
    return attributes
  }

  /// Attributes whose arguments the checker reads.
  private static let attributesWithArguments: Set<String> = ["native", "intrinsic", "representation", "addressor"]

  func isKeyword(_ token: Token) -> Bool { if case .keyword = token.kind { true } else { false } }

  /// Attributes of types and closures say nothing that the machine could use, except those read elsewhere.
  mutating func skipAttribute() {
    advance()
    if at(.identifier) || isKeyword(current) { advance() } else { diagnose(.expectedAttributeName()) }
    // `@convention(c) (Int)`: only a parenthesis that touches the name is the attribute's.
    if at(.leftParen), current.start == previousEnd { skipGroup() }
  }

  private mutating func parseModifiers() -> [Decl.Modifier] {
    var modifiers: [Decl.Modifier] = []
    while true {
      switch current.kind {
      case .keyword(let keyword):
        if keyword == .class {
          // `class func` against `class Name`
          switch peek().kind {
          case .keyword(.func), .keyword(.var), .keyword(.let), .keyword(.subscript), .keyword(.typealias),
            .keyword(.`init`):
            break
          case .identifier where Self.contextualModifiers.contains(text(peek())) && isKeyword(peek(2)): break
          case .keyword(let next) where Self.isModifier(next): break
          default: return modifiers
          }
        } else if !Self.isModifier(keyword) {
          return modifiers
        }
      case .identifier where !current.isEscaped && Self.contextualModifiers.contains(text) && !at(name: "actor"):
        if at(name: "async") { diagnoseUnsupported(.asynchronous("async let")) }
      default: return modifiers
      }
      let token = take()
      var detail: String?
      if at(.leftParen), peek().kind == .identifier, peek(2).kind == .rightParen {
        advance()
        detail = takeIdentifier().text
        advance()
      }
      modifiers.append(.init(name: text(token), detail: detail, range: range(from: token.start)))
      if modifiers.count > 32 { return modifiers }
    }
  }

  /// The text of the documentation comment directly above the current token.
  private func documentation() -> String? {
    Documentation.text(before: Int(current.start), after: Int(previousEnd), in: file)
  }

  // MARK: Small declarations

  private mutating func parseImport() -> Decl.Kind {
    advance()
    switch current.kind {
    case .keyword(.struct), .keyword(.class), .keyword(.enum), .keyword(.protocol), .keyword(.func), .keyword(.var),
      .keyword(.let), .keyword(.typealias):
      advance()
    default: break
    }
    var path: [Identifier] = []
    repeat {
      guard at(.identifier) || current.isOperator else {
        diagnose(.expectedModuleName())
        break
      }
      path.append(takeIdentifier())
    } while accept(.period)
    return .importModule(path)
  }

  mutating func parseDeclarationName(_ what: String) -> Identifier? {
    switch current.kind {
    case .identifier:
      let name = takeIdentifier()
      if at(.identifier), !current.isAtLineStart, mode == .cell, !Self.contextualModifiers.contains(text) {
        diagnose(.secondIdentifier(what))
        advance()
      }
      return name
    case .keyword(let keyword) where keyword != .underscore && !current.isAtLineStart:
      // A module may have names that its own source writes in backticks.
      if mode == .library { return takeIdentifier() }
      var diagnostic = Diagnostic(.keywordAsIdentifier(text, what), at: range(current))
      diagnostic.fixes.append(
        .init(label: "use backticks to escape it", range: range(current), replacement: "`\(text)`"))
      report(diagnostic)
      return takeIdentifier()
    case .integer, .float:
      diagnose(.nameStartsWithDigit(what))
      return takeIdentifier()
    default:
      diagnose(.expectedIdentifier(what), at: current.isAtLineStart ? afterPrevious : nil)
      return nil
    }
  }

  private mutating func parseTypeAlias() -> Decl.Kind {
    advance()
    guard let name = parseDeclarationName("typealias") else {
      skipToStatement()
      return .unsupported
    }
    let generics = parseGenericParameters()
    guard accept(.equal) else {
      diagnose(.expectedEqualInTypeAlias())
      skipToStatement()
      return .unsupported
    }
    let type = parseType(.expectedAliasedType())
    _ = parseRequirements()
    return .typeAlias(name: name, generics, type)
  }

  private mutating func parseAssociatedType() -> Decl.Kind {
    advance()
    guard let name = parseDeclarationName("associatedtype") else {
      skipToStatement()
      return .unsupported
    }
    if startsWith("<") {
      diagnoseUnsupported(.genericAssociatedTypes)
      _ = parseGenericParameters()
    }
    let inherits = accept(.colon) ? parseInheritance() : []
    let fallback = accept(.equal) ? parseType() : nil
    return .associatedType(name: name, inherits: inherits, fallback: fallback, parseRequirements())
  }

  // MARK: Operators

  private mutating func parseOperator(_ modifiers: [Decl.Modifier]) -> Decl.Kind {
    let keyword = take()
    let fixity = modifiers.first { ["prefix", "postfix", "infix"].contains($0.name) }
    guard let fixity else {
      diagnose(.operatorNeedsFixity(), at: range(keyword))
      skipToStatement()
      return .unsupported
    }
    guard isAnyOperator else {
      diagnose(.expectedOperatorName())
      skipToStatement()
      return .unsupported
    }
    let name = takeIdentifier()
    var precedence: Identifier?
    if accept(.colon) {
      if at(.identifier) { precedence = takeIdentifier() } else { diagnose(.expectedPrecedenceGroupName()) }
      if precedence != nil, fixity.name != "infix" {
        diagnose(.onlyInfixHasPrecedence(), at: precedence?.range)
      }
    }
    if at(.leftBrace) { skipGroup() }
    return .operatorDecl(fixity: fixity.name, name, precedence: precedence)
  }

  /// An operator in any of the forms that the lexer tells apart.
  var isAnyOperator: Bool {
    switch current.kind {
    case .binaryOperator, .prefixOperator, .postfixOperator, .ampersandPrefix, .exclamationPostfix, .questionPostfix,
      .questionInfix, .arrow:
      true
    default: false
    }
  }

  private mutating func parsePrecedenceGroup() -> Decl.Kind {
    advance()
    guard let name = parseDeclarationName("precedence group") else {
      skipToStatement()
      return .unsupported
    }
    var group = PrecedenceGroupSyntax(
      name: name, associativity: "none", higherThan: [], lowerThan: [], isAssignment: false)
    let opening = current
    guard accept(.leftBrace) else {
      diagnose(.expectedBraceInPrecedenceGroup())
      return .precedenceGroup(group)
    }
    while at(.identifier) {
      let key = takeIdentifier()
      guard accept(.colon) else {
        diagnose(.expectedColonInPrecedenceGroup())
        break
      }
      switch key.text {
      case "associativity":
        if at(.identifier), ["left", "right", "none"].contains(text) {
          group.associativity = takeIdentifier().text
        } else {
          diagnose(.expectedAssociativity())
          advance()
        }
      case "assignment":
        group.isAssignment = at(.true)
        if at(.true) || at(.false) { advance() } else { diagnose(.expectedAssignmentFlag()); advance() }
      case "higherThan", "lowerThan":
        repeat {
          guard at(.identifier) else {
            diagnose(.expectedPrecedenceGroupName())
            break
          }
          if key.text == "higherThan" { group.higherThan.append(takeIdentifier()) } else { group.lowerThan.append(takeIdentifier()) }
        } while accept(.comma)
      default:
        diagnose(.unknownPrecedenceGroupAttribute(key.text), at: key.range)
        advance()
      }
      _ = accept(.semicolon)
    }
    close(.rightBrace, .expectedClosingBrace("precedence group"), opening)
    return .precedenceGroup(group)
  }
}

extension Decl.Kind {
  /// How `swiftc` names a kind of declaration that stands at file scope only.
  fileprivate var name: String {
    switch self {
    case .importModule: "import"
    case .extensionDecl: "extension"
    case .operatorDecl: "operator"
    case .precedenceGroup: "precedencegroup"
    default: "declaration"
    }
  }
}
