package import Rendering
import Session

/// A kernel without sockets, and a client for it, in one process: what tests talk to.
package final class Loopback: Transport {
  /// A message that the kernel sent; `channel` is nil for IOPub.
  package struct Received: Sendable {
    package var channel: Channel?
    package var type: String
    package var parentID: String?
    package var content: JSON
  }

  private struct State {
    var received: [Received] = []
    var needsPublishing = false
    var isStopped = false
  }

  private let state = Monitor(State())
  private let signature: Signature
  private let author = Author(username: "client")

  package init(key: String) { signature = Signature(key: key) }

  // MARK: - The kernel's side

  package func send(_ frames: [[UInt8]], on channel: Channel) { take(frames, on: channel) }

  package func wakePublisher() { state.update { $0.needsPublishing = true } }

  package func stop() { state.update { $0.isStopped = true } }

  /// Starts a kernel on this transport.
  package func serve(_ kernel: Kernel) -> Bool {
    let publishing = Thread.start { [self] in
      var next: Instant?
      while true {
        _ = state.wait(until: next) { state in
          defer { state.needsPublishing = false }
          return state.needsPublishing ? true : nil
        }
        let (messages, due, isFinished) = kernel.publications()
        for message in messages { take(message, on: nil) }
        if isFinished { return }
        next = due
      }
    }
    return publishing != nil && kernel.start()
  }

  private func take(_ frames: [[UInt8]], on channel: Channel?) {
    guard let message = try? WireMessage(frames: frames, signature: signature),
      case .string(let type)? = (try? JSON(parsing: message.parts.header))?["msg_type"],
      let content = try? JSON(parsing: message.parts.content)
    else { return }
    let parent = (try? JSON(parsing: message.parts.parent))?["msg_id"]
    let parentID: String? = if case .string(let id)? = parent { id } else { nil }
    state.update { state in
      state.received.append(Received(channel: channel, type: type, parentID: parentID, content: content))
    }
  }

  // MARK: - The client's side

  /// Sends a request; gives its id.
  package func request(_ type: String, _ content: JSON, on channel: Channel = .shell, to kernel: Kernel) -> String {
    let (frames, id) = frames(type, content)
    kernel.receive(frames, on: channel)
    return id
  }

  /// The frames of a request that was not sent yet.
  package func frames(_ type: String, _ content: JSON) -> (frames: [[UInt8]], id: String) {
    let header = author.header(type)
    let parts = WireMessage.Parts(
      header: header.bytes, parent: WireMessage.emptyObject, metadata: WireMessage.emptyObject, content: content.utf8)
    return (WireMessage(identities: [Array("client".utf8)], parts: parts).frames(signedBy: signature), header.id)
  }

  /// Everything received so far, as soon as it satisfies a condition; whatever is there after ten seconds.
  package func received(until isEnough: ([Received]) -> Bool) -> [Received] {
    let deadline = Instant.now.adding(milliseconds: 10_000)
    let found: [Received]? = state.wait(until: deadline) { isEnough($0.received) ? $0.received : nil }
    return found ?? state.withLock { $0.received }
  }

  /// What the kernel sent for one request, up to its idle and, where there is one, its reply.
  package func answers(to id: String) -> [Received] {
    let all = received { messages in
      messages.contains { message in
        message.parentID == id && message.type == "status" && message.content["execution_state"] == "idle"
      }
    }
    return all.filter { $0.parentID == id }
  }
}
