protocol VectorSpace { associatedtype Scalar: FloatingPoint; static var zero: Self { get }; static func + (a: Self, b: Self) -> Self; static func * (k: Scalar, v: Self) -> Self }
struct Vec2<T: FloatingPoint>: VectorSpace, Equatable {
  typealias Scalar = T
  var x, y: T
  static var zero: Vec2 { Vec2(x: 0, y: 0) }
  static func + (a: Vec2, b: Vec2) -> Vec2 { Vec2(x: a.x + b.x, y: a.y + b.y) }
  static func * (k: T, v: Vec2) -> Vec2 { Vec2(x: k * v.x, y: k * v.y) }
  var length: T { (x * x + y * y).squareRoot() }
}
extension Double: VectorSpace { typealias Scalar = Double }
func lerp<V: VectorSpace>(_ a: V, _ b: V, _ t: V.Scalar) -> V { (1 - t) * a + t * b }
func sum<V: VectorSpace, S: Sequence>(_ s: S) -> V where S.Element == V { s.reduce(.zero, +) }
print(lerp(Vec2(x: 0.0, y: 1), Vec2(x: 2, y: 3), 0.25), lerp(1.0, 3.0, 0.5), sum([Vec2<Float>(x: 1, y: 1), Vec2(x: 0.5, y: 2)]), Vec2(x: 3.0, y: 4).length)
struct Complex<T: FloatingPoint>: Equatable, CustomStringConvertible {
  var re, im: T
  static func + (a: Complex, b: Complex) -> Complex { Complex(re: a.re + b.re, im: a.im + b.im) }
  static func * (a: Complex, b: Complex) -> Complex { Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re) }
  var magnitude: T { (re * re + im * im).squareRoot() }
  var description: String { im < 0 ? "\(re) - \(-im)i" : "\(re) + \(im)i" }
}
let i = Complex(re: 0.0, im: 1)
print(i * i, i + Complex(re: 2, im: -3), (i * i * i).magnitude)
func mandelbrot(_ c: Complex<Double>, limit: Int = 50) -> Int {
  var z = Complex(re: 0.0, im: 0)
  for n in 0..<limit {
    z = z * z + c
    if z.magnitude > 2 { return n }
  }
  return limit
}
for y in stride(from: -1.0, through: 1, by: 0.5) {
  print(stride(from: -2.0, through: 0.5, by: 0.125).map { x in " .:-=+*#%@"[mandelbrot(Complex(re: x, im: y)) * 9 / 50] }.joined())
}
extension String { subscript(i: Int) -> String { String(self[index(startIndex, offsetBy: i)]) } }
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? (a < 0 ? 0 - a : a) : gcd(b, a % b) }
func power<T: BinaryInteger>(_ b: T, _ e: Int, mod m: T) -> T { e == 0 ? 1 % m : e % 2 == 0 ? { $0 * $0 % m }(power(b, e / 2, mod: m)) : b * power(b, e - 1, mod: m) % m }
print(gcd(48, 36), gcd(UInt8(200), 75), gcd(-12 as Int16, 18), power(7, 100, mod: 13), power(3 as UInt64, 64, mod: 1_000_000_007))
func bits<T: FixedWidthInteger>(_ x: T) -> String {
  let s = String(x, radix: 2)
  return String(repeating: "0", count: max(0, T.bitWidth - s.count)) + s
}
print(bits(5 as UInt8), bits(UInt16(300)), Int8.max.leadingZeroBitCount, UInt8.max.nonzeroBitCount, T_max(Int16.self), T_max(UInt8.self))
func T_max<T: FixedWidthInteger>(_ t: T.Type) -> String { "\(T.self) \(T.min)...\(T.max)" }
func average<T: BinaryInteger>(_ xs: [T]) -> Double { Double(xs.reduce(0, +)) / Double(xs.count) }
func convert<A: BinaryInteger, B: BinaryFloatingPoint>(_ a: A, to: B.Type) -> B { B(a) / 2 }
print(average([1, 2, 4]), average([10, 20] as [UInt8]), convert(7, to: Double.self), convert(UInt8(9), to: Float.self), Int(exactly: 2.5) as Any, UInt8(clamping: -4))
func clampAll<T: Comparable, C: Collection<T>>(_ c: C, _ r: ClosedRange<T>) -> [T] { c.map { min(max($0, r.lowerBound), r.upperBound) } }
print(clampAll([-1, 5, 99], 0...10), clampAll(["a", "m", "z"], "c"..."p"), clampAll([0.5, 2], 1...1.5))
print((1...5).map(Double.init).map { $0 / 2 }.reduce(1, *), [1, 2, 3].map { Float($0) * 0.1 }, 7.0.truncatingRemainder(dividingBy: 2.5), (2.5).rounded(.toNearestOrEven), 10.isMultiple(of: 5))
