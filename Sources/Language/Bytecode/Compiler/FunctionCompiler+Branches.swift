/// Conditions as jumps.
extension FunctionCompiler {
  /// Jumps to `label` if the condition comes out as `sense`. The scope at the label is the one here.
  func branch(_ condition: TypedExpr, to label: CodeBuilder.Label, when sense: Bool) throws {
    try branch(condition, to: label, when: sense, depth: scope.count)
  }

  func branch(_ condition: TypedExpr, to label: CodeBuilder.Label, when sense: Bool, depth: Int) throws {
    builder.range = condition.range
    switch condition.kind {
    case .boolean(let value):
      if value == sense { builder.jump(exitLabel(label, depth: depth)) }
    case .logicalAnd(let left, let right), .logicalOr(let left, let right):
      // `and` is false as soon as one side is; `or` is true as soon as one side is.
      var isAnd = false
      if case .logicalAnd = condition.kind { isAnd = true }
      if isAnd != sense {
        try branch(left, to: label, when: sense, depth: depth)
        try branch(right, to: label, when: sense, depth: depth)
      } else {
        let skip = builder.label()
        try branch(left, to: skip, when: !sense)
        try branch(right, to: label, when: sense, depth: depth)
        builder.place(skip)
      }
    case .call(.function(let reference, let dispatch), let arguments):
      if let (target, _) = try resolve(concrete(reference), dispatch), case .intrinsic(let name) = target.decl.body {
        if name == "bool.not", case .value(let inner)? = arguments.first {
          return try branch(inner, to: label, when: !sense, depth: depth)
        }
        if try branchOnComparison(name, arguments, label, sense, depth) { return }
      } else if let (target, isDirect) = try resolve(concrete(reference), dispatch), isDirect,
        try inlined(target, arguments, { body in try branch(body, to: label, when: sense, depth: depth) })
      {
        return
      }
      try branchOnValue(condition, label, sense, depth)
    default: try branchOnValue(condition, label, sense, depth)
    }
  }

  private func branchOnValue(_ condition: TypedExpr, _ label: CodeBuilder.Label, _ sense: Bool, _ depth: Int) throws {
    let mark = nextRegister
    let scopeMark = scope.count
    let register = try operandRegister(condition)
    try pop(to: scopeMark)
    nextRegister = mark
    builder.jump(sense ? .jumpIf : .jumpIfNot, a: register, to: exitLabel(label, depth: depth))
  }

  private enum Comparison { case equal, less, lessEqual }

  private func branchOnComparison(
    _ name: String, _ arguments: [TypedArgument], _ label: CodeBuilder.Label, _ sense: Bool, _ depth: Int
  ) throws -> Bool {
    guard arguments.count == 2, case .value(let left) = arguments[0], case .value(let right) = arguments[1] else {
      return false
    }
    if name == "character.equal", let word = asciiLiteral(left) ?? asciiLiteral(right) {
      let mark = nextRegister
      let scopeMark = scope.count
      let register = try operandRegister(asciiLiteral(left) == nil ? left : right)
      try pop(to: scopeMark)
      nextRegister = mark
      builder.jump(
        sense ? .jumpEqualImmediate : .jumpNotEqualImmediate, a: register, b: word, to: exitLabel(label, depth: depth))
      return true
    }
    var parts = name.split(separator: ".")
    guard parts.count == 2, parts[0] == "integer" || parts[0] == "floating" || name == "bool.equal" else { return false }
    let isDouble: Bool
    switch type(left.type).kind {
    case .integer(let kind):
      if kind == .uint64, parts[1] != "equal", parts[1] != "notEqual" { return false }
      isDouble = false
    case .double: isDouble = true
    case .bool: isDouble = false
    default: return false
    }
    var sense = sense
    var isSwapped = false
    let comparison: Comparison
    switch parts.removeLast() {
    case "equal": comparison = .equal
    case "notEqual":
      comparison = .equal
      sense = !sense
    case "less": comparison = .less
    case "lessEqual": comparison = .lessEqual
    case "greater": (comparison, isSwapped) = (.less, true)
    case "greaterEqual": (comparison, isSwapped) = (.lessEqual, true)
    default: return false
    }
    let mark = nextRegister
    let scopeMark = scope.count
    if !isDouble, let number = integerLiteral(right), Int16(exactly: number) != nil {
      let register = try operandRegister(left)
      try pop(to: scopeMark)
      nextRegister = mark
      let opcode: Opcode =
        switch (comparison, isSwapped, sense) {
        case (.equal, _, true): .jumpEqualImmediate
        case (.equal, _, false): .jumpNotEqualImmediate
        case (.less, false, true), (.lessEqual, true, false): .jumpLessImmediate
        case (.lessEqual, false, true), (.less, true, false): .jumpLessEqualImmediate
        case (.less, true, true), (.lessEqual, false, false): .jumpGreaterImmediate
        case (.lessEqual, true, true), (.less, false, false): .jumpGreaterEqualImmediate
        }
      builder.jump(opcode, a: register, b: number, to: exitLabel(label, depth: depth))
      return true
    }
    let first = try operandRegister(left, before: [right])
    let second = try operandRegister(right)
    try pop(to: scopeMark)
    nextRegister = mark
    var (a, b) = isSwapped ? (second, first) : (first, second)
    let opcode: Opcode
    if isDouble {
      opcode =
        switch (comparison, sense) {
        case (.equal, true): .jumpEqualDouble
        case (.equal, false): .jumpNotEqualDouble
        case (.less, true): .jumpLessDouble
        case (.less, false): .jumpNotLessDouble
        case (.lessEqual, true): .jumpLessEqualDouble
        case (.lessEqual, false): .jumpNotLessEqualDouble
        }
    } else {
      // Of whole numbers !(a < b) is b <= a.
      switch (comparison, sense) {
      case (.equal, true): opcode = .jumpEqualInt
      case (.equal, false): opcode = .jumpNotEqualInt
      case (.less, true): opcode = .jumpLessInt
      case (.less, false): (opcode, a, b) = (.jumpLessEqualInt, b, a)
      case (.lessEqual, true): opcode = .jumpLessEqualInt
      case (.lessEqual, false): (opcode, a, b) = (.jumpLessInt, b, a)
      }
    }
    builder.jump(opcode, a: a, b: b, to: exitLabel(label, depth: depth))
    return true
  }

  /// Conditions of `if`, `guard` and `while`: what they bind stays in scope; jumps to `label`, out of the scopes down to
  /// `depth`, where one does not hold.
  func conditions(_ conditions: [TypedCondition], otherwise label: CodeBuilder.Label, depth: Int) throws {
    for condition in conditions {
      switch condition {
      case .expression(let expression): try branch(expression, to: label, when: false, depth: depth)
      case .optionalBinding(let pattern, let expression):
        builder.range = expression.range
        let value = try operandForBinding(expression)
        guard case .optional(let payload) = value.type.kind else { throw Trap.unsupported("this binding") }
        builder.jump(.jumpIfNot, a: value.register, to: exitLabel(label, depth: depth))
        let inner = Value(
          register: value.register + payloadOffset(payload), type: payload, isOwned: false)
        try match(pattern, inner, otherwise: label, depth: depth, isStable: true)
      case .patternMatch(let pattern, let expression):
        builder.range = expression.range
        let value = try operandForBinding(expression)
        try match(pattern, value, otherwise: label, depth: depth, isStable: true)
      }
    }
  }

  /// A value that patterns look into: it must not change while its parts are bound, so that a variable is copied.
  func operandForBinding(_ expression: TypedExpr) throws -> Value {
    if let root = TreeWalk.root(expression), root.isLet, let borrowed = try borrow(expression, before: []) {
      return borrowed
    }
    let type = type(expression.type)
    let register = try allocate(type)
    try emit(expression, into: register)
    own(register, type.layout)
    return Value(register: register, type: type, isOwned: !type.layout.isTrivial)
  }
}
