package import Rendering

/// What a front end asks to run.
package struct CellRequest: Sendable {
  package var code: String
  /// Nothing is shown, counted or recorded.
  package var isSilent: Bool
  /// The cell is counted and kept in the history.
  package var isStored: Bool
  /// Expressions to evaluate after a cell that ended well, under the names to answer with.
  package var userExpressions: [(name: String, expression: String)]

  package init(
    code: String, isSilent: Bool = false, isStored: Bool = true,
    userExpressions: [(name: String, expression: String)] = []
  ) {
    self.code = code
    self.isSilent = isSilent
    self.isStored = isStored && !isSilent
    self.userExpressions = userExpressions
  }
}

/// What became of a cell.
package struct CellResult: Sendable {
  /// The number of the cell, as in `In [3]`.
  package var count: Int
  package var outcome: CellOutcome
  /// What the front end should do besides; empty after a failure.
  package var actions: [FrontEndAction] = []
  /// The values of the request's expressions, under their names; empty after a failure.
  package var userExpressions: [(name: String, outcome: CellOutcome)] = []
}

/// What a command asks of the front end ("payload" in the protocol).
package enum FrontEndAction: Sendable, Equatable {
  /// Shows a text to read, apart from the cell's output where the front end has such a place.
  case page(MIMEBundle)
  /// Puts a text into the next cell, or in place of this one.
  case setNextInput(String, replacing: Bool)
}
