/// A name with its place.
package struct Identifier: Sendable {
  package var text: String
  package var range: SourceRange

  package init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// An expression as written. Operators stand unfolded in `.sequence` until `OperatorTable.fold` has run, because a
/// cell may declare operators of its own.
package final class Expr {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind {
    // Literals
    /// The magnitude, nil where it does not fit in 64 bits; the sign is a prefix operator.
    case integer(UInt64?)
    case float(Double)
    case string([StringSegment])
    case boolean(Bool)
    case nilLiteral
    /// `#line`, `#file`, `#function`, `#column`, `#fileID`, `#filePath`, by name without `#`.
    case magic(String)
    case array([Expr])
    case dictionary([(key: Expr, value: Expr)])

    // Names
    /// `f`, `f<Int>`, `f(a:b:)` (labels not nil), `self`, `Self`, `$0`.
    case name(Identifier, generics: [TypeExpr], labels: [String]?)
    case superValue
    /// `.relu`: the type comes from the context.
    case implicitMember(Identifier, labels: [String]?)
    /// `a.b`, `a.0`, `a.self`, `a.init`, `T.Type` is a type expression.
    case member(Expr, Identifier, generics: [TypeExpr], labels: [String]?)
    /// A type used as an expression where only a type can stand: `[Int]`, `[String: Int]`, `Int?`, `(Int) -> Int`, `any P`.
    case type(TypeExpr)
    /// `_` on the left of an assignment.
    case discard

    // Composite
    case call(Expr, [Argument], trailing: TrailingClosures)
    case subscriptCall(Expr, [Argument])
    /// `(a, b: c)` and `()`; one unlabelled element is `.paren`.
    case tuple([Argument])
    case paren(Expr)
    case closure(ClosureExpr)
    case keyPath(root: TypeExpr?, [KeyPathComponent])
    /// `&x`
    case inoutAddress(Expr)
    case forceUnwrap(Expr)
    /// `x?` within a chain.
    case optionalChain(Expr)
    case tryExpr(TryKind, Expr)

    // Operators
    case prefix(Identifier, Expr)
    case postfix(Expr, Identifier)
    /// Operands and operators in the order written, before folding.
    case sequence([SequenceItem])

    // After folding
    case binary(Expr, Identifier, Expr)
    case assign(Expr, Expr)
    case ternary(Expr, Expr, Expr)
    case cast(Expr, CastKind, TypeExpr)

    // Statements as expressions
    case ifExpr(IfStmt)
    case switchExpr(SwitchStmt)

    /// A place where parsing failed; a diagnostic has been given.
    case error
  }
}

package enum StringSegment {
  case text(String)
  /// `\(value)`, `\(value, format: x)`.
  case interpolation([Argument])
}

package struct Argument {
  package var label: Identifier?
  package var value: Expr

  package init(label: Identifier?, value: Expr) {
    self.label = label
    self.value = value
  }
}

/// The closures after a call; the first has no label.
package struct TrailingClosures {
  package var closures: [(label: Identifier?, closure: Expr)]

  package init(_ closures: [(label: Identifier?, closure: Expr)] = []) { self.closures = closures }
}

package enum TryKind: Sendable { case plain, optional, force }

package enum CastKind: Sendable { case coerce, conditional, force, check }

package enum SequenceItem {
  case operand(Expr)
  case binaryOperator(Identifier)
  case assign(SourceRange)
  /// `? middle :`
  case ternary(Expr)
  case cast(CastKind, TypeExpr, SourceRange)
}

package final class ClosureExpr {
  package var captures: [(specifier: CaptureSpecifier, name: Identifier, value: Expr?)]
  /// nil where the closure has no signature and uses `$0`.
  package var parameters: [ClosureParameter]?
  package var throwing: ThrowsSyntax
  package var result: TypeExpr?
  package var body: [Stmt]
  package var range: SourceRange

  package init(
    captures: [(specifier: CaptureSpecifier, name: Identifier, value: Expr?)], parameters: [ClosureParameter]?,
    throwing: ThrowsSyntax, result: TypeExpr?, body: [Stmt], range: SourceRange
  ) {
    self.captures = captures
    self.parameters = parameters
    self.throwing = throwing
    self.result = result
    self.body = body
    self.range = range
  }
}

package enum CaptureSpecifier: Sendable { case strong, weak, unowned }

package struct ClosureParameter {
  /// `_` for an unnamed one.
  package var name: Identifier
  package var type: TypeExpr?
  package var isInout: Bool

  package init(name: Identifier, type: TypeExpr?, isInout: Bool = false) {
    self.name = name
    self.type = type
    self.isInout = isInout
  }
}

package enum KeyPathComponent {
  case property(Identifier)
  case subscriptCall([Argument])
  case optionalChain
  case forceUnwrap
}
