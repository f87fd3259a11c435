import Glibc
import Rendering
import Synchronization

/// Notebook files run from the command line, without Jupyter.
package final class NotebookProgram: Sendable {
  /// What could not be done, as a sentence for a person.
  package struct Complaint: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  private let makeInterpreter: @Sendable () -> any Interpreter
  /// The session whose cells the interrupt key stops.
  private let running = Mutex<Session?>(nil)
  private let input = TerminalInput()

  /// Made before any thread is started: the threads must not be the ones that take the signals.
  package init(makeInterpreter: @escaping @Sendable () -> any Interpreter) {
    self.makeInterpreter = makeInterpreter
    Signals.handle(
      interrupt: { [self] in
        running.withLock { $0?.interrupt() }
        input.interrupt()
      },
      // 128 and the number of the signal, as a shell reports it.
      end: { _exit(128 + SIGTERM) })
  }

  /// Reads a notebook.
  package func read(_ path: String) throws(Complaint) -> Notebook {
    let bytes: [UInt8]
    do { bytes = try File.read(path) } catch { throw Complaint(description: error.description) }
    do { return try Notebook(parsing: bytes) } catch { throw Complaint(description: "\(path): \(error.description)") }
  }

  /// Writes a file.
  package func write(_ bytes: [UInt8], to path: String) throws(Complaint) {
    do { try File.write(bytes, to: path) } catch { throw Complaint(description: error.description) }
  }

  /// Runs a notebook's cells in a new session, in the notebook's folder, on a thread with a stack that cells can
  /// recurse on. With a view, the run is shown as it goes on.
  package func run(_ notebook: Notebook, in folder: String, view: TerminalView?) throws(Complaint) -> NotebookRun {
    let session = Session(history: InputHistory(folder: nil), makeInterpreter: makeInterpreter)
    running.withLock { $0 = session }
    // Cells read and write files beside the notebook, as they do under Jupyter.
    guard chdir(folder) == 0 else { throw Complaint(description: "cannot go to the folder '\(folder)'") }

    let result = Monitor<NotebookRun?>(nil)
    // From here on the view belongs to the one thread that runs the cells.
    nonisolated(unsafe) let view = view
    let thread = Thread.start(stack: Thread.cellStack) { [input] in
      let sink = view.map { _ in TerminalSink() }
      session.open()
      var run = NotebookRun(notebook, in: session, recorder: OutputRecorder(watcher: sink, input: input))
      run.run { event in
        switch event {
        case .cell(let cell, let number): view?.show(cell, number: number)
        case .ended(let cell):
          sink?.writePending()
          if case .error(_, _, let traceback)? = cell.outputs.last { view?.show(traceback: traceback) }
        }
      }
      nonisolated(unsafe) let finished = run
      result.update { $0 = finished }
    }
    guard let thread, let run = result.wait({ $0 }) else { throw Complaint(description: Thread.refusal) }
    thread.join()
    return run
  }
}
