/// Elements of arrays. An index out of range and an array with several owners are left to the loop.
extension Translator {
  mutating func translateArrays(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .arrayCount: load(.memory(word(w.b), Self.count), to: w.a)
    case .arrayGet: load(element(word(w.b), word(w.c)), to: w.a)
    case .arrayGetAt:
      let index = word(w.c)
      assembler.emit(.load, .rdx, .memory(word(w.b), w.x * 8))
      load(element(.rdx, index), to: w.a)
    case .arrayGetReference: retain(load(element(word(w.b), word(w.c)), to: w.a))
    case .arrayGetValue:
      let layout = layout(code[pc + 1])
      guard (1...4).contains(layout.words), layout.references != nil || layout.isExistential else { return false }
      address(of: element(word(w.b), word(w.c), words: layout.words))
      for index in 0..<layout.words {
        releasePins()
        load(.memory(.rcx, index * 8), to: w.a + index)
      }
      releasePins()
      return retain(layout, at: w.a)
    case .arrayElement:
      let layout = layout(code[pc + 1])
      let operand = element(word(w.b), word(w.c), words: layout.words)
      let register = general.take()
      assembler.emit(.address, register, operand)
      set(w.a, register)
    case .arrayElementAddress:
      let type = TypePointer(bitPattern: UInt(code[pc + 1])).unsafelyUnwrapped
      let index = word(w.c)
      assembler.emit(.load, .rdx, .memory(word(w.b), 0))
      let operand = element(.rdx, index, words: type.pointee.elementWords, isChanged: true)
      let register = general.take()
      assembler.emit(.address, register, operand)
      set(w.a, register)
    case .arraySet: store(w.c, to: element(word(w.a), word(w.b), isChanged: true))
    case .arraySetAt:
      let index = word(w.b)
      assembler.emit(.load, .rdx, .memory(word(w.a), w.x * 8))
      store(w.c, to: element(.rdx, index, isChanged: true))
    case .arrayAppend:
      guard w.x == 1 else { return false }
      let slot = word(w.a)
      assembler.emit(.load, .rdx, w.c & 2 != 0 ? .register(slot) : .memory(slot, 0))
      assembler.emit(.load, .rcx, .memory(.rdx, Self.count))
      assembler.emit(.compare, .rcx, .memory(.rdx, Self.capacity))
      assembler.jump(.greaterOrEqual, to: exit())
      checkOwner(of: .rdx)
      store(w.b, to: .element(.rdx, .rcx, Self.elements))
      assembler.emit(.add, .memory(.rdx, Self.count), immediate: 1)
      if w.c & 1 != 0 { retain(word(w.b)) }
    default: return false
    }
    return true
  }

  // Bytes from the beginning of an array (`ArrayObject`).
  private static var count: Int { 16 }
  private static var capacity: Int { 24 }
  private static var elements: Int { 32 }

  /// The place of an element, once the index was looked at.
  private mutating func element(_ array: Register, _ index: Register, words: Int = 1, isChanged: Bool = false) -> Operand {
    assembler.emit(.compare, index, .memory(array, Self.count))
    assembler.jump(.aboveOrEqual, to: failure())
    if isChanged { checkOwner(of: array) }
    if words == 1 { return .element(array, index, Self.elements) }
    assembler.multiply(.rcx, .register(index), immediate: Int32(truncatingIfNeeded: words))
    return .element(array, .rcx, Self.elements)
  }

  private mutating func checkOwner(of array: Register) {
    assembler.emit(.compare, .memory(array, 0), immediate: 1, isWide: false)
    assembler.jump(.notEqual, to: exit())
  }

  private mutating func address(of operand: Operand) { assembler.emit(.address, .rcx, operand) }
}
