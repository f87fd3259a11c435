import Glibc
import Rendering

/// The session at a prompt.
package enum Repl {
  /// Reads cells and runs them until the input ends; gives the complaint where it cannot.
  package static func run(
    greeting: String, history: InputHistory, makeInterpreter: @escaping @Sendable () -> any Interpreter
  ) -> String? {
    let session = Session(history: history, makeInterpreter: makeInterpreter)
    let input = TerminalInput()
    Signals.handle(
      interrupt: {
        session.interrupt()
        input.interrupt()
      }, end: { _exit(128 + SIGTERM) })
    let thread = Thread.start(stack: Thread.cellStack) {
      session.open()
      let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      let io = TerminalIO(input: input)
      if isInteractive {
        print(greeting)
        fflush(nil)
        interact(session, io)
      } else {
        runPiped(session, io)
      }
    }
    guard let thread else { return Thread.refusal }
    thread.join()
    return nil
  }

  private static func interact(_ session: Session, _ io: TerminalIO) {
    let editor = LineEditor(session: session)
    var text = ""
    while true {
      let entry = editor.read(prompt: "\(session.count + 1)> ", text: text)
      text = ""
      switch entry {
      case .cell(let code) where code.allSatisfy(\.isWhitespace): continue
      case .cell(let code):
        for case .setNextInput(let next, _) in run(code, session, io) { text = next }
      case .abandoned: continue
      case .endOfInput: return
      }
    }
  }

  /// Runs what is piped in, a cell as soon as its text is complete.
  private static func runPiped(_ session: Session, _ io: TerminalIO) {
    var pending = ""
    while let line = try? io.input.readLine(prompt: "", password: false) {
      pending += pending.isEmpty ? line : "\n" + line
      if pending.allSatisfy(\.isWhitespace) { pending = "" }
      if pending.isEmpty { continue }
      if case .incomplete = session.completeness(of: pending) { continue }
      run(pending, session, io)
      pending = ""
    }
    if !pending.isEmpty { run(pending, session, io) }
  }

  /// Runs a cell and shows what it gives; returns what it asks of the front end.
  @discardableResult
  private static func run(_ code: String, _ session: Session, _ io: TerminalIO) -> [FrontEndAction] {
    let result = session.run(CellRequest(code: code), io: io)
    for case .page(let text) in result.actions { io.display(text, id: nil) }
    switch result.outcome {
    case .finished(let value): if let value { io.display(value, id: nil) }
    case .failed(let failure): io.show(failure)
    }
    io.sink.writePending()
    return result.actions
  }
}

/// A terminal as the outside of a cell.
private final class TerminalIO: CellIO {
  let sink = TerminalSink()
  let input: TerminalInput
  private let view = TerminalView()

  init(input: TerminalInput) { self.input = input }

  func write(_ text: String, to stream: OutputStream) { sink.write(text, to: stream) }
  func display(_ bundle: MIMEBundle, id: String?) { sink.display(bundle, id: id) }
  func update(_ bundle: MIMEBundle, id: String) { sink.update(bundle, id: id) }
  func clear(wait: Bool) { sink.clear(wait: wait) }

  func readLine(prompt: String, password: Bool) throws -> String? {
    sink.writePending()
    return try input.readLine(prompt: prompt, password: password)
  }

  func show(_ failure: CellFailure) {
    sink.writePending()
    view.show(traceback: failure.traceback)
  }
}
