import CZeroMQ
import Glibc
import Session
import Synchronization

/// A kernel on the five sockets of a connection file.
///
/// Every socket belongs to one thread: the caller of `serve` has shell, control and stdin, the publisher has IOPub, and
/// the heartbeat its own, so that it beats whatever the others do. Other threads hand over frames and ring a bell.
package final class Server: Transport {
  private let context: Context
  private let sockets: [Channel: Socket]
  private let iopub: Socket
  private let heartbeat: Socket
  private let socketFiles: [String]
  private let outgoing = Mutex<[(frames: [[UInt8]], channel: Channel)]>([])
  private let requestBell: Bell
  private let publisherBell: Bell
  private let isStopping = Atomic(false)

  /// Why a kernel cannot be served, in a sentence.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Binds the five sockets.
  package init(_ connection: ConnectionFile) throws(Failure) {
    do throws(SocketError) {
      requestBell = try Bell()
      publisherBell = try Bell()
      let context = try Context()
      func bound(_ kind: Int32, _ port: ConnectionFile.Port) throws(SocketError) -> Socket {
        let socket = try Socket(kind, in: context)
        // A client that reconnects under its old identity takes its place again.
        if kind == ZMQ_ROUTER { socket.set(ZMQ_ROUTER_HANDOVER, 1) }
        // Subscriptions wait for `greet`. If ZeroMQ made them valid by itself, as it may within any send, a subscriber
        // could get a message before its greeting; and only the first subscriber of all would be noticed.
        if kind == ZMQ_XPUB { socket.set(ZMQ_XPUB_MANUAL, 1) }
        if let curve = connection.curve { try socket.secure(curve) }
        try socket.bind(connection.endpoint(port), port.rawValue)
        return socket
      }
      // Others may not even connect to the files of ipc sockets.
      let mask = umask(0o077)
      defer { umask(mask) }
      self.context = context
      socketFiles = connection.socketFiles
      sockets = [
        .shell: try bound(ZMQ_ROUTER, .shell), .control: try bound(ZMQ_ROUTER, .control),
        .stdin: try bound(ZMQ_ROUTER, .stdin),
      ]
      iopub = try bound(ZMQ_XPUB, .iopub)
      heartbeat = try bound(ZMQ_REP, .hb)
    } catch {
      throw Failure(description: error.description)
    }
  }

  // MARK: - Transport

  package func send(_ frames: [[UInt8]], on channel: Channel) {
    outgoing.withLock { $0.append((frames, channel)) }
    requestBell.ring()
  }

  package func wakePublisher() { publisherBell.ring() }

  package func stop() {
    isStopping.store(true, ordering: .releasing)
    requestBell.ring()
  }

  // MARK: - Serving

  /// Serves the kernel until it is shut down or whoever started it is gone.
  package func serve(_ kernel: Kernel) throws(Failure) {
    guard let beating = Thread.start({ [self] in beat() }),
      let publishing = Thread.start(stack: 4 << 20, { [self] in publish(kernel) }),
      kernel.start()
    else { throw Failure(description: Thread.refusal) }
    takeRequests(kernel)
    kernel.outbox.finish()
    publishing.join()
    for socket in sockets.values { socket.close() }
    context.shutdown()
    beating.join()
    context.end()
    for file in socketFiles { unlink(file) }
  }

  private func takeRequests(_ kernel: Kernel) {
    // In the order of urgency: an interrupt does not wait behind a thousand cells.
    let order = Channel.allCases
    let receivers = order.compactMap { channel in sockets[channel].map { (channel, $0) } }
    var poll = Poll(receivers.map(\.1), requestBell)
    var parent = ParentWatch()
    while !isStopping.load(ordering: .acquiring) {
      poll.wait(milliseconds: ParentWatch.intervalMilliseconds)
      requestBell.silence()
      sendOutgoing()
      if parent.isGone() { kernel.stop() }
      receiving: while !isStopping.load(ordering: .acquiring) {
        for (channel, socket) in receivers {
          if let frames = socket.receive() {
            kernel.receive(frames, on: channel)
            continue receiving
          }
        }
        break
      }
    }
    sendOutgoing()
  }

  private func sendOutgoing() {
    let messages = outgoing.withLock { queue in
      defer { queue = [] }
      return queue
    }
    for message in messages { sockets[message.channel]?.send(message.frames) }
  }

  private func publish(_ kernel: Kernel) {
    defer { iopub.close() }
    var poll = Poll([iopub], publisherBell)
    var next: Instant?
    while true {
      poll.wait(milliseconds: next?.millisecondsLeft ?? -1)
      publisherBell.silence()
      greet(kernel)
      let (messages, due, isFinished) = kernel.publications()
      for message in messages {
        greet(kernel)
        iopub.send(message)
      }
      if isFinished { return }
      next = due
    }
  }

  /// Lets new subscribers in, each with its greeting. The others get that too, which does no harm.
  private func greet(_ kernel: Kernel) {
    while let frame = iopub.receive()?.first {
      let topic = Array(frame.dropFirst())
      switch frame.first {
      case 0: iopub.unsubscribe(topic)
      case 1:
        iopub.subscribe(topic)
        if let welcome = kernel.welcome(topic: topic) { iopub.send(welcome) }
      default: break
      }
    }
  }

  private func beat() {
    while let frames = heartbeat.receive(waiting: true) { heartbeat.send(frames) }
    heartbeat.close()
  }
}

/// Notices that whoever started the kernel is gone, which leaves nobody to shut it down.
private struct ParentWatch {
  static let intervalMilliseconds = 1_000

  private let parent = getppid()
  private var due = Instant.now.adding(milliseconds: intervalMilliseconds)

  /// Looks once a second. An orphan gets a new parent, not always number 1; a kernel that was started by number 1, as in
  /// a container, has nothing to watch.
  mutating func isGone() -> Bool {
    guard parent != 1, due <= .now else { return false }
    due = Instant.now.adding(milliseconds: Self.intervalMilliseconds)
    return getppid() != parent
  }
}
