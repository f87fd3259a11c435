/// A general register of an x86-64 processor, by its number in instructions.
enum Register: UInt8 {
  case rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15
}

/// One of the registers for floating-point numbers, xmm0 to xmm15.
struct VectorRegister: Equatable {
  let number: UInt8

  init(_ number: UInt8) { self.number = number }
}

/// What an instruction takes besides its register.
enum Operand {
  case register(Register)
  case vector(VectorRegister)
  /// The word at an address and a number of bytes.
  case memory(Register, Int)
  /// The word at an address, eight times an index and a number of bytes.
  case element(Register, Register, Int)
}

/// Puts the bytes of x86-64 instructions together. Encodings: Intel 64 and IA-32 Architectures Software Developer's
/// Manual, volume 2. Words have 64 bits where a name does not say otherwise.
struct Assembler {
  /// When a conditional jump is taken, by its number in instructions.
  enum Condition: UInt8 {
    case overflow, notOverflow, below, aboveOrEqual, equal, notEqual, belowOrEqual, above
    case negative, notNegative, parity, notParity, less, greaterOrEqual, lessOrEqual, greater

    var inverse: Condition { Condition(rawValue: rawValue ^ 1) ?? self }
  }

  struct Label { fileprivate let number: Int }

  /// Instructions with a register and an operand.
  struct Instruction {
    fileprivate let prefix: UInt8
    fileprivate let isEscaped: Bool
    fileprivate let byte: UInt8
    fileprivate let isWide: Bool

    private init(_ byte: UInt8, prefix: UInt8 = 0, isEscaped: Bool = false, isWide: Bool = true) {
      self.byte = byte
      self.prefix = prefix
      self.isEscaped = isEscaped
      self.isWide = isWide
    }

    static let load = Instruction(0x8B)
    static let store = Instruction(0x89)
    static let address = Instruction(0x8D)
    static let add = Instruction(0x03)
    static let subtract = Instruction(0x2B)
    static let and = Instruction(0x23)
    static let or = Instruction(0x0B)
    static let xor = Instruction(0x33)
    static let compare = Instruction(0x3B)
    static let test = Instruction(0x85)
    static let multiply = Instruction(0xAF, isEscaped: true)
    static let load32 = Instruction(0x8B, isWide: false)
    static let signed32 = Instruction(0x63)
    static let signed16 = Instruction(0xBF, isEscaped: true)
    static let signed8 = Instruction(0xBE, isEscaped: true)
    static let unsigned16 = Instruction(0xB7, isEscaped: true)
    static let unsigned8 = Instruction(0xB6, isEscaped: true)

    static let loadDouble = Instruction(0x10, prefix: 0xF2, isEscaped: true, isWide: false)
    static let storeDouble = Instruction(0x11, prefix: 0xF2, isEscaped: true, isWide: false)
    static let moveVector = Instruction(0x28, isEscaped: true, isWide: false)
    static let clearVector = Instruction(0x57, isEscaped: true, isWide: false)
    static let addDouble = Instruction(0x58, prefix: 0xF2, isEscaped: true, isWide: false)
    static let multiplyDouble = Instruction(0x59, prefix: 0xF2, isEscaped: true, isWide: false)
    static let subtractDouble = Instruction(0x5C, prefix: 0xF2, isEscaped: true, isWide: false)
    static let divideDouble = Instruction(0x5E, prefix: 0xF2, isEscaped: true, isWide: false)
    static let squareRootDouble = Instruction(0x51, prefix: 0xF2, isEscaped: true, isWide: false)
    static let compareDouble = Instruction(0x2E, prefix: 0x66, isEscaped: true, isWide: false)
    static let intToDouble = Instruction(0x2A, prefix: 0xF2, isEscaped: true)
    static let doubleToInt = Instruction(0x2C, prefix: 0xF2, isEscaped: true)
    static let vectorToWord = Instruction(0x7E, prefix: 0x66, isEscaped: true)
    static let wordToVector = Instruction(0x6E, prefix: 0x66, isEscaped: true)

    static let loadFloat = Instruction(0x10, prefix: 0xF3, isEscaped: true, isWide: false)
    static let addFloat = Instruction(0x58, prefix: 0xF3, isEscaped: true, isWide: false)
    static let multiplyFloat = Instruction(0x59, prefix: 0xF3, isEscaped: true, isWide: false)
    static let subtractFloat = Instruction(0x5C, prefix: 0xF3, isEscaped: true, isWide: false)
    static let divideFloat = Instruction(0x5E, prefix: 0xF3, isEscaped: true, isWide: false)
    static let compareFloat = Instruction(0x2E, isEscaped: true, isWide: false)
    static let intToFloat = Instruction(0x2A, prefix: 0xF3, isEscaped: true)
    static let floatToDouble = Instruction(0x5A, prefix: 0xF3, isEscaped: true, isWide: false)
    static let doubleToFloat = Instruction(0x5A, prefix: 0xF2, isEscaped: true, isWide: false)
    static let floatToWord = Instruction(0x7E, prefix: 0x66, isEscaped: true, isWide: false)
  }

  private(set) var bytes: [UInt8] = []
  private var positions: [Int] = []
  private var fixups: [(at: Int, label: Int, from: Int?)] = []

  init() { bytes.reserveCapacity(2048) }

  // MARK: Labels

  mutating func label() -> Label {
    positions.append(-1)
    return Label(number: positions.count - 1)
  }

  mutating func place(_ label: Label) { positions[label.number] = bytes.count }

  /// Where a placed label stands.
  func offset(of label: Label) -> Int { positions[label.number] }

  /// Fills in the distances to labels.
  mutating func finish() -> [UInt8] {
    for fixup in fixups {
      let distance = Int32(truncatingIfNeeded: positions[fixup.label] - (fixup.from ?? fixup.at + 4))
      withUnsafeBytes(of: distance.littleEndian) { distance in
        for index in 0..<4 { bytes[fixup.at + index] = distance[index] }
      }
    }
    fixups = []
    return bytes
  }

  private mutating func reference(_ label: Label, from: Int? = nil) {
    fixups.append((bytes.count, label.number, from))
    append(Int32(0))
  }

  private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    var rest = number.littleEndian
    for _ in 0..<Number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  // MARK: Register and operand

  mutating func emit(_ instruction: Instruction, _ register: Register, _ operand: Operand) {
    encode(instruction, register.rawValue, operand)
  }

  mutating func emit(_ instruction: Instruction, _ register: VectorRegister, _ operand: Operand) {
    encode(instruction, register.number, operand)
  }

  private mutating func encode(_ instruction: Instruction, _ register: UInt8, _ operand: Operand) {
    if instruction.prefix != 0 { bytes.append(instruction.prefix) }
    encode(instruction.byte, isEscaped: instruction.isEscaped, isWide: instruction.isWide, register, operand)
  }

  private mutating func encode(
    _ byte: UInt8, isEscaped: Bool = false, isWide: Bool = true, _ register: UInt8, _ operand: Operand
  ) {
    var extended: UInt8 = (isWide ? 8 : 0) | (register >> 3) << 2
    switch operand {
    case .register(let other): extended |= other.rawValue >> 3
    case .vector(let other): extended |= other.number >> 3
    case .memory(let base, _): extended |= base.rawValue >> 3
    case .element(let base, let index, _): extended |= base.rawValue >> 3 | (index.rawValue >> 3) << 1
    }
    if extended != 0 { bytes.append(0x40 | extended) }
    if isEscaped { bytes.append(0x0F) }
    bytes.append(byte)
    let field = (register & 7) << 3
    switch operand {
    case .register(let other): bytes.append(0xC0 | field | other.rawValue & 7)
    case .vector(let other): bytes.append(0xC0 | field | other.number & 7)
    case .memory(let base, let displacement):
      let low = base.rawValue & 7
      let isShort = Int8(exactly: displacement) != nil
      bytes.append((isShort ? 0x40 : 0x80) | field | low)
      // A base with the number of rsp is written with a byte of its own.
      if low == 4 { bytes.append(0x24) }
      append(displacement: displacement, isShort)
    case .element(let base, let index, let displacement):
      let isShort = Int8(exactly: displacement) != nil
      bytes.append((isShort ? 0x40 : 0x80) | field | 4)
      bytes.append(3 << 6 | (index.rawValue & 7) << 3 | base.rawValue & 7)
      append(displacement: displacement, isShort)
    }
  }

  private mutating func append(displacement: Int, _ isShort: Bool) {
    if isShort {
      append(Int8(truncatingIfNeeded: displacement))
    } else {
      append(Int32(truncatingIfNeeded: displacement))
    }
  }

  // MARK: Numbers in instructions

  mutating func load(_ register: Register, immediate: Int) {
    if immediate == 0 {
      encode(0x33, isWide: false, register.rawValue, .register(register))
    } else if let number = UInt32(exactly: immediate) {
      load32(register, number)
    } else if let number = Int32(exactly: immediate) {
      encode(0xC7, 0, .register(register))
      append(number)
    } else {
      bytes.append(0x48 | register.rawValue >> 3)
      bytes.append(0xB8 | register.rawValue & 7)
      append(immediate)
    }
  }

  /// One of add, subtract, and, or, xor, compare.
  mutating func emit(_ instruction: Instruction, _ operand: Operand, immediate: Int32, isWide: Bool = true) {
    if let short = Int8(exactly: immediate) {
      encode(0x83, isWide: isWide, instruction.byte >> 3, operand)
      append(short)
    } else {
      encode(0x81, isWide: isWide, instruction.byte >> 3, operand)
      append(immediate)
    }
  }

  mutating func compareByte(_ operand: Operand, immediate: Int8) {
    encode(0x80, isWide: false, 7, operand)
    append(immediate)
  }

  mutating func multiply(_ register: Register, _ operand: Operand, immediate: Int32) {
    encode(0x69, register.rawValue, operand)
    append(immediate)
  }

  // MARK: One operand

  /// rdx:rax = rax × operand
  mutating func multiplySigned(_ operand: Operand) { encode(0xF7, 5, operand) }
  mutating func multiplyUnsigned(_ operand: Operand) { encode(0xF7, 4, operand) }
  /// rax, rdx = rdx:rax divided by the register, and what remains
  mutating func divideSigned(_ register: Register) { encode(0xF7, 7, .register(register)) }
  mutating func divideUnsigned(_ register: Register) { encode(0xF7, 6, .register(register)) }
  mutating func negate(_ register: Register) { encode(0xF7, 3, .register(register)) }
  mutating func invert(_ register: Register) { encode(0xF7, 2, .register(register)) }

  /// rdx = the sign of rax
  mutating func extendSign() { bytes += [0x48, 0x99] }

  enum Shift: UInt8 { case left = 4, right = 5, rightSigned = 7 }

  /// By the low six bits of rcx.
  mutating func shift(_ direction: Shift, _ register: Register) { encode(0xD3, direction.rawValue, .register(register)) }

  mutating func shift(_ direction: Shift, _ register: Register, by count: Int) {
    encode(0xC1, direction.rawValue, .register(register))
    append(UInt8(truncatingIfNeeded: count))
  }

  enum BitOperation: UInt8 { case clear = 6, flip = 7 }

  mutating func bit(_ operation: BitOperation, _ number: Int, of operand: Operand) {
    encode(0xBA, isEscaped: true, operation.rawValue, operand)
    append(UInt8(truncatingIfNeeded: number))
  }

  /// rax = 1 if the condition holds, else 0
  mutating func set(_ condition: Condition) {
    bytes += [0x0F, 0x90 | condition.rawValue, 0xC0, 0x0F, 0xB6, 0xC0]
  }

  // MARK: Control

  mutating func jump(_ condition: Condition, to label: Label) {
    bytes += [0x0F, 0x80 | condition.rawValue]
    reference(label)
  }

  mutating func jump(to label: Label) {
    bytes.append(0xE9)
    reference(label)
  }

  mutating func jump(through operand: Operand) { encode(0xFF, isWide: false, 4, operand) }

  /// The address of a label.
  mutating func load(_ register: Register, addressOf label: Label) {
    bytes += [0x48 | (register.rawValue >> 3) << 2, 0x8D, 0x05 | (register.rawValue & 7) << 3]
    reference(label)
  }

  /// The same without a change of the flags, which a comparison has set.
  mutating func load32(_ register: Register, _ number: UInt32) {
    if register.rawValue >= 8 { bytes.append(0x41) }
    bytes.append(0xB8 | register.rawValue & 7)
    append(number)
  }

  /// An entry of `table`, four bytes with their sign.
  mutating func loadTableEntry(_ register: Register, table: Register, index: Register) {
    bytes.append(0x48 | (register.rawValue >> 3) << 2 | (index.rawValue >> 3) << 1 | table.rawValue >> 3)
    bytes += [0x63, 0x04 | (register.rawValue & 7) << 3, 2 << 6 | (index.rawValue & 7) << 3 | table.rawValue & 7]
  }

  /// The distances of labels from the beginning of this table, four bytes each.
  mutating func table(_ labels: [Label]) {
    let start = bytes.count
    for label in labels { reference(label, from: start) }
  }

  mutating func push(_ register: Register) {
    if register.rawValue >= 8 { bytes.append(0x41) }
    bytes.append(0x50 | register.rawValue & 7)
  }

  mutating func pop(_ register: Register) {
    if register.rawValue >= 8 { bytes.append(0x41) }
    bytes.append(0x58 | register.rawValue & 7)
  }

  mutating func returnToCaller() { bytes.append(0xC3) }
}
