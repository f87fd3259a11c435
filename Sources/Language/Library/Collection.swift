extension Library {
  /// `Collection` and its kin: indices, slices, and the methods that every collection has.
  static let collection = #"""
    public protocol Collection<Element>: Sequence {
      associatedtype Index: Comparable
      associatedtype SubSequence: Collection = Slice<Self> where SubSequence.Element == Element, SubSequence.Index == Index, SubSequence.SubSequence == SubSequence
      var startIndex: Index { get }
      var endIndex: Index { get }
      subscript(position: Index) -> Element { get }
      subscript(bounds: Range<Index>) -> SubSequence { get }
      func index(after i: Index) -> Index
      func index(_ i: Index, offsetBy distance: Int) -> Index
      func distance(from start: Index, to end: Index) -> Int
      var count: Int { get }
      var isEmpty: Bool { get }
    }
    public struct IndexingIterator<Elements: Collection>: Sequence, IteratorProtocol {
      public typealias Element = Elements.Element
      public typealias Iterator = IndexingIterator<Elements>
      let _elements: Elements
      var _position: Elements.Index
      public mutating func next() -> Elements.Element? {
        if _position == _elements.endIndex { return nil }
        let element = _elements[_position]
        _position = _elements.index(after: _position)
        return element
      }
    }
    extension Collection {
      public func makeIterator() -> IndexingIterator<Self> { IndexingIterator(_elements: self, _position: startIndex) }
      public var isEmpty: Bool { startIndex == endIndex }
      public var underestimatedCount: Int { count }
      public var count: Int { distance(from: startIndex, to: endIndex) }
      public var first: Element? { isEmpty ? nil : self[startIndex] }
      public func distance(from start: Index, to end: Index) -> Int {
        precondition(start <= end, "Only BidirectionalCollections can have end come before start")
        var n = 0
        var i = start
        while i != end {
          i = index(after: i)
          n += 1
        }
        return n
      }
      public func index(_ i: Index, offsetBy distance: Int) -> Index {
        precondition(distance >= 0, "Only BidirectionalCollections can be advanced by a negative amount")
        var result = i
        for _ in 0..<distance { result = index(after: result) }
        return result
      }
      public func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        precondition(distance >= 0, "Only BidirectionalCollections can be advanced by a negative amount")
        var result = i
        var n = distance
        while n > 0 {
          if result == limit { return nil }
          result = index(after: result)
          n -= 1
        }
        return result
      }
      public func formIndex(after i: inout Index) { i = index(after: i) }
      public func formIndex(_ i: inout Index, offsetBy distance: Int) { i = index(i, offsetBy: distance) }
      public func formIndex(_ i: inout Index, offsetBy distance: Int, limitedBy limit: Index) -> Bool {
        if let result = index(i, offsetBy: distance, limitedBy: limit) {
          i = result
          return true
        }
        i = limit
        return false
      }
      public var indices: DefaultIndices<Self> { DefaultIndices(_elements: self, _startIndex: startIndex, _endIndex: endIndex) }
      public func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
        var i = startIndex
        while i != endIndex {
          if try predicate(self[i]) { return i }
          i = index(after: i)
        }
        return nil
      }
      public func randomElement() -> Element? {
        if isEmpty { return nil }
        return self[index(startIndex, offsetBy: Int.random(in: 0..<count))]
      }
      public func randomElement<G: RandomNumberGenerator>(using generator: inout G) -> Element? {
        if isEmpty { return nil }
        return self[index(startIndex, offsetBy: Int.random(in: 0..<count, using: &generator))]
      }
      public subscript<R: RangeExpression>(range: R) -> SubSequence where R.Bound == Index { self[range.relative(to: self)] }
      public subscript(whole: UnboundedRange) -> SubSequence { self[startIndex..<endIndex] }
      public func prefix(_ maxLength: Int) -> SubSequence {
        precondition(maxLength >= 0, "Can't take a prefix of negative length from a collection")
        return self[startIndex..<(index(startIndex, offsetBy: maxLength, limitedBy: endIndex) ?? endIndex)]
      }
      public func suffix(_ maxLength: Int) -> SubSequence {
        precondition(maxLength >= 0, "Can't take a suffix of negative length from a collection")
        return self[index(startIndex, offsetBy: Swift.max(0, count - maxLength))..<endIndex]
      }
      public func dropFirst(_ k: Int = 1) -> SubSequence {
        precondition(k >= 0, "Can't drop a negative number of elements from a collection")
        return self[(index(startIndex, offsetBy: k, limitedBy: endIndex) ?? endIndex)..<endIndex]
      }
      public func dropLast(_ k: Int = 1) -> SubSequence {
        precondition(k >= 0, "Can't drop a negative number of elements from a collection")
        return self[startIndex..<index(startIndex, offsetBy: Swift.max(0, count - k))]
      }
      public func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
        var i = startIndex
        while i != endIndex, try predicate(self[i]) { i = index(after: i) }
        return self[startIndex..<i]
      }
      public func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
        var i = startIndex
        while i != endIndex, try predicate(self[i]) { i = index(after: i) }
        return self[i..<endIndex]
      }
      public func prefix(upTo end: Index) -> SubSequence { self[startIndex..<end] }
      public func prefix(through end: Index) -> SubSequence { self[startIndex..<index(after: end)] }
      public func suffix(from start: Index) -> SubSequence { self[start..<endIndex] }
      public func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence] {
        precondition(maxSplits >= 0, "Must take zero or more splits")
        var result: [SubSequence] = []
        var start = startIndex
        var i = startIndex
        let end = endIndex
        while i != end && result.count < maxSplits {
          let next = index(after: i)
          if try isSeparator(self[i]) {
            if start != i || !omittingEmptySubsequences { result.append(self[start..<i]) }
            start = next
          }
          i = next
        }
        if start != end || !omittingEmptySubsequences { result.append(self[start..<end]) }
        return result
      }
    }
    extension Collection where Element: Equatable {
      public func firstIndex(of element: Element) -> Index? { firstIndex(where: { $0 == element }) }
      public func split(separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [SubSequence] {
        split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: { $0 == separator })
      }
    }
    extension Collection where SubSequence == Self {
      public mutating func popFirst() -> Element? {
        if isEmpty { return nil }
        let element = self[startIndex]
        self = self[index(after: startIndex)..<endIndex]
        return element
      }
      @discardableResult
      public mutating func removeFirst() -> Element {
        precondition(!isEmpty, "Can't remove items from an empty collection")
        let element = self[startIndex]
        self = self[index(after: startIndex)..<endIndex]
        return element
      }
      public mutating func removeFirst(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        guard let i = index(startIndex, offsetBy: k, limitedBy: endIndex) else {
          preconditionFailure("Can't remove more items from a collection than it contains")
        }
        self = self[i..<endIndex]
      }
    }
    public protocol BidirectionalCollection<Element>: Collection where SubSequence: BidirectionalCollection {
      func index(before i: Index) -> Index
    }
    extension BidirectionalCollection {
      public var last: Element? { isEmpty ? nil : self[index(before: endIndex)] }
      public func formIndex(before i: inout Index) { i = index(before: i) }
      public func index(_ i: Index, offsetBy distance: Int) -> Index {
        var result = i
        var n = distance
        while n > 0 {
          result = index(after: result)
          n -= 1
        }
        while n < 0 {
          result = index(before: result)
          n += 1
        }
        return result
      }
      public func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        var result = i
        var n = distance
        while n > 0 {
          if result == limit { return nil }
          result = index(after: result)
          n -= 1
        }
        while n < 0 {
          if result == limit { return nil }
          result = index(before: result)
          n += 1
        }
        return result
      }
      public func distance(from start: Index, to end: Index) -> Int {
        var n = 0
        var i = start
        if start <= end {
          while i != end {
            i = index(after: i)
            n += 1
          }
        } else {
          while i != end {
            i = index(before: i)
            n -= 1
          }
        }
        return n
      }
      public func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        var i = endIndex
        while i != startIndex {
          i = index(before: i)
          if try predicate(self[i]) { return self[i] }
        }
        return nil
      }
      public func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
        var i = endIndex
        while i != startIndex {
          i = index(before: i)
          if try predicate(self[i]) { return i }
        }
        return nil
      }
      public func reversed() -> ReversedCollection<Self> { ReversedCollection(_base: self) }
      public func suffix(_ maxLength: Int) -> SubSequence {
        precondition(maxLength >= 0, "Can't take a suffix of negative length from a collection")
        return self[(index(endIndex, offsetBy: -maxLength, limitedBy: startIndex) ?? startIndex)..<endIndex]
      }
      public func dropLast(_ k: Int = 1) -> SubSequence {
        precondition(k >= 0, "Can't drop a negative number of elements from a collection")
        return self[startIndex..<(index(endIndex, offsetBy: -k, limitedBy: startIndex) ?? startIndex)]
      }
    }
    extension BidirectionalCollection where Element: Equatable {
      public func lastIndex(of element: Element) -> Index? { lastIndex(where: { $0 == element }) }
    }
    extension BidirectionalCollection where SubSequence == Self {
      public mutating func popLast() -> Element? {
        if isEmpty { return nil }
        return removeLast()
      }
      @discardableResult
      public mutating func removeLast() -> Element {
        precondition(!isEmpty, "Can't remove last element from an empty collection")
        let last = index(before: endIndex)
        let element = self[last]
        self = self[startIndex..<last]
        return element
      }
      public mutating func removeLast(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        guard let end = index(endIndex, offsetBy: -k, limitedBy: startIndex) else {
          preconditionFailure("Can't remove more items from a collection than it contains")
        }
        self = self[startIndex..<end]
      }
    }
    public protocol RandomAccessCollection<Element>: BidirectionalCollection where SubSequence: RandomAccessCollection {}
    extension RandomAccessCollection where Index: Strideable, Index.Stride == Int {
      public func index(after i: Index) -> Index { i.advanced(by: 1) }
      public func index(before i: Index) -> Index { i.advanced(by: -1) }
      public func index(_ i: Index, offsetBy distance: Int) -> Index { i.advanced(by: distance) }
      public func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        let left = i.distance(to: limit)
        if distance > 0 ? left >= 0 && left < distance : left <= 0 && distance < left { return nil }
        return i.advanced(by: distance)
      }
      public func distance(from start: Index, to end: Index) -> Int { start.distance(to: end) }
      public var indices: Range<Index> { startIndex..<endIndex }
    }
    public protocol MutableCollection<Element>: Collection {
      subscript(position: Index) -> Element { get set }
    }
    extension MutableCollection {
      public subscript(bounds: Range<Index>) -> Slice<Self> {
        get { Slice(_startIndex: bounds.lowerBound, _endIndex: bounds.upperBound, _base: self) }
        set {
          var i = bounds.lowerBound
          for element in newValue {
            self[i] = element
            i = index(after: i)
          }
        }
      }
      public mutating func swapAt(_ i: Index, _ j: Index) {
        let element = self[i]
        self[i] = self[j]
        self[j] = element
      }
      mutating func _assign(_ elements: [Element]) {
        var i = startIndex
        for element in elements {
          self[i] = element
          i = index(after: i)
        }
      }
      public mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
        var elements = Array(self)
        let pivot = try elements.partition(by: belongsInSecondPartition)
        _assign(elements)
        return index(startIndex, offsetBy: pivot)
      }
    }
    extension MutableCollection where Self: BidirectionalCollection {
      public mutating func reverse() { _assign(Array(self.reversed())) }
    }
    extension MutableCollection where Self: RandomAccessCollection {
      public mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows { _assign(try sorted(by: areInIncreasingOrder)) }
      public mutating func shuffle() { _assign(shuffled()) }
      public mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) { _assign(shuffled(using: &generator)) }
    }
    extension MutableCollection where Self: RandomAccessCollection, Element: Comparable {
      public mutating func sort() { _assign(sorted()) }
    }

    public protocol RangeReplaceableCollection<Element>: Collection {
      init()
      init<S: Sequence>(_ elements: S) where S.Element == Element
      mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C) where C.Element == Element
      mutating func append(_ newElement: Element)
      mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element
      mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows
    }
    extension RangeReplaceableCollection {
      public init<S: Sequence>(_ elements: S) where S.Element == Element {
        self.init()
        append(contentsOf: elements)
      }
      public init(repeating repeatedValue: Element, count: Int) {
        self.init()
        append(contentsOf: repeatElement(repeatedValue, count: count))
      }
      public mutating func append(_ newElement: Element) { insert(newElement, at: endIndex) }
      public mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element {
        for element in newElements { append(element) }
      }
      public mutating func insert(_ newElement: Element, at i: Index) { replaceSubrange(i..<i, with: CollectionOfOne(newElement)) }
      public mutating func insert<C: Collection>(contentsOf newElements: C, at i: Index) where C.Element == Element {
        replaceSubrange(i..<i, with: newElements)
      }
      @discardableResult
      public mutating func remove(at i: Index) -> Element {
        precondition(!isEmpty, "Can't remove from an empty collection")
        let element = self[i]
        replaceSubrange(i..<index(after: i), with: EmptyCollection())
        return element
      }
      @discardableResult
      public mutating func removeFirst() -> Element {
        precondition(!isEmpty, "Can't remove first element from an empty collection")
        return remove(at: startIndex)
      }
      public mutating func removeFirst(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        guard let end = index(startIndex, offsetBy: k, limitedBy: endIndex) else {
          preconditionFailure("Can't remove more items from a collection than it has")
        }
        removeSubrange(startIndex..<end)
      }
      public mutating func removeSubrange(_ bounds: Range<Index>) { replaceSubrange(bounds, with: EmptyCollection()) }
      public mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index { removeSubrange(bounds.relative(to: self)) }
      public mutating func replaceSubrange<C: Collection, R: RangeExpression>(_ subrange: R, with newElements: C) where C.Element == Element, R.Bound == Index {
        replaceSubrange(subrange.relative(to: self), with: newElements)
      }
      public mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = Self() }
      public mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
        var kept = Self()
        for element in self where !(try shouldBeRemoved(element)) { kept.append(element) }
        self = kept
      }
      public mutating func reserveCapacity(_ n: Int) {}
      public func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Self {
        var kept = Self()
        for element in self where try isIncluded(element) { kept.append(element) }
        return kept
      }
      public static func + <S: Sequence>(lhs: Self, rhs: S) -> Self where S.Element == Element {
        var result = lhs
        result.append(contentsOf: rhs)
        return result
      }
      public static func + <S: Sequence>(lhs: S, rhs: Self) -> Self where S.Element == Element {
        var result = Self()
        result.append(contentsOf: lhs)
        result.append(contentsOf: rhs)
        return result
      }
      public static func + <C: RangeReplaceableCollection>(lhs: Self, rhs: C) -> Self where C.Element == Element {
        var result = lhs
        result.append(contentsOf: rhs)
        return result
      }
      public static func += <S: Sequence>(lhs: inout Self, rhs: S) where S.Element == Element { lhs.append(contentsOf: rhs) }
    }
    extension RangeReplaceableCollection where Self: BidirectionalCollection {
      public mutating func popLast() -> Element? {
        if isEmpty { return nil }
        return remove(at: index(before: endIndex))
      }
      @discardableResult
      public mutating func removeLast() -> Element {
        precondition(!isEmpty, "Can't remove last element from an empty collection")
        return remove(at: index(before: endIndex))
      }
      public mutating func removeLast(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        guard let start = index(endIndex, offsetBy: -k, limitedBy: startIndex) else {
          preconditionFailure("Can't remove more items from a collection than it contains")
        }
        removeSubrange(start..<endIndex)
      }
    }
    """#

  /// Collections that stand for parts, orders and single values of others.
  static let collectionViews = #"""
    /// A part of any collection, by its own indices.
    public struct Slice<Base: Collection>: Collection {
      public typealias Element = Base.Element
      public typealias Index = Base.Index
      public typealias Iterator = IndexingIterator<Slice<Base>>
      public typealias SubSequence = Slice<Base>
      let _startIndex: Base.Index
      let _endIndex: Base.Index
      var _base: Base
      public var base: Base { _base }
      public var startIndex: Base.Index { _startIndex }
      public var endIndex: Base.Index { _endIndex }
      public func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      public func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { _base.index(i, offsetBy: distance) }
      public func distance(from start: Base.Index, to end: Base.Index) -> Int { _base.distance(from: start, to: end) }
      public subscript(position: Base.Index) -> Base.Element {
        precondition(position >= _startIndex && position < _endIndex, "Index out of range")
        return _base[position]
      }
      public subscript(bounds: Range<Base.Index>) -> Slice<Base> {
        precondition(bounds.lowerBound >= _startIndex && bounds.upperBound <= _endIndex, "Range out of bounds")
        return Slice(_startIndex: bounds.lowerBound, _endIndex: bounds.upperBound, _base: _base)
      }
    }
    extension Slice: BidirectionalCollection where Base: BidirectionalCollection {
      public func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
    }
    extension Slice: RandomAccessCollection where Base: RandomAccessCollection {}
    extension Collection where SubSequence == Slice<Self> {
      public subscript(bounds: Range<Index>) -> Slice<Self> {
        precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "Range out of bounds")
        return Slice(_startIndex: bounds.lowerBound, _endIndex: bounds.upperBound, _base: self)
      }
    }

    /// The positions of a collection.
    public struct DefaultIndices<Elements: Collection>: Collection {
      public typealias Element = Elements.Index
      public typealias Index = Elements.Index
      public typealias Iterator = IndexingIterator<DefaultIndices<Elements>>
      public typealias SubSequence = DefaultIndices<Elements>
      let _elements: Elements
      let _startIndex: Elements.Index
      let _endIndex: Elements.Index
      public var startIndex: Elements.Index { _startIndex }
      public var endIndex: Elements.Index { _endIndex }
      public func index(after i: Elements.Index) -> Elements.Index { _elements.index(after: i) }
      public subscript(position: Elements.Index) -> Elements.Index { position }
      public subscript(bounds: Range<Elements.Index>) -> DefaultIndices<Elements> {
        DefaultIndices(_elements: _elements, _startIndex: bounds.lowerBound, _endIndex: bounds.upperBound)
      }
    }
    extension DefaultIndices: BidirectionalCollection where Elements: BidirectionalCollection {
      public func index(before i: Elements.Index) -> Elements.Index { _elements.index(before: i) }
    }

    /// The elements of a collection, the last one first.
    public struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
      public struct Index: Comparable {
        public let base: Base.Index
        public static func < (lhs: Index, rhs: Index) -> Bool { lhs.base > rhs.base }
      }
      public typealias Element = Base.Element
      public typealias Iterator = ReversedIterator<Base>
      let _base: Base
      public func makeIterator() -> ReversedIterator<Base> { ReversedIterator(_base: _base, _position: _base.endIndex) }
      public var count: Int { _base.count }
      public var startIndex: Index { Index(base: _base.endIndex) }
      public var endIndex: Index { Index(base: _base.startIndex) }
      public func index(after i: Index) -> Index { Index(base: _base.index(before: i.base)) }
      public func index(before i: Index) -> Index { Index(base: _base.index(after: i.base)) }
      public subscript(position: Index) -> Base.Element { _base[_base.index(before: position.base)] }
      public func reversed() -> Base { _base }
    }
    extension ReversedCollection: RandomAccessCollection where Base: RandomAccessCollection {}
    public struct ReversedIterator<Base: BidirectionalCollection>: Sequence, IteratorProtocol {
      public typealias Element = Base.Element
      public typealias Iterator = ReversedIterator<Base>
      let _base: Base
      var _position: Base.Index
      public mutating func next() -> Base.Element? {
        if _position == _base.startIndex { return nil }
        _position = _base.index(before: _position)
        return _base[_position]
      }
    }

    public struct CollectionOfOne<Element>: RandomAccessCollection, MutableCollection, CustomDebugStringConvertible {
      public typealias Index = Int
      public typealias Iterator = IndexingIterator<CollectionOfOne<Element>>
      var _element: Element
      public init(_ element: Element) { _element = element }
      public var startIndex: Int { 0 }
      public var endIndex: Int { 1 }
      public subscript(position: Int) -> Element {
        get {
          precondition(position == 0, "Index out of range")
          return _element
        }
        set {
          precondition(position == 0, "Index out of range")
          _element = newValue
        }
      }
      public var debugDescription: String { "CollectionOfOne(\(String(reflecting: _element)))" }
    }
    public struct EmptyCollection<Element>: RandomAccessCollection {
      public typealias Index = Int
      public typealias Iterator = IndexingIterator<EmptyCollection<Element>>
      public init() {}
      public var startIndex: Int { 0 }
      public var endIndex: Int { 0 }
      public subscript(position: Int) -> Element { preconditionFailure("Index out of range") }
    }
    public struct Repeated<Element>: RandomAccessCollection {
      public typealias Index = Int
      public typealias Iterator = IndexingIterator<Repeated<Element>>
      public let count: Int
      public let repeatedValue: Element
      public var startIndex: Int { 0 }
      public var endIndex: Int { count }
      public subscript(position: Int) -> Element {
        precondition(position >= 0 && position < count, "Index out of range")
        return repeatedValue
      }
    }
    public func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T> {
      precondition(n >= 0, "Repetition count should be non-negative")
      return Repeated(count: n, repeatedValue: element)
    }
    """#
}
