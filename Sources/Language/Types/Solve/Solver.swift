/// Works out the types of one expression: unknowns, constraints between them, and a search over overloads.
///
/// The method is that of Swift's own type checker: literals and calls make unknowns; overloaded names make disjunctions,
/// which are tried in the order of how well they fit; solutions are ranked by the conversions they need. The whole state is
/// a value, so that going back means keeping an old copy.
final class Solver {
  let checker: Checker
  /// Not watched for overlapping accesses, like what else the checker reads and writes all the time: one thread does, and
  /// no access is open while another begins. To watch them took 6 % of the time to check a cell.
  @exclusivity(unchecked) var state = State()
  var nextNode = 0
  /// Finds the cheapest set of repairs instead of giving up at the first mismatch.
  var isDiagnosing = false
  var solutions: [State] = []
  var bestScore: Score?
  /// Steps left before the expression is given up as too complex.
  var budget = Solver.wholeBudget
  static let wholeBudget = 20_000
  var ranOut = false
  /// Whether it may be given up because the cell is to stop. What the library's functions come to is kept, and is not.
  var isStoppable = false
  /// Solutions as good as the best one so far are of no interest either.
  var isCutting = false
  /// The type that the context asks of the whole expression, to try first where literals leave everything open.
  var contextualHint: Type?
  /// The wanted type of a result is such a guess and rules nothing out.
  var isExpectedHint = false
  /// Looks only at the operators that the types of the operands have, and takes back no operator that fits exactly. What
  /// this finds no solution for is searched again with all of them.
  var isNarrowing = false
  var rootNode: Node?
  /// The type asked of the whole expression.
  var contextual: Type?
  var depth = 0
  /// The parts of the tuples that closures with several parameters take apart.
  var splatElements: [ObjectIdentifier: [Variable]] = [:]
  /// The types of closure parameters in terms of unknowns, and the variables that have them.
  var openTypes: [ObjectIdentifier: Type] = [:]
  var openVariables: [Variable] = []

  init(_ checker: Checker) { self.checker = checker }

  var wellKnown: WellKnown { checker.wellKnown }

  struct State {
    /// By the number of the unknown.
    var bindings: [Type?] = []
    var literals: [LiteralKind?] = []
    var origins: [Origin] = []
    var active: [Constraint] = []
    var waiting: [Constraint] = []
    var choices: [Int: ResolvedChoice] = [:]
    var matches: [Int: CallMatch] = [:]
    var closures: [Int: OpenedClosure] = [:]
    var closureStatements: [Int: [TypedStmt]] = [:]
    /// Callees that stand in for values that are called: their `callAsFunction`.
    var replacedCallees: [Int: Node] = [:]
    var keyPaths: [Int: SolvedKeyPath] = [:]
    var dynamicPaths: [Int: Node] = [:]
    var dependents: [DependentKey: Type] = [:]
    var score = Score()
    var fixes: [Fix] = []
    var hasChanged = false
    var pendingWarnings: [Diagnostic] = []
    var region = Region()
  }

  /// The unknowns that are being solved: all, or those of one part that shares none with the rest.
  struct Region {
    var members: Set<Int>?
    /// Unknowns made since belong to it too.
    var start = 0

    func contains(_ id: Int) -> Bool { members.map { id >= start || $0.contains(id) } ?? true }
  }

  struct DependentKey: Hashable {
    let variable: Int
    let associated: AssociatedTypeDecl
  }

  /// Where an unknown comes from, to say what could not be inferred.
  enum Origin {
    case expression(Node?)
    case generic(GenericParameter, Node)
    case closure(Node)
    case implicitBase(Node)
    case closureParameter(Node, Int)
    case element(Node)
  }

  // MARK: Unknowns

  func makeVariable(_ literal: LiteralKind? = nil, _ origin: Origin = .expression(nil)) -> Type {
    let variable = TypeVariable(id: state.bindings.count, literal: literal)
    state.bindings.append(nil)
    state.literals.append(literal)
    state.origins.append(origin)
    return .variable(variable)
  }

  func makeNode(_ expr: Expr, _ type: Type, _ kind: Node.Kind) -> Node {
    nextNode += 1
    return Node(id: nextNode, expr: expr, type: type, kind: kind)
  }

  /// The type that an unknown stands for, as far as it is known. One of an attempt that was given up has come to
  /// nothing: a closure's variable may still have it, where none of the attempts held.
  func fixed(_ type: Type) -> Type {
    var type = type
    while case .variable(let variable) = type {
      guard variable.id < state.bindings.count else { return .error }
      guard let bound = state.bindings[variable.id] else { break }
      type = bound
    }
    return type
  }

  /// The type with everything known put in.
  func simplified(_ type: Type) -> Type {
    if case .nominal(_, let arguments) = type, arguments.isEmpty { return type }
    if !type.hasVariables { return type }
    return type.mapping { part in
      guard case .variable = part else { return nil }
      let known = self.fixed(part)
      if case .variable = known { return known }
      return self.simplified(known)
    }
  }

  func literal(of type: Type) -> LiteralKind? {
    if case .variable(let variable) = type, variable.id < state.literals.count { return state.literals[variable.id] }
    return nil
  }

  func bind(_ variable: TypeVariable, to type: Type, _ node: Node) -> Bool {
    if case .variable(let other) = type {
      if other.id == variable.id { return true }
      let mine = state.literals[variable.id]
      let theirs = state.literals[other.id]
      switch (mine, theirs) {
      case (nil, _): break
      case (_, nil): state.literals[other.id] = mine
      case (.integer?, .float?), (.float?, .float?), (.integer?, .integer?): break
      case (.float?, .integer?): state.literals[other.id] = .float
      case (let left?, let right?) where left == right: break
      case (.nilLiteral?, _), (_, .nilLiteral?): return false
      default: return false
      }
      // What the origin says is kept where the other one says nothing.
      if case .expression(nil) = state.origins[other.id] { state.origins[other.id] = state.origins[variable.id] }
      state.bindings[variable.id] = type
      state.hasChanged = true
      return true
    }
    if type.hasVariables {
      let inner = simplified(type)
      if inner.contains(where: { if case .variable(let found) = $0 { found.id == variable.id } else { false } }) { return false }
    }
    if let kind = state.literals[variable.id], !type.isError {
      guard literalConforms(kind, type) else { return false }
      if let standard = wellKnown.defaultType(kind), standard != type {
        state.score.add(.nonDefaultLiteral, kind == .integer && type == wellKnown.double ? 1 : 2)
      }
      if kind == .array, type.nominal !== wellKnown.arrayDecl { state.score.add(.nonDefaultLiteral) }
    }
    state.bindings[variable.id] = type
    state.hasChanged = true
    return true
  }

  /// Whether a literal may have a type.
  func literalConforms(_ kind: LiteralKind, _ type: Type) -> Bool {
    switch (kind, type) {
    case (_, .error): return true
    case (.nilLiteral, .nominal(let decl, _)) where decl === wellKnown.optionalDecl: return true
    case (.array, .nominal(let decl, _)) where decl === wellKnown.arrayDecl: return true
    case (.dictionary, .nominal(let decl, _)) where decl === wellKnown.dictionaryDecl: return true
    case (.integer, _) where type == wellKnown.int || type == wellKnown.double: return true
    case (.float, _) where type == wellKnown.double: return true
    case (.string, _) where type == wellKnown.string: return true
    case (.string, _) where type == wellKnown.character: return true
    case (.boolean, _) where type == wellKnown.bool: return true
    case (_, .nominal), (_, .parameter), (_, .dependent):
      guard let proto = wellKnown.literalProtocols[kind] else { return false }
      if checker.conforms(type, to: proto) { return true }
      if kind == .integer, let float = wellKnown.literalProtocols[.float], type.nominal?.module != "Swift",
        checker.conforms(type, to: float) { return false }
      return false
    default: return false
    }
  }

  // MARK: Constraints

  func add(_ kind: Constraint.Kind, _ node: Node, _ place: Place = .general) {
    state.active.append(Constraint(kind, node, place))
  }

  /// Works through all constraints that can be; false where one cannot hold.
  func simplify() -> Bool {
    while true {
      while let constraint = state.active.popLast() {
        if !attempt(constraint) { return false }
        if let best = bestScore, state.score > best { return false }
      }
      guard state.hasChanged else { return true }
      state.hasChanged = false
      var remaining: [Constraint] = []
      for constraint in state.waiting {
        if constraint.unknowns.isEmpty || constraint.unknowns.contains(where: { state.bindings[$0.id] != nil }) {
          state.active.append(constraint)
        } else {
          remaining.append(constraint)
        }
      }
      state.waiting = remaining
      state.active.reverse()
    }
  }

  func wait(_ kind: Constraint.Kind, _ node: Node, _ place: Place, on types: Type...) {
    let constraint = Constraint(kind, node, place)
    for case .variable(let variable) in types { constraint.unknowns.append(variable) }
    state.waiting.append(constraint)
  }

  private func attempt(_ constraint: Constraint) -> Bool {
    let node = constraint.node
    switch constraint.kind {
    case .equal(let left, let right): return match(left, right, .equal, node, constraint.place)
    case .convert(let left, let right): return match(left, right, .convert, node, constraint.place)
    case .conforms(let type, let proto): return checkConforms(type, proto, node, constraint.place)
    case .subclass(let type, let bound):
      let subject = simplified(type)
      if case .variable = subject {
        wait(constraint.kind, node, constraint.place, on: subject)
        return true
      }
      if checker.isSubclass(subject, of: simplified(bound)) || subject.isError { return true }
      return fix(.missingRequirement(.superclass(subject, bound), node))
    case .classBound(let type):
      let subject = simplified(type)
      if case .variable = subject {
        wait(constraint.kind, node, constraint.place, on: subject)
        return true
      }
      if checker.isClassBound(subject) || subject.isError { return true }
      return fix(.missingRequirement(.classBound(subject), node))
    case .dependent(let base, let associated, let result): return checkDependent(base, associated, result, node, constraint.place)
    case .member: return solveMember(node)
    case .implicitMember: return solveImplicitMember(node)
    case .apply: return solveCall(node)
    case .disjunction, .closureBody:
      state.waiting.append(constraint)
      return true
    case .arrayLiteral(let type, let element): return solveArrayLiteral(type, element, node)
    case .dictionaryLiteral(let type, let key, let value): return solveDictionaryLiteral(type, key, value, node)
    case .unwrap(let optional, let result): return solveUnwrap(optional, result, node)
    case .chain(let inner, let result): return solveChain(inner, result, node)
    case .keyPath: return solveKeyPath(node)
    case .applyKeyPath(let path, let base, let value): return solveKeyPathUse(path, base, value, node)
    }
  }

  private func checkConforms(_ type: Type, _ proto: NominalDecl, _ node: Node, _ place: Place) -> Bool {
    let subject = simplified(type)
    switch subject {
    case .variable:
      wait(.conforms(type, proto), node, place, on: subject)
      return true
    case .error: return true
    default: break
    }
    if subject.hasVariables {
      guard let (conformance, arguments) = subject.nominalConformance(to: proto) else {
        return checker.conforms(subject, to: proto) || fix(.missingConformance(subject, proto, node))
      }
      let substitutions = Substitutions(conformance.type.generics, arguments)
      for condition in conformance.conditions { addRequirement(condition.substituting(substitutions), node) }
      return true
    }
    if checker.conforms(subject, to: proto) { return true }
    if case .existential(let existential) = subject, case .requirement = place,
      existential.protocols.contains(where: { $0.allRefined.contains(proto) }) {
      // A generic function takes `any P` for its `T: P`: calls within it go by the value's own type.
      state.score.add(.openedExistential)
      return true
    }
    return fix(.missingConformance(subject, proto, node))
  }

  private func checkDependent(
    _ base: Type, _ associated: AssociatedTypeDecl, _ result: Type, _ node: Node, _ place: Place
  ) -> Bool {
    let subject = simplified(base)
    switch subject {
    case .variable:
      wait(.dependent(base, associated, result), node, place, on: subject)
      return true
    case .error: return match(result, .error, .equal, node, place)
    default: break
    }
    var projected = checker.environment.canonical(subject.projected(associated))
    if projected.isError {
      // The lack of the conformance is said by its own constraint.
      if isDiagnosing || checker.conforms(subject, to: associated.parent) { return match(result, .error, .equal, node, place) }
      return false
    }
    projected = open(projected, node)
    return match(result, projected, .equal, node, place)
  }

  func addRequirement(_ requirement: Requirement, _ node: Node) {
    switch requirement {
    case .conforms(let type, let proto): add(.conforms(open(type, node), proto), node, .requirement)
    case .sameType(let left, let right): add(.equal(open(left, node), open(right, node)), node, .requirement)
    case .superclass(let type, let bound): add(.subclass(open(type, node), open(bound, node)), node, .requirement)
    case .classBound(let type): add(.classBound(open(type, node)), node, .requirement)
    }
  }

  /// Puts an unknown in place of each `T.Element` whose `T` is not known yet.
  func open(_ type: Type, _ node: Node) -> Type {
    if !type.hasVariables { return type }
    return type.mapping { part in
      guard case .dependent(let base, let associated) = part, base.hasVariables else { return nil }
      let opened = self.simplified(self.open(base, node))
      if !opened.hasVariables { return self.checker.environment.canonical(opened.projected(associated)) }
      if case .variable(let variable) = opened {
        let key = DependentKey(variable: variable.id, associated: associated)
        if let known = self.state.dependents[key] { return known }
        let result = self.makeVariable(nil, .expression(node))
        self.state.dependents[key] = result
        self.add(.dependent(opened, associated, result), node)
        return result
      }
      let projected = opened.projected(associated)
      if case .dependent = projected { return projected }
      return self.open(projected, node)
    }
  }
}

/// One demand on the types of an expression.
final class Constraint {
  indirect enum Kind {
    case equal(Type, Type)
    case convert(Type, Type)
    case conforms(Type, NominalDecl)
    case subclass(Type, Type)
    case classBound(Type)
    case dependent(Type, AssociatedTypeDecl, Type)
    case member
    case implicitMember
    case apply
    case disjunction(Alternatives)
    case closureBody
    case arrayLiteral(Type, element: Type)
    case dictionaryLiteral(Type, key: Type, value: Type)
    case unwrap(Type, Type)
    /// The value of a chain: optional, but not twice.
    case chain(Type, Type)
    case keyPath
    case applyKeyPath(path: Type, base: Type, value: Type)
  }

  let kind: Kind
  let node: Node
  let place: Place
  /// Trying again makes no sense before one of these is known; empty: always.
  var unknowns: [TypeVariable] = []

  init(_ kind: Kind, _ node: Node, _ place: Place) {
    self.kind = kind
    self.node = node
    self.place = place
  }
}

/// What a conversion is for: it decides the words of the message.
indirect enum Place {
  case general
  case argument(call: Node, index: Int)
  case contextual(Purpose)
  case assignment(Node)
  case element
  case dictionaryKey
  case dictionaryValue
  case ternaryBranch
  case condition
  case closureResult(Node)
  /// The one expression of a closure: one that never returns will do for any result.
  case closureValue(Node)
  case interpolation
  case coercion
  case requirement
  case callResult
  case inoutArgument(call: Node, index: Int)

  var isClosureValue: Bool {
    if case .closureValue = self { return true }
    return false
  }
}

/// What the value of a whole expression is for.
enum Purpose {
  case initialization
  case returnValue
  case condition
  case thrown
  case defaultArgument
  case yield
  case caseValue
  case forSequence
  case rawValue
  case unused
}

/// What a solution costs, worst first; the least is best.
struct Score: Comparable {
  enum Part: Int {
    case fix = 14, hole = 13, disfavored = 12, unwrapped = 11, functionConversion = 10, nonDefaultLiteral = 9, collectionUpcast = 8
    case valueToOptional = 7, emptyExistential = 6, openedExistential = 5, autoclosure = 4, existential = 3, unlabelled = 2
  }

  private var parts = SIMD16<UInt16>(repeating: 0)

  mutating func add(_ part: Part, _ count: Int = 1) {
    let index = 15 - part.rawValue
    parts[index] = UInt16(min(60_000, Int(parts[index]) + count))
  }

  subscript(part: Part) -> Int { Int(parts[15 - part.rawValue]) }

  static func < (left: Score, right: Score) -> Bool {
    for index in 0..<16 where left.parts[index] != right.parts[index] { return left.parts[index] < right.parts[index] }
    return false
  }
}
