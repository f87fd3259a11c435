let n = 300
print(UInt8(n))
