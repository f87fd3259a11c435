/// Constants of loops, loaded once before the outermost loop that uses them.
extension FunctionCompiler {
  /// The word of a literal that is one.
  private func constantWord(_ expression: TypedExpr) -> Int? {
    switch (expression.kind, type(expression.type).kind) {
    case (.floating(let value), .double): return Int(Int64(bitPattern: value.bitPattern))
    case (.floating(let value), .float): return Int(Float(value).bitPattern)
    case (.integer(let isNegative, let magnitude), .double):
      let value = isNegative ? -Double(magnitude) : Double(magnitude)
      return Int(Int64(bitPattern: value.bitPattern))
    case (.integer(let isNegative, let magnitude), .float):
      return Int((isNegative ? -Float(magnitude) : Float(magnitude)).bitPattern)
    case (.integer, .integer): return integerLiteral(expression)
    default: return nil
    }
  }

  /// A literal of the loop under way, in the register that holds it.
  func hoistedConstant(_ expression: TypedExpr) -> Value? {
    if hoistedConstants.isEmpty { return nil }
    if case .variable(let variable) = expression.kind, case .constant(let literal)? = storages[variable] {
      return hoistedConstant(literal)
    }
    guard let word = constantWord(expression), let register = hoistedConstants[word] else { return nil }
    return Value(register: register, type: type(expression.type))
  }

  /// More than these stay where they are.
  private static let hoistedLimit = 12

  /// Loads the literals of a loop that instructions cannot hold themselves. Gives back what was there before.
  func hoistConstants(_ conditions: [TypedExpr], _ body: [TypedStmt]) throws -> [Int: Int] {
    let outer = hoistedConstants
    var words: [Int] = []
    func look(_ expression: TypedExpr) -> Bool {
      // Smaller ones stand in most instructions that use them.
      if let word = constantWord(expression), Int16(exactly: word) == nil, outer[word] == nil, !words.contains(word) {
        words.append(word)
      }
      return true
    }
    for condition in conditions { TreeWalk.visit(condition, look) }
    for statement in body { TreeWalk.visit(statement, look) }
    for word in words.prefix(max(Self.hoistedLimit - outer.count, 0)) {
      let register = try allocate(1)
      emitConstant(register, word)
      hoistedConstants[word] = register
    }
    return outer
  }

  func endHoisting(_ outer: [Int: Int]) { hoistedConstants = outer }
}
