package import Rendering

/// One of the sockets on which requests come.
package enum Channel: String, CaseIterable, Sendable { case control, stdin, shell }

/// A request that was found genuine.
package struct Request: Sendable {
  package let channel: Channel
  let identities: [[UInt8]]
  /// The header as it came: the parent of every message that this request causes.
  let header: [UInt8]
  package let id: String
  package let type: String
  package let content: JSON
  /// The id of the message that this one answers (an `input_reply`), if it says so.
  let parentID: String?
  /// An earlier cell failed while this one was waiting.
  var isAborted = false

  /// Reads a message; nil where its header or content is not what the protocol says.
  init?(_ message: WireMessage, on channel: Channel) {
    guard let header = try? JSON(parsing: message.parts.header),
      case .string(let id)? = header["msg_id"], case .string(let type)? = header["msg_type"],
      case .string? = header["session"],
      let content = try? JSON(parsing: message.parts.content), case .object = content
    else { return nil }
    self.channel = channel
    identities = message.identities
    self.header = message.parts.header
    self.id = id
    self.type = type
    self.content = content
    if case .string(let id)? = (try? JSON(parsing: message.parts.parent))?["msg_id"] {
      parentID = id
    } else {
      parentID = nil
    }
  }

  // MARK: - Fields

  func string(_ key: String) throws(RequestError) -> String {
    guard case .string(let value)? = content[key] else { throw RequestError(field: key, wanted: "a string") }
    return value
  }

  func int(_ key: String) throws(RequestError) -> Int {
    guard let value = try optionalInt(key) else { throw RequestError(field: key, wanted: "a whole number") }
    return value
  }

  /// A number that may be missing or null.
  func optionalInt(_ key: String) throws(RequestError) -> Int? {
    switch content[key] {
    case nil, .null?: return nil
    case .int(let value)?: return value
    case .double(let value)?: if let value = Int(exactly: value) { return value }
    default: break
    }
    throw RequestError(field: key, wanted: "a whole number")
  }

  func bool(_ key: String, default value: Bool) throws(RequestError) -> Bool {
    switch content[key] {
    case nil, .null?: return value
    case .bool(let value)?: return value
    default: throw RequestError(field: key, wanted: "true or false")
    }
  }
}

/// A request whose content is not what its type demands.
struct RequestError: Error {
  let field: String
  let wanted: String
}
