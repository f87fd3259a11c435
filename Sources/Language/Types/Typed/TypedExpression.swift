/// An expression after checking: every name resolved, every overload chosen, every conversion explicit.
///
/// Types mention the generic parameters of the enclosing declaration; the compiler of bytecode substitutes concrete
/// ones and compiles each instance of a generic function for itself. Evaluation goes from left to right as written.
///
/// **Places.** `.variable`, `.property`, `.subscriptAccess`, `.tupleElement`, `.forceUnwrap`, `.chainValue` and
/// `.dictionaryValue` can stand where a place is needed: as the target of `.assign`, as an `.inoutArgument`, as the `self` of
/// a mutating method, and as the base of another place. Read, they give a copy of the value. A computed property or subscript
/// in a place is read by `get` before and written by `set` after the access, observers run after the write. A trap
/// or an error in the middle leaves the variable with what was written so far, never empty.
package final class TypedExpr {
  package let kind: Kind
  package let type: Type
  package let range: SourceRange

  package init(_ kind: Kind, type: Type, range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }

  package indirect enum Kind {
    // Literals; `type` is a type with a builtin representation (a user's literal type calls its initialiser).
    /// Fits the type; checked.
    case integer(isNegative: Bool, magnitude: UInt64)
    case floating(Double)
    case string(String)
    case character(Character)
    case boolean(Bool)
    /// The nil of an optional `type`.
    case none
    /// A String from texts and values; each value is printed as `print` would.
    case interpolation([InterpolationPart])
    /// `type` is Array.
    case array([TypedExpr])
    /// `type` is Dictionary; a repeated key traps as in Swift.
    case dictionary([(key: TypedExpr, value: TypedExpr)])
    case tuple([TypedExpr])

    // Places
    case variable(Variable)
    /// An instance property; base is a value or an object. For a static one base is nil. Through an existential or a generic
    /// parameter the property is the protocol's requirement. Where a metatype as a value decides (`type(of: x).name` of a class
    /// or an existential), it is the base of the static one. `isSuper`: `super.p`. In an initialiser of its own type, observers
    /// do not run: `isDirect`.
    case property(base: TypedExpr?, PropertyDecl, Substitutions, isSuper: Bool, isDirect: Bool)
    case subscriptAccess(base: TypedExpr, SubscriptDecl, Substitutions, [TypedArgument])
    case tupleElement(TypedExpr, Int)
    /// `x!`, or the use of an implicitly unwrapped optional; traps on nil.
    case forceUnwrap(TypedExpr, isImplicit: Bool)
    /// `x?` within the nearest `.optionalChain` around it: nil ends the chain.
    case chainValue(TypedExpr)
    /// `_ = e` has this as its target.
    case discard

    // Calls
    case call(Callee, [TypedArgument])
    /// `T(...)` of a class: allocates an object of `type`, then calls the initialiser.
    case construct(FunctionRef, [TypedArgument])
    /// `self.init(…)`, `super.init(…)`.
    case delegateInit(selfVariable: Variable, FunctionRef, [TypedArgument], isSuper: Bool)
    /// An enum value; payload in the order declared.
    case enumCase(EnumCaseDecl, [TypedArgument])
    /// A closure or local function as a value.
    case closure(FunctionDecl)
    /// A function as a value: `f`, `Int.init`, `Shape.circle`, `+`. An instance method taken from its type is curried by
    /// the checker into a closure.
    case function(FunctionRef)
    /// `object.method` as a value; the base is evaluated now.
    case boundMethod(TypedExpr, FunctionRef, Dispatch)

    // Conversions
    /// T to T?
    case wrapOptional(TypedExpr)
    /// T? to U?, by a conversion of the payload, which is the variable.
    case mapOptional(TypedExpr, payload: Variable, TypedExpr)
    /// [T] to [U], Dictionary values likewise: element by element through the variable.
    case mapCollection(TypedExpr, element: Variable, TypedExpr)
    /// A concrete type, a class or another existential to the existential `type`.
    case erase(TypedExpr)
    /// A class to its superclass.
    case upcast(TypedExpr)
    /// Between function types that differ in throwing or escaping only: nothing happens at run time.
    case functionConversion(TypedExpr)
    /// A metatype as a value: `Int.self`.
    case metatype(Type)
    /// `type(of: x)`
    case dynamicType(TypedExpr)
    /// Runs the body with the value of an existential as a value of its own dynamic type, bound to the variable (whose
    /// type is the parameter). Only where calling a generic function with `any P` opens it.
    case openExistential(TypedExpr, GenericParameter, Variable, TypedExpr)

    // Casts; the operand may be of any type
    case isType(TypedExpr, Type)
    /// `as? T`: `type` is T?.
    case conditionalCast(TypedExpr, Type)
    case forcedCast(TypedExpr, Type)

    // Control
    case ternary(TypedExpr, TypedExpr, TypedExpr)
    case logicalAnd(TypedExpr, TypedExpr)
    case logicalOr(TypedExpr, TypedExpr)
    /// `a ?? b`; `type` is that of b.
    case coalesce(TypedExpr, TypedExpr)
    /// The whole of a chain `a?.b?.c`; `type` is optional. The inner value has type T or, if it is optional itself,
    /// T? which is not wrapped again.
    case optionalChain(TypedExpr)
    /// Void
    case assign(TypedExpr, TypedExpr)
    /// `try?`: nil on an error; `try!`: a trap on an error. Plain `try` leaves no trace.
    case tryOptional(TypedExpr)
    case tryForce(TypedExpr)
    /// An `if` or `switch` (or `do`) as an expression: its branches end in `.yield`.
    case statement(TypedStmt)
    /// A sequence of statements and then a value: for what the checker needs to bind on the way.
    case block([TypedStmt], TypedExpr)

    // Key paths
    case keyPath(KeyPathExpr)
    /// `base[keyPath: k]`; a place where the key path is writable.
    case applyKeyPath(TypedExpr, TypedExpr)

    case error
  }
}

package enum InterpolationPart {
  case text(String)
  case value(TypedExpr)
}

package enum TypedArgument {
  case value(TypedExpr)
  /// The expression is a place.
  case inoutArgument(TypedExpr)
  /// The parameter's default value is computed; the reference is its function.
  case defaulted(FunctionRef)
  /// The elements of a variadic parameter; the callee gets an array.
  case variadic([TypedExpr], element: Type)
}

package enum Callee {
  /// `self`, if any, is the first argument.
  case function(FunctionRef, Dispatch)
  /// A closure.
  case value(TypedExpr)
  /// A static method, or an initialiser, of the type that a metatype value holds: `type(of: x).make()`.
  case metatype(TypedExpr, FunctionRef)
}

package enum Dispatch: Sendable {
  /// Exactly this function: free functions, structs, final methods, `super`.
  case direct
  /// By the dynamic class of `self`.
  case virtual
  /// The reference is a protocol's requirement: its substitution of `Self` decides where that becomes concrete; where
  /// `self` is an existential, its dynamic type decides.
  case witness
}

/// A key path: a root type and steps.
package struct KeyPathExpr {
  package enum Step {
    case property(PropertyDecl, Substitutions)
    case subscriptAccess(SubscriptDecl, Substitutions, [TypedArgument])
    case tupleElement(Int)
    case optionalChain
    case forceUnwrap
  }

  package var root: Type
  package var value: Type
  package var steps: [(step: Step, type: Type)]

  package init(root: Type, value: Type, steps: [(step: Step, type: Type)]) {
    self.root = root
    self.value = value
    self.steps = steps
  }
}
