package import Rendering
import Synchronization

/// One persistent session: it counts the cells, runs their commands and their Swift, and keeps their history. What a
/// kernel, a terminal or a test shows of it is their own.
///
/// `open` and `run` are called on one thread, which needs a stack for cells that recurse (`Thread.cellStack`).
/// `interrupt`, `complete`, `inspect`, `completeness` and `history` may be called from any other at any time.
package final class Session: @unchecked Sendable {
  package let history: InputHistory
  private let interpreter: Monitor<(any Interpreter)?>
  private let makeInterpreter: @Sendable () -> any Interpreter
  private let progress = Mutex(Progress())
  /// The cells that ended well, for `%export`; touched by the running thread alone.
  private(set) var program: [CellSource] = []

  private struct Progress {
    var isRunning = false
    /// The number of the last cell.
    var count = 0
  }

  /// A session that makes its interpreter when it is opened, so that a kernel can answer before that is done.
  package init(history: InputHistory, makeInterpreter: @escaping @Sendable () -> any Interpreter) {
    self.history = history
    self.makeInterpreter = makeInterpreter
    interpreter = Monitor(nil)
  }

  /// Makes the interpreter, on the thread that will run the cells.
  package func open() {
    let made = makeInterpreter()
    interpreter.update { $0 = made }
  }

  /// The number of the last cell that was counted.
  package var count: Int { progress.withLock { $0.count } }

  // MARK: - Running

  /// Counts a cell that is about to run; gives its number. A front end shows it before the first output.
  package func begin(_ request: CellRequest) -> Int {
    let count = progress.withLock { progress in
      if request.isStored { progress.count += 1 }
      progress.isRunning = true
      return progress.count
    }
    if request.isStored { history.record(line: count, input: request.code) }
    return count
  }

  /// Runs a cell that was begun, to its end, its error or an interrupt.
  package func run(_ request: CellRequest, number: Int, io: any CellIO) -> CellResult {
    let interpreter = readyInterpreter()
    defer {
      progress.withLock { progress in
        progress.isRunning = false
        interpreter.clearInterrupt()
      }
    }
    let cell = CommandLines(request.code)
    let context = CommandContext(session: self, interpreter: interpreter, io: io, number: number)
    var result = CellResult(count: number, outcome: .finished(nil))
    for part in cell.parts {
      switch part {
      case .code(let code): result.outcome = interpreter.run(CellSource(text: code, number: number), io: io)
      case .command(let call): result.outcome = Command.run(call, context)
      }
      if case .failed = result.outcome { return result }
    }
    if request.isStored {
      if !cell.isCommandsOnly { program.append(CellSource(text: cell.code, number: number)) }
      if case .finished(let value?) = result.outcome { history.record(line: number, output: value.text) }
    }
    result.actions = context.actions
    result.userExpressions = request.userExpressions.map { name, expression in
      (name, interpreter.evaluate(expression, io: io))
    }
    return result
  }

  /// Begins and runs a cell.
  package func run(_ request: CellRequest, io: any CellIO) -> CellResult {
    run(request, number: begin(request), io: io)
  }

  /// Stops the running cell; without one, does nothing, now or later. `also` ends what else the cell waits for.
  package func interrupt(also: () -> Void = {}) {
    progress.withLock { progress in
      guard progress.isRunning else { return }
      interpreter.withLock { $0?.interrupt() }
      also()
    }
  }

  /// Forgets every name. Cells are counted on, so that a number means one cell in the history and in diagnostics.
  func reset() {
    readyInterpreter().reset()
    program = []
  }

  // MARK: - Looking, from any thread

  /// Candidates at a cursor, an offset in Unicode scalars: names of Swift, or commands.
  package func complete(_ code: String, at cursor: Int) -> CompletionList {
    let cursor = max(0, min(cursor, code.unicodeScalars.count))
    if let commands = Command.complete(code, at: cursor) { return commands }
    return readyInterpreter().complete(CommandLines(code).code, at: cursor)
  }

  /// What the name at a cursor is; nil where there is nothing to say.
  package func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    let cursor = max(0, min(cursor, code.unicodeScalars.count))
    if let command = Command.at(cursor, in: code) { return command.manual }
    return readyInterpreter().inspect(CommandLines(code).code, at: cursor, detail: detail)
  }

  /// Whether the text typed so far can run.
  package func completeness(of code: String) -> Completeness {
    let cell = CommandLines(code)
    return cell.isCommandsOnly ? .complete : readyInterpreter().completeness(of: cell.code)
  }

  private func readyInterpreter() -> any Interpreter {
    interpreter.wait { $0 } ?? makeInterpreter()
  }
}
