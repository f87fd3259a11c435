import Foundation
import Testing

/// Made-up and broken cells: none ends the process, hangs, or is told nonsense. `NABLA_FUZZ=N` runs N cells instead of the
/// few that every run has; `cell-fuzzer` runs them without end, and keeps what it ran last.
@Suite struct FuzzTests {
  /// In a process of its own, which may die.
  /// The second run compares what translated code comes to with what the loop does.
  @Test(arguments: [1, 2])
  func cellsEndInAResultOrAnError(_ seed: Int) throws {
    let fuzzer = Process()
    let output = Pipe()
    fuzzer.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "cell-fuzzer")
    fuzzer.arguments = ["\(seed)", ProcessInfo.processInfo.environment["NABLA_FUZZ"] ?? "150"]
    fuzzer.standardOutput = output
    fuzzer.environment = ProcessInfo.processInfo.environment
    if seed == 2 { fuzzer.environment?["NABLA_FUZZ_COMPARE"] = "1" }
    try fuzzer.run()
    let report = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    fuzzer.waitUntilExit()
    #expect(fuzzer.terminationReason == .exit && fuzzer.terminationStatus == 0, "\(report)")
  }
}
