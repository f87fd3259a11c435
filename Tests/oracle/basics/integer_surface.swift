print(7 / 2, -7 / 2, 7 % 3, -7 % 3, 7 % -3, 7.quotientAndRemainder(dividingBy: 2), (-7).quotientAndRemainder(dividingBy: 2), 6.isMultiple(of: 3), 0.isMultiple(of: 0))
print(Int.max, Int.min, Int8.min...Int8.max, UInt16.max, UInt64.max, Int.bitWidth, UInt8.bitWidth, Int32.max.advanced(by: -1))
print(Int.max &+ 1, Int8.max &+ 1, UInt8.min &- 1, (200 as UInt8) &* 2, Int8.min &* -1, 5 &- 7)
print((250 as UInt8) &+ 10, (250 as UInt8).addingReportingOverflow(10), (1 as Int8).subtractingReportingOverflow(-128), 100.multipliedReportingOverflow(by: 2).overflow, 7.dividedReportingOverflow(by: 2), 7.remainderReportingOverflow(dividingBy: 2))
print(0b1010 & 0b0110, 0b1010 | 0b0110, 0b1010 ^ 0b0110, ~0b1010, ~(0 as UInt8), 1 << 10, -16 >> 2, 1 << 64, 1 << -1, (255 as UInt8) << 4, (0xF0 as UInt8) >> 4, -1 >> 70)
print(12.nonzeroBitCount, 8.trailingZeroBitCount, (1 as UInt8).leadingZeroBitCount, 0x1234.byteSwapped == 0x3412 << 48, (0x12 as UInt16).bigEndian, 6.signum(), (-6).signum(), 0.signum(), (-5).magnitude, Int8.min.magnitude)
print(Int8(truncatingIfNeeded: 300), UInt8(truncatingIfNeeded: -1), UInt8(clamping: 300), UInt8(clamping: -5), Int8(clamping: -1000), Int(exactly: 3.0)!, Int(exactly: 3.5) as Any, UInt8(exactly: 256) as Any, Int8(bitPattern: 200), UInt8(bitPattern: -1))
print(Int(3.99), Int(-3.99), UInt(7.5), Int32(1e9), Int(Float(2.5)), Double(7) / 2, Double(Int.max), Float(16_777_217), UInt8(ascii: "A"))
print(abs(-5), max(1, 5, 3), min(2, -1), abs(-2.5), max(1.5, 2), (1...10).contains(5), 5.clamped(to: 1...3), -3.magnitude)
extension Comparable { func clamped(to r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }
extension Int {
  var isPrime: Bool { self > 1 && !(2..<self).prefix { $0 * $0 <= self }.contains { isMultiple(of: $0) } }
  var digits: [Int] { String(self).compactMap(\.wholeNumberValue) }
  func times(_ body: (Int) -> Void) { for i in 0..<self { body(i) } }
  static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}
print((1...30).filter(\.isPrime), 9075.digits, Int.gcd(48, 36))
3.times { print($0, terminator: " ") }
print()
var x = 10
x += 5; x -= 3; x *= 4; x /= 5; x %= 7
print(x)
x <<= 3; x |= 1; x ^= 0xFF; x &= 0x7F; x >>= 1
print(x)
x.negate()
print(x, -x, +x, x.description, x.hashValue == x.hashValue, "\(x)".count, x.distance(to: 10), 3.advanced(by: 4))
print(1_000_000, 0xFF, 0o17, 0b11, 0x1p4, 1e3, 1.5e-3, -0, -0.0)
print(Int("123")! + 1, Int("0x1F") as Any, Int("1_000") as Any, Int("1f", radix: 16)!, String(35, radix: 36), Int("zz", radix: 36)!, Int("") as Any)
let big: UInt64 = 0xFFFF_FFFF_FFFF_FFFF
print(big, big.multipliedFullWidth(by: 2), UInt32(truncatingIfNeeded: big), Int64(bitPattern: big))
func sumAll<T: BinaryInteger>(_ values: [T]) -> Int { values.reduce(0) { $0 + Int($1) } }
print(sumAll([1, 2, 3] as [UInt8]), sumAll([-1, 1] as [Int16]), sumAll([Int]()))
func power<T: Numeric>(_ base: T, _ n: Int) -> T { (0..<n).reduce(1) { p, _ in p * base } }
print(power(2, 10), power(1.5, 3), power(3 as UInt8, 5), type(of: power(2 as Int32, 3)))
for n in stride(from: 10, through: 0, by: -3) { print(n, terminator: " ") }
for n in stride(from: 0, to: 1, by: 0.25) { print(n, terminator: " ") }
print((1...3).map { i in (1...i).reduce(1, *) }, (1...5).reversed().map(String.init).joined(), Int.random(in: 3...3), (0..<0).isEmpty, (1..<5).randomElement()! < 5)
