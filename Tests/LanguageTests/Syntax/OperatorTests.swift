import Testing

@testable import Language

@Suite struct OperatorTests {
  /// Folds a text of one expression and writes it with brackets.
  private func fold(_ text: String) -> (String, [String]) {
    let file = SourceFile(name: "cell 1", cell: 1, text: text)
    let statements = Parser.parse(file).statements
    var table = OperatorTable.standard
    var diagnostics: [Diagnostic] = []
    table.declare(in: statements, diagnostics: &diagnostics)
    guard case .expression(let expression) = statements.last?.kind else { return ("", []) }
    let folded = write(expression, table, &diagnostics)
    return (folded, diagnostics.map(\.message.text))
  }

  private func write(_ expression: Expr, _ table: OperatorTable, _ diagnostics: inout [Diagnostic]) -> String {
    switch expression.kind {
    case .sequence(let items): return write(table.fold(items, diagnostics: &diagnostics), table, &diagnostics)
    case .binary(let left, let name, let right):
      return "(" + write(left, table, &diagnostics) + " " + name.text + " " + write(right, table, &diagnostics) + ")"
    case .assign(let left, let right):
      return "(" + write(left, table, &diagnostics) + " = " + write(right, table, &diagnostics) + ")"
    case .ternary(let condition, let yes, let no):
      return "(" + write(condition, table, &diagnostics) + " ? " + write(yes, table, &diagnostics) + " : "
        + write(no, table, &diagnostics) + ")"
    case .cast(let value, _, _): return "(" + write(value, table, &diagnostics) + " as)"
    case .tryExpr(_, let value): return "(try " + write(value, table, &diagnostics) + ")"
    case .name(let name, _, _): return name.text
    default: return "?"
    }
  }

  @Test(arguments: [
    ("a + b * c - d", "((a + (b * c)) - d)"), ("a = b = c", "(a = (b = c))"), ("a ?? b ?? c", "(a ?? (b ?? c))"),
    ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"), ("a && b || c && d", "((a && b) || (c && d))"),
    ("a == b && c < d", "((a == b) && (c < d))"), ("x = try a + b", "(x = (try (a + b)))"),
    ("try a ?? b", "(try (a ?? b))"), ("a as Int + b", "((a as) + b)"), ("a is Int ? b : c", "((a as) ? b : c)"),
    ("a + b as Int", "((a + b) as)"), ("a += b + c", "(a += (b + c))"), ("a << b + c", "((a << b) + c)"),
    ("a...b + c", "(a ... (b + c))"), ("a == b ? c : d", "((a == b) ? c : d)"), ("a ?? b == c", "((a ?? b) == c)"),
    ("precedencegroup P { higherThan: MultiplicationPrecedence\n associativity: right }\ninfix operator **: P\na * b ** c ** d",
      "(a * (b ** (c ** d)))"),
    ("infix operator |>\na |> b", "(a |> b)"),
  ])
  func `folding`(source: String, expected: String) {
    let (text, errors) = fold(source)
    #expect(text == expected)
    #expect(errors == [])
  }

  @Test(arguments: [
    ("a < b < c", "adjacent operators are in non-associative precedence group 'ComparisonPrecedence'"),
    ("a |> b", "cannot find operator '|>' in scope"),
    ("infix operator |>\na |> b |> c", "adjacent operators are in non-associative precedence group 'DefaultPrecedence'"),
    ("a + try b", "'try' cannot appear to the right of a non-assignment operator"),
    ("precedencegroup P { higherThan: Q }\na + b", "unknown precedence group 'Q'"),
    ("precedencegroup P { higherThan: P }\na + b", "precedence group 'P' cannot be higher or lower than itself"),
  ])
  func `what cannot be folded is told`(source: String, expected: String) {
    #expect(fold(source).1 == [expected])
  }

  @Test func `a long chain folds without recursion`() {
    let text = (0..<900).map { "a\($0)" }.joined(separator: " + ")
    #expect(fold(text).1 == [])
  }
}
