/// Key paths: an object with two closures, one that reads the value of a root and one that writes it in place (zero where the
/// path cannot be written).
extension FunctionCompiler {
  func emitKeyPath(_ path: KeyPathExpr, into register: Int) throws {
    let range = builder.range ?? decl.range
    // Arguments of subscripts are evaluated now.
    var held: [(variable: Variable, value: TypedExpr)] = []
    let steps = path.steps.map { item -> (step: KeyPathExpr.Step, type: Type) in
      guard case .subscriptAccess(let subscriptDecl, let inner, let arguments) = item.step else { return item }
      let list = arguments.map { argument -> TypedArgument in
        guard case .value(let value) = argument else { return argument }
        let variable = Variable(name: "index", range: range, type: value.type, isLet: true, kind: .local)
        held.append((variable, value))
        return .value(TypedExpr(.variable(variable), type: value.type, range: range))
      }
      return (.subscriptAccess(subscriptDecl, inner, list), item.type)
    }
    try scoped {
      let depth = scope.count
      for (variable, value) in held { try declare(variable, value) }
      let isWritable = steps.allSatisfy { item in
        switch item.step {
        case .property(let property, _): !property.isLet && property.isSettable && (property.isStored || property.accessors.set != nil)
        case .subscriptAccess(let decl, _, _): decl.accessors.set != nil
        case .tupleElement, .forceUnwrap: true
        case .optionalChain: false
        }
      }
      let closures = try allocate(2)
      emitZero(closures, 2)
      try emitClosure(accessor(path, steps, held.map(\.variable), range, writes: false), into: closures)
      own(closures, .reference)
      if isWritable {
        try emitClosure(accessor(path, steps, held.map(\.variable), range, writes: true), into: closures + 1)
        own(closures + 1, .reference)
      }
      let object = try allocate(1)
      builder.emit(.makeBox, a: object, b: 2, word: Int(bitPattern: types.keyPathBox.pointer))
      storePayload(object, closures, 2)
      dropScope(to: depth + held.filter { !type($0.variable.type).layout.isTrivial }.count)
      emitMove(register, object, 1)
    }
  }

  private func accessor(
    _ path: KeyPathExpr, _ steps: [(step: KeyPathExpr.Step, type: Type)], _ held: [Variable], _ range: SourceRange, writes: Bool
  ) -> FunctionDecl {
    let function = FunctionDecl(name: "key path", kind: .closure, range: range, parent: nil)
    function.generics = decl.generics
    function.captures = held
    let root = Variable(
      name: "root", range: range, type: path.root, isLet: !writes, kind: writes ? .inoutParameter : .parameter)
    function.parameters = [Parameter(label: nil, variable: root, isInout: writes)]
    var current = TypedExpr(.variable(root), type: path.root, range: range)
    var hasChain = false
    for (step, type) in steps {
      let kind: TypedExpr.Kind
      switch step {
      case .property(let property, let inner):
        kind = .property(base: current, property, inner, isSuper: false, isDirect: false)
      case .subscriptAccess(let decl, let inner, let arguments): kind = .subscriptAccess(base: current, decl, inner, arguments)
      case .tupleElement(let index): kind = .tupleElement(current, index)
      case .optionalChain:
        kind = .chainValue(current)
        hasChain = true
      case .forceUnwrap: kind = .forceUnwrap(current, isImplicit: false)
      }
      current = TypedExpr(kind, type: type, range: range)
    }
    if writes {
      let value = Variable(name: "value", range: range, type: path.value, isLet: true, kind: .parameter)
      function.parameters.append(Parameter(label: nil, variable: value))
      let assignment = TypedExpr(
        .assign(current, TypedExpr(.variable(value), type: path.value, range: range)), type: .void, range: range)
      function.body = .typed([TypedStmt(.expression(assignment), range: range)])
    } else {
      function.resultType = path.value
      if hasChain { current = TypedExpr(.optionalChain(current), type: path.value, range: range) }
      function.body = .typed([TypedStmt(.returnStmt(current), range: range)])
    }
    return function
  }

  /// `base[keyPath: path]`.
  func keyPathPlace(_ expression: TypedExpr, _ base: TypedExpr, _ path: TypedExpr) throws -> Place {
    let pathRegister = try allocate(1)
    try emit(path, into: pathRegister)
    own(pathRegister, .reference)
    let value = type(expression.type)
    let root = type(base.type)
    return .computed(
      value,
      get: { [unowned self] in
        let closure = try allocate(1)
        builder.emit(.load, a: closure, b: pathRegister, c: ObjectHeader.words)
        return try call(.closure(closure), [(root, false)], value, [.value(base)])
      },
      set: { [unowned self] newValue in
        let closure = try allocate(1)
        builder.emit(.load, a: closure, b: pathRegister, c: ObjectHeader.words + 1)
        let held = heldExpression(newValue, newValue.type.type, expression.range)
        let target: TypedArgument
        if isPlace(base) {
          target = .inoutArgument(base)
        } else {
          // A class instance that is a constant: the path changes the object.
          let variable = Variable(name: "root", range: base.range, type: base.type, isLet: false, kind: .local)
          let object = try heldOperand(base)
          storages[variable] = .operand(object)
          target = .inoutArgument(TypedExpr(.variable(variable), type: base.type, range: base.range))
        }
        _ = try call(.closure(closure), [(root, true), (value, false)], types.runtimeType(.void), [target, .value(held)])
      })
  }
}
