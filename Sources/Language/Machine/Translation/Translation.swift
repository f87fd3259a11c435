#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// Where translated code goes on when the loop comes to an instruction.
struct Takeover {
  var pc: Instruction.Code?
  var address: UInt = 0
}

/// Functions as code of the processor, beside the instructions that they were translated from.
///
/// Translated code does what programs do most: arithmetic, loads and stores, jumps, calls, elements of arrays. All else,
/// and every failure, it leaves to the loop: it stops before the instruction with everything in its place in the frame,
/// the loop runs that instruction, and translated code takes over behind it. So a rule of the language stands in one
/// place, and what fails, fails as ever.
final class Translation {
  /// What translated code and the loop hand to each other.
  struct Context {
    let attention: UnsafeMutablePointer<Atomic<Int>>
    let stackLimit: Words
    /// The way back to the loop.
    var exit: UInt
    /// Filled in on the way back: the frame that is running, and where to take over.
    var frame: Words
    var takeover = Takeover()
  }

  typealias Enter = @convention(c) (UnsafeMutableRawPointer, Words, UInt) -> UInt

  let context: UnsafeMutablePointer<Context>
  let enter: Enter
  private let memory: CodeMemory
  private let heap: Heap

  /// Nil where the processor or the system is not one of those that we have code for, or the environment says
  /// `NABLA_TRANSLATE=0`, or where there is no room for any code.
  init?(attention: AttentionFlags, stackLimit: Words, heap: Heap, codeBytes: Int) {
    guard Self.isSupported else { return nil }
    let memory = CodeMemory(byteLimit: codeBytes)
    guard let exit = memory.add(Self.exitCode()), let enter = memory.add(Self.entryCode()) else { return nil }
    self.memory = memory
    self.heap = heap
    self.enter = unsafeBitCast(enter, to: Enter.self)
    context = .allocate(capacity: 1)
    context.initialize(
      to: Context(attention: attention.flags, stackLimit: stackLimit, exit: UInt(bitPattern: exit), frame: stackLimit))
  }

  deinit { context.deallocate() }

  private static var isSupported: Bool {
    #if arch(x86_64)
      getenv("NABLA_TRANSLATE").map { $0[0] != UInt8(ascii: "0") } ?? true
    #else
      false
    #endif
  }

  static func offset(_ field: PartialKeyPath<Context>) -> Int { MemoryLayout<Context>.offset(of: field) ?? 0 }

  /// As C calls it: context, frame, where to begin. Gives the instruction at which the loop goes on.
  private static func entryCode() -> [UInt8] {
    var assembler = Assembler()
    for register in savedRegisters { assembler.push(register) }
    assembler.emit(.load, Translator.context, .register(.rdi))
    assembler.emit(.load, Translator.frame, .register(.rsi))
    assembler.emit(.load, Translator.attention, .memory(Translator.context, offset(\.attention)))
    assembler.jump(through: .register(.rdx))
    return assembler.finish()
  }

  /// The instruction is in rax, where to take over in rcx and rdx.
  private static func exitCode() -> [UInt8] {
    var assembler = Assembler()
    assembler.emit(.store, Translator.frame, .memory(Translator.context, offset(\.frame)))
    assembler.emit(.store, .rcx, .memory(Translator.context, offset(\.takeover.pc)))
    assembler.emit(.store, .rdx, .memory(Translator.context, offset(\.takeover.address)))
    for register in savedRegisters.reversed() { assembler.pop(register) }
    assembler.returnToCaller()
    return assembler.finish()
  }

  /// Those that belong to the caller, in C's rules for x86-64.
  private static let savedRegisters: [Register] = [.rbx, .rbp, .r12, .r13, .r14, .r15]

  /// Translates a function, and says in its entry and after its calls where the translation is.
  func translate(_ instance: FunctionInstance) {
    guard let start = instance.codeStart else { return }
    var translator = Translator.translate(instance, start: start, heap: heap)
    guard let code = memory.add(translator.finish()) else { return }
    let base = UInt(bitPattern: code)
    for (word, offset) in translator.continuations { start[word] = UInt64(base) + UInt64(offset) }
    instance.targets = translator.targets.mapValues { base + UInt($0) }
    instance.entry.pointee.translated = base
  }
}
