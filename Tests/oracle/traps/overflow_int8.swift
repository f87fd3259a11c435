let x: Int8 = 127
print(x + 1)
