import Rendering
import Synchronization
import Testing

@testable import Session

/// What a front end asks of a session's values comes on another thread than the cells'.
@Suite struct LookingTests {
  /// Each of these ended the process: the first failed in the library on a thread that kept no errors, the second
  /// overflowed the small stack of the thread that looks, the third was never to end.
  private static let declarations = [
    "var description: String { \"\\(matmul(Tensor.ones([2, 3]), Tensor.ones([2, 3])))\" }",
    "var description: String { \"\\(Shown())\" }",
    "var description: String { while true {} }",
  ]

  @Test(arguments: declarations) func aValueIsInspectedWithoutRunningItsCode(_ member: String) {
    let session = Session(history: InputHistory(folder: nil)) { CellInterpreter() }
    let isReady = Monitor(false)
    let isLooked = Monitor(false)
    let cells = Thread.start(stack: Thread.cellStack) {
      session.open()
      let code = "struct Shown: CustomStringConvertible { let kept = 7; \(member) }\nlet shown = Shown()\nlet t = Tensor.ones([2])"
      _ = session.run(CellRequest(code: code), io: Recorder())
      isReady.update { $0 = true }
      _ = isLooked.wait { $0 ? true : nil }
    }
    _ = isReady.wait { $0 ? true : nil }
    #expect(session.inspect("shown", at: 1, detail: 0)?.text.contains("Shown(kept: 7)") == true)
    #expect(session.inspect("t", at: 1, detail: 0)?.text.contains("tensor([1., 1.])") == true)
    isLooked.update { $0 = true }
    cells?.join()
  }
}
