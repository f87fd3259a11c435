let m = Int.min
print(m.magnitude, 1 << 70, -1 >> 70)
print(abs(m))
