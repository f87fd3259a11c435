internal import Glibc
internal import Language
internal import Prelude
package import Rendering

/// Runs cells with the cell language and the library.
package final class CellInterpreter: Interpreter {
  private let host: CellHost
  private var program: CellProgram
  /// The global variables, functions and types that cells declared, by name, in the order of their declaration.
  private var declared: [(name: String, variable: Variable?)] = []

  package init() {
    host = CellHost()
    program = CellProgram(host: host)
  }

  package func reset() {
    program = CellProgram(host: host)
    declared = []
  }

  // MARK: Running

  package func run(_ cell: CellSource, io: any CellIO) -> CellOutcome {
    let file = SourceFile(name: "cell \(cell.number)", cell: cell.number, text: cell.text)
    return run(file, io: io)
  }

  package func evaluate(_ expression: String, io: any CellIO) -> CellOutcome {
    run(SourceFile(name: "expression", cell: 0, text: expression), io: io)
  }

  private func run(_ file: SourceFile, io: any CellIO) -> CellOutcome {
    let checked: CheckedCell
    do { checked = try program.check(file) } catch { return .failed(CellFailure(error.diagnostics)) }
    guard let function = checked.function else { return .finished(nil) }
    for variable in checked.globals { declared.append((variable.name, variable)) }
    let outer = (host.io, Output.sink)
    host.io = io
    Output.sink = io
    defer {
      Output.flush()
      (host.io, Output.sink) = outer
    }
    var shown: MIMEBundle?
    do {
      try program.machine.run(function) { shown = Display.bundle(of: $0) }
      return .finished(shown)
    } catch {
      return .failed(host.inputFailure ?? CellFailure(error))
    }
  }

  package func interrupt() { program.interrupt() }
  package func clearInterrupt() { program.clearInterrupt() }

  // MARK: Looking

  package func complete(_ source: String, at cursor: Int) -> CompletionList {
    CompletionList(start: cursor, end: cursor, items: [])
  }

  package func inspect(_ source: String, at cursor: Int, detail: Int) -> MIMEBundle? { nil }

  package func completeness(of source: String) -> Completeness {
    switch Language.Completeness.check(source) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: indent)
    case .invalid: .invalid
    }
  }

  package func names() -> [SessionName] { [] }
}

extension CellFailure {
  /// The errors that checking found.
  init(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.message.severity == .error }
    let plain = DiagnosticRenderer(hasColor: false)
    let colored = DiagnosticRenderer(hasColor: true)
    self.init(
      name: "CompileError", message: plain.render(errors),
      traceback: errors.map { colored.render($0) })
  }

  /// What stopped a running cell.
  init(_ failure: RuntimeFailure) {
    let name =
      switch failure.kind {
      case .trap: "RuntimeError"
      case .uncaught(let type): type
      case .interrupted: CellFailure.interrupted.name
      }
    let message = failure.kind == .interrupted ? CellFailure.interrupted.message : failure.message
    let calls = failure.calls.map { "  at \($0.function) (\($0.file):\($0.line))" }
    self.init(
      name: name, message: message,
      traceback: ["\u{1B}[1;31m\(name)\u{1B}[0m: \(message)"] + calls.map { "\u{1B}[2m\($0)\u{1B}[0m" })
  }
}

/// What a running cell can do to the outside, by way of the front end.
private final class CellHost: MachineHost {
  var io: (any CellIO)?
  /// Why the last `readLine` was refused, which stops the cell.
  var inputFailure: CellFailure?
  private var generator = SystemRandomNumberGenerator()

  func write(_ text: String, toStandardError: Bool) { io?.write(text, to: toStandardError ? .stderr : .stdout) }

  func readLine(prompt: String, password: Bool) throws -> String? {
    inputFailure = nil
    do { return try io?.readLine(prompt: prompt, password: password) } catch {
      inputFailure = error as? CellFailure
      throw error
    }
  }

  func randomBits() -> UInt64 { generator.next() }

  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func sleep(seconds: Double, attention: AttentionFlags) {
    let end = Instant.now.adding(milliseconds: Int(min(max(seconds, 0), 1e9) * 1000))
    // Short naps, so that an interrupt is seen at once.
    while !attention.isRaised(.interrupt), end.millisecondsLeft > 0 {
      usleep(UInt32(min(end.millisecondsLeft, 20)) * 1000)
    }
  }
}
