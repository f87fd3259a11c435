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
      var underestimatedCount: Int { get }
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
      public func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(base: self) }
      public func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in self {
          if !(try predicate(element)) { break }
          result.append(element)
        }
        return result
      }
      public func prefix(_ maxLength: Int) -> [Element] {
        precondition(maxLength >= 0, "Can't take a prefix of negative length from a sequence")
        var result: [Element] = []
        if maxLength == 0 { return result }
        for element in self {
          result.append(element)
          if result.count == maxLength { break }
        }
        return result
      }
      public func dropFirst(_ k: Int = 1) -> [Element] {
        precondition(k >= 0, "Can't drop a negative number of elements from a sequence")
        var result: [Element] = []
        var skipped = 0
        for element in self {
          if skipped < k { skipped += 1 } else { result.append(element) }
        }
        return result
      }
      public func suffix(_ maxLength: Int) -> [Element] { Array(Array(self).suffix(maxLength)) }
      public func dropLast(_ k: Int = 1) -> [Element] { Array(Array(self).dropLast(k)) }
      public func drop(while predicate: (Element) throws -> Bool) rethrows -> [Element] { Array(try Array(self).drop(while: predicate)) }
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
      public var lazy: LazySequence<Self> { LazySequence(base: self) }
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
    extension Sequence where Element == Character {
      public func joined() -> String { joined(separator: "") }
      public func joined(separator: String) -> String { self.map { String($0) }.joined(separator: separator) }
    }
    extension Sequence where Element: Sequence {
      public func joined() -> [Element.Element] {
        var result: [Element.Element] = []
        for part in self { result.append(contentsOf: part) }
        return result
      }
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
      let base: Base
      public func makeIterator() -> EnumeratedIterator<Base.Iterator> { EnumeratedIterator(base: base.makeIterator()) }
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
      let first: A
      let second: B
      public func makeIterator() -> ZipIterator<A.Iterator, B.Iterator> {
        ZipIterator(first: first.makeIterator(), second: second.makeIterator())
      }
    }
    public func zip<A: Sequence, B: Sequence>(_ first: A, _ second: B) -> Zip2Sequence<A, B> { Zip2Sequence(first: first, second: second) }

    public struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
      var state: State
      let step: (inout State) -> Element?
      var isDone = false
      public mutating func next() -> Element? {
        if isDone { return nil }
        let element = step(&state)
        if element == nil { isDone = true }
        return element
      }
    }
    public func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldSequence<T, (T?, Bool)> {
      UnfoldSequence(state: (first, true), step: { (state: inout (T?, Bool)) -> T? in
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
      UnfoldSequence(state: state, step: next)
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
    public struct Repeated<Element>: Collection, RandomAccessCollection {
      public typealias Index = Int
      public typealias Iterator = IndexingIterator<Repeated<Element>>
      public let count: Int
      public let repeatedValue: Element
      public var startIndex: Int { 0 }
      public var endIndex: Int { count }
      public func index(after i: Int) -> Int { i + 1 }
      public func index(before i: Int) -> Int { i - 1 }
      public subscript(position: Int) -> Element {
        precondition(position >= 0 && position < count, "Index out of range")
        return repeatedValue
      }
    }
    public func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T> {
      precondition(n >= 0, "Repetition count should be non-negative")
      return Repeated(count: n, repeatedValue: element)
    }

    public struct LazySequence<Base: Sequence>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = Base.Iterator
      let base: Base
      public func makeIterator() -> Base.Iterator { base.makeIterator() }
      public func map<T>(_ transform: @escaping (Base.Element) -> T) -> LazySequence<LazyMapSequence<Base, T>> {
        LazySequence<LazyMapSequence<Base, T>>(base: LazyMapSequence(base: base, transform: transform))
      }
      public func filter(_ isIncluded: @escaping (Base.Element) -> Bool) -> LazySequence<LazyFilterSequence<Base>> {
        LazySequence<LazyFilterSequence<Base>>(base: LazyFilterSequence(base: base, isIncluded: isIncluded))
      }
      public func prefix(_ maxLength: Int) -> LazySequence<LazyPrefixSequence<Base>> {
        LazySequence<LazyPrefixSequence<Base>>(base: LazyPrefixSequence(base: base, limit: maxLength))
      }
      public var first: Base.Element? {
        var iterator = base.makeIterator()
        return iterator.next()
      }
    }
    public struct LazyMapIterator<Base: IteratorProtocol, T>: IteratorProtocol {
      public typealias Element = T
      var base: Base
      let transform: (Base.Element) -> T
      public mutating func next() -> T? {
        guard let element = base.next() else { return nil }
        return transform(element)
      }
    }
    public struct LazyMapSequence<Base: Sequence, T>: Sequence {
      public typealias Element = T
      public typealias Iterator = LazyMapIterator<Base.Iterator, T>
      let base: Base
      let transform: (Base.Element) -> T
      public func makeIterator() -> LazyMapIterator<Base.Iterator, T> { LazyMapIterator(base: base.makeIterator(), transform: transform) }
    }
    public struct LazyFilterIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var base: Base
      let isIncluded: (Base.Element) -> Bool
      public mutating func next() -> Base.Element? {
        while let element = base.next() {
          if isIncluded(element) { return element }
        }
        return nil
      }
    }
    public struct LazyFilterSequence<Base: Sequence>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = LazyFilterIterator<Base.Iterator>
      let base: Base
      let isIncluded: (Base.Element) -> Bool
      public func makeIterator() -> LazyFilterIterator<Base.Iterator> { LazyFilterIterator(base: base.makeIterator(), isIncluded: isIncluded) }
    }
    public struct LazyPrefixIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var base: Base
      var left: Int
      public mutating func next() -> Base.Element? {
        if left <= 0 { return nil }
        left -= 1
        return base.next()
      }
    }
    public struct LazyPrefixSequence<Base: Sequence>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = LazyPrefixIterator<Base.Iterator>
      let base: Base
      let limit: Int
      public func makeIterator() -> LazyPrefixIterator<Base.Iterator> { LazyPrefixIterator(base: base.makeIterator(), left: limit) }
    }
    """#
}
