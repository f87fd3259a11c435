func f(value: Int) {}
f(vlaue: 3)
