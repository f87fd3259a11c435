/// The kinds of values that become text without running any code of a program.
package enum TextKind: UInt8, CaseIterable {
  case string, character, integer, unsigned, double, float, bool

  init?(_ kind: RuntimeType.Kind) {
    switch kind {
    case .string: self = .string
    case .character: self = .character
    case .integer(.uint64): self = .unsigned
    case .integer: self = .integer
    case .double: self = .double
    case .float: self = .float
    case .bool: self = .bool
    default: return nil
    }
  }
}

/// The operations on texts that are instructions: what reads one or two values and gives one.
package enum TextOperation: UInt8, CaseIterable {
  case concatenate, equal, less, count, byteCount, isEmpty
  /// The character at a byte offset; the offset after it.
  case characterAt, after
  case characterEqual, characterLess
  case containsCharacter

  /// The library's name for it.
  package var intrinsic: String {
    switch self {
    case .concatenate: "string.concatenate"
    case .equal: "string.equal"
    case .less: "string.less"
    case .count: "string.count"
    case .byteCount: "string.utf8Count"
    case .isEmpty: "string.isEmpty"
    case .characterAt: "string.characterAt"
    case .after: "string.after"
    case .characterEqual: "character.equal"
    case .characterLess: "character.less"
    case .containsCharacter: "string.containsCharacter"
    }
  }

  static let byIntrinsic = Dictionary(uniqueKeysWithValues: allCases.map { ($0.intrinsic, $0) })
}
