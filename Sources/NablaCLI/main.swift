import Glibc

let status = Subcommand.run(Array(CommandLine.arguments.dropFirst()))
fflush(nil)
// Not exit(): a cell may still run on its own thread, and what exit() takes down, it may be using.
_exit(status)
