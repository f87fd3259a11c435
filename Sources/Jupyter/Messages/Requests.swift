import Rendering
import Session

extension Route {
  /// Every request that the kernel answers.
  static let table: [Route] = [
    Route("kernel_info_request", .immediate) { _, _ in KernelInfo.reply },

    Route("execute_request", .cell) { request, kernel throws(RequestError) in
      if request.isAborted { return ["status": "aborted", "execution_count": .int(kernel.session.count)] }
      return try Execution(request, kernel).run()
    },

    Route("complete_request", .assist) { request, kernel throws(RequestError) in
      let list = kernel.session.complete(try request.string("code"), at: try request.int("cursor_pos"))
      let types = list.items.map { item -> JSON in
        [
          "start": .int(list.start), "end": .int(list.end), "text": .string(item.text), "type": .string(item.kind),
          "signature": .string(item.signature),
        ]
      }
      return [
        "status": "ok", "matches": .array(list.items.map { .string($0.text) }),
        "cursor_start": .int(list.start), "cursor_end": .int(list.end),
        "metadata": ["_jupyter_types_experimental": .array(types)],
      ]
    },

    Route("inspect_request", .assist) { request, kernel throws(RequestError) in
      let detail = try request.optionalInt("detail_level") ?? 0
      let bundle = kernel.session.inspect(
        try request.string("code"), at: try request.int("cursor_pos"), detail: detail)
      return [
        "status": "ok", "found": .bool(bundle != nil), "data": .object(bundle?.forms ?? []), "metadata": [:],
      ]
    },

    Route("is_complete_request", .assist) { request, kernel throws(RequestError) in
      switch kernel.session.completeness(of: try request.string("code")) {
      case .complete: return ["status": "complete"]
      case .incomplete(let indent): return ["status": "incomplete", "indent": .string(indent)]
      case .invalid: return ["status": "invalid"]
      }
    },

    Route("history_request", .assist) { request, kernel throws(RequestError) in
      let wantsOutput = try request.bool("output", default: false)
      let entries = kernel.session.history.entries(try HistoryQuery(request)).map { entry -> JSON in
        let input = JSON.string(entry.input)
        let text: JSON = wantsOutput ? [input, entry.output.map(JSON.string) ?? .null] : input
        return [.int(entry.session), .int(entry.line), text]
      }
      return ["status": "ok", "history": .array(entries)]
    },

    Route("comm_info_request", .immediate) { _, _ in ["status": "ok", "comms": [:]] },

    // No target is known here, so a comm that a front end opens is closed again, on IOPub, where its other end listens.
    Route("comm_open", .cell) { request, kernel throws(RequestError) in
      let id = try request.string("comm_id")
      kernel.outbox.publish("comm_close", ["comm_id": .string(id), "data": [:]], parent: request.header)
      return nil
    },
    Route("comm_msg", .cell) { _, _ in nil },
    Route("comm_close", .cell) { _, _ in nil },

    Route("interrupt_request", .immediate) { _, kernel in
      kernel.interrupt()
      return Content.ok
    },

    Route("shutdown_request", .immediate) { request, kernel throws(RequestError) in
      let reply = Content.joined(Content.ok, ["restart": .bool(try request.bool("restart", default: false))])
      // Clients that did not ask learn of it on IOPub.
      kernel.outbox.publish("shutdown_reply", reply, parent: request.header)
      kernel.stop()
      return reply
    },
  ]
}

extension HistoryQuery {
  /// Reads the fields of a `history_request`.
  init(_ request: Request) throws(RequestError) {
    let count = try request.optionalInt("n")
    switch try request.string("hist_access_type") {
    case "tail": self = .tail(count: count ?? 10)
    case "range":
      self = .range(
        session: try request.optionalInt("session") ?? 0, start: try request.optionalInt("start") ?? 0,
        stop: try request.optionalInt("stop"))
    case "search":
      let pattern = if case .string(let pattern)? = request.content["pattern"] { pattern } else { "*" }
      self = .search(pattern: pattern, count: count, unique: try request.bool("unique", default: false))
    default: throw RequestError(field: "hist_access_type", wanted: "one of tail, range and search")
    }
  }
}
