import Rendering
import Session

/// Where a request is answered.
enum Lane: Sendable {
  /// At once, on the thread that received it.
  case immediate
  /// On a thread that looks but runs nothing, also while a cell runs.
  case assist
  /// On the cells' thread, in order.
  case cell
}

/// One type of request: its name, where it is answered, and its answer. `Route.table` has one entry for each, and
/// nothing else knows the types: adding one is adding an entry.
struct Route: Sendable {
  let type: String
  let lane: Lane
  /// Gives the content of the reply, nil where the protocol knows none.
  let answer: @Sendable (Request, Kernel) throws(RequestError) -> JSON?

  init(
    _ type: String, _ lane: Lane,
    answer: @escaping @Sendable (Request, Kernel) throws(RequestError) -> JSON?
  ) {
    self.type = type
    self.lane = lane
    self.answer = answer
  }

  /// The type of the reply to a `…_request`.
  var replyType: String? {
    let suffix = "_request"
    return type.hasSuffix(suffix) ? type.dropLast(suffix.count) + "_reply" : nil
  }

  static func named(_ type: String) -> Route? { byType[type] }

  private static let byType = Dictionary(uniqueKeysWithValues: table.map { ($0.type, $0) })
}
