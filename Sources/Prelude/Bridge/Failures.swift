internal import Language
internal import Nabla

/// Errors that a host function could not throw: those of the engine, whose functions do not throw, and those of closures
/// that a cell gave to one.
///
/// Every thunk ends in `raiseIfFailed`, so that the first error of a call stops the cell at that call.
enum Failures {
  /// The first error of a cell's closure, while the host function that called it runs to its end.
  nonisolated(unsafe) static var fromClosure: (any Error)?

  /// Throws what went wrong during the call and forgets it.
  @inline(__always)
  static func raiseIfFailed() throws {
    if fromClosure != nil || Failure.pending != nil { try raise() }
  }

  @inline(never)
  private static func raise() throws {
    let closureError = fromClosure
    let engineError = Failure.pending
    fromClosure = nil
    Failure.pending = nil
    if let closureError { throw closureError }
    if engineError == .interrupted { throw MachineFault.interrupted }
    if let engineError { throw engineError }
  }
}
