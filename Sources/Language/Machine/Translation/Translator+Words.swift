/// Instructions that move words within the frame and between it and memory.
extension Translator {
  /// More words than this are left to the loop.
  private static let wordLimit = 8

  mutating func translateWords(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .move: move(w.b, to: w.a)
    case .moveWords:
      guard w.c <= Self.wordLimit, abs(w.a - w.b) >= w.c else { return false }
      for index in 0..<w.c {
        releasePins()
        move(w.b + index, to: w.a + index)
      }
    case .moveRetain:
      move(w.b, to: w.a)
      retain(word(w.a))
    case .loadImmediate: set(w.a, immediate: w.i)
    case .loadWord: set(w.a, immediate: Int(truncatingIfNeeded: code[pc + 1]))
    case .loadObject:
      let register = set(w.a, immediate: Int(truncatingIfNeeded: code[pc + 1]))
      assembler.emit(.add, .memory(register, 0), immediate: 1)
    case .zero:
      guard w.i <= Self.wordLimit else { return false }
      for index in 0..<w.i {
        releasePins()
        set(w.a + index, immediate: 0)
      }
    case .retain: retain(word(w.a))
    case .release: release(word(w.a))
    case .retainValue: return retain(layout(code[pc + 1]), at: w.a)
    case .destroyValue:
      let layout = layout(code[pc + 1])
      if layout.isExistential {
        unlessTrivial(at: w.a) { $0.release($1) }
      } else {
        // Of several one may be the last: the loop has to find all as they were.
        guard let offsets = layout.references, offsets.count <= 1 else { return false }
        for offset in offsets { release(word(w.a + offset)) }
      }
    default: return false
    }
    return true
  }

  mutating func translateMemory(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .load: load(.memory(word(w.b), w.c * 8), to: w.a)
    case .loadWords:
      guard w.x <= Self.wordLimit else { return false }
      let base = word(w.b)
      assembler.emit(.load, .rdx, .register(base))
      for index in 0..<w.x {
        releasePins()
        load(.memory(.rdx, (w.c + index) * 8), to: w.a + index)
      }
    case .loadRetain: retain(load(.memory(word(w.b), w.c * 8), to: w.a))
    case .store:
      store(w.b, to: .memory(word(w.a), w.c * 8))
      noteStore()
    case .storeWords:
      guard w.x <= Self.wordLimit else { return false }
      let base = word(w.a)
      assembler.emit(.load, .rdx, .register(base))
      for index in 0..<w.x {
        releasePins()
        store(w.b + index, to: .memory(.rdx, (w.c + index) * 8))
      }
      noteStore()
    case .storeReference:
      let place = Operand.memory(word(w.a), w.c * 8)
      let value = word(w.b)
      assembler.emit(.load, .rax, place)
      release(.rax)
      assembler.emit(.store, value, place)
      noteStore()
    case .frameAddress:
      let register = general.take()
      assembler.emit(.address, register, Self.operand(w.b))
      set(w.a, register)
    case .offsetAddress:
      let base = word(w.b)
      let register = general.take()
      assembler.emit(.address, register, .memory(base, w.c * 8))
      set(w.a, register)
    case .loadGlobal:
      assembler.load(.rax, immediate: Int(truncatingIfNeeded: code[pc + 1]))
      load(.memory(.rax, 0), to: w.a)
    case .storeGlobal:
      assembler.load(.rax, immediate: Int(truncatingIfNeeded: code[pc + 1]))
      store(w.a, to: .memory(.rax, 0))
      noteStore()
    case .checkGlobal:
      assembler.load(.rax, immediate: Int(truncatingIfNeeded: code[pc + 1]))
      assembler.emit(.compare, .memory(.rax, 0), immediate: 0)
      assembler.jump(.equal, to: failure())
    default: return false
    }
    return true
  }

  /// Layouts live as long as the code that names them.
  func layout(_ word: UInt64) -> Layout {
    Unmanaged<Layout>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(word)).unsafelyUnwrapped).takeUnretainedValue()
  }

  private mutating func move(_ source: Int, to destination: Int) {
    if !general.holds(source), let number = vector.find(source) {
      let register = vector.take()
      assembler.emit(.moveVector, register, .vector(number))
      set(destination, register)
    } else {
      let word = word(source)
      let register = general.take()
      assembler.emit(.load, register, .register(word))
      set(destination, register)
    }
  }

  @discardableResult
  mutating func load(_ operand: Operand, to slot: Int) -> Register {
    let register = general.take()
    assembler.emit(.load, register, operand)
    set(slot, register)
    return register
  }

  @discardableResult
  private mutating func set(_ slot: Int, immediate: Int) -> Register {
    let register = general.take()
    assembler.load(register, immediate: immediate)
    set(slot, register)
    return register
  }

  // MARK: Counts of references

  mutating func retain(_ reference: Register) {
    let isNull = assembler.label()
    assembler.emit(.test, reference, .register(reference))
    assembler.jump(.equal, to: isNull)
    assembler.emit(.add, .memory(reference, 0), immediate: 1)
    assembler.place(isNull)
  }

  /// All references of a value, if they are few and stand in known places; false if not.
  mutating func retain(_ layout: Layout, at slot: Int) -> Bool {
    if layout.isExistential {
      unlessTrivial(at: slot) { $0.retain($1) }
      return true
    }
    guard let offsets = layout.references, offsets.count <= 4 else { return false }
    for offset in offsets { retain(word(slot + offset)) }
    return true
  }

  /// Does something with the payload of an existential, if there is one and it is counted.
  private mutating func unlessTrivial(at slot: Int, _ body: (inout Translator, Register) -> Void) {
    let (type, payload) = (word(slot), word(slot + 1))
    let isDone = assembler.label()
    assembler.emit(.test, type, .register(type))
    assembler.jump(.equal, to: isDone)
    let flag = MemoryLayout<TypeRecord>.offset(of: \.payloadIsReference) ?? 0
    assembler.compareByte(.memory(type, flag), immediate: 0)
    assembler.jump(.equal, to: isDone)
    body(&self, payload)
    assembler.place(isDone)
  }

  /// The last reference is left to the loop, which finds the count as it was.
  mutating func release(_ reference: Register) {
    let isNull = assembler.label()
    assembler.emit(.test, reference, .register(reference))
    assembler.jump(.equal, to: isNull)
    assembler.emit(.compare, .memory(reference, 0), immediate: 1, isWide: false)
    assembler.jump(.equal, to: exit())
    assembler.emit(.subtract, .memory(reference, 0), immediate: 1)
    assembler.place(isNull)
  }
}
