func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
func flip<A, B, C>(_ f: @escaping (A, B) -> C) -> (B, A) -> C { { f($1, $0) } }
let addOne = { (x: Int) in x + 1 }
let text = { (x: Int) in "<\(x)>" }
print(compose(addOne, text)(4), curry(-)(10)(3), flip(-)(10, 3))
func iterate<T>(_ n: Int, _ f: (T) -> T, from x: T) -> T { (0..<n).reduce(x) { r, _ in f(r) } }
print(iterate(5, { $0 * 2 }, from: 1), iterate(2, { $0 + "!" }, from: "hi"))
func memoize<K: Hashable, V>(_ f: @escaping (K) -> V) -> (K) -> V {
  var cache: [K: V] = [:]
  return { k in
    if let v = cache[k] { return v }
    let v = f(k)
    cache[k] = v
    return v
  }
}
var calls = 0
let slow = memoize { (n: Int) -> Int in calls += 1; return n * n }
print(slow(4), slow(4), slow(5), calls)
infix operator >>>: AdditionPrecedence
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print((addOne >>> addOne >>> text)(1))
