import Jupyter
import Session

/// One command of the program: `nabla <name> …`. `Subcommand.table` has one entry for each.
struct Subcommand: Sendable {
  let name: String
  /// What may follow the name.
  let usage: String
  let summary: String
  /// Runs the command; gives the exit status.
  let run: @Sendable (inout Arguments) throws(UsageError) -> Int32

  static let table: [Subcommand] = [.kernel, .install, .uninstall, .run, .check, .export, .repl]

  /// Runs the command that the arguments name; gives the exit status: 0, or 1 for a failure, or 2 for a wrong command.
  static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first else {
      print(manual)
      return 2
    }
    if ["help", "--help", "-h"].contains(name) {
      print(manual)
      return 0
    }
    if ["version", "--version"].contains(name) {
      print("nabla \(nablaVersion)")
      return 0
    }
    guard let command = table.first(where: { $0.name == name }) else {
      let nearest = Spelling.nearest(to: name, among: table.map(\.name))
      complain("there is no command '\(name)'; " + (nearest.map { "did you mean '\($0)'?" } ?? "see nabla --help"))
      return 2
    }
    var rest = Arguments(arguments.dropFirst())
    if rest.flag("--help") || rest.flag("-h") {
      print("nabla \(command.name) \(command.usage)\n\n\(command.summary)")
      return 0
    }
    do {
      return try command.run(&rest)
    } catch {
      complain("\(error.reason); write it as: nabla \(command.name) \(command.usage)")
      return 2
    }
  }

  private static var manual: String {
    let lines = table.map { "  nabla \($0.name) \($0.usage)\n      \($0.summary)" }
    return "Nabla \(nablaVersion): Swift notebooks that explain their gradients.\n\n" + lines.joined(separator: "\n")
  }

  /// Tells what went wrong, on stderr.
  static func complain(_ text: String) { Diagnostics.note(text) }
}

/// A command line that cannot be understood.
struct UsageError: Error {
  let reason: String
}

/// The arguments of a command, taken out one by one.
struct Arguments {
  private var rest: [String]

  init(_ arguments: some Sequence<String>) { rest = Array(arguments) }

  /// Takes a flag; whether it was there.
  mutating func flag(_ name: String) -> Bool {
    guard let index = rest.firstIndex(of: name) else { return false }
    rest.remove(at: index)
    return true
  }

  /// Takes an option with its value, written `--name value` or `--name=value`.
  mutating func option(_ name: String) throws(UsageError) -> String? {
    if let index = rest.firstIndex(where: { $0.hasPrefix(name + "=") }) {
      return String(rest.remove(at: index).dropFirst(name.count + 1))
    }
    guard let index = rest.firstIndex(of: name) else { return nil }
    guard index + 1 < rest.count else { throw UsageError(reason: "\(name) needs a value") }
    defer { rest.removeSubrange(index...(index + 1)) }
    return rest[index + 1]
  }

  /// Takes the next argument that is no option.
  mutating func positional() -> String? {
    guard let index = rest.firstIndex(where: { !$0.hasPrefix("-") }) else { return nil }
    return rest.remove(at: index)
  }

  /// Nothing may be left.
  func end() throws(UsageError) {
    if let first = rest.first { throw UsageError(reason: "'\(first)' is not known here") }
  }
}
