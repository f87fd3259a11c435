import Language
import Prelude
import Testing

@Suite struct PreludeTests {
  /// What cells can call is declared from generated text, and read function by function as it is used.
  @Test func everyDeclarationOfTheLibraryIsWellFormed() {
    let checker = Checker()
    CellProgram.declareModules(in: checker)
    let found = checker.checkLibrary()
    #expect(found.map { "\($0.name): \($0.diagnostic.message.text)" } == [])
  }
}
