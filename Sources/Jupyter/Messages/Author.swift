import Glibc
import Rendering
import Synchronization

/// Writes the headers of one process's messages: every one has its own id, and all have the process's session, by which
/// a client notices a restart.
package final class Author: Sendable {
  package let session: String
  private let username: String
  private let idPrefix: String
  private let count = Atomic<UInt64>(0)

  /// The version of the protocol, in headers and in the answer to `kernel_info_request`.
  package static let protocolVersion = "5.5"

  package init(username: String = "nabla") {
    session = Self.uuid()
    self.username = username
    idPrefix = "\(session)_\(getpid())_"
  }

  /// The header of a new message, with its id.
  package func header(_ type: String) -> (bytes: [UInt8], id: String) {
    let id = idPrefix + String(count.wrappingAdd(1, ordering: .relaxed).newValue)
    var header = Array("{\"msg_id\":\"".utf8)
    header += id.utf8
    header += "\",\"session\":\"".utf8
    header += session.utf8
    header += "\",\"username\":".utf8
    JSON.write(username.utf8, into: &header)
    header += ",\"date\":\"".utf8
    Self.appendDate(to: &header)
    header += "\",\"msg_type\":".utf8
    JSON.write(type.utf8, into: &header)
    header += ",\"version\":\"".utf8
    header += Self.protocolVersion.utf8
    header += "\"}".utf8
    return (header, id)
  }

  /// Appends the time in UTC to the microsecond, as RFC 3339 writes it. A date without its zone is read as local time.
  private static func appendDate(to bytes: inout [UInt8]) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var date = tm()
    gmtime_r(&now.tv_sec, &date)
    func append(_ number: Int, digits: Int, _ end: Unicode.Scalar) {
      let text = String(number)
      for _ in 0..<max(0, digits - text.utf8.count) { bytes.append(UInt8(ascii: "0")) }
      bytes += text.utf8
      bytes.append(UInt8(ascii: end))
    }
    append(Int(date.tm_year) + 1900, digits: 4, "-")
    append(Int(date.tm_mon) + 1, digits: 2, "-")
    append(Int(date.tm_mday), digits: 2, "T")
    append(Int(date.tm_hour), digits: 2, ":")
    append(Int(date.tm_min), digits: 2, ":")
    append(Int(date.tm_sec), digits: 2, ".")
    append(now.tv_nsec / 1_000, digits: 6, "Z")
  }

  /// A random UUID (RFC 9562, version 4).
  package static func uuid() -> String {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func hex(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    let digits = Array(hex(high) + hex(low))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
