internal import Glibc
package import Language
internal import Prelude
package import Rendering

/// Runs cells with the cell language and the library.
package final class CellInterpreter: Interpreter {
  private let visits = Visits()
  private let host: CellHost
  /// Behind a lock, since an interrupt comes from another thread, perhaps while `reset` makes a new one.
  private let current: Monitor<CellProgram>
  /// The global variables that cells declared, in the order of their declaration.
  private var declared: [Variable] = []

  private var program: CellProgram { current.withLock { $0 } }

  private let limits: Machine.Limits

  package init(limits: Machine.Limits = Machine.Limits()) {
    self.limits = limits
    host = CellHost(visits)
    current = Monitor(CellProgram(host: host, limits: limits))
    program.machine.visit = { [visits] in visits.letIn() }
  }

  package func reset() {
    visits.run {
      let fresh = CellProgram(host: host, limits: limits)
      fresh.machine.visit = { [visits] in visits.letIn() }
      current.withLock { $0 = fresh }
      declared = []
    }
  }

  // MARK: Running

  package func run(_ cell: CellSource, io: any CellIO) -> CellOutcome {
    let file = SourceFile(name: "cell \(cell.number)", cell: cell.number, text: cell.text)
    return visits.run { run(file, io: io) }
  }

  package func evaluate(_ expression: String, io: any CellIO) -> CellOutcome {
    visits.run { run(SourceFile(name: "expression", cell: 0, text: expression), io: io) }
  }

  private func run(_ file: SourceFile, io: any CellIO) -> CellOutcome {
    let program = program
    let result = Result { () throws(CellProgram.IllFormed) in try program.check(file) }
    // What a check came to that was cut short says nothing.
    guard !program.isInterrupted else {
      program.clearInterrupt()
      return .failed(.interrupted)
    }
    let checked: CheckedCell
    do { checked = try result.get() } catch { return .failed(CellFailure(error.diagnostics)) }
    guard let function = checked.function else { return .finished(nil) }
    declared += checked.globals
    let outer = (host.io, Output.sink)
    host.io = io
    Output.sink = io
    defer {
      Output.flush()
      (host.io, Output.sink) = outer
    }
    var shown: MIMEBundle?
    do {
      try program.confined { () throws(RuntimeFailure) in
        try program.machine.run(function) { shown = Display.bundle(of: $0) }
      }
      return .finished(shown)
    } catch {
      return .failed(host.inputFailure ?? CellFailure(error))
    }
  }

  package func interrupt() { current.withLock { $0.interrupt() } }
  package func clearInterrupt() { current.withLock { $0.clearInterrupt() } }

  // MARK: Looking

  /// Looks at the names and types of the session, also while a cell runs.
  private func look<Result>(_ body: @escaping (CellProgram) -> Result) -> Result? {
    let program = program
    return visits.look(ask: { program.machine.attention.raise(.visit) }) { body(program) }
  }

  package func complete(_ source: String, at cursor: Int) -> CompletionList {
    let found = look { $0.checker.complete(source, at: cursor) }
    guard let found else { return CompletionList(start: cursor, end: cursor, items: []) }
    let items = found.items.map { CompletionList.Item(text: $0.text, kind: $0.kind, signature: $0.signature) }
    return CompletionList(start: found.start, end: found.end, items: items)
  }

  package func inspect(_ source: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    let found = look { [self] program -> MIMEBundle? in
      guard let inspection = program.checker.inspect(source, at: cursor) else { return nil }
      // Between the steps of a running cell a value may be half changed.
      let value = program.machine.isRunning ? nil : inspection.variable.flatMap { preview(ofVariable: $0, program) }
      return Self.bundle(inspection, value: value, withSource: detail > 0)
    }
    return found ?? nil
  }

  private static func bundle(_ inspection: Inspection, value: String?, withSource: Bool) -> MIMEBundle {
    let signatures = inspection.signatures.joined(separator: "\n")
    let source = withSource ? inspection.source : nil
    let place = inspection.cell.map { "Declared in cell \($0)" + (inspection.line.map { ", line \($0)" } ?? "") + "." }
    let text = [signatures, value, inspection.documentation, place, source].compactMap { $0 }.joined(separator: "\n\n")
    let markdown = [
      "```swift\n\(signatures)\n```", value.map { "```\n\($0)\n```" }, inspection.documentation, place, source.map { "```swift\n\($0)\n```" },
    ].compactMap { $0 }.joined(separator: "\n\n")
    return MIMEBundle(text: text).adding(.markdown, .string(markdown))
  }

  package func completeness(of source: String) -> Completeness {
    switch Language.Completeness.check(source) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: indent)
    case .invalid: .invalid
    }
  }

  package func names() -> [SessionName] {
    visits.run {
      let program = program
      // A name that was declared again means its last declaration; one whose declaration never ran means nothing.
      let last = Dictionary(declared.map { ($0.name, $0) }) { _, later in later }
      let variables = declared.filter { last[$0.name] === $0 }.compactMap { variable -> SessionName? in
        guard let value = program.machine.value(of: variable) else { return nil }
        let text = text(of: value, variable, program)
        let line = text.prefix(60).prefix { !$0.isNewline }
        return SessionName(
          name: variable.name, type: TypeNames.display(variable.type),
          value: line.count < text.count ? line + "…" : String(line))
      }
      let declarations = program.checker.sessionDeclarations
      return variables + declarations.functions.map { SessionName(kind: .function, name: $0.name, type: $0.signature) }
        + declarations.types.map { SessionName(kind: .type, name: $0.name, type: $0.signature) }
    }
  }

  /// The start of what `print` shows, with a text in quotes.
  private func text(of value: CellValue, _ variable: Variable, _ program: CellProgram, runsCode: Bool = true) -> String {
    let isText = Self.isText(variable)
    return program.confined { program.machine.describe(value, debug: isText, limit: 4_000, runsCode: runsCode) }
  }

  private static func isText(_ variable: Variable) -> Bool {
    ["String", "Substring", "Character"].contains(TypeNames.display(variable.type))
  }

  /// What a value says of itself where code of cells may say it: on a thread of its own, since the stack of one that
  /// looks is small, and for a moment, since no interrupt of the user's reaches it. Nil where it failed or took longer.
  private func ownText(of value: CellValue, _ variable: Variable, _ program: CellProgram) -> String? {
    let isText = Self.isText(variable)
    // This thread waits for the other.
    nonisolated(unsafe) let speak = {
      program.confined { try? program.machine.text(of: value, debug: isText, limit: 4_000) }
    }
    let said = Monitor<String??>(nil)
    let thread = Thread.start(stack: Thread.cellStack) {
      let text = speak()
      said.update { $0 = .some(text) }
    }
    guard let thread else { return nil }
    let text = said.wait(until: .now.adding(milliseconds: 300)) { $0 }
    if text == nil { program.interrupt() }
    thread.join()
    if text == nil { program.clearInterrupt() }
    return text ?? nil
  }

  /// The first lines of a variable's value; nil where its declaration never ran.
  private func preview(ofVariable name: String, _ program: CellProgram) -> String? {
    guard let variable = declared.last(where: { $0.name == name }), let value = program.machine.value(of: variable)
    else { return nil }
    // Else its stored parts.
    let text = (ownText(of: value, variable, program) ?? text(of: value, variable, program, runsCode: false)).prefix(2_000)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 12 ? (lines.prefix(12) + ["…"]).joined(separator: "\n") : String(text)
  }
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
    let renderer = DiagnosticRenderer(hasColor: true)
    let omitted = failure.omittedCalls == 0 ? [] : ["… \(failure.omittedCalls) calls more"]
    let calls = Self.lines(failure.calls, renderer) + omitted + Self.lines(failure.outermostCalls, renderer)
    self.init(name: name, message: message, traceback: [renderer.head(name, message)] + calls)
  }

  /// The place of each call, said once where several came from the same.
  private static func lines(_ calls: [RuntimeFailure.Call], _ renderer: DiagnosticRenderer) -> [String] {
    runs(calls).map { run in
      let function = run.call.function.map { ", in \($0)" } ?? ""
      return renderer.excerpt(run.call.range, note: function + (run.count == 1 ? "" : ", \(run.count) times"))
    }
  }

  private static func runs(_ calls: [RuntimeFailure.Call]) -> [(call: RuntimeFailure.Call, count: Int)] {
    var result: [(call: RuntimeFailure.Call, count: Int)] = []
    for call in calls {
      if result.last?.call == call { result[result.count - 1].count += 1 } else { result.append((call, 1)) }
    }
    return result
  }
}

/// What a running cell can do to the outside, by way of the front end.
private final class CellHost: MachineHost {
  private let visits: Visits
  var io: (any CellIO)?
  /// Why the last `readLine` was refused, which stops the cell.
  var inputFailure: CellFailure?
  private var generator = SystemRandomNumberGenerator()

  init(_ visits: Visits) { self.visits = visits }

  func write(_ text: String, toStandardError: Bool) { io?.write(text, to: toStandardError ? .stderr : .stdout) }

  func readLine(prompt: String, password: Bool) throws -> String? {
    inputFailure = nil
    do { return try visits.pause { try io?.readLine(prompt: prompt, password: password) } } catch {
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
      if attention.isRaised(.visit) {
        attention.clear(.visit)
        visits.letIn()
      }
    }
  }
}
