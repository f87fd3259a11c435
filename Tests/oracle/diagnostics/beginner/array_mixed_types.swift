let xs: [Int] = [1, "two", 3.0]
print(xs)
