infix operator **: MultiplicationPrecedence
func ** (a: Double, b: Int) -> Double { (0..<b).reduce(1) { r, _ in r * a } }
print(2 ** 10)
//---
print(3 ** 2 + 1)
struct V: Equatable { var x: Int }
extension V { static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }
V(x: 1) + V(x: 2)
//---
func ** (a: Int, b: Int) -> Int { (0..<b).reduce(1) { r, _ in r * a } }
let n: Int = 2 ** 5
print(n, 2.5 ** 2)
