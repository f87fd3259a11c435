/// A statement as written.
package final class Stmt {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind {
    case expression(Expr)
    case declaration(Decl)
    case ifStmt(IfStmt)
    case guardStmt([Condition], body: [Stmt])
    case whileLoop(label: Identifier?, [Condition], body: [Stmt])
    case repeatWhile(label: Identifier?, body: [Stmt], Expr)
    case forIn(ForIn)
    case switchStmt(SwitchStmt)
    case doCatch(label: Identifier?, body: [Stmt], catches: [CatchClause])
    case deferStmt([Stmt])
    case returnStmt(Expr?)
    case throwStmt(Expr)
    case breakStmt(Identifier?)
    case continueStmt(Identifier?)
    case fallthroughStmt
    case error
  }
}

package enum Condition {
  case expression(Expr)
  /// `let x = e`, `if let x` (value nil), `var x: T = e`; the pattern is irrefutable.
  case optionalBinding(isVar: Bool, Pattern, TypeExpr?, Expr?)
  /// `case pattern = e`
  case patternMatch(Pattern, Expr)
}

package final class IfStmt {
  package var label: Identifier?
  package var conditions: [Condition]
  package var body: [Stmt]
  package var elseBranch: ElseBranch?
  package var range: SourceRange

  package enum ElseBranch {
    case block([Stmt])
    case elseIf(IfStmt)
  }

  package init(
    label: Identifier?, conditions: [Condition], body: [Stmt], elseBranch: ElseBranch?, range: SourceRange
  ) {
    self.label = label
    self.conditions = conditions
    self.body = body
    self.elseBranch = elseBranch
    self.range = range
  }
}

package final class ForIn {
  package var label: Identifier?
  /// `for case` patterns skip the elements that do not match.
  package var isCase: Bool
  package var pattern: Pattern
  package var sequence: Expr
  package var whereClause: Expr?
  package var body: [Stmt]

  package init(
    label: Identifier?, isCase: Bool, pattern: Pattern, sequence: Expr, whereClause: Expr?, body: [Stmt]
  ) {
    self.label = label
    self.isCase = isCase
    self.pattern = pattern
    self.sequence = sequence
    self.whereClause = whereClause
    self.body = body
  }
}

package final class SwitchStmt {
  package var label: Identifier?
  package var subject: Expr
  package var cases: [SwitchCase]
  package var range: SourceRange

  package init(label: Identifier?, subject: Expr, cases: [SwitchCase], range: SourceRange) {
    self.label = label
    self.subject = subject
    self.cases = cases
    self.range = range
  }
}

package struct SwitchCase {
  /// Empty for `default`.
  package var items: [(pattern: Pattern, whereClause: Expr?)]
  package var isDefault: Bool
  package var body: [Stmt]
  package var range: SourceRange

  package init(
    items: [(pattern: Pattern, whereClause: Expr?)], isDefault: Bool, body: [Stmt], range: SourceRange
  ) {
    self.items = items
    self.isDefault = isDefault
    self.body = body
    self.range = range
  }
}

package struct CatchClause {
  /// Empty where the clause catches everything as `error`.
  package var items: [(pattern: Pattern, whereClause: Expr?)]
  package var body: [Stmt]
  package var range: SourceRange

  package init(items: [(pattern: Pattern, whereClause: Expr?)], body: [Stmt], range: SourceRange) {
    self.items = items
    self.body = body
    self.range = range
  }
}
