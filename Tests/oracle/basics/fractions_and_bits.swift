// Bits, integers, formatting
let x: UInt8 = 0b1010_0110
print(String(x, radix: 2), x.nonzeroBitCount, x >> 2, x << 2, ~x, x & 0xF, x | 1, x ^ 0xFF, x.leadingZeroBitCount)
print(Int.max, Int8.min, UInt16.max, Int32(truncatingIfNeeded: 1 << 40 + 5), UInt8(clamping: 300), Int(exactly: 2.5) as Any)
print(7 / 2, -7 / 2, -7 % 3, 7.0 / 2, 2.5.rounded(), (-2.5).rounded(.down), 7.quotientAndRemainder(dividingBy: 2))
print(5 &+ Int8(3), Int8.max &+ 1, 255 as UInt8 &* 2, Int("ff", radix: 16)!, "0x" + String(255, radix: 16, uppercase: true))
print(0.1 + 0.2, 1e21, 1e-7, 100000.0, 123456789.123, Float(0.1), Double(Float(0.1)), 1.0 / 0, -Double.infinity, Double.nan)
print(Double.pi, 3.0, 5e-324, Double.greatestFiniteMagnitude, 2.0.squareRoot(), 1.5.truncatingRemainder(dividingBy: 1))
print(max(3, 1, 2), min(2.5, 1), abs(-3), (1...5).reduce(1, *), 10.isMultiple(of: 5), 6.signum(), (-0.0).sign)
print((1...3).contains(2), (0..<5).count, (1...).prefix(3).map { $0 }, 3 ~= 3, (1..<4) ~= 3, (0.0...1.0).contains(0.5))
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
struct Fraction: Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral, AdditiveArithmetic {
  let n: Int, d: Int
  init(_ n: Int, _ d: Int) { let g = gcd(n, d) * (d < 0 ? -1 : 1); (self.n, self.d) = (n / g, d / g) }
  init(integerLiteral v: Int) { self.init(v, 1) }
  static let zero = Fraction(0, 1)
  static func + (a: Self, b: Self) -> Self { .init(a.n * b.d + b.n * a.d, a.d * b.d) }
  static func - (a: Self, b: Self) -> Self { .init(a.n * b.d - b.n * a.d, a.d * b.d) }
  static func * (a: Self, b: Self) -> Self { .init(a.n * b.n, a.d * b.d) }
  static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }
  var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
}
let fs: [Fraction] = [1, .init(1, 2), .init(2, 3), .init(-3, -6)]
print(fs, fs.reduce(.zero, +), fs.max()!, fs.sorted(), Set(fs).count, fs[1] + 2, fs[1] == fs[3], 3 * fs[1])
var acc = Fraction.zero
for f in fs { acc += f }
print(acc, acc - 1, acc > 2)
