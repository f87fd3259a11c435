// What the parser says of statements and expressions. Worded as `swiftc` words it where it has the message.
extension Diagnostic.Message {
  static func toMatchOpening(_ bracket: String) -> Self {
    Self(id: #function, severity: .note, text: "to match this opening '\(bracket)'")
  }

  static func nestingTooDeep() -> Self {
    Self(id: #function, text: "structure nesting level exceeded maximum of \(Parser.maximumDepth)")
  }

  static func expressionTooLong() -> Self {
    Self(
      id: #function,
      text: "this expression chains more than \(Parser.maximumChain) parts; break it into several statements")
  }

  static func unsupported(_ feature: Diagnostic.Feature) -> Self { Self(id: #function, text: feature.sentence) }

  // Statements

  static func extraneousBrace() -> Self { Self(id: #function, text: "extraneous '}' at top level") }

  static func consecutiveStatements() -> Self {
    Self(id: #function, text: "consecutive statements on a line must be separated by ';'")
  }

  static func semicolonSeparates() -> Self { Self(id: #function, text: "';' statements are not allowed") }

  static func caseOutsideSwitch(_ label: String) -> Self {
    Self(id: #function, text: "'\(label)' label can only appear inside a 'switch' statement")
  }

  static func expectedClosingBrace(_ what: String) -> Self {
    switch what {
    case "brace statement", "'switch' statement", "variable get/set clause": Self(id: #function, text: "expected '}' at end of \(what)")
    default: Self(id: #function, text: "expected '}' in \(what)")
    }
  }

  static func expectedBraceAfter(_ statement: String) -> Self {
    Self(id: #function, text: "expected '{' after '\(statement)'").behind
  }

  static func expectedBraceAfterCondition(_ statement: String) -> Self {
    Self(id: #function, text: "expected '{' after '\(statement)' condition").behind
  }

  static func expectedBraceOrIfAfterElse() -> Self {
    Self(id: #function, text: "expected '{' or 'if' after 'else'").behind
  }

  static func expectedElseAfterGuard() -> Self {
    Self(id: #function, text: "expected 'else' after 'guard' condition").behind
  }

  static func expectedBraceAfterGuardElse() -> Self { Self(id: #function, text: "expected '{' after 'guard' else").behind }

  static func missingCondition(_ statement: String) -> Self {
    Self(id: #function, text: "missing condition in '\(statement)' statement")
  }

  static func patternMatchingConditionOrder(_ keyword: String) -> Self {
    Self(id: #function, text: "pattern matching binding is spelled with 'case \(keyword)', not '\(keyword) case'")
  }

  static func expectedConditionExpression() -> Self {
    Self(id: #function, text: "expected expression, var, or let in condition")
  }

  static func conditionPatternNeedsValue() -> Self {
    Self(id: #function, text: "variable binding in a condition requires an initializer")
  }

  static func expectedWhileAfterRepeat() -> Self {
    Self(id: #function, text: "expected 'while' after body of 'repeat' statement").behind
  }

  static func doWhile() -> Self { Self(id: #function, text: "'do-while' statement is not allowed") }

  static func cStyleFor() -> Self {
    Self(id: #function, text: "C-style for statement was removed in Swift 3")
  }

  static func letInForPattern() -> Self {
    Self(id: #function, text: "'let' pattern cannot appear nested in an already immutable context")
  }

  static func expectedInAfterForPattern() -> Self { Self(id: #function, text: "expected 'in' after for-each pattern").behind }

  static func expectedForSequence() -> Self {
    Self(id: #function, text: "expected Sequence expression for for-each loop").behind
  }

  static func expectedForWhere() -> Self { Self(id: #function, text: "expected expression in 'where' guard of 'for/in'") }

  static func expectedBraceFor() -> Self { Self(id: #function, text: "expected '{' to start the body of for-each loop").behind }

  static func expectedSwitchSubject() -> Self { Self(id: #function, text: "expected expression in 'switch' statement") }

  static func expectedBraceAfterSwitch() -> Self {
    Self(id: #function, text: "expected '{' after 'switch' subject expression").behind
  }

  static func statementsBeforeCase() -> Self {
    Self(id: #function, text: "all statements inside a switch must be covered by a 'case' or 'default'")
  }

  static func expectedColonAfter(_ label: String) -> Self { Self(id: #function, text: "expected ':' after '\(label)'") }

  static func caseWithoutStatements(_ label: String) -> Self {
    Self(
      id: #function,
      text: "'\(label)' label in a 'switch' must have at least one executable statement")
  }

  static func expectedCaseWhere() -> Self {
    Self(id: #function, text: "expected expression for 'where' guard of 'case'")
  }

  static func expectedExpressionIn(_ statement: String) -> Self {
    statement == "repeat-while condition"
      ? Self(id: #function, text: "expected expression in 'repeat-while' condition").behind
      : Self(id: #function, text: "expected expression in '\(statement)' statement").behind
  }

  static func statementAsExpression(_ keyword: String) -> Self {
    Self(
      id: #function,
      text: "'\(keyword)' may only be used as expression in return, throw, or as the source of an assignment")
  }

  static func trailingClosureInHead() -> Self {
    Self(
      id: #function, severity: .warning,
      text: "trailing closure in this context is confusable with the body of the statement;"
        + " pass as a parenthesized argument to silence this warning")
  }

  static func unexpectedDirective(_ directive: String) -> Self {
    Self(id: #function, text: "unexpected '\(directive)' without '#if'")
  }

  static func userError(_ message: String) -> Self { Self(id: #function, text: message) }

  static func userWarning(_ message: String) -> Self { Self(id: #function, severity: .warning, text: message) }

  // Expressions

  static func expectedExpression() -> Self { Self(id: #function, text: "expected expression") }

  static func expectedExpressionAfterOperator() -> Self { Self(id: #function, text: "expected expression after operator") }

  static func expectedExpressionAfterQuestion() -> Self {
    Self(id: #function, text: "expected expression after '?' in ternary expression")
  }

  static func expectedColonInTernary() -> Self {
    Self(id: #function, text: "expected ':' after '? ...' in ternary expression")
  }

  static func expectedExpressionInList() -> Self {
    Self(id: #function, text: "expected expression in list of expressions")
  }

  static func expectedExpressionInCollection() -> Self {
    Self(id: #function, text: "expected expression in container literal")
  }

  static func expectedColonInDictionary() -> Self { Self(id: #function, text: "expected ':' in dictionary literal") }

  static func expectedValueInDictionary() -> Self { Self(id: #function, text: "expected value in dictionary literal") }

  static func expectedInitialValue() -> Self { Self(id: #function, text: "expected initial value after '='").behind }

  static func separatedPrefixOperator() -> Self {
    Self(id: #function, text: "unary operator cannot be separated from its operand")
  }

  static func expectedExpressionInAssignment() -> Self { Self(id: #function, text: "expected expression in assignment") }

  static func expectedExpressionAfterColon() -> Self {
    Self(id: #function, text: "expected expression after '? ... :' in ternary expression")
  }

  static func unexpectedComma() -> Self { Self(id: #function, text: "unexpected ',' separator") }

  static func spaceAfterPeriod() -> Self {
    Self(id: #function, text: "extraneous whitespace after '.' is not permitted")
  }

  static func expectedImplicitMemberName() -> Self {
    Self(id: #function, text: "expected identifier after '.' expression")
  }

  static func expectedMemberName() -> Self { Self(id: #function, text: "expected member name following '.'") }

  static func expectedComma() -> Self { Self(id: #function, text: "expected ',' separator").behind }

  static func expectedClosingParenInList() -> Self { Self(id: #function, text: "expected ')' in expression list") }

  static func expectedClosingSquareInSubscript() -> Self { Self(id: #function, text: "expected ']' in expression list") }

  static func expectedClosingSquareInCollection() -> Self {
    Self(id: #function, text: "expected ']' in container literal expression").behind
  }

  static func expectedKeyPathComponent() -> Self {
    Self(id: #function, text: "expected expression path in Swift key path")
  }

  static func expectedInAfterSignature() -> Self {
    Self(id: #function, text: "expected 'in' after the closure signature")
  }

  static func expectedClosingBraceOfClosure() -> Self { Self(id: #function, text: "expected '}' at end of closure") }

  static func expectedCapture() -> Self {
    Self(id: #function, text: "expected 'weak', 'unowned', or no specifier in capture list")
  }

  static func expectedClosingSquareInCaptures() -> Self {
    Self(id: #function, text: "expected ']' at end of capture list")
  }

  // Patterns

  static func expectedPattern() -> Self { Self(id: #function, text: "expected pattern") }

  static func keywordAsIdentifier(_ keyword: String, _ what: String) -> Self {
    Self(id: #function, text: "keyword '\(keyword)' cannot be used as an identifier here")
  }

  static func bindingInsideBinding() -> Self {
    Self(id: #function, text: "'let' cannot appear nested inside another 'var' or 'let' pattern")
  }

  static func expectedClosingParenInPattern() -> Self {
    Self(id: #function, text: "expected ')' at end of tuple pattern")
  }
}
