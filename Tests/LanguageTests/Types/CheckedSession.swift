@testable import Language

/// A session of cells that are checked and not run.
final class CheckedSession {
  let checker = Checker()
  private var count = 0

  /// The library's text, parsed once for all tests.
  private static let library = Library.sources.map { ParsedFile(file: $0, statements: Parser.parse($0, mode: .library).statements) }

  private struct ParsedFile: @unchecked Sendable {
    let file: SourceFile
    let statements: [Stmt]
  }

  init() { checker.declareModule(Self.library.map { ($0.file, $0.statements) }, name: "Swift") }

  /// Checks one cell.
  func check(_ text: String) -> CheckedCell {
    count += 1
    let file = SourceFile(name: "cell \(count)", cell: count, text: text)
    let parsed = Parser.parse(file)
    var checked = checker.check(parsed.statements, file: file)
    checked.diagnostics = parsed.diagnostics + checked.diagnostics
    return checked
  }

  /// What is wrong with a cell: `line:column: message`, errors only.
  func errors(_ text: String) -> [String] {
    check(text).diagnostics.filter { $0.message.severity == .error }.map { diagnostic in
      let place = diagnostic.range.file.position(at: Int(diagnostic.range.start))
      return "\(place.line):\(place.column): \(diagnostic.message.text)"
    }
  }

  /// The type of a cell's last expression, or what is wrong with it.
  func type(_ text: String) -> String {
    let checked = check(text)
    if let error = checked.diagnostics.first(where: { $0.message.severity == .error }) { return "error: " + error.message.text }
    return checked.resultType?.description ?? "()"
  }
}
