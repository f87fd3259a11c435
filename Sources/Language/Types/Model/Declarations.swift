/// A struct, class, enum or protocol.
package final class NominalDecl: IdentityHashable {
  package let kind: NominalSyntax.Kind
  package let name: String
  package let range: SourceRange
  package var documentation: String?
  /// The type it is nested in.
  package weak var parent: NominalDecl?
  /// Those of the outer types first; of a protocol the one `Self`.
  package var generics: [GenericParameter] = []
  package var requirements: [Requirement] = []
  package var superclass: Type?
  /// Direct conformances, also those of extensions; of a protocol those it refines.
  package var conformances: [Conformance] = []

  // Members, in the order of declaration; extensions add theirs.
  /// Stored instance properties give the layout, those of the superclass excluded.
  package var properties: [PropertyDecl] = []
  package var functions: [FunctionDecl] = []
  package var subscripts: [SubscriptDecl] = []
  package var cases: [EnumCaseDecl] = []
  package var associatedTypes: [AssociatedTypeDecl] = []
  package var nestedTypes: [String: NominalDecl] = [:]
  package var aliases: [String: TypeAliasDecl] = [:]
  package var deinitializer: FunctionDecl?
  /// The raw type of an enum.
  package var rawType: Type?

  /// How the machine represents it where that is not by its members: the argument of `@representation("int64")` in the
  /// library's text, or of `@native("Tensor")` in a module's.
  package var representation: Representation = .members
  /// `indirect enum`
  package var isIndirect = false
  package var isFinal = false
  /// The module of its declaration: `Swift`, `Nabla`, `main`.
  package var module = "main"
  /// What the checker keeps about it: its members by name, its conformances by protocol.
  let info = NominalInfo()

  package init(kind: NominalSyntax.Kind, name: String, range: SourceRange) {
    self.kind = kind
    self.name = name
    self.range = range
  }

  package var isClass: Bool { kind == .classDecl }
  package var isProtocol: Bool { kind == .protocolDecl }
}

package enum Representation: Hashable, Sendable {
  case members
  /// A primitive of the machine: `int64`, `uint8`, `double`, `float`, `bool`, `string`, `character`, `substring`, `array`,
  /// `dictionary`, `set`, `optional`…
  case builtin(String)
  /// A value of the host, held as one reference; the name finds it in the module's table.
  case native(String)
}

package final class GenericParameter: IdentityHashable {
  package let name: String
  /// True for the `Self` of a protocol.
  package let isSelf: Bool

  package init(name: String, isSelf: Bool = false) {
    self.name = name
    self.isSelf = isSelf
  }
}

package final class AssociatedTypeDecl: IdentityHashable {
  package let name: String
  package unowned let parent: NominalDecl
  package var fallback: Type?

  package init(name: String, parent: NominalDecl) {
    self.name = name
    self.parent = parent
  }
}

package final class TypeAliasDecl: IdentityHashable {
  package let name: String
  package var generics: [GenericParameter]
  package var type: Type

  package init(name: String, generics: [GenericParameter], type: Type) {
    self.name = name
    self.generics = generics
    self.type = type
  }
}

package enum Requirement: Hashable {
  case conforms(Type, NominalDecl)
  case sameType(Type, Type)
  case superclass(Type, Type)
  case classBound(Type)
}

/// That a nominal type conforms to a protocol, in terms of the type's own generic parameters.
package final class Conformance: IdentityHashable {
  package unowned let type: NominalDecl
  package unowned let proto: NominalDecl
  /// `where Element: Equatable`
  package var conditions: [Requirement]
  package var associatedTypes: [AssociatedTypeDecl: Type] = [:]
  /// Each requirement (functions, initialisers, accessors of properties and subscripts) with what meets it: a member of
  /// the type, one of a protocol extension (its `Self` substituted), or a synthesized function.
  package var witnesses: [FunctionDecl: FunctionRef] = [:]
  /// Finds an associated type that was not looked for yet; set by the checker.
  var inferAssociatedType: ((AssociatedTypeDecl) -> Type)?
  /// Associated types whose search is under way, against endless recursion.
  var associatedTypesInProgress: Set<AssociatedTypeDecl> = []
  /// Fills `witnesses`; the checker sets it, and it runs at the first question for a witness.
  var completeWitnesses: (() -> Void)?
  /// Finds the witness of one requirement, of a conformance that a module declares: nobody asks for most of them.
  var findWitness: ((FunctionDecl) -> Void)?
  /// The requirements whose witness was looked for.
  var requirementsAsked: Set<FunctionDecl> = []
  /// The makers of the two above, for the conformances that this one implies.
  var hooks: ConformanceHooks?
  /// False where another conformance implies it, as `Equatable` where `Hashable` was written.
  var isExplicit = true
  /// The place of its declaration, for diagnostics.
  var range: SourceRange?

  package init(type: NominalDecl, proto: NominalDecl, conditions: [Requirement]) {
    self.type = type
    self.proto = proto
    self.conditions = conditions
  }
}

/// A local, a parameter, a global of the session, or a capture: something with a place of its own.
package final class Variable: IdentityHashable {
  package let name: String
  package let range: SourceRange
  package var type: Type
  package let isLet: Bool
  package var kind: Kind
  package var ownership: Ownership = .strong
  package var documentation: String?
  /// Some closure or local function uses it, so it may outlive its scope: the machine keeps a captured `var` in a box.
  package var isCaptured = false
  /// Declared with `T!`: the type is `T?`, and a use may unwrap it.
  package var isImplicitlyUnwrapped = false
  /// A capture of a weak or unowned reference, or any variable the user cannot name, has no declaration to mend.
  var isImplicit = false
  /// Observers and `lazy` for locals and globals; nil for plain ones.
  package var accessors: Accessors?

  package enum Kind {
    case local, parameter, inoutParameter
    /// Lives as long as the session.
    case global
  }

  package init(name: String, range: SourceRange, type: Type, isLet: Bool, kind: Kind) {
    self.name = name
    self.range = range
    self.type = type
    self.isLet = isLet
    self.kind = kind
  }
}

package enum Ownership: Sendable { case strong, weak, unowned }

/// The accessor functions of a property, subscript or observed variable; those not there are nil.
package struct Accessors {
  package var get: FunctionDecl?
  package var set: FunctionDecl?
  package var willSet: FunctionDecl?
  package var didSet: FunctionDecl?

  package init(
    get: FunctionDecl? = nil, set: FunctionDecl? = nil, willSet: FunctionDecl? = nil, didSet: FunctionDecl? = nil
  ) {
    self.get = get
    self.set = set
    self.willSet = willSet
    self.didSet = didSet
  }
}

/// A property of a type: stored, computed, or required by a protocol.
package final class PropertyDecl: IdentityHashable {
  package let name: String
  package let range: SourceRange
  package weak var parent: NominalDecl?
  package var type: Type
  package var isLet: Bool
  package var isStatic: Bool
  package var isStored: Bool
  package var isLazy = false
  package var ownership: Ownership = .strong
  package var documentation: String?
  /// For computed ones and requirements `get`/`set`; for stored ones the observers, if any. A stored property that
  /// overrides or meets a requirement has synthesized `get`/`set` too.
  package var accessors = Accessors()
  /// A function without parameters that gives the initial value; of a static property it runs once, at first use.
  package var initializer: FunctionDecl?
  /// The storage of a static stored property.
  package var staticStorage: Variable?
  package var overridden: PropertyDecl?
  /// `private(set)` and the like: who may write.
  package var isSettable = true
  /// Declared with `T!`: the type is `T?`, and a use may unwrap it.
  package var isImplicitlyUnwrapped = false
  /// `private` or `fileprivate`; of `private(set)` for writing only.
  var access: String?
  var setAccess: String?
  /// Works out a type that was not written, from the initial value, at the first use.
  var inferType: (() -> Void)?

  package init(
    name: String, range: SourceRange, parent: NominalDecl?, type: Type, isLet: Bool, isStatic: Bool, isStored: Bool
  ) {
    self.name = name
    self.range = range
    self.parent = parent
    self.type = type
    self.isLet = isLet
    self.isStatic = isStatic
    self.isStored = isStored
  }
}

package final class SubscriptDecl: IdentityHashable {
  package let range: SourceRange
  package weak var parent: NominalDecl?
  package var generics: [GenericParameter] = []
  package var parameters: [Parameter]
  package var type: Type
  package var isStatic: Bool
  package var documentation: String?
  /// The accessors take `self` first, then the subscript's parameters, `set` the new value last.
  package var accessors = Accessors()
  /// The machine knows how to reach the element in place: `array`, `dictionary` (optional value), `dictionaryDefault`.
  package var addressor: String?

  package init(range: SourceRange, parent: NominalDecl?, parameters: [Parameter], type: Type, isStatic: Bool) {
    self.range = range
    self.parent = parent
    self.parameters = parameters
    self.type = type
    self.isStatic = isStatic
  }
}

package final class EnumCaseDecl: IdentityHashable {
  package let name: String
  package let range: SourceRange
  package unowned let parent: NominalDecl
  /// Position in the enum, which is its tag.
  package let index: Int
  package var payload: [TupleElement]
  package var isIndirect: Bool
  package var rawValue: TypedExpr?
  /// Default values of the payload, as functions without parameters.
  package var defaults: [FunctionDecl?] = []
  package var documentation: String?

  package init(
    name: String, range: SourceRange, parent: NominalDecl, index: Int, payload: [TupleElement], isIndirect: Bool
  ) {
    self.name = name
    self.range = range
    self.parent = parent
    self.index = index
    self.payload = payload
    self.isIndirect = isIndirect
  }
}

package struct Parameter {
  package var label: String?
  package var variable: Variable
  package var isInout: Bool
  package var isVariadic: Bool
  package var isAutoclosure: Bool
  /// `@escaping`
  var isEscaping = false
  /// A function without parameters that gives the default value, generic as its owner is.
  package var defaultValue: FunctionDecl?
  /// The default value as written, for signatures.
  package var defaultText: String?

  package init(
    label: String?, variable: Variable, isInout: Bool = false, isVariadic: Bool = false, isAutoclosure: Bool = false,
    defaultValue: FunctionDecl? = nil, defaultText: String? = nil
  ) {
    self.label = label
    self.variable = variable
    self.isInout = isInout
    self.isVariadic = isVariadic
    self.isAutoclosure = isAutoclosure
    self.defaultValue = defaultValue
    self.defaultText = defaultText
  }
}

/// Anything that is called: functions, methods, initialisers, accessors, closures, default values, a cell's top level.
///
/// Calling convention, for every kind: `self` first (if `selfVariable`), then the parameters in their order. The
/// result of an initialiser is the new value: that of a struct or enum initialiser is its `selfVariable` at the end; a
/// class initialiser gets the allocated object as `self` and returns nothing (the call expression allocates). A
/// failable initialiser returns an optional (of a class: whether it succeeded, see `TypedStmt.failInitializer`).
package final class FunctionDecl: IdentityHashable {
  package enum Kind: Sendable {
    case function, method, initializer, deinitializer, getter, setter, observer, closure, value, topLevel
  }

  package enum Body {
    /// The statements; `check` of the checker has run.
    case typed([TypedStmt])
    /// Still to be checked (the library's own functions, at first use): `FunctionDecl.typedBody` does it.
    case unchecked
    /// An operation of the machine: `@intrinsic("int64.add")`.
    case intrinsic(String)
    /// An entry of a host module's table: `@native(17)`.
    case native(module: String, index: Int)
    case synthesized(Synthesis)
    /// A protocol's requirement.
    case requirement
  }

  /// Functions without source, which the machine makes from the type's layout.
  package enum Synthesis: Hashable, Sendable {
    case memberwiseInit, defaultInit, equals, hash, lessThan, allCases, rawValueGet, rawValueInit
    /// `get`/`set` of a stored property, for witnesses and overriding.
    case storedGet, storedSet
    /// `init(arrayLiteral:)` and the like of user types need none; `hashValue`, `description` of raw enums do.
    case hashValue, codingDescription
  }

  package let name: String
  package let kind: Kind
  package let range: SourceRange
  package weak var parent: NominalDecl?
  /// The property an accessor or observer belongs to.
  package weak var property: PropertyDecl?
  package var documentation: String?
  package var isOperator = false
  /// `@_disfavoredOverload`: chosen where no other overload fits.
  var isDisfavored = false
  /// `@discardableResult`
  var isDiscardable = false
  package var isStatic = false
  package var isMutating = false
  package var isFailable = false
  package var isConvenience = false
  package var isFinal = false
  /// A class member that gives `Self` or `Self?`: a value of the receiver's type.
  var returnsSelf = false
  /// Of a static member of a class the class that it is called on, whatever subclass that is: every one has an instance
  /// of its own.
  package var dynamicSelf: GenericParameter?
  /// Every generic parameter in force: of the outer types or the protocol's `Self`, of an enclosing generic function,
  /// then its own. `Substitutions` of a `FunctionRef` cover exactly these.
  package var generics: [GenericParameter] = []
  package var requirements: [Requirement] = []
  package var selfVariable: Variable?
  package var parameters: [Parameter] = []
  package var resultType: Type = .void
  package var isThrowing = false
  package var isRethrowing = false
  /// `throws(E)`: what `throw .case` is read as; the value itself travels as `any Error`.
  var thrownType: Type?
  package var body: Body = .unchecked
  /// Variables of enclosing functions that a closure or local function uses, its inner closures' included. Globals are
  /// no captures. Captured `let`s are copied, captured `var`s shared.
  package var captures: [Variable] = []
  /// Explicit capture lists: a new variable with the value it gets when the closure is made.
  package var captureInits: [(variable: Variable, value: TypedExpr)] = []
  /// The method of a superclass that it overrides.
  package weak var overridden: FunctionDecl?
  /// The result was declared as `T!`.
  package var isResultImplicitlyUnwrapped = false
  /// `prefix`, `postfix` or nil for infix, of an operator function.
  var fixity: String?
  /// How many of its generic parameters belong to the function around a local one.
  var outerGenericCount = 0
  /// `private` or `fileprivate`.
  var access: String?
  /// The closing brace of its body, for what is missing there.
  package var bodyEnd: SourceRange?
  /// A requirement of a protocol, as against a member of its extension.
  var isRequirement = false
  /// Checks a body that is still `.unchecked`; set by the checker.
  package var checkBody: ((FunctionDecl) -> Void)?

  package init(name: String, kind: Kind, range: SourceRange, parent: NominalDecl?) {
    self.name = name
    self.kind = kind
    self.range = range
    self.parent = parent
  }

  /// The statements of the body, checked now if they were not yet; nil where there is no source.
  package var typedBody: [TypedStmt]? {
    if case .unchecked = body { checkBody?(self) }
    guard case .typed(let statements) = body else { return nil }
    return statements
  }
}

/// A function with types for all of its generic parameters (which may mention those of the user's context).
package struct FunctionRef: Hashable {
  package var decl: FunctionDecl
  package var substitutions: Substitutions

  package init(_ decl: FunctionDecl, _ substitutions: Substitutions = Substitutions()) {
    self.decl = decl
    self.substitutions = substitutions
  }
}

extension Parameter {
  /// Whether a closure as its argument may be kept beyond the call: it is `@escaping`, or no function as such.
  var keepsClosures: Bool {
    if case .function = variable.type { return isEscaping }
    return true
  }
}
