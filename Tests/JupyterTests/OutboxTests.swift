import Rendering
import Synchronization
import Testing

@testable import Jupyter
@testable import Session

@Suite struct OutboxTests {
  private let cell = Array("{\"msg_id\":\"cell\"}".utf8)
  private let other = Array("{\"msg_id\":\"other\"}".utf8)

  private func texts(_ outbox: Outbox) -> [String] {
    outbox.take().publications.map { publication in
      if publication.type == "status", case .string(let state)? = publication.content["execution_state"] { return state }
      guard case .string(let text)? = publication.content["text"] else { return publication.type }
      return text
    }
  }

  @Test func textWaitsForMoreUntilSomethingElseComes() {
    let outbox = Outbox {}
    outbox.write("a", to: .stdout, parent: cell)
    outbox.write("b", to: .stdout, parent: cell)
    #expect(texts(outbox).isEmpty)
    outbox.write("c", to: .stderr, parent: cell)
    #expect(texts(outbox) == ["ab"])
    outbox.write("d", to: .stderr, parent: cell)
    outbox.publish("display_data", [:], parent: cell)
    #expect(texts(outbox) == ["cd", "display_data"])
  }

  @Test func textOfTwoCellsIsNotJoined() {
    let outbox = Outbox {}
    outbox.write("a", to: .stdout, parent: cell)
    outbox.write("b", to: .stdout, parent: other)
    outbox.finish()
    #expect(texts(outbox) == ["a", "b"])
  }

  @Test func textIsDueAfterAMoment() throws {
    let outbox = Outbox {}
    outbox.write("late", to: .stdout, parent: cell)
    let next = try #require(outbox.take().next)
    let wait = Monitor(false)
    let none: Bool? = wait.wait(until: next) { $0 ? true : nil }
    #expect(none == nil)
    #expect(texts(outbox) == ["late"])
  }

  @Test func muchTextIsNotHeldBack() {
    let outbox = Outbox {}
    outbox.write(String(repeating: "x", count: Outbox.fullTextBytes), to: .stdout, parent: cell)
    #expect(texts(outbox).count == 1)
  }

  @Test func aLoopThatPrintsWakesRarely() {
    let wakes = Mutex(0)
    let outbox = Outbox { wakes.withLock { $0 += 1 } }
    for _ in 0..<10_000 { outbox.write("x", to: .stdout, parent: cell) }
    #expect(wakes.withLock { $0 } == 1)
  }

  @Test func busyIsSaidAgainWhileACellRuns() {
    let outbox = Outbox {}
    outbox.begin(cell, isCell: true)
    outbox.begin(other, isCell: false)
    outbox.end(other, isCell: false)
    outbox.end(cell, isCell: true)
    outbox.begin(other, isCell: false)
    outbox.end(other, isCell: false)
    #expect(texts(outbox) == ["busy", "busy", "idle", "busy", "idle", "busy", "idle"])
  }
}
