/// What carries messages to and from a kernel: sockets, or a loopback in tests.
package protocol Transport: AnyObject, Sendable {
  /// Sends a reply or a question; called on any thread.
  func send(_ frames: [[UInt8]], on channel: Channel)
  /// The kernel has something to publish: ask it for `publications()`. Called on any thread.
  func wakePublisher()
  /// The kernel ends: send what is there, and come to an end. Called on any thread.
  func stop()
}
