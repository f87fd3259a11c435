func add(_ a: Int) -> (Int) -> (Int) -> Int { { b in { c in a + b + c } } }
print(add(1)(2)(3))
let f = add(10)
print(f(1)(1))
struct S { let k: Int; func times(_ x: Int) -> Int { k * x } }
let m = S(k: 3).times
print(m(5), [1, 2].map(S(k: 2).times), S.times(S(k: 7))(2))
