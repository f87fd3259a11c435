enum Token: Equatable { case num(Double), op(Character), lp, rp }
enum CalcError: Error { case unexpected(Character), end, divZero }
func lex(_ s: String) throws -> [Token] {
  var out: [Token] = [], i = s.startIndex
  while i < s.endIndex {
    let c = s[i]
    if c.isWhitespace { i = s.index(after: i); continue }
    if c.isNumber || c == "." { var j = i; while j < s.endIndex, s[j].isNumber || s[j] == "." { j = s.index(after: j) }; out.append(.num(Double(s[i..<j])!)); i = j; continue }
    switch c { case "+", "-", "*", "/", "^": out.append(.op(c)); case "(": out.append(.lp); case ")": out.append(.rp); default: throw CalcError.unexpected(c) }
    i = s.index(after: i)
  }
  return out
}
struct Parser { let t: [Token]; var p = 0
  var peek: Token? { p < t.count ? t[p] : nil }
  mutating func expr() throws -> Double { var v = try term(); while case .op(let o)? = peek, o == "+" || o == "-" { p += 1; let r = try term(); v = o == "+" ? v + r : v - r }; return v }
  mutating func term() throws -> Double { var v = try factor(); while case .op(let o)? = peek, o == "*" || o == "/" { p += 1; let r = try factor(); if o == "/" { guard r != 0 else { throw CalcError.divZero }; v /= r } else { v *= r } }; return v }
  mutating func factor() throws -> Double { guard let tok = peek else { throw CalcError.end }; p += 1
    switch tok { case .num(let n): return n; case .op("-"): return try -factor(); case .lp: let v = try expr(); guard peek == .rp else { throw CalcError.end }; p += 1; return v; default: throw CalcError.unexpected("?") } } }
for s in ["1 + 2 * 3", "(1 + 2) * 3 - -4", "10 / 4", "2 * (3", "5 / 0", "7 & 2", "2.5*4"] {
  do { var p = Parser(t: try lex(s)); print(s, "=", try p.expr()) } catch CalcError.divZero { print(s, "-> division by zero") } catch { print(s, "->", error) }
}
