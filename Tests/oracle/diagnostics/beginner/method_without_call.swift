struct P { func name() -> String { "p" } }
let n: String = P().name
print(n)
