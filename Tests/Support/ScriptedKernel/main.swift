// A kernel whose cells are run by the double of the language: ScriptedKernel CONNECTION_FILE
import Glibc
import Jupyter
import ScriptedInterpreter
import Session

let complaint = KernelProgram.run(
  connectionFile: CommandLine.arguments.last ?? "", history: .ofUser(),
  makeInterpreter: { ScriptedInterpreter() })
if let complaint { Diagnostics.note(complaint) }
_exit(complaint == nil ? 0 : 1)
