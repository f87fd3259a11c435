import Synchronization

extension Machine {
  @inline(__always)
  private static func double(_ word: Word) -> Double { Double(bitPattern: UInt64(bitPattern: Int64(word))) }

  @inline(__always)
  private static func float(_ word: Word) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: word)) }

  @inline(__always)
  private static func word(_ value: Double) -> Word { Int(Int64(bitPattern: value.bitPattern)) }

  @inline(__always)
  private static func word(_ value: Float) -> Word { Int(value.bitPattern) }

  @inline(__always)
  private static func entry(_ word: UInt64) -> EntryPointer {
    EntryPointer(bitPattern: UInt(word)).unsafelyUnwrapped
  }

  @inline(__always)
  private static func object(_ word: Word) -> Object { Object(bitPattern: word).unsafelyUnwrapped }

  @inline(__always)
  private static func reference<Referent: AnyObject>(_ word: UInt64, _ type: Referent.Type) -> Referent {
    unmanaged(word, type).takeUnretainedValue()
  }

  /// What the code keeps alive needs no count of Swift's while it is used.
  @inline(__always)
  private static func unmanaged<Referent: AnyObject>(_ word: UInt64, _ type: Referent.Type) -> Unmanaged<Referent> {
    Unmanaged<Referent>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(word)).unsafelyUnwrapped)
  }

  @inline(__always)
  private static func takeover(_ entry: EntryPointer) -> Takeover {
    let address = entry.pointee.translated
    return Takeover(pc: address == 0 ? nil : entry.pointee.code, address: address)
  }

  /// The loop. Runs a function until the outermost frame returns (true) or fails (false, `fault` says why).
  ///
  /// No allocation, no Swift object's count and no existential on the paths that programs run hot: words, pointers and
  /// plain branches. What is seldom or long is in functions of its own.
  func execute(_ entry: EntryPointer, _ window: Words) -> Bool {
    var pc = entry.pointee.code
    var r = window
    let limit = stackLimit
    let attention = attention
    let context = translation?.context
    let enter = translation?.enter
    let characters = characters
    var takeover = Machine.takeover(entry)

    while true {
      var fault: MachineFault
      run: while true {
        // Translated code runs until there is something that it leaves to this loop: one instruction at least, which may
        // be a jump to itself.
        if pc == takeover.pc, let context, let enter {
          pc = Instruction.Code(bitPattern: enter(context, r, takeover.address)).unsafelyUnwrapped
          r = context.pointee.frame
          takeover = context.pointee.takeover
        }
        let w = pc.pointee
        pc += 1
        switch w.opcode {
        // MARK: Words
        case .move: r[w.a] = r[w.b]
        case .moveWords: (r + w.a).update(from: r + w.b, count: w.c)
        case .moveRetain:
          let value = r[w.b]
          r[w.a] = value
          retain(value)
        case .loadImmediate: r[w.a] = w.i
        case .loadWord:
          r[w.a] = Int(truncatingIfNeeded: pc.pointee)
          pc += 1
        case .loadObject:
          let value = Int(truncatingIfNeeded: pc.pointee)
          r[w.a] = value
          Machine.object(value).retain()
          pc += 1
        case .zero: (r + w.a).update(repeating: 0, count: w.i)
        case .retain: retain(r[w.a])
        case .release:
          if let object = Object(reference: r[w.a]), object.dropsLast() { destroy(object, pc, r) }
        case .retainValue:
          Machine.reference(pc.pointee, Layout.self).retain(r + w.a)
          pc += 1
        case .destroyValue:
          destroyValue(r + w.a, Machine.reference(pc.pointee, Layout.self), pc, r)
          pc += 1

        // MARK: Memory
        case .load: r[w.a] = Machine.object(r[w.b])[w.c]
        case .loadWords: (r + w.a).update(from: Machine.object(r[w.b]) + w.c, count: w.x)
        case .loadRetain:
          let value = Machine.object(r[w.b])[w.c]
          r[w.a] = value
          retain(value)
        case .store: Machine.object(r[w.a])[w.c] = r[w.b]
        case .storeWords: (Machine.object(r[w.a]) + w.c).update(from: r + w.b, count: w.x)
        case .storeReference:
          let place = Machine.object(r[w.a]) + w.c
          let old = place.pointee
          place.pointee = r[w.b]
          if let object = Object(reference: old), object.dropsLast() { destroy(object, pc, r) }
        case .frameAddress: r[w.a] = Int(bitPattern: r + w.b)
        case .offsetAddress: r[w.a] = r[w.b] &+ w.c &* 8
        case .loadGlobal:
          r[w.a] = Machine.object(Int(truncatingIfNeeded: pc.pointee)).pointee
          pc += 1
        case .storeGlobal:
          Machine.object(Int(truncatingIfNeeded: pc.pointee)).pointee = r[w.a]
          pc += 1
        case .checkGlobal:
          if Machine.object(Int(truncatingIfNeeded: pc.pointee)).pointee == 0 {
            fault = .trap(trapNumber(w.i, at: pc))
            break run
          }
          pc += 1

        // MARK: Int
        case .addInt:
          let (value, overflow) = r[w.b].addingReportingOverflow(r[w.c])
          if overflow { fault = Machine.overflow(r[w.b], "+", r[w.c]); break run }
          r[w.a] = value
        case .subtractInt:
          let (value, overflow) = r[w.b].subtractingReportingOverflow(r[w.c])
          if overflow { fault = Machine.overflow(r[w.b], "-", r[w.c]); break run }
          r[w.a] = value
        case .multiplyInt:
          let (value, overflow) = r[w.b].multipliedReportingOverflow(by: r[w.c])
          if overflow { fault = Machine.overflow(r[w.b], "*", r[w.c]); break run }
          r[w.a] = value
        case .divideInt:
          let divisor = r[w.c]
          if divisor == 0 { fault = .trap(.divisionByZero); break run }
          let (value, overflow) = r[w.b].dividedReportingOverflow(by: divisor)
          if overflow { fault = .trap(.divisionOverflow); break run }
          r[w.a] = value
        case .remainderInt:
          let divisor = r[w.c]
          if divisor == 0 { fault = .trap(.remainderByZero); break run }
          let (value, overflow) = r[w.b].remainderReportingOverflow(dividingBy: divisor)
          if overflow { fault = .trap(.remainderOverflow); break run }
          r[w.a] = value
        case .addImmediate:
          let (value, overflow) = r[w.b].addingReportingOverflow(w.signedC)
          if overflow { fault = Machine.overflow(r[w.b], w.signedC < 0 ? "-" : "+", w.signedC.magnitude); break run }
          r[w.a] = value
        case .multiplyImmediate:
          let (value, overflow) = r[w.b].multipliedReportingOverflow(by: w.signedC)
          if overflow { fault = Machine.overflow(r[w.b], "*", w.signedC); break run }
          r[w.a] = value
        case .divideImmediate: r[w.a] = r[w.b].dividedReportingOverflow(by: w.signedC).partialValue
        case .remainderImmediate: r[w.a] = r[w.b].remainderReportingOverflow(dividingBy: w.signedC).partialValue
        case .negateInt:
          let (value, overflow) = 0.subtractingReportingOverflow(r[w.b])
          if overflow { fault = Machine.overflow(0, "-", r[w.b]); break run }
          r[w.a] = value
        case .addWrapping: r[w.a] = r[w.b] &+ r[w.c]
        case .subtractWrapping: r[w.a] = r[w.b] &- r[w.c]
        case .multiplyWrapping: r[w.a] = r[w.b] &* r[w.c]
        case .and: r[w.a] = r[w.b] & r[w.c]
        case .or: r[w.a] = r[w.b] | r[w.c]
        case .xor: r[w.a] = r[w.b] ^ r[w.c]
        case .notBits: r[w.a] = ~r[w.b]
        case .shiftLeft: r[w.a] = Arithmetic.shift(r[w.b], left: r[w.c], kind: w.x)
        case .shiftRight: r[w.a] = Arithmetic.shift(r[w.b], right: r[w.c], kind: w.x)
        case .addUnsigned:
          let (value, overflow) = UInt(bitPattern: r[w.b]).addingReportingOverflow(UInt(bitPattern: r[w.c]))
          if overflow { fault = Machine.overflow(UInt(bitPattern: r[w.b]), "+", UInt(bitPattern: r[w.c])); break run }
          r[w.a] = Int(bitPattern: value)
        case .subtractUnsigned:
          let (value, overflow) = UInt(bitPattern: r[w.b]).subtractingReportingOverflow(UInt(bitPattern: r[w.c]))
          if overflow { fault = Machine.overflow(UInt(bitPattern: r[w.b]), "-", UInt(bitPattern: r[w.c])); break run }
          r[w.a] = Int(bitPattern: value)
        case .multiplyUnsigned:
          let (value, overflow) = UInt(bitPattern: r[w.b]).multipliedReportingOverflow(by: UInt(bitPattern: r[w.c]))
          if overflow { fault = Machine.overflow(UInt(bitPattern: r[w.b]), "*", UInt(bitPattern: r[w.c])); break run }
          r[w.a] = Int(bitPattern: value)
        case .divideUnsigned:
          let divisor = UInt(bitPattern: r[w.c])
          if divisor == 0 { fault = .trap(.divisionByZero); break run }
          r[w.a] = Int(bitPattern: UInt(bitPattern: r[w.b]) / divisor)
        case .remainderUnsigned:
          let divisor = UInt(bitPattern: r[w.c])
          if divisor == 0 { fault = .trap(.remainderByZero); break run }
          r[w.a] = Int(bitPattern: UInt(bitPattern: r[w.b]) % divisor)
        case .checkFit:
          if !Arithmetic.fits(r[w.a], kind: w.x) { fault = .trap(Arithmetic.overflow(w.c, r[w.a], kind: w.x)); break run }
        case .truncate: r[w.a] = Arithmetic.truncate(r[w.b], kind: w.x)
        case .equalInt: r[w.a] = r[w.b] == r[w.c] ? 1 : 0
        case .notEqualInt: r[w.a] = r[w.b] != r[w.c] ? 1 : 0
        case .lessInt: r[w.a] = r[w.b] < r[w.c] ? 1 : 0
        case .lessEqualInt: r[w.a] = r[w.b] <= r[w.c] ? 1 : 0
        case .lessUnsigned: r[w.a] = UInt(bitPattern: r[w.b]) < UInt(bitPattern: r[w.c]) ? 1 : 0
        case .lessEqualUnsigned: r[w.a] = UInt(bitPattern: r[w.b]) <= UInt(bitPattern: r[w.c]) ? 1 : 0
        case .notBool: r[w.a] = r[w.b] == 0 ? 1 : 0

        // MARK: Double and Float
        case .addDouble: r[w.a] = Machine.word(Machine.double(r[w.b]) + Machine.double(r[w.c]))
        case .subtractDouble: r[w.a] = Machine.word(Machine.double(r[w.b]) - Machine.double(r[w.c]))
        case .multiplyDouble: r[w.a] = Machine.word(Machine.double(r[w.b]) * Machine.double(r[w.c]))
        case .divideDouble: r[w.a] = Machine.word(Machine.double(r[w.b]) / Machine.double(r[w.c]))
        case .addDoubleField:
          r[w.a] = Machine.word(Machine.double(r[w.b]) + Machine.double(Machine.object(r[w.c])[w.x]))
        case .subtractDoubleField:
          r[w.a] = Machine.word(Machine.double(r[w.b]) - Machine.double(Machine.object(r[w.c])[w.x]))
        case .multiplyDoubleField:
          r[w.a] = Machine.word(Machine.double(r[w.b]) * Machine.double(Machine.object(r[w.c])[w.x]))
        case .divideDoubleField:
          r[w.a] = Machine.word(Machine.double(r[w.b]) / Machine.double(Machine.object(r[w.c])[w.x]))
        case .addToDoubleField:
          let place = Machine.object(r[w.a]) + w.x
          place.pointee = Machine.word(Machine.double(place.pointee) + Machine.double(r[w.b]))
        case .subtractFromDoubleField:
          let place = Machine.object(r[w.a]) + w.x
          place.pointee = Machine.word(Machine.double(place.pointee) - Machine.double(r[w.b]))
        case .multiplyDoubleFieldBy:
          let place = Machine.object(r[w.a]) + w.x
          place.pointee = Machine.word(Machine.double(place.pointee) * Machine.double(r[w.b]))
        case .negateDouble: r[w.a] = r[w.b] ^ Int.min
        case .absDouble: r[w.a] = r[w.b] & Int.max
        case .squareRootDouble: r[w.a] = Machine.word(Machine.double(r[w.b]).squareRoot())
        case .equalDouble: r[w.a] = Machine.double(r[w.b]) == Machine.double(r[w.c]) ? 1 : 0
        case .notEqualDouble: r[w.a] = Machine.double(r[w.b]) != Machine.double(r[w.c]) ? 1 : 0
        case .lessDouble: r[w.a] = Machine.double(r[w.b]) < Machine.double(r[w.c]) ? 1 : 0
        case .lessEqualDouble: r[w.a] = Machine.double(r[w.b]) <= Machine.double(r[w.c]) ? 1 : 0
        case .intToDouble: r[w.a] = Machine.word(Double(r[w.b]))
        case .doubleToInt:
          let value = Machine.double(r[w.b])
          guard value > -9_223_372_036_854_777_856, value < 9_223_372_036_854_775_808 else {
            fault = .trap(.floatingDoesNotFit(value, type: "Int"))
            break run
          }
          r[w.a] = Int(value)
        case .addFloat: r[w.a] = Machine.word(Machine.float(r[w.b]) + Machine.float(r[w.c]))
        case .subtractFloat: r[w.a] = Machine.word(Machine.float(r[w.b]) - Machine.float(r[w.c]))
        case .multiplyFloat: r[w.a] = Machine.word(Machine.float(r[w.b]) * Machine.float(r[w.c]))
        case .divideFloat: r[w.a] = Machine.word(Machine.float(r[w.b]) / Machine.float(r[w.c]))
        case .negateFloat: r[w.a] = r[w.b] ^ 0x8000_0000
        case .equalFloat: r[w.a] = Machine.float(r[w.b]) == Machine.float(r[w.c]) ? 1 : 0
        case .notEqualFloat: r[w.a] = Machine.float(r[w.b]) != Machine.float(r[w.c]) ? 1 : 0
        case .lessFloat: r[w.a] = Machine.float(r[w.b]) < Machine.float(r[w.c]) ? 1 : 0
        case .lessEqualFloat: r[w.a] = Machine.float(r[w.b]) <= Machine.float(r[w.c]) ? 1 : 0
        case .floatToDouble: r[w.a] = Machine.word(Double(Machine.float(r[w.b])))
        case .doubleToFloat: r[w.a] = Machine.word(Float(Machine.double(r[w.b])))
        case .intToFloat: r[w.a] = Machine.word(Float(r[w.b]))

        // MARK: Control; every jump taken and every call looks whether someone wants the program to stop. It then stops at the
        // place that was jumped to, of which unwinding has to find what the frame owns: `pc` is one past it, as ever.
        case .jump:
          pc += w.i
          if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
        case .jumpIf:
          if r[w.a] != 0 {
            pc += w.i
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpIfNot:
          if r[w.a] == 0 {
            pc += w.i
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpEqualInt:
          if r[w.a] == r[w.b] {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpNotEqualInt:
          if r[w.a] != r[w.b] {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpLessInt:
          if r[w.a] < r[w.b] {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpLessEqualInt:
          if r[w.a] <= r[w.b] {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpEqualImmediate:
          if r[w.a] == w.signedB {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpNotEqualImmediate:
          if r[w.a] != w.signedB {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpLessImmediate:
          if r[w.a] < w.signedB {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpLessEqualImmediate:
          if r[w.a] <= w.signedB {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpGreaterImmediate:
          if r[w.a] > w.signedB {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpGreaterEqualImmediate:
          if r[w.a] >= w.signedB {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpLessDouble:
          if Machine.double(r[w.a]) < Machine.double(r[w.b]) {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpLessEqualDouble:
          if Machine.double(r[w.a]) <= Machine.double(r[w.b]) {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpNotLessDouble:
          if !(Machine.double(r[w.a]) < Machine.double(r[w.b])) {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpNotLessEqualDouble:
          if !(Machine.double(r[w.a]) <= Machine.double(r[w.b])) {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpEqualDouble:
          if Machine.double(r[w.a]) == Machine.double(r[w.b]) {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpNotEqualDouble:
          if Machine.double(r[w.a]) != Machine.double(r[w.b]) {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .forLess:
          let next = r[w.a] &+ 1
          r[w.a] = next
          if next < r[w.b] {
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .forLessEqual:
          let current = r[w.a]
          if current < r[w.b] {
            r[w.a] = current &+ 1
            pc += w.signedC
            if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
          }
        case .jumpTable:
          let index = r[w.a]
          if index >= 0, index < w.b {
            pc += w.b &+ Int(truncatingIfNeeded: pc[index])
          } else {
            pc += w.b
          }

        // MARK: Calls
        case .call:
          let entry = Machine.entry(pc.pointee)
          let callee = r + w.a
          if callee + entry.pointee.frameWords > limit { fault = stackFault(r); break run }
          callee[-2] = Int(bitPattern: pc + 2)
          callee[-1] = Int(bitPattern: r)
          r = callee
          pc = entry.pointee.code
          takeover = Machine.takeover(entry)
          if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
        case .callClosure:
          let closure = Machine.object(r[w.b])
          let entry = ClosureObject.entry(closure)
          let callee = r + w.a
          if callee + entry.pointee.frameWords > limit { fault = stackFault(r); break run }
          r[w.c] = Int(bitPattern: closure)
          callee[-2] = Int(bitPattern: pc + 1)
          callee[-1] = Int(bitPattern: r)
          r = callee
          pc = entry.pointee.code
          takeover = Machine.takeover(entry)
          if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
        case .callMethod, .callDynamic:
          let type =
            w.opcode == .callMethod
            ? Machine.object(r[w.b]).typePointer : TypePointer(bitPattern: r[w.b]).unsafelyUnwrapped
          let entry: EntryPointer
          if w.c < type.pointee.methodCount, let known = type.pointee.methods[w.c] {
            entry = known
          } else {
            entry = method(w.c, of: type)
          }
          let callee = r + w.a
          if callee + entry.pointee.frameWords > limit { fault = stackFault(r); break run }
          callee[-2] = Int(bitPattern: pc + 1)
          callee[-1] = Int(bitPattern: r)
          r = callee
          pc = entry.pointee.code
          takeover = Machine.takeover(entry)
          if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
        case .callWitness:
          let site = Machine.reference(pc.pointee, WitnessSite.self)
          pc += 1
          let entry: EntryPointer
          if let known = site.entry(for: r[w.b]) {
            entry = known
          } else if let found = witness(site, TypePointer(bitPattern: r[w.b])) {
            entry = found
          } else {
            fault = noWitness(TypePointer(bitPattern: r[w.b]))
            break run
          }
          let callee = r + w.a
          if callee + entry.pointee.frameWords > limit { fault = stackFault(r); break run }
          callee[-2] = Int(bitPattern: pc + 1)
          callee[-1] = Int(bitPattern: r)
          r = callee
          pc = entry.pointee.code
          takeover = Machine.takeover(entry)
          if attention.isAnyRaised, let wanted = attend() { fault = wanted; pc += 1; break run }
        case .callNative:
          let site = Machine.unmanaged(pc.pointee, NativeSite.self)
          pc += 1
          if let failed = site._withUnsafeGuaranteedRef({ invoke($0, r + w.a, pc, r) }) { fault = failed; break run }
        case .returnCall:
          pc = Instruction.Code(bitPattern: r[-2]).unsafelyUnwrapped
          r = Words(bitPattern: r[-1]) ?? r
          takeover = Takeover(pc: pc[-1] == 0 ? nil : pc, address: UInt(pc[-1]))
        case .compile:
          let entry = Machine.entry(pc.pointee)
          if let failed = compile(entry.pointee.instance) { fault = failed; break run }
          if r + entry.pointee.frameWords > limit { fault = stackFault(r); break run }
          pc = entry.pointee.code
          takeover = Machine.takeover(entry)
        case .exit: return true

        // MARK: Objects
        case .makeInstance:
          let type = TypePointer(bitPattern: UInt(pc.pointee)).unsafelyUnwrapped
          pc += 1
          let words = type.pointee.instanceWords
          let object = type.pointee.heap._withUnsafeGuaranteedRef { $0.allocate(type, words: words) }
          object.payload.update(repeating: 0, count: words)
          object[0] |= ObjectHeader.isUnfinished
          r[w.a] = Int(bitPattern: object)
        case .makeBox:
          let type = TypePointer(bitPattern: UInt(pc.pointee)).unsafelyUnwrapped
          pc += 1
          let object = type.pointee.heap._withUnsafeGuaranteedRef { $0.allocate(type, words: w.b) }
          object.payload.update(repeating: 0, count: w.b)
          r[w.a] = Int(bitPattern: object)
        case .makeClosure:
          let type = TypePointer(bitPattern: UInt(pc.pointee)).unsafelyUnwrapped
          let object = type.pointee.heap._withUnsafeGuaranteedRef { $0.allocate(type, words: w.b &+ 1) }
          object[2] = Int(truncatingIfNeeded: pc[1])
          (object + 3).update(repeating: 0, count: w.b)
          pc += 2
          r[w.a] = Int(bitPattern: object)
        case .finishInstance: Machine.object(r[w.a])[0] &= ~ObjectHeader.isUnfinished
        case .makeWeak:
          r[w.a] = Object(reference: r[w.b]).map { WeakCell.cell(for: $0, types).reference } ?? 0
        case .loadWeak: r[w.a] = WeakCell.load(r[w.b])
        case .loadUnowned:
          let target = WeakCell.load(r[w.b])
          if target == 0 { fault = .trap(.unownedGone); break run }
          r[w.a] = target

        // MARK: Arrays
        case .arrayCount: r[w.a] = ArrayObject.count(Machine.object(r[w.b]))
        case .arrayGet:
          let array = Machine.object(r[w.b])
          let index = r[w.c]
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          r[w.a] = ArrayObject.elements(array)[index]
        case .arrayGetAt:
          let array = Machine.object(Machine.object(r[w.b])[w.x])
          let index = r[w.c]
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          r[w.a] = ArrayObject.elements(array)[index]
        case .arrayGetReference:
          let array = Machine.object(r[w.b])
          let index = r[w.c]
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          let value = ArrayObject.elements(array)[index]
          r[w.a] = value
          retain(value)
        case .arrayGetValue:
          let array = Machine.object(r[w.b])
          let index = r[w.c]
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          let layout = Machine.reference(pc.pointee, Layout.self)
          pc += 1
          layout.copy(ArrayObject.elements(array) + index &* layout.words, to: r + w.a)
        case .arrayElement:
          let array = Machine.object(r[w.b])
          let index = r[w.c]
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          let words = Machine.reference(pc.pointee, Layout.self).words
          pc += 1
          r[w.a] = Int(bitPattern: ArrayObject.elements(array) + index &* words)
        case .arrayElementAddress:
          let type = TypePointer(bitPattern: UInt(pc.pointee)).unsafelyUnwrapped
          let slot = Machine.object(r[w.b])
          let index = r[w.c]
          let array = Machine.object(slot.pointee)
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          pc += 1
          if array.isUnique {
            r[w.a] = Int(bitPattern: ArrayObject.elements(array) + index &* type.pointee.elementWords)
          } else {
            guard let address = sharedElementAddress(slot, index, type) else {
              fault = .trap(.memoryLimit(heap.byteLimit))
              break run
            }
            r[w.a] = address
          }
        case .arraySet, .arraySetAt:
          let slot = w.opcode == .arraySet ? r + w.a : Machine.object(r[w.a]) + w.x
          let index = r[w.b]
          let array = Machine.object(slot.pointee)
          if UInt(bitPattern: index) >= UInt(bitPattern: ArrayObject.count(array)) {
            fault = Machine.outOfRange(index, array)
            break run
          }
          if array.isUnique {
            ArrayObject.elements(array)[index] = r[w.c]
          } else {
            let type = TypePointer(bitPattern: UInt(pc.pointee)).unsafelyUnwrapped
            guard let address = sharedElementAddress(slot, index, type) else {
              fault = .trap(.memoryLimit(heap.byteLimit))
              break run
            }
            Machine.object(address).pointee = r[w.c]
          }
          pc += 1
        case .arrayAppend:
          let slot = w.c & 2 != 0 ? r + w.a : Machine.object(r[w.a])
          let array = Machine.object(slot.pointee)
          let count = ArrayObject.count(array)
          if w.x == 1, count < ArrayObject.capacity(array), array.isUnique {
            let value = r[w.b]
            ArrayObject.elements(array)[count] = value
            array[2] = count &+ 1
            if w.c & 1 != 0 { retain(value) }
          } else {
            let type = TypePointer(bitPattern: UInt(pc.pointee)).unsafelyUnwrapped
            if let failed = appendSlowly(slot, r + w.b, type) { fault = failed; break run }
          }
          pc += 1

        // MARK: Tables and texts
        case .tableGet:
          Machine.unmanaged(pc.pointee, HashShape.self)._withUnsafeGuaranteedRef {
            tableGet(r[w.b], r + w.c, into: r + w.a, $0)
          }
          pc += 1
        case .tableContains:
          let isThere = Machine.unmanaged(pc.pointee, HashShape.self)._withUnsafeGuaranteedRef {
            tableContains(r[w.b], r + w.c, $0)
          }
          r[w.a] = isThere ? 1 : 0
          pc += 1
        case .tableAddress:
          let shape = Machine.unmanaged(pc.pointee, HashShape.self)
          pc += 1
          let failed = shape._withUnsafeGuaranteedRef { tableAddress(Machine.object(r[w.b]), r + w.c, into: r + w.a, $0) }
          if let failed { fault = failed; break run }
        case .tableSet:
          let shape = Machine.unmanaged(pc.pointee, HashShape.self)
          pc += 1
          let failed = shape._withUnsafeGuaranteedRef {
            tableSet(Machine.object(r[w.a]), r + w.b, r + w.c, $0, pc, r)
          }
          if let failed { fault = failed; break run }
        case .stringNext:
          let next = StringObject.step(Machine.object(r[w.b]), r[w.a], characters)
          if next.position < 0 {
            let address = UInt(pc.pointee)
            pc += w.signedC
            takeover = Takeover(pc: address == 0 ? nil : pc, address: address)
          } else {
            pc += 1
            r[w.a] = next.position
            r[w.a &+ 1] = next.character
          }

        case .textMake:
          r[w.a] = makeText(r[w.b], TextKind(rawValue: UInt8(truncatingIfNeeded: w.x)).unsafelyUnwrapped)
        case .textAppend:
          let slot = w.c == 0 ? r + w.a : Machine.object(r[w.a])
          let kind = TextKind(rawValue: UInt8(truncatingIfNeeded: w.x)).unsafelyUnwrapped
          if let failed = appendText(slot, r[w.b], kind) { fault = failed; break run }
        case .textCompute:
          let operation = TextOperation(rawValue: UInt8(truncatingIfNeeded: w.x)).unsafelyUnwrapped
          if let failed = computeText(operation, r[w.b], r[w.c], into: r + w.a) { fault = failed; break run }

        // MARK: Errors
        case .throwError:
          setThrown(TypePointer(bitPattern: r[w.a]).unsafelyUnwrapped, r[w.a + 1])
          fault = .thrown
          break run
        case .takeError:
          r[w.a] = thrown[0]
          r[w.a + 1] = thrown[1]
          thrown[0] = 0
        case .resumeUnwind:
          guard let handler = handler(nil, pc, r) else { return false }
          (pc, r) = handler
          takeover = self.takeover(at: pc)
        case .trap:
          fault = .trap(trapNumber(w.i, at: pc))
          break run
        }
      }
      guard let handler = handler(fault, pc, r) else { return false }
      (pc, r) = handler
      takeover = self.takeover(at: pc)
    }
  }

  /// Where to go on after a fault; nil if nobody handles it. By values: a variable whose address is taken is no register
  /// of the processor, and the loop has but two that matter.
  @inline(never)
  private func handler(_ fault: MachineFault?, _ pc: Instruction.Code, _ r: Words) -> (Instruction.Code, Words)? {
    var (pc, r) = (pc, r)
    return unwind(fault, &pc, &r) ? (pc, r) : nil
  }

  /// The end of an object may run a deinit, in frames above the largest that this one can have.
  @inline(never)
  func destroy(_ object: Object, _ pc: Instruction.Code, _ r: Words) {
    if heap.destroyLeaf(object) { return }
    let outer = state.pointee
    state.pointee = State(top: r + Machine.largestFrame, pc: pc, frame: r)
    heap.destroy(object)
    state.pointee = outer
  }

  @inline(never)
  private func destroyValue(_ value: Words, _ layout: Layout, _ pc: Instruction.Code, _ r: Words) {
    let outer = state.pointee
    state.pointee = State(top: r + Machine.largestFrame, pc: pc, frame: r)
    layout.destroy(value)
    state.pointee = outer
  }

  // Faults are made out of the loop, which has to stay small.

  @inline(never)
  private static func outOfRange(_ index: Int, _ array: Object) -> MachineFault {
    .trap(.indexOutOfRange(index, count: ArrayObject.count(array)))
  }

  @inline(never)
  private static func overflow<Left, Right>(_ left: Left, _ operation: String, _ right: Right) -> MachineFault {
    .trap(.integerOverflow("\(left) \(operation) \(right)", type: Left.self == UInt.self ? .uint64 : .int64))
  }

  /// `()` stands where a call is changing an existential.
  @inline(never)
  private func noWitness(_ type: TypePointer?) -> MachineFault {
    .trap(type == types.runtimeType(.void).pointer ? .simultaneousAccess : .unreachable)
  }

  @inline(never)
  private func sharedElementAddress(_ slot: Words, _ index: Int, _ type: TypePointer) -> Word? {
    let arrayType = types[type]
    guard let element = arrayType.element?.layout,
      let array = try? ArrayObject.makeUnique(slot, arrayType, element)
    else { return nil }
    return Int(bitPattern: ArrayObject.elements(array) + index * element.words)
  }

  @inline(never)
  private func appendSlowly(_ slot: Words, _ value: Words, _ type: TypePointer) -> MachineFault? {
    let arrayType = types[type]
    guard let element = arrayType.element?.layout else { return .trap(.unreachable) }
    do {
      let array = try ArrayObject.makeUnique(slot, arrayType, element, extra: 1)
      element.copy(value, to: ArrayObject.elements(array) + ArrayObject.count(array) * element.words)
      array[2] += 1
      return nil
    } catch {
      return error
    }
  }
}
