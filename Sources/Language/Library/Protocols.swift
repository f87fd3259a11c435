extension Library {
  /// Protocols that literals, operators and `print` rest on, and the operators themselves.
  static let protocols = #"""
    precedencegroup AssignmentPrecedence { associativity: right assignment: true }
    precedencegroup TernaryPrecedence { associativity: right higherThan: AssignmentPrecedence }
    precedencegroup DefaultPrecedence { higherThan: TernaryPrecedence }
    precedencegroup LogicalDisjunctionPrecedence { associativity: left higherThan: TernaryPrecedence }
    precedencegroup LogicalConjunctionPrecedence { associativity: left higherThan: LogicalDisjunctionPrecedence }
    precedencegroup ComparisonPrecedence { higherThan: LogicalConjunctionPrecedence }
    precedencegroup NilCoalescingPrecedence { associativity: right higherThan: ComparisonPrecedence }
    precedencegroup CastingPrecedence { higherThan: NilCoalescingPrecedence }
    precedencegroup RangeFormationPrecedence { higherThan: CastingPrecedence }
    precedencegroup AdditionPrecedence { associativity: left higherThan: RangeFormationPrecedence }
    precedencegroup MultiplicationPrecedence { associativity: left higherThan: AdditionPrecedence }
    precedencegroup BitwiseShiftPrecedence { higherThan: MultiplicationPrecedence }
    infix operator +=: AssignmentPrecedence
    infix operator -=: AssignmentPrecedence
    infix operator *=: AssignmentPrecedence
    infix operator /=: AssignmentPrecedence
    infix operator %=: AssignmentPrecedence
    infix operator &=: AssignmentPrecedence
    infix operator |=: AssignmentPrecedence
    infix operator ^=: AssignmentPrecedence
    infix operator <<=: AssignmentPrecedence
    infix operator >>=: AssignmentPrecedence
    infix operator &+=: AssignmentPrecedence
    infix operator &-=: AssignmentPrecedence
    infix operator &*=: AssignmentPrecedence
    infix operator ||: LogicalDisjunctionPrecedence
    infix operator &&: LogicalConjunctionPrecedence
    infix operator ==: ComparisonPrecedence
    infix operator !=: ComparisonPrecedence
    infix operator ===: ComparisonPrecedence
    infix operator !==: ComparisonPrecedence
    infix operator <: ComparisonPrecedence
    infix operator <=: ComparisonPrecedence
    infix operator >: ComparisonPrecedence
    infix operator >=: ComparisonPrecedence
    infix operator ~=: ComparisonPrecedence
    infix operator ??: NilCoalescingPrecedence
    infix operator ..<: RangeFormationPrecedence
    infix operator ...: RangeFormationPrecedence
    infix operator +: AdditionPrecedence
    infix operator -: AdditionPrecedence
    infix operator &+: AdditionPrecedence
    infix operator &-: AdditionPrecedence
    infix operator |: AdditionPrecedence
    infix operator ^: AdditionPrecedence
    infix operator *: MultiplicationPrecedence
    infix operator /: MultiplicationPrecedence
    infix operator %: MultiplicationPrecedence
    infix operator &*: MultiplicationPrecedence
    infix operator &: MultiplicationPrecedence
    infix operator <<: BitwiseShiftPrecedence
    infix operator >>: BitwiseShiftPrecedence
    infix operator &<<: BitwiseShiftPrecedence
    infix operator &>>: BitwiseShiftPrecedence
    prefix operator -
    prefix operator +
    prefix operator !
    prefix operator ~
    prefix operator ..<
    prefix operator ...
    postfix operator ...

    public protocol Equatable {
      static func == (lhs: Self, rhs: Self) -> Bool
    }
    extension Equatable {
      public static func != (lhs: Self, rhs: Self) -> Bool { !(lhs == rhs) }
    }
    public func ~= <T: Equatable>(a: T, b: T) -> Bool { a == b }

    public protocol Comparable: Equatable {
      static func < (lhs: Self, rhs: Self) -> Bool
      static func <= (lhs: Self, rhs: Self) -> Bool
      static func >= (lhs: Self, rhs: Self) -> Bool
      static func > (lhs: Self, rhs: Self) -> Bool
    }
    extension Comparable {
      public static func <= (lhs: Self, rhs: Self) -> Bool { !(rhs < lhs) }
      public static func >= (lhs: Self, rhs: Self) -> Bool { !(lhs < rhs) }
      public static func > (lhs: Self, rhs: Self) -> Bool { rhs < lhs }
    }

    /// Mixes values into one number for dictionaries and sets.
    @representation("hasher") public struct Hasher {
      @intrinsic("hasher.init") public init()
      @intrinsic("hasher.combine") public mutating func combine<H: Hashable>(_ value: H)
      @intrinsic("hasher.finalize") public mutating func finalize() -> Int
    }
    public protocol Hashable: Equatable {
      func hash(into hasher: inout Hasher)
      var hashValue: Int { get }
    }
    extension Hashable {
      public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
      }
    }

    /// A value of any hashable type.
    public struct AnyHashable: Hashable, CustomStringConvertible, CustomDebugStringConvertible {
      public let base: Any
      let _equals: (Any) -> Bool
      let _hashValue: Int
      public init<H: Hashable>(_ base: H) {
        self.base = base
        _equals = { other in
          if let same = other as? H { return same == base }
          return false
        }
        _hashValue = base.hashValue
      }
      public static func == (lhs: AnyHashable, rhs: AnyHashable) -> Bool { lhs._equals(rhs.base) }
      public func hash(into hasher: inout Hasher) { hasher.combine(_hashValue) }
      public var description: String { String(describing: base) }
      public var debugDescription: String { "AnyHashable(" + String(reflecting: base) + ")" }
    }

    public protocol CustomStringConvertible { var description: String { get } }
    public protocol CustomDebugStringConvertible { var debugDescription: String { get } }
    public protocol TextOutputStream { mutating func write(_ string: String) }
    public protocol LosslessStringConvertible: CustomStringConvertible { init?(_ description: String) }
    public protocol Error {}
    extension Error {
      public var localizedDescription: String {
        if let error = self as? any LocalizedError, let text = error.errorDescription { return text }
        return "The operation could not be completed. (\(String(reflecting: type(of: self))) error \(_errorCode(self)).)"
      }
    }
    /// What Foundation numbers the errors of a type by: the case of an enum, or its raw number.
    @intrinsic("error.code") func _errorCode<E: Error>(_ error: E) -> Int
    public protocol Identifiable {
      associatedtype ID: Hashable
      var id: ID { get }
    }
    public protocol CaseIterable {
      associatedtype AllCases = [Self]
      static var allCases: AllCases { get }
    }
    public protocol RawRepresentable {
      associatedtype RawValue
      init?(rawValue: RawValue)
      var rawValue: RawValue { get }
    }
    public protocol AnyObjectProtocol {}
    public protocol Sendable {}
    public protocol Copyable {}
    public protocol Codable {}

    public protocol ExpressibleByIntegerLiteral {
      associatedtype IntegerLiteralType
      init(integerLiteral value: IntegerLiteralType)
    }
    public protocol ExpressibleByFloatLiteral {
      associatedtype FloatLiteralType
      init(floatLiteral value: FloatLiteralType)
    }
    public protocol ExpressibleByBooleanLiteral {
      associatedtype BooleanLiteralType
      init(booleanLiteral value: BooleanLiteralType)
    }
    public protocol ExpressibleByUnicodeScalarLiteral {}
    public protocol ExpressibleByExtendedGraphemeClusterLiteral: ExpressibleByUnicodeScalarLiteral {}
    public protocol ExpressibleByStringLiteral: ExpressibleByExtendedGraphemeClusterLiteral {
      associatedtype StringLiteralType
      init(stringLiteral value: StringLiteralType)
    }
    public protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {}
    public protocol ExpressibleByNilLiteral { init(nilLiteral: ()) }
    public protocol ExpressibleByArrayLiteral {
      associatedtype ArrayLiteralElement
      init(arrayLiteral elements: ArrayLiteralElement...)
    }
    public protocol ExpressibleByDictionaryLiteral {
      associatedtype Key
      associatedtype Value
      init(dictionaryLiteral elements: (Key, Value)...)
    }

    @representation("bool") public struct Bool: Hashable, ExpressibleByBooleanLiteral, LosslessStringConvertible {
      @intrinsic("bool.identity") public init(booleanLiteral value: Bool)
      public init(_ value: Bool) { self = value }
      public init?(_ description: String) {
        if description == "true" { self = true } else if description == "false" { self = false } else { return nil }
      }
      @intrinsic("bool.equal") public static func == (lhs: Bool, rhs: Bool) -> Bool
      @intrinsic("value.hash") public func hash(into hasher: inout Hasher)
      @intrinsic("bool.not") public static prefix func ! (a: Bool) -> Bool
      public static func && (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool {
        if lhs { return try rhs() }
        return false
      }
      public static func || (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool {
        if lhs { return true }
        return try rhs()
      }
      public mutating func toggle() { self = !self }
      @intrinsic("value.describe") public var description: String { get }
      public static func random() -> Bool { Int.random(in: 0...1) == 1 }
      public static func random<G: RandomNumberGenerator>(using generator: inout G) -> Bool { (generator.next() >> 17) & 1 == 0 }
    }

    @representation("never") public enum Never: Error {}

    @intrinsic("object.identical") public func === (lhs: AnyObject?, rhs: AnyObject?) -> Bool
    public func !== (lhs: AnyObject?, rhs: AnyObject?) -> Bool { !(lhs === rhs) }
    /// Tells one object from every other.
    public struct ObjectIdentifier: Hashable, Comparable {
      let address: Int
      public init(_ object: AnyObject) { address = _address(object) }
      public init(_ type: Any.Type) { address = _address(of: type) }
      public static func < (lhs: ObjectIdentifier, rhs: ObjectIdentifier) -> Bool { lhs.address < rhs.address }
    }
    /// The size of values as a compiler for 64-bit machines lays them out; the machine of cells has a layout of its own.
    public enum MemoryLayout<T> {
      public static var size: Int { _typeSize(T.self) }
      public static var stride: Int { _typeStride(T.self) }
      public static var alignment: Int { _typeAlignment(T.self) }
      public static func size(ofValue value: T) -> Int { _typeSize(T.self) }
      public static func stride(ofValue value: T) -> Int { _typeStride(T.self) }
      public static func alignment(ofValue value: T) -> Int { _typeAlignment(T.self) }
    }
    @intrinsic("type.size") func _typeSize(_ type: Any.Type) -> Int
    @intrinsic("type.stride") func _typeStride(_ type: Any.Type) -> Int
    @intrinsic("type.alignment") func _typeAlignment(_ type: Any.Type) -> Int
    @intrinsic("type.address") func _address(of type: Any.Type) -> Int
    @intrinsic("object.address") func _address(_ object: AnyObject) -> Int

    public func == (lhs: (), rhs: ()) -> Bool { true }
    public func min<T: Comparable>(_ x: T, _ y: T) -> T { y < x ? y : x }
    public func max<T: Comparable>(_ x: T, _ y: T) -> T { y >= x ? y : x }
    public func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
      var result = min(min(x, y), z)
      for value in rest where value < result { result = value }
      return result
    }
    public func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
      var result = max(max(x, y), z)
      for value in rest where value >= result { result = value }
      return result
    }
    public func swap<T>(_ a: inout T, _ b: inout T) {
      let old = a
      a = b
      b = old
    }
    /// The type of a value as it is while the program runs.
    @intrinsic("type.dynamic") public func type<T>(of value: T) -> Any.Type
    @intrinsic("type.equal") public func == (lhs: Any.Type?, rhs: Any.Type?) -> Bool
    public func != (lhs: Any.Type?, rhs: Any.Type?) -> Bool { !(lhs == rhs) }
    public func withExtendedLifetime<T, R>(_ x: T, _ body: () throws -> R) rethrows -> R { try body() }

    @intrinsic("trap.fatalError") public func fatalError(_ message: @autoclosure () -> String = "", file: String = #file, line: Int = #line) -> Never
    @intrinsic("trap.precondition")
    public func precondition(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "", file: String = #file, line: Int = #line)
    @intrinsic("trap.preconditionFailure")
    public func preconditionFailure(_ message: @autoclosure () -> String = "", file: String = #file, line: Int = #line) -> Never
    @intrinsic("trap.assert")
    public func assert(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "", file: String = #file, line: Int = #line)
    @intrinsic("trap.assertionFailure")
    public func assertionFailure(_ message: @autoclosure () -> String = "", file: String = #file, line: Int = #line)
    """#
}
