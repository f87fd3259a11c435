import Rendering
import ScriptedInterpreter
import Testing

@testable import Jupyter
@testable import Session

@Suite struct KernelTests {
  private let loopback = Loopback(key: "key")
  private let kernel: Kernel

  init() throws {
    let session = Session(history: InputHistory(folder: nil)) { ScriptedInterpreter() }
    kernel = Kernel(session: session, key: "key", transport: loopback)
    try #require(loopback.serve(kernel))
  }

  /// One request of each type, which the kernel answers without complaint.
  private static let samples: [String: JSON] = [
    "kernel_info_request": [:],
    "execute_request": ["code": "1 + 1"],
    "complete_request": ["code": "prin", "cursor_pos": 4],
    "inspect_request": ["code": "print", "cursor_pos": 5],
    "is_complete_request": ["code": "1"],
    "history_request": ["hist_access_type": "tail", "n": 3],
    "comm_info_request": [:],
    "comm_open": ["comm_id": "c", "target_name": "t", "data": [:]],
    "comm_msg": ["comm_id": "c", "data": [:]],
    "comm_close": ["comm_id": "c", "data": [:]],
    "interrupt_request": [:],
    "shutdown_request": ["restart": false],
  ]

  @Test func everyTypeOfRequestHasASample() {
    #expect(Set(Route.table.map(\.type)) == Set(Self.samples.keys))
  }

  @Test(arguments: Route.table.map(\.type), [Channel.shell, .control])
  func everyRequestIsAnsweredBetweenBusyAndIdle(_ type: String, _ channel: Channel) throws {
    let route = try #require(Route.named(type))
    let id = loopback.request(type, Self.samples[type] ?? [:], on: channel, to: kernel)
    let answers = loopback.answers(to: id)
    let published = answers.filter { $0.channel == nil }
    #expect(published.first?.content == ["execution_state": "busy"])
    #expect(published.last?.content == ["execution_state": "idle"])
    let replies = answers.filter { $0.channel != nil }
    #expect(replies.map(\.type) == [route.replyType].compactMap { $0 })
    #expect(replies.allSatisfy { $0.channel == channel })
    if case .string(let status)? = replies.first?.content["status"] { #expect(["ok", "complete"].contains(status)) }
  }

  /// Content of every wrong kind: an error, or an answer, but always one.
  @Test(arguments: Route.table.map(\.type).filter { $0 != "shutdown_request" })
  func everyRequestSurvivesWrongContent(_ type: String) {
    let wrong: [JSON] = [nil, 1.5, -1, .int(.max), .int(.min), "text", [], [:], [[1]], true]
    guard case .object(let members)? = Self.samples[type] else { return }
    var contents = members.indices.flatMap { index in
      wrong.map { value in
        var changed = members
        changed[index].value = value
        return JSON.object(changed)
      }
    }
    contents += [[:], ["user_expressions": 3], ["code": "1", "user_expressions": ["a": 3, "b": [:]]]]
    for content in contents {
      let id = loopback.request(type, content, to: kernel)
      #expect(loopback.answers(to: id).contains { $0.content == ["execution_state": "idle"] }, "\(content)")
    }
  }

  /// A picture comes with the size at which to show it, wherever a bundle goes.
  @Test func bundlesKeepWhatFrontEndsAreToldOfThem() {
    var bundle = MIMEBundle(text: "p").adding(.png, "iVBO")
    bundle.metadata = [JSON.Member("image/png", ["height": 20, "width": 30])]
    let contents = [Content.display(bundle, id: nil), Content.display(bundle, id: "a"), Content.result(bundle, count: 1)]
    for content in contents {
      #expect(content["metadata"] == ["image/png": ["height": 20, "width": 30]])
      #expect(content["data"]?["image/png"] == "iVBO")
    }
  }

  @Test func aReplayIsDropped() {
    let (frames, id) = loopback.frames("kernel_info_request", [:])
    kernel.receive(frames, on: .shell)
    kernel.receive(frames, on: .shell)
    kernel.receive(frames, on: .control)
    let last = loopback.request("kernel_info_request", [:], to: kernel)
    #expect(loopback.answers(to: last).count == 3)
    #expect(loopback.received { _ in true }.filter { $0.parentID == id && $0.channel != nil }.count == 1)
  }

  @Test func replyIdleAndOutputsComeInOrder() {
    let id = loopback.request("execute_request", ["code": "print(\"a\")\n1 + 1"], to: kernel)
    let answers = loopback.answers(to: id)
    #expect(
      answers.filter { $0.channel == nil }.map(\.type) == ["status", "execute_input", "stream", "execute_result", "status"])
    #expect(answers.contains { $0.type == "execute_reply" })
  }

  @Test func cellsThatWaitBehindAnErrorAreAborted() {
    let failing = loopback.request("execute_request", ["code": "missing"], to: kernel)
    let waiting = (0..<3).map { _ in loopback.request("execute_request", ["code": "1"], to: kernel) }
    let statuses = ([failing] + waiting).map { id in
      loopback.answers(to: id).first { $0.type == "execute_reply" }?.content["status"]
    }
    #expect(statuses == ["error", "aborted", "aborted", "aborted"])
  }
}
