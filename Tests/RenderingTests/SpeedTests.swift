import Testing

@testable import Nabla
@testable import Rendering

/// Times that must hold; measured in debug builds they are far from their limits in release.
@Suite("Large values are answered at once", .serialized)
struct SpeedTests {
  private func seconds(_ body: () -> Void) -> Double {
    let start = ContinuousClock.now
    body()
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
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
