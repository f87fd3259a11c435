/// A type of the cell language, as the checker computes with it.
///
/// `Int`, `Array`, `Optional`, `Range`… are nominal types like any other, declared by the library's own text;
/// `WellKnown` finds those that syntax speaks of (`[T]`, `T?`, literals, `for`).
package indirect enum Type: Hashable {
  /// A struct, class or enum with its generic arguments, those of the outer types first.
  case nominal(NominalDecl, [Type])
  /// `Void` is the empty tuple.
  case tuple([TupleElement])
  case function(FunctionType)
  /// `T.Type`
  case metatype(Type)
  /// `any P & Q`; `Any` has no protocols. `AnyObject` is `isClassBound` alone. A superclass is not supported.
  case existential(ExistentialType)
  /// A generic parameter inside its declaration; `Self` of a protocol is one.
  case parameter(GenericParameter)
  /// `T.Element` for a `T` that is not concrete yet.
  case dependent(Type, AssociatedTypeDecl)
  /// `some P` as the result of a declaration: one hidden type, known once the body is checked.
  case opaque(OpaqueType, [Type])
  /// Only while the constraints of one expression are solved; no typed tree contains it.
  case variable(TypeVariable)
  /// A type that could not be worked out; a diagnostic has been given, and nothing more is said of it.
  case error

  package static var void: Type { .tuple([]) }
}

package struct TupleElement: Hashable {
  package var label: String?
  package var type: Type

  package init(label: String? = nil, type: Type) {
    self.label = label
    self.type = type
  }
}

package struct FunctionType: Hashable {
  package struct Parameter: Hashable {
    package var type: Type
    package var isInout: Bool
    package var isVariadic: Bool
    package var isAutoclosure: Bool

    package init(type: Type, isInout: Bool = false, isVariadic: Bool = false, isAutoclosure: Bool = false) {
      self.type = type
      self.isInout = isInout
      self.isVariadic = isVariadic
      self.isAutoclosure = isAutoclosure
    }
  }

  package var parameters: [Parameter]
  package var result: Type
  package var isThrowing: Bool
  /// `throws(E)`; nil where any error may be thrown, or none.
  package private(set) var thrownType: Type?
  /// Escaping has no effect on how a value is represented; it only changes what the checker allows.
  package var isEscaping: Bool

  package init(
    parameters: [Parameter], result: Type, isThrowing: Bool, thrownType: Type? = nil, isEscaping: Bool = true
  ) {
    self.parameters = parameters
    self.result = result
    self.isThrowing = isThrowing
    self.isEscaping = isEscaping
    if isThrowing { setThrown(thrownType) }
  }

  /// `throws(any Error)` is `throws`, and `throws(Never)` does not throw.
  package mutating func setThrown(_ type: Type?) {
    thrownType = type
    switch type {
    case .nominal(let decl, _)? where decl.module == "Swift" && decl.name == "Never":
      isThrowing = false
      thrownType = nil
    case .existential(let existential)? where existential.protocols.count == 1 && existential.protocols[0].name == "Error"
      && existential.protocols[0].module == "Swift": thrownType = nil
    default: break
    }
  }
}

package struct ExistentialType: Hashable {
  /// Sorted by the order of declaration, without those that another one implies.
  package var protocols: [NominalDecl]
  package var isClassBound: Bool
  /// `any Sequence<Int>`: same-type constraints on primary associated types.
  package var associated: [AssociatedTypeDecl: Type]

  package init(protocols: [NominalDecl], isClassBound: Bool = false, associated: [AssociatedTypeDecl: Type] = [:]) {
    self.protocols = protocols
    self.isClassBound = isClassBound
    self.associated = associated
  }
}

/// What `some P` hides; `underlying` is in terms of the generic parameters of the declaration.
package final class OpaqueType: IdentityHashable {
  package let protocols: [NominalDecl]
  /// `some Sequence<Int>`: same-type constraints on primary associated types.
  package var associated: [AssociatedTypeDecl: Type] = [:]
  package unowned let owner: FunctionDecl
  package var underlying: Type?

  package init(protocols: [NominalDecl], owner: FunctionDecl) {
    self.protocols = protocols
    self.owner = owner
  }
}

/// An unknown of the solver.
package final class TypeVariable: IdentityHashable {
  package let id: Int
  /// The literal protocol whose default type is taken where nothing else decides.
  package var literal: LiteralKind?

  package init(id: Int, literal: LiteralKind? = nil) {
    self.id = id
    self.literal = literal
  }
}

package enum LiteralKind: Sendable { case integer, float, string, boolean, nilLiteral, array, dictionary }

/// Concrete or partly concrete types for generic parameters.
package struct Substitutions: Hashable {
  package var types: TypeBindings

  package init(_ types: TypeBindings = TypeBindings()) { self.types = types }

  package init(_ types: [GenericParameter: Type]) {
    self.init()
    for (parameter, type) in types { self.types[parameter] = type }
  }

  package subscript(parameter: GenericParameter) -> Type? {
    get { types[parameter] }
    set { types[parameter] = newValue }
  }
}

/// Equality and hash by identity, for declarations and unknowns.
package protocol IdentityHashable: AnyObject, Hashable {}

extension IdentityHashable {
  package static func == (left: Self, right: Self) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
