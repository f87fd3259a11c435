import Foundation
import Testing

@testable import Language

/// The programs of `Tests/oracle` in the machine, compared with what `swiftc` recorded (`Tests/oracle/record.py`), and the
/// sessions of several cells, whose expectations are written by hand: no compiler has cells.
///
/// A program that is not yet as `swiftc` has it stands in `Tests/oracle/differences.txt` by its path; one that has
/// become right must leave that list.
@Suite(.serialized) struct OracleTests {
  private static let differences: Set<String> = {
    let list = try? String(contentsOf: Corpus.folder.appending(path: "differences.txt"), encoding: .utf8)
    return Set((list ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }()

  private static func programs(_ folder: String?) -> [Corpus.Program] {
    Corpus.programs.filter { program in
      guard let folder else { return !["traps", "diagnostics", "sessions"].contains { program.name.hasPrefix($0 + "/") } }
      return program.name.hasPrefix(folder)
    }
  }

  /// The library is parsed once and only read; each program has a session of its own.
  nonisolated(unsafe) private static let library = Library.sources.map { (file: $0, statements: Parser.parse($0, mode: .library).statements) }

  private struct Run {
    var output = ""
    var diagnostics: [String] = []
    var failure: String?
    /// The value of a last expression.
    var result: String?
  }

  /// Runs a program as one cell, on a thread with the stack that cells have.
  private static func run(_ program: Corpus.Program, codeBytes: Int? = nil) -> Run {
    onLargeStack { OracleSession(codeBytes: codeBytes).run(program.text) } ?? Run()
  }

  private static func onLargeStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value? {
    let result = Box<Value>()
    let thread = Thread {
      result.value = body()
      result.done.signal()
    }
    thread.stackSize = 256 << 20
    thread.start()
    result.done.wait()
    return result.value
  }

  private final class Box<Value>: @unchecked Sendable {
    var value: Value?
    let done = DispatchSemaphore(value: 0)
  }

  /// What a session shows, cell by cell: output, `= ` the result, `! ` what was wrong.
  private static func transcript(_ program: Corpus.Program) -> String {
    let session = OracleSession()
    return program.text.components(separatedBy: "//---\n").map { cell in
      let run = session.run(cell)
      let faults = (run.failure.map { [$0] } ?? []) + run.diagnostics
      return run.output + (run.result.map { "= \($0)\n" } ?? "") + faults.map { "! \($0)\n" }.joined()
    }.joined(separator: "---\n").replacing(/\d+ calls are nested/, with: "many calls are nested")
  }

  /// One checker and machine, as a notebook's session has them.
  private final class OracleSession {
    private let host = RecordingHost()
    private let checker = Checker()
    private let machine: Machine
    private var count = 0

    init(codeBytes: Int? = nil) {
      var limits = Machine.Limits()
      if let codeBytes { limits.codeBytes = codeBytes }
      machine = Machine(host: host, limits: limits)
      machine.lookup = { [unowned checker] name in checker.nominal(named: name) }
      checker.declareModule(library, name: "Swift")
    }

    func run(_ text: String) -> Run {
      count += 1
      let before = host.output.utf8.count
      let file = SourceFile(name: "cell \(count)", cell: count, text: text)
      let parsed = Parser.parse(file)
      var run = Run()
      var diagnostics = parsed.diagnostics
      if !parsed.hasErrors {
        let checked = checker.check(parsed.statements, file: file)
        diagnostics += checked.diagnostics
        if let function = checked.function {
          do throws(RuntimeFailure) {
            try machine.run(function) { [machine] in run.result = machine.describe($0, debug: true) }
          } catch { run.failure = error.message }
        }
      }
      run.diagnostics = diagnostics.filter { $0.message.severity == .error }.map {
        let (line, column) = file.position(at: Int($0.range.start))
        return "\(line):\(column): \($0.message.text)"
      }
      run.output = String(decoding: host.output.utf8.dropFirst(before), as: UTF8.self)
      return run
    }
  }

  private static func record(_ program: Corpus.Program, _ suffix: String) -> String? {
    try? String(contentsOfFile: program.path.dropLast("swift".count) + suffix, encoding: .utf8)
  }

  private static func compare(_ program: Corpus.Program, _ body: (Run) -> Void) {
    let run = run(program)
    if differences.contains(program.name) {
      withKnownIssue { body(run) }
    } else {
      body(run)
    }
  }

  @Test func `the recorded suites are there`() {
    #expect(Self.programs(nil).count >= 300)
    #expect(Self.programs("diagnostics/").count + Self.programs("traps/").count >= 120)
    #expect(Self.programs("sessions/").count >= 15)
    #expect(Self.differences.isSubset(of: Corpus.programs.map(\.name)))
  }

  @Test(arguments: programs(nil))
  func `a program prints what swiftc's prints`(program: Corpus.Program) throws {
    let expected = try #require(Self.record(program, "out"))
    Self.compare(program) { run in
      #expect(run.diagnostics == [])
      #expect(run.failure == nil)
      #expect(run.output == expected)
    }
  }

  /// Where there is no translator for the processor, the machine's loop runs everything; where there is no more room for
  /// code, it runs what is compiled late. A share of the programs.
  @Test(arguments: programs(nil).enumerated().filter { $0.offset % 12 == 0 || $0.element.name.contains("edges") }.map(\.element))
  func `the loop prints it too, alone and with some functions translated`(program: Corpus.Program) throws {
    let expected = try #require(Self.record(program, "out"))
    for codeBytes in [0, 8192] {
      let run = Self.run(program, codeBytes: codeBytes)
      #expect(run.failure == nil, "\(codeBytes)")
      #expect(run.output == expected, "\(codeBytes)")
    }
  }

  @Test(arguments: programs("traps/"))
  func `a trap is an error here, after what was printed before it`(program: Corpus.Program) throws {
    let output = try #require(Self.record(program, "out"))
    let sentence = try #require(Self.record(program, "trap")).trimmingCharacters(in: .whitespacesAndNewlines)
    Self.compare(program) { run in
      #expect(run.diagnostics == [])
      #expect(run.output == output)
      #expect(run.failure != nil)
      // The processor's own traps, for overflow, say nothing; addresses differ from run to run.
      for part in Self.withoutAddresses(Self.asInCells(sentence)) where !part.isEmpty {
        #expect(run.failure?.contains(part) ?? false, "\(run.failure ?? "") instead of \(sentence)")
      }
    }
  }

  /// A sentence of a process that ends as cells say it, which live on.
  private static func asInCells(_ sentence: String) -> String {
    let uncaught = "Fatal error: Error raised at top level: "
    if sentence.hasPrefix(uncaught) {
      // `main.E.bad(3)` is described as `bad(3)`.
      let description = sentence.dropFirst(uncaught.count)
      let path = description.prefix { $0 != "(" }
      return String(description.dropFirst(path.lastIndex(of: ".").map { path[...$0].count } ?? 0))
    }
    return sentence.hasPrefix("Fatal error: ") ? String(sentence.dropFirst("Fatal error: ".count)) : sentence
  }

  /// The parts of a sentence around what no other run repeats: `0x5600703267b0`, and the numbers of types in brackets.
  private static func withoutAddresses(_ sentence: String) -> [String] {
    var parts = [""]
    for word in sentence.split(separator: " ") {
      if word.contains("0x") {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return parts
  }

  @Test(arguments: programs("diagnostics/"))
  func `an ill-formed program is told as swiftc tells it`(program: Corpus.Program) throws {
    let expected = try #require(Self.record(program, "err")).split(separator: "\n").map(String.init)
    Self.compare(program) { run in
      // Which of several errors comes first differs from run to run of swiftc; none is told that it does not tell.
      #expect(run.diagnostics.first.map(expected.contains) == true, "\(run.diagnostics.first ?? "nothing") instead of \(expected)")
      let lines = Set(expected.map { $0.prefix { $0 != ":" } })
      #expect(run.diagnostics.filter { !lines.contains($0.prefix { $0 != ":" }) } == [])
    }
  }

  @Test(arguments: programs("sessions/"))
  func `cells of a session see what they should`(program: Corpus.Program) throws {
    let expected = try #require(Self.record(program, "out"))
    #expect(Self.onLargeStack { Self.transcript(program) } == expected)
  }
}
