import Testing

@testable import Nabla
@testable import Rendering

/// A sink that remembers.
final class RecordingSink: OutputSink {
  enum Event: Equatable {
    case write(String, OutputStream)
    case display(String, id: String?)
    case update(String, id: String)
    case clear(wait: Bool)
  }
  var events: [Event] = []

  func write(_ text: String, to stream: OutputStream) { events.append(.write(text, stream)) }
  func display(_ bundle: MIMEBundle, id: String?) { events.append(.display(bundle.text, id: id)) }
  func update(_ bundle: MIMEBundle, id: String) { events.append(.update(bundle.text, id: id)) }
  func clear(wait: Bool) { events.append(.clear(wait: wait)) }
}

private struct Words: Displayable {
  var text: String
  var bundle: MIMEBundle { MIMEBundle(text: text) }
}

/// The sink is one for the whole program, so these tests take turns.
@Suite("Where output goes", .serialized)
struct OutputTests {
  private func record(_ body: () -> Void) -> [RecordingSink.Event] {
    let sink = RecordingSink()
    let before = Output.sink
    Output.sink = sink
    defer { Output.sink = before }
    body()
    return sink.events
  }

  @Test func liveDisplaysAreThrottledAndTheLastStays() {
    let events = record {
      display(Words(text: "0"), id: "t1")
      for step in 1...100_000 { updateDisplay(Words(text: "\(step)"), id: "t1") }
      Output.flush()
    }
    #expect(events.first == .display("0", id: "t1"))
    #expect(events.last == .update("100000", id: "t1"))
    #expect(events.count < 60, "100,000 updates came through as \(events.count)")
  }

  @Test func progressShowsItsEndAndWhereItWasLeft() {
    let all = record {
      for _ in progress(1...5) {}
      Output.flush()
    }
    #expect(Self.text(all.last).contains("5 of 5"))
    let left = record {
      for step in progress(1...5) where step == 3 { break }
      Output.flush()
    }
    #expect(Self.text(left.last).contains("2 of 5") && Self.text(left.last).contains("stopped"))
  }

  private static func text(_ event: RecordingSink.Event?) -> String {
    switch event {
    case .update(let text, _), .display(let text, _): text
    default: ""
    }
  }

  @Test func theFunctionsOfCells() {
    let events = record {
      display(html: "<b>x</b>")
      display(latex: "x^2")
      display(markdown: "*x*")
      printError("careful")
      clearOutput(wait: true)
    }
    #expect(
      events == [
        .display("x", id: nil), .display("x^2", id: nil), .display("*x*", id: nil), .write("careful\n", .stderr),
        .clear(wait: true),
      ])
  }

  @Test func liveCurveIsOneDisplay() {
    let events = record {
      let history = History()
      history.showLive()
      for epoch in 1...2000 { history.record(epoch: epoch, loss: 1 / Double(epoch)) }
      Output.flush()
    }
    #expect(events.count >= 2)
    #expect(events.allSatisfy { if case .write = $0 { false } else { true } })
  }

  @Test func terminalWritesOverWhatItShowed() {
    var written = ""
    let sink = TerminalSink(isInteractive: true) { text, _ in written += text }
    sink.display(MIMEBundle(text: "a\nb"), id: "x")
    sink.update(MIMEBundle(text: "c"), id: "x")
    #expect(written == "a\nb\n\u{1B}[2A\u{1B}[Jc\n")
  }

  @Test func fileGetsTheLastStateOnly() {
    var written = ""
    let sink = TerminalSink(isInteractive: false) { text, _ in written += text }
    sink.display(MIMEBundle(text: "0%"), id: "x")
    for percent in 1...100 { sink.update(MIMEBundle(text: "\(percent)%"), id: "x") }
    sink.write("done\n", to: .stdout)
    #expect(written == "100%\ndone\n")
  }
}
