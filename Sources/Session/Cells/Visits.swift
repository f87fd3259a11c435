/// Lets other threads look at what only one thread may touch: the thread of a running cell.
///
/// While no cell runs, or while the running one only waits, a visitor looks at once, on its own thread. Otherwise it
/// asks the cell to let it in, and the cell's thread looks for it at its next loop or call (`letIn`). So completion
/// answers while a cell runs, and neither checker nor machine needs a lock.
final class Visits: Sendable {
  /// A cell can be in one long operation of the library, which lets nobody in; nobody waits longer than this.
  private static let patienceMilliseconds = 1_000

  fileprivate enum Occupant { case nobody, cell, visitor }

  fileprivate struct State {
    var occupant = Occupant.nobody
    var waiting: [Visit] = []
  }

  /// Who waits sleeps until the visit is over, so what `look` uses is used by one thread at a time.
  fileprivate final class Visit: @unchecked Sendable {
    let look: () -> Void
    var isOver = false

    init(_ look: @escaping () -> Void) { self.look = look }
  }

  private let state = Monitor(State())

  // MARK: - The cell's thread

  /// Runs a cell: visitors have to be let in.
  func run<Result>(_ cell: () throws -> Result) rethrows -> Result {
    enter()
    defer { leave() }
    return try cell()
  }

  /// Waits for something outside, with nothing half done: visitors need not be let in.
  func pause<Result>(_ wait: () throws -> Result) rethrows -> Result {
    leave()
    defer { enter() }
    return try wait()
  }

  /// Looks for those who wait.
  func letIn() {
    while let visit = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
      visit.look()
      state.update { _ in visit.isOver = true }
    }
  }

  private func enter() {
    _ = state.wait { state -> Void? in
      guard state.occupant == .nobody else { return nil }
      state.occupant = .cell
      return ()
    }
  }

  private func leave() { state.update { $0.occupant = .nobody } }

  // MARK: - Other threads

  /// Looks, as soon as that is safe; nil where the cell lets nobody in. `ask` makes it call `letIn` soon.
  func look<Result>(ask: () -> Void, _ look: @escaping () -> Result) -> Result? {
    var result: Result?
    let visit = Visit { result = look() }
    state.withLock { $0.waiting.append(visit) }
    ask()
    let deadline = Instant.now.adding(milliseconds: Self.patienceMilliseconds)
    var isOwn: Bool? = state.wait(until: deadline) { state in decide(visit, &state) }
    // Past the deadline it can only be given up before it began; then its end is near.
    if isOwn == nil, !state.withLock({ $0.withdraw(visit) }) { isOwn = state.wait { _ in visit.isOver ? false : nil } }
    if isOwn == true {
      visit.look()
      leave()
    }
    return result
  }

  /// Whether the visitor has to look itself, on its own thread, or the cell's thread has done it; nil to wait on.
  private func decide(_ visit: Visit, _ state: inout State) -> Bool? {
    if visit.isOver { return false }
    guard state.occupant == .nobody, state.withdraw(visit) else { return nil }
    state.occupant = .visitor
    return true
  }
}

extension Visits.State {
  /// Takes a visit out of those that wait; false where it is no longer there.
  fileprivate mutating func withdraw(_ visit: Visits.Visit) -> Bool {
    guard let index = waiting.firstIndex(where: { $0 === visit }) else { return false }
    waiting.remove(at: index)
    return true
  }
}
