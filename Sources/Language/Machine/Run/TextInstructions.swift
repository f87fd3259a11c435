/// What the instructions on texts do. They work on strings where these lie: a copy of a long one would be counted.
extension Machine {
  /// A value as a new string.
  @inline(never)
  func makeText(_ value: Word, _ kind: TextKind) -> Word {
    StringObject.make(text(value, kind), stringRecord).reference
  }

  /// Appends a value's text to the string of a variable, in place where no one else has the string.
  @inline(never)
  func appendText(_ slot: Words, _ value: Word, _ kind: TextKind) -> MachineFault? {
    guard let object = Object(reference: slot.pointee) else { return .trap(.unexpectedNil) }
    // Of the string itself, if it is appended to itself, this is a second owner.
    let addition = text(value, kind)
    let bytes = addition.utf8.count
    if bytes > 1 << 16 {
      do { try heap.reserve(words: bytes / 8) } catch { return error }
    }
    if object.isUnique {
      let place = StringObject.pointer(object)
      let before = StringObject.counted(place.pointee)
      place.pointee.append(addition)
      let grown = StringObject.counted(place.pointee) - before
      if grown > 0 { heap.charge(grown) }
    } else {
      slot.pointee = StringObject.make(StringObject.pointer(object).pointee + addition, stringRecord).reference
      object.release()
    }
    return nil
  }

  @inline(__always)
  private func text(_ value: Word, _ kind: TextKind) -> String {
    switch kind {
    case .string: StringObject.text(value)
    case .character: StringObject.text(ofCharacter: value, characters)
    case .integer: Self.decimal(value.magnitude, isNegative: value < 0)
    case .unsigned: Self.decimal(UInt(bitPattern: value), isNegative: false)
    case .double: Double(bitPattern: UInt64(bitPattern: Int64(value))).description
    case .float: Float(bitPattern: UInt32(truncatingIfNeeded: value)).description
    case .bool: value & 1 != 0 ? "true" : "false"
    }
  }

  /// As `description`, in a third of its time: that one is made for all integer types at once.
  private static func decimal(_ magnitude: UInt, isNegative: Bool) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      var start = buffer.count
      var rest = magnitude
      repeat {
        let next = rest / 10
        start -= 1
        buffer[start] = UInt8(truncatingIfNeeded: 0x30 &+ rest &- next &* 10)
        rest = next
      } while rest > 0
      if isNegative {
        start -= 1
        buffer[start] = 0x2D
      }
      return String(decoding: UnsafeBufferPointer(rebasing: buffer[start...]), as: UTF8.self)
    }
  }

  /// Writes `operation` of two words to a third; the second word means nothing to operations that read only one.
  @inline(never)
  func computeText(_ operation: TextOperation, _ left: Word, _ right: Word, into result: Words) -> MachineFault? {
    switch operation {
    case .characterEqual:
      result.pointee = left == right || !Self.isSimple(left, right) && character(left) == character(right) ? 1 : 0
      return nil
    case .characterLess:
      result.pointee = (Self.isSimple(left, right) ? left < right : character(left) < character(right)) ? 1 : 0
      return nil
    default: break
    }
    guard let first = Object(reference: left) else { return .trap(.unexpectedNil) }
    switch operation {
    case .concatenate, .equal, .less:
      guard let second = Object(reference: right) else { return .trap(.unexpectedNil) }
      let (a, b) = (StringObject.pointer(first), StringObject.pointer(second))
      switch operation {
      case .concatenate:
        let bytes = a.pointee.utf8.count &+ b.pointee.utf8.count
        if bytes > 1 << 16 {
          do { try heap.reserve(words: bytes / 8) } catch { return error }
        }
        result.pointee = StringObject.make(a.pointee + b.pointee, stringRecord).reference
      case .equal: result.pointee = first == second || a.pointee == b.pointee ? 1 : 0
      default: result.pointee = first != second && a.pointee < b.pointee ? 1 : 0
      }
    case .count: result.pointee = StringObject.characterCount(first)
    case .byteCount: result.pointee = StringObject.pointer(first).pointee.utf8.count
    case .isEmpty: result.pointee = StringObject.pointer(first).pointee.isEmpty ? 1 : 0
    case .characterAt, .after:
      let next = right < 0 ? (character: 0, position: -1) : StringObject.step(first, right, characters)
      if next.position < 0 { return .trap(.message("String index is out of bounds")) }
      result.pointee = operation == .after ? next.position : next.character
    case .containsCharacter:
      do { result.pointee = try contains(right, first) ? 1 : 0 } catch { return error }
    case .characterEqual, .characterLess: break
    }
    return nil
  }

  private func contains(_ sought: Word, _ text: Object) throws(MachineFault) -> Bool {
    if sought < 0x80, sought != 0x0A, sought != 0x0D, let isThere = StringObject.contains(sought, in: text) { return isThere }
    var offset = 0
    while true {
      for _ in 0..<1024 {
        let next = StringObject.step(text, offset, characters)
        if next.position < 0 { return false }
        if characters.equal(next.character, sought) { return true }
        offset = next.position
      }
      try stopIfAsked()
    }
  }

  /// Both in ASCII: such characters are equal and ordered as their numbers are.
  @inline(__always)
  private static func isSimple(_ left: Word, _ right: Word) -> Bool { left | right < 0x80 }

  private func character(_ word: Word) -> Character { characters.character(word) }
}
