print(Int("42") as Any, Int("-7") as Any, Int("+5") as Any, Int("4 2") as Any, Int("") as Any, Int("0x1F") as Any)
print(Int("ff", radix: 16) as Any, Int("1010", radix: 2) as Any, Int("zz", radix: 36) as Any, UInt8("256") as Any)
print(Double("3.14") as Any, Double("1e3") as Any, Double("inf") as Any, Double("abc") as Any, Double(".5") as Any)
print(Bool("true") as Any, Bool("yes") as Any)
print(Float("0.1") ?? -1)
let words = "3 apples and 12 pears, 7 x"
let numbers = words.split(separator: " ").compactMap { Int($0) }
print(numbers, numbers.reduce(0, +))
