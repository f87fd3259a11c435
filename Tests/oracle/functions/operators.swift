infix operator **: MultiplicationPrecedence
func ** (a: Double, b: Double) -> Double { var r = 1.0; for _ in 0..<Int(b) { r *= a }; return r }
print(2 ** 10)
struct Vec: Equatable { var x, y: Double
  static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }
  static func * (a: Double, b: Vec) -> Vec { Vec(x: a * b.x, y: a * b.y) }
  static prefix func - (a: Vec) -> Vec { Vec(x: -a.x, y: -a.y) }
  static func += (a: inout Vec, b: Vec) { a = a + b }
}
var v = Vec(x: 1, y: 2) + 2 * Vec(x: 3, y: 4)
v += -Vec(x: 1, y: 1)
print(v, v == Vec(x: 6, y: 9))
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
print(√16)
postfix operator %%
postfix func %% (x: Int) -> Double { Double(x) / 100 }
print(50%%)
precedencegroup PipePrecedence { associativity: left higherThan: AdditionPrecedence }
infix operator |>: PipePrecedence
func |> <A, B>(x: A, f: (A) -> B) -> B { f(x) }
print(3 |> { $0 + 1 } |> { "\($0)" })
