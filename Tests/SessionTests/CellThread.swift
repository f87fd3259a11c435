import Rendering
import Session
import Synchronization

/// Does something on a thread with the stack that cells have.
func onCellThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
  let result = Mutex<Result?>(nil)
  Thread.start(stack: Thread.cellStack) {
    let value = body()
    result.withLock { $0 = value }
  }?.join()
  return result.withLock { $0 }
}

/// Runs cells in a session of its own; gives what they print and show, and the failures.
func transcript(of cells: [String]) -> (text: String, failures: [CellFailure]) {
  onCellThread {
    let recorder = Transcript()
    let session = Session(history: InputHistory(folder: nil)) { CellInterpreter() }
    session.open()
    var failures: [CellFailure] = []
    for cell in cells {
      switch session.run(CellRequest(code: cell), io: recorder).outcome {
      case .finished(let value): if let value { recorder.text += value.text + "\n" }
      case .failed(let failure): failures.append(failure)
      }
    }
    return (recorder.text, failures)
  } ?? ("", [])
}

/// Texts of what cells print and show, in order.
private final class Transcript: CellIO {
  var text = ""
  func write(_ text: String, to stream: OutputStream) { if stream == .stdout { self.text += text } }
  func display(_ bundle: MIMEBundle, id: String?) { text += bundle.text + "\n" }
  func update(_ bundle: MIMEBundle, id: String) {}
  func clear(wait: Bool) {}
  func readLine(prompt: String, password: Bool) throws -> String? { throw CellFailure.noInput }
}
