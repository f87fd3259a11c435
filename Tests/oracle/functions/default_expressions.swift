var n = 0
func next() -> Int { n += 1; return n }
func f(_ a: Int = next(), b: Int = next() * 10) -> Int { a + b }
print(f(), f(5), f(b: 1), f(1, b: 2), n)
struct P { var x = next(); var y: Int = 0 }
print(P(), P(y: 4), P(x: 0))
