if true {
  let inside = 3
  print(inside)
}
print(inside)
