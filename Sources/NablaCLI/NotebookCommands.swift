import Rendering
import Session

extension Subcommand {
  static let run = Subcommand(
    name: "run", usage: "NOTEBOOK [-o OUT.ipynb] [--html OUT.html] [--quiet]",
    summary: "Runs a notebook here, without Jupyter, and shows its outputs; writes it with them (-o), or as a page."
  ) { arguments throws(UsageError) in
    let output = try arguments.option("-o").map(File.absolute)
    let page = try arguments.option("--html").map(File.absolute)
    let isQuiet = arguments.flag("--quiet")
    let path = try arguments.notebooks(max: 1)[0]
    return reporting { program throws(NotebookProgram.Complaint) in
      let run = try program.run(
        try program.read(path), in: path.folder, view: isQuiet ? nil : TerminalView())
      if let output { try program.write(run.notebook.bytes, to: output) }
      if let page { try program.write(Array(NotebookPage(run.notebook, name: path.name).html.utf8), to: page) }
      guard let failed = run.failed else { return true }
      if isQuiet, case .error(_, _, let traceback)? = failed.outputs.last { complain(traceback.joined(separator: "\n")) }
      complain("cell [\(failed.executionCount ?? 0)] of \(path.name) failed; the cells after it did not run")
      return false
    }
  }

  static let check = Subcommand(
    name: "check", usage: "NOTEBOOK…",
    summary: "Runs notebooks again and compares every output with the saved one, bit for bit; pictures, which the "
      + "fonts of a machine draw, by the data behind them."
  ) { arguments throws(UsageError) in
    let paths = try arguments.notebooks()
    return reporting { program throws(NotebookProgram.Complaint) in
      var areSame = true
      for path in paths {
        let saved = try program.read(path)
        guard saved.codeCells.contains(where: { $0.executionCount != nil }) else {
          throw NotebookProgram.Complaint(
            description: "\(path.name) has no saved outputs; make them with: nabla run \(path.name) -o \(path.name)")
        }
        let comparison = OutputComparison(saved: saved, run: try program.run(saved, in: path.folder, view: nil))
        for difference in comparison.differences {
          print("\(path.name): cell \(difference.cell): \(difference.description)")
        }
        if comparison.differences.isEmpty {
          print("\(path.name): the outputs of all \(comparison.comparedCount) cells are the same")
        } else {
          areSame = false
        }
      }
      return areSame
    }
  }

  static let export = Subcommand(
    name: "export", usage: "NOTEBOOK [-o LESSON.swift]",
    summary: "Writes the cells as one Swift program, which swiftc compiles against the Nabla library."
  ) { arguments throws(UsageError) in
    let output = try arguments.option("-o").map(File.absolute)
    let path = try arguments.notebooks(max: 1)[0]
    return reporting { program throws(NotebookProgram.Complaint) in
      let text = SwiftProgram(try program.read(path)).text
      if let output { try program.write(Array(text.utf8), to: output) } else { print(text, terminator: "") }
      return true
    }
  }

  /// Runs the body of a command on notebooks; gives the exit status.
  private static func reporting(
    _ body: (NotebookProgram) throws(NotebookProgram.Complaint) -> Bool
  ) -> Int32 {
    do {
      return try body(NotebookProgram(makeInterpreter: CellLanguage.interpreter)) ? 0 : 1
    } catch {
      complain(error.description)
      return 1
    }
  }
}

extension Arguments {
  /// Takes the notebooks that a command is about, which must be all that is left. Their paths are made absolute, since
  /// each runs in its own folder.
  fileprivate mutating func notebooks(max: Int = .max) throws(UsageError) -> [String] {
    var paths: [String] = []
    while paths.count < max, let path = positional() { paths.append(File.absolute(path)) }
    guard !paths.isEmpty else { throw UsageError(reason: "the notebook is missing") }
    try end()
    return paths
  }
}

extension String {
  /// The folder of an absolute path, and the name in it.
  fileprivate var folder: String { lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "." }
  fileprivate var name: String { split(separator: "/").last.map(String.init) ?? self }
}
