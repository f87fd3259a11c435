func f(_ x: Int) { precondition(x > 0, "x must be positive") }
f(1)
f(-1)
