/// The operators in scope with their precedence: those of the standard library and those that cells declared.
/// A value, so that a cell with an error leaves no trace.
package struct OperatorTable: Sendable {
  package struct Group: Sendable, Equatable {
    package enum Associativity: String, Sendable { case left, right, none }

    package var name: String
    package var associativity: Associativity
    package var isAssignment = false
    /// The groups directly below this one.
    package var higherThan: [String] = []
    /// The groups directly above this one.
    package var lowerThan: [String] = []
  }

  package enum Order: Sendable { case higher, lower, same, unordered }

  package private(set) var groups: [String: Group] = [:]
  /// The groups directly below each: what it stands above, and what stands below it.
  private var below: [String: [String]] = [:]
  /// The group of each infix operator.
  package private(set) var infix: [String: String] = [:]
  package private(set) var prefix: Set<String> = []
  package private(set) var postfix: Set<String> = []

  /// The operators that the standard library declares.
  package static let standard = OperatorTable()

  private init() {
    for (lower, higher) in zip(Self.ladder, Self.ladder.dropFirst()) {
      add(Group(name: higher.name, associativity: higher.associativity, higherThan: [lower.name]))
    }
    var assignment = Group(name: "AssignmentPrecedence", associativity: .right)
    assignment.isAssignment = true
    add(assignment)
    // Functions' arrows stand above assignment, beside the ladder; the default group above the ternary.
    add(Group(name: "DefaultPrecedence", associativity: .none, higherThan: ["TernaryPrecedence"]))
    for rung in Self.ladder {
      for name in rung.operators { infix[name] = rung.name }
    }
    prefix = ["!", "~", "+", "-", "...", "..<"]
    postfix = ["..."]
    linkGroups()
  }

  private struct Rung {
    var name: String
    var associativity: Group.Associativity
    var operators: [String]
  }

  private static let ladder: [Rung] = [
    Rung(
      name: "AssignmentPrecedence", associativity: .right,
      operators: [
        "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "|=", "^=", "&+=", "&-=", "&*=", "&<<=", "&>>=", ".&=", ".|=",
        ".^=",
      ]),
    Rung(name: "FunctionArrowPrecedence", associativity: .right, operators: []),
    Rung(name: "TernaryPrecedence", associativity: .right, operators: []),
    Rung(name: "LogicalDisjunctionPrecedence", associativity: .left, operators: ["||"]),
    Rung(name: "LogicalConjunctionPrecedence", associativity: .left, operators: ["&&"]),
    Rung(
      name: "ComparisonPrecedence", associativity: .none,
      operators: [
        "<", "<=", ">", ">=", "==", "!=", "===", "!==", "~=", ".==", ".!=", ".<", ".<=", ".>", ".>=",
      ]),
    Rung(name: "NilCoalescingPrecedence", associativity: .right, operators: ["??"]),
    Rung(name: "CastingPrecedence", associativity: .none, operators: []),
    Rung(name: "RangeFormationPrecedence", associativity: .none, operators: ["..<", "..."]),
    Rung(
      name: "AdditionPrecedence", associativity: .left,
      operators: ["+", "-", "&+", "&-", "|", "^", ".|", ".^"]),
    Rung(name: "MultiplicationPrecedence", associativity: .left, operators: ["*", "/", "%", "&*", "&", ".&"]),
    Rung(name: "BitwiseShiftPrecedence", associativity: .none, operators: ["<<", ">>", "&<<", "&>>"]),
  ]

  package mutating func add(_ group: Group) {
    let isRedeclared = groups[group.name] != nil
    groups[group.name] = group
    if isRedeclared { return linkGroups() }
    link(group)
  }

  private mutating func linkGroups() {
    below = [:]
    for group in groups.values { link(group) }
  }

  private mutating func link(_ group: Group) {
    below[group.name, default: []] += group.higherThan
    for higher in group.lowerThan { below[higher, default: []].append(group.name) }
  }

  package func group(ofInfix name: String) -> Group? { infix[name].flatMap { groups[$0] } }

  // MARK: Declarations

  /// Takes in the operator and precedence-group declarations among `statements`, in any order.
  package mutating func declare(in statements: [Stmt], diagnostics: inout [Diagnostic]) {
    let declarations = statements.compactMap { statement in
      if case .declaration(let declaration) = statement.kind { declaration } else { nil }
    }
    for declaration in declarations {
      if case .precedenceGroup(let syntax) = declaration.kind { declare(syntax) }
    }
    for declaration in declarations {
      switch declaration.kind {
      case .precedenceGroup(let syntax):
        for other in syntax.higherThan + syntax.lowerThan where groups[other.text] == nil {
          diagnostics.append(Diagnostic(.unknownPrecedenceGroup(other.text), at: other.range))
        }
        if order(syntax.name.text, syntax.name.text, strict: true) == .higher {
          diagnostics.append(Diagnostic(.duplicatePrecedenceGroup(syntax.name.text), at: syntax.name.range))
          groups[syntax.name.text]?.higherThan = []
          groups[syntax.name.text]?.lowerThan = []
          linkGroups()
        }
      case .operatorDecl(let fixity, let name, let precedence):
        if let precedence, groups[precedence.text] == nil {
          diagnostics.append(Diagnostic(.unknownPrecedenceGroup(precedence.text), at: precedence.range))
        }
        switch fixity {
        case "prefix": prefix.insert(name.text)
        case "postfix": postfix.insert(name.text)
        default:
          let group = precedence.map(\.text) ?? "DefaultPrecedence"
          infix[name.text] = groups[group] == nil ? "DefaultPrecedence" : group
        }
      default: break
      }
    }
  }

  private mutating func declare(_ syntax: PrecedenceGroupSyntax) {
    add(
      Group(
        name: syntax.name.text, associativity: Group.Associativity(rawValue: syntax.associativity) ?? .none,
        isAssignment: syntax.isAssignment, higherThan: syntax.higherThan.map(\.text),
        lowerThan: syntax.lowerThan.map(\.text)))
  }

  // MARK: Order

  /// How the group `first` binds against `second`.
  package func order(_ first: String, _ second: String) -> Order { order(first, second, strict: false) }

  private func order(_ first: String, _ second: String, strict: Bool) -> Order {
    if first == second, !strict { return .same }
    if reaches(from: first, second) { return .higher }
    if reaches(from: second, first) { return .lower }
    return .unordered
  }

  /// Whether a path of «higher than» leads down from one group to another. `A higherThan B` stands with A, and
  /// `B lowerThan A` with B.
  private func reaches(from start: String, _ goal: String) -> Bool {
    var pending = [start]
    var seen: Set<String> = []
    while let name = pending.popLast() {
      for other in below[name] ?? [] where groups[other] != nil {
        if other == goal { return true }
        if seen.insert(other).inserted { pending.append(other) }
      }
    }
    return false
  }
}
