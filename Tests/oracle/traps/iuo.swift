var x: Int! = nil
print(x + 1)
