extension Parser {
  mutating func parseNominal(_ kind: NominalSyntax.Kind) -> Decl.Kind {
    advance()
    guard let name = parseDeclarationName(kind.rawValue) else {
      skipToStatement()
      return .unsupported
    }
    // Of a protocol: its primary associated types, which are declared again in the body.
    let generics = parseGenericParameters()
    let inherits = parseInheritanceClause()
    let requirements = parseRequirements()
    let members = parseMembers(.member(kind), kind.rawValue)
    return .nominal(
      NominalSyntax(
        kind: kind, name: name, generics: generics, inherits: inherits, requirements: requirements, members: members))
  }

  private mutating func parseInheritanceClause() -> [TypeExpr] {
    if accept(.colon) { return parseInheritance() }
    if at(.leftParen), !current.isAtLineStart {
      diagnose(.expectedColonBeforeInheritance())
      skipGroup()
    }
    return []
  }

  mutating func parseExtension() -> Decl.Kind {
    advance()
    let extended = parseType(.expectedExtendedType())
    let inherits = parseInheritanceClause()
    let requirements = parseRequirements()
    let members = parseMembers(.member(nil), "extension")
    return .extensionDecl(
      ExtensionSyntax(extended: extended, inherits: inherits, requirements: requirements, members: members))
  }

  private mutating func parseMembers(_ place: Place, _ what: String) -> [Decl] {
    guard at(.leftBrace) else {
      diagnose(.expectedBraceIn(what), at: isAtLineStart ? afterPrevious : nil)
      return []
    }
    return nested { parser in
      parser.parseInner { $0.parseMemberList(place, what) }
    } ?? []
  }

  private mutating func parseMemberList(_ place: Place, _ what: String) -> [Decl] {
    let opening = take()
    var members: [Decl] = []
    var needsSeparator = false
    while !at(.rightBrace), !isAtEnd {
      if accept(.semicolon) {
        needsSeparator = false
        continue
      }
      if at(.hash), parseDirective() { continue }
      let before = index
      if needsSeparator, !current.isAtLineStart { diagnoseConsecutiveDeclarations(in: place) }
      if isAtDeclaration || at(.case) {
        if let member = parseDeclaration(place) { members.append(member) }
      } else {
        diagnoseMember(what)
        skipMember()
      }
      if index == before { skipGroup() }
      needsSeparator = true
    }
    if !accept(.rightBrace) { diagnose(.expectedClosingBrace(what), toMatch: opening) }
    return members
  }

  private mutating func diagnoseConsecutiveDeclarations(in place: Place) {
    // After an error the rest of a line is no new declaration.
    if let reported = diagnostics.last, reported.range.end >= previousEnd { return }
    var diagnostic = Diagnostic(.consecutiveDeclarations(), at: afterPrevious)
    diagnostic.fixes.append(.init(label: "insert ';'", range: afterPrevious, replacement: ";"))
    report(diagnostic)
  }

  private mutating func diagnoseMember(_ what: String) {
    if mode == .interface { return }
    if at(.identifier), peek().kind == .identifier || peek().kind == .leftParen || peek().kind == .colon {
      // `x: Int` and `foo() {` lack their keyword.
      let keyword = peek().kind == .leftParen ? "func" : "var"
      var diagnostic = Diagnostic(.expectedKeywordBefore(keyword), at: range(current))
      let place = SourceRange(file: file, start: Int(current.start), end: Int(current.start))
      diagnostic.fixes.append(.init(label: "add '\(keyword)'", range: place, replacement: keyword + " "))
      if peek().kind != .identifier {
        report(diagnostic)
        return
      }
    }
    if at(.identifier), peek().kind == .equal {
      diagnose(.expectedKeywordBefore("var"))
      return
    }
    diagnose(.expectedMember())
  }

  private mutating func skipMember() {
    repeat {
      skipGroup()
    } while !isAtEnd && !at(.rightBrace) && !at(.semicolon) && !current.isAtLineStart
  }

  // MARK: Enum cases

  mutating func parseEnumCase(isIndirect: Bool) -> Decl.Kind {
    let keyword = take()
    var elements: [EnumElementSyntax] = []
    repeat {
      guard at(.identifier) || isKeyword(current) && !isAtLineStart else {
        diagnose(.expectedIdentifier("enum 'case'"), at: range(keyword))
        skipToStatement()
        break
      }
      guard let name = parseDeclarationName("enum 'case'") else { break }
      var element = EnumElementSyntax(name: name, payload: [], rawValue: nil, isIndirect: isIndirect)
      if at(.leftParen), !current.isAtLineStart { element.payload = parsePayload() }
      if accept(.equal) { element.rawValue = parseExpression(.expectedRawValue()) }
      elements.append(element)
    } while accept(.comma)
    if at(.colon) {
      diagnose(.enumCaseColon(), at: range(keyword))
      skipToStatement()
    }
    return .enumCase(elements)
  }

  private mutating func parsePayload() -> [ParameterSyntax] {
    parseInner { parser in
      let opening = parser.take()
      var payload: [ParameterSyntax] = []
      while !parser.at(.rightParen), !parser.isAtEnd {
        payload.append(parser.parsePayloadElement(payload.count))
        if !parser.accept(.comma) { break }
      }
      parser.close(.rightParen, .expectedClosingParenInPayload(), opening)
      return payload
    }
  }

  private mutating func parsePayloadElement(_ position: Int) -> ParameterSyntax {
    var label: Identifier?
    if isLabel(current), peek().kind == .colon {
      label = takeIdentifier()
      advance()
    } else if at(.keyword(.underscore)), isLabel(peek()), peek(2).kind == .colon {
      advance()
      advance()
      advance()
    }
    if label?.text == "_" { label = nil }
    let qualified = parseQualifiedType()
    var element = ParameterSyntax(
      label: label, name: label ?? Identifier(String(position), qualified.type.range), type: qualified.type)
    if accept(.equal) { element.defaultValue = parseExpression(.expectedInitialValue()) }
    return element
  }
}
