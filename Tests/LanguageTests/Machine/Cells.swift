import Language

/// Runs cells as text: parser, checker and machine together, as a session has them.
final class Cells {
  let host: RecordingHost
  let checker = Checker()
  let machine: Machine
  private var count = 0
  private let show: ((CellValue) -> Void)?

  /// `show` sees the results of cells.
  init(
    limits: Machine.Limits = Machine.Limits(), host: RecordingHost = RecordingHost(), show: ((CellValue) -> Void)? = nil
  ) {
    self.host = host
    self.show = show
    machine = Machine(host: host, limits: limits)
    checker.declareModule(
      Library.sources.map { ($0, Parser.parse($0, mode: .library).statements) }, name: "Swift")
    machine.lookup = { [checker] in checker.wellKnown.nominal($0) }
  }

  /// Diagnostics, or the failure's message; nil where the cell ran to its end.
  func run(_ text: String) -> String? {
    count += 1
    let file = SourceFile(name: "cell \(count)", cell: count, text: text)
    let parsed = Parser.parse(file)
    let checked = checker.check(parsed.statements, file: file)
    let diagnostics = (parsed.diagnostics + checked.diagnostics).filter { $0.message.severity == .error }
    if let first = diagnostics.first {
      let place = first.range.file.position(at: Int(first.range.start))
      return "\(first.range.file.name):\(place.line):\(place.column): error: \(first.message.text)"
    }
    guard let function = checked.function else { return "not checked" }
    do {
      try machine.run(function, result: show)
      return nil
    } catch {
      return error.message
    }
  }
}
