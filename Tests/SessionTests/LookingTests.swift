import Rendering
import Synchronization
import Testing

@testable import Session

/// What a front end asks of a session's values comes on another thread than the cells'.
@Suite struct LookingTests {
  /// Each of these ended the process or took the front end's thread with it: the first failed in the library on a thread
  /// that kept no errors, the second overflowed the small stack of the thread that looks, the third was never to end.
  private static let declarations = [
    "var description: String { \"\\(matmul(Tensor.ones([2, 3]), Tensor.ones([2, 3])))\" }",
    "var description: String { \"\\(Shown())\" }",
    "var description: String { while true {} }",
  ]

  @Test(arguments: declarations) func aValueThatCannotDescribeItselfShowsItsParts(_ member: String) {
    let session = Session(history: InputHistory(folder: nil)) { CellInterpreter() }
    let isReady = Monitor(false)
    let isLooked = Monitor(false)
    let cells = Thread.start(stack: Thread.cellStack) {
      session.open()
      let code = """
        struct Shown: CustomStringConvertible { let kept = 7; \(member) }
        struct Fine: CustomStringConvertible { var description: String { "<fine \\(Tensor.ones([2]).sum().item())>" } }
        let shown = Shown(), t = Tensor.ones([2]), fine = [Fine()]
        """
      _ = session.run(CellRequest(code: code), io: Recorder())
      isReady.update { $0 = true }
      _ = isLooked.wait { $0 ? true : nil }
      // Nothing of it is left over.
      let recorder = Recorder()
      _ = session.run(CellRequest(code: "for _ in 0..<10 {}\nprint(t.sum().item())"), io: recorder)
      #expect(recorder.stdout == "2.0\n")
    }
    _ = isReady.wait { $0 ? true : nil }
    #expect(session.inspect("shown", at: 1, detail: 0)?.text.contains("Shown(kept: 7)") == true)
    #expect(session.inspect("t", at: 1, detail: 0)?.text.contains("tensor([1., 1.])") == true)
    #expect(session.inspect("fine", at: 1, detail: 0)?.text.contains("[<fine 2.0>]") == true)
    isLooked.update { $0 = true }
    cells?.join()
  }
}
