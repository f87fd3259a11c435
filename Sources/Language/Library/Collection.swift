extension Library {
  /// `Collection` and its kin, with index arithmetic and slicing.
  static let collection = #"""
    public protocol Collection<Element>: Sequence {
      associatedtype Index: Comparable = Int
      associatedtype SubSequence = Slice<Self>
      var startIndex: Index { get }
      var endIndex: Index { get }
      subscript(position: Index) -> Element { get }
      func index(after i: Index) -> Index
      func index(_ i: Index, offsetBy distance: Int) -> Index
      func distance(from start: Index, to end: Index) -> Int
      var count: Int { get }
      var isEmpty: Bool { get }
    }
    public struct IndexingIterator<Elements: Collection>: IteratorProtocol {
      public typealias Element = Elements.Element
      let elements: Elements
      var position: Elements.Index
      public mutating func next() -> Elements.Element? {
        if position == elements.endIndex { return nil }
        let element = elements[position]
        position = elements.index(after: position)
        return element
      }
    }
    extension Collection {
      public func makeIterator() -> IndexingIterator<Self> { IndexingIterator(elements: self, position: startIndex) }
      public var isEmpty: Bool { startIndex == endIndex }
      public var underestimatedCount: Int { count }
      public var count: Int { distance(from: startIndex, to: endIndex) }
      public var first: Element? { isEmpty ? nil : self[startIndex] }
      public func distance(from start: Index, to end: Index) -> Int {
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
      public var indices: [Index] {
        var result: [Index] = []
        var i = startIndex
        while i != endIndex {
          result.append(i)
          i = index(after: i)
        }
        return result
      }
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
    }
    extension Collection where Element: Equatable {
      public func firstIndex(of element: Element) -> Index? { firstIndex(where: { $0 == element }) }
    }
    public protocol BidirectionalCollection<Element>: Collection {
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
    }
    extension BidirectionalCollection where Element: Equatable {
      public func lastIndex(of element: Element) -> Index? { lastIndex(where: { $0 == element }) }
    }
    public protocol RandomAccessCollection<Element>: BidirectionalCollection {}
    public protocol MutableCollection<Element>: Collection {
      subscript(position: Index) -> Element { get set }
    }
    public protocol RangeReplaceableCollection<Element>: Collection {
      init()
      mutating func append(_ newElement: Element)
    }
    extension RangeReplaceableCollection {
      public static func + <S: Sequence>(lhs: Self, rhs: S) -> Self where S.Element == Element {
        var result = lhs
        for element in rhs { result.append(element) }
        return result
      }
      public static func + <S: Sequence>(lhs: S, rhs: Self) -> Self where S.Element == Element {
        var result = Self()
        for element in lhs { result.append(element) }
        for element in rhs { result.append(element) }
        return result
      }
    }

    /// A part of any collection, by its own indices.
    public struct Slice<Base: Collection>: Collection {
      public typealias Element = Base.Element
      public typealias Index = Base.Index
      public typealias Iterator = IndexingIterator<Slice<Base>>
      public let base: Base
      public let startIndex: Base.Index
      public let endIndex: Base.Index
      public func index(after i: Base.Index) -> Base.Index { base.index(after: i) }
      public subscript(position: Base.Index) -> Base.Element { base[position] }
    }
    extension Collection where SubSequence == Slice<Self> {
      public subscript(bounds: Range<Index>) -> Slice<Self> { Slice(base: self, startIndex: bounds.lowerBound, endIndex: bounds.upperBound) }
    }

    /// Elements that no one has asked for the order of.
    public struct ReversedCollection<Base: BidirectionalCollection>: Sequence {
      public typealias Element = Base.Element
      public typealias Iterator = ReversedIterator<Base>
      let base: Base
      public func makeIterator() -> ReversedIterator<Base> { ReversedIterator(base: base, position: base.endIndex) }
    }
    public struct ReversedIterator<Base: BidirectionalCollection>: IteratorProtocol {
      public typealias Element = Base.Element
      let base: Base
      var position: Base.Index
      public mutating func next() -> Base.Element? {
        if position == base.startIndex { return nil }
        position = base.index(before: position)
        return base[position]
      }
    }
    """#
}
