import Glibc
import Rendering
import ScriptedInterpreter
import Synchronization
import Testing

@testable import Session

/// What a cell did to the outside.
final class Recorder: CellIO {
  private let text = Mutex("")
  var stdout: String { text.withLock { $0 } }

  func write(_ text: String, to stream: OutputStream) { self.text.withLock { $0 += text } }
  func display(_ bundle: MIMEBundle, id: String?) {}
  func update(_ bundle: MIMEBundle, id: String) {}
  func clear(wait: Bool) {}
  func readLine(prompt: String, password: Bool) throws -> String? { throw CellFailure.noInput }
}

@Suite struct SessionTests {
  private func session() -> Session {
    let session = Session(history: InputHistory(folder: nil)) { ScriptedInterpreter() }
    session.open()
    return session
  }

  private func run(_ code: String, in session: Session) -> (result: CellResult, stdout: String) {
    let recorder = Recorder()
    return (session.run(CellRequest(code: code), io: recorder), recorder.stdout)
  }

  private func failure(_ code: String, in session: Session) -> CellFailure? {
    if case .failed(let failure) = run(code, in: session).result.outcome { failure } else { nil }
  }

  private func value(_ code: String, in session: Session) -> String? {
    if case .finished(let value?) = run(code, in: session).result.outcome { value.text } else { nil }
  }

  @Test func theValueIsThatOfTheLastPart() {
    let session = session()
    #expect(value("1 + 1\n2 + 2", in: session) == "4")
    #expect(value("1 + 1\n%who", in: session) == nil)
    #expect(value("%who\n1 + 1", in: session) == "2")
    #expect(value("%time 1 + 2", in: session) == "3")
    #expect(value("", in: session) == nil)
  }

  @Test func aCellStopsAtItsFirstFailure() {
    let session = session()
    #expect(run("print(\"a\")\n%nothing\nprint(\"b\")", in: session).stdout == "a\n")
    #expect(run("missing\n%who", in: session).stdout == "")
  }

  @Test func everyCommandHasHelpAndIsFoundByCompletion() throws {
    for command in Command.table {
      #expect(!command.help.isEmpty && command.help.hasSuffix("."))
      let list = try #require(Command.complete("1\n%" + command.name.dropLast(), at: 2 + command.name.count))
      #expect(list.start == 2 && list.items.contains { $0.text == "%" + command.name })
      #expect(Command.at(1, in: "%" + command.name)?.name == command.name)
      let help = run("%help %\(command.name)", in: session()).result
      #expect(help.actions == [.page(command.manual)])
    }
    #expect(Set(Command.table.map(\.name)).count == Command.table.count)
  }

  /// Each command, called as it should be and with rubbish: none may do worse than fail.
  @Test(arguments: Command.table.map(\.name))
  func commandsFailInWords(_ name: String) {
    for argument in ["", "0", "-1", "99999999999999999999", "../../etc/passwd", "/etc/passwd", "nothing", "\u{0}", "%"] {
      if name == "timeit", argument != "", Int(argument) != nil { continue }
      if let failure = failure("%\(name) \(argument)", in: session()) {
        #expect(!failure.message.isEmpty && !failure.traceback.isEmpty)
      }
    }
  }

  @Test func seeds() {
    #expect(failure("%seed 42", in: session()) == nil)
    #expect(failure("%seed x", in: session())?.message == "'x' is not a whole number; write it as %seed number")
  }

  @Test func filesOutsideOfTheFolderAreRefused() {
    for path in ["/etc/passwd", "../x", "a/../../x", "/tmp/x", "/proc/self/cwd/../x"] {
      for command in ["save", "load", "export"] {
        let message = failure("let x = 1\n%\(command) \(path)", in: ranOnce())?.message
        #expect(message?.contains("outside the notebook's folder") == true, "\(command) \(path): \(message ?? "no failure")")
      }
    }
  }

  private func ranOnce() -> Session {
    let session = session()
    _ = run("1 + 1", in: session)
    return session
  }

  @Test func names() {
    let session = session()
    #expect(run("%who", in: session).stdout == "No names yet.\n")
    _ = run("let answer = 42\nlet s = \"text\"", in: session)
    #expect(run("%who", in: session).stdout == "answer  Int     42\ns       String  text\n")
    _ = run("%reset", in: session)
    #expect(run("%who", in: session).stdout == "No names yet.\n")
  }

  @Test func whoListsVariablesFunctionsAndTypes() {
    let cell = "let answer = 42\nfunc f(_ x: Int) -> String { \"\" }\nstruct Point { var x = 1 }\nvar p = Point()"
    #expect(
      transcript(of: [cell, "%who"]).text
        == "answer  Int    42\np       Point  Point(x: 1)\n\nfunc f(_ x: Int) -> String\n\nstruct Point\n")
  }

  @Test func aFailureShowsTheCallsThatLedToIt() {
    let text = """
      enum E: Error { case bad(Int) }
      func down(_ n: Int) throws -> Int {
        if n == 0 { throw E.bad(1) }
        return try down(n - 1)
      }
      _ = try [2].map { try down($0) }
      """
    let failures = transcript(of: [text, "func deep(_ n: Int) -> Int { deep(n + 1) + 1 }\ndeep(0)"]).failures
    let traceback = failures.first?.traceback.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    #expect(
      traceback == [
        "E: thrown and not caught: bad(1)",
        "cell 1:3:15, in down\n3 |   if n == 0 { throw E.bad(1) }\n  |               ^~~~~~~~~~~~~~",
        "cell 1:4:14, in down, 2 times\n4 |   return try down(n - 1)\n  |              ^~~~~~~~~~~",
        "cell 1:6:23, in closure\n6 | _ = try [2].map { try down($0) }\n  |                       ^~~~~~~~",
        "cell 1:6:9\n6 | _ = try [2].map { try down($0) }\n  |         ^~~~~~~~~~~~~~~~~~~~~~~~",
      ])
    #expect(failures.last?.traceback.count == 5)
  }

  @Test func history() {
    let session = session()
    _ = run("let a = 1\nlet b = 2", in: session)
    _ = run("a + 3", in: session)
    #expect(run("%history", in: session).stdout == "1     let a = 1\n      let b = 2\n2     a + 3\n3     %history\n")
    #expect(run("%history 1", in: session).stdout == "4     %history 1\n")
    #expect(run("%history a*3", in: session).stdout == "2     a + 3\n")
  }

  @Test func times() {
    #expect(run("%time 1 + 1", in: session()).stdout.contains("processor"))
    #expect(run("%timeit 1 + 1", in: session()).stdout.contains("for one run"))
    #expect([0, 2.5, 0.0123, 12e-6, 3.456e-9, 7200].map(Seconds.text) == ["0.0 ns", "2.5 s", "12.3 ms", "12.0 µs", "3.46 ns", "7200 s"])
  }

  @Test func interruptsReachTheRunningCellOnly() {
    let session = session()
    session.interrupt()
    #expect(value("1 + 1", in: session) == "2")
    let finished = Atomic(false)
    let interrupting = Thread.start {
      while !finished.load(ordering: .relaxed) {
        session.interrupt()
        usleep(500)
      }
    }
    #expect(failure("while true {}", in: session)?.name == "Interrupted")
    finished.store(true, ordering: .relaxed)
    interrupting?.join()
    #expect(value("1 + 1", in: session) == "2")
  }

  @Test func cursorsOutsideOfTheCodeDoNoHarm() {
    let session = session()
    for cursor in [Int.min, -1, 0, 3, 4, 5, .max] {
      _ = session.complete("%who", at: cursor)
      _ = session.complete("prin", at: cursor)
      _ = session.inspect("%who", at: cursor, detail: 1)
      _ = session.inspect("prin", at: cursor, detail: 0)
    }
  }
}
