let doubled = [1, 2, 3].map { 2 }
print(doubled)
