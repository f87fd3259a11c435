/// An operator function of a module, known by where it is declared until it is looked up.
struct OperatorEntry {
  let entry: MemberEntry
  /// The type or protocol that it is a member of; nil outside of types.
  let owner: NominalDecl?
  /// `prefix` or `postfix`; nil between two operands.
  let fixity: String?
  /// Its first operand is a tuple, as its text tells.
  var takesTuples = false
}

extension Checker {
  /// Operator functions of every module and type, newest first.
  func operatorFunctions(_ name: String) -> [FunctionDecl] { operatorFunctions(name) { _, _ in true } }

  /// Those operator functions that are wanted; the others are not even declared.
  func operatorFunctions(_ name: String, where isWanted: (OperatorEntry, ModuleScope) -> Bool) -> [FunctionDecl] {
    var result: [FunctionDecl] = []
    var hasRequirements = false
    for scope in visibleModules() {
      for known in scope.operators[name] ?? [] where isWanted(known, scope) {
        for case .function(let function) in known.entry.members where !result.contains(function) {
          if function.parent == nil,
            result.contains(where: { $0.parent == nil && hasSameSignature($0, function) }) { continue }
          if function.isRequirement { hasRequirements = true }
          result.append(function)
        }
      }
    }
    // Of a requirement and its default the type decides which one runs.
    if !hasRequirements { return result }
    let requirements = result.filter { $0.isRequirement }
    return result.filter { function in
      guard function.parent?.isProtocol == true, !function.isRequirement else { return true }
      return !requirements.contains { $0.parent === function.parent && hasSameSignature($0, function) }
    }
  }

  /// Whether any module has such an operator.
  func hasOperator(_ name: String, fixity: String?) -> Bool {
    visibleModules().contains { ($0.operators[name] ?? []).contains { $0.fixity == fixity } }
  }

  /// Whether all modules together have one operator of that spelling.
  func hasOneOperator(_ name: String, fixity: String?) -> Bool {
    var count = 0
    for module in visibleModules() {
      for known in module.operators[name] ?? [] where known.fixity == fixity { count += 1 }
    }
    return count == 1
  }

  /// Whether a module is part of the library and not of the session.
  func isOfLibrary(_ module: ModuleScope) -> Bool { module !== session && module !== cell }
}

/// What an operator or a name may mean. An operator has some forty meanings: which of them are looked at depends on the
/// types of the operands, so that `i + 1` asks `Int` alone.
final class Alternatives {
  /// The spelling of an operator that is not looked up yet.
  struct Operator {
    let name: String
    let fixity: String?
    /// Those of the functions around the code.
    let local: [FunctionDecl]
  }

  let operation: Operator?
  private let checker: Checker?
  private var choices: [Choice]?

  init(_ choices: [Choice]) {
    operation = nil
    checker = nil
    self.choices = choices
  }

  init(_ operation: Operator, _ checker: Checker) {
    self.operation = operation
    self.checker = checker
  }

  /// Whether it is an operator with a single meaning, as `&&`.
  private(set) lazy var hasOneMeaning = operation.map {
    $0.local.isEmpty && checker?.hasOneOperator($0.name, fixity: $0.fixity) == true
  } ?? false

  /// All of them.
  var all: [Choice] {
    if let choices { return choices }
    let found = self.choices { _, _ in true }
    choices = found
    return found
  }

  /// What the types of the operands declare themselves, and what the session does.
  func declared(by operands: Operands) -> [Choice] {
    choices { known, isOfLibrary in !isOfLibrary || known.owner.map(operands.declares) ?? false }
  }

  /// What the types of the operands have by any way, and what stands outside of types.
  func reached(from operands: Operands) -> [Choice] {
    choices { known, isOfLibrary in !isOfLibrary || operands.reach(known) }
  }

  private func choices(where isWanted: (OperatorEntry, Bool) -> Bool) -> [Choice] {
    guard let operation, let checker else { return [] }
    var functions = checker.operatorFunctions(operation.name) { known, module in
      known.fixity == operation.fixity && isWanted(known, checker.isOfLibrary(module))
    }
    for function in operation.local where !functions.contains(function) { functions.append(function) }
    var result: [Choice] = []
    for function in functions {
      result.append(Choice(.function(function)))
      if function.isResultImplicitlyUnwrapped { result.append(Choice(.function(function), unwraps: true)) }
    }
    return result
  }
}

/// The types of an operator's operands, each known or that of a literal.
struct Operands {
  /// Types with declarations, and their superclasses.
  private(set) var nominals: [NominalDecl] = []
  /// The protocols of types that only their constraints are known of.
  private(set) var protocols: [NominalDecl] = []
  var haveFunction = false
  var haveTuple = false
  private let optional: NominalDecl?

  init(optional: NominalDecl?) { self.optional = optional }

  mutating func add(_ nominal: NominalDecl) {
    if nominals.contains(where: { $0 === nominal }) { return }
    nominals.append(nominal)
    if nominal.isClass { nominals += nominal.superclasses }
  }

  mutating func add(_ protocols: [NominalDecl]) { self.protocols += protocols }

  func declares(_ owner: NominalDecl) -> Bool { nominals.contains { $0 === owner } }

  /// Whether an operator of the library may take them, as far as its place and its text tell.
  func reach(_ known: OperatorEntry) -> Bool { known.owner.map(reaches) ?? (haveTuple || !known.takesTuples) }

  private func reaches(_ owner: NominalDecl) -> Bool {
    if declares(owner) || owner === optional { return true }
    return owner.isProtocol
      && (protocols.contains { $0 === owner } || nominals.contains { $0.conformanceIndex[owner] != nil })
  }
}
