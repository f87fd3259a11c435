func outer(_ n: Int) -> [Int] {
  var out: [Int] = []
  func add(_ x: Int) { if x > 0 { out.append(x); add(x - 1) } }
  add(n)
  return out
}
print(outer(4))
