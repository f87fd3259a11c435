enum Shape { case circle(r: Double), rect(w: Double, h: Double), path([(Int, Int)]), named(String, inner: Box?) }
final class Box { let shape: Shape; init(_ s: Shape) { shape = s } }
func describe(_ s: Shape) -> String {
  switch s {
  case .circle(0): return "point"
  case .circle(let r) where r < 0: return "invalid"
  case .circle(r: 0..<1): return "small circle"
  case .circle: return "circle"
  case let .rect(w, h) where w == h: return "square \(w)"
  case .rect(_, h: 10...): return "tall"
  case .rect(let size): return "rect \(size.w)x\(size.h)"
  case .path(let points) where points.isEmpty: return "empty path"
  case .path(let points): return "path to \(points.last!)"
  case .named("", _): return "nameless"
  case .named(let name, inner: let box?): return name + "(" + describe(box.shape) + ")"
  case .named(let name, nil): return name
  }
}
let shapes: [Shape] = [
  .circle(r: 0), .circle(r: -1), .circle(r: 0.5), .circle(r: 2), .rect(w: 2, h: 2), .rect(w: 1, h: 20), .rect(w: 1, h: 2), .path([]),
  .path([(1, 2), (3, 4)]), .named("", inner: nil), .named("a", inner: Box(.circle(r: 1))), .named("b", inner: nil),
]
shapes.forEach { print(describe($0)) }
func classify(_ p: (Int, Int)) -> String {
  switch p {
  case (0, 0): "origin"
  case (_, 0): "x axis"
  case (0, _): "y axis"
  case (-2...2, -2...2): "near"
  case let (x, y) where x == y || x == -y: "diagonal"
  case (let d, _) where d > 100: "far right"
  default: "elsewhere"
  }
}
print([(0, 0), (3, 0), (0, 9), (1, -2), (7, -7), (101, 5), (8, 9)].map(classify))
func optional(_ x: Int??) -> String {
  switch x {
  case .some(.some(let n)): "\(n)"
  case .some(nil): "inner nil"
  case nil: "nil"
  }
}
print(optional(3), optional(.some(nil)), optional(nil))
for case let (i, .some(x)) in [1, nil, 3].enumerated() { print(i, x, terminator: " ") }
for case .rect(let w, _) in shapes where w > 1 { print(w) }
if case .path(let points) = shapes[8], case (let first, _)? = points.first, first == 1 { print("starts at", first) }
guard case .circle(let radius) = shapes[3] else { fatalError() }
print(radius)
let n = 7
switch n {
case let x where x.isMultiple(of: 2): print("even")
case 1, 3, 5, 7, 9:
  print("odd digit", terminator: ", ")
  fallthrough
case 100: print("fell")
default: print("none")
}
let word: Any = "text"
switch word {
case let s as String where s.count > 10: print("long")
case let s as String: print("short", s)
default: break
}
