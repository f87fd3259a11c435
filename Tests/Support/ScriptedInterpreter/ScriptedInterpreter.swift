import Glibc
package import Rendering
package import Session
import Synchronization

/// A double of the cell language, for tests of the session and the kernel: it runs the few forms of Swift that these
/// tests use, a statement a line, by looking at their text.
package final class ScriptedInterpreter: Interpreter {
  private var variables: [(name: String, value: Value)] = []
  private let isInterrupted = Atomic(false)

  private enum Value {
    case int(Int)
    case string(String)
    case none
    case html(String)

    var text: String {
      switch self {
      case .int(let value): String(value)
      case .string(let value): value
      case .none: "nil"
      case .html(let html): html
      }
    }

    var type: String {
      switch self {
      case .int: "Int"
      case .string: "String"
      case .none: "String?"
      case .html: "HTML"
      }
    }

    var bundle: MIMEBundle {
      switch self {
      case .string(let value): MIMEBundle(text: "\"\(value)\"")
      case .html(let html): MIMEBundle(text: html).adding(.html, .string(html))
      case .int, .none: MIMEBundle(text: text)
      }
    }
  }

  package init() {}

  // MARK: - Running

  package func run(_ cell: CellSource, io: any CellIO) -> CellOutcome {
    do {
      var result: Value?
      for statement in Self.statements(cell.text) { result = try run(statement, io) }
      return .finished(result?.bundle)
    } catch let failure as CellFailure {
      return .failed(failure)
    } catch {
      return .failed(CellFailure(name: "RuntimeError", message: "\(error)"))
    }
  }

  package func evaluate(_ expression: String, io: any CellIO) -> CellOutcome {
    run(CellSource(text: expression, number: 0), io: io)
  }

  /// Cuts at line breaks and semicolons outside of braces.
  private static func statements(_ text: some StringProtocol) -> [Substring] {
    var depth = 0
    let statements = Substring(text).split { character in
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      return depth == 0 && (character.isNewline || character == ";")
    }
    return statements.map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix("//") }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private func run(_ statement: Substring, _ io: any CellIO) throws -> Value? {
    if isInterrupted.load(ordering: .relaxed) { throw CellFailure.interrupted }
    if statement == "while true {}" { try wait(seconds: .infinity) }
    if let body = statement.dropping("for _ in 0..<") ?? statement.dropping("for i in 0..<") {
      return try loop(body, io)
    }
    if let binding = statement.dropping("let ") ?? statement.dropping("var ") {
      guard let equals = binding.firstRange(of: " = ") else { throw error(statement) }
      let name = String(binding[..<equals.lowerBound])
      let value = try value(binding[equals.upperBound...], io)
      variables.removeAll { $0.name == name }
      variables.append((name, value))
      return nil
    }
    if let argument = statement.call("print") {
      io.write(try value(argument, io).text + "\n", to: .stdout)
    } else if let argument = statement.call("printError") {
      io.write(try value(argument, io).text + "\n", to: .stderr)
    } else if let argument = statement.call("display") {
      let (shown, id) = try display(argument, io)
      io.display(shown, id: id)
    } else if let argument = statement.call("updateDisplay") {
      let (shown, id) = try display(argument, io)
      io.update(shown, id: id ?? "")
    } else if statement.call("clearOutput") != nil {
      io.clear(wait: statement.contains("wait: true"))
    } else if let seconds = statement.call("sleep") {
      try wait(seconds: Double(seconds) ?? 0)
    } else if statement.call("manualSeed") == nil {
      if let message = statement.call("fatalError") {
        throw CellFailure(name: "RuntimeError", message: "Fatal error: \(try value(message, io).text)")
      }
      return try value(statement, io)
    }
    return nil
  }

  /// `0..<N { body }`, after the word `for`.
  private func loop(_ text: Substring, _ io: any CellIO) throws -> Value? {
    guard let brace = text.firstRange(of: " {"), text.hasSuffix("}"), let count = Int(text[..<brace.lowerBound]) else {
      throw error(text)
    }
    let body = Self.trimmed(text[brace.upperBound...].dropLast())
    let outer = variables
    for index in 0..<count {
      variables = outer + [("i", .int(index))]
      for part in Self.statements(body) { _ = try run(part, io) }
    }
    variables = outer
    return nil
  }

  private func display(_ text: Substring, _ io: any CellIO) throws -> (MIMEBundle, id: String?) {
    guard let comma = text.firstRange(of: ", id: ") else { return (try value(text, io).bundle, nil) }
    return (try value(text[..<comma.lowerBound], io).bundle, try value(text[comma.upperBound...], io).text)
  }

  private func value(_ text: Substring, _ io: any CellIO) throws -> Value {
    if text.hasPrefix("\""), text.hasSuffix("\""), text.count >= 2 {
      return .string(text.dropFirst().dropLast().split(separator: "\\n", omittingEmptySubsequences: false)
        .joined(separator: "\n"))
    }
    if text == "true" { return .int(1) }
    if let number = Int(text) { return .int(number) }
    if let argument = text.call("HTML") { return .html(try value(argument, io).text) }
    if let argument = text.call("readLine") {
      let isPassword = argument.hasSuffix(", password: true")
      let prompt = argument.dropping("prompt: ").map { isPassword ? $0.dropLast(16) : $0 }
      let line = try io.readLine(prompt: try prompt.map { try value($0, io).text } ?? "", password: isPassword)
      return line.map(Value.string) ?? .none
    }
    if let coalescing = text.firstRange(of: " ?? ") {
      let optional = try value(text[..<coalescing.lowerBound], io)
      if case .none = optional { return try value(text[coalescing.upperBound...], io) }
      return optional
    }
    if let plus = text.firstRange(of: " + ") {
      guard case .int(let left) = try value(text[..<plus.lowerBound], io),
        case .int(let right) = try value(text[plus.upperBound...], io)
      else { throw error(text) }
      let (sum, overflow) = left.addingReportingOverflow(right)
      if overflow { throw CellFailure(name: "RuntimeError", message: "arithmetic overflow") }
      return .int(sum)
    }
    if let variable = variables.last(where: { $0.name == text }) { return variable.value }
    throw error(text)
  }

  private func error(_ text: Substring) -> CellFailure {
    CellFailure(name: "CompileError", message: "cannot find '\(text)' in scope")
  }

  private func wait(seconds: Double) throws {
    let end = Instant.now
    while Instant.now.seconds(since: end) < seconds {
      if isInterrupted.load(ordering: .relaxed) { throw CellFailure.interrupted }
      usleep(2_000)
    }
  }

  package func interrupt() { isInterrupted.store(true, ordering: .relaxed) }

  package func clearInterrupt() { isInterrupted.store(false, ordering: .relaxed) }

  package func reset() { variables = [] }

  package func names() -> [SessionName] {
    variables.map { SessionName(name: $0.name, type: $0.value.type, value: $0.value.text) }
  }

  // MARK: - Looking

  private static let vocabulary = ["print", "printError", "readLine", "display"]

  package func complete(_ source: String, at cursor: Int) -> CompletionList {
    let before = Array(source.unicodeScalars.prefix(cursor))
    let word = before.suffix(while: \.properties.isAlphabetic)
    let prefix = String(String.UnicodeScalarView(word))
    let items = Self.vocabulary.filter { $0.hasPrefix(prefix) }.map {
      CompletionList.Item(text: $0, kind: "function", signature: "(_: String)")
    }
    return CompletionList(start: cursor - word.count, end: cursor, items: items)
  }

  package func inspect(_ source: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    let word = Array(source.unicodeScalars.prefix(cursor)).suffix(while: \.properties.isAlphabetic)
    let name = String(String.UnicodeScalarView(word))
    return Self.vocabulary.contains(name) ? MIMEBundle(text: "func \(name)(_: String)") : nil
  }

  package func completeness(of source: String) -> Completeness {
    let open = source.filter { $0 == "{" }.count
    let closed = source.filter { $0 == "}" }.count
    return open > closed ? .incomplete(indent: "  ") : open == closed ? .complete : .invalid
  }
}

extension Substring {
  fileprivate func dropping(_ prefix: String) -> Substring? { hasPrefix(prefix) ? dropFirst(prefix.count) : nil }

  /// The text between the parentheses of a call of a function.
  fileprivate func call(_ name: String) -> Substring? {
    guard let rest = dropping(name + "("), rest.last == ")" else { return nil }
    return rest.dropLast()
  }
}

extension Array {
  fileprivate func suffix(while isIncluded: (Element) -> Bool) -> ArraySlice<Element> {
    var start = endIndex
    while start > startIndex, isIncluded(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
