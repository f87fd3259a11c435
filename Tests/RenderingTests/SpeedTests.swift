import Glibc
import Testing

@testable import Nabla
@testable import Rendering

/// Times of this thread's processor, which other work on the machine does not lengthen. The limits are those of debug
/// builds.
@Suite("Large values are answered at once", .serialized)
struct SpeedTests {
  private func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    body()
    return now() - start
  }

  @Test func tensorOfTenMillion() {
    let x = Tensor.zeros([1000, 10_000])
    let time = seconds { _ = TensorView(tensor: x).tables.html }
    #expect(time < 2, "\(time) s")
  }

  @Test func tableOfHundredThousandSteps() {
    let history = History()
    for epoch in 1...100_000 { history.record(epoch: epoch, loss: 1 / Double(epoch)) }
    let time = seconds { _ = history.bundle }
    #expect(time < 2, "\(time) s")
    let curve = seconds { _ = plot(history).vegaLite }
    #expect(curve < 3, "\(curve) s")
  }

  @Test func graphOfThreeHundredNodes() {
    let nodes = (0..<300).map { Rendering.Node("node \($0)", details: ["4 × 8", "0.1 ± 0.2"]) }
    let edges = (1..<300).flatMap { [Edge(max($0 - 1 - $0 % 5, 0), $0), Edge(max($0 - 7, 0), $0)] }
    let diagram = Diagram(nodes: nodes, edges: edges)
    let time = seconds { _ = diagram.svg }
    #expect(time < 3, "\(time) s")
  }
}
