/// The parts of integer arithmetic that are not one instruction of the processor.
enum Arithmetic {
  static let kinds = IntegerKind.allCases

  static func number(of kind: IntegerKind) -> Int { kinds.firstIndex(of: kind) ?? 0 }

  @inline(__always)
  static func truncate(_ word: Word, kind: Int) -> Word {
    switch kind {
    case 1: Int(Int32(truncatingIfNeeded: word))
    case 2: Int(Int16(truncatingIfNeeded: word))
    case 3: Int(Int8(truncatingIfNeeded: word))
    case 5: Int(UInt32(truncatingIfNeeded: word))
    case 6: Int(UInt16(truncatingIfNeeded: word))
    case 7: Int(UInt8(truncatingIfNeeded: word))
    default: word
    }
  }

  @inline(__always)
  static func fits(_ word: Word, kind: Int) -> Bool { truncate(word, kind: kind) == word }

  static let operations = ["+", "-", "*", "/", "%", "negation"]

  /// Why a result does not fit.
  static func overflow(_ operation: Int, _ value: Word, kind: Int) -> Trap {
    guard operations.indices.contains(operation) else { return .doesNotFit(value: "\(value)", type: kinds[kind]) }
    return .resultOverflow(operation: operations[operation], value: value, type: kinds[kind])
  }

  /// Swift's smart shift: beyond the width gives 0 or the sign, a negative count shifts the other way.
  static func shift(_ word: Word, left count: Word, kind: Int) -> Word {
    if count < 0 { return count == Int.min ? shift(word, right: Int.max, kind: kind) : shift(word, right: -count, kind: kind) }
    return truncate(count >= kinds[kind].bits ? 0 : word << count, kind: kind)
  }

  static func shift(_ word: Word, right count: Word, kind: Int) -> Word {
    if count < 0 { return count == Int.min ? 0 : shift(word, left: -count, kind: kind) }
    if kinds[kind].isSigned { return word >> min(count, 63) }
    return count >= kinds[kind].bits ? 0 : Int(bitPattern: UInt(bitPattern: word) >> UInt(count))
  }
}
