let k = "a"
let d = [k: 1, "a": 2]
print(d)
