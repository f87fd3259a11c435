/// Collects the code of one function.
final class CodeBuilder {
  struct Label: Hashable { let number: Int }

  private(set) var words: [UInt64] = []
  private(set) var cleanups: [FunctionInstance.Cleanup] = []
  private(set) var cleanupPoints: [(pc: Int, node: Int)] = []
  private(set) var lines: [(pc: Int, range: SourceRange)] = []
  private(set) var traps: [Trap] = []
  private(set) var keepAlive: [AnyObject] = []
  private(set) var literals: [Object] = []

  private enum Field { case i, c, word(from: Int) }
  private var labels: [Int?] = []
  private var fixups: [(pc: Int, label: Label, field: Field)] = []
  private var padLabels: [(node: Int, label: Label)] = []

  /// The place in the source that the next instructions belong to.
  var range: SourceRange?
  /// Where a cell calls what is compiled in place: an error in the library's part of that is the call's.
  var callSite: SourceRange?
  /// What is to be cleaned up if the next instruction fails.
  var cleanup = -1

  /// For functions so long that 16 bits are not enough.
  let usesLongJumps: Bool

  init(usesLongJumps: Bool) { self.usesLongJumps = usesLongJumps }

  var pc: Int { words.count }

  private func mark() {
    if cleanupPoints.last?.node ?? -1 != cleanup { cleanupPoints.append((pc, cleanup)) }
    if let place = errorPlace, lines.last?.range != place { lines.append((pc, place)) }
  }

  /// The place in the source to name when the next instruction fails.
  var errorPlace: SourceRange? { range?.file.cell == 0 ? callSite ?? range : range }

  func emit(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0) {
    mark()
    words.append(Instruction.make(opcode, x: x, a: a, b: b, c: c))
  }

  func emit(_ opcode: Opcode, x: Int = 0, a: Int = 0, i: Int) {
    mark()
    words.append(Instruction.make(opcode, x: x, a: a, i: i))
  }

  func emit(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0, word: Int) {
    emit(opcode, x: x, a: a, b: b, c: c)
    words.append(UInt64(bitPattern: Int64(word)))
  }

  /// A call of code of the cells, with a word for where its translation goes on.
  func emitCall(_ opcode: Opcode, a: Int, b: Int = 0, c: Int = 0, word: Int? = nil) {
    emit(opcode, a: a, b: b, c: c)
    if let word { append(word: word) }
    append(word: 0)
  }

  func append(word: Int) { words.append(UInt64(bitPattern: Int64(word))) }

  /// The address of an object that lives as long as the code.
  func pointer(_ object: AnyObject) -> Int {
    keepAlive.append(object)
    return Int(bitPattern: Unmanaged.passUnretained(object).toOpaque())
  }

  /// The code takes the object over.
  func literal(_ object: Object) -> Int {
    literals.append(object)
    return Int(bitPattern: object)
  }

  func trap(_ trap: Trap) {
    let number = traps.firstIndex(of: trap) ?? traps.count
    if number == traps.count { traps.append(trap) }
    emit(.trap, i: number)
  }

  func trapNumber(_ trap: Trap) -> Int {
    if let known = traps.firstIndex(of: trap) { return known }
    traps.append(trap)
    return traps.count - 1
  }

  // MARK: Labels

  func label() -> Label {
    labels.append(nil)
    return Label(number: labels.count - 1)
  }

  func place(_ label: Label) { labels[label.number] = pc }

  func jump(_ label: Label) {
    fixups.append((pc, label, .i))
    emit(.jump, i: 0)
  }

  func jump(_ opcode: Opcode, a: Int, to label: Label) {
    fixups.append((pc, label, .i))
    emit(opcode, a: a, i: 0)
  }

  /// A compare-and-jump, whose offset has 16 bits only.
  func jump(_ opcode: Opcode, a: Int, b: Int, to label: Label) {
    let words = opcode.extraWords(0)
    if usesLongJumps {
      emit(opcode, a: a, b: b, c: words + 1)
      for _ in 0..<words { append(word: 0) }
      emit(.jump, i: 1)
      return jump(label)
    }
    fixups.append((pc, label, .c))
    emit(opcode, a: a, b: b)
    for _ in 0..<words { append(word: 0) }
  }

  func jumpTable(_ register: Int, _ targets: [Label]) {
    emit(.jumpTable, a: register, b: targets.count)
    let base = pc + targets.count
    for target in targets {
      fixups.append((pc, target, .word(from: base)))
      append(word: 0)
    }
  }

  // MARK: Cleanups

  func pushCleanup(_ kind: FunctionInstance.Cleanup.Kind) {
    cleanups.append(FunctionInstance.Cleanup(parent: cleanup, kind: kind))
    cleanup = cleanups.count - 1
  }

  func pushPad(_ label: Label, onTrap: Bool) {
    pushCleanup(.pad(pc: 0, onTrap: onTrap))
    padLabels.append((cleanup, label))
  }

  /// Fills in all offsets; says whether they fitted.
  func finish() -> Bool {
    for (pc, label, field) in fixups {
      guard let target = labels[label.number] else { return false }
      switch field {
      case .i:
        words[pc] = words[pc] & 0xFFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: target - (pc + 1))) << 32
      case .c:
        let offset = target - (pc + 1)
        guard Int16(exactly: offset) != nil else { return false }
        words[pc] = words[pc] & 0xFFFF_FFFF_FFFF | UInt64(UInt16(truncatingIfNeeded: offset)) << 48
      case .word(let base): words[pc] = UInt64(bitPattern: Int64(target - base))
      }
    }
    for (node, label) in padLabels {
      guard let target = labels[label.number], case .pad(_, let onTrap) = cleanups[node].kind else { return false }
      cleanups[node].kind = .pad(pc: target, onTrap: onTrap)
    }
    return true
  }
}
