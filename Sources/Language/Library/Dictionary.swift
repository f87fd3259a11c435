extension Library {
  /// `Dictionary`: a hash table of the machine, walked by slots.
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
    @representation("dictionary") public struct Dictionary<Key: Hashable, Value>: Collection, ExpressibleByDictionaryLiteral, CustomStringConvertible, CustomDebugStringConvertible {
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
      /// The keys, in the order of the dictionary.
      public struct Keys: Collection, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
        public typealias Element = Key
        public typealias Index = DictionaryIndex
        public typealias Iterator = IndexingIterator<Keys>
        let _base: [Key: Value]
        public var count: Int { _base.count }
        public var startIndex: DictionaryIndex { _base.startIndex }
        public var endIndex: DictionaryIndex { _base.endIndex }
        public func index(after i: DictionaryIndex) -> DictionaryIndex { _base.index(after: i) }
        public subscript(position: DictionaryIndex) -> Key { _base[position].key }
        public func contains(_ element: Key) -> Bool { _base._find(element) >= 0 }
        public static func == (lhs: Keys, rhs: Keys) -> Bool { lhs.count == rhs.count && lhs.allSatisfy { rhs.contains($0) } }
        public var description: String { Array(self).description }
        public var debugDescription: String { "Dictionary.Keys(" + Array(self).description + ")" }
      }
      /// The values, in the order of the dictionary.
      public struct Values: MutableCollection, CustomStringConvertible, CustomDebugStringConvertible {
        public typealias Element = Value
        public typealias Index = DictionaryIndex
        public typealias Iterator = IndexingIterator<Values>
        var _base: [Key: Value]
        public var count: Int { _base.count }
        public var startIndex: DictionaryIndex { _base.startIndex }
        public var endIndex: DictionaryIndex { _base.endIndex }
        public func index(after i: DictionaryIndex) -> DictionaryIndex { _base.index(after: i) }
        public subscript(position: DictionaryIndex) -> Value {
          get { _base[position].value }
          set { _base[_base[position].key] = newValue }
        }
        public var description: String { Array(self).description }
        public var debugDescription: String { "Dictionary.Values(" + Array(self).description + ")" }
      }
      public var keys: Keys { Keys(_base: self) }
      public var values: Values {
        get { Values(_base: self) }
        set { self = newValue._base }
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
      public mutating func merge<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {
        for (key, value) in other {
          if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
        }
      }
      public func merging<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] where S.Element == (Key, Value) {
        var result = self
        try result.merge(other, uniquingKeysWith: combine)
        return result
      }
      public mutating func reserveCapacity(_ minimumCapacity: Int) {}
      public var capacity: Int { count }
      @discardableResult
      public mutating func remove(at index: DictionaryIndex) -> (key: Key, value: Value) {
        let element = self[index]
        self[element.key] = nil
        return element
      }
      public mutating func popFirst() -> (key: Key, value: Value)? { isEmpty ? nil : remove(at: startIndex) }
      public func merging(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] {
        var result = self
        try result.merge(other, uniquingKeysWith: combine)
        return result
      }
      @intrinsic("value.describe") public var description: String { get }
      @intrinsic("value.debugDescribe") public var debugDescription: String { get }
    }
    /// Pairs in the order in which they are written; a key may stand there twice.
    public struct KeyValuePairs<Key, Value>: RandomAccessCollection, ExpressibleByDictionaryLiteral, CustomStringConvertible, CustomDebugStringConvertible {
      public typealias Element = (key: Key, value: Value)
      public typealias Index = Int
      public typealias Iterator = IndexingIterator<KeyValuePairs<Key, Value>>
      let _elements: [(Key, Value)]
      public init(dictionaryLiteral elements: (Key, Value)...) { _elements = elements }
      public var startIndex: Int { 0 }
      public var endIndex: Int { _elements.count }
      public subscript(position: Int) -> (key: Key, value: Value) {
        let element = _elements[position]
        return (key: element.0, value: element.1)
      }
      public var description: String {
        if isEmpty { return "[:]" }
        return "[" + map { String(reflecting: $0.key) + ": " + String(reflecting: $0.value) }.joined(separator: ", ") + "]"
      }
      public var debugDescription: String { description }
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
    """#
}
