let a = [1]
let i = -1
print(a[i])
