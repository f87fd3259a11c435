import Foundation

var seed = 1337
func rnd() -> Double {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return Double(seed) / 2147483648.0
}

final class Value: Hashable {
  var data: Double
  var grad = 0.0
  var backwardStep: () -> Void = {}
  let children: [Value]
  init(_ data: Double, _ children: [Value] = []) {
    self.data = data
    self.children = children
  }
  static func == (a: Value, b: Value) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  static func + (a: Value, b: Value) -> Value {
    let out = Value(a.data + b.data, [a, b])
    out.backwardStep = { [unowned out] in
      a.grad += out.grad
      b.grad += out.grad
    }
    return out
  }
  static func * (a: Value, b: Value) -> Value {
    let out = Value(a.data * b.data, [a, b])
    out.backwardStep = { [unowned out] in
      a.grad += b.data * out.grad
      b.grad += a.data * out.grad
    }
    return out
  }
  func relu() -> Value {
    let out = Value(data < 0 ? 0 : data, [self])
    out.backwardStep = { [unowned out] in self.grad += out.data > 0 ? out.grad : 0 }
    return out
  }
  func backward() {
    var topo: [Value] = []
    var visited: Set<Value> = []
    func build(_ v: Value) {
      if visited.contains(v) { return }
      visited.insert(v)
      for child in v.children { build(child) }
      topo.append(v)
    }
    build(self)
    grad = 1
    for v in topo.reversed() { v.backwardStep() }
  }
}

final class Neuron {
  let w: [Value]
  let b = Value(0)
  let nonlin: Bool
  init(_ nin: Int, _ nonlin: Bool) {
    w = (0..<nin).map { _ in Value(rnd() * 2 - 1) }
    self.nonlin = nonlin
  }
  func callAsFunction(_ x: [Value]) -> Value {
    var act = b
    for (wi, xi) in zip(w, x) { act = act + wi * xi }
    return nonlin ? act.relu() : act
  }
  var parameters: [Value] { w + [b] }
}
struct Layer {
  let neurons: [Neuron]
  init(_ nin: Int, _ nout: Int, _ nonlin: Bool) { neurons = (0..<nout).map { _ in Neuron(nin, nonlin) } }
  func callAsFunction(_ x: [Value]) -> [Value] { neurons.map { $0(x) } }
  var parameters: [Value] { neurons.flatMap { $0.parameters } }
}
var inputs: [[Double]] = []
var targets: [Double] = []
for k in 0..<100 {
  let t = Double.pi * Double(k / 2) / 49
  if k % 2 == 0 {
    inputs.append([cos(t) + 0.2 * (rnd() - 0.5), sin(t) + 0.2 * (rnd() - 0.5)])
    targets.append(-1)
  } else {
    inputs.append([1 - cos(t) + 0.2 * (rnd() - 0.5), 0.5 - sin(t) + 0.2 * (rnd() - 0.5)])
    targets.append(1)
  }
}
let layers = [Layer(2, 16, true), Layer(16, 16, true), Layer(16, 1, false)]
func model(_ x: [Value]) -> Value {
  var x = x
  for layer in layers { x = layer(x) }
  return x[0]
}
let parameters = layers.flatMap { $0.parameters }
for k in 0..<3 {
  let scores = inputs.map { row in model(row.map { Value($0) }) }
  var dataLoss = Value(0)
  for (y, s) in zip(targets, scores) { dataLoss = dataLoss + (Value(1) + Value(-y) * s).relu() }
  dataLoss = dataLoss * Value(1.0 / Double(scores.count))
  var regLoss = Value(0)
  for p in parameters { regLoss = regLoss + p * p }
  let total = dataLoss + Value(1e-4) * regLoss
  for p in parameters { p.grad = 0 }
  total.backward()
  let lr = 1.0 - 0.9 * Double(k) / 100
  for p in parameters { p.data -= lr * p.grad }
  var right = 0
  for (y, s) in zip(targets, scores) where (y > 0) == (s.data > 0) { right += 1 }
  print(String(format: "step %d loss %.9f accuracy %d%%", k, total.data, right))
}
