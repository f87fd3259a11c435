enum E { case a, b, c }
func f(_ e: E) -> Int {
  switch e {
  case .a: return 1
  case .b: return 2
  }
}
