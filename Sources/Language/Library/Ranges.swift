extension Library {
  /// Ranges and strides.
  static let ranges = #"""
    public protocol RangeExpression {
      associatedtype Bound: Comparable
      func contains(_ element: Bound) -> Bool
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound
    }
    extension RangeExpression {
      public static func ~= (pattern: Self, value: Bound) -> Bool { pattern.contains(value) }
    }

    public struct Range<Bound: Comparable>: RangeExpression, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
      public let lowerBound: Bound
      public let upperBound: Bound
      init(_lower: Bound, _upper: Bound) {
        lowerBound = _lower
        upperBound = _upper
      }
      public init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
        lowerBound = bounds.lower
        upperBound = bounds.upper
      }
      public var isEmpty: Bool { lowerBound == upperBound }
      public func contains(_ element: Bound) -> Bool { element >= lowerBound && element < upperBound }
      public func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { self }
      public func overlaps(_ other: ClosedRange<Bound>) -> Bool { other.overlaps(self) }
      public func overlaps(_ other: Range<Bound>) -> Bool {
        !isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound
      }
      public func clamped(to limits: Range<Bound>) -> Range<Bound> {
        let lower = limits.lowerBound > lowerBound ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
        let upper = limits.upperBound < upperBound ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
        return Range(_lower: lower, _upper: upper)
      }
      public static func == (lhs: Range<Bound>, rhs: Range<Bound>) -> Bool {
        lhs.lowerBound == rhs.lowerBound && lhs.upperBound == rhs.upperBound
      }
      public var description: String { "\(lowerBound)..<\(upperBound)" }
      public var debugDescription: String { "Range(\(String(reflecting: lowerBound))..<\(String(reflecting: upperBound)))" }
    }
    extension Range: Hashable where Bound: Hashable {}
    extension Range where Bound: Strideable, Bound.Stride: SignedInteger {
      public init(_ other: ClosedRange<Bound>) { self.init(_lower: other.lowerBound, _upper: other.upperBound.advanced(by: 1)) }
    }
    public func ..< <Bound: Comparable>(minimum: Bound, maximum: Bound) -> Range<Bound> {
      precondition(minimum <= maximum, "Range requires lowerBound <= upperBound")
      return Range(_lower: minimum, _upper: maximum)
    }

    public struct ClosedRange<Bound: Comparable>: RangeExpression, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
      public let lowerBound: Bound
      public let upperBound: Bound
      init(_lower: Bound, _upper: Bound) {
        lowerBound = _lower
        upperBound = _upper
      }
      public var isEmpty: Bool { false }
      public func contains(_ element: Bound) -> Bool { element >= lowerBound && element <= upperBound }
      public func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        Range(_lower: lowerBound, _upper: collection.index(after: upperBound))
      }
      public func overlaps(_ other: Range<Bound>) -> Bool {
        !other.isEmpty && lowerBound < other.upperBound && other.lowerBound <= upperBound
      }
      public func overlaps(_ other: ClosedRange<Bound>) -> Bool { lowerBound <= other.upperBound && other.lowerBound <= upperBound }
      public func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound> {
        let lower = limits.lowerBound > lowerBound ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
        let upper = limits.upperBound < upperBound ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
        return ClosedRange(_lower: lower, _upper: upper)
      }
      public static func == (lhs: ClosedRange<Bound>, rhs: ClosedRange<Bound>) -> Bool {
        lhs.lowerBound == rhs.lowerBound && lhs.upperBound == rhs.upperBound
      }
      public var description: String { "\(lowerBound)...\(upperBound)" }
      public var debugDescription: String { "ClosedRange(\(String(reflecting: lowerBound))...\(String(reflecting: upperBound)))" }
    }
    extension ClosedRange: Hashable where Bound: Hashable {}
    extension ClosedRange where Bound: Strideable, Bound.Stride: SignedInteger {
      public init(_ other: Range<Bound>) {
        precondition(!other.isEmpty, "Can't form an empty closed range")
        self.init(_lower: other.lowerBound, _upper: other.upperBound.advanced(by: -1))
      }
    }
    public func ... <Bound: Comparable>(minimum: Bound, maximum: Bound) -> ClosedRange<Bound> {
      precondition(minimum <= maximum, "Range requires lowerBound <= upperBound")
      return ClosedRange(_lower: minimum, _upper: maximum)
    }

    /// `a[...]`: the operator itself stands for the whole.
    public enum UnboundedRange_ {
      public static postfix func ... (_ whole: UnboundedRange_) {}
    }
    public typealias UnboundedRange = (UnboundedRange_) -> Void
    public struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
      public let lowerBound: Bound
      public func contains(_ element: Bound) -> Bool { lowerBound <= element }
      public func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { lowerBound..<collection.endIndex }
    }
    public struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
      public let upperBound: Bound
      public func contains(_ element: Bound) -> Bool { element < upperBound }
      public func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { collection.startIndex..<upperBound }
    }
    public struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
      public let upperBound: Bound
      public func contains(_ element: Bound) -> Bool { element <= upperBound }
      public func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        collection.startIndex..<collection.index(after: upperBound)
      }
    }
    public postfix func ... <Bound: Comparable>(minimum: Bound) -> PartialRangeFrom<Bound> { PartialRangeFrom(lowerBound: minimum) }
    public prefix func ..< <Bound: Comparable>(maximum: Bound) -> PartialRangeUpTo<Bound> { PartialRangeUpTo(upperBound: maximum) }
    public prefix func ... <Bound: Comparable>(maximum: Bound) -> PartialRangeThrough<Bound> { PartialRangeThrough(upperBound: maximum) }

    public struct RangeIterator<Bound: Strideable>: IteratorProtocol where Bound.Stride: SignedInteger {
      var next_: Bound
      let end: Bound
      public mutating func next() -> Bound? {
        if next_ == end { return nil }
        let value = next_
        next_ = value.advanced(by: 1)
        return value
      }
    }
    extension Range: Sequence, Collection, BidirectionalCollection, RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      public typealias Element = Bound
      public typealias Index = Bound
      public typealias Iterator = RangeIterator<Bound>
      public typealias SubSequence = Range<Bound>
      public func makeIterator() -> RangeIterator<Bound> { RangeIterator(next_: lowerBound, end: upperBound) }
      public var startIndex: Bound { lowerBound }
      public var endIndex: Bound { upperBound }
      public func index(after i: Bound) -> Bound { i.advanced(by: 1) }
      public func index(before i: Bound) -> Bound { i.advanced(by: -1) }
      public func index(_ i: Bound, offsetBy distance: Int) -> Bound { i.advanced(by: Bound.Stride(distance)) }
      public func distance(from start: Bound, to end: Bound) -> Int { Int(start.distance(to: end)) }
      public var count: Int { Int(lowerBound.distance(to: upperBound)) }
      public subscript(position: Bound) -> Bound {
        precondition(contains(position), "Index out of range")
        return position
      }
      public subscript(bounds: Range<Bound>) -> Range<Bound> {
        precondition(bounds.lowerBound >= lowerBound && bounds.upperBound <= upperBound, "Index out of range")
        return bounds
      }
    }
    public struct ClosedRangeIterator<Bound: Strideable>: IteratorProtocol where Bound.Stride: SignedInteger {
      var next_: Bound
      let last: Bound
      var isDone = false
      public mutating func next() -> Bound? {
        if isDone { return nil }
        let value = next_
        if value == last { isDone = true } else { next_ = value.advanced(by: 1) }
        return value
      }
    }
    extension ClosedRange: Sequence, Collection, BidirectionalCollection, RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      public enum Index: Comparable {
        case inRange(Bound)
        case pastEnd
        public static func < (lhs: Index, rhs: Index) -> Bool {
          switch (lhs, rhs) {
          case (.inRange(let a), .inRange(let b)): return a < b
          case (.inRange, .pastEnd): return true
          default: return false
          }
        }
      }
      public typealias Element = Bound
      public typealias Iterator = ClosedRangeIterator<Bound>
      public func makeIterator() -> ClosedRangeIterator<Bound> { ClosedRangeIterator(next_: lowerBound, last: upperBound) }
      public var startIndex: Index { .inRange(lowerBound) }
      public var endIndex: Index { .pastEnd }
      func _offset(_ i: Index) -> Int {
        switch i {
        case .inRange(let bound): return Int(lowerBound.distance(to: bound))
        case .pastEnd: return count
        }
      }
      func _index(_ offset: Int) -> Index {
        if offset == count { return .pastEnd }
        precondition(offset >= 0 && offset < count, "Advancing past end index")
        return .inRange(lowerBound.advanced(by: Bound.Stride(offset)))
      }
      public func index(after i: Index) -> Index { _index(_offset(i) + 1) }
      public func index(before i: Index) -> Index { _index(_offset(i) - 1) }
      public func index(_ i: Index, offsetBy distance: Int) -> Index { _index(_offset(i) + distance) }
      public func distance(from start: Index, to end: Index) -> Int { _offset(end) - _offset(start) }
      public var count: Int { Int(lowerBound.distance(to: upperBound)) + 1 }
      public subscript(position: Index) -> Bound {
        switch position {
        case .inRange(let bound): return bound
        case .pastEnd: preconditionFailure("Index out of range")
        }
      }
    }
    public struct PartialRangeFromIterator<Bound: Strideable>: IteratorProtocol where Bound.Stride: SignedInteger {
      var current: Bound
      public mutating func next() -> Bound? {
        let value = current
        current = current.advanced(by: 1)
        return value
      }
    }
    extension PartialRangeFrom: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
      public typealias Element = Bound
      public typealias Iterator = PartialRangeFromIterator<Bound>
      public func makeIterator() -> PartialRangeFromIterator<Bound> { PartialRangeFromIterator(current: lowerBound) }
    }

    public struct StrideToIterator<T: Strideable>: IteratorProtocol {
      let start: T
      var value: T
      let end: T
      let step: T.Stride
      var index = 0
      public mutating func next() -> T? {
        if step > 0 ? value >= end : value <= end { return nil }
        let result = value
        index += 1
        value = T._step(from: start, index: index, current: value, by: step)
        return result
      }
    }
    public struct StrideTo<T: Strideable>: Sequence, CustomStringConvertible {
      public typealias Element = T
      public typealias Iterator = StrideToIterator<T>
      let start: T
      let end: T
      let step: T.Stride
      public var description: String { String(reflecting: type(of: self)) }
      public func makeIterator() -> StrideToIterator<T> { StrideToIterator(start: start, value: start, end: end, step: step) }
    }
    public struct StrideThroughIterator<T: Strideable>: IteratorProtocol {
      let start: T
      var value: T
      let end: T
      let step: T.Stride
      var index = 0
      var isDone = false
      public mutating func next() -> T? {
        if isDone { return nil }
        if step > 0 ? value >= end : value <= end {
          isDone = true
          return value == end ? value : nil
        }
        let result = value
        index += 1
        value = T._step(from: start, index: index, current: value, by: step)
        return result
      }
    }
    public struct StrideThrough<T: Strideable>: Sequence, CustomStringConvertible {
      public typealias Element = T
      public typealias Iterator = StrideThroughIterator<T>
      let start: T
      let end: T
      let step: T.Stride
      public var description: String { String(reflecting: type(of: self)) }
      public func makeIterator() -> StrideThroughIterator<T> { StrideThroughIterator(start: start, value: start, end: end, step: step) }
    }
    public func stride<T: Strideable>(from start: T, to end: T, by step: T.Stride) -> StrideTo<T> {
      precondition(step != 0, "Stride size must not be zero")
      return StrideTo(start: start, end: end, step: step)
    }
    public func stride<T: Strideable>(from start: T, through end: T, by step: T.Stride) -> StrideThrough<T> {
      precondition(step != 0, "Stride size must not be zero")
      return StrideThrough(start: start, end: end, step: step)
    }
    """#
}
