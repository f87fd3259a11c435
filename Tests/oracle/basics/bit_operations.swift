let a = 0b1100, b = 0b1010
print(a & b, a | b, a ^ b, ~a)
print(1 << 10, 1024 >> 3, -16 >> 2, 1 << 64, 1 >> 70)
print(UInt8(0b1111_0000) >> 4, UInt8(1) << 7, UInt8(1) << 8)
print((40).nonzeroBitCount, (40).trailingZeroBitCount, UInt8(1).leadingZeroBitCount)
var flags: UInt8 = 0
flags |= 0b101
flags ^= 0b001
flags &= ~0b100
print(flags)
flags <<= 3
print(flags)
print(String(0xCAFE, radix: 16), String(255, radix: 2), String(-255, radix: 16, uppercase: true))
print(UInt32(0x12345678).byteSwapped == 0x78563412)
