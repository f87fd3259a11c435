import Foundation
indirect enum Ex { case c(Double), x, add(Ex, Ex), mul(Ex, Ex), sin(Ex), exp(Ex)
  func eval(_ v: Double) -> Double { switch self { case .c(let k): k; case .x: v; case let .add(a, b): a.eval(v) + b.eval(v); case let .mul(a, b): a.eval(v) * b.eval(v); case .sin(let a): Foundation.sin(a.eval(v)); case .exp(let a): Foundation.exp(a.eval(v)) } }
  var d: Ex { switch self { case .c: .c(0); case .x: .c(1); case let .add(a, b): .add(a.d, b.d); case let .mul(a, b): .add(.mul(a.d, b), .mul(a, b.d)); case .sin(let a): .mul(a.d, .sin(.add(a, .c(.pi / 2)))); case .exp(let a): .mul(a.d, self) } }
  var simple: Ex { switch self { case let .add(a, b): switch (a.simple, b.simple) { case let (.c(p), .c(q)): .c(p + q); case let (.c(0), y): y; case let (x, .c(0)): x; case let (x, y): .add(x, y) }
    case let .mul(a, b): switch (a.simple, b.simple) { case let (.c(p), .c(q)): .c(p * q); case (.c(0), _), (_, .c(0)): .c(0); case let (.c(1), y): y; case let (x, .c(1)): x; case let (x, y): .mul(x, y) }
    default: self } }
  var text: String { switch self { case .c(let k): "\(k)"; case .x: "x"; case let .add(a, b): "(\(a.text) + \(b.text))"; case let .mul(a, b): "\(a.text)·\(b.text)"; case .sin(let a): "sin(\(a.text))"; case .exp(let a): "exp(\(a.text))" } } }
let f = Ex.mul(.x, .exp(.mul(.c(-1), .x)))
print(f.text, f.d.simple.text, f.eval(1), f.d.eval(1))
let h = 1e-5; print(abs((f.eval(2 + h) - f.eval(2 - h)) / (2 * h) - f.d.eval(2)) < 1e-8, Ex.sin(.x).d.simple.text)
