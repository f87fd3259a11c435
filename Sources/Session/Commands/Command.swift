import Rendering

/// One command of the kernel (`%name`): its name, its help and what it does stand together in one entry of
/// `Command.table`; running, completion, inspection and `%help` read it from there.
struct Command: Sendable {
  let name: String
  /// What may follow the name, as help shows it.
  let usage: String
  let help: String
  /// The argument is Swift to run; without one, the rest of the cell is.
  let runsCode: Bool
  let body: @Sendable (CommandCall, CommandContext) throws(CellFailure) -> MIMEBundle?

  init(
    _ name: String, _ usage: String = "", runsCode: Bool = false, help: String,
    body: @escaping @Sendable (CommandCall, CommandContext) throws(CellFailure) -> MIMEBundle?
  ) {
    self.name = name
    self.usage = usage
    self.help = help
    self.runsCode = runsCode
    self.body = body
  }

  static func named(_ name: String) -> Command? { table.first { $0.name == name } }

  /// Runs a command line.
  static func run(_ call: CommandCall, _ context: CommandContext) -> CellOutcome {
    do throws(CellFailure) {
      guard let command = named(call.name) else { throw CommandError.unknown(call.name) }
      return .finished(try command.body(call, context))
    } catch {
      return .failed(error)
    }
  }

  // MARK: - Completion and help

  /// The commands that fit the name under the cursor; nil where the cursor is not in a command's name.
  static func complete(_ code: String, at cursor: Int) -> CompletionList? {
    guard let (start, name) = nameBefore(cursor, in: code) else { return nil }
    let items = table.filter { $0.name.hasPrefix(name) }.map {
      CompletionList.Item(text: "%" + $0.name, kind: "command", signature: $0.usage)
    }
    return CompletionList(start: start, end: cursor, items: items)
  }

  /// The command whose name the cursor stands in or behind.
  static func at(_ cursor: Int, in code: String) -> Command? {
    let scalars = Array(code.unicodeScalars)
    var end = cursor
    while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    return nameBefore(end, in: code).flatMap { named($0.name) }
  }

  /// The `%name` that ends at an offset, with the offset of its `%`.
  private static func nameBefore(_ cursor: Int, in code: String) -> (start: Int, name: String)? {
    let before = Array(code.unicodeScalars.prefix(cursor))
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    guard start < before.count, before[start] == "%" else { return nil }
    let name = before[(start + 1)...]
    guard name.allSatisfy(\.properties.isAlphabetic) else { return nil }
    return (start, String(String.UnicodeScalarView(name)))
  }

  var synopsis: String { "%" + name + (usage.isEmpty ? "" : " " + usage) }

  var manual: MIMEBundle { MIMEBundle(text: synopsis + "\n\n" + help) }
}

/// What a running command has at hand.
final class CommandContext {
  let session: Session
  let interpreter: any Interpreter
  let io: any CellIO
  let number: Int
  var actions: [FrontEndAction] = []

  init(session: Session, interpreter: any Interpreter, io: any CellIO, number: Int) {
    self.session = session
    self.interpreter = interpreter
    self.io = io
    self.number = number
  }

  func print(_ text: String) { io.write(text + "\n", to: .stdout) }

  /// Runs Swift on the command's behalf.
  func run(_ code: String) throws(CellFailure) -> MIMEBundle? {
    switch interpreter.run(CellSource(text: code, number: number), io: io) {
    case .finished(let value): return value
    case .failed(let failure): throw failure
    }
  }
}

/// What can be wrong with a command line; the sentences of all commands.
enum CommandError {
  static func unknown(_ name: String) -> CellFailure {
    let nearest = Spelling.nearest(to: name, among: Command.table.map(\.name))
    let hint = nearest.map { "did you mean '%\($0)'?" } ?? "%help lists the commands"
    return failure("there is no command '%\(name)'; \(hint)")
  }

  static func usage(_ command: String) -> CellFailure {
    failure("write it as \(Command.named(command)?.synopsis ?? "%" + command)")
  }

  static func notANumber(_ text: String, _ command: String) -> CellFailure {
    failure("'\(text)' is not a whole number; write it as \(Command.named(command)?.synopsis ?? "%" + command)")
  }

  static func outsideFolder(_ path: String) -> CellFailure {
    failure("'\(path)' is outside the notebook's folder, the only place that cells may read and write")
  }

  static func file(_ error: File.Failure) -> CellFailure { failure(error.description) }

  static func notText(_ path: String) -> CellFailure { failure("'\(path)' is no UTF-8 text") }

  static let nothingToSave = failure("no cell of this session has run yet")

  private static func failure(_ message: String) -> CellFailure { CellFailure(name: "CommandError", message: message) }
}
