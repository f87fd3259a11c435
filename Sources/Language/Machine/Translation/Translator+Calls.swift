/// Calls and returns, as the loop makes them. What is not compiled yet, has no room on the stack or was asked to stop, the
/// loop calls.
extension Translator {
  mutating func translateCalls(_ w: UInt64) -> Bool {
    switch w.opcode {
    case .call:
      let callee = code[pc + 1]
      let isRecursive = callee == UInt64(UInt(bitPattern: entry))
      if !isRecursive { assembler.load(.rdx, immediate: Int(truncatingIfNeeded: callee)) }
      call(w, isRecursive: isRecursive)
    case .callClosure:
      let closure = word(w.b)
      assembler.emit(.load, .rdx, .memory(closure, 16))
      assembler.emit(.store, closure, Self.operand(w.c))
      call(w)
    case .callMethod, .callDynamic:
      let value = word(w.b)
      if w.opcode == .callMethod {
        assembler.emit(.load, .rdx, .memory(value, 8))
      } else {
        assembler.emit(.load, .rdx, .register(value))
      }
      assembler.emit(.compare, .memory(.rdx, Self.offset(\.methodCount)), immediate: Int32(w.c))
      assembler.jump(.lessOrEqual, to: failure())
      assembler.emit(.load, .rdx, .memory(.rdx, Self.offset(\.methods)))
      assembler.emit(.load, .rdx, .memory(.rdx, w.c * 8))
      assembler.emit(.test, .rdx, .register(.rdx))
      assembler.jump(.equal, to: failure())
      call(w)
    case .callWitness:
      let site = Unmanaged<WitnessSite>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(code[pc + 1])).unsafelyUnwrapped)
      let known = site.takeUnretainedValue().known
      let type = word(w.b)
      let isFound = assembler.label()
      assembler.load(.rax, immediate: Int(bitPattern: known))
      for index in 0..<WitnessSite.knownCount {
        let place = index * MemoryLayout<WitnessSite.Known>.stride
        assembler.emit(.load, .rdx, .memory(.rax, place + WitnessSite.Known.entryOffset))
        assembler.emit(.compare, type, .memory(.rax, place + WitnessSite.Known.typeOffset))
        assembler.jump(.equal, to: isFound)
      }
      assembler.jump(to: failure())
      assembler.place(isFound)
      assembler.emit(.test, .rdx, .register(.rdx))
      assembler.jump(.equal, to: failure())
      call(w)
    case .returnCall:
      assembler.emit(.load, .rax, .memory(Self.frame, -16))
      assembler.emit(.load, .rcx, .memory(.rax, -8))
      assembler.emit(.test, .rcx, .register(.rcx))
      assembler.jump(.equal, to: failure())
      assembler.emit(.load, Self.frame, .memory(Self.frame, -8))
      assembler.jump(through: .register(.rcx))
    default: return false
    }
    return true
  }

  private static func offset(_ field: PartialKeyPath<TypeRecord>) -> Int { MemoryLayout<TypeRecord>.offset(of: field) ?? 0 }

  private static func offset(_ field: PartialKeyPath<CodeEntry>) -> Int { MemoryLayout<CodeEntry>.offset(of: field) ?? 0 }

  /// Calls the function whose entry is in rdx.
  private mutating func call(_ w: UInt64, isRecursive: Bool = false) {
    if isRecursive {
      assembler.emit(.address, .rcx, .memory(Self.frame, (w.a + entry.pointee.frameWords) * 8))
    } else {
      assembler.emit(.load, .rcx, .memory(.rdx, Self.offset(\CodeEntry.frameWords)))
      assembler.emit(.address, .rcx, .element(Self.frame, .rcx, w.a * 8))
    }
    assembler.emit(.compare, .rcx, .memory(Self.context, Translation.offset(\.stackLimit)))
    assembler.jump(.above, to: failure())
    assembler.emit(.compare, .memory(Self.attention, 0), immediate: 0, isWide: false)
    assembler.jump(.notEqual, to: failure())
    if !isRecursive {
      assembler.emit(.load, .rax, .memory(.rdx, Self.offset(\CodeEntry.translated)))
      assembler.emit(.test, .rax, .register(.rax))
      assembler.jump(.equal, to: failure())
    }
    assembler.load(.rcx, immediate: Int(bitPattern: start + next))
    assembler.emit(.store, .rcx, .memory(Self.frame, w.a * 8 - 16))
    assembler.emit(.store, Self.frame, .memory(Self.frame, w.a * 8 - 8))
    assembler.emit(.add, .register(Self.frame), immediate: Int32(w.a * 8))
    if isRecursive { assembler.jump(to: beginning) } else { assembler.jump(through: .register(.rax)) }
    placeContinuation()
  }
}
