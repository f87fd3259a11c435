func loss(_ w: Double, _ b: Double, _ data: [(x: Double, y: Double)]) -> Double {
  var total = 0.0
  for p in data { let e = w * p.x + b - p.y; total += e * e }
  return total / Double(data.count)
}
let data: [(x: Double, y: Double)] = (0..<10).map { i in let x = Double(i) / 10; return (x: x, y: 3 * x + 1) }
var w = 0.0, b = 0.0, history: [Double] = []
for epoch in 1...300 {
  var dw = 0.0, db = 0.0
  for (x, y) in data { let e = w * x + b - y; dw += 2 * e * x; db += 2 * e }
  w -= 0.3 * dw / Double(data.count); b -= 0.3 * db / Double(data.count)
  history.append(loss(w, b, data))
  if epoch % 100 == 0 { print(epoch, history.last! < history[0]) }
}
print((w * 100).rounded() / 100, (b * 100).rounded() / 100, history.count, history.min()! == history.last!)
