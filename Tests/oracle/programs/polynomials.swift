struct Polynomial: Equatable, CustomStringConvertible, ExpressibleByArrayLiteral {
  var c: [Int]
  init(_ c: [Int]) { self.c = c; while self.c.last == 0 { self.c.removeLast() } }
  init(arrayLiteral e: Int...) { self.init(e) }
  var degree: Int { max(c.count - 1, 0) }
  subscript(i: Int) -> Int { i < c.count ? c[i] : 0 }
  func callAsFunction(_ x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } }
  static func + (a: Self, b: Self) -> Self { Self((0...max(a.degree, b.degree)).map { a[$0] + b[$0] }) }
  static func * (a: Self, b: Self) -> Self {
    var r = [Int](repeating: 0, count: a.degree + b.degree + 1)
    for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }
    return Self(r)
  }
  static prefix func - (a: Self) -> Self { Self(a.c.map { -$0 }) }
  static func - (a: Self, b: Self) -> Self { a + -b }
  var derivative: Self { Self(c.enumerated().dropFirst().map { $0 * $1 }) }
  var description: String {
    let terms = c.enumerated().reversed().filter { $0.element != 0 }.map { i, k in i == 0 ? "\(k)" : "\(k == 1 ? "" : k == -1 ? "-" : "\(k)")x\(i == 1 ? "" : "^\(i)")" }
    return terms.isEmpty ? "0" : terms.joined(separator: " + ").replacingMinus
  }
}
extension String { var replacingMinus: String { split(separator: " ").reduce("") { r, w in r.hasSuffix("+") && w.hasPrefix("-") ? r.dropLast() + "- " + w.dropFirst() : (r.isEmpty ? "" : r + " ") + w } } }
let p: Polynomial = [1, -3, 0, 2], q: Polynomial = [0, 1]
print(p, q * q + [5], p.derivative, p(2), p - p, (p * q)(3), p == [1, -3, 0, 2, 0])
