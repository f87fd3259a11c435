import Foundation

print(0.1 + 0.2, 1.0, 100.0, 1e15, 1e16, 1e17, 123456789.123, 0.0001, 0.00001, 1e-7, 5e-324, 1.7976931348623157e308, -0.0)
print(Float(0.1), Float(0.1) + Float(0.2), Float(1) / 3, Float(16777216), Float(1e10), 1.0 / 3, 2.0 / 3, 10.0 / 3, Double(Float(0.1)))
print(Double.pi, Float.pi, Double.infinity, -Double.infinity, Double.nan, 0.0 / 0.0, 1 / 0.0, -1 / 0.0, Double.nan == .nan, Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude, Double.ulpOfOne)
for x in [2.5, 3.5, -2.5, -0.4, 2.4, 2.6, -2.6] {
  print(x, x.rounded(), x.rounded(.up), x.rounded(.down), x.rounded(.towardZero), x.rounded(.awayFromZero), x.rounded(.toNearestOrEven), floor(x), ceil(x), round(x), trunc(x), Int(x))
}
print(7.5.truncatingRemainder(dividingBy: 2), (-7.5).truncatingRemainder(dividingBy: 2), 7.5.remainder(dividingBy: 2), 5.0.squareRoot(), sqrt(2.0), pow(2.0, 0.5), hypot(3.0, 4))
let one = 1.0, half = 0.5
print(exp(one), log(10.0), log2(8.0), log10(1000.0), sin(one), cos(one), tan(one))
print(atan2(one, -1), sinh(one), cosh(one), tanh(half), asin(one), acos(half), atan(one))
print(log1p(1e-10), expm1(1e-10), erf(half), tgamma(5.0), cbrt(27.0))
print((2.0).isNaN, Double.nan.isNaN, (1 / 0.0).isInfinite, 1.5.isFinite, (-0.0).sign == .minus, 1.5.sign, 8.0.exponent, 10.0.significand, 1.0.nextUp, 1.0.ulp, (-3.5).magnitude, 2.0.binade, 1.5.isZero, 0.0 == -0.0)
print(max(1.0, .nan).isNaN, min(3, 2.5), Double.maximum(1, .nan), Double.minimum(1, 2), 1.5.addingProduct(2, 3), fma(2, 3, 4), 3.7.advanced(by: 0.3), 1.0.distance(to: 3.5), Double(signOf: -1, magnitudeOf: 5))
print(Double("3.14")!, Double("-1e-5")!, Double("inf")!, Double("nan")!.isNaN, Double("0x1p3")!, Double("1.") as Any, Double(".5") as Any, Double("1,5") as Any, Double(" 1") as Any, Double("")  as Any)
print(String(format: "%.2f|%8.3f|%-8.1f|%+.1f|%e|%g|%g", 3.14159, 2.5, 1.25, 2.0, 12345.678, 0.0001, 1e10))
print(String(format: "%d|%5d|%-5d|%05d|%x|%X|%o|%c|%%|%@", 42, 42, 42, 42, 255, 255, 8, 65, "y"))
print(String(format: "%3d%%", 50), String(format: "%@ is %d years and %.1f", "Ann", 30, 1.75), String(format: "%08.3f", 3.14159), String(format: "%.0f", 2.5), String(format: "%5@|%-5@|", "ab", "cd"))
print(1.5.description, "\(2.0)", String(1e100), 3.0.description + "!", (0.1 + 0.2).description, 1e21.description, String(describing: 1.5), [1.0, 2.5], (1.0, "a"), Float(3.14159274), 0.1 as Float)
print(Int(2.9), Int(exactly: 2.0)!, Double(5), Double(Int64.max), Double(exactly: Int.max) as Any, Float(1.1), Double(1.1 as Float), 3 / 2, 3.0 / 2, Double(3) / Double(2), UInt8(3.99))
var v = 1.0
v += 0.5; v *= 3; v -= 1; v /= 2
v.round()
print(v, -v, +v, v.squareRoot().rounded(), v > 1, v == 2, v.hashValue == 2.0.hashValue)
v.negate()
v.formSquareRoot()
print(v.isNaN, (1.0).bitPattern, Double(bitPattern: 0x4009_21FB_5444_2D18), Float(bitPattern: 0x3F80_0000), (0.5 as Float).bitPattern)
print(stride(from: 0.0, through: 1.0, by: 0.1).map { $0 }, [0.1, 0.2, 0.3].reduce(0, +), (1...4).map { 1 / Double($0) }.reduce(0, +))
let values = [2.0, 4, 4, 4, 5, 5, 7, 9]
let mean = values.reduce(0, +) / Double(values.count)
let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)
print(mean, variance, variance.squareRoot(), values.max()!, values.sorted(by: >).prefix(2), (0.5...1.5).contains(1), 0.0..<1.0)
func mixed<T: BinaryFloatingPoint>(_ x: T) -> T { x * 2 + 0.5 }
func norm<T: FloatingPoint>(_ x: T, _ y: T) -> T { (x * x + y * y).squareRoot() }
print(mixed(1.5), mixed(Float(0.1)), norm(3, 4), norm(Float(1), 1), Double(mixed(Float(2))), T_check(3))
func T_check(_ x: Double) -> String { x == x.rounded() ? "whole" : "fraction" }
