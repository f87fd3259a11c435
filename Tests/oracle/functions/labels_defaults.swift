func greet(_ name: String, from city: String = "Hanoi", times n: Int = 1) -> String {
  var r = ""
  for _ in 0..<n { r += "Hi \(name) from \(city). " }
  return r
}
print(greet("An"))
print(greet("Bình", from: "Huế"))
print(greet("Chi", times: 2))
func sum(_ xs: Int...) -> Int { xs.reduce(0, +) }
print(sum(), sum(1), sum(1, 2, 3))
func inc(_ x: inout Int, by d: Int = 1) { x += d }
var n = 1
inc(&n); inc(&n, by: 5)
print(n)
var arr = [1, 2, 3]
inc(&arr[1])
print(arr)
func nested() -> Int {
  func helper(_ x: Int) -> Int { x * 2 }
  return helper(4)
}
print(nested())
func noReturn() {}
print(noReturn())
func tupled(_ p: (Int, Int)) -> Int { p.0 + p.1 }
print(tupled((3, 4)))
