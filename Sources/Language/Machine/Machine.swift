#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the functions of the cell language: types, code, memory and stack of one session. Used on one thread.
package final class Machine {
  package struct Limits: Sendable {
    /// Words of the stack; a frame of a small function takes about ten.
    package var stackWords = 8 << 20
    package var memoryBytes = 2 << 30
    /// Calls from natives back into cells inside one another; each takes some of the host's own stack.
    package var nesting = 400
    /// For functions as code of the processor (`Translation`); those beyond are run by the loop, with 0 all.
    package var codeBytes = 64 << 20

    package init() {}
  }

  /// The types that natives make values of.
  package struct KnownTypes {
    package var string: RuntimeType
    package var int: RuntimeType
    package var double: RuntimeType
    package var bool: RuntimeType
    package var character: RuntimeType
  }

  package let types: TypeTable
  package let heap: Heap
  package let attention = AttentionFlags()
  package let host: any MachineHost
  package let characters = CharacterTable()
  package let limits: Limits
  /// Where the running call's place is written before each native call: cell << 32 | line.
  package var place: UnsafeMutablePointer<UInt64>
  private let ownPlace: UnsafeMutablePointer<UInt64>
  /// Called where a program loops or calls, after another thread raised `.visit`: nothing of the machine or of the
  /// checker is half done there.
  package var visit: () -> Void = {}
  /// Finds a declaration of the library or a module by name.
  package var lookup: (String) -> NominalDecl? = { _ in nil }
  private var modules: [String: HostModule] = [:]
  /// The functions of the host's modules, of those that a cell used.
  private var nativeFunctions: [String: [NativeFunction]] = [:]
  /// The names of the host's types by class, once a value came back as `any P`.
  private var nativeTypes: [ObjectIdentifier: String] = [:]

  // Set around runs, read by the loop.
  let state: UnsafeMutablePointer<State>
  private let stack: Words
  private(set) var stackLimit: Words
  private let stackEnd: Words
  /// Behind the word that says where a translation goes on: nowhere.
  private let exitCode: Instruction.Code
  let translation: Translation?

  var instances: [FunctionRef: FunctionInstance] = [:]
  /// Code by address, sorted, so that a return address names its function.
  private var codeRanges: [(start: Int, end: Int, instance: FunctionInstance)] = []
  var globals: [ObjectIdentifier: GlobalStorage] = [:]
  var selectors: [FunctionDecl: Int] = [:]
  var selectorDecls: [FunctionDecl] = []
  var statics: [StaticKey: GlobalStorage] = [:]
  private(set) lazy var emptyClosureType = types.closure(captures: .empty)
  /// What went wrong in a deinit; told at the next chance.
  var pendingDeinitFault: MachineFault?
  /// The error of the language that is on its way: type and payload words.
  let thrown: Words
  private var fault: MachineFault = .interrupted
  private(set) var failure: RuntimeFailure?
  private var nesting = 0
  /// Where the error on its way was thrown, and the calls that it has ended since.
  private var thrownTrace = CallTrace()
  /// Code of the cells is under way, perhaps waiting in a native function.
  package var isRunning: Bool { nesting > 0 }
  /// How deep the comparison or hash of a nested value is.
  var depth = 0
  private var known: KnownTypes?
  @exclusivity(unchecked) private var knownStringRecord: TypePointer?
  /// Natives and values that code refers to by address.
  var keepAlive: [AnyObject] = []

  /// More words than a frame can have.
  static let largestFrame = 1 << 16

  struct State {
    /// The first free word above the frames in use, while a native runs.
    var top: Words
    /// The place of the native call that is going on.
    var pc: Instruction.Code?
    var frame: Words?
  }

  package init(host: any MachineHost, limits: Limits = Limits()) {
    self.host = host
    self.limits = limits
    heap = Heap(byteLimit: limits.memoryBytes, attention: attention)
    types = TypeTable(heap: heap)
    // Untouched pages cost nothing.
    stack = mmap(
      nil, limits.stackWords * 8, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0
    ).assumingMemoryBound(to: Word.self)
    stackEnd = stack + limits.stackWords
    stackLimit = stackEnd - 4096
    translation = Translation(attention: attention, stackLimit: stackLimit, heap: heap, codeBytes: limits.codeBytes)
    state = .allocate(capacity: 1)
    state.initialize(to: State(top: stack + 16, pc: nil, frame: nil))
    let exit = Instruction.Code.allocate(capacity: 2)
    exit[0] = 0
    exit[1] = Instruction.make(.exit)
    exitCode = exit + 1
    thrown = .allocate(capacity: 2)
    thrown.initialize(repeating: 0, count: 2)
    ownPlace = .allocate(capacity: 1)
    ownPlace.initialize(to: 0)
    place = ownPlace
    heap.runDeinitializers = { [unowned self] in runDeinitializers($0) }
    types.lookup = { [unowned self] in lookup($0) }
  }

  deinit {
    // Nothing of the cells runs any more, as in a program that ends.
    heap.runDeinitializers = { _ in }
    for storage in globals.values { storage.destroy() }
    for storage in statics.values { storage.destroy() }
    instances.removeAll()
    Layout.existential.destroy(thrown)
    munmap(stack, limits.stackWords * 8)
    state.deallocate()
    (exitCode - 1).deallocate()
    thrown.deallocate()
    ownPlace.deallocate()
  }

  // MARK: Set-up

  /// Makes a module's functions and types known; its declarations come from its interface text.
  package func register(_ module: HostModule) {
    modules[module.name] = module
    let others = types.hostType
    types.hostType = { name in module.type(name) ?? others(name) }
  }

  func nativeFunction(_ module: String, _ index: Int) -> NativeFunction? {
    if nativeFunctions[module] == nil { nativeFunctions[module] = modules[module]?.functions() }
    guard let functions = nativeFunctions[module], functions.indices.contains(index) else { return nil }
    return functions[index]
  }

  package var knownTypes: KnownTypes {
    if let known { return known }
    func type(_ name: String) -> RuntimeType {
      types.runtimeType(lookup(name).map { .nominal($0, []) } ?? .error)
    }
    let result = KnownTypes(
      string: type("String"), int: type("Int"), double: type("Double"), bool: type("Bool"), character: type("Character"))
    known = result
    return result
  }

  /// The record of String, which its objects begin with.
  var stringRecord: TypePointer {
    if let knownStringRecord { return knownStringRecord }
    let record = knownTypes.string.pointer
    knownStringRecord = record
    return record
  }

  package func protocolNamed(_ name: String) -> NominalDecl? { lookup(name).flatMap { $0.isProtocol ? $0 : nil } }

  /// The native type whose values are instances of the object's class, or of a superclass of it.
  func nativeType(of object: AnyObject) -> RuntimeType? {
    if nativeTypes.isEmpty {
      for module in modules.values {
        for name in module.typeNames {
          if let type = module.type(name)?.swiftClass { nativeTypes[ObjectIdentifier(type)] = name }
        }
      }
    }
    var current: AnyClass? = Swift.type(of: object)
    while let candidate = current {
      if let name = nativeTypes[ObjectIdentifier(candidate)], let decl = lookup(name) {
        return types.runtimeType(.nominal(decl, []))
      }
      current = _getSuperclass(candidate)
    }
    return nil
  }

  // MARK: Running

  /// Runs the top level of a cell. Its globals stay where they are for good. `result` sees the value of the last
  /// expression, if it has one.
  package func run(_ topLevel: FunctionDecl, result: ((CellValue) -> Void)? = nil) throws(RuntimeFailure) {
    failure = nil
    let instance = self.instance(of: FunctionRef(topLevel))
    attention.clear(.memory)
    _ = takeDeinitFault()
    heap.beginRun()
    let start = state.pointee.top
    let globalWords: Int
    do {
      globalWords = try FunctionCompiler.compile(instance, machine: self, topLevelFrame: start + 4)
    } catch {
      throw RuntimeFailure(kind: .trap, message: error.message, calls: [])
    }
    noteCode(of: instance)
    // The globals are registers of this frame and stay where they are.
    defer { state.pointee.top = start + 4 + globalWords }
    do {
      try call(instance, kept: globalWords, prepare: { _ in }) { value in
        if value.type.layout.words > 0 || value.type.type != .void { result?(value) }
      }
      if let fault = takeDeinitFault() { throw fault }
    } catch MachineFault.thrown {
      throw uncaughtFailure()
    } catch {
      throw failure(for: error)
    }
  }

  /// Turns what came out of a call into the failure to show.
  package func failure(for error: any Error) -> RuntimeFailure {
    if let failure {
      self.failure = nil
      return failure
    }
    if let error = error as? RuntimeFailure { return error }
    return RuntimeFailure(kind: .trap, message: "\(error)", calls: [])
  }

  /// Calls a function from the host. `prepare` fills the frame's parameters; the result is destroyed after `finish`, in
  /// whose time `kept` words of the frame stay as they are: the globals of a cell, when its result's description runs.
  func call<Result>(
    _ instance: FunctionInstance, closure: Word = 0, kept: Int = 0, prepare: (Words) throws -> Void,
    finish: (CellValue) throws -> Result
  ) throws -> Result {
    guard nesting < limits.nesting else { throw Trap.nestedTooDeep }
    let outer = state.pointee
    let frame = outer.top + 4
    let entry = instance.entry
    if frame + entry.pointee.frameWords + 16 > stackLimit { throw Trap.stackOverflow(depth: callDepth(from: outer)) }
    frame[-2] = Int(bitPattern: exitCode)
    frame[-1] = 0
    // The native's own place, for the list of calls.
    frame[-3] = Int(bitPattern: outer.frame)
    frame[-4] = Int(bitPattern: outer.pc)
    // Arguments that `prepare` makes may run code themselves, above this window.
    state.pointee.top = frame + instance.contextRegister + 2
    nesting += 1
    defer {
      state.pointee = outer
      nesting -= 1
    }
    try prepare(frame)
    frame[instance.contextRegister] = closure
    let isFinished = execute(entry, frame)
    state.pointee.top = frame + max(instance.contextRegister + 2, kept)
    guard isFinished else { throw fault }
    let value = CellValue(words: frame, type: instance.resultType, machine: self)
    defer { value.destroy() }
    return try finish(value)
  }

  private func callDepth(from state: State) -> Int {
    var depth = 0
    var frame = state.frame
    while let current = frame, current[-1] != 0 {
      depth += 1
      frame = Words(bitPattern: current[-1])
    }
    return depth
  }

  // MARK: Code

  func noteCode(of instance: FunctionInstance) {
    guard let start = instance.codeStart else { return }
    let address = Int(bitPattern: start)
    var low = 0
    var high = codeRanges.count
    while low < high {
      let middle = (low + high) / 2
      if codeRanges[middle].start < address { low = middle + 1 } else { high = middle }
    }
    codeRanges.insert((address, address + instance.code.count * 8, instance), at: low)
    translation?.translate(instance)
  }

  /// Where the translation of an instruction is that may be jumped to.
  func takeover(at pc: Instruction.Code) -> Takeover {
    guard translation != nil, let (instance, offset) = instance(at: pc), let address = instance.targets[offset] else {
      return Takeover()
    }
    return Takeover(pc: pc, address: address)
  }

  private func instance(at pc: Instruction.Code) -> (FunctionInstance, offset: Int)? {
    let address = Int(bitPattern: pc)
    var low = 0
    var high = codeRanges.count
    while low < high {
      let middle = (low + high) / 2
      if codeRanges[middle].start <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0, address < codeRanges[low - 1].end else { return nil }
    return (codeRanges[low - 1].instance, (address - codeRanges[low - 1].start) / 8)
  }

  // MARK: Faults

  /// What the loop does when an instruction failed: destroys what the frames own, up to a handler, where it goes on, or
  /// to the outermost frame of this run.
  func unwind(_ newFault: MachineFault?, _ pc: inout Instruction.Code, _ frame: inout Words) -> Bool {
    if let newFault {
      fault = newFault
      if failure == nil { failure = describe(newFault, pc, frame) }
    }
    var isThrown = false
    if case .thrown = fault { isThrown = true }
    // A pad that goes on stands in a frame that has been noted.
    var isNoted = newFault == nil
    let outer = state.pointee
    defer { state.pointee = outer }
    while true {
      state.pointee = State(top: frame + Machine.largestFrame, pc: pc, frame: frame)
      if isThrown, !isNoted { thrownTrace.note(pc) }
      isNoted = false
      // The place of the instruction; a return address is one past it.
      if let (instance, offset) = instance(at: pc - 1) {
        var node = instance.cleanup(at: offset)
        while node >= 0 {
          let cleanup = instance.cleanups[node]
          switch cleanup.kind {
          case .reference(let register): release(frame[register])
          case .value(let register, let layout): layout.destroy(frame + register)
          case .pad(let target, let onTrap):
            if isThrown || onTrap, let start = instance.codeStart {
              pc = start + target
              return true
            }
          }
          node = cleanup.parent
        }
      }
      let caller = frame[-1]
      guard caller != 0, let callerFrame = Words(bitPattern: caller),
        let callerPC = Instruction.Code(bitPattern: frame[-2])
      else { return false }
      pc = callerPC
      frame = callerFrame
    }
  }

  func trapNumber(_ number: Int, at pc: Instruction.Code) -> Trap {
    guard let (instance, _) = instance(at: pc - 1), instance.traps.indices.contains(number) else { return .unreachable }
    return instance.traps[number]
  }

  /// A thrown error was caught: nothing failed after all.
  func forgetFailure() { failure = nil }

  private func describe(_ fault: MachineFault, _ pc: Instruction.Code, _ frame: Words) -> RuntimeFailure? {
    switch fault {
    case .trap(let trap): return failure(.trap, trap.message, trace(pc, frame))
    case .interrupted: return failure(.interrupted, "the cell was interrupted", trace(pc, frame))
    case .thrown: return nil
    }
  }

  /// The failure of an error that no handler caught.
  func uncaughtFailure() -> RuntimeFailure {
    let any = types.runtimeType(.existential(ExistentialType(protocols: [])))
    let value = CellValue(words: thrown, type: any, machine: self)
    let trace = thrownTrace
    let message = "thrown and not caught: \(describe(value))"
    return failure(.uncaught(value.opened.type.name), message, trace)
  }

  /// The calls that are going on, innermost first.
  private func trace(_ pc: Instruction.Code, _ frame: Words) -> CallTrace {
    var trace = CallTrace()
    var current: (pc: Instruction.Code, frame: Words)? = (pc, frame)
    while let (pc, frame) = current {
      trace.note(pc)
      // Below an outermost frame stands the place of the native that called it.
      let isOutermost = frame[-1] == 0
      guard let callerPC = Instruction.Code(bitPattern: frame[isOutermost ? -4 : -2]),
        let callerFrame = Words(bitPattern: frame[isOutermost ? -3 : -1])
      else { break }
      current = (callerPC, callerFrame)
    }
    return trace
  }

  private func failure(_ kind: RuntimeFailure.Kind, _ message: String, _ trace: CallTrace) -> RuntimeFailure {
    RuntimeFailure(
      kind: kind, message: message, calls: trace.innermost.compactMap(call),
      omittedCalls: trace.omitted, outermostCalls: trace.outermost.compactMap(call))
  }

  /// The function of a cell that a place in the code belongs to; the library's own are none of the reader's.
  private func call(at pc: Instruction.Code) -> RuntimeFailure.Call? {
    guard let (instance, offset) = instance(at: pc - 1), let range = instance.range(at: offset), range.file.cell > 0
    else { return nil }
    let isCell = instance.reference.decl.kind == .topLevel
    return RuntimeFailure.Call(function: isCell ? nil : instance.name, range: range)
  }

  // MARK: Natives

  /// Runs a native function in the loop's name; nil if it went well.
  @inline(never)
  func invoke(_ site: NativeSite, _ frame: Words, _ pc: Instruction.Code, _ caller: Words) -> MachineFault? {
    let outer = state.pointee
    state.pointee = State(top: frame + site.signature.words, pc: pc, frame: caller)
    place.pointee = site.place
    defer { state.pointee = outer }
    do {
      try site.function(NativeCall(machine: self, frame: frame, signature: site.signature))
      return nil
    } catch {
      if !(error is MachineFault || error is Trap), site.signature.isThrowing, storeThrown(error) { return .thrown }
      return MachineFault(stopping: error)
    }
  }

  /// Makes an error of the cell language from one of the host, whose type the module declared.
  private func storeThrown(_ error: any Error) -> Bool {
    guard let type = lookup("HostError").map({ types.runtimeType(.nominal($0, [])) }) else { return false }
    setThrown(type.pointer, NativeObject.make(NativeBox(error), type).reference)
    return true
  }

  func setThrown(_ type: TypePointer, _ payload: Word) {
    thrownTrace = CallTrace()
    Layout.existential.destroy(thrown)
    thrown[0] = Int(bitPattern: type)
    thrown[1] = payload
  }

  /// What an interrupt or memory beyond the limit means at this place; nil if there is nothing to stop for.
  @inline(never)
  func attend() -> MachineFault? {
    if attention.isRaised(.interrupt) {
      attention.clear(.interrupt)
      return .interrupted
    }
    if let fault = takeDeinitFault() { return fault }
    if attention.isRaised(.visit) {
      attention.clear(.visit)
      visit()
    }
    if attention.isRaised(.memory) {
      attention.clear(.memory)
      if let trap = heap.trap() { return .trap(trap) }
    }
    return nil
  }

  private func takeDeinitFault() -> MachineFault? {
    defer { pendingDeinitFault = nil }
    attention.clear(.deinitFault)
    return pendingDeinitFault
  }

  /// For natives that take long: throws where the program is to stop.
  @inline(__always)
  package func stopIfAsked() throws(MachineFault) {
    if attention.isAnyRaised { try stop() }
  }

  @inline(never)
  private func stop() throws(MachineFault) {
    if attention.isRaised(.interrupt) {
      attention.clear(.interrupt)
      throw .interrupted
    }
    if let fault = takeDeinitFault() { throw fault }
    // Memory may be given back when the native returns; the next loop or call sees whether it was.
    if attention.isRaised(.memory), let trap = heap.trap() { throw .trap(trap) }
  }

  @inline(never)
  func stackFault(_ frame: Words) -> MachineFault {
    .trap(.stackOverflow(depth: callDepth(from: State(top: frame, pc: nil, frame: frame))))
  }
}

/// A native function with concrete types, called from one place.
final class NativeSite {
  let function: NativeFunction
  let signature: NativeSignature
  let place: UInt64

  init(_ function: @escaping NativeFunction, _ signature: NativeSignature, place: UInt64) {
    self.function = function
    self.signature = signature
    self.place = place
  }
}

/// Where a global variable of a cell lives, for the whole session.
package final class GlobalStorage {
  let words: Words
  package let type: RuntimeType
  let layout: Layout
  /// Not zero once the declaration has run.
  let isInitialized: Words

  private let ownsWords: Bool

  /// In words of its own, or in those of the stack that a cell's top level uses for good.
  init(type: RuntimeType, layout: Layout, words place: Words? = nil) {
    self.type = type
    self.layout = layout
    ownsWords = place == nil
    words = place ?? .allocate(capacity: max(layout.words, 1))
    words.initialize(repeating: 0, count: max(layout.words, 1))
    isInitialized = .allocate(capacity: 1)
    isInitialized.initialize(to: 0)
  }

  func destroy() {
    if isInitialized[0] != 0 { layout.destroy(words) }
    isInitialized[0] = 0
    words.update(repeating: 0, count: max(layout.words, 1))
  }

  deinit {
    if ownsWords { words.deallocate() }
    isInitialized.deallocate()
  }
}
