/// What the loop needs to call a function: its code and the size of its frame. At a fixed address.
package struct CodeEntry {
  var code: Instruction.Code
  var frameWords: Int
  /// The translation (`Translation`); zero if there is none.
  var translated: UInt = 0
  unowned(unsafe) let instance: FunctionInstance
}

package typealias EntryPointer = UnsafeMutablePointer<CodeEntry>

/// A function with concrete types: compiled when it is first called.
///
/// Frame: two words of linkage below it (return address, caller's frame), then the result, the parameters, the closure
/// (if it is one), then locals and temporaries. Parameters belong to the caller, the result to it once written.
package final class FunctionInstance {
  package struct Parameter {
    package let variable: Variable?
    package let offset: Int
    package let type: RuntimeType
    package let isInout: Bool
  }

  /// What an unwinding frame owns at a place in the code: a list by `parent`.
  struct Cleanup {
    enum Kind {
      case reference(register: Int)
      case value(register: Int, Layout)
      /// Code to run: a handler or a `defer`; `onTrap` ones also where no error of the language is on its way.
      case pad(pc: Int, onTrap: Bool)
    }

    let parent: Int
    var kind: Kind
  }

  package let reference: FunctionRef
  package let name: String
  package let resultType: RuntimeType
  package let parameters: [Parameter]
  /// Where a closure's own object is passed.
  package let contextRegister: Int
  package let entry: EntryPointer
  package let types: TypeTable

  private let stub: Instruction.Code
  private(set) package var code: [UInt64] = []
  private(set) var codeStart: Instruction.Code?
  private(set) var cleanups: [Cleanup] = []
  private var cleanupPoints: [(pc: Int, node: Int)] = []
  private var lines: [(pc: Int, range: SourceRange)] = []
  private(set) var traps: [Trap] = []
  /// Objects whose addresses stand in the code.
  private var keepAlive: [AnyObject] = []
  private var literals: [Object] = []
  /// Addresses in the translation by the instructions that may be jumped to.
  var targets: [Int: UInt] = [:]
  /// A closure object for a function without captures, made when first asked for.
  var closureObject: Object?
  /// The type of its closure objects, if it captures something.
  var closureType: RuntimeType?

  init(reference: FunctionRef, name: String, resultType: RuntimeType, parameters: [Parameter], types: TypeTable) {
    self.reference = reference
    self.name = name
    self.resultType = resultType
    self.parameters = parameters
    self.types = types
    let last = parameters.last
    contextRegister = last.map { $0.offset + ($0.isInout ? 1 : $0.type.layout.words) } ?? resultType.layout.words
    stub = .allocate(capacity: 2)
    entry = .allocate(capacity: 1)
    entry.initialize(to: CodeEntry(code: stub, frameWords: contextRegister + 4, instance: self))
    stub[0] = Instruction.make(.compile)
    stub[1] = UInt64(UInt(bitPattern: entry))
  }

  deinit {
    closureObject?.release()
    for literal in literals { literal.release() }
    codeStart?.deallocate()
    stub.deallocate()
    entry.deallocate()
  }

  var isCompiled: Bool { codeStart != nil }

  func install(_ builder: CodeBuilder, frameWords: Int) {
    code = builder.words
    let start = Instruction.Code.allocate(capacity: max(code.count, 1))
    start.initialize(from: code, count: code.count)
    codeStart = start
    cleanups = builder.cleanups
    cleanupPoints = builder.cleanupPoints
    lines = builder.lines
    traps = builder.traps
    keepAlive = builder.keepAlive
    literals = builder.literals
    entry.pointee.code = start
    entry.pointee.frameWords = frameWords
  }

  /// The last of `count` sorted places that is not after `pc`.
  private func last(of count: Int, notAfter pc: Int, _ place: (Int) -> Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if place(middle) <= pc { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The innermost thing to clean up at an offset of the code; −1 for none.
  func cleanup(at pc: Int) -> Int {
    last(of: cleanupPoints.count, notAfter: pc) { cleanupPoints[$0].pc }.map { cleanupPoints[$0].node } ?? -1
  }

  func range(at pc: Int) -> SourceRange? {
    last(of: lines.count, notAfter: pc) { lines[$0].pc }.map { lines[$0].range }
  }
}
