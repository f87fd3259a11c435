let a: UInt8 = 200, b: UInt8 = 55
print(a + b, Int(a) + 100, UInt16(a) << 8, Int8(bitPattern: a), UInt8(truncatingIfNeeded: 300), Int8(clamping: 500))
let big: Int64 = 1 << 40
print(Int32(truncatingIfNeeded: big), UInt32.max, Int(UInt32.max) + 1, Double(big), Float(a))
print(Int16("32767")!, Int16("32768") as Any, UInt(exactly: -1) as Any, Int8(exactly: 127)!)
