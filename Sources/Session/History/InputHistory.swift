import Glibc
import Rendering
import Synchronization

/// The cells that were run, of this session and of those before it.
///
/// On disk every session has a file of its own, `<folder>/<number>.jsonl`, one JSON object a line, only ever appended
/// to and readable by its owner alone. A file for each means that kernels running side by side never write to the same
/// one: its number is taken by creating it, which succeeds for one of them.
package final class InputHistory: Sendable {
  /// Sessions kept; older files go when a new one is made.
  static let sessionsKept = 2_000

  private struct State {
    var folder: String?
    var session: Int?
    var descriptor: Int32 = -1
    var entries: [HistoryEntry] = []
  }

  private let state: Mutex<State>

  /// A history in `folder`, or in memory only where that is nil. Nothing is touched on disk before the first cell.
  package init(folder: String?) { state = Mutex(State(folder: folder)) }

  /// The user's history, or one in memory where `NABLA_HISTORY=off` asks for it.
  package static func ofUser() -> InputHistory {
    let isOff = Environment["NABLA_HISTORY"].map { ["off", "0", "no", "false"].contains($0.lowercased()) } ?? false
    return InputHistory(folder: isOff ? nil : Environment.userDataFolder.map { $0 + "/nabla/history" })
  }

  deinit {
    state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Records a cell as it starts, so that it is not lost with a kernel that is killed while it runs.
  package func record(line: Int, input: String) {
    state.withLock { state in
      let session = Self.begin(&state)
      state.entries.append(HistoryEntry(session: session, line: line, input: input))
      Self.append(["line": .int(line), "input": .string(input)], state)
    }
  }

  /// Adds the text of the cell's value.
  package func record(line: Int, output: String) {
    state.withLock { state in
      guard let index = state.entries.lastIndex(where: { $0.line == line }) else { return }
      state.entries[index].output = output
      Self.append(["line": .int(line), "output": .string(output)], state)
    }
  }

  /// The entries that a query asks for, oldest first.
  package func entries(_ query: HistoryQuery) -> [HistoryEntry] {
    state.withLock { state in
      switch query {
      case .tail(let count):
        var found: [HistoryEntry] = []
        for session in Self.sessionsNewestFirst(state) where found.count < count {
          found = Self.entries(of: session, state) + found
        }
        return Array(found.suffix(max(0, count)))
      case .range(let session, let start, let stop):
        guard let session = Self.number(session, state) else { return [] }
        let entries = Self.entries(of: session, state)
        let first = start < 0 ? (entries.last?.line ?? 0) + 1 + start : start
        return entries.filter { $0.line >= first && $0.line < stop ?? .max }
      case .search(let pattern, let count, let unique):
        let glob = Glob(pattern)
        var seen: Set<String> = []
        var found: [HistoryEntry] = []
        let limit = count.map { max(0, $0) } ?? .max
        search: for session in Self.sessionsNewestFirst(state) {
          for entry in Self.entries(of: session, state).reversed() where glob.matches(entry.input) {
            if found.count >= limit { break search }
            if !unique || seen.insert(entry.input).inserted { found.append(entry) }
          }
        }
        return found.reversed()
      }
    }
  }

  // MARK: - Sessions and their files

  /// The number of this session, taken at its first cell.
  private static func begin(_ state: inout State) -> Int {
    if let session = state.session { return session }
    guard let folder = state.folder, (try? File.makeFolder(folder, mode: 0o700)) != nil else {
      state.folder = nil
      state.session = 1
      return 1
    }
    let taken = sessions(in: folder)
    for old in taken.dropLast(sessionsKept - 1) { unlink(path(of: old, in: folder)) }
    var number = (taken.last ?? 0) + 1
    for _ in 0..<1_000 {
      state.descriptor = open(path(of: number, in: folder), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
      if state.descriptor >= 0 || errno != EEXIST { break }
      number += 1
    }
    if state.descriptor < 0 { state.folder = nil }
    state.session = number
    return number
  }

  private static func path(of session: Int, in folder: String) -> String { "\(folder)/\(session).jsonl" }

  private static func sessions(in folder: String) -> [Int] {
    File.names(in: folder).compactMap { name in
      name.hasSuffix(".jsonl") ? Int(name.dropLast(6)) : nil
    }.sorted()
  }

  private static func sessionsNewestFirst(_ state: State) -> [Int] {
    var sessions = state.folder.map { Self.sessions(in: $0) } ?? []
    if let own = state.session, !sessions.contains(own) { sessions.append(own) }
    return sessions.reversed()
  }

  /// The session that a relative number means.
  private static func number(_ session: Int, _ state: State) -> Int? {
    guard session <= 0 else { return session }
    if session == 0 { return state.session }
    let earlier = sessionsNewestFirst(state).filter { $0 < state.session ?? .max }
    // Not −session − 1, which overflows for the smallest number.
    let index = -1 - session
    return earlier.indices.contains(index) ? earlier[index] : nil
  }

  private static func entries(of session: Int, _ state: State) -> [HistoryEntry] {
    if session == state.session { return state.entries }
    guard let folder = state.folder, let bytes = try? File.read(path(of: session, in: folder)) else { return [] }
    var entries: [HistoryEntry] = []
    // A line that does not parse was cut off by a full disk or a kill; the others are still good.
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let record = try? JSON(parsing: Array(line)), case .int(let number)? = record["line"] else { continue }
      if case .string(let input)? = record["input"] {
        entries.append(HistoryEntry(session: session, line: number, input: input))
      } else if case .string(let output)? = record["output"],
        let index = entries.lastIndex(where: { $0.line == number })
      {
        entries[index].output = output
      }
    }
    return entries
  }

  private static func append(_ record: JSON, _ state: State) {
    guard state.descriptor >= 0 else { return }
    _ = File.writeAll(record.utf8 + [UInt8(ascii: "\n")], to: state.descriptor)
  }
}
