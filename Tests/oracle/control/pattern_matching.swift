enum Shape { case circle(r: Double), square(Double), group([Shape]) }
func describe(_ s: Shape) -> String {
  switch s {
  case .circle(r: 0): return "point"
  case .circle(let r) where r > 10: return "big circle"
  case .circle: return "circle"
  case .square(1...5): return "small square"
  case .square(let x): return "square \(x)"
  case .group(let xs) where xs.isEmpty: return "empty"
  case .group(let xs): return "[" + xs.map(describe).joined(separator: ", ") + "]"
  }
}
for s in [Shape.circle(r: 0), .circle(r: 11), .circle(r: 2), .square(3), .square(9), .group([]), .group([.square(2), .circle(r: 1)])] { print(describe(s)) }
let pair: (Int?, String?) = (1, nil)
switch pair { case (let a?, let b?): print(a, b); case (let a?, nil): print("only", a); case (nil, _): print("none") }
if case (1..., _) = (5, "x") { print("matched") }
struct Even {}
func ~= (p: Even, v: Int) -> Bool { v % 2 == 0 }
switch 8 { case Even(): print("even"); default: print("odd") }
