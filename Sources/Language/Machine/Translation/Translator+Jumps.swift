/// Jumps within a function.
extension Translator {
  mutating func translateJumps(_ w: UInt64) -> Bool {
    let target = pc + 1 + (w.opcode.jumpOffset(w) ?? 0)
    switch w.opcode {
    case .jump: jump(to: target)
    case .jumpIf: test(w.a, .notEqual, target)
    case .jumpIfNot: test(w.a, .equal, target)
    case .jumpEqualInt: compare(w, .equal, target)
    case .jumpNotEqualInt: compare(w, .notEqual, target)
    case .jumpLessInt: compare(w, .less, target)
    case .jumpLessEqualInt: compare(w, .lessOrEqual, target)
    case .jumpEqualImmediate: compareImmediate(w, .equal, target)
    case .jumpNotEqualImmediate: compareImmediate(w, .notEqual, target)
    case .jumpLessImmediate: compareImmediate(w, .less, target)
    case .jumpLessEqualImmediate: compareImmediate(w, .lessOrEqual, target)
    case .jumpGreaterImmediate: compareImmediate(w, .greater, target)
    case .jumpGreaterEqualImmediate: compareImmediate(w, .greaterOrEqual, target)
    case .jumpLessDouble: compareNumbers(w.b, w.a, .above, target)
    case .jumpLessEqualDouble: compareNumbers(w.b, w.a, .aboveOrEqual, target)
    case .jumpNotLessDouble: compareNumbers(w.b, w.a, .belowOrEqual, target)
    case .jumpNotLessEqualDouble: compareNumbers(w.b, w.a, .below, target)
    case .jumpEqualDouble:
      let isUnordered = assembler.label()
      let (left, right) = (number(w.a), number(w.b))
      assembler.emit(.compareDouble, left, .vector(right))
      assembler.jump(.parity, to: isUnordered)
      jump(.equal, to: target)
      assembler.place(isUnordered)
    case .jumpNotEqualDouble:
      let (isUnequal, isEqual) = (assembler.label(), assembler.label())
      let (left, right) = (number(w.a), number(w.b))
      assembler.emit(.compareDouble, left, .vector(right))
      assembler.jump(.parity, to: isUnequal)
      assembler.jump(.equal, to: isEqual)
      assembler.place(isUnequal)
      jump(to: target)
      assembler.place(isEqual)
    case .forLess:
      let limit = word(w.b)
      let current = word(w.a)
      let register = general.take()
      let isOver = assembler.label()
      assembler.emit(.address, register, .memory(current, 1))
      assembler.emit(.compare, register, .register(limit))
      assembler.jump(.greaterOrEqual, to: isOver)
      // The loop, if it has to run this, must find the old value.
      lookUp(beforeJumpTo: target)
      write(w.a, register)
      if let label = label(at: target) { assembler.jump(to: label) }
      assembler.place(isOver)
      set(w.a, register)
    case .forLessEqual:
      let limit = word(w.b)
      let current = word(w.a)
      let isOver = assembler.label()
      assembler.emit(.compare, current, .register(limit))
      assembler.jump(.greaterOrEqual, to: isOver)
      lookUp(beforeJumpTo: target)
      assembler.emit(.address, .rax, .memory(current, 1))
      write(w.a, .rax)
      if let label = label(at: target) { assembler.jump(to: label) }
      assembler.place(isOver)
    case .jumpTable:
      let index = word(w.a)
      let table = assembler.label()
      let isBeyond = assembler.label()
      assembler.emit(.compare, .register(index), immediate: Int32(w.b))
      assembler.jump(.aboveOrEqual, to: isBeyond)
      assembler.load(.rdx, addressOf: table)
      assembler.loadTableEntry(.rcx, table: .rdx, index: index)
      assembler.emit(.add, .rcx, .register(.rdx))
      assembler.jump(through: .register(.rcx))
      assembler.place(table)
      assembler.table((0..<w.b).compactMap { label(at: next + Int(truncatingIfNeeded: code[pc + 1 + $0])) })
      assembler.place(isBeyond)
    default: return false
    }
    return true
  }

  private mutating func test(_ slot: Int, _ condition: Assembler.Condition, _ target: Int) {
    let value = word(slot)
    assembler.emit(.test, value, .register(value))
    jump(condition, to: target)
  }

  private mutating func compare(_ w: UInt64, _ condition: Assembler.Condition, _ target: Int) {
    let (left, right) = (word(w.a), word(w.b))
    assembler.emit(.compare, left, .register(right))
    jump(condition, to: target)
  }

  private mutating func compareImmediate(_ w: UInt64, _ condition: Assembler.Condition, _ target: Int) {
    let value = word(w.a)
    assembler.emit(.compare, .register(value), immediate: Int32(w.signedB))
    jump(condition, to: target)
  }

  private mutating func compareNumbers(_ left: Int, _ right: Int, _ condition: Assembler.Condition, _ target: Int) {
    let (left, right) = (number(left), number(right))
    assembler.emit(.compareDouble, left, .vector(right))
    jump(condition, to: target)
  }
}
