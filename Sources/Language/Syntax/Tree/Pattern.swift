/// A pattern as written, in a binding, a `case`, a `for` or a `catch`.
package final class Pattern {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind {
    case wildcard
    /// A name that is bound: directly in `let x`, or anywhere under `let (…)`.
    case name(Identifier)
    /// `let pattern`, `var pattern` within a larger pattern.
    case binding(isVar: Bool, Pattern)
    case tuple([(label: Identifier?, pattern: Pattern)])
    /// `.some(let x)`, `Shape.circle(radius: let r)`, `.none`; `arguments` is nil without parentheses.
    case enumCase(type: TypeExpr?, Identifier, arguments: [(label: Identifier?, pattern: Pattern)]?)
    /// `x?`
    case optional(Pattern)
    /// `is T`
    case isType(TypeExpr)
    /// `p as T`
    case asType(Pattern, TypeExpr)
    /// `p: T`
    case typed(Pattern, TypeExpr)
    case expression(Expr)
  }
}
