/// Where the running program's output goes, and how often its live displays change.
///
/// One thread at a time produces output: that of the running cell, or that of a plain program.
package enum Output {
  /// The notebook, the terminal or the test that shows the output.
  package nonisolated(unsafe) static var sink: any OutputSink = TerminalSink()

  /// The least time between two updates of one display.
  package static let updateInterval: Duration = .milliseconds(50)

  /// The displays that change, by id: when each was last shown, and what waits to be shown.
  private nonisolated(unsafe) static var live: [String: LiveDisplay] = [:]

  private struct LiveDisplay {
    var shown: ContinuousClock.Instant
    var waiting: (any Displayable)?
    /// What was shown as a draft and is owed in full.
    var draft: (any Displayable)?
  }

  /// Shows a value; an id makes it a display that `update` can change.
  package static func show(_ value: any Displayable, id: String? = nil) {
    if let id { live[id] = LiveDisplay(shown: .now) }
    sink.display(value.bundle, id: id)
  }

  /// Changes a display, at most 20 times a second: a value that comes too early waits, is replaced by later ones, and
  /// is rendered only if `flush` or the next update finds it still there.
  package static func update(_ value: any Displayable, id: String) {
    let now = ContinuousClock.now
    if let entry = live[id], now - entry.shown < updateInterval {
      live[id]?.waiting = value
      return
    }
    if let value = value as? any LiveDisplayable {
      sink.update(value.draft, id: id)
      live[id] = LiveDisplay(shown: .now, draft: value)
    } else {
      sink.update(value.bundle, id: id)
      live[id] = LiveDisplay(shown: .now)
    }
  }

  /// Shows what still waits, so that the last state of every display is the one that stays. Whoever runs a cell calls
  /// this at its end, whatever the end was.
  package static func flush() {
    for (id, entry) in live.sorted(by: { $0.key < $1.key }) {
      guard let value = entry.waiting ?? entry.draft else { continue }
      live[id] = LiveDisplay(shown: .now)
      sink.update(value.bundle, id: id)
    }
  }

  /// Clears the output of the cell. What waits is shown first: it may be for a display of an earlier cell.
  package static func clear(wait: Bool) {
    flush()
    live = [:]
    sink.clear(wait: wait)
  }

  /// A new id for a display that the library makes on its own account.
  package static func makeID() -> String {
    nextID += 1
    return "nabla-\(nextID)"
  }

  private nonisolated(unsafe) static var nextID = 0
}

/// A value that has a quicker form, for the time while it changes many times a second; the last state is shown in full.
package protocol LiveDisplayable: Displayable {
  var draft: MIMEBundle { get }
}
