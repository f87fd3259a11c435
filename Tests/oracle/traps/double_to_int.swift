let huge = 1e30
print(Int(1e15))
print(Int(huge))
