struct LCG: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 { state = state &* 6364136223846793005 &+ 1442695040888963407; return state }
}
var g = LCG(state: 42)
print((0..<5).map { _ in Int.random(in: 1...6, using: &g) })
print((0..<3).map { _ in Double.random(in: 0..<1, using: &g) })
print([1, 2, 3, 4, 5].shuffled(using: &g), [10, 20, 30].randomElement(using: &g)!, Bool.random(using: &g))
var xs = Array(1...6)
xs.shuffle(using: &g)
print(xs, UInt8.random(in: 0...255, using: &g), g.next())
