extension Library {
  /// `Sequence` with the methods that people use, iterators, and the sequences those methods give.
  static let sequence = #"""
    public protocol IteratorProtocol<Element> {
      associatedtype Element
      mutating func next() -> Element?
    }
    public protocol Sequence<Element> {
      associatedtype Element
      associatedtype Iterator: IteratorProtocol where Iterator.Element == Element
      func makeIterator() -> Iterator
    }
    extension Sequence where Self: IteratorProtocol {
      public func makeIterator() -> Self { self }
    }
    extension Sequence {
      public var underestimatedCount: Int { 0 }
      public func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try transform(element)) }
        return result
      }
      public func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in self where try isIncluded(element) { result.append(element) }
        return result
      }
      public func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T] {
        var result: [T] = []
        for element in self {
          if let value = try transform(element) { result.append(value) }
        }
        return result
      }
      public func flatMap<S: Sequence>(_ transform: (Element) throws -> S) rethrows -> [S.Element] {
        var result: [S.Element] = []
        for element in self { result.append(contentsOf: try transform(element)) }
        return result
      }
      public func forEach(_ body: (Element) throws -> Void) rethrows {
        for element in self { try body(element) }
      }
      public func reduce<R>(_ initialResult: R, _ nextPartialResult: (R, Element) throws -> R) rethrows -> R {
        var result = initialResult
        for element in self { result = try nextPartialResult(result, element) }
        return result
      }
      public func reduce<R>(into initialResult: R, _ update: (inout R, Element) throws -> Void) rethrows -> R {
        var result = initialResult
        for element in self { try update(&result, element) }
        return result
      }
      public func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self where try predicate(element) { return true }
        return false
      }
      public func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self where !(try predicate(element)) { return false }
        return true
      }
      public func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        for element in self where try predicate(element) { return element }
        return nil
      }
      public func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
        var count = 0
        for element in self where try predicate(element) { count += 1 }
        return count
      }
      public func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result {
            if try areInIncreasingOrder(element, best) { result = element }
          } else {
            result = element
          }
        }
        return result
      }
      public func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result {
            if try areInIncreasingOrder(best, element) { result = element }
          } else {
            result = element
          }
        }
        return result
      }
      public func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
        var result = Array(self)
        try result.sort(by: areInIncreasingOrder)
        return result
      }
      public func reversed() -> [Element] {
        var result = Array(self)
        result.reverse()
        return result
      }
      public func shuffled() -> [Element] {
        var result = Array(self)
        result.shuffle()
        return result
      }
      public func shuffled<G: RandomNumberGenerator>(using generator: inout G) -> [Element] {
        var result = Array(self)
        result.shuffle(using: &generator)
        return result
      }
      public func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(_base: self) }
      public func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in self {
          if !(try predicate(element)) { break }
          result.append(element)
        }
        return result
      }
      public func prefix(_ maxLength: Int) -> PrefixSequence<Self> {
        precondition(maxLength >= 0, "Can't take a prefix of negative length from a sequence")
        return PrefixSequence(_base: self, _maxLength: maxLength)
      }
      public func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self> {
        precondition(k >= 0, "Can't drop a negative number of elements from a sequence")
        return DropFirstSequence(_base: self, _limit: k)
      }
      public func suffix(_ maxLength: Int) -> [Element] { Array(Array(self).suffix(maxLength)) }
      public func dropLast(_ k: Int = 1) -> [Element] { Array(Array(self).dropLast(k)) }
      public func drop(while predicate: (Element) throws -> Bool) rethrows -> DropWhileSequence<Self> {
        var iterator = makeIterator()
        var next = iterator.next()
        while let element = next, try predicate(element) { next = iterator.next() }
        return DropWhileSequence(_iterator: iterator, _nextElement: next)
      }
      public func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>] {
        try Array(self).split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: isSeparator)
      }
      public func elementsEqual<S: Sequence>(_ other: S, by areEquivalent: (Element, S.Element) throws -> Bool) rethrows -> Bool {
        var left = makeIterator()
        var right = other.makeIterator()
        while true {
          let a = left.next()
          let b = right.next()
          guard let x = a, let y = b else { return a == nil && b == nil }
          if !(try areEquivalent(x, y)) { return false }
        }
      }
      public var lazy: LazySequence<Self> { LazySequence(_base: self) }
    }
    extension Sequence where Element: Equatable {
      public func contains(_ element: Element) -> Bool {
        for candidate in self where candidate == element { return true }
        return false
      }
      public func elementsEqual<S: Sequence>(_ other: S) -> Bool where S.Element == Element {
        elementsEqual(other, by: { $0 == $1 })
      }
      public func starts<S: Sequence>(with possiblePrefix: S) -> Bool where S.Element == Element {
        var iterator = makeIterator()
        for expected in possiblePrefix {
          guard let actual = iterator.next(), actual == expected else { return false }
        }
        return true
      }
    }
    extension Sequence where Element: Comparable {
      public func min() -> Element? { self.min(by: { $0 < $1 }) }
      public func max() -> Element? { self.max(by: { $0 < $1 }) }
      public func sorted() -> [Element] {
        var result = Array(self)
        result.sort()
        return result
      }
      public func lexicographicallyPrecedes<S: Sequence>(_ other: S) -> Bool where S.Element == Element {
        var left = makeIterator()
        var right = other.makeIterator()
        while true {
          guard let b = right.next() else { return false }
          guard let a = left.next() else { return true }
          if a < b { return true }
          if b < a { return false }
        }
      }
    }
    extension Sequence where Element == String {
      public func joined() -> String { joined(separator: "") }
      public func joined(separator: String) -> String {
        var result = ""
        var isFirst = true
        for element in self {
          if isFirst { isFirst = false } else { result += separator }
          result += element
        }
        return result
      }
    }
    extension Sequence where Element == Substring {
      public func joined() -> String { joined(separator: "") }
      public func joined(separator: String) -> String { self.map { String($0) }.joined(separator: separator) }
    }
    extension Sequence where Element: Sequence {
      public func joined() -> FlattenSequence<Self> { FlattenSequence(_base: self) }
      public func joined<S: Sequence>(separator: S) -> JoinedSequence<Self> where S.Element == Element.Element {
        JoinedSequence(_base: self, _separator: Array(separator))
      }
    }

    public struct PrefixIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var _base: Base
      var _remaining: Int
      public mutating func next() -> Base.Element? {
        if _remaining == 0 { return nil }
        _remaining -= 1
        return _base.next()
      }
    }
    public struct PrefixSequence<Base: Sequence>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = PrefixIterator<Base.Iterator>
      let _base: Base
      let _maxLength: Int
      public func makeIterator() -> PrefixIterator<Base.Iterator> { PrefixIterator(_base: _base.makeIterator(), _remaining: _maxLength) }
    }
    public struct DropFirstIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var _base: Base
      var _dropped: Int
      public mutating func next() -> Base.Element? {
        while _dropped > 0 {
          _dropped -= 1
          if _base.next() == nil {
            _dropped = 0
            return nil
          }
        }
        return _base.next()
      }
    }
    public struct DropFirstSequence<Base: Sequence>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = DropFirstIterator<Base.Iterator>
      let _base: Base
      let _limit: Int
      public func makeIterator() -> DropFirstIterator<Base.Iterator> { DropFirstIterator(_base: _base.makeIterator(), _dropped: _limit) }
    }
    public struct DropWhileIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var _iterator: Base
      var _nextElement: Base.Element?
      public mutating func next() -> Base.Element? {
        guard let element = _nextElement else { return nil }
        _nextElement = _iterator.next()
        return element
      }
    }
    public struct DropWhileSequence<Base: Sequence>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = DropWhileIterator<Base.Iterator>
      let _iterator: Base.Iterator
      let _nextElement: Base.Element?
      public func makeIterator() -> DropWhileIterator<Base.Iterator> { DropWhileIterator(_iterator: _iterator, _nextElement: _nextElement) }
    }

    public struct FlattenIterator<Base: IteratorProtocol>: IteratorProtocol where Base.Element: Sequence {
      public typealias Element = Base.Element.Element
      var _base: Base
      var _inner: Base.Element.Iterator?
      public mutating func next() -> Base.Element.Element? {
        while true {
          if let element = _inner?.next() { return element }
          guard let sequence = _base.next() else { return nil }
          _inner = sequence.makeIterator()
        }
      }
    }
    public struct FlattenSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
      public typealias Element = Base.Element.Element
      public typealias Iterator = FlattenIterator<Base.Iterator>
      let _base: Base
      public func makeIterator() -> FlattenIterator<Base.Iterator> { FlattenIterator(_base: _base.makeIterator(), _inner: nil) }
    }
    extension FlattenSequence: BidirectionalCollection, Collection where Base: BidirectionalCollection, Base.Element: BidirectionalCollection {
      public struct Index: Comparable {
        let outer: Base.Index
        let inner: Base.Element.Index?
        public static func == (lhs: Index, rhs: Index) -> Bool { lhs.outer == rhs.outer && lhs.inner == rhs.inner }
        public static func < (lhs: Index, rhs: Index) -> Bool {
          if lhs.outer != rhs.outer { return lhs.outer < rhs.outer }
          guard let a = lhs.inner, let b = rhs.inner else { return false }
          return a < b
        }
      }
      func _normal(_ start: Base.Index) -> Index {
        var outer = start
        while outer != _base.endIndex {
          if !_base[outer].isEmpty { return Index(outer: outer, inner: _base[outer].startIndex) }
          outer = _base.index(after: outer)
        }
        return endIndex
      }
      public var startIndex: Index { _normal(_base.startIndex) }
      public var endIndex: Index { Index(outer: _base.endIndex, inner: nil) }
      public func index(after i: Index) -> Index {
        guard let inner = i.inner else { preconditionFailure("Can't advance past endIndex") }
        let next = _base[i.outer].index(after: inner)
        if next != _base[i.outer].endIndex { return Index(outer: i.outer, inner: next) }
        return _normal(_base.index(after: i.outer))
      }
      public func index(before i: Index) -> Index {
        var outer = i.outer
        if let inner = i.inner, inner != _base[outer].startIndex { return Index(outer: outer, inner: _base[outer].index(before: inner)) }
        repeat { outer = _base.index(before: outer) } while _base[outer].isEmpty
        return Index(outer: outer, inner: _base[outer].index(before: _base[outer].endIndex))
      }
      public subscript(position: Index) -> Base.Element.Element {
        guard let inner = position.inner else { preconditionFailure("Index out of range") }
        return _base[position.outer][inner]
      }
    }
    public struct JoinedIterator<Base: IteratorProtocol>: IteratorProtocol where Base.Element: Sequence {
      public typealias Element = Base.Element.Element
      var _base: Base
      let _separator: [Base.Element.Element]
      var _inner: Base.Element.Iterator?
      var _ahead: Base.Element?
      var _position = 0
      public mutating func next() -> Base.Element.Element? {
        while true {
          if _position > 0 {
            if _position <= _separator.count {
              _position += 1
              return _separator[_position - 2]
            }
            _position = 0
            _inner = _ahead?.makeIterator()
          }
          if let element = _inner?.next() { return element }
          _ahead = _base.next()
          guard let sequence = _ahead else { return nil }
          if _inner == nil { _inner = sequence.makeIterator() } else { _position = 1 }
        }
      }
    }
    public struct JoinedSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
      public typealias Element = Base.Element.Element
      public typealias Iterator = JoinedIterator<Base.Iterator>
      let _base: Base
      let _separator: [Base.Element.Element]
      public func makeIterator() -> JoinedIterator<Base.Iterator> { JoinedIterator(_base: _base.makeIterator(), _separator: _separator, _inner: nil, _ahead: nil) }
    }

    public struct EnumeratedIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = (offset: Int, element: Base.Element)
      var base: Base
      var position = 0
      public mutating func next() -> (offset: Int, element: Base.Element)? {
        guard let element = base.next() else { return nil }
        let offset = position
        position += 1
        return (offset: offset, element: element)
      }
    }
    public struct EnumeratedSequence<Base: Sequence>: Sequence {
      public typealias Element = (offset: Int, element: Base.Element)
      public typealias Iterator = EnumeratedIterator<Base.Iterator>
      let _base: Base
      public func makeIterator() -> EnumeratedIterator<Base.Iterator> { EnumeratedIterator(base: _base.makeIterator()) }
    }
    public struct ZipIterator<A: IteratorProtocol, B: IteratorProtocol>: IteratorProtocol {
      public typealias Element = (A.Element, B.Element)
      var first: A
      var second: B
      public mutating func next() -> (A.Element, B.Element)? {
        guard let a = first.next(), let b = second.next() else { return nil }
        return (a, b)
      }
    }
    public struct Zip2Sequence<A: Sequence, B: Sequence>: Sequence {
      public typealias Element = (A.Element, B.Element)
      public typealias Iterator = ZipIterator<A.Iterator, B.Iterator>
      let _sequence1: A
      let _sequence2: B
      public func makeIterator() -> ZipIterator<A.Iterator, B.Iterator> {
        ZipIterator(first: _sequence1.makeIterator(), second: _sequence2.makeIterator())
      }
    }
    public func zip<A: Sequence, B: Sequence>(_ first: A, _ second: B) -> Zip2Sequence<A, B> { Zip2Sequence(_sequence1: first, _sequence2: second) }

    public struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
      var _state: State
      let _next: (inout State) -> Element?
      var _done = false
      public mutating func next() -> Element? {
        if _done { return nil }
        let element = _next(&_state)
        if element == nil { _done = true }
        return element
      }
    }
    public func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldSequence<T, (T?, Bool)> {
      UnfoldSequence(_state: (first, true), _next: { (state: inout (T?, Bool)) -> T? in
        if state.1 {
          state.1 = false
          return state.0
        }
        guard let last = state.0 else { return nil }
        state.0 = next(last)
        return state.0
      })
    }
    public func sequence<T, State>(state: State, next: @escaping (inout State) -> T?) -> UnfoldSequence<T, State> {
      UnfoldSequence(_state: state, _next: next)
    }
    public struct IteratorSequence<Base: IteratorProtocol>: Sequence, IteratorProtocol {
      public typealias Element = Base.Element
      var base: Base
      public init(_ base: Base) { self.base = base }
      public mutating func next() -> Base.Element? { base.next() }
    }
    public struct AnyIterator<Element>: Sequence, IteratorProtocol {
      let step: () -> Element?
      public init(_ body: @escaping () -> Element?) { step = body }
      public init<I: IteratorProtocol>(_ base: I) where I.Element == Element {
        var iterator = base
        step = { iterator.next() }
      }
      public func next() -> Element? { step() }
    }
    public struct AnySequence<Element>: Sequence {
      let make: () -> AnyIterator<Element>
      public init<S: Sequence>(_ base: S) where S.Element == Element { make = { AnyIterator(base.makeIterator()) } }
      public init<I: IteratorProtocol>(_ makeUnderlyingIterator: @escaping () -> I) where I.Element == Element {
        make = { AnyIterator(makeUnderlyingIterator()) }
      }
      public func makeIterator() -> AnyIterator<Element> { make() }
    }
    /// A collection of a hidden type: its elements are found by their distance from the start.
    public struct AnyCollection<Element>: Collection {
      public struct Index: Comparable {
        let offset: Int
        public static func == (lhs: Index, rhs: Index) -> Bool { lhs.offset == rhs.offset }
        public static func < (lhs: Index, rhs: Index) -> Bool { lhs.offset < rhs.offset }
      }
      let length: () -> Int
      let element: (Int) -> Element
      let make: () -> AnyIterator<Element>
      public init<C: Collection>(_ base: C) where C.Element == Element {
        length = { base.count }
        element = { base[base.index(base.startIndex, offsetBy: $0)] }
        make = { AnyIterator(base.makeIterator()) }
      }
      public var startIndex: Index { Index(offset: 0) }
      public var endIndex: Index { Index(offset: length()) }
      public var count: Int { length() }
      public func index(after i: Index) -> Index { Index(offset: i.offset + 1) }
      public subscript(position: Index) -> Element { element(position.offset) }
      public func makeIterator() -> AnyIterator<Element> { make() }
    }
    """#
}
