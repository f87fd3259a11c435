package import Rendering
package import Session

/// Where a kernel listens and with which keys, as the front end wrote it into a file.
package struct ConnectionFile: Sendable {
  /// The five sockets.
  package enum Port: String, CaseIterable, Sendable { case shell, control, stdin, iopub, hb }

  package enum Carrier: Sendable { case tcp, ipc }

  package var carrier: Carrier
  /// An address, or for ipc the beginning of a path.
  package var ip: String
  package var ports: [Port: Int]
  package var key: String
  /// The kernel's key pair for CURVE, if the front end wants the connection encrypted.
  package var curve: (publicKey: String, secretKey: String)?

  /// What is wrong with a connection file.
  package enum Fault: Error, CustomStringConvertible {
    case unreadable(File.Failure)
    case noJSON(String, JSON.ParsingError)
    case field(String, String, wanted: String)

    package var description: String {
      switch self {
      case .unreadable(let failure): "cannot read the connection file \(failure)"
      case .noJSON(let path, let error): "the connection file \(path) is no JSON: \(error)"
      case .field(let path, let field, let wanted): "the connection file \(path) needs '\(field)', \(wanted)"
      }
    }
  }

  package init(path: String) throws(Fault) {
    let bytes: [UInt8]
    do {
      bytes = try File.read(path)
    } catch {
      throw .unreadable(error)
    }
    let file: JSON
    do {
      file = try JSON(parsing: bytes)
    } catch {
      throw .noJSON(path, error)
    }
    func text(_ field: String) -> String? {
      if case .string(let value)? = file[field] { value } else { nil }
    }
    switch text("transport") ?? "tcp" {
    case "tcp": carrier = .tcp
    case "ipc": carrier = .ipc
    case let other: throw .field(path, "transport", wanted: "tcp or ipc, not '\(other)'")
    }
    let scheme = text("signature_scheme") ?? "hmac-sha256"
    guard scheme == "hmac-sha256" else {
      throw .field(path, "signature_scheme", wanted: "hmac-sha256, the only one known here, not '\(scheme)'")
    }
    ip = text("ip") ?? (carrier == .tcp ? "127.0.0.1" : "kernel-ipc")
    key = text("key") ?? ""
    ports = [:]
    for port in Port.allCases {
      let field = port.rawValue + "_port"
      // A number, or by the schema also a text of digits.
      let number: Int? =
        switch file[field] {
        case .int(let number)?: number
        case .string(let text)?: Int(text)
        default: nil
        }
      guard let number, (1...65_535).contains(number) else { throw .field(path, field, wanted: "a port from 1 to 65535") }
      ports[port] = number
    }
    switch (text("curve_publickey"), text("curve_secretkey")) {
    case (let publicKey?, let secretKey?): curve = (publicKey, secretKey)
    case (nil, nil): curve = nil
    case (nil, _): throw .field(path, "curve_publickey", wanted: "the other half of 'curve_secretkey'")
    case (_, nil): throw .field(path, "curve_secretkey", wanted: "the other half of 'curve_publickey'")
    }
  }

  /// The files of ipc sockets, which ZeroMQ leaves behind.
  package var socketFiles: [String] {
    guard case .ipc = carrier else { return [] }
    return Port.allCases.map { "\(ip)-\(ports[$0] ?? 0)" }
  }

  /// The address of a socket as ZeroMQ writes it.
  package func endpoint(_ port: Port) -> String {
    let number = ports[port] ?? 0
    switch carrier {
    case .ipc: return "ipc://\(ip)-\(number)"
    case .tcp:
      // ZeroMQ binds addresses and interfaces, not names of hosts.
      let host = ip == "localhost" ? "127.0.0.1" : ip
      return host.contains(":") && !host.hasPrefix("[") ? "tcp://[\(host)]:\(number)" : "tcp://\(host):\(number)"
    }
  }
}
