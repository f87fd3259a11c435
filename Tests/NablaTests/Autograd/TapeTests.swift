import Nabla
import Testing

@Suite struct TapeTests {
  private func failure(_ body: () -> Void) -> String { Failure.caught(body)?.message ?? "no failure" }

  @Test func aSecondBackwardNamesTheFirst() {
    let x = Tensor([1, 2], requiresGrad: true)
    let loss = (x * x).sum()
    Site.current = Site(cell: 3, line: 7).rawValue
    loss.backward()
    Site.current = 0
    let message = failure { loss.backward() }
    #expect(message.contains("already been used by a backward, at cell 3, line 7"))
    #expect(message.contains("retainGraph: true"))
    #expect(x.grad?.toArray() == [2, 4])
  }

  @Test func aRetainedGraphAddsUp() {
    let x = Tensor([1, 2], requiresGrad: true)
    let square = x * x
    let loss = square.sum()
    loss.backward(retainGraph: true)
    loss.backward()
    #expect(x.grad?.toArray() == [4, 8])
    #expect(square.grad?.toArray() == [2, 2])
  }

  @Test func aChangeInPlaceThatBackwardNeedsIsAnError() {
    var w = Tensor([1, 2], requiresGrad: true).name("w")
    let loss = (w * w).sum()
    Site.current = Site(cell: 2, line: 4).rawValue
    noGrad { w -= 0.1 }
    Site.current = 0
    let message = failure { loss.backward() }
    #expect(message.contains("mul needs the value of w [2]"))
    #expect(message.contains("-= (cell 2, line 4) has changed it in place"))
    #expect(w.grad == nil)
    // An operation that does not need the value does not mind.
    let sum = w.sum()
    noGrad { w -= 0.1 }
    sum.backward()
    #expect(w.grad?.toArray() == [1, 1])
  }

  @Test func tensorsAreValuesAndParametersAreShared() {
    let x = Tensor([1, 2])
    var y = x
    y += 1.0
    y[0] = Tensor(9)
    #expect(x.toArray() == [1, 2])
    #expect(y.toArray() == [9, 3])
    let w = Tensor([1, 2], requiresGrad: true)
    var alias = w
    noGrad { alias *= 2.0 }
    #expect(w.toArray() == [2, 4])
    #expect(failure { alias += 1.0 }.contains("leaf with requiresGrad"))
    #expect(w.toArray() == [2, 4])
  }

  @Test func intermediatesKeepTheirGradients() {
    let x = Tensor([[1, 2], [3, 4]], requiresGrad: true)
    let h = x.tanh()
    let big = Tensor.ones([300, 300]) * x.sum()
    let named = (Tensor.ones([300, 300]) * x.sum()).name("named")
    (h.sum() + big.sum() + named.sum()).backward()
    #expect(h.grad?.toArray() == [1, 1, 1, 1])
    #expect(big.grad == nil)
    #expect(named.grad?.shape == [300, 300])
  }

  @Test func gradientsReachEachUseOnce() {
    let x = Tensor(3, dtype: .float64, requiresGrad: true)
    let y = x * x + x + x
    y.backward()
    #expect(x.grad?.item() == 8)
  }

  @Test func nothingIsRecordedWithoutGrad() {
    let x = Tensor([1], requiresGrad: true)
    let y = noGrad { x * 2 }
    #expect(!y.requiresGrad && y.isLeaf)
    #expect(failure { y.backward() }.contains("inside `noGrad`"))
    #expect(!(x.detach() * 2).requiresGrad)
  }

  @Test func aLongChainIsReleased() {
    let x = Tensor(1, requiresGrad: true)
    var y = x
    for _ in 0..<200_000 { y = y + 1 }
    y.backward()
    #expect(x.grad?.item() == 1)
  }

  @Test func aNonFiniteValueIsTracedToItsBirth() {
    detectAnomaly()
    defer { detectAnomaly(false) }
    let x = Tensor([1, 0, 2])
    Site.current = Site(cell: 5, line: 2).rawValue
    let message = failure { _ = x.log() + 1 }
    Site.current = 0
    #expect(message.hasPrefix("an infinity was born in log (cell 5, line 2), at element 1 of its result [3]"))
  }

  @Test func transformsCompose() {
    let cube = { (x: Tensor) -> Tensor in (x ** 3).sum() }
    let x = Tensor([1, 2], dtype: .float64)
    #expect(grad(of: cube)(x).toArray() == [3, 12])
    #expect(hessian(of: cube)(x).toArray() == [6, 0, 0, 12])
    #expect(grad(of: { grad(of: cube)($0).sum() })(x).toArray() == [6, 12])
    #expect(jacobian(of: { $0 * $0 })(x).toArray() == [2, 0, 0, 4])
    let (value, product) = vjp({ $0 * $0 }, x, Tensor([1, 10], dtype: .float64))
    #expect(value.toArray() == [1, 4] && product.toArray() == [2, 40])
    #expect(jvp({ $0 * $0 }, x, Tensor([1, 10], dtype: .float64)).product.toArray() == [2, 40])
    #expect(!product.requiresGrad)
  }

  @Test func everyFailureLeavesTheSessionAlive() {
    let a = Tensor.ones([2, 3])
    let failures: [(String, () -> Void)] = [
      ("matmul: [2, 3] by [2, 3]: 3 ≠ 2", { _ = a.matmul(a) }),
      ("add: [2, 3] and [2]: sizes 3 and 2 at dimension -1", { _ = a + Tensor([1, 2]) }),
      ("cannot fill 7 places", { _ = a.reshape([7]) }),
      ("only one size may be -1", { _ = a.reshape([-1, -1]) }),
      ("index 5 is out of range for dimension 0", { _ = a[5] }),
      ("3 indices for a tensor of shape [2, 3]", { _ = a[0, 0, 0] }),
      ("does not fit dimension 1", { _ = a[0, 2...9] }),
      ("must be in -2...1", { _ = a.sum(dim: 2) }),
      ("rows of 2 and 1 elements", { _ = Tensor([[1, 2], [3]]) }),
      ("out of memory", { _ = Tensor.zeros([1 << 30, 1 << 20]) }),
      ("more elements than memory", { _ = Tensor.zeros([1 << 40, 1 << 40]) }),
      ("negative sizes", { _ = Tensor.zeros([-1]) }),
      ("at most 8 dimensions", { _ = Tensor.zeros([1, 1, 1, 1, 1, 1, 1, 1, 1]) }),
      ("only a tensor of one element", { _ = a.item() }),
      ("has no single slope", { (a * Tensor.ones([2, 3], requiresGrad: true)).backward() }),
      ("must have the same shape", { _ = mseLoss(a, Tensor.ones([2])) }),
      ("the class 3 at position 1 is not in 0..<3", { _ = crossEntropy(a, Tensor([0, 3] as [Int])) }),
      ("the layer takes 4 features", { _ = Linear(4, 2)(a) }),
      ("no parameter is called \"x\"", { _ = Linear(4, 2)["x"] }),
      ("divided by zero", { _ = Tensor([1, 2] as [Int]) % 0 }),
      ("nothing to choose from", { _ = Tensor.zeros([0, 3]).max(dim: 0) }),
      ("only floating-point tensors have gradients", { Tensor([1] as [Int]).requiresGrad = true }),
    ]
    for (text, call) in failures {
      let message = failure(call)
      #expect(message.contains(text), "\(message)")
    }
    #expect(a.toArray() == [1, 1, 1, 1, 1, 1])
  }
}
