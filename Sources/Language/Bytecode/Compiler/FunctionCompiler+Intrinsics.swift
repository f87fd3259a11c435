/// Operations of the machine: as instructions where there is one, else as calls of natives.
extension FunctionCompiler {
  /// Compiles a call of an intrinsic or of a host function; false for functions with a body.
  func emitIntrinsic(_ target: FunctionRef, _ arguments: [TypedArgument], into register: Int) throws -> Bool {
    switch target.decl.body {
    case .intrinsic(let name):
      if try emitInstruction(name, target, arguments, into: register) { return true }
      guard let native = Intrinsics.natives[name]?.function else { throw Trap.unsupported("the operation '\(name)'") }
      try scoped { try moveOrCopy(try callNative(target, native, arguments), into: register) }
      return true
    case .native(let module, let index):
      guard let native = machine.nativeFunction(module, index) else {
        throw Trap.unsupported("'\(target.decl.name)' of \(module)")
      }
      try scoped { try moveOrCopy(try callNative(target, native, arguments), into: register) }
      return true
    default: return false
    }
  }

  func value(_ arguments: [TypedArgument], _ index: Int) -> TypedExpr? {
    guard arguments.indices.contains(index) else { return nil }
    switch arguments[index] {
    case .value(let expression), .inoutArgument(let expression): return expression
    case .defaulted, .variadic: return nil
    }
  }

  func unary(_ opcode: Opcode, _ operand: TypedExpr, into register: Int, x: Int = 0) throws {
    try scoped {
      let source = try operandRegister(operand)
      builder.emit(opcode, x: x, a: register, b: source)
    }
  }

  func binary(_ opcode: Opcode, _ left: TypedExpr, _ right: TypedExpr, into register: Int, x: Int = 0, swap: Bool = false)
    throws
  {
    let range = builder.range
    try scoped {
      let first = try operandRegister(left, before: [right])
      let second = try operandRegister(right)
      builder.range = range
      builder.emit(opcode, x: x, a: register, b: swap ? second : first, c: swap ? first : second)
    }
  }

  /// An operation that is an instruction, or a few.
  private func emitInstruction(_ name: String, _ target: FunctionRef, _ arguments: [TypedArgument], into register: Int) throws
    -> Bool
  {
    guard let dot = name.firstIndex(of: ".") else { return false }
    let operation = String(name[name.index(after: dot)...])
    switch name[..<dot] {
    case "integer": return try emitInteger(operation, target, arguments, into: register)
    case "floating": return try emitFloating(operation, target, arguments, into: register)
    case "bool":
      guard let first = value(arguments, 0) else { return false }
      switch operation {
      case "not": try unary(.notBool, first, into: register)
      case "equal":
        guard let second = value(arguments, 1) else { return false }
        try binary(.equalInt, first, second, into: register)
      case "identity": try emit(first, into: register)
      default: return false
      }
    case "math":
      guard let first = value(arguments, 0), case .double = type(first.type).kind else { return false }
      switch operation {
      case "sqrt": try unary(.squareRootDouble, first, into: register)
      case "fabs": try unary(.absDouble, first, into: register)
      default: return false
      }
    case "character", "string", "value": return try emitText(name, arguments, into: register)
    case "array": return try emitArray(operation, target, arguments, into: register)
    case "optional":
      guard operation == "isNone", let first = value(arguments, 0) else { return false }
      try scoped {
        let source = try operandRegister(first)
        builder.emit(.notBool, a: register, b: source)
      }
    case "type":
      guard operation == "dynamic", let first = value(arguments, 0) else { return false }
      try emit(TypedExpr(.dynamicType(first), type: target.decl.resultType, range: first.range), into: register)
      // `Any.Type` is a metatype: the record alone.
    case "object":
      guard let first = value(arguments, 0) else { return false }
      if operation == "address" {
        try scoped {
          let value = try operand(first)
          if case .existential = value.type.kind {
            builder.emit(.move, a: register, b: value.register + 1)
          } else {
            builder.emit(.move, a: register, b: value.register)
          }
        }
        return true
      }
      guard operation == "identical", let second = value(arguments, 1), let left = instance(first),
        let right = instance(second)
      else { return false }
      try binary(.equalInt, left, right, into: register)
    case "trap": return try emitTrap(operation, arguments)
    default: return false
    }
    return true
  }

  /// The class instance, or optional of one, that an expression makes an `AnyObject?` of.
  private func instance(_ expression: TypedExpr) -> TypedExpr? {
    switch expression.kind {
    case .wrapOptional(let inner), .erase(let inner): return instance(inner)
    case .mapOptional(let source, let payload, let body):
      guard case .erase(let inner) = body.kind, case .variable(payload) = inner.kind else { return nil }
      return instance(source)
    default:
      let type = type(expression.type)
      if type.isClass { return expression }
      if case .optional(let payload) = type.kind, payload.isClass { return expression }
      return nil
    }
  }

  /// The word of a character that is equal to nothing but itself: ASCII, without the three that have look-alikes which
  /// Unicode calls the same (Kelvin sign, Greek question mark, varia).
  func asciiLiteral(_ expression: TypedExpr) -> Int? {
    switch expression.kind {
    case .character(let character):
      guard let value = character.asciiValue, character.utf8.count == 1, !"K;`".contains(character) else { return nil }
      return Int(value)
    case .variable(let variable):
      if case .constant(let literal)? = storages[variable] { return asciiLiteral(literal) }
      return nil
    default: return nil
    }
  }

  // MARK: Integers

  private func emitInteger(_ operation: String, _ target: FunctionRef, _ arguments: [TypedArgument], into register: Int)
    throws -> Bool
  {
    guard let first = value(arguments, 0) else { return try emitIntegerConstant(operation, target, into: register) }
    let sourceType = type(first.type)
    let resultType = machine.resultType(of: target)
    if ["convert", "truncating", "bitPattern", "identity", "fromFloating"].contains(operation) {
      return try emitConversion(operation, first, sourceType, resultType, into: register)
    }
    guard case .integer(let kind) = sourceType.kind else { return false }
    let number = Arithmetic.number(of: kind)
    let isNarrow = kind.bits < 64
    func checked(_ opcode: Opcode, _ unsigned: Opcode, _ code: Int) throws {
      guard let second = value(arguments, 1) else { return }
      if kind == .uint64 { return try binary(unsigned, first, second, into: register) }
      if kind == .int64, operation == "add" || operation == "subtract", let constant = integerLiteral(second),
        let small = Int16(exactly: operation == "add" ? constant : 0 &- constant)
      {
        let range = builder.range
        try scoped {
          let source = try operandRegister(first)
          builder.range = range
          builder.emit(.addImmediate, a: register, b: source, c: Int(small))
        }
        return
      }
      if kind == .int64, let immediate = Self.immediates[opcode], let constant = integerLiteral(second),
        let small = Int16(exactly: constant), opcode == .multiplyInt || small != 0 && small != -1
      {
        let range = builder.range
        try scoped {
          let source = try operandRegister(first)
          builder.range = range
          builder.emit(immediate, a: register, b: source, c: Int(small))
        }
        return
      }
      try binary(opcode, first, second, into: register)
      if isNarrow { builder.emit(.checkFit, x: number, a: register, c: code) }
    }
    func plain(_ opcode: Opcode, x: Int = 0, cut: Bool = false, swap: Bool = false) throws {
      guard let second = value(arguments, 1) else { return }
      try binary(opcode, first, second, into: register, x: x, swap: swap)
      if cut, isNarrow { builder.emit(.truncate, x: number, a: register, b: register) }
    }
    switch operation {
    case "add": try checked(.addInt, .addUnsigned, 0)
    case "subtract": try checked(.subtractInt, .subtractUnsigned, 1)
    case "multiply": try checked(.multiplyInt, .multiplyUnsigned, 2)
    case "divide": try checked(.divideInt, .divideUnsigned, 3)
    case "remainder": try checked(.remainderInt, .remainderUnsigned, 4)
    case "addWrapping": try plain(.addWrapping, cut: true)
    case "subtractWrapping": try plain(.subtractWrapping, cut: true)
    case "multiplyWrapping": try plain(.multiplyWrapping, cut: true)
    case "and": try plain(.and)
    case "or": try plain(.or)
    case "xor": try plain(.xor)
    case "not":
      try unary(.notBits, first, into: register)
      if isNarrow { builder.emit(.truncate, x: number, a: register, b: register) }
    case "negate":
      try unary(.negateInt, first, into: register)
      if isNarrow { builder.emit(.checkFit, x: number, a: register, c: 5) }
    case "shiftLeft": try plain(.shiftLeft, x: number)
    case "shiftRight": try plain(.shiftRight, x: number)
    case "equal": try plain(.equalInt)
    case "notEqual": try plain(.notEqualInt)
    case "less": try plain(kind == .uint64 ? .lessUnsigned : .lessInt)
    case "lessEqual": try plain(kind == .uint64 ? .lessEqualUnsigned : .lessEqualInt)
    case "greater": try plain(kind == .uint64 ? .lessUnsigned : .lessInt, swap: true)
    case "greaterEqual": try plain(kind == .uint64 ? .lessEqualUnsigned : .lessEqualInt, swap: true)
    case "bitWidth": emitConstant(register, kind.bits)
    default: return false
    }
    return true
  }

  private static let immediates: [Opcode: Opcode] = [
    .multiplyInt: .multiplyImmediate, .divideInt: .divideImmediate, .remainderInt: .remainderImmediate,
  ]

  private func emitIntegerConstant(_ operation: String, _ target: FunctionRef, into register: Int) throws -> Bool {
    guard let parent = target.decl.parent, case .builtin(let name) = parent.representation,
      let kind = IntegerKind(rawValue: name)
    else { return false }
    switch operation {
    case "min": emitConstant(register, kind.minimum)
    case "max": emitConstant(register, kind.maximum)
    case "bitWidth": emitConstant(register, kind.bits)
    default: return false
    }
    return true
  }

  private func emitConversion(
    _ operation: String, _ source: TypedExpr, _ sourceType: RuntimeType, _ resultType: RuntimeType, into register: Int
  ) throws -> Bool {
    guard case .integer(let target) = resultType.kind else { return false }
    if operation == "fromFloating" {
      guard case .double = sourceType.kind, target == .int64 else { return false }
      try unary(.doubleToInt, source, into: register)
      return true
    }
    guard case .integer(let kind) = sourceType.kind else { return false }
    if kind == target || operation == "identity" {
      try emit(source, into: register)
      return true
    }
    let number = Arithmetic.number(of: target)
    if operation != "convert" {
      if target.bits < 64 { try unary(.truncate, source, into: register, x: number) } else { try emit(source, into: register) }
      return true
    }
    // Words of 64 bits without sign need a comparison of their own.
    if kind == .uint64 || target == .uint64 && kind.isSigned { return false }
    try emit(source, into: register)
    if target.bits < 64 { builder.emit(.checkFit, x: number, a: register, c: 6) }
    return true
  }

  // MARK: Floating point

  private func emitFloating(_ operation: String, _ target: FunctionRef, _ arguments: [TypedArgument], into register: Int)
    throws -> Bool
  {
    guard let first = value(arguments, 0) else { return false }
    let sourceType = type(first.type)
    let resultType = machine.resultType(of: target)
    if operation == "fromInteger" || operation == "fromInt" {
      guard case .integer(let kind) = sourceType.kind, kind != .uint64 else { return false }
      switch resultType.kind {
      case .double: try unary(.intToDouble, first, into: register)
      case .float: try unary(.intToFloat, first, into: register)
      default: return false
      }
      return true
    }
    let isFloat: Bool
    switch sourceType.kind {
    case .double: isFloat = false
    case .float: isFloat = true
    default: return false
    }
    func both(_ double: Opcode, _ float: Opcode, swap: Bool = false) throws {
      guard let second = value(arguments, 1) else { return }
      if !isFloat, let field = Self.fieldOperations[double], try binary(field, first, field: second, into: register) { return }
      try binary(isFloat ? float : double, first, second, into: register, swap: swap)
    }
    switch operation {
    case "identity": try emit(first, into: register)
    case "convert":
      switch resultType.kind {
      case .double: if isFloat { try unary(.floatToDouble, first, into: register) } else { try emit(first, into: register) }
      case .float: if isFloat { try emit(first, into: register) } else { try unary(.doubleToFloat, first, into: register) }
      default: return false
      }
    case "add": try both(.addDouble, .addFloat)
    case "subtract": try both(.subtractDouble, .subtractFloat)
    case "multiply": try both(.multiplyDouble, .multiplyFloat)
    case "divide": try both(.divideDouble, .divideFloat)
    case "negate": try unary(isFloat ? .negateFloat : .negateDouble, first, into: register)
    case "equal": try both(.equalDouble, .equalFloat)
    case "notEqual": try both(.notEqualDouble, .notEqualFloat)
    case "less": try both(.lessDouble, .lessFloat)
    case "lessEqual": try both(.lessEqualDouble, .lessEqualFloat)
    case "greater": try both(.lessDouble, .lessFloat, swap: true)
    case "greaterEqual": try both(.lessEqualDouble, .lessEqualFloat, swap: true)
    case "magnitude" where !isFloat: try unary(.absDouble, first, into: register)
    case "squareRoot" where !isFloat: try unary(.squareRootDouble, first, into: register)
    default: return false
    }
    return true
  }

  private static let fieldOperations: [Opcode: Opcode] = [
    .addDouble: .addDoubleField, .subtractDouble: .subtractDoubleField, .multiplyDouble: .multiplyDoubleField,
    .divideDouble: .divideDoubleField,
  ]

  /// The same with a stored property of a class instance on the right, read by the operation itself.
  private func binary(_ opcode: Opcode, _ left: TypedExpr, field right: TypedExpr, into register: Int) throws -> Bool {
    guard case .property(let base?, let property, _, _, let isDirect) = right.kind, type(base.type).isClass,
      property.isStored, !property.isStatic, !property.isLazy, property.ownership == .strong,
      isDirect || property.accessors.get == nil || property.isObserved, let field = field(property, in: type(base.type)),
      ObjectHeader.words + field.offset < 256
    else { return false }
    let range = builder.range
    try scoped {
      let first = try operandRegister(left, before: [right])
      let object = try operandRegister(base)
      builder.range = range
      builder.emit(opcode, x: ObjectHeader.words + field.offset, a: register, b: first, c: object)
    }
    return true
  }

  // MARK: Arrays

  private func emitArray(_ operation: String, _ target: FunctionRef, _ arguments: [TypedArgument], into register: Int) throws
    -> Bool
  {
    switch operation {
    case "identity":
      // A variadic initialiser gets the array that the call made.
      guard let argument = arguments.first else { return false }
      try emitArgumentValue(argument, machine.resultType(of: target), into: register)
    case "count":
      guard let first = value(arguments, 0) else { return false }
      try scoped {
        let array = try arrayOperand(first, nil)
        builder.emit(.arrayCount, a: register, b: array)
      }
    case "append":
      guard case .inoutArgument(let array)? = arguments.first, let element = value(arguments, 1) else { return false }
      let arrayType = type(array.type)
      guard case .array(let elementType) = arrayType.kind else { return false }
      try scoped {
        if hasChain(array) {
          // `a?.append(f())` asks for the array first.
          let prepared = try prepare(array)
          let value = try operand(element)
          let slot = try beginAccess(try accessedPlace(prepared, forCall: false))
          emitAppend(slot, isAddress: true, value.register, arrayType, elementType)
        } else {
          let value = try operand(element)
          if case .variable(let variable) = array.kind, let slot = frameRegister(of: variable) {
            return emitAppend(slot, isAddress: false, value.register, arrayType, elementType)
          }
          let slot = try beginAccess(try accessedPlace(array, forCall: false))
          emitAppend(slot, isAddress: true, value.register, arrayType, elementType)
        }
      }
    default: return false
    }
    return true
  }

  // MARK: Traps

  /// `fatalError`, `precondition` and their kin: the message is made only if it is needed.
  private func emitTrap(_ operation: String, _ arguments: [TypedArgument]) throws -> Bool {
    let range = builder.range
    let hasCondition = operation == "precondition" || operation == "assert"
    // The library's own conditions say what is wrong, and nobody asked for the end.
    let isLibrary = range?.file.cell == 0
    let kind =
      switch operation {
      case "precondition", "preconditionFailure": "Precondition failed"
      case "assert": "Assertion failed"
      default: "Fatal error"
      }
    let end = builder.label()
    if hasCondition {
      guard let condition = value(arguments, 0) else { return false }
      if case .closure(let function) = condition.kind, let body = Self.expressionBody(function) {
        try branch(body, to: end, when: true)
      } else {
        let depth = scope.count
        let mark = nextRegister
        let result = try autoclosureValue(condition)
        try pop(to: depth)
        nextRegister = mark
        builder.jump(.jumpIf, a: result.register, to: end)
      }
    }
    try scoped {
      let message = arguments.indices.contains(hasCondition ? 1 : 0) ? arguments[hasCondition ? 1 : 0] : nil
      builder.range = range
      let unused = try allocate(1)
      if case .value(let closure)? = message {
        let text = try autoclosureValue(closure)
        builder.range = range
        try emitNative(
          operation, TrapNatives.message(isLibrary ? nil : kind), [(machine.knownTypes.string, false, text.register)],
          types.runtimeType(.void), into: unused)
      } else {
        builder.trap(.message(kind))
      }
      builder.trap(.unreachable)
    }
    builder.place(end)
    return true
  }

  static func expressionBody(_ function: FunctionDecl) -> TypedExpr? {
    guard let statements = function.typedBody, statements.count == 1, let only = statements.first else { return nil }
    switch only.kind {
    case .returnStmt(let value): return value
    case .expression(let value): return value
    default: return nil
    }
  }
}

extension IntegerKind {
  var minimum: Int {
    switch self {
    case .int64: Int.min
    case .int32: Int(Int32.min)
    case .int16: Int(Int16.min)
    case .int8: Int(Int8.min)
    case .uint64, .uint32, .uint16, .uint8: 0
    }
  }

  var maximum: Int {
    switch self {
    case .int64: Int.max
    case .int32: Int(Int32.max)
    case .int16: Int(Int16.max)
    case .int8: Int(Int8.max)
    case .uint64: -1
    case .uint32: Int(UInt32.max)
    case .uint16: Int(UInt16.max)
    case .uint8: Int(UInt8.max)
    }
  }
}
