func f(_ x: Int) {
  if x > 2 { break }
  print(x)
}
