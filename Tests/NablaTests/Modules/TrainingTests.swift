import Nabla
import Testing

@Suite struct TrainingTests {
  /// The run of the design: XOR with 2-8-1, the numbers of PyTorch.
  @Test func xorTrainsAsInPyTorch() {
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let y = Tensor([[0], [1], [1], [0]])
    manualSeed(42)
    let model = Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())
    let initial = Goldens.table("xor_parameters")
    #expect(model.namedParameters.map { $0.name } == ["0.weight", "0.bias", "2.weight", "2.bias"])
    for (name, value) in model.namedParameters { #expect(value.toArray() == initial[name]) }

    let optimizer = SGD(model.parameters, lr: 0.5, momentum: 0.9)
    var losses: [Double] = []
    for _ in 0..<2000 {
      optimizer.zeroGrad()
      let loss = mseLoss(model(x), y)
      loss.backward()
      optimizer.step()
      losses.append(loss.item())
    }
    let expected = Goldens.torch["xor_losses"] as? [String: Double] ?? [:]
    #expect(expected.count == 11)
    for (epoch, loss) in expected {
      guard let epoch = Int(epoch) else { continue }
      #expect((losses[epoch] - loss).magnitude <= 2e-4 * loss, "epoch \(epoch): \(losses[epoch]) and \(loss)")
    }
  }
}
