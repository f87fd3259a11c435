let x = Int.max
print(x * 2)
