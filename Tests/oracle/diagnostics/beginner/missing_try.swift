enum ParseError: Error { case bad }
func parse(_ s: String) throws -> Int {
  guard let n = Int(s) else { throw ParseError.bad }
  return n
}
let n = parse("3")
print(n)
