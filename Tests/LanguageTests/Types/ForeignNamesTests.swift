import Testing

@testable import Language

/// What people bring from Python is told as such: every name of the tables leads to its hint.
@Suite struct ForeignNamesTests {
  @Test(arguments: ForeignNames.global.keys.sorted()) func namesAreHinted(_ name: String) {
    #expect(hints("print(\(name))").contains(ForeignNames.global[name] ?? ""))
  }

  @Test(arguments: ForeignNames.member.keys.sorted()) func membersAreHinted(_ name: String) {
    #expect(hints("struct S {}\nS().\(name)()").contains(ForeignNames.member[name] ?? ""))
  }

  @Test(arguments: ForeignNames.word.keys.sorted()) func wordsAreHinted(_ name: String) {
    let cell = ["and", "or"].contains(name) ? "if true \(name) false {}" : "\(name) x"
    #expect(hints(cell).contains(ForeignNames.word[name] ?? ""))
  }

  @Test(arguments: [
    ("let c = a @ b", ForeignNames.matrixProduct), ("let z = 1 if true else 3", ForeignNames.choice),
    ("let xs = [i for i in ys]", ForeignNames.comprehension), ("print(x for x in ys)", ForeignNames.comprehension),
    ("print(xs[0:2])", ForeignNames.slice), ("for i in xs:\n  print(i)", ForeignNames.block), ("while x:\n  f()", ForeignNames.block),
    ("let d = {\"a\": 1}", ForeignNames.dictionary), ("print(f\"a\")", ForeignNames.formatted),
    ("missing = 5", ForeignNames.declaration),
    ("func zeros(_ sizes: [Int]) {}\nzeros(2)", ForeignNames.list),
  ]) func syntaxIsHinted(_ cell: String, _ hint: String) { #expect(hints(cell).contains(hint)) }

  @Test(arguments: ["let a = 1", "let xs = [1, 2]\nfor x in xs { print(x) }", "let x = true ? 1 : 2", "var y = 1\ny = 2"])
  func whatIsRightIsNot(_ cell: String) { #expect(hints(cell).isEmpty) }

  private func hints(_ cell: String) -> [String] {
    CheckedSession().check(cell).diagnostics.flatMap { $0.notes.map(\.message.text) }
  }
}
