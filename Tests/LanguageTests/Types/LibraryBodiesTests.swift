@testable import Language
import Testing

@Suite struct LibraryBodiesTests {
  /// Cells read and check a function of the library at its first use: whatever is wrong with one would only be found
  /// there.
  @Test func everyBodyOfTheLibraryIsWellFormed() {
    let found = CheckedSession().checker.checkLibrary()
    #expect(found.map { "\($0.name): \($0.diagnostic.message.text)" } == [])
  }
}
