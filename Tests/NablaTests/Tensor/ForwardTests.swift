import Nabla
import Testing

/// Values of operations against PyTorch's, by the same calls as in `make_torch.py`.
@Suite struct ForwardTests {
  static var a: Tensor { Tensor([[-1.7, 0.3, 0.9], [2.4, -0.6, 0.05]]) }
  static var b: Tensor { Tensor([[0.8, -1.1, 0.4], [1.3, 2.2, -0.7]]) }
  static var p: Tensor { Tensor([[0.7, 1.3, 0.9], [2.4, 0.6, 3.05]]) }
  static var u: Tensor { Tensor([[0.7, -0.3, 0.9], [-0.4, 0.6, 0.05]]) }
  static var m3: Tensor { Tensor.arange(0.0, 24.0).reshape([2, 3, 4]).sin() }
  static var i: Tensor { Tensor([[5, -3, 2], [7, 4, -9]], dtype: .int64) }
  static var t: Tensor { Tensor([2, 0], dtype: .int64) }
  static var img: Tensor { (Tensor.arange(0.0, 150.0) * 0.37).sin().reshape([2, 3, 5, 5]) }
  static var ker: Tensor { (Tensor.arange(0.0, 108.0) * 0.73).cos().reshape([4, 3, 3, 3]) }
  static var weights: Tensor { Tensor([1, 2, 0.5]) }

  static func calls() -> [String: Tensor] {
    var calls = elementwise()
    calls.merge(reductions()) { $1 }
    calls.merge(rearrangements()) { $1 }
    calls.merge(losses()) { $1 }
    calls.merge(layers()) { $1 }
    return calls
  }

  private static func elementwise() -> [String: Tensor] {
    let x = a * 3
    return [
      "exp": a.exp(), "exp2": a.exp2(), "expm1": a.expm1(), "sin": a.sin(), "cos": a.cos(), "atan": a.atan(),
      "sinh": a.sinh(), "cosh": a.cosh(), "tanh": a.tanh(), "asinh": a.asinh(), "sigmoid": a.sigmoid(),
      "erf": a.erf(), "erfc": a.erfc(), "abs": a.abs(), "sign": a.sign(), "floor": a.floor(), "ceil": a.ceil(),
      "round": a.round(), "trunc": a.trunc(), "square": a.square(), "reciprocal": a.reciprocal(), "neg": -a,
      "log": p.log(), "log2": p.log2(), "log10": p.log10(), "sqrt": p.sqrt(), "rsqrt": p.rsqrt(),
      "log1p": p.log1p(), "asin": u.asin(), "acos": u.acos(), "atanh": u.atanh(), "tan": u.tan(),
      "acosh": (p + 1).acosh(), "relu": x.relu(), "relu6": x.relu6(), "leaky_relu": x.leakyRelu(), "elu": x.elu(),
      "selu": x.selu(), "gelu": x.gelu(), "silu": x.silu(), "mish": x.mish(), "softplus": x.softplus(),
      "softsign": x.softsign(), "hardsigmoid": x.hardSigmoid(), "hardswish": x.hardSwish(),
      "logsigmoid": x.logSigmoid(), "gelu_tanh": a.geluTanh(), "add": a + b, "sub": a - b, "mul": a * b,
      "div": a / b, "maximum": maximum(a, b), "minimum": minimum(a, b), "atan2": atan2(a, b), "fmod": a.fmod(b),
      "remainder": a.remainder(b), "hypot": hypot(a, b), "logaddexp": logAddExp(a, b), "pow": p ** b,
      "int_floor_remainder": i % 4, "int_div": i / 4, "int_pow": i ** 2,
      "broadcast": a.unsqueeze(1) * b.unsqueeze(2),
    ]
  }

  private static func reductions() -> [String: Tensor] {
    [
      "sum": m3.sum(dim: [0, 2]), "mean": m3.mean(dim: 1, keepDim: true), "prod": a.prod(dim: 1),
      "max": m3.max(dim: 2), "argmax": m3.argmax(dim: 1), "argmin_all": m3.argmin(),
      "variance": m3.variance(dim: [1, 2]), "std0": m3.std(dim: 0, correction: 0), "norm": m3.norm(dim: 2),
      "norm3": a.norm(p: 3), "logsumexp": m3.logsumexp(dim: 2), "cumsum": m3.cumsum(1),
      "softmax": m3.softmax(dim: 1), "log_softmax": m3.logSoftmax(dim: 2),
      "sort": m3.sort(dim: 2, descending: true).indices, "topk": m3.topk(2, dim: 1).values,
    ]
  }

  private static func rearrangements() -> [String: Tensor] {
    [
      "matmul_batch": m3.matmul(m3.transpose(1, 2)), "einsum": einsum("bij,bkj->kbi", m3, m3),
      "einsum_trace": einsum("ii->i", Tensor.arange(0.0, 9.0).reshape([3, 3])),
      "einsum_three": einsum("ij,kj,k->i", a, b, Tensor([1, 2])), "roll": m3.roll(-1, dim: 2),
      "flip": m3.flip([0, 2]), "pad": a.pad([1, 2, 0, 1], value: 7), "tril": m3.tril(-1), "triu": m3.triu(1),
      "tile": a.tile([2, 2]), "gather": a.gather(1, Tensor([[0, 2], [1, 1]], dtype: .int64)),
      "scatter_add": a.scatterAdd(1, Tensor([[0, 0], [2, 1]], dtype: .int64), .ones([2, 2])),
      "index_select": m3.indexSelect(1, Tensor([2, 0], dtype: .int64)), "where": a.where(a .> 0, b),
      "masked": a[a .> 0], "linspace": .linspace(-1, 2, 7), "arange": .arange(0.5, 3, step: 0.4),
    ]
  }

  private static func losses() -> [String: Tensor] {
    [
      "mse": mseLoss(a, b), "l1": l1Loss(a, b), "huber": huberLoss(a, b, delta: 0.7),
      "smooth_l1": smoothL1Loss(a, b, beta: 0.7), "bce": bceLoss(a.sigmoid(), b.sigmoid()),
      "bce_logits": bceWithLogits(a, b.sigmoid()), "cross_entropy": crossEntropy(a, t),
      "cross_entropy_weighted": crossEntropy(a, t, weight: weights, labelSmoothing: 0.1),
      "cross_entropy_ignored": crossEntropy(a, t, ignoreIndex: 2),
      "cross_entropy_probabilities": crossEntropy(a, b.softmax(dim: 1)),
      "cross_entropy_images": crossEntropy(img, (Tensor.arange(50) % 3).reshape([2, 5, 5])),
      "nll": nllLoss(a.logSoftmax(dim: 1), t, weight: weights),
      "kl_div": klDiv(a.logSoftmax(dim: 1), b.softmax(dim: 1), reduction: .sum),
      "kl_div_log": klDiv(a.logSoftmax(dim: 1), b.logSoftmax(dim: 1), reduction: .sum, logTarget: true),
      "cosine": cosineSimilarity(a, b),
    ]
  }

  private static func layers() -> [String: Tensor] {
    manualSeed(9)
    return [
      "layer_norm": layerNorm(m3, [4], weight: .arange(0.0, 4.0), bias: .ones([4])),
      "batch_norm": batchNorm(
        img, mean: nil, variance: nil, weight: .arange(0.0, 3.0), bias: .ones([3]), training: true),
      "conv2d": conv2d(img, ker, bias: .arange(0.0, 4.0), stride: 2, padding: 1),
      "conv2d_groups": conv2d(img.tile([1, 2, 1, 1]), ker, dilation: 2, groups: 2),
      "conv1d": conv1d(m3, m3[.all, .all, 0..<2], padding: 1),
      "conv_transpose2d": convTranspose2d(img, ker.transpose(0, 1), stride: 2, padding: 1, outputPadding: 1),
      "max_pool2d": maxPool2d(img, 3, stride: 2, padding: 1), "avg_pool2d": avgPool2d(img, 2),
      "attention": scaledDotProductAttention(m3, m3.flip([1]), m3 * 2, isCausal: true),
      "embedding": embedding(
        Tensor([[0, 2], [1, 1]], dtype: .int64), Tensor.arange(0.0, 6.0).reshape([3, 2])),
      "dropout": dropout(m3, p: 0.3),
    ]
  }

  @Test func valuesAreThoseOfPyTorch() {
    let expected = TorchGoldens.table("forward")
    let calls = Self.calls()
    #expect(Set(calls.keys) == Set(expected.keys))
    for (name, result) in calls.sorted(by: { $0.key < $1.key }) {
      guard let numbers = expected[name] else { continue }
      let wanted = Tensor(numbers, shape: [numbers.count])
      let given = result.to(.float32).flatten()
      #expect(given.count == numbers.count, "\(name): \(result.shape)")
      if given.count == numbers.count {
        #expect(given.allClose(wanted, rtol: 2e-6, atol: 1e-6), "\(name): \(given) and \(wanted)")
      }
    }
  }

  /// An array written in place is one of Float32, and yet names classes, rows and places.
  @Test func wholeNumbersOfAnyTypeAreIndices() throws {
    let logits = Tensor([[1, 2, 3], [3, 1, 0]])
    let classes = Tensor([2, 0])
    #expect(classes.dtype == .float32)
    let integers = classes.to(.int64)
    #expect(crossEntropy(logits, classes).item() == crossEntropy(logits, integers).item())
    #expect(nllLoss(logits, classes).item() == nllLoss(logits, integers).item())
    #expect(logits[Tensor([1, 0])].toArray() == logits[Tensor([1, 0], dtype: .int64)].toArray())
    #expect(embedding(Tensor([1]), logits).toArray() == [3, 1, 0])
    #expect(throws: TensorError.self) { try Tensor([0.5]).indices(of: "indexSelect") }
    #expect(throws: TensorError.self) { try Tensor([Double.nan]).indices(of: "indexSelect") }
    #expect(throws: TensorError.self) { try Tensor([true]).indices(of: "indexSelect") }
  }
}
