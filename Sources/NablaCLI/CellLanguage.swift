import Session

/// The language of cells.
enum CellLanguage {
  /// Makes the interpreter of a new session.
  static let interpreter: @Sendable () -> any Interpreter = { CellInterpreter() }
}
