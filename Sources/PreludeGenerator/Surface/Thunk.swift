import Language

/// Writes the closure that stands behind one native declaration.
struct Thunk {
  enum Receiver {
    case none
    case value(String, isMutating: Bool)
    case existential(String)
  }

  struct Parameter {
    var label: String?
    var passing: Passing
    var isInout = false
    var isVariadic = false
  }

  var receiver: Receiver
  var parameters: [Parameter]
  var result: Passing
  var isThrowing: Bool
  /// The Swift expression of the call, given the receiver's expression and the arguments.
  var call: (_ receiver: String, _ arguments: [String]) -> String

  /// nil with a reason where something does not pass.
  func write() -> (text: String?, reason: String?) {
    for parameter in parameters {
      if let reason = parameter.passing.reason { return (nil, reason) }
      if case .tuple = parameter.passing { return (nil, "a tuple as a parameter does not pass") }
      if case .tuples = parameter.passing { return (nil, "a list of tuples as a parameter does not pass") }
    }
    if let reason = result.reason { return (nil, reason) }
    var index = 0
    var receiverText = ""
    // Variables of the caller that the call changes, outermost first.
    var updates: [(index: Int, type: String, name: String)] = []
    var needsTry = isThrowing
    switch receiver {
    case .none: break
    case .value(let type, let isMutating):
      if isMutating {
        updates.append((0, type, "value"))
        receiverText = "value"
      } else {
        receiverText = "call.load(0, as: \(type).self)"
        needsTry = true
      }
      index = 1
    case .existential(let type):
      receiverText = "call.existential(0, as: (\(type)).self)"
      needsTry = true
      index = 1
    }
    var arguments: [String] = []
    for parameter in parameters {
      let label = parameter.label.map { Self.escaped($0) + ": " } ?? ""
      if parameter.isInout, case .value(let type) = parameter.passing {
        let name = "value\(index)"
        updates.append((index, type, name))
        arguments.append(label + "&" + name)
      } else {
        guard let text = load(parameter, index) else { return (nil, "a parameter does not pass") }
        needsTry = true
        arguments.append(label + text)
      }
      index += 1
    }
    let expression = call(receiverText, arguments)
    return (close(expression, updates, needsTry), nil)
  }

  private func load(_ parameter: Parameter, _ index: Int) -> String? {
    switch parameter.passing {
    case .value(let type): "call.load(\(index), as: \(parameter.isVariadic ? "[\(type)]" : type).self)"
    case .existential(let type):
      parameter.isVariadic
        ? "call.existentials(\(index), as: (\(type)).self)" : "call.existential(\(index), as: (\(type)).self)"
    case .existentials(let type): "call.existentials(\(index), as: (\(type)).self)"
    case .optionalExistential(let type): "call.optionalExistential(\(index), as: (\(type)).self)"
    case .closure: "call.closure(\(index))"
    case .tuple, .tuples, .void, .none: nil
    }
  }

  private func close(_ expression: String, _ updates: [(index: Int, type: String, name: String)], _ needsTry: Bool) -> String {
    var inner = (needsTry ? "try " : "") + expression
    if updates.isEmpty {
      if case .void = result { return inner + (needsTry ? "; try call.finish()" : "; try call.finish()") }
      return finish(expression)
    }
    for update in updates.reversed() {
      let head = "call.update(\(update.index), as: \(update.type).self) { (\(update.name): inout \(update.type)) throws in "
      inner = "try " + head + inner + " }"
    }
    if case .void = result { return inner + "; try call.finish()" }
    return finish(String(inner.dropFirst("try ".count)))
  }

  private func finish(_ expression: String) -> String {
    switch result {
    case .existential: return "try call.finishExistential(\(expression))"
    case .existentials: return "try call.finishExistentials(\(expression))"
    case .closure: return "try call.finishFunction(\(expression))"
    case .tuple(let elements):
      let parts = elements.indices.map { "result.\($0)" }.joined(separator: ", ")
      return "let result = try \(expression); try call.finishTuple((\(parts)))"
    case .tuples(let elements):
      let parts = elements.indices.map { "$0.\($0)" }.joined(separator: ", ")
      return "try call.finishPairs(\(expression).map { (\(parts)) })"
    default: return "try call.finish(\(expression))"
    }
  }

  /// A reserved word in backticks; as a label any word may stand plainly but these.
  static func escaped(_ name: String) -> String {
    ["inout", "var", "let"].contains(name) ? "`\(name)`" : name
  }
}
