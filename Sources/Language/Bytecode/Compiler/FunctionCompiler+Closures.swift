/// Functions as values.
extension FunctionCompiler {
  /// A closure object with what it captures.
  func emitClosure(_ function: FunctionDecl, into register: Int) throws {
    let reference = FunctionRef(function, restricted(to: function.generics + (function.dynamicSelf.map { [$0] } ?? [])))
    let callee = machine.instance(of: reference)
    let captures = captureLayout(of: function)
    if captures.isEmpty {
      builder.emit(.loadObject, a: register, word: Int(bitPattern: machine.closureObject(of: callee)))
      return
    }
    let layout = Layout.aggregate(captures.map { $0.1.layout })
    let type = machine.closureType(of: callee, layout)
    try scoped {
      // Values of the capture list are made first.
      var initial: [(register: Int, Layout)] = []
      for (variable, value) in function.captureInits {
        let valueType = self.type(value.type)
        let slot = try allocate(valueType)
        try emit(value, into: slot)
        if variable.ownership == .strong {
          own(slot, valueType.layout)
          initial.append((slot, valueType.layout))
        } else {
          let cell = try allocate(1)
          emitMakeCell(cell, of: slot, valueType.layout)
          own(cell, WeakCell.layout)
          initial.append((cell, WeakCell.layout))
        }
      }
      let object = try allocate(1)
      builder.emit(.makeClosure, a: object, b: layout.words)
      builder.append(word: Int(bitPattern: type.pointer))
      builder.append(word: Int(bitPattern: callee.entry))
      own(object, .reference)
      var offset = 1
      for (index, (variable, capture)) in captures.enumerated() {
        let words = capture.layout.words
        if index >= captures.count - initial.count {
          let (slot, slotLayout) = initial[index - (captures.count - initial.count)]
          emitRetain(slot, slotLayout)
          storePayload(object, slot, words, offset: offset)
        } else {
          try emitCapture(variable, capture, object, offset)
        }
        offset += words
      }
      emitMove(register, object, 1)
      disown(object)
    }
  }

  private func emitCapture(_ variable: Variable, _ capture: Capture, _ object: Int, _ offset: Int) throws {
    let words = capture.layout.words
    switch try storage(of: variable) {
    case .register(let source), .box(let source), .address(let source):
      emitRetain(source, capture.layout)
      storePayload(object, source, words, offset: offset)
    case .operand(let value):
      emitRetain(value.register, capture.layout)
      storePayload(object, value.register, words, offset: offset)
    case .global, .place, .constant:
      try scoped {
        let copy = try allocate(max(words, 1))
        load(try place(of: variable), into: copy)
        storePayload(object, copy, words, offset: offset)
      }
    }
  }

  func restricted(to generics: [GenericParameter]) -> Substitutions {
    var result = Substitutions()
    for parameter in generics {
      if let type = substitutions[parameter] { result[parameter] = type }
    }
    return result
  }

  func emitFunctionValue(_ reference: FunctionRef, into register: Int) throws {
    let reference = concrete(reference)
    if !reference.decl.captures.isEmpty { return try emitClosure(reference.decl, into: register) }
    var target = reference
    if reference.decl.isRequirement, let (resolved, _) = try resolve(reference, .witness) { target = resolved }
    if target.decl.kind == .initializer, target.decl.parent?.isClass == true {
      target = FunctionRef(try constructor(target), target.substitutions)
    }
    let callee = machine.instance(of: target)
    builder.emit(.loadObject, a: register, word: Int(bitPattern: machine.closureObject(of: callee)))
  }

  /// `Node.init` of a class as a function: allocates and initialises.
  private func constructor(_ reference: FunctionRef) throws -> FunctionDecl {
    let original = reference.decl
    guard let selfVariable = original.selfVariable else { throw Trap.unsupported("this initialiser as a value") }
    let function = FunctionDecl(name: original.name, kind: .function, range: original.range, parent: original.parent)
    function.generics = original.generics
    function.parameters = original.parameters.map { parameter in
      var copy = parameter
      copy.variable = Variable(
        name: parameter.variable.name, range: parameter.variable.range, type: parameter.variable.type, isLet: true,
        kind: .parameter)
      return copy
    }
    let own = Substitutions(Dictionary(uniqueKeysWithValues: original.generics.map { ($0, Type.parameter($0)) }))
    function.resultType = original.isFailable
      ? types.optional(Specialization.concrete(selfVariable.type, reference.substitutions)).type : selfVariable.type
    let arguments = function.parameters.map {
      TypedArgument.value(TypedExpr(.variable($0.variable), type: $0.variable.type, range: original.range))
    }
    let body = TypedExpr(
      .construct(FunctionRef(original, own), arguments), type: function.resultType, range: original.range)
    function.body = .typed([TypedStmt(.returnStmt(body), range: original.range)])
    return function
  }

  /// `object.method` as a value: a closure that holds the object.
  func emitBoundMethod(
    _ base: TypedExpr, _ reference: FunctionRef, _ dispatch: Dispatch, _ expression: TypedExpr, into register: Int
  ) throws {
    guard case .function(let functionType) = type(expression.type).kind else { throw Trap.unsupported("this method as a value") }
    let range = expression.range
    let held = Variable(name: "base", range: range, type: type(base.type).type, isLet: true, kind: .local)
    let closure = FunctionDecl(name: reference.decl.name, kind: .closure, range: range, parent: nil)
    closure.generics = decl.generics
    closure.captureInits = [(held, base)]
    closure.resultType = functionType.result
    closure.parameters = functionType.parameters.enumerated().map { index, parameter in
      Parameter(
        label: nil,
        variable: Variable(
          name: "$\(index)", range: range, type: parameter.type, isLet: true,
          kind: parameter.isInout ? .inoutParameter : .parameter), isInout: parameter.isInout)
    }
    let arguments = closure.parameters.map { parameter -> TypedArgument in
      let value = TypedExpr(.variable(parameter.variable), type: parameter.variable.type, range: range)
      return parameter.isInout ? .inoutArgument(value) : .value(value)
    }
    let call = TypedExpr(
      .call(
        .function(concrete(reference), dispatch),
        [.value(TypedExpr(.variable(held), type: held.type, range: range))] + arguments), type: functionType.result,
      range: range)
    closure.body = .typed([TypedStmt(.returnStmt(call), range: range)])
    try emitClosure(closure, into: register)
  }

  /// The value of an autoclosure argument, evaluated here.
  func autoclosureValue(_ closure: TypedExpr) throws -> Value {
    if case .closure(let function) = closure.kind, let body = Self.expressionBody(function) {
      return try operand(body)
    }
    if case .function(let result) = type(closure.type).kind {
      _ = result
      return try callValue(closure, [])
    }
    // An ordinary value where a function was expected.
    return try operand(closure)
  }
}
