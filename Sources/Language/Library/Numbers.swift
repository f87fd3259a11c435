extension Library {
  /// The numeric protocols, the ten integer types and the two floating-point types.
  static let numbers: String = numericProtocols
    + [
      ("Int", "int64", "UInt"), ("Int8", "int8", "UInt8"), ("Int16", "int16", "UInt16"), ("Int32", "int32", "UInt32"),
      ("Int64", "int64", "UInt64"),
    ].map { integer($0.0, $0.1, magnitude: $0.2, protocol: "SignedInteger") }.joined()
    + [
      ("UInt", "uint64"), ("UInt8", "uint8"), ("UInt16", "uint16"), ("UInt32", "uint32"), ("UInt64", "uint64"),
    ].map { integer($0.0, $0.1, magnitude: $0.0, protocol: "UnsignedInteger") }.joined()
    + [("Double", "double", 64), ("Float", "float", 32)].map(floating).joined()

  private static let numericProtocols = #"""
    public protocol AdditiveArithmetic: Equatable {
      static var zero: Self { get }
      static func + (lhs: Self, rhs: Self) -> Self
      static func - (lhs: Self, rhs: Self) -> Self
      static func += (lhs: inout Self, rhs: Self)
      static func -= (lhs: inout Self, rhs: Self)
    }
    extension AdditiveArithmetic {
      public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }
      public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }
      public static prefix func + (x: Self) -> Self { x }
    }
    extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
      public static var zero: Self { 0 }
    }
    public protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral {
      associatedtype Magnitude: Comparable, Numeric
      init?<T: BinaryInteger>(exactly source: T)
      var magnitude: Magnitude { get }
      static func * (lhs: Self, rhs: Self) -> Self
      static func *= (lhs: inout Self, rhs: Self)
    }
    extension Numeric {
      public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
    }
    public protocol SignedNumeric: Numeric {
      static prefix func - (x: Self) -> Self
      mutating func negate()
    }
    extension SignedNumeric {
      public static prefix func - (x: Self) -> Self { 0 - x }
      public mutating func negate() { self = -self }
    }
    public func abs<T: SignedNumeric & Comparable>(_ x: T) -> T { x < 0 ? -x : x == 0 ? 0 : x }

    public protocol Strideable: Comparable {
      associatedtype Stride: SignedNumeric, Comparable
      func distance(to other: Self) -> Stride
      func advanced(by n: Stride) -> Self
      /// The value of a stride at `index`: floating-point types multiply instead of adding up rounding errors.
      static func _step(from start: Self, index: Int, current: Self, by distance: Stride) -> Self
    }
    extension Strideable {
      public static func _step(from start: Self, index: Int, current: Self, by distance: Stride) -> Self {
        current.advanced(by: distance)
      }
      // Witnesses, and nothing else: the requirement is what an expression means.
      @_disfavoredOverload public static func == (x: Self, y: Self) -> Bool { x.distance(to: y) == 0 }
      @_disfavoredOverload public static func < (x: Self, y: Self) -> Bool { x.distance(to: y) > 0 }
    }

    public protocol BinaryInteger: Hashable, Numeric, Strideable, CustomStringConvertible where Magnitude: BinaryInteger {
      init<T: BinaryInteger>(_ source: T)
      init<T: BinaryInteger>(truncatingIfNeeded source: T)
      init<T: BinaryInteger>(clamping source: T)
      init<T: BinaryFloatingPoint>(_ source: T)
      static var isSigned: Bool { get }
      var bitWidth: Int { get }
      var trailingZeroBitCount: Int { get }
      static func / (lhs: Self, rhs: Self) -> Self
      static func /= (lhs: inout Self, rhs: Self)
      static func % (lhs: Self, rhs: Self) -> Self
      static func %= (lhs: inout Self, rhs: Self)
      static func & (lhs: Self, rhs: Self) -> Self
      static func &= (lhs: inout Self, rhs: Self)
      static func | (lhs: Self, rhs: Self) -> Self
      static func |= (lhs: inout Self, rhs: Self)
      static func ^ (lhs: Self, rhs: Self) -> Self
      static func ^= (lhs: inout Self, rhs: Self)
      static prefix func ~ (x: Self) -> Self
    }
    extension BinaryInteger {
      public static func /= (lhs: inout Self, rhs: Self) { lhs = lhs / rhs }
      public static func %= (lhs: inout Self, rhs: Self) { lhs = lhs % rhs }
      public static func &= (lhs: inout Self, rhs: Self) { lhs = lhs & rhs }
      public static func |= (lhs: inout Self, rhs: Self) { lhs = lhs | rhs }
      public static func ^= (lhs: inout Self, rhs: Self) { lhs = lhs ^ rhs }
      @intrinsic("integer.shiftLeft") public static func << <R: BinaryInteger>(lhs: Self, rhs: R) -> Self
      @intrinsic("integer.shiftRight") public static func >> <R: BinaryInteger>(lhs: Self, rhs: R) -> Self
      public static func <<= <R: BinaryInteger>(lhs: inout Self, rhs: R) { lhs = lhs << rhs }
      public static func >>= <R: BinaryInteger>(lhs: inout Self, rhs: R) { lhs = lhs >> rhs }
      public func isMultiple(of other: Self) -> Bool { other == 0 ? self == 0 : self % other == 0 }
      public func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self) { (self / rhs, self % rhs) }
      public func signum() -> Self { self > 0 ? 1 : self == 0 ? 0 : 0 - 1 }
    }
    public protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible {
      static var min: Self { get }
      static var max: Self { get }
      static var bitWidth: Int { get }
      static func &+ (lhs: Self, rhs: Self) -> Self
      static func &- (lhs: Self, rhs: Self) -> Self
      static func &* (lhs: Self, rhs: Self) -> Self
      static func &<< (lhs: Self, rhs: Self) -> Self
      static func &>> (lhs: Self, rhs: Self) -> Self
      init?(_ text: String, radix: Int)
      var leadingZeroBitCount: Int { get }
      var nonzeroBitCount: Int { get }
      var byteSwapped: Self { get }
      func addingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
      func subtractingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
      func multipliedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
      func multipliedFullWidth(by other: Self) -> (high: Self, low: Magnitude)
    }
    extension FixedWidthInteger {
      public var littleEndian: Self { self }
      public var bigEndian: Self { byteSwapped }
      public init(littleEndian value: Self) { self = value }
      public init(bigEndian value: Self) { self = value.byteSwapped }
      public func dividedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool) {
        if rhs == 0 || (Self.isSigned && self == Self.min && rhs == 0 - 1) { return (partialValue: self, overflow: true) }
        return (partialValue: self / rhs, overflow: false)
      }
      public func remainderReportingOverflow(dividingBy rhs: Self) -> (partialValue: Self, overflow: Bool) {
        if rhs == 0 { return (partialValue: self, overflow: true) }
        if Self.isSigned && self == Self.min && rhs == 0 - 1 { return (partialValue: 0, overflow: true) }
        return (partialValue: self % rhs, overflow: false)
      }
      public static func random(in range: Range<Self>) -> Self {
        precondition(!range.isEmpty, "Can't get random value with an empty range")
        return _random(range.lowerBound, range.upperBound - 1)
      }
      public static func random(in range: ClosedRange<Self>) -> Self { _random(range.lowerBound, range.upperBound) }
      public static func random<G: RandomNumberGenerator>(in range: Range<Self>, using generator: inout G) -> Self {
        precondition(!range.isEmpty, "Can't get random value with an empty range")
        return range.lowerBound &+ _span(UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound), &generator)
      }
      /// Below `count`, from as many bits as the type has.
      static func _span<G: RandomNumberGenerator>(_ count: UInt64, _ generator: inout G) -> Self {
        switch bitWidth {
        case 8: return Self(truncatingIfNeeded: generator.next(upperBound: UInt8(truncatingIfNeeded: count)))
        case 16: return Self(truncatingIfNeeded: generator.next(upperBound: UInt16(truncatingIfNeeded: count)))
        case 32: return Self(truncatingIfNeeded: generator.next(upperBound: UInt32(truncatingIfNeeded: count)))
        default: return Self(truncatingIfNeeded: generator.next(upperBound: count))
        }
      }
      public static func random<G: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout G) -> Self {
        let span = range.upperBound &- range.lowerBound
        if span &+ 1 == 0 { return Self(truncatingIfNeeded: generator.next()) }
        return range.lowerBound &+ _span(UInt64(truncatingIfNeeded: span &+ 1), &generator)
      }
      @intrinsic("integer.random") static func _random(_ low: Self, _ high: Self) -> Self
    }
    public protocol SignedInteger: BinaryInteger, SignedNumeric {}
    public protocol UnsignedInteger: BinaryInteger {}

    public protocol RandomNumberGenerator {
      mutating func next() -> UInt64
    }
    extension RandomNumberGenerator {
      public mutating func next<T: FixedWidthInteger & UnsignedInteger>(upperBound: T) -> T {
        precondition(upperBound != 0, "upperBound cannot be zero.")
        var random = T(truncatingIfNeeded: next())
        var product = random.multipliedFullWidth(by: upperBound)
        if T(truncatingIfNeeded: product.low) < upperBound {
          let threshold = (0 &- upperBound) % upperBound
          while T(truncatingIfNeeded: product.low) < threshold {
            random = T(truncatingIfNeeded: next())
            product = random.multipliedFullWidth(by: upperBound)
          }
        }
        return product.high
      }
    }
    public struct SystemRandomNumberGenerator: RandomNumberGenerator {
      public init() {}
      public mutating func next() -> UInt64 { _randomBits() }
    }
    @intrinsic("random.bits") func _randomBits() -> UInt64

    public enum FloatingPointRoundingRule {
      case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero
    }
    public enum FloatingPointSign: Int { case plus, minus }
    public protocol FloatingPoint: SignedNumeric, Strideable, Hashable {
      init<T: BinaryInteger>(_ source: T)
      static func / (lhs: Self, rhs: Self) -> Self
      static func /= (lhs: inout Self, rhs: Self)
      static var infinity: Self { get }
      static var nan: Self { get }
      static var pi: Self { get }
      static var greatestFiniteMagnitude: Self { get }
      static var leastNormalMagnitude: Self { get }
      static var leastNonzeroMagnitude: Self { get }
      static var ulpOfOne: Self { get }
      var isNaN: Bool { get }
      var isInfinite: Bool { get }
      var isFinite: Bool { get }
      var isZero: Bool { get }
      var isNormal: Bool { get }
      var sign: FloatingPointSign { get }
      var exponent: Int { get }
      var significand: Self { get }
      var ulp: Self { get }
      var nextUp: Self { get }
      var nextDown: Self { get }
      func squareRoot() -> Self
      func rounded(_ rule: FloatingPointRoundingRule) -> Self
      func addingProduct(_ lhs: Self, _ rhs: Self) -> Self
      func remainder(dividingBy other: Self) -> Self
      func truncatingRemainder(dividingBy other: Self) -> Self
    }
    extension FloatingPoint {
      public static func /= (lhs: inout Self, rhs: Self) { lhs = lhs / rhs }
      public func rounded() -> Self { rounded(.toNearestOrAwayFromZero) }
      public mutating func round(_ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) { self = rounded(rule) }
      public mutating func formSquareRoot() { self = squareRoot() }
      public mutating func addProduct(_ lhs: Self, _ rhs: Self) { self = addingProduct(lhs, rhs) }
      public mutating func formRemainder(dividingBy other: Self) { self = remainder(dividingBy: other) }
      public mutating func formTruncatingRemainder(dividingBy other: Self) { self = truncatingRemainder(dividingBy: other) }
    }
    public protocol BinaryFloatingPoint: FloatingPoint, ExpressibleByFloatLiteral {
      init<T: BinaryFloatingPoint>(_ source: T)
      static func random(in range: Range<Self>) -> Self
      static func random(in range: ClosedRange<Self>) -> Self
    }

    """#

  /// One integer type; the machine tells the types apart by their representation.
  private static func integer(_ name: String, _ representation: String, magnitude: String, protocol kind: String)
    -> String
  {
    let negation =
      kind == "SignedInteger" ? #"@intrinsic("integer.negate") public static prefix func - (x: Self) -> Self"# : ""
    return #"""
      @representation("\#(representation)") public struct \#(name): FixedWidthInteger, \#(kind) {
        @intrinsic("integer.identity") public init(integerLiteral value: \#(name))
        public init() { self = 0 }
        @intrinsic("integer.convert") public init<T: BinaryInteger>(_ source: T)
        @intrinsic("integer.fromFloating") public init<T: BinaryFloatingPoint>(_ source: T)
        @intrinsic("integer.exactly") public init?<T: BinaryInteger>(exactly source: T)
        @intrinsic("integer.exactlyFloating") public init?<T: BinaryFloatingPoint>(exactly source: T)
        @intrinsic("integer.truncating") public init<T: BinaryInteger>(truncatingIfNeeded source: T)
        @intrinsic("integer.clamping") public init<T: BinaryInteger>(clamping source: T)
        @intrinsic("integer.bitPattern") public init(bitPattern source: \#(kind == "SignedInteger" ? magnitude : name.replacing("U")))
        @intrinsic("integer.parse") public init?(_ text: String, radix: Int = 10)
        public init?(_ description: String) { self.init(description, radix: 10) }
        public init?(_ text: Substring, radix: Int = 10) { self.init(String(text), radix: radix) }
        \#(name == "UInt8" ? "public init(ascii scalar: UnicodeScalar) { self = UInt8(scalar.value) }" : "")
        public static var isSigned: Bool { \#(kind == "SignedInteger") }
        @intrinsic("integer.min") public static var min: \#(name) { get }
        @intrinsic("integer.max") public static var max: \#(name) { get }
        @intrinsic("integer.bitWidth") public static var bitWidth: Int { get }
        @intrinsic("integer.bitWidth") public var bitWidth: Int { get }
        @intrinsic("integer.magnitude") public var magnitude: \#(magnitude) { get }
        @intrinsic("integer.add") public static func + (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.subtract") public static func - (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.multiply") public static func * (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.divide") public static func / (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.remainder") public static func % (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.addWrapping") public static func &+ (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.subtractWrapping") public static func &- (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.multiplyWrapping") public static func &* (lhs: Self, rhs: Self) -> Self
        public static func &+= (lhs: inout Self, rhs: Self) { lhs = lhs &+ rhs }
        public static func &-= (lhs: inout Self, rhs: Self) { lhs = lhs &- rhs }
        public static func &*= (lhs: inout Self, rhs: Self) { lhs = lhs &* rhs }
        @intrinsic("integer.and") public static func & (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.or") public static func | (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.xor") public static func ^ (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.not") public static prefix func ~ (x: Self) -> Self
        @intrinsic("integer.shiftLeftMasking") public static func &<< (lhs: Self, rhs: Self) -> Self
        @intrinsic("integer.shiftRightMasking") public static func &>> (lhs: Self, rhs: Self) -> Self
        \#(negation)
        @intrinsic("integer.equal") public static func == (lhs: Self, rhs: Self) -> Bool
        @intrinsic("integer.notEqual") public static func != (lhs: Self, rhs: Self) -> Bool
        @intrinsic("integer.less") public static func < (lhs: Self, rhs: Self) -> Bool
        @intrinsic("integer.lessEqual") public static func <= (lhs: Self, rhs: Self) -> Bool
        @intrinsic("integer.greater") public static func > (lhs: Self, rhs: Self) -> Bool
        @intrinsic("integer.greaterEqual") public static func >= (lhs: Self, rhs: Self) -> Bool
        @intrinsic("integer.addReporting") public func addingReportingOverflow(_ rhs: \#(name)) -> (partialValue: \#(name), overflow: Bool)
        @intrinsic("integer.subtractReporting") public func subtractingReportingOverflow(_ rhs: \#(name)) -> (partialValue: \#(name), overflow: Bool)
        @intrinsic("integer.multiplyReporting") public func multipliedReportingOverflow(by rhs: \#(name)) -> (partialValue: \#(name), overflow: Bool)
        @intrinsic("integer.multiplyFull") public func multipliedFullWidth(by other: \#(name)) -> (high: \#(name), low: \#(magnitude))
        @intrinsic("integer.leadingZeros") public var leadingZeroBitCount: Int { get }
        @intrinsic("integer.trailingZeros") public var trailingZeroBitCount: Int { get }
        @intrinsic("integer.popCount") public var nonzeroBitCount: Int { get }
        @intrinsic("integer.byteSwapped") public var byteSwapped: \#(name) { get }
        public func distance(to other: \#(name)) -> Int { Int(other) - Int(self) }
        public func advanced(by n: Int) -> \#(name) { \#(name)(Int(self) + n) }
        @intrinsic("value.hash") public func hash(into hasher: inout Hasher)
        @intrinsic("value.describe") public var description: String { get }
      }

      """#
  }

  /// One floating-point type.
  private static func floating(_ name: String, _ representation: String, _ bits: Int) -> String {
    #"""
      @representation("\#(representation)") public struct \#(name): BinaryFloatingPoint, LosslessStringConvertible, CustomStringConvertible {
        @intrinsic("floating.fromInt") public init(integerLiteral value: Int)
        @intrinsic("floating.identity") public init(floatLiteral value: \#(name))
        public init() { self = 0 }
        @intrinsic("floating.fromInteger") public init<T: BinaryInteger>(_ source: T)
        @intrinsic("floating.convert") public init<T: BinaryFloatingPoint>(_ source: T)
        @intrinsic("floating.exactly") public init?<T: BinaryInteger>(exactly source: T)
        @intrinsic("floating.parse") public init?(_ text: String)
        public init?(_ text: Substring) { self.init(String(text)) }
        @intrinsic("floating.fromBits") public init(bitPattern: UInt\#(bits))
        @intrinsic("floating.toBits") public var bitPattern: UInt\#(bits) { get }
        @intrinsic("floating.infinity") public static var infinity: \#(name) { get }
        @intrinsic("floating.nan") public static var nan: \#(name) { get }
        @intrinsic("floating.pi") public static var pi: \#(name) { get }
        @intrinsic("floating.greatest") public static var greatestFiniteMagnitude: \#(name) { get }
        @intrinsic("floating.leastNormal") public static var leastNormalMagnitude: \#(name) { get }
        @intrinsic("floating.leastNonzero") public static var leastNonzeroMagnitude: \#(name) { get }
        @intrinsic("floating.ulpOfOne") public static var ulpOfOne: \#(name) { get }
        @intrinsic("floating.add") public static func + (lhs: Self, rhs: Self) -> Self
        @intrinsic("floating.subtract") public static func - (lhs: Self, rhs: Self) -> Self
        @intrinsic("floating.multiply") public static func * (lhs: Self, rhs: Self) -> Self
        @intrinsic("floating.divide") public static func / (lhs: Self, rhs: Self) -> Self
        @intrinsic("floating.negate") public static prefix func - (x: Self) -> Self
        @intrinsic("floating.equal") public static func == (lhs: Self, rhs: Self) -> Bool
        @intrinsic("floating.notEqual") public static func != (lhs: Self, rhs: Self) -> Bool
        @intrinsic("floating.less") public static func < (lhs: Self, rhs: Self) -> Bool
        @intrinsic("floating.lessEqual") public static func <= (lhs: Self, rhs: Self) -> Bool
        @intrinsic("floating.greater") public static func > (lhs: Self, rhs: Self) -> Bool
        @intrinsic("floating.greaterEqual") public static func >= (lhs: Self, rhs: Self) -> Bool
        @intrinsic("floating.isNaN") public var isNaN: Bool { get }
        @intrinsic("floating.isInfinite") public var isInfinite: Bool { get }
        @intrinsic("floating.isFinite") public var isFinite: Bool { get }
        public var isZero: Bool { self == 0 }
        public func isEqual(to other: \#(name)) -> Bool { self == other }
        public func isLess(than other: \#(name)) -> Bool { self < other }
        public func isLessThanOrEqualTo(_ other: \#(name)) -> Bool { self <= other }
        @intrinsic("floating.isNormal") public var isNormal: Bool { get }
        @intrinsic("floating.isSubnormal") public var isSubnormal: Bool { get }
        @intrinsic("floating.isMinus") var _isMinus: Bool { get }
        public var sign: FloatingPointSign { _isMinus ? .minus : .plus }
        @intrinsic("floating.magnitude") public var magnitude: \#(name) { get }
        @intrinsic("floating.ulp") public var ulp: \#(name) { get }
        @intrinsic("floating.nextUp") public var nextUp: \#(name) { get }
        @intrinsic("floating.nextDown") public var nextDown: \#(name) { get }
        @intrinsic("floating.exponent") public var exponent: Int { get }
        @intrinsic("floating.significand") public var significand: \#(name) { get }
        @intrinsic("floating.squareRoot") public func squareRoot() -> \#(name)
        @intrinsic("floating.fma") public func addingProduct(_ lhs: \#(name), _ rhs: \#(name)) -> \#(name)
        @intrinsic("floating.remainder") public func remainder(dividingBy other: \#(name)) -> \#(name)
        @intrinsic("floating.truncatingRemainder") public func truncatingRemainder(dividingBy other: \#(name)) -> \#(name)
        @intrinsic("floating.roundAway") func _roundAway() -> \#(name)
        @intrinsic("floating.roundEven") func _roundEven() -> \#(name)
        @intrinsic("floating.ceil") func _ceil() -> \#(name)
        @intrinsic("floating.floor") func _floor() -> \#(name)
        @intrinsic("floating.trunc") func _trunc() -> \#(name)
        public func rounded(_ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) -> \#(name) {
          switch rule {
          case .toNearestOrAwayFromZero: return _roundAway()
          case .toNearestOrEven: return _roundEven()
          case .up: return _ceil()
          case .down: return _floor()
          case .towardZero: return _trunc()
          case .awayFromZero: return self < 0 ? _floor() : _ceil()
          }
        }
        public init(sign: FloatingPointSign, exponent: Int, significand: \#(name)) {
          self = (sign == .minus ? -significand : significand) * pow(2, \#(name)(exponent))
        }
        public init(signOf sign: \#(name), magnitudeOf magnitude: \#(name)) { self = copysign(magnitude, sign) }
        public init?<T: BinaryFloatingPoint>(exactly source: T) {
          self = \#(name)(source)
          if Double(self) != Double(source) { return nil }
        }
        public var binade: \#(name) {
          if !isFinite { return .nan }
          return isZero ? self : \#(name)(sign: sign, exponent: exponent, significand: 1)
        }
        public static var signalingNaN: \#(name) { nan }
        public static func minimum(_ x: \#(name), _ y: \#(name)) -> \#(name) { x.isNaN ? y : y.isNaN ? x : min(x, y) }
        public static func maximum(_ x: \#(name), _ y: \#(name)) -> \#(name) { x.isNaN ? y : y.isNaN ? x : max(x, y) }
        public func distance(to other: \#(name)) -> \#(name) { other - self }
        public func advanced(by n: \#(name)) -> \#(name) { self + n }
        public static func _step(from start: \#(name), index: Int, current: \#(name), by distance: \#(name)) -> \#(name) {
          start.addingProduct(\#(name)(index), distance)
        }
        @intrinsic("floating.random") static func _random(_ low: \#(name), _ high: \#(name), _ closed: Bool) -> \#(name)
        public static func random(in range: Range<\#(name)>) -> \#(name) {
          precondition(!range.isEmpty, "Can't get random value with an empty range")
          return _random(range.lowerBound, range.upperBound, false)
        }
        public static func random(in range: ClosedRange<\#(name)>) -> \#(name) { _random(range.lowerBound, range.upperBound, true) }
        public static func random<G: RandomNumberGenerator>(in range: Range<\#(name)>, using generator: inout G) -> \#(name) {
          precondition(!range.isEmpty, "Can't get random value with an empty range")
          let width = range.upperBound - range.lowerBound
          while true {
            let unit = \#(name)(generator.next() & \#(bits == 64 ? "0x1F_FFFF_FFFF_FFFF" : "0xFF_FFFF")) * (ulpOfOne / 2)
            let value = width * unit + range.lowerBound
            if value != range.upperBound { return value }
          }
        }
        public static func random<G: RandomNumberGenerator>(in range: ClosedRange<\#(name)>, using generator: inout G) -> \#(name) {
          let largest: UInt\#(bits) = \#(bits == 64 ? "0x20_0000_0000_0000" : "0x100_0000")
          let random = generator.next(upperBound: largest + 1)
          if random == largest { return range.upperBound }
          return (range.upperBound - range.lowerBound) * (\#(name)(random) * (ulpOfOne / 2)) + range.lowerBound
        }
        @intrinsic("value.hash") public func hash(into hasher: inout Hasher)
        @intrinsic("value.describe") public var description: String { get }
      }

      """#
  }
}

extension String {
  /// `UInt8` for `Int8` and back: the other type with as many bits.
  fileprivate func replacing(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
