extension Library {
  /// `String`, `Character`, `Substring` and their views; positions are byte offsets in UTF-8.
  static let string = #"""
    @representation("character") public struct Character: Hashable, Comparable, ExpressibleByExtendedGraphemeClusterLiteral, CustomStringConvertible, LosslessStringConvertible {
      @intrinsic("character.fromString") public init(_ text: String)
      public init(_ scalar: UnicodeScalar) { self = Character(String(scalar)) }
      @intrinsic("character.equal") public static func == (lhs: Character, rhs: Character) -> Bool
      @intrinsic("character.less") public static func < (lhs: Character, rhs: Character) -> Bool
      @intrinsic("value.hash") public func hash(into hasher: inout Hasher)
      @intrinsic("character.isLetter") public var isLetter: Bool { get }
      @intrinsic("character.isNumber") public var isNumber: Bool { get }
      @intrinsic("character.isWholeNumber") public var isWholeNumber: Bool { get }
      @intrinsic("character.isHexDigit") public var isHexDigit: Bool { get }
      @intrinsic("character.isWhitespace") public var isWhitespace: Bool { get }
      @intrinsic("character.isNewline") public var isNewline: Bool { get }
      @intrinsic("character.isUppercase") public var isUppercase: Bool { get }
      @intrinsic("character.isLowercase") public var isLowercase: Bool { get }
      @intrinsic("character.isPunctuation") public var isPunctuation: Bool { get }
      @intrinsic("character.isSymbol") public var isSymbol: Bool { get }
      @intrinsic("character.isMathSymbol") public var isMathSymbol: Bool { get }
      @intrinsic("character.isCurrencySymbol") public var isCurrencySymbol: Bool { get }
      @intrinsic("character.isCased") public var isCased: Bool { get }
      @intrinsic("character.isASCII") public var isASCII: Bool { get }
      @intrinsic("character.asciiValue") public var asciiValue: UInt8? { get }
      @intrinsic("character.wholeNumberValue") public var wholeNumberValue: Int? { get }
      @intrinsic("character.hexDigitValue") public var hexDigitValue: Int? { get }
      @intrinsic("character.uppercased") public func uppercased() -> String
      @intrinsic("character.lowercased") public func lowercased() -> String
      public var unicodeScalars: String.UnicodeScalarView { String(self).unicodeScalars }
      public var utf8: String.UTF8View { String(self).utf8 }
      @intrinsic("value.describe") public var description: String { get }
    }
    public struct UnicodeScalar: Hashable, Comparable, CustomStringConvertible, CustomDebugStringConvertible, ExpressibleByStringLiteral {
      public init(stringLiteral value: String) { self = value.unicodeScalars[value.startIndex] }
      public init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard scalars.count == 1, let only = scalars.first else { return nil }
        self = only
      }
      public init(_ scalar: UnicodeScalar) { self = scalar }
      public var utf8: String.UTF8View { String(self).utf8 }
      public var debugDescription: String { String(reflecting: String(self)) }
      public let value: UInt32
      init(_value: UInt32) { value = _value }
      public init?(_ value: UInt32) {
        if value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
        self.value = value
      }
      public init?(_ value: Int) {
        if value < 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
        self.value = UInt32(value)
      }
      public init(_ value: UInt8) { self.value = UInt32(value) }
      public var isASCII: Bool { value < 128 }
      public static func < (lhs: UnicodeScalar, rhs: UnicodeScalar) -> Bool { lhs.value < rhs.value }
      public var description: String { String(self) }
    }

    public protocol StringProtocol: BidirectionalCollection, Comparable, Hashable, CustomStringConvertible where Element == Character, Index == String.Index {
      var _text: String { get }
      /// Where it begins in the text that its indices are of.
      var _offset: Int { get }
    }
    extension StringProtocol {
      public func hasPrefix<S: StringProtocol>(_ prefix: S) -> Bool { _text._hasPrefix(prefix._text) }
      public func hasSuffix<S: StringProtocol>(_ suffix: S) -> Bool { _text._hasSuffix(suffix._text) }
      public func uppercased() -> String { _text._uppercased() }
      public func lowercased() -> String { _text._lowercased() }
      public var capitalized: String { _text._capitalized() }
      public func contains<S: StringProtocol>(_ other: S) -> Bool { _text._contains(other._text) }
      public static func == <R: StringProtocol>(lhs: Self, rhs: R) -> Bool { lhs._text._equals(rhs._text) }
      public static func != <R: StringProtocol>(lhs: Self, rhs: R) -> Bool { !lhs._text._equals(rhs._text) }
    }

    public struct StringIterator: IteratorProtocol {
      public typealias Element = Character
      let base: String
      var offset = 0
      var end: Int
      public mutating func next() -> Character? {
        if offset >= end { return nil }
        let character = base._character(offset)
        offset = base._after(offset)
        return character
      }
    }
    @representation("string") public struct String: StringProtocol, TextOutputStream, RangeReplaceableCollection, ExpressibleByStringInterpolation, LosslessStringConvertible, CustomDebugStringConvertible {
      /// A position: an offset in the text's UTF-8.
      public struct Index: Comparable, Hashable {
        let offset: Int
        // Written out, since loops over indices are full of it, and made in place.
        public static func == (lhs: Index, rhs: Index) -> Bool { lhs.offset == rhs.offset }
        public static func < (lhs: Index, rhs: Index) -> Bool { lhs.offset < rhs.offset }
        public func utf16Offset<S: StringProtocol>(in text: S) -> Int { String(text._text._slice(0, offset)).utf16.count }
        public init<S: StringProtocol>(utf16Offset offset: Int, in text: S) {
          var units = 0
          var bytes = 0
          for scalar in text._text.unicodeScalars {
            if units >= offset { break }
            units += scalar.value > 0xFFFF ? 2 : 1
            bytes += scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x1_0000 ? 3 : 4
          }
          self.offset = bytes
        }
        init(offset: Int) { self.offset = offset }
      }
      public typealias Element = Character
      public typealias Iterator = StringIterator
      public typealias SubSequence = Substring
      @intrinsic("string.empty") public init()
      @intrinsic("string.identity") public init(stringLiteral value: String)
      @intrinsic("string.identity") public init(_ value: String)
      public init(_ value: Substring) { self = value._text }
      @intrinsic("string.fromCharacter") public init(_ character: Character)
      public init(_ scalar: UnicodeScalar) { self = String._fromScalar(scalar.value) }
      public init<S: Sequence>(_ characters: S) where S.Element == Character {
        self.init()
        for character in characters { append(character) }
      }
      @intrinsic("string.describing") public init<T>(describing value: T)
      @intrinsic("string.reflecting") public init<T>(reflecting value: T)
      @intrinsic("string.describing") public init<T: LosslessStringConvertible>(_ value: T)
      public init<S: Sequence>(_ scalars: S) where S.Element == UnicodeScalar {
        self.init()
        for scalar in scalars { append(String._fromScalar(scalar.value)) }
      }
      public init<C: Collection>(decoding bytes: C, as encoding: UTF8.Type) where C.Element == UInt8 { self = String._decoding(Array(bytes)) }
      @intrinsic("string.radix") public init<T: BinaryInteger>(_ value: T, radix: Int, uppercase: Bool = false)
      @intrinsic("string.repeating") public init(repeating repeatedValue: String, count: Int)
      public init(repeating repeatedValue: Character, count: Int) { self.init(repeating: String(repeatedValue), count: count) }
      @intrinsic("string.format") public init(format: String, _ arguments: Any...)
      @intrinsic("string.decoding") static func _decoding(_ bytes: [UInt8]) -> String
      @intrinsic("string.fromScalar") static func _fromScalar(_ value: UInt32) -> String
      var _text: String { self }
      var _offset: Int { 0 }
      @intrinsic("string.count") public var count: Int { get }
      @intrinsic("string.isEmpty") public var isEmpty: Bool { get }
      @intrinsic("string.utf8Count") var _byteCount: Int { get }
      @intrinsic("string.characterAt") func _character(_ offset: Int) -> Character
      @intrinsic("string.after") func _after(_ offset: Int) -> Int
      @intrinsic("string.before") func _before(_ offset: Int) -> Int
      @intrinsic("string.slice") func _slice(_ lower: Int, _ upper: Int) -> String
      @intrinsic("string.hasPrefix") func _hasPrefix(_ prefix: String) -> Bool
      @intrinsic("string.hasSuffix") func _hasSuffix(_ suffix: String) -> Bool
      @intrinsic("string.uppercased") func _uppercased() -> String
      @intrinsic("string.lowercased") func _lowercased() -> String
      @intrinsic("string.capitalized") func _capitalized() -> String
      @intrinsic("string.contains") func _contains(_ other: String) -> Bool
      @intrinsic("string.containsCharacter") public func contains(_ element: Character) -> Bool
      @intrinsic("string.find") func _find(_ other: String, _ from: Int) -> Int
      @intrinsic("string.components") func _components(_ separator: String) -> [String]
      @intrinsic("string.replacing") func _replacing(_ target: String, _ replacement: String) -> String
      @intrinsic("string.padding") func _padding(_ length: Int, _ pad: String, _ start: Int) -> String
      @intrinsic("string.equal") func _equals(_ other: String) -> Bool
      @intrinsic("string.equal") public static func == (lhs: String, rhs: String) -> Bool
      @intrinsic("string.less") public static func < (lhs: String, rhs: String) -> Bool
      @intrinsic("string.concatenate") public static func + (lhs: String, rhs: String) -> String
      @intrinsic("string.append") public static func += (lhs: inout String, rhs: String)
      @intrinsic("value.hash") public func hash(into hasher: inout Hasher)
      @intrinsic("string.append") public mutating func append(_ other: String)
      @intrinsic("string.appendCharacter") public mutating func append(_ character: Character)
      public mutating func append(contentsOf other: String) { append(other) }
      public mutating func append<S: Sequence>(contentsOf characters: S) where S.Element == Character {
        for character in characters { append(character) }
      }
      public mutating func write(_ other: String) { append(other) }
      public mutating func reserveCapacity(_ n: Int) {}
      public var startIndex: String.Index { String.Index(offset: 0) }
      public var endIndex: String.Index { String.Index(offset: _byteCount) }
      public func index(after i: String.Index) -> String.Index {
        precondition(i.offset < _byteCount, "String index is out of bounds")
        return String.Index(offset: _after(i.offset))
      }
      public func index(before i: String.Index) -> String.Index {
        precondition(i.offset > 0, "String index is out of bounds")
        return String.Index(offset: _before(i.offset))
      }
      public func makeIterator() -> StringIterator { StringIterator(base: self, end: _byteCount) }
      public subscript(i: String.Index) -> Character {
        precondition(i.offset >= 0 && i.offset < _byteCount, "String index is out of bounds")
        return _character(i.offset)
      }
      public subscript(bounds: Range<String.Index>) -> Substring { Substring(base: self, startIndex: bounds.lowerBound, endIndex: bounds.upperBound) }
      public func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
        var result = ""
        for character in self where try isIncluded(character) { result.append(character) }
        return result
      }
      public mutating func insert(_ newElement: Character, at i: String.Index) {
        self = _slice(0, i.offset) + String(newElement) + _slice(i.offset, _byteCount)
      }
      public mutating func insert<C: Collection>(contentsOf other: C, at i: String.Index) where C.Element == Character {
        self = _slice(0, i.offset) + String(other) + _slice(i.offset, _byteCount)
      }
      @discardableResult
      public mutating func remove(at i: String.Index) -> Character {
        let character = self[i]
        self = _slice(0, i.offset) + _slice(_after(i.offset), _byteCount)
        return character
      }
      @discardableResult
      public mutating func removeFirst() -> Character {
        precondition(!isEmpty, "Can't remove first element from an empty collection")
        return remove(at: startIndex)
      }
      @discardableResult
      public mutating func removeLast() -> Character {
        precondition(!isEmpty, "Can't remove last element from an empty collection")
        return remove(at: index(before: endIndex))
      }
      public mutating func popLast() -> Character? { isEmpty ? nil : removeLast() }
      public mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = "" }
      public mutating func removeAll(where shouldBeRemoved: (Character) throws -> Bool) rethrows { self = try filter { !(try shouldBeRemoved($0)) } }
      public mutating func removeSubrange(_ bounds: Range<String.Index>) {
        self = _slice(0, bounds.lowerBound.offset) + _slice(bounds.upperBound.offset, _byteCount)
      }
      public mutating func replaceSubrange<C: Collection>(_ bounds: Range<String.Index>, with other: C) where C.Element == Character {
        self = _slice(0, bounds.lowerBound.offset) + String(other) + _slice(bounds.upperBound.offset, _byteCount)
      }
      public var unicodeScalars: String.UnicodeScalarView {
        get { String.UnicodeScalarView(_text: self) }
        set { self = newValue._text }
      }
      @intrinsic("string.utf8") var _bytes: [UInt8] { get }
      @intrinsic("string.byteAt") func _byte(_ offset: Int) -> UInt8
      @intrinsic("string.utf16") public var utf16: [UInt16] { get }
      @intrinsic("value.describe") public var description: String { get }
      @intrinsic("value.debugDescribe") public var debugDescription: String { get }
    }

    /// A part of a string, by the string's own indices.
    public struct Substring: StringProtocol, RangeReplaceableCollection, ExpressibleByStringInterpolation, CustomDebugStringConvertible {
      public typealias Element = Character
      public typealias Index = String.Index
      public typealias Iterator = StringIterator
      public typealias SubSequence = Substring
      public let base: String
      public let startIndex: String.Index
      public let endIndex: String.Index
      public init(stringLiteral value: String) { self.init(base: value, startIndex: value.startIndex, endIndex: value.endIndex) }
      init(base: String, startIndex: String.Index, endIndex: String.Index) {
        precondition(startIndex.offset >= 0 && endIndex.offset <= base._byteCount, "String index range is out of bounds")
        self.base = base
        self.startIndex = startIndex
        self.endIndex = endIndex
      }
      public init(_ text: String) { self.init(base: text, startIndex: text.startIndex, endIndex: text.endIndex) }
      public init() { self.init("") }
      var _text: String { base._slice(startIndex.offset, endIndex.offset) }
      var _offset: Int { startIndex.offset }
      public var isEmpty: Bool { startIndex.offset == endIndex.offset }
      public func index(after i: String.Index) -> String.Index { base.index(after: i) }
      public func index(before i: String.Index) -> String.Index { base.index(before: i) }
      public func makeIterator() -> StringIterator { StringIterator(base: base, offset: startIndex.offset, end: endIndex.offset) }
      public subscript(i: String.Index) -> Character {
        precondition(i >= startIndex && i < endIndex, "String index is out of bounds")
        return base._character(i.offset)
      }
      public subscript(bounds: Range<String.Index>) -> Substring { Substring(base: base, startIndex: bounds.lowerBound, endIndex: bounds.upperBound) }
      public func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String { try _text.filter(isIncluded) }
      public mutating func replaceSubrange<C: Collection>(_ bounds: Range<String.Index>, with other: C) where C.Element == Character {
        self = Substring(base._slice(startIndex.offset, bounds.lowerBound.offset) + String(other) + base._slice(bounds.upperBound.offset, endIndex.offset))
      }
      public mutating func append(_ other: String) { self = Substring(_text + other) }
      public static func == (lhs: Substring, rhs: Substring) -> Bool { lhs._text._equals(rhs._text) }
      public static func < (lhs: Substring, rhs: Substring) -> Bool { lhs._text < rhs._text }
      public func hash(into hasher: inout Hasher) { _text.hash(into: &hasher) }
      public var description: String { _text }
      public var debugDescription: String { _text.debugDescription }
    }

    """#
}
