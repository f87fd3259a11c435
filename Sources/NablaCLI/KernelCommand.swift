import Jupyter
import Session

extension Subcommand {
  static let kernel = Subcommand(
    name: "kernel", usage: "-f FILE", summary: "Serves one Jupyter kernel, as a front end's connection file says."
  ) { arguments throws(UsageError) in
    guard let file = try arguments.option("-f") else { throw UsageError(reason: "the connection file is missing") }
    try arguments.end()
    let complaint = KernelProgram.run(
      connectionFile: file, history: .ofUser(), makeInterpreter: CellLanguage.interpreter)
    guard let complaint else { return 0 }
    complain(complaint)
    return 1
  }
}
