func y<A, B>(_ f: @escaping ((A) -> B, A) -> B) -> (A) -> B { { x in f(y(f), x) } }
let fact = y { (f: (Int) -> Int, n: Int) in n <= 1 ? 1 : n * f(n - 1) }
print(fact(10))
func fix(_ n: Int) -> Int { func go(_ k: Int, _ acc: Int) -> Int { k == 0 ? acc : go(k - 1, acc + k) }; return go(n, 0) }
print(fix(100))
