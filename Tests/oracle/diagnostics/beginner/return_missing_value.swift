func f(_ x: Int) -> Int {
  if x > 3 { return }
  return x
}
