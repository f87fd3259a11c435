enum ParseError: Error { case empty, bad(Character) }
func parse(_ s: String) throws(ParseError) -> Int {
  guard !s.isEmpty else { throw .empty }
  var n = 0
  for c in s { guard let d = c.wholeNumberValue else { throw .bad(c) }; n = n * 10 + d }
  return n
}
for s in ["12", "", "1x"] { do { print(try parse(s)) } catch { switch error { case .empty: print("empty"); case .bad(let c): print("bad", c) } } }
print((try? parse("7")) as Any)
