@testable import Language
import Testing

/// Ill-formed cells, each with what `swiftc` says of it and where.
@Suite struct TypeDiagnosticsTests {
  static let cells: [(text: String, errors: [String])] = [
    ("let x: Int = \"a\"", ["1:14: cannot convert value of type 'String' to specified type 'Int'"]),
    ("func f(_ a: Int) -> String { a + 1 }", ["1:32: cannot convert return expression of type 'Int' to return type 'String'"]),
    ("[1].foo", ["1:5: value of type '[Int]' has no member 'foo'"]),
    ("undefined(1)", ["1:1: cannot find 'undefined' in scope"]),
    ("let z: Foo = 1", ["1:8: cannot find type 'Foo' in scope"]),
    ("struct P { let x = 1 }\nvar p = P()\np.x = 3", ["3:3: cannot assign to property: 'x' is a 'let' constant"]),
    ("func g(a: Int, b: Int = 2) {}\ng(b: 1)", ["2:3: missing argument for parameter 'a' in call"]),
    ("func g(a: Int) {}\ng(a: 1, 3)", ["2:9: extra argument in call"]),
    ("func g(a: Int, b: Int) {}\ng(c: 1, b: 2)", ["2:2: incorrect argument label in call (have 'c:b:', expected 'a:b:')"]),
    ("let a: Int? = 5\nlet c: Int = a", ["2:14: value of optional type 'Int?' must be unwrapped to a value of type 'Int'"]),
    ("1 + \"a\"", ["1:3: binary operator '+' cannot be applied to operands of type 'Int' and 'String'"]),
    ("enum E { case a, b }\nlet v: E = .d", ["2:13: type 'E' has no member 'd'"]),
    ("enum E { case a, b, c(Int) }\nfunc h(_ e: E) -> Int { switch e { case .a: return 1; case .b: return 2 } }", ["2:25: switch must be exhaustive"]),
    ("protocol P { func foo() }\nstruct S: P {}", ["2:8: type 'S' does not conform to protocol 'P'"]),
    ("func f<T: Comparable>(_ a: T, _ b: T) -> T { a }\nf(1, \"a\")", ["2:1: conflicting arguments to generic parameter 'T' ('String' vs. 'Int')"]),
    ("func t() throws {}\nfunc u() { t() }", ["2:12: call can throw, but it is not marked with 'try' and the error is not handled"]),
    ("let g = { x in x }", ["1:11: cannot infer type of closure parameter 'x' without a type annotation"]),
    ("let k: (Int, Int) -> Int = { $0 }", ["1:28: contextual closure type '(Int, Int) -> Int' expects 2 arguments, but 1 was used in closure body"]),
    ("for i in 5 { print(i) }", ["1:10: for-in loop requires 'Int' to conform to 'Sequence'"]),
    ("let e = []", ["1:9: empty collection literal requires an explicit type"]),
    ("let n = nil", ["1:9: 'nil' requires a contextual type"]),
    ("struct S { func m() { n = 2 }; var n = 1 }", ["1:23: cannot assign to property: 'self' is immutable"]),
    ("let n = 1\nif n { }", ["2:4: type 'Int' cannot be used as a boolean; test for '!= 0' instead"]),
    ("func f(x: inout Int) {}\nvar n = 1\nf(x: n)", ["3:6: passing value of type 'Int' to an inout parameter requires explicit '&'"]),
    ("let a = 1\nlet a = 2", ["2:5: invalid redeclaration of 'a'"]),
    ("print(y)\nlet y = 1", ["1:7: use of local variable 'y' before its declaration"]),
    ("let b: UInt8 = 300", ["1:16: integer literal '300' overflows when stored into 'UInt8'"]),
    ("class A { init(_ x: Int) {} }\nclass B: A { override func foo() {} }", ["2:28: method does not override any method from its superclass"]),
  ]

  @Test(arguments: cells) func says(_ text: String, _ errors: [String]) {
    #expect(CheckedSession().errors(text) == errors)
  }

  @Test func severalErrorsOfOneCellEachOnce() {
    let errors = CheckedSession().errors("let a: Int = \"x\"\nlet b = undefined\nprint(a + 1, b, b)\nfoo()")
    #expect(errors.map { $0.prefix(2) } == ["1:", "2:", "4:"])
  }

  @Test func nearNamesAreSuggestedWithAFix() throws {
    let checked = CheckedSession().check("let count = 3\nprint(cuont)")
    let fix = try #require(checked.diagnostics.first?.fixes.first)
    #expect(fix.replacement == "count")
    #expect(fix.range.text == "cuont")
  }

  /// What to do stands once below the line it is about.
  @Test func aSuggestionIsSaidOnce() {
    let diagnostics = CheckedSession().check("pritn(1)").diagnostics
    #expect(
      DiagnosticRenderer(hasColor: false).render(diagnostics) == """
        cell 1:1:1: error: cannot find 'pritn' in scope
        1 | pritn(1)
          | ^~~~~
        note: did you mean 'print'?
        """)
  }
}
