/// Makes the bytecode of one function with concrete types from its typed tree.
///
/// Registers are given out as a stack: locals of a scope, then the temporaries of the statement. What a register owns is
/// on the list of cleanups as long as it does; leaving a scope in any way emits what the list says, and an unwinding
/// machine reads the same list from the code's table.
final class FunctionCompiler {
  let machine: Machine
  let types: TypeTable
  let instance: FunctionInstance
  var substitutions: Substitutions
  let builder: CodeBuilder

  /// Where a variable lives.
  enum Storage {
    /// In the frame; weak and unowned ones hold a cell.
    case register(Int)
    /// The register holds a box, the value is its payload.
    case box(Int)
    /// The register holds the value's address.
    case address(Int)
    case global(GlobalStorage)
    /// A parameter of a function compiled in place: the caller's operand.
    case operand(Value)
    case place(Place)
    case constant(TypedExpr)
  }

  /// A value in registers. An owned one is on the list of cleanups.
  struct Value {
    var register: Int
    var type: RuntimeType
    var isOwned = false
  }

  /// Something to do when a scope is left.
  struct ScopeItem {
    enum Kind {
      case value(register: Int, Layout)
      case deferred([TypedStmt], inner: [Variable: Storage])
      /// An access to a place that is written back at its end, also when an error ends it.
      case access(end: () throws -> Void, onTrap: Bool)
      /// A handler: nothing to do.
      case handler
    }

    let kind: Kind
    /// The builder's cleanup outside of this item.
    let outer: Int
    let pad: CodeBuilder.Label?
  }

  var storages: [Variable: Storage] = [:]
  var scope: [ScopeItem] = []
  var nextRegister = 0
  private var registerCount = 0
  var frameSize: Int { registerCount }
  /// Jumps out of scopes that own something, emitted after the function's body.
  private var trampolines:
    [(label: CodeBuilder.Label, scope: [ScopeItem], depth: Int, target: CodeBuilder.Label, register: Int)] = []
  private var pads: [() throws -> Void] = []

  struct LoopTarget {
    let breakLabel: CodeBuilder.Label
    let continueLabel: CodeBuilder.Label?
    let depth: Int
  }
  var loops: [LoopLabel: LoopTarget] = [:]
  var yieldTargets: [(register: Int, label: CodeBuilder.Label, depth: Int)] = []
  var fallthroughLabels: [CodeBuilder.Label] = []
  var chainTargets: [(label: CodeBuilder.Label, depth: Int)] = []
  var inlineDepth = 0
  /// The registers of the constants of the loop under way, by their words.
  var hoistedConstants: [Int: Int] = [:]
  /// Set while the place of an inout argument is worked out.
  var isPlaceForCall = false
  /// Set while the place of anything that is changed in place is worked out.
  var isForAccess = false
  /// Set while the top level of a cell is compiled: where its globals are.
  var topLevelFrame: Words?
  private var globalRegisters: [Variable: Int] = [:]
  var returnValueIsSelf: (register: Int, type: RuntimeType)?

  static let registerLimit = Machine.largestFrame - 64

  init(machine: Machine, instance: FunctionInstance, usesLongJumps: Bool) {
    self.machine = machine
    self.instance = instance
    types = machine.types
    substitutions = instance.reference.substitutions
    builder = CodeBuilder(usesLongJumps: usesLongJumps)
  }

  /// Compiles; of a cell's top level gives the words from the start of the frame that its globals need.
  @discardableResult
  static func compile(_ instance: FunctionInstance, machine: Machine, topLevelFrame: Words? = nil) throws(Trap) -> Int {
    do {
      for usesLongJumps in [false, true] {
        let compiler = FunctionCompiler(machine: machine, instance: instance, usesLongJumps: usesLongJumps)
        compiler.builder.range = instance.reference.decl.range
        compiler.topLevelFrame = topLevelFrame
        try compiler.compileBody()
        if compiler.builder.finish() {
          instance.install(compiler.builder, frameWords: compiler.registerCount + 8)
          return compiler.globalEnd
        }
      }
      throw Trap.message("'\(instance.name)' is too long for one function")
    } catch let trap as Trap {
      throw trap
    } catch {
      throw .message("\(error)")
    }
  }

  var decl: FunctionDecl { instance.reference.decl }

  func type(_ type: Type) -> RuntimeType { machine.concrete(type, substitutions) }

  // MARK: Registers

  func allocate(_ words: Int) throws -> Int {
    let register = nextRegister
    nextRegister += words
    registerCount = max(registerCount, nextRegister)
    if nextRegister > Self.registerLimit { throw Trap.message("'\(instance.name)' needs too many values at once") }
    return register
  }

  func allocate(_ type: RuntimeType) throws -> Int { try allocate(max(type.layout.words, 1)) }

  // MARK: Scopes

  func push(_ kind: ScopeItem.Kind) {
    let outer = builder.cleanup
    var pad: CodeBuilder.Label?
    switch kind {
    case .value(let register, let layout):
      builder.pushCleanup(layout.isSingleReference ? .reference(register: register) : .value(register: register, layout))
    case .deferred(let statements, let inner):
      let label = builder.label()
      builder.pushPad(label, onTrap: false)
      pad = label
      let saved = (scope, nextRegister, loops, substitutions)
      pads.append { [unowned self] in
        (scope, nextRegister, loops, substitutions) = saved
        storages.merge(inner) { $1 }
        builder.cleanup = outer
        builder.place(label)
        try self.scoped { try self.statements(statements) }
        builder.emit(.resumeUnwind)
      }
    case .access(let end, let onTrap):
      let label = builder.label()
      builder.pushPad(label, onTrap: onTrap)
      pad = label
      let saved = (scope, nextRegister, loops, substitutions, storages)
      pads.append { [unowned self] in
        (scope, nextRegister, loops, substitutions) = (saved.0, saved.1, saved.2, saved.3)
        storages.merge(saved.4) { $1 }
        builder.cleanup = outer
        builder.place(label)
        try self.scoped { try end() }
        builder.emit(.resumeUnwind)
      }
    case .handler: break
    }
    scope.append(ScopeItem(kind: kind, outer: outer, pad: pad))
  }

  /// From now on the registers own this value.
  func own(_ register: Int, _ layout: Layout) {
    if !layout.isTrivial { push(.value(register: register, layout)) }
  }

  /// The value has gone elsewhere: takes it off the list.
  func disown(_ register: Int) {
    guard let index = scope.lastIndex(where: { if case .value(register, _) = $0.kind { true } else { false } }) else { return }
    let later = scope[(index + 1)...]
    builder.cleanup = scope[index].outer
    scope.removeSubrange(index...)
    for item in later {
      // Deferred code and handlers never stand above a value that is still to be moved.
      switch item.kind {
      case .value, .access: push(item.kind)
      case .deferred, .handler: scope.append(item)
      }
    }
  }

  /// Emits what leaving the scopes down to `depth` does, and stays in them.
  func emitExit(to depth: Int) throws {
    let saved = (scope, builder.cleanup, nextRegister)
    defer { (scope, builder.cleanup, nextRegister) = saved }
    while scope.count > depth {
      let item = scope.removeLast()
      builder.cleanup = item.outer
      switch item.kind {
      case .value(let register, let layout): emitDestroy(register, layout)
      case .deferred(let statements, _): try scoped { try self.statements(statements) }
      case .access(let end, _): try scoped { try end() }
      case .handler: break
      }
    }
  }

  /// Leaves the scopes down to `depth`.
  func pop(to depth: Int) throws {
    if scope.count <= depth { return }
    try emitExit(to: depth)
    dropScope(to: depth)
  }

  /// Forgets the scopes without code, where control does not come by.
  func dropScope(to depth: Int) {
    if scope.count > depth {
      builder.cleanup = scope[depth].outer
      scope.removeSubrange(depth...)
    }
  }

  /// Runs `body` in a scope of its own: its locals and temporaries end with it.
  func scoped<Result>(_ body: () throws -> Result) throws -> Result {
    let depth = scope.count
    let register = nextRegister
    let result = try body()
    try pop(to: depth)
    nextRegister = register
    return result
  }

  /// A jump that leaves the scopes down to `depth`.
  func exitLabel(_ target: CodeBuilder.Label, depth: Int) -> CodeBuilder.Label {
    if scope.count <= depth { return target }
    let label = builder.label()
    trampolines.append((label, scope, depth, target, nextRegister))
    return label
  }

  private func flush() throws {
    while !trampolines.isEmpty || !pads.isEmpty {
      let (pending, pendingPads) = (trampolines, pads)
      trampolines = []
      pads = []
      for (label, items, depth, target, register) in pending {
        scope = items
        nextRegister = register
        builder.cleanup = cleanupNode(of: items)
        builder.place(label)
        try emitExit(to: depth)
        builder.jump(target)
        scope = []
        builder.cleanup = -1
      }
      for pad in pendingPads {
        try pad()
        scope = []
        builder.cleanup = -1
      }
    }
  }

  /// A list of cleanups like the one that the scope had when it was saved.
  private func cleanupNode(of items: [ScopeItem]) -> Int {
    builder.cleanup = -1
    for item in items {
      builder.cleanup = item.outer
      switch item.kind {
      case .value(let register, let layout):
        builder.pushCleanup(
          layout.isSingleReference ? .reference(register: register) : .value(register: register, layout))
      case .access(_, let onTrap): if let pad = item.pad { builder.pushPad(pad, onTrap: onTrap) }
      case .deferred, .handler: if let pad = item.pad { builder.pushPad(pad, onTrap: false) }
      }
    }
    return builder.cleanup
  }

  /// Code that is reached by unwinding: emitted after the body, with the scopes as they are now.
  func addPad(_ label: CodeBuilder.Label, _ body: @escaping (FunctionCompiler) throws -> Void) {
    let saved = (scope, nextRegister, loops, substitutions, storages, yieldTargets, chainTargets)
    let cleanup = builder.cleanup
    pads.append { [unowned self] in
      (scope, nextRegister, loops, substitutions, storages, yieldTargets, chainTargets) = saved
      builder.cleanup = cleanup
      builder.place(label)
      try body(self)
    }
  }

  // MARK: Words

  func emitMove(_ target: Int, _ source: Int, _ words: Int) {
    switch words {
    case 0: break
    case 1: if target != source { builder.emit(.move, a: target, b: source) }
    default: if target != source { builder.emit(.moveWords, a: target, b: source, c: words) }
    }
  }

  func emitRetain(_ register: Int, _ layout: Layout) {
    if layout.isTrivial { return }
    if let references = layout.references, references.count <= 4 {
      for offset in references { builder.emit(.retain, a: register + offset) }
    } else {
      builder.emit(.retainValue, a: register, word: builder.pointer(layout))
    }
  }

  func emitDestroy(_ register: Int, _ layout: Layout) {
    if layout.isTrivial { return }
    if let references = layout.references, references.count <= 4 {
      for offset in references { builder.emit(.release, a: register + offset) }
    } else {
      builder.emit(.destroyValue, a: register, word: builder.pointer(layout))
    }
  }

  /// A second owner of a value in registers.
  func emitCopy(_ target: Int, _ source: Int, _ layout: Layout) {
    if layout.isSingleReference {
      builder.emit(.moveRetain, a: target, b: source)
    } else {
      emitMove(target, source, layout.words)
      emitRetain(target, layout)
    }
  }

  func emitConstant(_ register: Int, _ value: Int) {
    if Int(Int32(truncatingIfNeeded: value)) == value {
      builder.emit(.loadImmediate, a: register, i: value)
    } else {
      builder.emit(.loadWord, a: register, word: value)
    }
  }

  func emitZero(_ register: Int, _ words: Int) {
    if words == 1 { builder.emit(.loadImmediate, a: register, i: 0) }
    if words > 1 { builder.emit(.zero, a: register, i: words) }
  }

  // MARK: The function

  private func compileBody() throws {
    nextRegister = 0
    _ = try allocate(instance.contextRegister + 1)
    for parameter in instance.parameters {
      guard let variable = parameter.variable else { continue }
      storages[variable] = parameter.isInout ? .address(parameter.offset) : .register(parameter.offset)
    }
    switch decl.body {
    case .unchecked, .typed:
      guard let statements = decl.typedBody else { throw Trap.message("'\(instance.name)' could not be checked") }
      try loadCaptures()
      try compileTyped(statements)
    case .intrinsic, .native: try compileWrapper()
    case .synthesized(let synthesis): try compileSynthesis(synthesis)
    case .requirement: builder.trap(.unreachable)
    }
    try flush()
  }

  private func compileTyped(_ statements: [TypedStmt]) throws {
    switch decl.kind {
    case .initializer: try compileInitializer(statements)
    case .topLevel:
      try allocateGlobals(statements)
      try topLevel(statements)
      builder.emit(.returnCall)
    default:
      try scoped { try self.statements(statements) }
      if instance.resultType.layout.words == 0 || decl.kind == .closure || decl.kind == .deinitializer {
        builder.emit(.returnCall)
      } else {
        builder.trap(.unreachable)
      }
    }
  }

  private var globalEnd: Int {
    globalRegisters.reduce(instance.contextRegister + 1) { end, global in
      max(end, global.value + max(type(global.key.type).layout.words, 1))
    }
  }

  /// The globals of a cell get their registers before anything else.
  private func allocateGlobals(_ statements: [TypedStmt]) throws {
    func add(_ variable: Variable) throws {
      guard isGlobal(variable), globalRegisters[variable] == nil else { return }
      let type = type(variable.type)
      globalRegisters[variable] = try allocate(max(type.layout.words, 1))
    }
    func add(_ pattern: TypedPattern) throws {
      var found: [Variable] = []
      collectVariables(pattern) { found.append($0) }
      for variable in found { try add(variable) }
    }
    for item in statements {
      switch item.kind {
      case .declare(let variable, _): try add(variable)
      case .destructure(let pattern, _): try add(pattern)
      case .guardStmt(let conditions, _):
        for condition in conditions {
          switch condition {
          case .optionalBinding(let pattern, _), .patternMatch(let pattern, _): try add(pattern)
          case .expression: break
          }
        }
      default: break
      }
    }
  }

  func globalRegister(_ variable: Variable) -> Int? { globalRegisters[variable] }

  /// A closure's captured values come in its object, which the caller keeps alive.
  private func loadCaptures() throws {
    var offset = 0
    let context = instance.contextRegister
    for (variable, capture) in captureLayout(of: decl) {
      let register = try allocate(max(capture.layout.words, 1))
      emitLoad(register, context, 3 + offset, capture.layout.words)
      storages[variable] = capture.storage(register)
      offset += capture.layout.words
    }
  }

  struct Capture {
    var layout: Layout
    var storage: (Int) -> Storage
  }

  /// What a closure's object holds, in order: boxes of variables, values of constants, addresses of inout parameters, then
  /// the values of the capture list.
  func captureLayout(of decl: FunctionDecl) -> [(Variable, Capture)] {
    var result: [(Variable, Capture)] = []
    for variable in decl.captures where !isGlobal(variable) {
      if variable.kind == .inoutParameter {
        result.append((variable, Capture(layout: .word, storage: { .address($0) })))
      } else if needsBox(variable) {
        result.append((variable, Capture(layout: .reference, storage: { .box($0) })))
      } else {
        let layout = variable.ownership == .strong ? type(variable.type).layout : WeakCell.layout
        result.append((variable, Capture(layout: layout, storage: { .register($0) })))
      }
    }
    for (variable, _) in decl.captureInits {
      let layout = variable.ownership == .strong ? type(variable.type).layout : WeakCell.layout
      result.append((variable, Capture(layout: layout, storage: { .register($0) })))
    }
    return result
  }

  func isGlobal(_ variable: Variable) -> Bool {
    if case .global = variable.kind { return true }
    return false
  }

  func needsBox(_ variable: Variable) -> Bool {
    guard variable.isCaptured, !variable.isLet else { return false }
    if case .local = variable.kind { return true }
    return false
  }

  // MARK: Initialisers

  private func compileInitializer(_ statements: [TypedStmt]) throws {
    guard let selfVariable = decl.selfVariable else { throw Trap.unsupported("an initialiser without self") }
    let selfType = type(selfVariable.type)
    let delegates = decl.isConvenience || Self.delegatesToSelf(statements)
    if decl.parent?.isClass == true {
      if !delegates { try initializeFields(selfVariable, selfType) }
      try scoped { try initializerStatements(statements, selfVariable, delegates: delegates) }
      if decl.isFailable { emitConstant(0, 1) }
      builder.emit(.returnCall)
      return
    }
    let register = decl.isFailable ? try allocate(selfType) : 0
    emitZero(register, selfType.layout.words)
    returnValueIsSelf = (register, selfType)
    if needsBox(selfVariable) {
      // A closure in the body may change `self`, as `forEach { insert($0) }` does.
      let box = try allocate(1)
      builder.emit(.makeBox, a: box, b: selfType.layout.words, word: Int(bitPattern: types.box(of: selfType).pointer))
      own(box, .reference)
      storages[selfVariable] = .box(box)
    } else {
      storages[selfVariable] = .register(register)
      own(register, selfType.layout)
    }
    if !delegates { try initializeFields(selfVariable, selfType) }
    try scoped { try self.statements(statements) }
    try emitReturnSelf()
  }

  /// `return` of a struct's initialiser: `self` is the result and belongs to the caller.
  func emitReturnSelf() throws {
    guard let (register, selfType) = returnValueIsSelf else { return }
    var isBoxed = false
    if let selfVariable = decl.selfVariable, case .box? = storages[selfVariable] {
      load(try place(of: selfVariable), into: register)
      isBoxed = true
    }
    if decl.isFailable {
      try emitSome(0, from: register, selfType)
    }
    // Everything but self, which stands first on the list, ends here.
    let depth = selfType.layout.isTrivial || isBoxed ? 0 : 1
    try emitExit(to: depth)
    builder.emit(.returnCall)
  }

  /// The body of a class initialiser. As soon as every stored property has a value, the object's deinit counts, also if
  /// an error ends the initialiser later.
  private func initializerStatements(_ list: [TypedStmt], _ selfVariable: Variable, delegates: Bool) throws {
    guard !delegates, let parent = decl.parent, let object = storages[selfVariable], case .register(let register) = object
    else { return try statements(list) }
    var missing = Set(
      parent.properties.filter { $0.isStored && !$0.isStatic && !$0.isLazy && $0.initializer == nil }.map(ObjectIdentifier.init))
    var needsSuper = parent.superclass != nil
    var isComplete = false
    func look() {
      if isComplete || needsSuper || !missing.isEmpty { return }
      isComplete = true
      builder.emit(.finishInstance, a: register)
    }
    look()
    for item in list {
      try statement(item)
      guard !isComplete, case .expression(let expression) = item.kind else { continue }
      switch expression.kind {
      case .assign(let target, _):
        if case .property(let base?, let property, _, _, _) = target.kind, case .variable(let variable) = base.kind,
          variable === selfVariable
        {
          missing.remove(ObjectIdentifier(property))
        }
      case .delegateInit(_, _, _, isSuper: true): needsSuper = false
      default: break
      }
      look()
    }
  }

  /// Properties with an initial value get it before the body runs.
  private func initializeFields(_ selfVariable: Variable, _ selfType: RuntimeType) throws {
    guard case .nominal(let nominal, let arguments) = selfType.type else { return }
    let inner = Specialization.substitutions(nominal, arguments)
    for property in nominal.properties where property.isStored && !property.isStatic && !property.isLazy {
      guard let initializer = property.initializer else { continue }
      try scoped {
        let place = try fieldPlace(property, of: selfVariable, selfType)
        try store(try call(FunctionRef(initializer, inner), []), to: place)
      }
    }
  }

  /// Whether an initialiser leaves the work to another one of its type.
  private static func delegatesToSelf(_ statements: [TypedStmt]) -> Bool {
    statements.contains { statement in
      var found = false
      TreeWalk.visit(statement) { expression in
        if case .delegateInit(_, _, _, isSuper: false) = expression.kind { found = true }
        return !found
      }
      return found
    }
  }
}
