import Rendering
import Session

/// What waits to be published on IOPub, in the order in which everyone shall see it.
///
/// Text that one cell writes to one stream grows into one message, held back a moment: a loop that prints a hundred
/// thousand lines must not send a hundred thousand messages. Anything else sends what was held back before it, so the
/// order across both streams, displays, results and the idle status is the order in which they were made.
package final class Outbox: Sendable {
  /// How long text may wait for more.
  static let holdMilliseconds = 50
  /// Text that need not wait for more.
  static let fullTextBytes = 64 << 10

  struct Publication: Sendable {
    var type: String
    /// The header of the request that caused it; an empty object where none did.
    var parent: [UInt8]
    var content: JSON
  }

  private enum Item {
    case message(Publication)
    case text(String, OutputStream, parent: [UInt8], since: Instant)
  }

  private struct State {
    var items: [Item] = []
    /// The header of the cell that runs.
    var runningCell: [UInt8]?
    var isFinished = false
  }

  private let state = Monitor(State())
  private let wake: @Sendable () -> Void

  /// `wake` is called when there is something new for `take`.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func publish(_ type: String, _ content: JSON, parent: [UInt8]) {
    state.withLock { $0.items.append(.message(Publication(type: type, parent: parent, content: content))) }
    wake()
  }

  /// Appends text to a stream.
  func write(_ text: String, to stream: OutputStream, parent: [UInt8]) {
    let needsWake = state.withLock { state in
      guard case .text(var pending, stream, parent, let since)? = state.items.last else {
        state.items.append(.text(text, stream, parent: parent, since: .now))
        return true
      }
      // Taken out of the queue while it grows: with two owners, every append would copy all of it.
      state.items.removeLast()
      let before = pending.utf8.count
      pending += text
      state.items.append(.text(pending, stream, parent: parent, since: since))
      return before < Self.fullTextBytes && pending.utf8.count >= Self.fullTextBytes
    }
    if needsWake { wake() }
  }

  /// Says busy for a request.
  func begin(_ header: [UInt8], isCell: Bool) {
    state.withLock { state in
      if isCell { state.runningCell = header }
      state.items.append(.message(Self.status("busy", header)))
    }
    wake()
  }

  /// Says idle for a request: nothing more will come for it.
  ///
  /// A client shows the state that it heard last. So when a request was answered while a cell runs, the cell's busy is
  /// said once more, or the notebook would look idle until the cell's end.
  func end(_ header: [UInt8], isCell: Bool) {
    state.withLock { state in
      state.items.append(.message(Self.status("idle", header)))
      if isCell {
        state.runningCell = nil
      } else if let cell = state.runningCell {
        state.items.append(.message(Self.status("busy", cell)))
      }
    }
    wake()
  }

  private static func status(_ state: String, _ parent: [UInt8]) -> Publication {
    Publication(type: "status", parent: parent, content: Content.status(state))
  }

  /// Nothing more will be added; `take` then holds nothing back.
  func finish() {
    state.withLock { $0.isFinished = true }
    wake()
  }

  /// What is due now, and when to ask again if nothing new comes.
  func take() -> (publications: [Publication], next: Instant?, isFinished: Bool) {
    state.withLock { state in
      var items = state.items
      state.items = []
      var next: Instant?
      if !state.isFinished, case .text(let text, _, _, let since)? = items.last,
        text.utf8.count < Self.fullTextBytes
      {
        let due = since.adding(milliseconds: Self.holdMilliseconds)
        if due > .now {
          next = due
          state.items = [items.removeLast()]
        }
      }
      let publications = items.map { item in
        switch item {
        case .message(let publication): publication
        case .text(let text, let stream, let parent, _):
          Publication(type: "stream", parent: parent, content: Content.stream(stream, text))
        }
      }
      return (publications, next, state.isFinished)
    }
  }
}
