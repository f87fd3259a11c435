/// What a name may stand for.
enum Entity {
  case variable(Variable)
  case function(FunctionDecl)
  case nominal(NominalDecl)
  case alias(TypeAliasDecl)
  case generic(GenericParameter)
  /// `self` where it is a type: in static members.
  case metatypeSelf(Type, GenericParameter? = nil)
  case module(ModuleScope)
  /// A declaration whose signature is worked out when its name is first looked up.
  case pending(PendingEntity)

  var isFunction: Bool {
    if case .function = self { return true }
    return false
  }
}

/// A declaration of a module that nobody has asked for yet.
final class PendingEntity {
  private var declare: (() -> [Entity])?
  private var found: [Entity] = []

  init(_ declare: @escaping () -> [Entity]) { self.declare = declare }

  var entities: [Entity] {
    if let declare {
      self.declare = nil
      found = declare()
    }
    return found
  }
}

/// The names of one region of the source; the regions nest.
final class Scope {
  enum Kind {
    /// Statements in braces, parameters, generic parameters.
    case block
    /// The members of a type, found through its member table.
    case type(NominalDecl)
    /// The body of a function or closure: variables outside of it are captured.
    case function(FunctionContext)
    case module(ModuleScope)
  }

  let parent: Scope?
  let kind: Kind
  @exclusivity(unchecked) var names: [String: [Entity]] = [:]
  /// Names that a later statement of the same block declares: using them before is an error.
  @exclusivity(unchecked) var upcoming: [String: SourceRange] = [:]

  init(_ kind: Kind = .block, in parent: Scope?) {
    self.kind = kind
    self.parent = parent
  }

  func declare(_ entity: Entity, as name: String) {
    if entity.isFunction, let known = names[name], known.allSatisfy(\.isFunction) {
      names[name] = known + [entity]
    } else {
      names[name] = [entity]
    }
    upcoming[name] = nil
  }

  /// The function whose body this scope is in.
  var function: FunctionContext? {
    var scope: Scope? = self
    while let current = scope {
      if case .function(let context) = current.kind { return context }
      scope = current.parent
    }
    return nil
  }

  /// The type whose members this scope is among.
  var enclosingType: NominalDecl? {
    var scope: Scope? = self
    while let current = scope {
      if case .type(let decl) = current.kind { return decl }
      scope = current.parent
    }
    return nil
  }

  var depth: Int {
    var count = 0
    var scope: Scope? = self
    while let current = scope {
      count += 1
      scope = current.parent
    }
    return count
  }
}

/// The names at the top level of a module or of the session.
final class ModuleScope {
  let name: String
  /// Newest first; functions of one name stand together.
  @exclusivity(unchecked) var names: [String: [Entity]] = [:]
  /// Operator functions of the module and of its types, by spelling.
  var operators: [String: [OperatorEntry]] = [:]

  init(name: String) { self.name = name }

  /// What a name means here, with signatures worked out.
  func entities(named name: String) -> [Entity] {
    guard let found = names[name] else { return [] }
    var hasPending = false
    for case .pending in found { hasPending = true }
    if !hasPending { return found }
    var resolved: [Entity] = []
    for entity in found {
      if case .pending(let pending) = entity { resolved += pending.entities } else { resolved.append(entity) }
    }
    names[name] = resolved
    return resolved
  }
}

/// What the statements of one body need to know of the function they are in.
final class FunctionContext {
  let function: FunctionDecl
  let parent: FunctionContext?
  let nominal: NominalDecl?
  let environment: GenericEnvironment
  var selfVariable: Variable? { function.selfVariable }
  /// nil where the first `return` decides.
  var resultType: Type?
  var isThrowing: Bool
  /// Whether an error may leave the innermost `do` or the function.
  var handlesErrors: Bool
  /// What `try` is around an expression within an expression.
  var coverage = Applier.Coverage.none
  /// The `try` around the call under way.
  var tryRange: SourceRange?
  /// The first branch of the `if` or `switch` under way that gave a value and so the type.
  var firstYield: SourceRange?
  /// Within a `do` whose `catch` clauses do not take every error.
  var isInPartialCatch = false
  /// How many `do` with `catch` clauses are around this place.
  var catchDepth = 0
  /// What the calls of the innermost `do` throw, so far.
  var thrownTypes: [Type] = []
  var labels: [(name: String?, label: LoopLabel, isLoop: Bool)] = []
  var deferDepth = 0
  /// How many `if` and `do` are around this place.
  var branchDepth = 0
  /// Return statements' types where the result is to be inferred.
  var inferredResults: [(type: Type, range: SourceRange)] = []
  /// The one type of errors that may leave the function from here.
  var errorType: Type? { catchDepth == 0 ? function.thrownType : nil }
  var isClosure: Bool { function.kind == .closure }
  var opaqueResult: OpaqueType?
  /// A closure that may run after the code around it.
  var isEscaping = false

  init(function: FunctionDecl, parent: FunctionContext?, nominal: NominalDecl?, environment: GenericEnvironment) {
    self.function = function
    self.parent = parent
    self.nominal = nominal
    self.environment = environment
    isThrowing = function.isThrowing || function.isRethrowing
    handlesErrors = isThrowing
  }
}
