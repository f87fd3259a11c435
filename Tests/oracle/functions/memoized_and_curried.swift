// Generic functions with constraints, closures capturing, currying, memoize
func memoize<A: Hashable, R>(_ f: @escaping ((A) -> R, A) -> R) -> (A) -> R {
  var cache: [A: R] = [:]
  func call(_ a: A) -> R { if let r = cache[a] { return r }; let r = f(call, a); cache[a] = r; return r }
  return call
}
let fib = memoize { (rec: (Int) -> Int, n: Int) in n < 2 ? n : rec(n - 1) + rec(n - 2) }
print(fib(80))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
infix operator >>>: AdditionPrecedence
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { compose(f, g) }
let pipeline = curry(+)(10) >>> { $0 * 2 } >>> String.init >>> { $0 + "!" }
print(pipeline(5), [1, 2].map(pipeline), [1, 2, 3].map(curry(*)(3)))
func makeCounter() -> (inc: () -> Int, reset: () -> Void) { var n = 0; return ({ n += 1; return n }, { n = 0 }) }
let c = makeCounter()
_ = c.inc(); _ = c.inc()
print(c.inc()); c.reset(); print(c.inc())
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": { $0 * $1 }, "/": { a, b in b == 0 ? .nan : a / b }]
func rpn(_ s: String) -> Double? {
  var st: [Double] = []
  for t in s.split(separator: " ") {
    if let op = ops[String(t)] { guard let b = st.popLast(), let a = st.popLast() else { return nil }; st.append(op(a, b)) }
    else if let x = Double(t) { st.append(x) } else { return nil }
  }
  return st.count == 1 ? st[0] : nil
}
print(rpn("3 4 + 2 *") as Any, rpn("1 +") as Any, rpn("1 0 /").map(\.isNaN) as Any)
func apply<T, U>(_ x: T, _ fs: ((T) -> U)...) -> [U] { fs.map { $0(x) } }
print(apply(3, { $0 + 1 }, { $0 * $0 }), apply("a", \.count, \.utf8.count))
