let xs = [1, 2, 3, 4][1..<3]
print(xs[1])
print(xs[0])
