import Rendering

extension Command {
  /// Every command. One more entry is one more command.
  static let table: [Command] = [
    Command("help", "[command]", help: "Lists the commands, or explains one.") { call, context throws(CellFailure) in
      let name = call.argument.drop { $0 == "%" }
      if !name.isEmpty {
        guard let command = Command.named(String(name)) else { throw CommandError.unknown(String(name)) }
        context.actions.append(.page(command.manual))
        return nil
      }
      let width = Command.table.map(\.synopsis.count).max() ?? 0
      let lines = Command.table.map { command in
        let space = String(repeating: " ", count: width - command.synopsis.count + 2)
        return command.synopsis + space + command.help.prefix { $0 != "\n" }
      }
      let text = "A line that begins with % speaks to the kernel, every other line is Swift.\n\n"
      context.actions.append(.page(MIMEBundle(text: text + lines.joined(separator: "\n"))))
      return nil
    },

    Command("who", help: "Lists what cells declared: variables with their types and values, functions, types.") { _, context in
      let names = context.interpreter.names()
      guard !names.isEmpty else {
        context.print("No names yet.")
        return nil
      }
      var isFirst = true
      for kind in SessionName.Kind.allCases {
        let group = names.filter { $0.kind == kind }
        if group.isEmpty { continue }
        if !isFirst { context.print("") }
        isFirst = false
        // A signature says the name itself.
        for line in kind == .variable ? columns(of: group) : group.map(\.type) { context.print(line) }
      }
      return nil
    },

    Command(
      "time", "[code]", runsCode: true,
      help: "Runs a line, or the rest of the cell, and tells how long it took."
    ) { call, context throws(CellFailure) in
      let start = Instant.now
      let processorStart = Instant.processorTime
      let value = try context.run(call.code)
      let wall = Instant.now.seconds(since: start)
      let processor = Instant.processorTime.seconds(since: processorStart)
      context.print("\(Seconds.text(wall)) (processor: \(Seconds.text(processor)))")
      return value
    },

    Command(
      "timeit", "code", runsCode: true,
      help: "Runs a line, or the rest of the cell, many times and tells the time of one run."
    ) { call, context throws(CellFailure) in
      guard call.code.contains(where: { !$0.isWhitespace }) else { throw CommandError.usage("timeit") }
      let measurement = try Measurement(of: call.code, context)
      context.print(measurement.description)
      return nil
    },

    Command("reset", help: "Forgets every name that cells declared.") { _, context in
      context.session.reset()
      context.print("All names are forgotten.")
      return nil
    },

    Command(
      "seed", "number", help: "Seeds the random numbers, as manualSeed(number) does."
    ) { call, context throws(CellFailure) in
      guard let seed = Int(call.argument) else { throw CommandError.notANumber(call.argument, "seed") }
      _ = try context.run("manualSeed(\(seed))")
      return nil
    },

    Command(
      "history", "[count | pattern]",
      help: """
        Prints the cells of this session, or the last `count` of them; with a pattern, those of all sessions that match.
        In a pattern, * stands for any text and ? for one character.
        """
    ) { call, context in
      let argument = call.argument
      let entries: [HistoryEntry] =
        if argument.isEmpty {
          context.session.history.entries(.range(session: 0, start: 1, stop: nil))
        } else if let count = Int(argument) {
          context.session.history.entries(.range(session: 0, start: 1, stop: nil)).suffix(max(0, count))
        } else {
          context.session.history.entries(.search(pattern: argument, count: 100, unique: true))
        }
      for entry in entries {
        let indented = entry.input.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n      ")
        context.print("\(entry.line)".padded(to: 4) + "  " + indented)
      }
      return nil
    },

    Command(
      "save", "file", help: "Writes the cells of this session to a file in the notebook's folder, as they were typed."
    ) { call, context throws(CellFailure) in
      let entries = context.session.history.entries(.range(session: 0, start: 1, stop: nil))
      // The cell with this very command is the last.
      let inputs = entries.filter { $0.line != context.number }.map(\.input)
      guard !inputs.isEmpty else { throw CommandError.nothingToSave }
      let path = try NotebookFile(call, "save")
      try path.write(inputs.joined(separator: "\n\n") + "\n")
      context.print("Saved \(inputs.count) \(inputs.count == 1 ? "cell" : "cells") to \(path.name).")
      return nil
    },

    Command(
      "load", "file", help: "Puts the text of a file in the notebook's folder into this cell."
    ) { call, context throws(CellFailure) in
      let text = try NotebookFile(call, "load").read()
      context.actions.append(.setNextInput(text, replacing: true))
      return nil
    },

    Command(
      "export", "file.swift",
      help: "Writes the cells of this session that ran as one Swift program, which swiftc compiles with the library."
    ) { call, context throws(CellFailure) in
      let cells = context.session.program
      guard !cells.isEmpty else { throw CommandError.nothingToSave }
      let path = try NotebookFile(call, "export")
      try path.write(SwiftProgram(cells: cells).text)
      context.print("Wrote \(cells.count) \(cells.count == 1 ? "cell" : "cells") to \(path.name).")
      return nil
    },
  ]
}

/// Variables with their types and values, one below the other.
private func columns(of names: [SessionName]) -> [String] {
  let nameWidth = names.map(\.name.count).max() ?? 0
  let typeWidth = min(40, names.map(\.type.count).max() ?? 0)
  return names.map { name in
    String((name.name.padded(to: nameWidth) + "  " + name.type.padded(to: typeWidth) + "  " + name.value).trimmedAtEnd)
  }
}

/// A file that a command reads or writes, inside the notebook's folder.
struct NotebookFile {
  let name: String

  init(_ call: CommandCall, _ command: String) throws(CellFailure) {
    name = call.argument
    guard !name.isEmpty else { throw CommandError.usage(command) }
    guard let home = File.resolved("."), isInside(home) else { throw CommandError.outsideFolder(name) }
  }

  /// Whether the file's folder, and the file where there is one, lie in `home` once all links are followed.
  private func isInside(_ home: String) -> Bool {
    let folder = name.lastIndex(of: "/").map { slash in slash == name.startIndex ? "/" : String(name[..<slash]) } ?? "."
    guard let place = File.resolved(folder) else { return !name.hasPrefix("/") && !name.contains("..") }
    let target = File.resolved(name) ?? place
    return [place, target].allSatisfy { $0 == home || $0.hasPrefix(home == "/" ? "/" : home + "/") }
  }

  func read() throws(CellFailure) -> String {
    let bytes: [UInt8]
    do {
      bytes = try File.read(name)
    } catch {
      throw CommandError.file(error)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandError.notText(name) }
    return text
  }

  func write(_ text: String) throws(CellFailure) {
    do {
      try File.write(Array(text.utf8), to: name)
    } catch {
      throw CommandError.file(error)
    }
  }
}

extension StringProtocol {
  /// The text with spaces behind it up to a width.
  func padded(to width: Int) -> String { String(self) + String(repeating: " ", count: Swift.max(0, width - count)) }

  var trimmedAtEnd: SubSequence {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return self[..<end]
  }
}
