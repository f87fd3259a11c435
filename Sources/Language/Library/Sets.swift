extension Library {
  /// `Set`, a hash table of the machine, and sets of flags.
  static let sets = #"""
    public struct SetIterator<Element: Hashable>: IteratorProtocol {
      let base: Set<Element>
      var slot = -1
      public mutating func next() -> Element? {
        slot = base._slot(after: slot)
        if slot < 0 { return nil }
        return base._element(slot)
      }
    }
    public protocol SetAlgebra<Element>: Equatable, ExpressibleByArrayLiteral {
      associatedtype Element
      init()
      func contains(_ member: Element) -> Bool
      func union(_ other: Self) -> Self
      func intersection(_ other: Self) -> Self
      func symmetricDifference(_ other: Self) -> Self
      @discardableResult mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
      @discardableResult mutating func remove(_ member: Element) -> Element?
    }
    /// A set of flags in the bits of a number.
    public protocol OptionSet: RawRepresentable, SetAlgebra where RawValue: FixedWidthInteger {
      associatedtype Element = Self
      init(rawValue: RawValue)
    }
    extension OptionSet where Element == Self {
      public init() { self.init(rawValue: 0) }
      public init(arrayLiteral elements: Self...) {
        self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
      }
      public init<S: Sequence>(_ elements: S) where S.Element == Self {
        self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
      }
      public var isEmpty: Bool { rawValue == 0 }
      public func contains(_ member: Self) -> Bool { rawValue & member.rawValue == member.rawValue }
      public func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
      public func intersection(_ other: Self) -> Self { Self(rawValue: rawValue & other.rawValue) }
      public func symmetricDifference(_ other: Self) -> Self { Self(rawValue: rawValue ^ other.rawValue) }
      public func subtracting(_ other: Self) -> Self { Self(rawValue: rawValue & ~other.rawValue) }
      public mutating func formUnion(_ other: Self) { self = union(other) }
      public mutating func formIntersection(_ other: Self) { self = intersection(other) }
      public mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }
      public mutating func subtract(_ other: Self) { self = subtracting(other) }
      public func isSubset(of other: Self) -> Bool { rawValue & other.rawValue == rawValue }
      public func isSuperset(of other: Self) -> Bool { other.isSubset(of: self) }
      public func isDisjoint(with other: Self) -> Bool { rawValue & other.rawValue == 0 }
      public func isStrictSubset(of other: Self) -> Bool { isSubset(of: other) && self != other }
      public func isStrictSuperset(of other: Self) -> Bool { other.isStrictSubset(of: self) }
      @discardableResult
      public mutating func insert(_ newMember: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        let old = intersection(newMember)
        if old == newMember { return (inserted: false, memberAfterInsert: old) }
        self = union(newMember)
        return (inserted: true, memberAfterInsert: newMember)
      }
      @discardableResult
      public mutating func remove(_ member: Self) -> Self? {
        let common = intersection(member)
        if common.isEmpty { return nil }
        self = subtracting(member)
        return common
      }
      @discardableResult
      public mutating func update(with newMember: Self) -> Self? {
        let old = intersection(newMember)
        self = union(newMember)
        return old.isEmpty ? nil : old
      }
    }
    @representation("set") public struct Set<Element: Hashable>: Collection, Hashable, SetAlgebra, ExpressibleByArrayLiteral, CustomStringConvertible, CustomDebugStringConvertible {
      public typealias Iterator = SetIterator<Element>
      public typealias Index = DictionaryIndex
      public typealias ArrayLiteralElement = Element
      @intrinsic("set.init") public init()
      public init(minimumCapacity: Int) { self.init() }
      public init(arrayLiteral elements: Element...) {
        self.init()
        for element in elements { insert(element) }
      }
      public init<S: Sequence>(_ elements: S) where S.Element == Element {
        self.init()
        for element in elements { insert(element) }
      }
      @intrinsic("set.count") public var count: Int { get }
      public var isEmpty: Bool { count == 0 }
      public var startIndex: DictionaryIndex { DictionaryIndex(slot: _slot(after: -1)) }
      public var endIndex: DictionaryIndex { DictionaryIndex(slot: -1) }
      public func index(after i: DictionaryIndex) -> DictionaryIndex { DictionaryIndex(slot: _slot(after: i.slot)) }
      public subscript(position: DictionaryIndex) -> Element {
        precondition(position.slot >= 0, "Attempting to access Set elements using an invalid Index")
        return _element(position.slot)
      }
      @intrinsic("set.contains") public func contains(_ member: Element) -> Bool
      @intrinsic("set.insert") mutating func _insert(_ member: Element) -> Bool
      @intrinsic("set.remove") mutating func _remove(_ member: Element) -> Bool
      @intrinsic("set.next") func _slot(after slot: Int) -> Int
      @intrinsic("set.find") func _find(_ member: Element) -> Int
      @intrinsic("set.element") func _element(_ slot: Int) -> Element
      @discardableResult
      public mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element) {
        if _insert(newMember) { return (inserted: true, memberAfterInsert: newMember) }
        return (inserted: false, memberAfterInsert: _element(_find(newMember)))
      }
      @discardableResult
      public mutating func update(with newMember: Element) -> Element? {
        let old = remove(newMember)
        insert(newMember)
        return old
      }
      @discardableResult
      public mutating func remove(_ member: Element) -> Element? {
        let slot = _find(member)
        if slot < 0 { return nil }
        let old = _element(slot)
        _ = _remove(member)
        return old
      }
      public mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = Set() }
      @discardableResult
      public mutating func removeFirst() -> Element {
        precondition(!isEmpty, "Can't remove first element from an empty collection")
        let element = _element(_slot(after: -1))
        _ = _remove(element)
        return element
      }
      public mutating func popFirst() -> Element? { isEmpty ? nil : removeFirst() }
      public func makeIterator() -> SetIterator<Element> { SetIterator(base: self) }
      public func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
        var result = Set<Element>()
        for element in self where try isIncluded(element) { result.insert(element) }
        return result
      }
      @discardableResult
      public mutating func remove(at position: DictionaryIndex) -> Element {
        let element = self[position]
        _ = _remove(element)
        return element
      }
      public mutating func reserveCapacity(_ minimumCapacity: Int) {}
      public func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        var result = self
        for element in other { result.insert(element) }
        return result
      }
      public mutating func formUnion<S: Sequence>(_ other: S) where S.Element == Element {
        for element in other { insert(element) }
      }
      public func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        var result = Set<Element>()
        for element in other where contains(element) { result.insert(element) }
        return result
      }
      public mutating func formIntersection<S: Sequence>(_ other: S) where S.Element == Element { self = intersection(other) }
      public func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        var result = self
        for element in other { result.remove(element) }
        return result
      }
      public mutating func subtract<S: Sequence>(_ other: S) where S.Element == Element {
        for element in other { remove(element) }
      }
      public func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        let right = Set(other)
        var result = Set<Element>()
        for element in self where !right.contains(element) { result.insert(element) }
        for element in right where !contains(element) { result.insert(element) }
        return result
      }
      public mutating func formSymmetricDifference<S: Sequence>(_ other: S) where S.Element == Element { self = symmetricDifference(other) }
      public func isSubset<S: Sequence>(of other: S) -> Bool where S.Element == Element {
        let right = Set(other)
        return allSatisfy { right.contains($0) }
      }
      public func isSuperset<S: Sequence>(of other: S) -> Bool where S.Element == Element { other.allSatisfy { contains($0) } }
      public func isStrictSubset(of other: Set<Element>) -> Bool { count < other.count && isSubset(of: other) }
      public func isStrictSuperset(of other: Set<Element>) -> Bool { other.isStrictSubset(of: self) }
      public func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element { !other.contains(where: { contains($0) }) }
      public static func == (lhs: Set<Element>, rhs: Set<Element>) -> Bool { lhs.count == rhs.count && lhs.isSubset(of: rhs) }
      public func hash(into hasher: inout Hasher) {
        var mixed = 0
        for element in self { mixed = mixed ^ element.hashValue }
        hasher.combine(mixed)
      }
      @intrinsic("value.describe") public var description: String { get }
      @intrinsic("value.debugDescribe") public var debugDescription: String { get }
    }
    """#
}
