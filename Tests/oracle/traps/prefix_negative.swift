let n = [1, 2].count - 3
print([1, 2].prefix(0))
print([1, 2].prefix(n))
