import Language
import Rendering
import Session
import Synchronization

/// Runs made-up cells in sessions, and says what no cell may do: end the process, hang, or be told nonsense.
///
/// They run on a thread with the stack that cells have; another one interrupts those that take long.
package final class FuzzRun: Sendable {
  package struct Options: Sendable {
    package var seed: UInt64 = 1
    package var cells = 1000
    /// Cells that share a session.
    package var cellsPerSession = 40
    /// A cell is interrupted after so long…
    package var milliseconds = 300
    /// …and has to end within so long after that.
    package var patience = 10_000
    /// Each cell is run in a second session, whose machine does not translate, and has to come to the same there.
    package var isComparing = false
    /// Told every text before it is run, and whether a session begins with it: after the end of the process, the last one
    /// is to blame.
    package var note: @Sendable (String, _ isFirst: Bool) -> Void = { _, _ in }

    package init() {}
  }

  /// What the cells came to.
  package struct Report: Sendable {
    package var finished = 0
    package var refused = 0
    package var failed = 0
    package var interrupted = 0
    /// Nonsense: what was said, and the cell.
    package var findings: [(what: String, cell: String)] = []
    /// The slowest interrupt, in milliseconds, and its cell.
    package var slowest = (milliseconds: 0, cell: "")

    /// Whether a sentence said that the language itself is at fault, or hardly a cell ran or was refused.
    package func isNonsense(cells: Int) -> Bool {
      findings.contains { !$0.what.hasPrefix("cell ") } || finished <= cells / 10 || refused <= cells / 10
    }
  }

  private struct Watch {
    var deadline: Instant?
    var interrupt: (@Sendable () -> Void)?
    var interruptedAt: Instant?
    var isOver = false
  }

  private let options: Options
  private let corpus: [String]
  private let watch = Monitor(Watch())

  package init(_ options: Options, corpus: [String]) {
    self.options = options
    self.corpus = corpus
  }

  /// Runs all cells.
  package func run() -> Report { watched { self.runSessions() } }

  /// Runs the cells of one session, as `note` was told them, once more.
  package func replay(_ cells: [String]) -> Report {
    watched {
      var report = Report()
      let interpreter = Session(self.options)
      for cell in cells { self.run(cell, "replay", interpreter, &report) }
      return report
    }
  }

  /// Runs cells on a thread with their stack, beside one that interrupts those that take long.
  private func watched(_ cells: @escaping @Sendable () -> Report) -> Report {
    let watcher = Thread.start { self.interruptLateCells() }
    let result = Mutex(Report())
    Thread.start(stack: Thread.cellStack) {
      let report = cells()
      result.withLock { $0 = report }
    }?.join()
    watch.update { $0.isOver = true }
    watcher?.join()
    return result.withLock { $0 }
  }

  /// The interpreters of one session.
  private final class Session {
    let interpreter: CellInterpreter
    /// Nil where nothing is compared, or no longer: a cell that was interrupted has got as far as it got.
    var reference: CellInterpreter?
    var count = 0

    init(_ options: Options) {
      var limits = Machine.Limits()
      limits.memoryBytes = 256 << 20
      interpreter = CellInterpreter(limits: limits)
      limits.codeBytes = 0
      reference = options.isComparing ? CellInterpreter(limits: limits) : nil
    }
  }

  private func runSessions() -> Report {
    var report = Report()
    var choices = Choices(seed: options.seed)
    var done = 0
    while done < options.cells {
      let count = min(options.cellsPerSession, options.cells - done)
      runSession(count, &choices, &report)
      done += count
    }
    return report
  }

  private func runSession(_ count: Int, _ choices: inout Choices, _ report: inout Report) {
    let interpreter = Session(self.options)
    options.note("", true)
    var wellFormed = CellGrammar(seed: choices.next(), slips: 0)
    var slightlyWrong = CellGrammar(seed: choices.next(), slips: 60, first: 500_000)
    var mutation = CellMutation(seed: choices.next(), corpus: corpus)
    let isAboutGrammar = choices.once(in: 2)
    if isAboutGrammar { run(CellGrammar.declarations, "grammar", interpreter, &report) }
    for _ in 0..<count {
      switch isAboutGrammar ? choices.below(4) : 4 + choices.below(8) {
      case 0, 1: if !run(wellFormed.cell(), "grammar", interpreter, &report) { wellFormed.forgetCell() }
      case 2: if !run(slightlyWrong.cell(), "slip", interpreter, &report) { slightlyWrong.forgetCell() }
      case 3:
        let stranger = CellGrammar(seed: choices.next(), slips: 0, first: 1_000_000)
        var broken = CellMutation(seed: choices.next(), corpus: [stranger.oneCell])
        run(broken.next(), "broken", interpreter, &report)
      case 4: run(mutation.original(), "corpus", interpreter, &report)
      default: run(mutation.next(), "mutation", interpreter, &report)
      }
      if choices.once(in: 2) {
        look(
          isAboutGrammar ? CellGrammar(seed: choices.next(), slips: 20).oneCell : mutation.next(),
          interpreter.interpreter, &choices
        )
      }
    }
  }

  // MARK: One cell

  /// Runs one cell; false where it was refused and has declared nothing.
  @discardableResult
  private func run(_ text: String, _ origin: String, _ session: Session, _ report: inout Report) -> Bool {
    options.note(text, false)
    session.count += 1
    let cell = CellSource(text: text, number: session.count)
    let (outcome, output, isInterrupted) = run(cell, session.interpreter, &report)
    if isInterrupted { session.reference = nil }
    if let reference = session.reference {
      let (other, otherOutput, isInterrupted) = run(cell, reference, &report)
      if isInterrupted {
        session.reference = nil
      } else if Self.text(of: outcome, output) != Self.text(of: other, otherOutput) {
        let difference = "two results: \(Self.text(of: outcome, output)) where the loop gives \(Self.text(of: other, otherOutput))"
        report.findings.append((difference, text))
      }
    }
    switch outcome {
    case .finished(let value):
      report.finished += 1
      if value?.text.contains("(internal)") == true { report.findings.append(("an internal value is shown", text)) }
    case .failed(let failure):
      switch failure.name {
      case "CompileError":
        report.refused += 1
        if origin == "grammar" { report.findings.append((failure.message, text)) }
        return false
      case CellFailure.interrupted.name: report.interrupted += 1
      default: report.failed += 1
      }
      if failure.message.isEmpty { report.findings.append(("an empty message", text)) }
      for sign in ["Unreachable code", "not supported in cells yet", "whose description failed", "(internal)"]
      where failure.message.contains(sign) && failure.name != "CompileError" {
        report.findings.append((failure.message, text))
      }
    }
    return true
  }

  /// What a cell came to, to compare.
  private static func text(of outcome: CellOutcome, _ output: String) -> String {
    switch outcome {
    case .finished(let value): output + (value.map { "= \($0.text)" } ?? "")
    case .failed(let failure): output + "! \(failure.name): \(failure.message)"
    }
  }

  private func run(
    _ cell: CellSource, _ interpreter: CellInterpreter, _ report: inout Report
  ) -> (CellOutcome, String, isInterrupted: Bool) {
    watch.update { watch in
      watch.deadline = .now.adding(milliseconds: options.milliseconds)
      watch.interruptedAt = nil
      watch.interrupt = { [target = Shared(interpreter)] in target.interpreter.interrupt() }
    }
    let output = Recorded()
    let outcome = interpreter.run(cell, io: output)
    let (interruptedAt, end) = watch.update { watch in
      watch.deadline = nil
      watch.interrupt = nil
      return (watch.interruptedAt, Instant.now)
    }
    interpreter.clearInterrupt()
    if let interruptedAt {
      let milliseconds = Int(end.seconds(since: interruptedAt) * 1000)
      if milliseconds > report.slowest.milliseconds { report.slowest = (milliseconds, cell.text) }
    }
    return (outcome, output.text, interruptedAt != nil)
  }

  /// Asks for help in the text of a cell, as front ends do while it is typed.
  private func look(_ text: String, _ interpreter: CellInterpreter, _ choices: inout Choices) {
    options.note("// help in\n" + text, false)
    let scalars = text.unicodeScalars.count
    for cursor in [choices.below(scalars + 1), choices.below(scalars + 1), scalars] {
      let list = interpreter.complete(text, at: cursor)
      precondition(list.start >= 0 && list.start <= list.end && list.end <= scalars, "completion outside of the text")
      _ = interpreter.inspect(text, at: cursor, detail: choices.below(2))
      _ = interpreter.completeness(of: String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor))))
    }
  }

  private func interruptLateCells() {
    while true {
      let step = watch.wait(until: .now.adding(milliseconds: 20)) { $0.isOver ? true : nil }
      if step != nil { return }
      let interrupt = watch.withLock { watch -> (@Sendable () -> Void)? in
        guard let deadline = watch.deadline, deadline <= .now else { return nil }
        if let interruptedAt = watch.interruptedAt {
          if Instant.now.seconds(since: interruptedAt) * 1000 > Double(options.patience) {
            fatalError("a cell does not end after an interrupt")
          }
          return nil
        }
        watch.interruptedAt = .now
        return watch.interrupt
      }
      interrupt?()
    }
  }
}

/// An interpreter's `interrupt` may be called from any thread.
private struct Shared: @unchecked Sendable {
  let interpreter: CellInterpreter

  init(_ interpreter: CellInterpreter) { self.interpreter = interpreter }
}

/// An outside that keeps the beginning of what is printed, and answers nothing.
private final class Recorded: CellIO {
  private(set) var text = ""

  func write(_ text: String, to stream: OutputStream) { if self.text.utf8.count < 10_000 { self.text += text } }
  func display(_ bundle: MIMEBundle, id: String?) {}
  func update(_ bundle: MIMEBundle, id: String) {}
  func clear(wait: Bool) {}
  func readLine(prompt: String, password: Bool) throws -> String? { throw CellFailure.noInput }
}
