func f(value: Int) {}
f(3)
