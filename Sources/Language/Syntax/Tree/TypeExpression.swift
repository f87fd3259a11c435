/// A type as written.
package final class TypeExpr {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind {
    /// `Int`, `Foo.Bar<Int>`, `T.Element`, `Self`.
    case named([Component])
    case optional(TypeExpr)
    case implicitlyUnwrapped(TypeExpr)
    case array(TypeExpr)
    case dictionary(TypeExpr, TypeExpr)
    case tuple([(label: Identifier?, type: TypeExpr)])
    case function([FunctionParameter], ThrowsSyntax, TypeExpr)
    case any(TypeExpr)
    case some(TypeExpr)
    case composition([TypeExpr])
    /// `T.Type`, `T.Protocol`
    case metatype(TypeExpr)
    /// `_`, to be inferred.
    case inferred
    case error
  }

  package struct Component {
    package var name: Identifier
    package var arguments: [TypeExpr]

    package init(name: Identifier, arguments: [TypeExpr] = []) {
      self.name = name
      self.arguments = arguments
    }
  }

  package struct FunctionParameter {
    package var type: TypeExpr
    package var isInout: Bool
    package var isVariadic: Bool
    package var isEscaping: Bool
    package var isAutoclosure: Bool

    package init(
      type: TypeExpr, isInout: Bool = false, isVariadic: Bool = false, isEscaping: Bool = false,
      isAutoclosure: Bool = false
    ) {
      self.type = type
      self.isInout = isInout
      self.isVariadic = isVariadic
      self.isEscaping = isEscaping
      self.isAutoclosure = isAutoclosure
    }
  }
}
