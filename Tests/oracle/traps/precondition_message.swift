func root(_ x: Double) -> Double {
  precondition(x >= 0, "no root of \(x)")
  return x.squareRoot()
}
print(root(4))
print(root(-1))
