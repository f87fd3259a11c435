func f(_ x: Int?) {
  guard let y = x else { print("nil") }
  print(y)
}
