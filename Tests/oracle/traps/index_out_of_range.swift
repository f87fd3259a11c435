let a = [1, 2, 3]
print("before")
print(a[3])
