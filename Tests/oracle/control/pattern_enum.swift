enum Shape {
  case circle(radius: Double)
  case rectangle(width: Double, height: Double)
  case polygon([(Double, Double)])
  indirect case group(Shape, Shape)
}
func describe(_ s: Shape) -> String {
  switch s {
  case .circle(radius: let r) where r > 10: "big circle"
  case .circle(let r): "circle \(r)"
  case let .rectangle(w, h) where w == h: "square \(w)"
  case .rectangle(width: let w, _): "rectangle \(w)"
  case .polygon(let points) where points.isEmpty: "nothing"
  case .polygon(let points): "polygon \(points.count) \(points[0].1)"
  case .group(.circle, let other): "circle and " + describe(other)
  case .group(let a, let b): describe(a) + " + " + describe(b)
  }
}
for s: Shape in [.circle(radius: 2), .circle(radius: 20), .rectangle(width: 2, height: 2), .rectangle(width: 1, height: 3), .polygon([]), .polygon([(1, 2)]), .group(.circle(radius: 1), .polygon([])), .group(.polygon([]), .circle(radius: 3))] { print(describe(s)) }
if case .rectangle(let w, let h) = Shape.rectangle(width: 3, height: 4) { print(w * h) }
let shapes: [Shape] = [.circle(radius: 1), .rectangle(width: 1, height: 2), .circle(radius: 3)]
var total = 0.0
for case .circle(let r) in shapes { total += r }
print(total)
guard case .circle = shapes[0] else { fatalError() }
print("first is a circle")
