print(0xFF, 0o17, 0b1011, 1_000_000, 0x1F.nonzeroBitCount, 1e3, 1.5e-3, 0x1p4, 0x1.8p1)
print(-5.magnitude, (-5).magnitude, 5.0 as Float, 3 as Double, UInt8(0xff))
