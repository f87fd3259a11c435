import Rendering
import Session

/// One `execute_request`: what is shown while its cell runs, and the reply.
struct Execution {
  private let kernel: Kernel
  private let cell: CellRequest
  private let stopsOnError: Bool
  private let output: CellOutput

  init(_ request: Request, _ kernel: Kernel) throws(RequestError) {
    self.kernel = kernel
    cell = CellRequest(
      code: try request.string("code"), isSilent: try request.bool("silent", default: false),
      isStored: try request.bool("store_history", default: true),
      userExpressions: Self.userExpressions(request.content["user_expressions"]))
    stopsOnError = try request.bool("stop_on_error", default: true)
    output = CellOutput(
      request, of: kernel, isSilent: cell.isSilent, allowsInput: try request.bool("allow_stdin", default: false))
  }

  private static func userExpressions(_ value: JSON?) -> [(name: String, expression: String)] {
    guard case .object(let members)? = value else { return [] }
    return members.map { member in
      guard case .string(let expression) = member.value else { return (member.key, "") }
      return (member.key, expression)
    }
  }

  func run() -> JSON {
    kernel.input.reset()
    let number = kernel.session.begin(cell)
    output.publish("execute_input", ["code": .string(cell.code), "execution_count": .int(number)])
    let result = kernel.session.run(cell, number: number, io: output)
    switch result.outcome {
    case .finished(let value):
      if let value { output.publish("execute_result", Content.result(value, count: number)) }
    case .failed(let failure):
      output.publish("error", Content.error(failure))
      // Before the reply: what its sender sends after it has read that, must run.
      if stopsOnError, !cell.isSilent { kernel.cells.abortWaitingCells() }
    }
    return Content.joined(Self.status(result.outcome), [
      "execution_count": .int(number),
      "payload": .array(result.actions.map(Self.payload)),
      "user_expressions": .object(result.userExpressions.map { JSON.Member($0.name, Self.value($0.outcome)) }),
    ])
  }

  private static func status(_ outcome: CellOutcome) -> JSON {
    switch outcome {
    case .finished: Content.ok
    case .failed(let failure): Content.errorReply(failure)
    }
  }

  private static func value(_ outcome: CellOutcome) -> JSON {
    switch outcome {
    case .finished(let value): Content.joined(Content.ok, Content.forms(value ?? MIMEBundle(text: "()")))
    case .failed(let failure): Content.errorReply(failure)
    }
  }

  private static func payload(_ action: FrontEndAction) -> JSON {
    switch action {
    case .page(let bundle): ["source": "page", "data": .object(bundle.forms), "start": 0]
    case .setNextInput(let text, let replacing):
      ["source": "set_next_input", "text": .string(text), "replace": .bool(replacing)]
    }
  }
}
