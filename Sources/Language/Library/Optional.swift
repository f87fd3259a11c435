extension Library {
  /// `Optional`, `??` and `Result`.
  static let optional = #"""
    @representation("optional") public enum Optional<Wrapped>: ExpressibleByNilLiteral {
      case none
      case some(Wrapped)
      public init(_ value: Wrapped) { self = .some(value) }
      public init(nilLiteral: ()) { self = .none }
      public func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {
        switch self {
        case .some(let value): return .some(try transform(value))
        case .none: return nil
        }
      }
      public func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {
        switch self {
        case .some(let value): return try transform(value)
        case .none: return nil
        }
      }
      public mutating func take() -> Wrapped? {
        let value = self
        self = nil
        return value
      }
      @intrinsic("optional.isNone") var _isNone: Bool { get }
      public var unsafelyUnwrapped: Wrapped { self! }
    }
    extension Optional: Equatable where Wrapped: Equatable {
      public static func == (lhs: Wrapped?, rhs: Wrapped?) -> Bool {
        switch (lhs, rhs) {
        case (.some(let a), .some(let b)): return a == b
        case (.none, .none): return true
        default: return false
        }
      }
    }
    extension Optional: Hashable where Wrapped: Hashable {
      public func hash(into hasher: inout Hasher) {
        switch self {
        case .some(let value):
          hasher.combine(1)
          hasher.combine(value)
        case .none: hasher.combine(0)
        }
      }
    }
    /// Stands for `nil` in comparisons of optionals whose values cannot be compared.
    public struct _OptionalNilComparisonType: ExpressibleByNilLiteral {
      public init(nilLiteral: ()) {}
    }
    public func == <T>(lhs: T?, rhs: _OptionalNilComparisonType) -> Bool { lhs._isNone }
    public func != <T>(lhs: T?, rhs: _OptionalNilComparisonType) -> Bool { !lhs._isNone }
    public func == <T>(lhs: _OptionalNilComparisonType, rhs: T?) -> Bool { rhs._isNone }
    public func != <T>(lhs: _OptionalNilComparisonType, rhs: T?) -> Bool { !rhs._isNone }
    public func ~= <T>(lhs: _OptionalNilComparisonType, rhs: T?) -> Bool { rhs._isNone }
    public func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T) rethrows -> T {
      switch optional {
      case .some(let value): return value
      case .none: return try defaultValue()
      }
    }
    public func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T?) rethrows -> T? {
      switch optional {
      case .some(let value): return value
      case .none: return try defaultValue()
      }
    }

    public enum Result<Success, Failure: Error> {
      case success(Success)
      case failure(Failure)
      public func get() throws(Failure) -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let error): throw error
        }
      }
      public func map<T>(_ transform: (Success) -> T) -> Result<T, Failure> {
        switch self {
        case .success(let value): return .success(transform(value))
        case .failure(let error): return .failure(error)
        }
      }
      public func mapError<E: Error>(_ transform: (Failure) -> E) -> Result<Success, E> {
        switch self {
        case .success(let value): return .success(value)
        case .failure(let error): return .failure(transform(error))
        }
      }
      public func flatMap<T>(_ transform: (Success) -> Result<T, Failure>) -> Result<T, Failure> {
        switch self {
        case .success(let value): return transform(value)
        case .failure(let error): return .failure(error)
        }
      }
      public func flatMapError<E: Error>(_ transform: (Failure) -> Result<Success, E>) -> Result<Success, E> {
        switch self {
        case .success(let value): return .success(value)
        case .failure(let error): return transform(error)
        }
      }
      public init(catching body: () throws(Failure) -> Success) {
        do { self = .success(try body()) } catch { self = .failure(error) }
      }
    }
    extension Result: Equatable where Success: Equatable, Failure: Equatable {}
    extension Result: Hashable where Success: Hashable, Failure: Hashable {}
    """#
}
