/// A statement after checking.
package final class TypedStmt {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind {
    /// The value is dropped.
    case expression(TypedExpr)
    /// A cell's last expression: its value is the cell's result.
    case result(TypedExpr)
    /// A variable comes into being; without a value it is assigned later (the checker has proved: before its first use).
    case declare(Variable, TypedExpr?)
    /// `let (a, b) = e`: an irrefutable pattern.
    case destructure(TypedPattern, TypedExpr)
    /// A local function: becomes a closure value under its variable if it captures anything.
    case localFunction(FunctionDecl)
    /// Declarations of types and top-level functions need nothing at run time.
    case ifStmt([TypedCondition], then: [TypedStmt], otherwise: [TypedStmt]?)
    case guardStmt([TypedCondition], otherwise: [TypedStmt])
    case whileLoop(LoopLabel, [TypedCondition], [TypedStmt])
    case repeatWhile(LoopLabel, [TypedStmt], TypedExpr)
    case forIn(TypedForIn)
    case switchStmt(LoopLabel, subject: TypedExpr, [TypedCase])
    case doCatch(LoopLabel?, [TypedStmt], [TypedCatch], isExhaustive: Bool)
    case deferStmt([TypedStmt])
    /// In an initialiser of a struct without a value: `self` is the result.
    case returnStmt(TypedExpr?)
    /// `return nil` of a failable initialiser.
    case failInitializer
    /// The operand is of type `any Error`.
    case throwStmt(TypedExpr)
    case breakStmt(LoopLabel)
    case continueStmt(LoopLabel)
    case fallthroughStmt
    /// The value of a branch of an `if` or `switch` expression.
    case yield(TypedExpr)
    case block([TypedStmt])
  }
}

/// The target of `break` and `continue`.
package final class LoopLabel: IdentityHashable {
  package let name: String?

  package init(name: String? = nil) { self.name = name }
}

package enum TypedCondition {
  case expression(TypedExpr)
  /// Holds where the optional has a value, which the pattern takes.
  case optionalBinding(TypedPattern, TypedExpr)
  case patternMatch(TypedPattern, TypedExpr)
}

/// `for pattern in sequence where condition`.
package final class TypedForIn {
  package var label: LoopLabel
  package var pattern: TypedPattern
  /// `for case`: elements that do not match are passed over.
  package var isRefutable: Bool
  package var sequence: TypedExpr
  package var element: Type
  /// The witnesses on the sequence's type: `makeIterator()` and, on `iterator`, the mutating `next()`. The compiler may do
  /// better for `Range<Int>`, `ClosedRange<Int>`, `stride` and arrays.
  package var makeIterator: FunctionRef
  package var iterator: Type
  package var next: FunctionRef
  package var condition: TypedExpr?
  package var body: [TypedStmt]

  package init(
    label: LoopLabel, pattern: TypedPattern, isRefutable: Bool, sequence: TypedExpr, element: Type,
    makeIterator: FunctionRef, iterator: Type, next: FunctionRef, condition: TypedExpr?, body: [TypedStmt]
  ) {
    self.label = label
    self.pattern = pattern
    self.isRefutable = isRefutable
    self.sequence = sequence
    self.element = element
    self.makeIterator = makeIterator
    self.iterator = iterator
    self.next = next
    self.condition = condition
    self.body = body
  }
}

package struct TypedCase {
  /// Empty for `default`. Variables of the same name in several patterns are one `Variable`.
  package var items: [(pattern: TypedPattern, condition: TypedExpr?)]
  package var body: [TypedStmt]
  package var range: SourceRange

  package init(items: [(pattern: TypedPattern, condition: TypedExpr?)], body: [TypedStmt], range: SourceRange) {
    self.items = items
    self.body = body
    self.range = range
  }
}

package struct TypedCatch {
  /// Patterns over `any Error`; empty catches all, `error` is then the variable.
  package var items: [(pattern: TypedPattern, condition: TypedExpr?)]
  package var error: Variable?
  package var body: [TypedStmt]

  package init(items: [(pattern: TypedPattern, condition: TypedExpr?)], error: Variable?, body: [TypedStmt]) {
    self.items = items
    self.error = error
    self.body = body
  }
}

/// A pattern after checking; `type` is that of the value it is matched against.
package final class TypedPattern {
  package let kind: Kind
  package let type: Type
  package let range: SourceRange

  package init(_ kind: Kind, type: Type, range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }

  package indirect enum Kind {
    case wildcard
    case bind(Variable)
    case tuple([TypedPattern])
    /// One pattern for each value of the payload, or a single one for all of them as a tuple; empty: the payload is not
    /// looked at.
    case enumCase(EnumCaseDecl, [TypedPattern])
    /// `x?`, and `.some(x)`.
    case some(TypedPattern)
    case none
    /// `is T`, and `p as T`: the inner pattern sees the cast value.
    case cast(Type, TypedPattern?)
    /// `pattern ~= value`: the condition sees the value in the variable.
    case expression(value: Variable, TypedExpr)
  }
}
