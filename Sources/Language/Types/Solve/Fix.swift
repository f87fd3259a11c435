/// A repair of one constraint that cannot hold: what is wrong, to be said if this repair is among the cheapest.
struct Fix {
  enum Kind {
    case mismatch(Type, Type, Node, Place)
    case nilNotAllowed(Type, Node, Place)
    case notOptional(Type, Node)
    case noMember(Type, Node)
    case unwrapBase(Type, Node)
    case unwrapCallee(Type, Node)
    case staticOnInstance(Type, Node, FoundMember)
    case instanceInStatic(Node, FoundMember, Type)
    case existentialInit(Type, Node)
    case noInitializers(Type, Node)
    case metatypeCalled(Type, Node)
    case notCallable(Type, Node)
    case extraneousLabel(Node, Int)
    case wrongLabels(Node, [String], [Int])
    case extraArgument(Node, Int, takesNone: Bool)
    case missingArgument(Node, String?, Int, Type)
    case outOfOrder(Node, String?, String?, Int)
    case extraneousAmpersand(Node)
    case missingAmpersand(Node, Type)
    case missingConformance(Type, NominalDecl, Node)
    case missingRequirement(Requirement, Node)
    case closureParameterCount(Node, Type, expected: Int, found: Int)
    case closureIgnoresParameters(Node, Int)
    case closureParameterUnknown(Node, String)
    case closureBody([Diagnostic])
    case throwingClosure(Node, Type)
    case thrownConversion(Node, Type, Type)
    case noOverload(Node, [Choice])
    case unknown(Solver.Origin, LiteralKind?)
  }

  let kind: Kind

  /// Something unknown is often unknown because of another fault.
  var isConsequence: Bool {
    if case .unknown(_, let literal) = kind { return literal != .nilLiteral }
    return false
  }

  /// What an operator gives is wrong because its operands are.
  func followsFromOperands(in fixes: [Fix]) -> Bool {
    guard case .mismatch(_, _, let node, .contextual) = kind, case .call(let callee, let operands) = node.withoutParens.kind,
      callee.isOperator
    else { return false }
    return fixes.contains {
      if case .mismatch(_, _, let other, _) = $0.kind { return operands.contains { $0.node === other } }
      return false
    }
  }
}

extension Solver {
  /// Notes a repair; false where none are allowed or this way is already worse than another.
  func fix(_ kind: Fix.Kind) -> Bool {
    guard isDiagnosing else { return false }
    state.fixes.append(Fix(kind: kind))
    state.score.add(.fix, cost(kind))
    if let best = bestScore, best < state.score { return false }
    return true
  }

  /// Repairs that say less about the place of the fault cost more.
  private func cost(_ kind: Fix.Kind) -> Int {
    switch kind {
    case .unknown: return 3
    case .noOverload: return 4
    case .mismatch(_, _, _, .requirement): return 3
    case .mismatch, .missingConformance, .missingRequirement: return 2
    case .extraArgument, .missingArgument, .wrongLabels, .outOfOrder, .extraneousLabel: return 4
    case .closureParameterCount, .closureIgnoresParameters: return 3
    case .closureBody(let diagnostics): return 2 + 2 * diagnostics.count
    default: return 2
    }
  }
}
