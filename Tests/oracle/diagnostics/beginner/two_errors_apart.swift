let a: Int = "one"
let b = 3
let c: String = b
print(a, c, d)
