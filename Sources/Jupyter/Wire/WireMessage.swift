/// A message as its frames: who it is for, its signature, four parts of JSON, and binary buffers.
///
///     [identity…] <IDS|MSG> signature header parent_header metadata content [buffer…]
package struct WireMessage: Sendable {
  /// The four signed parts.
  package struct Parts: Sendable {
    package var header: [UInt8]
    package var parent: [UInt8]
    package var metadata: [UInt8]
    package var content: [UInt8]

    package init(header: [UInt8], parent: [UInt8], metadata: [UInt8], content: [UInt8]) {
      self.header = header
      self.parent = parent
      self.metadata = metadata
      self.content = content
    }
  }

  /// The way back through the sockets, echoed on a reply; on IOPub one frame with the topic.
  package var identities: [[UInt8]]
  package var parts: Parts
  package var buffers: [[UInt8]]

  package static let delimiter = Array("<IDS|MSG>".utf8)
  package static let emptyObject = Array("{}".utf8)

  package init(identities: [[UInt8]], parts: Parts, buffers: [[UInt8]] = []) {
    self.identities = identities
    self.parts = parts
    self.buffers = buffers
  }

  /// Why frames are no message of ours.
  package enum Fault: Error, Sendable, CustomStringConvertible {
    case malformed
    case unsigned
    case forged
    case replayed

    package var description: String {
      switch self {
      case .malformed: "its frames are not those of a message"
      case .unsigned: "it is not signed"
      case .forged: "its signature is wrong"
      case .replayed: "it was sent before"
      }
    }
  }

  /// Reads frames and checks their signature, before any of their content is looked at.
  package init(frames: [[UInt8]], signature: Signature) throws(Fault) {
    try self.init(frames: frames, signature: signature) { _ in true }
  }

  init(
    frames: [[UInt8]], signature: Signature, admit: (Signature.Digest) -> Bool
  ) throws(Fault) {
    guard let split = frames.firstIndex(of: Self.delimiter), frames.count >= split + 6 else { throw .malformed }
    identities = Array(frames[..<split])
    let claimed = frames[split + 1]
    parts = Parts(
      header: frames[split + 2], parent: frames[split + 3], metadata: frames[split + 4], content: frames[split + 5])
    buffers = Array(frames[(split + 6)...])
    guard signature.isRequired else { return }
    if claimed.isEmpty { throw .unsigned }
    guard let digest = signature.verify(claimed, parts) else { throw .forged }
    guard admit(digest) else { throw .replayed }
  }

  /// The frames to send, signed.
  package func frames(signedBy signature: Signature) -> [[UInt8]] {
    identities + [
      Self.delimiter, signature.sign(parts), parts.header, parts.parent, parts.metadata, parts.content,
    ] + buffers
  }
}
