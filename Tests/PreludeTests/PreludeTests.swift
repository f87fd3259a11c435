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

  /// The library's own sequences: without the conformance no loop over them was accepted.
  @Test(arguments: [
    "for (x, y) in DataLoader(.iris, batchSize: 16) { print(x.shape, y.shape) }",
    "for (x, y) in progress(DataLoader(.iris)) { print(x.shape, y.shape) }",
  ])
  func sequencesOfTheLibraryAreLooped(_ source: String) {
    let checker = Checker()
    CellProgram.declareModules(in: checker)
    let file = SourceFile(name: "cell", cell: 1, text: source)
    let checked = checker.check(Parser.parse(file).statements, file: file)
    #expect(checked.function != nil && checked.diagnostics.isEmpty, "\(checked.diagnostics.map(\.message.text))")
  }
}
