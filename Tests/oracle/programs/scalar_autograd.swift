import Foundation

/// A scalar that remembers how it was computed.
final class Value: CustomStringConvertible {
  private(set) var data: Double
  private(set) var gradient = 0.0
  private let parents: [Value]
  private let operation: String
  private var propagate: (Double) -> Void = { _ in }
  private let id: Int
  nonisolated(unsafe) private static var count = 0

  init(_ data: Double, _ parents: [Value] = [], _ operation: String = "") {
    self.data = data
    self.parents = parents
    self.operation = operation
    Value.count += 1
    id = Value.count
  }

  static func + (a: Value, b: Value) -> Value {
    let out = Value(a.data + b.data, [a, b], "+")
    out.propagate = { [unowned a, unowned b] g in
      a.gradient += g
      b.gradient += g
    }
    return out
  }

  static func * (a: Value, b: Value) -> Value {
    let out = Value(a.data * b.data, [a, b], "*")
    out.propagate = { g in
      a.gradient += b.data * g
      b.gradient += a.data * g
    }
    return out
  }

  static func - (a: Value, b: Value) -> Value { a + b * Value(-1) }
  static func * (a: Double, b: Value) -> Value { Value(a) * b }
  static func + (a: Value, b: Double) -> Value { a + Value(b) }
  static prefix func - (a: Value) -> Value { -1 * a }

  func tanh() -> Value {
    let t = Foundation.tanh(data)
    let out = Value(t, [self], "tanh")
    out.propagate = { [weak self] g in self?.gradient += (1 - t * t) * g }
    return out
  }

  func squared() -> Value { self * self }

  func backward() {
    var order: [Value] = []
    var visited: Set<ObjectIdentifier> = []
    func visit(_ node: Value) {
      guard visited.insert(ObjectIdentifier(node)).inserted else { return }
      node.parents.forEach(visit)
      order.append(node)
    }
    visit(self)
    gradient = 1
    for node in order.reversed() { node.propagate(node.gradient) }
  }

  func step(_ rate: Double) {
    data -= rate * gradient
    gradient = 0
  }

  var description: String { "Value(data: \(String(format: "%.4f", data)), gradient: \(String(format: "%.4f", gradient)))" }
}

struct LCG {
  var state: UInt32
  mutating func next() -> Double {
    state = state &* 1_664_525 &+ 1_013_904_223
    return Double(state) / Double(UInt32.max) * 2 - 1
  }
}

protocol Layer { var parameters: [Value] { get } }

struct Neuron: Layer {
  let weights: [Value], bias: Value
  init(inputs: Int, _ random: inout LCG) {
    weights = (0..<inputs).map { _ in Value(random.next()) }
    bias = Value(0)
  }
  func callAsFunction(_ x: [Value]) -> Value {
    zip(weights, x).map(*).reduce(bias, +).tanh()
  }
  var parameters: [Value] { weights + [bias] }
}

struct Dense: Layer {
  let neurons: [Neuron]
  init(_ inputs: Int, _ outputs: Int, _ random: inout LCG) {
    var made: [Neuron] = []
    for _ in 0..<outputs { made.append(Neuron(inputs: inputs, &random)) }
    neurons = made
  }
  func callAsFunction(_ x: [Value]) -> [Value] { neurons.map { $0(x) } }
  var parameters: [Value] { neurons.flatMap(\.parameters) }
}

let a = Value(2), b = Value(-3), c = Value(10)
let d = a * b + c
let e = d.tanh() * a
e.backward()
print(a, b, c, e, separator: "\n")

var random = LCG(state: 42)
let hidden = Dense(2, 6, &random), output = Dense(6, 1, &random)
let data: [([Double], Double)] = [([0, 0], -1), ([0, 1], 1), ([1, 0], 1), ([1, 1], -1)]
func forward(_ x: [Double]) -> Value { output(hidden(x.map { Value($0) }))[0] }
let layers: [any Layer] = [hidden, output]
let parameters = layers.flatMap { $0.parameters }
print(parameters.count, "parameters")
for epoch in 0...300 {
  let losses = data.map { x, y in (forward(x) - Value(y)).squared() }
  let loss = 0.25 * losses.dropFirst().reduce(losses[0], +)
  loss.backward()
  parameters.forEach { $0.step(0.3) }
  if epoch % 100 == 0 { print(epoch, String(format: "%.5f", loss.data)) }
}
for (x, y) in data { print(x, y, forward(x).data > 0 ? 1 : -1) }
