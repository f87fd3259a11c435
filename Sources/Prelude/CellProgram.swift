internal import Glibc
package import Language
internal import Nabla

/// The language with its library, ready for cells: parser, checker and machine of one session.
///
/// Used by one thread at a time, since a running cell checks and compiles functions of the library at their first use;
/// `machine.visit` is where others come in.
package final class CellProgram {
  package let checker: Checker
  package let machine: Machine
  private let interruption = Interruption()

  /// A program whose cells may call the library, within `confined`.
  package init(host: any MachineHost, limits: Machine.Limits = Machine.Limits()) {
    checker = Checker()
    machine = Machine(host: host, limits: limits)
    Self.declareModules(in: checker)
    checker.isStopping = { [attention = machine.attention] in attention.isRaised(.interrupt) }
    machine.lookup = { [unowned checker] name in checker.nominal(named: name) }
    machine.register(LibraryModule.module)
    machine.place = Site.pointer
  }

  /// Runs `body`, in which code of cells may run or their values be looked at, on whatever thread: a function of the
  /// library that fails leaves its error for the thunk, instead of ending the process, and no file is reached outside the
  /// notebook's folder, which is where a front end starts the program.
  package func confined<Result, Fault>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    let outer = (FileAccess.current, Failure.isRecording)
    FileAccess.current = FileAccess(root: Self.workingFolder)
    Failure.isRecording = true
    defer {
      (FileAccess.current, Failure.isRecording) = outer
      Failure.pending = nil
    }
    return try interruption.heard(by: body)
  }

  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// Declares what cells can name: the standard library and the module of the library.
  package static func declareModules(in checker: Checker) {
    declare(Library.sources, as: "Swift", in: checker)
    let module = LibraryModule.module
    declare([SourceFile(name: module.name, cell: 0, text: module.interface)], as: module.name, in: checker)
  }

  private static func declare(_ files: [SourceFile], as name: String, in checker: Checker) {
    checker.declareModule(files.map { ($0, Parser.parse($0, mode: .library).statements) }, name: name)
  }

  /// Parses and checks one cell; where it is well-formed its names are declared.
  package func check(_ file: SourceFile) throws(IllFormed) -> CheckedCell {
    let parsed = Parser.parse(file)
    guard !parsed.diagnostics.contains(where: { $0.message.severity == .error }) else {
      checker.noteRefused(parsed.statements)
      throw IllFormed(diagnostics: parsed.diagnostics)
    }
    let checked = checker.check(parsed.statements, file: file)
    guard checked.function != nil else { throw IllFormed(diagnostics: parsed.diagnostics + checked.diagnostics) }
    return checked
  }

  /// A cell that cannot run, with everything that is wrong.
  package struct IllFormed: Error {
    package var diagnostics: [Diagnostic]
  }

  /// Asks the running cell, and the operation of the library that it waits for, to stop.
  package func interrupt() {
    machine.attention.raise(.interrupt)
    interruption.isRequested = true
  }

  package var isInterrupted: Bool { machine.attention.isRaised(.interrupt) }

  package func clearInterrupt() {
    machine.attention.clear(.interrupt)
    interruption.isRequested = false
  }
}
