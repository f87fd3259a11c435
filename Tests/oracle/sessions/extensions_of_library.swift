extension Int { var squared: Int { self * self } }
print(5.squared)
//---
extension Array where Element == Int { func sumOfSquares() -> Int { map(\.squared).reduce(0, +) } }
print([1, 2, 3].sumOfSquares())
//---
extension Int { var squared: String { "\(self)²" } }
print(5.squared, [1, 2].sumOfSquares())
