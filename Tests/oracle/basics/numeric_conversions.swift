let i = 7, d = 2.9, s = "12"
print(Double(i) / 2, Int(d), Float(i), Int(s)! + 1, String(i) + "!", Double(s)!, Int("0x1F", radix: 16) as Any, Int("1F", radix: 16)!)
print(Int8(truncatingIfNeeded: 200), UInt8(bitPattern: -1), Int(UInt32.max), UInt16(clamping: -5), Int(Float(1e10)), Int32(7) * 2)
print(Int("abc") as Any, Double("1.5x") as Any, Bool("true") as Any, Int(" 5") as Any, Int("+5")!, Double(".5")!, Double("inf")!)
print(Double(1) / 3, Float(1) / 3, Int.max.description.count, (1.0 / 3).description, 100.0.description, Double(Int64.max))
print(3.0 == Double(3), Int(3.999999999999999999), (0.1 + 0.2) * 10, 1e21, 123456789012345680.0, 5e-324, 0.1 as Float)
print(UInt64.max, Int64.min, UInt8(250) &+ 10, Int8(-128) &- 1, 5.0.rounded(.up), (2.0).squareRoot(), Double.nan.isNaN)
print(Int(exactly: 2.5) as Any, Int8(exactly: 300) as Any, Double(exactly: 3)!, String(1.0), String(format1(2.345)))
func format1(_ x: Double) -> String { let r = (x * 100).rounded() / 100; return "\(r)" }
