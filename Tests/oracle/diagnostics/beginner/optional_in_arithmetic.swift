let n = Int("12")
let m = n + 1
print(m)
