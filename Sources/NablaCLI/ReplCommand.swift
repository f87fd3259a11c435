import Session

extension Subcommand {
  static let repl = Subcommand(
    name: "repl", usage: "", summary: "The same session at a prompt. What is piped in is run and not prompted for."
  ) { arguments throws(UsageError) in
    try arguments.end()
    let greeting = "Nabla \(nablaVersion). %help lists the commands, Ctrl-C stops a cell, Ctrl-D ends the session."
    let complaint = Repl.run(greeting: greeting, history: .ofUser(), makeInterpreter: CellLanguage.interpreter)
    guard let complaint else { return 0 }
    complain(complaint)
    return 1
  }
}
