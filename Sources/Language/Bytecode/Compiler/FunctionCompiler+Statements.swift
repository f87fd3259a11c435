/// Statements.
extension FunctionCompiler {
  func statements(_ list: [TypedStmt]) throws {
    for item in list { try statement(item) }
  }

  func statement(_ statement: TypedStmt) throws {
    builder.range = statement.range
    switch statement.kind {
    case .expression(let expression): try discard(expression)
    case .result(let expression): try discard(expression)
    case .declare(let variable, let value): try declare(variable, value)
    case .destructure(let pattern, let expression):
      let value = try operandForBinding(expression)
      try match(pattern, value, otherwise: nil, depth: scope.count, isStable: true)
    case .localFunction: break
    case .ifStmt(let conditions, let then, let otherwise): try ifStatement(conditions, then, otherwise)
    case .guardStmt(let conditions, let otherwise): try guardStatement(conditions, otherwise)
    case .whileLoop(let label, let conditions, let body): try whileLoop(label, conditions, body)
    case .repeatWhile(let label, let body, let condition):
      let (top, next, end) = (builder.label(), builder.label(), builder.label())
      loops[label] = LoopTarget(breakLabel: end, continueLabel: next, depth: scope.count)
      builder.place(top)
      try scoped { try statements(body) }
      builder.place(next)
      try branch(condition, to: top, when: true)
      builder.place(end)
    case .forIn(let loop): try forIn(loop)
    case .switchStmt(let label, let subject, let cases): try switchStatement(label, subject, cases)
    case .doCatch(let label, let body, let catches, let isExhaustive):
      try doCatch(label, body, catches, isExhaustive: isExhaustive)
    case .deferStmt(let body): push(.deferred(body, inner: storages))
    case .returnStmt(let value): try returnStatement(value)
    case .failInitializer: try emitFailInitializer()
    case .throwStmt(let error):
      let register = try allocate(2)
      try emit(error, into: register)
      builder.range = statement.range
      builder.emit(.throwError, a: register)
    case .breakStmt(let label):
      guard let target = loops[label] else { throw Trap.unsupported("this break") }
      try emitExit(to: target.depth)
      builder.jump(target.breakLabel)
    case .continueStmt(let label):
      guard let target = loops[label], let next = target.continueLabel else { throw Trap.unsupported("this continue") }
      try emitExit(to: target.depth)
      builder.jump(next)
    case .fallthroughStmt:
      guard let label = fallthroughLabels.last else { throw Trap.unsupported("this fallthrough") }
      builder.jump(label)
    case .yield(let value):
      guard let target = yieldTargets.last else { return try discard(value) }
      if type(value.type).layout.words == 0 {
        try discard(value)
      } else {
        try scoped { try emit(value, into: target.register) }
      }
      try emitExit(to: target.depth)
      builder.jump(target.label)
    case .block(let body): try scoped { try statements(body) }
    }
  }

  // MARK: The top level of a cell

  func topLevel(_ list: [TypedStmt]) throws {
    for item in list {
      if case .result(let expression) = item.kind {
        builder.range = item.range
        let type = type(expression.type)
        if type === instance.resultType, type.layout.words > 0 {
          try scoped { try emit(expression, into: 0) }
        } else {
          try discard(expression)
        }
      } else {
        try statement(item)
      }
    }
    try pop(to: 0)
  }

  // MARK: Variables

  func declare(_ variable: Variable, _ value: TypedExpr?) throws {
    let type = type(variable.type)
    // Computed: nothing to store.
    if variable.accessors?.get != nil { return }
    if isGlobal(variable) { return try declareGlobal(variable, type, value) }
    let layout = variable.ownership == .strong ? type.layout : WeakCell.layout
    if needsBox(variable) {
      let register = try allocate(1)
      let boxType = variable.ownership == .strong ? types.box(of: type) : types.weakBox
      builder.emit(.makeBox, a: register, b: layout.words, word: Int(bitPattern: boxType.pointer))
      own(register, .reference)
      // The variable is in scope of its own closure only after its value is made.
      if let value {
        try scoped {
          let place = Place.memory(address: register, offset: ObjectHeader.words, type, variable.ownership)
          let initial = try operand(value)
          try store(initial, to: place)
        }
      }
      storages[variable] = .box(register)
      return
    }
    let register = try allocate(max(layout.words, 1))
    if variable.ownership != .strong {
      emitZero(register, 1)
      own(register, WeakCell.layout)
      storages[variable] = .register(register)
      if let value {
        try scoped { try store(try operand(value), to: .register(register, type, variable.ownership)) }
      }
      return
    }
    if let value {
      try scoped { try emit(value, into: register) }
    } else {
      emitZero(register, layout.words)
    }
    own(register, layout)
    storages[variable] = .register(register)
    try tellName(variable, type)
  }

  private func declareGlobal(_ variable: Variable, _ type: RuntimeType, _ value: TypedExpr?) throws {
    let layout = variable.ownership == .strong ? type.layout : WeakCell.layout
    var place: Place
    let storage: GlobalStorage
    if let frame = topLevelFrame, let register = globalRegister(variable) {
      storage = GlobalStorage(type: type, layout: layout, words: frame + register)
      machine.globals[ObjectIdentifier(variable)] = storage
      machine.keepAlive.append(variable)
      storages[variable] = .register(register)
      place = .register(register, type, variable.ownership)
    } else {
      storage = globalStorage(of: variable)
      place = .global(storage, offset: 0, type, variable.ownership)
    }
    if let value {
      try scoped {
        if case .register(let register, _, .strong) = place {
          // The declaration of a global runs once; its register is empty before.
          try emit(value, into: register)
        } else {
          try store(try operand(value), to: place)
        }
      }
      try tellName(variable, type)
    }
    try scoped {
      let flag = try allocate(1)
      emitConstant(flag, 1)
      builder.emit(.storeGlobal, a: flag, word: Int(bitPattern: storage.isInitialized))
    }
  }

  /// The host hears the name of a variable that its value is bound to.
  func tellName(_ variable: Variable, _ type: RuntimeType) throws {
    guard case .native(let host) = type.kind, let bound = host.bound, decl.range.file.cell > 0,
      case .register(let register)? = storages[variable]
    else { return }
    let name = variable.name
    try scoped {
      let unused = try allocate(1)
      try emitNative(
        "name",
        { call in
          if let object = call.argument(0).nativeObject { bound(object, name) }
        }, [(type, false, register)], types.runtimeType(.void), into: unused)
    }
  }

  // MARK: Branches

  private func ifStatement(_ conditions: [TypedCondition], _ then: [TypedStmt], _ otherwise: [TypedStmt]?) throws {
    let (elseLabel, end) = (builder.label(), builder.label())
    let depth = scope.count
    try scoped {
      try self.conditions(conditions, otherwise: elseLabel, depth: depth)
      try statements(then)
    }
    if let otherwise {
      builder.jump(end)
      builder.place(elseLabel)
      try scoped { try statements(otherwise) }
      builder.place(end)
    } else {
      builder.place(elseLabel)
    }
  }

  private func guardStatement(_ conditions: [TypedCondition], _ otherwise: [TypedStmt]) throws {
    let (elseLabel, end) = (builder.label(), builder.label())
    let depth = scope.count
    // What the conditions bind stays in the enclosing scope.
    try self.conditions(conditions, otherwise: elseLabel, depth: depth)
    builder.jump(end)
    builder.place(elseLabel)
    let saved = (scope, builder.cleanup, nextRegister)
    dropScope(to: depth)
    try scoped { try statements(otherwise) }
    builder.trap(.unreachable)
    (scope, builder.cleanup, nextRegister) = saved
    builder.place(end)
  }

  private func whileLoop(_ label: LoopLabel, _ conditions: [TypedCondition], _ body: [TypedStmt]) throws {
    let (end, next) = (builder.label(), builder.label())
    let depth = scope.count
    loops[label] = LoopTarget(breakLabel: end, continueLabel: next, depth: depth)
    let plain = conditions.compactMap { if case .expression(let expression) = $0 { expression } else { nil as TypedExpr? } }
    if plain.count == conditions.count {
      let outer = try hoistConstants(plain, body)
      defer { endHoisting(outer) }
      // Tested at the bottom: one jump for each turn.
      let top = builder.label()
      if case .boolean(true)? = plain.first?.kind, plain.count == 1 {} else { builder.jump(next) }
      builder.place(top)
      try scoped { try statements(body) }
      builder.place(next)
      for expression in plain.dropLast() { try branch(expression, to: end, when: false) }
      if let last = plain.last { try branch(last, to: top, when: true) }
      builder.place(end)
      return
    }
    builder.place(next)
    try scoped {
      try self.conditions(conditions, otherwise: end, depth: depth)
      try statements(body)
    }
    builder.jump(next)
    builder.place(end)
  }

  private func returnStatement(_ value: TypedExpr?) throws {
    if returnValueIsSelf != nil, value == nil { return try emitReturnSelf() }
    if decl.kind == .initializer {
      if decl.isFailable { emitConstant(0, 1) }
    } else if let value {
      let result = type(value.type)
      if result.layout.words == 0 {
        try discard(value)
      } else {
        try scoped { try emit(value, into: 0) }
        if !scope.isEmpty, !result.layout.isTrivial {
          // What is left to end may fail or run code: the result is still ours.
          let saved = (scope, builder.cleanup)
          let hasCode = scope.contains { if case .deferred = $0.kind { true } else { false } }
          if hasCode { own(0, result.layout) }
          if hasCode {
            let items = scope
            scope.removeLast()
            try emitExit(to: 0)
            scope = items
            (scope, builder.cleanup) = saved
            builder.emit(.returnCall)
            return
          }
          (scope, builder.cleanup) = saved
        }
      }
    }
    try emitExit(to: 0)
    builder.emit(.returnCall)
  }

  // MARK: Loops

  private func forIn(_ loop: TypedForIn) throws {
    if try forRange(loop) { return }
    if try forArray(loop) { return }
    if try forString(loop) { return }
    let (end, next) = (builder.label(), builder.label())
    try scoped {
      let iteratorType = type(loop.iterator)
      let made = try call(
        concrete(loop.makeIterator), [.value(loop.sequence)], dispatch: dispatch(loop.makeIterator.decl, isSuper: false), resultType: loop.iterator)
      let iterator = try allocate(iteratorType)
      try moveOrCopy(made, into: iterator)
      own(iterator, iteratorType.layout)
      let variable = Variable(name: "iterator", range: loop.sequence.range, type: iteratorType.type, isLet: false, kind: .local)
      storages[variable] = .register(iterator)
      let place = TypedExpr(.variable(variable), type: iteratorType.type, range: loop.sequence.range)
      let depth = scope.count
      loops[loop.label] = LoopTarget(breakLabel: end, continueLabel: next, depth: depth)
      builder.place(next)
      try scoped {
        let element = types.optional(type(loop.element).type)
        let list: [TypedArgument] =
          loop.next.decl.selfVariable?.kind.isInout == true || loop.next.decl.isMutating ? [.inoutArgument(place)] : [.value(place)]
        let value = try call(
          concrete(loop.next), list, dispatch: dispatch(loop.next.decl, isSuper: false), resultType: element.type)
        guard case .optional(let payload) = value.type.kind else { throw Trap.unsupported("this iterator") }
        builder.jump(.jumpIfNot, a: value.register, to: exitNil(end, depth: depth))
        let inner = Value(register: value.register + payloadOffset(payload), type: payload)
        try forBody(loop, inner, next, depth)
      }
      builder.jump(next)
      builder.place(end)
    }
  }

  /// Out of the loop with a nil element, which owns nothing.
  private func exitNil(_ label: CodeBuilder.Label, depth: Int) -> CodeBuilder.Label {
    exitLabel(label, depth: depth)
  }

  private func forBody(_ loop: TypedForIn, _ element: Value, _ next: CodeBuilder.Label, _ depth: Int) throws {
    try match(
      loop.pattern, element, otherwise: loop.isRefutable ? next : nil, depth: depth, isStable: true)
    if let condition = loop.condition { try branch(condition, to: next, when: false, depth: depth) }
    try statements(loop.body)
  }

  /// `for i in a..<b` and `a...b` over Int, counted in registers.
  private func forRange(_ loop: TypedForIn) throws -> Bool {
    guard case .integer(.int64) = type(loop.element).kind, loop.makeIterator.decl.range.file.cell == 0,
      let (isClosed, bounds) = rangeBounds(loop.sequence)
    else { return false }
    let (top, next, end) = (builder.label(), builder.label(), builder.label())
    try scoped {
      let counter = try allocate(1)
      let limit = try allocate(1)
      if let (lower, upper) = bounds {
        try emit(lower, into: counter)
        try emit(upper, into: limit)
        builder.range = loop.sequence.range
        let ordered = builder.label()
        builder.jump(.jumpLessEqualInt, a: counter, b: limit, to: ordered)
        builder.trap(.rangeBounds)
        builder.place(ordered)
      } else {
        // Of a range that is there already: its two words are the bounds, in order.
        try scoped { emitMove(counter, try operand(loop.sequence).register, 2) }
      }
      let outer = try hoistConstants([loop.condition].compactMap(\.self), loop.body)
      defer { endHoisting(outer) }
      let depth = scope.count
      loops[loop.label] = LoopTarget(breakLabel: end, continueLabel: next, depth: depth)
      if !isClosed { builder.jump(.jumpLessEqualInt, a: limit, b: counter, to: end) }
      builder.place(top)
      try scoped {
        // The body's constant is a copy, so that a closure may keep it.
        let element = Value(register: counter, type: machine.knownTypes.int)
        try forBody(loop, element, next, depth)
      }
      builder.place(next)
      builder.jump(isClosed ? .forLessEqual : .forLess, a: counter, b: limit, to: top)
      builder.place(end)
    }
    return true
  }

  /// The bounds of a range over Int: the operands of `..<` or `...`, or nil where it is any other expression.
  private func rangeBounds(_ sequence: TypedExpr) -> (isClosed: Bool, (TypedExpr, TypedExpr)?)? {
    if case .call(.function(let reference, _), let arguments) = sequence.kind, reference.decl.range.file.cell == 0,
      reference.decl.isOperator, reference.decl.name == "..<" || reference.decl.name == "...", arguments.count == 2,
      case .value(let lower) = arguments[0], case .value(let upper) = arguments[1],
      case .integer(.int64) = type(lower.type).kind
    {
      return (reference.decl.name == "...", (lower, upper))
    }
    let range = type(sequence.type)
    guard case .structure(let fields) = range.kind, let decl = range.declaration, decl.range.file.cell == 0,
      decl.name == "Range" || decl.name == "ClosedRange", fields.map(\.offset) == [0, 1],
      fields.allSatisfy({ if case .integer(.int64) = $0.type.kind { true } else { false } })
    else { return nil }
    return (decl.name == "ClosedRange", nil)
  }

  /// Arrays by index; the buffer is held, so that the loop sees the array as it was.
  private func forArray(_ loop: TypedForIn) throws -> Bool {
    let sequence = type(loop.sequence.type)
    guard case .array(let element) = sequence.kind, loop.makeIterator.decl.range.file.cell == 0 else { return false }
    let (top, next, end) = (builder.label(), builder.label(), builder.label())
    try scoped {
      let array = try allocate(1)
      try emit(loop.sequence, into: array)
      own(array, .reference)
      let index = try allocate(1)
      let count = try allocate(1)
      emitConstant(index, 0)
      builder.emit(.arrayCount, a: count, b: array)
      let outer = try hoistConstants([loop.condition].compactMap(\.self), loop.body)
      defer { endHoisting(outer) }
      let depth = scope.count
      loops[loop.label] = LoopTarget(breakLabel: end, continueLabel: next, depth: depth)
      builder.jump(.jumpLessEqualInt, a: count, b: index, to: end)
      builder.place(top)
      try scoped {
        let register = try allocate(element)
        emitArrayGet(register, array, index, element.layout)
        own(register, element.layout)
        try forBody(loop, Value(register: register, type: element), next, depth)
      }
      builder.place(next)
      builder.jump(.forLess, a: index, b: count, to: top)
      builder.place(end)
    }
    return true
  }

  /// Strings by byte offset, character after character.
  private func forString(_ loop: TypedForIn) throws -> Bool {
    guard case .string = type(loop.sequence.type).kind, loop.makeIterator.decl.range.file.cell == 0,
      case .character = type(loop.element).kind
    else { return false }
    let (end, next) = (builder.label(), builder.label())
    try scoped {
      let string = try allocate(1)
      try emit(loop.sequence, into: string)
      own(string, .reference)
      let position = try allocate(2)
      emitConstant(position, 0)
      let depth = scope.count
      loops[loop.label] = LoopTarget(breakLabel: end, continueLabel: next, depth: depth)
      builder.place(next)
      builder.jump(.stringNext, a: position, b: string, to: end)
      try scoped {
        try forBody(loop, Value(register: position + 1, type: type(loop.element)), next, depth)
      }
      builder.jump(next)
      builder.place(end)
    }
    return true
  }

  // MARK: Errors

  private func doCatch(_ label: LoopLabel?, _ body: [TypedStmt], _ catches: [TypedCatch], isExhaustive: Bool) throws {
    let (handler, end) = (builder.label(), builder.label())
    let depth = scope.count
    if let label { loops[label] = LoopTarget(breakLabel: end, continueLabel: nil, depth: depth) }
    if catches.isEmpty {
      try scoped { try statements(body) }
      builder.place(end)
      return
    }
    let existential = types.runtimeType(.existential(ExistentialType(protocols: [])))
    addPad(handler) { compiler in
      try compiler.scoped {
        let error = try compiler.allocate(2)
        compiler.builder.emit(.takeError, a: error)
        compiler.own(error, .existential)
        let value = Value(register: error, type: existential)
        let inner = compiler.scope.count
        for item in catches {
          let next = compiler.builder.label()
          try compiler.scoped {
            if let variable = item.error { try compiler.bind(variable, value) }
            if !item.items.isEmpty { try compiler.caseItems(item.items, value, otherwise: next, depth: inner) }
            try compiler.statements(item.body)
            try compiler.emitExit(to: depth)
            compiler.builder.jump(end)
          }
          compiler.builder.place(next)
        }
        // None of them: the error goes on.
        compiler.disown(error)
        compiler.builder.emit(.throwError, a: error)
      }
    }
    pushHandler(handler)
    try scoped { try statements(body) }
    dropScope(to: depth)
    builder.place(end)
  }

  // MARK: Switch

  private func switchStatement(_ label: LoopLabel, _ subject: TypedExpr, _ cases: [TypedCase]) throws {
    let end = builder.label()
    let bodies = cases.map { _ in builder.label() }
    try scoped {
      let value = try operandForBinding(subject)
      let depth = scope.count
      loops[label] = LoopTarget(breakLabel: end, continueLabel: nil, depth: depth)
      for (index, item) in cases.enumerated() {
        let next = builder.label()
        try scoped {
          if !item.items.isEmpty { try caseItems(item.items, value, otherwise: next, depth: depth) }
          builder.place(bodies[index])
          if index + 1 < cases.count { fallthroughLabels.append(bodies[index + 1]) }
          try statements(item.body)
          if index + 1 < cases.count { fallthroughLabels.removeLast() }
        }
        builder.jump(end)
        builder.place(next)
      }
      builder.trap(.unreachable)
      builder.place(end)
    }
  }

  /// One of several patterns matches: its variables are bound and control goes on; otherwise to `label`.
  func caseItems(
    _ items: [(pattern: TypedPattern, condition: TypedExpr?)], _ value: Value, otherwise label: CodeBuilder.Label,
    depth: Int
  ) throws {
    if items.count == 1, let only = items.first {
      try match(only.pattern, value, otherwise: label, depth: depth, isStable: true)
      if let condition = only.condition { try branch(condition, to: label, when: false, depth: depth) }
      return
    }
    // Variables of several patterns are the same: each pattern binds them into registers of the first.
    let matched = builder.label()
    var shared: [Variable: Int] = [:]
    for pattern in items { collectVariables(pattern.pattern) { shared[$0] = 0 } }
    let variables = shared.keys.sorted { $0.range.start < $1.range.start }
    for variable in variables {
      let type = type(variable.type)
      let register = try allocate(type)
      emitZero(register, type.layout.words)
      own(register, type.layout)
      shared[variable] = register
    }
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      let next = isLast ? label : builder.label()
      let inner = scope.count
      try scoped {
        try match(item.pattern, value, otherwise: next, depth: isLast ? depth : inner, isStable: true)
        if let condition = item.condition { try branch(condition, to: next, when: false, depth: isLast ? depth : inner) }
        for variable in variables {
          guard let register = shared[variable] else { continue }
          let bound = try place(of: variable)
          let type = type(variable.type)
          let copy = try allocate(type)
          load(bound, into: copy)
          store(owned: copy, to: .register(register, type, .strong))
        }
      }
      builder.jump(matched)
      if !isLast { builder.place(next) }
    }
    builder.place(matched)
    for variable in variables {
      if let register = shared[variable] { storages[variable] = .register(register) }
    }
  }
}
