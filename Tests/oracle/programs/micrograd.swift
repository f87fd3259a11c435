import Foundation
final class Value { var data: Double; var grad = 0.0; let prev: [Value]; var back: () -> Void = {}; let op: String
  init(_ data: Double, _ prev: [Value] = [], _ op: String = "") { self.data = data; self.prev = prev; self.op = op }
  static func + (a: Value, b: Value) -> Value { let o = Value(a.data + b.data, [a, b], "+"); o.back = { [unowned o] in a.grad += o.grad; b.grad += o.grad }; return o }
  static func * (a: Value, b: Value) -> Value { let o = Value(a.data * b.data, [a, b], "*"); o.back = { [unowned o] in a.grad += b.data * o.grad; b.grad += a.data * o.grad }; return o }
  func tanh() -> Value { let t = Foundation.tanh(data); let o = Value(t, [self], "tanh"); o.back = { [unowned o] in self.grad += (1 - t * t) * o.grad }; return o }
  func backward() { var topo: [Value] = []; var seen = Set<ObjectIdentifier>()
    func build(_ v: Value) { if seen.insert(ObjectIdentifier(v)).inserted { for p in v.prev { build(p) }; topo.append(v) } }
    build(self); grad = 1; for v in topo.reversed() { v.back() } } }
struct LCG { var s: UInt64 = 7; mutating func next() -> Double { s = s &* 6364136223846793005 &+ 1442695040888963407; return Double(s >> 11) / 9007199254740992 * 2 - 1 } }
var rng = LCG()
struct Neuron { let w: [Value], b: Value
  init(_ n: Int, _ rng: inout LCG) { var w: [Value] = []; for _ in 0..<n { w.append(Value(rng.next())) }; self.w = w; b = Value(0) }
  func callAsFunction(_ x: [Value]) -> Value { zip(w, x).reduce(b) { $0 + $1.0 * $1.1 }.tanh() }
  var parameters: [Value] { w + [b] } }
struct MLP { let layers: [[Neuron]]
  init(_ sizes: [Int], _ rng: inout LCG) { var layers: [[Neuron]] = []; for i in 1..<sizes.count { var l: [Neuron] = []; for _ in 0..<sizes[i] { l.append(Neuron(sizes[i - 1], &rng)) }; layers.append(l) }; self.layers = layers }
  func callAsFunction(_ x: [Double]) -> Value { var h = x.map { Value($0) }; for l in layers { h = l.map { $0(h) } }; return h[0] }
  var parameters: [Value] { layers.flatMap { $0.flatMap { $0.parameters } } } }
let net = MLP([2, 4, 1], &rng)
let xs = [[0.0, 0.0], [0, 1], [1, 0], [1, 1]], ys = [-1.0, 1, 1, -1]
for step in 0...200 {
  var loss = Value(0)
  for (x, y) in zip(xs, ys) { let d = net(x) + Value(-y); loss = loss + d * d }
  for p in net.parameters { p.grad = 0 }
  loss.backward()
  for p in net.parameters { p.data -= 0.1 * p.grad }
  if step % 50 == 0 { print(step, String(format: "%.6f", loss.data)) }
}
print(xs.map { net($0).data > 0 ? 1 : 0 })
