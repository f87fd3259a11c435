/// Objects: made from the heap's lists of free memory, while they have some.
extension Translator {
  mutating func translateObjects(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .makeInstance:
      let type = TypePointer(bitPattern: UInt(code[pc + 1])).unsafelyUnwrapped
      let words = type.pointee.instanceWords
      guard let object = allocate(type, words: words, flags: ObjectHeader.isUnfinished) else { return false }
      set(w.a, object)
    case .makeBox:
      let type = TypePointer(bitPattern: UInt(code[pc + 1])).unsafelyUnwrapped
      guard let object = allocate(type, words: w.b) else { return false }
      set(w.a, object)
    case .makeClosure:
      let type = TypePointer(bitPattern: UInt(code[pc + 1])).unsafelyUnwrapped
      guard let object = allocate(type, words: w.b + 1) else { return false }
      assembler.load(.rcx, immediate: Int(truncatingIfNeeded: code[pc + 2]))
      assembler.emit(.store, .rcx, .memory(object, 16))
      set(w.a, object)
    case .finishInstance:
      assembler.bit(.clear, ObjectHeader.isUnfinished.trailingZeroBitCount, of: .memory(word(w.a), 0))
    default: return false
    }
    return true
  }

  /// An object with one reference, all zero; nil if it is so large that the loop had better make it.
  private mutating func allocate(_ type: TypePointer, words: Int, flags: Int = 0) -> Register? {
    let size = words + ObjectHeader.words
    guard words <= 12, let list = heap.freeList(ofSize: size) else { return nil }
    let object = general.take()
    assembler.load(.rax, immediate: Int(bitPattern: list))
    assembler.emit(.load, object, .memory(.rax, 0))
    assembler.emit(.test, object, .register(object))
    assembler.jump(.equal, to: exit())
    assembler.emit(.load, .rcx, .memory(object, 0))
    assembler.emit(.store, .rcx, .memory(.rax, 0))
    assembler.load(.rax, immediate: Int(bitPattern: heap.bytesInUse))
    assembler.emit(.add, .memory(.rax, 0), immediate: Int32(size * 8))
    assembler.load(.rcx, immediate: 1 | flags | size << ObjectHeader.sizeShift)
    assembler.emit(.store, .rcx, .memory(object, 0))
    assembler.load(.rcx, immediate: Int(bitPattern: type))
    assembler.emit(.store, .rcx, .memory(object, 8))
    assembler.load(.rcx, immediate: 0)
    for index in 0..<words { assembler.emit(.store, .rcx, .memory(object, (ObjectHeader.words + index) * 8)) }
    return object
  }
}
