enum ParseError: Error, Equatable { case empty, invalid(Character), overflow(Int) }
func parse(_ s: String) throws -> Int {
  guard !s.isEmpty else { throw ParseError.empty }
  var n = 0
  for c in s {
    guard let d = c.wholeNumberValue else { throw ParseError.invalid(c) }
    n = n * 10 + d
    if n > 1000 { throw ParseError.overflow(n) }
  }
  return n
}
for text in ["42", "", "4x", "99999"] {
  do { print(try parse(text)) }
  catch ParseError.empty { print("empty") }
  catch ParseError.invalid(let c) where c == "x" { print("an x") }
  catch let error as ParseError { print("other", error) }
}
print(try? parse("7") as Any, (try? parse("q")) as Any, try! parse("8"))
let results = ["1", "b", "3"].map { s in Result { try parse(s) } }
for r in results { switch r { case .success(let n): print("ok", n); case .failure(let e): print("failed", e) } }
