import Session

/// Requests that wait for a thread of their own, first come, first served.
final class RequestQueue: Sendable {
  /// A client that sends several cells at once ("Run All") does so within a few milliseconds, but a first cell can fail
  /// in far less. What comes this soon after another was sent before its sender could know of the failure.
  static let quietMilliseconds = 10
  static let longestWaitMilliseconds = 250

  private struct State {
    var requests: [Request] = []
    var lastArrival = Instant.now
    var isClosed = false
  }

  private let state = Monitor(State())

  func append(_ request: Request) {
    state.update { state in
      guard !state.isClosed else { return }
      state.requests.append(request)
      state.lastArrival = .now
    }
  }

  /// The next request, when there is one; nil once the queue is closed.
  func next() -> Request? {
    let next: Request?? = state.wait { state in
      if state.isClosed { return .some(nil) }
      return state.requests.isEmpty ? nil : .some(state.requests.removeFirst())
    }
    return next ?? nil
  }

  /// Marks every waiting cell as aborted, once no more of them come in.
  func abortWaitingCells() {
    let limit = Instant.now.adding(milliseconds: Self.longestWaitMilliseconds)
    var quiet = Instant.now.adding(milliseconds: Self.quietMilliseconds)
    while quiet < limit {
      let again: Instant? = state.wait(until: quiet) { state in
        let later = state.lastArrival.adding(milliseconds: Self.quietMilliseconds)
        return state.isClosed ? limit : later > quiet ? later : nil
      }
      guard let again else { break }
      quiet = again
    }
    state.withLock { state in
      for index in state.requests.indices { state.requests[index].isAborted = true }
    }
  }

  func close() { state.update { $0.isClosed = true } }
}
