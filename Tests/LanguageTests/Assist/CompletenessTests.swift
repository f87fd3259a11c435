import Testing

@testable import Language

@Suite struct CompletenessTests {
  @Test(arguments: [
    ("let x = 1", Completeness.complete), ("", .complete), ("// comment", .complete), ("print(\"{\")", .complete),
    ("func f() {\n  return 1\n}", .complete), ("if x { } else { }", .complete), ("/* { */", .complete),
    ("func f() {", .incomplete(indent: "  ")), ("func f() {\n  if x {", .incomplete(indent: "    ")),
    ("let x = [1,", .incomplete(indent: "  ")), ("let x =", .incomplete(indent: "  ")), ("a +", .incomplete(indent: "  ")),
    ("foo(bar.map {", .incomplete(indent: "  ")), ("if x {\n} else", .incomplete(indent: "")),
    ("let s = \"\"\"\n  abc", .incomplete(indent: "  ")), ("/* abc", .incomplete(indent: "")), ("if x", .incomplete(indent: "")),
    ("switch x {\ncase 1:", .incomplete(indent: "  ")), ("xs.map { a, b in", .incomplete(indent: "  ")),
    ("struct S {\n  var x: Int {\n    get {", .incomplete(indent: "      ")), ("do {\n  try f()\n}\ncatch", .incomplete(indent: "")),
    ("let s = \"abc", .invalid), ("foo())", .invalid), ("let x = )", .invalid), ("}", .invalid), ("print(1) print(2)", .invalid),
    ("func f() {\n  let = 3", .invalid), ("foo(1]", .invalid),
  ])
  func `what a console asks at a newline`(text: String, expected: Completeness) {
    #expect(Completeness.check(text) == expected)
  }
}
