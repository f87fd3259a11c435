extension Library {
  /// Sequences that compute an element when it is asked for.
  static let lazy = #"""
    public protocol LazySequenceProtocol: Sequence {
      associatedtype Elements: Sequence = Self where Elements.Element == Element
      var elements: Elements { get }
    }
    extension LazySequenceProtocol where Elements == Self {
      public var elements: Self { self }
    }
    extension LazySequenceProtocol {
      public var lazy: Elements { elements }
      public func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<Elements, U> {
        LazyMapSequence(_base: elements, _transform: transform)
      }
      public func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Elements> {
        LazyFilterSequence(_base: elements, _predicate: isIncluded)
      }
      public func compactMap<U>(_ transform: @escaping (Element) -> U?) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Elements, U?>>, U> {
        LazyMapSequence(
          _base: LazyFilterSequence(_base: LazyMapSequence(_base: elements, _transform: transform), _predicate: { (value: U?) -> Bool in value != nil }),
          _transform: { (value: U?) -> U in value.unsafelyUnwrapped })
      }
      public func flatMap<S: Sequence>(_ transform: @escaping (Element) -> S) -> LazySequence<FlattenSequence<LazyMapSequence<Elements, S>>> {
        LazySequence(_base: FlattenSequence(_base: LazyMapSequence(_base: elements, _transform: transform)))
      }
      public func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Elements> {
        LazyPrefixWhileSequence(_base: elements, _predicate: predicate)
      }
      public func drop(while predicate: @escaping (Element) -> Bool) -> LazyDropWhileSequence<Elements> {
        LazyDropWhileSequence(_base: elements, _predicate: predicate)
      }
      public func prefix(_ maxLength: Int) -> LazySequence<PrefixSequence<Elements>> {
        LazySequence(_base: PrefixSequence(_base: elements, _maxLength: maxLength))
      }
      public func dropFirst(_ k: Int = 1) -> LazySequence<DropFirstSequence<Elements>> {
        LazySequence(_base: DropFirstSequence(_base: elements, _limit: k))
      }
    }
    extension LazySequenceProtocol where Element: Sequence {
      public func joined() -> LazySequence<FlattenSequence<Elements>> { LazySequence(_base: FlattenSequence(_base: elements)) }
    }

    public struct LazySequence<Base: Sequence>: LazySequenceProtocol {
      public typealias Element = Base.Element
      public typealias Iterator = Base.Iterator
      public typealias Elements = Base
      let _base: Base
      public var elements: Base { _base }
      public func makeIterator() -> Base.Iterator { _base.makeIterator() }
    }
    extension LazySequence: Collection where Base: Collection {
      public typealias Index = Base.Index
      public typealias SubSequence = Slice<LazySequence<Base>>
      public var startIndex: Base.Index { _base.startIndex }
      public var endIndex: Base.Index { _base.endIndex }
      public func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      public subscript(position: Base.Index) -> Base.Element { _base[position] }
      public var count: Int { _base.count }
    }
    extension LazySequence: BidirectionalCollection where Base: BidirectionalCollection {
      public func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
    }
    extension LazySequence: RandomAccessCollection where Base: RandomAccessCollection {}
    extension Slice: LazySequenceProtocol where Base: LazySequenceProtocol {
      public typealias Elements = Slice<Base>
    }
    extension ReversedCollection: LazySequenceProtocol where Base: LazySequenceProtocol {
      public typealias Elements = ReversedCollection<Base>
    }

    public struct LazyMapIterator<Base: IteratorProtocol, Element>: IteratorProtocol {
      var _base: Base
      let _transform: (Base.Element) -> Element
      public mutating func next() -> Element? {
        guard let element = _base.next() else { return nil }
        return _transform(element)
      }
    }
    public struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {
      public typealias Iterator = LazyMapIterator<Base.Iterator, Element>
      public typealias Elements = LazyMapSequence<Base, Element>
      let _base: Base
      let _transform: (Base.Element) -> Element
      public func makeIterator() -> LazyMapIterator<Base.Iterator, Element> { LazyMapIterator(_base: _base.makeIterator(), _transform: _transform) }
    }
    extension LazyMapSequence: Collection where Base: Collection {
      public typealias Index = Base.Index
      public typealias SubSequence = LazyMapSequence<Base.SubSequence, Element>
      public var startIndex: Base.Index { _base.startIndex }
      public var endIndex: Base.Index { _base.endIndex }
      public func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      public func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { _base.index(i, offsetBy: distance) }
      public func distance(from start: Base.Index, to end: Base.Index) -> Int { _base.distance(from: start, to: end) }
      public subscript(position: Base.Index) -> Element { _transform(_base[position]) }
      public subscript(bounds: Range<Base.Index>) -> LazyMapSequence<Base.SubSequence, Element> {
        LazyMapSequence<Base.SubSequence, Element>(_base: _base[bounds], _transform: _transform)
      }
      public var count: Int { _base.count }
    }
    extension LazyMapSequence: BidirectionalCollection where Base: BidirectionalCollection {
      public func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
    }
    extension LazyMapSequence: RandomAccessCollection where Base: RandomAccessCollection {}

    public struct LazyFilterIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var _base: Base
      let _predicate: (Base.Element) -> Bool
      public mutating func next() -> Base.Element? {
        while let element = _base.next() {
          if _predicate(element) { return element }
        }
        return nil
      }
    }
    public struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol {
      public typealias Element = Base.Element
      public typealias Iterator = LazyFilterIterator<Base.Iterator>
      public typealias Elements = LazyFilterSequence<Base>
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      public func makeIterator() -> LazyFilterIterator<Base.Iterator> { LazyFilterIterator(_base: _base.makeIterator(), _predicate: _predicate) }
    }
    extension LazyFilterSequence: Collection where Base: Collection {
      public typealias Index = Base.Index
      public typealias SubSequence = LazyFilterSequence<Base.SubSequence>
      func _next(_ start: Base.Index) -> Base.Index {
        var i = start
        while i != _base.endIndex, !_predicate(_base[i]) { i = _base.index(after: i) }
        return i
      }
      public var startIndex: Base.Index { _next(_base.startIndex) }
      public var endIndex: Base.Index { _base.endIndex }
      public func index(after i: Base.Index) -> Base.Index { _next(_base.index(after: i)) }
      public subscript(position: Base.Index) -> Base.Element { _base[position] }
      public subscript(bounds: Range<Base.Index>) -> LazyFilterSequence<Base.SubSequence> {
        LazyFilterSequence<Base.SubSequence>(_base: _base[bounds], _predicate: _predicate)
      }
    }
    extension LazyFilterSequence: BidirectionalCollection where Base: BidirectionalCollection {
      public func index(before i: Base.Index) -> Base.Index {
        var i = _base.index(before: i)
        while !_predicate(_base[i]) { i = _base.index(before: i) }
        return i
      }
    }

    public struct LazyPrefixWhileIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var _base: Base
      let _predicate: (Base.Element) -> Bool
      var _isDone = false
      public mutating func next() -> Base.Element? {
        if _isDone { return nil }
        if let element = _base.next(), _predicate(element) { return element }
        _isDone = true
        return nil
      }
    }
    public struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol {
      public typealias Element = Base.Element
      public typealias Iterator = LazyPrefixWhileIterator<Base.Iterator>
      public typealias Elements = LazyPrefixWhileSequence<Base>
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      public func makeIterator() -> LazyPrefixWhileIterator<Base.Iterator> { LazyPrefixWhileIterator(_base: _base.makeIterator(), _predicate: _predicate) }
    }
    public struct LazyDropWhileIterator<Base: IteratorProtocol>: IteratorProtocol {
      public typealias Element = Base.Element
      var _base: Base
      let _predicate: (Base.Element) -> Bool
      var _isPastDropped = false
      public mutating func next() -> Base.Element? {
        if _isPastDropped { return _base.next() }
        _isPastDropped = true
        while let element = _base.next() {
          if !_predicate(element) { return element }
        }
        return nil
      }
    }
    public struct LazyDropWhileSequence<Base: Sequence>: LazySequenceProtocol {
      public typealias Element = Base.Element
      public typealias Iterator = LazyDropWhileIterator<Base.Iterator>
      public typealias Elements = LazyDropWhileSequence<Base>
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      public func makeIterator() -> LazyDropWhileIterator<Base.Iterator> { LazyDropWhileIterator(_base: _base.makeIterator(), _predicate: _predicate) }
    }
    """#
}
