@testable import Language
import Testing

/// Names over several cells, as the Swift REPL has them.
@Suite struct SessionRulesTests {
  let session = CheckedSession()

  @Test func aLaterCellRedeclaresWithAnotherType() {
    #expect(session.errors("let x = 1\nfunc f() -> Int { x }") == [])
    #expect(session.errors("let x = \"a\"") == [])
    #expect(session.type("x") == "String")
    #expect(session.type("f()") == "Int")
  }

  @Test func aCellWithAnErrorDeclaresNothing() {
    #expect(session.errors("let y = 1\nextension Int { var twice: Int { self * 2 } }\ninfix operator <+>\nlet z: Int = \"a\"").count == 1)
    #expect(session.type("y") == "error: cannot find 'y' in scope")
    #expect(session.type("3.twice") == "error: value of type 'Int' has no member 'twice'")
    #expect(session.errors("extension Int { var twice: Int { self * 2 } }") == [])
    #expect(session.type("3.twice") == "Int")
  }

  @Test func overloadsOfSeveralCellsJoinAndOneOfTheSameSignatureHides() {
    #expect(session.errors("func g(_ a: Int) -> Int { a }") == [])
    #expect(session.errors("func g(_ a: String) -> String { a }") == [])
    #expect(session.type("g(1)") == "Int")
    #expect(session.type("g(\"a\")") == "String")
    #expect(session.errors("func g(_ a: Int) -> Int { a + 1 }") == [])
    #expect(session.type("g(1)") == "Int")
  }

  @Test func typesOfEarlierCellsAreExtendedAndConform() {
    #expect(session.errors("struct P { var x: Int }") == [])
    #expect(session.errors("extension P: Equatable, CustomStringConvertible { var description: String { \"P\\(x)\" } }") == [])
    #expect(session.type("P(x: 1) == P(x: 2)") == "Bool")
    #expect(session.type("[P(x: 1)].contains(P(x: 1))") == "Bool")
  }

  @Test func anInitialValueMaySpeakOfTheNameItReplaces() {
    #expect(session.errors("let n = 1") == [])
    #expect(session.errors("let n = Double(n) + 0.5") == [])
    #expect(session.type("n") == "Double")
  }

  @Test func resetForgets() {
    #expect(session.errors("let q = 1") == [])
    session.checker.reset()
    #expect(session.type("q") == "error: cannot find 'q' in scope")
  }
}
