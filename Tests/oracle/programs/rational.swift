struct Rational: Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral { let n: Int, d: Int
  init(_ n: Int, _ d: Int = 1) { precondition(d != 0, "zero denominator"); func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }; let g = max(gcd(n, d), 1), s = d < 0 ? -1 : 1; self.n = s * n / g; self.d = s * d / g }
  init(integerLiteral v: Int) { self.init(v) }
  static func + (a: Self, b: Self) -> Self { .init(a.n * b.d + b.n * a.d, a.d * b.d) }
  static func - (a: Self, b: Self) -> Self { a + .init(-b.n, b.d) }
  static func * (a: Self, b: Self) -> Self { .init(a.n * b.n, a.d * b.d) }
  static func / (a: Self, b: Self) -> Self { .init(a.n * b.d, a.d * b.n) }
  static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }
  var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" } }
let h = Rational(1, 2), t = Rational(1, 3)
print(h + t, h - t, h * t, h / t, h > t, h == Rational(2, 4), [h, t, 1].sorted(), [h, t, 1].max()!, (1...5).map { Rational(1, $0) }.reduce(0, +), h + 1)
