print([1, 2, 3].reduce(0, +), [3, 1, 2].sorted(by: >), zip([1, 2], [3, 4]).map(*), [true, false].map(!))
let minus: (Int, Int) -> Int = (-)
print(minus(5, 3))
extension Int { static func <+> (a: Int, b: Int) -> Int { a * 100 + b } }
infix operator <+>: AdditionPrecedence
print(1 <+> 2 + 3)
