var a = [1]
a.insert(2, at: 1)
print(a)
a.insert(3, at: 5)
