import Foundation

let solarMass = 4 * Double.pi * Double.pi
let year = 365.24

final class Body {
  var x, y, z, vx, vy, vz: Double
  let mass: Double
  init(_ x: Double, _ y: Double, _ z: Double, _ vx: Double, _ vy: Double, _ vz: Double, _ mass: Double) {
    self.x = x
    self.y = y
    self.z = z
    self.vx = vx
    self.vy = vy
    self.vz = vz
    self.mass = mass
  }
}
let bodies = [
  Body(0, 0, 0, 0, 0, 0, solarMass),
  Body(4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01, 1.66007664274403694e-03 * year, 7.69901118419740425e-03 * year, -6.90460016972063023e-05 * year, 9.54791938424326609e-04 * solarMass),
  Body(8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01, -2.76742510726411939e-03 * year, 4.99852801234917238e-03 * year, 2.30417297573763929e-05 * year, 2.85885980666130812e-04 * solarMass),
  Body(1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01, 2.96460137564761618e-03 * year, 2.37847173959480950e-03 * year, -2.96589568540237556e-05 * year, 4.36624404335156298e-05 * solarMass),
  Body(1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01, 2.68067772490389322e-03 * year, 1.62824170038242295e-03 * year, -9.51592254519715870e-05 * year, 5.15138902046611451e-05 * solarMass),
]
var px = 0.0
var py = 0.0
var pz = 0.0
for b in bodies {
  px += b.vx * b.mass
  py += b.vy * b.mass
  pz += b.vz * b.mass
}
bodies[0].vx = -px / solarMass
bodies[0].vy = -py / solarMass
bodies[0].vz = -pz / solarMass

func energy(_ bodies: [Body]) -> Double {
  var e = 0.0
  for i in 0..<bodies.count {
    let b = bodies[i]
    e += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for j in (i + 1)..<bodies.count {
      let c = bodies[j]
      let dx = b.x - c.x
      let dy = b.y - c.y
      let dz = b.z - c.z
      e -= b.mass * c.mass / sqrt(dx * dx + dy * dy + dz * dz)
    }
  }
  return e
}

func advance(_ bodies: [Body], _ dt: Double) {
  let n = bodies.count
  for i in 0..<n {
    let b = bodies[i]
    for j in (i + 1)..<n {
      let c = bodies[j]
      let dx = b.x - c.x
      let dy = b.y - c.y
      let dz = b.z - c.z
      let d2 = dx * dx + dy * dy + dz * dz
      let mag = dt / (d2 * sqrt(d2))
      b.vx -= dx * c.mass * mag
      b.vy -= dy * c.mass * mag
      b.vz -= dz * c.mass * mag
      c.vx += dx * b.mass * mag
      c.vy += dy * b.mass * mag
      c.vz += dz * b.mass * mag
    }
  }
  for b in bodies {
    b.x += dt * b.vx
    b.y += dt * b.vy
    b.z += dt * b.vz
  }
}
print(String(format: "%.9f", energy(bodies)))
for _ in 0..<50000 { advance(bodies, 0.01) }
print(String(format: "%.9f", energy(bodies)))
