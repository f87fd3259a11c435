extension Library {
  /// `Array` and `ArraySlice`.
  static let array = #"""
    public struct ArrayIterator<Element>: Sequence, IteratorProtocol {
      public typealias Iterator = ArrayIterator<Element>
      let elements: [Element]
      var position = 0
      public mutating func next() -> Element? {
        if position >= elements.count { return nil }
        let element = elements[position]
        position += 1
        return element
      }
    }
    @representation("array") public struct Array<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral, CustomStringConvertible, CustomDebugStringConvertible {
      public typealias Index = Int
      public typealias Iterator = ArrayIterator<Element>
      public typealias SubSequence = ArraySlice<Element>
      public typealias ArrayLiteralElement = Element
      @intrinsic("array.init") public init()
      @intrinsic("array.identity") public init(arrayLiteral elements: Element...)
      public init<S: Sequence>(_ elements: S) where S.Element == Element {
        self.init()
        for element in elements { append(element) }
      }
      @intrinsic("array.identity") public init(_ elements: [Element])
      public init(_ slice: ArraySlice<Element>) { self = slice._elements() }
      @intrinsic("array.repeating") public init(repeating repeatedValue: Element, count: Int)
      @intrinsic("array.count") public var count: Int { get }
      @intrinsic("array.capacity") public var capacity: Int { get }
      public var isEmpty: Bool { count == 0 }
      public var startIndex: Int { 0 }
      public var endIndex: Int { count }
      public var indices: Range<Int> { 0..<count }
      public func index(after i: Int) -> Int { i + 1 }
      public func index(before i: Int) -> Int { i - 1 }
      public func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      public func distance(from start: Int, to end: Int) -> Int { end - start }
      public func makeIterator() -> ArrayIterator<Element> { ArrayIterator(elements: self) }
      @addressor("array") public subscript(index: Int) -> Element {
        @intrinsic("array.get") get
        @intrinsic("array.set") set
      }
      public subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        get {
          precondition(
            bounds.lowerBound >= 0 && bounds.upperBound <= count,
            "Array index is out of range: \(bounds) is not within 0..<\(count)")
          return ArraySlice(base: self, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
        }
        set { replaceSubrange(bounds, with: newValue) }
      }
      public subscript<R: RangeExpression>(range: R) -> ArraySlice<Element> where R.Bound == Int {
        get { self[range.relative(to: self)] }
        set { replaceSubrange(range.relative(to: self), with: newValue) }
      }
      public subscript(whole: UnboundedRange) -> ArraySlice<Element> {
        get { self[0..<count] }
        set { replaceSubrange(0..<count, with: newValue) }
      }
      public var first: Element? { count == 0 ? nil : self[0] }
      public var last: Element? { count == 0 ? nil : self[count - 1] }
      @intrinsic("array.append") public mutating func append(_ newElement: Element)
      @intrinsic("array.appendArray") mutating func _append(_ elements: [Element])
      public mutating func append(contentsOf elements: [Element]) { _append(elements) }
      public mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {
        for element in elements { append(element) }
      }
      @intrinsic("array.reserve") public mutating func reserveCapacity(_ minimumCapacity: Int)
      @intrinsic("array.insert") public mutating func insert(_ newElement: Element, at i: Int)
      public mutating func insert<C: Collection>(contentsOf elements: C, at i: Int) where C.Element == Element {
        replaceSubrange(i..<i, with: elements)
      }
      @intrinsic("array.remove") @discardableResult public mutating func remove(at index: Int) -> Element
      @intrinsic("array.removeLast") @discardableResult public mutating func removeLast() -> Element
      public mutating func popLast() -> Element? { count == 0 ? nil : removeLast() }
      @discardableResult
      public mutating func removeFirst() -> Element {
        precondition(count > 0, "Can't remove first element from an empty collection")
        return remove(at: 0)
      }
      public mutating func removeFirst(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        precondition(k <= count, "Can't remove more items from a collection than it contains")
        _replace(0, k, [])
      }
      public mutating func removeLast(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        precondition(k <= count, "Can't remove more items from a collection than it contains")
        _replace(count - k, count, [])
      }
      public mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = [] }
      public mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
        var kept: [Element] = []
        for element in self where !(try shouldBeRemoved(element)) { kept.append(element) }
        self = kept
      }
      public mutating func removeSubrange(_ bounds: Range<Int>) { _replace(bounds.lowerBound, bounds.upperBound, []) }
      @intrinsic("array.replace") mutating func _replace(_ lower: Int, _ upper: Int, _ elements: [Element])
      public mutating func replaceSubrange<C: Collection>(_ bounds: Range<Int>, with elements: C) where C.Element == Element {
        _replace(bounds.lowerBound, bounds.upperBound, Array(elements))
      }
      @intrinsic("array.swap") public mutating func swapAt(_ i: Int, _ j: Int)
      @intrinsic("array.reverse") public mutating func reverse()
      public mutating func shuffle() {
        var i = count - 1
        while i > 0 {
          swapAt(i, Int.random(in: 0...i))
          i -= 1
        }
      }
      public mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {
        if count < 2 { return }
        var amount = count
        var current = 0
        while amount > 1 {
          let random = Int(generator.next(upperBound: UInt64(amount)))
          amount -= 1
          swapAt(current, current + random)
          current += 1
        }
      }
      /// Sorts in place and keeps the order of equal elements: insertion for short runs, then merges.
      public mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        let n = count
        if n < 2 { return }
        let run = 8
        var start = 0
        while start < n {
          let end = start + run < n ? start + run : n
          var i = start + 1
          while i < end {
            let value = self[i]
            var j = i
            while j > start, try areInIncreasingOrder(value, self[j - 1]) {
              self[j] = self[j - 1]
              j -= 1
            }
            self[j] = value
            i += 1
          }
          start = end
        }
        if n <= run { return }
        var source = self
        var target = self
        var width = run
        while width < n {
          var low = 0
          while low < n {
            let middle = low + width < n ? low + width : n
            let high = low + 2 * width < n ? low + 2 * width : n
            var i = low
            var j = middle
            var k = low
            while i < middle && j < high {
              if try areInIncreasingOrder(source[j], source[i]) {
                target[k] = source[j]
                j += 1
              } else {
                target[k] = source[i]
                i += 1
              }
              k += 1
            }
            while i < middle {
              target[k] = source[i]
              i += 1
              k += 1
            }
            while j < high {
              target[k] = source[j]
              j += 1
              k += 1
            }
            low = high
          }
          swap(&source, &target)
          width *= 2
        }
        self = source
      }
      public mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Int {
        var low = 0
        var high = count
        while true {
          while low < high, !(try belongsInSecondPartition(self[low])) { low += 1 }
          if low == high { return low }
          high -= 1
          while low < high, try belongsInSecondPartition(self[high]) { high -= 1 }
          if low == high { return low }
          swapAt(low, high)
          low += 1
        }
      }
      @intrinsic("array.concatenate") public static func + (lhs: [Element], rhs: [Element]) -> [Element]
      public static func + <S: Sequence>(lhs: [Element], rhs: S) -> [Element] where S.Element == Element {
        var result = lhs
        result.append(contentsOf: rhs)
        return result
      }
      public static func += (lhs: inout [Element], rhs: [Element]) { lhs._append(rhs) }
      public static func += <S: Sequence>(lhs: inout [Element], rhs: S) where S.Element == Element { lhs.append(contentsOf: rhs) }
      @intrinsic("value.describe") public var description: String { get }
      @intrinsic("value.debugDescribe") public var debugDescription: String { get }
    }
    extension Array where Element: Comparable {
      public mutating func sort() { sort(by: { $0 < $1 }) }
    }
    extension Array: Equatable where Element: Equatable {
      public static func == (lhs: [Element], rhs: [Element]) -> Bool {
        if lhs.count != rhs.count { return false }
        var i = 0
        while i < lhs.count {
          if lhs[i] != rhs[i] { return false }
          i += 1
        }
        return true
      }
    }
    extension Array: Hashable where Element: Hashable {
      public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for element in self { hasher.combine(element) }
      }
    }

    /// A part of an array, by the array's own indices.
    public struct ArraySlice<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral, CustomStringConvertible, CustomDebugStringConvertible {
      public typealias Index = Int
      public typealias SubSequence = ArraySlice<Element>
      public typealias Iterator = IndexingIterator<ArraySlice<Element>>
      public typealias ArrayLiteralElement = Element
      var base: [Element]
      public private(set) var startIndex: Int
      public private(set) var endIndex: Int
      init(base: [Element], startIndex: Int, endIndex: Int) {
        self.base = base
        self.startIndex = startIndex
        self.endIndex = endIndex
      }
      public init() { self.init(base: [], startIndex: 0, endIndex: 0) }
      public init(arrayLiteral elements: Element...) { self.init(base: elements, startIndex: 0, endIndex: elements.count) }
      public init<S: Sequence>(_ elements: S) where S.Element == Element {
        let array = Array(elements)
        self.init(base: array, startIndex: 0, endIndex: array.count)
      }
      @intrinsic("array.slice") static func _slice(_ base: [Element], _ lower: Int, _ upper: Int) -> [Element]
      func _elements() -> [Element] { ArraySlice._slice(base, startIndex, endIndex) }
      public var count: Int { endIndex - startIndex }
      public var indices: Range<Int> { startIndex..<endIndex }
      public func index(after i: Int) -> Int { i + 1 }
      public func index(before i: Int) -> Int { i - 1 }
      public func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      public func distance(from start: Int, to end: Int) -> Int { end - start }
      public subscript(position: Int) -> Element {
        get {
          precondition(
            position >= startIndex && position < endIndex,
            "Index out of bounds: \(position) is not in \(startIndex)..<\(endIndex), the indices of the slice")
          return base[position]
        }
        set {
          precondition(
            position >= startIndex && position < endIndex,
            "Index out of bounds: \(position) is not in \(startIndex)..<\(endIndex), the indices of the slice")
          base[position] = newValue
        }
      }
      public subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        get {
          precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "ArraySlice index is out of range: \(bounds) is not within \(startIndex)..<\(endIndex)")
          return ArraySlice(base: base, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
        }
        set { replaceSubrange(bounds, with: newValue) }
      }
      public subscript<R: RangeExpression>(range: R) -> ArraySlice<Element> where R.Bound == Int {
        get { self[range.relative(to: self)] }
        set { replaceSubrange(range.relative(to: self), with: newValue) }
      }
      public mutating func replaceSubrange<C: Collection>(_ bounds: Range<Int>, with elements: C) where C.Element == Element {
        precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "ArraySlice replace: subrange is out of range")
        let before = base.count
        base._replace(bounds.lowerBound, bounds.upperBound, Array(elements))
        endIndex += base.count - before
      }
      public mutating func append(_ newElement: Element) {
        if endIndex == base.count { base.append(newElement) } else { base._replace(endIndex, endIndex, [newElement]) }
        endIndex += 1
      }
      public mutating func swapAt(_ i: Int, _ j: Int) {
        precondition(i >= startIndex && i < endIndex && j >= startIndex && j < endIndex, "Index out of bounds")
        base.swapAt(i, j)
      }
      @discardableResult
      public mutating func removeFirst() -> Element {
        precondition(startIndex < endIndex, "Can't remove items from an empty collection")
        startIndex += 1
        return base[startIndex - 1]
      }
      @discardableResult
      public mutating func removeLast() -> Element {
        precondition(startIndex < endIndex, "Can't remove last element from an empty collection")
        endIndex -= 1
        return base[endIndex]
      }
      public mutating func popFirst() -> Element? { startIndex == endIndex ? nil : removeFirst() }
      public mutating func popLast() -> Element? { startIndex == endIndex ? nil : removeLast() }
      public mutating func removeFirst(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        precondition(k <= count, "Can't remove more items from a collection than it contains")
        startIndex += k
      }
      public mutating func removeLast(_ k: Int) {
        precondition(k >= 0, "Number of elements to remove should be non-negative")
        precondition(k <= count, "Can't remove more items from a collection than it contains")
        endIndex -= k
      }
      public var description: String { _elements().description }
      public var debugDescription: String { "ArraySlice(" + _elements().description + ")" }
    }
    extension ArraySlice: Equatable where Element: Equatable {
      public static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool { lhs._elements() == rhs._elements() }
    }
    extension ArraySlice: Hashable where Element: Hashable {
      public func hash(into hasher: inout Hasher) { hasher.combine(_elements()) }
    }

    /// The same as an array here; in Swift it differs by how it keeps classes of Objective-C.
    public typealias ContiguousArray = Array
    """#
}
