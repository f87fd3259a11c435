import Rendering
package import Session
import Synchronization

/// The kernel, without its sockets: it takes the frames of requests and gives the frames of what to send.
///
/// Requests are answered in one of three places (`Lane`): cells on a thread of their own, in order; what looks at names
/// without running anything on a second one, also while a cell runs; everything else at once. Every request is wrapped
/// in busy and idle by `answer`, whatever its handler does.
package final class Kernel: Sendable {
  package let session: Session
  package let outbox: Outbox
  let cells = RequestQueue()
  let input = InputDesk()
  private let assists = RequestQueue()
  private let author = Author()
  private let signature: Signature
  private let replays = Mutex(ReplayGuard())
  private let transport: any Transport
  private let isStopping = Atomic(false)
  /// Messages that were dropped; the first few are told on stderr.
  private let dropped = Atomic(0)

  package init(session: Session, key: String, transport: any Transport) {
    self.session = session
    self.transport = transport
    signature = Signature(key: key)
    outbox = Outbox { transport.wakePublisher() }
  }

  /// Starts the threads that answer; false where the system gives none.
  package func start() -> Bool {
    outbox.publish("status", Content.status("starting"), parent: WireMessage.emptyObject)
    let cellThread = Thread.start(stack: Thread.cellStack) { [self] in
      session.open()
      while let request = cells.next() { answer(request) }
    }
    let assistThread = Thread.start(stack: 16 << 20) { [self] in
      while let request = assists.next() { answer(request) }
    }
    return cellThread != nil && assistThread != nil
  }

  /// Takes the frames that came on a channel.
  package func receive(_ frames: [[UInt8]], on channel: Channel) {
    do throws(WireMessage.Fault) {
      let message = try WireMessage(frames: frames, signature: signature) { digest in
        replays.withLock { $0.admit(digest) }
      }
      guard let request = Request(message, on: channel) else { return drop(channel, "its JSON is not that of a message") }
      dispatch(request)
    } catch {
      drop(channel, error.description)
    }
  }

  private func dispatch(_ request: Request) {
    if request.channel == .stdin {
      guard request.type == "input_reply" else { return drop(.stdin, "only an input_reply may come there") }
      let value: String = if case .string(let value)? = request.content["value"] { value } else { "" }
      return input.answer(value, to: request.parentID)
    }
    switch Route.named(request.type)?.lane ?? .immediate {
    case .immediate: answer(request)
    case .assist: assists.append(request)
    case .cell: cells.append(request)
    }
  }

  /// Answers a request, between its busy and its idle.
  private func answer(_ request: Request) {
    let route = Route.named(request.type)
    let isCell = route?.lane == .cell
    outbox.begin(request.header, isCell: isCell)
    defer { outbox.end(request.header, isCell: isCell) }
    guard let route else { return drop(request.channel, "its type is unknown") }
    var content: JSON?
    do throws(RequestError) {
      content = try route.answer(request, self)
    } catch {
      let message = "\(request.type) needs '\(error.field)', \(error.wanted)"
      let reply = Content.errorReply(CellFailure(name: "RequestError", message: message))
      content = Content.joined(reply, ["execution_count": .int(session.count)])
    }
    if let content, let type = route.replyType { send(type, content, to: request, on: request.channel) }
  }

  private func drop(_ channel: Channel, _ reason: String) {
    let count = dropped.wrappingAdd(1, ordering: .relaxed).newValue
    guard count <= 10 else { return }
    Diagnostics.note("dropped a message on \(channel.rawValue): \(reason)\(count == 10 ? "; further ones go untold" : "")")
  }

  /// Sends a message to the one who made a request; gives its id.
  @discardableResult
  func send(_ type: String, _ content: JSON, to request: Request, on channel: Channel) -> String {
    let header = author.header(type)
    let parts = WireMessage.Parts(
      header: header.bytes, parent: request.header, metadata: WireMessage.emptyObject, content: content.utf8)
    let message = WireMessage(identities: request.identities, parts: parts)
    transport.send(message.frames(signedBy: signature), on: channel)
    return header.id
  }

  /// The frames to publish now.
  package func publications() -> (messages: [[[UInt8]]], next: Instant?, isFinished: Bool) {
    let (publications, next, isFinished) = outbox.take()
    return (publications.map(frames), next, isFinished)
  }

  /// The greeting of a new subscriber, by which it knows that it misses nothing from now on.
  package func welcome(topic: [UInt8]) -> [[UInt8]]? {
    guard let text = String(validating: topic, as: UTF8.self) else { return nil }
    let welcome = Outbox.Publication(
      type: "iopub_welcome", parent: WireMessage.emptyObject, content: ["subscription": .string(text)])
    return frames(welcome, topic: topic)
  }

  private func frames(_ publication: Outbox.Publication) -> [[UInt8]] {
    frames(publication, topic: Array("kernel.\(author.session).\(publication.type)".utf8))
  }

  private func frames(_ publication: Outbox.Publication, topic: [UInt8]) -> [[UInt8]] {
    let parts = WireMessage.Parts(
      header: author.header(publication.type).bytes, parent: publication.parent, metadata: WireMessage.emptyObject,
      content: publication.content.utf8)
    return WireMessage(identities: [topic], parts: parts).frames(signedBy: signature)
  }

  /// Stops the running cell; nothing happens without one.
  package func interrupt() { session.interrupt { input.interrupt() } }

  /// Ends the kernel: what was said is still sent, a running cell is stopped.
  package func stop() {
    guard !isStopping.exchange(true, ordering: .relaxed) else { return }
    cells.close()
    assists.close()
    input.close()
    session.interrupt()
    transport.stop()
  }
}
