/// The code of a function as text, for tests and `--dump`.
package enum Disassembler {
  package static func text(of instance: FunctionInstance) -> String {
    var result = "\(instance.name) frame \(instance.entry.pointee.frameWords)\n"
    let code = instance.code
    var pc = 0
    while pc < code.count {
      let word = code[pc]
      let opcode = word.opcode
      var line = "  \(pc) \(opcode)"
      switch opcode {
      case .jump: line += " → \(pc + 1 + word.i)"
      case .jumpIf, .jumpIfNot: line += " \(word.a) → \(pc + 1 + word.i)"
      case .jumpEqualInt, .jumpNotEqualInt, .jumpLessInt, .jumpLessEqualInt, .jumpLessDouble, .jumpLessEqualDouble,
        .jumpNotLessDouble, .jumpNotLessEqualDouble, .jumpEqualDouble, .jumpNotEqualDouble, .forLess, .forLessEqual,
        .stringNext:
        line += " \(word.a) \(word.b) → \(pc + 1 + word.signedC)"
      case .jumpEqualImmediate, .jumpNotEqualImmediate, .jumpLessImmediate, .jumpLessEqualImmediate,
        .jumpGreaterImmediate, .jumpGreaterEqualImmediate:
        line += " \(word.a) #\(word.signedB) → \(pc + 1 + word.signedC)"
      case .loadImmediate: line += " \(word.a) #\(word.i)"
      case .addImmediate, .multiplyImmediate, .divideImmediate, .remainderImmediate: line += " \(word.a) \(word.b) #\(word.signedC)"
      case .call:
        let entry = EntryPointer(bitPattern: UInt(code[pc + 1]))
        line += " \(word.a) \(entry?.pointee.instance.name ?? "?")"
      default: line += " \(word.a) \(word.b) \(word.c)" + (word.x == 0 ? "" : " x\(word.x)")
      }
      result += line + "\n"
      pc += 1 + opcode.extraWords(word)
    }
    return result
  }
}

/// Looks over code before it runs: jumps stay inside, registers within the frame. A fault here is one of the compiler.
enum Verifier {
  static func problem(in instance: FunctionInstance) -> String? {
    let code = instance.code
    let frame = instance.entry.pointee.frameWords
    var starts: Set<Int> = []
    var targets: [(from: Int, to: Int)] = []
    var pc = 0
    while pc < code.count {
      let word = code[pc]
      guard word & 0xFF < UInt64(Opcode.allCases.count) else { return "no opcode at \(pc)" }
      starts.insert(pc)
      let opcode = word.opcode
      switch opcode {
      case .jump, .jumpIf, .jumpIfNot: targets.append((pc, pc + 1 + word.i))
      case .jumpEqualInt, .jumpNotEqualInt, .jumpLessInt, .jumpLessEqualInt, .jumpLessDouble, .jumpLessEqualDouble,
        .jumpNotLessDouble, .jumpNotLessEqualDouble, .jumpEqualDouble, .jumpNotEqualDouble, .forLess, .forLessEqual,
        .stringNext, .jumpEqualImmediate, .jumpNotEqualImmediate, .jumpLessImmediate, .jumpLessEqualImmediate, .jumpGreaterImmediate,
        .jumpGreaterEqualImmediate:
        targets.append((pc, pc + 1 + word.signedC))
      default: break
      }
      if word.a >= frame, opcode != .jump, opcode != .trap { return "register \(word.a) beyond \(frame) at \(pc)" }
      pc += 1 + opcode.extraWords(word)
    }
    if pc != code.count { return "the last instruction is cut off" }
    for (from, to) in targets where !starts.contains(to) { return "the jump at \(from) goes to \(to)" }
    return nil
  }
}

extension Machine {
  /// The code of all functions compiled so far whose source is in a cell, or of all.
  package func dump(includingLibrary: Bool = false) -> String {
    instances.values.filter { $0.isCompiled && (includingLibrary || $0.reference.decl.range.file.cell > 0) }
      .sorted { ($0.reference.decl.range.file.cell, $0.reference.decl.range.start) < ($1.reference.decl.range.file.cell, $1.reference.decl.range.start) }
      .map(Disassembler.text).joined()
  }
}
