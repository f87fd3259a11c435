import CellFuzzer
import Foundation
import Testing

/// Made-up and broken cells: none ends the process, hangs, or is told nonsense. `NABLA_FUZZ=N` runs N cells instead of the
/// few that every run has; `cell-fuzzer` runs them without end, and keeps what it ran last.
@Suite struct FuzzTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  @Test(arguments: [1, 2] as [UInt64])
  func cellsEndInAResultOrAnError(_ seed: UInt64) {
    var options = FuzzRun.Options()
    options.seed = seed
    options.cells = ProcessInfo.processInfo.environment["NABLA_FUZZ"].flatMap { Int($0) } ?? 150
    let corpus = FuzzCorpus.texts(in: Self.repository)
    #expect(corpus.count > 200)
    let report = FuzzRun(options, corpus: corpus).run()
    #expect(report.finished > options.cells / 10 && report.refused > options.cells / 10)
    // Sentences that say that the language itself is at fault.
    let nonsense = report.findings.filter { !$0.what.hasPrefix("cell ") }
    #expect(nonsense.isEmpty, "\(nonsense)")
  }
}
