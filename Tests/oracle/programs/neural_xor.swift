struct LCG { var s: UInt64 = 7; mutating func uniform() -> Double { s = s &* 6364136223846793005 &+ 1442695040888963407; return Double(s >> 33) / Double(1 << 31) * 2 - 1 } }
var rng = LCG()
struct Layer {
  var w: [[Double]], b: [Double]
  init(_ i: Int, _ o: Int) { w = (0..<o).map { _ in (0..<i).map { _ in rng.uniform() } }; b = (0..<o).map { _ in rng.uniform() } }
  func forward(_ x: [Double]) -> [Double] {
    w.indices.map { j in
      var sum = b[j]
      for i in x.indices { sum += w[j][i] * x[i] }
      return 1 / (1 + exp(-sum))
    }
  }
}
import Foundation
var hidden = Layer(2, 4), output = Layer(4, 1)
let data: [([Double], Double)] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
func epoch(_ lr: Double) -> Double {
  var loss = 0.0
  for (x, y) in data {
    let h = hidden.forward(x), o = output.forward(h)[0]
    loss += (o - y) * (o - y)
    let d = 2 * (o - y) * o * (1 - o)
    for j in 0..<4 {
      let g = d * output.w[0][j] * h[j] * (1 - h[j])
      output.w[0][j] -= lr * d * h[j]
      for i in 0..<2 { hidden.w[j][i] -= lr * g * x[i] }
      hidden.b[j] -= lr * g
    }
    output.b[0] -= lr * d
  }
  return loss / 4
}
var first = epoch(0.5), last = 0.0
for _ in 0..<2000 { last = epoch(0.5) }
print(first > last, last < 0.05, data.map { Int(output.forward(hidden.forward($0.0))[0].rounded()) })
