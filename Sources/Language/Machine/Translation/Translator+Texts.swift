/// Characters of ASCII, which are equal and ordered as their numbers are; others are the loop's.
extension Translator {
  mutating func translateTexts(_ w: UInt64) -> Bool {
    guard w.opcode == .textCompute else { return false }
    switch TextOperation(rawValue: UInt8(truncatingIfNeeded: w.x)) {
    case .characterEqual: compareCharacters(w, .equal)
    case .characterLess: compareCharacters(w, .less)
    default: return false
    }
    return true
  }

  private mutating func compareCharacters(_ w: UInt64, _ condition: Assembler.Condition) {
    let (left, right) = (word(w.b), word(w.c))
    assembler.emit(.load, .rax, .register(left))
    assembler.emit(.or, .rax, .register(right))
    assembler.emit(.compare, .register(.rax), immediate: 0x80)
    assembler.jump(.aboveOrEqual, to: exit())
    assembler.emit(.compare, left, .register(right))
    assembler.set(condition)
    setScratch(w.a)
  }
}
