protocol Shape { func area() -> Double }
extension Shape { func describe() -> String { "area \(area())" } }
//---
struct Square: Shape { let side: Double; func area() -> Double { side * side } }
struct Circle: Shape { let r: Double; func area() -> Double { 3 * r * r } }
let shapes: [any Shape] = [Square(side: 2), Circle(r: 1)]
shapes.map { $0.describe() }
//---
extension Square { func describe() -> String { "square" } }
print(Square(side: 1).describe(), shapes[0].describe())
//---
struct Empty: Shape {}
//---
func total(_ list: [any Shape]) -> Double { list.map { $0.area() }.reduce(0, +) }
total(shapes)
