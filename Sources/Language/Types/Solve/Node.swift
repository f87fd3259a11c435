/// An expression while its types are worked out. What depends on the choices made (overloads, closure bodies) is in the
/// solver's state, by the node's number.
final class Node {
  let id: Int
  let expr: Expr
  var type: Type
  var kind: Kind
  /// The call whose callee this is.
  weak var call: Node?
  /// The name that a reference has in the source, for messages.
  var name = ""
  var nameRange: SourceRange
  /// `f(a:b:)`
  var labels: [String]?
  /// `f<Int>`
  var generics: [Type] = []
  /// A member named without `self.`.
  var isImplicitSelf = false
  /// Functions outside of the type, for a call that no member takes.
  var outerNames: [FunctionDecl] = []
  var isOperator = false
  /// The operator call that this one is an operand of.
  weak var operatorParent: Node?
  /// The type of the operands below whose type is known, where it is one and literals can have it.
  var operandHint: Type?
  /// The type that an implicit member at the start of this chain belongs to.
  var implicitBase: Type?

  var range: SourceRange { expr.range }

  init(id: Int, expr: Expr, type: Type, kind: Kind) {
    self.id = id
    self.expr = expr
    self.type = type
    self.kind = kind
    nameRange = expr.range
  }

  indirect enum Kind {
    case literal(Literal)
    case interpolation([InterpolationSegment])
    case array([Node], element: Type)
    case dictionary([(key: Node, value: Node)], key: Type, value: Type)
    /// A name; which declaration it means is in `State.choices`.
    case reference
    /// A type as a value.
    case metatype(Type)
    case module(ModuleScope)
    case member(base: Node)
    case implicitMember(base: Type)
    case call(callee: Node, [ArgumentNode])
    case subscriptCall(base: Node, [ArgumentNode])
    case tuple([Node], labels: [String?])
    case closure(ClosureNode)
    case assign(Node, Node)
    case discard
    case ternary(Node, Node, Node)
    case cast(Node, CastKind, Type, TypeExpr)
    case forceUnwrap(Node)
    case chainValue(Node)
    case optionalChain(Node)
    case inoutAddress(Node)
    case tryExpr(TryKind, Node)
    case keyPath(KeyPathNode)
    /// `super`: only the base of a member.
    case superValue(Variable)
    /// `self` in static code and the like: an expression that needs no solving.
    case typed(TypedExpr)
    case paren(Node)
    /// `type(of: x)`
    case dynamicType(Node)
    /// `base[keyPath: path]`
    case applyKeyPath(base: Node, path: Node)
    case error
  }
}

enum Literal {
  case integer(UInt64, isNegative: Bool)
  case float(Double, isNegative: Bool)
  case string(String)
  case boolean(Bool)
  case nilLiteral
}

enum InterpolationSegment {
  case text(String)
  case value(Node)
}

struct ArgumentNode {
  var label: String?
  var labelRange: SourceRange?
  var node: Node
  var isTrailing = false
}

final class ClosureNode {
  let syntax: ClosureExpr
  let scope: Scope
  let context: FunctionContext
  /// How many `$n` the body uses, where there is no parameter list.
  let anonymousCount: Int
  /// The body is one expression, solved with what is around it.
  let single: Expr?
  let isThrowing: Bool

  init(syntax: ClosureExpr, scope: Scope, context: FunctionContext, anonymousCount: Int, single: Expr?, isThrowing: Bool) {
    self.syntax = syntax
    self.scope = scope
    self.context = context
    self.anonymousCount = anonymousCount
    self.single = single
    self.isThrowing = isThrowing
  }
}

/// A closure in one attempt at solving: its parameters with their types so far, and its body.
final class OpenedClosure {
  let function: FunctionDecl
  let context: FunctionContext
  let scope: Scope
  let result: Type
  /// The parameters are the elements of one tuple.
  var splatTuple: Variable?
  var body: Node?
  var isVoidContext = false

  init(function: FunctionDecl, context: FunctionContext, scope: Scope, result: Type) {
    self.function = function
    self.context = context
    self.scope = scope
    self.result = result
  }
}

final class KeyPathNode {
  let components: [KeyPathComponent]
  let root: Type
  let value: Type
  let scope: Scope

  init(components: [KeyPathComponent], root: Type, value: Type, scope: Scope) {
    self.components = components
    self.root = root
    self.value = value
    self.scope = scope
  }
}

/// What a reference may mean.
struct Choice {
  enum Kind {
    case variable(Variable)
    case function(FunctionDecl)
    /// A member of a value.
    case instance(FoundMember)
    /// A static member, a case or an initialiser of a type, which is given.
    case ofType(FoundMember, Type)
    /// An instance method taken from its type: `Int.advanced`.
    case curried(FoundMember, Type)
    case type(Type)
    case tupleElement(Int)
    /// `wrapper.name` through `subscript(dynamicMember:)`.
    case dynamicMember(FoundMember, isKeyPath: Bool, name: String)
    /// `f.self`, `T.self`
    case identity
  }

  var kind: Kind
  /// The value was declared with `T!` and is unwrapped here.
  var unwraps = false
  /// A static member that an extension gives for one conforming type, `.all` of `any TensorIndex`: what it gives
  /// converts to the existential.
  var convertsToBase = false
  /// A member of a type, reached through the `self` of the code.
  var implicitSelf: Entity?

  init(_ kind: Kind, unwraps: Bool = false, implicitSelf: Entity? = nil) {
    self.kind = kind
    self.unwraps = unwraps
    self.implicitSelf = implicitSelf
  }

  /// The function that a call of this choice calls.
  var function: FunctionDecl? {
    switch kind {
    case .function(let function): return function
    case .instance(let found), .ofType(let found, _), .curried(let found, _):
      if case .function(let function) = found.member { return function }
      return nil
    default: return nil
    }
  }

  var enumCase: EnumCaseDecl? {
    if case .ofType(let found, _) = kind, case .enumCase(let decl) = found.member { return decl }
    return nil
  }

  var found: FoundMember? {
    switch kind {
    case .instance(let found), .ofType(let found, _), .curried(let found, _), .dynamicMember(let found, _, _): return found
    default: return nil
    }
  }

  var isImplicitlyUnwrapped: Bool {
    switch kind {
    case .variable(let variable): return variable.isImplicitlyUnwrapped
    case .function(let function): return function.isResultImplicitlyUnwrapped
    case .instance(let found), .ofType(let found, _):
      switch found.member {
      case .property(let property): return property.isImplicitlyUnwrapped
      case .function(let function): return function.isResultImplicitlyUnwrapped
      default: return false
      }
    default: return false
    }
  }
}

/// A choice that was made, with the types it got.
struct ResolvedChoice {
  var choice: Choice
  /// Where the reference stands.
  var place: SourceRange
  var type: Type
  var substitutions: Substitutions
}

/// Parameters as a call sees them.
struct ParameterInfo {
  var label: String?
  var type: Type
  var isInout = false
  var isVariadic = false
  var isAutoclosure = false
  var hasDefault = false
  /// A closure may be kept beyond the call.
  var isEscaping = false
}

/// Which arguments go to which parameter.
struct CallMatch {
  var parameters: [ParameterInfo]
  /// For each parameter the indices of its arguments; empty where it is defaulted.
  var arguments: [[Int]]
  /// The call takes the elements of one tuple apart or builds one; not used by functions.
  var calleeThrows = false
}
