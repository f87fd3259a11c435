import CellFuzzer
import Foundation

/// `cell-fuzzer [seed] [cells]`: runs made-up cells for as long as one likes. The cells of the session under way stand in
/// `fuzz-cells-SEED.swift` in the temporary folder, so that they can be looked at after the process has died;
/// `cell-fuzzer FILE [milliseconds]` runs them again, and interrupts those that take longer. Ends with 1 where a cell was
/// told nonsense.
///
/// With `NABLA_FUZZ_COMPARE=1` every cell has to come to the same in a machine that does not translate.
let separator = "\n// ----\n"
let arguments = Array(CommandLine.arguments.dropFirst())
var options = FuzzRun.Options()
options.isComparing = ProcessInfo.processInfo.environment["NABLA_FUZZ_COMPARE"] != nil
if let file = arguments.first, UInt64(file) == nil {
  let cells = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: separator)
  options.milliseconds = arguments.dropFirst().first.flatMap { Int($0) } ?? options.milliseconds
  show(FuzzRun(options, corpus: []).replay(cells))
} else {
  options.seed = arguments.first.flatMap { UInt64($0) } ?? 1
  options.cells = arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
  let temporary = FileManager.default.temporaryDirectory
  let note = temporary.appending(path: "fuzz-cells-\(options.seed).swift")
  let scratch = temporary.appending(path: "fuzz-\(options.seed)")
  _ = FileManager.default.createFile(atPath: note.path, contents: nil)
  let notes = try FileHandle(forWritingTo: note)
  options.note = { text, isFirst in
    if isFirst { try? notes.truncate(atOffset: 0) }
    try? notes.write(contentsOf: Data((text + separator).utf8))
  }
  let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
  let corpus = FuzzCorpus.texts(in: repository)
  try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
  _ = FileManager.default.changeCurrentDirectoryPath(scratch.path)
  let report = FuzzRun(options, corpus: corpus).run()
  show(report)
  try? FileManager.default.removeItem(at: note)
  try? FileManager.default.removeItem(at: scratch)
  if report.isNonsense(cells: options.cells) { exit(1) }
}

func show(_ report: FuzzRun.Report) {
  print(
    "finished \(report.finished), refused \(report.refused), failed \(report.failed), interrupted \(report.interrupted)"
  )
  print("slowest interrupt: \(report.slowest.milliseconds) ms\n\(report.slowest.cell)")
  for finding in report.findings { print("=== \(finding.what)\n\(finding.cell)") }
}
