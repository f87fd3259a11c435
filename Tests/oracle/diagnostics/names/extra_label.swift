func f(_ v: Int) {}
f(v: 3)
