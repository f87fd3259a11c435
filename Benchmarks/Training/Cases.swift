import Nabla

/// The networks of training.py: the same names of parameters, so that its initial weights load by name.
func trainingStep(_ name: String, _ data: TensorArchive, load: (any Module) throws -> Void) throws -> (() -> Tensor)? {
  let (x, y) = (data["x"], data["y"])

  func step(
    _ model: any Module, _ optimizer: (any Module) -> Optimizer, _ loss: @escaping (Tensor, Tensor) -> Tensor
  ) throws -> () -> Tensor {
    try load(model)
    let optimizer = optimizer(model)
    return {
      optimizer.zeroGrad()
      let loss = loss(model(x), y)
      loss.backward()
      optimizer.step()
      return loss
    }
  }
  func sgd(_ lr: Double) -> (any Module) -> Optimizer { { SGD($0.parameters, lr: lr) } }
  func adam(_ lr: Double) -> (any Module) -> Optimizer { { Adam($0.parameters, lr: lr) } }

  switch name {
  case "xor":
    return try step(Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid()), sgd(0.5)) { mseLoss($0, $1) }
  case "moons":
    let model = Sequential(Linear(2, 16), ReLU(), Linear(16, 16), ReLU(), Linear(16, 1))
    return try step(model, sgd(0.1)) { bceWithLogits($0, $1) }
  case "mnist-sgd":
    return try step(Sequential(Linear(784, 128), ReLU(), Linear(128, 10)), sgd(0.1)) { crossEntropy($0, $1) }
  case "mnist-adam":
    return try step(Sequential(Linear(784, 128), ReLU(), Linear(128, 10)), adam(1e-3)) { crossEntropy($0, $1) }
  case "large":
    let model = Sequential(Linear(1024, 1024), ReLU(), Linear(1024, 1024), ReLU(), Linear(1024, 10))
    return try step(model, sgd(0.05)) { crossEntropy($0, $1) }
  case "cnn":
    let model = Sequential(
      Conv2d(1, 8, 3, padding: 1), ReLU(), MaxPool2d(2), Conv2d(8, 16, 3, padding: 1), ReLU(), MaxPool2d(2), Flatten(),
      Linear(784, 10))
    return try step(model, sgd(0.05)) { crossEntropy($0, $1) }
  case "transformer": return try step(Transformer(), adam(1e-3)) { crossEntropy($0, $1.reshape([-1])) }
  case "rnn": return try step(Recurrent(), sgd(0.1)) { crossEntropy($0, $1) }
  case "logistic": return try step(Sequential(Linear(20, 1)), sgd(0.5)) { bceWithLogits($0, $1) }
  case "deep":
    let layers = (0..<50).flatMap { _ in [Linear(32, 32), Tanh()] as [any Module] }
    return try step(Sequential(layers), sgd(0.05)) { mseLoss($0, $1) }
  default: return nil
  }
}

/// Two layers of 64 over 16 steps of 32 numbers, whose last state tells ten classes apart.
struct Recurrent: Module {
  let rnn = RNN(32, 64, layers: 2)
  let head = Linear(64, 10)

  func callAsFunction(_ x: Tensor) -> Tensor { head(rnn(x).output[-1]) }
}

/// One block: 16 rows of 64 letters of 65, 64 features, 4 heads.
struct Transformer: Module {
  let token = Embedding(65, 64)
  let position = Embedding(64, 64)
  let ln1 = LayerNorm(64)
  let qkv = Linear(64, 192)
  let proj = Linear(64, 64)
  let ln2 = LayerNorm(64)
  let fc1 = Linear(64, 256)
  let fc2 = Linear(256, 64)
  let lnf = LayerNorm(64)
  let head = Linear(64, 65)
  private let places = Tensor.arange(64)

  func callAsFunction(_ x: Tensor) -> Tensor {
    let (rows, length) = (x.shape[0], x.shape[1])
    var h = token(x) + position(places)
    let parts = qkv(ln1(h)).split(64, dim: 2).map { $0.reshape([rows, length, 4, 16]).transpose(1, 2) }
    let attended = scaledDotProductAttention(parts[0], parts[1], parts[2], isCausal: true)
    h = h + proj(attended.transpose(1, 2).reshape([rows, length, 64]))
    h = h + fc2(geluTanh(fc1(ln2(h))))
    return head(lnf(h)).reshape([-1, 65])
  }
}
