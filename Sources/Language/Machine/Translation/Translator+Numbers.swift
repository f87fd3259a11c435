/// Arithmetic of Double and Float: the same instructions, and so the same bits, as compiled Swift's.
extension Translator {
  mutating func translateNumbers(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .addDouble: compute(.addDouble, w)
    case .subtractDouble: compute(.subtractDouble, w)
    case .multiplyDouble: compute(.multiplyDouble, w)
    case .divideDouble: compute(.divideDouble, w)
    case .addDoubleField: computeField(.addDouble, w)
    case .subtractDoubleField: computeField(.subtractDouble, w)
    case .multiplyDoubleField: computeField(.multiplyDouble, w)
    case .divideDoubleField: computeField(.divideDouble, w)
    case .addToDoubleField: changeField(.addDouble, w)
    case .subtractFromDoubleField: changeField(.subtractDouble, w)
    case .multiplyDoubleFieldBy: changeField(.multiplyDouble, w)
    case .negateDouble: changeBit(.flip, 63, w)
    case .absDouble: changeBit(.clear, 63, w)
    case .squareRootDouble:
      let value = number(w.b)
      let register = vector.take()
      assembler.emit(.squareRootDouble, register, .vector(value))
      set(w.a, register)
    // With a NaN, compared numbers are neither above nor equal: the larger stands first.
    case .lessDouble: compare(number(w.c), number(w.b), .above, into: w.a)
    case .lessEqualDouble: compare(number(w.c), number(w.b), .aboveOrEqual, into: w.a)
    case .equalDouble: compareEqual(w, isEqual: true)
    case .notEqualDouble: compareEqual(w, isEqual: false)
    case .intToDouble:
      let value = word(w.b)
      let register = vector.take()
      // The instruction writes half of the register, and would wait for what was in the other.
      assembler.emit(.clearVector, register, .vector(register))
      assembler.emit(.intToDouble, register, .register(value))
      set(w.a, register)
    case .doubleToInt:
      let value = number(w.b)
      let register = general.take()
      assembler.emit(.doubleToInt, register, .vector(value))
      // What does not fit becomes the least number; that itself the loop converts.
      assembler.load(.rax, immediate: .min)
      assembler.emit(.compare, register, .register(.rax))
      assembler.jump(.equal, to: exit())
      set(w.a, register)
    case .addFloat: computeFloat(.addFloat, w)
    case .subtractFloat: computeFloat(.subtractFloat, w)
    case .multiplyFloat: computeFloat(.multiplyFloat, w)
    case .divideFloat: computeFloat(.divideFloat, w)
    case .negateFloat: changeBit(.flip, 31, w)
    case .lessFloat: compareFloat(w.c, w.b, .above, into: w.a)
    case .lessEqualFloat: compareFloat(w.c, w.b, .aboveOrEqual, into: w.a)
    case .floatToDouble:
      let register = vector.take()
      loadFloat(w.b, into: Self.scratch)
      assembler.emit(.clearVector, register, .vector(register))
      assembler.emit(.floatToDouble, register, .vector(Self.scratch))
      set(w.a, register)
    case .doubleToFloat:
      let value = number(w.b)
      assembler.emit(.doubleToFloat, Self.scratch, .vector(value))
      setFloat(w.a)
    case .intToFloat:
      let value = word(w.b)
      assembler.emit(.intToFloat, Self.scratch, .register(value))
      setFloat(w.a)
    default: return false
    }
    return true
  }

  /// For use within an instruction.
  private static var scratch: VectorRegister { VectorRegister(0) }

  private mutating func compute(_ instruction: Assembler.Instruction, _ w: UInt64) {
    let (left, right) = (number(w.b), number(w.c))
    let register = vector.take()
    assembler.emit(.moveVector, register, .vector(left))
    assembler.emit(instruction, register, .vector(right))
    set(w.a, register)
  }

  private mutating func computeField(_ instruction: Assembler.Instruction, _ w: UInt64) {
    let left = number(w.b)
    let place = Operand.memory(word(w.c), w.x * 8)
    let register = vector.take()
    assembler.emit(.moveVector, register, .vector(left))
    assembler.emit(instruction, register, place)
    set(w.a, register)
  }

  private mutating func changeField(_ instruction: Assembler.Instruction, _ w: UInt64) {
    let place = Operand.memory(word(w.a), w.x * 8)
    let right = number(w.b)
    assembler.emit(.loadDouble, Self.scratch, place)
    assembler.emit(instruction, Self.scratch, .vector(right))
    assembler.emit(.storeDouble, Self.scratch, place)
    noteStore()
  }

  private mutating func changeBit(_ operation: Assembler.BitOperation, _ bit: Int, _ w: UInt64) {
    let value = word(w.b)
    let register = general.take()
    assembler.emit(.load, register, .register(value))
    assembler.bit(operation, bit, of: .register(register))
    set(w.a, register)
  }

  private mutating func compare(
    _ left: VectorRegister, _ right: VectorRegister, _ condition: Assembler.Condition, into slot: Int
  ) {
    assembler.emit(.compareDouble, left, .vector(right))
    assembler.set(condition)
    setScratch(slot)
  }

  private mutating func compareEqual(_ w: UInt64, isEqual: Bool) {
    let (left, right) = (number(w.b), number(w.c))
    let isDone = assembler.label()
    assembler.emit(.compareDouble, left, .vector(right))
    assembler.load32(.rax, isEqual ? 0 : 1)
    assembler.jump(.parity, to: isDone)
    assembler.set(isEqual ? .equal : .notEqual)
    assembler.place(isDone)
    setScratch(w.a)
  }

  // MARK: Float: four bytes in the low half of a word

  private mutating func loadFloat(_ slot: Int, into register: VectorRegister) {
    // By way of memory, unless it is in a register.
    if let known = general.find(slot) {
      assembler.emit(.wordToVector, register, .register(known))
    } else {
      assembler.emit(.loadFloat, register, Self.operand(slot))
    }
  }

  private mutating func setFloat(_ slot: Int) {
    assembler.emit(.floatToWord, Self.scratch, .register(.rax))
    setScratch(slot)
  }

  private mutating func computeFloat(_ instruction: Assembler.Instruction, _ w: UInt64) {
    loadFloat(w.b, into: Self.scratch)
    loadFloat(w.c, into: VectorRegister(1))
    assembler.emit(instruction, Self.scratch, .vector(VectorRegister(1)))
    setFloat(w.a)
  }

  private mutating func compareFloat(_ left: Int, _ right: Int, _ condition: Assembler.Condition, into slot: Int) {
    loadFloat(left, into: Self.scratch)
    loadFloat(right, into: VectorRegister(1))
    assembler.emit(.compareFloat, Self.scratch, .vector(VectorRegister(1)))
    assembler.set(condition)
    setScratch(slot)
  }
}
