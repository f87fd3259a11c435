struct Vec: Equatable, CustomStringConvertible {
  var x, y: Double
  static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Vec, b: Vec) -> Vec { Vec(x: a.x - b.x, y: a.y - b.y) }
  static prefix func - (a: Vec) -> Vec { Vec(x: -a.x, y: -a.y) }
  static func * (k: Double, v: Vec) -> Vec { Vec(x: k * v.x, y: k * v.y) }
  static func += (a: inout Vec, b: Vec) { a = a + b }
  static func • (a: Vec, b: Vec) -> Double { a.x * b.x + a.y * b.y }
  var description: String { "(\(x), \(y))" }
}
infix operator •: MultiplicationPrecedence
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
postfix operator %%
postfix func %% (x: Double) -> String { "\(x * 100)%" }
infix operator **: PowerPrecedence
precedencegroup PowerPrecedence { higherThan: MultiplicationPrecedence associativity: right }
func ** (base: Int, power: Int) -> Int { (0..<power).reduce(1) { r, _ in r * base } }
var v = Vec(x: 1, y: 2)
let w = Vec(x: 3, y: -1)
v += w
print(v, -v, v - w, 2 * v, v • w + 1, v == Vec(x: 4, y: 1), √16, 0.25%%, 2 ** 3 ** 2, 2 * 3 ** 2)
