func makeCounter() -> () -> Int {
  var count = 0
  return { count += 1; return count }
}
let c1 = makeCounter(), c2 = makeCounter()
print(c1(), c1(), c2(), c1())
var x = 1
let byReference = { x }
let byValue = { [x] in x }
let renamed = { [y = x * 10] in y }
x = 5
print(byReference(), byValue(), renamed())
var actions: [() -> Int] = []
for i in 0..<3 { actions.append { i * i } }
print(actions.map { $0() })
func adders() -> (add: (Int) -> Void, total: () -> Int) {
  var sum = 0
  return ({ sum += $0 }, { sum })
}
let a = adders()
a.add(3); a.add(4)
print(a.total())
let fib: (Int) -> Int = { n in
  func go(_ n: Int, _ a: Int, _ b: Int) -> Int { n == 0 ? a : go(n - 1, b, a + b) }
  return go(n, 0, 1)
}
print(fib(50))
