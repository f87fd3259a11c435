extension Expr {
  /// Where `swiftc` points for an expression: at the name of a member, at an operator.
  var location: SourceRange {
    func from(_ start: SourceRange) -> SourceRange { SourceRange(file: range.file, start: Int(start.start), end: Int(range.end)) }
    switch kind {
    case .member(_, let name, _, _): return from(name.range)
    case .call(let callee, _, _): return from(callee.location)
    case .sequence(let items):
      for case .binaryOperator(let name) in items { return from(name.range) }
      return range
    default: return range
    }
  }

  /// The `=` of an assignment.
  var assignmentOperator: SourceRange? {
    if case .sequence(let items) = kind {
      for case .assign(let range) in items { return range }
    }
    return nil
  }

  var isAssignment: Bool {
    switch kind {
    case .assign: return true
    case .sequence(let items):
      return items.contains { if case .assign = $0 { true } else { false } }
    default: return false
    }
  }

  var isCall: Bool {
    switch kind {
    case .call: return true
    case .tryExpr(_, let inner), .paren(let inner): return inner.isCall
    case .sequence(let items): if items.count == 1, case .operand(let operand) = items[0] { return operand.isCall } else { return false }
    default: return false
    }
  }
}

extension Pattern {
  /// The names that it binds.
  var boundNames: [Identifier] {
    switch kind {
    case .name(let name): return [name]
    case .binding(_, let inner), .optional(let inner), .asType(let inner, _), .typed(let inner, _): return inner.boundNames
    case .tuple(let elements): return elements.flatMap(\.pattern.boundNames)
    case .enumCase(_, _, let arguments): return (arguments ?? []).flatMap(\.pattern.boundNames)
    case .wildcard, .isType, .expression: return []
    }
  }
}

extension Condition {
  var boundNames: [Identifier] {
    switch self {
    case .optionalBinding(_, let pattern, _, _), .patternMatch(let pattern, _): return pattern.boundNames
    case .expression: return []
    }
  }
}

extension SourceFile {
  /// The closing brace at the end of a range.
  func lastBrace(of range: SourceRange) -> SourceRange { range.lastCharacter }
}

extension SourceRange {
  /// The word at the start of a statement, which may follow a label.
  func keyword(_ word: String) -> SourceRange {
    let bytes = Array(word.utf8)
    var index = Int(start)
    let limit = min(Int(end), file.bytes.count)
    while index + bytes.count <= limit {
      if Array(file.bytes[index..<index + bytes.count]) == bytes {
        return SourceRange(file: file, start: index, end: index + bytes.count)
      }
      index += 1
    }
    return self
  }
}
