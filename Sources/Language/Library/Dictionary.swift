extension Library {
  /// `Dictionary` and `Set`: hash tables of the machine, walked by slots.
  static let dictionary = #"""
    public struct DictionaryIterator<Key: Hashable, Value>: IteratorProtocol {
      public typealias Element = (key: Key, value: Value)
      let base: [Key: Value]
      var slot = -1
      public mutating func next() -> (key: Key, value: Value)? {
        slot = base._slot(after: slot)
        if slot < 0 { return nil }
        return (key: base._key(slot), value: base._value(slot))
      }
    }
    @representation("dictionary") public struct Dictionary<Key: Hashable, Value>: Collection, ExpressibleByDictionaryLiteral, CustomStringConvertible {
      public typealias Element = (key: Key, value: Value)
      public typealias Iterator = DictionaryIterator<Key, Value>
      public typealias Index = DictionaryIndex
      @intrinsic("dictionary.init") public init()
      public init(minimumCapacity: Int) { self.init() }
      public init(dictionaryLiteral elements: (Key, Value)...) {
        self.init()
        for (key, value) in elements { updateValue(value, forKey: key) }
      }
      public init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value) {
        self.init()
        for (key, value) in keysAndValues {
          precondition(updateValue(value, forKey: key) == nil, "Duplicate values for key: '\(key)'")
        }
      }
      public init<S: Sequence>(_ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {
        self.init()
        for (key, value) in keysAndValues {
          if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
        }
      }
      public init<S: Sequence>(grouping values: S, by keyForValue: (S.Element) throws -> Key) rethrows where Value == [S.Element] {
        self.init()
        for value in values { self[try keyForValue(value), default: []].append(value) }
      }
      @intrinsic("dictionary.count") public var count: Int { get }
      public var isEmpty: Bool { count == 0 }
      public var startIndex: DictionaryIndex { DictionaryIndex(slot: _slot(after: -1)) }
      public var endIndex: DictionaryIndex { DictionaryIndex(slot: -1) }
      public func index(after i: DictionaryIndex) -> DictionaryIndex { DictionaryIndex(slot: _slot(after: i.slot)) }
      public func index(forKey key: Key) -> DictionaryIndex? {
        let slot = _find(key)
        return slot < 0 ? nil : DictionaryIndex(slot: slot)
      }
      public subscript(position: DictionaryIndex) -> (key: Key, value: Value) {
        precondition(position.slot >= 0, "Attempting to access Dictionary elements using an invalid Index")
        return (key: _key(position.slot), value: _value(position.slot))
      }
      @addressor("dictionary") public subscript(key: Key) -> Value? {
        @intrinsic("dictionary.get") get
        @intrinsic("dictionary.set") set
      }
      @addressor("dictionaryDefault") public subscript(key: Key, default defaultValue: @autoclosure () -> Value) -> Value {
        get { self[key] ?? defaultValue() }
        set { self[key] = newValue }
      }
      @intrinsic("dictionary.find") func _find(_ key: Key) -> Int
      @intrinsic("dictionary.next") func _slot(after slot: Int) -> Int
      @intrinsic("dictionary.key") func _key(_ slot: Int) -> Key
      @intrinsic("dictionary.value") func _value(_ slot: Int) -> Value
      @discardableResult
      public mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
        let old = self[key]
        self[key] = value
        return old
      }
      @discardableResult
      public mutating func removeValue(forKey key: Key) -> Value? {
        let old = self[key]
        self[key] = nil
        return old
      }
      public mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = [:] }
      public func makeIterator() -> DictionaryIterator<Key, Value> { DictionaryIterator(base: self) }
      public var keys: [Key] {
        var result: [Key] = []
        for (key, _) in self { result.append(key) }
        return result
      }
      public var values: [Value] {
        var result: [Value] = []
        for (_, value) in self { result.append(value) }
        return result
      }
      public func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T] {
        var result: [Key: T] = [:]
        for (key, value) in self { result[key] = try transform(value) }
        return result
      }
      public func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T] {
        var result: [Key: T] = [:]
        for (key, value) in self {
          if let new = try transform(value) { result[key] = new }
        }
        return result
      }
      public func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
        var result: [Key: Value] = [:]
        for element in self where try isIncluded(element) { result[element.key] = element.value }
        return result
      }
      public mutating func merge(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows {
        for (key, value) in other {
          if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
        }
      }
      public func merging(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] {
        var result = self
        try result.merge(other, uniquingKeysWith: combine)
        return result
      }
      @intrinsic("value.describe") public var description: String { get }
    }
    public struct DictionaryIndex: Comparable, Hashable {
      let slot: Int
      public static func < (lhs: DictionaryIndex, rhs: DictionaryIndex) -> Bool {
        lhs.slot >= 0 && (rhs.slot < 0 || lhs.slot < rhs.slot)
      }
    }
    extension Dictionary: Equatable where Value: Equatable {
      public static func == (lhs: [Key: Value], rhs: [Key: Value]) -> Bool {
        if lhs.count != rhs.count { return false }
        for (key, value) in lhs {
          guard let other = rhs[key], other == value else { return false }
        }
        return true
      }
    }
    extension Dictionary: Hashable where Value: Hashable {
      public func hash(into hasher: inout Hasher) {
        var mixed = 0
        for (key, value) in self {
          var inner = Hasher()
          inner.combine(key)
          inner.combine(value)
          mixed = mixed ^ inner.finalize()
        }
        hasher.combine(mixed)
      }
    }

    public struct SetIterator<Element: Hashable>: IteratorProtocol {
      let base: Set<Element>
      var slot = -1
      public mutating func next() -> Element? {
        slot = base._slot(after: slot)
        if slot < 0 { return nil }
        return base._element(slot)
      }
    }
    public protocol SetAlgebra {}
    @representation("set") public struct Set<Element: Hashable>: Collection, Hashable, SetAlgebra, ExpressibleByArrayLiteral, CustomStringConvertible {
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
    }
    """#
}
