func f() {}
let n: Int = f()
