import Foundation

struct Vector: Equatable {
  var x, y, z: Double
  static let zero = Vector(x: 0, y: 0, z: 0)
  static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z) }
  static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y, z: a.z - b.z) }
  static func * (a: Vector, s: Double) -> Vector { Vector(x: a.x * s, y: a.y * s, z: a.z * s) }
  static func += (a: inout Vector, b: Vector) { a = a + b }
  static func -= (a: inout Vector, b: Vector) { a = a - b }
  var squaredLength: Double { x * x + y * y + z * z }
}

let solarMass = 4 * Double.pi * Double.pi
let daysPerYear = 365.24

struct Body {
  let name: String
  var position: Vector
  var velocity: Vector
  let mass: Double

  init(_ name: String, at position: Vector, moving velocity: Vector, mass: Double) {
    self.name = name
    self.position = position
    self.velocity = velocity * daysPerYear
    self.mass = mass * solarMass
  }
}

struct System {
  private(set) var bodies: [Body]

  init(_ bodies: [Body]) {
    self.bodies = bodies
    let momentum = bodies.reduce(Vector.zero) { $0 + $1.velocity * $1.mass }
    self.bodies[0].velocity = momentum * (-1 / solarMass)
  }

  mutating func advance(by dt: Double) {
    for i in bodies.indices {
      for j in bodies.indices.dropFirst(i + 1) {
        let delta = bodies[i].position - bodies[j].position
        let distance = delta.squaredLength
        let magnitude = dt / (distance * distance.squareRoot())
        bodies[i].velocity -= delta * (bodies[j].mass * magnitude)
        bodies[j].velocity += delta * (bodies[i].mass * magnitude)
      }
    }
    for i in bodies.indices { bodies[i].position += bodies[i].velocity * dt }
  }

  var energy: Double {
    var total = 0.0
    for (i, body) in bodies.enumerated() {
      total += 0.5 * body.mass * body.velocity.squaredLength
      for other in bodies[(i + 1)...] {
        total -= body.mass * other.mass / (body.position - other.position).squaredLength.squareRoot()
      }
    }
    return total
  }
}

var system = System([
  Body("sun", at: .zero, moving: .zero, mass: 1),
  Body(
    "jupiter", at: Vector(x: 4.84143144246472090e+00, y: -1.16032004402742839e+00, z: -1.03622044471123109e-01),
    moving: Vector(x: 1.66007664274403694e-03, y: 7.69901118419740425e-03, z: -6.90460016972063023e-05),
    mass: 9.54791938424326609e-04),
  Body(
    "saturn", at: Vector(x: 8.34336671824457987e+00, y: 4.12479856412430479e+00, z: -4.03523417114321381e-01),
    moving: Vector(x: -2.76742510726411728e-03, y: 4.99852801234917238e-03, z: 2.30417297573763929e-05),
    mass: 2.85885980666130812e-04),
])
print(String(format: "%.9f", system.energy))
for _ in 0..<500 { system.advance(by: 0.01) }
print(String(format: "%.9f", system.energy))
print(system.energy)
for body in system.bodies {
  print(body.name.padding(toLength: 8, withPad: ".", startingAt: 0), String(format: "%+8.4f %+8.4f", body.position.x, body.position.y))
}
