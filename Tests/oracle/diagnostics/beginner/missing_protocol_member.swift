protocol Shape {
  var area: Double { get }
  func describe() -> String
}
struct Square: Shape {
  let side: Double
  var area: Double { side * side }
}
print(Square(side: 2).area)
