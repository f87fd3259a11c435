import Rendering
import Session

/// The contents of messages that more than one request leads to.
enum Content {
  static let ok: JSON = ["status": "ok"]

  static func status(_ state: String) -> JSON { ["execution_state": .string(state)] }

  static func stream(_ stream: OutputStream, _ text: String) -> JSON {
    ["name": .string(stream.rawValue), "text": .string(text)]
  }

  static func display(_ bundle: MIMEBundle, id: String?) -> JSON {
    joined(forms(bundle), ["transient": id.map { ["display_id": .string($0)] } ?? [:]])
  }

  static func result(_ bundle: MIMEBundle, count: Int) -> JSON {
    joined(["execution_count": .int(count)], forms(bundle))
  }

  /// A bundle as messages carry it: its forms, and what front ends are told about single ones.
  static func forms(_ bundle: MIMEBundle) -> JSON {
    ["data": .object(bundle.forms), "metadata": .object(bundle.metadata)]
  }

  static func error(_ failure: CellFailure) -> JSON {
    [
      "ename": .string(failure.name), "evalue": .string(failure.message),
      "traceback": .array(failure.traceback.map(JSON.string)),
    ]
  }

  /// An `error` message's content with the status that a reply needs.
  static func errorReply(_ failure: CellFailure) -> JSON { joined(["status": "error"], error(failure)) }

  /// One object with the members of both.
  static func joined(_ first: JSON, _ second: JSON) -> JSON {
    guard case .object(let first) = first, case .object(let second) = second else { return first }
    return .object(first + second)
  }
}
