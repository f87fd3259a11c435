let x = 1
do {
  let x = "inner"
  print(x)
  do {
    let x = [x, x]
    print(x)
  }
}
print(x)
func f(_ x: Int) -> Int {
  let y = x
  do { let x = y * 2; if x > 10 { return x } }
  let x = y + 1
  return x
}
print(f(3), f(6))
if let x = Optional("bound") { print(x) }
for x in 0..<2 { print("loop", x) }
print(x)
