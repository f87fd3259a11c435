print(Int(3.7), Double(5), Float(1) / 3, Int("9")! + 1, UInt8(65), Character(UnicodeScalar(UInt8(66))), Int(true ? 1 : 0))
let i = 7, d = 2.5
print(Double(i) * d, i * Int(d), Double(i) / 2, i / 2, Float(d) + 1, Int(d.rounded(.up)), Int8(i))
