extension Library {
  /// The views of a text, the sets of its scalars, and what Foundation adds to it.
  static let text = #"""
    public enum UTF8 {}
    public enum UTF16 {}
    public enum Unicode {
      public typealias Scalar = UnicodeScalar
      public typealias UTF8 = Swift.UTF8
    }
    extension UnicodeScalar {
      /// What Unicode says of one scalar.
      public struct Properties {
        let value: UInt32
        public var isAlphabetic: Bool { _scalarProperty(value, 0) }
        public var isWhitespace: Bool { _scalarProperty(value, 1) }
        public var isUppercase: Bool { _scalarProperty(value, 2) }
        public var isLowercase: Bool { _scalarProperty(value, 3) }
        public var isMath: Bool { _scalarProperty(value, 4) }
        public var isEmoji: Bool { _scalarProperty(value, 5) }
        public var isEmojiPresentation: Bool { _scalarProperty(value, 6) }
        public var isDiacritic: Bool { _scalarProperty(value, 7) }
      }
      public var properties: Properties { Properties(value: value) }
    }
    @intrinsic("scalar.property") func _scalarProperty(_ value: UInt32, _ number: Int) -> Bool
    @intrinsic("scalar.isIn") func _scalarIsIn(_ value: UInt32, _ characters: String, _ kind: Int) -> Bool

    extension String {
      /// The bytes of a text in UTF-8.
      public struct UTF8View: BidirectionalCollection, CustomStringConvertible, CustomDebugStringConvertible {
        public typealias Element = UInt8
        public typealias Index = String.Index
        public typealias Iterator = ArrayIterator<UInt8>
        let _text: String
        public var startIndex: String.Index { String.Index(offset: 0) }
        public var endIndex: String.Index { String.Index(offset: _text._byteCount) }
        public var count: Int { _text._byteCount }
        public func makeIterator() -> ArrayIterator<UInt8> { ArrayIterator(elements: _text._bytes) }
        public func index(after i: String.Index) -> String.Index { String.Index(offset: i.offset + 1) }
        public func index(before i: String.Index) -> String.Index { String.Index(offset: i.offset - 1) }
        public func index(_ i: String.Index, offsetBy distance: Int) -> String.Index { String.Index(offset: i.offset + distance) }
        public func distance(from start: String.Index, to end: String.Index) -> Int { end.offset - start.offset }
        public subscript(position: String.Index) -> UInt8 { _text._byte(position.offset) }
        public var description: String { _text }
        public var debugDescription: String { "UTF8View(\(String(reflecting: _text)))" }
      }
      /// The Unicode scalars of a text.
      public struct UnicodeScalarView: BidirectionalCollection, RangeReplaceableCollection, CustomStringConvertible, CustomDebugStringConvertible {
        public typealias Element = UnicodeScalar
        public typealias Index = String.Index
        public typealias Iterator = IndexingIterator<UnicodeScalarView>
        var _text: String
        init(_text: String) { self._text = _text }
        public init() { _text = "" }
        public var startIndex: String.Index { String.Index(offset: 0) }
        public var endIndex: String.Index { String.Index(offset: _text._byteCount) }
        public func index(after i: String.Index) -> String.Index {
          let lead = _text._byte(i.offset)
          return String.Index(offset: i.offset + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4))
        }
        public func index(before i: String.Index) -> String.Index {
          var offset = i.offset - 1
          while _text._byte(offset) & 0xC0 == 0x80 { offset -= 1 }
          return String.Index(offset: offset)
        }
        public subscript(position: String.Index) -> UnicodeScalar {
          let offset = position.offset
          let lead = UInt32(_text._byte(offset))
          if lead < 0x80 { return UnicodeScalar(_value: lead) }
          let second = UInt32(_text._byte(offset + 1) & 0x3F)
          if lead < 0xE0 { return UnicodeScalar(_value: (lead & 0x1F) << 6 | second) }
          let third = UInt32(_text._byte(offset + 2) & 0x3F)
          if lead < 0xF0 { return UnicodeScalar(_value: (lead & 0x0F) << 12 | second << 6 | third) }
          return UnicodeScalar(_value: (lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(_text._byte(offset + 3) & 0x3F))
        }
        public mutating func append(_ scalar: UnicodeScalar) { _text.append(String._fromScalar(scalar.value)) }
        public mutating func replaceSubrange<C: Collection>(_ bounds: Range<String.Index>, with scalars: C) where C.Element == UnicodeScalar {
          _text = _text._slice(0, bounds.lowerBound.offset) + String(scalars) + _text._slice(bounds.upperBound.offset, _text._byteCount)
        }
        public var description: String { _text }
        public var debugDescription: String { String(reflecting: _text) }
      }
    }
    extension StringProtocol {
      public var utf8: String.UTF8View { String.UTF8View(_text: _text) }
      public var unicodeScalars: String.UnicodeScalarView { String.UnicodeScalarView(_text: _text) }
    }

    /// A set of Unicode scalars.
    public struct CharacterSet {
      struct Part {
        let characters: String
        let kind: Int
      }
      let parts: [Part]
      let isInverted: Bool
      init(parts: [Part], isInverted: Bool) {
        self.parts = parts
        self.isInverted = isInverted
      }
      init(kind: Int) { self.init(parts: [Part(characters: "", kind: kind)], isInverted: false) }
      public init() { self.init(parts: [], isInverted: false) }
      public init(charactersIn text: String) { self.init(parts: [Part(characters: text, kind: 0)], isInverted: false) }
      public static let whitespaces = CharacterSet(kind: 1)
      public static let whitespacesAndNewlines = CharacterSet(kind: 2)
      public static let newlines = CharacterSet(kind: 3)
      public static let decimalDigits = CharacterSet(kind: 4)
      public static let letters = CharacterSet(kind: 5)
      public static let alphanumerics = CharacterSet(kind: 6)
      public static let punctuationCharacters = CharacterSet(kind: 7)
      public static let uppercaseLetters = CharacterSet(kind: 8)
      public static let lowercaseLetters = CharacterSet(kind: 9)
      public static let symbols = CharacterSet(kind: 10)
      public var inverted: CharacterSet { CharacterSet(parts: parts, isInverted: !isInverted) }
      public func contains(_ member: UnicodeScalar) -> Bool {
        for part in parts where _scalarIsIn(member.value, part.characters, part.kind) { return !isInverted }
        return isInverted
      }
      public func union(_ other: CharacterSet) -> CharacterSet {
        precondition(!isInverted && !other.isInverted, "inverted sets have no union here")
        return CharacterSet(parts: parts + other.parts, isInverted: false)
      }
      public mutating func formUnion(_ other: CharacterSet) { self = union(other) }
      public mutating func insert(charactersIn text: String) { self = union(CharacterSet(charactersIn: text)) }
    }

    public enum ComparisonResult: Int { case orderedAscending = -1, orderedSame, orderedDescending }
    extension StringProtocol {
      public func components<S: StringProtocol>(separatedBy separator: S) -> [String] { _text._components(separator._text) }
      public func components(separatedBy separators: CharacterSet) -> [String] {
        var result: [String] = []
        var part = String.UnicodeScalarView()
        for scalar in unicodeScalars {
          if separators.contains(scalar) {
            result.append(String(part))
            part = String.UnicodeScalarView()
          } else {
            part.append(scalar)
          }
        }
        result.append(String(part))
        return result
      }
      public func replacingOccurrences<A: StringProtocol, B: StringProtocol>(of target: A, with replacement: B) -> String {
        _text._replacing(target._text, replacement._text)
      }
      public func trimmingCharacters(in set: CharacterSet) -> String {
        let scalars = unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        while start < end, set.contains(scalars[start]) { start = scalars.index(after: start) }
        while start < end, set.contains(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
        return scalars._text._slice(start.offset, end.offset)
      }
      public func padding<S: StringProtocol>(toLength newLength: Int, withPad padString: S, startingAt padIndex: Int) -> String {
        _text._padding(newLength, padString._text, padIndex)
      }
      public func range<S: StringProtocol>(of other: S) -> Range<String.Index>? {
        let base = _offset
        let start = _text._find(other._text, 0)
        return start < 0 ? nil : String.Index(offset: base + start)..<String.Index(offset: base + start + other._text._byteCount)
      }
      public func compare<S: StringProtocol>(_ other: S) -> ComparisonResult {
        let (a, b) = (_text, other._text)
        return a == b ? .orderedSame : a < b ? .orderedAscending : .orderedDescending
      }
      public func caseInsensitiveCompare<S: StringProtocol>(_ other: S) -> ComparisonResult { lowercased().compare(other.lowercased()) }
      public func commonPrefix<S: StringProtocol>(with other: S) -> String {
        var result = ""
        for (a, b) in zip(_text, other._text) {
          if a != b { break }
          result.append(a)
        }
        return result
      }
      public func split<S: StringProtocol>(separator: S, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring] {
        let whole = Substring(_text)
        let pattern = separator._text
        var result: [Substring] = []
        var start = 0
        while result.count < maxSplits {
          let found = pattern.isEmpty ? -1 : _text._find(pattern, start)
          if found < 0 { break }
          if found > start || !omittingEmptySubsequences { result.append(whole[String.Index(offset: start)..<String.Index(offset: found)]) }
          start = found + pattern._byteCount
        }
        if start < _text._byteCount || !omittingEmptySubsequences { result.append(whole[String.Index(offset: start)..<whole.endIndex]) }
        return result
      }
      public func replacing<A: StringProtocol, B: StringProtocol>(_ target: A, with replacement: B) -> String {
        _text._replacing(target._text, replacement._text)
      }
      public func appending<S: StringProtocol>(_ other: S) -> String { _text + other._text }
    }

    /// An error that says what happened in words of its own.
    public protocol LocalizedError: Error {
      var errorDescription: String? { get }
      var failureReason: String? { get }
      var recoverySuggestion: String? { get }
    }
    extension LocalizedError {
      public var errorDescription: String? { nil }
      public var failureReason: String? { nil }
      public var recoverySuggestion: String? { nil }
    }
    """#
}
