extension OperatorTable {
  /// Folds the items of a `.sequence` into a tree of `.binary`, `.assign`, `.ternary` and `.cast` by precedence. `try`
  /// covers everything to its right. Operands are left as they are: fold the sequences inside them on the way down.
  package func fold(_ items: [SequenceItem], diagnostics: inout [Diagnostic]) -> Expr {
    var folder = Folder(table: self, items: items[...], diagnostics: diagnostics)
    let result = folder.fold()
    diagnostics = folder.diagnostics
    return result
  }
}

/// Precedence climbing over the items of one sequence. Orders between groups are remembered: user-declared groups
/// form a graph, and walking it for every pair would be slow.
private struct Folder {
  let table: OperatorTable
  var items: ArraySlice<SequenceItem>
  var diagnostics: [Diagnostic]
  var orders: [String: OperatorTable.Order] = [:]

  init(table: OperatorTable, items: ArraySlice<SequenceItem>, diagnostics: [Diagnostic]) {
    self.table = table
    self.items = items
    self.diagnostics = diagnostics
  }

  private struct Infix {
    var item: SequenceItem
    var group: OperatorTable.Group
    var range: SourceRange
  }

  private struct Pending {
    var left: Expr
    var infix: Infix
  }

  mutating func fold() -> Expr {
    guard let first = takeOperand() else { return missingOperand(at: nil) }
    var operand = first
    // A shift-reduce loop with an explicit stack: a long chain needs no recursion.
    var pending: [Pending] = []
    var tries: [(kind: TryKind, depth: Int, start: SourceRange)] = []
    func open(_ expression: Expr) -> Expr {
      var expression = expression
      while case .tryExpr(let kind, let inner) = expression.kind {
        tries.append((kind, pending.count, expression.range))
        expression = inner
      }
      return expression
    }
    operand = open(operand)
    while let infix = takeInfix() {
      while let last = pending.last, mustReduce(last.infix, before: infix) {
        closeTries(&tries, depth: pending.count, &operand)
        pending.removeLast()
        operand = combine(last.left, last.infix, operand)
      }
      if case .cast(let kind, let type, _) = infix.item {
        operand = Expr(.cast(operand, kind, type), operand.range.joined(to: type.range))
        continue
      }
      guard let right = takeOperand() else {
        operand = combine(operand, infix, missingOperand(at: infix.range))
        break
      }
      if case .tryExpr = right.kind, !infix.group.isAssignment, infix.group.name != "TernaryPrecedence" {
        diagnostics.append(Diagnostic(.tryRightOfOperator(keyword(of: right)), at: right.range))
      }
      pending.append(Pending(left: operand, infix: infix))
      operand = open(right)
    }
    while let last = pending.popLast() {
      closeTries(&tries, depth: pending.count + 1, &operand)
      operand = combine(last.left, last.infix, operand)
    }
    closeTries(&tries, depth: 0, &operand)
    return operand
  }

  /// A `try` opened at a depth ends where the operators to its right have been reduced.
  private func closeTries(
    _ tries: inout [(kind: TryKind, depth: Int, start: SourceRange)], depth: Int, _ operand: inout Expr
  ) {
    while let last = tries.last, last.depth >= depth {
      tries.removeLast()
      operand = Expr(.tryExpr(last.kind, operand), last.start.joined(to: operand.range))
    }
  }

  private func keyword(of expression: Expr) -> String {
    guard case .tryExpr(let kind, _) = expression.kind else { return "try" }
    switch kind {
    case .plain: return "try"
    case .optional: return "try?"
    case .force: return "try!"
    }
  }

  /// What stands where an operand is missing, which the parser has told.
  private func missingOperand(at range: SourceRange?) -> Expr {
    Expr(.error, range ?? SourceRange(file: SourceFile(name: "", cell: 0, text: ""), start: 0, end: 0))
  }

  private mutating func takeOperand() -> Expr? {
    guard case .operand(let expression) = items.first else { return nil }
    items.removeFirst()
    return expression
  }

  private mutating func takeInfix() -> Infix? {
    guard let item = items.first else { return nil }
    switch item {
    case .operand: return nil
    case .binaryOperator(let name):
      items.removeFirst()
      guard let group = table.group(ofInfix: name.text) else {
        diagnostics.append(Diagnostic(.unknownOperator(name.text, fixity: "infix"), at: name.range))
        return Infix(item: item, group: known("AdditionPrecedence"), range: name.range)
      }
      return Infix(item: item, group: group, range: name.range)
    case .assign(let range):
      items.removeFirst()
      return Infix(item: item, group: known("AssignmentPrecedence"), range: range)
    case .ternary(let middle):
      items.removeFirst()
      return Infix(item: item, group: known("TernaryPrecedence"), range: middle.range)
    case .cast(_, _, let range):
      items.removeFirst()
      return Infix(item: item, group: known("CastingPrecedence"), range: range)
    }
  }

  private func known(_ name: String) -> OperatorTable.Group {
    table.groups[name] ?? OperatorTable.Group(name: name, associativity: .left)
  }

  /// Whether the operator on the stack takes its right operand before `next` does.
  private mutating func mustReduce(_ last: Infix, before next: Infix) -> Bool {
    switch order(last.group.name, next.group.name) {
    case .higher: return true
    case .lower: return false
    case .same:
      switch next.group.associativity {
      case .left: return true
      case .right: return false
      case .none:
        diagnostics.append(Diagnostic(.nonAssociative(last.group.name, next.group.name), at: last.range))
        return true
      }
    case .unordered:
      diagnostics.append(Diagnostic(.nonAssociative(last.group.name, next.group.name), at: last.range))
      return true
    }
  }

  private mutating func order(_ first: String, _ second: String) -> OperatorTable.Order {
    let key = first + " " + second
    if let known = orders[key] { return known }
    let order = table.order(first, second)
    orders[key] = order
    return order
  }

  private func combine(_ left: Expr, _ infix: Infix, _ right: Expr) -> Expr {
    let range = left.range.joined(to: right.range)
    switch infix.item {
    case .binaryOperator(let name): return Expr(.binary(left, name, right), range)
    case .assign: return Expr(.assign(left, right), range)
    case .ternary(let middle): return Expr(.ternary(left, middle, right), range)
    case .operand, .cast: return left
    }
  }
}
