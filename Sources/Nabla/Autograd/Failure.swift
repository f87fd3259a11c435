/// Where the errors of operations go.
///
/// Operations do not throw: `x + y` must read as mathematics. In a plain program an error ends it, like a failed
/// precondition. While cells run, the first error is kept for the session to raise, and the operation returns a
/// fallback that is safe to use.
package enum Failure {
  /// Whether errors of this thread are kept in `pending`.
  package static var isRecording: Bool {
    get { engine.pointee.isRecordingFailures }
    set { engine.pointee.isRecordingFailures = newValue }
  }

  /// The first error since it was last set to nil.
  package static var pending: TensorError? {
    get { engine.pointee.pendingFailure }
    set { engine.pointee.pendingFailure = newValue }
  }

  /// Takes the error of an operation.
  @inline(never)
  package static func report(_ error: TensorError) {
    if engine.pointee.isRecordingFailures {
      if engine.pointee.pendingFailure == nil { engine.pointee.pendingFailure = error }
      return
    }
    fatalError(error.message)
  }

  /// The error of `body`, or nil: how tests and the session look at failures.
  package static func caught(_ body: () throws -> Void) rethrows -> TensorError? {
    let (wasRecording, wasPending) = (isRecording, pending)
    isRecording = true
    pending = nil
    defer {
      isRecording = wasRecording
      pending = wasPending
    }
    try body()
    return pending
  }
}

/// The result of an operation, or a fallback when it failed.
@inline(__always)
package func attempt(_ body: () throws(TensorError) -> Node) -> Tensor {
  do { return Tensor(try body()) } catch {
    Failure.report(error)
    return .fallback
  }
}

/// The value of `body`, or `fallback` when it failed.
@inline(__always)
package func attempt<T>(or fallback: @autoclosure () -> T, _ body: () throws(TensorError) -> T) -> T {
  do { return try body() } catch {
    Failure.report(error)
    return fallback()
  }
}
