import Testing

@testable import Language

/// Ill-formed texts with the place of each error, and what is said there. The places and words are those of `swiftc`,
/// except where a feature is named that the cell language lacks.
@Suite struct SyntaxErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let messages: [String]

    init(_ source: String, _ messages: String...) {
      self.source = source
      self.messages = messages
    }

    var testDescription: String { source }
  }

  static let cases: [Case] = [
    Case("let x =1️⃣\nlet y = 2", "expected initial value after '='"),
    Case("let 1️⃣= 5", "expected pattern"),
    Case("if x { 1 } else1️⃣\n", "expected '{' or 'if' after 'else'"),
    Case("1️⃣if { }", "missing condition in 'if' statement"),
    Case("if x == 11️⃣\nprint(1)", "expected '{' after 'if' condition"),
    Case("for i 1️⃣1...3 { }", "expected 'in' after for-each pattern"),
    Case("for i in 1️⃣{ }", "expected Sequence expression for for-each loop"),
    Case("switch x { 1️⃣case 1: }", "'case' label in a 'switch' must have at least one executable statement"),
    Case("guard let x = y 1️⃣{ return }", "expected 'else' after 'guard' condition"),
    Case("let a = [1 1️⃣2]", "expected ',' separator"),
    Case("let a = (1, 21️⃣\nprint(a)", "expected ',' separator"),
    Case("let a = b 1️⃣? c", "expected ':' after '? ...' in ternary expression"),
    Case("let a = 1 1️⃣=2", "'=' must have consistent whitespace on both sides"),
    Case("let a = 1️⃣* 2", "unary operator cannot be separated from its operand"),
    Case("let a = b1️⃣.\nprint(1)", "expected member name following '.'"),
    Case("print(1)1️⃣ print(2)", "consecutive statements on a line must be separated by ';'"),
    Case("class A { let x = 11️⃣ let y = 2 }", "consecutive declarations on a line must be separated by ';'"),
    Case("struct S { 1️⃣x = 3 }", "expected 'var' keyword in property declaration"),
    Case("struct S { 1️⃣print(1) }", "expected 'func' keyword in instance method declaration"),
    Case("enum E { case a 1️⃣b }",
      "found an unexpected second identifier in enum 'case' declaration; is there an accidental break?"),
    Case("1️⃣case 1: print(1)", "'case' label can only appear inside a 'switch' statement"),
    Case("1️⃣}\nlet x = 1", "extraneous '}' at top level"),
    Case("let s = 1️⃣\"abc", "unterminated string literal"),
    Case("let s = \"\\1️⃣q\"", "invalid escape sequence in literal"),
    Case("let s = \"\\(1 + 1️⃣)\"", "expected expression after operator"),
    Case("1️⃣do { } while true", "'do-while' statement is not allowed"),
    Case("func f() -> Int 1️⃣throws { 1 }", "'throws' may only occur before '->'"),
    Case("func f(1️⃣x) {}", "unnamed parameters must be written with the empty name '_'"),
    Case("func f(1️⃣inout x: Int) {}",
      "'inout' before a parameter name is not allowed, place it before the parameter type instead"),
    Case("func 1️⃣class() {}", "keyword 'class' cannot be used as an identifier here"),
    Case("protocol P { func f() 1️⃣{ } }", "protocol methods must not have bodies"),
    Case("1️⃣operator ++", "operator must be declared as 'prefix', 'postfix', or 'infix'"),
    Case("if 1️⃣let case .a(x) = y { }", "pattern matching binding is spelled with 'case let', not 'let case'"),
    Case("let x = 121️⃣abc", "'a' is not a valid digit in integer literal"),
    Case("let x = 0b11️⃣2", "'2' is not a valid binary digit (0 or 1) in integer literal"),
    Case("let f: 1️⃣Int -> Int = g", "single argument function types require parentheses"),
    Case("static 1️⃣let x = 3", "static properties may only be declared on a type"),
    Case("foo(1️⃣if a { 1 } else { 2 })",
      "'if' may only be used as expression in return, throw, or as the source of an assignment"),
    Case("let a = 1️⃣await b", "'await' is not part of Nabla's Swift; a cell runs from top to bottom, so call functions directly"),
    Case("func f() 1️⃣async {}", "'async' is not part of Nabla's Swift; a cell runs from top to bottom, so call functions directly"),
    Case("1️⃣actor A { var x = 1 }", "'actor' is not part of Nabla's Swift; a cell runs from top to bottom, so call functions directly"),
    Case("1️⃣#if DEBUG\nlet x = {\n#endif\nlet y = 1", "'#if' is not part of Nabla's Swift; use 'if', or delete the branch that you do not need"),
    Case("1️⃣@propertyWrapper struct W {}", "'@propertyWrapper' is not part of Nabla's Swift; remove the attribute or write out what it would generate"),
    Case("let r = 1️⃣/a+b/", "a regular expression literal is not part of Nabla's Swift; use the methods of String: split, contains, firstIndex"),
  ]

  @Test(arguments: cases.filter { !$0.messages.isEmpty })
  func `errors stand where swiftc puts them`(example: Case) {
    let marked = Marked(example.source)
    let result = Parser.parse(SourceFile(name: "cell 1", cell: 1, text: marked.text))
    let errors = result.diagnostics.filter { $0.message.severity == .error }
    #expect(errors.map(\.message.text) == example.messages)
    #expect(errors.map { Int($0.range.start) } == marked.offsets)
  }

  @Test func `several errors of one cell are told at once`() {
    let text = "let = 1\nprint(2)\nfunc f( {}\nfor x y { }\nlet ok = 3"
    let result = Parser.parse(SourceFile(name: "cell 1", cell: 1, text: text))
    #expect(Set(result.diagnostics.map(\.range.line)) == [1, 3, 4])
    #expect(result.statements.count == 5)
  }

  @Test func `rendering`() {
    let text = "let s = [1, 2\nlet t = “é"
    let result = Parser.parse(SourceFile(name: "cell 3", cell: 3, text: text))
    #expect(
      DiagnosticRenderer(hasColor: false).render(result.diagnostics) == """
        cell 3:1:14: error: expected ']' in container literal expression
        1 | let s = [1, 2
          |              ^
        cell 3:1:9: note: to match this opening '['
        1 | let s = [1, 2
          |         ^
        cell 3:2:9: error: unicode curly quote found, replace with '"'
        2 | let t = “é
          |         ^
        """)
    let colored = DiagnosticRenderer(hasColor: true).render(result.diagnostics)
    #expect(colored.contains("\u{1B}[1;31merror: \u{1B}[0m"))
  }
}
