/// Integer arithmetic. What overflows or divides by zero is left to the loop, which knows the message.
extension Translator {
  mutating func translateIntegers(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .addInt: compute(.add, w, failing: .overflow)
    case .subtractInt: compute(.subtract, w, failing: .overflow)
    case .multiplyInt: compute(.multiply, w, failing: .overflow)
    case .addWrapping: compute(.add, w)
    case .subtractWrapping: compute(.subtract, w)
    case .multiplyWrapping: compute(.multiply, w)
    case .addUnsigned: compute(.add, w, failing: .below)
    case .subtractUnsigned: compute(.subtract, w, failing: .below)
    case .and: compute(.and, w)
    case .or: compute(.or, w)
    case .xor: compute(.xor, w)
    case .divideInt: divide(w, result: .rax)
    case .remainderInt: divide(w, result: .rdx)
    case .addImmediate:
      let register = copy(of: w.b)
      assembler.emit(.add, .register(register), immediate: Int32(w.signedC))
      assembler.jump(.overflow, to: failure())
      set(w.a, register)
    case .multiplyImmediate:
      let value = word(w.b)
      let register = general.take()
      assembler.multiply(register, .register(value), immediate: Int32(w.signedC))
      assembler.jump(.overflow, to: failure())
      set(w.a, register)
    case .divideImmediate, .remainderImmediate:
      guard w.signedC.magnitude > 1 else { return false }
      let isQuotient = w.opcode == .divideImmediate
      divide(w.b, by: w.signedC, quotient: isQuotient ? w.a : nil, remainder: isQuotient ? nil : w.a)
    case .negateInt:
      let register = copy(of: w.b)
      assembler.negate(register)
      assembler.jump(.overflow, to: failure())
      set(w.a, register)
    case .notBits:
      let register = copy(of: w.b)
      assembler.invert(register)
      set(w.a, register)
    case .multiplyUnsigned:
      let (left, right) = (word(w.b), word(w.c))
      assembler.emit(.load, .rax, .register(left))
      assembler.multiplyUnsigned(.register(right))
      assembler.jump(.overflow, to: failure())
      setScratch(w.a)
    case .divideUnsigned: divideUnsigned(w, result: .rax)
    case .remainderUnsigned: divideUnsigned(w, result: .rdx)
    case .shiftLeft:
      let register = shift(w, .left)
      truncate(register, kind: w.x)
      set(w.a, register)
    case .shiftRight: set(w.a, shift(w, Arithmetic.kinds[w.x].isSigned ? .rightSigned : .right))
    case .checkFit:
      let value = word(w.a)
      assembler.emit(.load, .rax, .register(value))
      truncate(.rax, kind: w.x)
      assembler.emit(.compare, .rax, .register(value))
      assembler.jump(.notEqual, to: failure())
    case .truncate:
      let register = copy(of: w.b)
      truncate(register, kind: w.x)
      set(w.a, register)
    case .equalInt: compare(w, .equal)
    case .notEqualInt: compare(w, .notEqual)
    case .lessInt: compare(w, .less)
    case .lessEqualInt: compare(w, .lessOrEqual)
    case .lessUnsigned: compare(w, .below)
    case .lessEqualUnsigned: compare(w, .belowOrEqual)
    case .notBool:
      let value = word(w.b)
      assembler.emit(.test, value, .register(value))
      assembler.set(.equal)
      setScratch(w.a)
    default: return false
    }
    return true
  }

  /// A register of its own with the value of a word.
  private mutating func copy(of slot: Int) -> Register {
    let value = word(slot)
    let register = general.take()
    assembler.emit(.load, register, .register(value))
    return register
  }

  private mutating func compute(_ instruction: Assembler.Instruction, _ w: UInt64, failing: Assembler.Condition? = nil) {
    let right = word(w.c)
    let register = copy(of: w.b)
    assembler.emit(instruction, register, .register(right))
    if let failing { assembler.jump(failing, to: failure()) }
    set(w.a, register)
  }

  private mutating func compare(_ w: UInt64, _ condition: Assembler.Condition) {
    let (left, right) = (word(w.b), word(w.c))
    assembler.emit(.compare, left, .register(right))
    assembler.set(condition)
    setScratch(w.a)
  }

  /// Division by zero fails; by −1 the loop divides, for one dividend has no quotient.
  private mutating func divide(_ w: UInt64, result: Register) {
    let (left, right) = (word(w.b), word(w.c))
    assembler.emit(.address, .rax, .memory(right, 1))
    assembler.emit(.compare, .register(.rax), immediate: 1)
    assembler.jump(.belowOrEqual, to: exit())
    assembler.emit(.load, .rax, .register(left))
    assembler.extendSign()
    assembler.divideSigned(right)
    setScratch(w.a, result)
  }

  private mutating func divideUnsigned(_ w: UInt64, result: Register) {
    let (left, right) = (word(w.b), word(w.c))
    assembler.emit(.test, right, .register(right))
    assembler.jump(.equal, to: failure())
    assembler.emit(.load, .rax, .register(left))
    assembler.load(.rdx, immediate: 0)
    assembler.divideUnsigned(right)
    setScratch(w.a, result)
  }

  /// By a number that is neither 0 nor −1: multiplication by its inverse. H. S. Warren, Hacker's Delight, chapter 10.
  private mutating func divide(_ slot: Int, by divisor: Int, quotient: Int?, remainder: Int?) {
    let value = word(slot)
    let inverse = SignedInverse(of: divisor)
    assembler.load(.rax, immediate: inverse.multiplier)
    assembler.multiplySigned(.register(value))
    if divisor > 0, inverse.multiplier < 0 { assembler.emit(.add, .rdx, .register(value)) }
    if divisor < 0, inverse.multiplier > 0 { assembler.emit(.subtract, .rdx, .register(value)) }
    if inverse.shift > 0 { assembler.shift(.rightSigned, .rdx, by: inverse.shift) }
    assembler.emit(.load, .rax, .register(.rdx))
    assembler.shift(.right, .rax, by: 63)
    assembler.emit(.add, .rdx, .register(.rax))
    if let quotient { setScratch(quotient, .rdx) }
    if let remainder {
      assembler.multiply(.rdx, .register(.rdx), immediate: Int32(truncatingIfNeeded: divisor))
      let register = general.take()
      assembler.emit(.load, register, .register(value))
      assembler.emit(.subtract, register, .register(.rdx))
      set(remainder, register)
    }
  }

  /// Counts that are negative or too large are left to the loop.
  private mutating func shift(_ w: UInt64, _ direction: Assembler.Shift) -> Register {
    let count = word(w.c)
    let register = copy(of: w.b)
    assembler.emit(.compare, .register(count), immediate: Int32(Arithmetic.kinds[w.x].bits))
    assembler.jump(.aboveOrEqual, to: exit())
    assembler.emit(.load, .rcx, .register(count))
    assembler.shift(direction, register)
    return register
  }

  private mutating func truncate(_ register: Register, kind: Int) {
    let instruction: Assembler.Instruction? =
      switch Arithmetic.kinds[kind] {
      case .int64, .uint64: nil
      case .int32: .signed32
      case .int16: .signed16
      case .int8: .signed8
      case .uint32: .load32
      case .uint16: .unsigned16
      case .uint8: .unsigned8
      }
    if let instruction { assembler.emit(instruction, register, .register(register)) }
  }
}

/// What to multiply with, and how far to shift the upper half of the product, to divide by a number of 64 bits.
struct SignedInverse {
  private(set) var multiplier: Int
  private(set) var shift: Int

  /// For divisors but −1, 0 and 1. Hacker's Delight, figure 10–1.
  init(of divisor: Int) {
    let limit = UInt(1) << 63
    let magnitude = divisor.magnitude
    let sign = limit + (UInt(bitPattern: divisor) >> 63)
    let largest = sign - 1 - sign % magnitude
    var power = 63
    var (quotient1, remainder1) = limit.quotientAndRemainder(dividingBy: largest)
    var (quotient2, remainder2) = limit.quotientAndRemainder(dividingBy: magnitude)
    var delta: UInt
    repeat {
      power += 1
      (quotient1, remainder1) = (quotient1 &* 2, remainder1 &* 2)
      if remainder1 >= largest { (quotient1, remainder1) = (quotient1 &+ 1, remainder1 &- largest) }
      (quotient2, remainder2) = (quotient2 &* 2, remainder2 &* 2)
      if remainder2 >= magnitude { (quotient2, remainder2) = (quotient2 &+ 1, remainder2 &- magnitude) }
      delta = magnitude - remainder2
    } while quotient1 < delta || quotient1 == delta && remainder1 == 0
    let result = Int(bitPattern: quotient2 &+ 1)
    multiplier = divisor < 0 ? 0 &- result : result
    shift = power - 64
  }
}
