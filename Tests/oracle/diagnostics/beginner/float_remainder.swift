let f = 3.0
print(f % 2)
