let add = { (a: Int, b: Int) -> Int in a + b }
print(add(1, 2))
let square: (Int) -> Int = { $0 * $0 }
print([1, 2, 3].map(square), [1, 2, 3].map { $0 + 1 })
func makeCounter() -> () -> Int {
  var n = 0
  return { n += 1; return n }
}
let c1 = makeCounter(), c2 = makeCounter()
print(c1(), c1(), c2())
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(compose(square, { "<\($0)>" })(5))
print([3, 1, 2].sorted { $0 > $1 }, [3, 1, 2].sorted(by: <))
print([1, 2, 3, 4].filter { $0 % 2 == 0 }.map { "\($0)" }.joined(separator: "+"))
print([1, 2, 3].reduce(0) { $0 + $1 }, [1, 2, 3].reduce(1, *))
var fs: [() -> Int] = []
for i in 0..<3 { fs.append { i * 10 } }
print(fs.map { $0() })
var x = 1
let capture = { [x] in x }
x = 2
print(capture(), x)
func apply(_ n: Int, _ f: (Int) throws -> Int) rethrows -> Int { try f(n) }
print(apply(3) { $0 * 3 })
func twice(_ f: () -> Void) { f(); f() }
twice { print("hey", terminator: " ") }
print()
let immediately = { () -> Int in
  var s = 0
  for i in 1...4 { s += i }
  return s
}()
print(immediately)
func run(a: () -> Int, b: () -> Int) -> Int { a() + b() }
print(run { 1 } b: { 2 })
let multi = [1, 2, 3].map { n -> String in
  let d = n * 2
  return "\(d)!"
}
print(multi)
