import Testing

@testable import Language

@Suite struct LexerTests {
  private func kinds(_ text: String) -> [Token.Kind] {
    var lexer = Lexer(SourceFile(name: "cell 1", cell: 1, text: text))
    return lexer.tokenize().map(\.kind).dropLast()
  }

  @Test(arguments: [
    ("a + b", Token.Kind.binaryOperator), ("a+b", .binaryOperator), ("a +b", .prefixOperator), ("a+ b", .postfixOperator),
    ("a = b", .equal), ("a=b", .equal), ("a -> b", .arrow), ("a? b", .questionPostfix), ("a ? b", .questionInfix),
    ("a ! b", .binaryOperator), ("a! b", .exclamationPostfix), ("a & b", .binaryOperator), ("a &b", .ampersandPrefix),
    ("a .b", .prefixPeriod), ("a.b", .period), ("a ... b", .binaryOperator), ("a ≤ b", .binaryOperator),
    ("a ∇b", .prefixOperator), ("a .* b", .binaryOperator), ("a /* c */ b", .identifier),
  ])
  func `fixity follows white space`(text: String, kind: Token.Kind) {
    #expect(kinds(text)[1] == kind)
  }

  @Test func `a pair's members are no fraction`() {
    #expect(kinds("pair.0.1") == [.identifier, .period, .integer, .period, .integer])
    #expect(kinds("1.5") == [.float])
    #expect(kinds("1.description") == [.integer, .period, .identifier])
    #expect(kinds("1...3") == [.integer, .binaryOperator, .integer])
  }

  @Test(arguments: [
    ("\"a\\nb\"", "a\nb"), ("\"\\u{1F600}\"", "😀"), ("#\"a\\nb\"#", "a\\nb"), ("#\"a\\#nb\"#", "a\nb"), ("\"\"", ""),
    ("\"\"\"\n  a\n    b\n  \"\"\"", "a\n  b"), ("\"\"\"\n  a \\\n  b\n\n  \"\"\"", "a b\n"), ("#\"\"\"#", "\""),
    ("\"\"\"\n  \"\"quoted\"\" \\\"\"\"\n  \"\"\"", "\"\"quoted\"\" \"\"\""), ("\"\"\"\n\"\"\"", ""),
    ("\"\"\"\n\ta\n\t\"\"\"", "a"),
  ])
  func `literals hold their text`(literal: String, expected: String) {
    var lexer = Lexer(SourceFile(name: "cell 1", cell: 1, text: literal))
    let tokens = lexer.tokenize()
    #expect(tokens.map(\.kind) == [.string, .endOfFile])
    let text = lexer.strings.first?.segments.map { if case .text(let text) = $0 { text } else { "?" } }.joined()
    #expect(text == expected)
    #expect(lexer.diagnostics.isEmpty)
  }

  /// Between tokens there is white space and comments only: no byte is lost.
  @Test(arguments: Corpus.programs)
  func `tokens cover the text`(program: Corpus.Program) {
    let file = SourceFile(name: program.name, cell: 1, text: program.text)
    var lexer = Lexer(file)
    var end = 0
    for token in lexer.tokenize() {
      let gap = String(decoding: file.bytes[end..<max(end, Int(token.start))], as: UTF8.self)
      var rest = gap[...]
      while let next = rest.firstIndex(where: { !$0.isWhitespace }) {
        rest = rest[next...]
        #expect(rest.hasPrefix("//") || rest.hasPrefix("/*"))
        guard rest.hasPrefix("//"), let newline = rest.firstIndex(where: \.isNewline) else { break }
        rest = rest[newline...]
      }
      #expect(Int(token.start) >= end)
      end = Int(token.end)
    }
    #expect(end == file.bytes.count)
  }
}
