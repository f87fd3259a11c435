import Rendering
import Testing

@testable import Session

@Suite("Running notebooks") struct NotebookRunTests {
  @Test func outputsOfACellAreKeptInOrder() throws {
    let run = self.run(["print a", "error b", "print c", "display x d", "value e"].joined(separator: "\n"))
    #expect(
      run.notebook.cells[0].outputs == [
        .stream(.stdout, "a\n"), .stream(.stderr, "b\n"), .stream(.stdout, "c\n"), .display(MIMEBundle(text: "d")),
        .result(MIMEBundle(text: "e"), count: 1),
      ])
    #expect(run.notebook.cells[0].executionCount == 1 && run.failed == nil)
  }

  @Test func printsGoIntoOneStream() {
    let run = self.run("print a\nprint b\nprint c")
    #expect(run.notebook.cells[0].outputs == [.stream(.stdout, "a\nb\nc\n")])
  }

  @Test func updatesReachDisplaysOfEarlierCells() {
    let run = self.run("display x old\ndisplay y other", "update x new")
    #expect(
      run.notebook.cells[0].outputs == [.display(MIMEBundle(text: "new")), .display(MIMEBundle(text: "other"))])
    #expect(run.notebook.cells[1].outputs == [])
  }

  @Test func clearTakesBackWhatTheCellShowed() {
    let run = self.run("print a\nclear", "print b\nclear wait", "print c\nclear wait\nprint d")
    #expect(run.notebook.cells.map(\.outputs) == [[], [.stream(.stdout, "b\n")], [.stream(.stdout, "d\n")]])
  }

  @Test func aFailureEndsTheRun() {
    let run = self.run("print a", "fail", "print c")
    #expect(run.ranCount == 2 && run.failed?.id == "cell-2")
    #expect(run.notebook.cells[1].outputs == [.error(name: "Trap", message: "m", traceback: ["t"])])
    #expect(run.notebook.cells[2].outputs == [] && run.notebook.cells[2].executionCount == nil)
  }

  @Test func emptyCellsAndTextAreNoCells() {
    var notebook = self.notebook("print a", " \n", "print b")
    notebook.cells.insert(Notebook.Cell(id: "text", kind: .markdown, source: "print x"), at: 1)
    let run = self.run(notebook)
    #expect(run.notebook.cells.map(\.executionCount) == [1, nil, nil, 2])
  }

  @Test func theSameOutputsCompareAsEqual() {
    let ran = run("print a\ndisplay x d\nvalue e")
    let comparison = OutputComparison(saved: ran.notebook, run: ran)
    #expect(comparison.differences.isEmpty && comparison.comparedCount == 1)
  }

  @Test(
    "A difference is told with its place",
    arguments: [
      ("print a\nprint b", "print a\nprint c", "output 1, stdout, line 2: saved 'b', now 'c'"),
      ("print a", "error a", "output 1, stdout saved, stderr now"),
      ("print a", "print a\nvalue b", "1 output saved, 2 now"),
      ("value a", "value b", "output 1, text/plain, line 1: saved 'a', now 'b'"),
      ("value a", "fail", "output 1, a result saved, the error Trap now"),
      ("print a", "print a\nprint b", "output 1, stdout, line 2: saved '', now 'b'"),
    ])
  func differencesAreTold(saved: String, now: String, expected: String) {
    let comparison = OutputComparison(saved: run(saved).notebook, run: run(now))
    #expect(comparison.differences.map(\.description) == [expected])
  }

  @Test func exemptCellsAreNotCompared() {
    var saved = run("print a").notebook
    saved.cells[0].metadata = ["tags": ["no-check"]]
    let comparison = OutputComparison(saved: saved, run: run("print b"))
    #expect(comparison.differences.isEmpty && comparison.comparedCount == 0)
  }

  @Test func liveDisplaysCountAsPresent() {
    let saved = run("display bar 0s\nupdate bar 3s").notebook
    #expect(OutputComparison(saved: saved, run: run("display bar 0s\nupdate bar 4s")).differences.isEmpty)
    #expect(!OutputComparison(saved: saved, run: run("display bar 4s")).differences.isEmpty)
  }

  /// The machine's fonts draw pictures; the data they are drawn from is compared instead.
  @Test func picturesCountAsPresent() {
    let saved = { (picture: String) in self.run("chart 1 \(picture)").notebook }
    #expect(OutputComparison(saved: saved("a"), run: run("chart 1 b")).differences.isEmpty)
    #expect(!OutputComparison(saved: saved("a"), run: run("chart 2 a")).differences.isEmpty)
  }

  // MARK: -

  private func notebook(_ cells: String...) -> Notebook { notebook(cells) }

  private func notebook(_ cells: [String]) -> Notebook {
    Notebook(cells: cells.enumerated().map { Notebook.Cell(id: "cell-\($0 + 1)", kind: .code, source: $1) })
  }

  private func run(_ cells: String...) -> NotebookRun { run(notebook(cells)) }

  private func run(_ notebook: Notebook) -> NotebookRun {
    let session = Session(history: InputHistory(folder: nil)) { LineByLineInterpreter() }
    session.open()
    var run = NotebookRun(notebook, in: session, recorder: OutputRecorder())
    run.run()
    return run
  }
}

/// An interpreter whose cells are lists of outputs: `print a`, `display id a`, `value a`, `fail`…
private final class LineByLineInterpreter: Interpreter {
  func run(_ cell: CellSource, io: any CellIO) -> CellOutcome {
    for line in cell.text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "print": io.write(words[1] + "\n", to: .stdout)
      case "error": io.write(words[1] + "\n", to: .stderr)
      case "display": io.display(MIMEBundle(text: words[2]), id: words[1])
      case "update": io.update(MIMEBundle(text: words[2]), id: words[1])
      case "clear": io.clear(wait: words.count > 1)
      case "chart":
        let data: JSON = ["data": .string(words[1])]
        io.display(MIMEBundle(text: "").adding(.svg, .string(words[2])).adding(.vegaLite, data), id: nil)
      case "value": return .finished(MIMEBundle(text: words[1]))
      default: return .failed(CellFailure(name: "Trap", message: "m", traceback: ["t"]))
      }
    }
    return .finished(nil)
  }

  func evaluate(_ expression: String, io: any CellIO) -> CellOutcome { .finished(nil) }
  func complete(_ source: String, at cursor: Int) -> CompletionList { CompletionList(start: 0, end: 0, items: []) }
  func inspect(_ source: String, at cursor: Int, detail: Int) -> MIMEBundle? { nil }
  func completeness(of source: String) -> Completeness { .complete }
  func interrupt() {}
  func clearInterrupt() {}
  func names() -> [SessionName] { [] }
  func reset() {}
}
