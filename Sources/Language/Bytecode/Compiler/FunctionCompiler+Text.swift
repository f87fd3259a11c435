/// Texts: operations on them that are instructions, and interpolations.
extension FunctionCompiler {
  /// An operation of String, Character or `description`; false where there is no instruction for it.
  func emitText(_ name: String, _ arguments: [TypedArgument], into register: Int) throws -> Bool {
    guard let first = value(arguments, 0) else { return false }
    switch name {
    case "string.identity": try emit(first, into: register)
    case "string.append", "string.appendCharacter":
      guard let text = value(arguments, 1) else { return false }
      try emitAppend(text, to: first)
    case "character.equal" where arguments.contains { asciiLiteral($0) != nil }:
      guard let second = value(arguments, 1) else { return false }
      try binary(.equalInt, first, second, into: register)
    case "string.concatenate":
      guard let second = value(arguments, 1) else { return false }
      try emitJoined(try pieces(of: first) + pieces(of: second), into: register)
    case _ where Self.conversions.contains(name):
      guard TextKind(type(first.type).kind) != nil else { return false }
      try emitJoined([first], into: register)
    default:
      guard let operation = TextOperation.byIntrinsic[name] else { return false }
      if let second = value(arguments, 1) {
        try binary(.textCompute, first, second, into: register, x: Int(operation.rawValue))
      } else {
        try unary(.textCompute, first, into: register, x: Int(operation.rawValue))
      }
    }
    return true
  }

  /// What makes a string of one value.
  private static let conversions: Set<String> = ["value.describe", "string.describing", "string.fromCharacter"]

  private func asciiLiteral(_ argument: TypedArgument) -> Int? {
    if case .value(let expression) = argument { asciiLiteral(expression) } else { nil }
  }

  func emitInterpolation(_ parts: [InterpolationPart], into register: Int) throws {
    if let pieces = pieces(of: parts) { return try emitJoined(pieces, into: register) }
    // The description of a value may run code: each is made before the next value is looked at.
    try scoped {
      var arguments: [(type: RuntimeType, isInout: Bool, register: Int)] = []
      let expressions = parts.compactMap { if case .value(let expression) = $0 { expression } else { nil as TypedExpr? } }
      var remaining = expressions[...]
      var texts: [String?] = []
      for part in parts {
        switch part {
        case .text(let text): texts.append(text)
        case .value(let expression):
          remaining.removeFirst()
          let value = try operand(expression, before: Array(remaining))
          arguments.append((value.type, false, value.register))
          texts.append(nil)
        }
      }
      try emitNative(
        "string.interpolation", StringNatives.interpolation(texts), arguments, machine.knownTypes.string, into: register)
    }
  }

  // MARK: Pieces

  /// The values whose texts make up a string in the order in which they are evaluated; where there is no more to see,
  /// the expression itself.
  private func pieces(of text: TypedExpr) throws -> [TypedExpr] {
    switch text.kind {
    case .interpolation(let parts): return pieces(of: parts) ?? [text]
    case .call(.function(let reference, let dispatch), let arguments):
      guard let (target, isDirect) = try resolve(concrete(reference), dispatch), isDirect,
        case .intrinsic(let name) = target.decl.body, let first = value(arguments, 0)
      else { return [text] }
      if name == "string.concatenate", let second = value(arguments, 1) {
        return try pieces(of: first) + pieces(of: second)
      }
      return Self.conversions.contains(name) && TextKind(type(first.type).kind) != nil ? [first] : [text]
    default: return [text]
    }
  }

  /// Those of an interpolation; nil where one of them may run code to describe itself.
  private func pieces(of parts: [InterpolationPart]) -> [TypedExpr]? {
    var result: [TypedExpr] = []
    for part in parts {
      switch part {
      case .text(""): break
      case .text(let text):
        result.append(TypedExpr(.string(text), type: machine.knownTypes.string.type, range: builder.range ?? decl.range))
      case .value(let expression):
        guard TextKind(type(expression.type).kind) != nil else { return nil }
        result.append(expression)
      }
    }
    return result
  }

  private struct Piece {
    let kind: TextKind
    let value: Value
    let isLiteral: Bool
  }

  private func evaluated(_ pieces: [TypedExpr]) throws -> [Piece] {
    let range = builder.range
    defer { builder.range = range }
    return try pieces.enumerated().map { index, piece in
      let value = try operand(piece, before: Array(pieces[(index + 1)...]))
      guard let kind = TextKind(value.type.kind) else { throw Trap.unsupported("this text") }
      var isLiteral = false
      if case .string = piece.kind { isLiteral = true }
      return Piece(kind: kind, value: value, isLiteral: isLiteral)
    }
  }

  /// A new string of the texts of values.
  private func emitJoined(_ expressions: [TypedExpr], into register: Int) throws {
    try scoped {
      let pieces = try evaluated(expressions)
      let text = try joined(pieces)
      try moveOrCopy(text, into: register)
    }
  }

  private func joined(_ pieces: [Piece]) throws -> Value {
    let type = machine.knownTypes.string
    guard let first = pieces.first else {
      let register = try allocate(1)
      builder.emit(.loadObject, a: register, word: builder.literal(StringObject.make("", type)))
      own(register, type.layout)
      return Value(register: register, type: type, isOwned: true)
    }
    if pieces.count == 1, first.kind == .string { return first.value }
    var rest = pieces.dropFirst()
    // The first, if it belongs to nobody else, is what the others are appended to.
    if first.kind == .string, first.value.isOwned {
      for piece in rest { emitAppend(piece, to: first.value.register, isAddress: false) }
      return first.value
    }
    let register = try allocate(1)
    if first.kind == .string, let second = rest.first, second.kind == .string {
      rest.removeFirst()
      builder.emit(
        .textCompute, x: Int(TextOperation.concatenate.rawValue), a: register, b: first.value.register,
        c: second.value.register)
    } else {
      builder.emit(.textMake, x: Int(first.kind.rawValue), a: register, b: first.value.register)
    }
    own(register, type.layout)
    for piece in rest { emitAppend(piece, to: register, isAddress: false) }
    return Value(register: register, type: type, isOwned: true)
  }

  // MARK: Appending

  private func emitAppend(_ piece: Piece, to register: Int, isAddress: Bool) {
    builder.emit(
      .textAppend, x: Int(piece.kind.rawValue), a: register, b: piece.value.register, c: isAddress ? 1 : 0)
  }

  /// `target += text`: piece by piece, without a string for any of them, unless one is the target itself.
  private func emitAppend(_ text: TypedExpr, to target: TypedExpr) throws {
    let expressions = try pieces(of: text)
    try scoped {
      if case .variable(let variable) = target.kind, let register = frameRegister(of: variable) {
        let pieces = try evaluated(expressions)
        let isApart = pieces.allSatisfy { $0.kind != .string || $0.value.register != register }
        return try emitAppend(pieces, to: register, isAddress: false, isApart: isApart)
      }
      // Indices of the target come before the text, as they do in any call.
      let prepared = TreeWalk.mayRunCode(target) ? try prepare(target) : target
      let pieces = try evaluated(expressions)
      let isApart = pieces.allSatisfy { $0.kind != .string || $0.value.isOwned || $0.isLiteral }
      let address = try beginAccess(try accessedPlace(prepared, forCall: false))
      try emitAppend(pieces, to: address, isAddress: true, isApart: isApart)
    }
  }

  private func emitAppend(_ pieces: [Piece], to register: Int, isAddress: Bool, isApart: Bool) throws {
    if isApart || pieces.count == 1 {
      for piece in pieces { emitAppend(piece, to: register, isAddress: isAddress) }
    } else {
      let text = try joined(pieces)
      emitAppend(Piece(kind: .string, value: text, isLiteral: false), to: register, isAddress: isAddress)
    }
  }
}
