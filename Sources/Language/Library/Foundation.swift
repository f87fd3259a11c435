extension Library {
  /// The mathematics of Foundation, and the few of its types that people use in small programs.
  static let foundation: String = {
    let unary = [
      "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sqrt", "cbrt", "sin", "cos", "tan", "asin", "acos",
      "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "floor", "ceil", "round", "trunc", "fabs", "erf",
      "erfc", "tgamma", "lgamma", "rint",
    ]
    let binary = ["pow", "atan2", "hypot", "fmod", "fmin", "fmax", "copysign", "remainder", "ldexp"]
    var text = ""
    for type in ["Double", "Float"] {
      for name in unary { text += "@intrinsic(\"math.\(name)\") public func \(name)(_ x: \(type)) -> \(type)\n" }
      for name in binary where name != "ldexp" {
        text += "@intrinsic(\"math.\(name)\") public func \(name)(_ x: \(type), _ y: \(type)) -> \(type)\n"
      }
      text += "@intrinsic(\"math.fma\") public func fma(_ x: \(type), _ y: \(type), _ z: \(type)) -> \(type)\n"
    }
    return text + types
  }()

  private static let types = #"""
    public let M_PI = 3.14159265358979323846
    public let M_E = 2.7182818284590452354
    @intrinsic("clock.sleep") @discardableResult public func sleep(_ seconds: UInt32) -> UInt32
    @intrinsic("clock.usleep") @discardableResult public func usleep(_ microseconds: UInt32) -> Int32
    @intrinsic("clock.seconds") func _clock() -> Double
    public typealias TimeInterval = Double
    /// A moment, in seconds since 2001 as in Foundation.
    public struct Date: Comparable, Hashable {
      public let timeIntervalSinceReferenceDate: Double
      public init() { timeIntervalSinceReferenceDate = _clock() - 978307200 }
      public init(timeIntervalSinceReferenceDate: Double) { self.timeIntervalSinceReferenceDate = timeIntervalSinceReferenceDate }
      public init(timeIntervalSince1970: Double) { timeIntervalSinceReferenceDate = timeIntervalSince1970 - 978307200 }
      public var timeIntervalSince1970: Double { timeIntervalSinceReferenceDate + 978307200 }
      public func timeIntervalSince(_ other: Date) -> Double { timeIntervalSinceReferenceDate - other.timeIntervalSinceReferenceDate }
      public var timeIntervalSinceNow: Double { timeIntervalSinceReferenceDate - Date().timeIntervalSinceReferenceDate }
      public static func < (lhs: Date, rhs: Date) -> Bool { lhs.timeIntervalSinceReferenceDate < rhs.timeIntervalSinceReferenceDate }
    }
    """#
}
