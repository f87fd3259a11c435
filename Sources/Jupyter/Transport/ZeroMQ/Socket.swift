import CZeroMQ
import Glibc
import Synchronization

/// A ZeroMQ context: the owner of its sockets and of the thread that does their input and output.
final class Context: @unchecked Sendable {
  let handle: UnsafeMutableRawPointer

  init() throws(SocketError) {
    guard let handle = zmq_ctx_new() else { throw SocketError("cannot start ZeroMQ") }
    self.handle = handle
  }

  /// Makes every call that waits on one of its sockets return.
  func shutdown() { zmq_ctx_shutdown(handle) }

  /// Waits until what was sent is on its way, one second at most (`Socket.linger`), and frees the context.
  func end() { while zmq_ctx_term(handle) != 0, errno == EINTR {} }
}

/// What ZeroMQ says went wrong.
struct SocketError: Error, CustomStringConvertible {
  let description: String

  init(_ what: String, code: Int32 = zmq_errno()) {
    description = code == 0 ? what : "\(what): \(String(cString: zmq_strerror(code)))"
  }

  init(sentence: String) { description = sentence }
}

/// One ZeroMQ socket. It may be used on one thread only: handed over once, from the thread that binds all sockets to the
/// one that serves this one.
final class Socket: @unchecked Sendable {
  static let linger: Int32 = 1_000
  /// More than any cell or widget sends; a connection that sends more is closed.
  static let largestFrame: Int64 = 256 << 20

  let handle: UnsafeMutableRawPointer

  init(_ kind: Int32, in context: Context) throws(SocketError) {
    guard let handle = zmq_socket(context.handle, kind) else { throw SocketError("cannot make a socket") }
    self.handle = handle
    // Without a limit, a client that went away would keep the process from ending.
    set(ZMQ_LINGER, Self.linger)
    // A reply or an idle that is dropped leaves a cell running for ever; outputs are bounded for each cell instead.
    set(ZMQ_SNDHWM, 0)
    set(ZMQ_RCVHWM, 0)
    set(ZMQ_IPV6, 1)
    // Whoever connects may send before anything is checked.
    var largest = Self.largestFrame
    zmq_setsockopt(handle, ZMQ_MAXMSGSIZE, &largest, MemoryLayout<Int64>.size)
  }

  func set(_ option: Int32, _ value: Int32) {
    var value = value
    zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size)
  }

  /// Encrypts the connection; clients must know the public key. Takes effect for later binds only.
  func secure(_ curve: (publicKey: String, secretKey: String)) throws(SocketError) {
    guard zmq_has("curve") == 1 else {
      throw SocketError(sentence: "the connection file asks for CURVE, which this libzmq was built without")
    }
    set(ZMQ_CURVE_SERVER, 1)
    guard zmq_setsockopt(handle, ZMQ_CURVE_PUBLICKEY, curve.publicKey, curve.publicKey.utf8.count) == 0,
      zmq_setsockopt(handle, ZMQ_CURVE_SECRETKEY, curve.secretKey, curve.secretKey.utf8.count) == 0
    else {
      throw SocketError(sentence: "the CURVE keys of the connection file are not two keys of 40 characters (Z85)")
    }
  }

  func bind(_ endpoint: String, _ name: String) throws(SocketError) {
    guard zmq_bind(handle, endpoint) != 0 else { return }
    guard zmq_errno() == EADDRINUSE else { throw SocketError("cannot listen on \(endpoint) (\(name))") }
    throw SocketError(
      sentence: "\(endpoint) (\(name)) is taken by another program; start the kernel again to get other ports")
  }

  /// Makes the subscription valid that was received last.
  func subscribe(_ topic: [UInt8]) { zmq_setsockopt(handle, ZMQ_SUBSCRIBE, topic, topic.count) }

  /// Ends the subscription whose end was received last.
  func unsubscribe(_ topic: [UInt8]) { zmq_setsockopt(handle, ZMQ_UNSUBSCRIBE, topic, topic.count) }

  /// The frames of the next message; nil where none is waiting, or at all once the context was shut down.
  func receive(waiting: Bool = false) -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var message = zmq_msg_t()
    while true {
      zmq_msg_init(&message)
      defer { zmq_msg_close(&message) }
      guard zmq_msg_recv(&message, handle, waiting || !frames.isEmpty ? 0 : ZMQ_DONTWAIT) >= 0 else {
        if zmq_errno() == EINTR { continue }
        return nil
      }
      frames.append(Array(UnsafeRawBufferPointer(start: zmq_msg_data(&message), count: zmq_msg_size(&message))))
      if zmq_msg_more(&message) == 0 { return frames }
    }
  }

  func send(_ frames: [[UInt8]]) {
    for (index, frame) in frames.enumerated() {
      let flags = index == frames.count - 1 ? 0 : ZMQ_SNDMORE
      while zmq_send(handle, frame, frame.count, flags) < 0 {
        guard zmq_errno() == EINTR else { return }
      }
    }
  }

  func close() { zmq_close(handle) }
}

/// A descriptor that a poll watches and any thread can raise.
final class Bell: Sendable {
  let descriptor: Int32
  private let ringer: Int32
  /// A byte is in the pipe, or the poll is about to look at what it announced.
  private let isRung = Atomic(false)

  init() throws(SocketError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SocketError("cannot make a pipe", code: errno) }
    (descriptor, ringer) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  func ring() {
    guard !isRung.exchange(true, ordering: .acquiringAndReleasing) else { return }
    _ = write(ringer, [1], 1)
  }

  /// Called by the one who polls, before it looks. The byte goes first: a ring in between finds the bell still rung and
  /// writes none, and what it announces is seen by the look that follows.
  func silence() {
    guard isRung.load(ordering: .acquiring) else { return }
    var byte: UInt8 = 0
    while Glibc.read(descriptor, &byte, 1) < 0, errno == EINTR {}
    _ = isRung.exchange(false, ordering: .acquiringAndReleasing)
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(ringer)
  }
}

/// Waits for sockets and a bell.
struct Poll {
  private var items: [zmq_pollitem_t]

  init(_ sockets: [Socket], _ bell: Bell) {
    items = sockets.map { zmq_pollitem_t(socket: $0.handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0) }
    items.append(zmq_pollitem_t(socket: nil, fd: bell.descriptor, events: Int16(ZMQ_POLLIN), revents: 0))
  }

  /// Returns when something came, when the bell rang, or after some milliseconds; −1 waits for ever.
  mutating func wait(milliseconds: Int) { zmq_poll(&items, Int32(items.count), milliseconds) }
}
