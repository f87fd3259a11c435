let d = 1e20
print(Int(d))
