/// Whether a text can run as it stands, or wants more lines: what a console asks at each newline.
package enum Completeness: Sendable, Equatable {
  case complete
  /// More is to come; `indent` is the white space to start the next line with.
  case incomplete(indent: String)
  /// No further line can make it right.
  case invalid

  package static func check(_ text: String) -> Completeness {
    let file = SourceFile(name: "cell", cell: 0, text: text)
    let result = Parser.parse(file)
    guard result.hasErrors else { return .complete }
    return result.endsTooSoon ? .incomplete(indent: indent(after: file)) : .invalid
  }

  /// Two spaces for every line that leaves a bracket open, and two more behind an operator.
  private static func indent(after file: SourceFile) -> String {
    var lexer = Lexer(file)
    let tokens = lexer.tokenize().dropLast()
    // Within a comment or a literal, the last line shows where its text stands.
    if lexer.endsTooSoon {
      let last = file.lineText(file.lineStarts.count)
      return String(last.prefix { $0 == " " || $0 == "\t" })
    }
    var openings: [Int] = []
    for token in tokens {
      switch token.kind {
      case .leftParen, .leftSquare, .leftBrace: openings.append(file.line(at: Int(token.start)))
      case .rightParen, .rightSquare, .rightBrace: _ = openings.popLast()
      default: break
      }
    }
    var levels = Set(openings).count
    switch tokens.last?.kind {
    case .binaryOperator, .equal, .arrow, .questionInfix, .period: levels += 1
    default: break
    }
    return String(repeating: "  ", count: levels)
  }
}
