import Nabla
import Testing

@Suite struct PrintingTests {
  @Test func tensorsPrintAsPyTorchPrintsThem() {
    let cases: [Tensor] = [
      Tensor([[0, 1], [2, 3]]), Tensor([0.1, 0.25, -3.5]), Tensor(3.5), Tensor(2.0), Tensor([] as [Double]),
      .zeros([0, 3]), Tensor([1, 2, 300], dtype: .int64), Tensor(7, dtype: .int64), Tensor([true, false]),
      Tensor([1e-5, 1]), Tensor([1e-3, 1e3]), Tensor([1, 1e9]), Tensor([1, .nan, .infinity, -.infinity]),
      Tensor([0.5, .nan, 0]), Tensor([0.5, 0.25], dtype: .float64),
      Tensor([[1, 2], [3, 4]], requiresGrad: true), Tensor.arange(60).reshape([3, 20]),
      .arange(0.0, 60.0), .arange(0.0, 2000.0), Tensor.arange(0.0, 20000.0).reshape([100, 200]),
      Tensor.arange(0.0, 24.0).reshape([2, 3, 4]), .zeros([2, 2, 2, 2]), .zeros([12, 10, 10]),
      Tensor([[-1.5, 22.25], [333.125, 0]]), Tensor(TorchGoldens.numbers("text_randn"), shape: [3, 4]),
    ]
    let expected = TorchGoldens.strings("texts")
    #expect(cases.count == expected.count)
    for (tensor, text) in zip(cases, expected) { #expect(tensor.description == text) }
  }

  @Test func aResultNamesItsOperation() {
    let x = Tensor([1, 2], requiresGrad: true)
    #expect("\(x * 2)" == "tensor([2., 4.], grad_fn=<MulBackward0>)")
    #expect("\(x.tanh().sum())" == "tensor(1.7256, grad_fn=<SumBackward0>)")
  }
}
