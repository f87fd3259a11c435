import Session

/// Where a cell waits for the line that a person types.
final class InputDesk: Sendable {
  private struct State {
    var waitingFor: String?
    /// The running cell is to stop: it must not begin to wait either.
    var isInterrupted = false
    var outcome: Result<String, CellFailure>?
    var isClosed = false
  }

  private let state = Monitor(State())

  /// A cell is about to start.
  func reset() { state.withLock { $0.isInterrupted = false } }

  /// Sends a question and waits for its answer. `send` gives the id of the message that asks.
  func ask(_ send: () -> String) throws(CellFailure) -> String {
    // Asked for and waited on under one lock, or an answer could come in between; an answer to an earlier question,
    // which an interrupt left unanswered, finds nobody waiting and is dropped.
    state.withLock { state in
      state.outcome = state.isClosed || state.isInterrupted ? .failure(.interrupted) : nil
      if state.outcome == nil { state.waitingFor = send() }
    }
    let outcome = state.wait { $0.outcome } ?? .failure(.interrupted)
    state.withLock { $0.waitingFor = nil }
    return try outcome.get()
  }

  /// An answer came. It need not name its question, but if it does, it must be the one asked last.
  func answer(_ text: String, to question: String?) {
    state.update { state in
      guard let waitingFor = state.waitingFor, question == nil || question == waitingFor else { return }
      if state.outcome == nil { state.outcome = .success(text) }
    }
  }

  /// The running cell is to stop.
  func interrupt() {
    state.update { state in
      state.isInterrupted = true
      if state.waitingFor != nil, state.outcome == nil { state.outcome = .failure(.interrupted) }
    }
  }

  /// Nobody will answer any more.
  func close() {
    state.update { $0.isClosed = true }
    interrupt()
  }
}
