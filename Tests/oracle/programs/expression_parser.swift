// Tokenizer and recursive descent parser with enums and pattern matching
enum Token: Equatable { case num(Double), op(Character), lparen, rparen, ident(String) }
struct Lexer: Sequence, IteratorProtocol {
  var chars: Substring
  init(_ s: String) { chars = s[...] }
  mutating func next() -> Token? {
    chars = chars.drop(while: \.isWhitespace)
    guard let c = chars.first else { return nil }
    switch c {
    case "0"..."9", ".":
      let t = chars.prefix { $0.isNumber || $0 == "." }
      chars.removeFirst(t.count)
      return .num(Double(t)!)
    case "(": chars.removeFirst(); return .lparen
    case ")": chars.removeFirst(); return .rparen
    case _ where c.isLetter:
      let t = chars.prefix(while: { $0.isLetter })
      defer { chars = chars.dropFirst(t.count) }
      return .ident(String(t))
    default: return .op(chars.removeFirst())
    }
  }
}
indirect enum Expr {
  case num(Double), variable(String), unary(Character, Expr), binary(Expr, Character, Expr)
  func eval(_ env: [String: Double] = [:]) throws -> Double {
    switch self {
    case .num(let x): return x
    case .variable(let n): guard let v = env[n] else { throw EvalError.unbound(n) }; return v
    case .unary("-", let e): return try -e.eval(env)
    case .unary(let o, _): throw EvalError.badOperator(o)
    case .binary(let l, let o, let r):
      let (a, b) = (try l.eval(env), try r.eval(env))
      switch o { case "+": return a + b; case "-": return a - b; case "*": return a * b
      case "/" where b == 0: throw EvalError.division
      case "/": return a / b
      default: throw EvalError.badOperator(o) }
    }
  }
}
enum EvalError: Error { case unbound(String), division, badOperator(Character), unexpected(Token?) }
struct Parser {
  var tokens: [Token], i = 0
  init(_ s: String) { tokens = Array(Lexer(s)) }
  var peek: Token? { tokens.indices.contains(i) ? tokens[i] : nil }
  static let precedence: [Character: Int] = ["+": 1, "-": 1, "*": 2, "/": 2]
  mutating func expr(_ min: Int = 0) throws -> Expr {
    var l = try primary()
    while case .op(let o)? = peek, let p = Self.precedence[o], p > min { i += 1; l = .binary(l, o, try expr(p)) }
    return l
  }
  mutating func primary() throws -> Expr {
    defer { i += 1 }
    switch peek {
    case .num(let x)?: return .num(x)
    case .ident(let n)?: return .variable(n)
    case .op("-"): i += 1; let e = try primary(); i -= 1; return .unary("-", e)
    case .lparen?: i += 1; let e = try expr(); guard peek == .rparen else { throw EvalError.unexpected(peek) }; return e
    case let t: throw EvalError.unexpected(t)
    }
  }
}
for s in ["1 + 2 * 3", "(1+2)*3 - x", "-2 * (3 - 5)", "1 / 0", "y", "2 +", "8/4/2"] {
  do { var p = Parser(s); print(s, "=", try p.expr().eval(["x": 4])) } catch { print(s, "!", error) }
}
