/// Translates one function. Of an instruction that it has no code for, and of every outcome that is not the common one,
/// it makes an exit to the loop.
struct Translator {
  static let frame = Register.rbp
  static let context = Register.rbx
  static let attention = Register.r12

  let code: [UInt64]
  let start: Instruction.Code
  let entry: EntryPointer
  let heap: Heap
  private let pads: [Int]
  /// Words of the frame may be changed through an address: those of a cell's own level are its global variables.
  private let isFrameShared: Bool

  var assembler = Assembler()
  /// rax, rcx and rdx are for use within an instruction.
  var general = RegisterCache<Register>([.rsi, .rdi, .r8, .r9, .r10, .r11, .r13, .r14, .r15])
  var vector = RegisterCache<VectorRegister>((2..<16).map(VectorRegister.init))
  /// The instruction under way, and the one behind it.
  var pc = 0
  var next = 0

  /// The first instruction, for a function that calls itself.
  let beginning: Assembler.Label
  private var labels: [Assembler.Label?]
  private var exits: [Exit] = []
  /// Of the instruction under way, made when first asked for.
  private var exitLabel: Assembler.Label?
  private var failureLabel: Assembler.Label?
  /// Loops with registers of their own; in a first pass, those that may get them.
  private var loops: [LoopRegisters] = []
  private var isFirstPass = false
  /// Ways into loops from outside, which fill their registers.
  private var loopEntries: [Int: Assembler.Label] = [:]
  private var continuationLabels: [(word: Int, label: Assembler.Label)] = []

  private struct Exit {
    let label: Assembler.Label
    let pc: Int
    var takeover: (pc: Int, label: Assembler.Label)?
    /// What the code behind the instruction expects in registers.
    var words: [(slot: Int, register: Register)] = []
    var numbers: [(slot: Int, register: VectorRegister)] = []
    /// Where that code begins, if registers have to be filled first.
    var isRefilled = false
  }

  /// Translates a function, of which a first pass has found the loops.
  static func translate(_ instance: FunctionInstance, start: Instruction.Code, heap: Heap) -> Translator {
    var first = Translator(instance, start: start, heap: heap, loops: nil)
    first.run()
    let loops = first.loops.compactMap { loop in
      var chosen = loop
      return chosen.choose() ? chosen : nil
    }
    if loops.isEmpty { return first }
    var second = Translator(instance, start: start, heap: heap, loops: loops)
    second.run()
    return second
  }

  private init(_ instance: FunctionInstance, start: Instruction.Code, heap: Heap, loops known: [LoopRegisters]?) {
    let code = instance.code
    self.code = code
    self.start = start
    self.heap = heap
    entry = instance.entry
    labels = Array(repeating: nil, count: code.count + 1)
    pads = instance.cleanups.compactMap { if case .pad(let target, _) = $0.kind { target } else { nil } }
    var isShared = instance.reference.decl.kind == .topLevel
    var targets = pads
    var jumps: [(from: Int, to: Int, behind: Int)] = []
    Self.forEach(code) { pc, word in
      if word.opcode == .frameAddress { isShared = true }
      for target in Self.jumps(of: word, at: pc, code) {
        targets.append(target)
        jumps.append((pc, target, pc + 1 + word.opcode.extraWords(word)))
      }
    }
    isFirstPass = known == nil
    loops = known ?? LoopRegisters.loops(jumps)
    isFrameShared = isShared
    beginning = assembler.label()
    assembler.place(beginning)
    for target in targets where labels[target] == nil { labels[target] = assembler.label() }
  }

  private static func forEach(_ code: [UInt64], _ body: (Int, UInt64) -> Void) {
    var pc = 0
    while pc < code.count {
      body(pc, code[pc])
      pc += 1 + code[pc].opcode.extraWords(code[pc])
    }
  }

  /// Where an instruction may jump to.
  private static func jumps(of word: UInt64, at pc: Int, _ code: [UInt64]) -> [Int] {
    if word.opcode == .jumpTable {
      let end = pc + 1 + word.b
      return (0..<word.b).map { end + Int(truncatingIfNeeded: code[pc + 1 + $0]) }
    }
    return word.opcode.jumpOffset(word).map { [pc + 1 + $0] } ?? []
  }

  private mutating func run() {
    while pc < code.count {
      let word = code[pc]
      next = pc + 1 + word.opcode.extraWords(word)
      if !isFirstPass { enterAndLeaveLoops() }
      if let label = labels[pc] {
        forgetAll()
        assembler.place(label)
      }
      general.unpinAll()
      vector.unpinAll()
      (exitLabel, failureLabel) = (nil, nil)
      translate(word)
      noteExits()
      pc = next
    }
    // A function ends with a return or a jump; behind it there is nothing to run.
    if let label = labels[code.count] { assembler.place(label) }
    leave(at: max(code.count - 1, 0), takeover: nil)
    writeExits()
    writeLoopEntries()
  }

  private mutating func translate(_ word: UInt64) {
    if translateWords(word) || translateMemory(word) || translateIntegers(word) || translateNumbers(word) { return }
    if translateJumps(word) || translateCalls(word) || translateObjects(word) || translateArrays(word) { return }
    if translateTexts(word) { return }
    leave(toRun: word)
  }

  /// All code, once it is complete.
  mutating func finish() -> [UInt8] { assembler.finish() }

  /// Offsets in the code by the word of the instructions that is to hold their address.
  var continuations: [(word: Int, offset: Int)] {
    continuationLabels.map { ($0.word, assembler.offset(of: $0.label)) }
  }

  /// Offsets in the code by the instructions that the loop may jump to.
  var targets: [Int: Int] {
    var result: [Int: Int] = [:]
    for (pc, label) in labels.enumerated() where pc < code.count {
      if let label { result[pc] = assembler.offset(of: loopEntries[pc] ?? label) }
    }
    return result
  }

  // MARK: Leaving

  /// Lets the loop run an instruction, and takes over behind it.
  mutating func leave(toRun word: UInt64) {
    if word.opcode.isEnd { return leave(at: pc, takeover: nil) }
    noteInterruption()
    forgetAll()
    let behind = assembler.label()
    leave(at: pc, takeover: (next, behind))
    assembler.place(behind)
    // The loop may as well jump.
    if let offset = word.opcode.jumpOffset(word), let label = label(at: pc + 1 + offset) {
      continuationLabels.append((next - 1, label))
    }
  }

  private mutating func leave(at pc: Int, takeover: (pc: Int, label: Assembler.Label)?) {
    assembler.load(.rax, immediate: Int(bitPattern: start + pc))
    if let takeover {
      assembler.load(.rcx, immediate: Int(bitPattern: start + takeover.pc))
      assembler.load(.rdx, addressOf: takeover.label)
    } else {
      assembler.load(.rcx, immediate: 0)
    }
    assembler.jump(through: .memory(Self.context, Translation.offset(\.exit)))
  }

  /// The way out for an outcome that the loop deals with, after which the instructions go on behind this one.
  mutating func exit() -> Assembler.Label {
    if let exitLabel { return exitLabel }
    let label = assembler.label()
    exitLabel = label
    return label
  }

  /// The way out for an instruction that fails, or goes on somewhere else.
  mutating func failure() -> Assembler.Label {
    if let failureLabel { return failureLabel }
    let label = assembler.label()
    failureLabel = label
    return label
  }

  /// The way out for a jump that is taken while someone wants the program to look up.
  private mutating func exit(takingOverAt target: Int, _ label: Assembler.Label) -> Assembler.Label {
    let exit = Exit(label: assembler.label(), pc: pc, takeover: (target, label))
    exits.append(exit)
    return exit.label
  }

  private mutating func noteExits() {
    if let failureLabel { exits.append(Exit(label: failureLabel, pc: pc)) }
    if let exitLabel {
      let behind = assembler.label()
      assembler.place(behind)
      exits.append(
        Exit(
          label: exitLabel, pc: pc, takeover: (next, behind), words: general.contents, numbers: vector.contents,
          isRefilled: true))
    }
  }

  private mutating func writeExits() {
    for exit in exits {
      assembler.place(exit.label)
      guard exit.isRefilled, let (pc, behind) = exit.takeover else {
        leave(at: exit.pc, takeover: exit.takeover)
        continue
      }
      let refill = assembler.label()
      leave(at: exit.pc, takeover: (pc, refill))
      assembler.place(refill)
      for (slot, register) in exit.words { assembler.emit(.load, register, Self.operand(slot)) }
      for (slot, register) in exit.numbers { assembler.emit(.loadDouble, register, Self.operand(slot)) }
      assembler.jump(to: behind)
    }
  }

  // MARK: Control

  /// Where an instruction is jumped to from the one under way.
  mutating func label(at target: Int) -> Assembler.Label? {
    guard labels.indices.contains(target) else { return nil }
    if let loop = loop(around: target), !loop.range.contains(pc) { return loopEntry(at: target) }
    return labels[target]
  }

  // MARK: Registers of loops

  private func loop(around pc: Int) -> LoopRegisters? { isFirstPass ? nil : loops.first { $0.range.contains(pc) } }

  private mutating func loopEntry(at target: Int) -> Assembler.Label {
    if let known = loopEntries[target] { return known }
    let label = assembler.label()
    loopEntries[target] = label
    return label
  }

  private mutating func enterAndLeaveLoops() {
    if loops.contains(where: { $0.range.upperBound == pc }) {
      general.unsettle()
      vector.unsettle()
    }
    guard let loop = loops.first(where: { $0.range.lowerBound == pc }) else { return }
    general.settle(loop.words)
    vector.settle(loop.numbers)
    fillRegisters(of: loop)
  }

  private mutating func fillRegisters(of loop: LoopRegisters) {
    for slot in loop.words {
      if let home = general.resident(slot) { assembler.emit(.load, home, Self.operand(slot)) }
    }
    for slot in loop.numbers {
      if let home = vector.resident(slot) { assembler.emit(.loadDouble, home, Self.operand(slot)) }
    }
  }

  private mutating func writeLoopEntries() {
    // The interpreter may come in at any place that is jumped to.
    if !isFirstPass {
      for (target, label) in labels.enumerated() where label != nil && loop(around: target) != nil {
        _ = loopEntry(at: target)
      }
    }
    for (target, entry) in loopEntries {
      guard let loop = loop(around: target), let label = labels[target] else { continue }
      assembler.place(entry)
      general.settle(loop.words)
      vector.settle(loop.numbers)
      fillRegisters(of: loop)
      general.unsettle()
      vector.unsettle()
      assembler.jump(to: label)
    }
  }

  private mutating func noteUse(_ slot: Int, isNumber: Bool) {
    guard isFirstPass, let index = loops.firstIndex(where: { $0.range.contains(pc) }) else { return }
    loops[index].noteUse(slot, isNumber: isNumber)
  }

  private mutating func noteInterruption() {
    guard isFirstPass, let index = loops.firstIndex(where: { $0.range.contains(pc) }) else { return }
    loops[index].noteInterruption()
  }

  /// Jumps to an instruction. One that jumps back looks whether someone wants the program to stop; the loop then runs
  /// the jump.
  mutating func jump(to target: Int) {
    guard let label = label(at: target) else { return }
    lookUp(beforeJumpTo: target)
    assembler.jump(to: label)
  }

  mutating func lookUp(beforeJumpTo target: Int) {
    guard target <= pc, let label = loop(around: target) == nil ? labels[target] : loopEntry(at: target) else { return }
    assembler.emit(.compare, .memory(Self.attention, 0), immediate: 0, isWide: false)
    assembler.jump(.notEqual, to: exit(takingOverAt: target, label))
  }

  mutating func jump(_ condition: Assembler.Condition, to target: Int) {
    if target > pc {
      if let label = label(at: target) { assembler.jump(condition, to: label) }
      return
    }
    let behind = assembler.label()
    assembler.jump(condition.inverse, to: behind)
    jump(to: target)
    assembler.place(behind)
  }

  /// The code here is gone on with after a call, whose instruction ends with the address.
  mutating func placeContinuation() {
    noteInterruption()
    forgetAll()
    let label = assembler.label()
    assembler.place(label)
    continuationLabels.append((next - 1, label))
  }

  // MARK: Words of the frame

  static func operand(_ slot: Int) -> Operand { .memory(frame, slot * 8) }

  /// A register that holds a word of the frame.
  mutating func word(_ slot: Int) -> Register {
    noteUse(slot, isNumber: false)
    if let known = general.find(slot) { return known }
    let register = general.take()
    if let number = vector.find(slot) {
      assembler.emit(.vectorToWord, number, .register(register))
    } else {
      assembler.emit(.load, register, Self.operand(slot))
    }
    general.assign(slot, to: register)
    return register
  }

  /// The same for a Double.
  mutating func number(_ slot: Int) -> VectorRegister {
    noteUse(slot, isNumber: true)
    if let known = vector.find(slot) { return known }
    let register = vector.take()
    if let word = general.find(slot) {
      assembler.emit(.wordToVector, register, .register(word))
    } else {
      assembler.emit(.loadDouble, register, Self.operand(slot))
    }
    vector.assign(slot, to: register)
    return register
  }

  /// Writes the result of an instruction.
  mutating func set(_ slot: Int, _ register: Register) {
    if write(slot, register) { return }
    vector.forget(slot)
    general.assign(slot, to: register)
  }

  /// Writes a word to the frame and to its register of the loop, if it has one; says whether it has.
  @discardableResult
  mutating func write(_ slot: Int, _ register: Register) -> Bool {
    noteUse(slot, isNumber: false)
    assembler.emit(.store, register, Self.operand(slot))
    if let home = general.resident(slot) {
      vector.forget(slot)
      if home != register { assembler.emit(.load, home, .register(register)) }
      return true
    }
    if let home = vector.resident(slot) {
      general.forget(slot)
      assembler.emit(.wordToVector, home, .register(register))
      return true
    }
    return false
  }

  mutating func set(_ slot: Int, _ register: VectorRegister) {
    noteUse(slot, isNumber: true)
    assembler.emit(.storeDouble, register, Self.operand(slot))
    if let home = vector.resident(slot) {
      general.forget(slot)
      if home != register { assembler.emit(.moveVector, home, .vector(register)) }
    } else if let home = general.resident(slot) {
      vector.forget(slot)
      assembler.emit(.vectorToWord, register, .register(home))
    } else {
      general.forget(slot)
      vector.assign(slot, to: register)
    }
  }

  /// Writes the result in rax.
  mutating func setScratch(_ slot: Int, _ scratch: Register = .rax) {
    let register = general.take()
    assembler.emit(.load, register, .register(scratch))
    set(slot, register)
  }

  /// Writes a word, from wherever it is, to memory that is not the frame's.
  mutating func store(_ slot: Int, to operand: Operand) {
    if !general.holds(slot), let number = vector.find(slot) {
      assembler.emit(.storeDouble, number, operand)
    } else {
      assembler.emit(.store, word(slot), operand)
    }
  }

  /// Memory was changed through an address.
  mutating func noteStore() {
    guard isFrameShared else { return }
    noteInterruption()
    forgetAll()
  }

  mutating func forgetAll() {
    general.forgetAll()
    vector.forgetAll()
  }

  mutating func releasePins() {
    general.unpinAll()
    vector.unpinAll()
  }
}

extension Opcode {
  /// By how many words from the next one an instruction jumps, if it does.
  func jumpOffset(_ word: UInt64) -> Int? {
    switch self {
    case .jump, .jumpIf, .jumpIfNot: word.i
    case .jumpEqualInt, .jumpNotEqualInt, .jumpLessInt, .jumpLessEqualInt, .jumpEqualImmediate, .jumpNotEqualImmediate,
      .jumpLessImmediate, .jumpLessEqualImmediate, .jumpGreaterImmediate, .jumpGreaterEqualImmediate, .jumpLessDouble,
      .jumpLessEqualDouble, .jumpNotLessDouble, .jumpNotLessEqualDouble, .jumpEqualDouble, .jumpNotEqualDouble, .forLess,
      .forLessEqual, .stringNext:
      word.signedC
    default: nil
    }
  }

  /// Whether the next instruction never follows.
  var isEnd: Bool {
    switch self {
    case .throwError, .resumeUnwind, .trap, .compile, .exit, .returnCall, .jump: true
    default: false
    }
  }
}
