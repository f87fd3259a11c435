// Comparisons, conversions and arithmetic of floating-point numbers that are not quite numbers.
func compared<T: BinaryFloatingPoint>(_ values: [T]) {
  for a in values {
    var line = ""
    for b in values {
      var bits = 0
      if a < b { bits |= 1 }
      if a <= b { bits |= 2 }
      if a == b { bits |= 4 }
      if a != b { bits |= 8 }
      if a > b { bits |= 16 }
      if a >= b { bits |= 32 }
      if !(a < b) { bits |= 64 }
      if !(a <= b) { bits |= 128 }
      let less = a < b
      let notEqual = a != b
      let equal = a == b
      let lessOrEqual = a <= b
      line += "\(bits)\(less ? "l" : "")\(notEqual ? "n" : "")\(equal ? "e" : "")\(lessOrEqual ? "q" : "") "
    }
    print(line)
  }
}
compared([0.0, -0.0, 1.5, -2.25, Double.nan, .infinity, -.infinity, .leastNonzeroMagnitude])
compared([0.0, -0.0, 1.5, -2.25, Float.nan, .infinity, -.infinity, .leastNonzeroMagnitude])

// The sign of a NaN that arithmetic makes is the processor's.
func shown<T: BinaryFloatingPoint & CustomStringConvertible>(_ x: T) -> String { x.isNaN ? "nan" : x.description }

func arithmetic(_ values: [Double]) {
  for a in values {
    for b in values { print(shown(a + b), shown(a - b), shown(a * b), shown(a / b), terminator: "; ") }
    print(shown(-a), shown(abs(a)), shown(a.squareRoot()), shown(Float(a)))
  }
}
arithmetic([0, -0.0, 1.5, -3, 1e300, 5e-324, .infinity, .nan])

func floats(_ values: [Float]) {
  for a in values {
    for b in values { print(shown(a + b), shown(a - b), shown(a * b), shown(a / b), terminator: "; ") }
    print(shown(-a), shown(abs(a)), shown(a.squareRoot()), shown(Double(a)))
  }
}
floats([0, -0.0, 1.5, -3, 1e30, 1e-45, .infinity, .nan])

func whole(_ x: Double) -> Int { Int(x) }
print([0.0, -0.0, 0.99, -0.99, 1e18, -9223372036854775808, 9223372036854774784, 4.5e15].map(whole))
func exact(_ x: Double) -> Int? { Int(exactly: x) }
print([0.5, 3, 9223372036854775808, -9223372036854775808, .nan].map(exact))
print([Int.max, Int.min, 0, -1, 1 << 53, (1 << 53) + 1].map { Double($0) })
print([Int.max, Int.min, 0, -1, 1 << 24, (1 << 24) + 1].map { Float($0) })

var i = 0
var x = 1.0
while x < 1000 { x *= 1.5; i += 1 }
while !(x < 10) { x /= 3; i += 1 }
repeat { x -= 0.25; i += 1 } while x >= 1
while x != 0.5, i < 100 { x = x > 0.5 ? x - 0.125 : 0.5; i += 1 }
print(i, x)
var y: Float = 0
for k in 1...20 { y = y * 1.5 + Float(k) / 3 }
print(y, y > 100, y.isNaN)

struct Body { var x = 0.0, y = 0.0, mass = 1.0 }
final class System {
  var bodies = [Body(x: 1, y: 2, mass: 3), Body(x: -1, y: 0.5, mass: 0.25)]
  var energy = 0.0
  func step(_ dt: Double) {
    for i in bodies.indices {
      bodies[i].x += bodies[i].y * dt
      bodies[i].y -= bodies[i].x * dt * bodies[i].mass
      bodies[i].mass *= 1.0001
      energy += bodies[i].x * bodies[i].x
    }
    energy -= 0.5
    energy *= 0.99
  }
}
let system = System()
for _ in 0..<50 { system.step(0.01) }
print(system.energy, system.bodies[0].x, system.bodies[1].mass)
