import Rendering
import Session

/// The language of cells.
enum CellLanguage {
  /// Makes the interpreter of a new session.
  static let interpreter: @Sendable () -> any Interpreter = { CommandsOnly() }
}

/// Runs the kernel's commands and no Swift, until the language stands beside it.
private final class CommandsOnly: Interpreter {
  func run(_ cell: CellSource, io: any CellIO) -> CellOutcome { evaluate(cell.text, io: io) }

  func evaluate(_ expression: String, io: any CellIO) -> CellOutcome {
    .failed(CellFailure(name: "LanguageError", message: "this build of nabla has no cell language"))
  }

  func complete(_ source: String, at cursor: Int) -> CompletionList {
    CompletionList(start: cursor, end: cursor, items: [])
  }

  func inspect(_ source: String, at cursor: Int, detail: Int) -> MIMEBundle? { nil }
  func completeness(of source: String) -> Completeness { .complete }
  func interrupt() {}
  func clearInterrupt() {}
  func names() -> [SessionName] { [] }
  func reset() {}
}
